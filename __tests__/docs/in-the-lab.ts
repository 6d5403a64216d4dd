// Whole runs of src/main.ts against the lab in virtual time, for what the documents claim.
import {shortPaper} from '../../lab/bodies/paper.ts'
import {virtualTime} from '../../lab/clocks.ts'
import {openDesk} from '../../lab/desk.ts'
import type {FaultRule} from '../../lab/desk-faults.ts'
import {dice} from '../../lab/dice.ts'
import {inProcess} from '../../lab/faces/in-process.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {account} from '../../lab/model/seed.ts'
import {main} from '../../src/main.ts'

export type Given = Readonly<Record<string, string>>
export type Outputs = Readonly<Record<string, string>>

export const HOUR = 3_600_000

/** Two kinds of source, both with deletion protection and a reader, and the version each can be upgraded to. */
export const kinds = {
  instance: {
    seed: {instances: [{name: 'orders', engine: 'postgres', version: '16.8', replicas: ['orders-r1'], deletionProtection: true}]},
    to: '16.10'
  },
  cluster: {
    seed: {
      clusters: [
        {
          name: 'orders',
          engine: 'aurora-postgresql',
          version: '16.8',
          instances: ['orders-1', 'orders-2'],
          endpoints: ['reports'],
          deletionProtection: true
        }
      ]
    },
    to: '16.9'
  }
} as const satisfies Readonly<Record<string, {readonly seed: AccountSeed; readonly to: string}>>

export type Kind = keyof typeof kinds

export const DELETE_ALL: Given = {'delete-old-databases': 'true', 'disable-deletion-protection': 'true'}

/** Something to set on either side, so that there is something to prepare. */
const toPrepare = (kind: Kind): Given => {
  const cluster = kind === 'cluster' ? 'cluster-' : ''
  return {
    'allow-reboot': 'true',
    [`source-${cluster}parameters`]: 'max_connections=500',
    [`target-${cluster}parameters`]: 'max_connections=600'
  }
}

/** How each phase is asked for; `id` is the deployment's, empty before there is one. */
export function asks(mode: string, kind: Kind, id: string): Given {
  const target = {'target-engine-version': kinds[kind].to}
  if (id === '') return {mode, source: 'orders', ...target, ...(mode === 'prepare' ? toPrepare(kind) : {})}
  return {mode, 'deployment-id': id, ...(mode === 'cleanup' || mode === 'abort' ? DELETE_ALL : {})}
}

export function openBench(seed: AccountSeed, faults: readonly FaultRule[] = []) {
  const time = virtualTime()
  const green = {greenProtection: 'copied'} as const
  const desk = openDesk({
    account: account({...seed, unknowns: {...green, ...seed.unknowns}, paper: shortPaper}),
    scheduler: time.scheduler,
    dice: dice('documents'),
    faults
  })
  async function run(inputs: Given, cancelAfter?: number): Promise<Outputs> {
    const outputs: Record<string, string> = {}
    const quiet = (): void => undefined
    const cancel = new AbortController()
    if (cancelAfter !== undefined) time.scheduler.after(cancelAfter, () => cancel.abort())
    const given = Object.entries({'aws-region': desk.account().region, ...inputs})
    const ended = await time.run(
      main({
        env: Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
        publisher: {
          startGroup: quiet,
          endGroup: quiet,
          say: quiet,
          warn: quiet,
          know: told => void Object.assign(outputs, told),
          mask: quiet,
          fail: quiet,
          reportPath: () => '',
          writeReport: () => Promise.resolve(),
          writeSummary: () => Promise.resolve()
        },
        connect: () => Promise.resolve({...inProcess(desk.caller('run')), expires: () => undefined}),
        clock: time.clock(),
        random: () => 0.5,
        signal: cancel.signal,
        run: {url: '', id: '1.1'}
      })
    )
    if (ended.is !== 'resolved') throw new Error(`the run ended ${ended.is}`)
    return outputs
  }
  const asked = (from = 0) => desk.record.slice(from)
  return {
    desk,
    time,
    run,
    asked,
    writes: (from = 0): string[] =>
      asked(from)
        .map(one => one.operation)
        .filter(name => !/^(Describe|List|Download|Get)/.test(name)),
    inputsOf: (operation: string): object[] => desk.record.filter(one => one.operation === operation).map(one => one.input)
  }
}

export type Bench = ReturnType<typeof openBench>

export const isWell = (outputs: Outputs): boolean => ['completed', 'nothing_to_do'].includes(outputs['outcome'] ?? '')

/** Runs the phases in order, waiting a day and an hour before `cleanup`. Returns the outputs of the last. */
export async function through(bench: Bench, kind: Kind, modes: readonly string[]): Promise<Outputs> {
  let outputs: Outputs = {}
  let id = ''
  for (const mode of modes) {
    if (mode === 'cleanup') await bench.time.pass(25 * HOUR)
    outputs = await bench.run(asks(mode, kind, id))
    if (!isWell(outputs)) throw new Error(`${mode} ended ${outputs['outcome']} ${outputs['reason']}`)
    id = outputs['deployment-id'] ?? id
  }
  return outputs
}
