/** Every operation of the account by its name: `(account, input, now, dice) → account and answer, or refusal`. One line an operation. */
import type {Dice} from '../dice.ts'
import type {Api, Refusal} from '../service.ts'
import type {Account} from './account.ts'
import {describeOrderable} from './classes.ts'
import {createDeployment} from './create.ts'
import {deleteDeployment} from './delete-deployment.ts'
import {deleteCluster, deleteInstance} from './deletion.ts'
import {describeClusters, describeInstances} from './describe-databases.ts'
import {describeClusterDefaults, describeClusterParameters, describeDefaults, describeParameters} from './describe-parameters.ts'
import {
  describeClusterGroups,
  describeClusterSnapshots,
  describeEngineVersions,
  describeGroups,
  describeLogFiles,
  describeSnapshots,
  downloadLog
} from './describe-rest.ts'
import {
  describeAccountAttributes,
  describeEndpoints,
  describeGlobalClusters,
  describeIntegrations,
  describeMaintenance,
  describeOptionGroups,
  describeProxies,
  describeTargetGroups,
  describeTargets
} from './describe-surroundings.ts'
import {describeEvents} from './events.ts'
import {refuseInput} from './inputs.ts'
import {getMetricData} from './metrics.ts'
import {modifyCluster, modifyInstance} from './modify.ts'
import {
  copyClusterGroup,
  copyGroup,
  createClusterGroup,
  createGroup,
  deleteClusterGroup,
  deleteGroup,
  modifyClusterGroup,
  modifyGroup,
  resetClusterGroup,
  resetGroup
} from './parameter-groups.ts'
import {rebootInstance} from './reboot.ts'
import {isRefusal, refusal} from './refusals.ts'
import {addRoleToCluster, addRoleToInstance} from './roles.ts'
import {describeDeployments} from './show-deployment.ts'
import {assumeRole, callerIdentity} from './sts.ts'
import {switchover} from './switchover.ts'
import {addTags, listTags} from './tagging.ts'

export interface Answered {
  readonly account: Account
  readonly output: object
}

/** Inputs are checked against `inputs.ts` before they get here, so each operation takes its own type. */
type Operation = (account: Account, input: never, now: number, dice: Dice) => Answered | Refusal

const reads =
  <I>(read: (account: Account, input: I, now: number, dice: Dice) => object): Operation =>
  (account, input, now, dice) => {
    const output = read(account, input, now, dice)
    return isRefusal(output) ? output : {account, output}
  }

const operations: Readonly<Record<Api, Readonly<Record<string, Operation>>>> = {
  rds: {
    DescribeBlueGreenDeployments: reads(describeDeployments),
    DescribeDBInstances: reads(describeInstances),
    DescribeDBClusters: reads(describeClusters),
    DescribeDBEngineVersions: reads(describeEngineVersions),
    DescribeDBParameterGroups: reads(describeGroups),
    DescribeDBClusterParameterGroups: reads(describeClusterGroups),
    DescribeDBParameters: reads(describeParameters),
    DescribeDBClusterParameters: reads(describeClusterParameters),
    DescribeEngineDefaultParameters: reads(describeDefaults),
    DescribeEngineDefaultClusterParameters: reads(describeClusterDefaults),
    DescribeOrderableDBInstanceOptions: reads(describeOrderable),
    DescribeDBProxies: reads(describeProxies),
    DescribeDBProxyTargetGroups: reads(describeTargetGroups),
    DescribeDBProxyTargets: reads(describeTargets),
    DescribeIntegrations: reads(describeIntegrations),
    DescribeGlobalClusters: reads(describeGlobalClusters),
    DescribeDBClusterEndpoints: reads(describeEndpoints),
    DescribePendingMaintenanceActions: reads(describeMaintenance),
    DescribeOptionGroups: reads(describeOptionGroups),
    DescribeAccountAttributes: reads(describeAccountAttributes),
    DescribeDBSnapshots: reads(describeSnapshots),
    DescribeDBClusterSnapshots: reads(describeClusterSnapshots),
    DescribeEvents: reads(describeEvents),
    DescribeDBLogFiles: reads(describeLogFiles),
    DownloadDBLogFilePortion: reads(downloadLog),
    ListTagsForResource: reads(listTags),
    CreateBlueGreenDeployment: createDeployment,
    SwitchoverBlueGreenDeployment: switchover,
    DeleteBlueGreenDeployment: deleteDeployment,
    AddTagsToResource: addTags,
    ModifyDBInstance: modifyInstance,
    ModifyDBCluster: modifyCluster,
    DeleteDBInstance: deleteInstance,
    DeleteDBCluster: deleteCluster,
    CreateDBParameterGroup: createGroup,
    CreateDBClusterParameterGroup: createClusterGroup,
    CopyDBParameterGroup: copyGroup,
    CopyDBClusterParameterGroup: copyClusterGroup,
    ModifyDBParameterGroup: modifyGroup,
    ModifyDBClusterParameterGroup: modifyClusterGroup,
    ResetDBParameterGroup: resetGroup,
    ResetDBClusterParameterGroup: resetClusterGroup,
    DeleteDBParameterGroup: deleteGroup,
    DeleteDBClusterParameterGroup: deleteClusterGroup,
    RebootDBInstance: rebootInstance,
    AddRoleToDBInstance: addRoleToInstance,
    AddRoleToDBCluster: addRoleToCluster
  },
  monitoring: {GetMetricData: reads(getMetricData)},
  sts: {GetCallerIdentity: reads(callerIdentity), AssumeRoleWithWebIdentity: reads(assumeRole)}
}

export const isRead = (operation: string): boolean => READS.some(verb => operation.startsWith(verb))
const READS = ['Describe', 'List', 'Get', 'Download']

export function perform(account: Account, api: Api, operation: string, input: object, now: number, dice: Dice): Answered | Refusal {
  const known = Object.hasOwn(operations[api], operation) ? operations[api][operation] : undefined
  if (known === undefined) return refusal('InvalidAction', `The action ${operation} is not valid for this web service.`)
  return refuseInput(operation, input) ?? known(account, input as never, now, dice)
}
