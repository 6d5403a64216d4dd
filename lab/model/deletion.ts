/** DeleteDBInstance and DeleteDBCluster (facts 6.2, 6.3). */
import type {
  DBClusterSnapshot,
  DBSnapshot,
  DeleteDBClusterMessage,
  DeleteDBClusterResult,
  DeleteDBInstanceMessage,
  DeleteDBInstanceResult
} from '@aws-sdk/client-rds'
import {duration} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, Cluster, Deployment, Instance} from './account.ts'
import {arnOf} from './account.ts'
import type {Act} from './acts.ts'
import {cancel, plan} from './acts.ts'
import {clusterNotFound, clusterState, instanceNotFound, instanceState, invalidCombination, invalidValue, refusal} from './refusals.ts'
import {
  clusterNamed,
  findById,
  instanceNamed,
  instancesOfCluster,
  nameOf,
  put,
  remove as removeResource,
  resourceIdOf,
  showCluster,
  showDeployment,
  showInstance
} from './resources.ts'
import {isSwitching} from './switchover.ts'

interface Wish {
  readonly SkipFinalSnapshot?: boolean | undefined
  readonly FinalDBSnapshotIdentifier?: string | undefined
}

const snapshotName = /^[a-zA-Z](?!.*--)(?:[a-zA-Z0-9-]{0,253}[a-zA-Z0-9])?$/

/** Either a name or the skip: both and none are errors. */
function refuseWish(account: Account, input: Wish, taken: Refusal, names: readonly (string | undefined)[]): Refusal | undefined {
  const name = input.FinalDBSnapshotIdentifier
  if (input.SkipFinalSnapshot === true)
    return name === undefined
      ? undefined
      : invalidCombination('FinalDBSnapshotIdentifier can not be specified when deleting a DB with SkipFinalSnapshot.')
  if (name === undefined) return invalidCombination('FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified.')
  if (!snapshotName.test(name)) return invalidValue(`Invalid snapshot identifier: ${name}`)
  if (names.includes(name.toLowerCase())) return taken
  const manual = account.snapshots.length + account.clusterSnapshots.length
  return manual >= account.quotas.snapshots ? refusal('SnapshotQuotaExceeded', 'The snapshot quota is exceeded.') : undefined
}

/** 6.3: "Delete the B/G deployment first": whether RDS insists is unknown. */
const heldByDeployment = (account: Account, id: string): boolean =>
  account.unknowns.oldBlueWithDeployment === 'refused' &&
  account.deployments.some(one => one.shown.Status === 'SWITCHOVER_COMPLETED' && one.pairs.some(pair => pair.blue === id))

export function deleteInstance(
  account: Account,
  input: DeleteDBInstanceMessage,
  now: number,
  dice: Dice
): {account: Account; output: DeleteDBInstanceResult} | Refusal {
  const one = instanceNamed(account, input.DBInstanceIdentifier ?? '')
  if (one === undefined) return instanceNotFound(input.DBInstanceIdentifier ?? '')
  const name = nameOf(one)
  const id = resourceIdOf(one)
  if (one.shown.DeletionProtection && one.shown.DBClusterIdentifier === undefined)
    return invalidCombination('Cannot delete protected DB Instance, please disable deletion protection and try again.')
  if (one.shown.DBInstanceStatus === 'deleting') return instanceState(`Instance ${name} is already being deleted.`)
  if (isSwitching(account, id)) return instanceState(`DB instance ${name} is part of a switchover.`) // G-25
  if (heldByDeployment(account, id)) return instanceState(`DB instance ${name} is part of a blue/green deployment.`)
  const inCluster = one.shown.DBClusterIdentifier !== undefined
  const final = input.FinalDBSnapshotIdentifier?.toLowerCase()
  if (inCluster) {
    if (final !== undefined) return invalidCombination('FinalDBSnapshotIdentifier can not be specified for a member of a DB cluster.')
    const refused = refuseLastOfReplica(account, one)
    if (refused !== undefined) return refused
  } else {
    const taken = refusal(
      'DBSnapshotAlreadyExists',
      `Cannot create the snapshot because a snapshot with the identifier ${final} already exists.`
    )
    const refused = refuseWish(
      account,
      input,
      taken,
      account.snapshots.map(other => other.DBSnapshotIdentifier)
    )
    if (refused !== undefined) return refused
    if (final !== undefined && one.shown.ReadReplicaSourceDBInstanceIdentifier !== undefined)
      return invalidCombination('FinalDBSnapshotIdentifier can not be specified when deleting a Read Replica.')
    if (final !== undefined && one.shown.DBInstanceStatus !== 'available')
      return instanceState(`Instance ${name} is not in available state; a final snapshot cannot be made.`)
  }
  const deleting = showInstance(one, {DBInstanceStatus: 'deleting'})
  const snapshot = final === undefined ? undefined : snapshotOf(account, one, final, now)
  const made: Account = {...put(account, deleting), ...(snapshot === undefined ? {} : {snapshots: [...account.snapshots, snapshot]})}
  const snapshotTime = final === undefined ? 0 : duration(account.paper.snapshot, dice.fork('snapshot'))
  const acts: (readonly [number, Act])[] = [
    ...(final === undefined ? [] : [[snapshotTime, {is: 'snapshot-made', snapshot: final, of: 'instance'}] as const]),
    [snapshotTime + duration(account.paper.deleteDatabase, dice.fork('delete')), {is: 'gone', kind: 'instance', resource: id}]
  ]
  return {account: plan(made, now, id, acts), output: {DBInstance: deleting.shown}}
}

