/** A deployment that is about to be switched over, in the terms its source had before the creation: blue is production, green the target. */
import {isDatabaseArn} from '../domain/arn.ts'
import {instanceGroupOf} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import {unknown, valueOf} from '../domain/known.ts'
import type {Inputs} from '../inputs.ts'
import {blueOfDeployment} from './both-sides.ts'
import type {Observation, TargetGroup} from './observation.ts'
import {databaseAt} from './observation.ts'
import type {Pair, Source} from './source.ts'
import {sourceOf} from './source.ts'

/** Green uses it, so it is there. */
const groupOf = (name: string | undefined): TargetGroup | undefined =>
  name === undefined ? undefined : {name, family: unknown('nobody asked')}

/** The primary, or the cluster, and its green first; undefined until every database of both sides is read. */
function pairsOf(now: Observation, deployment: Deployment): readonly Pair[] | undefined {
  const first = {source: deployment.source, target: deployment.target}
  const named = [first, ...deployment.members.filter(member => member.source !== first.source)].filter(one => isDatabaseArn(one.source))
  const pairs: Pair[] = []
  for (const {source, target} of named) {
    const [blue, green] = [valueOf(databaseAt(now, source)), valueOf(databaseAt(now, target))]
    if (blue === undefined || green === undefined) return undefined
    pairs.push([blue, green])
  }
  return pairs
}

export function sourceOfBothSides(now: Observation, inputs: Inputs): Source | undefined {
  const deployment = valueOf(now.deployment)
  const pairs = deployment === undefined ? undefined : pairsOf(now, deployment)
  const blue = deployment === undefined ? undefined : blueOfDeployment(now, deployment)
  const first = pairs?.[0]
  if (pairs === undefined || blue === undefined || first === undefined) return undefined
  const [production, green] = first
  const greens = pairs.map(([, one]) => one)
  return sourceOf(
    production,
    blue,
    {
      engineVersion: green.engineVersion === production.engineVersion ? undefined : green.engineVersion,
      group: groupOf(instanceGroupOf(green, greens)),
      clusterGroup: green.kind === 'cluster' ? groupOf(green.parameterGroup) : undefined,
      blueFamily: undefined,
      family: undefined,
      reachable: [],
      hops: [],
      trouble: undefined
    },
    inputs,
    pairs
  )
}
