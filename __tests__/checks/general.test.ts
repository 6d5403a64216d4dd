/** Facts 3.1 and G-39: each check of every source, with one that meets it, one that does not, and one that cannot be told. */

import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {absent, known, unknown} from '../../src/domain/known.ts'
import type {Traits} from '../../src/domain/traits.ts'
import {NO_TRAITS} from '../../src/domain/traits.ts'
import type {FactValues} from '../../src/observing/facts.ts'
import type {Orderable} from '../../src/rds/surroundings.ts'
import {arn, group, inputs} from '../phases/builders.ts'
import type {Over} from './table.ts'
import {answerOf, answersOf, checkOf, guessesOf, judged, lookOf, Tables} from './table.ts'

const tables = new Tables<Over>()

type Values = Readonly<Record<string, string>>

const having = (traits: Partial<Traits>): Partial<Database> => ({traits: {...NO_TRAITS, ...traits}})
const CLUSTER: Partial<Database> = {kind: 'cluster', engine: 'aurora-postgresql', arn: arn('orders', 'cluster'), replicas: []}
const READER: Partial<Database> = {engine: 'aurora-postgresql', cluster: 'orders', replicaOf: undefined}
const same = {engineVersion: undefined, reachable: []}

tables.add('engine-supports-blue-green', [
  ['PostgreSQL', {}, 'met'],
  ['Aurora MySQL', {production: {...CLUSTER, engine: 'aurora-mysql'}}, 'met'],
  ['Oracle', {production: {engine: 'oracle-ee'}}, 'not_met', /oracle-ee.*one of mysql/],
  ['SQL Server', {production: {engine: 'sqlserver-se'}}, 'not_met']
])

tables.add('source-is-no-multi-az-cluster', [
  ['an instance', {}, 'not_applicable'],
  ['Aurora', {production: CLUSTER}, 'met'],
  ['of PostgreSQL', {production: {...CLUSTER, engine: 'postgres'}}, 'not_met', /a DB cluster of postgres/]
])

tables.add('master-password-is-not-managed', [
  ['it is not', {}, 'met'],
  [
    'of the instance',
    {production: having({hasManagedPassword: true})},
    'not_met',
    /aws rds modify-db-instance --db-instance-identifier orders --no-manage-master-user-password/
  ],
  [
    'of the cluster',
    {production: {...CLUSTER, ...having({hasManagedPassword: true})}},
    'not_met',
    /modify-db-cluster --db-cluster-identifier orders/
  ],
  ['of a replica', {replica: having({hasManagedPassword: true})}, 'not_met', /orders-r1/]
])

tables.add('automated-backups-are-on', [
  ['a week', {production: having({backupRetentionDays: 7})}, 'met', /7 days/],
  ['off', {production: having({backupRetentionDays: 0})}, 'not_met', /mode: prepare.*--backup-retention-period 1/],
  ['the replica has none of its own', {production: having({backupRetentionDays: 1}), replica: having({backupRetentionDays: 0})}, 'met'],
  ['RDS does not say', {}, 'unknown'],
  ['a cluster', {production: CLUSTER}, 'not_applicable']
])

const carried = (blue: Values, green: Values | undefined, replica: Values = {}): Over => ({
  facts: {
    blueGroups: {
      instance: group('of-blue', 'postgres16', blue),
      cluster: undefined,
      replicas: [group('of-replica', 'postgres16', replica)]
    },
    greenGroups: {instance: green === undefined ? undefined : group('of-green', 'postgres17', green), cluster: undefined}
  }
})

tables.add('green-says-what-blue-says', [
  ['nobody has set anything', carried({}, {}), 'met', /nothing is lost/],
  ['all of it, and more', carried({work_mem: '64'}, {work_mem: '64', jit: 'off'}), 'met', /nothing is lost; jit=off in of-green besides/],
  ['and no more where it is the same', carried({work_mem: '64', jit: 'off'}, {work_mem: '64', jit: 'off'}), 'met', /nothing is lost \|/],
  ['not that value', carried({work_mem: '64'}, {work_mem: '128'}), 'not_met', /work_mem=64 of of-blue \(128 in of-green\)/],
  ['nor any', carried({work_mem: '64'}, {}), 'not_met', /work_mem=64 of of-blue \(not set in of-green\).*mode: prepare/],
  ['of a replica', carried({}, {}, {statement_timeout: '5'}), 'not_met', /statement_timeout=5 of of-replica/],
  [
    'otherwise on purpose',
    carried(
      {event_scheduler: 'ON', shared_preload_libraries: 'pg_cron', 'apg_plan_mgmt.capture_plan_baselines': 'on'},
      {event_scheduler: 'OFF'}
    ),
    'met'
  ],
  ['green’s group is not there', carried({work_mem: '64'}, undefined), 'unknown'],
  ['and nobody has set anything', carried({}, undefined), 'met']
])

