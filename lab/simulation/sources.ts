/**
 * One source for each seed, with what is asked of the action for it: whatever can be wrong with it for RDS, in any combination. Nothing
 * here says whether RDS accepts it.
 */
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import type {Dice} from '../dice.ts'
import {dice as diceOf} from '../dice.ts'
import {engineVersions, familyOf, majorOf} from '../model/catalogue.ts'
import {isOrderable} from '../model/classes.ts'
import type {GroupKind} from '../model/parameters.ts'
import {definitionsOf, isAllowed} from '../model/parameters.ts'
import type {AccountSeed, ClusterSeed, GroupSeed, InstanceSeed} from '../model/seed.ts'
import {labGroupOf, labParameters} from '../model/seed.ts'
import type {Unknowns} from '../model/unknowns.ts'
import {drawUnknowns} from '../model/unknowns.ts'
import type {Draft, EngineName, Violation} from '../model/violations.ts'
import {violations} from '../model/violations.ts'
import {straight} from './straight.ts'
import {skewed} from './upgrade.ts'

export interface DrawnSource {
  readonly seed: number
  readonly engine: EngineName
  /** The rows that somebody meant to break; another change may have mended them. */
  readonly meant: readonly string[]
  readonly account: AccountSeed
  readonly request: CreateBlueGreenDeploymentRequest
  readonly inputs: Readonly<Record<string, string>>
  /** What is done to the account before anybody looks. */
  readonly before: readonly NonNullable<Violation['before']>[]
}

type Request = Partial<CreateBlueGreenDeploymentRequest>

const INPUTS: Readonly<Partial<Record<keyof CreateBlueGreenDeploymentRequest, string>>> = {
  TargetEngineVersion: 'target-engine-version',
  TargetDBParameterGroupName: 'target-parameter-group',
  TargetDBClusterParameterGroupName: 'target-cluster-parameter-group',
  TargetDBInstanceClass: 'target-instance-class',
  TargetStorageType: 'target-storage-type',
  TargetAllocatedStorage: 'target-allocated-storage',
  TargetIops: 'target-iops',
  TargetStorageThroughput: 'target-storage-throughput',
  UpgradeTargetStorageConfig: 'upgrade-storage-config'
}

/** The call as the inputs ask for it. */
export function inputsOf(request: Request): Record<string, string> {
  const asked = Object.entries(request).flatMap(([field, value]) => {
    const input = INPUTS[field as keyof CreateBlueGreenDeploymentRequest]
    return input === undefined || typeof value === 'object' ? [] : [[input, String(value)] as const]
  })
  return {source: request.Source ?? 'orders', 'deployment-name': 'up', ...Object.fromEntries(asked)}
}

const engines = ['mysql', 'mariadb', 'postgres', 'aurora-mysql', 'aurora-postgresql'] as const satisfies readonly EngineName[]

const versionsOf = new Map<string, ReturnType<typeof engineVersions>>(
  engines.map(engine => [engine, engineVersions().filter(one => one.engine === engine)])
)

/** What the rules of RDS and the checks look at, with values on both sides of each line. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'babelfishpg_tds.tds_default_numeric_precision': ['38', '10'],
  'babelfishpg_tsql.migration_mode': ['single-db', 'multi-db'],
  binlog_format: ['OFF', 'ROW', 'MIXED', 'STATEMENT'],
  event_scheduler: ['ON', 'OFF'],
  'gtid-mode': ['ON', 'OFF'],
  innodb_flush_log_at_trx_commit: ['1', '2'],
  logical_decoding_work_mem: ['64', '65536'],
  lower_case_table_names: ['0', '1'],
  max_logical_replication_workers: ['1', '4', '10', '50'],
  max_replication_slots: ['0', '1', '5', '20', '40'],
  max_wal_senders: ['5', '20', '40'],
  max_worker_processes: ['4', '8', '20', '100'],
  'rds.babelfish_status': ['on', 'off'],
  'rds.group_replication_enabled': ['0', '0', '0', '1'],
  'rds.logical_replication': ['0', '1', '1', '1'],
  'rds.logically_replicate_unlogged_tables': ['0', '1'],
  recovery_min_apply_delay: ['0', '60000'],
  shared_preload_libraries: [
    '',
    'pg_stat_statements',
    'pgaudit',
    'pg_stat_statements,pgaudit',
    'pg_stat_statements, pgaudit',
    'pg_cron,pgaudit',
    'pglogical,pgaudit',
    'pg_partman_bgw',
    'pgactive'
  ],
  synchronous_commit: ['on', 'on', 'off', 'local', 'remote_apply'],
  wal_sender_timeout: ['0', '1000', '60000']
}

function valuesFor(dice: Dice, family: string, kind: GroupKind): Readonly<Record<string, string>> {
  const definitions = definitionsOf(family, kind)
  const share = dice.fork('share').pick([0.05, 0.2, 0.5])
  const drawn = Object.entries(VALUES).flatMap(([name, values]) => {
    const own = dice.fork(name)
    const definition = definitions.get(name)
    const value = own.pick(values) ?? ''
    return definition?.isModifiable === true && isAllowed(definition, value) && own.chance(share) ? [[name, value] as const] : []
  })
  return {...(dice.fork('lab').chance(0.8) ? labParameters(family) : {}), ...Object.fromEntries(drawn)}
}

/** A group by name, with its seed where somebody made it. */
interface Group {
  readonly name: string | undefined
  readonly made: readonly GroupSeed[]
}

