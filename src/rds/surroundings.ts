/** What stands around a database and may stand in the way of a deployment: each one question to RDS, in our words. */
import type {OrderableDBInstanceOption} from '@aws-sdk/client-rds'
import {nameIn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import type {Readers} from '../world.ts'
import {pages, unlessNotFound} from './looking.ts'

/** A way in which an instance class can be had for one engine version. */
export interface Orderable {
  readonly storageType: string | undefined
  readonly storage: Range
  readonly iops: Range
  readonly throughput: Range
}
/** Undefined: RDS gives no limit. */
export interface Range {
  readonly from: number | undefined
  readonly to: number | undefined
}

const orderableOf = (one: OrderableDBInstanceOption): Orderable => ({
  storageType: one.StorageType,
  storage: {from: one.MinStorageSize, to: one.MaxStorageSize},
  iops: {from: one.MinIopsPerDbInstance, to: one.MaxIopsPerDbInstance},
  throughput: {from: one.MinStorageThroughputPerDbInstance, to: one.MaxStorageThroughputPerDbInstance}
})

/** Of more classes than these all are asked for at once: the answer has several pages, but a cluster may have fifteen classes. */
const ONE_BY_ONE = 2

/** By class; an empty list: the class cannot be had with that version. */
export async function orderable(
  look: Readers,
  engine: string,
  version: string,
  classes: readonly string[]
): Promise<ReadonlyMap<string, readonly Orderable[]>> {
  const common = {Engine: engine, EngineVersion: version}
  const asked = classes.length > ONE_BY_ONE ? [common] : classes.map(one => ({...common, DBInstanceClass: one}))
  const answers = await Promise.all(asked.map(input => pages(look, 'DescribeOrderableDBInstanceOptions', input)))
  const all = answers.flat().flatMap(answer => answer.OrderableDBInstanceOptions ?? [])
  return new Map(classes.map(one => [one, all.filter(option => option.DBInstanceClass === one).map(orderableOf)]))
}

/** A database that an RDS Proxy sends its clients to. */
export interface ProxyTarget {
  readonly proxy: string
  readonly database: string
  /** `AVAILABLE`, `REGISTERING`, `UNAVAILABLE`; empty where RDS says nothing, as of a cluster as such. */
  readonly health: string
  readonly because: string
}

/** Every proxy of the account is asked for its targets: RDS has no way to ask by database. One request each. */
export async function proxyTargets(look: Readers, databases: readonly Database[]): Promise<readonly ProxyTarget[]> {
  const names = new Set(databases.map(one => one.name.toLowerCase()))
  const proxies = (await pages(look, 'DescribeDBProxies', {})).flatMap(answer => answer.DBProxies ?? [])
  const found = await Promise.all(
    proxies.map(async ({DBProxyName}) => {
      if (DBProxyName === undefined) return []
      // One that is deleted in between has no targets.
      const answers = (await unlessNotFound(pages(look, 'DescribeDBProxyTargets', {DBProxyName}))) ?? []
      return answers
        .flatMap(answer => answer.Targets ?? [])
        .map(target => ({
          proxy: DBProxyName,
          database: target.RdsResourceId ?? target.TrackedClusterId ?? nameIn(target.TargetArn ?? ''),
          health: target.TargetHealth?.State ?? '',
          because: target.TargetHealth?.Description ?? target.TargetHealth?.Reason ?? ''
        }))
    })
  )
  return found.flat().filter(target => names.has(target.database.toLowerCase()))
}

export interface Integration {
  readonly name: string
  readonly status: string
}

/** Zero-ETL integrations that read one of these databases. */
export async function integrationsOf(look: Readers, arns: readonly string[]): Promise<readonly Integration[]> {
  const filters = [{Name: 'source-arn', Values: [...arns]}]
  const answers = (await unlessNotFound(pages(look, 'DescribeIntegrations', {Filters: filters}))) ?? []
  return answers
    .flatMap(answer => answer.Integrations ?? [])
    .map(one => ({name: one.IntegrationName ?? nameIn(one.IntegrationArn ?? ''), status: one.Status ?? ''}))
}

export interface CustomEndpoint {
  readonly name: string
  readonly staticMembers: readonly string[]
  readonly excludedMembers: readonly string[]
}

export async function customEndpoints(look: Readers, cluster: string): Promise<readonly CustomEndpoint[]> {
  const answers = await pages(look, 'DescribeDBClusterEndpoints', {DBClusterIdentifier: cluster})
  return answers
    .flatMap(answer => answer.DBClusterEndpoints ?? [])
    .filter(one => one.EndpointType === 'CUSTOM')
    .map(one => ({
      name: one.DBClusterEndpointIdentifier ?? '',
      staticMembers: one.StaticMembers ?? [],
      excludedMembers: one.ExcludedMembers ?? []
    }))
}

export interface Maintenance {
  readonly database: string
  readonly action: string
  readonly description: string
}

export async function pendingMaintenance(look: Readers, database: Database): Promise<readonly Maintenance[]> {
  const filters = [{Name: database.kind === 'cluster' ? 'db-cluster-id' : 'db-instance-id', Values: [database.name]}]
  const answers = (await unlessNotFound(pages(look, 'DescribePendingMaintenanceActions', {Filters: filters}))) ?? []
  return answers
    .flatMap(answer => answer.PendingMaintenanceActions ?? [])
    .flatMap(one =>
      (one.PendingMaintenanceActionDetails ?? []).map(detail => ({
        database: nameIn(one.ResourceIdentifier ?? ''),
        action: detail.Action ?? '',
        description: detail.Description ?? ''
      }))
    )
}

/** Name of the quota, as RDS calls it, to what is used of it. */
export type Quotas = ReadonlyMap<string, {readonly used: number; readonly max: number}>

export async function quotas(look: Readers): Promise<Quotas> {
  const {AccountQuotas} = await look.rds.read('DescribeAccountAttributes', {}, look.signal)
  return new Map(
    (AccountQuotas ?? []).flatMap(one =>
      one.AccountQuotaName === undefined || one.Max === undefined
        ? []
        : [[one.AccountQuotaName, {used: one.Used ?? 0, max: one.Max}] as const]
    )
  )
}

export interface EngineVersion {
  readonly version: string
  readonly family: string | undefined
  readonly targets: readonly {readonly version: string; readonly isMajor: boolean}[]
  /** `available`, or `deprecated`. */
  readonly status: string | undefined
}

/** One version of an engine, or all of them; deprecated ones as well, since production may run one (facts 9.1). */
export async function engineVersions(look: Readers, engine: string, version?: string): Promise<readonly EngineVersion[]> {
  const which = version === undefined ? {} : {EngineVersion: version}
  const answers = await pages(look, 'DescribeDBEngineVersions', {Engine: engine, ...which, IncludeAll: true})
  return answers
    .flatMap(answer => answer.DBEngineVersions ?? [])
    .flatMap(one =>
      one.EngineVersion === undefined
        ? []
        : {
            version: one.EngineVersion,
            family: one.DBParameterGroupFamily,
            targets: (one.ValidUpgradeTarget ?? []).flatMap(target =>
              target.EngineVersion === undefined ? [] : {version: target.EngineVersion, isMajor: target.IsMajorVersionUpgrade === true}
            ),
            status: one.Status
          }
    )
}
