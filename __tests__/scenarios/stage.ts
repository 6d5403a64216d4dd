/** The lab in process and in virtual time, with `main` on it as a runner would start it: one story, its log, its writes, its end. */
import {shortPaper} from '../../lab/bodies/paper.ts'
import type {Run, VirtualTime} from '../../lab/clocks.ts'
import {virtualTime} from '../../lab/clocks.ts'
import type {Changed, Desk, DeskOptions, Entry, Kill} from '../../lab/desk.ts'
import {openDesk} from '../../lab/desk.ts'
import {dice} from '../../lab/dice.ts'
import {inProcess} from '../../lab/faces/in-process.ts'
import type {ShownDeployment, ShownInstance} from '../../lab/model/account.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {account} from '../../lab/model/seed.ts'
import {main} from '../../src/main.ts'
import type {Publisher} from '../../src/world.ts'
import {env} from '../parsing/given.ts'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

export interface RunOptions {
  readonly kill?: Kill
  /** Abort signal so many milliseconds into the run. */
  readonly cancelAfter?: number
  readonly expires?: Date
}

export interface Ran {
  /** Undefined: it was killed. */
  readonly code: 0 | 1 | undefined
  readonly outputs: Readonly<Record<string, string>>
  /** Lines and warnings, without groups. */
  readonly log: readonly string[]
  readonly warnings: readonly string[]
  /** Error annotation. */
  readonly error: string
  readonly report: string
  readonly summary: string
  readonly requests: readonly Entry[]
  readonly took: number
}

function recorder() {
  const seen = {outputs: {} as Record<string, string>, log: [] as string[], warnings: [] as string[], error: '', report: '', summary: ''}
  const publisher: Publisher = {
    startGroup: () => undefined,
    endGroup: () => undefined,
    say: line => void seen.log.push(line),
    warn: line => void seen.warnings.push(line),
    know: outputs => void Object.assign(seen.outputs, outputs),
    mask: () => undefined,
    fail: text => {
      seen.error += text
    },
    reportPath: () => '/home/runner/work/_temp/report.json',
    writeReport: (_path, json) => {
      seen.report = json
      return Promise.resolve()
    },
    writeSummary: markdown => {
      seen.summary = markdown
      return Promise.resolve()
    }
  }
  return {seen, publisher}
}

const isWrite = (entry: Entry): boolean => entry.api === 'rds' && !/^(Describe|List|Download)/.test(entry.operation)

/** `from`: another story as it stands now, to go on from in many ways. */
export function stage(seed: AccountSeed, options: Partial<DeskOptions> = {}, from?: Pick<Stage, 'desk' | 'time'>): Stage {
  const time = virtualTime(from?.time.scheduler.now())
  const changes: Changed[] = []
  const desk = openDesk({
    account: from?.desk.account() ?? account({...seed, paper: {...shortPaper, ...seed.paper}}),
    scheduler: time.scheduler,
    dice: dice(seed.seed ?? 'stage'),
    onChange: change => changes.push(change),
    ...options
  })
  let runs = 0

  async function run(inputs: Readonly<Record<string, string>>, how: RunOptions = {}): Promise<Ran> {
    runs += 1
    const name = `run ${runs}`
    const clock = time.clock()
    const cancel = new AbortController()
    const {seen, publisher} = recorder()
    const first = desk.record.length
    const began = time.scheduler.now()
    let strike: () => void = () => undefined
    const killed = new Promise<undefined>(resolve => {
      strike = () => resolve(undefined)
    })
    const onKilled = (): void => {
      clock.kill()
      strike()
    }
    const service = desk.caller(name, {...(how.kill === undefined ? {} : {kill: how.kill}), onKilled})
    const ports = inProcess(service)
    const roll = dice(`${name} ${seed.seed ?? ''}`)
    if (how.cancelAfter !== undefined) time.scheduler.after(how.cancelAfter, () => cancel.abort())
    const ended: Run<0 | 1 | undefined> = await time.run(
      Promise.race([
        killed,
        main({
          env: env({AWS_REGION: desk.account().region, ...inputs}),
          publisher,
          clock,
          random: () => roll.roll(),
          signal: cancel.signal,
          run: {url: `https://github.com/acme/shop/actions/runs/${runs}`, id: `${runs}.1`},
          connect: () => Promise.resolve({...ports, expires: () => how.expires})
        })
      ])
    )
    if (ended.is === 'rejected') throw ended.error
    desk.account()
    const requests = desk.record.slice(first).filter(entry => entry.caller === name)
    return {code: ended.is === 'resolved' ? ended.value : undefined, ...seen, requests, took: time.scheduler.now() - began}
  }

  return {
    time,
    desk,
    changes,
    run,
    pass: (milliseconds: number) => time.pass(milliseconds),
    instances: () => desk.account().instances.map(one => one.shown),
    instance: (name: string) => desk.account().instances.find(one => one.shown.DBInstanceIdentifier === name)?.shown,
    deployments: () => desk.account().deployments.map(one => one.shown),
    inventory: () =>
      [
        ...desk
          .account()
          .instances.map(one => `${one.shown.DBInstanceIdentifier} ${one.shown.EngineVersion} ${one.shown.DBInstanceStatus}`),
        ...desk.account().clusters.map(one => `${one.shown.DBClusterIdentifier} ${one.shown.EngineVersion} ${one.shown.Status}`),
        ...desk.account().deployments.map(one => `deployment ${one.shown.Status}`)
      ]
        .map(line => line.replace(/-green-\w{6}/, '-green-x'))
        .sort(),
    snapshots: () =>
      [...desk.account().snapshots, ...desk.account().clusterSnapshots].map(one =>
        'DBSnapshotIdentifier' in one
          ? one.DBSnapshotIdentifier
          : (one as {DBClusterSnapshotIdentifier?: string}).DBClusterSnapshotIdentifier
      )
  }
}

