/** Whether a write may be sent now, to the second: never over one whose effect is not known, and never in vain. */
import {describe, expect, test} from '@jest/globals'
import type {Entry} from '../../src/engine/ledger.ts'
import {Ledger} from '../../src/engine/ledger.ts'
import {maySend} from '../../src/engine/sending.ts'
import type {WriteStep} from '../../src/phases/phase.ts'
import type {Fault} from '../../src/rds/faults.ts'
import {paceOf} from '../../src/waiting/pace.ts'
import {MINUTE, OTHER, SECOND, WRITE} from './driving.ts'

const LOST: Fault = {kind: 'lost', code: 'ECONNRESET', message: 'socket hang up'}
const refused = (code: string): Fault => ({kind: 'refused', code, message: 'no'})

const AT = 100 * SECOND
const entry = (over: Partial<Entry> = {}): Entry => ({step: WRITE(), answer: 'accepted', at: AT, shown: true, looks: 2, seen: [], ...over})

/** So many milliseconds after the newest entry was sent. */
function verdict(step: WriteStep, after: number, interval: number | undefined, ...entries: readonly Entry[]): string {
  const ledger = new Ledger()
  ledger.entries.push(...entries)
  const told = maySend(ledger, step, AT + after, paceOf(interval))
  switch (told.is) {
    case 'send':
      return 'send'
    case 'settle':
      return `settle: ${told.intent}`
    case 'stop':
      return `${told.ending.is} ${told.ending.reason}`
  }
}

test('the first write is sent', () => expect(verdict(WRITE(), 0, undefined)).toBe('send'))

describe('what was accepted and shown, and is missing again', () => {
  const wait = 'settle: make it SWITCHOVER_IN_PROGRESS'
  test.each([
    ['may be missing from an older look', 29_999, undefined, {}, wait],
    ['is sent again half a minute later', 30_000, undefined, {}, 'send'],
    ['a look may be old for as long as a pause is scaled', 3000, 3, {}, 'send'],
    ['and no longer', 2999, 3, {}, wait],
    ['is never sent again when it was asked for once', 29_999, undefined, {once: true}, 'failed no_progress']
  ] as const)('%s', (_what, after, interval, over, expected) => {
    expect(verdict(WRITE(undefined, over), after, interval, entry())).toBe(expected)
  })
  test('another call is not held up by it', () => expect(verdict(OTHER, 0, undefined, entry())).toBe('send'))
  test('three times, and no more', () => {
    expect(verdict(WRITE(), MINUTE, undefined, entry(), entry())).toBe('send')
    expect(verdict(WRITE(), MINUTE, undefined, entry(), entry(), entry())).toBe('failed no_progress')
  })
})

describe('what was accepted and is not shown yet', () => {
  const open = entry({shown: false})
  const optional = entry({shown: false, step: WRITE(undefined, {optional: true})})
  test.each([
    ['holds up every other write', 9 * MINUTE, open, 'settle: make it SWITCHOVER_IN_PROGRESS'],
    ['for ten minutes', 10 * MINUTE, open, 'settle: make it SWITCHOVER_IN_PROGRESS'],
    ['and then ends the run', 10 * MINUTE + 1, open, 'failed no_progress'],
    ['a note that may be left out holds it up for a minute', MINUTE, optional, 'settle: make it SWITCHOVER_IN_PROGRESS'],
    ['and no longer', MINUTE + 1, optional, 'send']
  ] as const)('%s', (_what, after, one, expected) => expect(verdict(OTHER, after, undefined, one)).toBe(expected))
})

describe('a write whose reply was lost', () => {
  test.each([
    ['holds up every other write for half a minute', 29_999, 2, 'settle: make it SWITCHOVER_IN_PROGRESS'],
    ['and for two looks', 5 * MINUTE, 1, 'settle: make it SWITCHOVER_IN_PROGRESS'],
    ['and no longer', 30_000, 2, 'send']
  ])('%s', (_what, after, looks, expected) =>
    expect(verdict(OTHER, after, undefined, entry({answer: LOST, shown: false, looks}))).toBe(expected)
  )
  test('holds nothing up once a look showed its effect', () =>
    expect(verdict(OTHER, 0, undefined, entry({answer: LOST, shown: true, looks: 0}))).toBe('send'))
})

describe('a write that was refused', () => {
  test.each([
    ['InvalidDBInstanceState', 'send'],
    ['InvalidDBClusterStateFault', 'send'],
    ['InvalidBlueGreenDeploymentStateFault', 'send'],
    ['DBSnapshotAlreadyExistsFault', 'send'],
    ['DBInstanceNotFoundFault', 'send'],
    ['NotInvalidDBInstanceState', 'failed switchover_refused'],
    ['NotInvalidBlueGreenDeploymentState', 'failed switchover_refused'],
    ['InvalidParameterValue', 'failed switchover_refused']
  ])('with %s: %s', (code, expected) => {
    const one = entry({answer: refused(code), shown: false})
    expect(verdict(WRITE(), 0, undefined, one)).toBe(expected)
    expect(verdict(WRITE(), 0, undefined, one, one, one)).toBe('failed switchover_refused')
    expect(verdict(OTHER, 0, undefined, one)).toBe('send')
  })
  test('for its rate is sent three times, though it was asked for once', () => {
    const one = entry({answer: {kind: 'throttled', code: 'Throttling', message: 'slow'}, shown: false})
    const once = WRITE(undefined, {once: true})
    expect([verdict(once, 0, undefined, one, one), verdict(once, 0, undefined, one, one, one)]).toEqual(['send', 'failed throttled'])
  })
})
