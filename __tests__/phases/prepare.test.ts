/** What `prepare` does when, as tables: above all when it restarts a database, and when it must not. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {known} from '../../src/domain/known.ts'
import type {Inputs} from '../../src/inputs.ts'
import {claimsOf} from '../../src/observing/claims.ts'
import type {Observation} from '../../src/observing/observation.ts'
import type {GroupSeen} from '../../src/observing/preparing.ts'
import type {Written} from '../../src/observing/recall.ts'
import type {Situation} from '../../src/phases/phase.ts'
import type {Call} from '../../src/rds/api.ts'
import {hold} from '../../src/waiting/steadiness.ts'
import {
  arn,
  blue,
  blueReplica,
  group,
  inputs,
  NONE,
  NOW,
  observation,
  PREPARING,
  phase,
  said,
  situation,
  stepsOf,
  writeOf,
  written
} from './builders.ts'

const NEEDED = {
  'rds.logical_replication': '1',
  max_replication_slots: '25',
  max_wal_senders: '25',
  max_logical_replication_workers: '25',
  max_worker_processes: '50'
}
const OURS = 'orders-postgres16-bg-blue'
const GREENS = 'orders-postgres17-bg-green'
const MINUTE = 60_000

const groupSeen = (name: string, family: string, over: Partial<GroupSeen> = {}): readonly [string, GroupSeen] => [
  `instance ${name}`,
  {group: group(name, family, NEEDED), arn: arn(name, 'pg'), changedAt: undefined, madeFor: blue.resourceId, users: [], ...over}
]
const REBOOT: Partial<Inputs> = {allowReboot: true}

/** Groups made and filled; primary and replica as told. */
function seen(primary: Partial<Database>, replica: Partial<Database> = primary, changedAt?: Date): Observation {
  const [one, other] = [
    {...blue, parameterGroup: OURS, ...primary},
    {...blueReplica, parameterGroup: OURS, ...replica}
  ]
  const dated = changedAt === undefined ? {} : {changedAt}
  const groups = [groupSeen(OURS, 'postgres16', {users: [one.name, other.name], ...dated}), groupSeen(GREENS, 'postgres17', dated)]
  return observation(NONE, {
    production: known(one),
    blue: known([one, other]),
    preparing: known({...PREPARING, groups: new Map([...PREPARING.groups, ...groups])})
  })
}

const planned = (now: Observation, over: Partial<Situation> = {}, wishes: Partial<Inputs> = REBOOT) =>
  phase('prepare').plan(inputs({}, wishes), situation(now, over))
const next = (...all: Parameters<typeof planned>): string => {
  const plan = planned(...all)
  return plan.is === 'steps' && plan.steps[0].do === 'write' ? `${said(plan)} ${subjectOf(plan.steps[0].call)}` : said(plan)
}
const subjectOf = ({input}: Call): string =>
  'DBInstanceIdentifier' in input
    ? (input.DBInstanceIdentifier ?? '')
    : 'DBParameterGroupName' in input
      ? (input.DBParameterGroupName ?? '')
      : ''

const PENDING = {parameterApplyStatus: 'pending-reboot'}
const IN_SYNC = {parameterApplyStatus: 'in-sync'}
const reboot = (name: string, over: Partial<Written> = {}): Written =>
  written({operation: 'RebootDBInstance', input: {DBInstanceIdentifier: name}}, over)
const lost = {kind: 'lost', code: 'ECONNRESET', message: ''} as const
/** The same, seen over so many seconds. */
const seenFor = (now: Observation, seconds: number) => ({
  steady: new Map([
    ...situation(now).steady,
    ...[...hold(hold(new Map(), claimsOf(now), 0), claimsOf(now), seconds * 1000)].filter(([claim]) => claim.includes('group '))
  ])
})

