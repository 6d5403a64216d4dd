/** `switchover`: gates, one call, what became of it (rule 6), and the three-fold proof (rule 1). */
import {describe, expect, test} from '@jest/globals'
import {atSwitchoverChecks} from '../../src/checks/at-switchover.ts'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import {KEYS, readMemory} from '../../src/domain/memory.ts'
import {parseSwitchoverWindow} from '../../src/domain/switchover-window.ts'
import type {Inputs} from '../../src/inputs.ts'
import {fingerprintOf} from '../../src/observing/fingerprint.ts'
import type {Observation} from '../../src/observing/observation.ts'
import type {Written} from '../../src/observing/recall.ts'
import type {Situation} from '../../src/phases/phase.ts'
import type {Fault} from '../../src/rds/faults.ts'
import {
  blue,
  blueReplica,
  byLabel,
  database,
  deployment,
  green,
  greenReplica,
  ID,
  inputs,
  observation,
  old,
  oldReplica,
  phase,
  production,
  productionReplica,
  SWITCHOVER_CALL,
  said,
  situation,
  stepsOf,
  tags,
  writeOf,
  written
} from './builders.ts'

const {plan} = phase('switchover')
const fault = (kind: Fault['kind'], code = kind as string, message = code): Fault => ({kind, code, message})
const LOST = fault('lost', 'ECONNRESET')
const REFUSED = fault('refused', 'InvalidBlueGreenDeploymentStateFault', 'the engine version of blue is higher')
const call = (answer: Written['answer'] = 'accepted', over: Partial<Written> = {}): Written => written(SWITCHOVER_CALL, {answer, ...over})
const lag = (newest: number, unit: 'seconds' | 'bytes' = 'seconds'): Observation['lag'] =>
  known({metric: 'ReplicaLag', unit, newest, worst: newest})
const SEEN = {seen: ['SWITCHOVER_IN_PROGRESS']}
const BOTH = [blue, blueReplica, green, greenReplica] as const

