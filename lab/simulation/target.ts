/** Whether a database is what a leg of the upgrade wants, in RDS's words: everything asked for, not the version alone. */
import type {Cluster, Instance} from '../model/account.ts'
import type {Leg} from './upgrade.ts'

export const isAtVersion = (version: string, wanted: string): boolean => version === wanted || version.startsWith(`${wanted}.`)

/** What a database has of each target input; `target-parameter-group` of a cluster is its instances', who are not looked at. */
function had(one: Instance | Cluster): Readonly<Record<string, string | number | undefined>> {
  if (one.kind === 'cluster') return {'target-cluster-parameter-group': one.shown.DBClusterParameterGroup}
  const {DBInstanceClass, DBParameterGroups, StorageType, Iops, AllocatedStorage, IsStorageConfigUpgradeAvailable} = one.shown
  return {
    'target-instance-class': DBInstanceClass,
    'target-parameter-group': DBParameterGroups[0]?.DBParameterGroupName,
    'target-storage-type': StorageType,
    'target-iops': Iops,
    'target-allocated-storage': AllocatedStorage,
    'upgrade-storage-config': String(IsStorageConfigUpgradeAvailable !== true)
  }
}

export function isAsWished(one: Instance | Cluster, {wanted, target}: Leg): boolean {
  if (wanted !== undefined && !isAtVersion(one.shown.EngineVersion, wanted)) return false
  const key = target['target-kms-key-id']
  if (key !== undefined && one.shown.KmsKeyId?.endsWith(key) !== true) return false
  return Object.entries(had(one)).every(([name, value]) => target[name] === undefined || target[name] === String(value))
}
