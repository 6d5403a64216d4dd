/** What follows a switchover: told before, and after it with what RDS shows of it (facts 5.1). */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {known} from '../../src/domain/known.ts'
import type {Traits} from '../../src/domain/traits.ts'
import {NO_TRAITS} from '../../src/domain/traits.ts'
import {adviceOf} from '../../src/engine/advice.ts'
import type {AdviceReport} from '../../src/reporting/report.ts'
import {
  blue,
  blueReplica,
  byLabel,
  database,
  NONE,
  observation,
  old,
  oldReplica,
  production,
  productionReplica
} from '../phases/builders.ts'

const having = (one: Database, traits: Partial<Traits>): Database => ({...one, traits: {...NO_TRAITS, ...traits}})
const ahead = (traits: Partial<Traits>): readonly AdviceReport[] =>
  adviceOf(observation(NONE, {blue: known([having(blue, traits), blueReplica])}), 'plan')
const behind = (was: Partial<Traits>, is: Partial<Traits>): readonly AdviceReport[] =>
  adviceOf(
    observation('SWITCHOVER_COMPLETED', {
      databases: byLabel(having(old, was), oldReplica, having(production, is), productionReplica)
    }),
    'switchover'
  )
const about = (what: RegExp, list: readonly AdviceReport[]): readonly (readonly [string, string])[] =>
  list.filter(one => what.test(one.what)).map(one => [one.verdict, one.what] as const)

describe('roles', () => {
  const s3 = {roleFeatures: ['s3Import', 's3Export']}
  test('that nobody attached need no word', () => expect(about(/roles/, ahead({}))).toEqual([]))
  test('are named before', () => expect(about(/roles/, ahead(s3))).toEqual([['ahead', expect.stringMatching(/s3Import, s3Export/)]]))
  test('that production lacks are to be attached', () =>
    expect(about(/roles/, behind(s3, {roleFeatures: ['s3Export']}))).toEqual([['to_do', expect.stringMatching(/lacks s3Import,/)]]))
  test('that production has are done', () => expect(about(/roles/, behind(s3, s3))).toEqual([['done', expect.stringMatching(/s3Import/)]]))
})

test('IAM users are locked out until the policy names production’s new resource id', () => {
  const uses = {usesIamAuthentication: true}
  expect(about(/rds-db:connect/, ahead({}))).toEqual([])
  expect(about(/rds-db:connect/, ahead(uses))[0]?.[0]).toBe('ahead')
  expect(about(/rds-db:connect/, behind(uses, uses))).toEqual([['to_do', expect.stringContaining(production.resourceId)]])
})

test('settings are compared, and only those that RDS told of both', () => {
  expect(about(/^Settings/, behind({isMultiAz: true}, {isMultiAz: true}))).toEqual([['done', expect.anything()]])
  expect(about(/^Set differently/, behind({isMultiAz: true, exportedLogs: ['postgresql']}, {isMultiAz: false}))).toEqual([
    ['to_do', expect.stringMatching(/orders Multi-AZ false, was true; orders exported logs , was postgresql$/)]
  ])
})

test('a major upgrade of PostgreSQL loses its statistics, and nothing shows whether they are there again', () => {
  expect(about(/ANALYZE/, ahead({}))[0]?.[0]).toBe('ahead')
  expect(about(/ANALYZE/, behind({}, {}))[0]?.[0]).toBe('cannot_tell')
  const minor = observation('SWITCHOVER_COMPLETED', {
    databases: byLabel(old, oldReplica, {...production, engineVersion: '16.10'}, productionReplica)
  })
  expect(about(/ANALYZE/, adviceOf(minor, 'switchover'))).toEqual([])
})

test.each([
  ['16.8', '16.10', /minor upgrade .* physical replication/],
  ['16.8', '17.6', /major upgrade .* logical replication/],
  ['16.8', '16.8', /postgres stays at 16.8: .*physical/]
])('how green follows from %s to %s', (engineVersion, version, says) => {
  const source = {...blue, engineVersion}
  const now = observation(NONE, {
    production: known(source),
    blue: known([source]),
    target: known({
      engineVersion: version,
      group: undefined,
      clusterGroup: undefined,
      blueFamily: '',
      family: '',
      reachable: [],
      hops: [],
      trouble: undefined
    })
  })
  expect(adviceOf(now, 'plan')[0]?.what).toMatch(says)
})

test('a cluster has its own', () => {
  const cluster = database({kind: 'cluster', engine: 'aurora-mysql', traits: {...NO_TRAITS, hasDataApi: true, hasActivityStream: true}})
  const lines = adviceOf(observation(NONE, {production: known(cluster), blue: known([cluster])}), 'plan').map(one => one.what)
  for (const what of [/Auto Scaling/, /Data API/, /activity stream/, /binary log/]) expect(lines.join('\n')).toMatch(what)
})

test('cleanup and abort are long after it', () => {
  expect([adviceOf(observation('SWITCHOVER_COMPLETED'), 'cleanup'), adviceOf(observation('AVAILABLE'), 'abort')]).toEqual([[], []])
})
