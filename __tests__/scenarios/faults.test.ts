/** Requests go wrong: replies are lost, looks are old, permissions and credentials are missing. The end is the same, or told. */
import {describe, expect, test} from '@jest/globals'
import type {FaultRule} from '../../lab/desk-faults.ts'
import {dice} from '../../lab/dice.ts'
import * as people from '../../lab/model/people.ts'
import {drawUnknowns} from '../../lab/model/unknowns.ts'
import {protect} from './invariants.ts'
import {mysql, postgres, QUICK, quick, UPGRADE, WHOLE} from './seeds.ts'
import {end, HOUR, MINUTE, stage, writesOf} from './stage.ts'

const DONE = ['orders 17.6 available', 'orders-r1 17.6 available', 'payroll 8.0.42 available']
const PRODUCTION = ['orders', 'orders-r1']
/** Every write of a whole run, and how often it is one. */
const WRITES = [
  ['CreateBlueGreenDeployment', 1],
  ['AddTagsToResource', 1],
  ['AddTagsToResource', 2],
  ['AddTagsToResource', 3],
  ['AddTagsToResource', 4],
  ['SwitchoverBlueGreenDeployment', 1],
  ['DeleteBlueGreenDeployment', 1],
  ['DeleteDBInstance', 1],
  ['DeleteDBInstance', 2]
] as const

describe('the reply of one write is lost', () => {
  for (const effect of ['before', 'after'] as const)
    test.each(WRITES)(`${effect} its effect: %s %s`, async (operation, nth) => {
      for (const is of ['reset', 'timeout'] as const) {
        const story = stage(quick, {faults: [{operation, nth, fault: {is, effect}}]})
        const guard = protect(story, PRODUCTION)
        const ran = await story.run(WHOLE)
        const sent = writesOf(ran).filter(line => line.startsWith(operation))
        const isCall = operation === 'SwitchoverBlueGreenDeployment'
        if (isCall && effect === 'before') {
          // Whether it happened cannot be known at once: it is not sent again by this run.
          expect([end(ran), sent.length]).toEqual(['1 failed switchover_not_begun', 1])
          expect(end(await story.run(WHOLE))).toBe('0 completed cleaned_up')
        } else expect(end(ran)).toBe('0 completed cleaned_up')
        expect([ran.outputs['changed'], story.inventory(), guard.broken()]).toEqual(['true', DONE, []])
        if (effect === 'after') expect(new Set(sent).size).toBe(sent.length)
      }
    })
})

describe('one write is throttled, or answered with an error of the server', () => {
  const faults: readonly (readonly [string, FaultRule['fault']])[] = [
    ['throttled', {is: 'throttle'}],
    ['503 without an effect', {is: 'refuse', code: 'ServiceUnavailable', status: 503}],
    ['500 with an effect', {is: 'refuse', code: 'InternalFailure', status: 500, effect: 'after'}]
  ]
  for (const [what, fault] of faults)
    test.each(WRITES)(`${what}: %s %s`, async (operation, nth) => {
      const story = stage(quick, {faults: [{operation, nth, fault}]})
      const guard = protect(story, PRODUCTION)
      const ran = await story.run(WHOLE)
      if (end(ran) !== '0 completed cleaned_up') {
        expect([operation, what, end(ran)]).toEqual([
          'SwitchoverBlueGreenDeployment',
          '503 without an effect',
          '1 failed switchover_not_begun'
        ])
        expect(end(await story.run(WHOLE))).toBe('0 completed cleaned_up')
      }
      expect([story.inventory(), guard.broken()]).toEqual([DONE, []])
    })
})

test('no write is ever sent more than three times, whatever RDS answers', async () => {
  for (const [operation] of WRITES)
    for (const fault of [
      {is: 'throttle'},
      {is: 'reset', effect: 'before'},
      {is: 'refuse', code: 'InvalidDBInstanceState'},
      {is: 'refuse', code: 'InvalidParameterCombination'}
    ] as const) {
      const story = stage(quick, {faults: [{operation, times: 0, fault}]})
      const ran = await story.run(WHOLE)
      const sent = writesOf(ran).filter(line => line.startsWith(operation))
      expect(sent.length).toBeGreaterThan(0)
      for (const line of new Set(sent)) expect([line, sent.filter(one => one === line).length <= 3]).toEqual([line, true])
      expect(['0 completed cleaned_up', `1 ${ran.outputs['outcome']} ${ran.outputs['reason']}`]).toContain(end(ran))
    }
})

