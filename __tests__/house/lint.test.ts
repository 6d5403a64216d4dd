import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals'
import {root} from './source.ts'
import {biome, complaints, oxlint} from './tool.ts'

test('biome finds nothing: format, imports, lint', () => {
  expect(complaints(biome, 'check', '--error-on-warnings', '--colors=off')).toBeUndefined()
}, 60_000)

test('oxlint finds nothing: promises, any, module mocks', () => {
  expect(complaints(oxlint, '--type-aware', '--deny-warnings')).toBeUndefined()
}, 60_000)

describe('the rules fire', () => {
  const samples = {
    'no-floating-promises': `async function send(): Promise<void> {}\nexport function f(): void {\n  send()\n}\n`,
    'no-misused-promises': `export const f = (a: string[]): void => a.forEach(async one => { await Promise.resolve(one) })\n`,
    'no-explicit-any': `export let a: any\nexport const b = a as any\n`,
    'ban-ts-comment': `// @ts-ignore\nexport const a: string = 1\n`,
    'no-unsafe-assignment': `export const a: string = JSON.parse('1')\n`,
    'switch-exhaustiveness-check': `export function f(a: 'b' | 'c'): void {\n  switch (a) {\n    case 'b':\n      break\n  }\n}\n`,
    'no-restricted-jest-methods': `import {jest} from '@jest/globals'\njest.mock('./a.ts')\n`
  }
  const folder = mkdtempSync(join(tmpdir(), 'lint-'))
  let said = ''

  beforeAll(() => {
    copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}')
    const {compilerOptions} = {compilerOptions: {strict: true, module: 'nodenext', target: 'es2024', types: [], noEmit: true}}
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions, include: ['*.ts']}))
    for (const [rule, text] of Object.entries(samples)) writeFileSync(join(folder, `${rule}.test.ts`), text)
    said = complaints(oxlint, '--type-aware', '--format=unix', '-c', join(root, '.oxlintrc.json'), folder) ?? ''
  }, 60_000)

  afterAll(() => rmSync(folder, {recursive: true}))

  test.each(Object.keys(samples))('%s', rule => {
    expect(said.split('\n').filter(line => line.includes(`${rule}.test.ts`) && line.includes(`(${rule})`))).not.toEqual([])
  })
})
