/** What create passes to RDS: a short version becomes the newest exact one, and the groups are always there (rule 10). */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {absent} from '../../src/domain/known.ts'
import type {Inputs} from '../../src/inputs.ts'
import {resolveTarget} from '../../src/observing/targets.ts'
import {database, inputs} from '../phases/builders.ts'
import {scripted, thrown} from '../rds/scripted.ts'

const TARGETS = ['16.9', '16.10', '17.4', '17.6', '18.1']
/** Groups that exist, and their family. */
const GROUPS: Readonly<Record<string, string>> = {mine: 'postgres17', a: 'aurora-postgresql17', b: 'aurora-postgresql17'}
/** The resource id in the note of `prepare`; `changed`: only that of a change; `denied`: tags cannot be read. */
const offered = (families: Readonly<Record<string, string | undefined>>, groups: Readonly<Record<string, string>>, madeFor: string) =>
  scripted(({operation, input}) => {
    if (operation === 'ListTagsForResource') {
      if (madeFor === 'denied') return thrown('AccessDenied', 403)
      if (madeFor === 'changed') return {TagList: [{Key: 'rds-blue-green/v1/group-changed-at', Value: '2026-01-01T00:00:00Z'}]}
      return {TagList: madeFor === '' ? [] : [{Key: 'rds-blue-green/v1/group-made-for', Value: madeFor}]}
    }
    if (operation === 'DescribeDBParameterGroups') {
      const name = String(input['DBParameterGroupName'])
      return name in groups
        ? {DBParameterGroups: [{DBParameterGroupName: name, DBParameterGroupFamily: groups[name]}]}
        : thrown('DBParameterGroupNotFoundFault', 404)
    }
    if (operation === 'DescribeDBClusterParameterGroups') {
      const name = String(input['DBClusterParameterGroupName'])
      return name in groups
        ? {DBClusterParameterGroups: [{DBClusterParameterGroupName: name, DBParameterGroupFamily: groups[name]}]}
        : thrown('DBParameterGroupNotFoundFault', 404)
    }
    // Without a version: the whole list.
    if (!('EngineVersion' in input))
      return {
        DBEngineVersions: [
          {EngineVersion: '16.8', ValidUpgradeTarget: [{EngineVersion: '18.1'}]},
          {EngineVersion: '18.1', ValidUpgradeTarget: [{EngineVersion: '19.1'}]}
        ]
      }
    const version = input['EngineVersion'] as string
    const family = version in families ? families[version] : `${String(input['Engine'])}${version.split('.')[0]}`
    return {
      DBEngineVersions: [
        {EngineVersion: version, DBParameterGroupFamily: family, ValidUpgradeTarget: TARGETS.map(EngineVersion => ({EngineVersion}))}
      ]
    }
  })

async function target(
  wishes: Partial<Inputs>,
  production: Database = database(),
  blue: readonly Database[] = [production],
  families = {},
  groups = GROUPS,
  madeFor = production.resourceId
) {
  const {look, asked} = offered(families, groups, madeFor)
  const found = await resolveTarget(look, inputs({}, {targetEngineVersion: undefined, ...wishes}), production, blue)
  return {
    ...found,
    parameterGroup: found.group?.name,
    clusterParameterGroup: found.clusterGroup?.name,
    asked: asked.length,
    trouble: found.trouble?.reason,
    because: found.trouble?.because ?? ''
  }
}

describe('the version', () => {
  test.each([
    ['17', '17.6'],
    ['17.4', '17.4'],
    ['16.10', '16.10']
  ])('%s of what RDS offers is %s', async (targetEngineVersion, exact) => {
    const found = await target({targetEngineVersion})
    expect([found.engineVersion, found.trouble, found.hops]).toEqual([exact, undefined, []])
  })
  test.each([
    ['16.1', []],
    ['1', []],
    ['19', ['18.1', '19.1']],
    ['15', []]
  ])('%s is out of reach: it stays as it was asked for, with the way there', async (targetEngineVersion, hops) => {
    const found = await target({targetEngineVersion})
    expect([found.engineVersion, found.reachable, found.hops, found.parameterGroup]).toEqual([
      targetEngineVersion,
      TARGETS,
      hops,
      undefined
    ])
  })
  test.each([['16'], ['16.8'], [undefined]])('%s stays, with the group of today', async targetEngineVersion => {
    const found = await target({targetEngineVersion})
    expect([found.engineVersion, found.parameterGroup, found.trouble, found.asked]).toEqual([undefined, 'default.postgres16', undefined, 2])
  })
})

