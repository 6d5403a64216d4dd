/** Green's group: blue's own or a default one where that does; else one of the target family with everything that people set. Pure. */
import {standingOfGroup, UNFINISHED} from '../domain/memory.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {differencesIn, isDefaultGroup, isFormula, sameName} from '../domain/parameters.ts'
import {groupByItself, saysSeveral} from '../observing/prepared.ts'
import type {GroupSeen} from '../observing/preparing.ts'
import {groupKey} from '../observing/preparing.ts'
import {askedOf} from './asked.ts'
import type {BlueWork} from './blue.ts'
import type {Contents} from './contents.ts'
import {contentsOf} from './contents.ts'
import {apartOf, isApart} from './deliberate.ts'
import {needsOf} from './needs.ts'
import {remarksOn} from './remarks.ts'
import type {Decided, GroupWork, OfKind} from './work.ts'
import {blocked, decided, emptyGroup, refuseNobodys} from './work.ts'

export interface GreenWork {
  readonly work: GroupWork | undefined
  readonly group: ParameterGroup
  readonly notes: readonly string[]
}

export function greenWork(one: OfKind, blue: BlueWork): Decided<GreenWork> {
  const {kind, source, inputs, family, blueFamily, definitions} = one
  const asked = askedOf(inputs, 'green', kind)
  const trouble = differentGroups(one, blue, asked.group, asked.groupInput)
  if (trouble !== undefined) return trouble
  const name = asked.group ?? freeName(one, blue)
  const seen = one.preparing.groups.get(groupKey(kind, name))
  const isLogical = source.replication === 'logical'
  // A group that somebody named has values of its own; the derived one follows blue, also when it is there from another time.
  const keepsOwn = asked.group !== undefined
  const apart = apartOf(blue.group, (keepsOwn ? seen?.group.set : undefined) ?? new Map(), isLogical)
  const isDerived = asked.group === undefined
  if (isDerived && seen !== undefined && !sameName(name, blue.group.name)) {
    const nobodys = refuseNobodys(seen, asked.groupInput)
    if (nobodys !== undefined) return nobodys
  }
  // One of an earlier production `create` passes over; an unfinished one stops it, so that it is finished here.
  const standing = seen === undefined ? 'nobodys' : standingOfGroup(seen, source.production.resourceId)
  const isThere = seen?.group.family === family && ['finished', 'unfinished'].includes(standing)
  if (isDerived && !isThere && !needsItsOwn(one, blue, asked.values.size > 0, apart))
    return decided({work: undefined, group: whatItGets(one, blue), notes: []})
  if (seen === undefined && isDefaultGroup(name)) return blocked(`there is no parameter group ${name}`, `correct ${asked.groupInput}`)
  if (seen !== undefined && seen.group.family !== family)
    return blocked(
      `parameter group ${name} is of family ${seen.group.family}; green needs one of ${family}`,
      `give another ${asked.groupInput}`
    ) // G-38
  const contents = contentsOf({
    group: {...(seen?.group ?? emptyGroup(kind, name, family, definitions.green)), family},
    definitions: definitions.green,
    from: sameName(name, blue.group.name) ? undefined : blue.group,
    fromDefinitions: definitions.blue,
    keepsOwn,
    apart,
    asked: asked.values,
    needs: needsOf(source, kind, blue.group)
  })
  const work = ({missing, extra, made}: Pick<GroupWork, 'missing' | 'extra' | 'made'>): GroupWork => ({
    side: 'green',
    kind,
    name,
    family,
    seen,
    missing,
    extra,
    isToBeFinished: isDerived || seen === undefined || seen.madeFor === UNFINISHED || missing.length > 0,
    isLive: false,
    from: sameName(name, blue.group.name) || isDefaultGroup(blue.group.name) ? undefined : blue.group.name,
    made
  })
  if (!isDerived && standing === 'of_another' && seen?.users.length === 0 && contents.missing.length > 0)
    return blocked(
      `parameter group ${name} was made for the green of another database (${seen.madeFor}): what is set for ${source.production.name} would be set there too`,
      `give another ${asked.groupInput}; if that database is gone, take the tag off the group`
    )
  const isFixed = seen !== undefined && (isDefaultGroup(name) || seen.users.length > 0)
  const stands = isFixed
    ? asItStands(seen, contents, asked.values, asked.groupInput, work({missing: [], extra: [], made: seen.group}))
    : decided({
        work: work(contents),
        group: contents.made,
        notes: remarksOn(name, contents, blueFamily === family ? undefined : blue.group.name)
      })
  if (stands.is !== 'decided') return stands
  const notes = [
    ...stands.value.notes,
    ...ownValues(one, blue.group, seen, keepsOwn),
    ...ofOthers(one, blue, stands.value.group),
    ...ofEngine(one, stands.value.group)
  ]
  return decided({...stands.value, notes})
}

