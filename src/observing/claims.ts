/** What a look claims, as short texts: the engine tells how long each has held, and whether anything changes at all. */
import type {DatabaseKind} from '../domain/database.ts'
import {valueOf} from '../domain/known.ts'
import type {Green, Observation, OldBlue} from './observation.ts'
import {databasesNotAvailable, notReady} from './readiness.ts'

export const CLAIMS = {
  deploymentAbsent: 'deployment absent',
  productionAbsent: 'production absent',
  namesakeAbsent: 'namesake absent',
  ready: 'ready',
  databasesAvailable: 'databases available',
  noOldBlue: 'no old blue',
  namesake: (status: string): string => `namesake ${status}`,
  status: (status: string): string => `status ${status}`,
  gone: (resourceId: string): string => `gone ${resourceId}`,
  /** A database of blue, and how far it runs with the group of that kind that it is in. */
  applied: (database: string, status: string, kind: DatabaseKind, group: string, applied: string): string =>
    `${database} ${status}, ${kind} group ${group.toLowerCase()} ${applied}`
} as const

export function claimsOf(now: Observation): readonly string[] {
  const claims: string[] = []
  if (now.deployment.is === 'absent') claims.push(CLAIMS.deploymentAbsent)
  if (now.deployment.is === 'known') claims.push(CLAIMS.status(now.deployment.value.status))
  if (now.production.is === 'absent') claims.push(CLAIMS.productionAbsent)
  if (now.namesake.is === 'absent') claims.push(CLAIMS.namesakeAbsent)
  if (now.namesake.is === 'known') claims.push(CLAIMS.namesake(now.namesake.value.status))
  if (now.deployment.is === 'known' && now.databases.is === 'known' && databasesNotAvailable(now).length === 0) {
    claims.push(CLAIMS.databasesAvailable)
    if (notReady(now).length === 0) claims.push(CLAIMS.ready)
  }
  if (now.oldBlue.is === 'known') {
    if (now.oldBlue.value.length === 0) claims.push(CLAIMS.noOldBlue)
    for (const one of now.oldBlue.value) if (one.database.is === 'absent') claims.push(CLAIMS.gone(one.resourceId))
  }
  claims.push(...appliedIn(now))
  for (const one of valueOf(now.green) ?? []) if (one.database.is === 'absent') claims.push(CLAIMS.gone(one.resourceId))
  return claims
}

/** For `prepare`, which restarts databases: only while it looks at them. */
function appliedIn(now: Observation): readonly string[] {
  if (now.preparing.is !== 'known') return []
  const production = valueOf(now.production)
  return (valueOf(now.blue) ?? []).flatMap(one => {
    if (one.kind === 'cluster') return []
    const member = production?.members.find(other => other.name === one.name)
    const own = CLAIMS.applied(one.name, one.status, 'instance', one.parameterGroup ?? '', one.parameterApplyStatus ?? '')
    return member === undefined
      ? [own]
      : [own, CLAIMS.applied(one.name, one.status, 'cluster', production?.parameterGroup ?? '', member.clusterGroupStatus ?? '')]
  })
}

/** Changes whenever something moves; a wait in which it does not change is going nowhere. */
export function fingerprintOfProgress(now: Observation): string {
  const deployment = valueOf(now.deployment)
  const databases = [...(valueOf(now.databases)?.entries() ?? [])].map(([label, one]) =>
    one.is === 'known' ? [label, one.value.resourceId, one.value.status, one.value.storageOperation?.percent] : [label, one.is]
  )
  const statuses = (all: readonly (OldBlue | Green)[]): readonly (readonly string[])[] =>
    all.map(({resourceId, database}) => [resourceId, database.is === 'known' ? database.value.status : database.is])
  const production = valueOf(now.production)
  return JSON.stringify([
    now.deployment.is,
    deployment?.status,
    deployment?.target,
    deployment?.tasks,
    deployment?.members.map(member => [member.source, member.target, member.status]),
    databases,
    statuses(valueOf(now.oldBlue) ?? []),
    statuses(valueOf(now.green) ?? []),
    now.namesake.is,
    valueOf(now.namesake)?.status,
    production?.status,
    production?.resourceId,
    appliedIn(now),
    [...(valueOf(now.preparing)?.groups ?? [])].map(([key, {group}]) => [key, group.set.size])
  ])
}
