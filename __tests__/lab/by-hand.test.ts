// The two guides people follow (seeds 000 and 001), call by call, as somebody would by hand.
import {describe, expect, test} from '@jest/globals'
import {minutes, openBox, refused} from './box.ts'

const on = {ParameterName: 'rds.logical_replication', ParameterValue: '1', ApplyMethod: 'pending-reboot'} as const
const combination = 'InvalidParameterCombination 400'

describe('RDS for PostgreSQL 14 to 15, with a read replica', () => {
  const seed = {instances: [{name: 'orders', engine: 'postgres', version: '14.17', group: 'default.postgres14', replicas: ['orders-r1']}]}
  const request = {TargetEngineVersion: '15.12', TargetDBParameterGroupName: 'parameter-group-15'}

  test('a custom group on both sides, a reboot of everything, then the deployment', async () => {
    const box = openBox(seed)
    for (const major of ['14', '15']) {
      const DBParameterGroupName = `parameter-group-${major}`
      await box.write('CreateDBParameterGroup', {DBParameterGroupName, DBParameterGroupFamily: `postgres${major}`, Description: 'x'})
      await box.write('ModifyDBParameterGroup', {DBParameterGroupName, Parameters: [on]})
    }
    expect(await refused(box.create('db', 'orders', request))).toBe(combination) // L-02
    for (const DBInstanceIdentifier of ['orders-r1', 'orders'])
      await box.write('ModifyDBInstance', {DBInstanceIdentifier, DBParameterGroupName: 'parameter-group-14'})
    expect(await refused(box.create('db', 'orders', request))).toBe(combination) // L-03
    for (const DBInstanceIdentifier of ['orders-r1', 'orders']) {
      await box.write('RebootDBInstance', {DBInstanceIdentifier})
      await box.pass(5 * minutes)
    }
    await box.switched('db', 'orders', request)
    expect(['orders', 'orders-r1', 'orders-old1'].map(name => box.instance(name).EngineVersion)).toEqual(['15.12', '15.12', '14.17'])
    expect(box.instance('orders').DBParameterGroups).toEqual([
      {DBParameterGroupName: 'parameter-group-15', ParameterApplyStatus: 'in-sync'}
    ])
  })
})

describe('Aurora PostgreSQL 12 to 14', () => {
  const cluster = (version: string) => ({clusters: [{name: 'main-cluster', version, group: 'default.aurora-postgresql12'}]})
  const request = {TargetEngineVersion: '14.10', TargetDBClusterParameterGroupName: 'default.aurora-postgresql14'}
  const wanted = {max_replication_slots: '25', max_wal_senders: '25', max_logical_replication_workers: '25', max_worker_processes: '50'}

  const prepare = async (box: ReturnType<typeof openBox>) => {
    const DBClusterParameterGroupName = 'cluster-parameter-group'
    const group = {DBClusterParameterGroupName, DBParameterGroupFamily: 'aurora-postgresql12', Description: 'x'}
    await box.write('CreateDBClusterParameterGroup', group)
    const rest = Object.entries(wanted).map(([ParameterName, ParameterValue]) => ({...on, ParameterName, ParameterValue}))
    await box.write('ModifyDBClusterParameterGroup', {DBClusterParameterGroupName, Parameters: [on, ...rest]})
    await box.write('ModifyDBCluster', {DBClusterIdentifier: 'main-cluster', DBClusterParameterGroupName})
    await box.write('RebootDBInstance', {DBInstanceIdentifier: 'main-cluster-1'})
    await box.pass(5 * minutes)
  }

  test('12.14 is refused (AP-01)', async () => {
    const box = openBox(cluster('12.14'))
    await prepare(box)
    expect(await refused(box.create('cluster', 'main-cluster', request))).toBe('SourceClusterNotSupportedFault 400')
  })

  test('12.16 goes to 14.10, though only its writer was rebooted (A-14)', async () => {
    const box = openBox(cluster('12.16'))
    expect(await refused(box.create('cluster', 'main-cluster', request))).toBe(combination)
    await prepare(box)
    expect(box.clusters()[0]?.DBClusterMembers.map(one => one.DBClusterParameterGroupStatus)).toEqual(['in-sync', 'pending-reboot'])
    await box.switched('cluster', 'main-cluster', request)
    const now = box.clusters().map(one => [one.DBClusterIdentifier, one.EngineVersion, one.DBClusterParameterGroup])
    expect(now).toEqual([
      ['main-cluster-old1', '12.16', 'cluster-parameter-group'],
      ['main-cluster', '14.10', 'default.aurora-postgresql14']
    ])
  })
})
