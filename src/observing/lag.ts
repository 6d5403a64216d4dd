/** How far green is behind, by the metric of its engine and kind of replication (facts 4.3). */
import type {Database} from '../domain/database.ts'
import {majorOf} from '../domain/engine-version.ts'
import type {Known} from '../domain/known.ts'
import {known, unknown, valueOf} from '../domain/known.ts'
import type {MetricAsked} from '../rds/datapoints.ts'
import {maxima} from '../rds/datapoints.ts'
import {ifAllowed} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {Lag, Observation} from './observation.ts'
import {databaseAt} from './observation.ts'

const MINUTE = 60_000

interface LagMetric extends MetricAsked {
  readonly unit: Lag['unit']
}

type Versioned = Pick<Database, 'engine' | 'engineVersion'>

/** Rule 11: RDS PostgreSQL replicates physically unless the major version changes; Aurora PostgreSQL always logically. */
export const isLogical = (blue: Versioned, green: Versioned): boolean =>
  blue.engine === 'aurora-postgresql' ||
  (blue.engine === 'postgres' && majorOf(blue.engine, blue.engineVersion) !== majorOf(green.engine, green.engineVersion))

export function lagMetricOf(blue: Database, green: Database): LagMetric {
  if (isLogical(blue, green)) {
    const writer = blue.kind === 'cluster' ? (blue.members.find(member => member.writer)?.name ?? blue.name) : blue.name
    return {metric: 'OldestReplicationSlotLag', dimensions: {DBInstanceIdentifier: writer}, unit: 'bytes'}
  }
  if (blue.engine === 'aurora-mysql')
    return {metric: 'AuroraBinlogReplicaLag', dimensions: {DBClusterIdentifier: green.name, Role: 'WRITER'}, unit: 'seconds'}
  return {metric: 'ReplicaLag', dimensions: {DBInstanceIdentifier: green.name}, unit: 'seconds'}
}

/** Unknown without a datapoint of the last three minutes: metrics have a resolution of a minute and arrive late. */
export async function readLag(look: Readers, seen: Observation, overruled: boolean): Promise<Known<Lag>> {
  const deployment = valueOf(seen.deployment)
  const blue = valueOf(databaseAt(seen, deployment?.source))
  const green = valueOf(databaseAt(seen, deployment?.target))
  if (blue === undefined || green === undefined) return unknown('blue and green could not both be read')
  const asked = lagMetricOf(blue, green)
  const to = look.clock.date()
  const read = maxima(look, [asked], new Date(to.getTime() - 5 * MINUTE), to)
  // Waiting does not bring a permission: unless the check is overruled, a denial ends the run at once and names it.
  const found = overruled ? await ifAllowed(read) : known(await read)
  if (found.is !== 'known') return unknown(`${asked.metric} could not be read (permission cloudwatch:GetMetricData)`)
  const sorted = [...(found.value[0] ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime())
  const last = sorted.at(-1)
  if (last === undefined || to.getTime() - last.at.getTime() > 3 * MINUTE) {
    return unknown(
      `CloudWatch has no datapoint of ${asked.metric} for ${Object.values(asked.dimensions)[0] ?? ''} in the last three minutes`
    )
  }
  return known({metric: asked.metric, unit: asked.unit, newest: last.value, worst: Math.max(...sorted.map(point => point.value))})
}
