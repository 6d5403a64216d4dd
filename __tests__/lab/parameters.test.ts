// Parameter groups: what they hold, who may change them, and when a value reaches the databases (facts 9.2, 9.3).
import type {Parameter} from '@aws-sdk/client-rds'
import {describe, expect, test} from '@jest/globals'
import {effectiveOf} from '../../lab/model/apply-status.ts'
import {families} from '../../lab/model/engine-versions.ts'
import {definitionsOf, isAllowed} from '../../lab/model/parameters.ts'
import {instanceNamed} from '../../lab/model/resources.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import type {Box} from './box.ts'
import {minutes, openBox, refused} from './box.ts'

const seed: AccountSeed = {
  instances: [{name: 'orders', engine: 'postgres', version: '16.8', group: 'own', replicas: ['orders-r1']}],
  clusters: [{name: 'shop', engine: 'aurora-postgresql', version: '16.8', group: 'own-cluster'}],
  groups: [
    {name: 'own', family: 'postgres16'},
    {name: 'free', family: 'postgres16'},
    {name: 'other', family: 'postgres17'},
    {name: 'own-cluster', family: 'aurora-postgresql16', kind: 'cluster'},
    {name: 'free-cluster', family: 'aurora-postgresql16', kind: 'cluster'},
    {name: 'other-cluster', family: 'aurora-postgresql17', kind: 'cluster'}
  ]
}

const set = (name: string, value: string, method: 'immediate' | 'pending-reboot' = 'pending-reboot'): Parameter => ({
  ParameterName: name,
  ParameterValue: value,
  ApplyMethod: method
})
const modify = (box: Box, ...Parameters: Parameter[]) => box.write('ModifyDBParameterGroup', {DBParameterGroupName: 'own', Parameters})
const modifyCluster = (box: Box, ...Parameters: Parameter[]) =>
  box.write('ModifyDBClusterParameterGroup', {DBClusterParameterGroupName: 'own-cluster', Parameters})
const applyStatus = (box: Box, name: string) => box.instance(name).DBParameterGroups[0]?.ParameterApplyStatus
const clusterStatus = (box: Box) => box.clusters()[0]?.DBClusterMembers.map(one => one.DBClusterParameterGroupStatus)
const runsWith = (box: Box, name: string, parameter: string, kind: 'instance' | 'cluster' = 'instance') => {
  const one = instanceNamed(box.desk.account(), name)
  return one === undefined ? undefined : effectiveOf(box.desk.account(), one, kind, parameter)
}
const reboot = (box: Box, name: string) => box.write('RebootDBInstance', {DBInstanceIdentifier: name})

const value = 'InvalidParameterValue 400'
const combination = 'InvalidParameterCombination 400'

describe('families', () => {
  test.each(families.filter(one => !/oracle|sqlserver/.test(one)))('%s has a few dozen parameters whose defaults are allowed', family => {
    const kinds = family.startsWith('aurora') ? (['instance', 'cluster'] as const) : (['instance'] as const)
    for (const kind of kinds) {
      const all = [...definitionsOf(family, kind).values()]
      expect(all.length).toBeGreaterThan(24)
      expect(all.filter(one => one.shown !== undefined && one.isModifiable && !isAllowed(one, one.shown)).map(one => one.name)).toEqual([])
    }
  })

  test.each([
    ['postgres13', 'postgres14', 'wal_keep_segments', 'wal_keep_size'],
    ['postgres13', 'postgres14', 'operator_precedence_warning', 'idle_session_timeout'],
    ['postgres15', 'postgres16', 'force_parallel_mode', 'debug_parallel_query'],
    ['postgres16', 'postgres17', 'old_snapshot_threshold', 'transaction_timeout'],
    ['mysql5.7', 'mysql8.0', 'query_cache_size', 'replica_parallel_workers'],
    ['mysql5.7', 'mysql8.0', 'tx_isolation', 'transaction_isolation'],
    ['mysql8.0', 'mysql8.4', 'default_authentication_plugin', 'authentication_policy'],
    ['mysql8.0', 'mysql8.4', 'slave_parallel_workers', 'innodb_redo_log_capacity'],
    ['aurora-mysql5.7', 'aurora-mysql8.0', 'query_cache_type', 'transaction_isolation'],
    ['aurora-postgresql13', 'aurora-postgresql14', 'vacuum_cleanup_index_scale_factor', 'compute_query_id']
  ])('%s to %s: %s goes, %s comes', (from, to, goes, comes) => {
    expect([definitionsOf(from, 'instance').has(goes), definitionsOf(to, 'instance').has(goes)]).toEqual([true, false])
    expect([definitionsOf(from, 'instance').has(comes), definitionsOf(to, 'instance').has(comes)]).toEqual([false, true])
  })

  test('a value that one major allows and the next does not', async () => {
    const box = openBox({
      groups: [
        {name: 'old', family: 'mysql5.7'},
        {name: 'new', family: 'mysql8.0'}
      ]
    })
    const sqlMode = (DBParameterGroupName: string) =>
      box.write('ModifyDBParameterGroup', {DBParameterGroupName, Parameters: [set('sql_mode', 'NO_AUTO_CREATE_USER,NO_ZERO_DATE')]})
    expect([await refused(sqlMode('old')), await refused(sqlMode('new'))]).toEqual(['answered', value])
  })

  test.each([
    [
      'a cluster group has what replicates, an instance group of Aurora has not',
      'aurora-postgresql16',
      'rds.logical_replication',
      [false, true]
    ],
    ['binlog_format too', 'aurora-mysql8.0', 'binlog_format', [false, true]],
    ['an ordinary one is in both', 'aurora-postgresql16', 'work_mem', [true, true]],
    ['RDS has no cluster group', 'postgres16', 'work_mem', [true, false]]
  ])('%s', (_what, family, name, expected) => {
    expect([definitionsOf(family, 'instance').has(name), definitionsOf(family, 'cluster').has(name)]).toEqual(expected)
  })
})