describe('stale looks', () => {
  test('half of all looks up to thirty seconds old, over many seeds: nothing is harmed or done twice, and it gets there once that ends', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const story = stage({...quick, seed, unknowns: drawUnknowns(dice(`unknowns ${seed}`))}, {weather: {stale: 0.5}})
      const guard = protect(story, PRODUCTION)
      const ends = [end(await story.run(WHOLE)), end(await story.run(WHOLE))]
      story.desk.setWeather({})
      ends.push(end(await story.run(WHOLE)))
      expect([seed, ends, guard.broken(), story.inventory()]).toEqual([seed, [ends[0], ends[1], expect.stringMatching(/^0 /)], [], DONE])
      const done = (operation: string): number => story.desk.record.filter(entry => entry.operation === operation && entry.effect).length
      expect([seed, done('CreateBlueGreenDeployment'), done('SwitchoverBlueGreenDeployment')]).toEqual([seed, 1, 1])
    }
  }, 60_000)

  test.each(['DescribeBlueGreenDeployments', 'DescribeDBInstances'])(
    'one old look of %s does not make cleanup refuse for good',
    async operation => {
      const story = stage(quick)
      await story.run(UPGRADE)
      story.desk.setFaults([{operation, nth: 1, times: 2, fault: {is: 'stale', seconds: 25}}])
      const down = await story.run({mode: 'cleanup', source: 'orders', 'old-idle-minutes': '0'})
      expect(end(down)).toBe('0 completed cleaned_up')
    }
  )

  test('bad weather of every kind, over many seeds: the third run at the latest ends well', async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const weather = {throttle: 0.05, error: 0.05, resetBefore: 0.03, resetAfter: 0.05, slow: 0.05, stale: 0.2}
      const story = stage({...quick, seed, unknowns: drawUnknowns(dice(`weather ${seed}`))}, {weather})
      const guard = protect(story, PRODUCTION)
      const ends = [end(await story.run(WHOLE))]
      story.desk.setWeather({})
      while (ends.length < 4 && !ends.at(-1)?.startsWith('0')) ends.push(end(await story.run(WHOLE)))
      expect([seed, ends.at(-1)?.startsWith('0'), guard.broken()]).toEqual([seed, true, []])
      expect([seed, ends, story.inventory()]).toEqual([seed, ends, DONE])
      expect([seed, story.desk.record.filter(entry => entry.operation === 'SwitchoverBlueGreenDeployment' && entry.effect).length]).toEqual(
        [seed, 1]
      )
    }
  }, 60_000)
})

describe('permissions', () => {
  test.each([
    ['rds:DescribeEvents', '0 completed cleaned_up'],
    ['rds:DescribeDBLogFiles', '0 completed cleaned_up'],
    ['rds:ListTagsForResource', '0 completed cleaned_up'],
    ['rds:DescribeDBSnapshots', '1 blocked cannot_tell'],
    ['rds:CreateBlueGreenDeployment', '1 failed access_denied'],
    ['rds:SwitchoverBlueGreenDeployment', '1 failed access_denied'],
    ['rds:DescribeBlueGreenDeployments', '1 failed access_denied'],
    ['cloudwatch:GetMetricData', '1 failed access_denied']
  ])('without %s: %s', async (action, expected) => {
    const story = stage(quick, {denied: [action]})
    const ran = await story.run(WHOLE)
    expect(end(ran)).toBe(expected)
    if (expected.startsWith('1')) expect(ran.error).toContain(action)
  })

  test('without AddTagsToResource on the notes alone there is a warning and no more', async () => {
    const deny = {is: 'deny'} as const
    const story = stage(quick, {faults: [1, 2].map(nth => ({operation: 'AddTagsToResource', nth, fault: deny}))})
    const ran = await story.run(UPGRADE)
    expect([end(ran), ran.warnings.length]).toEqual(['0 completed switchover_completed', 2])
    expect(ran.warnings[0]).toMatch(/left out: note on the deployment who asks/)
  })

  test('binary log coordinates are left out with a warning', async () => {
    const story = stage({instances: [mysql], paper: QUICK}, {denied: ['rds:DescribeEvents']})
    const ran = await story.run({...UPGRADE, source: 'shop', 'target-engine-version': '8.4', 'target-parameter-group': 'lab-mysql8-4'})
    expect(end(ran)).toBe('0 completed switchover_completed')
    expect(ran.warnings.join()).toMatch(/binary log coordinates could not be read/)
  })
})

