// One step takes production from nothing to upgraded, and old blue away.
import {expect, test} from '@jest/globals'
import {asks, cleansUp, cleanupWrites, engines, kinds, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'

test.concurrent.each([...kinds, ...engines])('$is', async kind => {
  await using lab = await openLab({account: kind.account})
  const step = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), ...cleansUp})
  expect([step.ending, step.code]).toEqual(['completed cleaned_up', 0])
  expect(lab.writes()).toEqual([...upgradeWrites(kind), ...cleanupWrites(kind)])
  expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))
  expect(lab.deployments()).toEqual([])
  expect(step.outputs).toMatchObject({
    ...kind.outputs,
    phase: 'cleanup',
    changed: 'true',
    'source-identifier': kind.source,
    'engine-version': kind.to,
    'engine-version-before': kind.from,
    'switchover-seconds': expect.stringMatching(/^\d+\.\d$/),
    'green-identifier': '',
    'next-mode': ''
  })
})
