/** `wait`: ready is more than AVAILABLE (rule 3); what failed is told at once, what nobody knows is waited on, not for ever (rule 7). */
import {describe, expect, test} from '@jest/globals'
import type {Deployment} from '../../src/domain/deployment.ts'
import {absent, known, notLooked, unknown, valueOf} from '../../src/domain/known.ts'
import {readMemory} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {databaseAt} from '../../src/observing/observation.ts'
import type {Plan, Situation} from '../../src/phases/phase.ts'
import {
  arn,
  blue,
  blueReplica,
  byLabel,
  deployment,
  green,
  greenReplica,
  inputs,
  NONE,
  observation,
  phase,
  said,
  situation
} from './builders.ts'

const {plan, after: leaves} = phase('wait')
const asked = (now: Observation, around: Partial<Situation> = {}): Plan => plan(inputs(), situation(now, around))
const first = (found: Plan) => (found.is === 'steps' ? found.steps[0] : found)
const having = (over: Partial<Deployment>, status = 'AVAILABLE'): Observation =>
  observation(status, {deployment: known(deployment(status, over))})
const greenIs = (status: string): Observation =>
  observation('AVAILABLE', {databases: byLabel(blue, blueReplica, {...green, status}, greenReplica)})
const member = (status: string | undefined) => [{source: blue.arn, target: green.arn, status}]
const task = (status: string) => [{name: 'UPGRADE', status}]

describe('not ready', () => {
  const rows: readonly (readonly [string, Observation, string])[] = [
    ['trouble', observation('AVAILABLE', {trouble: {reason: 'cannot_tell', because: 'x', remedy: 'y'}}), 'blocked cannot_tell'],
    ['the deployment was not read', observation(NONE, {deployment: unknown('lost')}), 'wait settling'],
    ['a database is modified', greenIs('modifying'), 'wait provisioning'],
    ['a database cannot be read', observation('AVAILABLE', {databases: byLabel(blue, blueReplica, green)}), 'wait provisioning'],
    ['a task is open', having({tasks: task('IN_PROGRESS')}), 'wait provisioning'],
    ['a member is built', having({members: member('PROVISIONING')}), 'wait provisioning'],
    ['a database failed', greenIs('incompatible-parameters'), 'failed provisioning_failed'],
    ['a task failed while it is built', having({tasks: task('FAILED')}, 'PROVISIONING'), 'failed provisioning_failed'],
    ['a task failed', having({tasks: task('FAILED')}), 'failed provisioning_failed'],
    ['a member failed', having({members: member('MISSING_TARGET')}), 'failed provisioning_failed']
  ]
  test.each(rows)('%s: %s', (_what, now, expected) => expect(said(asked(now))).toBe(expected))
})

describe('a status that nobody knows ends the wait after half an hour without a change, any other is bounded by the run', () => {
  const rows: readonly (readonly [string, Observation, readonly string[]])[] = [
    ['of a database', greenIs('polishing'), ['polishing']],
    ['of a task', having({tasks: task('DREAMING')}), ['DREAMING']],
    ['of a task, beginning like a known one', having({tasks: task('COMPLETED_TWICE')}), ['COMPLETED_TWICE']],
    ['of a task, ending like a known one', having({tasks: task('NOT_COMPLETED')}), ['NOT_COMPLETED']],
    ['of a member', having({members: member('SLEEPING')}), ['SLEEPING']],
    ['of a member, beginning like a known one', having({members: member('AVAILABLE_SOON')}), ['AVAILABLE_SOON']],
    ['of a member, ending like a known one', having({members: member('UNAVAILABLE')}), ['UNAVAILABLE']],
    ['of all of them, each once', having({tasks: [...task('X'), ...task('X')], members: member('Y')}), ['X', 'Y']],
    ['of the deployment', observation('SOMETHING_NEW'), ['SOMETHING_NEW']],
    ['a known one of a database', greenIs('storage-optimization'), []],
    ['known ones of tasks', having({tasks: [...task('PENDING'), ...task('IN_PROGRESS')]}), []],
    ['known ones of members', having({members: [...member('PROVISIONING'), ...member('SWITCHOVER_IN_PROGRESS')]}), []],
    ['none of a member, no tasks', having({tasks: undefined, members: member(undefined)}), []],
    ['while it is built', observation('PROVISIONING'), []]
  ]
  test.each(rows)('%s', (_what, now, unknownOnes) => {
    const step = first(asked(now))
    if (!('do' in step) || step.do !== 'wait') throw new Error(said(asked(now)))
    expect([step.pace, step.patience]).toEqual(['provisioning', unknownOnes.length === 0 ? undefined : 1_800_000])
    const quoted = [...step.intent.matchAll(/"([^"]*)"/g)].map(([, status]) => status)
    expect(quoted).toEqual(unknownOnes)
  })
})

