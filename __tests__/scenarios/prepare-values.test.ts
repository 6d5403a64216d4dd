/** No value that people have set is lost, brought back or left over without a word while groups are made, moved to and carried over. */
import {describe, expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import type {AccountSeed, GroupSeed, InstanceSeed} from '../../lab/model/seed.ts'
import {REBOOT, valuesOf, written} from './preparing.ts'
import {QUICK} from './seeds.ts'
import type {Ran, Stage} from './stage.ts'
import {end, stage} from './stage.ts'

type Values = Readonly<Record<string, string>>

const ENOUGH: Values = {
  'rds.logical_replication': '1',
  max_replication_slots: '25',
  max_wal_senders: '25',
  max_logical_replication_workers: '25',
  max_worker_processes: '50'
}
const group = (name: string, parameters: Values, family = 'postgres14'): GroupSeed => ({name, family, parameters})
const orders = (groups: readonly GroupSeed[], more: Partial<InstanceSeed> = {}, unknowns: AccountSeed['unknowns'] = {}) =>
  stage({
    instances: [{name: 'orders', engine: 'postgres', version: '14.17', group: 'own', connections: 0, ...more}],
    groups,
    unknowns,
    paper: QUICK
  })
const edit = (story: Stage, name: string, change: (values: Values) => Values) =>
  story.desk.change(account => ({
    ...account,
    parameterGroups: account.parameterGroups.map(one => (one.name === name ? {...one, parameters: change(one.parameters)} : one))
  }))
const to17 = {mode: 'prepare', source: 'orders', 'target-engine-version': '17'}
const BLUE = 'orders-postgres14-bg-blue'
const GREEN = 'orders-postgres17-bg-green'
const told = (ran: Ran): string => [...ran.log, ...ran.warnings].join('\n')
const replica = {replicas: [{name: 'orders-r1', group: 'reports'}]}

describe('what is as the engine of blue does it anyway', () => {
  test.each(['shown', 'not_shown'] as const)(
    'is carried to a family whose engine does it otherwise, in whatever group blue was (%s)',
    async setToDefault => {
      for (const enough of [{}, ENOUGH]) {
        const story = orders([group('own', {...enough, 'rds.force_ssl': '0'})], {}, {setToDefault})
        expect(end(await story.run({...to17, ...REBOOT}))).toBe('0 completed prepared')
        expect(valuesOf(story, GREEN)?.['rds.force_ssl']).toBe('0')
        expect(written(await story.run({...to17, ...REBOOT}))).toEqual([])
      }
    }
  )
  test('may be asked for, whether or not RDS shows it then', async () => {
    for (const setToDefault of ['shown', 'not_shown'] as const) {
      const story = orders([group('own', ENOUGH), group('tgt', {'rds.force_ssl': '0'}, 'postgres17')], {}, {setToDefault})
      const asked = {...to17, 'target-parameter-group': 'tgt', 'target-parameters': 'rds.force_ssl=1'}
      expect(end(await story.run(asked))).toBe('0 completed prepared')
      expect(valuesOf(story, 'tgt')?.['rds.force_ssl']).toBe(setToDefault === 'shown' ? '1' : undefined)
      expect(written(await story.run(asked))).toEqual([])
    }
  })
  test('and is told where nobody has set it', async () => {
    const ran = await orders([group('own', {})]).run({...to17, ...REBOOT})
    expect(told(ran)).toMatch(/nobody has set these, and postgres17 has other defaults than postgres14: .*rds.force_ssl 0 → 1/)
    const kept = orders([group('own', {})])
    expect(told(await kept.run({...to17, ...REBOOT, 'target-parameters': 'rds.force_ssl=0'}))).not.toMatch(/rds.force_ssl 0 → 1/)
    expect(valuesOf(kept, GREEN)?.['rds.force_ssl']).toBe('0')
  })
})

test('after a run that was lost between two moves production does not get what people have taken out', async () => {
  const fresh = () => orders([group('own', {default_transaction_read_only: '1'})], {replicas: [{name: 'orders-r1', group: 'own'}]})
  const asked = {...to17, ...REBOOT}
  const {requests} = await fresh().run(asked)
  const request = 1 + requests.findIndex(one => one.operation === 'ModifyDBInstance')
  const story = fresh()
  await story.run(asked, {kill: {request, when: 'after_reply'}})
  edit(story, 'own', () => ({}))
  const ran = await story.run(asked)
  expect([end(ran), valuesOf(story, BLUE), valuesOf(story, GREEN)]).toEqual(['0 completed prepared', ENOUGH, ENOUGH])
  const [reset, moved] = ['ResetDBParameterGroup', 'ModifyDBInstance'].map(
    operation => ran.requests.find(one => one.operation === operation)?.at ?? 0
  )
  expect((moved ?? 0) - (reset ?? 0)).toBeGreaterThan(5 * 60_000)
})

test('what a replica has in a group of its own, and green’s one group has not, is told', async () => {
  const story = orders([group('own', ENOUGH), group('reports', {...ENOUGH, statement_timeout: '12345'})], replica)
  const asked = {...to17, ...REBOOT, 'target-parameter-group': 'for-all'}
  for (const mode of ['plan,prepare', 'prepare']) {
    const ran = await story.run({...asked, mode})
    expect(told(ran)).toMatch(/green gets one group for all: of reports, which orders-r1 uses, statement_timeout 12345 → .* in for-all/)
  }
  const {checks} = JSON.parse((await story.run({...asked, mode: 'plan'})).report) as {
    checks: readonly {id: string; verdict: string; observed: string}[]
  }
  expect(checks.find(one => one.id === 'green-says-what-blue-says')).toMatchObject({
    verdict: 'not_met',
    observed: expect.stringContaining('statement_timeout=12345 of reports')
  })
})

test('a third upgrade within a family takes a group that old blue does not use', async () => {
  const values = {max_connections: '500', idle_session_timeout: '1000'}
  const story = orders([group('own', values, 'postgres15')], {version: '15.8'})
  const asked = {source: 'orders', 'target-parameters': 'work_mem=64', ...REBOOT}
  const used: (string | undefined)[] = []
  for (const version of ['15.10', '15.12', '15.14']) {
    const to = {...asked, 'target-engine-version': version}
    expect(end(await story.run({...to, mode: 'prepare'}))).toBe('0 completed prepared')
    expect(end(await story.run({...to, mode: 'create,wait,switchover'}))).toBe('0 completed switchover_completed')
    await story.run({...to, mode: 'cleanup', 'old-min-age-hours': '0', 'old-idle-minutes': '0'})
    const production = story.instance('orders')?.DBParameterGroups[0]?.DBParameterGroupName
    used.push(production)
    edit(story, production ?? '', ({idle_session_timeout: _gone, ...rest}) => rest)
  }
  expect(used).toEqual(['orders-postgres15-bg-green', 'orders-postgres15-bg-green-2', 'orders-postgres15-bg-green-3'])
  expect(valuesOf(story, used[2] ?? '')).toEqual({max_connections: '500', work_mem: '64'})
})

test('a group that was given and is half filled is not taken either', async () => {
  const parameters = {max_connections: '1000', long_query_time: '3', max_allowed_packet: '1048576'}
  const fresh = () =>
    stage({
      instances: [{name: 'orders', engine: 'mysql', version: '8.0.42', group: 'own', connections: 0}],
      groups: [group('own', parameters, 'mysql8.0')],
      paper: QUICK
    })
  const asked = {source: 'orders', 'target-engine-version': '8.4', 'target-parameter-group': 'mine'}
  const {requests} = await fresh().run({...asked, mode: 'prepare'})
  const request = 1 + requests.findIndex(one => one.operation === 'CreateDBParameterGroup')
  const story = fresh()
  await story.run({...asked, mode: 'prepare'}, {kill: {request, when: 'after_effect'}})
  const ran = await story.run({...asked, mode: 'create'})
  expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
  expect(ran.error).toMatch(/prepare has begun to fill parameter group mine and has not finished/)
  expect(end(await story.run({...asked, mode: 'prepare,create'}))).toBe('0 completed deployment_created')
})

test('production is not changed for a deployment that create came to refuse while prepare waited', async () => {
  const story = orders([group('own', {})])
  story.desk.changeAfter(200_000, people.changesInstance('orders', {MasterUserSecret: {SecretStatus: 'active'}}))
  const ran = await story.run({...to17, ...REBOOT})
  expect([end(ran), written(ran).filter(line => /DBInstance/.test(line))]).toEqual(['1 blocked checks_not_met', []])
  expect(ran.error).toMatch(/production was not changed; prepared, create would stop: RDS does not keep the master password/)
})

describe('the commands without allow-reboot are all of them', () => {
  const commands = (ran: Ran) => ran.log.filter(line => line.startsWith('aws ')).map(line => line.replace(/ --region \S+/, ''))
  test('backups, and a restart that waits already', async () => {
    const shown = {DBParameterGroups: [{DBParameterGroupName: 'own', ParameterApplyStatus: 'pending-reboot'}]}
    const ran = await orders([group('own', ENOUGH)], {backupDays: 0, shown}).run({...to17, 'target-parameter-group': 'default.postgres17'})
    expect(commands(ran)).toEqual([
      expect.stringMatching(/^aws rds modify-db-instance .*--backup-retention-period 1/),
      expect.stringMatching(/^aws rds reboot-db-instance .*orders$/)
    ])
  })
  test('a replica that is in the new group already', async () => {
    const story = orders([group('own', {})], {replicas: [{name: 'orders-r1', group: 'own'}]})
    await story.run(to17)
    const hand = story.desk.caller('by hand')
    const move = {DBInstanceIdentifier: 'orders-r1', DBParameterGroupName: BLUE, ApplyImmediately: true}
    await story.time.run(hand.answer('rds', 'ModifyDBInstance', move))
    await story.pass(10 * 60_000)
    expect(commands(await story.run(to17)).map(line => line.split(' --db-parameter')[0])).toEqual([
      'aws rds modify-db-instance --db-instance-identifier orders',
      'aws rds reboot-db-instance --db-instance-identifier orders-r1',
      'aws rds reboot-db-instance --db-instance-identifier orders'
    ])
  })
})

describe('values that are empty, spelled otherwise or too small', () => {
  const mysql = (parameters: Values) =>
    stage({
      instances: [{name: 'orders', engine: 'mysql', version: '8.0.42', group: 'own', connections: 0}],
      groups: [group('own', parameters, 'mysql8.0')],
      paper: QUICK
    })
  const to84 = {mode: 'prepare', source: 'orders', 'target-engine-version': '8.4'}
  test('empty is a value', async () => {
    for (const [own, given] of [
      [{sql_mode: ''}, {}],
      [{}, {'target-parameters': 'sql_mode='}]
    ] as const) {
      const story = mysql(own)
      expect(end(await story.run({...to84, ...given}))).toBe('0 completed prepared')
      expect(valuesOf(story, 'orders-mysql8-4-bg-green')?.['sql_mode']).toBe('')
    }
  })
  test('the spelling of RDS is taken', async () => {
    const story = mysql({})
    expect(end(await story.run({...to84, 'target-parameters': 'event_scheduler=off'}))).toBe('0 completed prepared')
    expect(valuesOf(story, 'orders-mysql8-4-bg-green')).toMatchObject({event_scheduler: 'OFF'})
  })
  test.each([['max_connections=least({DBInstanceClassMemory/1},5000)'], ['max_connections=64.5']])(
    '%s is refused before any write',
    async line => {
      const ran = await mysql({}).run({...to84, 'target-parameters': line})
      expect([end(ran), written(ran)]).toEqual(['1 failed invalid_input', []])
    }
  )
  test('fewer slots than enough are taken, and said to be few', async () => {
    const story = orders([group('own', {})])
    const ran = await story.run({...to17, ...REBOOT, 'source-parameters': 'max_replication_slots=5'})
    expect([end(ran), valuesOf(story, BLUE)?.['max_replication_slots']]).toEqual(['0 completed prepared', '5'])
    expect(told(ran)).toMatch(/source-parameters: max_replication_slots=5 may be too few/)
  })
})

test('what a given group of green goes on to say otherwise is told', async () => {
  const given = group('tgt', {max_connections: '10', default_transaction_read_only: '1'}, 'postgres17')
  const ran = await orders([group('own', {...ENOUGH, max_connections: '500'}), given]).run({...to17, 'target-parameter-group': 'tgt'})
  expect(told(ran)).toMatch(
    /parameter group tgt keeps what it says otherwise than own: default_transaction_read_only left to the engine → 1, max_connections 500 → 10/
  )
})
