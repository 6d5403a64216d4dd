/**
 * The front desk: what stands between a face and the model, once for all faces. It keeps the account, lets its time pass, records every
 * request, and decides what goes wrong: planned faults, weather, latency, throttling, the IAM policy, expired credentials, stale reads,
 * and kills. Deterministic on a virtual scheduler: the same dice, the same record.
 */

import type {Scheduler} from './clocks.ts'
import type {Fault, FaultRule, Weather} from './desk-faults.ts'
import {faultOf, faultPlan, tokenBucket, without} from './desk-faults.ts'
import {accessDenied, actionOf, refuseByPolicy} from './desk-policy.ts'
import type {Dice} from './dice.ts'
import type {Account} from './model/account.ts'
import {advance} from './model/advance.ts'
import {isRead, perform} from './model/operations.ts'
import type {Change} from './model/people.ts'
import {isRefusal, refusal} from './model/refusals.ts'
import type {Api, Broken, Refusal, Service} from './service.ts'

export interface DeskOptions {
  readonly account: Account
  readonly scheduler: Scheduler
  readonly dice: Dice
  /** Milliseconds of the model, from and to; [0, 0] answers in the same instant. */
  readonly latency?: readonly [number, number]
  readonly faults?: readonly FaultRule[]
  readonly weather?: Weather
  /** Denied actions, `rds:DescribeEvents`, or with a trailing `*`. */
  readonly denied?: readonly string[]
  /** From that date on credentials have expired, until they are renewed by AssumeRoleWithWebIdentity (if `renewable`). */
  readonly expireAt?: number
  readonly renewable?: boolean
  /** facts 8.4; `off` for none. */
  readonly bucket?: {readonly size: number; readonly perSecond: number} | 'off'
  /** Freezes every answer: a caller that changes what it was given would change the account. */
  readonly freeze?: boolean
  /** Told of every value the account takes, at its own instant. Collect what is wrong: what it throws, the caller of that moment gets. */
  readonly onChange?: (change: Changed) => void
}

export interface Changed {
  readonly before: Account
  readonly after: Account
  readonly at: number
  /** The request that changed it; undefined when time or other people did. */
  readonly entry: Entry | undefined
}

export type Outcome = 'pending' | 'answered' | 'refused' | 'broken' | 'killed'

/** One request. The desk completes it as it goes; everybody else reads. */
export interface Entry {
  readonly sequence: number
  readonly caller: string
  readonly api: Api
  readonly operation: string
  readonly input: object
  readonly at: number
  outcome: Outcome
  /** The code of the refusal or of the break. */
  code: string | undefined
  fault: Fault['is'] | undefined
  /** It changed the account: for a write, that AWS accepted it, whether or not the answer came through. */
  effect: boolean
  /** Served from an account so many seconds old. */
  staleSeconds: number | undefined
  answered: object | undefined
}

export interface Kill {
  /** Counted by caller, from 1. */
  readonly request: number
  readonly when: 'before_effect' | 'after_effect' | 'after_reply'
}

export interface CallerOptions {
  readonly kill?: Kill
  /** Told when the kill strikes: a simulation kills the caller's clock then. */
  readonly onKilled?: () => void
}

export interface Desk extends Service {
  readonly record: readonly Entry[]
  /** The account as it is now. Time passes in the account when somebody looks or asks, not before; `onChange` tells the instants. */
  account(): Account
  /** A client of its own, named in the record, that can be killed. */
  caller(name: string, options?: CallerOptions): Service
  /** Somebody changes the account now. */
  change(change: Change): void
  /** Somebody changes it so many milliseconds of the model later. */
  changeAfter(milliseconds: number, change: Change): void
  /** Other weather, other rules, another policy from now on. */
  setWeather(weather: Weather): void
  setFaults(faults: readonly FaultRule[]): void
  setDenied(denied: readonly string[]): void
}

const never = <T>(): Promise<T> => new Promise(() => undefined)

/** The oldest account a stale read can serve, in milliseconds of the model. */
const memory = 60_000

