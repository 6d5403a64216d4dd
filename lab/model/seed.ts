/** Accounts for tests and scenarios: say what matters, the rest is sensible. */
import type {DBCluster, DBInstance, OptionGroup, Tag} from '@aws-sdk/client-rds'
import type {Paper} from '../bodies/paper.ts'
import {defaultPaper} from '../bodies/paper.ts'
import {defaultStart} from '../clocks.ts'
import type {Dice} from '../dice.ts'
import {dice as diceOf} from '../dice.ts'
import type {Account, Cluster, CustomEndpoint, Hidden, Instance, LogFile, ParameterGroup, Trouble} from './account.ts'
import {arnOf} from './account.ts'
import {defaultGroups, defaultOptionGroupOf, defaultOptionGroups, engineVersions, familyOf} from './catalogue.ts'
import {clusterResourceId, endpointOf, endpointResourceId, instanceResourceId, portOf} from './naming.ts'
import type {GlobalClusterSeed, IntegrationSeed, MaintenanceSeed, ProxySeed} from './surroundings.ts'
import {addSurroundings} from './surroundings.ts'
import type {Unknowns} from './unknowns.ts'
import {defaultUnknowns} from './unknowns.ts'

interface Background {
  readonly troubles?: readonly Trouble[]
  /** Fixed connections in CloudWatch. */
  readonly connections?: number
  readonly lag?: number | 'missing'
  readonly logs?: readonly LogFile[]
  /** Databases in it (L-04). */
  readonly databases?: number
  /** Minutes it has existed and carried its name. */
  readonly ageMinutes?: number
  readonly tags?: Readonly<Record<string, string>>
}

export interface InstanceSeed extends Background {
  readonly name: string
  readonly engine?: 'mysql' | 'mariadb' | 'postgres' | (string & {})
  readonly version?: string
  readonly group?: string
  readonly status?: string
  /** Names of read replicas, made alike, or seeds of their own. */
  readonly replicas?: readonly (string | InstanceSeed)[]
  readonly deletionProtection?: boolean
  readonly backupDays?: number
  /** Anything else, in RDS's words. */
  readonly shown?: Partial<DBInstance>
}

export interface ClusterSeed extends Background {
  readonly name: string
  readonly engine?: 'aurora-mysql' | 'aurora-postgresql' | (string & {})
  readonly version?: string
  readonly group?: string
  readonly instanceGroup?: string
  readonly status?: string
  /** Names; the first is the writer. */
  readonly instances?: readonly string[]
  readonly instanceClass?: string
  /** Custom endpoints: names, or names with a list of members. */
  readonly endpoints?: readonly (string | EndpointSeed)[]
  readonly deletionProtection?: boolean
  readonly shown?: Partial<DBCluster>
}

export interface EndpointSeed {
  readonly name: string
  readonly type?: 'READER' | 'ANY'
  readonly members?: readonly string[]
  readonly excluded?: readonly string[]
}

export interface GroupSeed {
  readonly name: string
  readonly family: string
  readonly kind?: 'instance' | 'cluster'
  readonly parameters?: Readonly<Record<string, string>>
  /** Minutes since it was made or changed; long ago unless told (facts 8.5). */
  readonly ageMinutes?: number
}

export interface AccountSeed {
  readonly seed?: string | number
  readonly id?: string
  readonly region?: string
  readonly partition?: string
  readonly instances?: readonly InstanceSeed[]
  readonly clusters?: readonly ClusterSeed[]
  readonly groups?: readonly GroupSeed[]
  readonly optionGroups?: readonly OptionGroup[]
  readonly proxies?: readonly ProxySeed[]
  readonly integrations?: readonly IntegrationSeed[]
  readonly globalClusters?: readonly GlobalClusterSeed[]
  readonly maintenance?: readonly MaintenanceSeed[]
  readonly unknowns?: Partial<Unknowns>
  readonly paper?: Partial<Paper>
  readonly quotas?: Partial<Account['quotas']>
  /** The date the account begins at; seeds' ages count from it. */
  readonly now?: number
  readonly pace?: number
}

