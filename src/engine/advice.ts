/**
 * What does not come along with a switchover, and what follows it (facts 5.1): one list, told before, and with verdicts after, as far as
 * RDS shows it. Whatever runs here stops nobody.
 */
import type {Database} from '../domain/database.ts'
import {databasesOn} from '../domain/deployment.ts'
import {majorOf} from '../domain/engine-version.ts'
import {valueOf} from '../domain/known.ts'
import type {ModeName} from '../domain/outcome.ts'
import {stageOf} from '../domain/status.ts'
import type {Traits} from '../domain/traits.ts'
import {isLogical} from '../observing/lag.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import type {AdviceReport} from '../reporting/report.ts'

interface Sides {
  /** Production today; after the switchover, old blue. The primary or the cluster first. */
  readonly blue: readonly [Database, ...Database[]]
  /** Production after the switchover; undefined before. */
  readonly production: readonly [Database, ...Database[]] | undefined
  /** The version production gets, or has by now. */
  readonly version: string
}

type Item = (sides: Sides) => AdviceReport | undefined

const ahead = (what: string): AdviceReport => ({what, verdict: 'ahead'})
const toDo = (what: string): AdviceReport => ({what, verdict: 'to_do'})
const done = (what: string): AdviceReport => ({what, verdict: 'done'})
const cannotTell = (what: string): AdviceReport => ({what, verdict: 'cannot_tell'})

const isPostgres = ({blue: [{engine}]}: Sides): boolean => engine.includes('postgres')
const isMajor = ({blue: [{engine, engineVersion}], version}: Sides): boolean => majorOf(engine, engineVersion) !== majorOf(engine, version)
const isSwitched = ({production}: Sides): boolean => production !== undefined
const anyOf = (databases: readonly Database[], has: (traits: Traits) => boolean | undefined): boolean =>
  databases.some(one => has(one.traits) === true)

/** Told before; after the switchover RDS shows no trace of it, so it stays to be done. */
const noTrace = (sides: Sides, what: string): AdviceReport => (isSwitched(sides) ? cannotTell(what) : ahead(what))

/** Rule 11, and what each kind of replication forbids meanwhile (facts L-07). */
const replication: Item = sides => {
  if (isSwitched(sides)) return undefined
  const {
    blue: [{engine, engineVersion}],
    version
  } = sides
  const how =
    version === engineVersion
      ? `${engine} stays at ${version}`
      : `A ${isMajor(sides) ? 'major' : 'minor'} upgrade of ${engine} from ${engineVersion} to ${version}`
  if (!isPostgres(sides)) return ahead(`${how}: green follows by the binary log. Keep it read-only`)
  return isLogical({engine, engineVersion}, {engine, engineVersion: version})
    ? ahead(
        `${how}: green follows by logical replication (${engine === 'postgres' ? 'RDS for PostgreSQL across majors' : 'Aurora PostgreSQL always'}). Until the switchover no DDL, no large objects and no new partitions on blue, or it breaks; sequences move at the switchover`
      )
    : ahead(
        `${how}: green follows by physical replication (RDS for PostgreSQL within a major) and is strictly read-only until the switchover`
      )
}

const clients: Item = sides =>
  isSwitched(sides)
    ? toDo('Clients: drop the connections that pools still hold to old blue, which is read-only now')
    : ahead(
        'Clients: names and endpoints stay. During the switchover, mostly less than a minute, writes wait or fail and every connection is dropped: clients must connect again and keep DNS answers for no more than 5 seconds'
      )

