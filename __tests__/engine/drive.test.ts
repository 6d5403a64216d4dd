/** The engine: one step at a time, every write accounted for, every wait bounded, every error told. */
import {describe, expect, test} from '@jest/globals'
import {DENIED, DONE, does, drive, EXPIRED, LOST, MINUTE, OTHER, SECOND, THROTTLED, thrown, WAIT, WRITE} from './driving.ts'

const GOAL = 'SWITCHOVER_IN_PROGRESS'
const wanted = WRITE()
const isGoal = (situation: {now: {deployment: {is: string; value?: {status: string}}}}): boolean =>
  situation.now.deployment.value?.status === GOAL
/** Writes until a look shows the goal. */
const untilShown =
  (step = wanted) =>
  (situation: Parameters<typeof isGoal>[0]) =>
    isGoal(situation) ? DONE : does(step)

describe('a write whose reply is lost', () => {
  test('and whose effect is seen is not sent again', async () => {
    const run = await drive({plan: untilShown(), look: n => (n >= 4 ? GOAL : 'AVAILABLE'), answer: () => LOST})
    expect([run.end, run.sent.length]).toEqual(['completed green_ready', 1])
  })

  test('and whose effect is not seen is sent again after half a minute and two looks, three times in all', async () => {
    const run = await drive({plan: untilShown(), answer: () => LOST})
    expect([run.end, run.sent.length]).toEqual(['failed no_progress', 3])
    const [first = 0, second = 0, third = 0] = run.sent.map(([, at]) => at)
    expect([second - first >= 30, third - second >= 30, third - first <= 120]).toEqual([true, true, true])
    expect(run.looks.filter(at => at > first && at <= second).length).toBeGreaterThanOrEqual(2)
  })

  test('is followed by nothing else until it is known what became of it', async () => {
    const run = await drive({
      plan: ({written}) => (written.length === 0 ? does(wanted) : does(OTHER)),
      answer: n => (n === 1 ? LOST : DENIED)
    })
    const [, second] = run.sent
    expect([second?.[0], (second?.[1] ?? 0) >= 30]).toEqual([expect.stringContaining('OTHER'), true])
  })
})

describe('a write that was accepted', () => {
  test('and is shown lets the next one go at once', async () => {
    const run = await drive({
      plan: ({now}) => (now.deployment.is === 'known' && now.deployment.value.status === GOAL ? does(OTHER) : does(wanted)),
      look: (_n, sent) => (sent > 0 ? GOAL : 'AVAILABLE'),
      answer: n => (n === 2 ? DENIED : undefined)
    })
    expect(run.sent.map(([what]) => what)).toEqual([expect.stringContaining(GOAL), expect.stringContaining('OTHER')])
    expect(run.end).toBe('failed access_denied')
  })

  test('and is not shown lets nothing else be written, and ends after ten minutes', async () => {
    const run = await drive({plan: ({written}) => (written.length === 0 ? does(wanted) : does(OTHER))})
    expect([run.end, run.sent.length]).toEqual(['failed no_progress', 1])
    expect(run.took).toBeGreaterThanOrEqual(600)
    expect(run.took).toBeLessThan(620)
  })

  test('stays shown when a later look is older', async () => {
    const run = await drive({
      plan: ({written}) => (written.length === 0 ? does(wanted) : does(OTHER)),
      look: n => (n === 2 ? GOAL : 'AVAILABLE'),
      answer: n => (n === 2 ? DENIED : undefined)
    })
    expect(run.sent.length).toBe(2)
  })

  test('and is optional holds nothing up for longer than a minute', async () => {
    const run = await drive({
      plan: ({written}) => (written.length === 0 ? does({...wanted, optional: true}) : does(OTHER)),
      answer: n => (n === 2 ? DENIED : undefined)
    })
    expect([run.sent.length, (run.sent[1]?.[1] ?? 0) <= 70]).toEqual([2, true])
  })
})

describe('a write that is asked for once', () => {
  test.each([
    ['accepted', undefined],
    ['lost', LOST]
  ])('is never sent twice: %s', async (_what, answer) => {
    const run = await drive({
      plan: () => does({...wanted, once: true}),
      look: (_n, sent) => (sent > 0 ? GOAL : 'AVAILABLE'),
      answer: () => answer
    })
    expect([run.end, run.sent.length]).toEqual(['failed no_progress', 1])
  })

  test('is sent again when it was throttled, three times in all', async () => {
    const run = await drive({plan: () => does({...wanted, once: true}), answer: () => THROTTLED})
    expect([run.end, run.sent.length]).toEqual(['failed throttled', 3])
  })

  test('is sent again when it was throttled, and not any more once it was accepted', async () => {
    const run = await drive({
      plan: () => does({...wanted, once: true}),
      look: (_n, sent) => (sent > 1 ? GOAL : 'AVAILABLE'),
      answer: n => (n === 1 ? THROTTLED : undefined)
    })
    expect([run.end, run.sent.length]).toEqual(['failed no_progress', 2])
  })
})

