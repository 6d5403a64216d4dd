/**
 * The port to RDS: one request, sent once, in AWS's words; a closed list.
 * Whoever implements it throws what the SDK throws: an object with `name` (the SDK's class name for modelled faults, else the
 * wire code), `message`, and `$metadata.httpStatusCode` where RDS answered; system errors carry `code`. `faults.ts` reads them.
 */
import type {
  AddTagsToResourceMessage,
  CreateBlueGreenDeploymentRequest,
  CreateBlueGreenDeploymentResponse,
  DBClusterMessage,
  DBClusterParameterGroupsMessage,
  DBClusterSnapshotMessage,
  DBEngineVersionMessage,
  DBInstanceMessage,
  DBParameterGroupsMessage,
  DBSnapshotMessage,
  DeleteBlueGreenDeploymentRequest,
  DeleteBlueGreenDeploymentResponse,
  DeleteDBClusterMessage,
  DeleteDBClusterResult,
  DeleteDBInstanceMessage,
  DeleteDBInstanceResult,
  DescribeBlueGreenDeploymentsRequest,
  DescribeBlueGreenDeploymentsResponse,
  DescribeDBClusterParameterGroupsMessage,
  DescribeDBClusterSnapshotsMessage,
  DescribeDBClustersMessage,
  DescribeDBEngineVersionsMessage,
  DescribeDBInstancesMessage,
  DescribeDBLogFilesMessage,
  DescribeDBLogFilesResponse,
  DescribeDBParameterGroupsMessage,
  DescribeDBSnapshotsMessage,
  DescribeEventsMessage,
  DownloadDBLogFilePortionDetails,
  DownloadDBLogFilePortionMessage,
  EventsMessage,
  ListTagsForResourceMessage,
  ModifyDBClusterMessage,
  ModifyDBClusterResult,
  ModifyDBInstanceMessage,
  ModifyDBInstanceResult,
  SwitchoverBlueGreenDeploymentRequest,
  SwitchoverBlueGreenDeploymentResponse,
  TagListMessage
} from '@aws-sdk/client-rds'

export interface Reads {
  DescribeBlueGreenDeployments: {in: DescribeBlueGreenDeploymentsRequest; out: DescribeBlueGreenDeploymentsResponse}
  DescribeDBInstances: {in: DescribeDBInstancesMessage; out: DBInstanceMessage}
  DescribeDBClusters: {in: DescribeDBClustersMessage; out: DBClusterMessage}
  DescribeDBEngineVersions: {in: DescribeDBEngineVersionsMessage; out: DBEngineVersionMessage}
  DescribeDBParameterGroups: {in: DescribeDBParameterGroupsMessage; out: DBParameterGroupsMessage}
  DescribeDBClusterParameterGroups: {in: DescribeDBClusterParameterGroupsMessage; out: DBClusterParameterGroupsMessage}
  DescribeDBSnapshots: {in: DescribeDBSnapshotsMessage; out: DBSnapshotMessage}
  DescribeDBClusterSnapshots: {in: DescribeDBClusterSnapshotsMessage; out: DBClusterSnapshotMessage}
  DescribeEvents: {in: DescribeEventsMessage; out: EventsMessage}
  DescribeDBLogFiles: {in: DescribeDBLogFilesMessage; out: DescribeDBLogFilesResponse}
  DownloadDBLogFilePortion: {in: DownloadDBLogFilePortionMessage; out: DownloadDBLogFilePortionDetails}
  ListTagsForResource: {in: ListTagsForResourceMessage; out: TagListMessage}
}

export interface Writes {
  CreateBlueGreenDeployment: {in: CreateBlueGreenDeploymentRequest; out: CreateBlueGreenDeploymentResponse}
  SwitchoverBlueGreenDeployment: {in: SwitchoverBlueGreenDeploymentRequest; out: SwitchoverBlueGreenDeploymentResponse}
  DeleteBlueGreenDeployment: {in: DeleteBlueGreenDeploymentRequest; out: DeleteBlueGreenDeploymentResponse}
  AddTagsToResource: {in: AddTagsToResourceMessage; out: object}
  ModifyDBInstance: {in: ModifyDBInstanceMessage; out: ModifyDBInstanceResult}
  ModifyDBCluster: {in: ModifyDBClusterMessage; out: ModifyDBClusterResult}
  DeleteDBInstance: {in: DeleteDBInstanceMessage; out: DeleteDBInstanceResult}
  DeleteDBCluster: {in: DeleteDBClusterMessage; out: DeleteDBClusterResult}
}

export type ReadName = keyof Reads
export type WriteName = keyof Writes

export interface RdsReads {
  read<O extends ReadName>(operation: O, input: Reads[O]['in'], signal: AbortSignal): Promise<Reads[O]['out']>
}

export interface RdsApi extends RdsReads {
  write<O extends WriteName>(operation: O, input: Writes[O]['in'], signal: AbortSignal): Promise<Writes[O]['out']>
}

/** One write, as data: what a plan shows and the engine sends. */
export type Call = {[O in WriteName]: {readonly operation: O; readonly input: Writes[O]['in']}}[WriteName]
