/**
 * The AWS account as one immutable value. Every change makes a new one that shares what did not change, so an older look is an older
 * value and answers pass by reference: nobody may change what stands under `shown`.
 */
import type {
  BlueGreenDeployment,
  CreateBlueGreenDeploymentRequest,
  DBCluster,
  DBClusterEndpoint,
  DBClusterSnapshot,
  DBInstance,
  DBProxy,
  DBSnapshot,
  Event,
  GlobalCluster,
  Integration,
  OptionGroup,
  PendingMaintenanceAction,
  Tag,
  TargetHealth,
  UpgradeTarget
} from '@aws-sdk/client-rds'
import type {Paper} from '../bodies/paper.ts'
import type {Act} from './acts.ts'
import type {Unknowns} from './unknowns.ts'

/** These members are always there. */
type With<T, K extends keyof T> = Omit<T, K> & {[P in K]-?: NonNullable<T[P]>}

export type ShownInstance = With<
  DBInstance,
  | 'DBInstanceIdentifier'
  | 'DBInstanceArn'
  | 'DbiResourceId'
  | 'DBInstanceStatus'
  | 'DBInstanceClass'
  | 'Engine'
  | 'EngineVersion'
  | 'AllocatedStorage'
  | 'DBParameterGroups'
  | 'ReadReplicaDBInstanceIdentifiers'
  | 'DeletionProtection'
  | 'TagList'
>
export type ShownCluster = With<
  DBCluster,
  | 'DBClusterIdentifier'
  | 'DBClusterArn'
  | 'DbClusterResourceId'
  | 'Status'
  | 'Engine'
  | 'EngineVersion'
  | 'DBClusterParameterGroup'
  | 'DBClusterMembers'
  | 'CustomEndpoints'
  | 'DeletionProtection'
  | 'TagList'
>
export type ShownEndpoint = With<
  DBClusterEndpoint,
  'DBClusterEndpointIdentifier' | 'DBClusterEndpointArn' | 'DBClusterEndpointResourceIdentifier' | 'DBClusterIdentifier' | 'Status'
>
export type ShownDeployment = With<
  BlueGreenDeployment,
  'BlueGreenDeploymentIdentifier' | 'BlueGreenDeploymentName' | 'Source' | 'SwitchoverDetails' | 'Tasks' | 'Status' | 'CreateTime'
>

/** What is wrong with a database without any Describe showing it; guardrails and builds stumble over it (facts 2.1, 3, 4.1). */
export type Trouble =
  | 'external-replication'
  | 'too-few-slots'
  | 'precheck'
  | 'long-writes'
  | 'long-ddl'
  | 'unsupported-changes'
  | 'green-writes'
  | 'replication-broken'
  | 'proxy-unreachable'
  | 'sequences'
  | 'endless-catch-up'
  | 'second-member'

export interface LogFile {
  readonly name: string
  readonly written: number
  readonly text: string
}

/** What no answer shows: how the metrics come about, what stands in the way, what a body must know. */
export interface Hidden {
  /** The names it has carried, oldest first: metrics are kept by name (facts 1.9). */
  readonly named: readonly {readonly name: string; readonly since: number}[]
  readonly renamedAt: number | undefined
  readonly troubles: readonly Trouble[]
  /** Connections that CloudWatch shows: a number, or chance when undefined. */
  readonly connections: number | undefined
  /** Replica lag that CloudWatch shows (seconds, or bytes on blue): a number, `missing`, or chance when undefined. */
  readonly lag: number | 'missing' | undefined
  readonly writable: boolean
  readonly usedGiB: number
  readonly logs: readonly LogFile[]
  /** The values people set that this instance runs with, while they are not those of its group (facts 9.3). */
  readonly applied?: {readonly [K in 'instance' | 'cluster']?: Readonly<Record<string, string>>}
  /** Databases in it: each wants a replication slot and a worker (L-04, L-22). One, unless told. */
  readonly databases?: number
}

export interface Instance {
  readonly kind: 'instance'
  readonly shown: ShownInstance
  readonly hidden: Hidden
}
export interface Cluster {
  readonly kind: 'cluster'
  readonly shown: ShownCluster
  readonly hidden: Hidden
}
export interface CustomEndpoint {
  readonly kind: 'endpoint'
  readonly shown: ShownEndpoint
  readonly hidden: Hidden
}
export type Resource = Instance | Cluster | CustomEndpoint
export type Kind = Resource['kind']

