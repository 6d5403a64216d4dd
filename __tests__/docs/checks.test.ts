/** docs/checks.md is made from the checks and the register; every limitation we know of has a check or a reason, and never both. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {checksDocument} from '../../scripts/checks-register.ts'
import type {OwnRow, SameRow} from '../../scripts/register/row.ts'
import {WITHOUT} from '../../scripts/register/row.ts'
import {ROWS} from '../../scripts/register/rows.ts'
import {checks} from '../../src/checks/index.ts'
import {root} from '../house/source.ts'
import {tableRows} from './markdown-tables.ts'

const file = (name: string): string => readFileSync(join(root, name), 'utf8')
const same = ROWS.filter((row): row is SameRow => 'same' in row)
const own = ROWS.filter((row): row is OwnRow => !('same' in row))
const named = new Set(checks.flatMap(check => check.rows))

test('docs/checks.md is what the register makes (node scripts/checks-register.ts --write)', () => {
  expect(file('docs/checks.md')).toBe(checksDocument())
})

test('every row is there once', () => {
  const ids = ROWS.map(({row}) => row)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('every row that a check names is a row of its own', () => {
  const ids = own.map(({row}) => row)
  expect([...named].filter(row => !ids.includes(row))).toEqual([])
})

test('every row has a check or a reason', () => {
  expect(own.filter(({row, without}) => !named.has(row) && without === undefined).map(({row}) => row)).toEqual([])
})

test('no row has both', () => {
  expect(own.filter(({row, without}) => named.has(row) && without !== undefined).map(({row}) => row)).toEqual([])
})

test('what is the same as another row is the same as one with an answer of its own', () => {
  const ids = own.map(({row}) => row)
  expect(same.filter(row => row.same.length === 0 || row.same.some(id => !ids.includes(id)))).toEqual([])
})

const facts = new Map(
  tableRows(file('docs/facts.md'), ['row', 'statement', 'source', 'date', 'status']).map(([id = '', , source]) => [id, source])
)

test('every row that a check may name stands in docs/facts.md', () => {
  expect(own.filter(({row, without}) => without === undefined && !facts.has(row)).map(({row}) => row)).toEqual([])
})

test('a row that docs/facts.md has too was read in the same place', () => {
  const plain = (text: string): string => text.replaceAll('`', '')
  expect(own.filter(({row, source}) => facts.has(row) && facts.get(row) !== plain(source)).map(({row}) => row)).toEqual([])
})

test('rows are short, reasons are sentences without their full stop, and no kind of reason is idle', () => {
  expect(ROWS.filter(({what}) => what.length > 110 || /[.\s]$/.test(what)).map(({row}) => row)).toEqual([])
  expect(own.filter(({source, without}) => source === '' || /^$|[.\s]$/.test(without?.because ?? 'none')).map(({row}) => row)).toEqual([])
  const used = new Set(own.flatMap(({without}) => (without === undefined ? [] : [without.is])))
  expect([...used].toSorted()).toEqual(Object.keys(WITHOUT).toSorted())
})

test('every check and every row stands in a table, in whole', () => {
  const text = file('docs/checks.md')
  expect(tableRows(text, ['check', 'statement', 'severity', 'before', 'prepare mends it', 'rows']).map(([id]) => id)).toEqual(
    checks.map(({id}) => id)
  )
  const answer = 'check, or why there is none'
  const rows = [...tableRows(text, ['row', 'sources', 'limitation', 'read in', answer]), ...tableRows(text, ['row', 'limitation', answer])]
  expect(rows.map(([id]) => id)).toEqual(ROWS.map(({row}) => row))
  expect(rows.filter(cells => cells.length !== 5 && cells.length !== 3)).toEqual([])
  expect(rows.filter(cells => cells.includes(''))).toEqual([])
})