function drawGroup(dice: Dice, engine: EngineName, version: string, kind: GroupKind, name: string, shares: readonly number[]): Group {
  const family = familyOf(engine, version)
  const [none = 0, lab = 0, plain = 0] = shares
  const roll = dice.roll()
  if (roll < none) return {name: undefined, made: []}
  if (roll < none + lab) return {name: labGroupOf(engine, version), made: []}
  if (roll < none + lab + plain) return {name: `default.${family}`, made: []}
  return {name, made: [{name, family, kind, parameters: valuesFor(dice.fork('values'), family, kind)}]}
}

const CLASSES = ['db.m6g.large', 'db.m6g.large', 'db.r5.large', 'db.t3.medium', 'db.m4.large', 'db.x2g.large']
const STORAGE = ['gp2', 'gp3', 'gp3', 'gp3', 'io1', 'io2', 'standard']
const SIZES = [20, 100, 399, 400, 2000]

interface World {
  readonly dice: Dice
  readonly engine: EngineName
  readonly version: string
}

const classFor = ({engine, version}: World, dice: Dice): string => {
  const wanted = dice.pick(CLASSES) ?? ''
  return isOrderable(engine, version, wanted) ? wanted : 'db.r6g.large'
}

function drawInstance(world: World, group: Group, ofReplicas: Group): InstanceSeed {
  const {dice, engine, version} = world
  const hasLogVolume = dice.fork('log volume').chance(0.1)
  const type = dice.fork('storage').pick(STORAGE) ?? 'gp3'
  const count = skewed(dice.fork('replicas'), 0, 4)
  const replicas = Array.from({length: count}, (_, index): InstanceSeed => {
    const own = dice.fork(`replica ${index}`)
    return {
      name: own.fork('long').chance(0.03) ? `orders-of-a-department-with-a-very-long-name-of-its-${index + 1}` : `orders-r${index + 1}`,
      ...(ofReplicas.name === undefined || own.fork('group').chance(0.5) ? {} : {group: ofReplicas.name}),
      ...(own.fork('status').chance(0.02) ? {status: 'modifying'} : {}),
      shown: {DBInstanceClass: classFor(world, own.fork('class')), DedicatedLogVolume: hasLogVolume && own.fork('log volume').chance(0.8)}
    }
  })
  return {
    name: 'orders',
    engine,
    version,
    ...(group.name === undefined ? {} : {group: group.name}),
    replicas,
    backupDays: dice.fork('backups').chance(0.05) ? 0 : 7,
    databases: dice.fork('databases').chance(0.15) ? dice.fork('databases').whole(2, 40) : 1,
    deletionProtection: dice.fork('protected').chance(0.2),
    shown: {
      DBInstanceClass: classFor(world, dice.fork('class')),
      StorageType: type,
      AllocatedStorage: dice.fork('size').pick(SIZES.filter(size => size >= 100 || !type.startsWith('io'))) ?? 100,
      DedicatedLogVolume: hasLogVolume,
      IsStorageConfigUpgradeAvailable: dice.fork('config').chance(0.3),
      StorageEncrypted: dice.fork('encrypted').chance(0.8),
      AutoMinorVersionUpgrade: dice.fork('auto').chance(0.3),
      IAMDatabaseAuthenticationEnabled: dice.fork('iam').chance(0.2),
      ...(dice.fork('pending').chance(0.1) ? {PendingModifiedValues: {DBInstanceClass: 'db.r6g.xlarge'}} : {}),
      ...(dice.fork('options').chance(0.1) ? {OptionGroupMemberships: [{OptionGroupName: 'audit', Status: 'in-sync'}]} : {})
    }
  }
}

