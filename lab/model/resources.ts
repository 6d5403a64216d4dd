/** Instances, clusters and custom endpoints in the same words: to find one, to change one, to rename one with everything that names it. */
import type {
  Account,
  Cluster,
  CustomEndpoint,
  Deployment,
  Enforced,
  Instance,
  Kind,
  Resource,
  ShownCluster,
  ShownDeployment,
  ShownInstance
} from './account.ts'
import {arnOf} from './account.ts'
import {endpointOf} from './naming.ts'

export const kindOfArn = {instance: 'db', cluster: 'cluster', endpoint: 'cluster-endpoint'} as const

export const nameOf = (one: Resource): string =>
  one.kind === 'instance'
    ? one.shown.DBInstanceIdentifier
    : one.kind === 'cluster'
      ? one.shown.DBClusterIdentifier
      : one.shown.DBClusterEndpointIdentifier

export const resourceIdOf = (one: Resource): string =>
  one.kind === 'instance'
    ? one.shown.DbiResourceId
    : one.kind === 'cluster'
      ? one.shown.DbClusterResourceId
      : one.shown.DBClusterEndpointResourceIdentifier

export const arnOfResource = (one: Resource): string =>
  one.kind === 'instance' ? one.shown.DBInstanceArn : one.kind === 'cluster' ? one.shown.DBClusterArn : one.shown.DBClusterEndpointArn

export const statusOf = (one: Resource): string => (one.kind === 'instance' ? one.shown.DBInstanceStatus : one.shown.Status)

export const resourcesOf = (account: Account, kind: Kind): readonly Resource[] =>
  kind === 'instance' ? account.instances : kind === 'cluster' ? account.clusters : account.endpoints

/** By name or ARN, not case-sensitive (facts 1.8). */
export function findByName(account: Account, kind: Kind, nameOrArn: string): Resource | undefined {
  const wanted = nameOrArn.toLowerCase()
  return resourcesOf(account, kind).find(one => nameOf(one) === wanted || arnOfResource(one).toLowerCase() === wanted)
}

export const findById = (account: Account, kind: Kind, resourceId: string): Resource | undefined =>
  resourcesOf(account, kind).find(one => resourceIdOf(one) === resourceId)

export const instanceNamed = (account: Account, name: string): Instance | undefined =>
  findByName(account, 'instance', name) as Instance | undefined
export const clusterNamed = (account: Account, name: string): Cluster | undefined =>
  findByName(account, 'cluster', name) as Cluster | undefined
export const instanceOf = (account: Account, id: string): Instance | undefined => findById(account, 'instance', id) as Instance | undefined
export const clusterOf = (account: Account, id: string): Cluster | undefined => findById(account, 'cluster', id) as Cluster | undefined

/** Puts the new value in the place of the one with the same resource id. */
export function put(account: Account, changed: Resource): Account {
  const id = resourceIdOf(changed)
  const over = <R extends Resource>(list: readonly R[], one: R): readonly R[] =>
    list.map(other => (resourceIdOf(other) === id ? one : other))
  if (changed.kind === 'instance') return {...account, instances: over(account.instances, changed)}
  if (changed.kind === 'cluster') return {...account, clusters: over(account.clusters, changed)}
  return {...account, endpoints: over(account.endpoints, changed)}
}

export function add(account: Account, one: Resource): Account {
  if (one.kind === 'instance') return {...account, instances: [...account.instances, one]}
  if (one.kind === 'cluster') return {...account, clusters: [...account.clusters, one]}
  return {...account, endpoints: [...account.endpoints, one]}
}

export const showInstance = (one: Instance, shown: Partial<ShownInstance>): Instance => ({...one, shown: {...one.shown, ...shown}})
export const showCluster = (one: Cluster, shown: Partial<ShownCluster>): Cluster => ({...one, shown: {...one.shown, ...shown}})

export const showStatus = (one: Resource, status: string): Resource =>
  one.kind === 'instance'
    ? showInstance(one, {DBInstanceStatus: status})
    : one.kind === 'cluster'
      ? showCluster(one, {Status: status})
      : {...one, shown: {...one.shown, Status: status}}

