/**
 * Changes drawn one by one can make an account that there cannot be. Here it is put straight: a group is of the family of what uses it, a
 * class exists for the version that runs on it, and a cluster lists its own instances.
 */
import type {DBClusterMember} from '@aws-sdk/client-rds'
import {familyOf} from '../model/catalogue.ts'
import {isOrderable} from '../model/classes.ts'
import {definitionsOf, isAllowed} from '../model/parameters.ts'
import type {AccountSeed, ClusterSeed, GroupSeed, InstanceSeed} from '../model/seed.ts'
import {labGroupOf} from '../model/seed.ts'
import type {Draft} from '../model/violations.ts'
import {seedOf} from '../model/violations.ts'

/** The same name once, with what each of them set. */
function merged(groups: readonly GroupSeed[]): readonly GroupSeed[] {
  const all = new Map<string, GroupSeed>()
  for (const group of groups) {
    const key = `${group.kind} ${group.name}`
    const before = all.get(key)
    all.set(key, {...before, ...group, parameters: {...before?.parameters, ...group.parameters}})
  }
  return [...all.values()]
}

/** The version and the engine decide: a group made for another family becomes one of theirs, with what that family has of it. */
function fitting(groups: readonly GroupSeed[], used: Readonly<Record<string, string>>): readonly GroupSeed[] {
  return groups.map(group => {
    const family = used[group.name]
    if (family === undefined || family === group.family) return group
    const definitions = definitionsOf(family, group.kind ?? 'instance')
    const parameters = Object.fromEntries(
      Object.entries(group.parameters ?? {}).filter(([name, value]) => {
        const definition = definitions.get(name)
        return definition !== undefined && isAllowed(definition, value)
      })
    )
    return {...group, family, parameters}
  })
}

const isOfFamily = (name: string, engine: string, version: string): boolean =>
  name === labGroupOf(engine, version) || name === `default.${familyOf(engine, version)}`

const isStandard = (name: string): boolean => /^(lab-|default\.)/.test(name)

/** A group of the lab or of RDS is of one family; where the version was changed behind it, that of the new one takes its place. */
const standing = (name: string | undefined, engine: string, version: string): string | undefined => {
  if (name === undefined || !isStandard(name) || isOfFamily(name, engine, version)) return name
  return name.startsWith('lab-') ? labGroupOf(engine, version) : `default.${familyOf(engine, version)}`
}

/** What it runs on exists for its version. */
const runnable = (engine: string, version: string, shown: InstanceSeed['shown']): InstanceSeed['shown'] =>
  shown?.DBInstanceClass === undefined || isOrderable(engine, version, shown.DBInstanceClass)
    ? shown
    : {...shown, DBInstanceClass: 'db.r6g.large'}

function straightReplica(seed: string | InstanceSeed, engine: string, version: string): string | InstanceSeed {
  if (typeof seed === 'string') return seed
  const group = standing(seed.group, engine, version)
  const shown = runnable(engine, version, seed.shown)
  return {...seed, ...(group === undefined ? {} : {group}), ...(shown === undefined ? {} : {shown})}
}

function straightInstance(seed: InstanceSeed): InstanceSeed {
  const {engine = '', version = ''} = seed
  const group = standing(seed.group, engine, version)
  const told = seed.shown?.DBParameterGroups?.[0]
  const usual = engine === 'postgres' ? labGroupOf(engine, version) : `default.${familyOf(engine, version)}`
  const groups = told === undefined ? {} : {DBParameterGroups: [{...told, DBParameterGroupName: group ?? usual}]}
  const shown = runnable(engine, version, {...seed.shown, ...groups})
  return {
    ...seed,
    ...(group === undefined ? {} : {group}),
    ...(shown === undefined ? {} : {shown}),
    replicas: (seed.replicas ?? []).map(one => straightReplica(one, engine, version))
  }
}

function straightCluster(seed: ClusterSeed): ClusterSeed {
  const {engine = '', version = '', instances = []} = seed
  const group = standing(seed.group, engine, version)
  const instanceGroup = standing(seed.instanceGroup, engine, version)
  const told = seed.shown?.DBClusterMembers?.[0]?.DBClusterParameterGroupStatus
  const members = instances.map(
    (name, index): DBClusterMember => ({
      DBInstanceIdentifier: name,
      IsClusterWriter: index === 0,
      DBClusterParameterGroupStatus: index === 0 ? told : 'in-sync'
    })
  )
  return {
    ...seed,
    ...(group === undefined ? {} : {group}),
    ...(instanceGroup === undefined ? {} : {instanceGroup}),
    ...(told === undefined ? {} : {shown: {...seed.shown, DBClusterMembers: members}})
  }
}

export function straight(draft: Draft): AccountSeed {
  const instance = draft.instance === undefined ? undefined : straightInstance(draft.instance)
  const cluster = draft.cluster === undefined ? undefined : straightCluster(draft.cluster)
  const {engine = '', version = ''} = instance ?? cluster ?? {}
  const family = familyOf(engine, version)
  const used = Object.fromEntries(['of-blue', 'of-blue-instances', 'of-replicas'].map(name => [name, family]))
  const groups = fitting(merged(draft.more.groups ?? []), used)
  return seedOf({...draft, instance, cluster, more: {...draft.more, groups}})
}
