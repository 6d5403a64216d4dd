// The front desk: what it does to requests on purpose and by chance, and that the same seed does the same.
import {describe, expect, test} from '@jest/globals'
import {defaultPaper} from '../../lab/bodies/paper.ts'
import {virtualTime} from '../../lab/clocks.ts'
import type {Changed, DeskOptions, Entry} from '../../lab/desk.ts'
import {openDesk} from '../../lab/desk.ts'
import {dice} from '../../lab/dice.ts'
import {inProcess} from '../../lab/faces/in-process.ts'
import * as people from '../../lab/model/people.ts'
import {account} from '../../lab/model/seed.ts'
import {drawUnknowns} from '../../lab/model/unknowns.ts'
import type {Scenario} from '../../lab/scenario.ts'
import {openScenario} from '../../lab/scenario.ts'
import {never} from '../waiting/never.ts'
import {minutes, openBox, refused} from './box.ts'

const orders = {instances: [{name: 'orders', engine: 'mysql'}]}

describe('planned faults', () => {
  const create = 'CreateBlueGreenDeployment'
  test.each<[NonNullable<DeskOptions['faults']>[number]['fault'], object, number]>([
    [{is: 'throttle'}, {name: 'Throttling', $metadata: {httpStatusCode: 400}}, 0],
    [{is: 'refuse', code: 'InternalFailure', status: 500}, {name: 'InternalFailure', $fault: 'server'}, 0],
    [{is: 'refuse', code: 'ServiceUnavailable', status: 503, effect: 'after'}, {name: 'ServiceUnavailable'}, 1],
    [{is: 'reset', effect: 'before'}, {code: 'ECONNRESET'}, 0],
    [{is: 'reset', effect: 'after'}, {code: 'ECONNRESET'}, 1],
    [{is: 'timeout', effect: 'after'}, {code: 'ETIMEDOUT'}, 1],
    [{is: 'deny'}, {name: 'AccessDenied', $metadata: {httpStatusCode: 403}}, 0],
    [{is: 'expire'}, {name: 'ExpiredToken', $metadata: {httpStatusCode: 403}}, 0]
  ])('%j on a write', async (fault, thrown, deployments) => {
    const box = openBox(orders, {faults: [{operation: create, nth: 1, fault}]})
    await expect(box.create('db', 'orders')).rejects.toMatchObject(thrown)
    expect(box.desk.account().deployments).toHaveLength(deployments)
    expect(box.desk.record.at(-1)).toMatchObject({operation: create, effect: deployments === 1, fault: fault.is})
    expect(await refused(box.create('db', 'orders'))).toBe(deployments === 1 ? 'BlueGreenDeploymentAlreadyExistsFault 400' : 'answered')
  })

  test('the nth of an operation, so many times, for one caller', async () => {
    const rule = {operation: 'DescribeDBInstances', caller: 'test', nth: 2, times: 2, fault: {is: 'throttle'}} as const
    const box = openBox(orders, {faults: [rule]})
    const outcomes: string[] = []
    for (let count = 0; count < 4; count++) outcomes.push(await refused(box.read('DescribeDBInstances', {})))
    expect(outcomes).toEqual(['answered', 'Throttling 400', 'Throttling 400', 'answered'])
  })

  test('members left out at any depth', async () => {
    const box = openBox(orders, {faults: [{fault: {is: 'omit', members: ['TagList', 'Port']}}]})
    const one = (await box.read('DescribeDBInstances', {})).DBInstances?.[0]
    expect(one?.TagList).toBeUndefined()
    expect(one?.Endpoint).toEqual({Address: expect.any(String), HostedZoneId: 'Z1LAB'})
    expect((await box.read('DescribeDBInstances', {})).DBInstances?.[0]?.TagList).toEqual([])
  })

  test('an answer of long ago, and a later one of now', async () => {
    const box = openBox(orders, {faults: [{operation: 'DescribeBlueGreenDeployments', fault: {is: 'stale', seconds: 10}}]})
    await box.pass(minutes)
    await box.create('db', 'orders')
    await box.pass(5000)
    expect((await box.read('DescribeBlueGreenDeployments', {})).BlueGreenDeployments).toEqual([])
    expect((await box.read('DescribeBlueGreenDeployments', {})).BlueGreenDeployments).toHaveLength(1)
    expect(box.desk.record.map(entry => entry.staleSeconds)).toEqual([undefined, 10, undefined])
  })

  test('a slow answer takes its time', async () => {
    const box = openBox(orders, {latency: [10, 10], faults: [{fault: {is: 'slow', milliseconds: 5000}}]})
    const before = box.time.scheduler.now()
    await box.read('DescribeDBInstances', {})
    expect(box.time.scheduler.now() - before).toBe(5010)
  })
})

