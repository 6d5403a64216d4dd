/** What is asked just before a switchover, each check at its limits; and what a run says of those that stop it. */
import {describe, expect, test} from '@jest/globals'
import type {Check, Verdict} from '../../src/checks/check.ts'
import {judgeAll, linesOf, remedyOf, sayStops} from '../../src/checks/check.ts'
import {switchoverChecks} from '../../src/checks/switchover.ts'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import {parseSwitchoverWindow} from '../../src/domain/switchover-window.ts'
import type {Inputs} from '../../src/inputs.ts'
import {fingerprintOf} from '../../src/observing/fingerprint.ts'
import type {Lag, Observation} from '../../src/observing/observation.ts'
import {
  arn,
  blue,
  blueReplica,
  byLabel,
  database,
  deployment,
  green,
  greenReplica,
  inputs,
  NOW,
  observation,
  situation
} from '../phases/builders.ts'

function judge(id: string, now: Observation, wishes: Partial<Inputs> = {}, date = NOW): Verdict {
  const check = switchoverChecks.find(one => one.id === id)
  if (check === undefined) throw new Error(id)
  return check.judge(now, inputs({}, wishes), date)
}

describe('every database of blue and green is available', () => {
  const at = (now: Observation): Verdict => judge('both-sides-are-available', now)
  const modifying = byLabel(blue, blueReplica, {...green, status: 'modifying'}, greenReplica)
  test('met, and not met by one that is not', () => {
    expect(at(observation('AVAILABLE'))).toMatchObject({is: 'met'})
    expect(at(observation('AVAILABLE', {databases: modifying}))).toMatchObject({
      is: 'not_met',
      observed: 'orders-green-abc123 is modifying'
    })
  })
  test('after a failed switchover its statuses stay behind: only the databases count', () => {
    expect(at(observation('SWITCHOVER_FAILED')).is).toBe('met')
    expect(at(observation('SWITCHOVER_FAILED', {databases: modifying})).is).toBe('not_met')
    expect(at(observation('PROVISIONING')).is).toBe('not_met')
    expect(at(observation('AVAILABLE', {deployment: absent})).is).toBe('not_met')
  })
})

describe('green is not further behind than allowed', () => {
  const lag = (unit: Lag['unit'], newest: number, worst = newest) => known({metric: 'Lag', unit, newest, worst})
  const limits = {maxReplicaLagSeconds: 5, maxReplicaLagBytes: 1000}
  const rows: readonly (readonly [string, Observation['lag'], Verdict['is']])[] = [
    ['none', lag('seconds', 0), 'met'],
    ['as many seconds as allowed', lag('seconds', 5), 'met'],
    ['more seconds', lag('seconds', 5.1), 'not_met'],
    ['as many bytes as allowed', lag('bytes', 1000), 'met'],
    ['more bytes', lag('bytes', 1001), 'not_met'],
    ['more at its worst, and caught up', lag('seconds', 1, 99), 'met'],
    ['replication is not active', lag('seconds', -1), 'not_met'],
    ['no datapoint', absent, 'unknown'],
    ['not read', unknown('denied'), 'unknown']
  ]
  test.each(rows)('%s', (_what, told, is) =>
    expect(judge('replica-lag-is-within-limit', observation('AVAILABLE', {lag: told}), limits).is).toBe(is)
  )
  test('-1 is no lag of which to wait for the end', () =>
    expect(judge('replica-lag-is-within-limit', observation('AVAILABLE', {lag: lag('bytes', -1)}), limits)).toMatchObject({
      observed: 'Lag is -1: replication is not active'
    }))
  test('is asked only once both sides are available', () => {
    const now = observation('AVAILABLE', {databases: byLabel(blue, blueReplica, {...green, status: 'rebooting'}, greenReplica)})
    expect(judge('replica-lag-is-within-limit', {...now, lag: lag('seconds', 99)}, limits).is).toBe('not_applicable')
  })
})

describe('inside the window', () => {
  const parsed = parseSwitchoverWindow('Fri 02:00-04:00 UTC')
  if (typeof parsed === 'string') throw new Error(parsed)
  const at = (time: string, seconds = 300): Verdict =>
    judge(
      'inside-the-switchover-window',
      observation('AVAILABLE'),
      {switchoverWindow: parsed, switchoverTimeoutSeconds: seconds},
      new Date(`2026-11-20T${time}Z`)
    )
  test.each([
    ['03:55:00', 300, 'met'],
    ['03:55:01', 300, 'not_met'],
    ['03:30:01', 1800, 'not_met'],
    ['03:30:00', 1800, 'met'],
    ['04:00:00', 30, 'not_met'],
    ['01:59:59', 30, 'not_met']
  ])('at %s with a timeout of %i seconds: %s', (time, seconds, is) => expect(at(time, seconds).is).toBe(is))
  test('outside of it, and too late inside of it, are told apart; the timeout is told in whole minutes', () => {
    expect(at('04:30:00')).toMatchObject({observed: expect.stringContaining('outside the window')})
    expect(at('03:57:30', 301)).toMatchObject({
      observed: '2 minutes of the window are left',
      expected: 'Fri 02:00-04:00 UTC, with 6 minutes left'
    })
  })
  test('none is given', () => expect(judge('inside-the-switchover-window', observation('AVAILABLE')).is).toBe('not_applicable'))
})