export interface Stage {
  readonly time: VirtualTime
  readonly desk: Desk
  readonly changes: readonly Changed[]
  run(inputs: Readonly<Record<string, string>>, how?: RunOptions): Promise<Ran>
  pass(milliseconds: number): Promise<void>
  instances(): readonly ShownInstance[]
  instance(name: string): ShownInstance | undefined
  deployments(): readonly ShownDeployment[]
  /** Names of what is there, with version and status, in order. */
  inventory(): readonly string[]
  snapshots(): readonly (string | undefined)[]
}

/** Ids, times and random suffixes made plain, so that a transcript can be compared. */
export const plain = (text: string): string =>
  text
    .replaceAll(/bgd-[a-z0-9]{16}/g, 'bgd-*')
    .replaceAll(/\b(db|cluster)-[A-Z2-7]{26}\b/g, '$1-*')
    .replaceAll(/-green-[a-z0-9]{6}\b/g, '-green-*')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')

/** `SwitchoverBlueGreenDeployment bgd-*`, with what became of it where that was not an answer. */
export const writesOf = (ran: Ran): readonly string[] =>
  ran.requests.filter(isWrite).map(entry => {
    const input = entry.input as Readonly<Record<string, unknown>>
    const tags = (input['Tags'] as {Key: string}[] | undefined)
      ?.filter(() => entry.operation === 'AddTagsToResource')
      .map(tag => tag.Key.replace('rds-blue-green/v1/', ''))
    const names = [
      'BlueGreenDeploymentIdentifier',
      'BlueGreenDeploymentName',
      'DBInstanceIdentifier',
      'DBClusterIdentifier',
      'ResourceName'
    ]
    const named = names.map(name => input[name]).find(one => typeof one === 'string') ?? ''
    const subject = named.slice(named.lastIndexOf(':') + 1)
    const end =
      entry.outcome === 'answered'
        ? ''
        : ` [${entry.outcome}${entry.code === undefined ? '' : ` ${entry.code}`}${entry.effect ? ', done' : ''}]`
    return plain(`${entry.operation} ${subject}${tags === undefined ? '' : ` ${tags.join(' ')}`}${end}`)
  })

export const end = (ran: Ran): string =>
  ran.code === undefined ? 'killed' : `${ran.code} ${ran.outputs['outcome']} ${ran.outputs['reason']}`

/** How often each operation was asked for. */
export function counts(ran: Ran): Readonly<Record<string, number>> {
  const made: Record<string, number> = {}
  for (const entry of ran.requests) made[entry.operation] = (made[entry.operation] ?? 0) + 1
  return made
}
