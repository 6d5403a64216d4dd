/** action.yml and the tables of the README say what the code does: both are made from it. */
import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import {actionYml, tables, updated} from '../scripts/contract-tables.ts'
import {INPUTS} from '../src/inputs.ts'
import {OUTPUT_NAMES} from '../src/outputs.ts'

const file = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

test('action.yml is what the tables make (node scripts/contract-tables.ts --write)', () => {
  expect(file('action.yml')).toBe(actionYml())
})

test('the tables of the README are what the code makes', () => {
  if (!existsSync(new URL('../README.md', import.meta.url))) return
  expect(file('README.md')).toBe(updated(file('README.md')))
})

test('every input and output is declared once, defaults are texts, and the two that fail closed have one', () => {
  const [, inputs = '', outputs = ''] = actionYml().split(/^(?:inputs|outputs|runs):$/m)
  const declared = (text: string): string[] => [...text.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name = '']) => name)
  expect(declared(inputs)).toEqual(Object.keys(INPUTS))
  expect(declared(outputs)).toEqual(OUTPUT_NAMES)
  expect(inputs).toMatch(/^ {2}dry-run:\n.*\n.*\n {4}default: 'false'$/m)
  expect(inputs).toMatch(/^ {2}approved-fingerprint:\n.*\n.*\n {4}default: 'none'$/m)
  for (const value of inputs.matchAll(/^ {4}(?:default|description): (.*)$/gm)) expect(value[1]).toMatch(/^'(?:[^']|'')+'$/)
})

describe('the README', () => {
  test('is rewritten between its markers only', () => {
    const readme = 'a\n<!-- inputs -->\nold\n<!-- /inputs -->\nb\n<!-- outputs -->\n<!-- /outputs -->\nc\n'
    const {inputs, outputs} = tables()
    const made = `a\n<!-- inputs -->\n${inputs}\n<!-- /inputs -->\nb\n<!-- outputs -->\n${outputs}\n<!-- /outputs -->\nc\n`
    expect(updated(readme)).toBe(made)
    expect(updated(made)).toBe(made)
    expect(updated('no markers')).toBe('no markers')
  })

  test('no cell ends its row early', () => {
    const rows = Object.values(tables())
      .join('\n')
      .split('\n')
      .filter(line => line.startsWith('| `'))
    expect(rows).toHaveLength(Object.keys(INPUTS).length + OUTPUT_NAMES.length)
    for (const row of rows) expect([2, 5]).toContain(row.replaceAll('\\|', '').split('|').length - 2)
  })
})
