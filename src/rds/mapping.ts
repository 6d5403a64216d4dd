/** From AWS's shapes to ours. What RDS left out stays undefined; an entry without its identity is not an entry. */
import type {BlueGreenDeployment, DBCluster, DBInstance, Tag} from '@aws-sdk/client-rds'
import type {Database} from '../domain/database.ts'
import type {Deployment, Tags} from '../domain/deployment.ts'
import {known, unknown} from '../domain/known.ts'
import {traitsOfCluster, traitsOfInstance} from './traits.ts'

export function tagsOf(list: readonly Tag[] | undefined): Tags {
  const tags = new Map<string, string>()
  for (const {Key, Value} of list ?? []) if (Key !== undefined) tags.set(Key, Value ?? '')
  return tags
}

export function deploymentOf(one: BlueGreenDeployment): Deployment | undefined {
  if (one.BlueGreenDeploymentIdentifier === undefined) return undefined
  return {
    id: one.BlueGreenDeploymentIdentifier,
    name: one.BlueGreenDeploymentName ?? '',
    status: one.Status ?? '',
    statusDetails: one.StatusDetails,
    source: one.Source ?? '',
    target: one.Target,
    members: (one.SwitchoverDetails ?? []).map(member => ({
      source: member.SourceMember,
      target: member.TargetMember,
      status: member.Status
    })),
    tasks: one.Tasks?.map(task => ({name: task.Name ?? '', status: task.Status ?? ''})),
    createTime: one.CreateTime,
    tags: one.TagList === undefined ? unknown('RDS did not list the tags') : known(tagsOf(one.TagList))
  }
}

const ABSENT_EVERYWHERE = {
  readerEndpoint: undefined,
  cluster: undefined,
  replicaOf: undefined,
  replicas: [],
  members: [],
  customEndpoints: [],
  globalCluster: undefined,
  instanceClass: undefined,
  storageThroughput: undefined,
  storageConfigUpgradeAvailable: undefined,
  storageOperation: undefined,
  parameterApplyStatus: undefined
} as const

export function instanceOf(one: DBInstance): Database | undefined {
  if (one.DBInstanceIdentifier === undefined || one.DbiResourceId === undefined || one.DBInstanceArn === undefined) return undefined
  const group = one.DBParameterGroups?.[0]
  const percent =
    one.StorageOperationPercentProgress ?? (one.PercentProgress === undefined ? undefined : Number.parseInt(one.PercentProgress, 10))
  return {
    ...ABSENT_EVERYWHERE,
    kind: 'instance',
    name: one.DBInstanceIdentifier,
    arn: one.DBInstanceArn,
    resourceId: one.DbiResourceId,
    status: one.DBInstanceStatus ?? '',
    createdAt: one.InstanceCreateTime,
    engine: one.Engine ?? '',
    engineVersion: one.EngineVersion ?? '',
    endpoint: one.Endpoint?.Address,
    port: one.Endpoint?.Port ?? one.DbInstancePort,
    parameterGroup: group?.DBParameterGroupName,
    parameterApplyStatus: group?.ParameterApplyStatus,
    instanceClass: one.DBInstanceClass,
    storageType: one.StorageType,
    allocatedStorage: one.AllocatedStorage,
    iops: one.Iops,
    storageThroughput: one.StorageThroughput,
    kmsKeyId: one.KmsKeyId,
    storageEncrypted: one.StorageEncrypted,
    storageConfigUpgradeAvailable: one.IsStorageConfigUpgradeAvailable,
    storageOperation: one.StorageOperationStatus === undefined ? undefined : {status: one.StorageOperationStatus, percent},
    deletionProtection: one.DeletionProtection,
    replicaOf: one.ReadReplicaSourceDBInstanceIdentifier,
    replicas: one.ReadReplicaDBInstanceIdentifiers ?? [],
    cluster: one.DBClusterIdentifier,
    tags: one.TagList === undefined ? undefined : tagsOf(one.TagList),
    traits: traitsOfInstance(one)
  }
}

export function clusterOf(one: DBCluster): Database | undefined {
  if (one.DBClusterIdentifier === undefined || one.DbClusterResourceId === undefined || one.DBClusterArn === undefined) return undefined
  return {
    ...ABSENT_EVERYWHERE,
    kind: 'cluster',
    name: one.DBClusterIdentifier,
    arn: one.DBClusterArn,
    resourceId: one.DbClusterResourceId,
    createdAt: one.ClusterCreateTime,
    status: one.Status ?? '',
    engine: one.Engine ?? '',
    engineVersion: one.EngineVersion ?? '',
    endpoint: one.Endpoint,
    readerEndpoint: one.ReaderEndpoint,
    port: one.Port,
    parameterGroup: one.DBClusterParameterGroup,
    storageType: one.StorageType,
    allocatedStorage: one.AllocatedStorage,
    iops: one.Iops,
    kmsKeyId: one.KmsKeyId,
    storageEncrypted: one.StorageEncrypted,
    deletionProtection: one.DeletionProtection,
    replicaOf: one.ReplicationSourceIdentifier,
    replicas: one.ReadReplicaIdentifiers ?? [],
    members: (one.DBClusterMembers ?? []).flatMap(member =>
      member.DBInstanceIdentifier === undefined
        ? []
        : [
            {
              name: member.DBInstanceIdentifier,
              writer: member.IsClusterWriter === true,
              clusterGroupStatus: member.DBClusterParameterGroupStatus
            }
          ]
    ),
    customEndpoints: one.CustomEndpoints ?? [],
    globalCluster: one.GlobalClusterIdentifier,
    tags: one.TagList === undefined ? undefined : tagsOf(one.TagList),
    traits: traitsOfCluster(one)
  }
}