describe('credentials', () => {
  test('that expire in the middle end the run, which goes on in AWS; the next one goes on from there', async () => {
    const story = stage(quick, {expireAt: Date.UTC(2026, 10, 20, 2, 2, 0), renewable: true})
    const ran = await story.run(WHOLE)
    expect(end(ran)).toBe('1 failed credentials_expired')
    expect(ran.error).toMatch(/run the same step again with fresh credentials/)
  })

  test('that are known to end too soon keep a switchover from being called', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create,wait'})
    const ran = await story.run({...UPGRADE, mode: 'switchover'}, {expires: new Date(story.time.scheduler.now() + 10 * MINUTE)})
    expect([end(ran), writesOf(ran)]).toEqual(['1 timed_out wait_timed_out', []])
  })
})

describe('the time of the run', () => {
  test('is over: timed_out, passing or failing as asked; nothing is undone', async () => {
    const story = stage({instances: [postgres]})
    const short = {...UPGRADE, 'wait-timeout-minutes': '10'}
    const ran = await story.run(short)
    expect([end(ran), ran.took / MINUTE]).toEqual(['1 timed_out wait_timed_out', expect.closeTo(10, 1)])
    expect(end(await story.run({...short, 'on-timeout': 'pass'}))).toBe('0 timed_out wait_timed_out')
    await story.pass(HOUR)
    expect(end(await story.run(UPGRADE))).toBe('0 completed switchover_completed')
  })

  test('too little for a switchover: it is not called', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create,wait'})
    const ran = await story.run({...UPGRADE, mode: 'switchover', 'wait-timeout-minutes': '14'})
    expect([end(ran), writesOf(ran)]).toEqual(['1 timed_out wait_timed_out', []])
  })

  test('the network is away while a switchover is followed beyond the end of the run: it is followed on', async () => {
    const story = stage({...quick, paper: {...QUICK, switchover: [4 * MINUTE, 4 * MINUTE]}})
    const {outputs} = await story.run({...UPGRADE, mode: 'create,wait'})
    const id = outputs['deployment-id'] ?? ''
    story.desk.setFaults([{operation: 'DescribeBlueGreenDeployments', nth: 150, times: 6, fault: {is: 'reset', effect: 'before'}}])
    story.desk.change(people.calls('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id}))
    const ran = await story.run({mode: 'switchover', 'deployment-id': id, 'wait-timeout-minutes': '1'})
    expect(ran.outputs['reason']).not.toBe('aws_unreachable')
  })
})

test('a switchover is followed more slowly while RDS throttles, and at once again when it does not', async () => {
  const followed = async (throttled: readonly number[]) => {
    const story = stage({...quick, paper: {...QUICK, switchover: [MINUTE, MINUTE]}})
    await story.run({...UPGRADE, mode: 'create,wait'})
    const before = story.desk.record.filter(one => one.operation === 'DescribeBlueGreenDeployments').length
    const rules = throttled.map(
      (nth): FaultRule => ({operation: 'DescribeBlueGreenDeployments', nth: before + nth, fault: {is: 'throttle'}})
    )
    story.desk.setFaults(rules)
    const {requests} = await story.run({...UPGRADE, mode: 'switchover'})
    const called = requests.findIndex(one => one.operation === 'SwitchoverBlueGreenDeployment')
    const looks = requests.slice(called).filter(one => one.operation === 'DescribeBlueGreenDeployments' && one.outcome === 'answered')
    return looks.slice(1).map((one, at) => Math.round((one.at - (looks[at]?.at ?? 0)) / 1000))
  }
  const clear = await followed([])
  // Of four looks, one after another, the first request.
  const slow = await followed([6, 8, 10, 12])
  expect(Math.max(...clear)).toBeLessThanOrEqual(2)
  expect(slow.filter(gap => gap >= 4).length).toBeGreaterThanOrEqual(2)
  expect(slow.at(-1)).toBeLessThanOrEqual(2)
})
