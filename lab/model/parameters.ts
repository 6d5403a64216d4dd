/**
 * What a parameter group of each family can hold (facts 9.2 to 9.4): a few dozen parameters of each, those that blue/green needs and
 * ordinary ones, with what differs between majors, so that carrying a group over loses something.
 *
 * A parameter that RDS sets has a value and `Source=system`; one that is left to the engine shows none (`engine-default`), so `actual`
 * is what a database runs with. Values are those of the engines' manuals and of the default groups as far as they are public
 * (UG:Appendix.PostgreSQL.CommonDBATasks.Parameters, UG:Appendix.MySQL.Parameters, AUG:AuroraMySQL.Reference.ParameterGroups,
 * AUG:AuroraPostgreSQL.Reference.ParameterGroups); whether a value is static is for the API to say at run time, here as there.
 */
import type {ParameterGroup} from './account.ts'
import {compareVersions, families} from './engine-versions.ts'
import {mysqlParameters} from './parameters-mysql.ts'
import {postgresParameters} from './parameters-postgres.ts'

export type GroupKind = 'instance' | 'cluster'

export interface Definition {
  readonly name: string
  readonly apply: 'static' | 'dynamic'
  readonly data: 'boolean' | 'integer' | 'float' | 'string' | 'list'
  /** `0,1`, `1-100`, `0-1,5`: as RDS writes it. Undefined: anything. */
  readonly allowed: string | undefined
  /** What a group shows that nobody edited. */
  readonly shown: string | undefined
  /** What a database runs with when nobody edited it. */
  readonly actual: string | undefined
  readonly isModifiable: boolean
}

/** One line of the tables. `from` and `to` are majors, both included. */
export interface ParameterRow {
  readonly name: string
  readonly apply: 'static' | 'dynamic'
  readonly data: Definition['data']
  readonly allowed?: string
  readonly shown?: string
  readonly actual?: string
  readonly from?: string
  readonly to?: string
  readonly fixed?: true
  /** RDS or Aurora alone; both when left out. */
  readonly only?: 'rds' | 'aurora'
  /** MariaDB alone, or MySQL alone (Aurora's as well). */
  readonly engine?: 'mysql' | 'mariadb'
  /** The kind of Aurora group it lives in; both when left out (facts 9.2). */
  readonly group?: GroupKind
}

function rowsOf(family: string, kind: GroupKind): readonly ParameterRow[] {
  const [, engine = '', major = ''] = /^(\D+)([\d.]+)$/.exec(family) ?? []
  const isAurora = engine.startsWith('aurora')
  if (kind === 'cluster' && !isAurora) return []
  const all = engine.includes('postgres') ? postgresParameters : /mysql|mariadb/.test(engine) ? mysqlParameters : []
  return all.filter(
    row =>
      (row.from === undefined || compareVersions(major, row.from) >= 0) &&
      (row.to === undefined || compareVersions(major, row.to) <= 0) &&
      (row.only === undefined || (row.only === 'aurora') === isAurora) &&
      (row.engine === undefined || (row.engine === 'mariadb') === (engine === 'mariadb')) &&
      (row.group === undefined || !isAurora || row.group === kind)
  )
}

const definitionOf = (row: ParameterRow): Definition => ({
  name: row.name,
  apply: row.apply,
  data: row.data,
  allowed: row.allowed ?? (row.data === 'boolean' ? '0,1' : undefined),
  shown: row.shown,
  actual: row.actual ?? row.shown,
  isModifiable: row.fixed !== true
})

const key = (family: string, kind: GroupKind): string => `${family} ${kind}`
const none: ReadonlyMap<string, Definition> = new Map()

const tables: ReadonlyMap<string, ReadonlyMap<string, Definition>> = new Map(
  families.flatMap(family =>
    (['instance', 'cluster'] as const).map(kind => [
      key(family, kind),
      new Map(
        rowsOf(family, kind)
          .toSorted((one, other) => (one.name < other.name ? -1 : 1))
          .map(row => [row.name, definitionOf(row)] as const)
      )
    ])
  )
)

/** By name, in the order of names, as RDS lists them. Empty for a family or a kind that does not exist. */
export const definitionsOf = (family: string, kind: GroupKind): ReadonlyMap<string, Definition> => tables.get(key(family, kind)) ?? none

/** What a database with this group runs with, once it is in sync. */
export const valueIn = (group: ParameterGroup | undefined, name: string): string | undefined =>
  group === undefined ? undefined : (group.parameters[name] ?? definitionsOf(group.family, group.kind).get(name)?.actual)

/** A formula such as `{DBInstanceClassMemory/12582880}` or `GREATEST({DBInstanceVCPU*2},8)` is allowed where a number is. */
const isFormula = (value: string): boolean => /^(\{.+\}|[A-Z]+\(.+\))$/.test(value)

function isIn(value: string, allowed: string): boolean {
  if (allowed.split(',').includes(value)) return true
  if (!/^-?[\d.]+$/.test(value)) return false
  return [...allowed.matchAll(/(-?[\d.]+)-(-?[\d.]+)/g)].some(
    ([, from, to]) => Number(value) >= Number(from) && Number(value) <= Number(to)
  )
}

export function isAllowed(definition: Definition, value: string): boolean {
  const {allowed, data} = definition
  if (data === 'integer' || data === 'float') {
    if (isFormula(value)) return true
    if (!/^-?\d+(\.\d+)?$/.test(value) && allowed?.split(',').includes(value) !== true) return false
  }
  if (allowed === undefined) return true
  return data === 'list' ? value === '' || value.split(',').every(one => isIn(one.trim(), allowed)) : isIn(value, allowed)
}