/** A member as the model knows it, at the same place as in `shown.SwitchoverDetails`. */
export interface Pair {
  readonly kind: Kind
  /** Resource id of blue. */
  readonly blue: string
  /** Resource id of green, decided at the create call and carried from the moment green appears. */
  readonly green: string
  /** The name green will have until the switchover. */
  readonly greenName: string
}

export interface Deployment {
  readonly shown: ShownDeployment
  readonly tags: readonly Tag[]
  readonly request: CreateBlueGreenDeploymentRequest
  readonly pairs: readonly Pair[]
  readonly engine: string
  readonly targetVersion: string
  /** PostgreSQL: replicates logically (facts 3.4, 3.5). */
  readonly logical: boolean
  readonly switchoverTimeout: number
  /** The rows of the facts that made its build fail, or stopped its switchovers. */
  readonly enforced?: readonly Enforced[]
}

/** What RDS did not refuse at once and stumbled over later: the row of the facts, as in `enforcedRows`. */
export interface Enforced {
  readonly row: string
  readonly when: 'create_async' | 'switchover'
  readonly at: number
}

export interface ParameterGroup {
  readonly kind: 'instance' | 'cluster'
  readonly name: string
  readonly family: string
  readonly description: string
  /** What people set; everything else is as the family has it (`parameters.ts`). */
  readonly parameters: Readonly<Record<string, string>>
  /** When it was made or last modified: for five minutes it should not be used (facts 8.5). Undefined: long ago. */
  readonly changedAt?: number
  readonly tags?: readonly Tag[]
}

/** What a proxy routes to, by name: the name denotes another database after a switchover, as it does for RDS (facts 1.9). */
export interface ProxyTarget {
  readonly kind: 'instance' | 'cluster'
  readonly name: string
  readonly health: TargetHealth
}

export interface Proxy {
  readonly shown: With<DBProxy, 'DBProxyName' | 'DBProxyArn'>
  readonly targets: readonly ProxyTarget[]
}

/** By resource id: it stays with the database it was announced for. */
export interface Maintenance {
  readonly resource: string
  readonly actions: readonly PendingMaintenanceAction[]
}

export interface Quotas {
  readonly instances: number
  readonly clusters: number
  readonly storage: number
  readonly snapshots: number
  readonly groups: number
  readonly clusterGroups: number
  /** IAM roles of one instance or cluster. */
  readonly roles: number
}

export interface EngineVersion {
  readonly engine: string
  readonly version: string
  readonly family: string
  readonly status: 'available' | 'deprecated'
  readonly targets: readonly UpgradeTarget[]
}

export interface Timer {
  readonly id: number
  readonly due: number
  /** Resource id or deployment id: what is cancelled together. */
  readonly about: string
  readonly act: Act
}

export interface Account {
  readonly id: string
  readonly region: string
  readonly partition: string
  readonly unknowns: Unknowns
  readonly paper: Paper
  /** A millisecond of the model on the account's own clock. */
  readonly pace: number
  readonly quotas: Quotas
  readonly instances: readonly Instance[]
  readonly clusters: readonly Cluster[]
  readonly endpoints: readonly CustomEndpoint[]
  readonly deployments: readonly Deployment[]
  readonly parameterGroups: readonly ParameterGroup[]
  readonly engineVersions: readonly EngineVersion[]
  readonly snapshots: readonly DBSnapshot[]
  readonly clusterSnapshots: readonly DBClusterSnapshot[]
  readonly optionGroups: readonly OptionGroup[]
  readonly proxies: readonly Proxy[]
  readonly integrations: readonly Integration[]
  readonly globalClusters: readonly GlobalCluster[]
  readonly maintenance: readonly Maintenance[]
  readonly events: readonly Event[]
  readonly timers: readonly Timer[]
  /** Ever counting: ids of timers, markers of pages. */
  readonly counter: number
  /** Everything that was deleted, by resource id. */
  readonly deleted: readonly string[]
}

export const arnOf = (account: Account, type: string, name: string): string =>
  `arn:${account.partition}:rds:${account.region}:${account.id}:${type}:${name}`

export const deploymentArn = (account: Account, deployment: Deployment): string =>
  arnOf(account, 'deployment', deployment.shown.BlueGreenDeploymentIdentifier)
