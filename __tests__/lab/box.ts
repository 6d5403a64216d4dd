// An account behind a desk in virtual time, with the calls the tests of the lab make. Nothing here is chance unless a test says so.
import type {BlueGreenDeployment, CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import {shortPaper} from '../../lab/bodies/paper.ts'
import {virtualTime} from '../../lab/clocks.ts'
import type {DeskOptions} from '../../lab/desk.ts'
import {openDesk} from '../../lab/desk.ts'
import {dice} from '../../lab/dice.ts'
import {inProcess} from '../../lab/faces/in-process.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {account} from '../../lab/model/seed.ts'
import type {ReadName, Reads, WriteName, Writes} from '../../src/rds/api.ts'

export const minutes = 60_000
export const hours = 60 * minutes

const plainPaper = {...shortPaper, deleteDatabase: [2 * minutes, 2 * minutes] as const}

export function openBox(seed: AccountSeed = {}, options: Partial<DeskOptions> = {}) {
  const time = virtualTime()
  const desk = openDesk({
    account: account({...seed, paper: {...plainPaper, ...seed.paper}}),
    scheduler: time.scheduler,
    dice: dice(seed.seed ?? 'test'),
    latency: [0, 0],
    ...options
  })
  const signal = new AbortController().signal
  const ports = inProcess(desk.caller('test'))
  /** Time stands still for the call, unless latency says otherwise. */
  async function settled<T>(promise: Promise<T>): Promise<T> {
    const ended = await time.run(promise)
    if (ended.is === 'resolved') return ended.value
    if (ended.is === 'rejected') throw ended.error as Error
    throw new Error('never answered')
  }
  const read = <O extends ReadName>(operation: O, input: Reads[O]['in']) => settled(ports.rds.read(operation, input, signal))
  const write = <O extends WriteName>(operation: O, input: Writes[O]['in']) => settled(ports.rds.write(operation, input, signal))
  const here = {id: desk.account().id, region: desk.account().region}
  const arn = (type: string, name: string): string => `arn:aws:rds:${here.region}:${here.id}:${type}:${name}`
  const deploymentOf = (answer: {BlueGreenDeployment?: BlueGreenDeployment | undefined}): BlueGreenDeployment => {
    if (answer.BlueGreenDeployment === undefined) throw new Error('no deployment in the answer')
    return answer.BlueGreenDeployment
  }
  return {
    time,
    desk,
    ports,
    signal,
    arn,
    read,
    write,
    settled,
    pass: (milliseconds: number) => time.pass(milliseconds),
    async create(type: 'db' | 'cluster', name: string, request: Partial<CreateBlueGreenDeploymentRequest> = {}) {
      return deploymentOf(await write('CreateBlueGreenDeployment', {BlueGreenDeploymentName: 'up', Source: arn(type, name), ...request}))
    },
    async describe(id: string) {
      const answer = await read('DescribeBlueGreenDeployments', {BlueGreenDeploymentIdentifier: id})
      return deploymentOf({BlueGreenDeployment: answer.BlueGreenDeployments?.[0]})
    },
    /** Created, and so long ago that everything is ready. */
    async ready(type: 'db' | 'cluster', name: string, request: Partial<CreateBlueGreenDeploymentRequest> = {}) {
      const id = (await this.create(type, name, request)).BlueGreenDeploymentIdentifier ?? ''
      await time.pass(6 * hours)
      return id
    },
    /** Switched over, and over. */
    async switched(type: 'db' | 'cluster', name: string, request: Partial<CreateBlueGreenDeploymentRequest> = {}) {
      const id = await this.ready(type, name, request)
      await write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
      await time.pass(10 * minutes)
      return id
    },
    instances: () => desk.account().instances.map(one => one.shown),
    instance(name: string) {
      const one = desk.account().instances.find(other => other.shown.DBInstanceIdentifier === name)
      if (one === undefined) throw new Error(`no instance ${name}`)
      return one.shown
    },
    clusters: () => desk.account().clusters.map(one => one.shown),
    events: () => desk.account().events.map(event => `${event.SourceIdentifier}: ${event.Message}`)
  }
}

export type Box = ReturnType<typeof openBox>

/** What the call was refused with: the SDK's name and the status. */
export async function refused(call: Promise<unknown>): Promise<string> {
  try {
    await call
  } catch (thrown) {
    const fault = thrown as {name: string; $metadata?: {httpStatusCode?: number}}
    return `${fault.name} ${fault.$metadata?.httpStatusCode}`
  }
  return 'answered'
}
