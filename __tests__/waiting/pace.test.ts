/** How long the pauses are (rules 3 and 15; contract, `poll-interval-seconds`). */
import {describe, expect, test} from '@jest/globals'
import type {PaceName} from '../../src/waiting/pace.ts'
import {paceOf} from '../../src/waiting/pace.ts'

const at = (interval: number | undefined, name: PaceName, random = 0.5, throttled = 0): number =>
  Math.round(paceOf(interval).pause(name, () => random, throttled))

describe('seconds between two looks', () => {
  const rows: readonly (readonly [string, number | undefined, PaceName, number, number, number])[] = [
    ['thirty seconds while building', undefined, 'provisioning', 0.5, 0, 30_000],
    ['with jitter down', undefined, 'provisioning', 0, 0, 27_000],
    ['and up', undefined, 'provisioning', 1, 0, 33_000],
    ['as asked', 60, 'provisioning', 0.5, 0, 60_000],
    ['the shortest of AWS', 5, 'provisioning', 0.5, 0, 5000],
    ['shrunk with a custom endpoint', 0.3, 'provisioning', 0.5, 0, 300],
    ['a second look: as far from the first as a look may be old', undefined, 'confirming', 0, 0, 30_500],
    ['a second look does not follow the poll interval', 300, 'confirming', 0, 0, 30_500],
    ['at the gate: at least five', undefined, 'gate', 0, 0, 5000],
    ['settling', undefined, 'settling', 0, 0, 5000],
    ['at the gate, shrunk', 3, 'gate', 0, 0, 500],
    ['switching', undefined, 'switching', 0.5, 0, 1000],
    ['switching, throttled once', undefined, 'switching', 0.5, 1, 2000],
    ['switching, throttled often', undefined, 'switching', 0.5, 9, 5000],
    ['switching does not follow the poll interval', 300, 'switching', 0.5, 0, 1000],
    ['all of it shrunk', 3, 'switching', 0.5, 0, 100],
    ['all of it shrunk, second looks too', 3, 'confirming', 0.5, 0, 3050]
  ]
  test.each(rows)('%s', (_what, interval, name, random, throttled, expected) =>
    expect(at(interval, name, random, throttled)).toBe(expected)
  )
})

test('a pause is scaled as every other, and nothing is scaled without a custom endpoint', () => {
  expect([undefined, 5, 300, 3, 0.2].map(interval => Math.round(paceOf(interval).scaled(30_000)))).toEqual([
    30_000, 30_000, 30_000, 3000, 200
  ])
})

test('two looks a pause apart are far enough apart for what they are to show', () => {
  for (const interval of [undefined, 0.2, 3, 5, 60])
    for (const [name, needs] of [
      ['confirming', 30_000],
      ['gate', 5000]
    ] as const)
      expect(paceOf(interval).pause(name, () => 0, 0)).toBeGreaterThanOrEqual(paceOf(interval).scaled(needs))
})
