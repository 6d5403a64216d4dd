/** What every phase must keep, by table over every phase of the registry, so that a new phase is covered the day it is registered. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import type {Known} from '../../src/domain/known.ts'
import {absent, known, unknown} from '../../src/domain/known.ts'
import {KEYS, readMemory} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import {claimsOf} from '../../src/observing/claims.ts'
import type {Green, Observation} from '../../src/observing/observation.ts'
import type {GroupSeen, Preparing} from '../../src/observing/preparing.ts'
import {phases} from '../../src/phases/index.ts'
import type {Phase, Plan} from '../../src/phases/phase.ts'
import {hold} from '../../src/waiting/steadiness.ts'
import {
  arn,
  blue,
  blueReplica,
  green,
  group,
  inputs,
  NONE,
  observation,
  old,
  oldBlue,
  oldReplica,
  PREPARING,
  STATUSES,
  SWITCHOVER_CALL,
  said,
  situation,
  tags,
  writeOf,
  writesFirst,
  written
} from './builders.ts'

const greenOne = (one: Database): Green => ({kind: one.kind, resourceId: one.resourceId, name: one.name, database: known(one)})

type Part = Exclude<keyof Observation, 'trouble'>
const PARTS = Object.keys(observation(NONE)).filter((name): name is Part => name !== 'trouble')
const WISHES: readonly Partial<Inputs>[] = [
  {},
  {allowReboot: true},
  {deleteOldDatabases: true},
  {deleteOldDatabases: true, disableDeletionProtection: true}
]

const NEEDED = {
  'rds.logical_replication': '1',
  max_replication_slots: '25',
  max_wal_senders: '25',
  max_logical_replication_workers: '25',
  max_worker_processes: '50'
}
const seenGroup = (name: string, family: string, users: readonly string[]): readonly [string, GroupSeen] => [
  `instance ${name}`,
  {group: group(name, family, NEEDED), arn: arn(name, 'pg'), changedAt: undefined, madeFor: blue.resourceId, users}
]
const GROUPS_MADE: Preparing = {
  ...PREPARING,
  groups: new Map([
    ...PREPARING.groups,
    seenGroup('orders-postgres16-bg-blue', 'postgres16', []),
    seenGroup('orders-postgres17-bg-green', 'postgres17', [])
  ])
}
const moved = {parameterGroup: 'orders-postgres16-bg-blue', parameterApplyStatus: 'pending-reboot'}
const IN_GROUP: Partial<Observation> = {
  production: known({...blue, ...moved}),
  blue: known([
    {...blue, ...moved},
    {...blueReplica, ...moved}
  ]),
  preparing: known({
    ...GROUPS_MADE,
    groups: new Map([...GROUPS_MADE.groups, seenGroup('orders-postgres16-bg-blue', 'postgres16', [blue.name, blueReplica.name])])
  })
}

/** Moments at which a phase writes, beyond those of the statuses. */
const MOMENTS: readonly (readonly [string, Observation])[] = [
  ...STATUSES.map((status): readonly [string, Observation] => [status, observation(status)]),
  ['old blue is left', observation(NONE, {oldBlue: known([oldBlue(), oldBlue(oldReplica)])})],
  ['old blue bears no mark', observation('SWITCHOVER_COMPLETED', {oldBlue: known([oldBlue(old, {mark: undefined})])})],
  ['the groups are made, and nothing else', observation(NONE, {preparing: known(GROUPS_MADE)})],
  ['blue has its group and was not restarted', observation(NONE, IN_GROUP)],
  ['adopted, without a memory', observation('AVAILABLE', {memory: known(readMemory(new Map()))})],
  ['proven, and not noted', observation('SWITCHOVER_COMPLETED', {memory: known(readMemory(tags()))})],
  [
    'old blue is still there in part',
    observation('SWITCHOVER_COMPLETED', {oldBlue: known([oldBlue(), oldBlue(oldReplica, {database: absent})])})
  ],
  ['green is protected', observation('AVAILABLE', {green: known([greenOne({...green, deletionProtection: true})])})]
]

/**
 * What a phase may not know and write all the same, with the reason. Everything else it must know: whatever is missing here and can be
 * unknown at a write is a mistake.
 */