/** Changes each instance that the function gives another value for. */
const eachInstance = (account: Account, change: (one: Instance) => Instance): Account => {
  const instances = account.instances.map(change)
  return instances.every((one, index) => one === account.instances[index]) ? account : {...account, instances}
}
const swapIn = (list: readonly string[] | undefined, old: string, name: string): string[] =>
  (list ?? []).map(one => (one === old ? name : one))

/** A new name: identifier, ARN, endpoint, and every other resource that points at the old one. */
export function rename(account: Account, one: Resource, name: string, now: number): Account {
  const old = nameOf(one)
  const hidden = {...one.hidden, named: [...one.hidden.named, {name, since: now}], renamedAt: now}
  const arn = arnOf(account, kindOfArn[one.kind], name)
  if (one.kind === 'instance') {
    const shown: ShownInstance = {
      ...one.shown,
      DBInstanceIdentifier: name,
      DBInstanceArn: arn,
      ...(one.shown.Endpoint === undefined ? {} : {Endpoint: {...one.shown.Endpoint, Address: endpointOf(account, 'instance', name)}})
    }
    const renamed = put(account, {...one, shown, hidden})
    const pointed = eachInstance(renamed, other => {
      const source = other.shown.ReadReplicaSourceDBInstanceIdentifier === old
      const listed = other.shown.ReadReplicaDBInstanceIdentifiers.includes(old)
      if (!source && !listed) return other
      return showInstance(other, {
        ...(source ? {ReadReplicaSourceDBInstanceIdentifier: name} : {}),
        ...(listed ? {ReadReplicaDBInstanceIdentifiers: swapIn(other.shown.ReadReplicaDBInstanceIdentifiers, old, name)} : {})
      })
    })
    return {
      ...pointed,
      clusters: pointed.clusters.map(cluster =>
        cluster.shown.DBClusterMembers.some(member => member.DBInstanceIdentifier === old)
          ? showCluster(cluster, {
              DBClusterMembers: cluster.shown.DBClusterMembers.map(member =>
                member.DBInstanceIdentifier === old ? {...member, DBInstanceIdentifier: name} : member
              )
            })
          : cluster
      )
    }
  }
  if (one.kind === 'cluster') {
    const shown: ShownCluster = {
      ...one.shown,
      DBClusterIdentifier: name,
      DBClusterArn: arn,
      Endpoint: endpointOf(account, 'cluster', name),
      ReaderEndpoint: endpointOf(account, 'reader', name)
    }
    const renamed = put(account, {...one, shown, hidden})
    const pointed = eachInstance(renamed, other =>
      other.shown.DBClusterIdentifier === old ? showInstance(other, {DBClusterIdentifier: name}) : other
    )
    return {
      ...pointed,
      endpoints: pointed.endpoints.map(endpoint =>
        endpoint.shown.DBClusterIdentifier === old ? {...endpoint, shown: {...endpoint.shown, DBClusterIdentifier: name}} : endpoint
      )
    }
  }
  const address = endpointOf(account, 'custom', name)
  const shown = {...one.shown, DBClusterEndpointIdentifier: name, DBClusterEndpointArn: arn, Endpoint: address}
  const renamed = put(account, {...one, shown, hidden})
  return {
    ...renamed,
    clusters: renamed.clusters.map(cluster =>
      cluster.shown.DBClusterIdentifier === one.shown.DBClusterIdentifier
        ? showCluster(cluster, {CustomEndpoints: swapIn(cluster.shown.CustomEndpoints, endpointOf(account, 'custom', old), address)})
        : cluster
    )
  }
}

export const deploymentOf = (account: Account, id: string): Deployment | undefined => {
  const wanted = id.toLowerCase()
  return account.deployments.find(one => one.shown.BlueGreenDeploymentIdentifier === wanted)
}

export const putDeployment = (account: Account, changed: Deployment): Account => ({
  ...account,
  deployments: account.deployments.map(one =>
    one.shown.BlueGreenDeploymentIdentifier === changed.shown.BlueGreenDeploymentIdentifier ? changed : one
  )
})

export const showDeployment = (account: Account, id: string, shown: Partial<ShownDeployment>): Account => {
  const one = deploymentOf(account, id)
  return one === undefined ? account : putDeployment(account, {...one, shown: {...one.shown, ...shown}})
}

