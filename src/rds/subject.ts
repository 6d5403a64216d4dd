import {nameIn} from '../domain/arn.ts'
import type {Call} from './api.ts'

/** What a call is about, in words a log line can bear. */
export function subjectOf(call: Call): string {
  switch (call.operation) {
    case 'CreateBlueGreenDeployment':
      return call.input.BlueGreenDeploymentName ?? ''
    case 'SwitchoverBlueGreenDeployment':
    case 'DeleteBlueGreenDeployment':
      return call.input.BlueGreenDeploymentIdentifier ?? ''
    case 'AddTagsToResource':
      return `${nameIn(call.input.ResourceName ?? '')} (${(call.input.Tags ?? []).map(tag => tag.Key ?? '').join(', ')})`
    case 'ModifyDBInstance':
    case 'DeleteDBInstance':
    case 'RebootDBInstance':
    case 'AddRoleToDBInstance':
      return call.input.DBInstanceIdentifier ?? ''
    case 'ModifyDBCluster':
    case 'DeleteDBCluster':
    case 'AddRoleToDBCluster':
      return call.input.DBClusterIdentifier ?? ''
    case 'CreateDBParameterGroup':
    case 'ModifyDBParameterGroup':
    case 'ResetDBParameterGroup':
    case 'DeleteDBParameterGroup':
      return call.input.DBParameterGroupName ?? ''
    case 'CreateDBClusterParameterGroup':
    case 'ModifyDBClusterParameterGroup':
    case 'ResetDBClusterParameterGroup':
    case 'DeleteDBClusterParameterGroup':
      return call.input.DBClusterParameterGroupName ?? ''
    case 'CopyDBParameterGroup':
      return call.input.TargetDBParameterGroupIdentifier ?? ''
    case 'CopyDBClusterParameterGroup':
      return call.input.TargetDBClusterParameterGroupIdentifier ?? ''
  }
}
