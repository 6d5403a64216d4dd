/**
 * CloudWatch GetMetricData over the account (facts 4.3): lag, slot lag and connections, by the NAME a database carried in that minute
 * (facts 1.9). A minute in which nobody carried the name, or before replication began, has no datapoint. How a scaled clock stretches
 * time: see bodies/paper.ts.
 */
import type {GetMetricDataInput, GetMetricDataOutput, MetricDataQuery, MetricDataResult} from '@aws-sdk/client-cloudwatch'
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, Cluster, Deployment, Instance, Resource} from './account.ts'
import {refusal} from './refusals.ts'
import {instancesOfCluster, nameOf, resourceIdOf} from './resources.ts'

const minute = 60_000

const invalid = (message: string): Refusal => refusal('ValidationError', message)

/** Who carried the name at that time. */
function bearerAt(list: readonly Resource[], name: string, time: number): Resource | undefined {
  return list.find(one => {
    const held = one.hidden.named.filter(entry => entry.since <= time).at(-1)
    return held?.name === name
  })
}

interface Place {
  readonly instance: Instance
  readonly deployment: Deployment | undefined
  readonly isGreen: boolean
}

const isWriter = (cluster: Cluster, instance: Instance): boolean =>
  cluster.shown.DBClusterMembers.some(member => member.IsClusterWriter === true && member.DBInstanceIdentifier === nameOf(instance))

function placeOf(account: Account, dimensions: ReadonlyMap<string, string>, time: number): Place | undefined {
  const name = dimensions.get('DBInstanceIdentifier')
  const clusterName = dimensions.get('DBClusterIdentifier')
  let instance: Resource | undefined
  if (name !== undefined) instance = bearerAt(account.instances, name, time)
  else if (clusterName !== undefined) {
    const cluster = bearerAt(account.clusters, clusterName, time)
    if (cluster?.kind !== 'cluster') return undefined
    instance = instancesOfCluster(account, cluster).find(one => isWriter(cluster, one))
  }
  if (instance?.kind !== 'instance') return undefined
  const id = resourceIdOf(instance)
  const deployment = account.deployments.find(
    one => one.shown.Status !== 'SWITCHOVER_COMPLETED' && one.pairs.some(pair => pair.blue === id || pair.green === id)
  )
  return {instance, deployment, isGreen: deployment?.pairs.some(pair => pair.green === id) === true}
}

/** The fixed lag a test has set on the database or on its cluster; -1 where replication is broken (M-19). */
function fixedLag(account: Account, instance: Instance): number | 'missing' | undefined {
  const cluster = account.clusters.find(one => one.shown.DBClusterIdentifier === instance.shown.DBClusterIdentifier)
  const isBroken = [instance, cluster].some(one => one?.hidden.troubles.includes('replication-broken') === true)
  return isBroken ? -1 : (instance.hidden.lag ?? cluster?.hidden.lag)
}

/** Of any other there is never a datapoint: nobody looks for one minute by minute. */
const modelled: ReadonlySet<string> = new Set([
  'DatabaseConnections',
  'ReplicaLag',
  'AuroraBinlogReplicaLag',
  'OldestReplicationSlotLag',
  'OldestLogicalReplicationSlotLag'
])

function valueAt(account: Account, metric: string, place: Place, dice: Dice): number | undefined {
  const {instance, deployment, isGreen} = place
  const {paper} = account
  const byChance = (most: number): number => {
    if (dice.fork('unknown').chance(paper.unknownLagChance)) return -1
    return dice.chance(paper.lagChance) ? Math.round(dice.between(0, most)) : 0
  }
  if (metric === 'DatabaseConnections') {
    if (instance.hidden.connections !== undefined) return instance.hidden.connections
    return instance.hidden.writable ? dice.whole(1, 40) : 0
  }
  const fixed = fixedLag(account, instance)
  if (fixed === 'missing') return undefined
  const replicates = isGreen && deployment?.shown.Tasks?.[0]?.Status === 'COMPLETED'
  const {Engine: engine} = instance.shown
  switch (metric) {
    case 'ReplicaLag':
      if (engine.startsWith('aurora')) return undefined
      if (isGreen && deployment?.logical === true) return undefined
      if (!replicates && instance.shown.ReadReplicaSourceDBInstanceIdentifier === undefined) return undefined
      return fixed ?? byChance(paper.lagSeconds)
    case 'AuroraBinlogReplicaLag':
      return engine === 'aurora-mysql' && replicates ? (fixed ?? byChance(paper.lagSeconds)) : undefined
    case 'OldestReplicationSlotLag':
    case 'OldestLogicalReplicationSlotLag':
      if (!engine.includes('postgres') || isGreen || deployment?.logical !== true || deployment.shown.Tasks?.[0]?.Status !== 'COMPLETED')
        return undefined
      return fixed ?? byChance(paper.lagBytes)
    default:
      return undefined
  }
}

