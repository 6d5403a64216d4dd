// What `cleanup` and `abort` may claim while a deployment is there that they were not asked about.
import {expect, test} from '@jest/globals'
import {dice} from '../../../lab/dice.ts'
import {setsDeploymentStatus, setsTags} from '../../../lab/model/people.ts'
import type {Said} from '../../../lab/simulation/step.ts'
import {falsehood} from '../../../lab/simulation/truth.ts'
import type {Upgrade} from '../../../lab/simulation/upgrade.ts'
import {drawUpgrade} from '../../../lab/simulation/upgrade.ts'
import {openBox} from '../box.ts'

const leg = {from: '8.0.42', wanted: '8.4.6', instanceClass: undefined, target: {}}
const upgrade: Upgrade = {...drawUpgrade(dice('truth'), false), kind: 'instance', name: 'orders', legs: [leg]}

const CLEANED_UP: Said = {phase: 'cleanup', outcome: 'completed', reason: 'cleaned_up'}
const NOTHING_LEFT: Said = {phase: 'abort', outcome: 'nothing_to_do', reason: 'nothing_left'}

/** Why that is no truth with a deployment called `up`, of that status, and an old database that bears an earlier one's mark or none. */
async function untruth(
  said: Said,
  status: string,
  isMarked: boolean,
  asked: (id: string) => string = () => ''
): Promise<string | undefined> {
  const box = openBox({
    instances: [
      {name: 'orders', engine: 'mysql', version: '8.0.42'},
      {name: 'orders-old1', engine: 'mysql', version: '8.0.42'}
    ]
  })
  const id = (await box.create('db', 'orders', {TargetEngineVersion: '8.4.6'})).BlueGreenDeploymentIdentifier ?? ''
  const mark = `bgd-earlier ${box.instance('orders-old1').DbiResourceId} orders unknown`
  if (isMarked) box.desk.change(setsTags('orders-old1', {'rds-blue-green/v1/old-blue': mark}))
  box.desk.change(setsDeploymentStatus(id, status))
  const now = box.time.scheduler.now()
  return falsehood(said, {
    upgrade,
    leg,
    deletes: true,
    history: [{at: now, account: box.desk.account()}],
    now,
    recorded: new Map([[id, [{kind: 'instance', name: 'orders', blue: box.instance('orders').DbiResourceId}]]]),
    deploymentId: id,
    asked: asked(id),
    remembered: new Set([id]),
    names: new Map()
  })
}

test.each([
  ['AVAILABLE', false, true],
  // Seed 323331766, before `prepare` was drawn: the second upgrade of a seed could not be built.
  ['INVALID_CONFIGURATION', false, true],
  ['SWITCHOVER_FAILED', false, true],
  ['INVALID_CONFIGURATION', true, false],
  ['SWITCHOVER_COMPLETED', false, false],
  ['DELETING', false, false]
])('a deployment that is %s, a marked database left: %s, is true: %s', async (status, isMarked, isTrue) => {
  const untrue = await untruth(CLEANED_UP, status, isMarked)
  expect(untrue).toBe(isTrue ? undefined : 'cleanup said completed (cleaned_up), and it is not true')
})

test.each<[string, (id: string) => string, boolean]>([
  ['of any', () => '', false],
  ['by its id', id => id, false],
  ['by its name', () => 'up', false],
  ['by the id of another', () => 'bgd-another', true],
  // Seed 6999: that one was gone, and a third run had made the next.
  ['by the name of another', () => 'earlier', true]
])('nothing is left for an abort that is asked %s', async (_what, asked, isTrue) => {
  const untrue = await untruth(NOTHING_LEFT, 'AVAILABLE', false, asked)
  expect(untrue).toBe(isTrue ? undefined : 'abort said nothing_to_do (nothing_left), and it is not true')
})
