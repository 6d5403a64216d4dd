/** Reading parameter groups, of instances and clusters alike. */
import type {Parameter as RdsParameter} from '@aws-sdk/client-rds'
import type {DatabaseKind} from '../domain/database.ts'
import type {Known} from '../domain/known.ts'
import {absent, known} from '../domain/known.ts'
import type {Parameter, ParametersByName} from '../domain/parameters.ts'
import type {Readers} from '../world.ts'
import {pages, unlessNotFound} from './looking.ts'

export function parametersOf(list: readonly RdsParameter[]): ParametersByName {
  const found = new Map<string, Parameter>()
  for (const one of list) {
    if (one.ParameterName === undefined) continue
    found.set(one.ParameterName, {
      name: one.ParameterName,
      value: one.ParameterValue,
      isSetByUser: one.Source === 'user',
      applyType: one.ApplyType === 'static' ? 'static' : 'dynamic',
      isModifiable: one.IsModifiable !== false,
      allowedValues: one.AllowedValues,
      dataType: one.DataType
    })
  }
  return found
}

/** `set`: what somebody changed. A list of names: what the group says of these, whoever set them. */
export async function parametersIn(
  look: Readers,
  kind: DatabaseKind,
  group: string,
  which: 'set' | readonly string[]
): Promise<ParametersByName> {
  const narrowed = which === 'set' ? {Source: 'user'} : {Filters: [{Name: 'parameter-name', Values: [...which]}]}
  const answers =
    kind === 'instance'
      ? await pages(look, 'DescribeDBParameters', {DBParameterGroupName: group, ...narrowed})
      : await pages(look, 'DescribeDBClusterParameters', {DBClusterParameterGroupName: group, ...narrowed})
  return parametersOf(answers.flatMap(answer => answer.Parameters ?? []))
}

/** Every parameter a group of the family can hold. */
export async function parametersOfFamily(look: Readers, kind: DatabaseKind, family: string): Promise<ParametersByName> {
  const answers =
    kind === 'instance'
      ? await pages(look, 'DescribeEngineDefaultParameters', {DBParameterGroupFamily: family})
      : await pages(look, 'DescribeEngineDefaultClusterParameters', {DBParameterGroupFamily: family})
  return parametersOf(answers.flatMap(answer => answer.EngineDefaults?.Parameters ?? []))
}

export interface NamedGroup {
  readonly name: string
  readonly arn: string
  readonly family: string
}

export async function groupNamed(look: Readers, kind: DatabaseKind, name: string): Promise<Known<NamedGroup>> {
  const found =
    kind === 'instance'
      ? ((await unlessNotFound(pages(look, 'DescribeDBParameterGroups', {DBParameterGroupName: name}))) ?? [])
          .flatMap(answer => answer.DBParameterGroups ?? [])
          .map(one => ({name: one.DBParameterGroupName, arn: one.DBParameterGroupArn, family: one.DBParameterGroupFamily}))
      : ((await unlessNotFound(pages(look, 'DescribeDBClusterParameterGroups', {DBClusterParameterGroupName: name}))) ?? [])
          .flatMap(answer => answer.DBClusterParameterGroups ?? [])
          .map(one => ({name: one.DBClusterParameterGroupName, arn: one.DBClusterParameterGroupArn, family: one.DBParameterGroupFamily}))
  // Names are kept in lower case, whatever was typed (facts 9.2).
  const one = found.find(group => group.name?.toLowerCase() === name.toLowerCase())
  return one?.name === undefined ? absent : known({name: one.name, arn: one.arn ?? '', family: one.family ?? ''})
}
