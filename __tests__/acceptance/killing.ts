/**
 * A step that is killed at a request, and the same step started again. SIGKILL falls where a runner's end would: before the request has
 * had its effect, after it, or when the reply is out.
 */
import {expect} from '@jest/globals'
import {scaledTime} from '../../lab/clocks.ts'
import type {Desk, Kill} from '../../lab/desk.ts'
import {openDesk} from '../../lab/desk.ts'
import {dice} from '../../lab/dice.ts'
import type {Face} from '../../lab/faces/http/server.ts'
import {serve} from '../../lab/faces/http/server.ts'
import {account} from '../../lab/model/seed.ts'
import type {Service} from '../../lab/service.ts'
import type {Kind} from './kinds.ts'
import {asks, cleansUp} from './kinds.ts'
import {FACTOR, POLL_SECONDS, quickPaper} from './lab.ts'
import type {Running, Step, StepOptions} from './step.ts'
import {startAt} from './step.ts'

export const WHEN = ['before_effect', 'after_effect', 'after_reply'] as const

interface Place extends AsyncDisposable {
  readonly desk: Desk
  start(options?: StepOptions): Running
  /** The request that comes as the nth is struck; `fell` tells which one that was. */
  strike(kill: Kill, falls: () => void): void
  readonly fell: () => string | undefined
}

const never = (): Promise<never> => new Promise(() => undefined)

async function place(kind: Kind): Promise<Place> {
  const {scheduler} = scaledTime(FACTOR)
  const seed = account({...kind.account, paper: quickPaper, now: scheduler.now(), pace: scheduler.pace})
  const desk = openDesk({dice: dice('kills'), latency: [0, 0], account: seed, scheduler})
  let requests = 0
  let fell: string | undefined
  let armed: (Kill & {readonly falls: () => void}) | undefined
  const service: Service = {
    async answer(api, operation, input) {
      requests += 1
      const kill = armed?.request === requests ? armed : undefined
      if (kill === undefined) return desk.answer(api, operation, input)
      armed = undefined
      fell = operation
      if (kill.when !== 'before_effect') {
        try {
          const answer = await desk.answer(api, operation, input)
          // The reply is on its way when this returns, and there when a poll has hardly begun.
          if (kill.when === 'after_reply') {
            setTimeout(kill.falls, 5)
            return answer
          }
        } catch (thrown) {
          kill.falls()
          throw thrown
        }
      }
      kill.falls()
      return never()
    }
  }
  const face: Face = await serve(service, {pace: scheduler.pace})
  const inputs = {
    mode: 'create, wait, switchover, cleanup',
    'poll-interval-seconds': `${POLL_SECONDS}`,
    'old-idle-minutes': '0',
    'old-min-age-hours': '0',
    ...asks(kind),
    ...cleansUp
  }
  return {
    desk,
    start: options => startAt(face.url, inputs, options),
    strike(kill, falls) {
      armed = {...kill, request: requests + kill.request, falls}
    },
    fell: () => fell,
    [Symbol.asyncDispose]: () => face.close()
  }
}

/** Names, versions and snapshots of what there is. */
function inventory(desk: Desk): readonly string[] {
  const {instances, clusters, deployments, snapshots, clusterSnapshots} = desk.account()
  return [
    ...clusters.map(one => `${one.shown.DBClusterIdentifier} ${one.shown.EngineVersion}`),
    ...instances.map(one => `${one.shown.DBInstanceIdentifier} ${one.shown.EngineVersion}`),
    ...deployments.map(one => `deployment ${one.shown.Status}`),
    `snapshots ${snapshots.length + clusterSnapshots.length}`
  ].sort()
}

const ONCE = ['CreateBlueGreenDeployment', 'SwitchoverBlueGreenDeployment', 'DeleteBlueGreenDeployment']

function expectTheEnd({desk}: Place, kind: Kind, step: Step): void {
  expect([step.code, ['cleaned_up', 'nothing_left', 'already_at_target'].includes(step.outputs['reason'] ?? '')]).toEqual([0, true])
  expect(inventory(desk)).toEqual([...kind.members.map(name => `${name} ${kind.to}`), 'snapshots 1'].sort())
  const accepted = ONCE.map(operation => desk.record.filter(one => one.operation === operation && one.effect).length)
  expect(accepted).toEqual([1, 1, 1])
}

/** How many requests a whole upgrade makes that nothing disturbs. */
export async function requestsOf(kind: Kind): Promise<number> {
  await using lab = await place(kind)
  expectTheEnd(lab, kind, await lab.start().ended)
  return lab.desk.record.length
}

/** Killed there and started again; what was struck, or undefined when this run was over before. */
export async function killedAndStartedAgain(kind: Kind, kill: Kill, second: StepOptions = {}): Promise<string | undefined> {
  await using lab = await place(kind)
  const first = lab.start()
  lab.strike(kill, () => first.kill('SIGKILL'))
  const ended = await first.ended
  if (lab.fell() === undefined) {
    expectTheEnd(lab, kind, ended)
    return undefined
  }
  expect(ended.signal).toBe('SIGKILL')
  expectTheEnd(lab, kind, await lab.start(second).ended)
  return lab.fell()
}
