/** What is left to people without allow-reboot: in words, and as commands in their order. */
import {describe, expect, test} from '@jest/globals'
import type {Inputs} from '../../src/inputs.ts'
import {sourceOf} from '../../src/observing/source.ts'
import type {Step, WriteStep} from '../../src/phases/phase.ts'
import {rebootNeeded} from '../../src/phases/reboot-needed.ts'
import type {GroupWork} from '../../src/preparing/work.ts'
import type {Call} from '../../src/rds/api.ts'
import {blue, blueReplica, group, inputs, NONE, NOW, observation, situation, TARGET} from './builders.ts'

const write = (call: Call, name?: string): WriteStep => ({
  do: 'write',
  intent: 'x',
  call,
  shows: () => true,
  refused: {reason: 'cannot_tell', remedy: ''},
  ...(name === undefined ? {} : {bearer: {kind: 'instance', name, resourceId: 'db-X'}})
})
const move = (name: string) =>
  write({operation: 'ModifyDBInstance', input: {DBInstanceIdentifier: name, DBParameterGroupName: 'ours'}}, name)
const reboot = (name: string) => write({operation: 'RebootDBInstance', input: {DBInstanceIdentifier: name}}, name)
const edit = write({operation: 'ModifyDBParameterGroup', input: {DBParameterGroupName: 'ours', Parameters: []}})
const note = write({operation: 'AddTagsToResource', input: {ResourceName: 'arn', Tags: []}})
const work = (over: Partial<GroupWork> = {}): GroupWork => ({
  side: 'blue',
  kind: 'instance',
  name: 'ours',
  family: 'postgres16',
  seen: {group: group('ours', 'postgres16'), arn: 'arn', changedAt: undefined, madeFor: undefined, users: []},
  missing: [],
  extra: [],
  isToBeFinished: false,
  isLive: false,
  from: undefined,
  made: group('ours', 'postgres16'),
  ...over
})

function left(steps: readonly Step[], groups: readonly GroupWork[] = [], wishes: Partial<Inputs> = {}, making: readonly Step[] = []) {
  const given = inputs({'aws-region': 'eu-west-1'}, wishes)
  const one = {
    kind: 'instance' as const,
    blue: 'ours',
    groups,
    differences: new Map(),
    blueGroup: group('ours', 'f'),
    greenGroup: group('g', 'f'),
    notes: ['a note']
  }
  const source = sourceOf(blue, [blue, blueReplica], TARGET, given)
  const plan = rebootNeeded({
    inputs: given,
    source,
    work: {kinds: [one], needsBackups: false},
    making,
    left: steps,
    situation: situation(observation(NONE))
  })
  if (plan.is !== 'refuse') throw new Error(plan.is)
  return plan
}
const waits = (name: string) => `sleep 60 && aws rds wait db-instance-available --region eu-west-1 --db-instance-identifier ${name}`

describe('in words', () => {
  const live = work({isLive: true, missing: [{name: 'work_mem', value: '64', applyType: 'dynamic'}]})
  test.each([
    ['one change', [reboot('orders')], [], {}, '1 change of production is left (orders), and a restart is an outage'],
    [
      'several, each name once',
      [move('orders'), reboot('orders')],
      [],
      {},
      '2 changes of production are left (orders), and a restart is an outage'
    ],
    [
      'groups that are there',
      [reboot('orders')],
      [work(), work({name: 'greens', side: 'green'})],
      {},
      'the parameter groups are there (ours, greens); 1 change of production is left (orders), and a restart is an outage'
    ],
    [
      'in a dry run they are not',
      [reboot('orders')],
      [work()],
      {dryRun: true},
      '1 change of production is left (orders), and a restart is an outage'
    ],
    ['an edit is no outage, and its note no change', [note, edit], [live], {dryRun: true}, '1 change of production is left (ours)'],
    [
      'an edit and a restart',
      [note, edit, reboot('orders')],
      [live],
      {dryRun: true},
      '2 changes of production are left (ours, orders), and a restart is an outage'
    ]
  ] as const)('%s', (_what, steps, groups, wishes, because) => expect(left(steps, groups, wishes).because).toBe(because))
})

test('as commands: each with what to wait for behind it, the note left out', () => {
  const plan = left([note, move('orders'), reboot('orders')])
  expect(plan.commands).toEqual([
    'aws rds modify-db-instance --region eu-west-1 --db-instance-identifier orders --db-parameter-group-name ours',
    waits('orders'),
    'aws rds reboot-db-instance --region eu-west-1 --db-instance-identifier orders',
    waits('orders')
  ])
  expect([plan.remedy, plan.details]).toEqual(['set allow-reboot: true, or run the commands below in their order', ['a note']])
})

test('five minutes after an edit, and before the first use of what is fresh', () => {
  expect(left([edit]).commands?.at(-1)).toBe('sleep 360')
  const {seen} = work()
  const fresh = seen === undefined ? work() : work({seen: {...seen, changedAt: new Date(NOW.getTime() - 60_000)}})
  expect(left([move('orders')], [fresh]).commands?.[0]).toBe('sleep 300')
})

test('none where blue’s group is not there yet; green’s does not matter', () => {
  const unmade = left([reboot('orders')], [work({seen: undefined})], {dryRun: true})
  expect([unmade.commands, unmade.remedy]).toEqual([[], expect.stringMatching(/run mode: prepare as it is \(no dry-run\)/)])
  expect(left([reboot('orders')], [work({side: 'green', seen: undefined})], {dryRun: true}).commands).toHaveLength(2)
})

test('what would be done begins with what needs no leave', () => {
  expect(left([reboot('orders')], [], {}, [edit]).would).toEqual([edit, expect.objectContaining({call: reboot('orders').call})])
  expect(left([])).not.toHaveProperty('would')
})
