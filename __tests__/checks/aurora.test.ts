/** What Aurora of both engines asks of a source; what nobody set counts as documented. */
import {describe, expect, test} from '@jest/globals'
import {auroraChecks} from '../../src/checks/aurora.ts'
import {auroraMysqlChecks} from '../../src/checks/aurora-mysql.ts'
import {auroraPostgresChecks} from '../../src/checks/aurora-postgres.ts'
import type {Verdict} from '../../src/checks/check.ts'
import {known, unknown} from '../../src/domain/known.ts'
import {withFacts} from '../../src/observing/facts.ts'
import {NOTHING_SEEN} from '../../src/observing/observation.ts'
import type {CustomEndpoint} from '../../src/rds/surroundings.ts'
import {blue, blueReplica, inputs, NONE, NOW, observation} from '../phases/builders.ts'
import type {Over} from './sources.ts'
import {also, auroraMysql, auroraPostgres, blueHas, greenHas, instancesHave, major, mysql, traits, version} from './sources.ts'
import {judged} from './table.ts'

const endpoint = (more: Partial<CustomEndpoint>): CustomEndpoint => ({name: 'reports', staticMembers: [], excludedMembers: [], ...more})
const endpoints = (...customEndpoints: readonly CustomEndpoint[]): Over => also(auroraPostgres, {facts: {customEndpoints}})
const at = (address: string | undefined): Over => also(auroraPostgres, {production: {endpoint: address}})
const babelfish = {'rds.babelfish_status': 'on', 'babelfishpg_tsql.migration_mode': 'multi-db'}

