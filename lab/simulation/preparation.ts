/**
 * What must be true of parameter groups, and of what `prepare` does to production: of every change, and of what it claims. Written from
 * the facts (9.3, 9.4), without a word of src/.
 */
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import type {Changed} from '../desk.ts'
import type {Account, Instance, ParameterGroup} from '../model/account.ts'
import {statusOfGroup, usersOf} from '../model/apply-status.ts'
import {targetGroups} from '../model/asked.ts'
import {majorOf} from '../model/catalogue.ts'
import {findSource} from '../model/create.ts'
import {definitionsOf, isAllowed, valueIn} from '../model/parameters.ts'
import {findByName, nameOf} from '../model/resources.ts'
import {familyOfVersion, groupNamed, resolveTarget, sourceOf} from '../model/source.ts'
import type {Leg, Upgrade} from './upgrade.ts'

const KINDS = ['instance', 'cluster'] as const
const FIVE_MINUTES = 5 * 60_000

/** By its name, or, where people have renamed it, by its cluster or by what it is a replica of. */
const isOurs = ({name}: Upgrade, one: Instance): boolean =>
  new RegExp(`^${name}(-[ir]\\d+)?$`).test(nameOf(one)) ||
  [one.shown.DBClusterIdentifier, one.shown.ReadReplicaSourceDBInstanceIdentifier].includes(name)

/** Everybody who runs with a group, besides production of this upgrade. */
const strangersIn = (account: Account, upgrade: Upgrade, group: ParameterGroup): readonly string[] =>
  usersOf(account, group.kind, group.name).flatMap(one => (isOurs(upgrade, one) ? [] : [nameOf(one)]))

interface Allowance {
  readonly mayRestart: boolean
  /** Another run has restarted the same database a moment ago; no look can be young enough to tell, and RDS has no lock (rule 20). */
  readonly isRaced: boolean
}

/** What a request of a run has done to groups and to production that no run may do. */
export function wrongsOf({before, after, entry}: Changed, upgrade: Upgrade, {mayRestart, isRaced}: Allowance): readonly string[] {
  if (entry === undefined) return []
  const found: string[] = []
  for (const group of after.parameterGroups) {
    const was = before.parameterGroups.find(one => one.kind === group.kind && one.name === group.name)
    if (was === undefined || was.parameters === group.parameters) continue
    if (group.name.startsWith('default.')) found.push(`the default group ${group.name} was edited`)
    const strangers = strangersIn(before, upgrade, group)
    if (strangers.length > 0) found.push(`${group.name} was edited, which ${strangers.join(', ')} uses`)
    if (!mayRestart && usersOf(before, group.kind, group.name).length > 0) found.push(`${group.name} was edited without allow-reboot`)
  }
  const {DBInstanceIdentifier: name, BackupRetentionPeriod: days} = entry.input as {
    readonly DBInstanceIdentifier?: string
    readonly BackupRetentionPeriod?: number
  }
  const one = before.instances.find(other => nameOf(other) === name)
  if (one === undefined) return found
  if (entry.operation === 'RebootDBInstance') {
    if (!mayRestart) found.push(`${name} was restarted without allow-reboot`)
    if (!isOurs(upgrade, one)) found.push(`the stranger ${name} was restarted`)
    if (!isRaced && !KINDS.some(kind => statusOfGroup(before, one, kind) === 'pending-reboot'))
      found.push(`${name} was restarted for nothing`)
  }
  if (entry.operation === 'ModifyDBInstance' && days !== undefined && (one.shown.BackupRetentionPeriod ?? 0) > 0)
    found.push(`the backups of ${name} were changed`)
  return found
}

/** A deployment was asked for with a group that a run has only just changed (facts 8.5), or has not filled to the end. */
export function wrongsWithGroups({before, entry, at}: Changed, upgrade: Upgrade): readonly string[] {
  if (entry?.operation !== 'CreateBlueGreenDeployment') return []
  const request = entry.input as CreateBlueGreenDeploymentRequest
  const source = findSource(before, request.Source ?? '')
  if ('refused' in source) return []
  const {instance, cluster} = targetGroups(before, request, source)
  const asked = [groupNamed(before, 'instance', instance), ...(cluster === undefined ? [] : [groupNamed(before, 'cluster', cluster)])]
  const groups = asked.flatMap(one => one ?? [])
  const blue = groupNamed(before, source.kind, source.group)
  return [
    ...groups
      .filter(one => one.changedAt !== undefined && at - one.changedAt < FIVE_MINUTES)
      .map(one => `a deployment was made with ${one.name}, which is younger than five minutes`),
    ...groups
      .filter(one => one.kind === source.kind && isMadeForGreen(one, upgrade) && blue !== undefined && !carries(blue, one))
      .map(one => `a deployment was made with ${one.name}, which lacks what blue has`)
  ]
}

