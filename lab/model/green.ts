/** Green's twin of one blue member: what is copied, what is not (facts 1.9, "copied to green"), and what the request changes (2.1, S-05). */
import type {Dice} from '../dice.ts'
import type {Account, Cluster, CustomEndpoint, Deployment, Hidden, Instance, Pair, Resource} from './account.ts'
import {arnOf} from './account.ts'
import {targetGroups} from './create-checks.ts'
import {endpointOf} from './naming.ts'
import {add, findById, nameOf, put, showCluster, showInstance} from './resources.ts'
import {sourceOf} from './source.ts'

function hiddenOf(blue: Resource, name: string, now: number): Hidden {
  // A new database: its groups are in effect from the start.
  const {applied: _applied, ...hidden} = blue.hidden
  return {
    ...hidden,
    named: [{name, since: now}],
    renamedAt: undefined,
    troubles: [],
    connections: undefined,
    lag: undefined,
    writable: false,
    logs: []
  }
}

/** The green twin of the blue resource with that id, once it exists. */
function twinOf(account: Account, deployment: Deployment, of: (blue: Resource) => boolean): Resource | undefined {
  for (const pair of deployment.pairs) {
    const blue = findById(account, pair.kind, pair.blue)
    if (blue !== undefined && of(blue)) return findById(account, pair.kind, pair.green)
  }
  return undefined
}

export function greenTwin(account: Account, deployment: Deployment, pair: Pair, blue: Resource, now: number, dice: Dice): Account {
  if (blue.kind === 'instance')
    return blue.shown.DBClusterIdentifier === undefined
      ? greenInstance(account, deployment, pair, blue, now, dice)
      : greenClusterInstance(account, deployment, pair, blue, now)
  return blue.kind === 'cluster' ? greenCluster(account, deployment, pair, blue, now) : greenEndpoint(account, deployment, pair, blue, now)
}

const keyFor = (deployment: Deployment, arn: string): object => {
  const key = deployment.request.TargetResourceConfigurations?.find(one => one.SourceArn === arn)?.TargetKmsKeyId
  return key === undefined ? {} : {KmsKeyId: key, StorageEncrypted: true}
}

const plainOf = (
  blue: Instance
): Omit<
  Instance['shown'],
  'StatusInfos' | 'StorageOperationStatus' | 'StorageOperationPercentProgress' | 'ReadReplicaSourceDBInstanceIdentifier'
> => {
  const {
    StatusInfos: _a,
    StorageOperationStatus: _b,
    StorageOperationPercentProgress: _c,
    ReadReplicaSourceDBInstanceIdentifier: _d,
    ...shown
  } = blue.shown
  return shown
}

/** Blue's instance under green's name, id, age and address. */
const bornOf = (account: Account, blue: Instance, pair: Pair, now: number): ReturnType<typeof plainOf> => ({
  ...plainOf(blue),
  DBInstanceIdentifier: pair.greenName,
  DBInstanceArn: arnOf(account, 'db', pair.greenName),
  DbiResourceId: pair.green,
  DBInstanceStatus: 'creating',
  InstanceCreateTime: new Date(now),
  Endpoint: {...blue.shown.Endpoint, Address: endpointOf(account, 'instance', pair.greenName)}
})

function greenInstance(account: Account, deployment: Deployment, pair: Pair, blue: Instance, now: number, dice: Dice): Account {
  const {request} = deployment
  const primaryPair = blue.shown.ReadReplicaSourceDBInstanceIdentifier === undefined
  const primary = primaryPair ? blue : findBluePrimary(account, deployment)
  const greenPrimary = primaryPair ? undefined : twinOf(account, deployment, one => one === primary)
  const group = primary === undefined ? undefined : targetGroups(account, request, sourceOf(account, primary)).instance
  const upgrades = deployment.targetVersion !== blue.shown.EngineVersion
  const least = Math.ceil(blue.hidden.usedGiB * 1.2)
  // S-01: a shrink below 1.2 times what is used does not happen. S-05: replicas get green primary's storage and keep blue's class.
  const asked = request.TargetAllocatedStorage
  const storage = asked === undefined || asked < least ? blue.shown.AllocatedStorage : asked
  const follows = deployment.engine !== 'postgres' || !deployment.logical
  // The replication blue -> green shows like that of a read replica, or does not (unknown greenAsReplica).
  const shownAsReplica = primaryPair && follows && account.unknowns.greenAsReplica === 'shown'
  const source = primaryPair ? nameOf(blue) : greenPrimary === undefined ? undefined : nameOf(greenPrimary)
  const green: Instance = {
    kind: 'instance',
    shown: {
      ...bornOf(account, blue, pair, now),
      AllocatedStorage: storage,
      ...(primaryPair
        ? {
            DBInstanceClass: request.TargetDBInstanceClass ?? blue.shown.DBInstanceClass,
            StorageType: request.TargetStorageType ?? blue.shown.StorageType,
            Iops: request.TargetIops ?? blue.shown.Iops,
            StorageThroughput: request.TargetStorageThroughput ?? blue.shown.StorageThroughput,
            IsStorageConfigUpgradeAvailable:
              request.UpgradeTargetStorageConfig === true ? false : blue.shown.IsStorageConfigUpgradeAvailable
          }
        : // Replicas are made of the upgraded green primary.
          {EngineVersion: deployment.targetVersion}),
      ...keyFor(deployment, blue.shown.DBInstanceArn),
      DBParameterGroups: [
        {DBParameterGroupName: group, ParameterApplyStatus: primaryPair && upgrades ? 'pending-database-upgrade' : 'in-sync'}
      ],
      PendingModifiedValues: {},
      ReadReplicaDBInstanceIdentifiers: [],
      AssociatedRoles: [],
      DeletionProtection: account.unknowns.greenProtection === 'copied' && blue.shown.DeletionProtection,
      ...(source !== undefined && (!primaryPair || shownAsReplica)
        ? {
            ReadReplicaSourceDBInstanceIdentifier: source,
            StatusInfos: [{StatusType: 'read replication', Normal: true, Status: 'replicating'}]
          }
        : {})
    },
    hidden: {...hiddenOf(blue, pair.greenName, now), usedGiB: blue.hidden.usedGiB + dice.whole(0, 1)}
  }
  const lister = shownAsReplica ? blue : greenPrimary
  const made = add(account, green)
  if (lister?.kind !== 'instance') return made
  return put(
    made,
    showInstance(lister, {ReadReplicaDBInstanceIdentifiers: [...lister.shown.ReadReplicaDBInstanceIdentifiers, pair.greenName]})
  )
}

