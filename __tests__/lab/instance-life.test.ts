// A DB instance with two read replicas, from create to the last old database, as the facts tell it.
import {describe, expect, test} from '@jest/globals'
import type {DeskOptions} from '../../lab/desk.ts'
import type {InstanceSeed} from '../../lab/model/seed.ts'
import {hours, minutes, openBox, refused} from './box.ts'

const orders: InstanceSeed = {
  name: 'orders',
  engine: 'mysql',
  version: '8.0.42',
  replicas: ['orders-r1', 'orders-r2'],
  tags: {team: 'shop'},
  deletionProtection: true
}
const toTheNext = {TargetEngineVersion: '8.4.6', TargetDBParameterGroupName: 'lab-mysql8-4', Tags: [{Key: 'by', Value: 'us'}]}

describe('making green', () => {
  test('its statuses come in the observed order, and tasks one after another', async () => {
    const seen: string[] = []
    const onChange: DeskOptions['onChange'] = ({before, after}) => {
      for (const one of after.instances) {
        const was = before.instances.find(other => other.shown.DbiResourceId === one.shown.DbiResourceId)
        const status = one.shown.DBInstanceStatus
        if (one.shown.DBInstanceIdentifier.startsWith('orders-green') && was?.shown.DBInstanceStatus !== status) seen.push(status)
      }
      for (const task of after.deployments[0]?.shown.Tasks ?? []) {
        const was = before.deployments[0]?.shown.Tasks?.find(other => other.Name === task.Name)
        if (was !== undefined && was.Status !== task.Status) seen.push(`${task.Name} ${task.Status}`)
      }
    }
    const box = openBox({instances: [orders], paper: {storageInitializationChance: 1}}, {onChange})
    await box.ready('db', 'orders', toTheNext)
    box.desk.account()
    expect(seen).toEqual([
      'CREATING_READ_REPLICA_OF_SOURCE IN_PROGRESS',
      'creating',
      'backing-up',
      'modifying',
      'available',
      'CREATING_READ_REPLICA_OF_SOURCE COMPLETED',
      'DB_ENGINE_VERSION_UPGRADE IN_PROGRESS',
      'upgrading',
      'rebooting',
      'available',
      'DB_ENGINE_VERSION_UPGRADE COMPLETED',
      'CONFIGURE_BACKUPS IN_PROGRESS',
      'modifying',
      'backing-up',
      'available',
      'CONFIGURE_BACKUPS COMPLETED',
      'CREATING_TOPOLOGY_OF_SOURCE IN_PROGRESS',
      'CREATING_TOPOLOGY_OF_SOURCE COMPLETED',
      'storage-initialization',
      'available'
    ])
  })

  test('the deployment says AVAILABLE while its members still initialize, and a switchover is refused', async () => {
    const box = openBox({instances: [orders], paper: {storageInitializationChance: 1, storageInitialization: [2 * hours, 2 * hours]}})
    const created = await box.create('db', 'orders', toTheNext)
    const id = created.BlueGreenDeploymentIdentifier ?? ''
    await box.pass(hours)
    expect((await box.describe(id)).Status).toBe('AVAILABLE')
    const green = box.instances().find(one => one.DBInstanceIdentifier.startsWith('orders-green'))
    expect(green).toMatchObject({DBInstanceStatus: 'storage-initialization', StorageOperationStatus: 'Initializing'})
    expect(green?.StorageOperationPercentProgress).toBeGreaterThan(0)
    const call = box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    await expect(call).rejects.toMatchObject({
      name: 'InvalidBlueGreenDeploymentStateFault',
      message: `DB instance ${green?.DBInstanceIdentifier} is not in available state`
    })
    await box.pass(2 * hours)
    expect(box.instances().every(one => one.DBInstanceStatus === 'available')).toBe(true)
  })

  test('burstable classes do not initialize', async () => {
    const small = {...orders, shown: {DBInstanceClass: 'db.t4g.medium'}, replicas: []}
    const box = openBox({instances: [small], paper: {storageInitializationChance: 1}})
    await box.ready('db', 'orders', toTheNext)
    expect(box.events()).not.toContainEqual(expect.stringContaining('storage volumes'))
  })

  test('green is a copy with a target version and group, without roles', async () => {
    const seed = {...orders, shown: {AssociatedRoles: [{RoleArn: 'arn:aws:iam::123456789012:role/s3', Status: 'ACTIVE'}], MultiAZ: true}}
    const box = openBox({instances: [seed]})
    await box.ready('db', 'orders', {...toTheNext, TargetDBInstanceClass: 'db.m7g.large', TargetStorageType: 'io2', TargetIops: 5000})
    const greens = box.instances().filter(one => one.DBInstanceIdentifier.includes('-green-'))
    expect(greens).toHaveLength(3)
    expect(greens[0]).toMatchObject({
      EngineVersion: '8.4.6',
      DBParameterGroups: [{DBParameterGroupName: 'lab-mysql8-4', ParameterApplyStatus: 'in-sync'}],
      DBInstanceClass: 'db.m7g.large',
      StorageType: 'io2',
      Iops: 5000,
      MultiAZ: true,
      AssociatedRoles: [],
      TagList: [{Key: 'team', Value: 'shop'}],
      DeletionProtection: false
    })
    // S-05: replicas keep blue's class.
    expect(greens[1]).toMatchObject({DBInstanceClass: 'db.m6g.large', EngineVersion: '8.4.6', StorageType: 'gp3'})
    expect(greens[1]?.ReadReplicaSourceDBInstanceIdentifier).toBe(greens[0]?.DBInstanceIdentifier)
    expect(box.instance('orders')).toMatchObject({EngineVersion: '8.0.42', DBInstanceStatus: 'available'})
  })
})

