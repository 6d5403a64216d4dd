/** Lag by the metric of the engine (facts 4.3) and idleness by the minute: what CloudWatch does not tell is unknown, never zero. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {known} from '../../src/domain/known.ts'
import {lagMetricOf, readLag} from '../../src/observing/lag.ts'
import {readIdleness} from '../../src/observing/old-blue.ts'
import {blue, byLabel, database, green, inputs, observation, old, oldBlue, oldReplica} from '../phases/builders.ts'
import {scripted, thrown} from '../rds/scripted.ts'

const NOW = new Date('2026-11-20T02:00:30Z')
const minutesAgo = (minutes: number): Date => new Date(Math.floor(NOW.getTime() / 60_000) * 60_000 - minutes * 60_000)
const DENIED = thrown('AccessDenied', 403)

describe('which metric', () => {
  const of = (engine: string, from: string, to: string, over: Partial<Database> = {}): string => {
    const one = lagMetricOf(database({engine, engineVersion: from, ...over}), {...green, engine, engineVersion: to})
    return `${one.metric} ${Object.entries(one.dimensions).flat().join(' ')} ${one.unit}`
  }
  const cluster: Partial<Database> = {
    kind: 'cluster',
    members: [
      {name: 'orders-2', writer: false},
      {name: 'orders-1', writer: true}
    ]
  }
  test.each([
    ['mysql', '8.0.42', '8.4.6', {}, 'ReplicaLag DBInstanceIdentifier orders-green-abc123 seconds'],
    ['mariadb', '10.11.13', '11.4.7', {}, 'ReplicaLag DBInstanceIdentifier orders-green-abc123 seconds'],
    ['postgres', '16.8', '16.10', {}, 'ReplicaLag DBInstanceIdentifier orders-green-abc123 seconds'],
    ['postgres', '16.8', '17.6', {}, 'OldestReplicationSlotLag DBInstanceIdentifier orders bytes'],
    ['aurora-postgresql', '16.8', '16.9', cluster, 'OldestReplicationSlotLag DBInstanceIdentifier orders-1 bytes'],
    [
      'aurora-mysql',
      '8.0.mysql_aurora.3.05.2',
      '8.0.mysql_aurora.3.10.1',
      cluster,
      'AuroraBinlogReplicaLag DBClusterIdentifier orders-green-abc123 Role WRITER seconds'
    ]
  ])('%s %s to %s', (engine, from, to, over, expected) => expect(of(engine, from, to, over)).toBe(expected))
})

describe('the lag', () => {
  const lag = (answer: object, seen = observation('AVAILABLE', {databases: byLabel(blue, green)})) =>
    readLag(scripted(() => answer, NOW).look, seen, true)
  const points = (...all: readonly (readonly [number, number])[]) => ({
    MetricDataResults: [{Id: 'm0', Timestamps: all.map(([minutes]) => minutesAgo(minutes)), Values: all.map(([, value]) => value)}]
  })
  test.each([
    ['the newest counts, the worst is told', points([4, 900], [2, 7], [1, 5]), {newest: 5, worst: 900}],
    ['in any order', points([1, 5], [4, 900]), {newest: 5, worst: 900}],
    ['replication is not active', points([1, -1]), {newest: -1, worst: -1}]
  ])('%s', async (_what, answer, value) => expect(await lag(answer)).toMatchObject({is: 'known', value}))
  test.each([
    ['no datapoint', points()],
    ['an old one', points([4, 0])],
    ['no result', {}],
    ['denied', DENIED]
  ])('is unknown: %s', async (_what, answer) => expect((await lag(answer)).is).toBe('unknown'))
  test('denied ends the look, unless nobody wants to know', async () => {
    const seen = observation('AVAILABLE', {databases: byLabel(blue, green)})
    await expect(readLag(scripted(() => DENIED, NOW).look, seen, false)).rejects.toHaveProperty('fault.kind', 'denied')
    await expect(readLag(scripted(() => thrown('InternalFailure', 500), NOW).look, seen, true)).rejects.toHaveProperty('fault.kind', 'lost')
  })
  test('is unknown without both sides', async () => {
    expect((await lag(points([1, 0]), observation('AVAILABLE', {databases: byLabel(blue)}))).is).toBe('unknown')
  })
})

describe('idleness', () => {
  const every = (from: number, to: number, value = 0) => Array.from({length: from - to + 1}, (_one, at) => [from - at, value] as const)
  const result = (id: string, all: readonly (readonly [number, number])[]) => ({
    Id: id,
    Timestamps: all.map(([minutes]) => minutesAgo(minutes)),
    Values: all.map(([, value]) => value)
  })
  const read = (minutes: number, answer: object, list = [oldBlue({...old, replicas: []})]) =>
    readIdleness(scripted(() => answer, NOW).look, inputs({}, {oldIdleMinutes: minutes}), list)
  const missing = async (minutes: number, all: readonly (readonly [number, number])[]) => {
    const found = await read(minutes, {MetricDataResults: [result('m0', all)]})
    return found.is === 'known' ? [found.value.missing.get('orders-old1'), found.value.most.get('orders-old1')] : found.is
  }
  test.each([
    ['every minute', 60, every(60, 1), 0, 0],
    ['those of the last two are late', 60, every(60, 3), 0, 0],
    ['one in the middle', 60, every(60, 31).concat(every(29, 1)), 1, 0],
    ['the first half: it was called otherwise', 60, every(30, 1), 29, 0],
    ['none', 60, [], 57, 0],
    ['a connection long ago', 60, every(60, 50, 3).concat(every(49, 1)), 0, 3],
    ['a length without a minute that is due', 1, [], 1, 0],
    ['a length without a minute that is due, one is there', 1, every(1, 1), 0, 0]
  ] as const)('%s', async (_what, minutes, all, gaps, most) => expect(await missing(minutes, all)).toEqual([gaps, most]))
  test('of every instance that is not being deleted, in one request; of clusters there is none', async () => {
    const {look, asked} = scripted(() => ({}), NOW)
    const cluster = database({kind: 'cluster', name: 'shop-old1', resourceId: 'cluster-A'})
    await readIdleness(look, inputs(), [
      oldBlue(),
      oldBlue({...oldReplica, status: 'deleting'}),
      oldBlue(cluster),
      oldBlue(database({name: 'shop-1-old1', resourceId: 'db-W', cluster: 'shop-old1'}))
    ])
    expect(asked).toHaveLength(1)
    expect(JSON.stringify(asked[0]?.input).match(/"Value":"[^"]+"/g)).toEqual(['"Value":"orders-old1"', '"Value":"shop-1-old1"'])
  })
  test('denied or not answered is no answer; switched off, or nothing to ask, asks nothing', async () => {
    await expect(read(60, DENIED)).rejects.toHaveProperty('fault.kind', 'denied')
    await expect(read(60, thrown('InternalFailure', 500))).rejects.toHaveProperty('fault.kind', 'lost')
    const {look, asked} = scripted(() => ({}), NOW)
    expect(await readIdleness(look, inputs({}, {oldIdleMinutes: 0}), [oldBlue()])).toEqual(known({missing: new Map(), most: new Map()}))
    await readIdleness(look, inputs(), [])
    expect(asked).toEqual([])
  })
})
