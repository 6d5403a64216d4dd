/** DescribeDBInstances and DescribeDBClusters. */
import type {DBClusterMessage, DBInstanceMessage, DescribeDBClustersMessage, DescribeDBInstancesMessage, Filter} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, Cluster, Instance, Resource} from './account.ts'
import {select} from './paging.ts'
import {clusterNotFound, instanceNotFound, isRefusal} from './refusals.ts'
import {clusterNamed, clusterOf, findByName, instanceNamed} from './resources.ts'

/** 8.5: for some seconds after a rename its name may answer NotFound. */
const isBetweenNames = (account: Account, one: Resource, now: number): boolean =>
  account.unknowns.nameAfterRename === 'briefly_not_found' &&
  one.hidden.renamedAt !== undefined &&
  now - one.hidden.renamedAt < account.paper.nameGap * account.pace

/** An id filter that nothing matches may be a fault (unknown filterWithoutMatch). */
function unmatched<T>(
  account: Account,
  rows: readonly T[],
  filters: readonly Filter[] | undefined,
  names: readonly string[],
  fault: (name: string) => Refusal
): Refusal | undefined {
  const asked = filters?.find(filter => names.includes(filter.Name ?? ''))
  return rows.length === 0 && asked !== undefined && account.unknowns.filterWithoutMatch === 'fault'
    ? fault(asked.Values?.[0] ?? '')
    : undefined
}

export function describeInstances(account: Account, input: DescribeDBInstancesMessage, now: number): DBInstanceMessage | Refusal {
  const name = input.DBInstanceIdentifier
  const named = name === undefined ? undefined : instanceNamed(account, name)
  if (name !== undefined && (named === undefined || isBetweenNames(account, named, now))) return instanceNotFound(name)
  const found = select(named === undefined ? account.instances : [named], input, {
    'db-instance-id': (one: Instance) => [one.shown.DBInstanceIdentifier, one.shown.DBInstanceArn],
    'dbi-resource-id': (one: Instance) => [one.shown.DbiResourceId],
    'db-cluster-id': (one: Instance) => {
      const cluster = one.shown.DBClusterIdentifier
      return [cluster, cluster === undefined ? undefined : findByName(account, 'cluster', cluster) && clusterArn(account, cluster)]
    },
    engine: (one: Instance) => [one.shown.Engine]
  })
  if (isRefusal(found)) return found
  return (
    unmatched(account, found.rows, input.Filters, ['db-instance-id', 'dbi-resource-id'], instanceNotFound) ?? {
      DBInstances: found.rows.map(one => one.shown),
      ...found.marker
    }
  )
}

const clusterArn = (account: Account, name: string): string | undefined => clusterNamed(account, name)?.shown.DBClusterArn

export function describeClusters(account: Account, input: DescribeDBClustersMessage, now: number): DBClusterMessage | Refusal {
  const name = input.DBClusterIdentifier
  const named = name === undefined ? undefined : (clusterNamed(account, name) ?? clusterOf(account, name))
  if (name !== undefined && (named === undefined || isBetweenNames(account, named, now))) return clusterNotFound(name)
  const found = select(named === undefined ? account.clusters : [named], input, {
    'db-cluster-id': (one: Cluster) => [one.shown.DBClusterIdentifier, one.shown.DBClusterArn],
    'db-cluster-resource-id': (one: Cluster) => [one.shown.DbClusterResourceId],
    engine: (one: Cluster) => [one.shown.Engine]
  })
  if (isRefusal(found)) return found
  return (
    unmatched(account, found.rows, input.Filters, ['db-cluster-id', 'db-cluster-resource-id'], clusterNotFound) ?? {
      DBClusters: found.rows.map(one => one.shown),
      ...found.marker
    }
  )
}
