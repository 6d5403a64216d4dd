// RDS says something that nobody has heard of: phases that would write are blocked at once, waiting shows it, status reads on.
import {expect, test} from '@jest/globals'
import {setsDeploymentStatus} from '../../lab/model/people.ts'
import {asks, cleansUp, kinds} from './kinds.ts'
import {openLab} from './lab.ts'
import {built, switchedOver} from './workflow.ts'

test.concurrent.each(kinds)('before the switchover: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const id = (await built(lab, kind)).outputs['deployment-id'] ?? ''
  const writes = lab.writes()
  lab.desk.change(setsDeploymentStatus(id, 'REBALANCING'))
  for (const mode of ['create', 'switchover', 'cleanup']) {
    const step = await lab.run({mode, ...asks(kind), ...cleansUp})
    expect([mode, step.ending, step.code, step.outputs['status']]).toEqual([mode, 'blocked status_unknown', 1, 'REBALANCING'])
    expect(step.log.join('\n')).toContain('"REBALANCING"')
  }
  const wait = await lab.run({mode: 'wait', 'deployment-id': id, 'wait-timeout-minutes': '0.03'})
  expect([wait.ending, wait.code]).toEqual(['timed_out wait_timed_out', 1])
  expect(wait.log.join('\n')).toContain('"REBALANCING", which this release does not know')
  const status = await lab.run({mode: 'status', 'deployment-id': id})
  expect([status.ending, status.code, status.outputs['status']]).toEqual(['completed status_read', 0, 'REBALANCING'])
  expect(lab.writes()).toEqual(writes)
})

test.concurrent.each(kinds)('after the switchover: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const id = (await switchedOver(lab, kind)).outputs['deployment-id'] ?? ''
  const [writes, databases] = [lab.writes(), lab.databases()]
  lab.desk.change(setsDeploymentStatus(id, 'REBALANCING'))
  const step = await lab.run({mode: 'cleanup', 'deployment-id': id, ...cleansUp})
  expect([step.ending, step.code]).toEqual(['blocked status_unknown', 1])
  expect(lab.writes()).toEqual(writes)
  expect(lab.databases()).toEqual(databases)
})

test.concurrent.each(kinds)('a failure nobody has heard of is a failure at once: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const id = (await built(lab, kind)).outputs['deployment-id'] ?? ''
  lab.desk.change(setsDeploymentStatus(id, 'REBALANCING_FAILED'))
  const wait = await lab.run({mode: 'wait', 'deployment-id': id})
  expect([wait.ending, wait.code]).toEqual(['failed provisioning_failed', 1])
})
