/** What the code cites travels with it: rows in docs/facts.md, rules and headings in docs/rules.md and docs/contract.md. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {checks} from '../../src/checks/index.ts'
import {root, sources} from '../house/source.ts'
import {citationsIn} from './citations.ts'
import {tableRows} from './markdown-tables.ts'

const file = (name: string): string => readFileSync(join(root, name), 'utf8')
const rows = tableRows(file('docs/facts.md'), ['row', 'statement', 'source', 'date', 'status'])
const ids = rows.map(([id]) => id)
const rules = [...file('docs/rules.md').matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => number)
const headings = (name: string): string[] => [...file(`docs/${name}.md`).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title)
const titles = [...headings('contract').map(title => `contract ${title}`), ...headings('rules').map(title => `rules ${title}`)]

describe('everything a file cites is in docs/', () => {
  test.each([...sources(['src', 'lab']), ...sources(['src', 'lab'], '.md')].map(source => [source.path, source] as const))(
    '%s',
    (_path, source) => {
      const cited = citationsIn(source)
      expect(cited.facts.filter(id => !ids.includes(id))).toEqual([])
      expect(cited.rules.filter(number => !rules.includes(number))).toEqual([])
      expect(cited.headings.filter(title => !titles.includes(title))).toEqual([])
    }
  )
})

test('a check that names a row names one that is there', () => {
  const named = checks.flatMap(check => check.rows)
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter(row => !ids.includes(row))).toEqual([])
})

test('a row is there once, with a statement, a source, a date and how sure it is', () => {
  expect(ids.length).toBe(new Set(ids).size)
  const incomplete = rows.filter(
    ([id = '', statement = '', source = '', date = '', status = '', ...more]) =>
      !/^(?:(?:AM|AP|AG|[GMSPLA])-\d\d|B\d+|(?:ecosystem )?\d+(?:\.\d+)?)$/.test(id) ||
      !statement.endsWith('.') ||
      source === '' ||
      !/^\d{4}-\d\d-\d\d$/.test(date) ||
      !['documented', 'observed', 'inferred', 'unknown'].includes(status) ||
      more.length > 0
  )
  expect(incomplete).toEqual([])
})

test('there are twenty rules', () => {
  expect(rules).toEqual(Array.from({length: 20}, (_none, index) => String(index + 1)))
})

test.each([
  ['/** Facts 1.4 and 1.5 list it. */', ['1.4', '1.5']],
  ['// (facts 2.3, 4.1, B20 to B22)', ['2.3', '4.1', 'B20', 'B21', 'B22']],
  ['/* facts 1.1 to 1.3 */', ['1.1', '1.2', '1.3']],
  ['/** 0.3, 1.1, 11.1: after a switchover */', ['0.3', '1.1', '11.1']],
  ['// (1.4, S-08: not t classes)', ['1.4', 'S-08']],
  ['// M-11, L-37', ['M-11', 'L-37']],
  ['// AM-06: no backtrack. 6.3: green replicates', ['AM-06', '6.3']],
  ['// (ecosystem facts 1.4)', ['ecosystem 1.4']],
  [`const check = {row: 'G-46'}`, ['G-46']],
  [`const check = {rows: ['AP-01', 'L-01']}`, ['AP-01', 'L-01']],
  ['// below 1.2 times, and version 17.4', []]
])('%s cites', (text, cited) => {
  expect(citationsIn({path: 'src/a.ts', text}).facts.toSorted()).toEqual(cited.toSorted())
})

test('rules and headings are read', () => {
  const text = '// (rules 5 and 7), Rule 4; (rules, "Severity of checks"), (contract, "Tags")'
  expect(citationsIn({path: 'src/a.ts', text})).toEqual({
    facts: [],
    rules: ['5', '7', '4'],
    headings: ['rules Severity of checks', 'contract Tags']
  })
})
