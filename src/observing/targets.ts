/** What `create` passes to RDS: the exact version, and always the parameter groups (rule 10; contract, "Parameter groups"). */
import type {Database, DatabaseKind} from '../domain/database.ts'
import {isAt, resolve} from '../domain/engine-version.ts'
import type {Known} from '../domain/known.ts'
import {known, valueOf} from '../domain/known.ts'
import type {GroupNotes} from '../domain/memory.ts'
import {NO_NOTES, readGroupNotes, saysNobodys, standingOfGroup, UNFINISHED} from '../domain/memory.ts'
import {isDefaultGroup, sameName} from '../domain/parameters.ts'
import type {Inputs} from '../inputs.ts'
import {ifAllowed, tagsAt} from '../rds/looking.ts'
import {groupNamed} from '../rds/parameter-groups.ts'
import {engineVersions} from '../rds/surroundings.ts'
import type {Readers} from '../world.ts'
import {hopsBetween} from './hops.ts'
import type {Target, TargetGroup, Trouble} from './observation.ts'
import {greenGroups, groupByItself, saysSeveral} from './prepared.ts'

interface Version {
  /** Exact, or as it was given; undefined: it stays. */
  readonly engineVersion: string | undefined
  readonly blueFamily: string | undefined
  readonly family: string | undefined
  readonly reachable: readonly string[]
  readonly hops: readonly string[]
}

async function versionAsked(look: Readers, asked: string | undefined, {engine, engineVersion}: Database): Promise<Version> {
  const [current] = (await engineVersions(look, engine, engineVersion)).filter(one => one.version === engineVersion)
  if (asked === undefined || isAt(engineVersion, asked))
    return {engineVersion: undefined, blueFamily: current?.family, family: current?.family, reachable: [], hops: []}
  const reachable = current?.targets.map(one => one.version) ?? []
  const exact = resolve(asked, reachable)
  const base = {blueFamily: current?.family, reachable, engineVersion: exact ?? asked}
  // The whole list is long: it is read only where it shows the way.
  if (exact === undefined) return {...base, family: undefined, hops: hopsBetween(await engineVersions(look, engine), engineVersion, asked)}
  const [target] = (await engineVersions(look, engine, exact)).filter(one => one.version === exact)
  return {...base, family: target?.family, hops: []}
}

interface GroupAsked {
  readonly kind: DatabaseKind
  readonly given: string | undefined
  /** What the databases of blue use today, each once. */
  readonly used: readonly string[]
}

type GroupFound = {readonly group: TargetGroup | undefined} | {readonly trouble: Trouble}

const inputOf = (kind: DatabaseKind): string => (kind === 'cluster' ? 'target-cluster-parameter-group' : 'target-parameter-group')

const blocked = (because: string, remedy: string): GroupFound => ({trouble: {reason: 'checks_not_met', because, remedy}})

interface LookedUp {
  readonly group: TargetGroup
  /** Unknown without the permission: then nobody can say whose a group of such a name is. */
  readonly notes: Known<GroupNotes>
}

/** With the time of its last change: `create` leaves it alone for a while after it (facts 8.5). */
async function lookUp(look: Readers, kind: DatabaseKind, name: string): Promise<LookedUp> {
  const found = await groupNamed(look, kind, name)
  if (found.is !== 'known') return {group: {name, family: found}, notes: known(NO_NOTES)}
  const tags = await ifAllowed(tagsAt(look, found.value.arn))
  const notes = tags.is === 'known' ? known(readGroupNotes(tags.value)) : tags
  return {group: {name, family: known(found.value.family), changedAt: valueOf(notes)?.changedAt}, notes}
}

const refuseUnfinished = (name: string): GroupFound =>
  blocked(
    `prepare has begun to fill parameter group ${name} and has not finished`,
    'run mode: prepare again; if one is running, let it end'
  )

/** A group of the name that `prepare` gives; undefined: it was made for production as it was before an earlier switchover. */
function takePrepared({group, notes}: LookedUp, kind: DatabaseKind, {resourceId}: Database): GroupFound | undefined {
  const input = inputOf(kind)
  if (notes.is !== 'known')
    return {
      trouble: {
        reason: 'cannot_tell',
        because: `parameter group ${group.name} may be what prepare has made for green, and its tags cannot be read${notes.is === 'unknown' ? `: ${notes.because}` : ''}`,
        remedy: `allow rds:ListTagsForResource, or give ${input}`
      }
    }
  switch (standingOfGroup(notes.value, resourceId)) {
    case 'finished':
      return {group}
    case 'of_another':
      return undefined
    case 'unfinished':
      return refuseUnfinished(group.name)
    case 'nobodys': {
      const {because, remedy} = saysNobodys(group.name, input)
      return blocked(because, remedy)
    }
  }
}

