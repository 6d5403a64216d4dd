// The create call was accepted, and half an hour later RDS gives up: every reason it has is in the log and in the summary.
import {expect, test} from '@jest/globals'
import {troubles} from '../../lab/model/people.ts'
import {asks, kinds} from './kinds.ts'
import {openLab} from './lab.ts'

test.concurrent.each(kinds)('$is', async kind => {
  await using lab = await openLab({account: kind.account})
  lab.desk.change(troubles(kind.source, 'precheck'))
  const wait = await lab.run({mode: 'create, wait, switchover', ...asks(kind)})
  expect([wait.ending, wait.code, wait.outputs['phase']]).toEqual(['failed provisioning_failed', 1, 'wait'])
  expect(wait.outputs).toMatchObject({status: 'INVALID_CONFIGURATION', 'next-mode': 'wait', 'engine-version': kind.from})
  for (const text of [wait.log.join('\n'), wait.summary]) {
    expect(text).toContain(
      'status details: Creation of blue/green deployment failed because the upgrade prechecks found incompatibilities.'
    )
    expect(text).toMatch(/event: \S+Z Creation of blue\/green deployment failed because/)
    // A cluster's green is upgraded before it has an instance whose log could be read.
    if (kind.type === 'cluster') continue
    expect(text).toMatch(/end of \S+ on \S+-green-\S+:/)
    expect(text).toContain('an incompatibility of the lab')
  }
  expect(lab.writes()).toEqual([kind.created])

  for (const mode of ['create', 'wait']) {
    const again = await lab.run({mode, ...asks(kind)})
    expect([mode, again.ending]).toEqual([mode, 'failed provisioning_failed'])
  }
  expect((await lab.run({mode: 'switchover', ...asks(kind)})).ending).toBe('failed switchover_failed')
  expect((await lab.run({mode: 'cleanup', ...asks(kind)})).outputs['outcome']).toBe('blocked')
  expect(lab.writes()).toEqual([kind.created])
})