describe('reading', () => {
  test('every parameter, in pages; one by its name; those that people set', async () => {
    const box = openBox({...seed, groups: [...(seed.groups ?? []), {name: 'set', family: 'postgres16', parameters: {work_mem: '8192'}}]})
    const group = {DBParameterGroupName: 'set'}
    const names: string[] = []
    let Marker: string | undefined
    do {
      const page = await box.read('DescribeDBParameters', {...group, MaxRecords: 20, ...(Marker === undefined ? {} : {Marker})})
      names.push(...(page.Parameters ?? []).map(one => one.ParameterName ?? ''))
      Marker = page.Marker
    } while (Marker !== undefined)
    expect(names).toEqual([...definitionsOf('postgres16', 'instance').keys()])
    const two = ['rds.logical_replication', 'max_logical_replication_workers']
    const named = await box.read('DescribeDBParameters', {...group, Filters: [{Name: 'parameter-name', Values: two}]})
    expect(named.Parameters).toEqual([
      // Left to the engine: no value is shown.
      expect.not.objectContaining({ParameterValue: expect.anything()}),
      expect.objectContaining({
        ParameterName: two[0],
        ParameterValue: '0',
        Source: 'system',
        ApplyType: 'static',
        IsModifiable: true,
        AllowedValues: '0,1'
      })
    ])
    expect(named.Parameters?.[0]).toMatchObject({ParameterName: two[1], Source: 'engine-default'})
    const users = await box.read('DescribeDBParameters', {...group, Source: 'user'})
    expect(users.Parameters?.map(one => [one.ParameterName, one.ParameterValue])).toEqual([['work_mem', '8192']])
    expect(await refused(box.read('DescribeDBParameters', {...group, Source: 'mine'}))).toBe(value)
    expect(await refused(box.read('DescribeDBParameters', {...group, Filters: [{Name: 'source', Values: ['user']}]}))).toBe(value)
    expect(await refused(box.read('DescribeDBParameters', {DBParameterGroupName: 'none'}))).toBe('DBParameterGroupNotFoundFault 404')
    const gone = box.read('DescribeDBClusterParameters', {DBClusterParameterGroupName: 'none'})
    expect(await refused(gone)).toBe('DBParameterGroupNotFoundFault 404')
  })

  test('the default of a family', async () => {
    const box = openBox()
    const Filters = [{Name: 'parameter-name', Values: ['binlog_format']}]
    const cluster = await box.read('DescribeEngineDefaultClusterParameters', {DBParameterGroupFamily: 'aurora-mysql8.0', Filters})
    expect(cluster.EngineDefaults).toMatchObject({
      DBParameterGroupFamily: 'aurora-mysql8.0',
      Parameters: [{ParameterValue: 'OFF', Source: 'system'}]
    })
    const instance = await box.read('DescribeEngineDefaultParameters', {DBParameterGroupFamily: 'mysql8.4', Filters})
    expect(instance.EngineDefaults?.Parameters).toMatchObject([{ParameterValue: 'MIXED'}])
    expect(await refused(box.read('DescribeEngineDefaultParameters', {DBParameterGroupFamily: 'mysql9'}))).toBe(value)
    expect(await refused(box.read('DescribeEngineDefaultClusterParameters', {DBParameterGroupFamily: 'mysql8.4'}))).toBe(value)
  })
})

