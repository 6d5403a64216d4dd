/** The source of a deployment in the same words for both kinds, and what its versions and groups mean. */
import type {Account, Cluster, EngineVersion, Instance, ParameterGroup, Resource} from './account.ts'
import {compareVersions, familyOf, majorOf} from './catalogue.ts'
import {endpointsOfCluster, instanceNamed, instancesOfCluster} from './resources.ts'

export interface Source {
  readonly kind: 'instance' | 'cluster'
  readonly resource: Instance | Cluster
  readonly engine: string
  readonly version: string
  /** The primary, or the writer. */
  readonly writer: Instance | undefined
  /** Source first, then read replicas; or the cluster, its instances, its custom endpoints (facts 1.2). */
  readonly members: readonly Resource[]
  /** The group that decides about replication. */
  readonly group: string
  readonly groupApplied: string
}

export function sourceOf(account: Account, resource: Instance | Cluster): Source {
  const {Engine: engine, EngineVersion: version} = resource.shown
  if (resource.kind === 'instance') {
    const group = resource.shown.DBParameterGroups[0]
    const replicas = resource.shown.ReadReplicaDBInstanceIdentifiers.flatMap(name => instanceNamed(account, name) ?? [])
    return {
      kind: 'instance',
      resource,
      engine,
      version,
      writer: resource,
      members: [resource, ...replicas],
      group: group?.DBParameterGroupName ?? '',
      groupApplied: group?.ParameterApplyStatus ?? ''
    }
  }
  const member = resource.shown.DBClusterMembers.find(one => one.IsClusterWriter)
  return {
    kind: 'cluster',
    resource,
    engine,
    version,
    writer: instanceNamed(account, member?.DBInstanceIdentifier ?? ''),
    members: [resource, ...instancesOfCluster(account, resource), ...endpointsOfCluster(account, resource)],
    group: resource.shown.DBClusterParameterGroup,
    groupApplied: member?.DBClusterParameterGroupStatus ?? ''
  }
}

export const groupNamed = (account: Account, kind: 'instance' | 'cluster', name: string): ParameterGroup | undefined =>
  account.parameterGroups.find(group => group.kind === kind && group.name === name.toLowerCase())

export const versionOf = (account: Account, engine: string, version: string): EngineVersion | undefined =>
  account.engineVersions.find(one => one.engine === engine && one.version === version)

/** The exact version; a short form (`8.0`, `16`) is the newest upgrade target of that beginning (samples). Undefined: no valid target. */
export function resolveTarget(account: Account, source: Source, asked: string | undefined): string | undefined {
  if (asked === undefined || asked === source.version) return source.version
  const targets = (versionOf(account, source.engine, source.version)?.targets ?? []).flatMap(one => one.EngineVersion ?? [])
  if (targets.includes(asked)) return asked
  const fitting = targets.filter(version => version.startsWith(`${asked}.`)).sort(compareVersions)
  return fitting.at(-1) ?? (source.version.startsWith(`${asked}.`) ? source.version : undefined)
}

export const isMajor = (engine: string, from: string, to: string): boolean => majorOf(engine, from) !== majorOf(engine, to)

/** PostgreSQL replicates logically for a major upgrade, Aurora PostgreSQL always (facts 3.4, 3.5, AP-02). */
export const isLogical = (engine: string, from: string, to: string): boolean =>
  engine === 'aurora-postgresql' || (engine === 'postgres' && isMajor(engine, from, to))

export const familyOfVersion = (account: Account, engine: string, version: string): string =>
  versionOf(account, engine, version)?.family ?? familyOf(engine, version)

export const isBurstable = (instanceClass: string): boolean => /^db\.t\d/.test(instanceClass)
