// The simulation bites: every deliberate defect fits the source of today, and some of them are found here; all of them in `npm run teeth`.
import {expect, test} from '@jest/globals'
import {defects} from '../../../lab/teeth/defects.ts'
import {hunt} from '../../../lab/teeth/hunt.ts'
import {copyWith, occurrences} from '../../../lab/teeth/sharpen.ts'

test('every patch fits exactly once, changes something, and has a name of its own', () => {
  expect(defects.length).toBeGreaterThanOrEqual(15)
  expect(new Set(defects.map(one => one.id)).size).toBe(defects.length)
  const misfits = defects.flatMap(({id, edits}) => edits.filter(edit => occurrences(edit) !== 1).map(edit => ({id, ...edit})))
  expect(misfits).toEqual([])
  expect(defects.filter(one => one.edits.length === 0 || one.edits.some(edit => edit.find === edit.replace))).toEqual([])
})

/** Those whose seeds come early, one of each kind: damage, a lie, a lack of manners, a refusal in the calm, a blind check. */
const QUICK = [
  ['no-final-snapshot', 30],
  ['rolled-back-is-completed', 90],
  ['retry-without-looking', 30],
  ['cluster-first', 60],
  ['cancel-deletes-green', 60],
  ['old1-assumed', 80],
  ['check-left-out', 200],
  ['wrong-group', 60]
] as const

test.each(QUICK)('%s is found', async (id, seeds) => {
  const defect = defects.find(one => one.id === id)
  expect(defect).toBeDefined()
  if (defect === undefined) return
  const {failure} = await hunt(defect, 1, seeds)
  expect(failure?.what[0]).toBeDefined()
})

test('a patch that does not fit is refused', () => {
  const edits = [{file: 'src/main.ts', find: 'nobody wrote this', replace: ''}]
  expect(() => copyWith({id: 'misfit', does: '', edits})).toThrow('misfit: the text is 0 times in src/main.ts, not once: nobody wrote this')
})