describe('making, copying and deleting groups', () => {
  const made = {DBParameterGroupName: 'New-Group', DBParameterGroupFamily: 'postgres16', Description: 'x'}

  test.each([
    ['nothing wrong', made, 'answered'],
    ['a name that is taken', {...made, DBParameterGroupName: 'OWN'}, 'DBParameterGroupAlreadyExistsFault 400'],
    ['a name with a period', {...made, DBParameterGroupName: 'default.mine'}, value],
    ['a name with two hyphens', {...made, DBParameterGroupName: 'a--b'}, value],
    ['a family that does not exist', {...made, DBParameterGroupFamily: 'postgres99'}, value],
    ['no description', {...made, Description: undefined}, 'MissingParameter 400'],
    ['a tag that RDS keeps for itself', {...made, Tags: [{Key: 'rds:x', Value: ''}]}, value]
  ])('create: %s', async (_what, input, fault) => {
    expect(await refused(openBox(seed).write('CreateDBParameterGroup', input as typeof made))).toBe(fault)
  })

  test('G-36: the quota of groups; and one that can be read, tagged and deleted', async () => {
    const box = openBox({...seed, quotas: {groups: 4}})
    const answer = await box.write('CreateDBParameterGroup', {...made, Tags: [{Key: 'a', Value: 'b'}]})
    const ResourceName = answer.DBParameterGroup?.DBParameterGroupArn ?? ''
    expect(answer.DBParameterGroup).toMatchObject({DBParameterGroupName: 'new-group', DBParameterGroupFamily: 'postgres16'})
    expect((await box.read('ListTagsForResource', {ResourceName})).TagList).toEqual([{Key: 'a', Value: 'b'}])
    expect(await refused(box.write('CreateDBParameterGroup', {...made, DBParameterGroupName: 'another'}))).toMatch(
      /^DBParameterGroupQuotaExceeded/
    )
    await box.write('DeleteDBParameterGroup', {DBParameterGroupName: 'new-group'})
    expect(await refused(box.read('DescribeDBParameterGroups', {DBParameterGroupName: 'new-group'}))).toBe(
      'DBParameterGroupNotFoundFault 404'
    )
  })

  test('a copy has the family and the values; a default group cannot be copied', async () => {
    const box = openBox(seed)
    await modify(box, set('work_mem', '8192'))
    const copy = {TargetDBParameterGroupIdentifier: 'copy', TargetDBParameterGroupDescription: 'x'}
    await box.write('CopyDBParameterGroup', {SourceDBParameterGroupIdentifier: 'own', ...copy})
    const users = await box.read('DescribeDBParameters', {DBParameterGroupName: 'copy', Source: 'user'})
    expect(users.Parameters).toMatchObject([{ParameterName: 'work_mem', ParameterValue: '8192'}])
    expect(await refused(box.write('CopyDBParameterGroup', {...copy, SourceDBParameterGroupIdentifier: 'default.postgres16'}))).toBe(value)
    const cluster = {TargetDBClusterParameterGroupIdentifier: 'copy', TargetDBClusterParameterGroupDescription: 'x'}
    const answer = await box.write('CopyDBClusterParameterGroup', {SourceDBClusterParameterGroupIdentifier: 'own-cluster', ...cluster})
    expect(answer.DBClusterParameterGroup?.DBParameterGroupFamily).toBe('aurora-postgresql16')
  })

  test.each([
    ['own', 'InvalidDBParameterGroupStateFault 400'],
    ['default.postgres16', 'InvalidDBParameterGroupStateFault 400'],
    ['nobody', 'DBParameterGroupNotFoundFault 404'],
    ['free', 'answered']
  ])('delete %s: %s', async (DBParameterGroupName, fault) => {
    expect(await refused(openBox(seed).write('DeleteDBParameterGroup', {DBParameterGroupName}))).toBe(fault)
  })

  test('a cluster group that is in use is not deleted', async () => {
    const box = openBox(seed)
    const remove = (DBClusterParameterGroupName: string) =>
      refused(box.write('DeleteDBClusterParameterGroup', {DBClusterParameterGroupName}))
    expect([await remove('own-cluster'), await remove('free-cluster')]).toEqual(['InvalidDBParameterGroupStateFault 400', 'answered'])
  })
})