function drawCluster({dice, engine, version}: World, group: Group, ofInstances: Group): ClusterSeed {
  const names = Array.from({length: skewed(dice.fork('readers'), 1, 8)}, (_, index) => `orders-${index + 1}`)
  return {
    name: 'orders',
    engine,
    version,
    ...(group.name === undefined ? {} : {group: group.name}),
    ...(ofInstances.name === undefined ? {} : {instanceGroup: ofInstances.name}),
    instances: names,
    instanceClass: dice.fork('class').pick(['db.r6g.large', 'db.t4g.medium', 'db.serverless']),
    endpoints: dice.fork('endpoints').chance(0.2) ? ['reports', {name: 'batch', members: ['orders-1']}] : [],
    databases: dice.fork('databases').chance(0.15) ? dice.fork('databases').whole(2, 40) : 1,
    shown: {
      StorageEncrypted: dice.fork('encrypted').chance(0.8),
      IAMDatabaseAuthenticationEnabled: dice.fork('iam').chance(0.2),
      ...(engine === 'aurora-mysql' && dice.fork('backtrack').chance(0.1) ? {BacktrackWindow: 3600} : {}),
      ...(dice.fork('stream').chance(0.1) ? {ActivityStreamStatus: 'started' as const} : {}),
      ...(dice.fork('data api').chance(0.2) ? {HttpEndpointEnabled: true} : {})
    }
  }
}

/** Exact, by its beginning, today's own, none, of another path, or of no version at all. */
function drawTarget({dice, engine, version}: World): string | undefined {
  const versions = versionsOf.get(engine) ?? []
  const reachable = (versions.find(one => one.version === version)?.targets ?? []).flatMap(one => one.EngineVersion ?? [])
  const target = dice.fork('target').pick(reachable)
  const roll = dice.fork('which').roll()
  if (target === undefined || roll < 0.15) return undefined
  if (roll < 0.2) return version
  if (roll < 0.28) return majorOf(engine, target)
  if (roll < 0.34) return dice.fork('any').pick(versions)?.version
  return roll < 0.36 ? '99.9' : target
}

function drawStorage(dice: Dice): Request {
  const wish = <T>(label: string, share: number, list: readonly T[]): T | undefined =>
    dice.fork(label).chance(share) ? dice.fork(`which ${label}`).pick(list) : undefined
  return {
    TargetDBInstanceClass: wish('class', 0.4, ['db.m7g.large', 'db.r5.xlarge', 'db.m4.large', 'db.t3.medium', 'db.zz9.large']),
    TargetStorageType: wish('type', 0.4, ['gp2', 'gp3', 'io1', 'io2']),
    TargetAllocatedStorage: wish('size', 0.4, [20, 90, 100, 399, 400, 3000, 65_536]),
    TargetIops: wish('iops', 0.3, [1000, 3000, 12_000, 300_000]),
    TargetStorageThroughput: wish('throughput', 0.2, [100, 125, 500, 5000]),
    UpgradeTargetStorageConfig: wish('config', 0.2, [true])
  }
}

const withoutUndefined = (request: Request): Request =>
  Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined))

function drawRequest(world: World, kind: GroupKind): {readonly request: Request; readonly made: readonly GroupSeed[]} {
  const {dice, engine, version} = world
  const target = drawTarget(world)
  const versions = versionsOf.get(engine) ?? []
  const becomes = versions.findLast(one => one.version === target || (target !== undefined && one.version.startsWith(`${target}.`)))
  const other = dice.fork('other family').chance(0.06) ? dice.fork('family').pick(versions) : undefined
  const green = other?.version ?? becomes?.version ?? version
  const deciding = drawGroup(dice.fork('green'), engine, green, kind, 'of-green', [0.3, 0.4, 0.1])
  const ofInstances =
    kind === 'cluster'
      ? drawGroup(dice.fork('green instances'), engine, green, 'instance', 'of-green-instances', [0.7, 0.1, 0.1])
      : deciding
  const storage = dice.fork('storage').chance(kind === 'cluster' ? 0.03 : 0.3) ? drawStorage(dice.fork('storage')) : {}
  const request = withoutUndefined({
    TargetEngineVersion: target,
    TargetDBParameterGroupName: ofInstances.name,
    TargetDBClusterParameterGroupName: kind === 'cluster' ? deciding.name : undefined,
    ...storage
  })
  return {request, made: kind === 'cluster' ? [...deciding.made, ...ofInstances.made] : deciding.made}
}

function drawSurroundings(dice: Dice, kind: GroupKind): AccountSeed {
  const to = kind === 'cluster' ? {clusters: ['orders']} : {instances: ['orders']}
  return {
    instances: dice.fork('bystander').chance(0.3) ? [{name: 'billing', engine: 'mysql', replicas: ['billing-r1']}] : [],
    proxies: dice.fork('proxy').chance(0.08) ? [{name: 'front', ...to}] : [],
    integrations: dice.fork('integration').chance(0.04) ? [{name: 'to-lake', source: 'orders'}] : [],
    maintenance: dice.fork('maintenance').chance(0.08) ? [{on: 'orders'}] : [],
    quotas: dice.fork('quotas').chance(0.15)
      ? {
          instances: dice.fork('instances').whole(2, 20),
          clusters: dice.fork('clusters').whole(1, 4),
          storage: dice.fork('gib').pick([500, 1000, 5000, 100_000])
        }
      : {}
  }
}

