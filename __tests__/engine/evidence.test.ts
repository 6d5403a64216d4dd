/** Why it went wrong, in RDS's own words; each piece optional (rule 16). */
import {describe, expect, test} from '@jest/globals'
import type {Known} from '../../src/domain/known.ts'
import {known, unknown} from '../../src/domain/known.ts'
import {gather as gatherAt} from '../../src/engine/evidence.ts'
import type {Observation} from '../../src/observing/observation.ts'
import type {Evidence} from '../../src/phases/phase.ts'
import {Faulted, faultOf} from '../../src/rds/faults.ts'
import {paceOf} from '../../src/waiting/pace.ts'
import type {Readers} from '../../src/world.ts'
import {arn, byLabel, deployment, NONE, observation, old, production} from '../phases/builders.ts'
import {DENIED, THROTTLED} from './driving.ts'

const gather = (look: Readers, now: Observation, evidence: Evidence | undefined) => gatherAt(look, now, evidence, paceOf(undefined))

function readers(answers: Readonly<Record<string, object>>, asked: object[] = []): Readers {
  return {
    rds: {
      read(operation, input) {
        asked.push({operation, ...input})
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
  const {details, warnings} = await gather(readers(everything), failed, 'provisioning')
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
    'provisioning'
  )
  expect(details[0]).toBe('status details: max_replication_slots')
  expect(new Set(warnings)).toEqual(
    new Set(['less detail: rds:DescribeEvents is not allowed', 'less detail: rds:DescribeDBLogFiles is not allowed'])
  )
})

test('nothing is asked without a deployment, without a wish, or after a signal', async () => {
  const gone = new AbortController()
  gone.abort()
  const none = {details: [], warnings: [], binlog: [], advice: []}
  expect(await gather(readers(everything), failed, undefined)).toEqual(none)
  expect(await gather({...readers(everything), signal: gone.signal}, failed, 'provisioning')).toEqual(none)
  expect(await gather(readers(everything), observation(NONE), 'switchover')).toEqual(none)
})

describe('what the deployment itself tells', () => {
  const detailsOf = async (over: Parameters<typeof deployment>[1]): Promise<readonly string[]> => {
    const now = observation('SWITCHOVER_FAILED', {deployment: known(deployment('SWITCHOVER_FAILED', {tasks: [], members: [], ...over}))})
    return (await gather(readers({}), now, 'switchover')).details
  }
  test('nothing where RDS says nothing', async () => {
    expect(await detailsOf({statusDetails: undefined})).toEqual([])
    expect(await detailsOf({statusDetails: '', tasks: undefined})).toEqual([])
  })
  test('tasks and members that failed, and no others', async () => {
    const member = (source: string | undefined, target: string | undefined, status: string | undefined) => ({source, target, status})
    expect(
      await detailsOf({
        tasks: [
          {name: 'COPY', status: 'COMPLETED'},
          {name: 'UPGRADE', status: 'FAILED'}
        ],
        members: [
          member(arn('orders'), arn('orders-green'), 'SWITCHOVER_FAILED'),
          member(undefined, arn('other-green'), 'MISSING_SOURCE'),
          member(arn('fine'), arn('fine-green'), 'SWITCHOVER_COMPLETED'),
          member(arn('new'), undefined, undefined)
        ]
      })
    ).toEqual(['task UPGRADE: FAILED', 'member orders: SWITCHOVER_FAILED', 'member other-green: MISSING_SOURCE'])
  })
})

test('of many events the last ten, without a date where RDS gives none', async () => {
  const many = Array.from({length: 12}, (_one, at) => ({Message: `failed ${at}`, EventCategories: ['failure']}))
  const of = (source: string) => ({[`DescribeEvents ${source}`]: {Events: many}})
  const {details} = await gather(readers({...of('blue-green-deployment'), ...of('db-instance')}), failed, 'provisioning')
  const events = details.filter(line => line.startsWith('event: '))
  expect([events.length, events[0], events.at(-1)]).toEqual([10, 'event: failed 2', 'event: failed 11'])
  expect(details.filter(line => line.startsWith('event of orders-green-abc123: '))).toHaveLength(10)
})

test('events and logs are asked of green instances alone, by name, over a day', async () => {
  const asked: object[] = []
  const one = deployment('INVALID_CONFIGURATION', {target: arn('shop-green', 'cluster'), members: []})
  const members = [arn('shop-1-green'), arn('shop-ro-green', 'cluster-endpoint')].map(target => ({
    source: undefined,
    target,
    status: undefined
  }))
  await gather(readers(everything, asked), observation('INVALID_CONFIGURATION', {deployment: known({...one, members})}), 'provisioning')
  expect(asked.slice(1)).toEqual([
    {operation: 'DescribeEvents', SourceType: 'db-instance', SourceIdentifier: 'shop-1-green', Duration: 1440},
    {operation: 'DescribeDBLogFiles', DBInstanceIdentifier: 'shop-1-green'},
    {
      operation: 'DownloadDBLogFilePortion',
      DBInstanceIdentifier: 'shop-1-green',
      LogFileName: 'pg_upgrade_precheck.log.2',
      NumberOfLines: 200
    }
  ])
})

describe('an upgrade log', () => {
  const files = (...names: readonly (readonly [string | undefined, number | undefined])[]) => ({
    DescribeDBLogFiles: names.map(([LogFileName, LastWritten]) => ({LogFileName, LastWritten}))
  })
  test('that nobody wrote is not asked for', async () => {
    const asked: object[] = []
    const none = {...everything, DescribeDBLogFiles: files(['error/postgresql.log', 9], [undefined, 10])}
    const {details, warnings} = await gather(readers(none, asked), failed, 'provisioning')
    expect(asked.filter(one => JSON.stringify(one).includes('Download'))).toEqual([])
    expect([details.filter(line => line.includes('end of')), warnings]).toEqual([[], []])
    expect((await gather(readers({...everything, DescribeDBLogFiles: {}}), failed, 'provisioning')).warnings).toEqual([])
  })
  test('that is empty is left out', async () => {
    for (const portion of [{}, {LogFileData: '  \n\n'}]) {
      const {details} = await gather(readers({...everything, DownloadDBLogFilePortion: portion}), failed, 'provisioning')
      expect(details.filter(line => line.includes('end of'))).toEqual([])
    }
  })
  test('without a time is older than any with one', async () => {
    const some = files(['upgrade-prechecks.a', undefined], ['upgrade-prechecks.b', 1], ['upgrade-prechecks.c', undefined])
    const {details} = await gather(readers({...everything, DescribeDBLogFiles: some}), failed, 'provisioning')
    expect(details).toContain('end of upgrade-prechecks.b on orders-green-abc123:')
  })
})

test('what was not denied but not answered either is a warning in RDS’s words; a defect of ours is none', async () => {
  const {warnings} = await gather(readers({...everything, DescribeDBLogFiles: THROTTLED}), failed, 'provisioning')
  expect(new Set(warnings)).toEqual(new Set(['less detail: DescribeDBLogFiles: Throttling: Throttling']))
  const broken = readers(everything)
  await expect(gather({...broken, rds: {read: () => Promise.reject(new TypeError('a defect'))}}, failed, 'switchover')).rejects.toThrow(
    'a defect'
  )
})

describe('binary log coordinates of the MySQL family', () => {
  const told = (name: string, position = 4) => ({
    Message: `Binary log coordinates in green environment after switchover: file bin.1 and position ${position}`,
    SourceIdentifier: name
  })
  const now = (engine = 'mysql', switchedOverAt?: Known<Date>) => {
    const one = observation('SWITCHOVER_COMPLETED', {databases: byLabel(old, {...production, engine})})
    return switchedOverAt === undefined ? one : {...one, memory: unknown('denied'), switchedOverAt}
  }
  const events = {
    'DescribeEvents db-instance': {Events: [told('orders-green-abc123'), told('orders-r1', 5), told('stranger'), told('orders-2')]}
  }

  test('those of production and its members, under their old names and their new ones, and of nobody else', async () => {
    const {binlog, details, warnings} = await gather(readers(events), now(), 'afterwards')
    expect([details, warnings]).toEqual([[], []])
    expect(binlog.map(one => [one.database, one.position])).toEqual([
      ['orders-green-abc123', '4'],
      ['orders-r1', '5']
    ])
  })
  test('back to an hour before the switchover, an hour where its time is not known', async () => {
    const minutes = async (switchedOverAt?: Known<Date>): Promise<unknown> => {
      const asked: object[] = []
      await gather(readers(events, asked), now('mariadb', switchedOverAt), 'afterwards')
      return asked
    }
    const of = (Duration: number) => [{operation: 'DescribeEvents', SourceType: 'db-instance', Duration}]
    // By memory at 2026-11-18T02:00:00Z, two days before.
    expect(await minutes()).toEqual(of(2 * 24 * 60 + 60))
    expect(await minutes(known(new Date('2026-11-20T01:30:00Z')))).toEqual(of(90))
    expect(await minutes(known(new Date('2026-11-20T03:30:00Z')))).toEqual(of(60))
    expect(await minutes(unknown('denied'))).toEqual(of(60))
  })
  test('PostgreSQL has none, nor has what was not read: nothing is asked', async () => {
    const asked: object[] = []
    for (const one of [now('postgres'), {...now(), databases: unknown('x')}])
      expect((await gather(readers(events, asked), one, 'afterwards')).binlog).toEqual([])
    expect(asked).toEqual([])
  })
  test('that may not be read are a warning', async () => {
    expect(await gather(readers({'DescribeEvents db-instance': DENIED}), now(), 'afterwards')).toEqual({
      details: [],
      advice: [],
      binlog: [],
      warnings: ['the binary log coordinates could not be read: DescribeEvents: AccessDenied: AccessDenied']
    })
    const broken = readers({})
    await expect(gather({...broken, rds: {read: () => Promise.reject(new TypeError('a defect'))}}, now(), 'afterwards')).rejects.toThrow(
      'a defect'
    )
  })
})
