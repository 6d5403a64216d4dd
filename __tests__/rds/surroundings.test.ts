/** What stands around a database, from RDS's own shapes: every field that is left out means nothing, and no more. */
import {describe, expect, test} from '@jest/globals'
import {
  customEndpoints,
  engineVersions,
  integrationsOf,
  orderable,
  pendingMaintenance,
  proxyTargets,
  quotas
} from '../../src/rds/surroundings.ts'
import {database} from '../phases/builders.ts'
import {scripted, thrown} from './scripted.ts'

const notFound = (name: string): Error => thrown(name, 404)
const of = (answer: object) => scripted(() => answer).look

describe('classes', () => {
  const option = {
    DBInstanceClass: 'db.m7g.large',
    StorageType: 'gp3',
    MinStorageSize: 20,
    MaxStorageSize: 65536,
    MinIopsPerDbInstance: 3000,
    MaxIopsPerDbInstance: 64000,
    MinStorageThroughputPerDbInstance: 125,
    MaxStorageThroughputPerDbInstance: 4000
  }
  const read = {
    storageType: 'gp3',
    storage: {from: 20, to: 65536},
    iops: {from: 3000, to: 64000},
    throughput: {from: 125, to: 4000}
  }
  const answer = {OrderableDBInstanceOptions: [option, {...option, DBInstanceClass: 'db.t3.micro'}, {DBInstanceClass: 'db.r7g.large'}]}
  test('up to two are asked for one by one, and more at once', async () => {
    const {look, asked} = scripted(() => answer)
    const two = await orderable(look, 'postgres', '16.8', ['db.m7g.large', 'db.x2g.large'])
    expect([...two]).toEqual([
      ['db.m7g.large', [read, read]],
      ['db.x2g.large', []]
    ])
    expect(asked.map(one => one.input)).toEqual([
      {Engine: 'postgres', EngineVersion: '16.8', DBInstanceClass: 'db.m7g.large'},
      {Engine: 'postgres', EngineVersion: '16.8', DBInstanceClass: 'db.x2g.large'}
    ])
    const {look: other, asked: once} = scripted(() => answer)
    const three = await orderable(other, 'postgres', '16.8', ['db.m7g.large', 'db.t3.micro', 'db.r7g.large'])
    expect(once.map(one => one.input)).toEqual([{Engine: 'postgres', EngineVersion: '16.8'}])
    expect(three.get('db.r7g.large')?.[0]?.iops).toEqual({from: undefined, to: undefined})
    expect((await orderable(of({}), 'postgres', '16.8', ['db.m7g.large'])).get('db.m7g.large')).toEqual([])
  })
})

describe('proxies', () => {
  const mine = [database({name: 'Orders'})]
  const targets = (...Targets: readonly object[]) =>
    scripted(({operation}) => (operation === 'DescribeDBProxies' ? {DBProxies: [{DBProxyName: 'shop'}, {}]} : {Targets})).look
  test.each([
    ['by its name', {RdsResourceId: 'orders', TargetHealth: {State: 'AVAILABLE'}}, [['orders', 'AVAILABLE', '']]],
    [
      'by its cluster',
      {TrackedClusterId: 'orders', TargetHealth: {State: 'UNAVAILABLE', Reason: 'AUTH_FAILURE'}},
      [['orders', 'UNAVAILABLE', 'AUTH_FAILURE']]
    ],
    [
      'in words where there are words',
      {RdsResourceId: 'orders', TargetHealth: {State: 'UNAVAILABLE', Reason: 'AUTH_FAILURE', Description: 'no password'}},
      [['orders', 'UNAVAILABLE', 'no password']]
    ],
    ['by its ARN, with no word of its health', {TargetArn: 'arn:aws:rds:eu-west-1:123456789012:db:orders'}, [['orders', '', '']]],
    ['another database', {RdsResourceId: 'billing'}, []],
    ['nothing', {}, []]
  ])('%s', async (_what, target, expected) => {
    const found = await proxyTargets(targets(target), mine)
    expect(found.map(one => [one.database, one.health, one.because])).toEqual(expected)
    expect(found.every(one => one.proxy === 'shop')).toBe(true)
  })
  test('one that is deleted in between has no targets; one that may not be read is no empty list', async () => {
    const gone = scripted(({operation}) =>
      operation === 'DescribeDBProxies' ? {DBProxies: [{DBProxyName: 'shop'}]} : notFound('DBProxyNotFoundFault')
    )
    expect(await proxyTargets(gone.look, mine)).toEqual([])
    expect(await proxyTargets(of({}), mine)).toEqual([])
    const denied = scripted(({operation}) =>
      operation === 'DescribeDBProxies' ? {DBProxies: [{DBProxyName: 'shop'}]} : thrown('AccessDenied', 403)
    )
    await expect(proxyTargets(denied.look, mine)).rejects.toHaveProperty('fault.kind', 'denied')
  })
})

