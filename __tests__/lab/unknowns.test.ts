// What RDS leaves open is a switch with two or more settings; each setting does what it says.
import {describe, expect, test} from '@jest/globals'
import {dice} from '../../lab/dice.ts'
import * as people from '../../lab/model/people.ts'
import type {AccountSeed, InstanceSeed} from '../../lab/model/seed.ts'
import type {UnknownName, Unknowns} from '../../lab/model/unknowns.ts'
import {defaultUnknowns, drawUnknowns, unknownSettings} from '../../lab/model/unknowns.ts'
import {hours, minutes, openBox, refused} from './box.ts'

const mysql: InstanceSeed = {name: 'orders', engine: 'mysql', version: '8.0.42'}
const boxWith = (unknowns: Partial<Unknowns>, more: AccountSeed = {}) => openBox({instances: [mysql], ...more, unknowns})
const id = (value: string) => ({BlueGreenDeploymentIdentifier: value})
const tags = {Tags: [{Key: 'a', Value: 'b'}]}

test('every switch has two settings or more, and a seed draws each of them in time', () => {
  const names = Object.keys(unknownSettings) as UnknownName[]
  const drawn = Array.from({length: 200}, (_none, seed) => drawUnknowns(dice(seed)))
  for (const name of names) {
    expect(unknownSettings[name].length).toBeGreaterThan(1)
    expect(defaultUnknowns[name]).toBe(unknownSettings[name][0])
    expect(new Set(drawn.map(one => one[name]))).toEqual(new Set<string>(unknownSettings[name]))
  }
  expect(drawUnknowns(dice(7))).toEqual(drawUnknowns(dice(7)))
})

describe('the create answer', () => {
  test.each([
    ['present', [{Key: 'a', Value: 'b'}]],
    ['empty', []],
    ['absent', undefined]
  ] as const)('tags %s', async (tagsInCreateAnswer, expected) => {
    const box = boxWith({tagsInCreateAnswer})
    const created = await box.create('db', 'orders', tags)
    expect(created.TagList).toEqual(expected)
    expect((await box.describe(created.BlueGreenDeploymentIdentifier ?? '')).TagList).toEqual([{Key: 'a', Value: 'b'}])
  })

  test.each([
    ['absent', undefined],
    ['PROVISIONING', 'PROVISIONING']
  ] as const)('member status %s', async (memberStatusAtFirst, expected) => {
    const created = await boxWith({memberStatusAtFirst}).create('db', 'orders')
    expect(created.SwitchoverDetails?.[0]?.Status).toBe(expected)
    expect(created.Target).toBeUndefined()
  })

  test('members in another order, one suffix, one more task', async () => {
    const replicas = {instances: [{...mysql, replicas: ['r1']}]}
    const box = boxWith({memberOrder: 'reversed', suffix: 'shared', tasks: 'one_more'}, replicas)
    const done = await box.describe(await box.ready('db', 'orders'))
    expect(done.SwitchoverDetails?.map(one => one.SourceMember)).toEqual([box.arn('db', 'r1'), box.arn('db', 'orders')])
    const suffixes = done.SwitchoverDetails?.map(one => one.TargetMember?.slice(-6))
    expect(new Set(suffixes).size).toBe(1)
    expect(done.Target).toBe(done.SwitchoverDetails?.[1]?.TargetMember)
    expect(done.Tasks?.map(task => task.Name)).toContain('STORAGE_CONFIGURATION_UPGRADE')
  })
})

