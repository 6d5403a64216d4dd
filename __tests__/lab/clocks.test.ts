// Virtual time runs everything in its order and waits for nothing; scaled time shrinks only what the model does.
import {describe, expect, test} from '@jest/globals'
import {defaultStart, scaledTime, virtualTime} from '../../lab/clocks.ts'
import {never} from '../waiting/never.ts'

describe('virtual time', () => {
  test('entries of one instant run in the order they were scheduled', async () => {
    const time = virtualTime()
    const seen: string[] = []
    time.scheduler.after(5, () => seen.push('b'))
    time.scheduler.after(1, () => {
      seen.push('a')
      time.scheduler.after(4, () => seen.push('d'))
    })
    time.scheduler.after(5, () => seen.push('c'))
    time.scheduler.after(3, () => seen.push('never'))()
    await time.pass(10)
    expect(seen).toEqual(['a', 'b', 'c', 'd'])
    expect(time.scheduler.now()).toBe(defaultStart + 10)
  })

  test('a month of sleep takes no time, and long promise chains settle in between', async () => {
    const time = virtualTime()
    const clock = time.clock()
    const run = async (): Promise<number> => {
      for (let day = 0; day < 30; day++) {
        await clock.sleep(86_400_000, never)
        for (let link = 0; link < 1000; link++) await Promise.resolve()
      }
      return clock.elapsed()
    }
    expect(await time.run(run())).toEqual({is: 'resolved', value: 30 * 86_400_000})
    expect(clock.date().getTime()).toBe(defaultStart + 30 * 86_400_000)
  })

  test('a sleep ends when it is aborted, and never when its clock was killed', async () => {
    const time = virtualTime()
    const [clock, mortal] = [time.clock(), time.clock()]
    const stop = new AbortController()
    time.scheduler.after(10, () => stop.abort())
    await time.run(clock.sleep(1000, stop.signal))
    expect(clock.elapsed()).toBe(10)
    await time.run(clock.sleep(1000, stop.signal))
    expect(clock.elapsed()).toBe(10)
    time.scheduler.after(5, () => mortal.kill())
    expect(await time.run(mortal.sleep(1000, never))).toEqual({is: 'stuck'})
  })

  test('a rejection and a limit', async () => {
    const time = virtualTime()
    expect(await time.run(Promise.reject(new Error('no')))).toMatchObject({is: 'rejected', error: {message: 'no'}})
    expect(await time.run(time.clock().sleep(1000, never), defaultStart + 10)).toEqual({is: 'stuck'})
    expect(time.scheduler.now()).toBe(defaultStart + 10)
  })

  test('thousands of entries a second', async () => {
    const time = virtualTime()
    const clock = time.clock()
    const run = async (): Promise<void> => {
      for (let count = 0; count < 20_000; count++) await clock.sleep(1, never)
    }
    const began = Date.now()
    await time.run(run())
    expect(Date.now() - began).toBeLessThan(4000)
  })
})

test('scaled time: the pace of the model is one to the factor, the date is real', async () => {
  const time = scaledTime(600)
  const clock = time.clock()
  expect(time.scheduler.pace).toBeCloseTo(1 / 600)
  expect(Math.abs(clock.date().getTime() - Date.now())).toBeLessThan(1000)
  await clock.sleep(5, never)
  expect(clock.elapsed()).toBeGreaterThanOrEqual(4)
})
