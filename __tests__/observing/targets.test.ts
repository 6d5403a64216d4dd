/** What create passes to RDS: a short version becomes the newest exact one, and the groups are always there (rule 10). */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import type {Inputs} from '../../src/inputs.ts'
import {resolveTarget} from '../../src/observing/targets.ts'
import {database, inputs} from '../phases/builders.ts'
import {scripted} from '../rds/scripted.ts'

const TARGETS = ['16.9', '16.10', '17.4', '17.6', '18.1']
const offered = (families: Readonly<Record<string, string | undefined>> = {}) =>
  scripted(({input}) => {
    const version = String(input['EngineVersion'])
    const family = version in families ? families[version] : `${String(input['Engine'])}${version.split('.')[0]}`
    return {
      DBEngineVersions: [
        {EngineVersion: version, DBParameterGroupFamily: family, ValidUpgradeTarget: TARGETS.map(EngineVersion => ({EngineVersion}))}
      ]
    }
  })

async function target(wishes: Partial<Inputs>, production: Database = database(), blue: readonly Database[] = [production], families = {}) {
  const {look, asked} = offered(families)
  const found = await resolveTarget(look, inputs({}, {targetEngineVersion: undefined, ...wishes}), production, blue)
  return {...found, asked: asked.length, trouble: found.trouble?.reason, because: found.trouble?.because ?? ''}
}

describe('the version', () => {
  test.each([
    ['17', '17.6'],
    ['17.4', '17.4'],
    ['16.10', '16.10'],
    ['16.1', undefined],
    ['1', undefined],
    ['19', undefined],
    ['15', undefined]
  ])('%s of what RDS offers is %s', async (targetEngineVersion, exact) => {
    const found = await target({targetEngineVersion})
    expect([found.engineVersion, found.trouble]).toEqual([exact, exact === undefined ? 'checks_not_met' : undefined])
    if (exact === undefined) expect(found.because).toContain('16.9, 16.10, 17.4')
  })
  test.each([['16'], ['16.8'], [undefined]])('%s stays, and RDS is not asked', async targetEngineVersion => {
    const found = await target({targetEngineVersion})
    expect([found.engineVersion, found.parameterGroup, found.trouble, found.asked]).toEqual([undefined, 'default.postgres16', undefined, 0])
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
