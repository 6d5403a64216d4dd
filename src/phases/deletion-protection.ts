/** Turning deletion protection off on what is about to be deleted, and on nothing else. */
import type {Database} from '../domain/database.ts'
import type {Known} from '../domain/known.ts'
import {valueOf} from '../domain/known.ts'
import type {Observation} from '../observing/observation.ts'
import type {Call} from '../rds/api.ts'
import type {WriteStep} from './phase.ts'

/** `seenIn` finds the same database, by its resource id, in a later look. */
export function unprotect(database: Database, seenIn: (now: Observation) => Known<Database> | undefined): WriteStep {
  const off = {DeletionProtection: false, ApplyImmediately: true}
  const call: Call =
    database.kind === 'cluster'
      ? {operation: 'ModifyDBCluster', input: {DBClusterIdentifier: database.name, ...off}}
      : {operation: 'ModifyDBInstance', input: {DBInstanceIdentifier: database.name, ...off}}
  return {
    do: 'write',
    intent: `turn deletion protection of ${database.name} (${database.resourceId}) off`,
    call,
    shows: now => {
      const seen = seenIn(now)
      return seen !== undefined && seen.is !== 'unknown' && valueOf(seen)?.deletionProtection !== true
    },
    refused: {reason: 'deletion_protected', remedy: 'turn deletion protection off by hand, then run the same step again'},
    bearer: {kind: database.kind, name: database.name, resourceId: database.resourceId}
  }
}
