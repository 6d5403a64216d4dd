/**
 * When a value of a parameter group reaches the databases (facts 9.3): a group is associated at once and works after a reboot; a static
 * parameter works after a reboot; a dynamic one, applied immediately, within moments. What a database runs with until then is kept in
 * `hidden.applied`, and is the group's own again as soon as it is in sync.
 */
import type {Account, Cluster, Instance} from './account.ts'
import {valueIn} from './parameters.ts'
import {put, showCluster, showInstance} from './resources.ts'
import {groupNamed} from './source.ts'

type Kind = 'instance' | 'cluster'
type Values = Readonly<Record<string, string>>

const clusterOfInstance = (account: Account, one: Instance): Cluster | undefined =>
  account.clusters.find(cluster => cluster.shown.DBClusterIdentifier === one.shown.DBClusterIdentifier)

/** The group of that kind which the instance is in. */
export function groupOf(account: Account, one: Instance, kind: Kind): string | undefined {
  return kind === 'instance'
    ? one.shown.DBParameterGroups[0]?.DBParameterGroupName
    : clusterOfInstance(account, one)?.shown.DBClusterParameterGroup
}

export const usersOf = (account: Account, kind: Kind, group: string): readonly Instance[] =>
  account.instances.filter(one => groupOf(account, one, kind) === group)

export function statusOfGroup(account: Account, one: Instance, kind: Kind): string | undefined {
  if (kind === 'instance') return one.shown.DBParameterGroups[0]?.ParameterApplyStatus
  const member = clusterOfInstance(account, one)?.shown.DBClusterMembers.find(
    other => other.DBInstanceIdentifier === one.shown.DBInstanceIdentifier
  )
  return member?.DBClusterParameterGroupStatus
}

function showApplyStatus(account: Account, one: Instance, kind: Kind, status: string): Account {
  if (kind === 'instance')
    return put(
      account,
      showInstance(one, {DBParameterGroups: one.shown.DBParameterGroups.map(group => ({...group, ParameterApplyStatus: status}))})
    )
  const cluster = clusterOfInstance(account, one)
  if (cluster === undefined) return account
  const name = one.shown.DBInstanceIdentifier
  const members = cluster.shown.DBClusterMembers.map(member =>
    member.DBInstanceIdentifier === name ? {...member, DBClusterParameterGroupStatus: status} : member
  )
  return put(account, showCluster(cluster, {DBClusterMembers: members}))
}

const named = (account: Account, name: string): Instance | undefined =>
  account.instances.find(one => one.shown.DBInstanceIdentifier === name)

/** What people set and the instance runs with. */
export const appliedValues = (account: Account, one: Instance, kind: Kind): Values =>
  one.hidden.applied?.[kind] ?? groupNamed(account, kind, groupOf(account, one, kind) ?? '')?.parameters ?? {}

/** From now on the instance runs with `values`, whatever its group says, until it is rebooted. */
export function waitForReboot(account: Account, one: Instance, kind: Kind, values: Values): Account {
  const applied = {...one.hidden.applied, [kind]: values}
  const kept = put(account, {...one, hidden: {...one.hidden, applied}})
  return showApplyStatus(kept, named(kept, one.shown.DBInstanceIdentifier) ?? one, kind, 'pending-reboot')
}

/** A dynamic value reaches the instance: at once what waits for a reboot keeps waiting, the rest says `applying` for a while. */
export function applyNow(account: Account, one: Instance, kind: Kind, apply: (values: Values) => Values): Account {
  const kept = one.hidden.applied?.[kind]
  if (kept !== undefined) {
    const applied = {...one.hidden.applied, [kind]: apply(kept)}
    return put(account, {...one, hidden: {...one.hidden, applied}})
  }
  return showApplyStatus(account, one, kind, 'applying')
}

export function applied(account: Account, one: Instance, kind: Kind): Account {
  return statusOfGroup(account, one, kind) === 'applying' ? showApplyStatus(account, one, kind, 'in-sync') : account
}

/** Everything the groups say is in effect. */
export function inSync(account: Account, one: Instance): Account {
  const {applied: _applied, ...hidden} = one.hidden
  const fresh = put(account, {...one, hidden})
  return (['instance', 'cluster'] as const).reduce((made, kind) => {
    const current = named(made, one.shown.DBInstanceIdentifier)
    return current === undefined || statusOfGroup(made, current, kind) === undefined
      ? made
      : showApplyStatus(made, current, kind, 'in-sync')
  }, fresh)
}

/** What the instance runs with now. */
export function effectiveOf(account: Account, one: Instance, kind: Kind, parameter: string): string | undefined {
  const group = groupNamed(account, kind, groupOf(account, one, kind) ?? '')
  return group === undefined ? undefined : valueIn({...group, parameters: appliedValues(account, one, kind)}, parameter)
}
