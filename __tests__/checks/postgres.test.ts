/** What PostgreSQL asks of a source: each engine, version and kind of replication its own; what nobody set counts as documented. */
import {describe, expect, test} from '@jest/globals'
import type {Verdict} from '../../src/checks/check.ts'
import {postgresChecks} from '../../src/checks/postgres.ts'
import {libraryChecks} from '../../src/checks/postgres-libraries.ts'
import {logicalChecks} from '../../src/checks/postgres-logical.ts'
import {known, unknown} from '../../src/domain/known.ts'
import {withFacts} from '../../src/observing/facts.ts'
import {NOTHING_SEEN} from '../../src/observing/observation.ts'
import {blue, blueReplica, group, inputs, NONE, NOW, observation, TARGET} from '../phases/builders.ts'
import type {Over} from './sources.ts'
import {also, auroraMysql, auroraPostgres, blueHas, greenHas, instancesHave, major, minor, mysql, version} from './sources.ts'
import {judged} from './table.ts'

const GiB = 1024 ** 3
const sized = {max_replication_slots: '25', max_wal_senders: '25', max_logical_replication_workers: '25', max_worker_processes: '50'}
const both = (one: Over, values: Readonly<Record<string, string>>): Over => greenHas(blueHas(one, values), values)
const apply = (status: string | undefined): Over => ({production: {parameterApplyStatus: status}})
const members = (writer: string | undefined, reader: string): Over =>
  also(auroraPostgres, {
    production: {
      members: [
        {name: 'orders-2', writer: false, clusterGroupStatus: reader},
        {name: 'orders-1', writer: true, clusterGroupStatus: writer}
      ]
    }
  })
const delayed = (one: Over, primary: string | undefined, replica?: string): Over =>
  also(one, {
    facts: {
      blueGroups: {
        cluster: undefined,
        instance: group('of-blue', 'postgres16', primary === undefined ? {} : {recovery_min_apply_delay: primary}),
        replicas: replica === undefined ? [] : [group('of-replica', 'postgres16', {recovery_min_apply_delay: replica})]
      }
    }
  })
const libraries = (names: string): Readonly<Record<string, string>> => ({shared_preload_libraries: names})
const storage = (freeStorage: number | undefined, walGeneration: number | undefined): Over => ({facts: {freeStorage, walGeneration}})