describe('the gates', () => {
  const window = parseSwitchoverWindow('Fri 01:00-03:00 UTC')
  if (typeof window === 'string') throw new Error(window)
  type Row = readonly [string, Partial<Observation>, Partial<Inputs>, Partial<Situation>, string]
  const rows: readonly Row[] = [
    ['everything in order', {}, {}, {}, 'AddTagsToResource'],
    ['ready at one look only', {}, {}, {steady: new Map()}, 'wait gate'],
    ['lag too high', {lag: lag(6)}, {}, {}, 'wait confirming'],
    ['lag at the limit', {lag: lag(5)}, {}, {}, 'AddTagsToResource'],
    ['lag too high, time is over', {lag: lag(6)}, {}, {elapsed: 600_000}, 'blocked checks_not_met'],
    ['lag too high, asked once', {lag: lag(6)}, {gateTimeoutMinutes: 0}, {}, 'blocked checks_not_met'],
    ['lag in bytes', {lag: lag(16_777_217, 'bytes')}, {}, {}, 'wait confirming'],
    ['lag in bytes, within', {lag: lag(16_777_216, 'bytes')}, {}, {}, 'AddTagsToResource'],
    ['replication is not active', {lag: lag(-1)}, {}, {}, 'wait confirming'],
    ['lag not read', {lag: notLooked}, {}, {}, 'wait confirming'],
    ['lag not reported', {lag: absent}, {gateTimeoutMinutes: 0}, {}, 'blocked checks_not_met'],
    ['lag not read, overruled', {lag: notLooked}, {ignoreChecks: ['replica-lag-is-within-limit']}, {}, 'AddTagsToResource'],
    ['lag too high, overruled', {lag: lag(99)}, {ignoreChecks: ['replica-lag-is-within-limit']}, {}, 'AddTagsToResource'],
    [
      'a proof is not overruled',
      {databases: byLabel(database({status: 'backing-up'}), blueReplica, green, greenReplica)},
      {ignoreChecks: ['both-sides-are-available']},
      {},
      'wait confirming'
    ],
    ['blue is modified', {databases: byLabel({...blue, status: 'modifying'}, blueReplica, green, greenReplica)}, {}, {}, 'wait confirming'],
    [
      'green initializes its storage',
      {databases: byLabel(blue, blueReplica, {...green, status: 'storage-initialization'}, greenReplica)},
      {},
      {},
      'wait confirming'
    ],
    ['a replica of green is not there', {databases: byLabel(blue, blueReplica, green)}, {}, {}, 'wait confirming'],
    [
      'a task is open',
      {deployment: known(deployment('AVAILABLE', {tasks: [{name: 'X', status: 'IN_PROGRESS'}]}))},
      {},
      {},
      'wait confirming'
    ],
    ['no task is listed', {deployment: known(deployment('AVAILABLE', {tasks: undefined}))}, {}, {}, 'wait confirming'],
    ['no member is listed', {deployment: known(deployment('AVAILABLE', {members: []}))}, {}, {}, 'wait confirming'],
    [
      'a member without a target',
      {deployment: known(deployment('AVAILABLE', {members: [{source: blue.arn, target: undefined, status: 'AVAILABLE'}]}))},
      {},
      {},
      'wait confirming'
    ],
    ['inside the window', {}, {switchoverWindow: window}, {date: new Date('2026-11-20T02:00:00Z')}, 'AddTagsToResource'],
    ['outside the window', {}, {switchoverWindow: window}, {date: new Date('2026-11-20T03:00:00Z')}, 'blocked outside_window'],
    ['too little of the window left', {}, {switchoverWindow: window}, {date: new Date('2026-11-20T02:56:00Z')}, 'blocked outside_window'],
    ['just enough of the window left', {}, {switchoverWindow: window}, {date: new Date('2026-11-20T02:55:00Z')}, 'AddTagsToResource'],
    [
      'outside the window and lagging: no waiting',
      {lag: lag(99)},
      {switchoverWindow: window},
      {date: new Date('2026-11-21T02:00:00Z')},
      'blocked outside_window'
    ],
    ['another green than was approved', {}, {approvedFingerprint: 'v1:bm90aGluZw'}, {}, 'blocked fingerprint_differs'],
    ['the approved green', {}, {approvedFingerprint: fingerprintOf(observation('AVAILABLE'))?.text ?? ''}, {}, 'AddTagsToResource'],
    [
      'the approved green with another group',
      {databases: byLabel(blue, blueReplica, {...green, parameterGroup: 'x'}, greenReplica)},
      {approvedFingerprint: fingerprintOf(observation('AVAILABLE'))?.text ?? ''},
      {},
      'blocked fingerprint_differs'
    ],
    ['the tags could not be read', {memory: unknown('denied')}, {}, {}, 'blocked cannot_tell'],
    ['a later release wrote them', {memory: known(readMemory(tags({'rds-blue-green/v2/x': 'y'})))}, {}, {}, 'blocked deployment_unknown'],
    [
      'a global database',
      {databases: byLabel({...blue, globalCluster: 'world'}, blueReplica, green, greenReplica)},
      {},
      {},
      'blocked global_database_not_supported'
    ],
    ['another account', {}, {allowedAccountIds: ['999999999999']}, {}, 'blocked account_not_allowed'],
    ['the allowed account', {}, {allowedAccountIds: ['123456789012']}, {}, 'AddTagsToResource']
  ]
  test.each(rows)('%s', (_what, over, wishes, around, expected) => {
    expect(said(plan(inputs({}, wishes), situation(observation('AVAILABLE', over), around)))).toBe(expected)
  })

  test('every refusal and every wait at the gates shows its checks', () => {
    const found = plan(inputs({}, {gateTimeoutMinutes: 0}), situation(observation('AVAILABLE', {lag: lag(6)})))
    expect(found.checks?.map(check => `${check.id} ${check.verdict}`)).toEqual([
      'inside-the-switchover-window not_applicable',
      'green-is-what-was-approved not_applicable',
      'every-database-of-blue-has-its-green met',
      'both-sides-are-available met',
      'replica-lag-is-within-limit not_met',
      ...atSwitchoverChecks.map(check => expect.stringMatching(new RegExp(`^${check.id} \\w+$`)))
    ])
  })

  test('first who asks, then one call with the timeout asked for; both need the time it may take and ten minutes', () => {
    const found = plan(inputs({}, {switchoverTimeoutSeconds: 600}), situation(observation('AVAILABLE')))
    expect(stepsOf(found)).toEqual(['AddTagsToResource', 'SwitchoverBlueGreenDeployment'])
    const [note, once] = found.is === 'steps' ? found.steps : []
    expect(note).toMatchObject({optional: true, needs: 1_200_000})
    expect(once).toMatchObject({once: true, needs: 1_200_000, call: {input: {BlueGreenDeploymentIdentifier: ID, SwitchoverTimeout: 600}}})
  })

  test('an adopted deployment remembers blue before anything else', () => {
    const now = observation('AVAILABLE', {memory: known(readMemory(new Map()))})
    expect(writeOf(plan(inputs(), situation(now))).call.input).toMatchObject({
      Tags: expect.arrayContaining([
        {Key: `${KEYS.blue}01`, Value: `orders ${blue.resourceId} orders-r1 ${blueReplica.resourceId}`}
      ]) as unknown
    })
  })
})

