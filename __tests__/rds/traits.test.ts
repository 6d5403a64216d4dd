/** The traits of a database from AWS's own fields: one field of RDS, one trait; what RDS leaves out is nothing, and not false. */
import {expect, test} from '@jest/globals'
import {NO_TRAITS} from '../../src/domain/traits.ts'
import {traitsOfCluster, traitsOfInstance} from '../../src/rds/traits.ts'

const COMMON: readonly (readonly [object, object])[] = [
  [{}, {}],
  [{MasterUserSecret: {}}, {hasManagedPassword: true}],
  [{BackupRetentionPeriod: 0}, {backupRetentionDays: 0}],
  [{AssociatedRoles: [{FeatureName: 's3Import'}, {}]}, {roleFeatures: ['s3Import', '']}],
  [{IAMDatabaseAuthenticationEnabled: true}, {usesIamAuthentication: true}],
  [{MultiAZ: false}, {isMultiAz: false}],
  [{PendingModifiedValues: {DBInstanceClass: 'db.r6g.large', Port: undefined, Iops: null}}, {pendingChanges: ['DBInstanceClass']}],
  [{AutoMinorVersionUpgrade: true}, {upgradesMinorVersionsItself: true}],
  [{ActivityStreamStatus: 'started'}, {hasActivityStream: true}],
  [{ActivityStreamStatus: 'starting'}, {hasActivityStream: true}],
  [{ActivityStreamStatus: 'stopped'}, {hasActivityStream: false}],
  [{PerformanceInsightsEnabled: true}, {hasPerformanceInsights: true}],
  [{EnabledCloudwatchLogsExports: ['postgresql']}, {exportedLogs: ['postgresql']}]
]

test.each(COMMON)('of both, %j', (shown, traits) => {
  expect(traitsOfInstance(shown)).toEqual({...NO_TRAITS, ...traits})
  expect(traitsOfCluster(shown)).toEqual({...NO_TRAITS, ...traits})
})

const replication = (info: object) => ({
  StatusInfos: [
    {StatusType: 'other', Status: 'x'},
    {StatusType: 'read replication', ...info}
  ]
})

test.each([
  [{DedicatedLogVolume: true}, {hasDedicatedLogVolume: true}],
  [{OptionGroupMemberships: [{OptionGroupName: 'audit'}, {OptionGroupName: 'x'}]}, {optionGroup: 'audit'}],
  [{OptionGroupMemberships: []}, {}],
  [{MaxAllocatedStorage: 500}, {maxAllocatedStorage: 500}],
  [{StatusInfos: [{StatusType: 'other', Status: 'x'}]}, {}],
  [replication({Status: 'replicating', Normal: true}), {replication: {status: 'replicating', isNormal: true, message: ''}}],
  [replication({Normal: false, Message: 'stopped'}), {replication: {status: '', isNormal: false, message: 'stopped'}}],
  // Not said: no reason to think ill of it.
  [replication({}), {replication: {status: '', isNormal: true, message: ''}}]
])('of an instance, %j', (shown, traits) => expect(traitsOfInstance(shown)).toEqual({...NO_TRAITS, ...traits}))

test.each([
  [{BacktrackWindow: 3600}, {backtrackSeconds: 3600}],
  [{EngineMode: 'provisioned'}, {engineMode: 'provisioned'}],
  [{ServerlessV2ScalingConfiguration: {}}, {isServerlessV2: true}],
  [{ClusterScalabilityType: 'limitless'}, {isLimitless: true}],
  [{ClusterScalabilityType: 'standard'}, {}],
  [{VPCNetworkingEnabled: false}, {isExpress: true}],
  [{VPCNetworkingEnabled: true}, {}],
  [{InternetAccessGatewayEnabled: true}, {isExpress: true}],
  [{InternetAccessGatewayEnabled: false}, {}],
  [{HttpEndpointEnabled: false}, {hasDataApi: false}],
  [{GlobalWriteForwardingStatus: 'enabled'}, {forwardsGlobalWrites: true}],
  [{GlobalWriteForwardingStatus: 'enabling'}, {forwardsGlobalWrites: true}],
  [{GlobalWriteForwardingStatus: 'disabled'}, {}]
] as const)('of a cluster, %j', (shown, traits) => expect(traitsOfCluster(shown)).toEqual({...NO_TRAITS, ...traits}))