/** 6.3: the only instance of a cluster that replicates from another one stays. */
function refuseLastOfReplica(account: Account, one: Instance): Refusal | undefined {
  const cluster = clusterNamed(account, one.shown.DBClusterIdentifier ?? '')
  const last =
    cluster !== undefined && cluster.shown.DBClusterMembers.length === 1 && cluster.shown.ReplicationSourceIdentifier !== undefined
  return last ? clusterState('Cannot delete the last instance of the read replica DB cluster.') : undefined
}

const tagsOf = (account: Account, one: Instance | Cluster) =>
  account.unknowns.snapshotTags === 'copied' || one.shown.CopyTagsToSnapshot === true ? one.shown.TagList : []

const snapshotOf = (account: Account, one: Instance, name: string, now: number): DBSnapshot => ({
  DBSnapshotIdentifier: name,
  DBSnapshotArn: arnOf(account, 'snapshot', name),
  DBInstanceIdentifier: nameOf(one),
  DbiResourceId: resourceIdOf(one),
  Engine: one.shown.Engine,
  EngineVersion: one.shown.EngineVersion,
  AllocatedStorage: one.shown.AllocatedStorage,
  SnapshotType: 'manual',
  Status: 'creating',
  PercentProgress: 0,
  SnapshotCreateTime: new Date(now),
  Encrypted: one.shown.StorageEncrypted ?? false,
  TagList: tagsOf(account, one)
})

const clusterSnapshotOf = (account: Account, one: Cluster, name: string, now: number): DBClusterSnapshot => ({
  DBClusterSnapshotIdentifier: name,
  DBClusterSnapshotArn: arnOf(account, 'cluster-snapshot', name),
  DBClusterIdentifier: nameOf(one),
  DbClusterResourceId: resourceIdOf(one),
  Engine: one.shown.Engine,
  EngineVersion: one.shown.EngineVersion,
  SnapshotType: 'manual',
  Status: 'creating',
  PercentProgress: 0,
  SnapshotCreateTime: new Date(now),
  StorageEncrypted: one.shown.StorageEncrypted ?? false,
  TagList: tagsOf(account, one)
})