describe('what became of the call', () => {
  const NEW_FAILURE = {failures: known(['Switchover canceled on blue/green deployment.'])}
  /** Half a minute ago: no look can be older than that. */
  const LOOKED_SINCE = {at: 970_000}
  const recent = new Map([['status AVAILABLE', {looks: 1, since: 999_000, until: 999_000}]])
  type Row = readonly [string, string, Written, Partial<Observation>, Partial<Situation>, string]
  const rows: readonly Row[] = [
    ['accepted, not begun', 'AVAILABLE', call(), {}, {}, 'wait switching'],
    ['accepted, not begun in two minutes', 'AVAILABLE', call('accepted', {at: 870_000}), {}, {}, 'failed switchover_not_begun'],
    ['lost, not begun', 'AVAILABLE', call(LOST), {}, {}, 'wait switching'],
    ['lost, not begun in two minutes', 'AVAILABLE', call(LOST, {at: 870_000}), {}, {}, 'failed switchover_not_begun'],
    ['begun, and back', 'AVAILABLE', call('accepted', SEEN), {}, {}, 'failed switchover_rolled_back'],
    ['begun, and back at one look', 'AVAILABLE', call('accepted', SEEN), {}, {steady: recent}, 'wait switching'],
    ['cancelled before it began', 'AVAILABLE', call('accepted', LOOKED_SINCE), NEW_FAILURE, {}, 'failed switchover_refused'],
    ['an event of an earlier attempt, and a look that may be older than our call', 'AVAILABLE', call(), NEW_FAILURE, {}, 'wait switching'],
    [
      'a failure that was there before',
      'AVAILABLE',
      call('accepted', LOOKED_SINCE),
      NEW_FAILURE,
      {first: observation('AVAILABLE', NEW_FAILURE)},
      'wait switching'
    ],
    ['failures not read', 'AVAILABLE', call('accepted', LOOKED_SINCE), {failures: unknown('denied')}, {}, 'wait switching'],
    [
      'failures not read before',
      'AVAILABLE',
      call('accepted', LOOKED_SINCE),
      NEW_FAILURE,
      {first: observation('AVAILABLE', {failures: notLooked})},
      'wait switching'
    ],
    ['under way', 'SWITCHOVER_IN_PROGRESS', call(), {}, {}, 'wait switching'],
    ['failed', 'SWITCHOVER_FAILED', call('accepted', SEEN), {}, {first: observation('AVAILABLE')}, 'failed switchover_failed'],
    [
      'failed at one look',
      'SWITCHOVER_FAILED',
      call('accepted', SEEN),
      {},
      {first: observation('AVAILABLE'), steady: recent},
      'wait settling'
    ],
    ['throttled: nothing happened', 'AVAILABLE', call(fault('throttled', 'Throttling')), {}, {}, 'AddTagsToResource'],
    [
      'refused: not available',
      'AVAILABLE',
      call(fault('refused', 'X', 'DB instance orders is not in available state')),
      {},
      {},
      'AddTagsToResource'
    ],
    ['refused for good', 'AVAILABLE', call(REFUSED, {at: 900_000}), {}, {}, 'failed switchover_refused'],
    ['refused for good, no look is newer yet', 'AVAILABLE', call(REFUSED), {}, {}, 'wait settling'],
    ['refused, for one is under way', 'SWITCHOVER_IN_PROGRESS', call(REFUSED), {}, {}, 'wait switching'],
    ['a failure from before, and our call', 'SWITCHOVER_FAILED', call(), {}, {first: observation('SWITCHOVER_FAILED')}, 'wait switching'],
    [
      'a failure from before, and our call not begun',
      'SWITCHOVER_FAILED',
      call('accepted', {at: 870_000}),
      {},
      {first: observation('SWITCHOVER_FAILED')},
      'failed switchover_not_begun'
    ],
    ['completed', 'SWITCHOVER_COMPLETED', call(), {}, {first: observation('AVAILABLE')}, 'done switchover_completed']
  ]
  test.each(rows)('%s', (_what, status, one, over, around, expected) => {
    const now = observation(status, over)
    const first = observation('AVAILABLE')
    expect(said(plan(inputs(), situation(now, {first, written: [one], ...around})))).toBe(expected)
  })

  test('a switchover that this run did not begin and RDS rolled back is not begun again by itself', () => {
    const now = observation('AVAILABLE')
    const around = {first: observation('SWITCHOVER_IN_PROGRESS'), seen: ['SWITCHOVER_IN_PROGRESS', 'AVAILABLE']}
    const found = plan(inputs(), situation(now, around))
    expect(said(found)).toBe('failed switchover_rolled_back')
    expect(found).toMatchObject({because: expect.stringMatching(/^an earlier run or somebody else switched over/) as unknown})
  })

  test('who began it is told as far as it is known', () => {
    const intent = (...calls: readonly Written[]): string => {
      const found = plan(inputs(), situation(observation('SWITCHOVER_IN_PROGRESS'), {written: calls}))
      return found.is === 'steps' ? found.steps[0].intent : ''
    }
    expect([intent(call()), intent()]).toEqual([
      `deployment ${ID} is being switched over`,
      `deployment ${ID} is being switched over, by an earlier run or somebody else`
    ])
  })

  test('once it was accepted no answer and no status leads to a second call', () => {
    for (const status of ['AVAILABLE', 'SWITCHOVER_IN_PROGRESS', 'SWITCHOVER_FAILED', 'SWITCHOVER_COMPLETED', 'SOMETHING_NEW'])
      for (const answer of ['accepted', LOST] as const)
        for (const at of [0, 800_000, 999_999])
          for (const seen of [[], ['SWITCHOVER_IN_PROGRESS']])
            for (const before of ['AVAILABLE', 'SWITCHOVER_FAILED'])
              for (const steady of [undefined, new Map()]) {
                const now = observation(status)
                const around = {first: observation(before), written: [call(answer, {at, seen})], ...(steady === undefined ? {} : {steady})}
                expect(stepsOf(plan(inputs(), situation(now, around)))).not.toContain('SwitchoverBlueGreenDeployment')
              }
  })

  test('who follows an accepted switchover follows it to its end', () => {
    for (const [status, one] of [
      ['AVAILABLE', call()],
      ['SWITCHOVER_IN_PROGRESS', call()]
    ] as const) {
      const found = plan(inputs(), situation(observation(status), {first: observation('AVAILABLE'), written: [one]}))
      expect(found.is === 'steps' ? found.steps[0] : found).toMatchObject({do: 'wait', toTheEnd: true})
    }
  })

  test('the patience is longer than the timeout RDS was given', () => {
    const found = plan(inputs({}, {switchoverTimeoutSeconds: 3600}), situation(observation('SWITCHOVER_IN_PROGRESS')))
    expect(found.is === 'steps' ? found.steps[0] : found).toMatchObject({patience: 4_200_000})
  })
})

