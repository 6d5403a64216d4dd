/** The databases `cleanup` may touch: by resource id, from the deployment's memory or from the marks; never by name (rule 2). */
import {labelFor, labelOf, nameIn} from '../domain/arn.ts'
import type {Database, DatabaseKind} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import {absent, known, notLooked, valueOf} from '../domain/known.ts'
import type {Mark} from '../domain/memory.ts'
import {kindOfResourceId, readMark} from '../domain/memory.ts'
import type {Inputs} from '../inputs.ts'
import type {Datapoint} from '../rds/datapoints.ts'
import {maxima} from '../rds/datapoints.ts'
import {
  databases,
  databasesByResourceId,
  databasesNamed,
  deploymentsWhere,
  ifAllowed,
  pages,
  tagsOfDatabase,
  unlessNotFound
} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {Idleness, Observation, OldBlue} from './observation.ts'
import {databaseAt} from './observation.ts'

const MINUTE = 60_000

/** What is known of an old database before it is looked up. */
export interface Claimed {
  readonly resourceId: string
  readonly production: string
  readonly deploymentId: string
  readonly switchedOverAt: Date | undefined
  readonly ours: boolean
}

/**
 * From the memory of a completed deployment. Without one (console, CloudFormation, a script) the old side is what the deployment names
 * as source now; of that only what `old-resource-ids` lists may be touched, but all of it is looked at.
 */
export function claimedByDeployment(inputs: Inputs, seen: Observation, deployment: Deployment): readonly Claimed[] {
  const memory = valueOf(seen.memory)
  if (memory !== undefined && memory.blue.length > 0) {
    return memory.blue.map(one => ({
      resourceId: one.resourceId,
      production: one.name,
      deploymentId: deployment.id,
      switchedOverAt: memory.switchedOverAt,
      ours: true
    }))
  }
  return deployment.members.flatMap(member => {
    const database = valueOf(databaseAt(seen, member.source))
    if (database === undefined || member.target === undefined) return []
    return [
      {
        resourceId: database.resourceId,
        production: nameIn(member.target),
        deploymentId: deployment.id,
        switchedOverAt: memory?.switchedOverAt,
        ours: inputs.oldResourceIds.includes(database.resourceId)
      }
    ]
  })
}

/**
 * Every database of the account that bears its own mark of this deployment, or of a deployment whose old blue had this production name:
 * replicas and instances of a cluster are marked with names of their own.
 */
export async function claimedByMarks(look: Readers, which: (mark: Mark) => boolean): Promise<readonly Claimed[]> {
  const [instances, clusters] = await Promise.all([databases(look, 'instance', {by: 'all'}), databases(look, 'cluster', {by: 'all'})])
  const marks = (
    await Promise.all(
      [...clusters, ...instances].map(async database => readMark(await tagsOfDatabase(look, database), database.resourceId) ?? [])
    )
  ).flat()
  const deployments = new Set(marks.filter(which).map(mark => mark.deploymentId))
  return marks.filter(mark => deployments.has(mark.deploymentId)).map(mark => ({...mark, ours: true}))
}

export const finalSnapshotName = (inputs: Inputs, production: string, resourceId: string): string =>
  `${inputs.finalSnapshotPrefix}-${production}-${resourceId.slice(-8)}`.toLowerCase()

async function snapshotNamed(look: Readers, kind: DatabaseKind, name: string): Promise<OldBlue['snapshot']> {
  const found = await ifAllowed(unlessNotFound(kind === 'instance' ? instanceSnapshot(look, name) : clusterSnapshot(look, name)))
  if (found.is !== 'known') return found
  return found.value === undefined ? absent : known(found.value)
}

interface SnapshotSeen {
  readonly resourceId: string
  readonly status: string
}

async function instanceSnapshot(look: Readers, name: string): Promise<SnapshotSeen | undefined> {
  const answers = await pages(look, 'DescribeDBSnapshots', {DBSnapshotIdentifier: name})
  const one = answers.flatMap(answer => answer.DBSnapshots ?? []).find(snapshot => snapshot.DBSnapshotIdentifier === name)
  return one === undefined ? undefined : {resourceId: one.DbiResourceId ?? '', status: one.Status ?? ''}
}

