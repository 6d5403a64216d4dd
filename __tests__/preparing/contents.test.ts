/** What a group lacks, and what stays behind. */
import {describe, expect, test} from '@jest/globals'
import type {Contents, Filling} from '../../src/preparing/contents.ts'
import {contentsOf} from '../../src/preparing/contents.ts'
import {needsOf} from '../../src/preparing/needs.ts'
import {definitions, groupWith, parameter, source} from './builders.ts'

const integer = (name: string, value?: string, allowedValues = '0-262143') =>
  parameter(name, {value, allowedValues, dataType: 'integer', applyType: 'static'})
const FAMILY = definitions(
  integer('work_mem', '4096'),
  integer('max_wal_senders', '20'),
  parameter('rds.logical_replication', {value: '0', allowedValues: '0,1', dataType: 'boolean', applyType: 'static'}),
  parameter('event_scheduler', {allowedValues: 'ON,OFF'}),
  parameter('fsync', {isModifiable: false})
)
const fill = (over: Partial<Filling>): Contents =>
  contentsOf({
    group: groupWith({}),
    definitions: FAMILY,
    from: undefined,
    keepsOwn: true,
    fromDefinitions: FAMILY,
    apart: new Map(),
    asked: new Map(),
    needs: [],
    ...over
  })
const said = ({missing}: Contents) => Object.fromEntries(missing.map(one => [one.name, one.value]))

describe('values of another group', () => {
  test.each([
    ['goes from one of ours', {}, {work_mem: '1'}, {}, ['work_mem=1'], []],
    ['stays in one that people give', {}, {work_mem: '1'}, {keepsOwn: true}, [], ['work_mem']],
    ['stays where it is what the engine does on the other side', {}, {work_mem: '4096'}, {}, [], ['work_mem']],
    ['goes where the other says what the family cannot hold', {fsync: '0'}, {fsync: '1'}, {}, ['fsync=1'], []],
    ['and what is asked for stays', {}, {work_mem: '1'}, {asked: new Map([['work_mem', '1']])}, [], ['work_mem']]
  ])('what was there before %s', (_what, from, own, over, extra, kept) => {
    const made = fill({from: groupWith(from), group: groupWith(own), keepsOwn: false, ...over})
    expect(made.extra.map(one => `${one.name}=${one.value}`)).toEqual(extra)
    expect([...made.made.set.keys()]).toEqual(kept)
  })
  test.each([
    ['are taken over', {work_mem: '8192'}, {}, true, {work_mem: '8192'}],
    ['are not set again', {work_mem: '8192'}, {work_mem: '8192'}, true, {}],
    ['give way to what people have set in a group they give', {work_mem: '8192'}, {work_mem: '1'}, true, {}],
    ['stand in one of ours', {work_mem: '8192'}, {work_mem: '1'}, false, {work_mem: '8192'}],
    ['that are the default of the family need not be set', {work_mem: '4096'}, {}, true, {}]
  ])('%s', (_what, from, own, keepsOwn, wanted) => {
    expect(said(fill({from: groupWith(from), group: groupWith(own), keepsOwn}))).toEqual(wanted)
  })

  test('that the family does not have, let be changed or allow stay behind, with the reason', () => {
    const {left, missing} = fill({from: groupWith({work_mem: '999999', of_the_past: '1', fsync: '0'})})
    expect(missing).toEqual([])
    expect(left.map(one => `${one.name}=${one.value}: ${one.because}`)).toEqual([
      'work_mem=999999: postgres16 allows 0-262143',
      'of_the_past=1: postgres16 does not have it',
      'fsync=0: postgres16 does not let it be changed'
    ])
  })

  test('a list that comes to nothing is left to the engine', () => {
    expect(said(fill({apart: new Map([['event_scheduler', {value: ''}]])}))).toEqual({})
  })
})

describe('what is needed', () => {
  const needs = needsOf(source('postgres'), 'instance', groupWith({}))
  test('is set where nobody says enough, and where the family has it', () => {
    expect(said(fill({needs}))).toEqual({'rds.logical_replication': '1', max_wal_senders: '25'})
  })
  test('is only raised, and a formula is left and named', () => {
    expect(said(fill({needs, group: groupWith({max_wal_senders: '40', 'rds.logical_replication': '1'})}))).toEqual({})
    const {formulas, missing} = fill({needs, group: groupWith({max_wal_senders: '{DBInstanceVCPU*2}', 'rds.logical_replication': '1'})})
    expect([formulas, missing]).toEqual([['max_wal_senders'], []])
  })
  test('a value that is taken over may be enough', () => {
    expect(said(fill({needs, from: groupWith({max_wal_senders: '40'})}))).toEqual({'rds.logical_replication': '1', max_wal_senders: '40'})
  })
  test('what is asked for stands', () => {
    expect(said(fill({needs, asked: new Map([['max_wal_senders', '22']])}))).toMatchObject({max_wal_senders: '22'})
  })
})

test('what is apart on purpose stands before what is taken over, and both are told from one another', () => {
  const contents = fill({from: groupWith({event_scheduler: 'ON', work_mem: '1'}), apart: new Map([['event_scheduler', {value: 'OFF'}]])})
  expect([said(contents), contents.needed]).toEqual([{work_mem: '1', event_scheduler: 'OFF'}, ['event_scheduler']])
  expect([...contents.made.set].map(([name, {value}]) => [name, value])).toEqual([
    ['work_mem', '1'],
    ['event_scheduler', 'OFF']
  ])
})
