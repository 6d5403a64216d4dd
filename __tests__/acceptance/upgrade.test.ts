// `upgrade` runs those of its phases that exist, says which it leaves out, and a second time builds nothing.
import {expect, test} from '@jest/globals'
import {asks, cleansUp, cleanupWrites, kinds, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'
import {since} from './workflow.ts'

test.concurrent.each(kinds)('with the deployment still there, and without: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const first = await lab.run({mode: 'upgrade', ...asks(kind)})
  expect(first.ending).toBe('completed switchover_completed')
  expect(lab.writes()).toEqual(upgradeWrites(kind))
  expect(first.log).toContain('verify is left out: this release does not have it')

  const second = await lab.run({mode: 'upgrade', ...asks(kind)})
  expect([second.ending, second.code, second.outputs['changed']]).toEqual(['nothing_to_do already_switched_over', 0, 'false'])
  expect(lab.writes()).toEqual(upgradeWrites(kind))

  const mark = lab.writes().length
  expect((await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp})).ending).toBe('completed cleaned_up')
  expect(since(lab, mark)).toEqual(cleanupWrites(kind))

  const third = await lab.run({mode: 'upgrade', ...asks(kind)})
  expect([third.ending, third.outputs['engine-version']]).toEqual(['nothing_to_do already_at_target', kind.to])
  expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))
  expect(since(lab, mark)).toEqual(cleanupWrites(kind))
})
