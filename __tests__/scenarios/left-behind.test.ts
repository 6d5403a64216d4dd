/** What `abort` does when RDS deletes the deployment and leaves a green database behind: it is named, and not deleted. */
import {expect, test} from '@jest/globals'
import type * as people from '../../lab/model/people.ts'
import {postgres, QUICK, UPGRADE} from './seeds.ts'
import {end, MINUTE, stage, writesOf} from './stage.ts'

test('a green that RDS leaves behind is listed with its resource id, and the run says that it costs money', async () => {
  const story = stage({instances: [postgres], paper: QUICK})
  const made = await story.run({...UPGRADE, mode: 'create,wait'})
  const id = made.outputs['deployment-id'] ?? ''
  const green = story.desk.account().instances.find(one => one.shown.DBInstanceIdentifier.startsWith('orders-r1-green'))
  if (green === undefined) throw new Error('no green replica')
  const back: people.Change = account => ({
    ...account,
    timers: account.timers.filter(timer => !JSON.stringify(timer).includes(green.shown.DbiResourceId)),
    instances: [...account.instances.filter(one => one.shown.DbiResourceId !== green.shown.DbiResourceId), green]
  })
  for (let at = 1; at < 20; at += 1) story.desk.changeAfter(at * MINUTE, back)
  const ran = await story.run({mode: 'abort', 'deployment-id': id})
  expect([end(ran), writesOf(ran)]).toEqual(['1 failed cannot_tell', ['DeleteBlueGreenDeployment bgd-*']])
  expect(ran.error).toContain(`${green.shown.DBInstanceIdentifier} (${green.shown.DbiResourceId})`)
  expect(ran.error).toMatch(/they cost money/)
})