/** Given: that one. Else what `prepare` made; else, in the same family, blue's; else the default of the target family for a default one. */
async function groupFor(look: Readers, asked: GroupAsked, production: Database, version: Version): Promise<GroupFound> {
  const [first, ...others] = asked.used
  const named = (name: string): Promise<LookedUp> => lookUp(look, asked.kind, name)
  if (asked.given !== undefined) {
    const given = await named(asked.given)
    return valueOf(given.notes)?.madeFor === UNFINISHED ? refuseUnfinished(given.group.name) : {group: given.group}
  }
  if (first === undefined) return {group: undefined}
  const {blueFamily, family, engineVersion} = version
  // Out of reach: there is no family yet, and nothing is made before there is a version.
  if (engineVersion !== undefined && !version.reachable.includes(engineVersion)) return {group: undefined}
  const isSameFamily = engineVersion === undefined || family === blueFamily
  if (!isSameFamily && family === undefined) {
    return {
      trouble: {
        reason: 'cannot_tell',
        because: `RDS does not say which parameter group family ${production.engine} ${engineVersion} needs`,
        remedy: `try again, or give ${inputOf(asked.kind)}`
      }
    }
  }
  for (const name of family === undefined ? [] : greenGroups(production, family)) {
    if (sameName(name, first)) continue
    const there = await named(name)
    if (there.group.family.is !== 'known') break
    const made = there.group.family.value === family ? takePrepared(there, asked.kind, production) : undefined
    if (made !== undefined) return made
  }
  if (others.length > 0) {
    const {because, remedy} = saysSeveral(asked.used, inputOf(asked.kind))
    return blocked(because, remedy)
  }
  const byItself = groupByItself(first, blueFamily, isSameFamily ? blueFamily : family)
  // One that blue uses may have been edited a moment ago, by `prepare` too.
  if (byItself === first && !isDefaultGroup(first)) return {group: (await named(first)).group}
  if (byItself !== undefined) return {group: {name: byItself, family: known((isSameFamily ? blueFamily : family) ?? '')}}
  return blocked(
    `blue uses the custom parameter group ${first} of family ${blueFamily ?? 'unknown'}; the target version needs one of family ${family}`,
    `make one and give ${inputOf(asked.kind)} (mode: prepare makes it from blue's own values)`
  )
}

const usedBy = (databases: readonly Database[]): readonly string[] => [
  ...new Set(databases.flatMap(one => (one.parameterGroup === undefined ? [] : [one.parameterGroup])))
]

export async function resolveTarget(look: Readers, inputs: Inputs, production: Database, blue: readonly Database[]): Promise<Target> {
  const version = await versionAsked(look, inputs.targetEngineVersion, production)
  const instances = blue.filter(one => one.kind === 'instance')
  const isCluster = production.kind === 'cluster'
  const [ofInstances, ofCluster] = await Promise.all([
    groupFor(look, {kind: 'instance', given: inputs.targetParameterGroup, used: usedBy(instances)}, production, version),
    isCluster
      ? groupFor(look, {kind: 'cluster', given: inputs.targetClusterParameterGroup, used: usedBy([production])}, production, version)
      : {group: undefined}
  ])
  const troubles = [ofInstances, ofCluster].flatMap(one => ('trouble' in one ? [one.trouble] : []))
  return {
    ...version,
    group: 'group' in ofInstances ? ofInstances.group : undefined,
    clusterGroup: 'group' in ofCluster ? ofCluster.group : undefined,
    trouble: troubles.length === 0 ? undefined : oneOf(troubles)
  }
}

function oneOf(troubles: readonly Trouble[]): Trouble | undefined {
  const [first] = troubles
  return first === undefined
    ? undefined
    : {
        reason: first.reason,
        because: troubles.map(one => one.because).join('; '),
        remedy: [...new Set(troubles.map(one => one.remedy))].join('; ')
      }
}

/** Only for messages. */
export const familyOf = (group: TargetGroup | undefined): string | undefined => (group === undefined ? undefined : valueOf(group.family))
