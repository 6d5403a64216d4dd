import {describe, expect, test} from '@jest/globals'
import {isFormula, numberOf} from '../../src/domain/parameters.ts'
import {isAllowed, whyNot} from '../../src/preparing/allowed.ts'
import {parameter} from './builders.ts'

type Row = readonly [allowed: string | undefined, type: string, value: string, is: boolean]
const ROWS: readonly Row[] = [
  ['0,1', 'boolean', '1', true],
  ['0,1', 'boolean', '2', false],
  ['0,1', 'boolean', '', false],
  ['1-100', 'integer', '1', true],
  ['1-100', 'integer', '100', true],
  ['1-100', 'integer', '101', false],
  ['1-100', 'integer', '5x', false],
  ['1-100', 'integer', '{DBInstanceClassMemory/12582880}', true],
  ['1-100', 'integer', 'GREATEST({DBInstanceVCPU*2},8)', true],
  ['0-1,5', 'integer', '5', true],
  ['0-1,5', 'integer', '4', false],
  ['-1-2147483647', 'integer', '-1', true],
  ['-1-2147483647', 'integer', '-2', false],
  ['-10--5', 'integer', '-7', true],
  ['0.1-0.9', 'float', '0.5', true],
  ['0.1-0.9', 'float', '1.5', false],
  ['ON,OFF', 'string', 'off', true],
  ['ON,OFF', 'string', 'maybe', false],
  ['local, on, off', 'string', 'on', true],
  ['full,minimal,noblob', 'string', 'full,minimal', false],
  ['pgaudit,pg_cron', 'list', 'pgaudit,pg_cron', true],
  ['pgaudit,pg_cron', 'list', 'pgaudit, nothing', false],
  ['pgaudit,pg_cron', 'list', '', true],
  [undefined, 'string', 'anything, really', true],
  [undefined, 'integer', '12', true],
  [undefined, 'integer', 'twelve', false],
  ['', 'string', 'x', true]
]

test.each(ROWS)('%s (%s) allows "%s": %s', (allowedValues, dataType, value, is) => {
  expect(isAllowed({allowedValues, dataType}, value)).toBe(is)
})

test.each([
  ['{TrueIfReplica}', true],
  ['LEAST({DBInstanceClassMemory/9531392},5000)', true],
  ['25', false],
  ['on', false]
])('%s is a formula: %s', (value, is) => expect(isFormula(value)).toBe(is))

test.each([
  ['25', 25],
  ['-1', -1],
  ['0.5', 0.5],
  ['25 MB', undefined],
  ['', undefined],
  [undefined, undefined]
])('%s is the number %s', (value, is) => expect(numberOf(value)).toBe(is))

describe('why a group cannot hold a value', () => {
  test.each([
    [undefined, '1', 'postgres17 does not have it'],
    [parameter('fsync', {isModifiable: false}), '1', 'postgres17 does not let it be changed'],
    [parameter('work_mem', {allowedValues: '64-100', dataType: 'integer'}), '1', 'postgres17 allows 64-100'],
    [parameter('work_mem', {dataType: 'integer'}), 'much', 'postgres17 allows integer'],
    [parameter('work_mem', {allowedValues: '64-100', dataType: 'integer'}), '64', undefined]
  ])('%#', (definition, value, because) => expect(whyNot(definition, value, 'postgres17')).toBe(because))
})
