/** What stands around databases: proxies, integrations, global clusters, endpoints, announced maintenance, option groups, quotas. */
import type {
  AccountAttributesMessage,
  AccountQuota,
  DBClusterEndpoint,
  DBClusterEndpointMessage,
  DBProxyTarget,
  DescribeDBClusterEndpointsMessage,
  DescribeDBProxiesRequest,
  DescribeDBProxiesResponse,
  DescribeDBProxyTargetGroupsRequest,
  DescribeDBProxyTargetGroupsResponse,
  DescribeDBProxyTargetsRequest,
  DescribeDBProxyTargetsResponse,
  DescribeGlobalClustersMessage,
  DescribeIntegrationsMessage,
  DescribeIntegrationsResponse,
  DescribeOptionGroupsMessage,
  DescribePendingMaintenanceActionsMessage,
  GlobalCluster,
  GlobalClustersMessage,
  Integration,
  OptionGroups,
  PendingMaintenanceActionsMessage,
  ResourcePendingMaintenanceActions
} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, Cluster, Proxy, ProxyTarget} from './account.ts'
import {arnOf} from './account.ts'
import {page, select} from './paging.ts'
import {isDefault} from './parameter-groups.ts'
import {clusterNotFound, isRefusal, refusal} from './refusals.ts'
import {arnOfResource, clusterNamed, endpointsOfCluster, findById, instanceNamed, nameOf} from './resources.ts'

const proxyNamed = (account: Account, name: string): Proxy | undefined =>
  account.proxies.find(one => one.shown.DBProxyName === name.toLowerCase())
const proxyNotFound = (name: string): Refusal => refusal('DBProxyNotFoundFault', `DBProxy ${name} not found.`, 404)

export function describeProxies(account: Account, input: DescribeDBProxiesRequest): DescribeDBProxiesResponse | Refusal {
  const name = input.DBProxyName
  const named = name === undefined ? undefined : proxyNamed(account, name)
  if (name !== undefined && named === undefined) return proxyNotFound(name)
  const found = page(named === undefined ? account.proxies : [named], input)
  return isRefusal(found) ? found : {DBProxies: found.rows.map(one => one.shown), ...found.marker}
}

/** A proxy has one target group, and it is called `default` (UG:rds-proxy). */
function targetGroupOf(account: Account, name: string, group: string | undefined): Proxy | Refusal {
  const proxy = proxyNamed(account, name)
  if (proxy === undefined) return proxyNotFound(name)
  return group === undefined || group === 'default'
    ? proxy
    : refusal('DBProxyTargetGroupNotFoundFault', `DBProxyTargetGroup ${group} not found.`, 404)
}

export function describeTargetGroups(
  account: Account,
  input: DescribeDBProxyTargetGroupsRequest
): DescribeDBProxyTargetGroupsResponse | Refusal {
  const proxy = targetGroupOf(account, input.DBProxyName ?? '', input.TargetGroupName)
  if (isRefusal(proxy)) return proxy
  const name = proxy.shown.DBProxyName
  const TargetGroupArn = arnOf(account, 'target-group', `prx-tg-${name}`)
  return {TargetGroups: [{DBProxyName: name, TargetGroupName: 'default', TargetGroupArn, IsDefault: true, Status: 'available'}]}
}

function showTarget(account: Account, target: ProxyTarget): readonly DBProxyTarget[] {
  if (target.kind === 'instance') {
    const one = instanceNamed(account, target.name)
    return [
      {
        TargetArn: arnOf(account, 'db', target.name),
        Endpoint: one?.shown.Endpoint?.Address,
        RdsResourceId: target.name,
        Port: one?.shown.Endpoint?.Port,
        Type: 'RDS_INSTANCE',
        Role: 'READ_WRITE',
        TargetHealth: target.health
      }
    ]
  }
  const cluster = clusterNamed(account, target.name)
  const tracked: DBProxyTarget = {
    TargetArn: arnOf(account, 'cluster', target.name),
    Endpoint: cluster?.shown.Endpoint,
    TrackedClusterId: target.name,
    RdsResourceId: target.name,
    Port: cluster?.shown.Port,
    Type: 'TRACKED_CLUSTER'
  }
  const members = (cluster?.shown.DBClusterMembers ?? []).map((member): DBProxyTarget => {
    const name = member.DBInstanceIdentifier ?? ''
    return {
      TargetArn: arnOf(account, 'db', name),
      Endpoint: instanceNamed(account, name)?.shown.Endpoint?.Address,
      TrackedClusterId: target.name,
      RdsResourceId: name,
      Port: cluster?.shown.Port,
      Type: 'RDS_INSTANCE',
      Role: member.IsClusterWriter === true ? 'READ_WRITE' : 'READ_ONLY',
      TargetHealth: target.health
    }
  })
  return [tracked, ...members]
}

