// A green that nobody wants any more goes away with its deployment, and production is as it was.
import {expect, test} from '@jest/globals'
import {troubles} from '../../lab/model/people.ts'
import {asks, kinds} from './kinds.ts'
import {openLab} from './lab.ts'
import {built, switchedOver} from './workflow.ts'

const ABORTED = 'DeleteBlueGreenDeployment DeleteTarget true'

test.concurrent.each(kinds)('a green that is ready, and a second time: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const before = lab.databases()
  const id = (await built(lab, kind)).outputs['deployment-id'] ?? ''
  const abort = await lab.run({mode: 'abort', 'deployment-id': id})
  expect([abort.ending, abort.code]).toEqual(['completed aborted', 0])
  expect(lab.writes()).toEqual([kind.created, ABORTED])
  expect([lab.deployments(), lab.databases()]).toEqual([[], before])
  const again = await lab.run({mode: 'abort', 'deployment-id': id})
  expect([again.outputs['outcome'], again.code]).toEqual(['nothing_to_do', 0])
  expect(lab.writes()).toEqual([kind.created, ABORTED])
})

test.concurrent.each(kinds)('a green that could not be built, and then a new one: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  lab.desk.change(troubles(kind.source, 'precheck'))
  expect((await lab.run({mode: 'create, wait', ...asks(kind)})).ending).toBe('failed provisioning_failed')
  lab.desk.change(troubles(kind.source))
  expect((await lab.run({mode: 'abort', source: kind.source})).ending).toBe('completed aborted')
  await switchedOver(lab, kind)
})

test.concurrent.each(kinds)('never after the switchover: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  await switchedOver(lab, kind)
  const [writes, databases] = [lab.writes(), lab.databases()]
  const abort = await lab.run({mode: 'abort', source: kind.source})
  expect([abort.outputs['outcome'], abort.code]).toEqual(['blocked', 1])
  expect([lab.writes(), lab.databases()]).toEqual([writes, databases])
})
