/** Parameter groups as RDS tells them, of instances and of clusters (docs/facts.md 9.2, 9.3). */
import {describe, expect, test} from '@jest/globals'
import {groupNamed, parametersIn, parametersOf, parametersOfFamily} from '../../src/rds/parameter-groups.ts'
import {scripted, thrown} from './scripted.ts'

const of = (answer: object) => scripted(() => answer).look
const KINDS = ['instance', 'cluster'] as const
const shown = {
  ParameterName: 'work_mem',
  ParameterValue: '64',
  Source: 'user',
  ApplyType: 'dynamic',
  IsModifiable: true,
  AllowedValues: '64-2147483647',
  DataType: 'integer'
}

test('a parameter in our words; what is left out is dynamic, can be changed and was set by nobody', () => {
  const read = parametersOf([shown, {...shown, ParameterName: 'fsync', ApplyType: 'static', IsModifiable: false}, {ParameterName: 'x'}, {}])
  const work = {
    name: 'work_mem',
    value: '64',
    isSetByUser: true,
    applyType: 'dynamic',
    isModifiable: true,
    allowedValues: '64-2147483647',
    dataType: 'integer'
  }
  const nothing = {value: undefined, isSetByUser: false, allowedValues: undefined, dataType: undefined}
  expect([...read]).toEqual([
    ['work_mem', work],
    ['fsync', {...work, name: 'fsync', applyType: 'static', isModifiable: false}],
    ['x', {...work, ...nothing, name: 'x'}]
  ])
})

describe.each(KINDS)('of the %s', kind => {
  const [name, described] =
    kind === 'instance' ? ['DBParameterGroupName', 'DescribeDBParameters'] : ['DBClusterParameterGroupName', 'DescribeDBClusterParameters']
  test('what people have set, and what the group says of some', async () => {
    const {look, asked} = scripted(() => ({Parameters: [shown]}))
    expect([...(await parametersIn(look, kind, 'own', 'set')).keys()]).toEqual(['work_mem'])
    await parametersIn(look, kind, 'own', ['a', 'b'])
    expect(asked).toEqual([
      {operation: described, input: {[name as string]: 'own', Source: 'user'}},
      {operation: described, input: {[name as string]: 'own', Filters: [{Name: 'parameter-name', Values: ['a', 'b']}]}}
    ])
    expect((await parametersIn(of({}), kind, 'own', 'set')).size).toBe(0)
  })
  test('what its family can hold', async () => {
    const {look, asked} = scripted(() => ({EngineDefaults: {Parameters: [shown]}}))
    expect([...(await parametersOfFamily(look, kind, 'f')).keys()]).toEqual(['work_mem'])
    const operation = kind === 'instance' ? 'DescribeEngineDefaultParameters' : 'DescribeEngineDefaultClusterParameters'
    expect(asked).toEqual([{operation, input: {DBParameterGroupFamily: 'f'}}])
    for (const empty of [{}, {EngineDefaults: {}}]) expect((await parametersOfFamily(of(empty), kind, 'f')).size).toBe(0)
  })
  test('by its name, however it was typed; what is not there, or answered of another one, is absent', async () => {
    const list = kind === 'instance' ? 'DBParameterGroups' : 'DBClusterParameterGroups'
    const group = {[name as string]: 'own', DBParameterGroupFamily: 'f', [`${String(name).replace(/Name$/, '')}Arn`]: 'arn:own'}
    const ask = (answer: object) => groupNamed(of(answer), kind, 'OWN')
    expect(await ask({[list]: [{...group, [name as string]: 'other'}, {}, group]})).toEqual({
      is: 'known',
      value: {name: 'own', arn: 'arn:own', family: 'f'}
    })
    expect(await ask({[list]: [{[name as string]: 'own'}]})).toEqual({is: 'known', value: {name: 'own', arn: '', family: ''}})
    for (const none of [{}, {[list]: []}, {[list]: [{}]}, thrown('DBParameterGroupNotFoundFault', 404)])
      expect(await ask(none)).toEqual({is: 'absent'})
    await expect(ask(thrown('AccessDenied', 403))).rejects.toHaveProperty('fault.kind', 'denied')
  })
})