export function describeTargets(account: Account, input: DescribeDBProxyTargetsRequest): DescribeDBProxyTargetsResponse | Refusal {
  const proxy = targetGroupOf(account, input.DBProxyName ?? '', input.TargetGroupName)
  if (isRefusal(proxy)) return proxy
  const found = page(
    proxy.targets.flatMap(target => showTarget(account, target)),
    input
  )
  return isRefusal(found) ? found : {Targets: found.rows, ...found.marker}
}

export function describeIntegrations(account: Account, input: DescribeIntegrationsMessage): DescribeIntegrationsResponse | Refusal {
  const id = input.IntegrationIdentifier
  const named = id === undefined ? undefined : account.integrations.filter(one => one.IntegrationArn === id || one.IntegrationName === id)
  if (named?.length === 0) return refusal('IntegrationNotFoundFault', `Integration ${id} not found.`, 404)
  const found = select(named ?? account.integrations, input, {
    'source-arn': (one: Integration) => [one.SourceArn],
    'target-arn': (one: Integration) => [one.TargetArn],
    'integration-status': (one: Integration) => [one.Status]
  })
  return isRefusal(found) ? found : {Integrations: found.rows, ...found.marker}
}

export function describeGlobalClusters(account: Account, input: DescribeGlobalClustersMessage): GlobalClustersMessage | Refusal {
  const id = input.GlobalClusterIdentifier?.toLowerCase()
  const named = id === undefined ? undefined : account.globalClusters.filter(one => one.GlobalClusterIdentifier === id)
  if (named?.length === 0) return refusal('GlobalClusterNotFoundFault', `Global cluster ${id} not found.`, 404)
  const found = select(named ?? account.globalClusters, input, {
    region: (one: GlobalCluster) => (one.GlobalClusterMembers ?? []).map(member => member.DBClusterArn?.split(':')[3])
  })
  return isRefusal(found) ? found : {GlobalClusters: found.rows, ...found.marker}
}

/** Writer and reader endpoints have no name of their own; a custom one has. */
function endpointsOf(account: Account, cluster: Cluster): readonly DBClusterEndpoint[] {
  const {DBClusterIdentifier, Endpoint, ReaderEndpoint, Status} = cluster.shown
  return [
    {DBClusterIdentifier, Endpoint, Status, EndpointType: 'WRITER'},
    {DBClusterIdentifier, Endpoint: ReaderEndpoint, Status, EndpointType: 'READER'},
    ...endpointsOfCluster(account, cluster).map(one => one.shown)
  ]
}

export function describeEndpoints(account: Account, input: DescribeDBClusterEndpointsMessage): DBClusterEndpointMessage | Refusal {
  const name = input.DBClusterIdentifier
  const cluster = name === undefined ? undefined : clusterNamed(account, name)
  if (name !== undefined && cluster === undefined) return clusterNotFound(name)
  const id = input.DBClusterEndpointIdentifier?.toLowerCase()
  const rows = (cluster === undefined ? account.clusters : [cluster])
    .flatMap(one => endpointsOf(account, one))
    .filter(one => id === undefined || one.DBClusterEndpointIdentifier === id)
  const found = select(rows, input, {
    'db-cluster-endpoint-type': (one: DBClusterEndpoint) => [one.EndpointType?.toLowerCase()],
    'db-cluster-endpoint-custom-type': (one: DBClusterEndpoint) => [one.CustomEndpointType?.toLowerCase()],
    'db-cluster-endpoint-id': (one: DBClusterEndpoint) => [one.DBClusterEndpointIdentifier],
    'db-cluster-endpoint-status': (one: DBClusterEndpoint) => [one.Status]
  })
  return isRefusal(found) ? found : {DBClusterEndpoints: found.rows, ...found.marker}
}

