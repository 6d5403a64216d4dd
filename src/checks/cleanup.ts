/** What `cleanup` proves before its first write: age, idleness and deletion protection of every old database concerned. */
import {valueOf} from '../domain/known.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation, OldBlue} from '../observing/observation.ts'
import type {Check} from './check.ts'

const HOUR = 3_600_000
/** RDS keeps events for 14 days (facts 7.2). */
const EVENTS_KEPT = 14 * 24 * HOUR

const present = (now: Observation): readonly OldBlue[] =>
  (valueOf(now.oldBlue) ?? []).filter(one => one.database.is === 'known' && one.database.value.status !== 'deleting')

const nameOf = (one: OldBlue): string => valueOf(one.database)?.name ?? one.resourceId

const notAsked = (inputs: Inputs): boolean => !inputs.deleteOldDatabases

export const oldEnough: Check = {
  id: 'old-blue-is-old-enough',
  rows: ['G-46'],
  title: 'The switchover was long enough ago',
  severity: 'proof',
  guards: ['cleanup'],
  reason: 'old_blue_too_young',
  judge(now, inputs, date) {
    if (notAsked(inputs)) return {is: 'not_applicable', because: 'delete-old-databases is false'}
    if (inputs.oldMinAgeHours === 0) return {is: 'not_applicable', because: 'switched off by old-min-age-hours: 0'}
    const expected = `at least ${inputs.oldMinAgeHours} hours`
    const remedy = 'run cleanup again later, or lower old-min-age-hours'
    const told = present(now).map(one => one.switchedOverAt ?? valueOf(now.switchedOverAt))
    const known = told.filter((at): at is Date => at !== undefined)
    if (known.length === told.length && known.length > 0) {
      const hours = (date.getTime() - Math.max(...known.map(at => at.getTime()))) / HOUR
      const observed = `${hours.toFixed(1)} hours`
      return hours >= inputs.oldMinAgeHours ? {is: 'met', observed, expected} : {is: 'not_met', observed, expected, remedy}
    }
    if (told.length === 0) return {is: 'not_applicable', because: 'no old database is left'}
    if (now.switchedOverAt.is === 'unknown')
      return {
        is: 'unknown',
        because: `when it was switched over cannot be read: ${now.switchedOverAt.because}`,
        remedy: 'allow rds:DescribeEvents, or set old-min-age-hours: 0'
      }
    return withoutEvent(now, inputs, date, expected, remedy)
  }
}

/** No event in the 14 days that can be read: older than that, unless the deployment itself is younger. */
function withoutEvent(now: Observation, inputs: Inputs, date: Date, expected: string, remedy: string): ReturnType<Check['judge']> {
  const created = valueOf(now.deployment)?.createTime
  if (created !== undefined && date.getTime() - created.getTime() < EVENTS_KEPT) {
    const observed = `no event tells when, and the deployment was made ${((date.getTime() - created.getTime()) / HOUR).toFixed(1)} hours ago`
    return {is: 'not_met', observed, expected, remedy}
  }
  const observed = 'more than 14 days: no event is left of it'
  return inputs.oldMinAgeHours * HOUR <= EVENTS_KEPT ? {is: 'met', observed, expected} : {is: 'not_met', observed, expected, remedy}
}

export const idle: Check = {
  id: 'old-blue-is-idle',
  rows: ['A-06'],
  title: 'Nobody has been connected to the old databases',
  severity: 'proof',
  guards: ['cleanup'],
  reason: 'old_blue_in_use',
  judge(now, inputs) {
    if (inputs.oldIdleMinutes === 0) return {is: 'not_applicable', because: 'switched off by old-idle-minutes: 0'}
    if (present(now).length === 0) return {is: 'not_applicable', because: 'no old database is left'}
    const remedy = 'find who is still connected (stale pools, CDC, reports), then run cleanup again'
    const expected = `no connection for ${inputs.oldIdleMinutes} minutes`
    if (now.idleness.is !== 'known')
      return {
        is: 'unknown',
        because: now.idleness.is === 'unknown' ? now.idleness.because : 'not read',
        remedy: 'allow cloudwatch:GetMetricData, or set old-idle-minutes: 0'
      }
    const {most, missing} = now.idleness.value
    const used = [...most].filter(([, value]) => value > 0).map(([name, value]) => `${name} had ${value} connections`)
    if (used.length > 0) return {is: 'not_met', observed: used.join('; '), expected, remedy}
    const gaps = [...missing]
      .filter(([, minutes]) => minutes > 0)
      .map(([name, minutes]) => `${name} has ${minutes} minutes without a datapoint`)
    if (gaps.length > 0)
      return {
        is: 'unknown',
        because: `${gaps.join('; ')}; a missing datapoint is not zero`,
        remedy: 'run cleanup again later, or set old-idle-minutes: 0'
      }
    return {is: 'met', observed: expected, expected}
  }
}

