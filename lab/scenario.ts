/** A lab from JSON: which databases there are, what goes wrong, and who meddles when. For the HTTP face, examples and the demo. */
import type {Scheduler} from './clocks.ts'
import type {Desk, DeskOptions} from './desk.ts'
import {openDesk} from './desk.ts'
import type {FaultRule, Weather} from './desk-faults.ts'
import {dice} from './dice.ts'
import type {Change} from './model/people.ts'
import {deeds} from './model/people.ts'
import type {AccountSeed} from './model/seed.ts'
import {account} from './model/seed.ts'
import {drawUnknowns} from './model/unknowns.ts'

type Deeds = {readonly [N in keyof typeof deeds]: Parameters<(typeof deeds)[N]>}

export type Deed = {[N in keyof Deeds]: {readonly afterSeconds: number; readonly does: N; readonly with: Deeds[N]}}[keyof Deeds]

export interface Scenario {
  readonly seed?: string | number
  readonly account?: Omit<AccountSeed, 'seed' | 'now' | 'pace'>
  /** Draws every unknown of RDS from the seed; those the account names stay as named. */
  readonly drawUnknowns?: boolean
  readonly latency?: readonly [number, number]
  readonly faults?: readonly FaultRule[]
  readonly weather?: Weather
  readonly denied?: readonly string[]
  /** Seconds of the model after which the first credentials expire. */
  readonly expireAfterSeconds?: number
  readonly bucket?: DeskOptions['bucket']
  readonly people?: readonly Deed[]
}

const given = <T extends object>(options: T): {[K in keyof T]: Exclude<T[K], undefined>} =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {[K in keyof T]: Exclude<T[K], undefined>}

export function openScenario(scenario: Scenario, scheduler: Scheduler, onChange?: DeskOptions['onChange']): Desk {
  const seed = scenario.seed ?? 'lab'
  const own = dice(seed)
  const unknowns = {...(scenario.drawUnknowns === true ? drawUnknowns(own) : {}), ...scenario.account?.unknowns}
  const expireAt =
    scenario.expireAfterSeconds === undefined ? undefined : scheduler.now() + scenario.expireAfterSeconds * 1000 * scheduler.pace
  const {latency, faults, weather, denied, bucket} = scenario
  const desk = openDesk({
    account: account({...scenario.account, seed, unknowns, now: scheduler.now(), pace: scheduler.pace}),
    scheduler,
    dice: own,
    ...given({latency, faults, weather, denied, bucket, expireAt, onChange})
  } as DeskOptions)
  for (const deed of scenario.people ?? []) {
    const change = (deeds[deed.does] as (...args: readonly unknown[]) => Change)(...deed.with)
    desk.changeAfter(deed.afterSeconds * 1000, change)
  }
  return desk
}
