import {expect, test} from '@jest/globals'
import {complaints, tsc} from './tool.ts'

test('src, lab, scripts and tests pass the type check', () => {
  expect(complaints(tsc, '-p', 'tsconfig.json')).toBeUndefined()
}, 60_000)