describe('restarts', () => {
  const pending = seen(PENDING)
  const rows: readonly (readonly [string, Observation, Partial<Situation>, string])[] = [
    ['the replica goes first', pending, {}, 'RebootDBInstance orders-r1'],
    ['then the primary', seen(PENDING, IN_SYNC), {}, 'RebootDBInstance orders'],
    ['one at a time', seen(PENDING, {...PENDING, status: 'rebooting'}), {}, 'wait provisioning'],
    ['never what is not available', seen({...PENDING, status: 'modifying'}, IN_SYNC), {}, 'wait provisioning'],
    ['never what is broken', seen({...PENDING, status: 'storage-full'}, IN_SYNC), {}, 'blocked checks_not_met'],
    ['never what nobody knows', seen({...PENDING, status: 'pondering'}, IN_SYNC), {}, 'blocked status_unknown'],
    ['not on the word of one look', pending, seenFor(pending, 0), 'wait confirming'],
    ['not before a look can be young enough', pending, seenFor(pending, 45), 'wait confirming'],
    ['then', pending, seenFor(pending, 61), 'RebootDBInstance orders-r1'],
    ['not while it takes the group in', seen({parameterApplyStatus: 'applying'}), {}, 'wait provisioning'],
    ['not while RDS says nothing', seen({parameterApplyStatus: undefined}), {}, 'wait provisioning'],
    ['not again once one was accepted', pending, {written: [reboot('orders-r1', {at: 0})]}, 'wait provisioning'],
    ['not again before a lost one is known', pending, {written: [reboot('orders-r1', {answer: lost, at: 990_000})]}, 'wait provisioning'],
    [
      'again once a lost one has not happened',
      pending,
      {written: [reboot('orders-r1', {answer: lost, at: 0})]},
      'RebootDBInstance orders-r1'
    ],
    ['nothing where everything is in effect', seen(IN_SYNC), {}, 'done prepared'],
    ['nothing before that is sure', seen(IN_SYNC), seenFor(seen(IN_SYNC), 5), 'wait confirming']
  ]
  test.each(rows)('%s', (_what, now, over, expected) => expect(next(now, over)).toBe(expected))

  test('right before it is sent the database must still wait for it', () => {
    const {bearer} = writeOf(planned(pending))
    expect(bearer).toMatchObject({kind: 'instance', name: 'orders-r1', resourceId: blueReplica.resourceId})
    expect([PENDING, IN_SYNC, {...PENDING, status: 'rebooting'}].map(over => bearer?.still?.({...blueReplica, ...over}))).toEqual([
      true,
      false,
      false
    ])
  })

  test('its effect is a database that is not available, or does not wait any more', () => {
    const step = writeOf(planned(pending))
    expect([pending, seen(PENDING, {...PENDING, status: 'rebooting'}), seen(PENDING, IN_SYNC)].map(step.shows)).toEqual([false, true, true])
  })
})

describe('association', () => {
  const today = {parameterGroup: 'default.postgres16', ...IN_SYNC}
  const rows: readonly (readonly [string, Observation, string])[] = [
    ['the replica goes first', seen(today), 'ModifyDBInstance orders-r1'],
    ['then the primary', seen(today, PENDING), 'ModifyDBInstance orders'],
    ['then the restarts', seen(PENDING, PENDING), 'RebootDBInstance orders-r1']
  ]
  test.each(rows)('%s', (_what, now, expected) => expect(next(now)).toBe(expected))

  test('the whole way is planned', () => {
    expect(stepsOf(planned(seen(today)))).toEqual(['ModifyDBInstance', 'ModifyDBInstance', 'RebootDBInstance', 'RebootDBInstance'])
  })

  test('in sync right behind it is not believed for five minutes', () => {
    const call: Call = {operation: 'ModifyDBInstance', input: {DBInstanceIdentifier: 'orders', DBParameterGroupName: OURS}}
    const now = seen(IN_SYNC)
    expect(next(now, {written: [written(call)], ...seenFor(now, 120)})).toBe('wait confirming')
    expect(next(now, {written: [written(call)], ...seenFor(now, 301)})).toBe('done prepared')
    expect(next(now, {written: [written(call), reboot('orders')], ...seenFor(now, 60)})).toBe('done prepared')
  })
})

describe('without allow-reboot', () => {
  test.each([
    ['the groups first', observation(NONE), 'CreateDBParameterGroup orders-postgres16-bg-blue'],
    ['then it is for people', seen(PENDING), 'blocked reboot_needed'],
    ['also backups', seen({...IN_SYNC, traits: {...blue.traits, backupRetentionDays: 0}}, IN_SYNC), 'blocked reboot_needed'],
    ['nothing where nothing is left', seen(IN_SYNC), 'done prepared']
  ])('%s', (_what, now, expected) => expect(next(now, {}, {})).toBe(expected))
})

describe('the five minutes', () => {
  test.each([
    [new Date(NOW.getTime() - MINUTE), 'wait provisioning'],
    [new Date(NOW.getTime() - 7 * MINUTE), 'done prepared'],
    [undefined, 'done prepared']
  ])('since %s: %s', (changedAt, expected) => expect(next(seen(IN_SYNC, IN_SYNC, changedAt))).toBe(expected))
})

describe('backups', () => {
  const off = (over: Partial<Database['traits']> = {}) =>
    seen({...IN_SYNC, traits: {...blue.traits, backupRetentionDays: 0, ...over}}, IN_SYNC)
  const pending = off({pendingChanges: ['BackupRetentionPeriod']})
  const rows: readonly (readonly [string, Observation, Partial<Situation>, string])[] = [
    ['that are off are switched on', off(), {}, 'ModifyDBInstance orders'],
    ['that are about to be on are waited for', pending, seenFor(pending, 60), 'wait provisioning'],
    ['that somebody has put off are waited for: the days are theirs', pending, seenFor(pending, 301), 'wait provisioning'],
    ['not together with what others have put off', off({pendingChanges: ['DBInstanceClass']}), {}, 'blocked checks_not_met']
  ]
  test.each(rows)('%s', (_what, now, over, expected) => expect(next(now, over)).toBe(expected))

  test('right before it is sent nobody else may have switched them on', () => {
    const {bearer} = writeOf(planned(off()))
    const days = (backupRetentionDays: number): Database => ({...blue, traits: {...blue.traits, backupRetentionDays}})
    expect([0, 1, 9].map(count => bearer?.still?.(days(count)))).toEqual([true, false, false])
  })
})
