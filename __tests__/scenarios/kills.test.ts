/** Killed at any request of a whole run and started again: the same end, nothing built twice, nothing of anybody else's touched. */
import {describe, expect, test} from '@jest/globals'
import type {Entry, Kill} from '../../lab/desk.ts'
import {protect} from './invariants.ts'
import {CLEANUP, quick, UPGRADE, WHOLE} from './seeds.ts'
import type {Stage} from './stage.ts'
import {end, HOUR, SECOND, stage, writesOf} from './stage.ts'

const DONE = ['orders 17.6 available', 'orders-r1 17.6 available', 'payroll 8.0.42 available']
const PRODUCTION = ['orders', 'orders-r1']
/** As every story of this seed begins. */
const blue = stage(quick).desk.account()
const WHEN = ['before_effect', 'after_effect', 'after_reply'] as const
const isRead = (operation: string): boolean => /^(Describe|List|Get)/.test(operation)

/** Of looks that say what the one before said, one in five is enough; every write is killed at all three points. */
function points(requests: readonly Entry[]): readonly Kill[] {
  let same = 0
  return requests.flatMap((one, at): readonly Kill[] => {
    if (!isRead(one.operation)) return WHEN.map(when => ({request: at + 1, when}))
    same = requests[at - 1]?.operation === one.operation && requests[at - 2]?.operation === one.operation ? same + 1 : 0
    return same % 5 === 0 ? [{request: at + 1, when: WHEN[at % 3] ?? 'after_effect'}] : []
  })
}

/** The runs after the kill until one ends well; the same inputs every time. */
async function killedAt(kill: Kill, inputs: typeof WHOLE, from?: Stage) {
  const story = stage(quick, {}, from)
  const guard = protect(story, PRODUCTION, from === undefined ? undefined : blue)
  await story.run(inputs, {kill})
  // The next run starts at once, or when RDS has long been done with what it was asked.
  await story.pass(kill.request % 2 === 0 ? 0 : 12 * HOUR)
  const ends: string[] = []
  while (ends.length < 3 && !ends.at(-1)?.startsWith('0')) ends.push(end(await story.run(inputs)))
  const done = (operation: string): number => story.desk.record.filter(entry => entry.operation === operation && entry.effect).length
  const once = ['DeleteBlueGreenDeployment', ...(from === undefined ? ['CreateBlueGreenDeployment', 'SwitchoverBlueGreenDeployment'] : [])]
  const fine =
    ends.at(-1)?.startsWith('0') === true &&
    ends.length <= (from === undefined ? 2 : 1) &&
    once.every(operation => done(operation) === 1) &&
    guard.broken().length === 0 &&
    story.snapshots().length === 1 &&
    story.inventory().join() === DONE.join()
  return fine ? [] : [{kill, ends, broken: guard.broken(), inventory: story.inventory(), snapshots: story.snapshots()}]
}

async function matrix(inputs: typeof WHOLE, from?: Stage) {
  const all = points((await stage(quick, {}, from).run(inputs)).requests)
  const wrong: unknown[] = []
  for (const kill of all) wrong.push(...(await killedAt(kill, inputs, from)))
  return {all: all.length, wrong}
}

describe('one kill', () => {
  test('at any request of create, wait, switchover and cleanup in one run', async () => {
    const {all, wrong} = await matrix(WHOLE)
    expect(all).toBeGreaterThan(80)
    expect(wrong).toEqual([])
  }, 60_000)

  test('at any request of a cleanup by itself: the next run ends well', async () => {
    const upgraded = stage(quick)
    await upgraded.run(UPGRADE)
    await upgraded.pass(25 * HOUR)
    const {all, wrong} = await matrix(CLEANUP, upgraded)
    expect(all).toBeGreaterThan(40)
    expect(wrong).toEqual([])
  }, 60_000)
})

test('killed again and again, every eighth request, it gets there all the same', async () => {
  const story = stage(quick)
  const guard = protect(story, PRODUCTION)
  const ends: string[] = []
  for (let at = 0; at < 60 && !ends.at(-1)?.startsWith('0 '); at += 1)
    ends.push(end(await story.run(WHOLE, {kill: {request: 8 + at * 4, when: WHEN[at % 3] ?? 'after_effect'}})))
  expect([ends.at(-1)?.split(' ').slice(0, 2).join(' '), guard.broken(), story.inventory()]).toEqual([
    expect.stringMatching(/^0 /),
    [],
    DONE
  ])
})

describe('cancelled', () => {
  test('at any moment it stops within seconds, undoes nothing, says what goes on, and goes on when asked again', async () => {
    const reference = stage(quick)
    const {took} = await reference.run(WHOLE)
    for (let at = 1 * SECOND; at < took; at += took / 40) {
      const story = stage(quick)
      const guard = protect(story, PRODUCTION)
      const ran = await story.run(WHOLE, {cancelAfter: at})
      expect([at, end(ran)]).toEqual([at, '1 cancelled cancelled'])
      expect(ran.took - at).toBeLessThan(5 * SECOND)
      expect(ran.error).toMatch(/nothing is undone/)
      const last = ran.requests.at(-1)
      expect((last?.at ?? 0) - (ran.requests[0]?.at ?? 0)).toBeLessThanOrEqual(at)
      const changed = ran.requests.some(entry => entry.effect)
      if (changed) expect(ran.outputs['changed']).toBe('true')
      expect([at, end(await story.run(WHOLE)).startsWith('0'), guard.broken(), story.inventory()]).toEqual([at, true, [], DONE])
    }
  }, 60_000)

  test('before the first look nothing is asked', async () => {
    const story = stage(quick)
    const ran = await story.run(WHOLE, {cancelAfter: 0})
    expect([end(ran), writesOf(ran)]).toEqual(['1 cancelled cancelled', []])
  })
})
