// Which versions there are, which upgrade leads where, and what can be ordered for each (facts 9.1, G-39).
import {describe, expect, test} from '@jest/globals'
import {openBox, refused} from './box.ts'

const box = openBox()
const targetsOf = async (engine: string, version: string) => {
  const found = await box.read('DescribeDBEngineVersions', {Engine: engine, EngineVersion: version, IncludeAll: true})
  return (found.DBEngineVersions?.[0]?.ValidUpgradeTarget ?? []).map(one => one.EngineVersion)
}

describe('upgrade paths', () => {
  test.each([
    ['aurora-postgresql', '12.16', '14.10', true],
    ['aurora-postgresql', '12.16', '14.8', false],
    ['aurora-postgresql', '12.14', '12.16', true],
    ['aurora-postgresql', '12.22', '16.9', true],
    ['aurora-postgresql', '12.22', '13.13', false],
    ['postgres', '14.17', '15.12', true],
    ['postgres', '14.17', '15.10', false],
    ['postgres', '11.22', '16.8', true],
    ['postgres', '11.22', '17.6', false],
    ['postgres', '16.8', '18.1', true],
    ['postgres', '16.8', '16.8', false],
    ['mysql', '5.7.44', '8.0.43', true],
    ['mysql', '5.7.44', '8.4.6', false],
    ['mysql', '8.0.42', '8.4.6', true],
    ['mysql', '8.4.6', '8.0.43', false],
    ['mariadb', '10.4.34', '10.5.27', true],
    ['mariadb', '10.3.39', '10.5.27', false],
    ['mariadb', '10.3.39', '11.8.3', true],
    ['aurora-mysql', '5.7.mysql_aurora.2.11.4', '8.0.mysql_aurora.3.05.2', true],
    ['aurora-mysql', '8.0.mysql_aurora.3.05.2', '5.7.mysql_aurora.2.12.5', false]
  ])('%s %s to %s: %p', async (engine, from, to, isTarget) => {
    expect((await targetsOf(engine, from)).includes(to)).toBe(isTarget)
  })

  test('a major is marked as one, and what is too old is told only to who asks for all', async () => {
    const found = await box.read('DescribeDBEngineVersions', {Engine: 'postgres', EngineVersion: '16.10'})
    const marks = found.DBEngineVersions?.[0]?.ValidUpgradeTarget?.map(one => [one.EngineVersion, one.IsMajorVersionUpgrade])
    expect(marks).toEqual([
      ['17.6', true],
      ['18.1', true]
    ])
    const old = {Engine: 'postgres', EngineVersion: '10.23'}
    expect((await box.read('DescribeDBEngineVersions', old)).DBEngineVersions).toEqual([])
    expect((await box.read('DescribeDBEngineVersions', {...old, IncludeAll: true})).DBEngineVersions).toMatchObject([
      {Status: 'deprecated'}
    ])
  })
})

describe('orderable classes', () => {
  test.each([
    ['mysql', '8.0.42', 'db.m4.large', true],
    ['mysql', '8.4.6', 'db.m4.large', false],
    ['postgres', '12.22', 'db.r4.large', true],
    ['postgres', '13.22', 'db.r4.large', false],
    ['postgres', '17.6', 'db.r8g.large', true],
    ['postgres', '17.6', 'db.serverless', false],
    ['aurora-postgresql', '16.8', 'db.serverless', true],
    ['aurora-mysql', '8.0.mysql_aurora.3.08.0', 'db.m6g.large', false]
  ])('%s %s on %s: %p', async (Engine, EngineVersion, DBInstanceClass, isOrderable) => {
    const found = await box.read('DescribeOrderableDBInstanceOptions', {Engine, EngineVersion, DBInstanceClass})
    expect((found.OrderableDBInstanceOptions ?? []).length > 0).toBe(isOrderable)
  })

  test('an option tells what storage the class can have (S-10)', async () => {
    const asked = {Engine: 'mysql', EngineVersion: '8.4.6', DBInstanceClass: 'db.m7g.large'}
    const found = await box.read('DescribeOrderableDBInstanceOptions', asked)
    expect(found.OrderableDBInstanceOptions?.map(one => one.StorageType)).toEqual(['gp2', 'gp3', 'io1', 'io2', 'standard'])
    expect(found.OrderableDBInstanceOptions?.[1]).toMatchObject({
      MinStorageSize: 20,
      MinIopsPerDbInstance: 3000,
      SupportsStorageThroughput: true
    })
    expect(await refused(box.read('DescribeOrderableDBInstanceOptions', {Engine: 'db3'}))).toBe('InvalidParameterValue 400')
    expect(await refused(box.read('DescribeOrderableDBInstanceOptions', {} as never))).toBe('MissingParameter 400')
  })
})
