/** A run of several phases: which of them decides, what is left out, and what comes next (contract, "Outputs"). */
import {describe, expect, test} from '@jest/globals'
import * as people from '../lab/model/people.ts'
import {postgres, QUICK, UPGRADE, WHOLE} from './scenarios/seeds.ts'
import {end, HOUR, MINUTE, stage, writesOf} from './scenarios/stage.ts'

const quick = {instances: [postgres], paper: QUICK}

test('upgrade runs what there is of its phases and says what it leaves out', async () => {
  const story = stage(quick)
  const ran = await story.run({...UPGRADE, mode: 'upgrade'})
  expect(end(ran)).toBe('0 completed switchover_completed')
  const {phases, left_out: leftOut} = JSON.parse(ran.report) as {phases: {phase: string}[]; left_out: {phase: string; because: string}[]}
  expect([...phases, ...leftOut].map(one => one.phase).toSorted()).toEqual(['create', 'plan', 'switchover', 'verify', 'wait'])
  expect(leftOut.every(one => one.because !== '')).toBe(true)
  const again = await story.run({...UPGRADE, mode: 'upgrade'})
  expect([again.code, again.outputs['outcome'], writesOf(again)]).toEqual([0, 'nothing_to_do', []])
})

test('the phase that stops the run decides, and those behind it are left out', async () => {
  const story = stage({...quick, instances: [{...postgres, troubles: ['too-few-slots']}]})
  const ran = await story.run(WHOLE)
  expect([end(ran), ran.outputs['phase'], ran.outputs['next-mode'], ran.outputs['changed']]).toEqual([
    '1 failed provisioning_failed',
    'wait',
    'wait',
    'true'
  ])
  const {left_out: leftOut} = JSON.parse(ran.report) as {left_out: {phase: string}[]}
  expect(leftOut.map(one => one.phase)).toEqual(['switchover', 'cleanup'])
})

test('nothing to do in every phase is nothing to do; one completed is completed', async () => {
  const story = stage(quick)
  await story.run({...UPGRADE, mode: 'create,wait,switchover'})
  expect(end(await story.run(UPGRADE))).toBe('0 nothing_to_do already_switched_over')
  const next = {...UPGRADE, 'target-engine-version': '18', 'target-parameter-group': 'lab-postgres18'}
  const ran = await story.run({...next, mode: 'create'})
  expect(end(ran)).toBe('0 completed deployment_created')
})

describe('what comes next', () => {
  test.each([
    ['create', 'wait'],
    ['create,wait', 'switchover'],
    ['create,wait,switchover', 'cleanup']
  ])('after %s: %s', async (mode, next) => {
    expect((await stage(quick).run({...UPGRADE, mode})).outputs['next-mode']).toBe(next)
  })
  test('after everything: nothing', async () => expect((await stage(quick).run(WHOLE)).outputs['next-mode']).toBe(''))
})

test('every output is there on every exit, and none carries an account or an ARN', async () => {
  const story = stage(quick)
  const names = Object.keys((await story.run({mode: 'nonsense'})).outputs)
  expect(names.length).toBeGreaterThan(30)
  for (const [inputs, how] of [
    [{mode: 'nonsense'}, {}],
    [{...UPGRADE, source: 'arn:aws:rds:eu-west-1:123456789012:db:orders', mode: 'create'}, {}],
    [{...UPGRADE, 'allowed-account-ids': '999999999999'}, {}],
    [{...UPGRADE, mode: 'wait'}, {cancelAfter: 5 * MINUTE}],
    [{...UPGRADE, 'dry-run': 'true'}, {}],
    [WHOLE, {}]
  ] as const) {
    const ran = await story.run(inputs, how)
    expect(Object.keys(ran.outputs).toSorted()).toEqual(names.toSorted())
    expect(JSON.stringify([ran.outputs, ran.log, ran.warnings, ran.error])).not.toMatch(/123456789012|arn:aws/)
    expect(ran.summary).not.toContain('123456789012')
    expect(JSON.parse(ran.outputs['result'] ?? '')).toMatchObject({schema: 1, outcome: ran.outputs['outcome']})
  }
})

test('an account that is not allowed is stopped before the first write, in every phase', async () => {
  const story = stage(quick)
  const wrong = {...WHOLE, 'allowed-account-ids': '999999999999'}
  for (const mode of ['create', 'switchover', 'cleanup', 'abort']) {
    const ran = await story.run({...wrong, mode})
    expect([mode, ran.code, writesOf(ran)]).toEqual([mode, 1, []])
    if (mode === 'create') await story.run({...UPGRADE, mode: 'create,wait'})
  }
})

test('a run whose phase throws still publishes what it did', async () => {
  const story = stage(quick)
  // A database that RDS describes without a name: nothing of ours expects it, and nothing is harmed.
  story.desk.changeAfter(2 * MINUTE, people.changesInstance('orders', {DBInstanceStatus: 'pondering'}))
  const ran = await story.run({...UPGRADE, 'wait-timeout-minutes': '60'})
  expect(ran.outputs['changed']).toBe('true')
  expect(ran.code).toBe(1)
  expect(JSON.parse(ran.report)).toMatchObject({schema: 1})
  story.desk.change(people.changesInstance('orders', {DBInstanceStatus: 'available'}))
  await story.pass(HOUR)
  expect(end(await story.run(UPGRADE))).toBe('0 completed switchover_completed')
})
