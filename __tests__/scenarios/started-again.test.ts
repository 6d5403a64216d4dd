/** The runner is lost once the switchover is asked for, and the step is started again at every moment of it: it ends as if nothing had happened. */
import {expect, test} from '@jest/globals'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {postgres, QUICK, UPGRADE} from './seeds.ts'
import {end, stage} from './stage.ts'

/** Slow answers: a look takes long enough for names to move in the middle of it. */
const SLOW = {latency: [400, 900]} as const

const kinds: readonly {readonly is: string; readonly seed: AccountSeed; readonly asked: Readonly<Record<string, string>>}[] = [
  {is: 'an instance with a replica', seed: {instances: [postgres], paper: QUICK}, asked: UPGRADE},
  {
    is: 'a cluster',
    seed: {clusters: [{name: 'shop', engine: 'aurora-postgresql', version: '16.8', endpoints: ['reports']}], paper: QUICK},
    asked: {...UPGRADE, source: 'shop', 'target-parameter-group': '', 'target-cluster-parameter-group': 'lab-aurora-postgresql17'}
  }
]

const both = kinds.flatMap(kind => (['members', 'deployment'] as const).map(completedFirst => ({...kind, completedFirst})))

test.each(both)('$is, whose $completedFirst completes first', async ({asked, completedFirst, ...kind}) => {
  const seed: AccountSeed = {...kind.seed, unknowns: {completedFirst}}
  const whole = stage(seed, SLOW)
  const done = await whole.run(asked)
  expect(end(done)).toBe('0 completed switchover_completed')
  const request = done.requests.findIndex(entry => entry.operation === 'SwitchoverBlueGreenDeployment') + 1

  const story = stage(seed, SLOW)
  expect(end(await story.run(asked, {kill: {request, when: 'after_effect'}}))).toBe('killed')
  const ends = new Set<string>()
  for (let moment = 0; moment < 16_000; moment += 200) {
    for (const inputs of [asked, {mode: 'wait', source: asked['source'] ?? ''}, {mode: 'switchover', source: asked['source'] ?? ''}]) {
      const again = await stage(seed, SLOW, story).run(inputs)
      ends.add(end(again) + (again.code === 0 ? '' : ` after ${moment} ms: ${again.error}`))
    }
    await story.pass(200)
  }
  expect([...ends].sort()).toEqual([
    '0 completed already_switched_over',
    '0 completed switchover_completed',
    '0 nothing_to_do already_switched_over',
    '0 nothing_to_do green_ready'
  ])
})
