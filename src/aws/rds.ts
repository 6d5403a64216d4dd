/** The port to RDS over the SDK: one request, sent once, through a closed table of operations. */

import type {$Command, RDSClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes} from '@aws-sdk/client-rds'
import {
  AddRoleToDBClusterCommand,
  AddRoleToDBInstanceCommand,
  AddTagsToResourceCommand,
  CopyDBClusterParameterGroupCommand,
  CopyDBParameterGroupCommand,
  CreateBlueGreenDeploymentCommand,
  CreateDBClusterParameterGroupCommand,
  CreateDBParameterGroupCommand,
  DeleteBlueGreenDeploymentCommand,
  DeleteDBClusterCommand,
  DeleteDBClusterParameterGroupCommand,
  DeleteDBInstanceCommand,
  DeleteDBParameterGroupCommand,
  DescribeAccountAttributesCommand,
  DescribeBlueGreenDeploymentsCommand,
  DescribeDBClusterEndpointsCommand,
  DescribeDBClusterParameterGroupsCommand,
  DescribeDBClusterParametersCommand,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBClustersCommand,
  DescribeDBEngineVersionsCommand,
  DescribeDBInstancesCommand,
  DescribeDBLogFilesCommand,
  DescribeDBParameterGroupsCommand,
  DescribeDBParametersCommand,
  DescribeDBProxiesCommand,
  DescribeDBProxyTargetGroupsCommand,
  DescribeDBProxyTargetsCommand,
  DescribeDBSnapshotsCommand,
  DescribeEngineDefaultClusterParametersCommand,
  DescribeEngineDefaultParametersCommand,
  DescribeEventsCommand,
  DescribeGlobalClustersCommand,
  DescribeIntegrationsCommand,
  DescribeOptionGroupsCommand,
  DescribeOrderableDBInstanceOptionsCommand,
  DescribePendingMaintenanceActionsCommand,
  DownloadDBLogFilePortionCommand,
  ListTagsForResourceCommand,
  ModifyDBClusterCommand,
  ModifyDBClusterParameterGroupCommand,
  ModifyDBInstanceCommand,
  ModifyDBParameterGroupCommand,
  RDSClient,
  RebootDBInstanceCommand,
  ResetDBClusterParameterGroupCommand,
  ResetDBParameterGroupCommand,
  SwitchoverBlueGreenDeploymentCommand
} from '@aws-sdk/client-rds'
import type {RdsApi, Reads, Writes} from '../rds/api.ts'
import type {Settings} from './settings.ts'

type Send<I, O> = (client: RDSClient, input: I, abortSignal: AbortSignal) => Promise<O>
type Table<T extends Record<keyof T, {in: object; out: object}>> = {readonly [O in keyof T]: Send<T[O]['in'], T[O]['out']>}
type Command<I extends ServiceInputTypes, O extends ServiceOutputTypes> = new (
  input: I
) => $Command<I, O, RDSClientResolvedConfig, ServiceInputTypes, ServiceOutputTypes>

const reads: Table<Reads> = {
  DescribeBlueGreenDeployments: via(DescribeBlueGreenDeploymentsCommand),
  DescribeDBInstances: via(DescribeDBInstancesCommand),
  DescribeDBClusters: via(DescribeDBClustersCommand),
  DescribeDBEngineVersions: via(DescribeDBEngineVersionsCommand),
  DescribeDBParameterGroups: via(DescribeDBParameterGroupsCommand),
  DescribeDBClusterParameterGroups: via(DescribeDBClusterParameterGroupsCommand),
  DescribeDBParameters: via(DescribeDBParametersCommand),
  DescribeDBClusterParameters: via(DescribeDBClusterParametersCommand),
  DescribeEngineDefaultParameters: via(DescribeEngineDefaultParametersCommand),
  DescribeEngineDefaultClusterParameters: via(DescribeEngineDefaultClusterParametersCommand),
  DescribeOrderableDBInstanceOptions: via(DescribeOrderableDBInstanceOptionsCommand),
  DescribeDBProxies: via(DescribeDBProxiesCommand),
  DescribeDBProxyTargetGroups: via(DescribeDBProxyTargetGroupsCommand),
  DescribeDBProxyTargets: via(DescribeDBProxyTargetsCommand),
  DescribeIntegrations: via(DescribeIntegrationsCommand),
  DescribeGlobalClusters: via(DescribeGlobalClustersCommand),
  DescribeDBClusterEndpoints: via(DescribeDBClusterEndpointsCommand),
  DescribePendingMaintenanceActions: via(DescribePendingMaintenanceActionsCommand),
  DescribeOptionGroups: via(DescribeOptionGroupsCommand),
  DescribeAccountAttributes: via(DescribeAccountAttributesCommand),
  DescribeDBSnapshots: via(DescribeDBSnapshotsCommand),
  DescribeDBClusterSnapshots: via(DescribeDBClusterSnapshotsCommand),
  DescribeEvents: via(DescribeEventsCommand),
  DescribeDBLogFiles: via(DescribeDBLogFilesCommand),
  DownloadDBLogFilePortion: via(DownloadDBLogFilePortionCommand),
  ListTagsForResource: via(ListTagsForResourceCommand)
}
const writes: Table<Writes> = {
  CreateBlueGreenDeployment: via(CreateBlueGreenDeploymentCommand),
  SwitchoverBlueGreenDeployment: via(SwitchoverBlueGreenDeploymentCommand),
  DeleteBlueGreenDeployment: via(DeleteBlueGreenDeploymentCommand),
  AddTagsToResource: via(AddTagsToResourceCommand),
  ModifyDBInstance: via(ModifyDBInstanceCommand),
  ModifyDBCluster: via(ModifyDBClusterCommand),
  DeleteDBInstance: via(DeleteDBInstanceCommand),
  DeleteDBCluster: via(DeleteDBClusterCommand),
  CreateDBParameterGroup: via(CreateDBParameterGroupCommand),
  CreateDBClusterParameterGroup: via(CreateDBClusterParameterGroupCommand),
  CopyDBParameterGroup: via(CopyDBParameterGroupCommand),
  CopyDBClusterParameterGroup: via(CopyDBClusterParameterGroupCommand),
  ModifyDBParameterGroup: via(ModifyDBParameterGroupCommand),
  ModifyDBClusterParameterGroup: via(ModifyDBClusterParameterGroupCommand),
  ResetDBParameterGroup: via(ResetDBParameterGroupCommand),
  ResetDBClusterParameterGroup: via(ResetDBClusterParameterGroupCommand),
  DeleteDBParameterGroup: via(DeleteDBParameterGroupCommand),
  DeleteDBClusterParameterGroup: via(DeleteDBClusterParameterGroupCommand),
  RebootDBInstance: via(RebootDBInstanceCommand),
  AddRoleToDBInstance: via(AddRoleToDBInstanceCommand),
  AddRoleToDBCluster: via(AddRoleToDBClusterCommand)
}

export function connectRds(settings: Settings): {readonly api: RdsApi; close(): void} {
  const client = new RDSClient(settings)
  return {
    api: {
      read: (operation, input, signal) => reads[operation](client, input, signal),
      write: (operation, input, signal) => writes[operation](client, input, signal)
    },
    close: () => client.destroy()
  }
}

function via<I extends ServiceInputTypes, O extends ServiceOutputTypes>(command: Command<I, O>): Send<I, Omit<O, '$metadata'>> {
  return async (client, input, abortSignal) => {
    const {$metadata, ...answer} = await client.send(new command(input), {abortSignal})
    return answer
  }
}