test.each([
  ['not_shown', []],
  ['shown', ['rds.logical_replication']]
] as const)('what is set to what the engine has anyway is %s', async (setToDefault, names) => {
  const box = openBox({...seed, unknowns: {setToDefault}})
  await modify(box, set('rds.logical_replication', '0'))
  const users = await box.read('DescribeDBParameters', {DBParameterGroupName: 'own', Source: 'user'})
  expect(users.Parameters?.map(one => one.ParameterName)).toEqual(names)
})

describe('resetting a group', () => {
  const back = (name: string, method: 'immediate' | 'pending-reboot' = 'pending-reboot'): Parameter => ({
    ParameterName: name,
    ApplyMethod: method
  })
  const reset = (box: Box, rest: {Parameters?: Parameter[]; ResetAllParameters?: boolean}, DBParameterGroupName = 'own') =>
    box.write('ResetDBParameterGroup', {DBParameterGroupName, ...rest})
  const users = async (box: Box) =>
    (await box.read('DescribeDBParameters', {DBParameterGroupName: 'own', Source: 'user'})).Parameters?.map(one => one.ParameterName)

  test.each([
    ['unknown', {Parameters: [back('wal_keep_segments')]}, value],
    ['static, immediately', {Parameters: [back('rds.logical_replication', 'immediate')]}, combination],
    ['no method', {Parameters: [{ParameterName: 'work_mem'}]}, 'MissingParameter 400'],
    ['neither some nor all', {}, value],
    ['twenty-one', {Parameters: Array.from({length: 21}, () => back('work_mem'))}, value],
    ['some and all', {Parameters: [back('work_mem')], ResetAllParameters: true}, combination],
    ['one that nobody has set', {Parameters: [back('work_mem')]}, 'answered']
  ])('%s', async (_what, rest, fault) => {
    const box = openBox(seed)
    const before = box.desk.account()
    expect(await refused(reset(box, rest))).toBe(fault)
    expect(box.desk.account()).toBe(before)
  })

  test.each([
    ['default.postgres16', value],
    ['nobody', 'DBParameterGroupNotFoundFault 404']
  ])('%s: %s', async (name, fault) => {
    expect(await refused(reset(openBox(seed), {ResetAllParameters: true}, name))).toBe(fault)
    const cluster = openBox(seed).write('ResetDBClusterParameterGroup', {DBClusterParameterGroupName: name, ResetAllParameters: true})
    expect(await refused(cluster)).toBe('DBParameterGroupNotFoundFault 404')
  })

  test('a static parameter is left to the engine from the restart on, a dynamic one within moments', async () => {
    const box = openBox(seed)
    await modify(box, set('rds.logical_replication', '1'), set('work_mem', '64', 'immediate'), set('max_connections', '500'))
    await reboot(box, 'orders')
    await box.pass(5 * minutes)
    await reset(box, {Parameters: [back('work_mem', 'immediate')]})
    expect([await users(box), applyStatus(box, 'orders')]).toEqual([['max_connections', 'rds.logical_replication'], 'applying'])
    await box.pass(5 * minutes)
    await reset(box, {ResetAllParameters: true})
    expect([await users(box), applyStatus(box, 'orders')]).toEqual([[], 'pending-reboot'])
    expect(runsWith(box, 'orders', 'rds.logical_replication')).toBe('1')
    await reboot(box, 'orders')
    await box.pass(5 * minutes)
    expect([runsWith(box, 'orders', 'rds.logical_replication'), applyStatus(box, 'orders')]).toEqual(['0', 'in-sync'])
  })

  test('of a cluster', async () => {
    const box = openBox(seed)
    await modifyCluster(box, set('rds.logical_replication', '1'))
    const one = {DBClusterParameterGroupName: 'own-cluster', Parameters: [back('rds.logical_replication')]}
    expect(await box.write('ResetDBClusterParameterGroup', one)).toEqual({DBClusterParameterGroupName: 'own-cluster'})
    const left = await box.read('DescribeDBClusterParameters', {DBClusterParameterGroupName: 'own-cluster', Source: 'user'})
    expect(left.Parameters).toEqual([])
  })
})

