/** What counts as a change: whatever a wait may be for. */
import {expect, test} from '@jest/globals'
import {absent, known, notLooked} from '../../src/domain/known.ts'
import {fingerprintOfProgress} from '../../src/observing/claims.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {blue, deployment, observation} from '../phases/builders.ts'

const print = (over: Partial<Observation>): string => fingerprintOfProgress(observation('AVAILABLE', over))

test.each<readonly [string, Partial<Observation>, Partial<Observation>]>([
  ['the deployment', {}, {deployment: known(deployment('SWITCHOVER_IN_PROGRESS'))}],
  ['production', {}, {production: known({...blue, status: 'modifying'})}],
  ['the namesake came', {namesake: absent}, {namesake: known(deployment('DELETING'))}],
  ['the namesake went', {namesake: known(deployment('DELETING'))}, {namesake: absent}],
  ['the namesake moved', {namesake: known(deployment('AVAILABLE'))}, {namesake: known(deployment('DELETING'))}],
  ['the namesake was looked at', {namesake: notLooked}, {namesake: absent}]
])('%s', (_what, before, after) => {
  expect(print(after)).not.toBe(print(before))
  expect(print(before)).toBe(print(before))
})
