import {expect, test} from '@jest/globals'
import type {Results} from '../../scripts/jest/last-line.ts'
import {lastLines} from '../../scripts/jest/last-line.ts'

const file = (...statuses: string[]): Results['testResults'][number] => ({
  testFilePath: '/r/__tests__/a.test.ts',
  testResults: statuses.map(status => ({status, fullName: `one ${status}`}))
})

test('counts', () => {
  expect(lastLines({testResults: [file('passed', 'passed'), file('passed')]}, 0, '/r')).toEqual(['3 passed, 0 failed'])
  expect(lastLines({testResults: [file('passed', 'failed')]}, 1, '/r')).toEqual(['1 passed, 1 failed'])
})

test('skipped tests are named', () => {
  expect(lastLines({testResults: [file('passed', 'pending', 'todo')]}, 0, '/r')).toEqual([
    'skipped: __tests__/a.test.ts: one pending',
    'skipped: __tests__/a.test.ts: one todo',
    '1 passed, 0 failed, 2 skipped'
  ])
})

test('a file that does not load is a failure', () => {
  const broken = {...file(), testExecError: {message: 'SyntaxError'}}
  expect(lastLines({testResults: [file('passed'), broken]}, 1, '/r')).toEqual([
    'failed: __tests__/a.test.ts as a file',
    '1 passed, 1 failed'
  ])
})

test('a run that ended badly without a failed test is a failure', () => {
  expect(lastLines({testResults: [file('passed')]}, 1, '/r')).toEqual(['1 passed, 1 failed'])
  expect(lastLines(undefined, 0, '/r')).toEqual(['0 passed, 1 failed'])
})
