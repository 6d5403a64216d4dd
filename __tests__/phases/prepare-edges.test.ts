/** What `prepare` says of a look that shows less than all, and what it does not begin then; and how much of a look it asks for. */
import {describe, expect, test} from '@jest/globals'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {blue, blueReplica, inputs, NONE, observation, PREPARING, phase, said, situation} from './builders.ts'

const cluster = {
  ...blue,
  kind: 'cluster' as const,
  engine: 'aurora-postgresql',
  members: [{name: 'orders-1', writer: false, clusterGroupStatus: 'in-sync'}]
}
const plan = (over: Partial<Observation>, wishes: Parameters<typeof inputs>[1] = {allowReboot: true}) =>
  phase('prepare').plan(
    inputs({}, wishes),
    situation(observation(NONE, {production: known(blue), blue: known([blue, blueReplica]), ...over}))
  )

describe('a look that shows less than all', () => {
  const rows: readonly (readonly [string, Partial<Observation>, string, RegExp])[] = [
    ['the databases', {blue: unknown('denied')}, 'wait settling', /the databases of orders could not be read/],
    ['the target', {target: notLooked}, 'wait settling', /the target could not be read/],
    ['the facts', {facts: notLooked}, 'wait settling', /the target could not be read/],
    ['the groups', {preparing: unknown('rds said no')}, 'wait settling', /the parameter groups could not be read: rds said no/],
    ['the groups, of which nobody asked', {preparing: notLooked}, 'wait settling', /the parameter groups could not be read: not looked at/],
    [
      'the group that blue uses',
      {preparing: known({...PREPARING, groups: new Map()})},
      'wait settling',
      /the parameter group of orders could not be read/
    ],
    [
      'what the groups can hold',
      {preparing: known({...PREPARING, definitions: new Map()})},
      'wait settling',
      /the parameters of postgres17 could not be read/
    ],
    [
      'who writes',
      {production: known(cluster), blue: known([cluster, {...blueReplica, cluster: 'orders'}])},
      'wait settling',
      /RDS shows no writer of orders/
    ],
    [
      'a source that is of a global database',
      {production: known({...blue, globalCluster: 'world'})},
      'blocked global_database_not_supported',
      /world/
    ]
  ]
  test.each(rows)('%s', (_what, over, expected, words) => {
    const made = plan(over)
    expect(said(made)).toBe(expected)
    expect(made.is === 'steps' ? made.steps[0].intent : made.is === 'refuse' ? made.because : '').toMatch(words)
  })
})

test('what a version out of reach stops is stopped before anything is decided about groups', () => {
  const target = observation(NONE).target
  const far = target.is === 'known' ? known({...target.value, engineVersion: '11.1', reachable: ['17.6']}) : target
  const made = plan({target: far, preparing: notLooked})
  expect([said(made), made.is === 'refuse' ? made.because : '']).toEqual([
    'blocked checks_not_met',
    expect.stringMatching(/^nothing was changed: /)
  ])
})

test('after it: nothing changes of a look that shows too little, that has a deployment, or is there already', () => {
  const after = (over: Partial<Observation>, wishes = {}) => {
    const now = observation(NONE, {production: known(blue), blue: known([blue, blueReplica]), ...over})
    return phase('prepare').after(inputs({}, wishes), now) === now
  }
  expect([
    after({production: absent}),
    after({blue: unknown('denied')}),
    after({target: notLooked}),
    after({preparing: notLooked}),
    after({}, {targetEngineVersion: '16'}),
    after({preparing: known({...PREPARING, groups: new Map()})}),
    after({})
  ]).toEqual([true, true, true, true, true, true, false])
})
