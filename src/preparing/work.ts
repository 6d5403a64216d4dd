/** What has to be made of the parameter groups of both sides, decided from what a look found and nothing else. Pure. */
import type {DatabaseKind} from '../domain/database.ts'
import {saysNobodys, standingOfGroup} from '../domain/memory.ts'
import type {ReasonCode} from '../domain/outcome.ts'
import type {ParameterGroup, ParametersByName} from '../domain/parameters.ts'
import {differencesIn, isDefaultGroup, sameName} from '../domain/parameters.ts'
import type {Inputs} from '../inputs.ts'
import type {GroupNames, GroupSeen, Preparing} from '../observing/preparing.ts'
import {groupKey, namesOfGroups} from '../observing/preparing.ts'
import type {Source} from '../observing/source.ts'
import type {Side} from './asked.ts'
import {askedOf, forClustersOnly, problemsOf} from './asked.ts'
import type {Setting} from './batches.ts'
import type {BlueWork} from './blue.ts'
import {blueWork, ofStandbys} from './blue.ts'
import {apartOf, isApart} from './deliberate.ts'
import {greenWork} from './green.ts'
import {needsOf, standingOf} from './needs.ts'

export interface GroupWork {
  readonly side: Side
  readonly kind: DatabaseKind
  readonly name: string
  readonly family: string
  /** Undefined: it is to be made. */
  readonly seen: GroupSeen | undefined
  readonly missing: readonly Setting[]
  /** To be taken out again. */
  readonly extra: readonly Setting[]
  /** Green's: until the note of whom it is for is written, `create` does not take it. */
  readonly isToBeFinished: boolean
  /** A database of blue uses it: to edit it is to change production. */
  readonly isLive: boolean
  /** The group whose values it takes over. */
  readonly from: string | undefined
  /** As it will be. */
  readonly made: ParameterGroup
}

/** Of one kind, instances or the cluster. */
export interface KindWork {
  readonly kind: DatabaseKind
  /** The group that blue's databases are to be in; undefined: nobody asks for anything. */
  readonly blue: string | undefined
  readonly groups: readonly GroupWork[]
  /** What a move to blue's group changes, by the lower-case name of the group that a database is in today: `work_mem 64 → 4096`. */
  readonly differences: ReadonlyMap<string, readonly string[]>
  readonly blueGroup: ParameterGroup
  /** What `create` will pass. */
  readonly greenGroup: ParameterGroup
  /** What people should know: what stays behind, what is left as it is. */
  readonly notes: readonly string[]
}

export interface Work {
  readonly kinds: readonly KindWork[]
  readonly needsBackups: boolean
}

export interface Stop {
  readonly outcome: 'blocked' | 'failed'
  readonly reason: ReasonCode
  readonly because: string
  readonly remedy: string
}

export type Decided<T> =
  | {readonly is: 'decided'; readonly value: T}
  | {readonly is: 'stopped'; readonly stop: Stop}
  /** A look did not show everything. */
  | {readonly is: 'unread'; readonly because: string}

export const decided = <T>(value: T): Decided<T> => ({is: 'decided', value})
export const blocked = (because: string, remedy: string): Decided<never> => ({
  is: 'stopped',
  stop: {outcome: 'blocked', reason: 'checks_not_met', because, remedy}
})
const wrongInput = (because: string, remedy: string): Decided<never> => ({
  is: 'stopped',
  stop: {outcome: 'failed', reason: 'invalid_input', because, remedy}
})

/** Everything about the groups of one kind that decisions are made from. */
export interface OfKind extends GroupNames {
  readonly inputs: Inputs
  readonly source: Source
  readonly preparing: Preparing
  readonly used: GroupSeen
  readonly blueFamily: string
  readonly family: string
  readonly definitions: Readonly<Record<Side, ParametersByName>>
}