/** Of the names that green's group can have the first that is nobody's, or this production's already. */
function freeName({kind, greens, preparing, source}: OfKind, blue: BlueWork): string {
  const isFree = (name: string): boolean => {
    const seen = preparing.groups.get(groupKey(kind, name))
    if (sameName(name, blue.group.name)) return false
    return seen === undefined || seen.users.length === 0 || standingOfGroup(seen, source.production.resourceId) !== 'of_another'
  }
  return greens.find(isFree) ?? greens.at(-1) ?? ''
}

/** What a group that was given says otherwise than blue's, and goes on to say. */
function ownValues({kind}: OfKind, blue: ParameterGroup, seen: GroupSeen | undefined, keepsOwn: boolean): readonly string[] {
  if (seen === undefined || !keepsOwn || sameName(seen.group.name, blue.name)) return []
  const own = [...seen.group.set.keys()]
  const lines = differencesIn(own, blue, seen.group)
  const what = kind === 'cluster' ? 'cluster parameter group' : 'parameter group'
  return lines.length === 0 ? [] : [`${what} ${seen.group.name} keeps what it says otherwise than ${blue.name}: ${lines.join(', ')}`]
}

/** Values of the groups that the other instances of blue use, which one group for all of green does not say. */
function ofOthers({others, preparing, kind, source}: OfKind, blue: BlueWork, green: ParameterGroup): readonly string[] {
  return others.flatMap(name => {
    const seen = preparing.groups.get(groupKey(kind, name))
    if (seen === undefined || sameName(name, green.name) || sameName(name, blue.wanted ?? '')) return []
    const lines = differencesIn([...seen.group.set.keys()], seen.group, green)
    const users = source.instances.flatMap(one => (sameName(one.parameterGroup ?? '', name) ? [one.name] : []))
    return lines.length === 0
      ? []
      : [`green gets one group for all: of ${name}, which ${users.join(', ')} uses, ${lines.join(', ')} in ${green.name}`]
  })
}

/** What nobody has set, and the engine does otherwise in the family of green. */
function ofEngine({blueFamily, family, definitions}: OfKind, green: ParameterGroup): readonly string[] {
  if (blueFamily === family) return []
  const lines = [...definitions.green.values()].flatMap(({name, value}) => {
    const before = definitions.blue.get(name)
    if (before?.value === undefined || value === undefined || before.value === value || green.set.has(name)) return []
    return isFormula(value) || isFormula(before.value) ? [] : [`${name} ${before.value} → ${value}`]
  })
  if (lines.length === 0) return []
  return [
    `nobody has set these, and ${family} has other defaults than ${blueFamily}: ${lines.join(', ')}; target-parameters keeps what has to stay`
  ]
}

/** Used by others, or a default one: not edited, and good enough as long as it has what a deployment cannot do without. */
function asItStands(
  seen: GroupSeen,
  contents: Contents,
  asked: ReadonlyMap<string, string>,
  input: string,
  work: GroupWork
): Decided<GreenWork> {
  const {name} = seen.group
  const isDefault = isDefaultGroup(name)
  // A default group does for RDS; that it says less than it should is for people to know.
  const lacks = isDefault ? contents.needed.filter(one => asked.has(one)) : contents.needed
  if (lacks.length > 0)
    return blocked(
      `parameter group ${name} lacks ${lacks.join(', ')} and is not edited: it is ${isDefault ? 'a default group' : `used by ${seen.users.join(', ')}`}`,
      `give ${input}: another one, which is made if it does not exist`
    )
  const notes = [
    ...contents.missing.map(one => `parameter group ${name} was left as it is, and does not say ${one.name}=${one.value}`),
    ...contents.extra.map(one => `parameter group ${name} was left as it is, and still says ${one.name}=${one.value}`)
  ]
  return decided({work, group: seen.group, notes})
}

function needsItsOwn(
  {family, blueFamily}: OfKind,
  blue: BlueWork,
  isAsked: boolean,
  apart: ReadonlyMap<string, {readonly value: string}>
): boolean {
  if (isAsked || (!isDefaultGroup(blue.group.name) && family !== blueFamily)) return true
  return isApart(blue.group, apart)
}

/** As `create` takes it by itself. */
function whatItGets({kind, family, blueFamily, definitions}: OfKind, {group}: BlueWork): ParameterGroup {
  const name = groupByItself(group.name, blueFamily, family)
  return name === undefined || name === group.name ? group : emptyGroup(kind, name, family, definitions.green)
}

function differentGroups(one: OfKind, blue: BlueWork, given: string | undefined, input: string): Decided<never> | undefined {
  if (given !== undefined || one.kind === 'cluster') return undefined
  const isMoved = blue.wanted !== undefined && !sameName(blue.wanted, one.used.group.name)
  const used = new Set(one.source.instances.flatMap(({parameterGroup}) => parameterGroup?.toLowerCase() ?? []))
  if (isMoved || used.size <= 1) return undefined
  const {because, remedy} = saysSeveral([...used], input)
  return blocked(because, remedy)
}