describe('after a failure nobody of this run caused', () => {
  const rows: readonly (readonly [string, Partial<Observation>, string])[] = [
    ['no name has moved: gates and one call', {}, 'AddTagsToResource'],
    ['the primary has moved', {databases: byLabel(production, blueReplica, old, green, greenReplica)}, 'failed switchover_failed'],
    [
      'the replica has moved',
      {databases: byLabel(blue, {...greenReplica, name: 'orders-r1'}, green, greenReplica)},
      'failed switchover_failed'
    ],
    ['a name is not there', {databases: byLabel(blue, green, greenReplica)}, 'failed switchover_failed'],
    ['the databases were not read', {databases: unknown('denied')}, 'failed switchover_failed'],
    ['it does not remember blue', {memory: known(readMemory(new Map()))}, 'failed switchover_failed'],
    ['the tags were not read', {memory: unknown('denied')}, 'failed switchover_failed'],
    ['green is modified', {databases: byLabel(blue, blueReplica, {...green, status: 'modifying'}, greenReplica)}, 'wait confirming']
  ]
  test.each(rows)('%s', (_what, over, expected) => {
    expect(said(plan(inputs(), situation(observation('SWITCHOVER_FAILED', over))))).toBe(expected)
  })
})

describe('the proof', () => {
  const member = (status: string | undefined, which = 1) =>
    known(
      deployment('SWITCHOVER_COMPLETED', {
        members: deployment('SWITCHOVER_COMPLETED').members.map((one, at) => (at === which ? {...one, status} : one))
      })
    )
  type Row = readonly [string, Partial<Observation>, Partial<Inputs>, string]
  const rows: readonly Row[] = [
    ['all three folds', {}, {}, 'done already_switched_over'],
    ['a member failed', {deployment: member('SWITCHOVER_FAILED')}, {}, 'failed member_failed'],
    ['a member failed in a new way', {deployment: member('REPLICA_INVALIDATED')}, {}, 'failed member_failed'],
    ['the primary itself failed', {deployment: member('SWITCHOVER_FAILED', 0)}, {}, 'failed member_failed'],
    ['a member is not over', {deployment: member('SWITCHOVER_IN_PROGRESS')}, {}, 'failed not_proven'],
    ['a member is merely available', {deployment: member('AVAILABLE')}, {}, 'failed not_proven'],
    ['a member without a status', {deployment: member(undefined)}, {}, 'failed not_proven'],
    ['no member is listed', {deployment: known(deployment('SWITCHOVER_COMPLETED', {members: []}))}, {}, 'failed not_proven'],
    ['the name still is blue', {databases: byLabel(blue, oldReplica, productionReplica)}, {}, 'failed not_proven'],
    ['the name of a replica still is blue', {databases: byLabel(old, blueReplica, production)}, {}, 'failed not_proven'],
    ['a name is not there', {databases: byLabel(old, oldReplica, production)}, {}, 'failed not_proven'],
    ['the databases were not read', {databases: unknown('denied')}, {}, 'failed not_proven'],
    [
      'an older version than asked for',
      {databases: byLabel(old, oldReplica, {...production, engineVersion: '16.8'}, productionReplica)},
      {},
      'failed not_proven'
    ],
    [
      'an older version than recorded',
      {databases: byLabel(old, oldReplica, {...production, engineVersion: '16.8'}, productionReplica)},
      {targetEngineVersion: undefined},
      'failed not_proven'
    ],
    [
      'a newer minor by now',
      {databases: byLabel(old, oldReplica, {...production, engineVersion: '17.9'}, productionReplica)},
      {},
      'done already_switched_over'
    ],
    ['a short version', {}, {targetEngineVersion: '17'}, 'done already_switched_over'],
    ['not noted yet', {memory: known(readMemory(tags()))}, {}, 'AddTagsToResource'],
    ['switched over by others, without a memory', {memory: known(readMemory(new Map()))}, {}, 'done already_switched_over'],
    [
      'without a memory, and the old side bears the name',
      {
        memory: known(readMemory(new Map())),
        databases: byLabel({...production, name: 'orders-old1', arn: old.arn}, oldReplica, production, productionReplica)
      },
      {},
      'failed not_proven'
    ],
    ['the tags cannot be read', {memory: unknown('denied')}, {}, 'done already_switched_over'],
    ['a later release wrote them', {memory: known(readMemory(tags({'rds-blue-green/v2/x': 'y'})))}, {}, 'blocked deployment_unknown'],
    [
      'a part of the memory cannot be read',
      {
        memory: known(
          readMemory(tags({[`${KEYS.blue}01`]: `orders ${blue.resourceId} orders-r1`, [KEYS.switchedOverAt]: '2026-11-18T02:00:00Z'}))
        ),
        databases: byLabel(old, production)
      },
      {},
      'failed not_proven'
    ]
  ]
  test.each(rows)('%s', (_what, over, wishes, expected) => {
    const now = observation('SWITCHOVER_COMPLETED', over)
    expect(said(plan(inputs({}, wishes), situation(now)))).toBe(expected)
  })

  test('what is not proven yet is looked at for five minutes, to the end', () => {
    const now = observation('SWITCHOVER_COMPLETED', {databases: byLabel(blue, blueReplica)})
    const found = plan(inputs(), situation(now, {steady: new Map([['status SWITCHOVER_COMPLETED', {looks: 9, since: 0, until: 299_000}]])}))
    expect(found.is === 'steps' ? found.steps[0] : found).toMatchObject({do: 'wait', toTheEnd: true})
  })

  test('never done while any of the databases that bore a name is blue, whatever the statuses say', () => {
    for (const status of ['SWITCHOVER_COMPLETED', 'AVAILABLE', 'SWITCHOVER_IN_PROGRESS', 'SWITCHOVER_FAILED', 'SOMETHING_NEW']) {
      const now = observation(status, {databases: byLabel(...BOTH)})
      expect(plan(inputs(), situation(now, {written: [call()], first: observation('AVAILABLE')})).is).not.toBe('done')
    }
  })

  test('the note says when RDS says it was, and is optional', () => {
    const step = writeOf(plan(inputs(), situation(observation('SWITCHOVER_COMPLETED', {memory: known(readMemory(tags()))}))))
    expect(step).toMatchObject({optional: true, call: {input: {Tags: [{Key: KEYS.switchedOverAt, Value: '2026-11-18T02:00:00.000Z'}]}}})
  })

  test('a note that was denied or lost is not asked for again', () => {
    const now = observation('SWITCHOVER_COMPLETED', {memory: known(readMemory(tags()))})
    const note = writeOf(plan(inputs(), situation(now))).call
    for (const answer of [fault('denied', 'AccessDenied'), LOST])
      expect(said(plan(inputs(), situation(now, {written: [written(note, {answer})]})))).toMatch(/^done /)
  })
})
