// Other databases bear names that look like old blue: cleanup goes by resource id, and strangers are never touched.
import {expect, test} from '@jest/globals'
import {renames} from '../../lab/model/people.ts'
import type {Kind} from './kinds.ts'
import {at, cleansUp, kinds, stranger, strangersOf, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'
import {since, switchedOver} from './workflow.ts'

const withStranger = (kind: Kind): readonly string[] =>
  [...at(kind.to, ...kind.members), ...at(kind.from, ...strangersOf(kind, `${kind.source}-old1`))].sort()

test.concurrent.each(kinds)('old blue is called -old2, because a stranger is called -old1: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  lab.desk.change(stranger(kind, `${kind.source}-old1`))
  const first = await switchedOver(lab, kind)
  expect(first.outputs['old-identifier']).toBe(`${kind.source}-old2`)
  const cleanup = await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp})
  expect(cleanup.ending).toBe('completed cleaned_up')
  expect(lab.databases()).toEqual(withStranger(kind))
  expect(lab.writes().filter(line => line.includes(` ${kind.source}-old1`))).toEqual([])
})

test.concurrent.each(kinds)('old blue was renamed, and a stranger took its name: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  await switchedOver(lab, kind)
  lab.desk.change(renames(`${kind.source}-old1`, 'archive'))
  lab.desk.change(stranger(kind, `${kind.source}-old1`))
  const mark = lab.writes().length
  const cleanup = await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp})
  expect(cleanup.ending).toBe('completed cleaned_up')
  expect(since(lab, mark).filter(line => line.includes(` ${kind.source}-old1 `))).toEqual([])
  expect(lab.databases()).toEqual(withStranger(kind))
})

test.concurrent.each(kinds)('a stranger took the production name: nothing is deleted: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  await switchedOver(lab, kind)
  // Somebody undoes the upgrade by hand: old blue gets its name back.
  lab.desk.change(renames(kind.source, 'mishap'))
  lab.desk.change(renames(`${kind.source}-old1`, kind.source))
  const databases = lab.databases()
  const cleanup = await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp})
  expect([cleanup.outputs['outcome'], cleanup.code, cleanup.outputs['changed']]).toEqual(['blocked', 1, 'false'])
  expect(lab.writes()).toEqual(upgradeWrites(kind))
  expect(lab.databases()).toEqual(databases)
})
