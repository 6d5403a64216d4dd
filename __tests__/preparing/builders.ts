/** Families and groups as RDS tells them, as small as a test needs them. */
import {known} from '../../src/domain/known.ts'
import type {Parameter, ParameterGroup, ParametersByName} from '../../src/domain/parameters.ts'
import type {Target} from '../../src/observing/observation.ts'
import type {Source} from '../../src/observing/source.ts'
import {sourceOf} from '../../src/observing/source.ts'
import {database, inputs} from '../phases/builders.ts'

export const parameter = (name: string, over: Partial<Parameter> = {}): Parameter => ({
  name,
  value: undefined,
  isSetByUser: false,
  applyType: 'dynamic',
  isModifiable: true,
  allowedValues: undefined,
  dataType: 'string',
  ...over
})

export const definitions = (...all: readonly Parameter[]): ParametersByName => new Map(all.map(one => [one.name, one]))

export const groupWith = (
  values: Readonly<Record<string, string>>,
  told: ParametersByName = new Map(),
  name = 'own'
): ParameterGroup & {readonly family: string} => ({
  kind: 'instance',
  name,
  family: 'postgres16',
  set: new Map(Object.entries(values).map(([one, value]) => [one, parameter(one, {value, isSetByUser: true})])),
  told
})

const kinds = {
  postgres: ['instance', 'postgres', '16.8', '17.6'],
  'postgres, a minor version': ['instance', 'postgres', '16.8', '16.10'],
  mysql: ['instance', 'mysql', '8.0.42', '8.4.6'],
  mariadb: ['instance', 'mariadb', '10.11.13', '11.4.7'],
  'aurora-postgresql': ['cluster', 'aurora-postgresql', '16.8', '17.5'],
  'aurora-postgresql, a minor version': ['cluster', 'aurora-postgresql', '16.8', '16.9'],
  'aurora-mysql': ['cluster', 'aurora-mysql', '8.0.mysql_aurora.3.05.2', '8.0.mysql_aurora.3.08.0']
} as const

export type SourceName = keyof typeof kinds

export function source(name: SourceName): Source {
  const [kind, engine, engineVersion, version] = kinds[name]
  const production = database({kind, engine, engineVersion})
  const target: Target = {
    engineVersion: version,
    group: {name: 'default', family: known('')},
    clusterGroup: undefined,
    blueFamily: undefined,
    family: undefined,
    reachable: [version],
    hops: [],
    trouble: undefined
  }
  return sourceOf(production, [production], target, inputs())
}