export const notProtected: Check = {
  id: 'old-blue-is-not-protected',
  rows: ['G-42'],
  title: 'Deletion protection is off, or may be turned off',
  severity: 'proof',
  guards: ['cleanup'],
  reason: 'deletion_protected',
  judge(now, inputs) {
    if (notAsked(inputs)) return {is: 'not_applicable', because: 'delete-old-databases is false'}
    if (inputs.disableDeletionProtection) return {is: 'not_applicable', because: 'disable-deletion-protection allows to turn it off'}
    // Facts 6.3: on Aurora the protection is the cluster's; its instances have none of their own.
    const concerned = present(now).filter(one => valueOf(one.database)?.cluster === undefined)
    const on = concerned.filter(one => valueOf(one.database)?.deletionProtection === true).map(nameOf)
    const remedy = 'turn deletion protection off on them, or set disable-deletion-protection: true'
    if (on.length > 0) return {is: 'not_met', observed: `on for ${on.join(', ')}`, expected: 'off', remedy}
    const untold = concerned.filter(one => valueOf(one.database)?.deletionProtection === undefined).map(nameOf)
    if (untold.length > 0) return {is: 'unknown', because: `RDS does not say for ${untold.join(', ')}`, remedy}
    return {is: 'met', observed: 'off', expected: 'off'}
  }
}

export const noOtherReplicas: Check = {
  id: 'old-blue-has-no-other-replicas',
  rows: ['6.2'],
  title: 'Nothing but what this action recorded replicates from old blue or belongs to it',
  severity: 'proof',
  guards: ['cleanup'],
  reason: 'old_blue_in_use',
  judge(now, inputs) {
    if (notAsked(inputs)) return {is: 'not_applicable', because: 'delete-old-databases is false'}
    const ours = new Set(
      (valueOf(now.oldBlue) ?? []).flatMap(one => (one.database.is === 'known' ? [one.database.value.name.toLowerCase()] : []))
    )
    const strangers = present(now).flatMap(one =>
      [...(valueOf(one.database)?.replicas ?? []), ...(valueOf(one.database)?.members ?? []).map(member => member.name)].filter(
        name => !ours.has(name.toLowerCase())
      )
    )
    if (strangers.length === 0) return {is: 'met', observed: 'none', expected: 'none'}
    return {
      is: 'not_met',
      observed: `${strangers.length} more: ${strangers.join(', ')}`,
      expected: 'none',
      remedy: 'delete these replicas and readers first, or promote the replicas: deleting their source would make them standalone'
    }
  }
}

export const ofNoOtherDeployment: Check = {
  id: 'old-blue-belongs-to-one-deployment',
  rows: ['1.2'],
  title: 'Old blue was not production again since',
  severity: 'proof',
  guards: ['cleanup'],
  reason: 'old_blue_in_use',
  judge(now, inputs) {
    if (notAsked(inputs)) return {is: 'not_applicable', because: 'delete-old-databases is false'}
    const others = present(now).filter(one => one.otherDeployment !== undefined)
    if (others.length === 0) return {is: 'met', observed: 'no other deployment names it', expected: 'no other deployment names it'}
    const observed = others.map(one => `${nameOf(one)} is old blue of deployment ${one.otherDeployment ?? ''} too`).join('; ')
    return {
      is: 'not_met',
      observed,
      expected: 'no other deployment names it',
      remedy: 'run cleanup for that deployment, which knows when it was switched over last'
    }
  }
}

export const cleanupChecks: readonly Check[] = [oldEnough, idle, notProtected, noOtherReplicas, ofNoOtherDeployment]