const NOT_NEEDED: Readonly<Record<string, Partial<Record<Part, string>>>> = {
  prepare: {
    memory: 'there is no deployment to remember anything',
    namesake: 'another deployment of its name is for create to refuse; nothing is created here',
    databases: 'it reads production and blue themselves',
    lag: 'nothing replicates yet',
    failures: 'only a switchover has them',
    oldBlue: 'of cleanup',
    idleness: 'of cleanup',
    green: 'of abort',
    switchedOverAt: 'of cleanup'
  },
  create: {
    preparing: 'of prepare',
    memory: 'there is no deployment to remember anything',
    databases: 'it reads production and blue themselves',
    lag: 'nothing replicates yet',
    failures: 'only a switchover has them',
    oldBlue: 'of cleanup',
    idleness: 'of cleanup',
    green: 'of abort',
    switchedOverAt: 'of cleanup'
  },
  wait: {},
  switchover: {
    production: 'the deployment names both sides; with deployment-id alone nobody looks at it',
    blue: 'of create',
    namesake: 'of create',
    greenOf: 'of create',
    target: 'of create',
    facts: 'of create',
    preparing: 'of prepare',
    failures: 'events are optional (rule 16); without them the grace period decides',
    oldBlue: 'of cleanup',
    idleness: 'of cleanup',
    green: 'of abort',
    switchedOverAt: 'a note for people and for the age of old blue: later than the truth is safe'
  },
  cleanup: {
    production: 'by resource id; who bears the production names is part of oldBlue',
    blue: 'of create',
    namesake: 'of create',
    greenOf: 'of create',
    target: 'of create',
    facts: 'of create',
    preparing: 'of prepare',
    lag: 'of switchover',
    failures: 'of switchover',
    green: 'of abort',
    switchedOverAt: 'the memory or the mark tells it; where they do not, the check of age asks for it'
  },
  abort: {
    production: 'the deployment names both sides',
    blue: 'of create',
    namesake: 'of create',
    greenOf: 'of create',
    target: 'of create',
    facts: 'of create',
    preparing: 'of prepare',
    lag: 'of switchover',
    failures: 'of switchover',
    oldBlue: 'of cleanup',
    idleness: 'of cleanup',
    green: 'followed by id until it is gone; RDS itself refuses a protected one',
    switchedOverAt: 'of cleanup'
  }
}

const isCompleted = (now: Observation): boolean => now.deployment.is === 'known' && now.deployment.value.status === 'SWITCHOVER_COMPLETED'

/** What cleanup reads only while the deployment is there, or only when it is not. */
const notNeededNow = (phase: Phase, part: Part, now: Observation): boolean =>
  NOT_NEEDED[phase.name]?.[part] !== undefined ||
  (phase.name === 'cleanup' && now.deployment.is === 'absent' && (part === 'memory' || part === 'databases')) ||
  // An open deployment was found: its name is taken by itself, and what would be created is not created.
  (phase.name === 'create' &&
    now.deployment.is === 'known' &&
    ['namesake', 'target', 'facts', 'greenOf'].includes(part) &&
    !isCompleted(now)) ||
  // The note of an accomplished switchover needs no lag.
  (phase.name === 'switchover' && part === 'lag' && isCompleted(now))

const blurred = (now: Observation, part: Part): Observation => ({...now, [part]: unknown('the lab blurred it')})

/** Each database of a list or map unknown by itself. */
function withUnknownInside(now: Observation): readonly Observation[] {
  const made: Observation[] = []
  if (now.databases.is === 'known')
    for (const key of now.databases.value.keys()) {
      const map = new Map<string, Known<never> | Observation['production']>(now.databases.value).set(key, unknown('blurred'))
      made.push({...now, databases: known(map)})
    }
  return made
}

