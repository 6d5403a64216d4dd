// Whatever RDS refuses, the lab refuses: the SDK's name for it, the status, and the row of the facts.
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import {describe, expect, test} from '@jest/globals'
import type {AccountSeed, ClusterSeed, InstanceSeed} from '../../lab/model/seed.ts'
import {labParameters} from '../../lab/model/seed.ts'
import {minutes, openBox, refused} from './box.ts'

type Request = Partial<CreateBlueGreenDeploymentRequest>

const mysql: InstanceSeed = {name: 'orders', engine: 'mysql', version: '8.0.42'}
const postgres: InstanceSeed = {name: 'orders', engine: 'postgres', version: '16.8'}
const cluster: ClusterSeed = {name: 'orders', engine: 'aurora-postgresql', version: '16.8'}
const shows = (shown: object): InstanceSeed => ({...mysql, shown})
const showsCluster = (shown: object): ClusterSeed => ({...cluster, shown})

const valid = 'answered'
const combination = 'InvalidParameterCombination 400'
const value = 'InvalidParameterValue 400'
const source = 'SourceDatabaseNotSupportedFault 400'
const clusterSource = 'SourceClusterNotSupportedFault 400'

const ofInstance: readonly (readonly [row: string, seed: InstanceSeed, request: Request, fault: string, more?: AccountSeed])[] = [
  ['none: nothing is wrong', mysql, {TargetEngineVersion: '8.4.6'}, valid],
  ['2.1: a name that breaks the pattern', mysql, {BlueGreenDeploymentName: 'up-'}, value],
  ['2.1: a name of 61 characters', mysql, {BlueGreenDeploymentName: 'u'.repeat(61)}, 'ValidationError 400'],
  ['2.1: a member that does not exist', mysql, {Target: 'x'} as Request, 'ValidationError 400'],
  ['2.1: a number as text', mysql, {TargetIops: '3000'} as unknown as Request, 'ValidationError 400'],
  ['2.1: a source that is not there', mysql, {Source: 'arn:aws:rds:eu-west-1:123456789012:db:other'}, 'DBInstanceNotFoundFault 404'],
  ['2.1: a cluster that is not there', mysql, {Source: 'arn:aws:rds:eu-west-1:123456789012:cluster:other'}, 'DBClusterNotFoundFault 404'],
  ['G-08: a source of another account', mysql, {Source: 'arn:aws:rds:eu-west-1:999999999999:db:orders'}, 'DBInstanceNotFoundFault 404'],
  ['2.1: a source that is no database', mysql, {Source: 'arn:aws:rds:eu-west-1:123456789012:snapshot:orders'}, value],
  ['G-01: another engine', {name: 'orders', engine: 'oracle-ee', version: '19.0.0.0.ru-2025-07.rur-2025-07.r1'}, {}, source],
  ['G-02: a read replica', shows({ReadReplicaSourceDBInstanceIdentifier: 'other'}), {}, source],
  ['G-02: a member of a cluster', shows({DBClusterIdentifier: 'other'}), {}, source],
  ['G-03: a source that is not available', {...mysql, status: 'modifying'}, {}, 'InvalidDBInstanceStateFault 400'],
  [
    'G-03: a replica that is not available',
    {...mysql, replicas: [{name: 'r', status: 'rebooting'}]},
    {},
    'InvalidDBInstanceStateFault 400'
  ],
  ['G-06: a managed password', shows({MasterUserSecret: {SecretArn: 'arn'}}), {}, source],
  ['G-13: a cascading replica', {...mysql, replicas: [{name: 'r', replicas: ['rr']}]}, {}, source],
  ['G-14: a replica in another Region', shows({ReadReplicaDBInstanceIdentifiers: ['arn:aws:rds:us-east-1:123456789012:db:r']}), {}, source],
  ['G-17: a log volume on the primary only', {...shows({DedicatedLogVolume: true}), replicas: ['r']}, {}, source],
  ['G-36: no room for another instance', mysql, {}, 'InstanceQuotaExceededFault 400', {quotas: {instances: 1}}],
  ['G-36: no room for its storage', mysql, {}, 'StorageQuotaExceededFault 400', {quotas: {storage: 150}}],
  ['G-37: a version that is no upgrade target', mysql, {TargetEngineVersion: '5.7.44'}, combination],
  ['G-37: two majors at once', {...mysql, version: '5.7.44'}, {TargetEngineVersion: '8.4.6'}, combination],
  ['G-38: a group of another family', mysql, {TargetEngineVersion: '8.4.6', TargetDBParameterGroupName: 'default.mysql8.0'}, combination],
  ['2.1: a group that is not there', mysql, {TargetDBParameterGroupName: 'nobody'}, 'DBParameterGroupNotFoundFault 404'],
  ['2.1: a cluster group for an instance', mysql, {TargetDBClusterParameterGroupName: 'lab-mysql8-0'}, combination],
  ['M-03: backups are off', {...mysql, backupDays: 0}, {}, source],
  [
    'M-05: a custom option group and a major',
    shows({OptionGroupMemberships: [{OptionGroupName: 'audit'}]}),
    {TargetEngineVersion: '8.4'},
    combination
  ],
  [
    'M-10: another lower_case_table_names',
    {...mysql, group: 'lower'},
    {TargetEngineVersion: '8.4', TargetDBParameterGroupName: 'default.mysql8.4'},
    source,
    {groups: [{name: 'lower', family: 'mysql8.0', parameters: {lower_case_table_names: '1'}}]}
  ],
  ['G-36: no room for storage that grows', mysql, {TargetAllocatedStorage: 900}, 'StorageQuotaExceededFault 400', {quotas: {storage: 900}}],
  ['L-01: a minor that cannot replicate logically', {...postgres, version: '14.8'}, {TargetEngineVersion: '16.8'}, source],
  ['L-02: a major without logical replication', {...postgres, group: 'default.postgres16'}, {TargetEngineVersion: '17.6'}, combination],
  ['P-07: a minor without it', {...postgres, group: 'default.postgres16'}, {TargetEngineVersion: '16.10'}, valid],
  [
    'L-03: a group that waits for a reboot',
    {...postgres, shown: {DBParameterGroups: [{DBParameterGroupName: 'lab-postgres16', ParameterApplyStatus: 'pending-reboot'}]}},
    {TargetEngineVersion: '17.6'},
    combination
  ],
  ['2.1: a class that breaks the pattern', mysql, {TargetDBInstanceClass: 'db.serverless'}, value],
  ['2.1: a storage type nobody has', mysql, {TargetStorageType: 'gp4'}, value],
  ['2.1: a storage type nobody gets', mysql, {TargetStorageType: 'standard'}, value],
  ['S-02: a magnetic source grows', shows({StorageType: 'standard'}), {TargetAllocatedStorage: 200}, combination],
  ['S-03: nothing to upgrade in the storage', mysql, {UpgradeTargetStorageConfig: true}, combination],
  ['S-03: a class change allows it', mysql, {UpgradeTargetStorageConfig: true, TargetDBInstanceClass: 'db.m7g.large'}, valid],
  ['2.1: throughput is for gp3', mysql, {TargetStorageThroughput: 500, TargetStorageType: 'io2', TargetIops: 3000}, combination],
  [
    'S-10: another type than the size of today has',
    shows({AllocatedStorage: 50}),
    {TargetStorageType: 'io1', TargetIops: 1000},
    combination
  ],
  ['S-10: a magnetic source keeps its type', shows({StorageType: 'standard'}), {TargetDBInstanceClass: 'db.m7g.large'}, valid],
  ['B13: a small gp3 takes no IOPS', mysql, {TargetIops: 5000}, combination],
  ['2.1: one SourceArn twice', mysql, {TargetResourceConfigurations: [twice(), twice()]}, value],
  ['2.1: a SourceArn of a stranger', mysql, {TargetResourceConfigurations: [{SourceArn: `${twice().SourceArn}-x`}]}, value],
  ['tags: 51 of them', mysql, {Tags: Array.from({length: 51}, (_none, index) => ({Key: `k${index}`, Value: ''}))}, value],
  ['tags: a comma', mysql, {Tags: [{Key: 'k', Value: 'a,b'}]}, value],
  ['tags: 257 characters', mysql, {Tags: [{Key: 'k', Value: 'v'.repeat(257)}]}, value],
  ['tags: a reserved prefix', mysql, {Tags: [{Key: 'aws:k', Value: 'v'}]}, value]
]

