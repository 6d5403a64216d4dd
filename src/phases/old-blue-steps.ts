/** What `cleanup` writes to old blue, one database after another: the mark, then the deletion in RDS's order (facts 6.2, 6.3). */
import type {Database} from '../domain/database.ts'
import {absent, valueOf} from '../domain/known.ts'
import {KEYS, printMark} from '../domain/memory.ts'
import {isDatabaseFailure} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation, OldBlue} from '../observing/observation.ts'
import {finalSnapshotName, takesSnapshot} from '../observing/old-blue.ts'
import type {Call} from '../rds/api.ts'
import {unprotect} from './deletion-protection.ts'
import type {Plan, Situation, Step} from './phase.ts'
import {refuse} from './phase.ts'
import {tagStep} from './remembering.ts'

const databaseNow = (now: Observation, resourceId: string): Database | undefined =>
  valueOf((valueOf(now.oldBlue) ?? []).find(one => one.resourceId === resourceId)?.database ?? absent)

/** The marks that take over from the deployment's memory, one for each old database that does not bear its own yet. */
export function markSteps(situation: Situation, deploymentId: string, old: readonly OldBlue[]): readonly Step[] {
  return old.flatMap((one): readonly Step[] => {
    const database = valueOf(one.database)
    if (database === undefined || one.mark?.deploymentId === deploymentId) return []
    // Where nobody can tell, now: later than the truth, so the age that is asked for is never reached too early.
    const at = one.switchedOverAt ?? valueOf(situation.now.switchedOverAt) ?? situation.date
    const value = printMark({deploymentId, resourceId: one.resourceId, production: one.production, switchedOverAt: at})
    const bears = (now: Observation): boolean =>
      (valueOf(now.oldBlue) ?? []).some(seen => seen.resourceId === one.resourceId && seen.mark?.deploymentId === deploymentId)
    return [
      tagStep(database.arn, [{Key: KEYS.oldBlue, Value: value}], {
        intent: `mark ${database.name} (${one.resourceId}) as old blue of ${one.production}`,
        shows: now => databaseNow(now, one.resourceId) === undefined || bears(now),
        bearer: {kind: one.kind, name: database.name, resourceId: one.resourceId}
      })
    ]
  })
}

/** Readers and replicas, then writer and primary, then the cluster; before all of them what one look did not find (rule 19). */
function orderOf(one: OldBlue, all: readonly OldBlue[]): number {
  const database = valueOf(one.database)
  if (database === undefined) return 0
  if (database.kind === 'cluster') return 2
  if (database.cluster === undefined) return database.replicaOf === undefined ? 1 : 0
  const writer = all.some(
    other => other.database.is === 'known' && other.database.value.members.some(member => member.writer && member.name === database.name)
  )
  return writer ? 1 : 0
}

/** Every deletion that is left, in order; a refusal where one of them could not be done as asked. */
export function deletionSteps(inputs: Inputs, left: readonly OldBlue[]): readonly Step[] | Plan {
  const steps: Step[] = []
  const orders = [...new Set(left.map(one => orderOf(one, left)))].sort((a, b) => a - b)
  for (const order of orders) {
    const group = left.filter(one => orderOf(one, left) === order)
    for (const one of group) {
      const database = valueOf(one.database)
      if (database === undefined || database.status === 'deleting') continue
      if (database.deletionProtection === true && inputs.disableDeletionProtection && database.cluster === undefined)
        steps.push(unprotect(database, now => (valueOf(now.oldBlue) ?? []).find(other => other.resourceId === one.resourceId)?.database))
      const deletion = deletionOf(inputs, one, database)
      if ('is' in deletion) return deletion
      steps.push(deletion)
    }
    const there = group.flatMap(one => valueOf(one.database)?.name ?? [])
    const intent =
      there.length === 0
        ? `making sure that ${group.map(one => one.resourceId).join(', ')} ${group.length === 1 ? 'is' : 'are'} gone`
        : `${there.join(', ')} ${there.length === 1 ? 'is' : 'are'} being deleted`
    steps.push({do: 'wait', intent, pace: 'provisioning'})
  }
  return steps
}

function deletionOf(inputs: Inputs, one: OldBlue, database: Database): Step | Plan {
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
      return {do: 'wait', intent: `${database.name} is ${database.status}; its final snapshot needs it available`, pace: 'settling'}
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
  return {
    do: 'write',
    intent: `delete ${database.name} (${one.resourceId})${wanted ? `, with final snapshot ${snapshot}` : ''}`,
    call,
    shows: now => {
      const seen = databaseNow(now, one.resourceId)
      return seen === undefined || seen.status === 'deleting'
    },
    refused: {reason: 'cannot_tell', remedy: 'mend what RDS names, then run cleanup again'},
    bearer: {kind: one.kind, name: database.name, resourceId: one.resourceId}
  }
}

/** A snapshot of that name that is there already is ours if its resource id agrees (contract, `final-snapshot-prefix`). */
function snapshotStands(one: OldBlue, name: string): Step | Plan | 'taken' | undefined {
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
      return {do: 'wait', intent: `the snapshot ${name} is ${status}`, pace: 'settling'}
    }
  }
}