describe('modifying a group', () => {
  test.each([
    ['unknown', [set('wal_keep_segments', '1')], value],
    ['not modifiable', [set('fsync', '0')], value],
    ['a value that is not allowed', [set('rds.logical_replication', '2')], value],
    ['a number out of range', [set('max_wal_senders', '4')], value],
    ['a word for a number', [set('work_mem', 'much')], value],
    ['a library that nobody has', [set('shared_preload_libraries', 'pgaudit,mine')], value],
    ['static, immediately', [set('rds.logical_replication', '1', 'immediate')], combination],
    ['no method', [{ParameterName: 'work_mem', ParameterValue: '64'}], 'MissingParameter 400'],
    ['none', [], value],
    ['twenty-one', Array.from({length: 21}, () => set('work_mem', '64')), value],
    ['a formula', [set('max_connections', '{DBInstanceClassMemory/9531392}')], 'answered'],
    ['dynamic, immediately', [set('work_mem', '64', 'immediate')], 'answered']
  ])('%s', async (_what, parameters, fault) => {
    const box = openBox(seed)
    const before = box.desk.account()
    expect(await refused(modify(box, ...parameters))).toBe(fault)
    if (fault !== 'answered') expect(box.desk.account()).toBe(before)
  })

  test('G-41: a default group cannot be modified', async () => {
    const box = openBox(seed)
    const call = box.write('ModifyDBParameterGroup', {DBParameterGroupName: 'default.postgres16', Parameters: [set('work_mem', '64')]})
    expect(await refused(call)).toBe(value)
  })

  test('a static parameter waits for the reboot of each instance that is in the group', async () => {
    const box = openBox(seed)
    await modify(box, set('rds.logical_replication', '1'))
    expect([applyStatus(box, 'orders'), applyStatus(box, 'orders-r1')]).toEqual(['pending-reboot', 'pending-reboot'])
    expect(runsWith(box, 'orders', 'rds.logical_replication')).toBe('0')
    await reboot(box, 'orders')
    expect(box.instance('orders').DBInstanceStatus).toBe('rebooting')
    await box.pass(5 * minutes)
    expect([box.instance('orders').DBInstanceStatus, applyStatus(box, 'orders'), applyStatus(box, 'orders-r1')]).toEqual([
      'available',
      'in-sync',
      'pending-reboot'
    ])
    expect([runsWith(box, 'orders', 'rds.logical_replication'), runsWith(box, 'orders-r1', 'rds.logical_replication')]).toEqual(['1', '0'])
    expect(box.events()).toEqual(expect.arrayContaining(['orders: DB instance shutdown', 'orders: DB instance restarted']))
  })

  test('a dynamic one reaches them at once, or waits with `pending-reboot`', async () => {
    const box = openBox(seed)
    await modify(box, set('work_mem', '64', 'immediate'))
    expect([applyStatus(box, 'orders'), runsWith(box, 'orders', 'work_mem')]).toEqual(['applying', '64'])
    await box.pass(minutes)
    expect(applyStatus(box, 'orders')).toBe('in-sync')
    await modify(box, set('work_mem', '128'))
    expect([applyStatus(box, 'orders'), runsWith(box, 'orders', 'work_mem')]).toEqual(['pending-reboot', '64'])
    // What is immediate goes past what waits.
    await modify(box, set('lock_timeout', '5', 'immediate'))
    expect([applyStatus(box, 'orders'), runsWith(box, 'orders', 'lock_timeout'), runsWith(box, 'orders', 'work_mem')]).toEqual([
      'pending-reboot',
      '5',
      '64'
    ])
  })

  test('the same value again changes nothing', async () => {
    const box = openBox(seed)
    await modify(box, set('work_mem', '64', 'immediate'))
    await box.pass(minutes)
    await modify(box, set('work_mem', '64'))
    expect(applyStatus(box, 'orders')).toBe('in-sync')
  })

  test('a cluster group: each member by itself', async () => {
    const box = openBox(seed)
    await modifyCluster(box, set('rds.logical_replication', '1'))
    expect(clusterStatus(box)).toEqual(['pending-reboot', 'pending-reboot'])
    await reboot(box, 'shop-1')
    await box.pass(5 * minutes)
    expect(clusterStatus(box)).toEqual(['in-sync', 'pending-reboot'])
    expect(runsWith(box, 'shop-1', 'rds.logical_replication', 'cluster')).toBe('1')
  })
})