test('integrations by the ARN of what they read', async () => {
  const arn = 'arn:aws:rds:eu-west-1:123456789012:cluster:shop'
  const {look, asked} = scripted(() => ({
    Integrations: [
      {IntegrationName: 'to-redshift', Status: 'active'},
      {IntegrationArn: 'arn:aws:rds:eu-west-1:123456789012:integration:a1'},
      {}
    ]
  }))
  expect(await integrationsOf(look, [arn])).toEqual([
    {name: 'to-redshift', status: 'active'},
    {name: 'a1', status: ''},
    {name: '', status: ''}
  ])
  expect(asked).toEqual([{operation: 'DescribeIntegrations', input: {Filters: [{Name: 'source-arn', Values: [arn]}]}}])
  expect([await integrationsOf(of({}), [arn]), await integrationsOf(of(notFound('IntegrationNotFoundFault')), [arn])]).toEqual([[], []])
})

test('of the endpoints of a cluster those that people have made', async () => {
  const {look, asked} = scripted(() => ({
    DBClusterEndpoints: [
      {EndpointType: 'WRITER', DBClusterEndpointIdentifier: 'w'},
      {EndpointType: 'CUSTOM', DBClusterEndpointIdentifier: 'reports', StaticMembers: ['shop-2'], ExcludedMembers: ['shop-3']},
      {EndpointType: 'CUSTOM'}
    ]
  }))
  expect(await customEndpoints(look, 'shop')).toEqual([
    {name: 'reports', staticMembers: ['shop-2'], excludedMembers: ['shop-3']},
    {name: '', staticMembers: [], excludedMembers: []}
  ])
  expect(asked.map(one => one.input)).toEqual([{DBClusterIdentifier: 'shop'}])
  expect(await customEndpoints(of({}), 'shop')).toEqual([])
})

test('what waits to be maintained, asked by the kind of the database', async () => {
  const answer = {
    PendingMaintenanceActions: [
      {
        ResourceIdentifier: 'arn:aws:rds:eu-west-1:123456789012:db:orders',
        PendingMaintenanceActionDetails: [{Action: 'system-update', Description: 'New OS'}, {}]
      },
      {PendingMaintenanceActionDetails: [{Action: 'ca-certificate-rotation'}]},
      {}
    ]
  }
  const {look, asked} = scripted(() => answer)
  expect(await pendingMaintenance(look, database())).toEqual([
    {database: 'orders', action: 'system-update', description: 'New OS'},
    {database: 'orders', action: '', description: ''},
    {database: '', action: 'ca-certificate-rotation', description: ''}
  ])
  await pendingMaintenance(look, database({kind: 'cluster', name: 'shop'}))
  expect(asked.map(one => one.input)).toEqual([
    {Filters: [{Name: 'db-instance-id', Values: ['orders']}]},
    {Filters: [{Name: 'db-cluster-id', Values: ['shop']}]}
  ])
  expect([
    await pendingMaintenance(of({}), database()),
    await pendingMaintenance(of(notFound('ResourceNotFoundFault')), database())
  ]).toEqual([[], []])
})

test('quotas by the name of RDS', async () => {
  const AccountQuotas = [
    {AccountQuotaName: 'DBInstances', Used: 3, Max: 40},
    {AccountQuotaName: 'DBClusters', Max: 40},
    {Used: 1, Max: 2},
    {AccountQuotaName: 'Odd', Used: 1}
  ]
  expect([...(await quotas(of({AccountQuotas})))]).toEqual([
    ['DBInstances', {used: 3, max: 40}],
    ['DBClusters', {used: 0, max: 40}]
  ])
  expect((await quotas(of({}))).size).toBe(0)
})

test('versions of an engine, deprecated ones as well', async () => {
  const {look, asked} = scripted(() => ({
    DBEngineVersions: [
      {
        EngineVersion: '14.17',
        DBParameterGroupFamily: 'postgres14',
        Status: 'deprecated',
        ValidUpgradeTarget: [
          {EngineVersion: '14.18', IsMajorVersionUpgrade: false},
          {EngineVersion: '15.1', IsMajorVersionUpgrade: true},
          {},
          {EngineVersion: '14.19'}
        ]
      },
      {EngineVersion: '14.99'},
      {}
    ]
  }))
  expect(await engineVersions(look, 'postgres', '14.17')).toEqual([
    {
      version: '14.17',
      family: 'postgres14',
      status: 'deprecated',
      targets: [
        {version: '14.18', isMajor: false},
        {version: '15.1', isMajor: true},
        {version: '14.19', isMajor: false}
      ]
    },
    {version: '14.99', family: undefined, status: undefined, targets: []}
  ])
  await engineVersions(look, 'postgres')
  expect(asked.map(one => one.input)).toEqual([
    {Engine: 'postgres', EngineVersion: '14.17', IncludeAll: true},
    {Engine: 'postgres', IncludeAll: true}
  ])
  expect(await engineVersions(of({}), 'postgres')).toEqual([])
})
