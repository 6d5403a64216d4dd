/** What `create` passes to RDS: the exact version, and always the parameter groups (rule 10; contract, "Parameter groups"). */
import type {Database} from '../domain/database.ts'
import {isAt, resolve} from '../domain/engine-version.ts'
import type {Inputs} from '../inputs.ts'
import {pages} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {Target, Trouble} from './observation.ts'

interface EngineVersion {
  readonly family: string | undefined
  readonly validTargets: readonly string[]
}

async function engineVersion(look: Readers, engine: string, version: string): Promise<EngineVersion | undefined> {
  // IncludeAll: production may run a version AWS has deprecated (facts 9.1).
  const answers = await pages(look, 'DescribeDBEngineVersions', {Engine: engine, EngineVersion: version, IncludeAll: true})
  const one = answers.flatMap(answer => answer.DBEngineVersions ?? []).find(candidate => candidate.EngineVersion === version)
  if (one === undefined) return undefined
  return {
    family: one.DBParameterGroupFamily,
    validTargets: (one.ValidUpgradeTarget ?? []).flatMap(target => (target.EngineVersion === undefined ? [] : [target.EngineVersion]))
  }
}

const isDefault = (group: string): boolean => group.startsWith('default.')

const blocked = (because: string, remedy: string): Trouble => ({reason: 'checks_not_met', because, remedy})

interface GroupAsked {
  readonly input: 'target-parameter-group' | 'target-cluster-parameter-group'
  readonly given: string | undefined
  /** What the databases of blue use today, each once. */
  readonly used: readonly string[]
}

/** Same family: blue's group. Another family: the default group for a default one; a custom one has to be made first. */
function groupFor(asked: GroupAsked, blueFamily: string | undefined, family: string | undefined): string | Trouble | undefined {
  if (asked.given !== undefined) return asked.given
  const [first, ...others] = asked.used
  if (first === undefined) return undefined
  if (others.length > 0) {
    return blocked(
      `the databases of blue use different parameter groups: ${asked.used.join(', ')}`,
      `give ${asked.input}: green gets one group for all of them`
    )
  }
  if (family === undefined || family === blueFamily) return first
  if (isDefault(first)) return `default.${family}`
  return blocked(
    `blue uses the custom parameter group ${first} of family ${blueFamily ?? 'unknown'}; the target version needs one of family ${family}`,
    `make one and give ${asked.input} (mode: prepare makes it from blue's own values)`
  )
}

const isTrouble = (one: string | Trouble | undefined): one is Trouble => typeof one === 'object'

export async function resolveTarget(look: Readers, inputs: Inputs, production: Database, blue: readonly Database[]): Promise<Target> {
  const asked = inputs.targetEngineVersion
  const instances = blue.filter(one => one.kind === 'instance')
  const used = (databases: readonly Database[]): readonly string[] => [
    ...new Set(databases.flatMap(one => (one.parameterGroup === undefined ? [] : [one.parameterGroup])))
  ]
  const stays = asked === undefined || isAt(production.engineVersion, asked)
  const current = stays ? undefined : await engineVersion(look, production.engine, production.engineVersion)
  const target = (engine: string | undefined, trouble: Trouble | undefined, group?: string, clusterGroup?: string): Target => ({
    engineVersion: engine,
    parameterGroup: group,
    clusterParameterGroup: clusterGroup,
    reachable: current?.validTargets ?? [],
    trouble
  })
  let exact: string | undefined
  let family: string | undefined
  if (!stays) {
    const valid = current?.validTargets ?? []
    exact = resolve(asked, valid)
    if (exact === undefined) {
      const reachable =
        valid.length === 0
          ? 'RDS lists no version it can be upgraded to'
          : `from ${production.engineVersion} RDS allows ${valid.join(', ')}`
      return target(
        undefined,
        blocked(
          `${production.engine} ${production.engineVersion} cannot be upgraded to ${asked}: ${reachable}`,
          'give a target-engine-version of that list, and reach a later one in several upgrades'
        )
      )
    }
    family = (await engineVersion(look, production.engine, exact))?.family
    if (family === undefined)
      return target(exact, {
        reason: 'cannot_tell',
        because: `RDS does not say which parameter group family ${production.engine} ${exact} needs`,
        remedy: 'try again, or give the target parameter groups'
      })
  }
  const group = groupFor(
    {input: 'target-parameter-group', given: inputs.targetParameterGroup, used: used(instances)},
    current?.family,
    family
  )
  if (isTrouble(group)) return target(exact, group)
  if (production.kind === 'instance') return target(exact, undefined, group)
  const clusterGroup = groupFor(
    {input: 'target-cluster-parameter-group', given: inputs.targetClusterParameterGroup, used: used([production])},
    current?.family,
    family
  )
  if (isTrouble(clusterGroup)) return target(exact, clusterGroup)
  return target(exact, undefined, group, clusterGroup)
}
