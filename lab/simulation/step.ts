/** One process of the action: `main()` on a clock and a client of its own, with whatever end its fate brings. */
import {main} from '../../src/main.ts'
import type {Publisher} from '../../src/world.ts'
import type {MortalClock, VirtualTime} from '../clocks.ts'
import type {Desk, Kill} from '../desk.ts'
import type {Dice} from '../dice.ts'
import {inProcess} from '../faces/in-process.ts'
import {isRead} from '../model/operations.ts'
import type {Service} from '../service.ts'
import type {RunPlan} from './story.ts'

export type Ended =
  | {readonly is: 'ended'; readonly code: number}
  | {readonly is: 'killed'}
  | {readonly is: 'rejected'; readonly error: unknown}

/** A phase said how it ended, at this very instant. */
export interface Said {
  readonly phase: string
  readonly outcome: string
  readonly reason: string
}

export interface StepOptions {
  readonly plan: RunPlan
  readonly env: Readonly<Record<string, string>>
  readonly desk: Desk
  readonly time: VirtualTime
  readonly dice: Dice
  /** Before a request goes out. */
  onRequest(run: string, operation: string): void
  onLine(run: string, line: string): void
  onSaid(step: Step, said: Said): void
}

export interface Step {
  readonly plan: RunPlan
  readonly env: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
  /** Everything that anybody could read, but for the report file. */
  readonly texts: readonly string[]
  readonly report: string
  readonly startedAt: number
  readonly endedAt: number
  /** How many requests of all runs there were, and the date, when it was cancelled. */
  readonly cancelled: {readonly requests: number; readonly at: number} | undefined
  readonly ended: Ended | undefined
  readonly done: Promise<Ended>
}

const SAID = /^([a-z]+) {2}([a-z_]+) \(([a-z_]+)\): /

export function start(options: StepOptions): Step {
  const {plan, env, desk, time, dice} = options
  const {fate} = plan
  const controller = new AbortController()
  const clock = time.clock()
  const random = dice.fork('random')
  const texts: string[] = []
  const outputs: Record<string, string> = {}
  let ended = (_how: Ended): void => undefined
  let dead = false
  const step = {
    plan,
    env,
    outputs,
    texts,
    report: '',
    startedAt: time.scheduler.now(),
    endedAt: 0,
    cancelled: undefined as Step['cancelled'],
    ended: undefined as Ended | undefined,
    done: new Promise<Ended>(resolve => {
      ended = how => {
        if (step.ended !== undefined) return
        step.ended = how
        step.endedAt = time.scheduler.now()
        resolve(how)
      }
    })
  }
  const die = (): void => {
    dead = true
    clock.kill()
    options.onLine(plan.name, '(killed)')
    ended({is: 'killed'})
  }
  const cancel = (): void => {
    if (step.cancelled !== undefined || step.ended !== undefined) return
    step.cancelled = {requests: desk.record.length, at: time.scheduler.now()}
    options.onLine(plan.name, '(cancelled)')
    controller.abort()
  }
  const strike = fate?.is === 'cancel' ? cancel : die
  if (fate?.moment.at === 'time') time.scheduler.after(fate.moment.seconds * 1000, () => step.ended === undefined && strike())

  const {rds, metrics} = inProcess(clientOf(options, strike, () => dead, die))
  const say = (line: string): void => {
    if (dead) return
    texts.push(line)
    options.onLine(plan.name, line)
    const found = SAID.exec(line)
    if (found !== null) options.onSaid(step, {phase: found[1] ?? '', outcome: found[2] ?? '', reason: found[3] ?? ''})
  }
  const publisher: Publisher = {
    mask: () => undefined,
    startGroup: say,
    endGroup: () => undefined,
    say,
    warn: say,
    know(told) {
      Object.assign(outputs, told)
      texts.push(...Object.values(told))
    },
    fail: say,
    reportPath: () => '/home/runner/work/_temp/report.json',
    writeReport: (_path, json) => {
      step.report = json
      return Promise.resolve()
    },
    writeSummary: markdown => {
      texts.push(markdown)
      return Promise.resolve()
    }
  }
  const ends = plan.expires?.known === true ? new Date(step.startedAt + plan.expires.after * 1000) : undefined
  main({
    env,
    publisher,
    connect: () => Promise.resolve({rds, metrics, expires: () => ends}),
    clock: asleep(clock, options, strike, () => dead),
    random: () => random.roll(),
    signal: controller.signal,
    run: {url: `https://github.com/o/r/actions/runs/${plan.name.slice(4)}`, id: `${plan.name.slice(4)}.1`}
  }).then(
    code => ended({is: 'ended', code}),
    (error: unknown) => ended({is: 'rejected', error})
  )
  return step
}

/** The client, struck at the request or write that the fate names. */
function clientOf({plan, desk, time, dice, onRequest}: StepOptions, strike: () => void, isDead: () => boolean, die: () => void): Service {
  const moment = plan.fate?.moment
  const killing: {kill?: Kill} = {}
  const client = desk.caller(plan.name, Object.assign(killing, {onKilled: die}))
  const counts = {request: 0, write: 0}
  const expireAt = plan.expires === undefined ? undefined : time.scheduler.now() + plan.expires.after * 1000
  return {
    async answer(api, operation, input) {
      if (isDead()) return new Promise<object>(() => undefined)
      counts.request += 1
      if (!isRead(operation)) counts.write += 1
      onRequest(plan.name, operation)
      if (expireAt !== undefined && time.scheduler.now() >= expireAt)
        throw Object.assign(new Error('The security token included in the request is expired'), {
          refused: true,
          code: 'ExpiredToken',
          status: 403
        })
      const strikes =
        (moment?.at === 'request' && counts.request === moment.nth) ||
        (moment?.at === 'write' && !isRead(operation) && counts.write === moment.nth)
      if (!strikes) return client.answer(api, operation, input)
      const {when} = moment
      if (plan.fate?.is === 'kill') {
        killing.kill = {request: counts.request, when}
        return client.answer(api, operation, input)
      }
      if (when !== 'after_reply') time.scheduler.after(when === 'before_effect' ? 0 : dice.fork('cancel').between(0, 100), strike)
      try {
        return await client.answer(api, operation, input)
      } finally {
        if (when === 'after_reply') strike()
      }
    }
  }
}

/** The clock, struck in the middle of the sleep that the fate names. */
function asleep(clock: MortalClock, {plan, time}: StepOptions, strike: () => void, isDead: () => boolean): MortalClock {
  const moment = plan.fate?.moment
  if (moment?.at !== 'sleep') return clock
  let sleeps = 0
  return {
    ...clock,
    sleep(milliseconds, signal) {
      sleeps += 1
      if (sleeps === moment.nth && !isDead()) time.scheduler.after(milliseconds / 2, strike)
      return clock.sleep(milliseconds, signal)
    }
  }
}
