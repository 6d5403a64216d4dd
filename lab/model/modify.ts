/** ModifyDBInstance and ModifyDBCluster, as far as the action and other people of the account need them. */
import type {ModifyDBClusterMessage, ModifyDBClusterResult, ModifyDBInstanceMessage, ModifyDBInstanceResult} from '@aws-sdk/client-rds'
import {duration} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, Instance, ShownInstance} from './account.ts'
import type {Act} from './acts.ts'
import {plan} from './acts.ts'
import {appliedValues, groupOf, waitForReboot} from './apply-status.ts'
import {resourceEvent} from './events.ts'
import {identifierPattern} from './naming.ts'
import {clusterNotFound, clusterState, instanceNotFound, instanceState, invalidCombination, invalidValue, refusal} from './refusals.ts'
import {
  clusterNamed,
  clusterOf,
  instanceNamed,
  instanceOf,
  instancesOfCluster,
  nameOf,
  put,
  rename,
  resourceIdOf,
  showCluster,
  showInstance
} from './resources.ts'
import {familyOfVersion, groupNamed, isMajor, resolveTarget, sourceOf} from './source.ts'
import {isSwitching} from './switchover.ts'

type Answered<O> = {account: Account; output: O} | Refusal

/** These need a while in `modifying`; the rest is done at once. */
const slow = [
  'BackupRetentionPeriod',
  'DBInstanceClass',
  'StorageType',
  'AllocatedStorage',
  'Iops',
  'StorageThroughput',
  'EngineVersion'
] as const

export function modifyInstance(
  account: Account,
  input: ModifyDBInstanceMessage,
  now: number,
  dice: Dice
): Answered<ModifyDBInstanceResult> {
  const one = instanceNamed(account, input.DBInstanceIdentifier ?? '')
  if (one === undefined) return instanceNotFound(input.DBInstanceIdentifier ?? '')
  const refused = refuseInstance(account, input, one)
  if (refused !== undefined) return refused
  const id = resourceIdOf(one)
  const wanted = Object.fromEntries(
    slow.flatMap(name => (input[name] === undefined || input[name] === one.shown[name] ? [] : [[name, input[name]]]))
  )
  const changes = Object.keys(wanted).length > 0
  // The retention goes from days to days as soon as possible; from or to none it waits for the maintenance window (MODEL).
  const isMild = Object.keys(wanted).every(name => name === 'BackupRetentionPeriod') && !isOutage(one, wanted)
  const at = input.ApplyImmediately === true || (changes && isMild)
  const shown: Partial<ShownInstance> = {
    ...(input.DeletionProtection === undefined ? {} : {DeletionProtection: input.DeletionProtection}),
    ...(input.CopyTagsToSnapshot === undefined ? {} : {CopyTagsToSnapshot: input.CopyTagsToSnapshot}),
    ...(input.AutoMinorVersionUpgrade === undefined ? {} : {AutoMinorVersionUpgrade: input.AutoMinorVersionUpgrade})
  }
  const busy = changes && at && account.unknowns.modifying === 'at_once' ? {DBInstanceStatus: 'modifying'} : {}
  const pending = changes ? {PendingModifiedValues: {...one.shown.PendingModifiedValues, ...wanted}} : {}
  const changed = associate(put(account, showInstance(one, {...shown, ...pending, ...busy})), id, input.DBParameterGroupName)
  const name = input.NewDBInstanceIdentifier?.toLowerCase()
  const renamed = input.ApplyImmediately === true && name !== undefined ? renameTo(changed, id, name, now) : changed
  const status = wanted['StorageType'] !== undefined || wanted['Iops'] !== undefined ? 'storage-optimization' : 'available'
  const lasts = duration(account.paper.modify, dice.fork('modify'))
  const acts: (readonly [number, Act])[] =
    changes && at
      ? [
          [8_000, {is: 'status', kind: 'instance', resource: id, status: 'EngineVersion' in wanted ? 'upgrading' : 'modifying'}],
          [8_000 + lasts, {is: 'modified', resource: id, shown: wanted, status}],
          // S-09: hours.
          ...(status === 'available'
            ? []
            : [[8_000 + lasts + 6 * 3_600_000, {is: 'status', kind: 'instance', resource: id, status: 'available'}] as const])
        ]
      : []
  const made = plan(renamed, now, id, acts)
  return {account: made, output: {DBInstance: instanceOf(made, id)?.shown}}
}

