/** The real clock wakes at once for a signal and leaves nothing behind. */
import {getEventListeners} from 'node:events'
import {expect, test} from '@jest/globals'
import {realClock} from '../../src/waiting/real-clock.ts'

test('sleeps, not at all after a signal, and no longer than until one', async () => {
  const cancel = new AbortController()
  const began = realClock.elapsed()
  await realClock.sleep(20, cancel.signal)
  const slept = realClock.elapsed() - began
  expect(slept).toBeGreaterThanOrEqual(18)
  const long = realClock.sleep(60_000, cancel.signal)
  cancel.abort()
  await long
  await realClock.sleep(60_000, cancel.signal)
  await realClock.sleep(-1, new AbortController().signal)
  expect(realClock.elapsed() - began).toBeLessThan(10_000)
})

test('leaves no timer behind that would keep the process alive, and no listener of the signal', async () => {
  const timers = (): number => process.getActiveResourcesInfo().filter(one => one === 'Timeout').length
  const [before, cancel] = [timers(), new AbortController()]
  await realClock.sleep(1, cancel.signal)
  expect(getEventListeners(cancel.signal, 'abort')).toHaveLength(0)
  const long = realClock.sleep(3_600_000, cancel.signal)
  expect(timers()).toBe(before + 1)
  cancel.abort()
  await long
  expect(timers()).toBe(before)
})

test('dates are those of people, elapsed time is that of the process', () => {
  expect(Math.abs(realClock.date().getTime() - Date.now())).toBeLessThan(60_000)
  expect(Math.abs(realClock.elapsed() - performance.now())).toBeLessThan(60_000)
})
