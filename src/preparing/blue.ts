/** Blue's group: one that is edited in place, one that is made beside the one of today, or none at all. Pure. */
import type {Need} from '../domain/needs.ts'
import {numberIn} from '../domain/needs.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {isDefaultGroup, isFormula, sameName} from '../domain/parameters.ts'
import type {GroupSeen} from '../observing/preparing.ts'
import {groupKey} from '../observing/preparing.ts'
import type {Asked} from './asked.ts'
import {askedOf} from './asked.ts'
import type {Contents} from './contents.ts'
import {contentsOf} from './contents.ts'
import {needsOf} from './needs.ts'
import {remarksOn} from './remarks.ts'
import type {Decided, GroupWork, OfKind} from './work.ts'
import {blocked, decided, emptyGroup, refuseNobodys} from './work.ts'

export interface BlueWork {
  /** The group that blue is to be in; undefined: nobody asks for anything. */
  readonly wanted: string | undefined
  readonly work: GroupWork | undefined
  /** As blue's group will be. */
  readonly group: ParameterGroup
  readonly notes: readonly string[]
}

export function blueWork(one: OfKind): Decided<BlueWork> {
  const {kind, source, used, inputs, blueFamily, definitions} = one
  const asked = askedOf(inputs, 'blue', kind)
  const needs = needsOf(source, kind, used.group)
  const {blue: own} = definitions
  const filling = {definitions: own, fromDefinitions: own, apart: new Map(), asked: asked.values, needs}
  const today = contentsOf({...filling, group: {...used.group, family: blueFamily}, from: undefined, keepsOwn: true})
  const isPrepared = one.blue !== undefined && sameName(used.group.name, one.blue)
  const asks = needs.length > 0 || asked.values.size > 0
  const workOn = (name: string, seen: GroupSeen | undefined, contents: Contents, from?: string): Decided<BlueWork> =>
    decided({
      wanted: name,
      work: {
        side: 'blue',
        kind,
        name,
        family: blueFamily,
        seen,
        missing: contents.missing,
        extra: contents.extra,
        isToBeFinished: false,
        isLive: (seen?.users ?? []).some(user => isOfBlue(one, user)),
        from: from === undefined || isDefaultGroup(from) ? undefined : from,
        made: contents.made
      },
      group: contents.made,
      notes: [...remarksOn(name, contents, from), ...belowNeeds(asked, needs)]
    })
  if (today.missing.length === 0) {
    if (isPrepared && asks) return workOn(used.group.name, used, today)
    return decided({
      wanted: asks ? used.group.name : undefined,
      work: undefined,
      group: used.group,
      notes: remarksOn(used.group.name, today, undefined)
    })
  }
  const name = one.blue ?? ''
  const seen = one.preparing.groups.get(groupKey(kind, name))
  const stands = standsInTheWay(one, name, seen, asked)
  if (stands !== undefined) return stands
  if (isPrepared) return workOn(used.group.name, used, today)
  const group = {...(seen?.group ?? emptyGroup(kind, name, blueFamily, definitions.blue)), family: blueFamily}
  // A group that people have given says what they want; one of ours is brought up to what blue runs with today.
  const keepsOwn = asked.group !== undefined
  return workOn(name, seen, contentsOf({...filling, group, from: used.group, keepsOwn}), used.group.name)
}

/** Numbers that people insist on and that may be too few. */
const belowNeeds = ({input, values}: Asked, needs: readonly Need[]): readonly string[] =>
  needs.flatMap(need => {
    const value = values.get(need.name)
    return value === undefined || !need.isLeast || isFormula(value) || need.isMet(value)
      ? []
      : [`${input}: ${need.name}=${value} may be too few: ${need.valueFor()} is enough for a few dozen databases`]
  })

const isOfBlue = ({source}: OfKind, name: string): boolean => source.blue.some(one => one.name === name)

/** Why the group that blue would get cannot be the one. */
function standsInTheWay(one: OfKind, name: string, seen: GroupSeen | undefined, asked: Asked): Decided<never> | undefined {
  const {kind, source, used, blueFamily} = one
  const another = `give ${asked.groupInput}: another one, which is made if it does not exist`
  // G-41
  if (isDefaultGroup(name)) return blocked(`${name} is a default parameter group, which nobody can edit`, another)
  if (seen !== undefined && seen.group.family !== blueFamily)
    return blocked(
      `parameter group ${name} is of family ${seen.group.family}; ${source.production.name} needs one of ${blueFamily}`,
      another
    )
  const strangers = (seen?.users ?? []).filter(user => !isOfBlue(one, user))
  if (strangers.length > 0) return blocked(`parameter group ${name} is used by ${strangers.join(', ')} too, and is not edited`, another)
  if (asked.group === undefined && seen !== undefined && !sameName(name, used.group.name)) {
    const nobodys = refuseNobodys(seen, asked.groupInput)
    if (nobodys !== undefined) return nobodys
  }
  if (kind === 'cluster' || asked.group !== undefined) return undefined
  const others = source.instances.filter(
    ({parameterGroup: own}) => own !== undefined && !isDefaultGroup(own) && !sameName(own, used.group.name) && !sameName(own, name)
  )
  if (others.length === 0) return undefined
  return blocked(
    `${others.map(other => `${other.name} uses the parameter group ${other.parameterGroup}`).join(', ')}, and ${source.production.name} uses ${used.group.name}`,
    `give ${asked.groupInput}: all of them get that one`
  )
}

/** A standby of PostgreSQL stops replaying where it allows fewer than its primary (PostgreSQL manual, "Hot Standby"). */
export function ofStandbys({kind, others, preparing, source}: OfKind, blue: BlueWork): readonly string[] {
  if (kind !== 'instance' || source.production.engine !== 'postgres' || blue.wanted === undefined) return []
  return others.flatMap(name => {
    const seen = preparing.groups.get(groupKey(kind, name))
    if (seen === undefined || !sameName(blue.wanted ?? '', source.production.parameterGroup ?? '')) return []
    const fewer = STANDBY.filter(one => (numberIn(seen.group, one) ?? 0) < (numberIn(blue.group, one) ?? 0))
    const users = source.instances.flatMap(one => (sameName(one.parameterGroup ?? '', name) ? [one.name] : []))
    return fewer.length === 0
      ? []
      : [`${users.join(', ')} stays in ${name}: raise ${fewer.join(', ')} there to what ${blue.group.name} says, or it stops replaying`]
  })
}

const STANDBY = ['max_connections', 'max_prepared_transactions', 'max_locks_per_transaction', 'max_wal_senders', 'max_worker_processes']
