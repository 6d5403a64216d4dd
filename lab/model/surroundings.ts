/** Seeds of what stands around databases: proxies, zero-ETL integrations, global clusters, announced maintenance. */
import type {GlobalCluster, Integration, PendingMaintenanceAction, TargetHealth} from '@aws-sdk/client-rds'
import type {Account, Maintenance, Proxy} from './account.ts'
import {arnOf} from './account.ts'
import {arnOfResource, clusterNamed, instanceNamed, put, resourceIdOf, showCluster} from './resources.ts'

export interface ProxySeed {
  readonly name: string
  /** Names of what it routes to. */
  readonly instances?: readonly string[]
  readonly clusters?: readonly string[]
  /** `AVAILABLE`, unless told. */
  readonly health?: NonNullable<TargetHealth['State']>
  readonly reason?: NonNullable<TargetHealth['Reason']>
}

export interface IntegrationSeed {
  readonly name: string
  /** The database it reads from, by name. */
  readonly source: string
  readonly status?: NonNullable<Integration['Status']>
}

export interface GlobalClusterSeed {
  readonly name: string
  readonly engine?: string
  /** The first is the writer: names of clusters of this account, or ARNs of other Regions. */
  readonly members: readonly string[]
}

export interface MaintenanceSeed {
  /** The database, by name. */
  readonly on: string
  readonly action?: string
  readonly description?: string
  readonly shown?: PendingMaintenanceAction
}

interface Seeds {
  readonly proxies?: readonly ProxySeed[]
  readonly integrations?: readonly IntegrationSeed[]
  readonly globalClusters?: readonly GlobalClusterSeed[]
  readonly maintenance?: readonly MaintenanceSeed[]
}

const databaseNamed = (account: Account, name: string) => {
  const found = instanceNamed(account, name) ?? clusterNamed(account, name)
  if (found === undefined) throw new Error(`The seed names a database that it does not make: ${name}`)
  return found
}

function proxy(account: Account, seed: ProxySeed, now: number): Proxy {
  const health = {State: seed.health ?? 'AVAILABLE', ...(seed.reason === undefined ? {} : {Reason: seed.reason})}
  const target = (kind: 'instance' | 'cluster') => (name: string) => ({kind, name, health})
  return {
    shown: {
      DBProxyName: seed.name,
      DBProxyArn: arnOf(account, 'db-proxy', `prx-${seed.name}`),
      Status: 'available',
      Endpoint: `${seed.name}.proxy-c1labbox2x.${account.region}.rds.amazonaws.com`,
      RequireTLS: true,
      CreatedDate: new Date(now)
    },
    targets: [...(seed.instances ?? []).map(target('instance')), ...(seed.clusters ?? []).map(target('cluster'))]
  }
}

const integration = (account: Account, seed: IntegrationSeed, now: number): Integration => ({
  SourceArn: arnOfResource(databaseNamed(account, seed.source)),
  TargetArn: `arn:${account.partition}:redshift-serverless:${account.region}:${account.id}:namespace/${seed.name}`,
  IntegrationName: seed.name,
  IntegrationArn: arnOf(account, 'integration', seed.name),
  Status: seed.status ?? 'active',
  CreateTime: new Date(now)
})

/** Members of this account say themselves where they belong (3.9). */
function addGlobal(account: Account, seed: GlobalClusterSeed): Account {
  const arns = seed.members.map(member => (member.startsWith('arn:') ? member : arnOf(account, 'cluster', member)))
  const [writer, ...readers] = arns
  const global: GlobalCluster = {
    GlobalClusterIdentifier: seed.name,
    GlobalClusterResourceId: `cluster-${seed.name}`,
    GlobalClusterArn: `arn:${account.partition}:rds::${account.id}:global-cluster:${seed.name}`,
    Status: 'available',
    Engine: seed.engine ?? 'aurora-postgresql',
    GlobalClusterMembers: arns.map(DBClusterArn => ({
      DBClusterArn,
      Readers: DBClusterArn === writer ? readers : [],
      IsWriter: DBClusterArn === writer
    }))
  }
  return seed.members.reduce<Account>(
    (made, member) => {
      const one = clusterNamed(made, member)
      return one === undefined ? made : put(made, showCluster(one, {GlobalClusterIdentifier: seed.name}))
    },
    {...account, globalClusters: [...account.globalClusters, global]}
  )
}

const announce = (account: Account, seed: MaintenanceSeed): Maintenance => ({
  resource: resourceIdOf(databaseNamed(account, seed.on)),
  actions: [
    {Action: seed.action ?? 'system-update', Description: seed.description ?? 'New Operating System update is available', ...seed.shown}
  ]
})

export function addSurroundings(account: Account, seed: Seeds, now: number): Account {
  const made: Account = {
    ...account,
    proxies: (seed.proxies ?? []).map(one => proxy(account, one, now)),
    integrations: (seed.integrations ?? []).map(one => integration(account, one, now)),
    maintenance: (seed.maintenance ?? []).map(one => announce(account, one))
  }
  return (seed.globalClusters ?? []).reduce(addGlobal, made)
}