/** Facts G-18: at most five for a database, and green must be available. */
const roles: Item = ({blue, production}) => {
  const features = blue.flatMap(one => one.traits.roleFeatures)
  if (features.length === 0) return undefined
  const names = [...new Set(features.map(name => (name === '' ? 'one without a feature name' : name)))]
  if (production === undefined)
    return ahead(
      `IAM roles are not copied: attach those of blue (${names.join(', ')}) to green before the switchover, or to production after it`
    )
  const has = new Set(production.flatMap(one => one.traits.roleFeatures))
  const missing = [...new Set(features)].filter(name => !has.has(name))
  return missing.length === 0
    ? done(`IAM roles: production has those of old blue (${names.join(', ')})`)
    : toDo(
        `IAM roles: production lacks ${missing.map(name => (name === '' ? 'the one without a feature name' : name)).join(', ')}, which old blue has`
      )
}

const iamUsers: Item = ({blue, production}) => {
  if (!anyOf(blue, traits => traits.usesIamAuthentication)) return undefined
  const [now] = production ?? []
  return now === undefined
    ? ahead(
        "IAM database users: policies with rds-db:connect name a resource id; add green's before the switchover, or these users are locked out"
      )
    : toDo(`IAM database users: policies with rds-db:connect must name ${now.resourceId} now`)
}

const resourceIds: Item = ({blue: [blue], production}) => {
  const [now] = production ?? []
  const who = 'AWS Backup, CloudTrail, Performance Insights and whatever else goes by resource id'
  return now === undefined
    ? ahead(`Resource ids: production gets green's, no longer ${blue.resourceId}; ${who} must follow`)
    : toDo(`Resource ids: production is ${now.resourceId}, no longer ${blue.resourceId}; ${who} must follow`)
}

const tags: Item = sides =>
  isSwitched(sides) ? undefined : ahead("Tags: blue's overwrite what is put on green meanwhile; put them on blue")

const autoScaling: Item = sides =>
  sides.blue[0].kind === 'cluster' ? noTrace(sides, 'Auto Scaling policies of the cluster are not copied: register them again') : undefined

const activityStream: Item = ({blue, production}) => {
  if (!anyOf(blue, traits => traits.hasActivityStream)) return undefined
  if (production === undefined)
    return ahead('The database activity stream does not come along: start one on production and point its consumers to it')
  return anyOf(production, traits => traits.hasActivityStream)
    ? done('The database activity stream runs on production: point its consumers to it')
    : toDo('The database activity stream of old blue does not run on production: start it, and point its consumers to it')
}

const dataApi: Item = sides => {
  if (!anyOf(sides.blue, traits => traits.hasDataApi)) return undefined
  const what = 'Data API: a cluster that was renamed may need it turned off and on again; try it'
  return isSwitched(sides) ? toDo(what) : ahead(what)
}

const consumers: Item = sides =>
  noTrace(
    sides,
    isPostgres(sides)
      ? 'Publications, subscriptions and replication slots of your own (DMS, Debezium): make them again on production'
      : 'External replicas and consumers of the binary log (DMS, Debezium): point them to production; the coordinates are told after the switchover'
  )

const statistics: Item = sides =>
  isPostgres(sides) && isMajor(sides)
    ? noTrace(sides, 'A major upgrade leaves no planner statistics: run ANALYZE in every database, and REFRESH the materialized views')
    : undefined

/** What RDS was not told to keep, compared once there is something to compare (facts 5.1). */
const settings: Item = ({blue, production}) => {
  const what = 'Settings such as Multi-AZ, storage autoscaling, log exports and Performance Insights'
  if (production === undefined) return ahead(`${what} are compared after the switchover`)
  const differences = blue.flatMap((one, index) => differencesOf(one, production[index]))
  return differences.length === 0 ? done(`${what} are as they were`) : toDo(`Set differently than on old blue: ${differences.join('; ')}`)
}

