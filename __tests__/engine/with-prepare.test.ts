/** A plan stops: what people are told to do about it, once `prepare` was planned before it. */
import {describe, expect, test} from '@jest/globals'
import type {Outcome} from '../../src/domain/outcome.ts'
import type {Ahead, Planned} from '../../src/engine/planning.ts'
import {withPrepare} from '../../src/engine/with-prepare.ts'

const stopped: Outcome = {
  is: 'blocked',
  phase: 'plan',
  reason: 'checks_not_met',
  because: 'create would stop',
  remedy: 'mend it',
  details: ['a']
}
const step = {phase: 'prepare' as const, intent: 'make a group', operation: 'CreateDBParameterGroup', input: {}}
const stop = (over: Partial<Outcome>, checks: Ahead['checks'] = []): Ahead => ({
  outcome: {...stopped, phase: 'prepare', because: 'it is used', remedy: 'give another', details: ['b'], ...over},
  planned: [],
  checks,
  warnings: [],
  left: undefined,
  isLeaving: false
})
const check = {
  id: 'c',
  title: 't',
  severity: 'blocking',
  verdict: 'not_met',
  observed: '',
  expected: '',
  remedy: '',
  phase: 'prepare'
} as const
const prepared = (over: Partial<Planned>): Planned => ({
  outcome: {...stopped, is: 'completed'},
  planned: [step],
  checks: [],
  warnings: [],
  stops: [],
  isCut: false,
  ...over
})
const restart = stop({reason: 'reboot_needed', because: '2 changes are left', commands: ['aws rds reboot']})
const told = (over: Partial<Planned>) => withPrepare(stopped, prepared(over))

describe('where prepare mends it all', () => {
  test('it is what to do; with leave to restart where that takes one', () => {
    expect(told({})).toEqual({...stopped, commands: [], remedy: 'run mode: prepare; it does all that is missing, as the summary shows'})
    expect(told({stops: [restart]})).toEqual({
      ...stopped,
      details: ['a', 'b'],
      commands: ['aws rds reboot'],
      remedy: 'run mode: prepare with allow-reboot: true, since it restarts production; it does all that is missing, as the summary shows'
    })
    expect(told({stops: [stop({reason: 'reboot_needed'})]}).commands).toEqual([])
  })
  test('unless it would do nothing', () => {
    expect(told({planned: []})).toEqual(stopped)
    expect(told({planned: [{...step, phase: 'create'}]})).toEqual(stopped)
  })
})

describe('where something is left', () => {
  const besides = ['prepare would stop: it is used; what to do: give another', 'b']
  test.each([
    ['prepare stops by itself', [stop({})], ['a', ...besides]],
    ['by a check, which has been told', [stop({}, [check])], ['a']],
    ['another phase stops, which has been told', [stop({phase: 'create'})], ['a']],
    ['it takes a restart as well', [restart, stop({phase: 'create'})], ['a', 'b']],
    ['both', [restart, stop({})], ['a', 'b', ...besides]]
  ])('%s', (_what, stops, details) => expect(told({stops})).toEqual({...stopped, details}))
})

describe('where it could not be asked', () => {
  test.each(['cancelled', 'timed_out'] as const)('%s is how the plan ends', is => {
    const outcome: Outcome = {...stopped, is, because: 'over'}
    expect(told({outcome, isCut: true})).toBe(outcome)
  })
  test('anything else is said', () => {
    const outcome: Outcome = {...stopped, is: 'failed', reason: 'throttled', because: 'RDS throttles'}
    expect(told({outcome, isCut: true})).toEqual({...stopped, details: ['a', 'what prepare would do is not known: RDS throttles']})
  })
})
