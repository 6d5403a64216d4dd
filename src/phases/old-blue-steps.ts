/** What `cleanup` writes to old blue, one database after another: the mark, then the deletion in RDS's order (facts 6.2, 6.3). */
import type {Database} from '../domain/database.ts'
import {known, valueOf} from '../domain/known.ts'
import {KEYS, printMark} from '../domain/memory.ts'
import {isDatabaseFailure} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation, OldBlue} from '../observing/observation.ts'
import {finalSnapshotName, takesSnapshot} from '../observing/old-blue.ts'
import type {Call} from '../rds/api.ts'
import type {Plan, Situation} from './phase.ts'
import {refuse, steps, waitFor} from './phase.ts'

const databaseNow = (now: Observation, resourceId: string): Database | undefined =>
  valueOf((valueOf(now.oldBlue) ?? []).find(one => one.resourceId === resourceId)?.database ?? known(undefined))

/** The mark that takes over from the deployment's memory; the first old database that does not bear it yet. */
export function markNext(situation: Situation, deploymentId: string, old: readonly OldBlue[]): Plan | undefined {
  const next = old.find(one => one.database.is === 'known' && one.mark?.deploymentId !== deploymentId)
  const database = next === undefined ? undefined : valueOf(next.database)
  if (next === undefined || database === undefined) return undefined
  const value = printMark({
    deploymentId,
    resourceId: next.resourceId,
    production: next.production,
    switchedOverAt: next.switchedOverAt ?? valueOf(situation.now.switchedOverAt)
  })
  return steps({
    do: 'write',
    intent: `mark ${database.name} (${next.resourceId}) as old blue of ${next.production}`,
    call: {operation: 'AddTagsToResource', input: {ResourceName: database.arn, Tags: [{Key: KEYS.oldBlue, Value: value}]}},
    shows: now =>
      databaseNow(now, next.resourceId) === undefined ||
      (valueOf(now.oldBlue) ?? []).some(one => one.resourceId === next.resourceId && one.mark?.deploymentId === deploymentId),
    refused: {reason: 'access_denied', remedy: 'allow rds:AddTagsToResource'},
    bearer: {kind: next.kind, name: database.name, resourceId: next.resourceId}
  })
}

/** Readers and replicas, then writer and primary, then the cluster. */
function orderOf(one: OldBlue, all: readonly OldBlue[]): number {
  const database = valueOf(one.database)
  if (database === undefined || database.kind === 'cluster') return 2
  if (database.cluster === undefined) return database.replicaOf === undefined ? 1 : 0
  const writer = all.some(
    other => other.database.is === 'known' && other.database.value.members.some(member => member.writer && member.name === database.name)
  )
  return writer ? 1 : 0
}

export function deleteNext(inputs: Inputs, left: readonly OldBlue[]): Plan {
  const first = Math.min(...left.map(one => orderOf(one, left)))
  const group = left.filter(one => orderOf(one, left) === first)
  const next = group.find(one => one.database.is === 'known' && one.database.value.status !== 'deleting')
  const database = next === undefined ? undefined : valueOf(next.database)
  if (next === undefined || database === undefined) {
    return waitFor(
      `${group.map(one => valueOf(one.database)?.name ?? one.resourceId).join(', ')} ${group.length === 1 ? 'is' : 'are'} being deleted`,
      'provisioning'
    )
  }
  if (database.deletionProtection === true && inputs.disableDeletionProtection && database.cluster === undefined)
    return unprotect(next, database)
  return deletion(inputs, next, database)
}

function unprotect(one: OldBlue, database: Database): Plan {
  const off = {DeletionProtection: false, ApplyImmediately: true}
  const call: Call =
    database.kind === 'cluster'
      ? {operation: 'ModifyDBCluster', input: {DBClusterIdentifier: database.name, ...off}}
      : {operation: 'ModifyDBInstance', input: {DBInstanceIdentifier: database.name, ...off}}
  return steps({
    do: 'write',
    intent: `turn deletion protection of ${database.name} (${one.resourceId}) off`,
    call,
    shows: now => databaseNow(now, one.resourceId)?.deletionProtection !== true,
    refused: {reason: 'deletion_protected', remedy: 'turn deletion protection off by hand, then run cleanup again'},
    bearer: {kind: one.kind, name: database.name, resourceId: one.resourceId}
  })
}

function deletion(inputs: Inputs, one: OldBlue, database: Database): Plan {
  const snapshot = finalSnapshotName(inputs, one.production, one.resourceId)
  const wanted = inputs.finalSnapshot && takesSnapshot(database)
  let taken = false
  if (wanted) {
    const stands = snapshotStands(one, snapshot)
    if (stands !== undefined && stands !== 'taken') return stands
    taken = stands === 'taken'
    // Facts 6.2: a final snapshot needs an available database.
    if (!taken && database.status !== 'available') {
      if (isDatabaseFailure(database.status) || database.status === 'stopped') {
        return refuse(
          'blocked',
          'cannot_tell',
          `${database.name} is ${database.status}: RDS takes no final snapshot of it`,
          'bring it back to available, or set final-snapshot: false'
        )
      }
      return waitFor(`${database.name} is ${database.status}; its final snapshot needs it available`, 'settling')
    }
  }
  const how = wanted && !taken ? {FinalDBSnapshotIdentifier: snapshot, SkipFinalSnapshot: false} : {SkipFinalSnapshot: true}
  const backups = {DeleteAutomatedBackups: !inputs.keepAutomatedBackups}
  const call: Call =
    database.kind === 'cluster'
      ? {operation: 'DeleteDBCluster', input: {DBClusterIdentifier: database.name, ...how, ...backups}}
      : {
          operation: 'DeleteDBInstance',
          input: {DBInstanceIdentifier: database.name, ...how, ...(database.cluster === undefined ? backups : {})}
        }
  return steps({
    do: 'write',
    intent: `delete ${database.name} (${one.resourceId})${wanted ? `, with final snapshot ${snapshot}` : ''}`,
    call,
    shows: now => {
      const seen = databaseNow(now, one.resourceId)
      return seen === undefined || seen.status === 'deleting'
    },
    refused: {reason: 'cannot_tell', remedy: 'mend what RDS names, then run cleanup again'},
    bearer: {kind: one.kind, name: database.name, resourceId: one.resourceId}
  })
}

/** A snapshot of that name that is there already is ours if its resource id agrees (contract, `final-snapshot-prefix`). */
function snapshotStands(one: OldBlue, name: string): Plan | 'taken' | undefined {
  switch (one.snapshot.is) {
    case 'absent':
      return undefined
    case 'unknown':
      return refuse(
        'blocked',
        'cannot_tell',
        `whether a snapshot ${name} exists cannot be read: ${one.snapshot.because}`,
        'allow rds:DescribeDBSnapshots and rds:DescribeDBClusterSnapshots'
      )
    case 'known': {
      const {resourceId, status} = one.snapshot.value
      if (resourceId !== one.resourceId) {
        return refuse(
          'blocked',
          'not_proven',
          `the snapshot ${name} exists and is of another database (${resourceId === '' ? 'of an unknown resource id' : resourceId})`,
          'give another final-snapshot-prefix'
        )
      }
      if (status === 'available') return 'taken'
      if (isDatabaseFailure(status))
        return refuse(
          'blocked',
          'not_proven',
          `the final snapshot ${name} is ${status}`,
          'delete it, or give another final-snapshot-prefix'
        )
      return waitFor(`the snapshot ${name} is ${status}`, 'settling')
    }
  }
}
