// What stands around databases: proxies, integrations, global clusters, endpoints, maintenance, option groups, roles, quotas.
import {describe, expect, test} from '@jest/globals'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {openBox, refused} from './box.ts'

const seed: AccountSeed = {
  instances: [{name: 'orders', engine: 'mysql', replicas: ['orders-r1']}],
  clusters: [{name: 'shop', endpoints: ['reports', {name: 'batch', type: 'ANY', members: ['shop-2']}]}, {name: 'world-eu'}],
  proxies: [
    {name: 'pool', instances: ['orders']},
    {name: 'shop-pool', clusters: ['shop'], health: 'UNAVAILABLE', reason: 'UNREACHABLE'}
  ],
  integrations: [{name: 'to-redshift', source: 'shop'}],
  globalClusters: [{name: 'world', members: ['world-eu', 'arn:aws:rds:us-east-1:123456789012:cluster:world-us']}],
  maintenance: [{on: 'orders', action: 'db-upgrade', description: 'Automatic minor version upgrade'}],
  optionGroups: [
    {OptionGroupName: 'audit', EngineName: 'mysql', MajorEngineVersion: '8.0', Options: [{OptionName: 'MARIADB_AUDIT_PLUGIN'}]}
  ]
}
const box = openBox(seed)

describe('proxies', () => {
  test('the proxies, the target group of each, and what they route to', async () => {
    expect((await box.read('DescribeDBProxies', {})).DBProxies?.map(one => one.DBProxyName)).toEqual(['pool', 'shop-pool'])
    const groups = await box.read('DescribeDBProxyTargetGroups', {DBProxyName: 'pool'})
    expect(groups.TargetGroups).toMatchObject([{TargetGroupName: 'default', IsDefault: true}])
    const instance = await box.read('DescribeDBProxyTargets', {DBProxyName: 'pool'})
    expect(instance.Targets).toMatchObject([{RdsResourceId: 'orders', Type: 'RDS_INSTANCE', TargetHealth: {State: 'AVAILABLE'}}])
    const cluster = await box.read('DescribeDBProxyTargets', {DBProxyName: 'shop-pool'})
    expect(cluster.Targets?.map(one => [one.Type, one.RdsResourceId, one.TrackedClusterId, one.Role, one.TargetHealth?.State])).toEqual([
      ['TRACKED_CLUSTER', 'shop', 'shop', undefined, undefined],
      ['RDS_INSTANCE', 'shop-1', 'shop', 'READ_WRITE', 'UNAVAILABLE'],
      ['RDS_INSTANCE', 'shop-2', 'shop', 'READ_ONLY', 'UNAVAILABLE']
    ])
  })

  test.each([
    ['DescribeDBProxies', {DBProxyName: 'none'}, 'DBProxyNotFoundFault 404'],
    ['DescribeDBProxyTargets', {DBProxyName: 'none'}, 'DBProxyNotFoundFault 404'],
    ['DescribeDBProxyTargets', {DBProxyName: 'pool', TargetGroupName: 'mine'}, 'DBProxyTargetGroupNotFoundFault 404'],
    ['DescribeDBProxyTargetGroups', {DBProxyName: 'none'}, 'DBProxyNotFoundFault 404']
  ] as const)('%s %p', async (operation, input, fault) => {
    expect(await refused(box.read(operation, input))).toBe(fault)
  })

  test('after a switchover the target is the new production, under the same name (facts 1.9)', async () => {
    const switched = openBox(seed)
    const before = switched.instance('orders').DbiResourceId
    await switched.switched('db', 'orders')
    const [target] = (await switched.read('DescribeDBProxyTargets', {DBProxyName: 'pool'})).Targets ?? []
    expect([target?.RdsResourceId, switched.instance('orders').DbiResourceId === before]).toEqual(['orders', false])
  })
})

