/** A misspelt input is an error that names the right one: GitHub only warns, and a lost dry-run is a real run. */
import {describe, expect, test} from '@jest/globals'
import {INPUTS} from '../../src/inputs.ts'
import {distance, nearMisses} from '../../src/parsing/near-misses.ts'

const names = Object.keys(INPUTS)
const meant = (variable: string): string | undefined => nearMisses(names, {[variable]: ''})[0]?.meant

describe('is a near miss', () => {
  test.each([
    ['INPUT_DRYRUN', 'dry-run'],
    ['INPUT_DRY_RUN', 'dry-run'],
    ['INPUT_DRY RUN', 'dry-run'],
    ['INPUT_APPROVE-FINGERPRINT', 'approved-fingerprint'],
    ['INPUT_APPROVED_FINGERPRINT', 'approved-fingerprint'],
    ['INPUT_SOUCRE', 'source'],
    ['INPUT_MODES', 'mode'],
    ['INPUT_TAG', 'tags'],
    ['INPUT_REGION', undefined],
    ['INPUT_AWS_REGION', 'aws-region'],
    ['INPUT_TARGETENGINEVERSION', 'target-engine-version'],
    ['INPUT_DELETE-OLD-DATABASE', 'delete-old-databases'],
    ['INPUT_WAIT-TIMEOUT-MINUTE', 'wait-timeout-minutes'],
    ['INPUT_ALLOWED-ACCOUNT-ID', 'allowed-account-ids'],
    ['input_dry-run', 'dry-run'],
    ['INPUT_WHO-TO-GREET', undefined],
    ['INPUT_', undefined],
    ['DRYRUN', undefined],
    ['INPUT_DRY-RUN', undefined]
  ])('%s', (variable, expected) => {
    expect(meant(variable)).toBe(expected)
  })
})

test('no input of the table is taken for another', () => {
  for (const name of names) expect([name, meant(`INPUT_${name.toUpperCase()}`)]).toEqual([name, undefined])
})

test('the nearest is named', () => {
  expect(meant('INPUT_SOURCE-PARAMETER')).toBe('source-parameters')
  expect(meant('INPUT_TARGET-PARAMETER-GROUPS')).toBe('target-parameter-group')
})

test.each([
  ['mode', 'mode', 0],
  ['mdoe', 'mode', 1],
  ['moe', 'mode', 1],
  ['moode', 'mode', 1],
  ['nodes', 'mode', 2],
  ['', 'ab', 2],
  ['abcdef', 'ab', 3]
])('%j is %j but for %#', (one, other, expected) => {
  expect(distance(one, other)).toBe(expected)
  expect(distance(other, one)).toBe(expected)
})
