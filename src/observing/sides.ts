/** A deployment that is about to be switched over, in the terms its source had before the creation: blue is production, green the target. */
import {instanceGroupOf} from '../domain/database.ts'
import {unknown, valueOf} from '../domain/known.ts'
import type {Inputs} from '../inputs.ts'
import {blueOfDeployment, greenOfDeployment} from './both-sides.ts'
import type {Observation, TargetGroup} from './observation.ts'
import type {Source} from './source.ts'
import {sourceOf} from './source.ts'

/** Green uses it, so it is there. */
const groupOf = (name: string | undefined): TargetGroup | undefined =>
  name === undefined ? undefined : {name, family: unknown('nobody asked')}

/** Undefined until every database of both sides is read. */
export function sourceOfBothSides(now: Observation, inputs: Inputs): Source | undefined {
  const deployment = valueOf(now.deployment)
  const blue = deployment === undefined ? undefined : blueOfDeployment(now, deployment)
  const green = deployment === undefined ? undefined : greenOfDeployment(now, deployment)
  const [production, target] = [blue?.[0], green?.[0]]
  if (blue === undefined || green === undefined || production === undefined || target === undefined) return undefined
  return sourceOf(
    production,
    blue,
    {
      engineVersion: target.engineVersion === production.engineVersion ? undefined : target.engineVersion,
      group: groupOf(instanceGroupOf(target, green)),
      clusterGroup: target.kind === 'cluster' ? groupOf(target.parameterGroup) : undefined,
      blueFamily: undefined,
      family: undefined,
      reachable: [],
      hops: [],
      trouble: undefined
    },
    inputs,
    green
  )
}
