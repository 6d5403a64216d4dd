// What goes wrong long after a call was accepted: builds, guardrails, members, and other people.
import {describe, expect, test} from '@jest/globals'
import type {Trouble} from '../../lab/model/account.ts'
import * as people from '../../lab/model/people.ts'
import type {InstanceSeed} from '../../lab/model/seed.ts'
import {hours, minutes, openBox} from './box.ts'

const mysql: InstanceSeed = {name: 'orders', engine: 'mysql', version: '8.0.42'}
const major = {TargetEngineVersion: '8.4.6'}

const greenOf = (box: ReturnType<typeof openBox>) => box.instances().find(one => one.DBInstanceIdentifier.includes('-green-'))

describe('a build that was accepted and fails', () => {
  test('prechecks: status, details, task, event, and a log on green', async () => {
    const box = openBox({instances: [{...mysql, troubles: ['precheck']}]})
    const id = await box.ready('db', 'orders', major)
    const failed = await box.describe(id)
    const message = 'Creation of blue/green deployment failed because the upgrade prechecks found incompatibilities.'
    expect(failed).toMatchObject({Status: 'INVALID_CONFIGURATION', StatusDetails: message})
    expect(failed.Tasks?.map(task => `${task.Name} ${task.Status}`)).toEqual([
      'CREATING_READ_REPLICA_OF_SOURCE COMPLETED',
      'DB_ENGINE_VERSION_UPGRADE FAILED',
      'CONFIGURE_BACKUPS PENDING'
    ])
    expect(box.events()).toContain(`${id}: ${message}`)
    const name = greenOf(box)?.DBInstanceIdentifier
    const logs = await box.read('DescribeDBLogFiles', {DBInstanceIdentifier: name, FilenameContains: 'Compatibility'})
    const LogFileName = logs.DescribeDBLogFiles?.[0]?.LogFileName
    expect(LogFileName).toBe('PrePatchCompatibility.log')
    const portion = await box.read('DownloadDBLogFilePortion', {DBInstanceIdentifier: name, LogFileName})
    expect(portion.LogFileData).toContain('incompatibility')
    expect(greenOf(box)).toMatchObject({EngineVersion: '8.0.42'})
  })

  test.each<[Trouble, string]>([
    ['too-few-slots', 'of incompatible parameter(s): max_replication_slots, and max_logical_replication_workers'],
    ['external-replication', 'of external replication on the blue primary instance']
  ])('%s', async (trouble, reason) => {
    const box = openBox({instances: [{name: 'orders', engine: 'postgres', version: '16.8', troubles: [trouble]}]})
    const id = await box.ready('db', 'orders', {TargetEngineVersion: '17.6'})
    const failed = await box.describe(id)
    expect(failed.Tasks?.[0]).toEqual({Name: 'CREATING_READ_REPLICA_OF_SOURCE', Status: 'FAILED'})
    expect(box.events()).toContain(`${id}: Creation of blue/green deployment failed because ${reason}.`)
  })

  test('the remedy: deleting it with its target, then the same name again', async () => {
    const box = openBox({instances: [{...mysql, troubles: ['precheck']}]})
    const id = await box.ready('db', 'orders', major)
    await box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id, DeleteTarget: true})
    await box.pass(hours)
    box.desk.change(people.troubles('orders'))
    expect((await box.describe(await box.ready('db', 'orders', major))).Status).toBe('AVAILABLE')
  })
})

