/** The real clock wakes at once for a signal and leaves nothing behind. */
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
