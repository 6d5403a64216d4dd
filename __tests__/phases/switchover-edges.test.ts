/** `switchover` where it refuses or ends: what it says of production, what it notes, and what it leaves. */
import {describe, expect, test} from '@jest/globals'
import {absent, known, notLooked, unknown, valueOf} from '../../src/domain/known.ts'
import {KEYS, readMemory} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {databaseAt} from '../../src/observing/observation.ts'
import type {Plan, Situation} from '../../src/phases/phase.ts'
import type {Fault} from '../../src/rds/faults.ts'
import {
  arn,
  BLUE,
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

const {plan, after: leaves} = phase('switchover')
const OVER = 'SWITCHOVER_COMPLETED'
const PROGRESS = 'SWITCHOVER_IN_PROGRESS'
const asked = (now: Observation, wishes: Partial<Inputs> = {}, around: Partial<Situation> = {}): Plan =>
  plan(inputs({}, wishes), situation(now, around))
const told = (found: Plan): string => (found.is === 'steps' ? found.steps[0].intent : found.because)
const NO_MEMORY = {memory: known(readMemory(new Map()))}
const fault = (kind: Fault['kind'], message: string = kind): Fault => ({kind, code: 'Code', message})
const UNTIMED = {memory: known(readMemory(tags()))}

describe('before the gates', () => {
  const rows: readonly (readonly [string, Observation, Partial<Inputs>, Partial<Situation>, string])[] = [
    ['trouble', observation('AVAILABLE', {trouble: {reason: 'cannot_tell', because: 'x', remedy: 'y'}}), {}, {}, 'blocked cannot_tell'],
    ['not read', observation(NONE, {deployment: unknown('lost')}), {}, {}, 'wait settling'],
    ['built, at one look', observation('PROVISIONING'), {}, {steady: new Map()}, 'wait confirming'],
    [
      'of a global cluster',
      observation('AVAILABLE', {deployment: known(deployment('AVAILABLE', {source: arn('world', 'global-cluster')}))}),
      {},
      {},
      'blocked global_database_not_supported'
    ],
    [
      'whose green belongs to a global database',
      observation('AVAILABLE', {databases: byLabel(blue, blueReplica, {...green, globalCluster: 'w'}, greenReplica)}),
      {},
      {},
      'blocked global_database_not_supported'
    ],
    ['made for another version', observation('AVAILABLE'), {targetEngineVersion: '18.1'}, {}, 'blocked deployment_differs'],
    [
      'whose green runs another version',
      observation('AVAILABLE', {databases: byLabel(blue, blueReplica, {...green, engineVersion: '16.9'}, greenReplica)}),
      {},
      {},
      'blocked deployment_differs'
    ],
    [
      'of nobody’s request, whose green is not what is asked for',
      observation('AVAILABLE', NO_MEMORY),
      {targetEngineVersion: '18.1'},
      {},
      'blocked deployment_differs'
    ],
    ['of nobody’s request, as asked', observation('AVAILABLE', NO_MEMORY), {}, {}, 'AddTagsToResource'],
    [
      'with a name that another database bears',
      observation('AVAILABLE', {databases: byLabel({...blue, resourceId: 'db-NEW'}, blueReplica, green, greenReplica)}),
      {},
      {},
      'blocked production_in_danger'
    ],
    [
      'with such a name, at one look',
      observation('AVAILABLE', {databases: byLabel({...blue, resourceId: 'db-NEW'}, blueReplica, green, greenReplica)}),
      {},
      {steady: new Map()},
      'wait confirming'
    ],
    [
      'with a member that failed',
      observation('AVAILABLE', {
        deployment: known(deployment('AVAILABLE', {members: [{source: blue.arn, target: green.arn, status: 'REPLICA_INVALID'}]}))
      }),
      {},
      {},
      'failed member_failed'
    ],
    [
      'with a database that failed',
      observation('AVAILABLE', {databases: byLabel(blue, blueReplica, {...green, status: 'storage-full'}, greenReplica)}),
      {},
      {},
      'failed member_failed'
    ]
  ]
  test.each(rows)('%s', (_what, now, wishes, around, expected) => expect(said(asked(now, wishes, around))).toBe(expected))

  test('an adopted one whose blue cannot all be read is looked at again', () => {
    const one = {
      ...deployment('AVAILABLE'),
      members: [...deployment('AVAILABLE').members, {source: arn('orders-r2'), target: green.arn, status: 'AVAILABLE'}]
    }
    const now = observation('AVAILABLE', {...NO_MEMORY, deployment: known(one)})
    expect(stepsOf(asked(now)).every(step => step.startsWith('wait'))).toBe(true)
  })
  test('what is remembered of an adopted one is shown once all of blue is', () => {
    const step = writeOf(asked(observation('AVAILABLE', NO_MEMORY)))
    const shown = (over: Partial<Observation>): boolean => step.shows(observation('AVAILABLE', over))
    const half = readMemory(tags({[`${KEYS.blue}01`]: `orders ${BLUE.resourceId}`}))
    expect([shown({}), shown({memory: known(half)}), shown(NO_MEMORY), shown({memory: unknown('x')})]).toEqual([true, false, false, false])
  })
})

describe('the gates stay shut', () => {
  const lag = known({metric: 'ReplicaLag', unit: 'seconds', newest: 99, worst: 99} as const)
  const busy = byLabel(blue, blueReplica, {...green, status: 'modifying'}, greenReplica)
  test('as long as gate-timeout-minutes says, and a minute more without any change', () => {
    const now = observation('AVAILABLE', {lag})
    const found = asked(now, {gateTimeoutMinutes: 3}, {elapsed: 179_999})
    expect(found.is === 'steps' ? found.steps[0] : found).toMatchObject({do: 'wait', pace: 'confirming', patience: 240_000})
    expect(said(asked(now, {gateTimeoutMinutes: 3}, {elapsed: 180_000}))).toBe('blocked checks_not_met')
  })
  test('says what it waits for, and in the end what to do', () => {
    expect(told(asked(observation('AVAILABLE', {databases: busy})))).toMatch(/orders-green-abc123 is modifying/)
    expect(asked(observation('AVAILABLE', {databases: busy}), {gateTimeoutMinutes: 0})).toMatchObject({
      remedy: expect.stringContaining('mode: wait')
    })
  })
  test('what has a reason of its own is said alone, beside others that would pass', () => {
    const found = asked(observation('AVAILABLE', {lag}), {approvedFingerprint: 'v1:bm90aGluZw'})
    expect([said(found), told(found).includes('ReplicaLag')]).toEqual(['blocked fingerprint_differs', false])
    expect(found.checks?.filter(one => one.stops === true)).toHaveLength(2)
  })
  test('what has a reason of its own and could not be told is waited for', () => {
    const unread = observation('AVAILABLE', {databases: byLabel(blue, blueReplica, green)})
    expect(said(asked(unread, {approvedFingerprint: 'v1:bm90aGluZw'}))).toBe('wait confirming')
  })
})

describe('one call', () => {
  test('the note says who asks, and is shown by that very note', () => {
    const step = writeOf(asked(observation('AVAILABLE')))
    expect(step.call.input).toMatchObject({Tags: [{Key: KEYS.switchover, Value: '1.1 2026-11-20T02:00:00.000Z'}]})
    const local = writeOf(asked(observation('AVAILABLE'), {}, {run: {url: '', id: ''}}))
    expect(local.call.input).toMatchObject({Tags: [{Value: 'local 2026-11-20T02:00:00.000Z'}]})
    const noted = (value: string) => observation('AVAILABLE', {memory: known(readMemory(tags({[KEYS.switchover]: value})))})
    expect([step.shows(noted('1.1 2026-11-20T02:00:00.000Z')), step.shows(noted('another')), step.shows(observation('AVAILABLE'))]).toEqual(
      [true, false, false]
    )
  })
  test('noted once; shown as soon as RDS switches, in whatever way it ends', () => {
    const note = writeOf(asked(observation('AVAILABLE'))).call
    const found = asked(observation('AVAILABLE'), {}, {written: [written(note, {answer: fault('denied')})]})
    expect(stepsOf(found)).toEqual(['SwitchoverBlueGreenDeployment'])
    const step = writeOf(found)
    const seen = ['AVAILABLE', PROGRESS, OVER, 'SWITCHOVER_FAILED', 'DELETING', NONE]
    expect(seen.filter(status => step.shows(observation(status)))).toEqual([PROGRESS, OVER, 'SWITCHOVER_FAILED'])
  })
  test('after a failed switchover it needs the databases to be available, seen twice, and no status', () => {
    const now = observation('SWITCHOVER_FAILED')
    const around = (claim: string): Partial<Situation> => ({
      steady: new Map([[claim, {looks: 2, since: 0, until: 60_000}]])
    })
    expect(said(asked(now, {}, around('databases available')))).toBe('AddTagsToResource')
    expect(said(asked(now, {}, around('ready')))).toBe('wait gate')
    expect(said(asked(observation('AVAILABLE'), {}, around('databases available')))).toBe('wait gate')
  })
})

describe('what became of the call', () => {
  const call = (over = {}) => written(SWITCHOVER_CALL, over)
  const first = observation('AVAILABLE')
  const behind = (now: Observation, one = call(), around: Partial<Situation> = {}) => asked(now, {}, {first, written: [one], ...around})
  test('what was sent and its reply lost is told apart from what was accepted', () => {
    expect(told(behind(first, call({at: 870_000})))).toContain(`the switchover of ${ID} was accepted, and RDS did not begin it`)
    expect(told(behind(first, call({at: 870_000, answer: fault('lost')})))).toContain('was sent and its reply lost (Code)')
  })
  test('two minutes of grace, to the second; not ended by an older look', () => {
    expect(said(behind(first, call({at: 880_000})))).toBe('wait switching')
    expect(said(behind(first, call({at: 879_999})))).toBe('failed switchover_not_begun')
    expect(said(behind(first, call({at: 0}), {steady: new Map()}))).toBe('wait switching')
    const cancelled = observation('AVAILABLE', {failures: known(['cancelled'])})
    expect(said(behind(cancelled, call(), {steady: new Map()}))).toBe('wait switching')
  })
  test('a switchover that failed: whether a name has moved is told', () => {
    const failed = (over: Partial<Observation> = {}) => behind(observation('SWITCHOVER_FAILED', over), call({seen: [PROGRESS]}))
    expect(told(failed())).toContain('no name has moved: production is blue, unchanged')
    expect(told(failed({databases: byLabel(production, blueReplica)}))).toContain('which side production is now is not proven')
    const others = asked(observation('SWITCHOVER_FAILED'), {}, {seen: [PROGRESS]})
    expect(said(others)).toBe('failed switchover_failed')
  })
  test('a failure from before, and our call that began: it is the failure of ours', () =>
    expect(said(behind(observation('SWITCHOVER_FAILED'), call({seen: [PROGRESS]}), {first: observation('SWITCHOVER_FAILED')}))).toBe(
      'failed switchover_failed'
    ))
  test('not proven that production is blue, at one look: looked at again', () => {
    const moved = observation('SWITCHOVER_FAILED', {databases: byLabel(production, blueReplica)})
    expect(said(asked(moved, {}, {steady: new Map()}))).toBe('wait settling')
    const mine = observation('AVAILABLE')
    expect(said(asked(mine, {}, {seen: [PROGRESS, 'AVAILABLE'], steady: new Map()}))).toBe('wait settling')
  })
  test('whose switchover is followed is told, and for how long without any change', () => {
    const now = observation(PROGRESS)
    expect(told(asked(now, {}, {written: [call()]}))).toMatch(/is being switched over$/)
    expect(told(asked(now))).toMatch(/by an earlier run or somebody else$/)
    const found = asked(now, {switchoverTimeoutSeconds: 300})
    expect(found.is === 'steps' ? found.steps[0] : found).toMatchObject({patience: 1_800_000})
  })
  test('a refusal is final once no look is older than it', () => {
    const refused = (at: number, message = 'no') => call({at, answer: fault('refused', message)})
    expect(said(behind(first, refused(970_000)))).toBe('failed switchover_refused')
    expect(said(behind(first, refused(970_001)))).toBe('wait settling')
    expect(said(behind(first, refused(0), {steady: new Map()}))).toBe('wait settling')
    expect(said(behind(first, refused(0, 'DB cluster shop is Not In Available State')))).toBe('AddTagsToResource')
  })
})

describe('the end', () => {
  test('what production runs now is told, and whether it was so before', () => {
    const runs = `: orders runs postgres 17.6 on ${GREEN.resourceId}`
    expect(told(asked(observation(OVER)))).toBe(`deployment ${ID} was switched over before, and it is proven${runs}`)
    const found = asked(observation(OVER), {}, {first: observation('AVAILABLE')})
    expect(found).toMatchObject({reason: 'switchover_completed', evidence: 'afterwards', warnings: []})
    expect(told(found)).toBe(`deployment ${ID} is switched over, and it is proven${runs}`)
  })
  test('a production that lost its protection is told of', () => {
    const databases = byLabel({...old, deletionProtection: true}, oldReplica, {...production, deletionProtection: false}, productionReplica)
    expect(asked(observation(OVER, {databases}))).toMatchObject({warnings: [expect.stringContaining('orders has no deletion protection')]})
  })
  test('the note: RDS’s time, else now; shown once any time is noted', () => {
    const step = writeOf(asked(observation(OVER, {...UNTIMED, switchedOverAt: absent})))
    expect(step.call.input).toMatchObject({Tags: [{Key: KEYS.switchedOverAt, Value: '2026-11-20T02:00:00.000Z'}]})
    expect([
      step.shows(observation(OVER)),
      step.shows(observation(OVER, UNTIMED)),
      step.shows(observation(OVER, {memory: unknown('x')}))
    ]).toEqual([true, false, false])
  })
  test('not proven for less than five minutes', () => {
    const now = observation(OVER, {databases: byLabel(blue, blueReplica)})
    const held = (until: number): Partial<Situation> => ({steady: new Map([[`status ${OVER}`, {looks: 9, since: 0, until}]])})
    expect([said(asked(now, {}, held(299_999))), said(asked(now, {}, held(300_000)))]).toEqual(['wait settling', 'failed not_proven'])
  })
})

describe('what it leaves', () => {
  test('green under blue’s names, blue under others, every member over', () => {
    const now = observation('AVAILABLE', UNTIMED)
    const found = leaves(inputs(), now)
    const one = valueOf(found.deployment)
    expect(one).toMatchObject({status: OVER, source: `${blue.arn}-old1`, target: blue.arn})
    expect(one?.members).toEqual([blue, blueReplica].map(({arn: source}) => ({source: `${source}-old1`, target: source, status: OVER})))
    expect(databaseAt(found, blue.arn)).toEqual(known({...green, name: 'orders', arn: blue.arn}))
    expect(databaseAt(found, blueReplica.arn)).toEqual(known({...greenReplica, name: 'orders-r1', arn: blueReplica.arn}))
    expect(valueOf(found.memory)).toMatchObject({blue: valueOf(now.memory)?.blue, switchedOverAt: new Date(0)})
  })
  test('a time that is noted stays; without a memory there is one', () => {
    expect(
      valueOf(
        leaves(inputs(), observation(PROGRESS, {memory: known(readMemory(tags({[KEYS.switchedOverAt]: '2026-11-18T02:00:00Z'})))})).memory
      )?.switchedOverAt
    ).toEqual(new Date('2026-11-18T02:00:00Z'))
    expect(valueOf(leaves(inputs(), observation('AVAILABLE', {memory: notLooked})).memory)?.switchedOverAt).toEqual(new Date(0))
    expect(valueOf(leaves(inputs(), observation(OVER, UNTIMED)).memory)).toMatchObject({
      blue: [{name: 'orders'}, {name: 'orders-r1'}],
      switchedOverAt: new Date(0)
    })
  })
  test('what was not read is not imagined', () => {
    const found = leaves(inputs(), observation('AVAILABLE', {databases: byLabel(blue, green)}))
    expect(databaseAt(found, blueReplica.arn).is).toBe('unknown')
    expect(leaves(inputs(), observation('AVAILABLE', {databases: unknown('x')})).databases).toEqual(known(new Map()))
  })
  test.each([NONE, 'PROVISIONING', 'INVALID_CONFIGURATION', 'DELETING', 'SOMETHING_NEW'])('%s as it is', status => {
    const now = observation(status)
    expect(leaves(inputs(), now)).toBe(now)
  })
})