/** Automated backups on or off: the instance goes down for it (M-03). */
const isOutage = (one: Instance, wanted: Readonly<Record<string, unknown>>): boolean => {
  const days = wanted['BackupRetentionPeriod']
  return days !== undefined && (days === 0) !== ((one.shown.BackupRetentionPeriod ?? 0) === 0)
}

/** 9.3: associated at once, applied by a reboot. */
function associate(account: Account, id: string, asked: string | undefined): Account {
  const one = instanceOf(account, id)
  const name = asked?.toLowerCase()
  if (one === undefined || name === undefined || name === groupOf(account, one, 'instance')) return account
  const before = appliedValues(account, one, 'instance')
  const named = showInstance(one, {DBParameterGroups: [{DBParameterGroupName: name, ParameterApplyStatus: 'pending-reboot'}]})
  return waitForReboot(put(account, named), named, 'instance', before)
}

function associateCluster(account: Account, id: string, asked: string | undefined): Account {
  const one = clusterOf(account, id)
  const name = asked?.toLowerCase()
  if (one === undefined || name === undefined || name === one.shown.DBClusterParameterGroup) return account
  const members = instancesOfCluster(account, one)
  const before = new Map(members.map(member => [nameOf(member), appliedValues(account, member, 'cluster')]))
  const named = put(account, showCluster(one, {DBClusterParameterGroup: name}))
  return members.reduce((made, {shown}) => {
    const member = instanceNamed(made, shown.DBInstanceIdentifier)
    return member === undefined ? made : waitForReboot(made, member, 'cluster', before.get(nameOf(member)) ?? {})
  }, named)
}

function refuseInstance(account: Account, input: ModifyDBInstanceMessage, one: Instance): Refusal | undefined {
  const name = nameOf(one)
  if (isSwitching(account, resourceIdOf(one))) return instanceState(`DB instance ${name} is part of a switchover and cannot be modified.`) // G-25
  if (one.shown.DBInstanceStatus === 'deleting') return instanceState(`DB instance ${name} is being deleted.`)
  if (input.DeletionProtection !== undefined && one.shown.DBClusterIdentifier !== undefined)
    // Text: FIELD crossplane 1529.
    return invalidCombination('Deletion Protection can only be applied on the Cluster level, not for individual instances')
  const onlyFlags = Object.keys(input).every(key =>
    ['DBInstanceIdentifier', 'ApplyImmediately', 'DeletionProtection', 'CopyTagsToSnapshot'].includes(key)
  )
  if (!onlyFlags && one.shown.DBInstanceStatus !== 'available' && one.shown.DBInstanceStatus !== 'storage-optimization')
    return instanceState(`Database instance is not in available state.`)
  const group = input.DBParameterGroupName
  if (group !== undefined) {
    const found = groupNamed(account, 'instance', group)
    if (found === undefined) return refusal('DBParameterGroupNotFound', `DBParameterGroup not found: ${group}`, 404)
    const target = resolveTarget(account, sourceOf(account, one), input.EngineVersion) ?? one.shown.EngineVersion
    if (found.family !== familyOfVersion(account, one.shown.Engine, target))
      return invalidCombination(`The parameter group ${group} has another family than ${target}.`)
  }
  if (input.BackupRetentionPeriod === 0 && one.shown.ReadReplicaDBInstanceIdentifiers.length > 0)
    return invalidCombination('Automated backups cannot be turned off on the source of a read replica.')
  if (input.EngineVersion !== undefined) {
    const target = resolveTarget(account, sourceOf(account, one), input.EngineVersion)
    if (target === undefined)
      return invalidCombination(`Cannot upgrade ${one.shown.Engine} from ${one.shown.EngineVersion} to ${input.EngineVersion}`)
    if (isMajor(one.shown.Engine, one.shown.EngineVersion, target) && input.AllowMajorVersionUpgrade !== true)
      return invalidCombination('The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version.')
  }
  return refuseName(input.NewDBInstanceIdentifier, name, other => instanceNamed(account, other) !== undefined, 'DBInstanceAlreadyExists')
}

