/** What is proved before cleanup writes: age, idleness, protection, and that nobody else replicates from old blue. */
import {describe, expect, test} from '@jest/globals'
import {cleanupChecks} from '../../src/checks/cleanup.ts'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation, OldBlue} from '../../src/observing/observation.ts'
import {deployment, inputs, NOW, observation, old, oldBlue, oldReplica} from '../phases/builders.ts'

const HOUR = 3_600_000
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR)
function verdict(id: string, over: Partial<Observation>, wishes: Partial<Inputs> = {}): string {
  const check = cleanupChecks.find(one => one.id === id)
  if (check === undefined) throw new Error(id)
  return check.judge(observation('SWITCHOVER_COMPLETED', over), inputs({}, {deleteOldDatabases: true, ...wishes}), NOW).is
}
const list = (...all: readonly OldBlue[]): Partial<Observation> => ({oldBlue: known(all)})

describe('old enough', () => {
  const at = (hours: number | undefined, more: Partial<Observation> = {}): Partial<Observation> => ({
    ...list(oldBlue(old, {switchedOverAt: hours === undefined ? undefined : ago(hours)})),
    ...more
  })
  const made = (hours: number): Partial<Observation> => ({deployment: known(deployment('SWITCHOVER_COMPLETED', {createTime: ago(hours)}))})
  type Row = readonly [string, Partial<Observation>, Partial<Inputs>, string]
  const rows: readonly Row[] = [
    ['a day', at(24), {}, 'met'],
    ['less than a day', at(23.99), {}, 'not_met'],
    ['in the future: a clock is wrong', at(-5), {}, 'not_met'],
    [
      'of several the youngest counts',
      list(oldBlue(old, {switchedOverAt: ago(99)}), oldBlue(oldReplica, {switchedOverAt: ago(1)})),
      {},
      'not_met'
    ],
    ['switched off', at(1), {oldMinAgeHours: 0}, 'not_applicable'],
    ['nothing is deleted', at(1), {deleteOldDatabases: false}, 'not_applicable'],
    ['RDS’s event tells it', at(undefined, {switchedOverAt: known(ago(25))}), {}, 'met'],
    ['RDS’s event tells it is young', at(undefined, {switchedOverAt: known(ago(1))}), {}, 'not_met'],
    ['events cannot be read', at(undefined, {switchedOverAt: unknown('denied')}), {}, 'unknown'],
    ['not looked at', at(undefined, {switchedOverAt: notLooked}), {}, 'unknown'],
    ['no event is left, the deployment is old', at(undefined, {switchedOverAt: absent, ...made(400)}), {}, 'met'],
    ['no event is left, the deployment is young: it was lost', at(undefined, {switchedOverAt: absent, ...made(100)}), {}, 'not_met'],
    [
      'no event is left, and older than fourteen days is asked for',
      at(undefined, {switchedOverAt: absent, ...made(400)}),
      {oldMinAgeHours: 400},
      'not_met'
    ],
    ['nothing is left', list(oldBlue(old, {database: absent})), {}, 'not_applicable'],
    ['it is being deleted already', list(oldBlue({...old, status: 'deleting'})), {}, 'not_applicable']
  ]
  test.each(rows)('%s', (_what, over, wishes, expected) => expect(verdict('old-blue-is-old-enough', over, wishes)).toBe(expected))
})

describe('idle', () => {
  const seen = (most: number, missing = 0): Partial<Observation> => ({
    idleness: known({most: new Map([['orders-old1', most]]), missing: new Map([['orders-old1', missing]])})
  })
  type Row = readonly [string, Partial<Observation>, Partial<Inputs>, string]
  const rows: readonly Row[] = [
    ['nobody', seen(0), {}, 'met'],
    ['one connection', seen(1), {}, 'not_met'],
    ['half a connection', seen(0.5), {}, 'not_met'],
    ['a missing minute', seen(0, 1), {}, 'unknown'],
    ['somebody, and a missing minute', seen(1, 1), {}, 'not_met'],
    ['not read', {idleness: unknown('denied')}, {}, 'unknown'],
    ['absent', {idleness: absent}, {}, 'unknown'],
    ['asked although nothing is deleted', seen(1), {deleteOldDatabases: false}, 'not_met'],
    ['switched off', seen(1), {oldIdleMinutes: 0}, 'not_applicable'],
    ['nothing is left', {...seen(1), ...list()}, {}, 'not_applicable']
  ]
  test.each(rows)('%s', (_what, over, wishes, expected) => expect(verdict('old-blue-is-idle', over, wishes)).toBe(expected))
})

describe('not protected', () => {
  const on = {...old, deletionProtection: true}
  type Row = readonly [string, Partial<Observation>, Partial<Inputs>, string]
  const rows: readonly Row[] = [
    ['off', list(oldBlue()), {}, 'met'],
    ['on', list(oldBlue(on)), {}, 'not_met'],
    ['on, and may be turned off', list(oldBlue(on)), {disableDeletionProtection: true}, 'not_applicable'],
    ['not told', list(oldBlue({...old, deletionProtection: undefined})), {}, 'unknown'],
    ['of an instance of a cluster: the cluster’s counts', list(oldBlue({...on, cluster: 'shop'})), {}, 'met'],
    ['on the cluster', list(oldBlue({...on, kind: 'cluster', resourceId: 'cluster-A'})), {}, 'not_met'],
    ['nothing is deleted', list(oldBlue(on)), {deleteOldDatabases: false}, 'not_applicable']
  ]
  test.each(rows)('%s', (_what, over, wishes, expected) => expect(verdict('old-blue-is-not-protected', over, wishes)).toBe(expected))
})