export function decideWork(inputs: Inputs, source: Source, preparing: Preparing): Decided<Work> {
  const {production, target} = source
  const {blueFamily, family, trouble} = target
  const strangers = production.kind === 'cluster' ? [] : forClustersOnly(inputs)
  if (strangers.length > 0)
    return wrongInput(`${production.name} is a DB instance, which has no cluster parameter group: ${strangers.join(', ')}`, 'leave it out')
  if (blueFamily === undefined || family === undefined)
    return {
      is: 'stopped',
      stop: {
        outcome: 'blocked',
        reason: 'cannot_tell',
        because: trouble?.because ?? `RDS does not say which parameter group family ${production.engine} ${production.engineVersion} has`,
        remedy: trouble?.remedy ?? 'try again'
      }
    }
  const kinds: OfKind[] = []
  for (const names of namesOfGroups(inputs, production, source.blue, target)) {
    const {kind, current} = names
    const shared = sharedByBoth(inputs, kind, names)
    if (shared !== undefined)
      return wrongInput(
        `${shared} would be the new group of blue and that of green: what is set for green would be set for production`,
        'give two different groups'
      )
    const used = current === undefined ? undefined : preparing.groups.get(groupKey(kind, current))
    const [blue, green] = [blueFamily, family].map(one => preparing.definitions.get(groupKey(kind, one)))
    if (used === undefined) return {is: 'unread', because: `the parameter group of ${production.name} could not be read`}
    const isIdle = hasNothingToFill(inputs, source, names, used.group, preparing.groups)
    if (!isIdle && (blue === undefined || green === undefined))
      return {is: 'unread', because: `the parameters of ${family} could not be read`}
    kinds.push({...names, inputs, source, preparing, used, blueFamily, family, definitions: {blue: blue ?? NONE, green: green ?? NONE}})
  }
  const problems = kinds.flatMap(({kind, definitions, used}) => {
    const needs = needsOf(source, kind, used.group)
    return [
      ...problemsOf(askedOf(inputs, 'blue', kind), definitions.blue, blueFamily, needs),
      ...problemsOf(askedOf(inputs, 'green', kind), definitions.green, family, needs)
    ]
  })
  if (problems.length > 0) return wrongInput(problems.join('; '), 'correct these lines; nothing was changed')
  const made: KindWork[] = []
  for (const one of kinds) {
    const work = ofKind(one)
    if (work.is !== 'decided') return work
    made.push(work.value)
  }
  // M-03, P-02: of a cluster they are always on.
  return decided({kinds: made, needsBackups: production.kind === 'instance' && production.traits.backupRetentionDays === 0})
}

const NONE: ParametersByName = new Map()

/** No value is missing on either side: then nobody needs to know what a group can hold. */
function hasNothingToFill(
  inputs: Inputs,
  source: Source,
  {kind, greens}: GroupNames,
  used: ParameterGroup,
  groups: Preparing['groups']
): boolean {
  const {blueFamily, family} = source.target
  const green = askedOf(inputs, 'green', kind)
  return (
    askedOf(inputs, 'blue', kind).values.size === 0 &&
    green.values.size === 0 &&
    green.group === undefined &&
    !greens.some(name => !sameName(name, used.name) && groups.has(groupKey(kind, name))) &&
    needsOf(source, kind, used).every(need => standingOf(need, used) !== 'missing') &&
    (blueFamily === family || isDefaultGroup(used.name)) &&
    !isApart(used, apartOf(used, NONE, source.replication === 'logical'))
  )
}

/** The kinds of groups of which it has to be known what they can hold. */
export function kindsToKnow(inputs: Inputs, source: Source, groups: Preparing['groups']): readonly DatabaseKind[] {
  const {production, blue, target} = source
  return namesOfGroups(inputs, production, blue, target).flatMap(names => {
    const used = groups.get(groupKey(names.kind, names.current ?? ''))
    return used !== undefined && hasNothingToFill(inputs, source, names, used.group, groups) ? [] : [names.kind]
  })
}

function ofKind(one: OfKind): Decided<KindWork> {
  const blue = blueWork(one)
  if (blue.is !== 'decided') return blue
  const green = greenWork(one, blue.value)
  if (green.is !== 'decided') return green
  const groups = [blue.value.work, green.value.work].flatMap(work => work ?? [])
  return decided({
    kind: one.kind,
    blue: blue.value.wanted,
    groups,
    differences: differencesOf(one, blue.value),
    blueGroup: blue.value.group,
    greenGroup: green.value.group,
    notes: [...blue.value.notes, ...green.value.notes, ...ofStandbys(one, blue.value)]
  })
}

function differencesOf({kind, current, others, preparing}: OfKind, {wanted, group}: BlueWork): KindWork['differences'] {
  const differences = new Map<string, readonly string[]>()
  for (const used of [current, ...others].flatMap(one => one ?? [])) {
    const today = preparing.groups.get(groupKey(kind, used))?.group
    if (wanted === undefined || today === undefined || sameName(used, wanted)) continue
    differences.set(used.toLowerCase(), differencesIn([...today.set.keys(), ...group.set.keys()], today, group))
  }
  return differences
}

/** Stops where a group of the name that this action gives is not its own. */
export function refuseNobodys(seen: GroupSeen, input: string): Decided<never> | undefined {
  if (standingOfGroup(seen, '') !== 'nobodys') return undefined
  const {because, remedy} = saysNobodys(seen.group.name, input)
  return blocked(because, remedy)
}

/** A group of nothing but the defaults of its family. */
export const emptyGroup = (
  kind: DatabaseKind,
  name: string,
  family: string,
  definitions: ParametersByName
): ParameterGroup & {readonly family: string} => ({kind, name, family, set: new Map(), told: definitions})

/** One group made for both sides would bring production what is meant for green alone. */
function sharedByBoth(inputs: Inputs, kind: DatabaseKind, {current, blue, greens}: GroupNames): string | undefined {
  const asked = [askedOf(inputs, 'blue', kind).group, askedOf(inputs, 'green', kind).group]
  if (blue === undefined || asked.every(one => one === undefined) || sameName(blue, current ?? '')) return undefined
  return greens.find(green => sameName(green, blue))
}
