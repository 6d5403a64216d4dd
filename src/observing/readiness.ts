/** Ready means more than AVAILABLE (rule 3): every task, every member, and every instance and cluster of both sides. */
import {isDatabaseArn, nameIn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import {isDatabaseFailure, isFailure, stageOf} from '../domain/status.ts'
import type {Observation} from './observation.ts'
import {databaseAt} from './observation.ts'

/** ARNs of every database of both sides that the deployment names. */
export const sidesOf = (deployment: Deployment): readonly string[] => [
  ...new Set(
    [deployment.source, deployment.target, ...deployment.members.flatMap(member => [member.source, member.target])].filter(isDatabaseArn)
  )
]

/** Why the databases of both sides cannot be switched over now, one line each; empty when each of them is `available`. */
export function databasesNotAvailable(now: Observation): readonly string[] {
  if (now.deployment.is !== 'known') return ['the deployment is not known']
  const lines: string[] = []
  for (const arn of sidesOf(now.deployment.value)) {
    const database = databaseAt(now, arn)
    if (database.is === 'absent') lines.push(`${nameIn(arn)} is not there`)
    else if (database.is === 'unknown') lines.push(`${nameIn(arn)} could not be read: ${database.because}`)
    else if (database.value.status !== 'available') lines.push(describeDatabase(database.value))
  }
  return lines
}

function describeDatabase(database: Database): string {
  const operation = database.storageOperation
  const percent = operation === undefined || operation.percent === undefined ? '' : ` ${operation.percent} %`
  return `${database.name} is ${database.status === '' ? 'without a status' : database.status}${percent}`
}

/** Everything that keeps green from being ready; what RDS left out counts as not ready. */
export function notReady(now: Observation): readonly string[] {
  if (now.deployment.is !== 'known') return ['the deployment is not known']
  const deployment = now.deployment.value
  const lines: string[] = []
  if (stageOf(deployment.status) !== 'available') lines.push(`the deployment is ${deployment.status}`)
  if (deployment.tasks === undefined) lines.push('RDS did not list the tasks')
  for (const task of deployment.tasks ?? []) if (task.status !== 'COMPLETED') lines.push(`task ${task.name} is ${task.status}`)
  if (deployment.members.length === 0) lines.push('RDS did not list the members')
  for (const member of deployment.members) {
    if (member.status !== 'AVAILABLE' || member.target === undefined)
      lines.push(`member ${nameIn(member.source ?? member.target ?? '?')} is ${member.status ?? 'without a status'}`)
  }
  return [...lines, ...databasesNotAvailable(now)]
}

/** What will not mend itself: failed tasks, members and databases (rules 5 and 7). */
export function failuresIn(now: Observation): readonly string[] {
  if (now.deployment.is !== 'known') return []
  const {tasks, members} = now.deployment.value
  const lines: string[] = []
  for (const task of tasks ?? []) if (isFailure(task.status)) lines.push(`task ${task.name} is ${task.status}`)
  for (const member of members)
    if (isFailure(member.status)) lines.push(`member ${nameIn(member.source ?? member.target ?? '?')} is ${member.status}`)
  for (const arn of sidesOf(now.deployment.value)) {
    const database = databaseAt(now, arn)
    if (database.is === 'known' && isDatabaseFailure(database.value.status)) lines.push(describeDatabase(database.value))
  }
  return lines
}
