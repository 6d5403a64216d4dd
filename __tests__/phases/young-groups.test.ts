/** The five minutes of facts 8.5, by the note on the group. */
import {expect, test} from '@jest/globals'
import {youngGroups} from '../../src/phases/young-groups.ts'
import {paceOf} from '../../src/waiting/pace.ts'
import {NOW} from './builders.ts'

const MINUTE = 60_000
const minutesAgo = (minutes: number) => ({name: `g${minutes}`, changedAt: new Date(NOW.getTime() - minutes * MINUTE)})
const left = (groups: Parameters<typeof youngGroups>[0], interval?: number) =>
  youngGroups(groups, {date: NOW, pace: paceOf(interval)})?.atLeast

test.each([
  [[undefined], undefined],
  [[{name: 'nobody says'}], undefined],
  [[minutesAgo(6)], undefined],
  [[minutesAgo(5)], MINUTE],
  [[minutesAgo(0)], 6 * MINUTE],
  [[minutesAgo(5), minutesAgo(2), minutesAgo(60)], 4 * MINUTE],
  // The clocks of two runners differ a little, or one of them is wrong.
  [[minutesAgo(-1)], 6 * MINUTE],
  [[minutesAgo(-60)], undefined]
])('%j waits %s ms', (groups, wanted) => expect(left(groups)).toBe(wanted))

test('a lab whose clock is faster waits less', () => {
  expect(left([minutesAgo(0)], 0.3)).toBe(6 * MINUTE * 0.01)
  expect(left([minutesAgo(1)], 0.3)).toBe(undefined)
})

test('it names the groups, once', () => {
  expect(youngGroups([minutesAgo(1), minutesAgo(2)], {date: NOW, pace: paceOf(undefined)})?.intent).toMatch(/^RDS takes in g1 and g2: /)
})