describe('refusals whose code is not recorded', () => {
  test.each([
    ['SourceNotSupported', 'SourceDatabaseNotSupportedFault 400'],
    ['InvalidParameterCombination', 'InvalidParameterCombination 400']
  ] as const)('managed password: %s', async (managedPassword, fault) => {
    const box = boxWith({managedPassword}, {instances: [{...mysql, shown: {MasterUserSecret: {SecretArn: 'arn'}}}]})
    expect(await refused(box.create('db', 'orders'))).toBe(fault)
  })

  test.each([
    ['SourceDatabaseNotSupportedFault', 'SourceDatabaseNotSupportedFault 400'],
    ['InvalidDBInstanceState', 'InvalidDBInstanceStateFault 400'],
    ['InvalidParameterCombination', 'InvalidParameterCombination 400']
  ] as const)('second deployment: %s', async (secondDeployment, fault) => {
    const box = boxWith({secondDeployment})
    await box.create('db', 'orders')
    expect(await refused(box.create('db', 'orders', {BlueGreenDeploymentName: 'two'}))).toBe(fault)
  })

  test('a group of another family may be refused, or fail the build later', async () => {
    const group = {TargetEngineVersion: '8.4', TargetDBParameterGroupName: 'lab-mysql8-0'}
    expect(await refused(boxWith({groupFamily: 'refused'}).create('db', 'orders', group))).toBe('InvalidParameterCombination 400')
    const box = boxWith({groupFamily: 'fails_later'})
    expect((await box.describe(await box.ready('db', 'orders', group))).Status).toBe('INVALID_CONFIGURATION')
  })

  test.each(['cut', 'refused'] as const)('a name of 60 characters: %s', async longName => {
    const name = 'o'.repeat(60)
    const box = boxWith({longName}, {instances: [{...mysql, name}]})
    if (longName === 'refused') {
      expect(await refused(box.create('db', name))).toBe('InvalidParameterValue 400')
      return
    }
    await box.switched('db', name)
    expect(box.instances().map(one => one.DBInstanceIdentifier.length)).toEqual([63, 60])
  })

  test.each(['empty', 'fault'] as const)('a filter by id without a match: %s', async filterWithoutMatch => {
    const box = boxWith({filterWithoutMatch})
    const call = box.read('DescribeDBInstances', {Filters: [{Name: 'dbi-resource-id', Values: ['db-NONE']}]})
    expect(await refused(call)).toBe(filterWithoutMatch === 'empty' ? 'answered' : 'DBInstanceNotFoundFault 404')
  })
})

describe('green', () => {
  test.each([
    ['inherits', 'mine'],
    ['default', 'default.mysql8.0']
  ] as const)('without a group given: %s', async (groupLeftOut, expected) => {
    const box = boxWith({groupLeftOut}, {instances: [{...mysql, group: 'mine'}], groups: [{name: 'mine', family: 'mysql8.0'}]})
    await box.ready('db', 'orders')
    expect(box.instances()[1]?.DBParameterGroups[0]?.DBParameterGroupName).toBe(expected)
  })

  test.each([
    ['off', false],
    ['copied', true]
  ] as const)('protection %s', async (greenProtection, expected) => {
    const box = boxWith({greenProtection}, {instances: [{...mysql, deletionProtection: true}]})
    const deployment = await box.ready('db', 'orders')
    expect(box.instances()[1]?.DeletionProtection).toBe(expected)
    const call = box.write('DeleteBlueGreenDeployment', {...id(deployment), DeleteTarget: true})
    expect(await refused(call)).toBe(expected ? 'InvalidBlueGreenDeploymentStateFault 400' : 'answered')
  })

  test.each(['shown', 'hidden'] as const)('as a replica of blue: %s', async greenAsReplica => {
    const box = boxWith({greenAsReplica})
    await box.ready('db', 'orders')
    expect(box.instances()[1]?.ReadReplicaSourceDBInstanceIdentifier).toBe(greenAsReplica === 'shown' ? 'orders' : undefined)
    expect(box.instance('orders').ReadReplicaDBInstanceIdentifiers).toHaveLength(greenAsReplica === 'shown' ? 1 : 0)
  })

  test('the deployment may say AVAILABLE first', async () => {
    const box = boxWith({availableFirst: 'deployment'})
    const deployment = (await box.create('db', 'orders')).BlueGreenDeploymentIdentifier ?? ''
    while ((await box.describe(deployment)).Status === 'PROVISIONING') await box.pass(1000)
    expect(box.instances()[1]?.DBInstanceStatus).toBe('modifying')
  })

  test.each([
    ['available', 'available'],
    ['incompatible-parameters', 'incompatible-parameters'],
    ['absent', undefined]
  ] as const)('of a broken build: %s', async (brokenGreen, expected) => {
    const troubled: InstanceSeed = {name: 'orders', engine: 'postgres', version: '16.8', troubles: ['too-few-slots']}
    const box = boxWith({brokenGreen, statusDetails: 'absent'}, {instances: [troubled]})
    const deployment = await box.ready('db', 'orders', {TargetEngineVersion: '17'})
    expect(box.instances()[1]?.DBInstanceStatus).toBe(expected)
    expect((await box.describe(deployment)).StatusDetails).toBeUndefined()
  })
})

