// An Aurora cluster with a reader and a custom endpoint, from create to the last old instance.
import {describe, expect, test} from '@jest/globals'
import type {ClusterSeed} from '../../lab/model/seed.ts'
import {minutes, openBox, refused} from './box.ts'

const shop: ClusterSeed = {name: 'shop', engine: 'aurora-postgresql', version: '16.8', endpoints: ['reports'], deletionProtection: true}
const toTheNext = {
  TargetEngineVersion: '17',
  TargetDBClusterParameterGroupName: 'lab-aurora-postgresql17',
  TargetDBParameterGroupName: 'default.aurora-postgresql17'
}

test('green is a cluster with its own instances and endpoint', async () => {
  const box = openBox({clusters: [shop]})
  await box.ready('cluster', 'shop', toTheNext)
  const green = box.clusters().find(one => one.DBClusterIdentifier.startsWith('shop-green-'))
  expect(green).toMatchObject({
    Status: 'available',
    EngineVersion: '17.5',
    DBClusterParameterGroup: 'lab-aurora-postgresql17',
    DeletionProtection: false
  })
  expect(green?.DBClusterMembers.map(one => one.IsClusterWriter)).toEqual([true, false])
  expect(green?.CustomEndpoints).toHaveLength(1)
  const members = box.instances().filter(one => one.DBClusterIdentifier === green?.DBClusterIdentifier)
  expect(members.map(one => one.EngineVersion)).toEqual(['17.5', '17.5'])
})

test('every name of the cluster changes sides', async () => {
  const box = openBox({clusters: [shop]})
  const before = box.clusters()[0]
  const id = await box.switched('cluster', 'shop', toTheNext)
  const [old, production] = ['shop-old1', 'shop'].map(name => box.clusters().find(one => one.DBClusterIdentifier === name))
  expect(old?.DbClusterResourceId).toBe(before?.DbClusterResourceId)
  expect(production?.EngineVersion).toBe('17.5')
  expect(production?.Endpoint).toBe(before?.Endpoint)
  expect(production?.ReaderEndpoint).toBe(before?.ReaderEndpoint)
  expect(production?.CustomEndpoints).toEqual(before?.CustomEndpoints)
  expect(production?.DBClusterMembers.map(one => one.DBInstanceIdentifier)).toEqual(['shop-1', 'shop-2'])
  expect(old?.DBClusterMembers.map(one => one.DBInstanceIdentifier)).toEqual(['shop-1-old1', 'shop-2-old1'])
  expect(box.instance('shop-1').DBClusterIdentifier).toBe('shop')
  expect(box.instance('shop-1-old1').DBClusterIdentifier).toBe('shop-old1')
  expect(box.events()).toContainEqual(
    expect.stringMatching(/^bgd-\w+: Switchover from DB cluster shop to shop-green-\w+ completed\. Renamed shop to shop-old1/)
  )
  expect(box.desk.account().clusters.find(one => one.shown === old)?.hidden.writable).toBe(false)
  await box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
  await box.pass(5 * minutes)
  //
  expect(box.desk.account().clusters.find(one => one.shown.DBClusterIdentifier === 'shop-old1')?.hidden.writable).toBe(true)
})

describe('deleting old blue', () => {
  test('instances first, without a snapshot; then the cluster, unprotected, with one', async () => {
    const box = openBox({clusters: [shop]})
    const id = await box.switched('cluster', 'shop', toTheNext)
    await box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    await box.pass(5 * minutes)
    const cluster = (FinalDBSnapshotIdentifier = 'final-shop') =>
      box.write('DeleteDBCluster', {DBClusterIdentifier: 'shop-old1', FinalDBSnapshotIdentifier})
    expect(await refused(cluster())).toBe('InvalidParameterCombination 400')
    await box.write('ModifyDBCluster', {DBClusterIdentifier: 'shop-old1', DeletionProtection: false})
    await expect(cluster()).rejects.toMatchObject({
      name: 'InvalidDBClusterStateFault',
      message: 'Cluster cannot be deleted, it still contains DB instances in non-deleting state.'
    })
    await box.write('DeleteDBInstance', {DBInstanceIdentifier: 'shop-2-old1', SkipFinalSnapshot: true})
    const withSnapshot = box.write('DeleteDBInstance', {DBInstanceIdentifier: 'shop-1-old1', FinalDBSnapshotIdentifier: 'x'})
    expect(await refused(withSnapshot)).toBe('InvalidParameterCombination 400')
    await box.write('DeleteDBInstance', {DBInstanceIdentifier: 'shop-1-old1'})
    // Accepted as soon as the last instance is being deleted.
    expect((await cluster()).DBCluster?.Status).toBe('deleting')
    await box.pass(60 * minutes)
    expect(box.clusters().map(one => one.DBClusterIdentifier)).toEqual(['shop'])
    expect(box.instances().map(one => one.DBInstanceIdentifier)).toEqual(['shop-1', 'shop-2'])
    expect(box.desk.account().endpoints.map(one => one.shown.DBClusterEndpointIdentifier)).toEqual(['reports'])
    const snapshots = await box.read('DescribeDBClusterSnapshots', {Filters: [{Name: 'db-cluster-id', Values: ['shop-old1']}]})
    expect(snapshots.DBClusterSnapshots).toMatchObject([{DBClusterSnapshotIdentifier: 'final-shop', Status: 'available'}])
  })

  test('protection of a member is refused: it belongs to the cluster', async () => {
    const box = openBox({clusters: [shop]})
    const call = box.write('ModifyDBInstance', {DBInstanceIdentifier: 'shop-1', DeletionProtection: true})
    await expect(call).rejects.toMatchObject({
      name: 'InvalidParameterCombination',
      message: 'Deletion Protection can only be applied on the Cluster level, not for individual instances'
    })
  })
})

test('with its target the deployment takes green with it', async () => {
  const box = openBox({clusters: [shop]})
  const id = await box.ready('cluster', 'shop', toTheNext)
  await box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id, DeleteTarget: true})
  await box.pass(60 * minutes)
  expect(box.clusters().map(one => one.DBClusterIdentifier)).toEqual(['shop'])
  expect(box.instances().map(one => one.DBInstanceIdentifier)).toEqual(['shop-1', 'shop-2'])
  expect(box.desk.account().endpoints).toHaveLength(1)
  expect(box.desk.account().deployments).toHaveLength(0)
})

test('Aurora MySQL tells its binlog coordinates under the name its green writer had', async () => {
  const box = openBox({clusters: [{name: 'shop', engine: 'aurora-mysql'}]})
  await box.switched('cluster', 'shop')
  expect(box.events().at(-1)).toMatch(
    /^shop-1-green-\w{6}: Binary log coordinates in green environment after switchover: file \S+ and position \d+$/
  )
})