export function openDesk(options: DeskOptions): Desk {
  const {scheduler, dice} = options
  const {pace} = scheduler
  let account: Account = {...options.account, pace}
  const opened = scheduler.now()
  const history: {readonly since: number; readonly account: Account}[] = [{since: opened, account}]
  const record: Entry[] = []
  const timers = dice.fork('timers')
  let planned = faultPlan(options.faults ?? [])
  let weather: Weather = options.weather ?? {}
  let denied: readonly string[] = options.denied ?? []
  let expireAt = options.expireAt
  let changes = 0
  const bucketOf = options.bucket ?? {size: 300, perSecond: 12}
  const takeToken = bucketOf === 'off' ? () => true : tokenBucket(bucketOf.size, bucketOf.perSecond, pace, opened)

  function become(after: Account, at: number, entry: Entry | undefined): void {
    if (after === account) return
    const before = account
    account = after
    history.push({since: at, account: after})
    while (history.length > 1 && (history[1]?.since ?? at) < at - memory * pace) history.shift()
    options.onChange?.({before, after, at, entry})
  }

  function settle(now: number): void {
    advance(account, now, timers, (_before, after, at) => become(after, at, undefined))
  }

  const accountAt = (time: number): Account => history.findLast(one => one.since <= time)?.account ?? history[0]?.account ?? account

  const wait = (milliseconds: number): Promise<void> =>
    milliseconds <= 0 ? Promise.resolve() : new Promise(resolve => scheduler.after(milliseconds * pace, resolve))

  function refuse(entry: Entry, fault: Fault | undefined, now: number): Refusal | undefined {
    const {api, operation} = entry
    if (fault?.is === 'throttle') return throttled(account)
    if (fault?.is === 'refuse' && fault.effect !== 'after') return refused(fault)
    if (fault?.is === 'deny') return accessDenied(account, actionOf(api, operation))
    if (operation === 'AssumeRoleWithWebIdentity') return undefined
    if (fault?.is === 'expire' || (expireAt !== undefined && now >= expireAt))
      return refusal(account.unknowns.expiredCode, 'The security token included in the request is expired', 403)
    return refuseByPolicy(account, denied, api, operation, entry.input)
  }

  function effect(entry: Entry, fault: Fault | undefined, now: number): object {
    const early = refuse(entry, fault, now)
    if (early !== undefined) return early
    if (entry.api === 'rds' && !takeToken(now)) return throttled(account)
    const own = dice.fork(`request ${entry.sequence}`)
    const read = isRead(entry.operation)
    if (read && fault?.is === 'stale') entry.staleSeconds = fault.seconds
    const seen = entry.staleSeconds === undefined ? account : accountAt(now - entry.staleSeconds * 1000 * pace)
    // Metrics have a stream of their own: the same minute shows the same value, whoever asks and however often.
    const answered = perform(seen, entry.api, entry.operation, entry.input, now, entry.api === 'monitoring' ? dice.fork('metrics') : own)
    if (isRefusal(answered)) return answered
    if (!read) {
      entry.effect = answered.account !== account
      become(answered.account, now, entry)
      if (entry.operation === 'AssumeRoleWithWebIdentity' && options.renewable !== false) expireAt = undefined
    }
    if (fault?.is === 'refuse') return refused(fault)
    return fault?.is === 'omit' ? without(answered.output, fault.members) : answered.output
  }

  const breaks = (fault: Fault | undefined, when: 'before' | 'after'): Broken | undefined => {
    if ((fault?.is !== 'reset' && fault?.is !== 'timeout') || fault.effect !== when) return undefined
    return fault.is === 'reset'
      ? {broken: true, code: 'ECONNRESET', message: 'socket hang up'}
      : {broken: true, code: 'ETIMEDOUT', message: 'connect ETIMEDOUT'}
  }

  function end(entry: Entry, outcome: Outcome, code?: string): void {
    entry.outcome = outcome
    entry.code = code
  }

  async function serve(entry: Entry, kill: 'before_effect' | 'after_effect' | undefined, killed: () => void): Promise<object> {
    const own = dice.fork(`desk ${entry.sequence}`)
    const fault = planned(entry) ?? faultOf(weather, isRead(entry.operation), own.fork('weather'))
    entry.fault = fault?.is
    const [from, to] = options.latency ?? [10, 90]
    const latency = to === 0 ? 0 : own.fork('latency').between(from, to) + (fault?.is === 'slow' ? fault.milliseconds : 0)
    await wait(latency / 2)
    if (kill === 'before_effect') {
      end(entry, 'killed')
      killed()
      return never()
    }
    const early = breaks(fault, 'before')
    if (early !== undefined) {
      end(entry, 'broken', early.code)
      throw thrown(early)
    }
    const now = scheduler.now()
    settle(now)
    const answer = effect(entry, fault, now)
    if (kill === 'after_effect') {
      end(entry, 'killed')
      killed()
      return never()
    }
    await wait(latency / 2)
    const late = breaks(fault, 'after')
    if (late !== undefined) {
      end(entry, 'broken', late.code)
      throw thrown(late)
    }
    if (isRefusal(answer)) {
      end(entry, 'refused', answer.code)
      throw thrown(answer)
    }
    end(entry, 'answered')
    entry.answered = options.freeze === true ? frozen(answer) : answer
    return answer
  }

  function caller(name: string, of: CallerOptions = {}): Service {
    let requests = 0
    let dead = false
    const killed = (): void => {
      dead = true
      of.onKilled?.()
    }
    return {
      async answer(api, operation, input) {
        if (dead) return never()
        requests += 1
        const entry: Entry = {
          sequence: record.length + 1,
          caller: name,
          api,
          operation,
          input,
          at: scheduler.now(),
          outcome: 'pending',
          code: undefined,
          fault: undefined,
          effect: false,
          staleSeconds: undefined,
          answered: undefined
        }
        record.push(entry)
        const mine = of.kill !== undefined && requests === of.kill.request ? of.kill.when : undefined
        if (mine !== 'after_reply') {
          const answered = await serve(entry, mine, killed)
          // A request that was under way when its caller was killed: nobody hears the answer.
          return dead ? never() : answered
        }
        try {
          return await serve(entry, undefined, killed)
        } finally {
          killed()
        }
      }
    }
  }

  const change = (changing: Change): void => {
    const now = scheduler.now()
    settle(now)
    become(changing(account, now, dice.fork(`change ${changes++}`)), now, undefined)
  }

  const first = caller('')
  return {
    record,
    account() {
      settle(scheduler.now())
      return account
    },
    answer: (api, operation, input) => first.answer(api, operation, input),
    caller,
    change,
    changeAfter(milliseconds, changing) {
      scheduler.after(milliseconds * pace, () => change(changing))
    },
    setWeather(other) {
      weather = other
    },
    setFaults(rules) {
      planned = faultPlan(rules)
    },
    setDenied(actions) {
      denied = actions
    }
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const one of Object.values(value)) frozen(one)
  return value
}

/** What rejects is an `Error` too, so that nobody who only knows errors loses its message. */
const thrown = (one: Refusal | Broken): Error => Object.assign(new Error(one.message), one)

const refused = (fault: Extract<Fault, {is: 'refuse'}>): Refusal =>
  refusal(fault.code, fault.message ?? `The lab refuses: ${fault.code}`, fault.status ?? 400)

const throttled = (account: Account): Refusal => refusal(account.unknowns.throttleCode, 'Rate exceeded')
