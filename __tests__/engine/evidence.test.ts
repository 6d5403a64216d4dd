/** Why it went wrong, in RDS's own words; each piece optional (rule 16). */
import {expect, test} from '@jest/globals'
import {known} from '../../src/domain/known.ts'
import {gather} from '../../src/engine/evidence.ts'
import {Faulted, faultOf} from '../../src/rds/faults.ts'
import {paceOf} from '../../src/waiting/pace.ts'
import type {Readers} from '../../src/world.ts'
import {deployment, observation} from '../phases/builders.ts'
import {DENIED} from './driving.ts'

const PACE = paceOf(undefined)

function readers(answers: Readonly<Record<string, object>>): Readers {
  return {
    rds: {
      read(operation, input) {
        const key = operation === 'DescribeEvents' ? `${operation} ${(input as {SourceType?: string}).SourceType}` : operation
        const answer = answers[key] ?? {}
        return Object.prototype.toString.call(answer) === '[object Error]'
          ? Promise.reject(new Faulted(faultOf(answer), operation))
          : Promise.resolve(answer as never)
      }
    },
    metrics: {read: () => Promise.resolve({})},
    clock: {elapsed: () => 0, date: () => new Date('2026-11-20T02:00:00Z'), sleep: () => Promise.resolve()},
    random: () => 0,
    signal: new AbortController().signal
  }
}

const event = (Message: string, category = 'failure') => ({
  Message,
  EventCategories: [category],
  Date: new Date('2026-11-20T01:00:00Z'),
  SourceIdentifier: 'x'
})
const failed = observation('INVALID_CONFIGURATION', {
  deployment: known(
    deployment('INVALID_CONFIGURATION', {
      statusDetails: 'max_replication_slots',
      tasks: [{name: 'DB_ENGINE_VERSION_UPGRADE', status: 'FAILED'}]
    })
  )
})
const everything = {
  'DescribeEvents blue-green-deployment': {
    Events: [event('Creation of blue/green deployment failed because of slots.'), event('tasks completed', 'creation')]
  },
  'DescribeEvents db-instance': {
    Events: [event("The DB instance is in a state that can't be upgraded.", 'notification'), event('Backing up', 'backup')]
  },
  DescribeDBLogFiles: {
    DescribeDBLogFiles: [
      {LogFileName: 'error/postgresql.log', LastWritten: 9},
      {LogFileName: 'pg_upgrade_precheck.log.1', LastWritten: 1},
      {LogFileName: 'pg_upgrade_precheck.log.2', LastWritten: 2}
    ]
  },
  DownloadDBLogFilePortion: {LogFileData: `${Array.from({length: 60}, (_one, at) => `line ${at}`).join('\n')}\n\n`}
}

test('status details, tasks, failure events, events of green and the end of the newest upgrade log', async () => {
  const {details, warnings} = await gather(readers(everything), failed, 'provisioning', PACE)
  expect(warnings).toEqual([])
  expect(details.slice(0, 3)).toEqual([
    'status details: max_replication_slots',
    'task DB_ENGINE_VERSION_UPGRADE: FAILED',
    'event: 2026-11-20T01:00:00.000Z Creation of blue/green deployment failed because of slots.'
  ])
  expect(details).toContain("event of orders-green-abc123: 2026-11-20T01:00:00.000Z The DB instance is in a state that can't be upgraded.")
  expect(details.filter(line => line.includes('Backing up') || line.includes('tasks completed'))).toEqual([])
  expect(details).toContain('end of pg_upgrade_precheck.log.2 on orders-green-abc123:')
  expect(details.filter(line => line.startsWith('  line'))).toHaveLength(80)
  expect(details).not.toContain('  line 19')
})

test('what is denied is a warning that names the permission, and the rest is there', async () => {
  const {details, warnings} = await gather(
    readers({...everything, 'DescribeEvents blue-green-deployment': DENIED, DescribeDBLogFiles: DENIED}),
    failed,
    'provisioning',
    PACE
  )
  expect(details[0]).toBe('status details: max_replication_slots')
  expect(new Set(warnings)).toEqual(
    new Set(['less detail: rds:DescribeEvents is not allowed', 'less detail: rds:DescribeDBLogFiles is not allowed'])
  )
})

test('nothing is asked without a deployment, without a wish, or after a signal', async () => {
  const gone = new AbortController()
  gone.abort()
  const none = {details: [], warnings: [], binlog: []}
  expect(await gather(readers(everything), failed, undefined, PACE)).toEqual(none)
  expect(await gather({...readers(everything), signal: gone.signal}, failed, 'provisioning', PACE)).toEqual(none)
  expect(await gather(readers(everything), observation('no deployment'), 'switchover', PACE)).toEqual(none)
})