function refuseQuery(query: MetricDataQuery): Refusal | undefined {
  if (query.Expression !== undefined) return invalid('The lab does not model metric math.')
  const stat = query.MetricStat
  if (stat?.Metric?.MetricName === undefined || stat.Metric.Namespace === undefined)
    return invalid(`The query ${query.Id} names no metric.`)
  if (stat.Period === undefined || stat.Stat === undefined) return invalid(`The query ${query.Id} needs Period and Stat.`)
  if (stat.Period < 60 || stat.Period % 60 !== 0) return invalid('The period must be a multiple of 60.')
  if (!/^(Average|Minimum|Maximum|Sum|SampleCount|p\d+(\.\d+)?)$/.test(stat.Stat)) return invalid(`Invalid statistic: ${stat.Stat}`)
  return undefined
}

const combine = (stat: string, values: readonly number[]): number => {
  if (stat === 'Sum') return values.reduce((sum, value) => sum + value, 0)
  if (stat === 'SampleCount') return values.length
  if (stat === 'Minimum') return Math.min(...values)
  return stat === 'Average' ? values.reduce((sum, value) => sum + value, 0) / values.length : Math.max(...values)
}

export function getMetricData(account: Account, input: GetMetricDataInput, now: number, dice: Dice): GetMetricDataOutput | Refusal {
  const [start, end] = [input.StartTime?.getTime() ?? 0, input.EndTime?.getTime() ?? 0]
  if (start >= end) return invalid('The parameter StartTime must be less than the parameter EndTime.')
  const queries = input.MetricDataQueries ?? []
  for (const query of queries) {
    const refused = refuseQuery(query)
    if (refused !== undefined) return refused
  }
  if (new Set(queries.map(query => query.Id)).size < queries.length) return invalid('The ids of the queries must be unique.')
  return {
    MetricDataResults: queries
      .filter(query => query.ReturnData !== false)
      .map(query => resultOf(account, query, start, end, now, dice, input.ScanBy)),
    Messages: []
  }
}

function resultOf(
  account: Account,
  query: MetricDataQuery,
  start: number,
  end: number,
  now: number,
  dice: Dice,
  order: GetMetricDataInput['ScanBy']
): MetricDataResult {
  const stat = query.MetricStat
  const metric = stat?.Metric?.MetricName ?? ''
  const period = (stat?.Period ?? 60) * 1000
  const dimensions = new Map((stat?.Metric?.Dimensions ?? []).map(one => [one.Name ?? '', (one.Value ?? '').toLowerCase()]))
  const points: {at: number; value: number}[] = []
  const known = stat?.Metric?.Namespace === 'AWS/RDS' && modelled.has(metric)
  for (let at = Math.ceil(start / period) * period; known && at < end && at < now; at += period) {
    const values: number[] = []
    for (let time = at; time < at + period && time < now; time += minute) {
      // Stretched: a real minute of the label is a minute of the model.
      const place = placeOf(account, dimensions, now - (now - time) * account.pace)
      if (place === undefined) continue
      const own = dice.fork(`${metric} ${resourceIdOf(place.instance)} ${Math.floor(time / minute)}`)
      if (own.chance(account.paper.missingChance)) continue
      const value = valueAt(account, metric, place, own)
      if (value !== undefined) values.push(value)
    }
    if (values.length > 0) points.push({at, value: combine(stat?.Stat ?? 'Maximum', values)})
  }
  if (order !== 'TimestampAscending') points.reverse()
  return {
    Id: query.Id,
    Label: query.Label ?? metric,
    Timestamps: points.map(point => new Date(point.at)),
    Values: points.map(point => point.value),
    StatusCode: 'Complete'
  }
}
