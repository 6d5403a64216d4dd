/** Sources of PostgreSQL and Aurora, as rows of the tables change them. */
import type {Database, DatabaseKind} from '../../src/domain/database.ts'
import type {Traits} from '../../src/domain/traits.ts'
import {NO_TRAITS} from '../../src/domain/traits.ts'
import type {FactValues} from '../../src/observing/facts.ts'
import {group} from '../phases/builders.ts'
import type {judged} from './table.ts'

export type Over = Parameters<typeof judged>[1]
type Values = Readonly<Record<string, string>>

const writer = {name: 'orders-1', writer: true, clusterGroupStatus: 'in-sync'}
const reader = {name: 'orders-2', writer: false, clusterGroupStatus: 'in-sync'}

/** 16.8 to 17.6, which replicates logically. */
export const major: Over = {}
/** 16.8 to 16.10, which replicates physically. */
export const minor: Over = {target: {engineVersion: '16.10'}}
const cluster = (engine: string, engineVersion: string): Partial<Database> => ({
  kind: 'cluster',
  engine,
  engineVersion,
  endpoint: 'orders.cluster-abc.eu-central-1.rds.amazonaws.com',
  parameterApplyStatus: undefined,
  members: [writer, reader],
  traits: {...NO_TRAITS, engineMode: 'provisioned', hasDataApi: false}
})
export const auroraPostgres: Over = {production: cluster('aurora-postgresql', '16.8'), replica: {name: 'orders-1', cluster: 'orders'}}
export const auroraMysql: Over = {
  production: cluster('aurora-mysql', '8.0.mysql_aurora.3.05.2'),
  replica: {name: 'orders-1', engine: 'aurora-mysql', cluster: 'orders'},
  target: {engineVersion: '8.0.mysql_aurora.3.08.0'}
}
export const mysql: Over = {production: {engine: 'mysql', engineVersion: '8.0.42'}, target: {engineVersion: '8.4.6'}}

export const also = (one: Over, more: Over): Over => ({
  ...one,
  ...more,
  production: {...one.production, ...more.production},
  target: {...one.target, ...more.target},
  facts: {...one.facts, ...more.facts}
})
export const version = (one: Over, engineVersion: string, to?: string): Over =>
  also(one, {production: {engineVersion}, ...(to === undefined ? {} : {target: {engineVersion: to, reachable: [to]}})})
export const traits = (one: Over, more: Partial<Traits>): Over =>
  also(one, {production: {traits: {...(one.production?.traits ?? NO_TRAITS), ...more}}})

const kindOf = (one: Over): DatabaseKind => one.production?.kind ?? 'instance'
const sideOf = (one: Over, name: string, values: Values) => {
  const made = group(name, 'a-family', values, kindOf(one))
  return kindOf(one) === 'cluster'
    ? {instance: group('default.of-instances', 'a-family'), cluster: made}
    : {instance: made, cluster: undefined}
}
/** The group that decides, `of-blue`, has these values. */
export const blueHas = (one: Over, values: Values, name = 'of-blue'): Over =>
  also(one, {facts: {blueGroups: {...sideOf(one, name, values), replicas: []}}})
/** The group that decides, `of-green`, has these values. */
export const greenHas = (one: Over, values: Values, name = 'of-green'): Over => also(one, {facts: {greenGroups: sideOf(one, name, values)}})
/** The instances of a cluster have a group of their own, with these values. */
export function instancesHave(one: Over, side: 'blueGroups' | 'greenGroups', values: Values): Over {
  const there = one.facts?.[side] ?? {cluster: undefined}
  const instance = group('of-instances', 'a-family', values)
  const groups = {...there, instance}
  return also(one, {
    facts: (side === 'blueGroups' ? {blueGroups: {replicas: [], ...groups}} : {greenGroups: groups}) as Partial<FactValues>
  })
}