async function clusterSnapshot(look: Readers, name: string): Promise<SnapshotSeen | undefined> {
  const answers = await pages(look, 'DescribeDBClusterSnapshots', {DBClusterSnapshotIdentifier: name})
  const one = answers.flatMap(answer => answer.DBClusterSnapshots ?? []).find(snapshot => snapshot.DBClusterSnapshotIdentifier === name)
  return one === undefined ? undefined : {resourceId: one.DbClusterResourceId ?? '', status: one.Status ?? ''}
}

/** A final snapshot is taken of a primary and of a cluster; replicas and members of a cluster have none (facts 6.2, 6.3). */
export const takesSnapshot = (database: Database): boolean =>
  database.kind === 'cluster' || (database.replicaOf === undefined && database.cluster === undefined)

/** RDS writes old blue's name into each deployment that it was switched over by. */
async function otherDeploymentOf(look: Readers, database: Database, deploymentId: string): Promise<string | undefined> {
  const found = await deploymentsWhere(look, 'source', database.arn)
  return found.find(one => one.id !== deploymentId && labelOf(one.source) === labelOf(database.arn))?.id
}

export async function lookUp(look: Readers, inputs: Inputs, claimed: readonly Claimed[], proving: boolean): Promise<readonly OldBlue[]> {
  const names = (kind: DatabaseKind): readonly string[] =>
    claimed.filter(one => kindOfResourceId(one.resourceId) === kind).map(one => one.production)
  const productions = await databasesNamed(look, {instance: names('instance'), cluster: names('cluster')})
  // By resource id last, so that what is decided upon is the newest look.
  const found = await databasesByResourceId(
    look,
    claimed.map(one => one.resourceId)
  )
  return Promise.all(
    claimed.map(async one => {
      const kind = kindOfResourceId(one.resourceId)
      const seen = found.get(one.resourceId) ?? absent
      const database = valueOf(seen)
      const wanted =
        database !== undefined &&
        inputs.deleteOldDatabases &&
        inputs.finalSnapshot &&
        takesSnapshot(database) &&
        database.status !== 'deleting'
      return {
        ...one,
        kind,
        database: seen,
        mark: database === undefined ? undefined : readMark(await tagsOfDatabase(look, database), database.resourceId),
        productionNow: productions.get(labelFor(kind, one.production)) ?? absent,
        otherDeployment:
          proving && inputs.deleteOldDatabases && database !== undefined && takesSnapshot(database)
            ? await otherDeploymentOf(look, database, one.deploymentId)
            : undefined,
        snapshot: wanted ? await snapshotNamed(look, kind, finalSnapshotName(inputs, one.production, one.resourceId)) : notLooked
      }
    })
  )
}

/** CloudWatch delivers a minute's datapoint within two minutes; those that are not due yet are not missing. */
const LATE = 2 * MINUTE

export async function readIdleness(look: Readers, inputs: Inputs, old: readonly OldBlue[]): Promise<Known<Idleness>> {
  // Readers that joined old blue's cluster later can be connected to as well.
  const names = [
    ...new Set(
      old.flatMap(one => {
        const database = valueOf(one.database)
        if (database === undefined || database.status === 'deleting') return []
        return database.kind === 'cluster' ? database.members.map(member => member.name) : [database.name]
      })
    )
  ]
  const to = look.clock.date()
  const from = new Date(to.getTime() - inputs.oldIdleMinutes * MINUTE)
  if (inputs.oldIdleMinutes === 0 || names.length === 0) return known({missing: new Map(), most: new Map()})
  // Idleness is a proof: a denial is not swallowed here, and ends the run with the permission's name.
  const found = await maxima(
    look,
    names.map(name => ({metric: 'DatabaseConnections', dimensions: {DBInstanceIdentifier: name}})),
    from,
    to
  )
  const missing = new Map<string, number>()
  const most = new Map<string, number>()
  names.forEach((name, index) => {
    const points = found[index] ?? []
    missing.set(name, minutesMissing(points, from, to))
    most.set(name, Math.max(0, ...points.map(point => point.value)))
  })
  return known({missing, most})
}

function minutesMissing(points: readonly Datapoint[], from: Date, to: Date): number {
  const seen = new Set(points.map(point => Math.floor(point.at.getTime() / MINUTE)))
  let missing = 0
  for (let minute = Math.ceil(from.getTime() / MINUTE); (minute + 1) * MINUTE <= to.getTime() - LATE; minute += 1)
    if (!seen.has(minute)) missing += 1
  // A length of less than a few minutes has no minute that is due: one datapoint at least must have been seen.
  return missing === 0 && seen.size === 0 ? 1 : missing
}