describe('a switchover that was accepted and does not come about', () => {
  test.each<[string, string, number | undefined, Trouble[], Trouble[]]>([
    ['2: lag', 'high replica lag', 100_000, [], []],
    ['1: replication', 'unhealthy replication', undefined, [], ['replication-broken']],
    ['3: writes on green', 'active writes in the green environment', undefined, [], ['green-writes']],
    ['4: external replication', 'external replication in the blue environment', undefined, ['external-replication'], []],
    ['5: long writes', 'long-running active writes in the blue environment', undefined, ['long-writes'], []],
    ['6: long DDL', 'long-running DDL statements in the blue environment', undefined, ['long-ddl'], []],
    ['timeout', 'the switchover timeout being exceeded', undefined, ['endless-catch-up'], []]
  ])('guardrail %s', async (_row, reason, lag, blue, green) => {
    const box = openBox({instances: [mysql]})
    const id = await box.ready('db', 'orders', major)
    const before = box.instances().map(one => [one.DBInstanceIdentifier, one.DbiResourceId])
    const greenName = greenOf(box)?.DBInstanceIdentifier ?? ''
    box.desk.change(people.troubles('orders', ...blue))
    box.desk.change(people.troubles(greenName, ...green))
    if (lag !== undefined) box.desk.change(people.lags(greenName, lag))
    const answer = await box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id, SwitchoverTimeout: 60})
    expect(answer.BlueGreenDeployment?.Status).toBe('SWITCHOVER_IN_PROGRESS')
    await box.pass(2 * minutes)
    expect(await box.describe(id)).toMatchObject({Status: 'AVAILABLE', SwitchoverDetails: [{Status: 'AVAILABLE'}]})
    expect(box.events().slice(-2)).toEqual([
      `${id}: Switchover from primary orders to ${greenName} was canceled due to ${reason}.`,
      `${id}: Switchover canceled on blue/green deployment.`
    ])
    expect(box.instances().map(one => [one.DBInstanceIdentifier, one.DbiResourceId])).toEqual(before)
    expect(box.instances().map(one => one.DBInstanceStatus)).toEqual(['available', 'available'])
  })

  test('a member may fail although the deployment says COMPLETED', async () => {
    const box = openBox({instances: [{...mysql, replicas: ['orders-r1'], troubles: ['second-member']}]})
    const id = await box.switched('db', 'orders', major)
    const ended = await box.describe(id)
    expect(ended.Status).toBe('SWITCHOVER_COMPLETED')
    expect(ended.SwitchoverDetails?.map(one => one.Status)).toEqual(['SWITCHOVER_COMPLETED', 'SWITCHOVER_FAILED'])
    expect(box.instance('orders-r1').EngineVersion).toBe('8.0.42')
  })
})

describe('other people', () => {
  test('promoting green breaks the deployment', async () => {
    const box = openBox({instances: [mysql]})
    const id = await box.ready('db', 'orders', major)
    box.desk.change(people.promotes(greenOf(box)?.DBInstanceIdentifier ?? ''))
    expect((await box.describe(id)).Status).toBe('INVALID_CONFIGURATION')
    expect(greenOf(box)?.ReadReplicaSourceDBInstanceIdentifier).toBeUndefined()
  })

  test.each([
    ['blue', 'orders-r1', 'MISSING_SOURCE'],
    ['green', 'orders-r1-green', 'MISSING_TARGET']
  ])('deleting a %s member', async (_side, begins, status) => {
    const box = openBox({instances: [{...mysql, replicas: ['orders-r1', 'orders-r2']}]})
    const id = await box.ready('db', 'orders', major)
    const name = box.instances().find(one => one.DBInstanceIdentifier.startsWith(begins))?.DBInstanceIdentifier ?? ''
    await box.write('DeleteDBInstance', {DBInstanceIdentifier: name, SkipFinalSnapshot: true})
    await box.pass(hours)
    expect((await box.describe(id)).SwitchoverDetails?.map(one => one.Status)).toEqual(['AVAILABLE', status, 'AVAILABLE'])
    // Its twin does not switch and is not renamed; the others do.
    await box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    await box.pass(10 * minutes)
    expect((await box.describe(id)).SwitchoverDetails?.map(one => one.Status)).toEqual([
      'SWITCHOVER_COMPLETED',
      status,
      'SWITCHOVER_COMPLETED'
    ])
  })

  test('renaming, creating and changing databases', async () => {
    const box = openBox({instances: [{...mysql, replicas: ['orders-r1']}]})
    box.desk.change(people.renames('orders', 'sales'))
    expect(box.instance('orders-r1').ReadReplicaSourceDBInstanceIdentifier).toBe('sales')
    box.desk.changeAfter(minutes, people.createsInstance({name: 'orders', engine: 'postgres'}))
    expect(box.instances()).toHaveLength(2)
    await box.pass(2 * minutes)
    expect(box.instance('orders').Engine).toBe('postgres')
    box.desk.change(people.setsStatus('orders', 'storage-full'))
    box.desk.change(people.setsTags('orders', {a: 'b'}))
    expect(box.instance('orders')).toMatchObject({DBInstanceStatus: 'storage-full', TagList: [{Key: 'a', Value: 'b'}]})
    box.desk.change(people.calls('ModifyDBInstance', {DBInstanceIdentifier: 'sales', DeletionProtection: true}))
    expect(box.instance('sales').DeletionProtection).toBe(true)
  })

  test('changing the storage type of green keeps it busy for hours', async () => {
    const box = openBox({instances: [mysql]})
    await box.ready('db', 'orders', major)
    await box.write('ModifyDBInstance', {
      DBInstanceIdentifier: greenOf(box)?.DBInstanceIdentifier,
      StorageType: 'io2',
      ApplyImmediately: true
    })
    expect(greenOf(box)?.DBInstanceStatus).toBe('available')
    await box.pass(hours)
    expect(greenOf(box)).toMatchObject({DBInstanceStatus: 'storage-optimization', StorageType: 'io2'})
    await box.pass(8 * hours)
    expect(greenOf(box)?.DBInstanceStatus).toBe('available')
  })
})