tables.add('no-read-replica-has-replicas', [
  ['one level', {}, 'met'],
  ['two levels', {replica: {replicas: ['orders-r1-r1']}}, 'not_met', /orders-r1 has orders-r1-r1.*delete orders-r1-r1/],
  ['two levels across Regions', {replica: {replicas: ['arn:aws:rds:us-east-1:123456789012:db:far']}}, 'not_met', /far in us-east-1/],
  ['a cluster', {production: CLUSTER}, 'not_applicable']
])

tables.add('no-replica-in-another-region', [
  ['here', {}, 'met'],
  [
    'of an instance',
    {production: {replicas: ['orders-r1', 'arn:aws:rds:us-east-1:123456789012:db:orders-far']}},
    'not_met',
    /^(?!.*123456789012).*orders-far in us-east-1/
  ],
  [
    'of a cluster',
    {production: {...CLUSTER, replicas: ['arn:aws:rds:us-east-1:123456789012:cluster:orders-far']}},
    'not_met',
    /orders-far in us-east-1/
  ],
  [
    'a cluster that is one',
    {production: {...CLUSTER, replicaOf: 'arn:aws:rds:us-east-1:123456789012:cluster:first'}},
    'not_met',
    /promote-read-replica-db-cluster --db-cluster-identifier orders/
  ],
  ['a cluster without', {production: CLUSTER, replica: READER}, 'met']
])

tables.add('log-volumes-are-alike', [
  ['on none', {production: having({hasDedicatedLogVolume: false}), replica: having({hasDedicatedLogVolume: false})}, 'met'],
  ['on all', {production: having({hasDedicatedLogVolume: true}), replica: having({hasDedicatedLogVolume: true})}, 'met'],
  ['RDS says nothing of it at all', {}, 'met'],
  [
    'on the primary alone',
    {production: having({hasDedicatedLogVolume: true}), replica: having({hasDedicatedLogVolume: false})},
    'not_met',
    /orders has one, orders-r1 has none.*--db-instance-identifier orders-r1 --dedicated-log-volume/
  ],
  ['on the replica alone', {production: having({hasDedicatedLogVolume: false}), replica: having({hasDedicatedLogVolume: true})}, 'not_met'],
  ['RDS does not say of the replica', {production: having({hasDedicatedLogVolume: true})}, 'unknown', /orders-r1/],
  ['a cluster', {production: CLUSTER}, 'not_applicable']
])

const option: Orderable = {
  storageType: 'gp3',
  storage: {from: 20, to: 65_536},
  iops: {from: undefined, to: undefined},
  throughput: {from: undefined, to: undefined}
}
const sold = (...names: readonly string[]): FactValues['orderable'] => new Map(names.map(name => [name, [option]]))
const unsold = (...names: readonly string[]): FactValues['orderable'] => new Map(names.map(name => [name, []]))
const [M6, M8] = ['db.m6g.large', 'db.m8g.large']
const newClass = {'target-instance-class': M8}

