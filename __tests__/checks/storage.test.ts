/** Facts 3.2: storage and class of RDS instances. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {NO_TRAITS} from '../../src/domain/traits.ts'
import type {FactValues} from '../../src/observing/facts.ts'
import type {Orderable} from '../../src/rds/surroundings.ts'
import {group, inputs} from '../phases/builders.ts'
import type {Over} from './table.ts'
import {answerOf, answersOf, checkOf, guessesOf, judged, lookOf, Tables} from './table.ts'

const tables = new Tables<Over>()

const GIB = 1024 ** 3
const AURORA: Partial<Database> = {kind: 'cluster', engine: 'aurora-mysql'}
const MYSQL: Partial<Database> = {engine: 'mysql', engineVersion: '8.0.42'}
const to84 = {engineVersion: '8.4.6', reachable: ['8.4.6']}
const newClass = {'target-instance-class': 'db.m8g.large'}
const size = (gib: number) => ({'target-allocated-storage': String(gib)})

tables.add('smaller-storage-holds-the-data', [
  // 40 of 100 GiB are used.
  ['1.2 times', {given: size(48), facts: {freeStorage: 60 * GIB}}, 'met'],
  ['less', {given: size(47), facts: {freeStorage: 60 * GIB}}, 'not_met', /40\.0 of 100 GiB used.*at least 48 GiB.*49 or more/],
  ['no datapoint', {given: size(48)}, 'unknown', /FreeStorageSpace of orders/],
  ['larger', {given: size(200)}, 'not_applicable'],
  ['as it is', {given: size(100)}, 'not_applicable'],
  ['nothing asked for', {}, 'not_applicable'],
  ['Aurora', {production: AURORA}, 'not_applicable']
])

tables.add('magnetic-storage-gets-another-type', [
  ['gp3', {given: size(400)}, 'met'],
  ['magnetic, with another type', {production: {storageType: 'standard'}, given: {...size(400), 'target-storage-type': 'gp3'}}, 'met'],
  ['magnetic', {production: {storageType: 'standard'}, given: size(400)}, 'not_met', /target-storage-type: gp3/],
  ['RDS does not say', {production: {storageType: undefined}, given: size(400)}, 'unknown'],
  ['the size stays', {production: {storageType: 'standard'}}, 'not_applicable'],
  ['Aurora', {production: AURORA, given: size(400)}, 'not_applicable']
])

const upgrade = {'upgrade-storage-config': 'true'}
const available = (storageConfigUpgradeAvailable: boolean | undefined): Partial<Database> => ({storageConfigUpgradeAvailable})
tables.add('storage-configuration-can-be-upgraded', [
  ['it can', {production: available(true), given: upgrade}, 'met'],
  ['another class', {production: available(false), given: {...upgrade, ...newClass}}, 'met'],
  ['the latest', {production: available(false), given: upgrade}, 'not_met', /leave upgrade-storage-config out/],
  [
    'the latest, and the class it has',
    {production: available(false), given: {...upgrade, 'target-instance-class': 'db.m6g.large'}},
    'not_met'
  ],
  ['RDS does not say', {production: available(undefined), given: upgrade}, 'unknown'],
  ['not asked for', {production: available(false)}, 'not_applicable'],
  ['asked not to', {production: available(false), given: {'upgrade-storage-config': 'false'}}, 'not_applicable'],
  ['Aurora', {production: AURORA, given: upgrade}, 'not_applicable']
])

const writes = (value: string): Partial<FactValues> => ({
  greenGroups: {instance: group('of-green', 'mysql8.4', {'rds.optimized_writes': value}), cluster: undefined}
})
tables.add('new-class-can-use-optimized-writes', [
  ['the latest configuration', {production: {...MYSQL, ...available(false)}, target: to84, given: newClass}, 'met'],
  [
    'it comes along',
    {production: {...MYSQL, ...available(true)}, target: to84, given: {...newClass, ...upgrade}, facts: writes('AUTO')},
    'met'
  ],
  ['an old one', {production: {...MYSQL, ...available(true)}, target: to84, given: newClass}, 'not_met', /upgrade-storage-config: true/],
  [
    'switched off',
    {production: {...MYSQL, ...available(false)}, target: to84, given: newClass, facts: writes('OFF')},
    'not_met',
    /OFF in of-green/
  ],
  ['RDS does not say', {production: {...MYSQL, ...available(undefined)}, target: to84, given: newClass}, 'unknown'],
  ['the class stays', {production: {...MYSQL, ...available(true)}, target: to84}, 'not_applicable'],
  ['PostgreSQL', {production: available(true), given: newClass}, 'not_applicable'],
  ['Aurora', {production: AURORA, given: newClass}, 'not_applicable']
])

tables.add('replicas-get-the-same-class-and-storage', [
  ['with a replica', {given: {...newClass, 'target-iops': '9000'}}, 'not_met', /target-instance-class, target-iops .*orders-r1/],
  ['without', {replica: {kind: 'cluster'}, given: newClass}, 'met'],
  ['size is for all of them', {given: size(400)}, 'not_applicable'],
  ['Aurora', {production: AURORA, given: newClass}, 'not_applicable']
])

tables.add('blue-has-room-while-storage-is-upgraded', [
  ['half is free', {given: upgrade, facts: {freeStorage: 50 * GIB}}, 'met', /50 % of 100 GiB/],
  ['a tenth is free', {given: upgrade, facts: {freeStorage: 10 * GIB}}, 'not_met', /10 % of 100 GiB/],
  [
    'a tenth is free, and it grows',
    {production: {traits: {...NO_TRAITS, maxAllocatedStorage: 1000}}, given: upgrade, facts: {freeStorage: GIB}},
    'not_met',
    /autoscaling/
  ],
  ['no datapoint', {given: upgrade}, 'unknown'],
  ['not asked for', {}, 'not_applicable'],
  ['Aurora', {production: AURORA, given: upgrade}, 'not_applicable']
])

const credits = (burstBalance?: number, cpuCredits?: number): Partial<FactValues> => ({credits: {burstBalance, cpuCredits}})
const gp2: Partial<Database> = {storageType: 'gp2'}
const t3: Partial<Database> = {instanceClass: 'db.t3.medium'}
tables.add('burst-credits-are-full', [
  ['full', {production: {...gp2, ...t3}, facts: credits(100, 500)}, 'met', /BurstBalance of orders is 100 %, CPUCreditBalance is 500/],
  ['storage is low', {production: gp2, facts: credits(40)}, 'not_met', /40 %.*target-storage-type: gp3/],
  ['CPU is low', {production: t3, facts: credits(undefined, 3)}, 'not_met', /CPUCreditBalance is 3.*not burstable/],
  ['no datapoint', {production: gp2}, 'unknown'],
  ['one datapoint of two', {production: {...gp2, ...t3}, facts: credits(100)}, 'unknown'],
  ['gp3, and a class without', {}, 'not_applicable'],
  ['Aurora', {production: {...AURORA, ...t3}}, 'not_applicable']
])

tables.add('class-shows-storage-initialization', [
  ['m6g', {}, 'met'],
  ['t4g', {production: {instanceClass: 'db.t4g.medium'}}, 'not_met', /db\.t4g\.medium/],
  ['of the replica', {replica: {instanceClass: 'db.t3.medium'}}, 'not_met'],
  ['not any more', {production: {instanceClass: 'db.t4g.medium'}, replica: {instanceClass: 'db.m6g.large'}, given: newClass}, 'met'],
  ['RDS does not say', {production: {instanceClass: undefined}, replica: {instanceClass: undefined}}, 'unknown'],
  ['Aurora', {production: AURORA}, 'not_applicable']
])

const none = {from: undefined, to: undefined}
const OPTIONS: readonly Orderable[] = [
  {storageType: 'gp2', storage: {from: 20, to: 65_536}, iops: none, throughput: none},
  {storageType: 'gp3', storage: {from: 20, to: 65_536}, iops: {from: 3000, to: 64_000}, throughput: {from: 125, to: 4000}},
  {storageType: 'io2', storage: {from: 100, to: 65_536}, iops: {from: 1000, to: 256_000}, throughput: none}
]
const orderable = {
  orderable: new Map([
    ['db.m6g.large', OPTIONS],
    ['db.m8g.large', OPTIONS.slice(1)]
  ])
}
const fits = (given: Record<string, string>, production: Partial<Database> = {}) => ({production, facts: orderable, given})
tables.add('storage-fits-the-class', [
  ['larger', fits(size(200)), 'met'],
  ['tuned gp3 of 400 GiB', fits({...size(400), 'target-iops': '12000', 'target-storage-throughput': '500'}), 'met'],
  ['tuned gp3 below', fits({...size(399), 'target-iops': '12000'}), 'not_met', /gp3 below 400 GiB.*399 GiB/],
  ['tuned gp3 of its old size', fits({'target-storage-throughput': '500'}), 'not_met', /100 GiB it is/],
  [
    'too small for io2',
    fits({'target-storage-type': 'io2', ...size(20), 'target-iops': '3000'}),
    'not_met',
    /20 GiB, and io2 has 100 to 65536/
  ],
  ['its old size is too small for io2', fits({'target-storage-type': 'io2', 'target-iops': '3000'}, {allocatedStorage: 50}), 'not_met'],
  [
    'too few IOPS',
    fits({'target-storage-type': 'io2', 'target-iops': '500'}),
    'not_met',
    /target-iops: 500 IOPS, and io2 has 1000 to 256000/
  ],
  ['too much throughput', fits({...size(400), 'target-storage-throughput': '9000'}), 'not_met', /125 to 4000/],
  ['throughput of io2', fits({'target-storage-type': 'io2', 'target-storage-throughput': '500'}), 'not_met', /for gp3 only/],
  ['IOPS of gp2', fits({'target-storage-type': 'gp2', 'target-iops': '3000'}), 'not_met', /not for gp2/],
  ['a type this class has not', fits({...newClass, 'target-storage-type': 'gp2'}), 'not_met', /no gp2/],
  ['the type of today, which the new class has not', fits(newClass, {storageType: 'standard'}), 'not_met', /no standard/],
  ['a class alone', fits(newClass), 'met'],
  ['the class cannot be had', {facts: {orderable: new Map([['db.m8g.large', []]])}, given: newClass}, 'unknown'],
  ['RDS does not say the type', fits(size(200), {storageType: undefined}), 'unknown'],
  ['nothing changes', {}, 'not_applicable'],
  ['Aurora', {production: AURORA, given: size(200)}, 'not_applicable']
])

describe.each(tables.all())('%s', (id, rows) => {
  test.each(rows)('%s', (_what, over, is, says) => expect(answerOf(judged(id, over))).toEqual([is, expect.stringMatching(says)]))
  test('is met and not met, and knows when it cannot tell', () => {
    expect(answersOf(rows)).toEqual(expect.arrayContaining(['met', 'not_met']))
    expect(guessesOf(checkOf(id), rows, lookOf, over => inputs(over.given))).toEqual([])
  })
})
