import {expect, test} from '@jest/globals'
import {batchesOf, rowsToSet, settingOf} from '../../src/preparing/batches.ts'
import {definitions, parameter} from './builders.ts'

const settings = (count: number) => Array.from({length: count}, (_, at) => settingOf(`p${at}`, '1', new Map()))

test.each([
  [0, []],
  [1, [1]],
  [20, [20]],
  [21, [20, 1]],
  [45, [20, 20, 5]]
])('%s settings go in requests of %s', (count, sizes) => {
  const batches = batchesOf(settings(count))
  expect(batches.map(one => one.length)).toEqual(sizes)
  expect(batches.flat()).toEqual(settings(count))
})

test('a dynamic one applies at once, a static one and one of unknown kind at the next restart', () => {
  const known = definitions(parameter('a'), parameter('b', {applyType: 'static'}))
  expect(rowsToSet(['a', 'b', 'c'].map(name => settingOf(name, '1', known))).map(one => one.ApplyMethod)).toEqual([
    'immediate',
    'pending-reboot',
    'pending-reboot'
  ])
})