/** Notes the row of the facts that a deployment met. */
export function enforce(account: Account, id: string, row: string | undefined, when: Enforced['when'], now: number): Account {
  const one = deploymentOf(account, id)
  return one === undefined || row === undefined
    ? account
    : putDeployment(account, {...one, enforced: [...(one.enforced ?? []), {row, when, at: now}]})
}

/** Deployments that a database takes part in and that are not over. */
export const activeDeploymentsOf = (account: Account, resourceId: string): readonly Deployment[] =>
  account.deployments.filter(
    one => one.shown.Status !== 'SWITCHOVER_COMPLETED' && one.pairs.some(pair => pair.blue === resourceId || pair.green === resourceId)
  )

export const instancesOfCluster = (account: Account, cluster: Cluster): readonly Instance[] =>
  cluster.shown.DBClusterMembers.flatMap(member => instanceNamed(account, member.DBInstanceIdentifier ?? '') ?? [])

export const endpointsOfCluster = (account: Account, cluster: Cluster): readonly CustomEndpoint[] =>
  account.endpoints.filter(one => one.shown.DBClusterIdentifier === cluster.shown.DBClusterIdentifier)

/** Endpoints go with their cluster (facts 6.3 [INFERRED]); replicas of a deleted primary become standalone (facts 6.2). */
export function remove(account: Account, kind: Kind, resourceId: string): Account {
  const one = findById(account, kind, resourceId)
  if (one === undefined) return account
  const gone = {...account, deleted: [...account.deleted, resourceId], timers: account.timers.filter(timer => timer.about !== resourceId)}
  if (one.kind === 'endpoint') {
    const {DBClusterIdentifier: cluster, Endpoint: address} = one.shown
    return {
      ...gone,
      endpoints: gone.endpoints.filter(other => other !== one),
      clusters: gone.clusters.map(other =>
        other.shown.DBClusterIdentifier === cluster
          ? showCluster(other, {CustomEndpoints: other.shown.CustomEndpoints.filter(listed => listed !== address)})
          : other
      )
    }
  }
  if (one.kind === 'cluster') {
    const name = one.shown.DBClusterIdentifier
    // Its instances went before it; should one be left, nothing would hold it.
    const members = gone.instances.filter(other => other.shown.DBClusterIdentifier === name)
    return {
      ...gone,
      deleted: [...gone.deleted, ...members.map(resourceIdOf)],
      instances: gone.instances.filter(other => !members.includes(other)),
      clusters: gone.clusters.filter(other => other !== one),
      endpoints: gone.endpoints.filter(endpoint => endpoint.shown.DBClusterIdentifier !== name)
    }
  }
  const name = one.shown.DBInstanceIdentifier
  const instances = gone.instances
    .filter(other => other !== one)
    .map(other => {
      if (other.shown.ReadReplicaSourceDBInstanceIdentifier === name) return standalone(other)
      if (other.shown.ReadReplicaDBInstanceIdentifiers.includes(name))
        return showInstance(other, {
          ReadReplicaDBInstanceIdentifiers: other.shown.ReadReplicaDBInstanceIdentifiers.filter(replica => replica !== name)
        })
      return other
    })
  const clusters = gone.clusters.map(cluster =>
    cluster.shown.DBClusterMembers.some(member => member.DBInstanceIdentifier === name)
      ? showCluster(cluster, {DBClusterMembers: cluster.shown.DBClusterMembers.filter(member => member.DBInstanceIdentifier !== name)})
      : cluster
  )
  return {...gone, instances, clusters}
}

/** A replica becomes an instance of its own, and its source lists it no more. */
export function promote(account: Account, replica: Instance): Account {
  const name = replica.shown.DBInstanceIdentifier
  const delisted = eachInstance(account, other =>
    other.shown.ReadReplicaDBInstanceIdentifiers.includes(name)
      ? showInstance(other, {ReadReplicaDBInstanceIdentifiers: other.shown.ReadReplicaDBInstanceIdentifiers.filter(one => one !== name)})
      : other
  )
  return put(delisted, standalone(replica))
}

function standalone(one: Instance): Instance {
  const {ReadReplicaSourceDBInstanceIdentifier: _source, StatusInfos: _infos, ...shown} = one.shown
  return {...one, shown, hidden: {...one.hidden, writable: true}}
}
