/** The traits of a database, from AWS's shapes. */
import type {DBCluster, DBInstance} from '@aws-sdk/client-rds'
import type {Traits} from '../domain/traits.ts'
import {NO_TRAITS} from '../domain/traits.ts'

const namesOf = (pending: object | undefined): readonly string[] =>
  Object.entries(pending ?? {}).flatMap(([name, value]) => (value === undefined || value === null ? [] : [name]))

/** The common fields, which AWS calls the same in both. */
const common = (one: DBInstance | DBCluster) => ({
  hasManagedPassword: one.MasterUserSecret !== undefined,
  backupRetentionDays: one.BackupRetentionPeriod,
  roleFeatures: (one.AssociatedRoles ?? []).map(role => role.FeatureName ?? ''),
  usesIamAuthentication: one.IAMDatabaseAuthenticationEnabled,
  isMultiAz: one.MultiAZ,
  pendingChanges: namesOf(one.PendingModifiedValues),
  upgradesMinorVersionsItself: one.AutoMinorVersionUpgrade,
  hasActivityStream: one.ActivityStreamStatus === 'started' || one.ActivityStreamStatus === 'starting',
  hasPerformanceInsights: one.PerformanceInsightsEnabled,
  exportedLogs: one.EnabledCloudwatchLogsExports ?? []
})

function replicationOf({StatusInfos}: DBInstance): Traits['replication'] {
  const info = StatusInfos?.find(one => one.StatusType === 'read replication')
  return info === undefined ? undefined : {status: info.Status ?? '', isNormal: info.Normal !== false, message: info.Message ?? ''}
}

export const traitsOfInstance = (one: DBInstance): Traits => ({
  ...NO_TRAITS,
  ...common(one),
  hasDedicatedLogVolume: one.DedicatedLogVolume,
  replication: replicationOf(one),
  optionGroup: one.OptionGroupMemberships?.[0]?.OptionGroupName,
  maxAllocatedStorage: one.MaxAllocatedStorage
})

export const traitsOfCluster = (one: DBCluster): Traits => ({
  ...NO_TRAITS,
  ...common(one),
  backtrackSeconds: one.BacktrackWindow,
  engineMode: one.EngineMode,
  isServerlessV2: one.ServerlessV2ScalingConfiguration !== undefined,
  isLimitless: one.ClusterScalabilityType === 'limitless',
  isExpress: one.VPCNetworkingEnabled === false || one.InternetAccessGatewayEnabled === true,
  hasDataApi: one.HttpEndpointEnabled,
  forwardsGlobalWrites: one.GlobalWriteForwardingStatus === 'enabled' || one.GlobalWriteForwardingStatus === 'enabling'
})
