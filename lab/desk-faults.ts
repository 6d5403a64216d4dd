/** Faults by plan or by chance: what may go wrong with one request, as data that a JSON scenario can carry. */
import type {Dice} from './dice.ts'
import type {Api} from './service.ts'

export type Fault =
  | {readonly is: 'throttle'}
  /** `after`: the request had its effect all the same, as a 5xx may. */
  | {
      readonly is: 'refuse'
      readonly code: string
      readonly message?: string
      readonly status?: number
      readonly effect?: 'before' | 'after'
    }
  /** The connection breaks before the request, or its answer, came through. */
  | {readonly is: 'reset'; readonly effect: 'before' | 'after'}
  | {readonly is: 'timeout'; readonly effect: 'before' | 'after'}
  | {readonly is: 'slow'; readonly milliseconds: number}
  /** These members are missing wherever they stand in the answer. */
  | {readonly is: 'omit'; readonly members: readonly string[]}
  /** The answer is the account of so many seconds ago. */
  | {readonly is: 'stale'; readonly seconds: number}
  | {readonly is: 'expire'}
  | {readonly is: 'deny'}

export interface FaultRule {
  /** Left out: every operation. */
  readonly operation?: string
  readonly api?: Api
  readonly caller?: string
  /** The first matching request it strikes, counted from 1; and how many from there on (1 unless told, 0 for ever). */
  readonly nth?: number
  readonly times?: number
  readonly fault: Fault
}

/** Probabilities for each request. */
export interface Weather {
  readonly throttle?: number
  readonly error?: number
  readonly resetBefore?: number
  readonly resetAfter?: number
  readonly slow?: number
  readonly slowMilliseconds?: number
  readonly stale?: number
  /** The oldest account that a stale read serves. */
  readonly staleSeconds?: number
}

export interface Asked {
  readonly api: Api
  readonly operation: string
  readonly caller: string
}

export function faultPlan(rules: readonly FaultRule[]): (asked: Asked) => Fault | undefined {
  const counts = rules.map(() => 0)
  return asked => {
    let struck: Fault | undefined
    for (const [index, rule] of rules.entries()) {
      const matches =
        (rule.operation === undefined || rule.operation === asked.operation) &&
        (rule.api === undefined || rule.api === asked.api) &&
        (rule.caller === undefined || rule.caller === asked.caller)
      if (!matches) continue
      const count = (counts[index] ?? 0) + 1
      counts[index] = count
      const first = rule.nth ?? 1
      const times = rule.times ?? 1
      if (count >= first && (times === 0 || count < first + times)) struck ??= rule.fault
    }
    return struck
  }
}

export function faultOf(weather: Weather, read: boolean, dice: Dice): Fault | undefined {
  const roll = dice.roll()
  let edge = 0
  const within = (probability: number | undefined): boolean => {
    edge += probability ?? 0
    return roll < edge
  }
  if (within(weather.throttle)) return {is: 'throttle'}
  if (within(weather.error)) {
    const internal = dice.chance(0.5)
    const effect = dice.chance(0.5) ? 'after' : 'before'
    return {is: 'refuse', code: internal ? 'InternalFailure' : 'ServiceUnavailable', status: internal ? 500 : 503, effect}
  }
  if (within(weather.resetBefore)) return {is: 'reset', effect: 'before'}
  if (within(weather.resetAfter)) return {is: 'reset', effect: 'after'}
  if (within(weather.slow)) return {is: 'slow', milliseconds: dice.whole(1_000, weather.slowMilliseconds ?? 20_000)}
  if (read && within(weather.stale)) return {is: 'stale', seconds: dice.between(0.5, weather.staleSeconds ?? 30)}
  return undefined
}

/** The answer without those members, at any depth; what does not carry them passes by reference. */
export function without(value: object, members: readonly string[]): object {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value
    const rows = list.map(one => (typeof one === 'object' && one !== null ? without(one, members) : one))
    return rows.every((one, index) => one === list[index]) ? list : rows
  }
  if (Object.prototype.toString.call(value) === '[object Date]') return value
  const entries = Object.entries(value)
    .filter(([key]) => !members.includes(key))
    .map(([key, one]: [string, unknown]) => [key, typeof one === 'object' && one !== null ? without(one, members) : one] as const)
  const same =
    entries.length === Object.keys(value).length && entries.every(([key, one]) => one === (value as Record<string, unknown>)[key])
  return same ? value : Object.fromEntries(entries)
}

/** A token bucket (facts 8.4: 300 at most, 12 a second, for one account and Region). Times in milliseconds of the account's clock. */
export function tokenBucket(size: number, perSecond: number, pace: number, start: number): (now: number) => boolean {
  let tokens = size
  let at = start
  return now => {
    tokens = Math.min(size, tokens + (((now - at) / pace) * perSecond) / 1000)
    at = now
    if (tokens < 1) return false
    tokens -= 1
    return true
  }
}
