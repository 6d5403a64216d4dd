/** Facts 3.3: RDS for MySQL and MariaDB, and what Aurora MySQL shares. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import type {ParameterGroup} from '../../src/domain/parameters.ts'
import {NO_TRAITS} from '../../src/domain/traits.ts'
import type {FactValues} from '../../src/observing/facts.ts'
import {group, inputs} from '../phases/builders.ts'
import type {Over} from './table.ts'
import {answerOf, answersOf, checkOf, guessesOf, judged, lookOf, Tables} from './table.ts'

const tables = new Tables<Over>()

type Values = Readonly<Record<string, string>>
const MYSQL: Partial<Database> = {engine: 'mysql', engineVersion: '8.0.42'}
const MARIADB: Partial<Database> = {engine: 'mariadb', engineVersion: '10.11.13'}
const AURORA: Partial<Database> = {kind: 'cluster', engine: 'aurora-mysql', engineVersion: '8.0.mysql_aurora.3.05.2'}
const to84 = {engineVersion: '8.4.6', reachable: ['8.4.6']}
const same = {engineVersion: undefined, reachable: []}
const to = (engineVersion: string) => ({engineVersion, reachable: [engineVersion]})

const side = (name: string, values: Values | undefined) => ({
  instance: values === undefined ? undefined : group(name, 'mysql8.4', values),
  cluster: undefined
})
const groups = (blue: Values | undefined, green: Values | undefined): Partial<FactValues> => ({
  blueGroups: {...side('of-blue', blue), replicas: []},
  greenGroups: side('of-green', green)
})
const clusterGroup = (name: string, values: Values): ParameterGroup => group(name, 'aurora-mysql8.0', values, 'cluster')
const clusters = (blue: Values, green: Values, instances: Values = {}): Partial<FactValues> => ({
  blueGroups: {instance: group('i', 'aurora-mysql8.0'), cluster: clusterGroup('of-blue', blue), replicas: []},
  greenGroups: {instance: group('instances', 'aurora-mysql8.0', instances), cluster: clusterGroup('of-green', green)}
})

tables.add('mysql-version-supports-blue-green', [
  ['8.0', {production: MYSQL}, 'met'],
  ['5.7', {production: {...MYSQL, engineVersion: '5.7.44'}}, 'met'],
  ['5.6', {production: {...MYSQL, engineVersion: '5.6.51'}}, 'not_met', /5\.6\.51.*mysql 5\.7 or later/],
  ['MariaDB 10.1', {production: {...MARIADB, engineVersion: '10.1.48'}}, 'not_met', /mariadb 10\.2 or later/],
  ['MariaDB 10.11', {production: MARIADB}, 'met'],
  ['RDS does not say', {production: {...MYSQL, engineVersion: ''}}, 'unknown'],
  ['PostgreSQL', {}, 'not_applicable'],
  ['Aurora', {production: AURORA}, 'not_applicable']
])

tables.add('mysql-version-was-never-excluded', [
  ['8.0.42', {production: MYSQL}, 'met'],
  ['8.0.13', {production: {...MYSQL, engineVersion: '8.0.13'}}, 'not_met', /2024/],
  ['RDS does not say', {production: {...MYSQL, engineVersion: ''}}, 'unknown'],
  ['MariaDB', {production: MARIADB}, 'not_applicable']
])

const options = (optionGroup: string | undefined): Partial<Database> => ({...MYSQL, traits: {...NO_TRAITS, optionGroup}})
tables.add('option-group-allows-the-major-upgrade', [
  ['a default one', {production: options('default:mysql-8-0'), target: to84}, 'met'],
  ['a custom one', {production: options('audit'), target: to84}, 'not_met', /custom option group audit.*--engine-version 8\.4\.6/],
  ['RDS does not say', {production: options(undefined), target: to84}, 'unknown'],
  ['a minor version', {production: options('audit'), target: to('8.0.43')}, 'not_applicable'],
  ['PostgreSQL', {}, 'not_applicable']
])

const replicated = (value: string): Values => ({'rds.group_replication_enabled': value})
tables.add('source-is-not-active-active', [
  ['not set', {production: MYSQL, facts: groups({}, {})}, 'met'],
  ['0', {production: MYSQL, facts: groups(replicated('0'), {})}, 'met'],
  ['1', {production: MYSQL, facts: groups(replicated('1'), {})}, 'not_met', /=1 in of-blue/],
  ['the group could not be found', {production: MYSQL}, 'unknown'],
  ['MariaDB', {production: MARIADB, facts: groups(replicated('1'), {})}, 'not_applicable']
])

const names = (value: string): Values => ({lower_case_table_names: value})
tables.add('case-of-table-names-stays', [
  ['neither says', {production: MYSQL, facts: groups({}, {})}, 'met'],
  ['both say 1', {production: MYSQL, facts: groups(names('1'), names('1'))}, 'met'],
  ['one says the default', {production: MYSQL, facts: groups(names('0'), {})}, 'met'],
  ['blue says 1', {production: MYSQL, facts: groups(names('1'), {})}, 'not_met', /is 1 in of-blue and 0 in of-green.*mode: prepare/],
  ['green says 1', {production: MARIADB, facts: groups({}, names('1'))}, 'not_met'],
  ['of the clusters', {production: AURORA, facts: clusters(names('1'), {})}, 'not_met'],
  ['green is not known', {production: MYSQL, facts: groups({}, undefined)}, 'unknown'],
  ['PostgreSQL', {}, 'not_applicable']
])

const scheduler = (value: string): Values => ({event_scheduler: value})
tables.add('event-scheduler-is-off-on-green', [
  ['off', {production: MYSQL, target: to84, facts: groups(scheduler('ON'), scheduler('OFF'))}, 'met'],
  ['on', {production: MYSQL, target: to84, facts: groups({}, scheduler('ON'))}, 'not_met', /event_scheduler=ON in of-green.*mode: prepare/],
  ['left to MySQL 8.4', {production: MYSQL, target: to84, facts: groups({}, {})}, 'unknown', /mode: prepare/],
  ['left to MySQL 5.7', {production: {...MYSQL, engineVersion: '5.7.43'}, target: to('5.7.44'), facts: groups({}, {})}, 'met'],
  [
    'left to MySQL, from 5.7 to 8.0',
    {production: {...MYSQL, engineVersion: '5.7.43'}, target: to('8.0.42'), facts: groups({}, {})},
    'unknown'
  ],
  ['left to MariaDB', {production: MARIADB, target: to('11.4.7'), facts: groups({}, {})}, 'met'],
  ['on in the cluster group', {production: AURORA, target: same, facts: clusters({}, scheduler('ON'))}, 'not_met'],
  [
    'on in the instances of the cluster',
    {production: AURORA, target: same, facts: clusters({}, scheduler('OFF'), scheduler('ON'))},
    'not_met'
  ],
  ['off in the cluster group', {production: AURORA, target: same, facts: clusters({}, scheduler('OFF'))}, 'met'],
  ['the group is not known', {production: MYSQL, target: to84, facts: groups({}, undefined)}, 'unknown'],
  ['PostgreSQL', {}, 'not_applicable'],
  ['Oracle', {production: {engine: 'oracle-ee'}, facts: groups({}, {})}, 'not_applicable']
])

const gtid: Values = {'gtid-mode': 'ON'}
tables.add('replication-uses-gtid-and-workers', [
  ['on', {production: MYSQL, target: to84, facts: groups(gtid, {...gtid, replica_parallel_workers: '4'})}, 'met'],
  ['workers left to the engine', {production: MYSQL, target: to84, facts: groups(gtid, gtid)}, 'met'],
  ['off on blue', {production: MYSQL, target: to84, facts: groups({'gtid-mode': 'OFF'}, gtid)}, 'not_met', /gtid-mode=OFF in of-blue/],
  ['one worker', {production: MYSQL, target: to84, facts: groups(gtid, {...gtid, replica_parallel_workers: '1'})}, 'not_met', /1 workers/],
  ['left to the engine', {production: MYSQL, target: to84, facts: groups({}, {})}, 'unknown'],
  ['green is not known', {production: MYSQL, target: to84, facts: groups(gtid, undefined)}, 'unknown'],
  ['MariaDB', {production: MARIADB, facts: groups({}, {})}, 'not_applicable']
])

describe.each(tables.all())('%s', (id, rows) => {
  test.each(rows)('%s', (_what, over, is, says) => expect(answerOf(judged(id, over))).toEqual([is, expect.stringMatching(says)]))
  test('is met and not met, and knows when it cannot tell', () => {
    expect(answersOf(rows)).toEqual(expect.arrayContaining(['met', 'not_met']))
    expect(guessesOf(checkOf(id), rows, lookOf, over => inputs(over.given))).toEqual([])
  })
})