/** Of a group whose name `prepare` gives (contract, "Parameter groups"). */
export const isOfPrepare = (name: string, side: 'blue' | 'green'): boolean =>
  (side === 'blue' ? /-bg-blue$/ : /-bg-green(-\d)?$/).test(name)

const isMadeForGreen = ({name}: ParameterGroup, upgrade: Upgrade): boolean =>
  name.startsWith(`${upgrade.name}-`) && isOfPrepare(name, 'green')

const NEEDED: Readonly<Record<string, number>> = {
  max_replication_slots: 25,
  max_wal_senders: 25,
  max_logical_replication_workers: 25,
  max_worker_processes: 50
}
/** Switches that blue/green wants. */
const WANTED = ['rds.logical_replication', 'synchronous_commit', 'binlog_format']
/** Left out, or off, on green for as long as it is not production. */
const APART = ['event_scheduler', 'shared_preload_libraries', 'apg_plan_mgmt.capture_plan_baselines']

function hasWhatItNeeds(group: ParameterGroup | undefined, engine: string): boolean {
  if (engine === 'aurora-mysql') return (valueIn(group, 'binlog_format') ?? 'OFF') !== 'OFF'
  return (
    valueIn(group, 'rds.logical_replication') === '1' &&
    Object.entries(NEEDED).every(([name, least]) => Number(group?.parameters[name] ?? valueIn(group, name)) >= least)
  )
}

/** Everything people have set in blue's group and green's family takes is in green's, but for what is apart on purpose. */
function carries(blue: ParameterGroup, green: ParameterGroup): boolean {
  const definitions = definitionsOf(green.family, green.kind)
  return Object.entries(blue.parameters).every(([name, value]) => {
    const definition = definitions.get(name)
    if (definition === undefined || !definition.isModifiable || !isAllowed(definition, value) || APART.includes(name)) return true
    return (green.parameters[name] ?? definition.shown) === value
  })
}

/** `prepare` has said that a deployment can be made of the source. */
export function isPrepared(account: Account, upgrade: Upgrade, {wanted, target}: Leg): boolean {
  const production = findByName(account, upgrade.kind, upgrade.name)
  if (production === undefined || production.kind === 'endpoint') return false
  const arn = production.kind === 'cluster' ? production.shown.DBClusterArn : production.shown.DBInstanceArn
  // Under an open deployment blue is not changed.
  if (account.deployments.some(one => one.shown.Source === arn && one.shown.Status !== 'DELETING')) return true
  const source = sourceOf(account, production)
  const to = resolveTarget(account, source, wanted) ?? source.version
  const isLogical =
    source.engine === 'aurora-postgresql' ||
    (source.engine === 'postgres' && majorOf(source.engine, source.version) !== majorOf(source.engine, to))
  const group = groupNamed(account, source.kind, source.group)
  if (source.kind === 'instance' && source.writer?.shown.BackupRetentionPeriod === 0) return false
  if ((isLogical || source.engine === 'aurora-mysql') && (!hasWhatItNeeds(group, source.engine) || source.groupApplied !== 'in-sync'))
    return false
  const family = familyOfVersion(account, source.engine, to)
  if (group === undefined || group.name.startsWith('default.') || family === group.family) return true
  const given = target[source.kind === 'cluster' ? 'target-cluster-parameter-group' : 'target-parameter-group']
  const made = account.parameterGroups.find(
    one =>
      one.kind === source.kind && one.family === family && (given === undefined ? one.name.startsWith(upgrade.name) : one.name === given)
  )
  // One that others use is left as it is.
  const isFixed = made !== undefined && usersOf(account, made.kind, made.name).length > 0
  if (made === undefined) return false
  if (isFixed) return true
  return carries(group, made) && (given !== undefined || saysNoMore(group, made)) && (!isLogical || hasWhatItNeeds(made, source.engine))
}

/** Nothing is left in green's from what blue's said before. */
const saysNoMore = (blue: ParameterGroup, green: ParameterGroup): boolean =>
  Object.keys(green.parameters).every(name => name in blue.parameters || name in NEEDED || APART.includes(name) || WANTED.includes(name))