type Row = readonly [what: string, over: Over, is: Verdict['is']]
const tables: Readonly<Record<string, readonly Row[]>> = {
  'cluster-is-of-a-supported-kind': [
    ['provisioned', auroraPostgres, 'met'],
    ['Serverless v2', traits(auroraMysql, {isServerlessV2: true}), 'met'],
    ['Serverless v1', traits(auroraMysql, {engineMode: 'serverless'}), 'not_met'],
    ['Limitless', traits(auroraPostgres, {isLimitless: true}), 'not_met'],
    ['express configuration', traits(auroraPostgres, {isExpress: true}), 'not_met'],
    ['the preview environment', at('orders.cluster-abc.us-east-2.rds-preview.amazonaws.com'), 'not_met'],
    ['RDS does not say the mode', traits(auroraPostgres, {engineMode: undefined}), 'unknown'],
    ['RDS does not say the endpoint', at(undefined), 'unknown'],
    ['what it says is enough against it', traits(at(undefined), {isLimitless: true}), 'not_met'],
    ['RDS', major, 'not_applicable']
  ],
  'custom-endpoints-have-no-fixed-members': [
    ['there are none', endpoints(), 'met'],
    ['without lists', endpoints(endpoint({})), 'met'],
    ['with members', endpoints(endpoint({}), endpoint({name: 'two', staticMembers: ['orders-2']})), 'not_met'],
    ['with some left out', endpoints(endpoint({excludedMembers: ['orders-2']})), 'not_met'],
    ['RDS', major, 'not_applicable']
  ],
  'no-activity-stream-ends': [
    ['none', auroraPostgres, 'met'],
    ['one', traits(auroraMysql, {hasActivityStream: true}), 'not_met'],
    ['RDS', traits(major, {hasActivityStream: true}), 'not_applicable']
  ],
  'data-api-needs-no-care': [
    ['off', auroraPostgres, 'met'],
    ['on', traits(auroraPostgres, {hasDataApi: true}), 'not_met'],
    ['RDS does not say', traits(auroraPostgres, {hasDataApi: undefined}), 'unknown'],
    ['RDS', major, 'not_applicable']
  ],
  'server-id-follows-the-switchover': [
    ['Aurora MySQL', auroraMysql, 'met'],
    ['Aurora MySQL, the first', also(auroraMysql, {target: {engineVersion: '8.0.mysql_aurora.3.07.0'}}), 'met'],
    ['Aurora MySQL, before', also(auroraMysql, {target: {engineVersion: '8.0.mysql_aurora.3.06.1'}}), 'not_met'],
    ['Aurora MySQL 2, which stays', also(version(auroraMysql, '5.7.mysql_aurora.2.12.5'), {target: {engineVersion: undefined}}), 'not_met'],
    ['Aurora PostgreSQL, the first', also(auroraPostgres, {target: {engineVersion: '16.6'}}), 'met'],
    ['Aurora PostgreSQL, a later major', also(auroraPostgres, {target: {engineVersion: '17.4'}}), 'met'],
    ['Aurora PostgreSQL, before', version(auroraPostgres, '13.12', '15.9'), 'not_met'],
    ['a major that never got it', version(auroraPostgres, '11.21', '11.22'), 'not_met'],
    ['RDS', major, 'not_applicable']
  ],
  'binary-log-of-aurora-is-on': [
    ['ROW', blueHas(auroraMysql, {binlog_format: 'ROW'}), 'met'],
    ['MIXED', blueHas(auroraMysql, {binlog_format: 'MIXED'}), 'met'],
    ['OFF', blueHas(auroraMysql, {binlog_format: 'OFF'}), 'not_met'],
    ['0', blueHas(auroraMysql, {binlog_format: '0'}), 'not_met'],
    ['nobody set it', blueHas(auroraMysql, {}), 'not_met'],
    ['in a default group', blueHas(auroraMysql, {}, 'default.aurora-mysql8.0'), 'not_met'],
    ["the instances' group decides nothing", instancesHave(blueHas(auroraMysql, {}), 'blueGroups', {binlog_format: 'ROW'}), 'not_met'],
    ['the group cannot be read', auroraMysql, 'unknown'],
    ['RDS for MySQL has it with its backups', blueHas(mysql, {}), 'not_applicable'],
    ['Aurora PostgreSQL', blueHas(auroraPostgres, {}), 'not_applicable']
  ],
  'no-backtrack-is-lost': [
    ['left out', auroraMysql, 'met'],
    ['none', traits(auroraMysql, {backtrackSeconds: 0}), 'met'],
    ['a day', traits(auroraMysql, {backtrackSeconds: 86_400}), 'not_met'],
    ['Aurora PostgreSQL', auroraPostgres, 'not_applicable']
  ],
  'synchronous-commit-is-on': [
    ['on', blueHas(auroraPostgres, {synchronous_commit: 'on'}), 'met'],
    ['nobody set it', blueHas(auroraPostgres, {}), 'met'],
    ['off', blueHas(auroraPostgres, {synchronous_commit: 'off'}), 'not_met'],
    ['remote_write', blueHas(auroraPostgres, {synchronous_commit: 'remote_write'}), 'not_met'],
    [
      "off in the instances' group, which goes before the cluster's",
      instancesHave(blueHas(auroraPostgres, {synchronous_commit: 'on'}), 'blueGroups', {synchronous_commit: 'off'}),
      'not_met'
    ],
    ['the group cannot be read', auroraPostgres, 'unknown'],
    ['RDS', blueHas(major, {synchronous_commit: 'off'}), 'not_applicable'],
    ['Aurora MySQL', auroraMysql, 'not_applicable']
  ],
  'version-supports-babelfish-and-blue-green': [
    ['16.3', blueHas(version(auroraPostgres, '16.3'), babelfish), 'met'],
    ['16.2', blueHas(version(auroraPostgres, '16.2'), babelfish), 'not_met'],
    ['15.7', blueHas(version(auroraPostgres, '15.7'), babelfish), 'met'],
    ['15.6', blueHas(version(auroraPostgres, '15.6'), babelfish), 'not_met'],
    ['14.17', blueHas(version(auroraPostgres, '14.17'), babelfish), 'not_met'],
    ['17.4', blueHas(version(auroraPostgres, '17.4'), babelfish), 'met'],
    ['without Babelfish', blueHas(version(auroraPostgres, '16.2'), {'rds.babelfish_status': 'off'}), 'not_applicable'],
    ['nobody set it', blueHas(version(auroraPostgres, '16.2'), {}), 'not_applicable'],
    ['the group cannot be read', auroraPostgres, 'unknown'],
    ['RDS', major, 'not_applicable']
  ],
  'babelfish-parameters-are-equal': [
    ['equal', greenHas(blueHas(auroraPostgres, babelfish), babelfish), 'met'],
    ['off on green', greenHas(blueHas(auroraPostgres, babelfish), {...babelfish, 'rds.babelfish_status': 'off'}), 'not_met'],
    [
      'another mode',
      greenHas(blueHas(auroraPostgres, babelfish), {...babelfish, 'babelfishpg_tsql.migration_mode': 'single-db'}),
      'not_met'
    ],
    ['nobody set it on green', greenHas(blueHas(auroraPostgres, babelfish), {}), 'not_met'],
    ['without Babelfish', greenHas(blueHas(auroraPostgres, {}), babelfish), 'not_applicable'],
    ['blue cannot be read', greenHas(auroraPostgres, babelfish), 'unknown'],
    ['green cannot be read', blueHas(auroraPostgres, babelfish), 'unknown'],
    ['Aurora MySQL', blueHas(auroraMysql, babelfish), 'not_applicable']
  ]
}