function drawDraft(dice: Dice, engine: EngineName): Draft {
  const version = dice.fork('version').pick(versionsOf.get(engine) ?? [])?.version ?? ''
  const world = {dice, engine, version}
  const kind: GroupKind = engine.startsWith('aurora') ? 'cluster' : 'instance'
  const blue = drawGroup(dice.fork('blue'), engine, version, kind, 'of-blue', [0.35, 0.3, 0.1])
  const second = kind === 'cluster' ? 'of-blue-instances' : 'of-replicas'
  const others = drawGroup(dice.fork('others'), engine, version, 'instance', second, [0.75, 0, 0.05])
  const {request, made} = drawRequest(world, kind)
  return {
    engine,
    version,
    instance: kind === 'instance' ? drawInstance(world, blue, others) : undefined,
    cluster: kind === 'cluster' ? drawCluster(world, blue, others) : undefined,
    more: {...drawSurroundings(dice.fork('surroundings'), kind), groups: [...blue.made, ...others.made, ...made]},
    request
  }
}

/** Those that can be done to a draft before the creation; `meanwhile` needs a deployment. */
const applicable = (engine: EngineName): readonly Violation[] =>
  violations.filter(one => one.engines.includes(engine) && (one.breaks !== undefined || one.before !== undefined))

/** Versions first, for groups follow them; another engine last, for what came before belongs to this one. */
const rankOf = (draft: Draft, {breaks}: Violation): number => {
  const broken = breaks?.(draft)
  if (broken === undefined) return 1
  const isOther = broken.instance?.engine !== draft.instance?.engine || broken.cluster?.engine !== draft.cluster?.engine
  return isOther ? 2 : broken.version === draft.version ? 1 : 0
}

function drawViolations(dice: Dice, draft: Draft): readonly Violation[] {
  const count = dice.fork('count').pick([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4])
  const list = applicable(draft.engine)
  const drawn = Array.from({length: count}, (_, index) => dice.fork(`violation ${index}`).pick(list)).flatMap(one => one ?? [])
  return [...new Set(drawn)].toSorted((one, other) => rankOf(draft, one) - rankOf(draft, other))
}

const unknownsOf = (dice: Dice, broken: readonly Violation[]): Partial<Unknowns> => {
  // Half of the time as it must be for RDS to refuse.
  const needed = dice.fork('needed').chance(0.5) ? broken.flatMap(one => one.unknowns ?? []) : []
  return Object.assign({}, drawUnknowns(dice), ...needed) as Partial<Unknowns>
}

/** Where nothing is asked for there is nothing to say: another group of today's family then. */
function somethingAsked(request: Request, account: AccountSeed): Request {
  if (Object.keys(inputsOf(request)).length > 2) return request
  const {engine = '', version = '', group} = account.instances?.find(one => one.name === 'orders') ?? account.clusters?.[0] ?? {}
  const [lab, plain] = [labGroupOf(engine, version), `default.${familyOf(engine, version)}`]
  const isPlain = group === plain || (group === undefined && !engine.includes('postgres')) || engine.startsWith('aurora')
  return {...request, TargetDBParameterGroupName: isPlain ? lab : plain}
}

export function drawSource(seed: number): DrawnSource {
  const dice = diceOf(`source ${seed}`)
  const engine = dice.fork('engine').pick(engines)
  const plain = drawDraft(dice.fork('draft'), engine)
  const broken = drawViolations(dice.fork('broken'), plain)
  const draft = broken.reduce<Draft>((made, {breaks}) => breaks?.(made) ?? made, plain)
  const type = draft.cluster === undefined ? 'db' : 'cluster'
  // As inputs have it: nobody configures a single database by hand.
  const {TargetResourceConfigurations: _each, ...wanted} = draft.request
  const put = straight(draft)
  const asked = somethingAsked(wanted, put)
  const request = {BlueGreenDeploymentName: 'up', Source: `arn:aws:rds:eu-west-1:123456789012:${type}:orders`, ...asked}
  return {
    seed,
    engine,
    meant: broken.map(one => one.row),
    account: {
      seed: `source ${seed}`,
      ...put,
      unknowns: unknownsOf(dice.fork('unknowns'), broken),
      paper: {failureChance: 0, lagChance: 0, storageInitializationChance: 0, cancelChance: 0}
    },
    request,
    inputs: inputsOf(asked),
    before: broken.flatMap(one => one.before ?? [])
  }
}
