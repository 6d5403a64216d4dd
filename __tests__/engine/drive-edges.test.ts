/** The engine where two things meet: a signal and an answer, the end of a run and a look that fails, a wait and a dry run. */
import {describe, expect, test} from '@jest/globals'
import type {Situation} from '../../src/phases/phase.ts'
import type {CheckReport} from '../../src/reporting/report.ts'
import {DENIED, DONE, does, drive, EXPIRED, LOST, MINUTE, OTHER, SECOND, THROTTLED, WAIT, WRITE} from './driving.ts'

const BUILDING = WAIT({pace: 'provisioning'})
const SWITCHING = WAIT({pace: 'switching', toTheEnd: true})
const gaps = (looks: readonly number[]): readonly number[] => looks.slice(1).map((at, index) => at - (looks[index] ?? 0))
const defect = (): never => {
  throw new TypeError('a defect')
}
const bearer = {kind: 'instance', name: 'orders-old1', resourceId: 'db-BLUE'} as const

describe('cancelled', () => {
  test('in a sleep: not even looked again', async () => {
    const run = await drive({plan: () => does(BUILDING), cancelAt: 40 * SECOND})
    expect([run.end, run.looks.length, run.took]).toEqual(['cancelled cancelled', 2, 40])
  })
  test.each([
    ['a look that is denied', {look: () => DENIED, cancelAt: 'look'}],
    ['a look after which nothing is left to do', {plan: () => DONE, cancelAt: 'look'}],
    [
      'the question who bears the name, which is denied',
      {plan: () => does(WRITE('X', {bearer})), bearers: () => DENIED, cancelAt: 'bearer'}
    ],
    ['a write whose reply is lost', {answer: () => LOST, cancelAt: 'write'}]
  ] as const)('while AWS answers %s', async (_what, script) => {
    const run = await drive({plan: () => does(WRITE()), ...script})
    expect([run.end, run.said.filter(line => line.includes('look'))]).toEqual(['cancelled cancelled', []])
  })
  test.each([
    ['PROVISIONING', true],
    ['SWITCHOVER_IN_PROGRESS', true],
    ['DELETING', true],
    ['AVAILABLE', false],
    ['SWITCHOVER_COMPLETED', false]
  ])('says what goes on without us: %s, %s', async (status, goesOn) => {
    const run = await drive({plan: () => does(BUILDING), look: () => status, cancelAt: 40 * SECOND})
    expect(run.because).toBe(
      `cancelled: ${goesOn ? `deployment bgd-0123456789abcdef is ${status}, which goes on in AWS` : 'nothing was changed in this phase'}; nothing is undone`
    )
  })
  test('says what was asked for, and not what was refused', async () => {
    const asked = await drive({plan: ({written}) => (written.length === 0 ? does(WRITE()) : does(BUILDING)), cancelAt: 40 * SECOND})
    expect(asked.because).toContain('what was asked for goes on in AWS (make it SWITCHOVER_IN_PROGRESS)')
    const refused = await drive({plan: () => does(WRITE()), answer: () => THROTTLED, cancelAt: SECOND})
    expect(refused.because).toContain('nothing was changed')
  })
  test('before anything was seen', async () => {
    const run = await drive({plan: () => DONE, look: () => LOST, cancelAt: SECOND})
    expect(run.because).toBe('cancelled: nothing was changed in this phase; nothing is undone')
  })
})