/** A logical source for PostgreSQL, and a binlog for Aurora MySQL, so that a plain seed can be upgraded (facts 9.4). */
export const labParameters = (family: string): Readonly<Record<string, string>> =>
  family.includes('postgres')
    ? {
        'rds.logical_replication': '1',
        max_replication_slots: '25',
        max_wal_senders: '25',
        max_logical_replication_workers: '25',
        max_worker_processes: '50',
        synchronous_commit: 'on'
      }
    : family.startsWith('aurora-mysql')
      ? {binlog_format: 'ROW'}
      : {}

const standardGroups: readonly ParameterGroup[] = defaultGroups().map(group => ({
  ...group,
  name: `lab-${group.family.replaceAll('.', '-')}`,
  description: `Lab group for ${group.family}`,
  parameters: labParameters(group.family)
}))

export const labGroupOf = (engine: string, version: string): string => `lab-${familyOf(engine, version).replaceAll('.', '-')}`

const tagsOf = (tags: Readonly<Record<string, string>> | undefined): Tag[] =>
  Object.entries(tags ?? {}).map(([Key, Value]) => ({Key, Value}))

function hiddenOf(name: string, seed: Background, now: number, writable: boolean): Hidden {
  return {
    named: [{name, since: now - (seed.ageMinutes ?? 60 * 24 * 30) * 60_000}],
    renamedAt: undefined,
    troubles: seed.troubles ?? [],
    connections: seed.connections,
    lag: seed.lag,
    writable,
    usedGiB: 40,
    logs: seed.logs ?? [],
    ...(seed.databases === undefined ? {} : {databases: seed.databases})
  }
}

export function account(seed: AccountSeed = {}): Account {
  const now = seed.now ?? defaultStart
  const dice = diceOf(seed.seed ?? 'lab').fork('seed')
  const empty: Account = {
    id: seed.id ?? '123456789012',
    region: seed.region ?? 'eu-west-1',
    partition: seed.partition ?? 'aws',
    unknowns: {...defaultUnknowns, ...seed.unknowns},
    paper: {...defaultPaper, ...seed.paper},
    pace: seed.pace ?? 1,
    quotas: {instances: 40, clusters: 40, storage: 100_000, snapshots: 100, groups: 50, clusterGroups: 50, roles: 5, ...seed.quotas},
    instances: [],
    clusters: [],
    endpoints: [],
    deployments: [],
    parameterGroups: [
      ...defaultGroups(),
      ...standardGroups,
      ...(seed.groups ?? []).map(group => ({
        kind: group.kind ?? ('instance' as const),
        name: group.name,
        family: group.family,
        description: group.name,
        parameters: group.parameters ?? {},
        ...(group.ageMinutes === undefined ? {} : {changedAt: now - group.ageMinutes * 60_000})
      }))
    ],
    engineVersions: engineVersions(),
    snapshots: [],
    clusterSnapshots: [],
    optionGroups: [...defaultOptionGroups(), ...(seed.optionGroups ?? [])],
    proxies: [],
    integrations: [],
    globalClusters: [],
    maintenance: [],
    events: [],
    timers: [],
    counter: 0,
    deleted: []
  }
  const withInstances = (seed.instances ?? []).reduce((made, one) => addInstance(made, one, now, dice), empty)
  const withClusters = (seed.clusters ?? []).reduce((made, one) => addCluster(made, one, now, dice), withInstances)
  return addSurroundings(withClusters, seed, now)
}