describe('the switchover', () => {
  test('names, ARNs, endpoints and tags change sides; resource ids do not', async () => {
    const box = openBox({instances: [orders]})
    const before = new Map(box.instances().map(one => [one.DBInstanceIdentifier, one]))
    const id = await box.ready('db', 'orders', toTheNext)
    const green = box.instances().find(one => one.DBInstanceIdentifier.startsWith('orders-green'))
    await box.write('AddTagsToResource', {ResourceName: green?.DBInstanceArn, Tags: [{Key: 'only', Value: 'green'}]})
    await box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    await box.pass(10 * minutes)
    for (const name of ['orders', 'orders-r1', 'orders-r2']) {
      expect(box.instance(name).EngineVersion).toBe('8.4.6')
      expect(box.instance(name).DBInstanceArn).toBe(box.arn('db', name))
      expect(box.instance(name).Endpoint).toEqual(before.get(name)?.Endpoint)
      expect(box.instance(name).DbiResourceId).not.toBe(before.get(name)?.DbiResourceId)
      expect(box.instance(name).DBInstanceStatus).toBe('available')
      expect(box.instance(`${name}-old1`).DbiResourceId).toBe(before.get(name)?.DbiResourceId)
      expect(box.instance(`${name}-old1`).EngineVersion).toBe('8.0.42')
    }
    expect(box.instance('orders').DbiResourceId).toBe(green?.DbiResourceId)
    expect(box.instance('orders').TagList).toEqual([{Key: 'team', Value: 'shop'}])
    expect(box.instance('orders').ReadReplicaDBInstanceIdentifiers).toEqual(['orders-r1', 'orders-r2'])
    expect(box.instance('orders').ReadReplicaSourceDBInstanceIdentifier).toBeUndefined()
    expect(box.instance('orders-old1').ReadReplicaDBInstanceIdentifiers).toEqual(['orders-r1-old1', 'orders-r2-old1'])
    expect(box.instance('orders-r1-old1').ReadReplicaSourceDBInstanceIdentifier).toBe('orders-old1')
  })

  test('-oldN counts up where a name is taken', async () => {
    const box = openBox({instances: [orders, {name: 'orders-old1'}, {name: 'orders-old2'}]})
    const id = await box.switched('db', 'orders', toTheNext)
    expect((await box.describe(id)).Source).toBe(box.arn('db', 'orders-old3'))
    expect(box.instance('orders-old3').EngineVersion).toBe('8.0.42')
    expect(box.instance('orders-r1-old1').EngineVersion).toBe('8.0.42')
  })

  test('its events, in order, with binlog coordinates under the name green had', async () => {
    const box = openBox({instances: [{...orders, replicas: []}]})
    const id = await box.switched('db', 'orders', toTheNext)
    const green = /-green-\w{6}/.exec(box.events().join('\n'))?.[0] ?? ''
    expect(box.events().filter(one => one.startsWith('bgd-'))).toEqual(
      [
        'Blue/green deployment tasks completed. You can make more modifications to the green environment databases or switch over the deployment.',
        `Switchover from orders to orders${green} started.`,
        `Switchover from primary orders to orders${green} started.`,
        `Switchover from primary orders to orders${green} completed. Renamed orders to orders-old1 and orders${green} to orders.`,
        'Switchover completed on blue/green deployment.'
      ].map(text => `${id}: ${text}`)
    )
    expect(box.events()).toContainEqual(
      expect.stringMatching(
        new RegExp(
          `^orders${green}: Binary log coordinates in green environment after switchover: file mysql-bin-changelog\\.\\d{6} and position \\d+$`
        )
      )
    )
  })

  test('a database in it cannot be modified or deleted', async () => {
    const box = openBox({instances: [{...orders, deletionProtection: false}]})
    const id = await box.ready('db', 'orders', toTheNext)
    await box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    await box.pass(200)
    const modify = box.write('ModifyDBInstance', {DBInstanceIdentifier: 'orders', DeletionProtection: false})
    expect(await refused(modify)).toBe('InvalidDBInstanceStateFault 400')
    const remove = box.write('DeleteDBInstance', {DBInstanceIdentifier: 'orders', SkipFinalSnapshot: true})
    expect(await refused(remove)).toBe('InvalidDBInstanceStateFault 400')
    const again = box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    expect(await refused(again)).toBe('InvalidBlueGreenDeploymentStateFault 400')
    const gone = box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    expect(await refused(gone)).toBe('InvalidBlueGreenDeploymentStateFault 400')
  })
})

