/** What `prepare` looks at: the groups blue uses, those that blue and green would get, who uses them, and what they can hold. */
import type {Database, DatabaseKind} from '../domain/database.ts'
import {instanceGroupOf} from '../domain/database.ts'
import {valueOf} from '../domain/known.ts'
import type {GroupNotes} from '../domain/memory.ts'
import {NO_NOTES, readGroupNotes} from '../domain/memory.ts'
import type {ParameterGroup, ParametersByName} from '../domain/parameters.ts'
import {isDefaultGroup, sameName} from '../domain/parameters.ts'
import type {Inputs} from '../inputs.ts'
import {databases, tagsAt, unlessNotFound} from '../rds/looking.ts'
import {groupNamed, parametersIn, parametersOfFamily} from '../rds/parameter-groups.ts'
import type {Readers} from '../world.ts'
import {TOLD} from './facts.ts'
import type {Target} from './observation.ts'
import {greenGroups, preparedBlueGroup} from './prepared.ts'

/** A parameter group that is there. Its notes are only asked for where this action may have made it. */
export interface GroupSeen extends GroupNotes {
  readonly group: ParameterGroup
  readonly arn: string
  /** The databases that use it, by name. */
  readonly users: readonly string[]
}

export interface Preparing {
  /** Those that are there among those that were looked for, by `groupKey`. */
  readonly groups: ReadonlyMap<string, GroupSeen>
  /** What a group can hold, by `groupKey` of its family. */
  readonly definitions: ReadonlyMap<string, ParametersByName>
}

export const groupKey = (kind: DatabaseKind, name: string): string => `${kind} ${name.toLowerCase()}`

/** The groups of one kind that matter: by name, whether they are there or not. */
export interface GroupNames {
  readonly kind: DatabaseKind
  /** What blue uses today: its primary or writer, or the cluster. */
  readonly current: string | undefined
  /** What the other instances of blue use, where it is another one. */
  readonly others: readonly string[]
  /** What blue would get, given or derived; undefined: RDS does not say of which family. */
  readonly blue: string | undefined
  /** What green would get: the one that is given, or every name it could have, of which the first that is free is taken. */
  readonly greens: readonly string[]
}

export function namesOfGroups(
  inputs: Inputs,
  production: Database,
  blue: readonly Database[],
  {blueFamily, family}: Pick<Target, 'blueFamily' | 'family'>
): readonly GroupNames[] {
  const names = (
    kind: DatabaseKind,
    current: string | undefined,
    source: string | undefined,
    target: string | undefined,
    others: readonly string[] = []
  ): GroupNames => {
    const own = source ?? (blueFamily === undefined ? undefined : preparedBlueGroup(production, blueFamily))
    const derived = family === undefined ? [] : greenGroups(production, family)
    return {kind, current, others, blue: own, greens: target === undefined ? derived : [target]}
  }
  const current = instanceGroupOf(production, blue.slice(1))
  const used = blue.flatMap(one => (one.kind === 'instance' && one.parameterGroup !== undefined ? [one.parameterGroup] : []))
  const others = [...new Set(used)].filter(name => name !== current)
  const ofInstances = names('instance', current, inputs.sourceParameterGroup, inputs.targetParameterGroup, others)
  if (production.kind === 'instance') return [ofInstances]
  return [names('cluster', production.parameterGroup, inputs.sourceClusterParameterGroup, inputs.targetClusterParameterGroup), ofInstances]
}

type Users = ReadonlyMap<string, readonly string[]>

/** Everybody in the account and Region: what others use is not ours to change. */
async function usersOfGroups(look: Readers, kinds: readonly DatabaseKind[]): Promise<Users> {
  const users = new Map<string, string[]>()
  for (const one of (await Promise.all(kinds.map(kind => databases(look, kind, {by: 'all'})))).flat()) {
    if (one.parameterGroup === undefined) continue
    const key = groupKey(one.kind, one.parameterGroup)
    users.set(key, [...(users.get(key) ?? []), one.name])
  }
  return users
}

async function groupSeen(
  look: Readers,
  kind: DatabaseKind,
  name: string,
  isOurs: boolean,
  users: Users
): Promise<readonly [string, GroupSeen] | undefined> {
  const found = valueOf(await groupNamed(look, kind, name))
  if (found === undefined) return undefined
  const isDefault = isDefaultGroup(found.name)
  const [set, told, notes] = await Promise.all([
    isDefault ? new Map() : unlessNotFound(parametersIn(look, kind, found.name, 'set')),
    unlessNotFound(parametersIn(look, kind, found.name, TOLD)),
    isDefault || !isOurs ? NO_NOTES : tagsAt(look, found.arn).then(readGroupNotes)
  ])
  // One answer of a look may be older than another.
  if (set === undefined || told === undefined) return undefined
  const group: ParameterGroup = {kind, name: found.name, family: found.family, set, told}
  const key = groupKey(kind, name)
  return [key, {group, arn: found.arn, ...notes, users: users.get(key) ?? []}]
}

/** Those of these names that are there, by `groupKey`. A note that a look misses and the one before has read still stands. */
export async function lookAtGroups(
  look: Readers,
  names: readonly GroupNames[],
  before: Preparing | undefined
): Promise<Preparing['groups']> {
  const users = await usersOfGroups(
    look,
    names.map(one => one.kind)
  )
  const seenOf = async ({kind, current, others, blue, greens}: GroupNames) => {
    const isOurs = (name: string): boolean => [blue, ...greens].some(one => one !== undefined && sameName(one, name))
    const first = [...new Set([current, ...others, blue].flatMap(name => name?.toLowerCase() ?? []))]
    const found = await Promise.all(first.map(name => groupSeen(look, kind, name, isOurs(name), users)))
    for (const name of greens) {
      if (first.includes(name.toLowerCase())) continue
      const seen = await groupSeen(look, kind, name, true, users)
      if (seen === undefined) break
      found.push(seen)
    }
    return found
  }
  const groups = (await Promise.all(names.map(seenOf))).flat()
  return new Map(
    groups.flatMap(one => {
      if (one === undefined) return []
      const [key, seen] = one
      const earlier = before?.groups.get(key)
      return [[key, {...seen, changedAt: seen.changedAt ?? earlier?.changedAt, madeFor: seen.madeFor ?? earlier?.madeFor}] as const]
    })
  )
}

/** What a family can hold does not change while a run lasts: it is asked for once. */
export async function lookAtDefinitions(
  look: Readers,
  kinds: readonly DatabaseKind[],
  families: readonly string[],
  before: Preparing | undefined
): Promise<Preparing['definitions']> {
  const wanted = [...new Set(families)].flatMap(family => kinds.map(kind => ({kind, family})))
  const definitions = wanted.map(async ({kind, family}): Promise<readonly [string, ParametersByName]> => {
    const key = groupKey(kind, family)
    return [key, before?.definitions.get(key) ?? (await parametersOfFamily(look, kind, family))]
  })
  return new Map(await Promise.all(definitions))
}