describe('the group', () => {
  const custom = database({parameterGroup: 'orders-16'})
  type Row = readonly [string, Partial<Inputs>, readonly Database[], string | undefined, string | undefined]
  const rows: readonly Row[] = [
    ['given', {targetEngineVersion: '17', targetParameterGroup: 'mine'}, [custom], 'mine', undefined],
    ['same family: blue’s', {targetEngineVersion: '16.10'}, [custom], 'orders-16', undefined],
    ['another family, a default one', {targetEngineVersion: '17'}, [database()], 'default.postgres17', undefined],
    ['another family, a custom one', {targetEngineVersion: '17'}, [custom], undefined, 'checks_not_met'],
    ['members differ', {targetEngineVersion: '16.10'}, [custom, database()], undefined, 'checks_not_met'],
    [
      'members differ, but it is given',
      {targetEngineVersion: '16.10', targetParameterGroup: 'mine'},
      [custom, database()],
      'mine',
      undefined
    ]
  ]
  test.each([
    ['of another family', {targetEngineVersion: '17'}, {'orders-postgres17-bg-green': 'postgres17'}, 'orders-postgres17-bg-green'],
    ['of the same family', {targetEngineVersion: '16.10'}, {'orders-postgres16-bg-green': 'postgres16'}, 'orders-postgres16-bg-green'],
    [
      'while the version stays',
      {targetInstanceClass: 'db.r6g.large'},
      {'orders-postgres16-bg-green': 'postgres16'},
      'orders-postgres16-bg-green'
    ],
    ['of a wrong family: it is not ours', {targetEngineVersion: '16.10'}, {'orders-postgres16-bg-green': 'postgres13'}, 'orders-16'],
    [
      'but another one is given',
      {targetEngineVersion: '17', targetParameterGroup: 'mine'},
      {...GROUPS, 'orders-postgres17-bg-green': 'postgres17'},
      'mine'
    ]
  ])('prepare made one %s', async (_what, wishes, groups, group) => {
    expect((await target(wishes, custom, [custom], {}, groups)).parameterGroup).toBe(group)
  })
  test.each([
    ['for production as it was before an earlier upgrade', 'db-ANOTHER', '16.10', 'orders-16', undefined],
    ['the same, and another family', 'db-ANOTHER', '17', undefined, 'checks_not_met'],
    ['by nobody knows whom', '', '16.10', undefined, 'checks_not_met'],
    ['and not filled to the end', 'unfinished', '16.10', undefined, 'checks_not_met'],
    ['and hardly begun', 'changed', '16.10', undefined, 'checks_not_met'],
    ['and who may not read its tags cannot tell', 'denied', '16.10', undefined, 'cannot_tell']
  ])('one of such a name made %s', async (_what, madeFor, targetEngineVersion, group, trouble) => {
    const groups = {'orders-postgres16-bg-green': 'postgres16', 'orders-postgres17-bg-green': 'postgres17'}
    const found = await target({targetEngineVersion}, custom, [custom], {}, groups, madeFor)
    expect([found.parameterGroup, found.trouble]).toEqual([group, trouble])
    if (madeFor !== 'db-ANOTHER') expect(found.because).toContain('orders-postgres16-bg-green')
  })
  test('what prepare made last time is production’s own by now: the next one is another', async () => {
    const own = database({parameterGroup: 'orders-postgres16-bg-green'})
    const groups = {'orders-postgres16-bg-green': 'postgres16', 'orders-postgres16-bg-green-2': 'postgres16'}
    expect((await target({targetEngineVersion: '16.10'}, own, [own], {}, groups)).parameterGroup).toBe('orders-postgres16-bg-green-2')
  })
  test('one that is given and does not exist is told apart from one that could not be read', async () => {
    expect((await target({targetEngineVersion: '17', targetParameterGroup: 'nowhere'})).group).toEqual({name: 'nowhere', family: absent})
  })
  test.each(rows)('%s', async (_what, wishes, blue, group, trouble) => {
    const found = await target(wishes, blue[0], blue)
    expect([found.parameterGroup, found.trouble]).toEqual([group, trouble])
  })
  test('a custom one in another family names what makes one', async () => {
    expect((await target({targetEngineVersion: '17'}, custom)).because).toMatch(/orders-16 of family postgres16.*family postgres17/)
  })
  test('a family that RDS does not tell is not guessed', async () => {
    expect((await target({targetEngineVersion: '17'}, database(), [database()], {'17.6': undefined})).trouble).toBe('cannot_tell')
  })
  test('a cluster gets two', async () => {
    const cluster = database({kind: 'cluster', engine: 'aurora-postgresql', parameterGroup: 'default.aurora-postgresql16'})
    const member = database({
      name: 'orders-1',
      engine: 'aurora-postgresql',
      cluster: 'orders',
      parameterGroup: 'default.aurora-postgresql16'
    })
    const found = await target({targetEngineVersion: '17'}, cluster, [cluster, member])
    expect([found.parameterGroup, found.clusterParameterGroup, found.trouble]).toEqual([
      'default.aurora-postgresql17',
      'default.aurora-postgresql17',
      undefined
    ])
    const given = await target({targetEngineVersion: '17', targetParameterGroup: 'a', targetClusterParameterGroup: 'b'}, cluster, [
      cluster,
      member
    ])
    expect([given.parameterGroup, given.clusterParameterGroup]).toEqual(['a', 'b'])
  })
})