describe('the account’s rules', () => {
  test('denied actions, in IAM’s words, and what RDS does in the caller’s name', async () => {
    const box = openBox(orders, {denied: ['rds:DescribeEvents', 'rds:CreateDBInstanceReadReplica', 'cloudwatch:*']})
    await expect(box.read('DescribeEvents', {})).rejects.toMatchObject({
      name: 'AccessDenied',
      message: expect.stringContaining('is not authorized to perform: rds:DescribeEvents on resource:')
    })
    expect(await refused(box.create('db', 'orders'))).toBe('AccessDenied 403')
    const metrics = box.ports.metrics.read('GetMetricData', {StartTime: new Date(0), EndTime: new Date(1), MetricDataQueries: []}, never)
    expect(await refused(box.settled(metrics))).toBe('AccessDenied 403')
    box.desk.setDenied([])
    expect(await refused(box.create('db', 'orders'))).toBe('answered')
  })

  test('credentials expire and can be renewed', async () => {
    const time = virtualTime()
    const desk = openDesk({
      account: account(orders),
      scheduler: time.scheduler,
      dice: dice(1),
      latency: [0, 0],
      expireAt: time.scheduler.now() + minutes
    })
    const ask = () => time.run(desk.answer('rds', 'DescribeDBInstances', {}))
    expect(await ask()).toMatchObject({is: 'resolved'})
    await time.pass(minutes)
    expect(await ask()).toMatchObject({is: 'rejected', error: {code: 'ExpiredToken', status: 403}})
    const role = {RoleArn: 'arn:aws:iam::123456789012:role/deploy', RoleSessionName: 'run', WebIdentityToken: 'token', DurationSeconds: 900}
    expect(await time.run(desk.answer('sts', 'AssumeRoleWithWebIdentity', role))).toMatchObject({
      is: 'resolved',
      value: {Credentials: {AccessKeyId: expect.stringMatching(/^ASIA/)}}
    })
    expect(await ask()).toMatchObject({is: 'resolved'})
    expect(await time.run(desk.answer('sts', 'GetCallerIdentity', {}))).toMatchObject({is: 'resolved', value: {Account: '123456789012'}})
  })

  test('300 requests at once, then 12 a second', async () => {
    const box = openBox(orders)
    const ask = () => refused(box.read('DescribeDBInstances', {}))
    for (let count = 0; count < 300; count++) expect(await ask()).toBe('answered')
    expect(await ask()).toBe('Throttling 400')
    await box.pass(1000)
    const second: string[] = []
    for (let count = 0; count < 13; count++) second.push(await ask())
    expect(second.filter(one => one === 'answered')).toHaveLength(12)
  })
})

describe('a killed caller', () => {
  test.each([
    ['before_effect', 0, 'killed'],
    ['after_effect', 1, 'killed'],
    ['after_reply', 1, 'answered']
  ] as const)('%s', async (when, deployments, outcome) => {
    const time = virtualTime()
    const desk = openDesk({account: account(orders), scheduler: time.scheduler, dice: dice(1)})
    const clock = time.clock()
    let killed = false
    const service = desk.caller('run 1', {
      kill: {request: 2, when},
      onKilled: () => {
        killed = true
        clock.kill()
      }
    })
    const {rds} = inProcess(service)
    let replies = 0
    const run = async (): Promise<void> => {
      await rds.read('DescribeDBInstances', {}, never)
      await clock.sleep(1000, never)
      await rds.write(
        'CreateBlueGreenDeployment',
        {BlueGreenDeploymentName: 'up', Source: 'arn:aws:rds:eu-west-1:123456789012:db:orders'},
        never
      )
      replies += 1
      await clock.sleep(1000, never)
      replies += 1
    }
    expect(await time.run(run())).toEqual({is: 'stuck'})
    expect(killed).toBe(true)
    expect(replies).toBe(when === 'after_reply' ? 1 : 0)
    expect(desk.account().deployments).toHaveLength(deployments)
    expect(desk.record.map(entry => entry.outcome)).toEqual(['answered', outcome])
    // Another caller of the same account lives.
    const other = inProcess(desk.caller('run 2'))
    expect(await time.run(other.rds.read('DescribeDBInstances', {}, never))).toMatchObject({is: 'resolved'})
  })
})

