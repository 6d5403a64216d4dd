// The deployment says SWITCHOVER_COMPLETED while one member failed: switchover fails, and cleanup deletes nothing.
import {expect, test} from '@jest/globals'
import {troubles} from '../../lab/model/people.ts'
import {asks, cleansUp, kinds, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'
import {built} from './workflow.ts'

test.concurrent.each(kinds)('$is', async kind => {
  await using lab = await openLab({account: kind.account})
  await built(lab, kind)
  lab.desk.change(troubles(kind.source, 'second-member'))
  const switchover = await lab.run({mode: 'switchover, cleanup', ...asks(kind), ...cleansUp})
  expect([switchover.ending, switchover.code, switchover.outputs['phase']]).toEqual(['failed member_failed', 1, 'switchover'])
  expect(switchover.outputs['status']).toBe('SWITCHOVER_COMPLETED')
  expect(switchover.log.join('\n')).toContain(kind.second)
  const [created = '', ...behind] = upgradeWrites(kind)
  expect(lab.writes()).toEqual([created, ...behind.slice(0, 2)])

  const [writes, databases] = [lab.writes(), lab.databases()]
  const cleanup = await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp})
  expect([cleanup.ending, cleanup.code, cleanup.outputs['changed']]).toEqual(['blocked member_failed', 1, 'false'])
  expect(lab.writes()).toEqual(writes)
  expect(lab.databases()).toEqual(databases)
  expect(lab.deployments()).toEqual(['SWITCHOVER_COMPLETED'])
})
