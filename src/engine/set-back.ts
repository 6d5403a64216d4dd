/** What `prepare` gave green otherwise than blue on purpose is to be set back once green is production. Optional, as all evidence. */
import type {Database, DatabaseKind} from '../domain/database.ts'
import {instanceGroupOf} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import {databasesOn} from '../domain/deployment.ts'
import {valueOf} from '../domain/known.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {isDefaultGroup} from '../domain/parameters.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import {deliberate} from '../preparing/deliberate.ts'
import {parametersIn} from '../rds/parameter-groups.ts'
import type {AdviceReport} from '../reporting/report.ts'
import type {Readers} from '../world.ts'

async function read(look: Readers, kind: DatabaseKind, name: string | undefined): Promise<ParameterGroup | undefined> {
  // Nobody has set anything in a default group.
  if (name === undefined || isDefaultGroup(name)) return undefined
  return {kind, name, family: undefined, set: await parametersIn(look, kind, name, 'set'), told: new Map()}
}

const groupOf = (kind: DatabaseKind, databases: readonly Database[]): string | undefined => {
  const [first] = databases
  if (first === undefined) return undefined
  return kind === 'instance' ? instanceGroupOf(first, databases) : first.kind === 'cluster' ? first.parameterGroup : undefined
}

/** Of a deployment that is switched over: at most four requests. */
export async function setBack(look: Readers, now: Observation, deployment: Deployment): Promise<readonly AdviceReport[]> {
  const side = (which: 'source' | 'target'): readonly Database[] =>
    databasesOn(deployment, which).flatMap(arn => valueOf(databaseAt(now, arn)) ?? [])
  const [old, production] = [side('source'), side('target')]
  const lines = await Promise.all(
    (['cluster', 'instance'] as const).map(async kind => {
      const [before, after] = [groupOf(kind, old), groupOf(kind, production)]
      if (before === after) return []
      const [blue, green] = await Promise.all([read(look, kind, before), read(look, kind, after)])
      return deliberate(blue, green).map(
        ({name, blue: was, green: is}): AdviceReport => ({
          what: `Parameter ${name} of ${after}: set it back to ${was ?? 'what the engine has'}; it is ${is ?? 'left to the engine'} so that green did nothing of its own`,
          verdict: 'to_do'
        })
      )
    })
  )
  return lines.flat()
}