describe('the run is over', () => {
  test.each([
    ['from the first look', 1, 1 * MINUTE],
    ['after a wait that need not be followed', 2, 5 * MINUTE]
  ])('while looks fail %s: it ends then, not when they would be given up', async (_what, from, deadline) => {
    const run = await drive({plan: () => does(BUILDING), look: n => (n >= from ? LOST : 'AVAILABLE'), deadline})
    expect(run.end).toBe('failed aws_unreachable')
    expect(run.took * SECOND).toBeGreaterThanOrEqual(deadline)
    expect(run.took * SECOND).toBeLessThanOrEqual(deadline + 30 * SECOND)
  })
  test('between two looks: the last one is at its end', async () => {
    const run = await drive({plan: () => does(BUILDING), deadline: 10 * MINUTE + 10 * SECOND})
    expect([run.end, run.looks.slice(-2)]).toEqual(['timed_out wait_timed_out', [600, 610]])
  })
  test('what is followed to its end is not looked at more often for it', async () => {
    const run = await drive({
      plan: ({now}) => (now.deployment.is === 'known' && now.deployment.value.status === 'X' ? DONE : does(SWITCHING)),
      look: (_n, _sent, at) => (at > 30 * SECOND ? 'X' : 'AVAILABLE'),
      deadline: 10 * SECOND
    })
    expect(run.looks.length).toBeLessThan(35)
  })
  test('a write is not begun, unless it may be left out', async () => {
    const plan = ({written, elapsed}: Situation, optional = false) =>
      elapsed < 2 * MINUTE ? does(BUILDING) : written.length === 0 ? does(WRITE('X', {optional})) : DONE
    const late = await drive({plan, deadline: 2 * MINUTE})
    expect([late.end, late.sent, late.because]).toEqual(['timed_out wait_timed_out', [], expect.stringContaining('not begun: make it X')])
    const optional = await drive({plan: situation => plan(situation, true), deadline: 2 * MINUTE})
    expect([optional.end, optional.sent.length]).toEqual(['completed green_ready', 1])
  })
})

describe('a write that needs time', () => {
  const later = ({written, elapsed}: Situation, needs: number) =>
    elapsed < 4 * MINUTE ? does(BUILDING) : written.length === 0 ? does(WRITE('X', {needs})) : DONE
  test('what has passed of the run counts, and how much is left is said', async () => {
    const run = await drive({plan: one => later(one, 15 * MINUTE), deadline: 16 * MINUTE, inputs: {waitTimeoutMinutes: 16}})
    expect([run.end, run.sent]).toEqual(['timed_out wait_timed_out', []])
    expect(run.because).toMatch(/It needs 15m00s of the run .*, and 1\dm\d\ds of wait-timeout-minutes \(16\) are left/)
    expect(run.remedy).toBe('run the same step again in a run of its own')
  })
  test('that no run of this length has: the number to raise to', async () => {
    const run = await drive({plan: one => later(one, 20 * MINUTE), deadline: 20 * MINUTE, inputs: {waitTimeoutMinutes: 19}})
    expect(run.remedy).toBe('raise wait-timeout-minutes to at least 25, or lower switchover-timeout-seconds')
    const exact = await drive({plan: one => later(one, 20 * MINUTE), deadline: 20 * MINUTE, inputs: {waitTimeoutMinutes: 20}})
    expect(exact.remedy).toBe('run the same step again in a run of its own')
  })
  test('no more is asked of credentials whose end nobody knows, nor for a write that needs none', async () => {
    const soon = new Date(Date.UTC(2026, 10, 20, 2, 1))
    expect((await drive({plan: ({written}) => (written.length === 0 ? does(WRITE('X')) : DONE), expires: soon})).end).toBe(
      'completed green_ready'
    )
    expect((await drive({plan: one => later(one, MINUTE)})).end).toBe('completed green_ready')
  })
})

describe('looks that fail', () => {
  test('are further and further apart, half a minute at most', async () => {
    const run = await drive({plan: () => does(BUILDING), look: n => (n > 1 ? LOST : 'AVAILABLE')})
    expect(gaps(run.looks).slice(1, 9)).toEqual([5, 10, 15, 20, 25, 30, 30, 30])
  })
  test('count from the last one that worked, however long ago the run began', async () => {
    const run = await drive({plan: () => does(BUILDING), look: (_n, _sent, at) => (at > 60 * MINUTE ? LOST : 'AVAILABLE')})
    expect(run.end).toBe('failed aws_unreachable')
    expect(run.took).toBeGreaterThanOrEqual(75 * 60 - 30)
    expect(run.took).toBeLessThan(77 * 60)
  })
  test('for a defect of ours are not taken for an answer of AWS', async () => {
    await expect(drive({plan: () => DONE, look: defect})).rejects.toThrow('a defect')
    await expect(drive({plan: () => does(WRITE('X', {bearer})), bearers: defect})).rejects.toThrow('a defect')
  })
})

