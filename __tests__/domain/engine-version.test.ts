import {describe, expect, test} from '@jest/globals'
import {compareVersions, isAt, majorOf, newest, resolve} from '../../src/domain/engine-version.ts'

describe('production is at what was asked for', () => {
  test.each([
    ['16.4', '16', true],
    ['16.4', '16.4', true],
    ['16.4-R1', '16.4', true],
    ['11.22-rds.20240418', '11.22', true],
    ['8.0.mysql_aurora.3.08.0', '8.0', true],
    ['8.0.MySQL_Aurora.3.08.0', '8.0.mysql_aurora.3.08', true],
    ['160', '16', false],
    ['16.10', '16.1', false],
    ['16', '16.4', false],
    ['8.0.36', '8.0.3', false]
  ])('%s is at %s: %s', (version, asked, expected) => {
    expect(isAt(version, asked)).toBe(expected)
  })
})

test('from oldest to newest', () => {
  const order = ['9.6.24', '10.2', '10.11', '16.4', '16.4-R1', '16.4-R2', '16.10', '17']
  expect(order.toReversed().toSorted(compareVersions)).toEqual(order)
  const aurora = ['5.7.mysql_aurora.2.12.3', '8.0.mysql_aurora.3.04.0', '8.0.mysql_aurora.3.08.0', '8.0.mysql_aurora.3.10.0']
  expect(aurora.toReversed().toSorted(compareVersions)).toEqual(aurora)
  for (const one of [...order, ...aurora]) expect(compareVersions(one, one)).toBe(0)
  expect(newest([])).toBeUndefined()
  expect(newest(order.toReversed())).toBe('17')
})

test.each([
  ['16.4-R1', '16.4', 1],
  ['16.4-R1', '16.4-r1', 0],
  ['16.4-R1', '16.4-rds.20240418', -1],
  ['11.22-rds.20240418', '11.22-rds.20241121', -1],
  // A number comes after letters, whatever stands behind them.
  ['11.22-rds.20240418', '11.22.1', -1],
  ['8.0.mysql_aurora.3.08.0', '8.0.36', -1],
  ['5.7.mysql_aurora.2.12.3', '5.7.mysql.2.12.4', 1]
])('%s against %s: %i, and the other way round', (one, other, expected) => {
  expect(compareVersions(one, other)).toBe(expected)
  expect(compareVersions(other, one)).toBe(0 - expected)
})

test('an exact version is meant before one that begins with it, in any letters, and comes as RDS prints it', () => {
  const offered = ['8.0.MySQL_Aurora.3.04', '8.0.mysql_aurora.3.04.1', '8.0.mysql_aurora.3.04.2']
  expect(resolve('8.0.mysql_aurora.3.04', offered)).toBe('8.0.MySQL_Aurora.3.04')
  expect(resolve('8.0.MYSQL_AURORA.3.04.1', offered)).toBe('8.0.mysql_aurora.3.04.1')
})

test.each([
  ['16', '16.10'],
  ['16.4', '16.4'],
  ['16.1', undefined],
  ['18', undefined]
])('%s means %s', (asked, expected) => {
  expect(resolve(asked, ['16.9', '16.10', '16.4', '16.4-R1', '15.12', '17.1'])).toBe(expected)
})

test.each([
  ['postgres', '16.4', '16'],
  ['aurora-postgresql', '15', '15'],
  ['postgres', '9.6.24', '9.6'],
  ['postgres', '10.23', '10'],
  ['mysql', '8.0.36', '8.0'],
  ['mariadb', '10.11.6', '10.11'],
  ['aurora-mysql', '8.0.mysql_aurora.3.08.0', '8.0'],
  ['mysql', '8', '8']
])('major of %s %s is %s', (engine, version, expected) => {
  expect(majorOf(engine, version)).toBe(expected)
})