tables.add('instance-classes-have-the-target-version', [
  ['both are sold', {facts: {orderable: sold(M6, M8)}, given: newClass}, 'met'],
  [
    'the class of today is not',
    {facts: {orderable: unsold(M6)}},
    'not_met',
    /db\.m6g\.large cannot be had.*postgres 17\.6.*orders is db\.m6g\.large/
  ],
  [
    'the new one is not',
    {facts: {orderable: new Map([...unsold(M8), ...sold(M6)])}, given: newClass},
    'not_met',
    /give another target-instance-class/
  ],
  [
    'the class of the replica is not',
    {facts: {orderable: new Map([...sold(M6), ...unsold('db.m4.large')])}, replica: {instanceClass: 'db.m4.large'}},
    'not_met',
    /orders-r1 is db\.m4\.large/
  ],
  ['one that was not asked for', {facts: {orderable: sold(M6)}, replica: {instanceClass: 'db.r6g.large'}}, 'unknown', /db\.r6g\.large/],
  ['RDS does not say the class', {production: {instanceClass: undefined}, replica: {instanceClass: undefined}}, 'unknown'],
  ['nothing changes', {target: same}, 'not_applicable'],
  ['the version is out of reach', {target: {engineVersion: '99.9'}, facts: {orderable: unsold(M6)}}, 'not_applicable', /reachable/],
  [
    'another class of a version that is not sold any more',
    {target: same, facts: {orderable: unsold(M8), orderableToday: unsold(M8, M6)}, given: newClass},
    'unknown',
    /not even db\.m6g\.large/
  ],
  [
    'another class that its version has not',
    {target: same, facts: {orderable: unsold(M8), orderableToday: new Map([...unsold(M8), ...sold(M6)])}, given: newClass},
    'not_met'
  ]
])

tables.add('new-instance-class-has-the-version-of-today', [
  ['it has', {facts: {orderableToday: sold(M6, M8)}, given: newClass}, 'met'],
  ['it has not', {facts: {orderableToday: new Map([...unsold(M8), ...sold(M6)])}, given: newClass}, 'not_met', /postgres 16\.8/],
  ['the version is not sold any more', {facts: {orderableToday: unsold(M6, M8)}, given: newClass}, 'unknown'],
  ['the class stays', {}, 'not_applicable'],
  ['the version stays', {target: same, given: newClass}, 'not_applicable']
])

const quotas = (over: Readonly<Record<string, readonly [number, number]>>): FactValues['quotas'] =>
  new Map(
    Object.entries({DBInstances: [2, 40] as const, DBClusters: [1, 40] as const, AllocatedStorage: [200, 100_000] as const, ...over}).map(
      ([name, [used, max]]) => [name, {used, max}]
    )
  )

tables.add('quotas-leave-room-for-green', [
  ['plenty', {facts: {quotas: quotas({})}}, 'met'],
  ['just enough instances', {facts: {quotas: quotas({DBInstances: [38, 40]})}}, 'met'],
  [
    'one instance short',
    {facts: {quotas: quotas({DBInstances: [39, 40]})}},
    'not_met',
    /39 of 40 DB instances are in use, green adds 2.*to 41/
  ],
  ['no storage', {facts: {quotas: quotas({AllocatedStorage: [99_801, 100_000]})}}, 'not_met', /GiB of storage/],
  [
    'the storage asked for',
    {facts: {quotas: quotas({AllocatedStorage: [90_000, 100_000]})}, given: {'target-allocated-storage': '6000'}},
    'not_met',
    /green adds 12000/
  ],
  [
    'a cluster adds a cluster',
    {production: CLUSTER, replica: READER, facts: {quotas: quotas({DBClusters: [40, 40]})}},
    'not_met',
    /DB clusters/
  ],
  ['and no storage', {production: CLUSTER, replica: READER, facts: {quotas: quotas({AllocatedStorage: [100_000, 100_000]})}}, 'met'],
  ['RDS does not say', {facts: {quotas: new Map()}}, 'unknown', /DBInstances/]
])

tables.add('names-leave-room-for-green', [
  ['short', {}, 'met'],
  ['as long as can be', {replica: {name: 'r'.repeat(50)}}, 'met'],
  ['one longer', {replica: {name: 'r'.repeat(51)}}, 'not_met', /has 51/]
])

tables.add('nothing-is-pending-on-blue', [
  ['nothing', {}, 'met'],
  [
    'maintenance',
    {facts: {maintenance: [{database: 'orders', action: 'system-update', description: 'New OS'}]}},
    'not_met',
    /orders: maintenance system-update \(New OS\)/
  ],
  ['a change', {replica: having({pendingChanges: ['DBInstanceClass']})}, 'not_met', /orders-r1: pending DBInstanceClass/],
  ['a restart', {production: {parameterApplyStatus: 'pending-reboot'}}, 'not_met', /default\.postgres16 is pending-reboot/]
])