describe('ready', () => {
  test('counts as completed, and says what nobody else would tell', () => {
    const guarded = byLabel({...blue, deletionProtection: true}, blueReplica, green, greenReplica)
    expect(asked(observation('AVAILABLE', {databases: guarded}))).toMatchObject({
      is: 'done',
      completed: true,
      warnings: ['orders-green-abc123 has no deletion protection, which orders has: turn it on']
    })
    expect(asked(observation('AVAILABLE'))).toMatchObject({warnings: []})
  })
  test.each([
    ['both have it', true, true, undefined, 0],
    ['neither has it', false, false, undefined, 0],
    ['RDS does not say of green', true, undefined, undefined, 0],
    ['an instance of a cluster has none of its own', true, false, 'shop', 0],
    ['green lost it', true, false, undefined, 1]
  ])('deletion protection: %s', (_what, ofBlue, ofGreen, cluster, warnings) => {
    const databases = byLabel(
      {...blue, deletionProtection: ofBlue},
      blueReplica,
      {...green, deletionProtection: ofGreen, cluster},
      greenReplica
    )
    const found = asked(observation('AVAILABLE', {databases}))
    expect(found.is === 'done' ? found.warnings : found).toHaveLength(warnings)
  })
})

describe('what it leaves: everything available, and what is not there yet imagined from blue', () => {
  const left = (now: Observation, wishes: Partial<Inputs> = {}): {now: Observation; deployment: Deployment} => {
    const found = leaves(inputs({}, wishes), now)
    const one = valueOf(found.deployment)
    if (one === undefined) throw new Error('no deployment')
    return {now: found, deployment: one}
  }
  test('of one that is built: its own databases, all of them available', () => {
    const busy = observation('AVAILABLE', {
      deployment: known(deployment('AVAILABLE', {tasks: task('IN_PROGRESS')})),
      databases: byLabel(
        {...blue, status: 'backing-up'},
        blueReplica,
        {...green, status: 'storage-initialization', storageOperation: {status: 'Initializing', percent: 3}},
        greenReplica
      )
    })
    const {now, deployment: one} = left(busy)
    expect(one.tasks).toEqual([{name: 'UPGRADE', status: 'COMPLETED'}])
    expect(one.members).toEqual(deployment('AVAILABLE').members)
    expect(databaseAt(now, green.arn)).toEqual(known({...green, status: 'available', storageOperation: undefined}))
    expect(databaseAt(now, blue.arn)).toEqual(known(blue))
    expect([now.lag.is, now.failures]).toEqual(['known', known([])])
    expect(said(asked(now))).toBe('done green_ready')
  })
  test('of one that is only begun: green of every database of blue, at the target version', () => {
    const begun = {...observation('PROVISIONING'), databases: notLooked}
    const {now, deployment: one} = left({
      ...begun,
      deployment: known(deployment('PROVISIONING', {target: undefined, members: [], tasks: undefined}))
    })
    expect(one).toMatchObject({status: 'AVAILABLE', target: `${blue.arn}-green-(new)`, tasks: []})
    expect(one.members.map(pair => pair.source)).toEqual([blue.arn, blueReplica.arn])
    expect(databaseAt(now, one.target)).toEqual(
      known({
        ...blue,
        name: 'orders-green-(new)',
        arn: `${blue.arn}-green-(new)`,
        resourceId: `${blue.resourceId}-(green)`,
        engineVersion: '17.6'
      })
    )
  })
  test('without a target version green keeps blue’s; without blue, only what the deployment names', () => {
    const begun = {...observation('PROVISIONING'), deployment: known(deployment('PROVISIONING', {target: undefined, members: []}))}
    const kept = left({...begun, target: notLooked, memory: known(readMemory(new Map()))}, {targetEngineVersion: undefined})
    expect(valueOf(databaseAt(kept.now, kept.deployment.target))?.engineVersion).toBe('16.8')
    const alone = left({...begun, blue: notLooked})
    expect(alone.deployment.members.map(pair => pair.source)).toEqual([blue.arn])
    const stranger = left({
      ...begun,
      deployment: known(deployment('PROVISIONING', {source: arn('other'), target: undefined, members: []})),
      blue: notLooked
    })
    expect(stranger.now.databases).toEqual(known(new Map()))
  })
  test.each([NONE, 'SWITCHOVER_IN_PROGRESS', 'SWITCHOVER_COMPLETED', 'INVALID_CONFIGURATION', 'DELETING'])('%s as it is', status => {
    const now = observation(status)
    expect(leaves(inputs(), now)).toBe(now)
  })
})

describe('without a deployment', () => {
  test('the one asked for is named as it was typed', () => {
    const told = (given: Readonly<Record<string, string>>): string => {
      const found = plan(inputs({mode: 'wait', source: 'orders', ...given}), situation(observation(NONE)))
      return found.is === 'refuse' ? found.because : said(found)
    }
    expect(told({'deployment-id': 'bgd-aaaaaaaaaaaaaaaa'})).toContain('deployment bgd-aaaaaaaaaaaaaaaa was not found')
    expect(told({'deployment-id': 'orders-upgrade'})).toContain('deployment orders-upgrade was not found')
    expect(told({})).toContain('deployment of orders was not found')
  })
  test('no source either: more likely mistyped; not before two looks agree', () => {
    const now = observation(NONE, {production: absent})
    expect(said(asked(now))).toBe('failed source_not_found')
    const steady: Situation['steady'] = new Map([['deployment absent', {looks: 2, since: 0, until: 60_000}]])
    expect(said(asked(now, {steady}))).toBe('wait confirming')
  })
})
