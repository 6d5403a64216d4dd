/** What blue/green needs, by engine and kind of replication (facts 9.4). */
import {describe, expect, test} from '@jest/globals'
import {needsOf, standingOf} from '../../src/preparing/needs.ts'
import type {SourceName} from './builders.ts'
import {definitions, groupWith, parameter, source} from './builders.ts'

const LOGICAL = {
  'rds.logical_replication': '1',
  max_replication_slots: '25',
  max_wal_senders: '25',
  max_logical_replication_workers: '25',
  max_worker_processes: '50'
}

const ROWS: readonly (readonly [SourceName, 'instance' | 'cluster', Readonly<Record<string, string>>])[] = [
  ['postgres', 'instance', LOGICAL],
  ['postgres, a minor version', 'instance', {}],
  ['mysql', 'instance', {}],
  ['mariadb', 'instance', {}],
  ['aurora-postgresql', 'cluster', {...LOGICAL, synchronous_commit: 'on'}],
  ['aurora-postgresql', 'instance', {}],
  ['aurora-postgresql, a minor version', 'cluster', {...LOGICAL, synchronous_commit: 'on'}],
  ['aurora-mysql', 'cluster', {binlog_format: 'ROW'}],
  ['aurora-mysql', 'instance', {}]
]

test.each(ROWS)('%s, in the group of the %s', (name, kind, needed) => {
  expect(Object.fromEntries(needsOf(source(name), kind, groupWith({})).map(one => [one.name, one.valueFor()]))).toEqual(needed)
})

describe('whether one is met', () => {
  const SLOTS = ['postgres', 'max_replication_slots'] as const
  const rows: readonly (readonly [SourceName, string, string | undefined, 'user' | 'system', 'met' | 'left' | 'missing'])[] = [
    ['postgres', 'rds.logical_replication', '1', 'user', 'met'],
    ['postgres', 'rds.logical_replication', 'on', 'user', 'missing'],
    ['postgres', 'rds.logical_replication', '0', 'user', 'missing'],
    ['postgres', 'rds.logical_replication', undefined, 'system', 'missing'],
    [...SLOTS, '25', 'user', 'met'],
    [...SLOTS, '200', 'user', 'met'],
    [...SLOTS, '24', 'user', 'missing'],
    [...SLOTS, '20', 'system', 'missing'],
    [...SLOTS, undefined, 'system', 'missing'],
    // Of the engine itself: nobody has thought about it.
    ['postgres', 'max_worker_processes', 'GREATEST({DBInstanceVCPU*2},8)', 'system', 'missing'],
    ['postgres', 'max_worker_processes', 'GREATEST({DBInstanceVCPU*4},64)', 'user', 'left'],
    ['postgres', 'max_worker_processes', '8', 'user', 'missing'],
    ['aurora-postgresql', 'synchronous_commit', undefined, 'system', 'met'],
    ['aurora-postgresql', 'synchronous_commit', 'on', 'user', 'met'],
    ['aurora-postgresql', 'synchronous_commit', 'local', 'user', 'missing'],
    ['aurora-mysql', 'binlog_format', 'OFF', 'system', 'missing'],
    ['aurora-mysql', 'binlog_format', '0', 'user', 'missing'],
    ['aurora-mysql', 'binlog_format', undefined, 'system', 'missing'],
    ['aurora-mysql', 'binlog_format', 'MIXED', 'user', 'met'],
    ['aurora-mysql', 'binlog_format', 'ROW', 'user', 'met']
  ]
  test.each(rows)('%s: %s=%s, set by the %s, is %s', (name, which, value, by, expected) => {
    const kind = name.startsWith('aurora') ? 'cluster' : 'instance'
    const group = by === 'user' && value !== undefined ? groupWith({[which]: value}) : groupWith({}, definitions(parameter(which, {value})))
    const need = needsOf(source(name), kind, group).find(one => one.name === which)
    expect(need === undefined ? undefined : standingOf(need, group)).toBe(expected)
  })
})

test('what people set for the instances of a cluster goes before what the cluster says', () => {
  const off = groupWith({synchronous_commit: 'off'})
  expect(needsOf(source('aurora-postgresql'), 'instance', off).map(need => [need.name, standingOf(need, off)])).toEqual([
    ['synchronous_commit', 'missing']
  ])
  expect(needsOf(source('aurora-mysql'), 'instance', off)).toEqual([])
})

test('processes are more than the workers that are taken from them', () => {
  const processes = needsOf(source('postgres'), 'instance', groupWith({})).find(one => one.name === 'max_worker_processes')
  const with60 = (max_worker_processes: string) => groupWith({max_logical_replication_workers: '60', max_worker_processes})
  expect(['50', '60', '61', '120'].map(value => processes && standingOf(processes, with60(value)))).toEqual([
    'missing',
    'missing',
    'met',
    'met'
  ])
  expect(processes?.valueFor(with60('50'))).toBe('120')
})