describe('a write that is refused', () => {
  test.each([
    ['InvalidParameterCombination', 1],
    ['SourceDatabaseNotSupportedFault', 1],
    ['KMSKeyNotAccessibleFault', 1],
    ['StorageQuotaExceededFault', 1],
    ['InvalidDBInstanceStateFault', 3],
    ['InvalidDBClusterStateFault', 3],
    ['InvalidBlueGreenDeploymentStateFault', 3],
    ['BlueGreenDeploymentAlreadyExistsFault', 3],
    ['DBInstanceNotFoundFault', 3]
  ])('with %s is sent %i time(s)', async (name, times) => {
    const run = await drive({plan: () => does(wanted), answer: () => thrown(name, name.includes('NotFound') ? 404 : 400)})
    expect([run.end, run.sent.length]).toEqual(['failed switchover_refused', times])
    expect(run.because).toContain(name)
  })

  test('for want of a permission ends the run and names the permission; an optional one is a warning', async () => {
    const run = await drive({plan: () => does(wanted), answer: () => DENIED})
    expect([run.end, run.sent.length, run.because]).toEqual([
      'failed access_denied',
      1,
      expect.stringContaining('rds:SwitchoverBlueGreenDeployment')
    ])
    const optional = await drive({
      plan: ({written}) => (written.length === 0 ? does({...wanted, optional: true}) : DONE),
      answer: () => DENIED
    })
    expect([optional.end, optional.warnings]).toEqual(['completed green_ready', [expect.stringContaining('is not allowed')]])
  })

  test('for expired credentials ends the run', async () => {
    expect((await drive({plan: () => does(wanted), answer: () => EXPIRED})).end).toBe('failed credentials_expired')
  })
})

describe('whoever bears the name', () => {
  const bearer = {kind: 'instance', name: 'orders-old1', resourceId: 'db-BLUE'} as const
  const step = {...wanted, bearer}
  test.each([
    ['another database', () => [{name: 'orders-old1', id: 'db-OTHER'}], 'blocked production_in_danger'],
    ['the database under another name', () => [{name: 'kept', id: 'db-BLUE'}], 'blocked production_in_danger'],
    ['nobody', () => [], 'blocked production_in_danger'],
    ['it cannot be read', () => DENIED, 'failed access_denied'],
    ['no answer', () => LOST, 'failed aws_unreachable']
  ])('is not the one: nothing is sent (%s)', async (_what, bearers, end) => {
    const run = await drive({plan: () => does(step), bearers})
    expect([run.end, run.sent]).toEqual([end, []])
  })

  test('is asked by resource id right before, with nothing in between', async () => {
    const run = await drive({
      plan: ({written}) => (written.length === 0 ? does(step) : DONE),
      bearers: () => [{name: 'orders-old1', id: 'db-BLUE'}]
    })
    expect([run.end, run.sent.length]).toEqual(['completed green_ready', 1])
  })

  test('is not the one at first and then is: it is sent', async () => {
    const run = await drive({
      plan: ({written}) => (written.length === 0 ? does(step) : DONE),
      bearers: n => (n === 1 ? [] : [{name: 'orders-old1', id: 'db-BLUE'}])
    })
    expect([run.end, run.sent.length]).toEqual(['completed green_ready', 1])
  })

  test('once confirmed, the next write has three questions of its own', async () => {
    const run = await drive({
      plan: ({written}) => (written.length < 2 ? does(written.length === 0 ? step : {...OTHER, bearer}) : DONE),
      look: (_n, sent) => (sent > 0 ? GOAL : 'AVAILABLE'),
      bearers: n => (n % 3 === 0 ? [{name: 'orders-old1', id: 'db-BLUE'}] : [])
    })
    expect([run.end, run.sent.length]).toEqual(['completed green_ready', 2])
  })

  test('a question without an answer is no answer, and as patient as a look', async () => {
    const script = {plan: ({written}: {written: readonly unknown[]}) => (written.length === 0 ? does(step) : DONE)}
    const run = await drive({...script, bearers: n => (n < 10 ? LOST : n < 12 ? [] : [{name: 'orders-old1', id: 'db-BLUE'}])})
    expect([run.end, run.sent.length]).toEqual(['completed green_ready', 1])
    expect(run.said.filter(line => line.includes('was not answered'))).toHaveLength(1)
    const never = await drive({...script, bearers: () => LOST})
    expect([never.end, never.took >= 900, never.took < 960]).toEqual(['failed aws_unreachable', true, true])
  })

  test('a question without an answer is forgotten once something else is to be done', async () => {
    const run = await drive({
      plan: ({elapsed, written}) => {
        if (written.length > 0) return DONE
        return elapsed < 2 * SECOND || elapsed > 1200 * SECOND ? does(step) : does(WAIT({pace: 'provisioning'}))
      },
      bearers: n => (n <= 2 ? LOST : [{name: 'orders-old1', id: 'db-BLUE'}])
    })
    expect([run.end, run.sent.length]).toEqual(['completed green_ready', 1])
  })
})

