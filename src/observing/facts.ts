/**
 * What is asked of RDS for the checks and for nothing else: each fact once a round, side by side, shared by all checks that need it. A
 * fact that needs a permission the role does not have is unknown, and so is every check that needs it (rule 16).
 */
import type {Database} from '../domain/database.ts'
import {instanceGroupOf, isBurstable} from '../domain/database.ts'
import type {Known} from '../domain/known.ts'
import {known, notLooked, unknown, valueOf} from '../domain/known.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {isDefaultGroup} from '../domain/parameters.ts'
import {maxima} from '../rds/datapoints.ts'
import {Faulted} from '../rds/faults.ts'
import {unlessNotFound} from '../rds/looking.ts'
import {parametersIn} from '../rds/parameter-groups.ts'
import type {CustomEndpoint, Integration, Maintenance, Orderable, ProxyTarget, Quotas} from '../rds/surroundings.ts'
import * as surroundings from '../rds/surroundings.ts'
import type {Readers} from '../world.ts'
import type {TargetGroup} from './observation.ts'
import type {Source} from './source.ts'

/** Undefined: there is none of that kind, or it does not exist. */
export interface GroupsOfOneSide {
  readonly instance: ParameterGroup | undefined
  readonly cluster: ParameterGroup | undefined
}

export interface FactValues {
  /** The groups of today. `replicas`: those of read replicas that have another one than the primary. */
  readonly blueGroups: GroupsOfOneSide & {readonly replicas: readonly ParameterGroup[]}
  /** The groups that green would get. */
  readonly greenGroups: GroupsOfOneSide
  /** Of each class that green would have. */
  readonly orderable: ReadonlyMap<string, readonly Orderable[]>
  /** With the version of today: of a class that blue does not have yet, and of the primary's own, to compare with. */
  readonly orderableToday: ReadonlyMap<string, readonly Orderable[]>
  readonly proxyTargets: readonly ProxyTarget[]
  readonly integrations: readonly Integration[]
  readonly customEndpoints: readonly CustomEndpoint[]
  readonly maintenance: readonly Maintenance[]
  readonly quotas: Quotas
  /** Bytes free on the primary's volume; undefined: CloudWatch has no datapoint. */
  readonly freeStorage: number | undefined
  /** RDS for PostgreSQL: bytes of its log that the primary wrote in a second, in the busiest minute of the last day; undefined as above. */
  readonly walGeneration: number | undefined
  readonly credits: Credits
}

/** Of the primary of RDS, now; undefined: it has none of the kind, or CloudWatch has no datapoint. */
export interface Credits {
  /** Percent of a gp2 volume's I/O credits. */
  readonly burstBalance: number | undefined
  /** CPU credits of a t class. */
  readonly cpuCredits: number | undefined
}

export type FactName = keyof FactValues
export type Facts = {readonly [N in FactName]: Known<FactValues[N]>}

const NO_FACTS: Facts = {
  blueGroups: notLooked,
  greenGroups: notLooked,
  orderable: notLooked,
  orderableToday: notLooked,
  proxyTargets: notLooked,
  integrations: notLooked,
  customEndpoints: notLooked,
  maintenance: notLooked,
  quotas: notLooked,
  freeStorage: notLooked,
  walGeneration: notLooked,
  credits: notLooked
}

/** Parameters that a check asks for whoever set them; those that nobody set are left to the engine. */
export const TOLD = [
  'apg_plan_mgmt.capture_plan_baselines',
  'babelfishpg_tds.tds_default_numeric_precision',
  'babelfishpg_tds.tds_default_numeric_scale',
  'babelfishpg_tsql.default_locale',
  'babelfishpg_tsql.migration_mode',
  'babelfishpg_tsql.server_collation_name',
  'binlog_format',
  'event_scheduler',
  'gtid-mode',
  'innodb_flush_log_at_trx_commit',
  'lower_case_table_names',
  'max_logical_replication_workers',
  'max_replication_slots',
  'max_wal_senders',
  'max_worker_processes',
  'rds.babelfish_status',
  'rds.force_ssl',
  'rds.group_replication_enabled',
  'rds.logical_replication',
  'rds.logically_replicate_unlogged_tables',
  'recovery_min_apply_delay',
  'shared_preload_libraries',
  'synchronous_commit'
] as const

type Gather = {readonly [N in FactName]: (look: Readers, source: Source) => Promise<FactValues[N]>}

/** Instances of a cluster follow its group in what replication needs: of theirs only what somebody set is asked for. */
async function group(
  look: Readers,
  source: Source,
  kind: ParameterGroup['kind'],
  which: TargetGroup | undefined
): Promise<ParameterGroup | undefined> {
  if (which === undefined || which.family.is === 'absent') return undefined
  const {name, family} = which
  const decides = kind === source.production.kind
  const [set, told] = await Promise.all([
    isDefaultGroup(name) ? new Map() : unlessNotFound(parametersIn(look, kind, name, 'set')),
    decides ? unlessNotFound(parametersIn(look, kind, name, TOLD)) : new Map()
  ])
  if (set === undefined || told === undefined) return undefined
  return {kind, name, family: valueOf(family), set, told}
}

