/** What the stories are told about: one column a kind of source, so that each story is true of all of them. */
import type {Change} from '../../lab/model/people.ts'
import {createsCluster, createsInstance} from '../../lab/model/people.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import type {Inputs} from './step.ts'

export interface Kind {
  /** For the title of a test. */
  readonly is: string
  readonly account: AccountSeed
  /** Type of the source's ARN. */
  readonly type: 'db' | 'cluster'
  /** Name of production. */
  readonly source: string
  readonly from: string
  readonly to: string
  /** A version between the two. */
  readonly via: string
  /** What else is asked for. */
  readonly asks?: Inputs
  readonly outputs: Readonly<Record<string, string>>
  /** The create call, as the transcript tells it. */
  readonly created: string
  /** Production names of the databases that the switchover renames, in the order in which the action remembers them. */
  readonly members: readonly string[]
  /** Old databases as `cleanup` deletes them, one write each: readers and replicas before writer and primary. */
  readonly deleted: readonly string[]
  /** What somebody who makes a deployment in the console chooses besides the version. */
  readonly console: Readonly<Record<string, string>>
  /** One member that is not the source. */
  readonly second: string
}

const instance: Kind = {
  is: 'an RDS instance with a read replica',
  account: {instances: [{name: 'orders', engine: 'mysql', version: '8.0.42', replicas: ['orders-r1'], tags: {team: 'shop'}}]},
  type: 'db',
  source: 'orders',
  from: '8.0.42',
  to: '8.4.6',
  via: '8.4.3',
  outputs: {
    engine: 'mysql',
    'source-kind': 'instance',
    'parameter-group': 'default.mysql8.4',
    'parameter-group-before': 'default.mysql8.0'
  },
  created: 'CreateBlueGreenDeployment orders 8.4.6 default.mysql8.4',
  members: ['orders', 'orders-r1'],
  deleted: ['DeleteDBInstance orders-r1-old1 (no snapshot)', 'DeleteDBInstance orders-old1 (final snapshot)'],
  console: {TargetDBParameterGroupName: 'default.mysql8.4'},
  second: 'orders-r1'
}

const cluster: Kind = {
  is: 'an Aurora cluster',
  account: {clusters: [{name: 'shop', engine: 'aurora-postgresql', version: '16.8', endpoints: ['reports'], tags: {team: 'shop'}}]},
  type: 'cluster',
  source: 'shop',
  from: '16.8',
  to: '17.5',
  via: '17.4',
  asks: {'target-cluster-parameter-group': 'lab-aurora-postgresql17'},
  outputs: {
    engine: 'aurora-postgresql',
    'source-kind': 'cluster',
    'cluster-parameter-group': 'lab-aurora-postgresql17',
    'cluster-parameter-group-before': 'lab-aurora-postgresql16'
  },
  created: 'CreateBlueGreenDeployment shop 17.5 default.aurora-postgresql17 lab-aurora-postgresql17',
  members: ['shop', 'shop-1', 'shop-2'],
  deleted: [
    'DeleteDBInstance shop-2-old1 (no snapshot)',
    'DeleteDBInstance shop-1-old1 (no snapshot)',
    'DeleteDBCluster shop-old1 (final snapshot)'
  ],
  console: {TargetDBClusterParameterGroupName: 'lab-aurora-postgresql17', TargetDBParameterGroupName: 'default.aurora-postgresql17'},
  second: 'shop-1'
}

const alone = (engine: string, from: string, to: string, group: readonly [string, string]): Kind => ({
  is: `${engine} ${from} to ${to}`,
  account: {
    instances: [{name: 'orders', engine, version: from}],
    groups: [{name: 'orders-new', family: `${engine}${engine === 'postgres' ? to.split('.')[0] : to.split('.').slice(0, 2).join('.')}`}]
  },
  type: 'db',
  source: 'orders',
  from,
  to,
  via: to,
  asks: {'target-parameter-group': group[1]},
  outputs: {engine, 'source-kind': 'instance', 'parameter-group': group[1], 'parameter-group-before': group[0]},
  created: `CreateBlueGreenDeployment orders ${to} ${group[1]}`,
  members: ['orders'],
  deleted: ['DeleteDBInstance orders-old1 (final snapshot)'],
  console: {},
  second: 'orders'
})

/** Told every story. */
export const kinds: readonly Kind[] = [instance, cluster]

/** Told the whole run only: the other engines, and both ways in which PostgreSQL replicates. */
export const engines: readonly Kind[] = [
  alone('postgres', '16.8', '17.6', ['lab-postgres16', 'orders-new']),
  alone('postgres', '16.8', '16.10', ['lab-postgres16', 'lab-postgres16']),
  alone('mariadb', '10.11.13', '11.4.7', ['default.mariadb10.11', 'orders-new'])
]

/** `create` and what comes behind it ask for this. */
export const asks = (kind: Kind): Inputs => ({source: kind.source, 'target-engine-version': kind.to, ...kind.asks})

/** Somebody else's database of the same kind, engine and version, under that name. */
export const stranger = (kind: Kind, name: string): Change => {
  const [instance] = kind.account.instances ?? []
  const [cluster] = kind.account.clusters ?? []
  if (cluster !== undefined) return createsCluster({...cluster, name, instances: [`${name}-writer`], endpoints: []})
  return createsInstance({...instance, name, replicas: []})
}

/** Every database of the stranger. */
export const strangersOf = (kind: Kind, name: string): readonly string[] => (kind.type === 'cluster' ? [name, `${name}-writer`] : [name])

/** What a list of the lab's databases says of these. */
export const at = (version: string, ...names: readonly string[]): readonly string[] => names.map(name => `${name} ${version}`)

export const cleansUp: Inputs = {'delete-old-databases': 'true'}

/** The writes of each phase, as a transcript tells them. */
export const switchoverWrites: readonly string[] = [
  'AddTagsToResource deployment (switchover)',
  'SwitchoverBlueGreenDeployment 300 s',
  'AddTagsToResource deployment (switched-over-at)'
]

export const markWrites = (kind: Kind, suffix = 'old1'): readonly string[] =>
  kind.members.map(name => `AddTagsToResource ${name}-${suffix} (old-blue)`)

export const cleanupWrites = (kind: Kind): readonly string[] => [
  ...markWrites(kind),
  'DeleteBlueGreenDeployment DeleteTarget left out',
  ...kind.deleted
]

export const upgradeWrites = (kind: Kind): readonly string[] => [kind.created, ...switchoverWrites]