describe('no other replicas', () => {
  type Row = readonly [string, Partial<Observation>, string]
  const rows: readonly Row[] = [
    ['none', list(oldBlue({...old, replicas: []})), 'met'],
    ['our own', list(oldBlue(), oldBlue(oldReplica)), 'met'],
    ['our own, in other letters', list(oldBlue({...old, replicas: ['ORDERS-R1-old1']}), oldBlue(oldReplica)), 'met'],
    ['our own, being deleted', list(oldBlue(), oldBlue({...oldReplica, status: 'deleting'})), 'met'],
    ['a stranger', list(oldBlue({...old, replicas: ['reports']})), 'not_met'],
    [
      'one in another Region',
      list(oldBlue({...old, replicas: ['arn:aws:rds:us-east-1:123456789012:db:orders-r1-old1']}), oldBlue(oldReplica)),
      'not_met'
    ]
  ]
  test.each(rows)('%s', (_what, over, expected) => expect(verdict('old-blue-has-no-other-replicas', over)).toBe(expected))
})

describe('was not production again since', () => {
  const again = oldBlue(old, {otherDeployment: 'bgd-other'})
  test.each([
    ['no other deployment names it', list(oldBlue()), {}, 'met'],
    ['another one does', list(oldBlue(), again), {}, 'not_met'],
    ['another one does, and it is gone already', list(oldBlue(old, {otherDeployment: 'bgd-other', database: absent})), {}, 'met'],
    ['nothing is deleted', list(again), {deleteOldDatabases: false}, 'not_applicable']
  ] as const)('%s', (_what, over, wishes, expected) => expect(verdict('old-blue-belongs-to-one-deployment', over, wishes)).toBe(expected))
})

describe('names', () => {
  const told = (id: string, over: Partial<Observation>, wishes: Partial<Inputs> = {}) =>
    cleanupChecks
      .find(one => one.id === id)
      ?.judge(observation('SWITCHOVER_COMPLETED', over), inputs({}, {deleteOldDatabases: true, ...wishes}), NOW)
  test('hours since the youngest switchover', () => {
    const young = oldBlue(oldReplica, {switchedOverAt: ago(1)})
    expect(told('old-blue-is-old-enough', list(oldBlue(old, {switchedOverAt: ago(30)}), young))).toMatchObject({observed: '1.0 hours'})
    const made = deployment('SWITCHOVER_COMPLETED', {createTime: ago(100)})
    expect(
      told('old-blue-is-old-enough', {
        ...list(oldBlue(old, {switchedOverAt: undefined})),
        switchedOverAt: absent,
        deployment: known(made)
      })
    ).toMatchObject({observed: expect.stringContaining('made 100.0 hours ago')})
  })
  test('no event is left of it, and nobody knows when the deployment was made: more than fourteen days', () => {
    const over = {...list(oldBlue(old, {switchedOverAt: undefined})), switchedOverAt: absent, deployment: absent}
    expect(verdict('old-blue-is-old-enough', over)).toBe('met')
    expect(verdict('old-blue-is-old-enough', over, {oldMinAgeHours: 336})).toBe('met')
    expect(verdict('old-blue-is-old-enough', over, {oldMinAgeHours: 337})).toBe('not_met')
    const exactly = known(deployment('SWITCHOVER_COMPLETED', {createTime: ago(336)}))
    expect(verdict('old-blue-is-old-enough', {...over, deployment: exactly})).toBe('met')
  })
  test('who is connected, and which minutes are missing, of those alone', () => {
    const seen = (most: readonly [string, number][], missing: readonly [string, number][]): Partial<Observation> => ({
      idleness: known({most: new Map(most), missing: new Map(missing)})
    })
    expect(
      told(
        'old-blue-is-idle',
        seen(
          [
            ['a', 0],
            ['b', 3]
          ],
          []
        )
      )
    ).toMatchObject({observed: 'b had 3 connections'})
    expect(
      told(
        'old-blue-is-idle',
        seen(
          [['a', 0]],
          [
            ['a', 0],
            ['b', 2]
          ]
        )
      )
    ).toMatchObject({
      because: 'b has 2 minutes without a datapoint; a missing datapoint is not zero'
    })
  })
  test('what is protected, or does not say', () => {
    const on = oldBlue({...old, deletionProtection: true})
    const untold = oldBlue({...oldReplica, deletionProtection: undefined})
    expect(told('old-blue-is-not-protected', list(on, untold))).toMatchObject({is: 'not_met', observed: 'on for orders-old1'})
    expect(told('old-blue-is-not-protected', list(oldBlue(), untold))).toMatchObject({because: 'RDS does not say for orders-r1-old1'})
  })
  test('strangers: replicas, and readers of a cluster, of those that are not being deleted', () => {
    const members = [{name: 'shop-9', writer: false}]
    const shop = oldBlue({...old, kind: 'cluster', replicas: ['far'], members})
    expect(told('old-blue-has-no-other-replicas', list(shop))).toMatchObject({observed: '2 more: far, shop-9'})
    expect(verdict('old-blue-has-no-other-replicas', list(oldBlue({...old, status: 'deleting', replicas: ['x']})))).toBe('met')
    expect(verdict('old-blue-has-no-other-replicas', list(shop), {deleteOldDatabases: false})).toBe('not_applicable')
  })
})
