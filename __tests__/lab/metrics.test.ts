// CloudWatch over the account: which metric speaks where, by the name of the minute, and stretched on a scaled clock.
import {describe, expect, test} from '@jest/globals'
import {dice} from '../../lab/dice.ts'
import {getMetricData} from '../../lab/model/metrics.ts'
import * as people from '../../lab/model/people.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {hours, minutes, openBox, refused} from './box.ts'

type Box = ReturnType<typeof openBox>

const queryOf = (metric: string, dimension: string, name: string, Stat = 'Maximum') => ({
  Id: 'q1',
  MetricStat: {Metric: {Namespace: 'AWS/RDS', MetricName: metric, Dimensions: [{Name: dimension, Value: name}]}, Period: 60, Stat}
})

async function valuesOf(
  box: Box,
  metric: string,
  name: string,
  past = 10 * minutes,
  dimension = 'DBInstanceIdentifier'
): Promise<number[]> {
  const now = box.time.scheduler.now()
  const input = {StartTime: new Date(now - past), EndTime: new Date(now), MetricDataQueries: [queryOf(metric, dimension, name)]}
  const answer = await box.settled(box.ports.metrics.read('GetMetricData', input, box.signal))
  return answer.MetricDataResults?.[0]?.Values ?? []
}

const greenName = (box: Box): string =>
  box.instances().find(one => one.DBInstanceIdentifier.includes('-green-'))?.DBInstanceIdentifier ?? ''

describe('replica lag', () => {
  test.each<[string, AccountSeed, 'db' | 'cluster', string | undefined, string, 'blue' | 'green']>([
    ['mysql', {instances: [{name: 'orders', engine: 'mysql'}]}, 'db', undefined, 'ReplicaLag', 'green'],
    ['mariadb', {instances: [{name: 'orders', engine: 'mariadb'}]}, 'db', '11.4', 'ReplicaLag', 'green'],
    ['postgres, physical', {instances: [{name: 'orders', engine: 'postgres'}]}, 'db', '16.10', 'ReplicaLag', 'green'],
    ['postgres, logical', {instances: [{name: 'orders', engine: 'postgres'}]}, 'db', '17.6', 'OldestReplicationSlotLag', 'blue'],
    ['aurora-mysql', {clusters: [{name: 'orders', engine: 'aurora-mysql'}]}, 'cluster', undefined, 'AuroraBinlogReplicaLag', 'green'],
    ['aurora-postgresql', {clusters: [{name: 'orders'}]}, 'cluster', undefined, 'OldestReplicationSlotLag', 'blue']
  ])('%s', async (_engine, seed, type, version, metric, side) => {
    const box = openBox(seed)
    const blue = type === 'db' ? 'orders' : 'orders-1'
    await box.ready(type, 'orders', version === undefined ? {} : {TargetEngineVersion: version})
    const green = greenName(box)
    const names = {blue, green}
    for (const name of ['ReplicaLag', 'OldestReplicationSlotLag', 'AuroraBinlogReplicaLag'])
      for (const at of ['blue', 'green'] as const)
        expect([name, at, await valuesOf(box, name, names[at])]).toEqual([
          name,
          at,
          name === metric && at === side ? Array(10).fill(0) : []
        ])
    box.desk.change(people.lags(names[side], -1))
    expect(await valuesOf(box, metric, names[side])).toEqual(Array(10).fill(-1))
    box.desk.change(people.lags(names[side], 'missing'))
    expect(await valuesOf(box, metric, names[side])).toEqual([])
  })

  test('Aurora also answers for the cluster', async () => {
    const box = openBox({clusters: [{name: 'orders', engine: 'aurora-mysql'}]})
    await box.ready('cluster', 'orders')
    const green = box.clusters()[1]?.DBClusterIdentifier ?? ''
    expect(await valuesOf(box, 'AuroraBinlogReplicaLag', green, 5 * minutes, 'DBClusterIdentifier')).toHaveLength(5)
  })
})

describe('connections', () => {
  test('follow the name: an old blue has none before its switchover', async () => {
    const box = openBox({instances: [{name: 'orders', engine: 'mysql', connections: 7}]})
    await box.switched('db', 'orders')
    await box.pass(20 * minutes)
    box.desk.change(people.connects('orders-old1', 0))
    expect((await valuesOf(box, 'DatabaseConnections', 'orders-old1', 2 * hours)).length).toBeLessThan(32)
    expect(await valuesOf(box, 'DatabaseConnections', 'orders-old1')).toEqual(Array(10).fill(0))
    expect(await valuesOf(box, 'DatabaseConnections', 'orders', 2 * hours)).toHaveLength(120)
    expect(await valuesOf(box, 'DatabaseConnections', 'nobody')).toEqual([])
  })

  test('a minute shows the same value whoever asks', async () => {
    const box = openBox({instances: [{name: 'orders'}]})
    const first = await valuesOf(box, 'DatabaseConnections', 'orders')
    expect(new Set(first).size).toBeGreaterThan(1)
    expect(await valuesOf(box, 'DatabaseConnections', 'orders')).toEqual(first)
  })

  test('datapoints may be missing', async () => {
    const box = openBox({instances: [{name: 'orders'}], paper: {missingChance: 0.5}})
    const values = await valuesOf(box, 'DatabaseConnections', 'orders', 100 * minutes)
    expect(values.length).toBeGreaterThan(20)
    expect(values.length).toBeLessThan(80)
  })
})

test('a scaled clock stretches: a minute of the label is a minute of the model', async () => {
  const box = openBox({instances: [{name: 'orders', engine: 'mysql', ageMinutes: 30}]})
  const scaled = {...box.desk.account(), pace: 1 / 600}
  const now = box.time.scheduler.now()
  const ask = (ageSeconds: number): number => {
    const [one] = scaled.instances
    if (one === undefined) throw new Error('no instance')
    const young = {...scaled, instances: [{...one, hidden: {...one.hidden, named: [{name: 'orders', since: now - ageSeconds * 1000}]}}]}
    const input = {
      StartTime: new Date(now - hours),
      EndTime: new Date(now),
      MetricDataQueries: [queryOf('DatabaseConnections', 'DBInstanceIdentifier', 'orders')]
    }
    const answer = getMetricData(young, input, now, dice(1))
    return 'refused' in answer ? -1 : (answer.MetricDataResults?.[0]?.Values?.length ?? 0)
  }
  // Six real seconds are an hour of the model, three are half of one.
  expect(ask(6)).toBe(60)
  expect(ask(3)).toBe(30)
})

test('questions CloudWatch refuses', async () => {
  const box = openBox()
  const ask = (input: object) =>
    refused(
      box.settled(
        box.ports.metrics.read(
          'GetMetricData',
          {StartTime: new Date(0), EndTime: new Date(60_000), MetricDataQueries: [], ...input},
          box.signal
        )
      )
    )
  expect(await ask({})).toBe('answered')
  expect(await ask({EndTime: new Date(0)})).toBe('ValidationError 400')
  expect(await ask({MetricDataQueries: [{Id: 'Upper'}]})).toBe('InvalidParameterValue 400')
  expect(await ask({MetricDataQueries: [{Id: 'a'}]})).toBe('ValidationError 400')
  expect(await ask({MetricDataQueries: [queryOf('x', 'y', 'z'), queryOf('x', 'y', 'z')]})).toBe('ValidationError 400')
  expect(await ask({MetricDataQueries: [queryOf('x', 'y', 'z', 'Biggest')]})).toBe('ValidationError 400')
})