describe('the switchover', () => {
  test.each(['accepted', 'refused'] as const)('after SWITCHOVER_FAILED: %s', async switchoverAfterFailure => {
    const box = boxWith({statusAfterCancel: 'SWITCHOVER_FAILED', switchoverAfterFailure})
    const deployment = await box.ready('db', 'orders')
    box.desk.change(people.troubles('orders', 'long-ddl'))
    await box.write('SwitchoverBlueGreenDeployment', id(deployment))
    await box.pass(minutes)
    const failed = await box.describe(deployment)
    expect(failed).toMatchObject({Status: 'SWITCHOVER_FAILED', SwitchoverDetails: [{Status: 'SWITCHOVER_FAILED'}]})
    expect(failed.StatusDetails).toContain('long-running DDL')
    box.desk.change(people.troubles('orders'))
    const again = await refused(box.write('SwitchoverBlueGreenDeployment', id(deployment)))
    expect(again).toBe(switchoverAfterFailure === 'accepted' ? 'answered' : 'InvalidBlueGreenDeploymentStateFault 400')
    if (switchoverAfterFailure === 'refused') return
    await box.pass(minutes)
    expect((await box.describe(deployment)).Status).toBe('SWITCHOVER_COMPLETED')
  })

  test('the deployment may say COMPLETED before its members', async () => {
    const box = boxWith({completedFirst: 'deployment', statusWhileSwitching: 'modifying'}, {paper: {switchover: [60_000, 60_000]}})
    const deployment = await box.ready('db', 'orders')
    await box.write('SwitchoverBlueGreenDeployment', id(deployment))
    let described = await box.describe(deployment)
    while (described.Status !== 'SWITCHOVER_COMPLETED') {
      await box.pass(500)
      described = await box.describe(deployment)
    }
    expect(described.SwitchoverDetails?.[0]?.Status).toBe('SWITCHOVER_IN_PROGRESS')
    expect(box.instance('orders').DBInstanceStatus).toBe('modifying')
    // Deleting the deployment now does not stop what has begun.
    await box.write('DeleteBlueGreenDeployment', id(deployment))
    await box.pass(hours)
    expect(box.instances().map(one => [one.DBInstanceIdentifier, one.DBInstanceStatus])).toEqual([
      ['orders-old1', 'available'],
      ['orders', 'available']
    ])
  })

  test('the name may not be found for a moment', async () => {
    const box = boxWith({nameAfterRename: 'briefly_not_found'})
    const deployment = await box.ready('db', 'orders')
    await box.write('SwitchoverBlueGreenDeployment', id(deployment))
    while (box.instances().every(one => one.DBInstanceIdentifier !== 'orders-old1')) await box.pass(500)
    expect(await refused(box.read('DescribeDBInstances', {DBInstanceIdentifier: 'orders'}))).toBe('DBInstanceNotFoundFault 404')
    await box.pass(10_000)
    expect(await refused(box.read('DescribeDBInstances', {DBInstanceIdentifier: 'orders'}))).toBe('answered')
  })
})

describe('deleting the deployment', () => {
  test.each(['accepted', 'refused'] as const)('while it is provisioned: %s', async deleteWhileProvisioning => {
    const box = boxWith({deleteWhileProvisioning})
    const created = await box.create('db', 'orders')
    await box.pass(minutes)
    const call = box.write('DeleteBlueGreenDeployment', {...id(created.BlueGreenDeploymentIdentifier ?? ''), DeleteTarget: true})
    const accepted = deleteWhileProvisioning === 'accepted'
    expect(await refused(call)).toBe(accepted ? 'answered' : 'InvalidBlueGreenDeploymentStateFault 400')
    await box.pass(6 * hours)
    expect(box.instances()).toHaveLength(accepted ? 1 : 2)
  })

  test.each(['accepted', 'refused'] as const)('while it is being deleted: %s', async deleteWhileDeleting => {
    const box = boxWith({deleteWhileDeleting})
    const deployment = await box.switched('db', 'orders')
    await box.write('DeleteBlueGreenDeployment', id(deployment))
    const again = await refused(box.write('DeleteBlueGreenDeployment', id(deployment)))
    expect(again).toBe(deleteWhileDeleting === 'accepted' ? 'answered' : 'InvalidBlueGreenDeploymentStateFault 400')
  })

  test.each(['accepted', 'refused'] as const)('DeleteTarget=false after the switchover: %s', async deleteTargetFalseAfterSwitchover => {
    const box = boxWith({deleteTargetFalseAfterSwitchover})
    const deployment = await box.switched('db', 'orders')
    const answer = await refused(box.write('DeleteBlueGreenDeployment', {...id(deployment), DeleteTarget: false}))
    expect(answer).toBe(deleteTargetFalseAfterSwitchover === 'accepted' ? 'answered' : 'InvalidBlueGreenDeploymentStateFault 400')
    await box.pass(hours)
    expect(box.instances()).toHaveLength(2)
  })

  test.each(['green', 'deployment'] as const)('%s goes first', async goneFirst => {
    const box = boxWith({goneFirst})
    const deployment = await box.ready('db', 'orders')
    await box.write('DeleteBlueGreenDeployment', {...id(deployment), DeleteTarget: true})
    while (box.desk.account().deployments.length > 0 && box.instances().length > 1) await box.pass(1000)
    expect([box.desk.account().deployments.length, box.instances().length]).toEqual(goneFirst === 'green' ? [1, 1] : [0, 2])
  })

  test('old blue may be held by its deployment', async () => {
    const box = boxWith({oldBlueWithDeployment: 'refused'})
    const deployment = await box.switched('db', 'orders')
    const remove = () => box.write('DeleteDBInstance', {DBInstanceIdentifier: 'orders-old1', SkipFinalSnapshot: true})
    expect(await refused(remove())).toBe('InvalidDBInstanceStateFault 400')
    await box.write('DeleteBlueGreenDeployment', id(deployment))
    await box.pass(hours)
    expect(await refused(remove())).toBe('answered')
  })
})

