// RDS begins the switchover and takes everything back: production is blue, the run says so, and the next one may try again.
import {expect, test} from '@jest/globals'
import {troubles} from '../../lab/model/people.ts'
import {asks, kinds} from './kinds.ts'
import {openLab} from './lab.ts'
import {built} from './workflow.ts'

const afterwards = [
  {status: 'AVAILABLE', ending: 'failed switchover_rolled_back'},
  {status: 'SWITCHOVER_FAILED', ending: 'failed switchover_failed'}
] as const

const stories = kinds.flatMap(kind => afterwards.map(one => ({kind, is: kind.is, ...one})))

test.concurrent.each(stories)('back to $status: $is', async ({kind, status, ending}) => {
  await using lab = await openLab({account: {...kind.account, unknowns: {statusAfterCancel: status}}})
  await built(lab, kind)
  const databases = lab.databases()
  lab.desk.change(troubles(kind.source, 'endless-catch-up'))
  const first = await lab.run({mode: 'switchover', ...asks(kind), 'switchover-timeout-seconds': '120'})
  expect([first.ending, first.code, first.outputs['status']]).toEqual([ending, 1, status])
  expect([first.outputs['engine-version'], first.outputs['source-identifier']]).toEqual([kind.from, kind.source])
  expect(first.log.join('\n')).toMatch(/production is blue, unchanged/)
  // RDS's own word for it, from the events.
  expect(first.log.join('\n')).toContain('the switchover timeout being exceeded')
  expect(first.summary).toContain('the switchover timeout being exceeded')
  expect(lab.databases()).toEqual(databases)
  expect(lab.asked('SwitchoverBlueGreenDeployment')).toBe(1)

  lab.desk.change(troubles(kind.source))
  const second = await lab.run({mode: 'switchover', ...asks(kind)})
  expect(second.ending).toBe('completed switchover_completed')
})