function findBluePrimary(account: Account, deployment: Deployment): Instance | undefined {
  const index = deployment.shown.SwitchoverDetails.findIndex(one => one.SourceMember === deployment.shown.Source)
  const found = findById(account, 'instance', deployment.pairs[index]?.blue ?? '')
  return found?.kind === 'instance' ? found : undefined
}

function greenCluster(account: Account, deployment: Deployment, pair: Pair, blue: Cluster, now: number): Account {
  const groups = targetGroups(account, deployment.request, sourceOf(account, blue))
  // AM-06: backtrack does not come along. 6.3: green of Aurora MySQL replicates by binlog from blue.
  const {GlobalClusterIdentifier: _a, BacktrackWindow: _b, ReplicationSourceIdentifier: _c, ...shown} = blue.shown
  return add(account, {
    kind: 'cluster',
    shown: {
      ...shown,
      DBClusterIdentifier: pair.greenName,
      DBClusterArn: arnOf(account, 'cluster', pair.greenName),
      DbClusterResourceId: pair.green,
      Status: 'creating',
      ClusterCreateTime: new Date(now),
      Endpoint: endpointOf(account, 'cluster', pair.greenName),
      ReaderEndpoint: endpointOf(account, 'reader', pair.greenName),
      DBClusterParameterGroup: groups.cluster ?? blue.shown.DBClusterParameterGroup,
      DBClusterMembers: [],
      CustomEndpoints: [],
      AssociatedRoles: [],
      ...keyFor(deployment, blue.shown.DBClusterArn),
      DeletionProtection: account.unknowns.greenProtection === 'copied' && blue.shown.DeletionProtection
    },
    hidden: hiddenOf(blue, pair.greenName, now)
  })
}

function greenClusterInstance(account: Account, deployment: Deployment, pair: Pair, blue: Instance, now: number): Account {
  const cluster = twinOf(account, deployment, one => one.kind === 'cluster')
  const blueCluster = account.clusters.find(one => one.shown.DBClusterIdentifier === blue.shown.DBClusterIdentifier)
  if (cluster?.kind !== 'cluster' || blueCluster === undefined) return account
  const groups = targetGroups(account, deployment.request, sourceOf(account, blueCluster))
  const writer = blueCluster.shown.DBClusterMembers.find(one => one.DBInstanceIdentifier === nameOf(blue))?.IsClusterWriter === true
  const made = add(account, {
    kind: 'instance',
    shown: {
      ...bornOf(account, blue, pair, now),
      EngineVersion: cluster.shown.EngineVersion,
      DBClusterIdentifier: nameOf(cluster),
      DBParameterGroups: [{DBParameterGroupName: groups.instance, ParameterApplyStatus: 'in-sync'}],
      AssociatedRoles: []
    },
    hidden: hiddenOf(blue, pair.greenName, now)
  })
  const member = {DBInstanceIdentifier: pair.greenName, IsClusterWriter: writer, DBClusterParameterGroupStatus: 'in-sync', PromotionTier: 1}
  return put(made, showCluster(cluster, {DBClusterMembers: [...cluster.shown.DBClusterMembers, member]}))
}

function greenEndpoint(account: Account, deployment: Deployment, pair: Pair, blue: CustomEndpoint, now: number): Account {
  const cluster = twinOf(account, deployment, one => one.kind === 'cluster')
  if (cluster?.kind !== 'cluster') return account
  const address = endpointOf(account, 'custom', pair.greenName)
  const made = add(account, {
    kind: 'endpoint',
    shown: {
      ...blue.shown,
      DBClusterEndpointIdentifier: pair.greenName,
      DBClusterEndpointArn: arnOf(account, 'cluster-endpoint', pair.greenName),
      DBClusterEndpointResourceIdentifier: pair.green,
      DBClusterIdentifier: nameOf(cluster),
      Endpoint: address,
      Status: 'creating'
    },
    hidden: hiddenOf(blue, pair.greenName, now)
  })
  return put(made, showCluster(cluster, {CustomEndpoints: [...cluster.shown.CustomEndpoints, address]}))
}
