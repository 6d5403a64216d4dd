import {describe, expect, test} from '@jest/globals'
import {forbiddenGlobals} from './globals.ts'
import {sources} from './source.ts'

describe('time, chance and the process come in as a parameter', () => {
  test.each(sources(['src', 'lab']).map(source => [source.path, source] as const))('%s', (_path, source) => {
    expect(forbiddenGlobals(source)).toEqual([])
  })
})

describe('a direct use is seen', () => {
  test.each([
    'Date.now()',
    `Date['now']()`,
    'new Date()',
    'new Date',
    'Date()',
    'const now = Date.now',
    'const D = Date',
    'const {now} = Date',
    'performance.now()',
    'setTimeout(f, 1)',
    'const later = setTimeout',
    'f({setInterval})',
    'Math.random()',
    'const {random} = Math',
    'Math[name]()',
    'crypto.randomUUID()',
    'crypto.getRandomValues(a)',
    `import {randomBytes} from 'node:crypto'`,
    `import * as c from 'node:crypto'`,
    `import crypto from 'crypto'`,
    `import {setTimeout as sleep} from 'node:timers/promises'`,
    `import {performance} from 'node:perf_hooks'`,
    `import {env} from 'node:process'`,
    `const {setTimeout: s} = await import('node:timers/promises')`,
    'AbortSignal.timeout(5)',
    'process.env.HOME',
    'process?.exit()',
    'globalThis.process.exit()',
    'const text = `at $' + '{Date.now()}`',
    'const a = (Date.now as () => number)()',
    'class A {at = Date.now()}',
    'const a = {at: Date.now()}'
  ])('%s', text => {
    expect(forbiddenGlobals({path: 'src/run.ts', text}).length).toBeGreaterThan(0)
  })
})

describe('what cannot tell the time passes', () => {
  test.each([
    `new Date('2026-01-01')`,
    'new Date(clock.date().getTime())',
    'Date.parse(text)',
    'value instanceof Date',
    'let a: Date | undefined',
    'function f(clock: {date(): Date}): Date { return clock.date() }',
    'Math.max(1, 2)',
    'AbortSignal.any([a, b])',
    'a.process.b',
    'const a = {performance: 1, process: 2}',
    '// Date.now()',
    `const text = 'Date.now()'`,
    `import {createHash} from 'node:crypto'`,
    `import type {Hash} from 'node:crypto'`,
    'interface A {readonly process: string; setTimeout(): void}'
  ])('%s', text => {
    expect(forbiddenGlobals({path: 'src/run.ts', text})).toEqual([])
  })
})

test.each([
  ['src/index.ts', 'process.env.HOME', 0],
  ['src/waiting/real-clock.ts', 'performance.now()', 0],
  ['src/waiting/pace.ts', 'performance.now()', 1],
  ['src/github/log.ts', 'process.env.HOME', 0],
  ['src/aws/credentials.ts', 'Date.now()', 0],
  ['src/aws/credentials.ts', 'process.env.HOME', 1],
  ['lab/model/clock.ts', 'process.hrtime()', 0],
  ['src/main.ts', 'process.exit()', 1]
])('%s: %s', (path, text, complaints) => {
  expect(forbiddenGlobals({path, text})).toHaveLength(complaints)
})