test('every change of the account is told, with its own instant and its request', async () => {
  const changes: Changed[] = []
  const box = openBox(orders, {onChange: change => changes.push(change)})
  const id = await box.switched('db', 'orders')
  box.desk.change(people.removes('orders-old1'))
  const byRequest = changes.filter(change => change.entry !== undefined).map(change => change.entry?.operation)
  expect(byRequest).toEqual(['CreateBlueGreenDeployment', 'SwitchoverBlueGreenDeployment'])
  for (const [index, change] of changes.entries()) {
    expect(change.before).toBe(index === 0 ? change.before : changes[index - 1]?.after)
    expect(change.at).toBeGreaterThanOrEqual(changes[index - 1]?.at ?? 0)
    // Production has its name at every instant.
    expect(change.after.instances.some(one => one.shown.DBInstanceIdentifier === 'orders')).toBe(true)
  }
  expect((await box.describe(id)).Status).toBe('SWITCHOVER_COMPLETED')
})

describe('an abort signal', () => {
  test('rejects what is under way and what comes after', async () => {
    const box = openBox(orders, {latency: [1000, 1000]})
    const stop = new AbortController()
    const underWay = box.ports.rds.read('DescribeDBInstances', {}, stop.signal)
    box.time.scheduler.after(10, () => stop.abort())
    expect(await box.time.run(underWay)).toMatchObject({is: 'rejected', error: {name: 'AbortError'}})
    expect(await box.time.run(box.ports.rds.read('DescribeDBInstances', {}, stop.signal))).toMatchObject({
      is: 'rejected',
      error: {name: 'AbortError'}
    })
    expect(box.desk.record).toHaveLength(1)
  })
})

/** A whole upgrade in bad weather, without any cleverness: what it did is in the record. */
async function stormy(seed: number): Promise<{record: readonly Entry[]; names: readonly string[]}> {
  const time = virtualTime()
  const own = dice(seed)
  const seeded = account({
    seed,
    instances: [{name: 'orders', engine: 'mysql', replicas: ['r1']}],
    unknowns: drawUnknowns(own),
    paper: defaultPaper
  })
  const weather = {throttle: 0.02, error: 0.03, resetBefore: 0.02, resetAfter: 0.02, slow: 0.02, stale: 0.1}
  const desk = openDesk({account: seeded, scheduler: time.scheduler, dice: own, weather})
  const {rds} = inProcess(desk.caller('run'))
  const clock = time.clock()
  const quietly = async (call: Promise<object>): Promise<object | undefined> => call.catch(() => undefined)
  const run = async (): Promise<void> => {
    await quietly(
      rds.write('CreateBlueGreenDeployment', {BlueGreenDeploymentName: 'up', Source: 'arn:aws:rds:eu-west-1:123456789012:db:orders'}, never)
    )
    for (let count = 0; count < 400; count++) {
      await clock.sleep(60_000, never)
      const described = (await quietly(rds.read('DescribeBlueGreenDeployments', {}, never))) as
        | {BlueGreenDeployments?: {BlueGreenDeploymentIdentifier: string}[]}
        | undefined
      const id = described?.BlueGreenDeployments?.[0]?.BlueGreenDeploymentIdentifier
      if (id !== undefined && count % 20 === 19)
        await quietly(rds.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id}, never))
    }
  }
  await time.run(run())
  return {record: desk.record, names: desk.account().instances.map(one => `${one.shown.DBInstanceIdentifier} ${one.shown.DbiResourceId}`)}
}

test('the same seed leaves the same record, another seed another one', async () => {
  const [first, second, other] = [await stormy(1), await stormy(1), await stormy(2)]
  expect(first.record.length).toBeGreaterThan(400)
  expect(first).toEqual(second)
  expect(first.record).not.toEqual(other.record)
  expect(new Set(first.record.map(entry => entry.outcome))).toEqual(new Set(['answered', 'refused', 'broken']))
})

test('a scenario in JSON', async () => {
  const time = virtualTime()
  const text = JSON.stringify({
    seed: 3,
    account: {instances: [{name: 'orders', engine: 'postgres', tags: {a: 'b'}}], unknowns: {throttleCode: 'ThrottlingException'}},
    drawUnknowns: true,
    latency: [0, 0],
    faults: [{operation: 'DescribeEvents', fault: {is: 'throttle'}}],
    denied: ['rds:ListTagsForResource'],
    people: [{afterSeconds: 60, does: 'setsStatus', with: ['orders', 'storage-full']}]
  })
  const desk = openScenario(JSON.parse(text) as Scenario, time.scheduler)
  expect(await time.run(desk.answer('rds', 'DescribeEvents', {}))).toMatchObject({is: 'rejected', error: {code: 'ThrottlingException'}})
  await time.pass(61_000)
  expect(desk.account().instances[0]?.shown).toMatchObject({DBInstanceStatus: 'storage-full', TagList: [{Key: 'a', Value: 'b'}]})
})
