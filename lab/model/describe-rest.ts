/** The other Describe operations: engine versions, parameter groups, snapshots, log files. */
import type {
  DBClusterParameterGroupsMessage,
  DBClusterSnapshot,
  DBClusterSnapshotMessage,
  DBEngineVersionMessage,
  DBParameterGroupsMessage,
  DBSnapshot,
  DBSnapshotMessage,
  DescribeDBClusterParameterGroupsMessage,
  DescribeDBClusterSnapshotsMessage,
  DescribeDBEngineVersionsMessage,
  DescribeDBLogFilesMessage,
  DescribeDBLogFilesResponse,
  DescribeDBParameterGroupsMessage,
  DescribeDBSnapshotsMessage,
  DownloadDBLogFilePortionDetails,
  DownloadDBLogFilePortionMessage
} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, EngineVersion, ParameterGroup} from './account.ts'
import {page, select} from './paging.ts'
import {groupNotFound, showClusterGroup, showGroup} from './parameter-groups.ts'
import {instanceNotFound, isRefusal, refusal} from './refusals.ts'
import {instanceNamed} from './resources.ts'
import {groupNamed} from './source.ts'

export function describeEngineVersions(account: Account, input: DescribeDBEngineVersionsMessage): DBEngineVersionMessage | Refusal {
  const wanted = account.engineVersions.filter(
    one =>
      (input.Engine === undefined || one.engine === input.Engine) &&
      (input.EngineVersion === undefined || one.version === input.EngineVersion || one.version.startsWith(`${input.EngineVersion}.`)) &&
      (input.DBParameterGroupFamily === undefined || one.family === input.DBParameterGroupFamily) &&
      (input.IncludeAll === true || one.status === 'available')
  )
  const found = select(wanted, input, {
    engine: (one: EngineVersion) => [one.engine],
    'engine-version': (one: EngineVersion) => [one.version],
    'db-parameter-group-family': (one: EngineVersion) => [one.family],
    status: (one: EngineVersion) => [one.status]
  })
  if (isRefusal(found)) return found
  return {
    DBEngineVersions: found.rows.map(one => ({
      Engine: one.engine,
      EngineVersion: one.version,
      DBParameterGroupFamily: one.family,
      DBEngineDescription: one.engine,
      DBEngineVersionDescription: `${one.engine} ${one.version}`,
      Status: one.status,
      ValidUpgradeTarget: [...one.targets]
    })),
    ...found.marker
  }
}

function groupsOf(account: Account, kind: 'instance' | 'cluster', name: string | undefined): readonly ParameterGroup[] | Refusal {
  if (name === undefined) return account.parameterGroups.filter(group => group.kind === kind)
  const group = groupNamed(account, kind, name)
  return group === undefined ? groupNotFound(kind, name) : [group]
}

export function describeGroups(account: Account, input: DescribeDBParameterGroupsMessage): DBParameterGroupsMessage | Refusal {
  const groups = groupsOf(account, 'instance', input.DBParameterGroupName)
  if ('refused' in groups) return groups
  const found = page(groups, input)
  if (isRefusal(found)) return found
  return {
    DBParameterGroups: found.rows.map(one => showGroup(account, one)),
    ...found.marker
  }
}

export function describeClusterGroups(
  account: Account,
  input: DescribeDBClusterParameterGroupsMessage
): DBClusterParameterGroupsMessage | Refusal {
  const groups = groupsOf(account, 'cluster', input.DBClusterParameterGroupName)
  if ('refused' in groups) return groups
  const found = page(groups, input)
  if (isRefusal(found)) return found
  return {
    DBClusterParameterGroups: found.rows.map(one => showClusterGroup(account, one)),
    ...found.marker
  }
}