function refuseName(name: string | undefined, old: string, taken: (name: string) => boolean, code: string): Refusal | undefined {
  if (name === undefined || name.toLowerCase() === old) return undefined
  const wanted = name.toLowerCase()
  if (wanted.length > 63 || !identifierPattern.test(wanted)) return invalidValue(`The identifier ${name} is not valid.`)
  return taken(wanted) ? refusal(code, `${name} already exists`) : undefined
}

function renameTo(account: Account, id: string, name: string, now: number): Account {
  const one = instanceOf(account, id) ?? clusterOf(account, id)
  return one === undefined || nameOf(one) === name ? account : rename(account, one, name, now)
}

export function modified(account: Account, act: Extract<Act, {is: 'modified'}>, now: number): Account {
  const one = instanceOf(account, act.resource)
  if (one === undefined) return account
  const changed = put(account, showInstance(one, {...act.shown, DBInstanceStatus: act.status, PendingModifiedValues: {}}))
  if (!isOutage(one, act.shown)) return changed
  const down = resourceEvent(changed, now, one, 'availability', 'DB instance shutdown')
  return resourceEvent(down, now, one, 'availability', 'DB instance restarted')
}

export function modifyCluster(account: Account, input: ModifyDBClusterMessage, now: number): Answered<ModifyDBClusterResult> {
  const one = clusterNamed(account, input.DBClusterIdentifier ?? '')
  if (one === undefined) return clusterNotFound(input.DBClusterIdentifier ?? '')
  const id = resourceIdOf(one)
  const name = nameOf(one)
  if (isSwitching(account, id)) return clusterState(`DB cluster ${name} is part of a switchover and cannot be modified.`) // G-25
  if (one.shown.Status === 'deleting') return clusterState(`DB cluster ${name} is being deleted.`)
  const group = input.DBClusterParameterGroupName
  if (group !== undefined) {
    const found = groupNamed(account, 'cluster', group)
    if (found === undefined) return refusal('DBClusterParameterGroupNotFound', `DBClusterParameterGroup not found: ${group}`, 404)
    if (found.family !== familyOfVersion(account, one.shown.Engine, one.shown.EngineVersion))
      return invalidCombination(`The parameter group ${group} has another family than ${one.shown.EngineVersion}.`)
    if (one.shown.Status !== 'available') return clusterState(`DB cluster ${name} is not in available state.`)
  }
  const refused = refuseName(
    input.NewDBClusterIdentifier,
    name,
    other => clusterNamed(account, other) !== undefined,
    'DBClusterAlreadyExistsFault'
  )
  if (refused !== undefined) return refused
  const flagged = put(
    account,
    showCluster(one, {
      ...(input.DeletionProtection === undefined ? {} : {DeletionProtection: input.DeletionProtection}),
      ...(input.CopyTagsToSnapshot === undefined ? {} : {CopyTagsToSnapshot: input.CopyTagsToSnapshot}),
      ...(input.BackupRetentionPeriod === undefined ? {} : {BackupRetentionPeriod: input.BackupRetentionPeriod}),
      ...(input.EnableHttpEndpoint === undefined ? {} : {HttpEndpointEnabled: input.EnableHttpEndpoint})
    })
  )
  const changed = associateCluster(flagged, id, group)
  const made =
    input.ApplyImmediately === true && input.NewDBClusterIdentifier !== undefined
      ? renameTo(changed, id, input.NewDBClusterIdentifier.toLowerCase(), now)
      : changed
  return {account: made, output: {DBCluster: clusterOf(made, id)?.shown}}
}