function twice(): {SourceArn: string; TargetKmsKeyId: string} {
  return {SourceArn: 'arn:aws:rds:eu-west-1:123456789012:db:orders', TargetKmsKeyId: 'alias/mine'}
}

/** `off` in the cluster's group, and this in that of its instances. */
function asynchronous(own: string): AccountSeed {
  const family = 'aurora-postgresql16'
  return {
    groups: [
      {name: 'off', family, kind: 'cluster', parameters: {...labParameters(family), synchronous_commit: 'off'}},
      {name: 'own', family, parameters: {synchronous_commit: own}}
    ]
  }
}

const ofCluster: readonly (readonly [row: string, seed: ClusterSeed, request: Request, fault: string, more?: AccountSeed])[] = [
  ['none: nothing is wrong', cluster, {}, valid],
  ['G-06: a managed password', showsCluster({MasterUserSecret: {SecretArn: 'arn'}}), {}, clusterSource],
  ['G-15: a Multi-AZ DB cluster', {...cluster, engine: 'mysql', version: '8.0.42', group: 'x'}, {}, clusterSource],
  ['A-02: serverless v1', showsCluster({EngineMode: 'serverless'}), {}, clusterSource],
  ['A-05: a class', cluster, {TargetDBInstanceClass: 'db.r7g.large'}, combination],
  ['A-05: storage', cluster, {TargetAllocatedStorage: 200}, combination],
  ['A-09: limitless', showsCluster({ClusterScalabilityType: 'limitless'}), {}, clusterSource],
  ['A-11: a replica in another Region', showsCluster({ReadReplicaIdentifiers: ['arn']}), {}, clusterSource],
  ['A-12: express configuration', showsCluster({VPCNetworkingEnabled: false}), {}, clusterSource],
  [
    'AM-02: no binlog',
    {...cluster, engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.05.2', group: 'default.aurora-mysql8.0'},
    {},
    combination
  ],
  [
    'M-10: another lower_case_table_names',
    {...cluster, engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.05.2', group: 'lower'},
    {TargetDBClusterParameterGroupName: 'lab-aurora-mysql8-0'},
    clusterSource,
    {
      groups: [{name: 'lower', family: 'aurora-mysql8.0', kind: 'cluster', parameters: {binlog_format: 'ROW', lower_case_table_names: '1'}}]
    }
  ],
  ['AP-03: off in the group of the instances', {...cluster, instanceGroup: 'own'}, {}, combination, asynchronous('off')],
  ['AP-03: on there again', {...cluster, group: 'off', instanceGroup: 'own'}, {}, valid, asynchronous('on')],
  ['AP-01: a version too old', {...cluster, version: '14.8'}, {}, clusterSource],
  [
    'AP-02: a minor needs logical replication too',
    {...cluster, group: 'default.aurora-postgresql16'},
    {TargetEngineVersion: '16.9'},
    combination
  ],
  ['G-03: a cluster that is not available', {...cluster, status: 'upgrading'}, {}, 'InvalidDBClusterStateFault 400'],
  [
    '2.1: a cluster group that is not there',
    cluster,
    {TargetDBClusterParameterGroupName: 'no'},
    'DBClusterParameterGroupNotFoundFault 404'
  ],
  ['G-36: no room for another cluster', cluster, {}, 'DBClusterQuotaExceededFault 403', {quotas: {clusters: 1}}]
]

describe('CreateBlueGreenDeployment of an instance', () => {
  test.each(ofInstance.map(([row, ...rest]) => [row, rest] as const))('%s', async (_row, [seed, request, fault, more]) => {
    const box = openBox({...more, instances: [seed]})
    expect(await refused(box.create('db', 'orders', request))).toBe(fault)
    if (fault !== valid) expect(box.desk.account().deployments).toEqual([])
  })
})

describe('CreateBlueGreenDeployment of a cluster', () => {
  test.each(ofCluster.map(([row, ...rest]) => [row, rest] as const))('%s', async (_row, [seed, request, fault, more]) => {
    const box = openBox({...more, clusters: [seed]})
    expect(await refused(box.create('cluster', 'orders', request))).toBe(fault)
  })
})

test('the texts people saw', async () => {
  const lower = {name: 'lower', family: 'mysql8.0', parameters: {lower_case_table_names: '1'}}
  const box = openBox({
    instances: [
      {...mysql, group: 'lower'},
      {name: 'plain', engine: 'postgres', group: 'default.postgres16'}
    ],
    groups: [lower]
  })
  await expect(box.create('db', 'orders', {TargetDBParameterGroupName: 'default.mysql8.0'})).rejects.toThrow(
    'The value of the lower_case_table_names parameter within the parameter group [default.mysql8.0] for the green environment is different'
  )
  await expect(box.create('db', 'plain', {TargetEngineVersion: '17.6'})).rejects.toThrow(
    'Blue/Green Deployments require a DB instance with logical replication enabled.'
  )
  await box.create('db', 'orders', {TargetDBParameterGroupName: 'lower'})
  await expect(box.create('db', 'plain')).rejects.toThrow("A Blue Green Deployment with the name 'up' already exists")
})

describe('after the create call', () => {
  test('a second deployment of the source, and the same name, are refused', async () => {
    const box = openBox({instances: [mysql]})
    await box.create('db', 'orders')
    expect(await refused(box.create('db', 'orders'))).toBe('BlueGreenDeploymentAlreadyExistsFault 400')
    expect(await refused(box.create('db', 'orders', {BlueGreenDeploymentName: 'other'}))).toBe(source)
  })

  test('a switchover before it is available', async () => {
    const box = openBox({instances: [mysql]})
    const id = (await box.create('db', 'orders')).BlueGreenDeploymentIdentifier
    const call = box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    expect(await refused(call)).toBe('InvalidBlueGreenDeploymentStateFault 400')
    const short = box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id, SwitchoverTimeout: 29})
    expect(await refused(short)).toBe(value)
  })

  test('a deployment that is not there', async () => {
    const box = openBox()
    const id = {BlueGreenDeploymentIdentifier: 'bgd-0000000000000000'}
    for (const call of [
      box.read('DescribeBlueGreenDeployments', id),
      box.write('SwitchoverBlueGreenDeployment', id),
      box.write('DeleteBlueGreenDeployment', id)
    ])
      expect(await refused(call)).toBe('BlueGreenDeploymentNotFoundFault 404')
  })

  test('DeleteTarget after the switchover, in the words RDS uses', async () => {
    const box = openBox({instances: [mysql]})
    const id = await box.switched('db', 'orders')
    await expect(box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id, DeleteTarget: true})).rejects.toMatchObject({
      name: 'InvalidBlueGreenDeploymentStateFault',
      message: 'Deleting target is not allowed while blue green deployment lifecycle is SWITCHOVER_COMPLETED.'
    })
  })
})