type Row = readonly [what: string, over: Over, is: Verdict['is']]
const tables: Readonly<Record<string, readonly Row[]>> = {
  'source-version-supports-blue-green': [
    ['the first minor of a major', version(major, '16.1', '17.6'), 'met'],
    ['a later one', version(major, '14.10', '17.6'), 'met'],
    ['compared as numbers', version(major, '12.9', '17.6'), 'not_met'],
    ['the minor before', version(major, '14.8', '17.6'), 'not_met'],
    ['the same, physically', version(major, '14.8', '14.12'), 'met'],
    ['11.1, physically', version(major, '11.1', '11.22'), 'met'],
    ['before 11.1, physically', version(major, '10.23', '10.24'), 'not_met'],
    ['before 11, to another major', version(major, '10.23', '14.12'), 'not_met'],
    ['a major that is supported from its beginning', version(major, '17.1', '18.1'), 'not_applicable'],
    ['Aurora, the same version', also(auroraPostgres, {target: {engineVersion: undefined}}), 'met'],
    ['Aurora, too old', version(auroraPostgres, '12.14', '14.10'), 'not_met'],
    ['Aurora 17 has a first minor', version(auroraPostgres, '17.2', '17.5'), 'not_met'],
    ['Aurora 17.4', version(auroraPostgres, '17.4', '17.5'), 'met'],
    ['MySQL', mysql, 'not_applicable']
  ],
  'no-replica-is-delayed-at-a-major-upgrade': [
    ['left to the engine', delayed(major, undefined), 'met'],
    ['none', delayed(major, '0'), 'met'],
    ['the primary', delayed(major, '60000'), 'not_met'],
    ['a replica', delayed(major, '0', '60000'), 'not_met'],
    ['the group cannot be read', major, 'unknown'],
    ['the major stays', delayed(minor, '60000'), 'not_applicable'],
    ['Aurora', auroraPostgres, 'not_applicable'],
    ['MySQL', mysql, 'not_applicable']
  ],
  'no-delay-of-a-replica-is-lost': [
    ['none', delayed(minor, undefined), 'met'],
    ['a replica', delayed(minor, undefined, '60000'), 'not_met'],
    ['the group cannot be read', minor, 'unknown'],
    ['another major', delayed(major, '60000'), 'not_applicable']
  ],
  'temporary-objects-do-no-harm': [
    ['RDS, lifted', version(major, '16.7'), 'met'],
    ['RDS, the minor before', version(major, '16.6'), 'not_met'],
    ['Aurora a minor later', version(auroraPostgres, '16.7'), 'not_met'],
    ['Aurora, lifted', version(auroraPostgres, '16.8'), 'met'],
    ['a later major', version(major, '18.1', '19.1'), 'met'],
    ['a major that never got it', version(major, '12.22'), 'not_met'],
    ['physically', version(minor, '16.2'), 'not_applicable'],
    ['MySQL', mysql, 'not_applicable']
  ],
  'refreshing-materialized-views-does-no-harm': [
    ['RDS, lifted', version(major, '16.3'), 'met'],
    ['RDS 17 has it', version(major, '17.2', '18.1'), 'met'],
    ['RDS, the minor before', version(major, '15.6'), 'not_met'],
    ['Aurora, later', version(auroraPostgres, '16.3'), 'not_met'],
    ['Aurora, lifted', version(auroraPostgres, '15.12'), 'met'],
    ['physically', minor, 'not_applicable']
  ],
  'commits-wait-but-briefly-at-the-switchover': [
    ['lifted', version(auroraPostgres, '16.11'), 'met'],
    ['before', version(auroraPostgres, '16.10'), 'not_met'],
    ['a major that never got it', version(auroraPostgres, '12.22', '16.11'), 'not_met'],
    ['RDS', major, 'not_applicable'],
    ['Aurora MySQL', auroraMysql, 'not_applicable']
  ],
  'logical-replication-is-on': [
    ['on', blueHas(major, {'rds.logical_replication': '1'}), 'met'],
    ['off', blueHas(major, {'rds.logical_replication': '0'}), 'not_met'],
    ['nobody set it', blueHas(major, {}), 'not_met'],
    ['in a default group', blueHas(major, {}, 'default.postgres16'), 'not_met'],
    ['the group cannot be read', major, 'unknown'],
    ['physically it is not asked for', blueHas(minor, {}), 'not_applicable'],
    ['Aurora, the same version', blueHas(also(auroraPostgres, {target: {engineVersion: undefined}}), {}), 'not_met'],
    ["Aurora: the cluster's group", blueHas(auroraPostgres, {'rds.logical_replication': '1'}), 'met'],
    [
      "Aurora: the instances' group decides nothing",
      instancesHave(blueHas(auroraPostgres, {}), 'blueGroups', {'rds.logical_replication': '1'}),
      'not_met'
    ],
    ['MySQL', blueHas(mysql, {}), 'not_applicable']
  ],
  'blue-runs-with-its-parameter-group': [
    ['in-sync', apply('in-sync'), 'met'],
    ['waits for a restart', apply('pending-reboot'), 'not_met'],
    ['being applied', apply('applying'), 'not_met'],
    ['RDS does not say', apply(undefined), 'unknown'],
    ['physically it is not asked for', also(minor, apply('pending-reboot')), 'not_applicable'],
    ['MySQL', also(mysql, apply('pending-reboot')), 'not_applicable'],
    ['Aurora, writer and reader', members('in-sync', 'in-sync'), 'met'],
    ['Aurora: readers do not matter', members('in-sync', 'pending-reboot'), 'met'],
    ['Aurora: the writer does', members('pending-reboot', 'in-sync'), 'not_met'],
    ['Aurora: RDS does not say', members(undefined, 'in-sync'), 'unknown'],
    [
      'Aurora MySQL',
      also(auroraMysql, {production: {members: [{name: 'orders-1', writer: true, clusterGroupStatus: 'pending-reboot'}]}}),
      'not_met'
    ]
  ],
  'sizes-of-logical-replication-fit-together': [
    ['sized', both(major, sized), 'met'],
    ['left to the engine', both(major, {}), 'met'],
    ['as many workers as processes on blue', greenHas(blueHas(major, {...sized, max_worker_processes: '25'}), sized), 'not_met'],
    ['as many workers as processes on green', greenHas(blueHas(major, sized), {...sized, max_worker_processes: '25'}), 'not_met'],
    ['fewer processes than the usual workers', both(major, {max_worker_processes: '4'}), 'not_met'],
    ['a formula, and many workers', both(major, {...sized, max_worker_processes: 'GREATEST({DBInstanceVCPU*2},8)'}), 'unknown'],
    [
      'a formula, and few workers',
      both(major, {max_logical_replication_workers: '6', max_worker_processes: 'GREATEST({DBInstanceVCPU*2},8)'}),
      'met'
    ],
    ['blue cannot be read', greenHas(major, sized), 'unknown'],
    ['green cannot be read', blueHas(major, sized), 'unknown'],
    ['physically', both(minor, {max_worker_processes: '1'}), 'not_applicable']
  ],
  'storage-has-room-for-a-day-of-wal': [
    ['room', storage(100 * GiB, 1024 * 1024), 'met'],
    ['none', storage(50 * GiB, 1024 * 1024), 'not_met'],
    ['nothing written', storage(0, 0), 'met'],
    ['CloudWatch knows no storage', storage(undefined, 1), 'unknown'],
    ['CloudWatch knows no generation', storage(1, undefined), 'unknown'],
    ['Aurora', also(auroraPostgres, storage(1, 1_000_000)), 'not_applicable'],
    ['physically', also(minor, storage(1, 1_000_000)), 'not_applicable']
  ],
  'replication-is-not-held-back-by-parameters': [
    ['left to the engine', both(major, {}), 'met'],
    ['tuned', both(major, {wal_sender_timeout: '0', logical_decoding_work_mem: '262144', wal_keep_size: '1048576'}), 'met'],
    ['a short timeout on blue', greenHas(blueHas(major, {wal_sender_timeout: '5000'}), {}), 'not_met'],
    ['little memory', both(major, {logical_decoding_work_mem: '4096'}), 'not_met'],
    [
      "a short timeout of green's instances",
      instancesHave(both(auroraPostgres, {}), 'greenGroups', {wal_receiver_timeout: '1'}),
      'not_met'
    ],
    ['a formula is not judged', both(major, {logical_decoding_work_mem: '{DBInstanceClassMemory/1}'}), 'met'],
    ['blue cannot be read', major, 'unknown'],
    ['physically', both(minor, {wal_sender_timeout: '5000'}), 'not_applicable']
  ],
  'blue-preloads-no-conflicting-library': [
    ['others', blueHas(major, libraries('pg_stat_statements, pg_cron')), 'met'],
    ['nobody set it', blueHas(major, {}), 'met'],
    ['pg_partman', blueHas(major, libraries('pg_stat_statements,pg_partman_bgw')), 'not_met'],
    ['pglogical', blueHas(auroraPostgres, libraries('pglogical')), 'not_met'],
    ['pgactive, after a blank', blueHas(major, libraries('pg_stat_statements, pgactive')), 'not_met'],
    ['the group cannot be read', major, 'unknown'],
    ['physically', blueHas(minor, libraries('pglogical')), 'not_applicable']
  ],
  'green-preloads-no-pg-cron': [
    ['on blue alone', greenHas(blueHas(major, libraries('pg_cron')), {}), 'met'],
    ['on green', greenHas(major, libraries('pg_stat_statements,pg_cron')), 'not_met'],
    ["in blue's own group", greenHas(blueHas(major, libraries('pg_cron')), libraries('pg_cron'), 'of-blue'), 'not_met'],
    ['the group is not there', major, 'unknown'],
    ['physically', greenHas(minor, libraries('pg_cron')), 'not_applicable'],
    ['MySQL', greenHas(mysql, libraries('pg_cron')), 'not_applicable']
  ],
  'pgaudit-is-preloaded-on-both-sides': [
    ['both', both(major, libraries('pgaudit')), 'met'],
    ['blue alone', greenHas(blueHas(major, libraries('pgaudit')), {}), 'not_met'],
    ['green alone, which somebody begins with', greenHas(blueHas(major, {}), libraries('pgaudit')), 'not_applicable'],
    ['neither', both(major, {}), 'not_applicable'],
    ['blue cannot be read', greenHas(major, libraries('pgaudit')), 'unknown'],
    ['green cannot be read', blueHas(major, libraries('pgaudit')), 'unknown'],
    ['physically', greenHas(blueHas(minor, libraries('pgaudit')), {}), 'not_applicable']
  ],
  'green-captures-no-plan-baselines': [
    ['nobody set it', greenHas(auroraPostgres, {}), 'met'],
    ['off', greenHas(auroraPostgres, {'apg_plan_mgmt.capture_plan_baselines': 'off'}), 'met'],
    ['automatic', greenHas(auroraPostgres, {'apg_plan_mgmt.capture_plan_baselines': 'automatic'}), 'not_met'],
    [
      "in the instances' group, which goes before the cluster's",
      instancesHave(greenHas(auroraPostgres, {}), 'greenGroups', {'apg_plan_mgmt.capture_plan_baselines': 'manual'}),
      'not_met'
    ],
    ['the group is not there', auroraPostgres, 'unknown'],
    ['RDS', greenHas(major, {}), 'not_applicable']
  ]
}