describe('what else is around', () => {
  test('integrations', async () => {
    const found = await box.read('DescribeIntegrations', {Filters: [{Name: 'source-arn', Values: [box.arn('cluster', 'shop')]}]})
    expect(found.Integrations).toMatchObject([{IntegrationName: 'to-redshift', Status: 'active'}])
    expect(await refused(box.read('DescribeIntegrations', {IntegrationIdentifier: 'none'}))).toBe('IntegrationNotFoundFault 404')
  })

  test('global clusters, and the member that says so itself', async () => {
    const [world] = (await box.read('DescribeGlobalClusters', {Filters: [{Name: 'region', Values: ['us-east-1']}]})).GlobalClusters ?? []
    expect(world?.GlobalClusterMembers?.map(one => one.IsWriter)).toEqual([true, false])
    expect(box.clusters()[1]?.GlobalClusterIdentifier).toBe('world')
    const elsewhere = [{Name: 'region', Values: ['ap-south-1']}]
    expect((await box.read('DescribeGlobalClusters', {Filters: elsewhere})).GlobalClusters).toEqual([])
    expect(await refused(box.read('DescribeGlobalClusters', {GlobalClusterIdentifier: 'none'}))).toBe('GlobalClusterNotFoundFault 404')
  })

  test('endpoints of a cluster: writer, reader, custom ones with their lists (A-04)', async () => {
    const found = await box.read('DescribeDBClusterEndpoints', {DBClusterIdentifier: 'shop'})
    expect(found.DBClusterEndpoints?.map(one => [one.EndpointType, one.DBClusterEndpointIdentifier, one.StaticMembers])).toEqual([
      ['WRITER', undefined, undefined],
      ['READER', undefined, undefined],
      ['CUSTOM', 'reports', undefined],
      ['CUSTOM', 'batch', ['shop-2']]
    ])
    const custom = await box.read('DescribeDBClusterEndpoints', {Filters: [{Name: 'db-cluster-endpoint-type', Values: ['custom']}]})
    expect(custom.DBClusterEndpoints).toHaveLength(2)
    expect(await refused(box.read('DescribeDBClusterEndpoints', {DBClusterIdentifier: 'none'}))).toBe('DBClusterNotFoundFault 404')
  })

  test('announced maintenance, by name, by ARN, and of a database that has none (G-45)', async () => {
    const asked = async (name: string) => {
      const found = await box.read('DescribePendingMaintenanceActions', {Filters: [{Name: 'db-instance-id', Values: [name]}]})
      return found.PendingMaintenanceActions?.flatMap(one => one.PendingMaintenanceActionDetails?.map(action => action.Action))
    }
    expect([await asked('orders'), await asked(box.arn('db', 'orders')), await asked('orders-r1')]).toEqual([
      ['db-upgrade'],
      ['db-upgrade'],
      []
    ])
    const gone = box.read('DescribePendingMaintenanceActions', {ResourceIdentifier: box.arn('db', 'none')})
    expect(await refused(gone)).toBe('ResourceNotFoundFault 404')
  })

  test('option groups: those of RDS, and one that somebody made (M-05)', async () => {
    const all = await box.read('DescribeOptionGroups', {EngineName: 'mysql', MajorEngineVersion: '8.0'})
    expect(all.OptionGroupsList?.map(one => one.OptionGroupName)).toEqual(['default:mysql-8-0', 'audit'])
    expect(box.instance('orders').OptionGroupMemberships).toEqual([{OptionGroupName: 'default:mysql-8-0', Status: 'in-sync'}])
    expect(await refused(box.read('DescribeOptionGroups', {OptionGroupName: 'none'}))).toBe('OptionGroupNotFoundFault 404')
  })

  test('a major upgrade has the default option group of its version', async () => {
    const upgraded = openBox(seed)
    await upgraded.switched('db', 'orders', {TargetEngineVersion: '8.4.6', TargetDBParameterGroupName: 'default.mysql8.4'})
    expect(upgraded.instance('orders').OptionGroupMemberships?.[0]?.OptionGroupName).toBe('default:mysql-8-4')
  })

  test('quotas, and how much of them is used (G-36)', async () => {
    const {AccountQuotas = []} = await box.read('DescribeAccountAttributes', {})
    const quota = (name: string) => AccountQuotas.find(one => one.AccountQuotaName === name)
    expect([quota('DBInstances'), quota('DBClusters'), quota('AllocatedStorage')]).toMatchObject([
      {Used: 6, Max: 40},
      {Used: 2, Max: 40},
      {Used: 200, Max: 100_000}
    ])
  })
})

describe('roles (G-18)', () => {
  const RoleArn = 'arn:aws:iam::123456789012:role/import'

  test('added to an instance; no role comes along to green', async () => {
    const own = openBox(seed)
    const add = (FeatureName: string, arn = RoleArn) =>
      refused(own.write('AddRoleToDBInstance', {DBInstanceIdentifier: 'orders', RoleArn: arn, FeatureName}))
    expect([await add('S3_INTEGRATION'), await add('S3_INTEGRATION')]).toEqual([
      'answered',
      expect.stringMatching(/^DBInstanceRoleAlreadyExists/)
    ])
    expect(own.instance('orders').AssociatedRoles).toEqual([{RoleArn, FeatureName: 'S3_INTEGRATION', Status: 'ACTIVE'}])
    await own.switched('db', 'orders')
    expect(own.instance('orders').AssociatedRoles).toEqual([])
  })

  test('at most five of a cluster, that must be available', async () => {
    const own = openBox({clusters: [{name: 'shop'}, {name: 'busy', status: 'modifying'}]})
    const add = (DBClusterIdentifier: string, number: number) =>
      refused(own.write('AddRoleToDBCluster', {DBClusterIdentifier, RoleArn: `${RoleArn}-${number}`, FeatureName: 's3Import'}))
    for (let number = 0; number < 5; number++) expect(await add('shop', number)).toBe('answered')
    expect(await add('shop', 5)).toMatch(/^DBClusterRoleQuotaExceeded/)
    expect(await add('busy', 0)).toBe('InvalidDBClusterStateFault 400')
    expect(await add('none', 0)).toBe('DBClusterNotFoundFault 404')
  })

  test('who may not pass the role may not add it', async () => {
    const own = openBox(seed, {denied: ['iam:PassRole']})
    const add = own.write('AddRoleToDBInstance', {DBInstanceIdentifier: 'orders', RoleArn, FeatureName: 'S3_INTEGRATION'})
    expect(await refused(add)).toBe('AccessDenied 403')
  })

  test('who may not tag may make a parameter group without tags', async () => {
    const own = openBox(seed, {denied: ['rds:AddTagsToResource']})
    const make = (DBParameterGroupName: string, Tags: {Key: string; Value: string}[]) =>
      refused(own.write('CreateDBParameterGroup', {DBParameterGroupName, DBParameterGroupFamily: 'mysql8.4', Description: 'x', Tags}))
    expect([await make('a', [{Key: 'k', Value: 'v'}]), await make('b', [])]).toEqual(['AccessDenied 403', 'answered'])
  })
})
