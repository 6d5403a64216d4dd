/** What a parameter group lacks, and what it says too much: by what blue's says, what blue/green needs, what was asked for. Pure. */

import type {Need} from '../domain/needs.ts'
import type {Parameter, ParameterGroup, ParametersByName} from '../domain/parameters.ts'
import {spelled, whyNot} from './allowed.ts'
import type {Setting} from './batches.ts'
import {settingOf} from './batches.ts'
import {standingOf} from './needs.ts'

export interface Filling {
  /** The group as it stands; of one that is to be made, an empty one. */
  readonly group: ParameterGroup & {readonly family: string}
  /** What its family can hold. */
  readonly definitions: ParametersByName
  /** Whose values it takes over; undefined: its own. */
  readonly from: ParameterGroup | undefined
  /** What the engine does where `from` says nothing. */
  readonly fromDefinitions: ParametersByName
  /** What the group says already is kept, whatever the other says. */
  readonly keepsOwn: boolean
  readonly apart: ReadonlyMap<string, {readonly value: string}>
  readonly asked: ReadonlyMap<string, string>
  readonly needs: readonly Need[]
}

export interface NotCarried {
  readonly name: string
  readonly value: string
  readonly because: string
}

export interface Contents {
  readonly missing: readonly Setting[]
  /** Left over from what it was to say before, with the value it has. */
  readonly extra: readonly Setting[]
  /** Of these, what is more than taken over: without it there is no deployment, or not the one that was asked for. */
  readonly needed: readonly string[]
  /** What stays behind. */
  readonly left: readonly NotCarried[]
  /** Formulas of the user that may come to less than what is needed. */
  readonly formulas: readonly string[]
  /** As it will be. */
  readonly made: ParameterGroup
}

export function contentsOf(filling: Filling): Contents {
  const {group, definitions, from, fromDefinitions, keepsOwn, apart, asked, needs} = filling
  const follows = from !== undefined && !keepsOwn
  const begins: ParameterGroup = follows ? {...group, set: new Map(), told: new Map()} : group
  const wishes = new Map<string, string>()
  const needed = new Set<string>()
  const left: NotCarried[] = []
  const wish = (name: string, asItIs: string, isNeeded: boolean): void => {
    const definition = definitions.get(name)
    const value = spelled(definition, asItIs)
    const because = whyNot(definition, value, group.family)
    if (because !== undefined) {
      if (!left.some(one => one.name === name)) left.push({name, value, because})
      return
    }
    wishes.set(name, value)
    if (isNeeded) needed.add(name)
  }
  for (const {name, value} of from?.set.values() ?? []) {
    if (apart.has(name) || (keepsOwn && group.set.has(name))) continue
    if (value === undefined) left.push({name, value: '', because: 'RDS does not show what it is set to'})
    else wish(name, value, false)
  }
  // A list that has come to nothing is left to the engine.
  for (const [name, {value}] of apart) if (value !== '' || begins.set.has(name)) wish(name, value, true)
  for (const [name, value] of asked) wish(name, value, true)
  const formulas: string[] = []
  for (const need of needs) {
    if (asked.has(need.name)) continue
    const soFar = withValues(begins, wishes, definitions)
    const standing = standingOf(need, soFar)
    if (standing === 'missing') wish(need.name, need.valueFor(soFar), true)
    if (standing === 'left') formulas.push(need.name)
  }
  const says = (name: string): string | undefined => (group.set.get(name) ?? definitions.get(name))?.value
  const open = [...wishes].filter(([name, value]) => says(name) !== value)
  // What is as the engine does it on the other side was carried over, whether or not RDS shows it as set by somebody (facts 9.3).
  const isCarried = (name: string): boolean => wishes.has(name) || fromDefinitions.get(name)?.value === group.set.get(name)?.value
  const extra = follows ? [...group.set].filter(([name]) => !isCarried(name)) : []
  const kept = new Map([...group.set].filter(([name]) => !extra.some(([other]) => other === name)))
  return {
    missing: open.map(([name, value]) => settingOf(name, value, definitions)),
    extra: extra.map(([name, {value = ''}]) => settingOf(name, value, definitions)),
    needed: open.flatMap(([name]) => (needed.has(name) ? [name] : [])),
    left,
    formulas,
    made: withValues({...begins, set: kept}, wishes, definitions)
  }
}

const userSet = (name: string, value: string, definition: Parameter | undefined): Parameter => ({
  name,
  value,
  isSetByUser: true,
  applyType: definition?.applyType ?? 'static',
  isModifiable: true,
  allowedValues: definition?.allowedValues,
  dataType: definition?.dataType
})

const withValues = (group: ParameterGroup, values: ReadonlyMap<string, string>, definitions: ParametersByName): ParameterGroup => ({
  ...group,
  set: new Map([...group.set, ...[...values].map(([name, value]) => [name, userSet(name, value, definitions.get(name))] as const)]),
  told: new Map([...definitions, ...group.told])
})
