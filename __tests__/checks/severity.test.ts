/** What stops a run (rules, "Severity of checks"), for every verdict and severity; and what every check must say. */
import {describe, expect, test} from '@jest/globals'
import type {Check, Severity, Verdict} from '../../src/checks/check.ts'
import {judgeAll, remedyOf, sayStops} from '../../src/checks/check.ts'
import {checks} from '../../src/checks/index.ts'
import {inputs, NOW, observation, STATUSES, situation} from '../phases/builders.ts'

const VERDICTS: Readonly<Record<Verdict['is'], Verdict>> = {
  met: {is: 'met', observed: 'o', expected: 'e'},
  not_met: {is: 'not_met', observed: 'o', expected: 'e', remedy: 'r'},
  unknown: {is: 'unknown', because: 'b', remedy: 'r'},
  not_applicable: {is: 'not_applicable', because: 'b'}
}
const check = (severity: Severity, is: Verdict['is'], id = 'made-up'): Check => ({
  id,
  rows: [],
  title: 'It is so',
  severity,
  guards: ['create'],
  judge: () => VERDICTS[is]
})

const moment = situation(observation('AVAILABLE'))

test('what can only be told at that moment is left open ahead of it', () => {
  const late = {...check('proof', 'not_met'), onlyThen: true}
  const stops = (isForeseen: boolean) =>
    judgeAll([late], 'switchover', {...moment, isForeseen}, inputs()).map(one => [one.stops, one.verdict.is])
  expect([stops(false), stops(true)]).toEqual([[[true, 'not_met']], [[false, 'not_applicable']]])
})

describe('what stops', () => {
  const STOPS: Readonly<Record<Severity, readonly Verdict['is'][]>> = {proof: ['not_met', 'unknown'], blocking: ['not_met'], advice: []}
  for (const [severity, stopping] of Object.entries(STOPS) as [Severity, readonly Verdict['is'][]][])
    test.each(Object.keys(VERDICTS) as Verdict['is'][])(`${severity}, %s`, is => {
      const judge = (ignoreChecks: readonly string[]) =>
        judgeAll([check(severity, is)], 'create', moment, inputs({}, {ignoreChecks}))[0]?.stops
      expect(judge([])).toBe(stopping.includes(is))
      // Only a blocking one is overruled.
      expect(judge(['made-up'])).toBe(severity === 'proof' && stopping.includes(is))
    })
  test('nobody switches over on a lag that nobody has seen', () => {
    const judged = judgeAll([check('blocking', 'unknown', 'replica-lag-is-within-limit')], 'switchover', moment, inputs())
    expect([judged[0]?.stops, sayStops(judged), remedyOf(judged)]).toEqual([true, 'It is so: cannot be told (b)', 'r'])
  })
})

test('every check there is has an id of its own, a title, a phase it guards, and a remedy whenever it is not met or unknown', () => {
  expect(new Set(checks.map(one => one.id)).size).toBe(checks.length)
  for (const one of checks) {
    expect(one.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect([one.title.endsWith('?'), one.guards.length > 0]).toEqual([false, true])
    for (const status of STATUSES) {
      const verdict = one.judge(observation(status), inputs({}, {deleteOldDatabases: true}), NOW)
      if (verdict.is === 'not_met' || verdict.is === 'unknown') expect([one.id, verdict.remedy !== '']).toEqual([one.id, true])
    }
  }
})