const all = [...postgresChecks, ...logicalChecks, ...libraryChecks]

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
      const verdicts = [major, minor, auroraPostgres].map(one => {
        const production = {...blue, ...one.production}
        const target = known({...TARGET, ...one.target})
        const now = observation(NONE, {production: known(production), blue: known([production, {...blueReplica, ...one.replica}]), target})
        return check.judge({...now, facts: withFacts(now.facts, {[name]: unknown('denied')})}, inputs(), NOW).is
      })
      expect([name, verdicts.includes('unknown'), verdicts.includes('not_met')]).toEqual([name, true, false])
    }
  })
})

describe('says what to do', () => {
  const remedy = (id: string, over: Over): string => {
    const verdict = judged(id, over)
    return verdict.is === 'not_met' ? verdict.remedy : ''
  }
  test('with a command, where there is a group to change', () =>
    expect(remedy('logical-replication-is-on', blueHas(auroraPostgres, {}))).toBe(
      'mode: prepare does it (with allow-reboot: true, since it restarts production); by hand, if no other database uses of-blue: aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name of-blue --parameters "ParameterName=rds.logical_replication,ParameterValue=1,ApplyMethod=pending-reboot", then aws rds reboot-db-instance --db-instance-identifier orders-1'
    ))
  test('with a new group, where it is a default one', () =>
    expect(remedy('logical-replication-is-on', blueHas(major, {}, 'default.postgres16'))).toMatch(
      /make a DB parameter group of family a-family with rds\.logical_replication = 1 and use it in place of default\.postgres16, which cannot be changed, then aws rds reboot-db-instance --db-instance-identifier orders$/
    ))
  test("with another group, where green gets blue's own", () => {
    const own = greenHas(blueHas(major, libraries('pg_cron')), libraries('pg_cron'), 'of-blue')
    expect(remedy('green-preloads-no-pg-cron', own)).toMatch(/make another group of family postgres17 .*give it as target-parameter-group/)
    const other = greenHas(blueHas(major, libraries('pg_cron')), libraries('pg_cron'))
    expect(remedy('green-preloads-no-pg-cron', other)).toMatch(
      /shared_preload_libraries without pg_cron in of-green, at least five minutes/
    )
  })
  test('with the version to go to first, the lowest that RDS reaches', () => {
    const old = also(version(major, '14.8'), {target: {engineVersion: '17.6', reachable: ['14.12', '14.10', '15.4', '17.6']}})
    expect(remedy('source-version-supports-blue-green', old)).toMatch(/^upgrade it to 14\.10 first/)
    expect(remedy('temporary-objects-do-no-harm', version(major, '12.22'))).not.toMatch(/upgrade blue/)
  })
})