describe('cleaning up', () => {
  test('replicas first, then the primary with its final snapshot, which carries its tags', async () => {
    const box = openBox({instances: [{...orders, deletionProtection: false}]})
    const id = await box.switched('db', 'orders', toTheNext)
    await box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    await box.pass(5 * minutes)
    expect(await refused(box.read('DescribeBlueGreenDeployments', {BlueGreenDeploymentIdentifier: id}))).toBe(
      'BlueGreenDeploymentNotFoundFault 404'
    )
    for (const name of ['orders-r1-old1', 'orders-r2-old1'])
      await box.write('DeleteDBInstance', {DBInstanceIdentifier: name, SkipFinalSnapshot: true})
    const answer = await box.write('DeleteDBInstance', {DBInstanceIdentifier: 'orders-old1', FinalDBSnapshotIdentifier: 'Final-Orders'})
    expect(answer.DBInstance?.DBInstanceStatus).toBe('deleting')
    const find = () => box.read('DescribeDBSnapshots', {DBSnapshotIdentifier: 'final-orders'})
    expect((await find()).DBSnapshots?.[0]).toMatchObject({Status: 'creating', DbiResourceId: box.instance('orders-old1').DbiResourceId})
    await box.pass(30 * minutes)
    expect((await find()).DBSnapshots?.[0]).toMatchObject({Status: 'available', TagList: [{Key: 'team', Value: 'shop'}]})
    expect(box.instances().map(one => one.DBInstanceIdentifier)).toEqual(['orders', 'orders-r1', 'orders-r2'])
  })

  test('deleting a primary promotes its replicas', async () => {
    const box = openBox({instances: [{...orders, deletionProtection: false}]})
    await box.write('DeleteDBInstance', {DBInstanceIdentifier: 'orders', SkipFinalSnapshot: true})
    await box.pass(30 * minutes)
    expect(box.instances().map(one => [one.DBInstanceIdentifier, one.ReadReplicaSourceDBInstanceIdentifier])).toEqual([
      ['orders-r1', undefined],
      ['orders-r2', undefined]
    ])
  })
})

describe('deleting the deployment before the switchover', () => {
  test('with its target: green goes, blue stays', async () => {
    const box = openBox({instances: [orders]})
    const id = await box.ready('db', 'orders', toTheNext)
    const answer = await box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id.toUpperCase(), DeleteTarget: true})
    expect(answer.BlueGreenDeployment?.DeleteTime).toEqual(new Date(box.time.scheduler.now()))
    await box.pass(30 * minutes)
    expect(box.instances().map(one => one.DBInstanceIdentifier)).toEqual(['orders', 'orders-r1', 'orders-r2'])
    expect(box.instance('orders').ReadReplicaDBInstanceIdentifiers).toEqual(['orders-r1', 'orders-r2'])
    expect(box.events().at(-1)).toBe(`${id}: Blue/green deployment deleted.`)
  })

  test.each([
    ['mysql', '8.0.42', 'orders'],
    ['postgres', '16.8', undefined]
  ])('without it: %s keeps green', async (engine, version, follows) => {
    const box = openBox({instances: [{name: 'orders', engine, version}]})
    const id = await box.ready('db', 'orders')
    await box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    await box.pass(30 * minutes)
    const green = box.instances().find(one => one.DBInstanceIdentifier.includes('-green-'))
    expect(green?.ReadReplicaSourceDBInstanceIdentifier).toBe(follows)
  })
})