describe('green is what was approved', () => {
  const now = observation('AVAILABLE')
  const approved = fingerprintOf(now)?.text ?? ''
  const other = observation('AVAILABLE', {databases: byLabel(blue, blueReplica, {...green, engineVersion: '17.5'}, greenReplica)})
  test.each([
    ['the same', now, 'met'],
    ['another version', other, 'not_met'],
    ['green cannot be read', observation('AVAILABLE', {databases: unknown('x')}), 'unknown']
  ])('%s', (_what, seen, is) => expect(judge('green-is-what-was-approved', seen, {approvedFingerprint: approved}).is).toBe(is))
  test('nothing was to be approved', () =>
    expect(judge('green-is-what-was-approved', other, {approvedFingerprint: 'none'}).is).toBe('not_applicable'))
})

describe('every replica and reader of blue has a counterpart', () => {
  const at = (over: Partial<Observation>): Verdict => judge('every-database-of-blue-has-its-green', observation('AVAILABLE', over))
  const having = (...replicas: readonly string[]) => ({databases: byLabel({...blue, replicas}, blueReplica, green, greenReplica)})
  test('its own, in any letters; green itself, which RDS lists as one; those of other Regions', () => {
    expect(at(having('orders-r1')).is).toBe('met')
    expect(at(having('ORDERS-R1', 'orders-green-abc123', 'arn:aws:rds:us-east-1:123456789012:db:far')).is).toBe('met')
  })
  test('one that was made since would stay behind', () =>
    expect(at(having('orders-r1', 'reports'))).toMatchObject({is: 'not_met', observed: 'reports would stay behind on old blue'}))
  test('a reader of a cluster', () => {
    const members = ['shop-1', 'shop-2'].map(name => ({name, writer: name === 'shop-1'}))
    const shop = database({kind: 'cluster', name: 'shop', arn: arn('shop', 'cluster'), members})
    const one = deployment('AVAILABLE', {
      source: shop.arn,
      members: [
        {source: arn('shop-1'), target: undefined, status: 'AVAILABLE'},
        {source: undefined, target: arn('shop-green', 'cluster'), status: 'AVAILABLE'}
      ]
    })
    expect(at({deployment: known(one), databases: byLabel(shop)})).toMatchObject({
      is: 'not_met',
      observed: expect.stringMatching(/^shop-2 would/)
    })
  })
  test('blue was not read', () => {
    expect(at({databases: unknown('x')}).is).toBe('unknown')
    expect(at({deployment: notLooked}).is).toBe('unknown')
  })
})

describe('what a run says', () => {
  const check = (title: string, verdict: Verdict, severity: Check['severity'] = 'blocking'): Check => ({
    id: title.toLowerCase(),
    rows: [],
    title,
    severity,
    guards: ['create'],
    judge: () => verdict
  })
  const told = (...all: readonly Check[]) =>
    judgeAll(all, 'create', situation(observation('AVAILABLE')), inputs({}, {ignoreChecks: ['over']}))
  const bad = (remedy: string, expected = 'good'): Verdict => ({is: 'not_met', observed: 'bad', expected, remedy})
  test('only of what stops, each with what was found and what is needed, and every remedy once', () => {
    const judged = told(
      check('One', bad('mend it')),
      check('Two', bad('mend it', '')),
      check('Three', {is: 'unknown', because: 'denied', remedy: 'allow it'}, 'proof'),
      check('Four', bad(''), 'proof'),
      check('Over', bad('never said')),
      check('Advice', bad('never said'), 'advice'),
      check('Fine', {is: 'met', observed: 'o', expected: 'e'})
    )
    expect(sayStops(judged)).toBe('4 checks are not met: One; Two; Three; Four')
    expect(linesOf(judged.map(one => one.report))).toEqual([
      'One: no (bad; needed: good). What to do: mend it',
      'Two: no (bad). What to do: mend it',
      'Three: cannot be told (denied). What to do: allow it',
      'Four: no (bad; needed: good)'
    ])
    expect(remedyOf(judged)).toBe('mend each of them: the log and the summary say how')
    const [one] = judged
    expect(one === undefined ? '' : [sayStops([one]), remedyOf([one])]).toEqual(['One: no (bad; needed: good)', 'mend it'])
  })
  test('and the report has all of them: what was seen, what stops, what was overruled', () => {
    const common = {id: 'over', title: 'Over', severity: 'blocking', phase: 'create'}
    const report = (verdict: Verdict) => told(check('Over', verdict))[0]?.report
    expect(report(bad('r'))).toEqual({...common, verdict: 'not_met', observed: 'bad', expected: 'good', remedy: 'r', ignored: true})
    expect(report({is: 'met', observed: 'o', expected: 'e'})).toEqual({...common, verdict: 'met', observed: 'o', expected: 'e', remedy: ''})
    expect(report({is: 'unknown', because: 'b', remedy: 'r'})).toEqual({
      ...common,
      verdict: 'unknown',
      observed: 'b',
      expected: '',
      remedy: 'r'
    })
    expect(report({is: 'not_applicable', because: 'b'})).toEqual({
      ...common,
      verdict: 'not_applicable',
      observed: 'b',
      expected: '',
      remedy: ''
    })
    expect(told(check('One', bad('r')))[0]?.report).toMatchObject({stops: true})
  })
})