describe('time', () => {
  test('a wait ends with the run, and its last look is at the end', async () => {
    const run = await drive({plan: () => does(WAIT({pace: 'provisioning'})), deadline: 10 * MINUTE})
    expect([run.end, run.took, run.looks.at(-1)]).toEqual(['timed_out wait_timed_out', 600, 600])
  })

  test('what is to be followed to the end is, whatever is left of the run', async () => {
    const run = await drive({
      plan: s => (isGoal(s) ? DONE : does(WAIT({toTheEnd: true, pace: 'switching'}))),
      look: (_n, _sent, at) => (at > 300 * SECOND ? GOAL : 'AVAILABLE'),
      deadline: 60 * SECOND
    })
    expect(run.end).toBe('completed green_ready')
  })

  test('what is to be followed to the end is, though looks fail beyond the end of the run', async () => {
    const run = await drive({
      plan: s => (isGoal(s) ? DONE : does(WAIT({toTheEnd: true, pace: 'switching'}))),
      look: (_n, _sent, at) => (at > 300 * SECOND ? GOAL : at > 100 * SECOND && at < 120 * SECOND ? LOST : 'AVAILABLE'),
      deadline: 60 * SECOND
    })
    expect(run.end).toBe('completed green_ready')
  })

  test.each([
    ['nothing changes for half an hour', WAIT(), 'failed no_progress', 1800],
    ['a patience of its own', WAIT({patience: 5 * MINUTE}), 'failed no_progress', 300],
    ['building is bounded by the run alone', WAIT({pace: 'provisioning'}), 'timed_out wait_timed_out', 330 * 60]
  ] as const)('%s', async (_what, step, end, seconds) => {
    const run = await drive({plan: () => does(step)})
    expect([run.end, Math.abs(run.took - seconds) < 40]).toEqual([end, true])
  })

  test('patience begins again with every change', async () => {
    const run = await drive({
      plan: () => does(WAIT({patience: 5 * MINUTE})),
      look: (_n, _sent, at) => (at > 4 * MINUTE ? GOAL : 'AVAILABLE')
    })
    expect([run.end, run.took > 530]).toEqual(['failed no_progress', true])
  })

  test.each([
    ['too little of the run is left', {deadline: 14 * MINUTE}, []],
    ['enough of the run is left', {deadline: 16 * MINUTE}, [expect.any(Array)]],
    ['the credentials end too soon', {expires: new Date(Date.UTC(2026, 10, 20, 2, 14))}, []],
    ['the credentials last', {expires: new Date(Date.UTC(2026, 10, 20, 2, 16))}, [expect.any(Array)]]
  ])('a write that needs a quarter of an hour: %s', async (_what, over, sent) => {
    const run = await drive({plan: ({written}) => (written.length === 0 ? does({...wanted, needs: 15 * MINUTE}) : DONE), ...over})
    expect(run.sent).toEqual(sent)
    expect(run.end).toBe(sent.length === 0 ? 'timed_out wait_timed_out' : 'completed green_ready')
  })

  test('patience begins again with a write, however long nothing changed before it', async () => {
    const run = await drive({
      plan: s => {
        if (isGoal(s)) return DONE
        if (s.written.length > 0) return does(WAIT({pace: 'switching', toTheEnd: true}))
        return s.elapsed < 40 * MINUTE ? does(WAIT({pace: 'confirming', patience: 60 * MINUTE})) : does({...wanted, once: true})
      },
      look: (_n, sent, at) => (sent > 0 && at > 42 * MINUTE ? GOAL : 'AVAILABLE')
    })
    expect([run.end, run.sent.length]).toEqual(['completed green_ready', 1])
  })

  test('looks while RDS switches are a second apart, and further apart only while it throttles', async () => {
    const run = await drive({
      plan: s => (isGoal(s) ? DONE : does(WAIT({pace: 'switching', toTheEnd: true}))),
      look: n => (n === 10 ? GOAL : n === 5 || n === 6 ? THROTTLED : 'AVAILABLE')
    })
    expect(run.looks[4]).toBe(4)
    expect(run.took).toBeLessThan(40)
  })
})

