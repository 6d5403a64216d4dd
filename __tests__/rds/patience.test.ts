/** Reads are retried on our own clock: throttled and lost ones, four times in all, everything else at once. */
import {describe, expect, test} from '@jest/globals'
import {virtualTime} from '../../lab/clocks.ts'
import {patientMetrics, patientReads} from '../../src/rds/patience.ts'
import {paceOf} from '../../src/waiting/pace.ts'
import {thrown} from './scripted.ts'

async function patient(answers: readonly (Error | 'fine')[], options: {interval?: number; abortAt?: number; random?: number} = {}) {
  const time = virtualTime()
  const clock = time.clock()
  const cancel = new AbortController()
  const at: number[] = []
  const read = (): Promise<never> => {
    at.push(clock.elapsed())
    if (at.length === options.abortAt) cancel.abort()
    const answer = answers[at.length - 1] ?? 'fine'
    return answer === 'fine' ? Promise.resolve({} as never) : Promise.reject(answer)
  }
  let throttled = 0
  const means = {
    clock,
    random: () => options.random ?? 0.5,
    pace: paceOf(options.interval),
    signal: cancel.signal,
    throttled: () => {
      throttled += 1
    }
  }
  const ended = await time.run(patientReads({read}, means).read('DescribeEvents', {}, cancel.signal))
  return {at, throttled, end: ended.is === 'rejected' ? ((ended.error as {fault?: {kind: string}}).fault?.kind ?? 'thrown') : ended.is}
}

const LOST = Object.assign(new Error('x'), {code: 'ECONNRESET'})
const THROTTLED = thrown('Throttling', 400)

describe('how often', () => {
  test.each([
    ['an answer', [], 1, 'resolved'],
    ['lost once', [LOST], 2, 'resolved'],
    ['throttled three times', [THROTTLED, THROTTLED, THROTTLED], 4, 'resolved'],
    ['throttled for ever', Array.from({length: 9}, () => THROTTLED), 4, 'throttled'],
    ['lost for ever', Array.from({length: 9}, () => LOST), 4, 'lost'],
    ['a server error, then a throttle', [thrown('InternalFailure', 500), THROTTLED], 3, 'resolved'],
    ['denied', [thrown('AccessDenied', 403)], 1, 'denied'],
    ['expired', [thrown('ExpiredToken', 403)], 1, 'expired'],
    ['not found', [thrown('DBInstanceNotFoundFault', 404)], 1, 'not_found'],
    ['refused', [thrown('InvalidParameterValue', 400)], 1, 'refused'],
    ['a defect of ours', [new TypeError('x')], 1, 'thrown']
  ] as const)('%s', async (_what, answers, times, end) => {
    const found = await patient(answers)
    expect([found.at.length, found.end]).toEqual([times, end])
  })

  test('not again after a signal', async () => {
    expect(await patient([LOST, LOST], {abortAt: 1})).toEqual({at: [0], throttled: 0, end: 'lost'})
  })
})

test('pauses grow, with jitter above the half second, and shrink with the poll interval of a custom endpoint', async () => {
  const four = Array.from({length: 4}, () => LOST)
  expect((await patient(four, {random: 0.5})).at).toEqual([0, 1000, 2500, 5000])
  expect((await patient(four, {random: 0})).at).toEqual([0, 500, 1000, 1500])
  expect((await patient(four, {random: 0.5, interval: 3})).at).toEqual([0, 100, 250, 500])
})

test('metrics likewise', async () => {
  const time = virtualTime()
  let times = 0
  const read = (): Promise<never> => {
    times += 1
    return times < 3 ? Promise.reject(THROTTLED) : Promise.resolve({} as never)
  }
  const {signal} = new AbortController()
  const metrics = patientMetrics({read}, {clock: time.clock(), random: () => 0, pace: paceOf(undefined), signal})
  expect([
    (await time.run(metrics.read('GetMetricData', {MetricDataQueries: [], StartTime: undefined, EndTime: undefined}, signal))).is,
    times
  ]).toEqual(['resolved', 3])
})

test('every attempt that was throttled is told, and nothing else', async () => {
  expect((await patient([THROTTLED, LOST, THROTTLED])).throttled).toBe(2)
  expect((await patient([LOST])).throttled).toBe(0)
  expect((await patient(Array.from({length: 9}, () => THROTTLED))).throttled).toBe(4)
})
