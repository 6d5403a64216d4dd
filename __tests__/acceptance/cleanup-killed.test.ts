// The runner goes away without a word between any two writes: the same step run again goes on from what it finds, and repeats nothing.
import {expect, test} from '@jest/globals'
import type {Kind} from './kinds.ts'
import {asks, cleansUp, cleanupWrites, kinds, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'
import {since, switchedOver} from './workflow.ts'

const afterEach = (writesOf: (kind: Kind) => readonly string[]) =>
  kinds.flatMap(kind => writesOf(kind).map((write, index) => ({kind, write, nth: index + 1, is: kind.is})))

test.concurrent.each(afterEach(cleanupWrites))('cleanup, killed after $write: $is', async ({kind, nth}) => {
  await using lab = await openLab({account: kind.account})
  await switchedOver(lab, kind)
  const mark = lab.writes().length
  const inputs = {mode: 'cleanup', source: kind.source, ...cleansUp}
  const first = lab.start(inputs)
  lab.strikeAfterWrite(nth, () => first.kill('SIGKILL'))
  expect((await first.ended).signal).toBe('SIGKILL')
  expect(since(lab, mark)).toEqual(cleanupWrites(kind).slice(0, nth))

  const second = await lab.run(inputs)
  expect(second.code).toBe(0)
  // The last database may be gone by now, or not.
  expect(['cleaned_up', 'nothing_left']).toContain(second.outputs['reason'])
  expect(since(lab, mark)).toEqual(cleanupWrites(kind))
  expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))
})

test.concurrent.each(afterEach(upgradeWrites))('the upgrade, killed after $write: $is', async ({kind, nth}) => {
  await using lab = await openLab({account: kind.account})
  const inputs = {mode: 'create, wait, switchover', ...asks(kind)}
  const first = lab.start(inputs)
  lab.strikeAfterWrite(nth, () => first.kill('SIGKILL'))
  expect((await first.ended).signal).toBe('SIGKILL')

  const second = await lab.run(inputs)
  // First, so that a failure says why.
  expect(second.log.filter(line => line.startsWith('::error'))).toEqual([])
  expect(second.code).toBe(0)
  expect(['switchover_completed', 'already_switched_over']).toContain(second.outputs['reason'])
  // The note who asks for the switchover is written by whoever asks.
  const notes = lab.writes().filter(line => line === upgradeWrites(kind)[1])
  expect(notes.length).toBeLessThanOrEqual(2)
  expect(lab.writes().filter(line => line !== upgradeWrites(kind)[1])).toEqual(upgradeWrites(kind).filter(line => line !== notes[0]))
  expect(lab.databases()).toEqual(kind.members.flatMap(name => [`${name} ${kind.to}`, `${name}-old1 ${kind.from}`]).sort())
})