/** An RDS instance with its read replicas. */
export function addInstance(account: Account, seed: InstanceSeed, now: number, dice: Dice, source?: Instance): Account {
  const replicas = (seed.replicas ?? []).map((one): InstanceSeed => (typeof one === 'string' ? {name: one} : one))
  const primary = instance(account, seed, now, dice.fork(`instance ${seed.name}`), source)
  const withPrimary: Account = {
    ...account,
    instances: [
      ...account.instances,
      {
        ...primary,
        shown: {
          ...primary.shown,
          ReadReplicaDBInstanceIdentifiers: [...primary.shown.ReadReplicaDBInstanceIdentifiers, ...replicas.map(one => one.name)]
        }
      }
    ]
  }
  return replicas.reduce((made, one) => addInstance(made, one, now, dice, primary), withPrimary)
}

function instance(account: Account, seed: InstanceSeed, now: number, dice: Dice, source: Instance | undefined): Instance {
  const engine = seed.engine ?? source?.shown.Engine ?? 'postgres'
  const version =
    seed.version ?? source?.shown.EngineVersion ?? (engine === 'mysql' ? '8.0.42' : engine === 'mariadb' ? '10.11.13' : '16.8')
  const inherited = source?.shown.DBParameterGroups[0]?.DBParameterGroupName
  const group = seed.group ?? inherited ?? (engine === 'postgres' ? labGroupOf(engine, version) : `default.${familyOf(engine, version)}`)
  return {
    kind: 'instance',
    shown: {
      DBInstanceIdentifier: seed.name,
      DBInstanceArn: arnOf(account, 'db', seed.name),
      DbiResourceId: instanceResourceId(dice),
      DBInstanceStatus: seed.status ?? 'available',
      DBInstanceClass: 'db.m6g.large',
      Engine: engine,
      EngineVersion: version,
      MasterUsername: 'admin',
      AllocatedStorage: 100,
      StorageType: 'gp3',
      Iops: 3000,
      StorageThroughput: 125,
      StorageEncrypted: true,
      KmsKeyId: arnOf(account, 'key', '0f1e2d3c').replace(':rds:', ':kms:').replace(':key:', ':key/'),
      MultiAZ: false,
      BackupRetentionPeriod: seed.backupDays ?? (source === undefined ? 7 : 0),
      InstanceCreateTime: new Date(now - (seed.ageMinutes ?? 60 * 24 * 30) * 60_000),
      Endpoint: {Address: endpointOf(account, 'instance', seed.name), Port: portOf(engine), HostedZoneId: 'Z1LAB'},
      DBParameterGroups: [{DBParameterGroupName: group, ParameterApplyStatus: 'in-sync'}],
      OptionGroupMemberships: [{OptionGroupName: defaultOptionGroupOf(engine, version), Status: 'in-sync'}],
      PendingModifiedValues: {},
      ReadReplicaDBInstanceIdentifiers: [],
      ...(source === undefined
        ? {}
        : {
            ReadReplicaSourceDBInstanceIdentifier: source.shown.DBInstanceIdentifier,
            StatusInfos: [{StatusType: 'read replication', Normal: true, Status: 'replicating'}]
          }),
      DeletionProtection: seed.deletionProtection ?? false,
      IAMDatabaseAuthenticationEnabled: false,
      CopyTagsToSnapshot: true,
      AutoMinorVersionUpgrade: false,
      PubliclyAccessible: false,
      DedicatedLogVolume: false,
      IsStorageConfigUpgradeAvailable: false,
      AssociatedRoles: [],
      TagList: tagsOf(seed.tags),
      ...(seed.shown as object)
    },
    hidden: hiddenOf(seed.name, seed, now, source === undefined)
  }
}