describe('DeleteDBInstance', () => {
  const remove = {DBInstanceIdentifier: 'orders'}
  test.each([
    ['neither a name nor the skip', {}, {}, combination],
    ['both', {}, {SkipFinalSnapshot: true, FinalDBSnapshotIdentifier: 'final'}, combination],
    ['a protected one', {deletionProtection: true}, {SkipFinalSnapshot: true}, combination],
    ['a snapshot name that breaks the rules', {}, {FinalDBSnapshotIdentifier: 'final--x'}, value],
    [
      'a final snapshot while it is modified',
      {status: 'modifying'},
      {FinalDBSnapshotIdentifier: 'final'},
      'InvalidDBInstanceStateFault 400'
    ],
    [
      'a final snapshot of a read replica',
      {shown: {ReadReplicaSourceDBInstanceIdentifier: 'x'}},
      {FinalDBSnapshotIdentifier: 'f'},
      combination
    ],
    ['nothing wrong', {}, {FinalDBSnapshotIdentifier: 'final'}, valid]
  ])('%s', async (_what, seed, input, fault) => {
    const box = openBox({instances: [{...mysql, ...seed}]})
    expect(await refused(box.write('DeleteDBInstance', {...remove, ...input}))).toBe(fault)
  })

  test('a snapshot of that name exists, the quota is used up, or it is being deleted', async () => {
    const box = openBox({instances: [mysql, {...mysql, name: 'other'}, {...mysql, name: 'third'}], quotas: {snapshots: 1}})
    await box.write('DeleteDBInstance', {...remove, FinalDBSnapshotIdentifier: 'final'})
    await box.pass(minutes)
    const other = {DBInstanceIdentifier: 'other', FinalDBSnapshotIdentifier: 'FINAL'}
    expect(await refused(box.write('DeleteDBInstance', other))).toBe('DBSnapshotAlreadyExistsFault 400')
    const third = {DBInstanceIdentifier: 'third', FinalDBSnapshotIdentifier: 'final-2'}
    expect(await refused(box.write('DeleteDBInstance', third))).toBe('SnapshotQuotaExceededFault 400')
    expect(await refused(box.write('DeleteDBInstance', {...remove, SkipFinalSnapshot: true}))).toBe('InvalidDBInstanceStateFault 400')
  })
})