describe.each(phases.map(phase => [phase.name, phase] as const))('%s', (name, phase) => {
  test('has its list of what it need not know', () => expect(Object.keys(NOT_NEEDED)).toContain(name))

  test.each(MOMENTS)('writes nothing on an unknown: %s', (_moment, now) => {
    const wrong: string[] = []
    for (const wish of WISHES)
      for (const part of PARTS) {
        if (notNeededNow(phase, part, now)) continue
        const seen = blurred(now, part)
        const plan = phase.plan(inputs({}, wish), situation(seen))
        if (writesFirst(plan)) wrong.push(`${part}: ${said(plan)}`)
      }
    expect([...new Set(wrong)]).toEqual([])
  })

  test.each(MOMENTS)('writes nothing when one database it judges by could not be read: %s', (_moment, now) => {
    if (name === 'prepare' || name === 'create' || (name === 'cleanup' && now.deployment.is === 'absent')) return
    const wrong: string[] = []
    for (const seen of withUnknownInside(now)) {
      const plan = phase.plan(inputs({}, {deleteOldDatabases: true}), situation(seen))
      const [blurredOne] = [...(seen.databases.is === 'known' ? seen.databases.value : [])].filter(([, one]) => one.is === 'unknown')
      // Green may be gone or unreadable when it is aborted: it is blue that must be proved.
      const isGreen = name === 'abort' && blurredOne?.[0].includes('-green-') === true
      // Old blue is looked up by resource id.
      const isOld = blurredOne?.[0].includes('-old1') === true
      if (writesFirst(plan) && !isGreen && !isOld) wrong.push(`${blurredOne?.[0] ?? ''}: ${said(plan)}`)
    }
    expect(wrong).toEqual([])
  })

  test.each(MOMENTS)('plan(after(x)) is done: %s', (_moment, now) => {
    for (const wish of WISHES) {
      const asked = inputs({}, wish)
      const before = phase.plan(asked, situation(now))
      const status = now.deployment.is === 'known' ? now.deployment.value.status : NONE
      // A status nobody knows has no "after".
      if (before.is === 'refuse' || status === 'SOMETHING_NEW' || status === '') continue
      const after = phase.after(asked, now)
      expect([status, said(phase.plan(asked, situation(after)))]).toEqual([status, expect.stringMatching(/^done /)])
      expect([status, said(phase.plan(asked, situation(after, {first: now})))]).toEqual([status, expect.stringMatching(/^done /)])
    }
  })

  test.each(MOMENTS)('every status has an answer, whatever was written and seen before: %s', (_moment, now) => {
    for (const call of [SWITCHOVER_CALL, ...callsOf(phase)])
      for (const answer of ['accepted', fault('lost'), fault('refused'), fault('throttled')] as const)
        for (const seen of [[], ['SWITCHOVER_IN_PROGRESS'], ['AVAILABLE', 'SWITCHOVER_IN_PROGRESS', 'AVAILABLE']]) {
          const plan = phase.plan(inputs(), situation(now, {written: [written(call, {answer, seen})], seen}))
          expect(['done', 'refuse', 'steps']).toContain(plan.is)
        }
  })

  test.each(MOMENTS)('with the memory of this run emptied the end is the same: %s', (_moment, now) => {
    const asked = inputs({}, {deleteOldDatabases: true})
    const done = phase.after(asked, now)
    for (const call of callsOf(phase)) {
      const whole = phase.plan(asked, situation(done, {first: now, written: [written(call)]}))
      expect(said(whole).split(' ')[0]).toBe(said(phase.plan(asked, afresh(phase, done))).split(' ')[0])
    }
  })
})

/** Nothing written, the first look is this one, and how long it has held is made of two looks, a minute apart. */
function afresh(_phase: Phase, now: Observation) {
  const once = hold(new Map(), claimsOf(now), 0)
  return situation(now, {steady: hold(once, claimsOf(now), 400_000)})
}

const fault = (kind: 'lost' | 'refused' | 'throttled') => ({kind, code: kind, message: kind}) as const

/** Every call the phase would send at any moment. */
function callsOf(phase: Phase) {
  const plans: Plan[] = MOMENTS.flatMap(([, now]) => WISHES.map(wish => phase.plan(inputs({}, wish), situation(now))))
  return plans.filter(writesFirst).map(plan => writeOf(plan).call)
}

test('the memory of a run is not what tells a switchover over', () => {
  const over = observation('SWITCHOVER_COMPLETED', {
    memory: known(readMemory(tags({[KEYS.switchedOverAt]: '2026-11-18T02:00:00Z'}))),
    oldBlue: absent
  })
  for (const phase of phases.filter(one => one.name === 'switchover')) {
    expect(said(phase.plan(inputs(), situation(over, {written: [written(SWITCHOVER_CALL)]})))).toMatch(/^done /)
    expect(said(phase.plan(inputs(), situation(over)))).toMatch(/^done /)
  }
})