/** An Aurora cluster with its instances and custom endpoints. */
export function addCluster(account: Account, seed: ClusterSeed, now: number, dice: Dice): Account {
  const engine = seed.engine ?? 'aurora-postgresql'
  const version = seed.version ?? (engine === 'aurora-mysql' ? '8.0.mysql_aurora.3.05.2' : '16.8')
  const names = seed.instances ?? [`${seed.name}-1`, `${seed.name}-2`]
  const endpointSeeds = (seed.endpoints ?? []).map((one): EndpointSeed => (typeof one === 'string' ? {name: one} : one))
  const created = new Date(now - (seed.ageMinutes ?? 60 * 24 * 30) * 60_000)
  const own = dice.fork(`cluster ${seed.name}`)
  const cluster: Cluster = {
    kind: 'cluster',
    shown: {
      DBClusterIdentifier: seed.name,
      DBClusterArn: arnOf(account, 'cluster', seed.name),
      DbClusterResourceId: clusterResourceId(own),
      Status: seed.status ?? 'available',
      Engine: engine,
      EngineVersion: version,
      EngineMode: 'provisioned',
      MasterUsername: 'admin',
      BackupRetentionPeriod: 7,
      ClusterCreateTime: created,
      Endpoint: endpointOf(account, 'cluster', seed.name),
      ReaderEndpoint: endpointOf(account, 'reader', seed.name),
      Port: portOf(engine),
      DBClusterParameterGroup: seed.group ?? labGroupOf(engine, version),
      DBClusterMembers: names.map((name, index) => ({
        DBInstanceIdentifier: name,
        IsClusterWriter: index === 0,
        DBClusterParameterGroupStatus: 'in-sync',
        PromotionTier: 1
      })),
      CustomEndpoints: endpointSeeds.map(one => endpointOf(account, 'custom', one.name)),
      StorageEncrypted: true,
      KmsKeyId: arnOf(account, 'key', '0f1e2d3c').replace(':rds:', ':kms:').replace(':key:', ':key/'),
      AllocatedStorage: 1,
      DeletionProtection: seed.deletionProtection ?? false,
      CopyTagsToSnapshot: true,
      HttpEndpointEnabled: false,
      AssociatedRoles: [],
      ReadReplicaIdentifiers: [],
      TagList: tagsOf(seed.tags),
      ...(seed.shown as object)
    },
    hidden: hiddenOf(seed.name, seed, now, true)
  }
  const members = names.map((name, index) => {
    const made = instance(
      account,
      {
        name,
        engine,
        version,
        group: seed.instanceGroup ?? `default.${familyOf(engine, version)}`,
        ...(seed.ageMinutes === undefined ? {} : {ageMinutes: seed.ageMinutes}),
        ...(seed.connections === undefined ? {} : {connections: seed.connections}),
        ...(seed.tags === undefined ? {} : {tags: seed.tags})
      },
      now,
      own.fork(`instance ${name}`),
      undefined
    )
    const {Iops: _iops, StorageThroughput: _throughput, ...shown} = made.shown
    return {
      ...made,
      shown: {
        ...shown,
        DBInstanceClass: seed.instanceClass ?? 'db.r6g.large',
        AllocatedStorage: 1,
        StorageType: 'aurora',
        DBClusterIdentifier: seed.name
      },
      hidden: {...made.hidden, writable: index === 0}
    }
  })
  const endpoints = endpointSeeds.map(
    ({name, type, members: fixed, excluded}): CustomEndpoint => ({
      kind: 'endpoint',
      shown: {
        DBClusterEndpointIdentifier: name,
        DBClusterEndpointArn: arnOf(account, 'cluster-endpoint', name),
        DBClusterEndpointResourceIdentifier: endpointResourceId(own.fork(`endpoint ${name}`)),
        DBClusterIdentifier: seed.name,
        Endpoint: endpointOf(account, 'custom', name),
        EndpointType: 'CUSTOM',
        CustomEndpointType: type ?? 'READER',
        ...(fixed === undefined ? {} : {StaticMembers: [...fixed]}),
        ...(excluded === undefined ? {} : {ExcludedMembers: [...excluded]}),
        Status: 'available'
      },
      hidden: hiddenOf(name, {}, now, false)
    })
  )
  return {
    ...account,
    clusters: [...account.clusters, cluster],
    instances: [...account.instances, ...members],
    endpoints: [...account.endpoints, ...endpoints]
  }
}
