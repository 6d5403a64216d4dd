/**
 * The port to RDS: one request, sent once, in AWS's words; a closed list.
 * Whoever implements it throws what the SDK throws: an object with `name` (the SDK's class name for modelled faults, else the
 * wire code), `message`, and `$metadata.httpStatusCode` where RDS answered; system errors carry `code`. `faults.ts` reads them.
 */
import type {
  AccountAttributesMessage,
  AddRoleToDBClusterMessage,
  AddRoleToDBInstanceMessage,
  AddTagsToResourceMessage,
  CopyDBClusterParameterGroupMessage,
  CopyDBClusterParameterGroupResult,
  CopyDBParameterGroupMessage,
  CopyDBParameterGroupResult,
  CreateBlueGreenDeploymentRequest,
  CreateBlueGreenDeploymentResponse,
  CreateDBClusterParameterGroupMessage,
  CreateDBClusterParameterGroupResult,
  CreateDBParameterGroupMessage,
  CreateDBParameterGroupResult,
  DBClusterEndpointMessage,
  DBClusterMessage,
  DBClusterParameterGroupDetails,
  DBClusterParameterGroupNameMessage,
  DBClusterParameterGroupsMessage,
  DBClusterSnapshotMessage,
  DBEngineVersionMessage,
  DBInstanceMessage,
  DBParameterGroupDetails,
  DBParameterGroupNameMessage,
  DBParameterGroupsMessage,
  DBSnapshotMessage,
  DeleteBlueGreenDeploymentRequest,
  DeleteBlueGreenDeploymentResponse,
  DeleteDBClusterMessage,
  DeleteDBClusterParameterGroupMessage,
  DeleteDBClusterResult,
  DeleteDBInstanceMessage,
  DeleteDBInstanceResult,
  DeleteDBParameterGroupMessage,
  DescribeAccountAttributesMessage,
  DescribeBlueGreenDeploymentsRequest,
  DescribeBlueGreenDeploymentsResponse,
  DescribeDBClusterEndpointsMessage,
  DescribeDBClusterParameterGroupsMessage,
  DescribeDBClusterParametersMessage,
  DescribeDBClusterSnapshotsMessage,
  DescribeDBClustersMessage,
  DescribeDBEngineVersionsMessage,
  DescribeDBInstancesMessage,
  DescribeDBLogFilesMessage,
  DescribeDBLogFilesResponse,
  DescribeDBParameterGroupsMessage,
  DescribeDBParametersMessage,
  DescribeDBProxiesRequest,
  DescribeDBProxiesResponse,
  DescribeDBProxyTargetGroupsRequest,
  DescribeDBProxyTargetGroupsResponse,
  DescribeDBProxyTargetsRequest,
  DescribeDBProxyTargetsResponse,
  DescribeDBSnapshotsMessage,
  DescribeEngineDefaultClusterParametersMessage,
  DescribeEngineDefaultClusterParametersResult,
  DescribeEngineDefaultParametersMessage,
  DescribeEngineDefaultParametersResult,
  DescribeEventsMessage,
  DescribeGlobalClustersMessage,
  DescribeIntegrationsMessage,
  DescribeIntegrationsResponse,
  DescribeOptionGroupsMessage,
  DescribeOrderableDBInstanceOptionsMessage,
  DescribePendingMaintenanceActionsMessage,
  DownloadDBLogFilePortionDetails,
  DownloadDBLogFilePortionMessage,
  EventsMessage,
  GlobalClustersMessage,
  ListTagsForResourceMessage,
  ModifyDBClusterMessage,
  ModifyDBClusterParameterGroupMessage,
  ModifyDBClusterResult,
  ModifyDBInstanceMessage,
  ModifyDBInstanceResult,
  ModifyDBParameterGroupMessage,
  OptionGroups,
  OrderableDBInstanceOptionsMessage,
  PendingMaintenanceActionsMessage,
  RebootDBInstanceMessage,
  RebootDBInstanceResult,
  ResetDBClusterParameterGroupMessage,
  ResetDBParameterGroupMessage,
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
  DescribeDBParameters: {in: DescribeDBParametersMessage; out: DBParameterGroupDetails}
  DescribeDBClusterParameters: {in: DescribeDBClusterParametersMessage; out: DBClusterParameterGroupDetails}
  DescribeEngineDefaultParameters: {in: DescribeEngineDefaultParametersMessage; out: DescribeEngineDefaultParametersResult}
  DescribeEngineDefaultClusterParameters: {
    in: DescribeEngineDefaultClusterParametersMessage
    out: DescribeEngineDefaultClusterParametersResult
  }
  DescribeOrderableDBInstanceOptions: {in: DescribeOrderableDBInstanceOptionsMessage; out: OrderableDBInstanceOptionsMessage}
  DescribeDBProxies: {in: DescribeDBProxiesRequest; out: DescribeDBProxiesResponse}
  DescribeDBProxyTargetGroups: {in: DescribeDBProxyTargetGroupsRequest; out: DescribeDBProxyTargetGroupsResponse}
  DescribeDBProxyTargets: {in: DescribeDBProxyTargetsRequest; out: DescribeDBProxyTargetsResponse}
  DescribeIntegrations: {in: DescribeIntegrationsMessage; out: DescribeIntegrationsResponse}
  DescribeGlobalClusters: {in: DescribeGlobalClustersMessage; out: GlobalClustersMessage}
  DescribeDBClusterEndpoints: {in: DescribeDBClusterEndpointsMessage; out: DBClusterEndpointMessage}
  DescribePendingMaintenanceActions: {in: DescribePendingMaintenanceActionsMessage; out: PendingMaintenanceActionsMessage}
  DescribeOptionGroups: {in: DescribeOptionGroupsMessage; out: OptionGroups}
  DescribeAccountAttributes: {in: DescribeAccountAttributesMessage; out: AccountAttributesMessage}
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
  CreateDBParameterGroup: {in: CreateDBParameterGroupMessage; out: CreateDBParameterGroupResult}
  CreateDBClusterParameterGroup: {in: CreateDBClusterParameterGroupMessage; out: CreateDBClusterParameterGroupResult}
  CopyDBParameterGroup: {in: CopyDBParameterGroupMessage; out: CopyDBParameterGroupResult}
  CopyDBClusterParameterGroup: {in: CopyDBClusterParameterGroupMessage; out: CopyDBClusterParameterGroupResult}
  ModifyDBParameterGroup: {in: ModifyDBParameterGroupMessage; out: DBParameterGroupNameMessage}
  ModifyDBClusterParameterGroup: {in: ModifyDBClusterParameterGroupMessage; out: DBClusterParameterGroupNameMessage}
  ResetDBParameterGroup: {in: ResetDBParameterGroupMessage; out: DBParameterGroupNameMessage}
  ResetDBClusterParameterGroup: {in: ResetDBClusterParameterGroupMessage; out: DBClusterParameterGroupNameMessage}
  DeleteDBParameterGroup: {in: DeleteDBParameterGroupMessage; out: object}
  DeleteDBClusterParameterGroup: {in: DeleteDBClusterParameterGroupMessage; out: object}
  RebootDBInstance: {in: RebootDBInstanceMessage; out: RebootDBInstanceResult}
  AddRoleToDBInstance: {in: AddRoleToDBInstanceMessage; out: object}
  AddRoleToDBCluster: {in: AddRoleToDBClusterMessage; out: object}
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
export type Call<W extends WriteName = WriteName> = {[O in W]: {readonly operation: O; readonly input: Writes[O]['in']}}[W]
