/** A claim has held when two looks, far enough apart, and every one between them made it (rule 19). */
import {describe, expect, test} from '@jest/globals'
import type {Steadiness} from '../../src/waiting/steadiness.ts'
import {hasHeld, hold} from '../../src/waiting/steadiness.ts'

const looked = (...looks: readonly (readonly [number, ...string[]])[]): Steadiness =>
  looks.reduce((steady: Steadiness, [elapsed, ...claims]) => hold(steady, claims, elapsed), new Map())

describe('held for thirty seconds', () => {
  const rows: readonly (readonly [string, Steadiness, boolean])[] = [
    ['never claimed', looked(), false],
    ['once', looked([0, 'gone']), false],
    ['once, long ago', looked([-99_999, 'gone']), false],
    ['twice, too close', looked([0, 'gone'], [29_999, 'gone']), false],
    ['twice', looked([0, 'gone'], [30_000, 'gone']), true],
    ['at every look', looked([0, 'gone'], [15_000, 'gone'], [30_000, 'gone']), true],
    ['not between', looked([0, 'gone'], [15_000], [30_000, 'gone']), false],
    ['another claim', looked([0, 'here'], [30_000, 'gone']), false],
    ['not at the last look', looked([0, 'gone'], [30_000, 'gone'], [31_000]), false],
    ['claimed twice at one look', looked([0, 'gone', 'gone'], [30_000]), false]
  ]
  test.each(rows)('%s', (_what, steady, expected) => expect(hasHeld(steady, 'gone', 30_000)).toBe(expected))
})

test('even for no time at all one look is not two', () => {
  expect([hasHeld(looked([0, 'a']), 'a', 0), hasHeld(looked([0, 'a'], [0, 'a']), 'a', 0)]).toEqual([false, true])
})

test('what was held before is not changed', () => {
  const before = looked([0, 'a'])
  hold(before, ['a', 'b'], 9)
  expect([...before.keys()]).toEqual(['a'])
})
