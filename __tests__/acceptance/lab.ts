/**
 * RDS in a box behind HTTP, on a clock that runs as much faster as the action's pauses are shorter (contract: 0.2 / 30), with durations so
 * short that a whole upgrade takes about two seconds. Its record is told as a transcript: one line a write.
 */
import type {Paper} from '../../lab/bodies/paper.ts'
import {shortPaper} from '../../lab/bodies/paper.ts'
import {scaledTime} from '../../lab/clocks.ts'
import type {Desk, DeskOptions, Entry} from '../../lab/desk.ts'
import {openDesk} from '../../lab/desk.ts'
import {dice} from '../../lab/dice.ts'
import type {Face} from '../../lab/faces/http/server.ts'
import {serve} from '../../lab/faces/http/server.ts'
import {isRead} from '../../lab/model/operations.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {account} from '../../lab/model/seed.ts'
import type {Service} from '../../lab/service.ts'
import type {Inputs, Running, Step, StepOptions} from './step.ts'
import {startAt} from './step.ts'

export const POLL_SECONDS = 0.2
export const FACTOR = 30 / POLL_SECONDS

const seconds = (many: number): readonly [number, number] => [many * 1000, many * 1000]

export const quickPaper: Paper = {
  ...shortPaper,
  createReplica: seconds(30),
  upgrade: seconds(15),
  backups: seconds(8),
  topology: seconds(15),
  clusterInstances: seconds(15),
  customEndpoints: seconds(10),
  failure: seconds(30),
  storageInitialization: seconds(120),
  switchover: seconds(30),
  deleteDatabase: seconds(20),
  snapshot: seconds(10)
}

export type LabSeed = Partial<Omit<DeskOptions, 'account' | 'scheduler'>> & {readonly account: AccountSeed}

export interface Lab extends AsyncDisposable {
  readonly desk: Desk
  readonly face: Face
  /** The writes that came in, one line each, in order. */
  writes(): readonly string[]
  /** How often an operation was asked for. */
  asked(operation: string): number
  /** Names and versions of what there is now: `orders 8.4.6`. */
  databases(): readonly string[]
  deployments(): readonly string[]
  /** When the last reply left, in milliseconds since 1970. */
  repliedAt(): number
  start(inputs: Inputs, options?: StepOptions): Running
  run(inputs: Inputs, options?: StepOptions): Promise<Step>
  /** The nth write from now has its effect, is never answered, and the strike falls. */
  strikeAfterWrite(nth: number, strike: () => void): void
  /** From now on nothing is answered. */
  fallSilent(): void
}

export async function openLab({account: seed, ...options}: LabSeed): Promise<Lab> {
  const {scheduler} = scaledTime(FACTOR)
  const desk = openDesk({
    dice: dice('acceptance'),
    latency: [0, 0],
    ...options,
    account: account({...seed, paper: {...quickPaper, ...seed.paper}, now: scheduler.now(), pace: scheduler.pace}),
    scheduler
  })
  let repliedAt = 0
  let silent = false
  let untilStrike = 0
  let strike = (): void => undefined
  const never = (): Promise<never> => new Promise(() => undefined)
  const service: Service = {
    async answer(api, operation, input) {
      if (silent) return never()
      const strikes = !isRead(operation) && untilStrike > 0 && --untilStrike === 0
      try {
        const answer = await desk.answer(api, operation, input)
        if (!strikes) return answer
      } finally {
        repliedAt = Date.now()
      }
      strike()
      return never()
    }
  }
  const face = await serve(service, {pace: scheduler.pace})
  const start = (inputs: Inputs, how?: StepOptions): Running =>
    startAt(face.url, {'poll-interval-seconds': `${POLL_SECONDS}`, 'old-idle-minutes': '0', 'old-min-age-hours': '0', ...inputs}, how)
  return {
    desk,
    face,
    writes: () => desk.record.filter(entry => entry.api === 'rds' && !isRead(entry.operation)).map(lineOf),
    asked: operation => desk.record.filter(entry => entry.operation === operation).length,
    databases: () => {
      const {instances, clusters} = desk.account()
      return [
        ...clusters.map(one => `${one.shown.DBClusterIdentifier} ${one.shown.EngineVersion}`),
        ...instances.map(one => `${one.shown.DBInstanceIdentifier} ${one.shown.EngineVersion}`)
      ].sort()
    },
    deployments: () => desk.account().deployments.map(one => one.shown.Status),
    start,
    run: (inputs, how) => start(inputs, how).ended,
    repliedAt: () => repliedAt,
    strikeAfterWrite(nth, falls) {
      untilStrike = nth
      strike = falls
    },
    fallSilent() {
      silent = true
    },
    [Symbol.asyncDispose]: () => face.close()
  }
}

/** `DeleteDBInstance orders-old1 (final snapshot)`, and what became of it when it was not answered. */
function lineOf({operation, input, outcome, code, effect}: Entry): string {
  const answer = outcome === 'answered' ? '' : ` -> ${code ?? outcome}${outcome === 'refused' ? '' : effect ? ', done' : ', not done'}`
  return `${operation} ${subjectOf(operation, input as Readonly<Record<string, unknown>>)}${answer}`.trim()
}

function subjectOf(operation: string, input: Readonly<Record<string, unknown>>): string {
  const text = (name: string): string => (typeof input[name] === 'string' ? input[name] : '')
  const last = (arn: string): string => arn.split(':').at(-1) ?? ''
  const database = text('DBInstanceIdentifier') + text('DBClusterIdentifier')
  switch (operation) {
    case 'CreateBlueGreenDeployment':
      return `${last(text('Source'))} ${text('TargetEngineVersion')} ${text('TargetDBParameterGroupName')} ${text('TargetDBClusterParameterGroupName')}`.trim()
    case 'AddTagsToResource': {
      const keys = (input['Tags'] as readonly {Key: string}[]).map(tag => tag.Key.replace('rds-blue-green/v1/', ''))
      const bearer = last(text('ResourceName'))
      return `${bearer.startsWith('bgd-') ? 'deployment' : bearer} (${keys.join(', ')})`
    }
    case 'SwitchoverBlueGreenDeployment':
      return `${String(input['SwitchoverTimeout'])} s`
    case 'DeleteBlueGreenDeployment':
      return `DeleteTarget ${input['DeleteTarget'] === undefined ? 'left out' : JSON.stringify(input['DeleteTarget'])}`
    case 'DeleteDBInstance':
    case 'DeleteDBCluster':
      return `${database} (${input['FinalDBSnapshotIdentifier'] === undefined ? 'no snapshot' : 'final snapshot'})`
    case 'ModifyDBInstance':
    case 'ModifyDBCluster':
      return `${database} DeletionProtection ${String(input['DeletionProtection'])}`
    default:
      return JSON.stringify(input)
  }
}
