// A scheduled workflow with every phase in one list runs for ever: the second time it ends well and builds nothing.
import {expect, test} from '@jest/globals'
import {asks, cleansUp, cleanupWrites, kinds, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'
import {since, switchedOver} from './workflow.ts'

const ALL = 'create, wait, switchover, cleanup'

test.concurrent.each(kinds)('the deployment is still there, because cleanup was left out before: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  await switchedOver(lab, kind)
  const mark = lab.writes().length
  const second = await lab.run({mode: ALL, ...asks(kind), ...cleansUp})
  expect([second.ending, second.code]).toEqual(['completed cleaned_up', 0])
  expect(since(lab, mark)).toEqual(cleanupWrites(kind))
  expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))
})

test.concurrent.each(kinds)('nothing is left of it: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  expect((await lab.run({mode: ALL, ...asks(kind), ...cleansUp})).ending).toBe('completed cleaned_up')
  const second = await lab.run({mode: ALL, ...asks(kind), ...cleansUp})
  expect([second.ending, second.code, second.outputs['changed']]).toEqual(['nothing_to_do nothing_left', 0, 'false'])
  expect(lab.writes()).toEqual([...upgradeWrites(kind), ...cleanupWrites(kind)])
})

test.concurrent.each(kinds)('old blue was kept: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const first = await lab.run({mode: ALL, ...asks(kind)})
  expect(first.ending).toBe('completed cleaned_up')
  const writes = lab.writes()
  expect(writes).toEqual([...upgradeWrites(kind), ...cleanupWrites(kind).slice(0, -kind.deleted.length)])
  const second = await lab.run({mode: ALL, ...asks(kind)})
  expect([second.ending, second.code, second.outputs['changed']]).toEqual(['nothing_to_do nothing_left', 0, 'false'])
  expect(lab.writes()).toEqual(writes)
  expect(lab.databases()).toEqual(kind.members.flatMap(name => [`${name} ${kind.to}`, `${name}-old1 ${kind.from}`]).sort())
})
