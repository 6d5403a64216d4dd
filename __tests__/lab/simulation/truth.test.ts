// What `cleanup` may claim beside a deployment that is not switched over: that of an earlier one no database with its mark is left.
import {expect, test} from '@jest/globals'
import {dice} from '../../../lab/dice.ts'
import {setsDeploymentStatus, setsTags} from '../../../lab/model/people.ts'
import {falsehood} from '../../../lab/simulation/truth.ts'
import type {Upgrade} from '../../../lab/simulation/upgrade.ts'
import {drawUpgrade} from '../../../lab/simulation/upgrade.ts'
import {openBox} from '../box.ts'

const leg = {from: '8.0.42', wanted: '8.4.6', instanceClass: undefined, target: {}}
const upgrade: Upgrade = {...drawUpgrade(dice('truth'), false), kind: 'instance', name: 'orders', legs: [leg]}

/** Of `cleaned_up` with a deployment of that status, and an old database that bears a mark or none. */
async function claim(status: string, isMarked: boolean): Promise<string | undefined> {
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
  const said = {phase: 'cleanup', outcome: 'completed', reason: 'cleaned_up'}
  const now = box.time.scheduler.now()
  return falsehood(said, {
    upgrade,
    leg,
    deletes: true,
    history: [{at: now, account: box.desk.account()}],
    now,
    recorded: new Map(),
    deploymentId: id,
    asked: '',
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
  const untrue = await claim(status, isMarked)
  expect(untrue).toBe(isTrue ? undefined : 'cleanup said completed (cleaned_up), and it is not true')
})
