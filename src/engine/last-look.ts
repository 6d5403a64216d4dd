/** What the last look of a run found, for its report. */
import {valueOf} from '../domain/known.ts'
import {stageOf} from '../domain/status.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import type {Report} from '../reporting/report.ts'

export function membersOf(now: Observation): Report['members'] {
  return (valueOf(now.deployment)?.members ?? []).map(member => ({
    source: member.source ?? '',
    target: member.target ?? '',
    status: member.status ?? '',
    sourceDatabaseStatus: valueOf(databaseAt(now, member.source))?.status ?? '',
    targetDatabaseStatus: valueOf(databaseAt(now, member.target))?.status ?? ''
  }))
}

export function oldDatabasesOf(now: Observation): Report['oldDatabases'] {
  const old = (valueOf(now.oldBlue) ?? []).flatMap(one => (one.database.is === 'known' ? [one.database.value] : []))
  const deployment = valueOf(now.deployment)
  const sources =
    deployment !== undefined && stageOf(deployment.status) === 'completed'
      ? deployment.members.flatMap(member => valueOf(databaseAt(now, member.source)) ?? [])
      : []
  return (old.length > 0 ? old : sources).map(database => ({name: database.name, resourceId: database.resourceId, status: database.status}))
}
