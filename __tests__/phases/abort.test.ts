/** `abort`: deletes only where production surely still is blue, and ends only when all of green is surely gone. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import {readMemory} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Green, Observation} from '../../src/observing/observation.ts'
import type {Plan, Situation} from '../../src/phases/phase.ts'
import {
  blue,
  blueReplica,
  byLabel,
  deployment,
  GREEN,
  green,
  greenReplica,
  ID,
  inputs,
  NONE,
  observation,
  phase,
  production,
  said,
  settled,
  situation,
  stepsOf,
  tags,
  writeOf,
  written
} from './builders.ts'

const {plan, after: leaves} = phase('abort')
const FAILED = 'UPGRADE_FAILED_SOMEHOW'
const NO_MEMORY = {memory: known(readMemory(new Map()))}
const greenOne = (one: Database, database: Green['database'] = known(one)): Green => ({
  kind: one.kind,
  resourceId: one.resourceId,
  name: one.name,
  database
})
const greens = (...all: readonly Green[]): Partial<Observation> => ({green: known(all)})
const asked = (now: Observation, around: Partial<Situation> = {}, wishes: Partial<Inputs> = {}): Plan =>
  plan(inputs({}, wishes), situation(now, around))
const becauseOf = (found: Plan): string => {
  if (found.is !== 'steps') return found.because
  return found.steps[0].intent
}

describe('before anything is looked at', () => {
  const trouble = {reason: 'deployment_unknown', because: 'two fit', remedy: 'give deployment-id'} as const
  const rows: readonly (readonly [string, Observation, Partial<Inputs>, string])[] = [
    ['what stands in the way of any plan is told', observation('AVAILABLE', {trouble}), {}, 'blocked deployment_unknown'],
    ['a deployment that was not read is looked for again', observation(NONE, {deployment: unknown('lost')}), {}, 'wait settling'],
    ['another account, by the deployment', observation('AVAILABLE'), {allowedAccountIds: ['999999999999']}, 'blocked account_not_allowed'],
    ['another account, by production', observation(NONE, greens()), {allowedAccountIds: ['999999999999']}, 'blocked account_not_allowed'],
    ['the allowed account', observation('AVAILABLE'), {allowedAccountIds: ['123456789012']}, 'DeleteBlueGreenDeployment']
  ]
  test.each(rows)('%s', (_what, now, wishes, expected) => expect(said(asked(now, {}, wishes))).toBe(expected))
})

describe('the proof', () => {
  const member = (status: string | undefined, source: string | undefined = blue.arn) => ({
    deployment: known(deployment('AVAILABLE', {members: [{source, target: green.arn, status}]}))
  })
  const rows: readonly (readonly [string, string, Partial<Observation>, string])[] = [
    ['every name carries the id it had', 'AVAILABLE', {}, 'DeleteBlueGreenDeployment'],
    ['a member has a switchover status', 'AVAILABLE', member('SWITCHOVER_COMPLETED'), 'blocked production_in_danger'],
    ['a member has none at all', 'AVAILABLE', member(undefined), 'DeleteBlueGreenDeployment'],
    ['production is the former green', 'AVAILABLE', {databases: byLabel(production, blueReplica)}, 'blocked production_in_danger'],
    ['a name is not there', 'AVAILABLE', {databases: byLabel(blue, green)}, 'blocked production_in_danger'],
    ['the databases were not read', 'AVAILABLE', {databases: unknown('denied')}, 'blocked production_in_danger'],
    ['without a memory RDS’s word must do', 'AVAILABLE', NO_MEMORY, 'DeleteBlueGreenDeployment'],
    ['so it must while it is built', 'PROVISIONING', NO_MEMORY, 'DeleteBlueGreenDeployment'],
    ['and where it could not be built', 'INVALID_CONFIGURATION', NO_MEMORY, 'DeleteBlueGreenDeployment'],
    [
      'without a memory, after a failed switchover',
      'SWITCHOVER_FAILED',
      {...NO_MEMORY, deployment: known(deployment('SWITCHOVER_FAILED', {members: []}))},
      'blocked production_in_danger'
    ],
    [
      'without a memory, after some failure',
      FAILED,
      {...NO_MEMORY, deployment: known(deployment(FAILED, {members: []}))},
      'blocked production_in_danger'
    ],
    [
      'without a memory, and blue is not there',
      'AVAILABLE',
      {...NO_MEMORY, databases: byLabel(blueReplica, green)},
      'blocked production_in_danger'
    ],
    ['the tags were not read', 'AVAILABLE', {memory: unknown('denied')}, 'blocked cannot_tell'],
    [
      'a later release wrote them',
      'AVAILABLE',
      {memory: known(readMemory(tags({'rds-blue-green/v2/x': 'y'})))},
      'blocked deployment_unknown'
    ],
    ['a stack owns it', 'AVAILABLE', {memory: known(readMemory(tags({'aws:cloudformation:stack-name': 'shop'})))}, 'blocked owned_by_stack']
  ]
  test.each(rows)('%s', (_what, status, over, expected) => expect(said(asked(observation(status, over)))).toBe(expected))

  test('a doubt is looked at again before it is said', () => {
    const now = observation('AVAILABLE', {databases: byLabel(blue, green)})
    expect(said(asked(now, {steady: new Map()}))).toBe('wait settling')
  })
  test('what is in doubt is named', () => {
    const told = (over: Partial<Observation>): string => becauseOf(asked(observation('AVAILABLE', over)))
    expect(told(member('SWITCHOVER_FAILED'))).toContain(`member ${blue.arn} is SWITCHOVER_FAILED`)
    const bySource = {members: [{source: undefined, target: green.arn, status: 'SWITCHOVER_FAILED'}]}
    expect(told({deployment: known(deployment('AVAILABLE', bySource))})).toContain(`member ${green.arn} is SWITCHOVER_FAILED`)
    expect(told({...NO_MEMORY, databases: byLabel(blueReplica, green)})).toContain(`${blue.arn} is not seen to be there`)
    const lost = {...NO_MEMORY, deployment: known(deployment(FAILED, {members: []}))}
    expect(told(lost)).toContain('it does not remember what blue was')
  })
})

describe('green that is protected', () => {
  const on = {...green, deletionProtection: true}
  test('keeps everything as it is, and is named; what is not protected is not', () => {
    const found = asked(observation('AVAILABLE', greens(greenOne(on), greenOne(greenReplica))))
    expect([said(found), becauseOf(found)]).toEqual([
      'blocked deletion_protected',
      'nothing was changed: deletion protection is on for orders-green-abc123'
    ])
  })
  test('is let go first where that is allowed, and only it', () => {
    const found = asked(observation('AVAILABLE', greens(greenOne(on), greenOne(greenReplica))), {}, {disableDeletionProtection: true})
    expect(stepsOf(found)).toEqual(['ModifyDBInstance', 'DeleteBlueGreenDeployment'])
    expect(writeOf(found)).toMatchObject({
      call: {input: {DBInstanceIdentifier: GREEN.name, DeletionProtection: false}},
      bearer: {name: GREEN.name, resourceId: GREEN.resourceId}
    })
  })
  test('that is shown by a look at the same resource id, and by no other', () => {
    const step = writeOf(asked(observation('AVAILABLE', greens(greenOne(on))), {}, {disableDeletionProtection: true}))
    const shown = (...all: readonly Green[]): boolean => step.shows(observation('AVAILABLE', greens(...all)))
    expect(shown(greenOne(on))).toBe(false)
    expect(shown(greenOne(greenReplica))).toBe(false)
    expect(shown(greenOne(on, unknown('lost')))).toBe(false)
    expect(shown(greenOne(greenReplica), greenOne(green))).toBe(true)
    expect(shown(greenOne(on, absent))).toBe(true)
    expect(step.shows(observation('AVAILABLE', {green: notLooked}))).toBe(false)
  })
  test('of an instance of a cluster: the protection is the cluster’s (facts 6.3)', () => {
    const one = greenOne({...on, cluster: 'shop'})
    expect(said(asked(observation('AVAILABLE', greens(one))))).toBe('DeleteBlueGreenDeployment')
    const cluster = greenOne({...on, kind: 'cluster', name: 'shop-green', resourceId: 'cluster-GREEN'})
    const found = asked(observation('AVAILABLE', greens(cluster, one)), {}, {disableDeletionProtection: true})
    expect(stepsOf(found)).toEqual(['ModifyDBCluster', 'DeleteBlueGreenDeployment'])
  })
  test('was not looked at: RDS itself refuses', () =>
    expect(said(asked(observation('AVAILABLE', {green: unknown('denied')})))).toBe('DeleteBlueGreenDeployment'))
})

describe('the call', () => {
  test('takes green along (rule 8), and is shown by a look without the deployment, or at its deletion', () => {
    const step = writeOf(asked(observation('AVAILABLE')))
    expect(step.call.input).toEqual({BlueGreenDeploymentIdentifier: ID, DeleteTarget: true})
    expect([NONE, 'DELETING', 'AVAILABLE'].map(status => step.shows(observation(status)))).toEqual([true, true, false])
    expect(step.shows(observation('AVAILABLE', {deployment: unknown('lost')}))).toBe(false)
  })
  const call = writeOf(asked(observation('AVAILABLE'))).call
  const fault = (kind: 'refused' | 'throttled' | 'lost') => ({kind, code: kind, message: kind})
  test.each([
    ['refused while it is built: waited for', 'PROVISIONING', fault('refused'), 'wait provisioning'],
    ['refused while it was built, and built by now', 'AVAILABLE', fault('refused'), 'DeleteBlueGreenDeployment'],
    ['throttled while it is built', 'PROVISIONING', fault('throttled'), 'DeleteBlueGreenDeployment'],
    ['accepted, and an older look', 'PROVISIONING', 'accepted', 'DeleteBlueGreenDeployment']
  ] as const)('%s', (_what, status, answer, expected) =>
    expect(said(asked(observation(status), {written: [written(call, {answer})]}))).toBe(expected)
  )
})

describe('the deployment is gone', () => {
  const first = observation('AVAILABLE')
  const gone = (over: Partial<Observation> = greens()): Observation => observation(NONE, over)
  const held = (milliseconds: number, now: Observation): Situation['steady'] =>
    new Map([...settled(now), ['deployment absent', {looks: 2, since: 0, until: milliseconds}]])
  const both = [greenOne(green), greenOne(greenReplica)]
  const leaving = (one: Database): Green => greenOne(one, known({...one, status: 'deleting'}))

  test('surely: at two looks, sooner after a call of ours', () => {
    expect(said(asked(gone(), {steady: new Map()}))).toBe('wait confirming')
    const call = writeOf(asked(observation('AVAILABLE'))).call
    expect(said(asked(gone(), {steady: new Map(), written: [written(call)]}))).toBe('wait settling')
  })
  const rows: readonly (readonly [string, Observation, Partial<Situation>, string])[] = [
    ['and green with it', gone(), {first}, 'done aborted'],
    ['and was gone before', gone(), {}, 'done nothing_left'],
    ['and was gone before, or the name is mistyped', gone({...greens(), production: absent}), {}, 'failed source_not_found'],
    ['and green is not there at two looks', gone(greens(greenOne(green, absent))), {first}, 'done aborted'],
    ['and green is being deleted', gone(greens(leaving(green))), {first}, 'wait provisioning'],
    ['and green could not be read', gone(greens(greenOne(green, unknown('lost')))), {first}, 'wait provisioning'],
    [
      'and green bears another name: somebody switched over',
      gone(greens(greenOne(green, known({...green, name: 'orders'})))),
      {first},
      'blocked production_in_danger'
    ]
  ]
  test.each(rows)('%s', (_what, now, around, expected) => expect(said(asked(now, around))).toBe(expected))

  test('and green is not there at one look: not surely', () => {
    const now = gone(greens(greenOne(green, absent)))
    const steady = new Map([...settled(now), [`gone ${GREEN.resourceId}`, {looks: 1, since: 0, until: 0}]])
    expect(said(asked(now, {first, steady}))).toBe('wait provisioning')
  })
  test('and green is still there: for five minutes it may be on its way, then it is left behind, and named', () => {
    const now = gone(greens(...both))
    expect(said(asked(now, {first, steady: held(299_000, now)}))).toBe('wait settling')
    const found = asked(now, {first, steady: held(300_000, now)})
    expect([said(found), becauseOf(found)]).toEqual([
      'failed cannot_tell',
      `the deployment is gone, and RDS left behind ${both.map(one => `${one.name} (${one.resourceId})`).join(', ')}, which this action does not delete`
    ])
  })
  test('one or several', () => {
    const told = (...all: readonly Green[]): string =>
      becauseOf(asked(gone(greens(...all)), {first, steady: held(60_000, gone(greens(...all)))}))
    expect(told(leaving(green))).toBe(`${GREEN.name} (${GREEN.resourceId}) is being deleted`)
    expect(told(leaving(green), leaving(greenReplica))).toMatch(/\), orders-r1-green-abc123 \(.*\) are being deleted$/)
    expect(told(greenOne(green))).toMatch(/ is still there$/)
    expect(told(...both)).toMatch(/ are still there$/)
    expect(told(leaving(green), greenOne(greenReplica))).toBe(`${GREEN.name} (${GREEN.resourceId}) is being deleted`)
  })
  test('names who bears another name', () => {
    const now = gone(greens(greenOne(green, known({...green, name: 'orders'}))))
    expect(becauseOf(asked(now, {first}))).toMatch(/^orders-green-abc123 \(.*\) was green and bears another name now, orders:/)
  })
})

describe('what it leaves', () => {
  test('neither deployment nor green; blue as it was', () => {
    const now = observation('AVAILABLE')
    const left = leaves(inputs(), now)
    expect([left.deployment, left.databases]).toEqual([absent, now.databases])
    expect(left.green.is === 'known' ? left.green.value.map(one => one.database.is) : []).toEqual(['absent', 'absent'])
    expect(leaves(inputs(), {...now, green: notLooked}).green).toEqual(known([]))
  })
  test.each([NONE, 'SWITCHOVER_IN_PROGRESS', 'SWITCHOVER_COMPLETED', 'SOMETHING_NEW'])('%s as it is', status => {
    const now = observation(status)
    expect(leaves(inputs(), now)).toBe(now)
  })
})
