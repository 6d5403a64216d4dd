/**
 * The three-fold proof of a switchover (rule 1): the deployment says completed, and every member does, and every production name
 * carries a resource id that is not blue's, at the target version.
 */
import {labelFor, labelOf, nameIn, siblingArn, typeOf} from '../domain/arn.ts'
import type {Deployment} from '../domain/deployment.ts'
import {databasesOn} from '../domain/deployment.ts'
import {compareVersions, isAt} from '../domain/engine-version.ts'
import type {Memory} from '../domain/memory.ts'
import {kindOfResourceId} from '../domain/memory.ts'
import {isFailure, stageOf} from '../domain/status.ts'
import type {Observation} from './observation.ts'
import {databaseAt} from './observation.ts'

export type Proof =
  | {readonly is: 'proven'}
  /** A later look may show it: names and statuses follow one another (facts 8.5). */
  | {readonly is: 'not_yet'; readonly because: readonly string[]}
  | {readonly is: 'failed'; readonly because: readonly string[]}

/** ARNs of production's own names: from the memory, else from the targets of a completed deployment. */
export function productionArns(deployment: Deployment, memory: Memory | undefined): readonly string[] {
  if (memory !== undefined && memory.blue.length > 0) {
    return memory.blue.map(one => siblingArn(deployment.source, typeOf(kindOfResourceId(one.resourceId)), one.name))
  }
  return databasesOn(deployment, stageOf(deployment.status) === 'completed' ? 'target' : 'source')
}

/** Blue's resource ids, which production must not carry any more. Without a memory: those of the databases now called old blue. */
function blueIds(now: Observation, deployment: Deployment, memory: Memory | undefined): ReadonlySet<string> {
  if (memory !== undefined && memory.blue.length > 0) return new Set(memory.blue.map(one => one.resourceId))
  const old = deployment.members.flatMap(member => {
    const database = databaseAt(now, member.source)
    return database.is === 'known' ? [database.value.resourceId] : []
  })
  return new Set(old)
}

export function prove(now: Observation, deployment: Deployment, memory: Memory | undefined, versionAsked: string | undefined): Proof {
  const failed = deployment.members
    .filter(member => isFailure(member.status))
    .map(member => `member ${nameIn(member.target ?? member.source ?? '?')} is ${member.status ?? ''}`)
  if (failed.length > 0) return {is: 'failed', because: failed}
  const open: string[] = []
  if (memory?.blueUnread === true) open.push(`a part of the memory cannot be read: ${memory.unread.join('; ')}`)
  if (stageOf(deployment.status) !== 'completed') open.push(`the deployment is ${deployment.status}`)
  if (deployment.members.length === 0) open.push('RDS did not list the members')
  for (const member of deployment.members) {
    if (member.status !== 'SWITCHOVER_COMPLETED')
      open.push(`member ${nameIn(member.target ?? member.source ?? '?')} is ${member.status ?? 'without a status'}`)
  }
  const blue = blueIds(now, deployment, memory)
  const version = versionAsked ?? memory?.target.get('engine-version')
  for (const arn of productionArns(deployment, memory)) open.push(...nameNotProven(now, arn, blue, version))
  return open.length === 0 ? {is: 'proven'} : {is: 'not_yet', because: open}
}

function nameNotProven(now: Observation, arn: string, blue: ReadonlySet<string>, version: string | undefined): readonly string[] {
  const database = databaseAt(now, arn)
  if (database.is === 'absent') return [`${nameIn(arn)} is not there`]
  if (database.is === 'unknown') return [`${nameIn(arn)} could not be read: ${database.because}`]
  if (blue.has(database.value.resourceId)) return [`${nameIn(arn)} still is blue (${database.value.resourceId})`]
  // Newer is at the target too: minor versions move on by themselves between the switchover and a later cleanup.
  if (version !== undefined && !isAt(database.value.engineVersion, version) && compareVersions(database.value.engineVersion, version) < 0)
    return [`${nameIn(arn)} runs ${database.value.engineVersion}, not ${version}`]
  return []
}

/** No name has moved: every production name still carries blue's resource id. Anything not read is not proven. */
export function noNameMoved(now: Observation, deployment: Deployment, memory: Memory | undefined): boolean {
  if (memory === undefined || memory.blue.length === 0 || memory.blueUnread) return false
  const ids = new Map(memory.blue.map(one => [labelFor(kindOfResourceId(one.resourceId), one.name), one.resourceId]))
  return productionArns(deployment, memory).every(arn => {
    const database = databaseAt(now, arn)
    return database.is === 'known' && database.value.resourceId === ids.get(labelOf(arn))
  })
}