describe('codes and moments of the account', () => {
  test.each<[Partial<Unknowns>, AccountSeed, object, string]>([
    [{upgradeTarget: 'InvalidParameterValue'}, {}, {TargetEngineVersion: '5.7.44'}, 'InvalidParameterValue 400'],
    [
      {logicalReplicationMissing: 'SourceNotSupported'},
      {instances: [{name: 'orders', engine: 'postgres', group: 'default.postgres16'}]},
      {TargetEngineVersion: '17.6'},
      'SourceDatabaseNotSupportedFault 400'
    ]
  ])('%j', async (unknowns, seed, request, fault) => {
    expect(await refused(boxWith(unknowns, seed).create('db', 'orders', request))).toBe(fault)
  })

  test('protected green may be refused by another code', async () => {
    const unknowns = {greenProtection: 'copied', protectedGreen: 'InvalidParameterCombination'} as const
    const box = boxWith(unknowns, {instances: [{...mysql, deletionProtection: true}]})
    const deployment = await box.ready('db', 'orders')
    const call = box.write('DeleteBlueGreenDeployment', {...id(deployment), DeleteTarget: true})
    expect(await refused(call)).toBe('InvalidParameterCombination 400')
  })

  test.each([
    ['later', 'available'],
    ['at_once', 'modifying']
  ] as const)('a modified instance is busy %s', async (modifying, status) => {
    const box = boxWith({modifying})
    const change = {DBInstanceIdentifier: 'orders', BackupRetentionPeriod: 3, ApplyImmediately: true}
    expect((await box.write('ModifyDBInstance', change)).DBInstance?.DBInstanceStatus).toBe(status)
    expect(box.instance('orders').PendingModifiedValues).toEqual({BackupRetentionPeriod: 3})
    await box.pass(hours)
    expect(box.instance('orders')).toMatchObject({DBInstanceStatus: 'available', BackupRetentionPeriod: 3, PendingModifiedValues: {}})
  })

  test.each([
    ['by_flag', []],
    ['copied', [{Key: 'a', Value: 'b'}]]
  ] as const)('the tags of a final snapshot: %s', async (snapshotTags, expected) => {
    const box = boxWith({snapshotTags}, {instances: [{...mysql, tags: {a: 'b'}, shown: {CopyTagsToSnapshot: false}}]})
    await box.write('DeleteDBInstance', {DBInstanceIdentifier: 'orders', FinalDBSnapshotIdentifier: 'final'})
    expect((await box.read('DescribeDBSnapshots', {})).DBSnapshots?.[0]?.TagList).toEqual(expected)
  })

  test.each([
    ['throttle', {throttleCode: 'ThrottlingException'}, 'ThrottlingException 400'],
    ['deny', {deniedCode: 'AccessDeniedException'}, 'AccessDeniedException 403'],
    ['expire', {expiredCode: 'ExpiredTokenException'}, 'ExpiredTokenException 403']
  ] as const)('%s', async (is, unknowns, fault) => {
    const box = openBox({unknowns}, {faults: [{fault: {is}}]})
    expect(await refused(box.read('DescribeDBInstances', {}))).toBe(fault)
  })

  test.each(['present', 'absent'] as const)('an empty list of tags: %s', async emptyTagList => {
    const created = await boxWith({emptyTagList}).create('db', 'orders')
    expect(created.TagList).toEqual(emptyTagList === 'present' ? [] : undefined)
  })
})

test('events may get lost, the same ones every time', async () => {
  const told = async () => {
    const box = boxWith({events: 'some_lost'}, {instances: [{...mysql, replicas: ['a', 'b', 'c', 'd']}]})
    await box.switched('db', 'orders')
    return box.events().length
  }
  expect(await told()).toBe(await told())
})