export function describeSnapshots(account: Account, input: DescribeDBSnapshotsMessage): DBSnapshotMessage | Refusal {
  const id = input.DBSnapshotIdentifier?.toLowerCase()
  if (id !== undefined && !account.snapshots.some(one => one.DBSnapshotIdentifier === id || one.DBSnapshotArn === id))
    return refusal('DBSnapshotNotFound', `DBSnapshot ${input.DBSnapshotIdentifier} not found.`, 404)
  const wanted = account.snapshots.filter(
    one =>
      (id === undefined || one.DBSnapshotIdentifier === id || one.DBSnapshotArn === id) &&
      (input.DBInstanceIdentifier === undefined || one.DBInstanceIdentifier === input.DBInstanceIdentifier.toLowerCase()) &&
      (input.DbiResourceId === undefined || one.DbiResourceId === input.DbiResourceId) &&
      (input.SnapshotType === undefined || one.SnapshotType === input.SnapshotType)
  )
  const found = select(wanted, input, {
    'db-instance-id': (one: DBSnapshot) => [one.DBInstanceIdentifier],
    'db-snapshot-id': (one: DBSnapshot) => [one.DBSnapshotIdentifier],
    'dbi-resource-id': (one: DBSnapshot) => [one.DbiResourceId],
    'snapshot-type': (one: DBSnapshot) => [one.SnapshotType],
    engine: (one: DBSnapshot) => [one.Engine]
  })
  return isRefusal(found) ? found : {DBSnapshots: found.rows, ...found.marker}
}

export function describeClusterSnapshots(account: Account, input: DescribeDBClusterSnapshotsMessage): DBClusterSnapshotMessage | Refusal {
  const id = input.DBClusterSnapshotIdentifier?.toLowerCase()
  if (id !== undefined && !account.clusterSnapshots.some(one => one.DBClusterSnapshotIdentifier === id || one.DBClusterSnapshotArn === id))
    return refusal('DBClusterSnapshotNotFoundFault', `DBClusterSnapshot ${input.DBClusterSnapshotIdentifier} not found.`, 404)
  const wanted = account.clusterSnapshots.filter(
    one =>
      (id === undefined || one.DBClusterSnapshotIdentifier === id || one.DBClusterSnapshotArn === id) &&
      (input.DBClusterIdentifier === undefined || one.DBClusterIdentifier === input.DBClusterIdentifier.toLowerCase()) &&
      (input.DbClusterResourceId === undefined || one.DbClusterResourceId === input.DbClusterResourceId) &&
      (input.SnapshotType === undefined || one.SnapshotType === input.SnapshotType)
  )
  const found = select(wanted, input, {
    'db-cluster-id': (one: DBClusterSnapshot) => [one.DBClusterIdentifier],
    'db-cluster-snapshot-id': (one: DBClusterSnapshot) => [one.DBClusterSnapshotIdentifier],
    'snapshot-type': (one: DBClusterSnapshot) => [one.SnapshotType],
    engine: (one: DBClusterSnapshot) => [one.Engine]
  })
  return isRefusal(found) ? found : {DBClusterSnapshots: found.rows, ...found.marker}
}

export function describeLogFiles(account: Account, input: DescribeDBLogFilesMessage): DescribeDBLogFilesResponse | Refusal {
  const one = instanceNamed(account, input.DBInstanceIdentifier ?? '')
  if (one === undefined) return instanceNotFound(input.DBInstanceIdentifier ?? '')
  const logs = one.hidden.logs.filter(log => log.name.includes(input.FilenameContains ?? '') && log.written >= (input.FileLastWritten ?? 0))
  const found = page(logs, input)
  if (isRefusal(found)) return found
  return {
    DescribeDBLogFiles: found.rows.map(log => ({LogFileName: log.name, LastWritten: log.written, Size: log.text.length})),
    ...found.marker
  }
}

export function downloadLog(account: Account, input: DownloadDBLogFilePortionMessage): DownloadDBLogFilePortionDetails | Refusal {
  const one = instanceNamed(account, input.DBInstanceIdentifier ?? '')
  if (one === undefined) return instanceNotFound(input.DBInstanceIdentifier ?? '')
  const log = one.hidden.logs.find(other => other.name === input.LogFileName)
  if (log === undefined) return refusal('DBLogFileNotFoundFault', `DBLogFile ${input.LogFileName} not found.`, 404)
  const lines = log.text.split('\n')
  const from = Number(input.Marker ?? 0)
  const to = from + (input.NumberOfLines ?? 10_000)
  return {
    LogFileData: lines.slice(from, to).join('\n'),
    Marker: String(Math.min(to, lines.length)),
    AdditionalDataPending: to < lines.length
  }
}