const minor = {engineVersion: '16.9', reachable: ['16.9', '16.10', '17.6']}
const off = having({upgradesMinorVersionsItself: false})
tables.add('blue-does-not-upgrade-itself', [
  ['off', {target: minor, production: off, replica: off}, 'met'],
  [
    'on',
    {target: minor, production: having({upgradesMinorVersionsItself: true}), replica: off},
    'not_met',
    /green gets 16\.9, RDS has 16\.10.*--db-instance-identifier orders --no-auto-minor-version-upgrade/
  ],
  ['RDS does not say', {target: minor, production: off}, 'unknown'],
  ['another major', {production: having({upgradesMinorVersionsItself: true})}, 'not_applicable']
])

const key = {'target-kms-key-id': 'alias/orders'}
tables.add('encryption-is-not-added', [
  ['encrypted', {given: key}, 'met'],
  ['not', {production: {storageEncrypted: false}, given: key}, 'not_met', /orders is not encrypted.*September 2026/],
  ['RDS does not say', {replica: {storageEncrypted: undefined}, given: key}, 'unknown'],
  ['no key', {production: {storageEncrypted: false}}, 'not_applicable']
])

tables.add('source-is-not-of-a-stack', [
  ['of none', {production: {tags: new Map([['team', 'shop']])}}, 'met'],
  ['of one', {replica: {tags: new Map([['aws:cloudformation:stack-name', 'shop']])}}, 'not_met', /of stack shop/],
  ['RDS did not list them', {production: {tags: undefined}}, 'unknown']
])

tables.add('no-proxy-sends-clients-to-blue', [
  ['none', {}, 'met'],
  ['one', {facts: {proxyTargets: [{proxy: 'pool', database: 'orders', health: 'AVAILABLE', because: ''}]}}, 'not_met', /pool does/]
])

const family = (is: string) => ({
  group: {name: 'orders-17', family: is === 'gone' ? absent : is === 'unread' ? unknown('AccessDenied') : known(is)}
})
tables.add('parameter-groups-fit-the-target-version', [
  ['of the family', {target: family('postgres17')}, 'met', /orders-17 \(postgres17\)/],
  [
    'of the family of today',
    {target: family('postgres16')},
    'not_met',
    /orders-17 is of family postgres16.*postgres17.*target-parameter-group/
  ],
  ['not there', {target: family('gone')}, 'not_met', /there is no group orders-17/],
  ['not there, and the family is not known', {target: {...family('gone'), family: undefined}}, 'not_met'],
  [
    'the one of the cluster',
    {production: CLUSTER, target: {...family('postgres17'), clusterGroup: {name: 'c', family: known('aurora-postgresql16')}}},
    'not_met',
    /target-cluster-parameter-group/
  ],
  ['could not be read', {target: family('unread')}, 'unknown', /AccessDenied/],
  ['RDS does not say which family', {target: {...family('postgres17'), family: undefined}}, 'unknown'],
  ['none is decided', {target: {group: undefined}}, 'not_applicable'],
  ['the version is out of reach', {target: {...family('postgres17'), reachable: []}}, 'not_applicable']
])

const reach = (reachable: readonly string[], hops: readonly string[] = []) => ({target: {reachable, hops}})
tables.add('target-version-is-reachable', [
  ['it is', {}, 'met'],
  ['in hops', reach(['16.10'], ['16.10', '17.6']), 'not_met', /2 deployments/],
  ['never', reach([]), 'not_met', /RDS lists no version/],
  ['the version stays', {target: same}, 'not_applicable']
])

const trouble = (reason: 'cannot_tell' | 'checks_not_met') => ({trouble: {reason, because: 'so it is', remedy: 'do it'}})
tables.add('parameter-groups-of-green-are-decided', [
  ['they are', {}, 'met'],
  ['blue has a custom group', {target: trouble('checks_not_met')}, 'not_met'],
  ['RDS does not say', {target: trouble('cannot_tell')}, 'unknown'],
  ['RDS does not say the group of blue', {target: {group: undefined}}, 'unknown'],
  ['the version is out of reach', {target: {reachable: []}}, 'not_applicable']
])

describe.each(tables.all())('%s', (id, rows) => {
  test.each(rows)('%s', (_what, over, is, says) => expect(answerOf(judged(id, over))).toEqual([is, expect.stringMatching(says)]))
  test('is met and not met, and knows when it cannot tell', () => {
    expect(answersOf(rows)).toEqual(expect.arrayContaining(['met', 'not_met']))
    expect(guessesOf(checkOf(id), rows, lookOf, over => inputs(over.given))).toEqual([])
  })
})
