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
  expect(Object.fromEntries(needsOf(source(name), kind).map(one => [one.name, one.value]))).toEqual(needed)
})

describe('whether one is met', () => {
  const SLOTS = ['postgres', 'max_replication_slots'] as const
  const rows: readonly (readonly [SourceName, string, string | undefined, 'user' | 'system', 'met' | 'left' | 'missing'])[] = [
    ['postgres', 'rds.logical_replication', '1', 'user', 'met'],
    ['postgres', 'rds.logical_replication', 'on', 'user', 'met'],
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
    ['aurora-mysql', 'binlog_format', undefined, 'system', 'missing'],
    ['aurora-mysql', 'binlog_format', 'MIXED', 'user', 'met'],
    ['aurora-mysql', 'binlog_format', 'ROW', 'user', 'met']
  ]
  test.each(rows)('%s: %s=%s, set by the %s, is %s', (name, which, value, by, expected) => {
    const kind = name.startsWith('aurora') ? 'cluster' : 'instance'
    const need = needsOf(source(name), kind).find(one => one.name === which)
    const group = by === 'user' && value !== undefined ? groupWith({[which]: value}) : groupWith({}, definitions(parameter(which, {value})))
    expect(need === undefined ? undefined : standingOf(need, group)).toBe(expected)
  })
})