describe('any operation', () => {
  test('one that the model does not have', async () => {
    const {desk, time} = openBox()
    const ended = await time.run(desk.answer('rds', 'RebootTheMoon', {}))
    expect(ended).toMatchObject({is: 'rejected', error: {refused: true, code: 'InvalidAction', status: 400}})
  })

  test('pages and filters', async () => {
    const box = openBox({instances: Array.from({length: 45}, (_none, index) => ({name: `db-${index}`})), quotas: {instances: 100}})
    const first = await box.read('DescribeDBInstances', {MaxRecords: 20})
    expect(first.DBInstances).toHaveLength(20)
    const second = await box.read('DescribeDBInstances', {MaxRecords: 20, Marker: first.Marker})
    const third = await box.read('DescribeDBInstances', {MaxRecords: 20, Marker: second.Marker})
    expect(third.DBInstances).toHaveLength(5)
    expect(third.Marker).toBeUndefined()
    expect(await refused(box.read('DescribeDBInstances', {MaxRecords: 19}))).toBe(value)
    expect(await refused(box.read('DescribeDBInstances', {MaxRecords: 101}))).toBe(value)
    expect(await refused(box.read('DescribeDBInstances', {Marker: 'mine'}))).toBe(value)
    expect(await refused(box.read('DescribeDBInstances', {Filters: [{Name: 'tag', Values: ['x']}]}))).toBe(value)
    const find = async (name: string, text: string) =>
      (await box.read('DescribeDBInstances', {Filters: [{Name: name, Values: [text]}]})).DBInstances?.map(one => one.DBInstanceIdentifier)
    expect(await find('dbi-resource-id', box.instance('db-7').DbiResourceId)).toEqual(['db-7'])
    expect(await find('db-instance-id', box.arn('db', 'db-7'))).toEqual(['db-7'])
    expect(await find('db-instance-id', 'DB-7')).toEqual([])
    expect((await box.read('DescribeDBInstances', {DBInstanceIdentifier: 'DB-7'})).DBInstances).toHaveLength(1)
    expect(await refused(box.read('DescribeDBInstances', {DBInstanceIdentifier: 'none'}))).toBe('DBInstanceNotFoundFault 404')
  })

  test('events: the last hour unless told, an identifier only with a type', async () => {
    const box = openBox({instances: [mysql]})
    const id = await box.switched('db', 'orders')
    await box.pass(90 * minutes)
    expect((await box.read('DescribeEvents', {})).Events).toEqual([])
    const all = await box.read('DescribeEvents', {SourceType: 'blue-green-deployment', SourceIdentifier: id, Duration: 600})
    expect(all.Events?.at(-1)).toMatchObject({
      SourceIdentifier: id,
      SourceType: 'blue-green-deployment',
      SourceArn: box.arn('deployment', id),
      EventCategories: ['notification'],
      Message: 'Switchover completed on blue/green deployment.'
    })
    const failures = await box.read('DescribeEvents', {SourceType: 'blue-green-deployment', EventCategories: ['failure'], Duration: 600})
    expect(failures.Events).toEqual([])
    expect(await refused(box.read('DescribeEvents', {SourceIdentifier: id}))).toBe(combination)
    const tooLongAgo = new Date(box.time.scheduler.now() - 15 * 24 * 60 * minutes)
    expect(await refused(box.read('DescribeEvents', {StartTime: tooLongAgo}))).toBe(combination)
  })
})
