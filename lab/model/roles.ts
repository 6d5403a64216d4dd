/** IAM roles of databases (facts G-18): added to one that is available, at most five (G-36); no role comes along to green. */
import type {AddRoleToDBClusterMessage, AddRoleToDBInstanceMessage} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account} from './account.ts'
import {clusterNotFound, clusterState, instanceNotFound, instanceState, refusal} from './refusals.ts'
import {clusterNamed, instanceNamed, put, showCluster, showInstance} from './resources.ts'

type Answered = {account: Account; output: object} | Refusal

/** The role is `ACTIVE` at once: `PENDING` for a moment is not modelled. */
export function addRoleToInstance(account: Account, input: AddRoleToDBInstanceMessage): Answered {
  const {DBInstanceIdentifier: name = '', RoleArn, FeatureName} = input
  const one = instanceNamed(account, name)
  if (one === undefined) return instanceNotFound(name)
  if (one.shown.DBInstanceStatus !== 'available') return instanceState(`DB instance ${name} is not in available state.`)
  const roles = one.shown.AssociatedRoles ?? []
  if (roles.some(role => role.RoleArn === RoleArn || role.FeatureName === FeatureName))
    return refusal('DBInstanceRoleAlreadyExists', `The role ${RoleArn} or the feature ${FeatureName} is already associated with ${name}.`)
  if (roles.length >= account.quotas.roles) return refusal('DBInstanceRoleQuotaExceeded', `${name} has ${roles.length} roles already.`)
  return {account: put(account, showInstance(one, {AssociatedRoles: [...roles, {RoleArn, FeatureName, Status: 'ACTIVE'}]})), output: {}}
}

export function addRoleToCluster(account: Account, input: AddRoleToDBClusterMessage): Answered {
  const {DBClusterIdentifier: name = '', RoleArn, FeatureName} = input
  const one = clusterNamed(account, name)
  if (one === undefined) return clusterNotFound(name)
  if (one.shown.Status !== 'available') return clusterState(`DB cluster ${name} is not in available state.`)
  const roles = one.shown.AssociatedRoles ?? []
  if (roles.some(role => role.RoleArn === RoleArn && role.FeatureName === FeatureName))
    return refusal('DBClusterRoleAlreadyExists', `The role ${RoleArn} is already associated with ${name}.`)
  if (roles.length >= account.quotas.roles) return refusal('DBClusterRoleQuotaExceeded', `${name} has ${roles.length} roles already.`)
  const added = {RoleArn, Status: 'ACTIVE', ...(FeatureName === undefined ? {} : {FeatureName})}
  return {account: put(account, showCluster(one, {AssociatedRoles: [...roles, added]})), output: {}}
}
