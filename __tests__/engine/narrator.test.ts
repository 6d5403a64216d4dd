/** What a person reads while a run waits: where it is, how long it may last, and the reason where the numbers do not tell it. */
import {describe, expect, test} from '@jest/globals'
import {absent, known, unknown} from '../../src/domain/known.ts'
import {Narrator} from '../../src/engine/narrator.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {blue, blueReplica, byLabel, green, label, NONE, observation, old, oldBlue, oldReplica} from '../phases/builders.ts'
import {MINUTE, SECOND, WAIT} from './driving.ts'

function narrator(deadline = 60 * MINUTE) {
  const said: string[] = []
  const reporter = {
    startGroup: () => undefined,
    endGroup: () => undefined,
    say: (line: string) => void said.push(line),
    warn: () => undefined,
    know: () => undefined
  }
  return {one: new Narrator('wait', reporter, deadline), said}
}

const line = (now: Observation, step = WAIT(), at = 0): string => {
  const {one, said} = narrator()
  one.waiting(now, step, at, at)
  return said.join('\n')
}

describe('one line', () => {
  test('says how long the wait may still last, and nothing of it where nothing ends it', () => {
    const now = observation('SWITCHOVER_IN_PROGRESS')
    expect(line(now, WAIT({pace: 'switching'}), 10 * MINUTE)).toMatch(/10m00s, at most 50m00s more$/)
    expect(line(now, WAIT({pace: 'switching'}), 90 * MINUTE)).toMatch(/, at most 0s more$/)
    expect(line(now, WAIT({pace: 'switching', toTheEnd: true}), 10 * MINUTE)).toMatch(/10m00s$/)
  })

  test.each([
    ['building says all in numbers', 'PROVISIONING', WAIT({pace: 'provisioning'}), false],
    ['so does switching', 'SWITCHOVER_IN_PROGRESS', WAIT({pace: 'switching'}), false],
    ['any other wait has a reason', 'AVAILABLE', WAIT({pace: 'settling'}), true],
    ['a second look has one', 'AVAILABLE', WAIT({pace: 'confirming'}), true],
    [
      'what quotes a status nobody knows is said',
      'PROVISIONING',
      WAIT({pace: 'provisioning', intent: 'RDS says "SOMETHING", it comes'}),
      true
    ],
    ['without a deployment there are no numbers', NONE, WAIT({pace: 'provisioning'}), true]
  ] as const)('%s', (_what, status, step, isSaid) => expect(line(observation(status), step).endsWith('it comes')).toBe(isSaid))

  test('counts the databases of both sides that were read, and the slowest storage', () => {
    const reading = (percent: number) => ({storageOperation: {status: 'Initializing', percent}})
    const now = observation('AVAILABLE', {
      databases: byLabel({...blue, ...reading(40)}, {...green, ...reading(12), status: 'storage-initialization'}, blueReplica)
    })
    expect(line(now)).toContain('databases 2/3 (orders-green-abc123 storage-initialization)  storage 12%')
    expect(line(observation('AVAILABLE'))).not.toContain('storage')
    expect(
      line(
        observation('AVAILABLE', {
          databases: known(
            new Map([
              [label(blue), known(blue)],
              ['db:gone', absent]
            ])
          )
        })
      )
    ).toContain('databases 1/1')
    expect(line(observation('AVAILABLE', {databases: unknown('x')}))).not.toContain('databases')
  })

  test('of old blue, where only that is left', () => {
    const now = observation(NONE, {
      databases: unknown('x'),
      oldBlue: known([oldBlue({...old, status: 'deleting'}), oldBlue(oldReplica, {database: absent})])
    })
    expect(line(now)).toContain('databases 0/1 (orders-old1 deleting)')
    const both = observation('AVAILABLE', {oldBlue: known([oldBlue({...old, status: 'deleting'})])})
    expect(line(both)).not.toContain('deleting')
  })
})

describe('the next line', () => {
  const seen = (...reasons: readonly (readonly [string, number])[]): number => {
    const {one, said} = narrator()
    for (const [intent, at] of reasons) one.waiting(observation('AVAILABLE'), WAIT({intent}), at, at)
    return said.length
  }
  test('comes when the reason changes, and not when only its numbers do', () => {
    expect(seen(['lag is 12.55 s', 0], ['lag is 3 s', 5 * SECOND], ['lag is 4.5 s', 10 * SECOND])).toBe(1)
    expect(seen(['lag is 12 s', 0], ['green is modifying', 5 * SECOND])).toBe(2)
  })
  test('comes now and then as a sign of life', () => {
    expect(seen(['same', 0], ['same', 30 * SECOND], ['same', 61 * SECOND], ['same', 2 * MINUTE])).toBe(2)
  })
})