describe('looks that fail', () => {
  type Row = readonly [string, Error, boolean, string, number]
  const rows: readonly Row[] = [
    ['lost from the first', LOST, true, 'failed aws_unreachable', 120],
    ['lost later', LOST, false, 'failed aws_unreachable', 900],
    ['throttled from the first', THROTTLED, true, 'failed throttled', 120],
    ['throttled later', THROTTLED, false, 'failed throttled', 900],
    ['denied', DENIED, true, 'failed access_denied', 0],
    ['expired', EXPIRED, false, 'failed credentials_expired', 0],
    ['no credentials', Object.assign(new Error('none'), {name: 'CredentialsProviderError'}), true, 'failed access_denied', 0],
    ['refused', thrown('InvalidParameterValue', 400), true, 'failed unexpected_error', 0]
  ]
  test.each(rows)('%s', async (_what, error, atFirst, end, seconds) => {
    const run = await drive({plan: () => does(WAIT({pace: 'provisioning'})), look: n => (atFirst || n > 1 ? error : 'AVAILABLE')})
    expect(run.end).toBe(end)
    expect(run.took).toBeGreaterThanOrEqual(seconds)
    expect(run.took).toBeLessThanOrEqual(seconds + 70)
  })

  test('have failed since the first of them, not since the last that worked', async () => {
    const run = await drive({plan: () => does(WAIT({pace: 'provisioning'})), look: n => (n > 1 ? LOST : 'AVAILABLE')})
    expect(run.took - (run.looks[1] ?? 0)).toBeGreaterThanOrEqual(900)
    expect(run.because).toMatch(/ for 15m/)
  })

  test('and then work again are as if nothing had been', async () => {
    const run = await drive({plan: s => (isGoal(s) ? DONE : does(WAIT())), look: (_n, _sent, at) => (at < 100 * SECOND ? LOST : GOAL)})
    expect(run.end).toBe('nothing_to_do green_ready')
    expect(run.said.filter(line => line.includes('was not answered'))).toHaveLength(1)
  })
})

describe('cancelled', () => {
  test.each([
    ['in a sleep', 30 * SECOND, does(WAIT({pace: 'provisioning'})), 0],
    ['in a look', 'look', does(wanted), 0],
    ['in a write', 'write', does(wanted), 1],
    ['while the bearer is asked', 'bearer', does({...wanted, bearer: {kind: 'instance', name: 'a', resourceId: 'db-A'}}), 0]
  ] as const)('%s: nothing more is sent', async (_what, cancelAt, plan, sent) => {
    const run = await drive({plan: () => plan, cancelAt, bearers: () => [{name: 'a', id: 'db-A'}]})
    expect([run.end, run.sent.length]).toEqual(['cancelled cancelled', sent])
    expect(run.because).toMatch(sent === 0 ? /nothing was changed/ : /what was asked for goes on in AWS/)
    expect(run.because).toMatch(/nothing is undone/)
  })
})

describe('the end', () => {
  test.each([
    ['nothing was missing', () => DONE, 'nothing_to_do green_ready'],
    ['nothing was missing, and the phase counts it all the same', () => ({...DONE, completed: true}), 'completed green_ready'],
    [
      'it was only made sure of',
      ({elapsed}: {elapsed: number}) => (elapsed > 20_000 ? DONE : does(WAIT({pace: 'confirming'}))),
      'nothing_to_do green_ready'
    ],
    [
      'it was waited for',
      ({elapsed}: {elapsed: number}) => (elapsed > 20_000 ? DONE : does(WAIT({pace: 'provisioning'}))),
      'completed green_ready'
    ],
    [
      'a refusal',
      () => ({is: 'refuse', outcome: 'blocked', reason: 'cannot_tell', because: 'x', remedy: 'y'}) as const,
      'blocked cannot_tell'
    ]
  ])('%s', async (_what, plan, end) => expect((await drive({plan})).end).toBe(end))

  test('a dry run plans every step with its call and sends nothing', async () => {
    const run = await drive({plan: () => does(wanted, WAIT(), OTHER), inputs: {dryRun: true}})
    expect([run.end, run.sent, run.planned.map(step => step.operation)]).toEqual([
      'planned plan_passed',
      [],
      ['SwitchoverBlueGreenDeployment', undefined, 'SwitchoverBlueGreenDeployment']
    ])
  })

  test('an error of our own is not swallowed', async () => {
    await expect(
      drive({
        plan: () => {
          throw new TypeError('a defect')
        }
      })
    ).rejects.toThrow('a defect')
  })
})