interface Announced {
  readonly shown: ResourcePendingMaintenanceActions
  readonly kind: 'instance' | 'cluster'
  readonly name: string
}

function announced(account: Account): readonly Announced[] {
  return account.maintenance.flatMap(({resource, actions}): Announced[] => {
    const one = findById(account, 'instance', resource) ?? findById(account, 'cluster', resource)
    if (one === undefined || one.kind === 'endpoint') return []
    const shown = {ResourceIdentifier: arnOfResource(one), PendingMaintenanceActionDetails: [...actions]}
    return [{shown, kind: one.kind, name: nameOf(one)}]
  })
}

/** G-45. Documented as eventually consistent (facts 8.5), which the lab's stale reads are. */
export function describeMaintenance(
  account: Account,
  input: DescribePendingMaintenanceActionsMessage
): PendingMaintenanceActionsMessage | Refusal {
  const arn = input.ResourceIdentifier
  const known = arn === undefined || [...account.instances, ...account.clusters].some(one => arnOfResource(one) === arn)
  if (!known) return refusal('ResourceNotFoundFault', `The specified resource ${arn} was not found.`, 404)
  const rows = announced(account).filter(one => arn === undefined || one.shown.ResourceIdentifier === arn)
  const ids = (kind: 'instance' | 'cluster') => (one: Announced) => (one.kind === kind ? [one.name, one.shown.ResourceIdentifier] : [])
  const found = select(rows, input, {'db-instance-id': ids('instance'), 'db-cluster-id': ids('cluster')})
  return isRefusal(found) ? found : {PendingMaintenanceActions: found.rows.map(one => one.shown), ...found.marker}
}

export function describeOptionGroups(account: Account, input: DescribeOptionGroupsMessage): OptionGroups | Refusal {
  const name = input.OptionGroupName?.toLowerCase()
  const rows = account.optionGroups.filter(
    one =>
      (name === undefined || one.OptionGroupName === name) &&
      (input.EngineName === undefined || one.EngineName === input.EngineName) &&
      (input.MajorEngineVersion === undefined || one.MajorEngineVersion === input.MajorEngineVersion)
  )
  if (name !== undefined && rows.length === 0)
    return refusal('OptionGroupNotFoundFault', `Specified OptionGroupName: ${name} not found.`, 404)
  const found = page(rows, input)
  return isRefusal(found) ? found : {OptionGroupsList: found.rows, ...found.marker}
}

/** The quotas that a deployment can meet (G-36), under the names of UG:CHAP_Limits. */
export function describeAccountAttributes(account: Account): AccountAttributesMessage {
  const {quotas} = account
  const groups = (kind: 'instance' | 'cluster'): number =>
    account.parameterGroups.filter(one => one.kind === kind && !isDefault(one.name) && !one.name.startsWith('lab-')).length
  const storage = account.instances.reduce(
    (sum, one) => sum + (one.shown.DBClusterIdentifier === undefined ? one.shown.AllocatedStorage : 0),
    0
  )
  const rows: readonly (readonly [string, number, number])[] = [
    ['DBInstances', account.instances.length, quotas.instances],
    ['AllocatedStorage', storage, quotas.storage],
    ['DBParameterGroups', groups('instance'), quotas.groups],
    ['ManualSnapshots', account.snapshots.filter(one => one.SnapshotType === 'manual').length, quotas.snapshots],
    ['ReadReplicasPerMaster', 0, 15],
    ['DBClusters', account.clusters.length, quotas.clusters],
    ['DBClusterParameterGroups', groups('cluster'), quotas.clusterGroups],
    ['DBClusterRoles', 0, quotas.roles],
    ['DBInstanceRoles', 0, quotas.roles],
    ['ManualClusterSnapshots', account.clusterSnapshots.filter(one => one.SnapshotType === 'manual').length, quotas.snapshots],
    ['CustomEndpointsPerDBCluster', 0, 5]
  ]
  return {AccountQuotas: rows.map(([AccountQuotaName, Used, Max]): AccountQuota => ({AccountQuotaName, Used, Max}))}
}