function differencesOf(old: Database, now: Database | undefined): readonly string[] {
  if (now === undefined) return []
  type Value = string | number | boolean | undefined
  const rows: readonly (readonly [string, Value, Value])[] = [
    ['deletion protection', old.deletionProtection, now.deletionProtection],
    ['Multi-AZ', old.traits.isMultiAz, now.traits.isMultiAz],
    ['backup retention (days)', old.traits.backupRetentionDays, now.traits.backupRetentionDays],
    ['largest storage (GiB)', old.traits.maxAllocatedStorage, now.traits.maxAllocatedStorage],
    ['Performance Insights', old.traits.hasPerformanceInsights, now.traits.hasPerformanceInsights],
    ['exported logs', [...old.traits.exportedLogs].sort().join(' '), [...now.traits.exportedLogs].sort().join(' ')],
    ['IAM authentication', old.traits.usesIamAuthentication, now.traits.usesIamAuthentication],
    ['minor upgrades by itself', old.traits.upgradesMinorVersionsItself, now.traits.upgradesMinorVersionsItself]
  ]
  return rows.flatMap(([name, before, after]) =>
    before === undefined || after === undefined || before === after ? [] : [`${now.name} ${name} ${String(after)}, was ${String(before)}`]
  )
}

/** Facts G-46. */
const recovery: Item = ({blue: [blue], production}) => {
  const what = `Point-in-time recovery of production begins when green was built; older times need ${blue.resourceId}: old blue itself, its retained backups or its final snapshot`
  return production === undefined ? ahead(what) : toDo(what)
}

const code: Item = sides => {
  const what = 'Infrastructure code must name the new version and parameter groups before it is applied next, or it undoes the upgrade'
  return isSwitched(sides) ? toDo(what) : ahead(what)
}

const costs: Item = ({blue, production}) => {
  const instances = blue.filter(one => one.kind === 'instance')
  const what = instances.map(one => `${one.name} (${one.instanceClass ?? 'class unknown'})`).join(', ')
  return production === undefined
    ? ahead(`Costs: from create to cleanup each of these is paid for twice, with its storage: ${what}`)
    : toDo(`Costs: old blue is paid for until mode: cleanup deletes it with delete-old-databases: ${what}`)
}

const ITEMS: readonly Item[] = [
  replication,
  clients,
  iamUsers,
  roles,
  code,
  costs,
  statistics,
  consumers,
  resourceIds,
  recovery,
  tags,
  autoScaling,
  activityStream,
  dataApi,
  settings
]

/** Cleaning up and aborting have nothing to do with a switchover to come, or are long after it. */
const TOLD_BY: readonly (ModeName | '')[] = ['plan', 'prepare', 'create', 'wait', 'verify', 'switchover']

export function adviceOf(now: Observation, phase: ModeName | ''): readonly AdviceReport[] {
  const sides = TOLD_BY.includes(phase) ? sidesSeen(now) : undefined
  return sides === undefined ? [] : ITEMS.flatMap(item => item(sides) ?? [])
}

const some = (databases: readonly Database[]): readonly [Database, ...Database[]] | undefined => {
  const [first, ...others] = databases
  return first === undefined ? undefined : [first, ...others]
}

/** Undefined where the last look tells neither what blue is nor what it was. */
function sidesSeen(now: Observation): Sides | undefined {
  const deployment = valueOf(now.deployment)
  if (deployment === undefined || stageOf(deployment.status) !== 'completed') {
    const blue = some(valueOf(now.blue) ?? (deployment === undefined ? [] : side('source')))
    const green = deployment === undefined ? undefined : valueOf(databaseAt(now, deployment.target))
    const version = green?.engineVersion ?? valueOf(now.target)?.engineVersion ?? blue?.[0].engineVersion
    // With nothing to come there is nothing to be told.
    if (blue === undefined || version === undefined || (deployment === undefined && now.target.is !== 'known')) return undefined
    return {blue, production: undefined, version}
  }
  const [blue, production] = [some(side('source')), some(side('target'))]
  return blue === undefined || production === undefined ? undefined : {blue, production, version: production[0].engineVersion}

  function side(which: 'source' | 'target'): readonly Database[] {
    return deployment === undefined ? [] : databasesOn(deployment, which).flatMap(arn => valueOf(databaseAt(now, arn)) ?? [])
  }
}
