/** Facts that cost a request only where there is something to ask for, and what is asked. */
import {expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import type {FactName} from '../../src/observing/facts.ts'
import {gatherFacts} from '../../src/observing/facts.ts'
import {sourceOfBothSides} from '../../src/observing/sides.ts'
import {sourceOf} from '../../src/observing/source.ts'
import {traitsOfInstance} from '../../src/rds/traits.ts'
import {arn, blue, blueReplica, database, inputs, observation, TARGET} from '../phases/builders.ts'
import type {Asked} from '../rds/scripted.ts'
import {scripted, thrown} from '../rds/scripted.ts'

const NOW = new Date('2026-11-20T02:00:30Z')

async function gather<N extends FactName>(
  name: N,
  answer: (asked: Asked) => object,
  over: Partial<Database> = {},
  given: Record<string, string> = {}
) {
  const {look, asked} = scripted(answer, NOW)
  const production = {...blue, ...over}
  const facts = await gatherFacts(look, sourceOf(production, [production, blueReplica], TARGET, inputs(given)), [name])
  return {fact: facts[name], asked}
}

const M8 = {'target-instance-class': 'db.m8g.large'}
const sold = ({input}: Asked) => ({
  OrderableDBInstanceOptions:
    input['DBInstanceClass'] === 'db.m8g.large' ? [] : [{DBInstanceClass: input['DBInstanceClass'], StorageType: 'gp3', MinStorageSize: 20}]
})

test('a new class is asked for with the version of today too, beside the class in use', async () => {
  const {fact, asked} = await gather('orderableToday', sold, {}, M8)
  expect(asked.map(one => `${String(one.input['EngineVersion'])} ${String(one.input['DBInstanceClass'])}`)).toEqual([
    '16.8 db.m8g.large',
    '16.8 db.m6g.large'
  ])
  const found = fact.is === 'known' ? [...fact.value].map(([name, options]) => [name, options.length]) : []
  expect(found).toEqual([
    ['db.m8g.large', 0],
    ['db.m6g.large', 1]
  ])
})

test('a class that blue has already is not', async () => {
  for (const given of [{}, {'target-instance-class': 'db.m6g.large'}] as const)
    expect((await gather('orderableToday', sold, {}, given)).asked).toEqual([])
})

test('credits of gp2 and of t classes are one request, and those of others none', async () => {
  const at = new Date('2026-11-20T01:59:00Z')
  const metrics = () => ({
    MetricDataResults: [
      {Id: 'm0', Timestamps: [at], Values: [80]},
      {Id: 'm1', Timestamps: [at], Values: [12]}
    ]
  })
  const both = await gather('credits', metrics, {storageType: 'gp2', instanceClass: 'db.t3.medium'})
  expect([both.asked.length, both.fact]).toEqual([1, {is: 'known', value: {burstBalance: 80, cpuCredits: 12}}])
  const cpu = await gather('credits', metrics, {instanceClass: 'db.t4g.medium'})
  expect([cpu.asked.length, cpu.fact]).toEqual([1, {is: 'known', value: {burstBalance: undefined, cpuCredits: 80}}])
  for (const over of [{}, {kind: 'cluster', storageType: 'gp2'}] as const) {
    const none = await gather('credits', metrics, over)
    expect([none.asked, none.fact]).toEqual([[], {is: 'known', value: {burstBalance: undefined, cpuCredits: undefined}}])
  }
})

test('what is not allowed is unknown, and what may pass is thrown', async () => {
  expect((await gather('orderableToday', () => thrown('AccessDenied', 403), {}, M8)).fact.is).toBe('unknown')
  await expect(gather('orderableToday', () => thrown('Throttling', 400), {}, M8)).rejects.toHaveProperty('fault.kind', 'throttled')
})

test('integrations of both sides: of every instance of RDS', async () => {
  const {look, asked} = scripted(() => ({Integrations: []}), NOW)
  const source = sourceOfBothSides(observation('AVAILABLE'), inputs())
  if (source === undefined) throw new Error('not read')
  await gatherFacts(look, source, ['integrations'])
  const names = ['orders', 'orders-r1', 'orders-green-abc123', 'orders-r1-green-abc123']
  expect(asked.map(one => one.input)).toEqual([{Filters: [{Name: 'source-arn', Values: names.map(name => arn(name))}]}])
})

test('of Aurora the cluster alone', async () => {
  const {look, asked} = scripted(() => ({Integrations: []}), NOW)
  const cluster = database({kind: 'cluster', engine: 'aurora-mysql'})
  await gatherFacts(look, sourceOf(cluster, [cluster, database({name: 'orders-1'})], TARGET, inputs()), ['integrations'])
  expect(asked.map(one => one.input)).toEqual([{Filters: [{Name: 'source-arn', Values: [arn('orders', 'cluster')]}]}])
})

test('how a read replica gets on', () => {
  expect(traitsOfInstance({}).replication).toBeUndefined()
  expect(traitsOfInstance({StatusInfos: [{StatusType: 'another', Normal: true, Status: 'well'}]}).replication).toBeUndefined()
  expect(
    traitsOfInstance({StatusInfos: [{StatusType: 'read replication', Normal: false, Status: 'error', Message: 'Error 1054'}]}).replication
  ).toEqual({status: 'error', isNormal: false, message: 'Error 1054'})
})