/** A database uses it, so it is there. */
const today = (name: string | undefined): TargetGroup | undefined =>
  name === undefined ? undefined : {name, family: unknown('nobody asked')}

const GATHER: Gather = {
  async blueGroups(look, source) {
    const {production, instances} = source
    const own = instanceGroupOf(production, instances)
    const others = [...new Set(instances.flatMap(one => (one.parameterGroup === own ? [] : (one.parameterGroup ?? []))))]
    const [instance, cluster, ...replicas] = await Promise.all([
      group(look, source, 'instance', today(own)),
      group(look, source, 'cluster', today(production.kind === 'cluster' ? production.parameterGroup : undefined)),
      ...others.map(name => group(look, source, 'instance', today(name)))
    ])
    return {instance, cluster, replicas: replicas.flatMap(one => one ?? [])}
  },
  async greenGroups(look, source) {
    const [instance, cluster] = await Promise.all([
      group(look, source, 'instance', source.target.group),
      group(look, source, 'cluster', source.target.clusterGroup)
    ])
    return {instance, cluster}
  },
  orderable: (look, {production, version, classes}) => surroundings.orderable(look, production.engine, version, classes),
  async orderableToday(look, {production, instances, classes}) {
    const added = classes.filter(one => instances.every(instance => instance.instanceClass !== one))
    const own = instances[0]?.instanceClass
    return added.length === 0 || own === undefined
      ? new Map()
      : surroundings.orderable(look, production.engine, production.engineVersion, [...added, own])
  },
  proxyTargets: (look, {blue}) => surroundings.proxyTargets(look, blue),
  // Of Aurora the cluster is the source of an integration, of RDS any instance may be.
  integrations: (look, {production, blue, green}) =>
    surroundings.integrationsOf(
      look,
      [...blue, ...green].filter(one => one.kind === production.kind).map(one => one.arn)
    ),
  customEndpoints: async (look, {production}) =>
    production.kind === 'cluster' && production.customEndpoints.length > 0 ? surroundings.customEndpoints(look, production.name) : [],
  maintenance: (look, {production}) => surroundings.pendingMaintenance(look, production),
  quotas: look => surroundings.quotas(look),
  async freeStorage(look, {production}) {
    if (production.kind === 'cluster') return undefined
    const [free] = await newestOf(look, production, ['FreeStorageSpace'])
    return free
  },
  async walGeneration(look, {production}) {
    if (production.engine !== 'postgres') return undefined
    const to = look.clock.date()
    const asked = [{metric: 'TransactionLogsGeneration', dimensions: {DBInstanceIdentifier: production.name}}]
    const [points = []] = await maxima(look, asked, new Date(to.getTime() - 24 * 3_600_000), to, 'hour')
    return points.length === 0 ? undefined : Math.max(...points.map(point => point.value))
  },
  async credits(look, {production}) {
    const metrics = creditMetricsOf(production)
    const found = metrics.length === 0 ? [] : await newestOf(look, production, metrics)
    const valueFor = (metric: string): number | undefined => found[metrics.indexOf(metric)]
    return {burstBalance: valueFor('BurstBalance'), cpuCredits: valueFor('CPUCreditBalance')}
  }
}

const creditMetricsOf = ({kind, storageType, instanceClass}: Database): readonly string[] =>
  kind === 'cluster'
    ? []
    : [...(storageType === 'gp2' ? ['BurstBalance'] : []), ...(isBurstable(instanceClass) ? ['CPUCreditBalance'] : [])]

/** The newest datapoint of each metric of an instance within ten minutes. */
async function newestOf(look: Readers, {name}: Database, metrics: readonly string[]): Promise<readonly (number | undefined)[]> {
  const to = look.clock.date()
  const asked = metrics.map(metric => ({metric, dimensions: {DBInstanceIdentifier: name}}))
  const points = await maxima(look, asked, new Date(to.getTime() - 10 * 60_000), to)
  return points.map(list => list.at(-1)?.value)
}

/** Denied, or refused by an RDS that does not know the question: unknown. A fault that may pass is thrown on; the engine looks again. */
async function ifAnswered<T>(answer: Promise<T>): Promise<Known<T>> {
  try {
    return known(await answer)
  } catch (thrown) {
    if (thrown instanceof Faulted && ['denied', 'refused', 'not_found'].includes(thrown.fault.kind)) return unknown(thrown.message)
    throw thrown
  }
}

/** One round: the facts of these names, each asked for once. */
export async function gatherFacts(look: Readers, source: Source, names: readonly FactName[]): Promise<Facts> {
  const one = async <N extends FactName>(name: N): Promise<readonly [N, Facts[N]]> => [
    name,
    // The compiler does not see that the value fits its name.
    (await ifAnswered(GATHER[name](look, source))) as Facts[N]
  ]
  const told = await Promise.all([...new Set(names)].map(one))
  return {...NO_FACTS, ...Object.fromEntries(told)}
}

/** For plans that look ahead: a fact as it would be. */
export const withFacts = (facts: Known<Facts>, over: Partial<Facts>): Known<Facts> =>
  facts.is === 'known' ? {is: 'known', value: {...facts.value, ...over}} : facts

export const factsUnread = unknown('the facts for the checks were not read')
