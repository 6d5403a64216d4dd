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
