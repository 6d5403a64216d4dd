/** The account's IAM policy, as the set of actions it denies (facts 2.5). */
import type {Account} from './model/account.ts'
import {refusal} from './model/refusals.ts'
import {callerIdentity} from './model/sts.ts'
import type {Api, Refusal} from './service.ts'

const services: Readonly<Record<Api, string>> = {rds: 'rds', monitoring: 'cloudwatch', sts: 'sts'}

/** What RDS does in the caller's name, so that the caller needs it too; `instance` and `cluster` by the kind of the source. */
const also: Readonly<Record<string, {readonly instance: readonly string[]; readonly cluster: readonly string[]}>> = {
  CreateBlueGreenDeployment: {
    instance: ['rds:AddTagsToResource', 'rds:CreateDBInstanceReadReplica'],
    cluster: ['rds:AddTagsToResource', 'rds:CreateDBCluster', 'rds:CreateDBInstance', 'rds:CreateDBClusterEndpoint']
  },
  SwitchoverBlueGreenDeployment: {
    instance: ['rds:ModifyDBInstance', 'rds:PromoteReadReplica'],
    cluster: ['rds:ModifyDBCluster', 'rds:PromoteReadReplicaDBCluster']
  },
  DeleteBlueGreenDeployment: {
    instance: ['rds:DeleteDBInstance'],
    cluster: ['rds:DeleteDBCluster', 'rds:DeleteDBInstance', 'rds:DeleteDBClusterEndpoint']
  },
  AddRoleToDBInstance: {instance: ['iam:PassRole'], cluster: ['iam:PassRole']},
  AddRoleToDBCluster: {instance: ['iam:PassRole'], cluster: ['iam:PassRole']}
}

/** Who makes a parameter group with tags needs to be allowed to tag it. */
const tagsWhatItMakes = (operation: string, input: object): readonly string[] =>
  /^(Create|Copy)DB(Cluster)?ParameterGroup$/.test(operation) && ((input as {Tags?: readonly unknown[]}).Tags ?? []).length > 0
    ? ['rds:AddTagsToResource']
    : []

const denies = (denied: readonly string[], action: string): boolean =>
  denied.some(one => one === action || (one.endsWith('*') && action.startsWith(one.slice(0, -1))))

const kindOf = (account: Account, input: object): 'instance' | 'cluster' => {
  const {Source: source, BlueGreenDeploymentIdentifier: id} = input as {Source?: string; BlueGreenDeploymentIdentifier?: string}
  const arn = source ?? account.deployments.find(one => one.shown.BlueGreenDeploymentIdentifier === id?.toLowerCase())?.shown.Source ?? ''
  return arn.includes(':cluster:') ? 'cluster' : 'instance'
}

export function refuseByPolicy(
  account: Account,
  denied: readonly string[],
  api: Api,
  operation: string,
  input: object
): Refusal | undefined {
  if (denied.length === 0) return undefined
  const actions = [
    `${services[api]}:${operation}`,
    ...(also[operation]?.[kindOf(account, input)] ?? []),
    ...tagsWhatItMakes(operation, input)
  ]
  const action = actions.find(one => denies(denied, one))
  return action === undefined ? undefined : accessDenied(account, action)
}

export function accessDenied(account: Account, action: string): Refusal {
  const resource = `arn:${account.partition}:rds:${account.region}:${account.id}:*`
  return refusal(
    account.unknowns.deniedCode,
    `User: ${callerIdentity(account).Arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    403
  )
}

export const actionOf = (api: Api, operation: string): string => `${services[api]}:${operation}`