const all = [...auroraChecks, ...auroraMysqlChecks, ...auroraPostgresChecks]

describe.each(Object.entries(tables))('%s', (id, rows) => {
  test.each(rows)('%s', (_what, over, is) => expect(judged(id, over).is).toBe(is))
})

test('every check has its table, with a source that meets it, one that does not and one it is not asked of', () => {
  expect(Object.keys(tables).toSorted()).toEqual(all.map(one => one.id).toSorted())
  for (const [id, rows] of Object.entries(tables)) {
    const seen = new Set(rows.map(([, , is]) => is))
    expect([id, seen.has('met'), seen.has('not_met'), seen.has('not_applicable')]).toEqual([id, true, true, true])
  }
})

describe('what was not read is unknown, never not met', () => {
  test.each(all)('$id', check => {
    expect(check.judge(NOTHING_SEEN, inputs(), NOW).is).toBe('unknown')
    for (const name of check.needs) {
      const verdicts = [auroraPostgres, auroraMysql].map(one => {
        const production = {...blue, ...one.production}
        const now = observation(NONE, {production: known(production), blue: known([production, {...blueReplica, ...one.replica}])})
        return check.judge({...now, facts: withFacts(now.facts, {[name]: unknown('denied')})}, inputs(), NOW).is
      })
      expect([name, verdicts.includes('unknown'), verdicts.includes('not_met')]).toEqual([name, true, false])
    }
  })
})

describe('says what was found and what to do', () => {
  test('with the names and values of both groups', () => {
    const verdict = judged('babelfish-parameters-are-equal', greenHas(blueHas(auroraPostgres, babelfish), {'rds.babelfish_status': 'on'}))
    expect(verdict).toEqual({
      is: 'not_met',
      observed: 'babelfishpg_tsql.migration_mode = (left to the engine) in of-green, babelfishpg_tsql.migration_mode = multi-db in of-blue',
      expected: 'the same values as in of-blue',
      remedy:
        'mode: prepare makes such a group, unless one is given; by hand: babelfishpg_tsql.migration_mode = multi-db in of-green, at least five minutes before create'
    })
  })
  const remedy = (id: string, over: Over): string => {
    const verdict = judged(id, over)
    return verdict.is === 'not_met' ? verdict.remedy : ''
  }
  test('with a restart only where it needs one', () => {
    expect(remedy('synchronous-commit-is-on', blueHas(auroraPostgres, {synchronous_commit: 'off'}))).toMatch(
      /^mode: prepare does it; .*ApplyMethod=immediate"$/
    )
    expect(remedy('binary-log-of-aurora-is-on', blueHas(auroraMysql, {binlog_format: 'OFF'}))).toMatch(
      /allow-reboot: true.*ApplyMethod=pending-reboot", then aws rds reboot-db-instance --db-instance-identifier orders-1$/
    )
  })
  test('with every reason at once', () => {
    const verdict = judged('cluster-is-of-a-supported-kind', traits(auroraPostgres, {isLimitless: true, isExpress: true}))
    expect(verdict.is === 'not_met' ? verdict.observed : '').toBe(
      'orders is an Aurora Limitless database, a cluster of express configuration, without networking in a VPC'
    )
  })
})
