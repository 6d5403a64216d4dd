/** What a parameter group says, and what a family's default is (facts 9.2, 9.3). The one filter is `parameter-name` (MODEL). */
import type {
  DBClusterParameterGroupDetails,
  DBParameterGroupDetails,
  DescribeDBClusterParametersMessage,
  DescribeDBParametersMessage,
  DescribeEngineDefaultClusterParametersMessage,
  DescribeEngineDefaultClusterParametersResult,
  DescribeEngineDefaultParametersMessage,
  DescribeEngineDefaultParametersResult,
  Filter,
  Parameter
} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, ParameterGroup} from './account.ts'
import {families} from './engine-versions.ts'
import type {Page} from './paging.ts'
import {select} from './paging.ts'
import {groupNotFound} from './parameter-groups.ts'
import type {Definition, GroupKind} from './parameters.ts'
import {definitionsOf} from './parameters.ts'
import {invalidValue, isRefusal} from './refusals.ts'
import {groupNamed} from './source.ts'

/** A parameter as a group holds it; `definition` is undefined for one that a seed set and the lab does not know: it is shown all the same. */
interface Row {
  readonly name: string
  readonly value: string | undefined
  readonly definition: Definition | undefined
}

const sourceOf = ({definition, value}: Row): 'user' | 'system' | 'engine-default' =>
  value !== undefined ? 'user' : definition?.shown !== undefined ? 'system' : 'engine-default'

function show(row: Row): Parameter {
  const {name, value, definition} = row
  if (definition === undefined)
    return {ParameterName: name, ParameterValue: value, Source: 'user', ApplyType: 'dynamic', IsModifiable: true}
  const {apply, data, allowed, shown, isModifiable} = definition
  const says = value ?? shown
  return {
    ParameterName: name,
    ...(says === undefined ? {} : {ParameterValue: says}),
    Description: `${name} of the engine.`,
    Source: sourceOf(row),
    ApplyType: apply,
    DataType: data,
    ...(allowed === undefined ? {} : {AllowedValues: allowed}),
    IsModifiable: isModifiable,
    ApplyMethod: apply === 'static' ? 'pending-reboot' : value === undefined ? 'pending-reboot' : 'immediate'
  }
}

const rowOf = (definition: Definition, value?: string): Row => ({name: definition.name, value, definition})

function rowsOf(group: ParameterGroup): readonly Row[] {
  const definitions = definitionsOf(group.family, group.kind)
  const known = [...definitions.values()].map(one => rowOf(one, group.parameters[one.name]))
  const others = Object.entries(group.parameters)
    .filter(([name]) => !definitions.has(name))
    .map(([name, value]): Row => ({name, value, definition: undefined}))
  return [...known, ...others]
}

interface Asked {
  readonly Source?: string | undefined
  readonly Filters?: readonly Filter[] | undefined
  readonly Marker?: string | undefined
  readonly MaxRecords?: number | undefined
}

/** Only what is asked for is shown: a look asks for a few of some dozens. */
function pageOf(rows: readonly Row[], input: Asked): Page<Parameter> | Refusal {
  if (input.Source !== undefined && !['user', 'system', 'engine-default'].includes(input.Source))
    return invalidValue(`Invalid parameter source: ${input.Source}`)
  const wanted = input.Source === undefined ? rows : rows.filter(one => sourceOf(one) === input.Source)
  const found = select(wanted, input, {'parameter-name': (one: Row) => [one.name]})
  return isRefusal(found) ? found : {rows: found.rows.map(show), marker: found.marker}
}

function parametersOf(account: Account, kind: GroupKind, name: string, input: Asked): Page<Parameter> | Refusal {
  const group = groupNamed(account, kind, name)
  return group === undefined ? groupNotFound(kind, name) : pageOf(rowsOf(group), input)
}

export function describeParameters(account: Account, input: DescribeDBParametersMessage): DBParameterGroupDetails | Refusal {
  const found = parametersOf(account, 'instance', input.DBParameterGroupName ?? '', input)
  return isRefusal(found) ? found : {Parameters: found.rows, ...found.marker}
}

export function describeClusterParameters(
  account: Account,
  input: DescribeDBClusterParametersMessage
): DBClusterParameterGroupDetails | Refusal {
  const found = parametersOf(account, 'cluster', input.DBClusterParameterGroupName ?? '', input)
  return isRefusal(found) ? found : {Parameters: found.rows, ...found.marker}
}

function defaultsOf(kind: GroupKind, family: string, input: Asked): DescribeEngineDefaultParametersResult | Refusal {
  const exists = families.includes(family) && (kind === 'instance' || family.startsWith('aurora'))
  if (!exists) return invalidValue(`ParameterGroupFamily ${family} is not a valid parameter group family`)
  const found = pageOf(
    [...definitionsOf(family, kind).values()].map(one => rowOf(one)),
    input
  )
  return isRefusal(found) ? found : {EngineDefaults: {DBParameterGroupFamily: family, Parameters: found.rows, ...found.marker}}
}

export const describeDefaults = (
  _account: Account,
  input: DescribeEngineDefaultParametersMessage
): DescribeEngineDefaultParametersResult | Refusal => defaultsOf('instance', input.DBParameterGroupFamily ?? '', input)

export const describeClusterDefaults = (
  _account: Account,
  input: DescribeEngineDefaultClusterParametersMessage
): DescribeEngineDefaultClusterParametersResult | Refusal => defaultsOf('cluster', input.DBParameterGroupFamily ?? '', input)