describe('who bears a name', () => {
  const step = WRITE('X', {bearer})
  test.each([
    ['three times where nobody does', () => [], 3, 'orders-old1 does not bear the resource id db-BLUE any more: nothing was sent'],
    ['for a quarter of an hour without an answer', () => LOST, 34, 'AWS has not answered DescribeDBInstances']
  ])('is asked %s', async (_what, answer, times, because) => {
    let asked = 0
    const run = await drive({
      plan: () => does(step),
      bearers: n => {
        asked = n
        return answer()
      }
    })
    expect([asked, run.because]).toEqual([times, expect.stringContaining(because)])
  })
  test('is told while it is asked again', async () => {
    const run = await drive({
      plan: ({written}) => (written.length === 0 ? does(step) : DONE),
      bearers: n => (n === 1 ? [] : [{name: 'orders-old1', id: 'db-BLUE'}])
    })
    expect(run.said.join('\n')).toContain('orders-old1 could not be confirmed by its resource id: looking again')
  })
})

describe('what a plan gets to know', () => {
  test('the statuses it has seen, in order, each once in a row', async () => {
    const statuses = ['AVAILABLE', 'SWITCHOVER_IN_PROGRESS', 'AVAILABLE', 'AVAILABLE', 'SWITCHOVER_IN_PROGRESS']
    let seen: readonly string[] = []
    await drive({
      plan: situation => {
        seen = [...situation.seen]
        return seen.length === 4 ? DONE : does(WAIT())
      },
      look: n => statuses[n - 1] ?? 'AVAILABLE'
    })
    expect(seen).toEqual(['AVAILABLE', 'SWITCHOVER_IN_PROGRESS', 'AVAILABLE', 'SWITCHOVER_IN_PROGRESS'])
  })
  test('its checks are kept until it has newer ones', async () => {
    const told: readonly CheckReport[] = [
      {
        id: 'lag',
        title: 'it is small',
        severity: 'blocking',
        verdict: 'met',
        observed: '0 s',
        expected: '1 s',
        remedy: '',
        phase: 'switchover'
      }
    ]
    const run = await drive({plan: ({seen}) => (seen.length === 1 ? {...does(WAIT()), checks: told} : DONE), look: n => `S${n}`})
    expect(run.checks).toEqual(told)
  })
})

describe('how it ends', () => {
  test('a gate that was only looked at again was nothing to do', async () => {
    const run = await drive({plan: ({elapsed}) => (elapsed > 8 * SECOND ? DONE : does(WAIT({pace: 'gate'})))})
    expect(run.end).toBe('nothing_to_do green_ready')
  })
  test.each([
    ['building', BUILDING, 'planned plan_passed'],
    ['switching', SWITCHING, 'planned plan_passed'],
    ['only making sure', WAIT({pace: 'confirming'}), 'nothing_to_do green_ready']
  ] as const)('a dry run waits for no %s', async (_what, step, end) => {
    const run = await drive({plan: ({elapsed}) => (elapsed > 20 * SECOND ? DONE : does(step)), inputs: {dryRun: true}})
    expect(run.end).toBe(end)
  })
  test('a warning for every wait that may outlast the credentials, for what could not be read, and of the plan itself', async () => {
    const run = await drive({
      plan: ({elapsed}) =>
        elapsed < MINUTE
          ? does(BUILDING)
          : {is: 'refuse', outcome: 'failed', reason: 'provisioning_failed', because: 'x', remedy: 'y', evidence: 'switchover'},
      expires: new Date(Date.UTC(2026, 10, 20, 3)),
      read: () => DENIED
    })
    expect(run.warned).toEqual([expect.stringContaining('the AWS credentials end at'), 'less detail: rds:DescribeEvents is not allowed'])
    expect(run.warnings).toEqual(run.warned)
    expect((await drive({plan: () => ({...DONE, warnings: ['nobody else tells']})})).warned).toEqual(['nobody else tells'])
  })
  test('a write refused for its credentials ends the run with what to do, a lost one is followed', async () => {
    expect((await drive({plan: () => does(OTHER), answer: () => EXPIRED})).because).toContain('have expired')
    const lost = await drive({plan: ({written}) => (written.length === 0 ? does(OTHER) : DONE), answer: () => LOST})
    expect([lost.end, lost.said.some(line => line.includes('the reply was lost'))]).toEqual(['completed green_ready', true])
  })
})
