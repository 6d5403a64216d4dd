/** The engine over a scripted phase and a scripted RDS, in virtual time: what was sent and when, what was said, how it ended. */
import {virtualTime} from '../../lab/clocks.ts'
import {known} from '../../src/domain/known.ts'
import {Drive} from '../../src/engine/drive.ts'
import type {End} from '../../src/engine/endings.ts'
import {ExpiryNotice} from '../../src/engine/expiry.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation} from '../../src/observing/observation.ts'
import type {Phase, Plan, Situation, Step, WaitStep, WriteStep} from '../../src/phases/phase.ts'
import {steps} from '../../src/phases/phase.ts'
import type {RdsApi} from '../../src/rds/api.ts'
import {Faulted, faultOf} from '../../src/rds/faults.ts'
import {paceOf} from '../../src/waiting/pace.ts'
import type {World} from '../../src/world.ts'
import {deployment, ID, inputs, observation} from '../phases/builders.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND

/** As the SDK throws it. */
export const thrown = (name: string, httpStatusCode?: number, message = name): Error =>
  Object.assign(new Error(message), {name, $metadata: httpStatusCode === undefined ? {} : {httpStatusCode}})
export const LOST = Object.assign(new Error('socket hang up'), {code: 'ECONNRESET', $metadata: {}})
export const DENIED = thrown('AccessDenied', 403)
export const THROTTLED = thrown('Throttling', 400)
export const EXPIRED = thrown('ExpiredToken', 403)

/** The effect of the write `status`, as a look shows it. */
export const WRITE = (status = 'SWITCHOVER_IN_PROGRESS', over: Partial<WriteStep> = {}): WriteStep => ({
  do: 'write',
  intent: `make it ${status}`,
  call: {operation: 'SwitchoverBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: `bgd-${status}`}},
  shows: now => now.deployment.is === 'known' && now.deployment.value.status === status,
  refused: {reason: 'switchover_refused', remedy: 'mend it'},
  ...over
})
export const OTHER = WRITE('OTHER')
export const WAIT = (over: Partial<WaitStep> = {}): WaitStep => ({do: 'wait', intent: 'it comes', pace: 'settling', ...over})
export const DONE: Plan = {is: 'done', reason: 'green_ready', because: 'it is so'}
export const does = (first: Step, ...rest: Step[]): Plan => steps(first, ...rest)

export interface Script {
  readonly plan: (situation: Situation) => Plan
  /** The status of the deployment at look n (from 1), after so many writes were sent; or what the look throws. */
  readonly look?: (n: number, sent: number, at: number) => string | Observation | Error
  /** What write n (from 1) answers. */
  readonly answer?: (n: number, at: number) => Error | undefined | Promise<never>
  /** Databases by resource id, for bearers; or what the read throws. */
  readonly bearers?: (n: number) => readonly {name: string; id: string}[] | Error
  readonly read?: (operation: string) => object | Error
  readonly inputs?: Partial<Inputs>
  readonly deadline?: number
  readonly expires?: Date
  /** Aborted so many milliseconds into the run, or when that happens. */
  readonly cancelAt?: number | 'write' | 'look' | 'bearer'
}

export interface Driven extends Omit<End, 'outcome'> {
  readonly end: string
  readonly because: string
  readonly remedy: string
  readonly details: readonly string[]
  /** Operation and subject, with the seconds into the run. */
  readonly sent: readonly (readonly [string, number])[]
  readonly looks: readonly number[]
  readonly said: readonly string[]
  readonly warned: readonly string[]
  readonly took: number
}

export async function drive(script: Script): Promise<Driven> {
  const time = virtualTime()
  const clock = time.clock()
  const cancel = new AbortController()
  const sent: (readonly [string, number])[] = []
  const looks: number[] = []
  const said: string[] = []
  const warned: string[] = []
  let reads = 0
  const pause = (): Promise<void> => new Promise(resolve => time.scheduler.after(10, resolve))
  const rds: RdsApi = {
    async read(operation, input) {
      await pause()
      if (script.cancelAt === 'bearer') cancel.abort()
      reads += 1
      const answer =
        script.bearers !== undefined && operation === 'DescribeDBInstances' ? script.bearers(reads) : (script.read?.(operation) ?? [])
      if (Object.prototype.toString.call(answer) === '[object Error]') throw new Faulted(faultOf(answer), operation)
      if (!Array.isArray(answer)) return answer as never
      const ids = (input as {Filters?: {Values?: string[]}[]}).Filters?.[0]?.Values ?? []
      const found = (answer as {name: string; id: string}[]).filter(one => ids.includes(one.id))
      return {
        DBInstances: found.map(one => ({
          DBInstanceIdentifier: one.name,
          DbiResourceId: one.id,
          DBInstanceArn: `arn:aws:rds:eu-central-1:123456789012:db:${one.name}`
        }))
      } as never
    },
    async write(operation, input) {
      sent.push([`${operation} ${Object.values(input as object)[0] as string}`, Math.round(clock.elapsed() / 1000)])
      if (script.cancelAt === 'write') cancel.abort()
      const answer = script.answer?.(sent.length, clock.elapsed())
      await pause()
      if (answer !== undefined) throw await answer
      return {} as never
    }
  }
  const phase: Phase = {
    name: 'switchover',
    async observe() {
      looks.push(Math.round(clock.elapsed() / 1000))
      await pause()
      if (script.cancelAt === 'look') cancel.abort()
      const seen = script.look?.(looks.length, sent.length, clock.elapsed()) ?? 'AVAILABLE'
      if (Object.prototype.toString.call(seen) === '[object Error]') throw new Faulted(faultOf(seen), 'DescribeBlueGreenDeployments')
      return typeof seen === 'string' ? observation('AVAILABLE', {deployment: known(deployment(seen))}) : (seen as Observation)
    },
    plan: (_inputs, situation) => script.plan(situation),
    after: (_inputs, observed) => observed
  }
  const signal = cancel.signal
  const world: World = {
    rds,
    metrics: {read: () => Promise.resolve({})},
    clock,
    random: () => 0.5,
    signal,
    reporter: {
      startGroup: () => undefined,
      endGroup: () => undefined,
      say: line => void said.push(line),
      warn: line => void warned.push(line),
      know: () => undefined
    },
    expires: () => script.expires,
    run: {url: '', id: ''}
  }
  if (typeof script.cancelAt === 'number') time.scheduler.after(script.cancelAt, () => cancel.abort())
  const course = {
    phase,
    inputs: inputs({}, script.inputs ?? {}),
    world,
    look: world,
    pace: paceOf(undefined),
    deadline: script.deadline ?? 330 * MINUTE,
    know: () => undefined,
    expiry: new ExpiryNotice(world, script.deadline ?? 330 * MINUTE)
  }
  const ended = await time.run(new Drive(course).run())
  if (ended.is === 'rejected') throw ended.error
  if (ended.is === 'stuck') throw new Error('it never ended')
  const {outcome, ...rest} = ended.value
  return {
    ...rest,
    end: `${outcome.is} ${outcome.reason}`,
    because: outcome.because,
    remedy: outcome.remedy,
    details: outcome.details,
    sent,
    looks,
    said,
    warned,
    took: Math.round(clock.elapsed() / 1000)
  }
}

export {ID}