export function deleteCluster(
  account: Account,
  input: DeleteDBClusterMessage,
  now: number,
  dice: Dice
): {account: Account; output: DeleteDBClusterResult} | Refusal {
  const one = clusterNamed(account, input.DBClusterIdentifier ?? '')
  if (one === undefined) return clusterNotFound(input.DBClusterIdentifier ?? '')
  const name = nameOf(one)
  const id = resourceIdOf(one)
  if (one.shown.DeletionProtection)
    return invalidCombination('Cannot delete protected Cluster, please disable deletion protection and try again.')
  if (one.shown.Status === 'deleting') return clusterState(`Cluster ${name} is already being deleted.`)
  if (['stopped', 'stopping'].includes(one.shown.Status)) return clusterState(`Db cluster ${name} is in stopped state`)
  if (isSwitching(account, id)) return clusterState(`DB cluster ${name} is part of a switchover.`) // G-25
  if (heldByDeployment(account, id)) return clusterState(`DB cluster ${name} is part of a blue/green deployment.`)
  if (instancesOfCluster(account, one).some(member => member.shown.DBInstanceStatus !== 'deleting'))
    return clusterState('Cluster cannot be deleted, it still contains DB instances in non-deleting state.')
  const final = input.FinalDBSnapshotIdentifier?.toLowerCase()
  const taken = refusal(
    'DBClusterSnapshotAlreadyExistsFault',
    `Cannot create the snapshot because a snapshot with the identifier ${final} already exists.`
  )
  const refused = refuseWish(
    account,
    input,
    taken,
    account.clusterSnapshots.map(other => other.DBClusterSnapshotIdentifier)
  )
  if (refused !== undefined) return refused
  const deleting = showCluster(one, {Status: 'deleting'})
  const made: Account = {
    ...put(account, deleting),
    ...(final === undefined ? {} : {clusterSnapshots: [...account.clusterSnapshots, clusterSnapshotOf(account, one, final, now)]})
  }
  const snapshotTime = final === undefined ? 0 : duration(account.paper.snapshot, dice.fork('snapshot'))
  // The cluster goes after the last of its instances.
  const membersGone = Math.max(
    0,
    ...account.timers.flatMap(timer =>
      timer.act.is === 'gone' && instancesOfCluster(account, one).some(member => resourceIdOf(member) === timer.about)
        ? [timer.due - now]
        : []
    )
  )
  const acts: (readonly [number, Act])[] = [
    ...(final === undefined ? [] : [[snapshotTime, {is: 'snapshot-made', snapshot: final, of: 'cluster'}] as const]),
    [
      Math.max(snapshotTime, membersGone / account.pace) + duration(account.paper.deleteDatabase, dice.fork('delete')),
      {is: 'gone', kind: 'cluster', resource: id}
    ]
  ]
  return {account: plan(made, now, id, acts), output: {DBCluster: deleting.shown}}
}

export function snapshotMade(account: Account, act: Extract<Act, {is: 'snapshot-made'}>): Account {
  const done = {Status: 'available', PercentProgress: 100}
  return act.of === 'instance'
    ? {...account, snapshots: account.snapshots.map(one => (one.DBSnapshotIdentifier === act.snapshot ? {...one, ...done} : one))}
    : {
        ...account,
        clusterSnapshots: account.clusterSnapshots.map(one => (one.DBClusterSnapshotIdentifier === act.snapshot ? {...one, ...done} : one))
      }
}

/** A resource is gone; a deployment it belonged to says so (1.2: MISSING_SOURCE, MISSING_TARGET). */
export function gone(account: Account, kind: 'instance' | 'cluster' | 'endpoint', resourceId: string): Account {
  if (findById(account, kind, resourceId) === undefined) return account
  const removed = removeResource(account, kind, resourceId)
  return removed.deployments.reduce((made, one) => missing(made, one, resourceId), removed)
}

function missing(account: Account, deployment: Deployment, resourceId: string): Account {
  const {pairs, shown} = deployment
  const index = pairs.findIndex(pair => pair.blue === resourceId || pair.green === resourceId)
  if (index < 0 || ['SWITCHOVER_COMPLETED', 'DELETING', 'INVALID_CONFIGURATION'].includes(shown.Status)) return account
  const isSource = shown.SwitchoverDetails[index]?.SourceMember === shown.Source
  const Status = pairs[index]?.blue === resourceId ? 'MISSING_SOURCE' : 'MISSING_TARGET'
  const SwitchoverDetails = shown.SwitchoverDetails.map((detail, at) => (at === index ? {...detail, Status} : detail))
  const id = shown.BlueGreenDeploymentIdentifier
  // Without its source or target there is nothing left to build or to switch.
  return isSource
    ? showDeployment(cancel(account, id), id, {SwitchoverDetails, Status: 'INVALID_CONFIGURATION'})
    : showDeployment(account, id, {SwitchoverDetails})
}