describe('associating a group', () => {
  test('it is named at once, and works after the reboot', async () => {
    const box = openBox(seed)
    await modify(box, set('work_mem', '64', 'immediate'))
    await box.pass(minutes)
    await box.write('ModifyDBInstance', {DBInstanceIdentifier: 'orders', DBParameterGroupName: 'free'})
    expect(box.instance('orders').DBParameterGroups).toEqual([{DBParameterGroupName: 'free', ParameterApplyStatus: 'pending-reboot'}])
    expect(runsWith(box, 'orders', 'work_mem')).toBe('64')
    await reboot(box, 'orders')
    await box.pass(5 * minutes)
    expect([applyStatus(box, 'orders'), runsWith(box, 'orders', 'work_mem')]).toEqual(['in-sync', '4096'])
  })

  test('of a cluster, with another family refused', async () => {
    const box = openBox(seed)
    const associate = (DBClusterParameterGroupName: string) =>
      refused(box.write('ModifyDBCluster', {DBClusterIdentifier: 'shop', DBClusterParameterGroupName}))
    expect([await associate('other-cluster'), await associate('free-cluster')]).toEqual([combination, 'answered'])
    expect(clusterStatus(box)).toEqual(['pending-reboot', 'pending-reboot'])
    expect(await refused(box.write('ModifyDBInstance', {DBInstanceIdentifier: 'orders', DBParameterGroupName: 'other'}))).toBe(combination)
  })
})

test('green is a new database: what blue waits for, it has from the start', async () => {
  const box = openBox(seed)
  await modify(box, set('work_mem', '64'))
  await box.switched('db', 'orders', {TargetDBParameterGroupName: 'own'})
  expect([runsWith(box, 'orders', 'work_mem'), runsWith(box, 'orders-old1', 'work_mem')]).toEqual(['64', '4096'])
})

describe('reboots', () => {
  test.each([
    ['not there', {}, {DBInstanceIdentifier: 'nobody'}, 'DBInstanceNotFoundFault 404'],
    ['not available', {status: 'modifying'}, {}, 'InvalidDBInstanceStateFault 400'],
    ['a failover without a second zone', {}, {ForceFailover: true}, combination],
    ['a failover with one', {shown: {MultiAZ: true}}, {ForceFailover: true}, 'answered']
  ])('%s', async (_what, instance, input, fault) => {
    const box = openBox({instances: [{name: 'orders', engine: 'mysql', ...instance}]})
    expect(await refused(box.write('RebootDBInstance', {DBInstanceIdentifier: 'orders', ...input}))).toBe(fault)
  })

  test.each([
    ['12.14', ['rebooting', 'available']],
    ['11.21', ['rebooting', 'rebooting']]
  ])('the readers of Aurora PostgreSQL %s: %p', async (version, expected) => {
    const box = openBox({clusters: [{name: 'shop', version}]})
    await reboot(box, 'shop-1')
    expect(['shop-1', 'shop-2'].map(name => box.instance(name).DBInstanceStatus)).toEqual(expected)
  })
})

describe('automated backups', () => {
  test.each([
    ['on: an outage', 0, 7, true, ['orders: DB instance shutdown', 'orders: DB instance restarted'], 7],
    ['longer: no outage', 7, 14, false, [], 14],
    ['on, later: nothing yet', 0, 7, false, [], 0]
  ])('%s', async (_what, backupDays, BackupRetentionPeriod, ApplyImmediately, events, days) => {
    const box = openBox({instances: [{name: 'orders', engine: 'mysql', backupDays}]})
    await box.write('ModifyDBInstance', {DBInstanceIdentifier: 'orders', BackupRetentionPeriod, ApplyImmediately})
    await box.pass(10 * minutes)
    expect([box.instance('orders').BackupRetentionPeriod, box.events()]).toEqual([days, events])
  })

  test('off is refused for the source of a replica', async () => {
    const box = openBox(seed)
    expect(await refused(box.write('ModifyDBInstance', {DBInstanceIdentifier: 'orders', BackupRetentionPeriod: 0}))).toBe(combination)
  })
})
