/** `create` where it refuses, adopts or leaves: what it says of whom, and what the phases behind it would find. */
import {describe, expect, test} from '@jest/globals'
import {absent, known, notLooked, unknown, valueOf} from '../../src/domain/known.ts'
import {KEYS, readMemory} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation} from '../../src/observing/observation.ts'
import type {Plan, Situation} from '../../src/phases/phase.ts'
import {
  arn,
  BLUE,
  blue,
  blueReplica,
  database,
  deployment,
  ID,
  inputs,
  NONE,
  observation,
  phase,
  production,
  said,
  situation,
  tags,
  writeOf,
  written
} from './builders.ts'

const {plan, after: leaves} = phase('create')
const asked = (now: Observation, wishes: Partial<Inputs> = {}, around: Partial<Situation> = {}): Plan =>
  plan(inputs({}, wishes), situation(now, around))
const told = (found: Plan): string => (found.is === 'steps' ? found.steps[0].intent : found.because)
const OTHER: Partial<Inputs> = {targetEngineVersion: '18.1'}
const cluster = database({kind: 'cluster', name: 'shop', arn: arn('shop', 'cluster'), engine: 'aurora-postgresql'})

test('an option of the other kind of source is refused with the kind it has', () => {
  const ofCluster = asked(observation(NONE, {production: known(cluster), blue: known([cluster])}), {targetIops: 3000})
  expect([said(ofCluster), told(ofCluster)]).toEqual([
    'failed invalid_input',
    'shop is an Aurora DB cluster, for which RDS does not take target-iops'
  ])
  const ofInstance = asked(observation(NONE), {targetClusterParameterGroup: 'x'})
  expect(told(ofInstance)).toBe('orders is a DB instance, for which RDS does not take target-cluster-parameter-group')
})

describe('a deployment that is being switched over', () => {
  const unrecorded = known(readMemory(tags({[KEYS.request]: undefined})))
  test.each([
    ['as asked', {}, {}, 'done deployment_adopted'],
    ['made for something else', {}, OTHER, 'blocked deployment_differs'],
    ['of nobody’s record', {memory: unrecorded}, OTHER, 'done deployment_adopted'],
    ['whose tags were not read', {memory: unknown('denied')}, OTHER, 'done deployment_adopted']
  ] as const)('%s', (_what, over, wishes, expected) =>
    expect(said(asked(observation('SWITCHOVER_IN_PROGRESS', over), wishes))).toBe(expected)
  )
})

test('production that is half switched over: the members that failed are named, and only they', () => {
  const [first, second] = deployment('SWITCHOVER_COMPLETED').members
  if (first === undefined || second === undefined) throw new Error('two members')
  const half = deployment('SWITCHOVER_COMPLETED', {members: [first, {...second, status: 'SWITCHOVER_FAILED'}]})
  const found = asked(observation('SWITCHOVER_COMPLETED', {deployment: known(half)}))
  expect([said(found), told(found)]).toEqual([
    'failed member_failed',
    expect.stringContaining('but orders-r1 SWITCHOVER_FAILED: production')
  ])
  const unnamed = {...half, members: [first, {...second, target: undefined, status: 'SWITCHOVER_FAILED'}]}
  expect(told(asked(observation('SWITCHOVER_COMPLETED', {deployment: known(unnamed)})))).toContain('but orders-r1-old1 SWITCHOVER_FAILED')
})

describe('an open deployment', () => {
  const call = writeOf(asked(observation(NONE))).call
  const mine: Partial<Situation> = {written: [written(call)]}
  test('that this run made is created, though its tags cannot be read; one that it did not make cannot be told', () => {
    const unread = observation('PROVISIONING', {memory: unknown('denied')})
    expect([said(asked(unread, {}, mine)), said(asked(unread))]).toEqual(['done deployment_created', 'blocked cannot_tell'])
  })
  test('of a production that was replaced since is in danger, at two looks; of a production of another name it is not', () => {
    const replaced = observation('AVAILABLE', {production: known({...blue, resourceId: 'db-NEW'})})
    expect([said(asked(replaced)), said(asked(replaced, {}, {steady: new Map()}))]).toEqual([
      'blocked production_in_danger',
      'wait confirming'
    ])
    expect(told(asked(replaced))).toContain(`orders is db-NEW now; deployment ${ID} was made when it was ${BLUE.resourceId}`)
    const renamed = {memory: known(readMemory(tags({[`${KEYS.blue}01`]: `payroll ${BLUE.resourceId}`})))}
    expect(said(asked(observation('AVAILABLE', renamed)))).toBe('done deployment_adopted')
  })
})

test('at the target already: what runs is told, and what cannot be seen only where there is such', () => {
  const now = observation(NONE, {production: known(production), blue: known([production])})
  expect(told(asked(now))).toBe('orders already is what is asked for (postgres 17.6)')
})

describe('another deployment bears the name', () => {
  const namesake = (over: Partial<ReturnType<typeof deployment>>) => observation(NONE, {namesake: known(deployment('AVAILABLE', over))})
  const stranger = {source: arn('payroll'), target: arn('payroll-green')}
  test.each([
    ['of another source', stranger, 'blocked deployment_differs'],
    ['of this source', {source: blue.arn}, 'failed not_proven'],
    ['that made this source', {source: arn('orders-old1'), target: blue.arn}, 'failed not_proven'],
    ['of another source, without a green yet', {source: arn('payroll'), target: undefined}, 'blocked deployment_differs'],
    ['and is being deleted', {...stranger, status: 'DELETING'}, 'wait provisioning']
  ] as const)('%s', (_what, over, expected) => expect(said(asked(namesake(over)))).toBe(expected))
  test('whose it is, and whether it came meanwhile', () => {
    const before = told(asked(namesake(stranger)))
    expect(before).toBe(`the name orders-up belongs to deployment ${ID} of another source, payroll`)
    const call = writeOf(asked(observation(NONE))).call
    expect(told(asked(namesake(stranger), {}, {written: [written(call)]}))).toBe(`${before}, made meanwhile`)
  })
})

describe('what it leaves', () => {
  test('a deployment that is being built and remembers', () => {
    const found = leaves(inputs(), observation(NONE, {memory: notLooked}))
    const one = valueOf(found.deployment)
    expect(one).toMatchObject({id: 'bgd-(new)', status: 'PROVISIONING', source: blue.arn, target: undefined, members: [], tasks: []})
    expect(valueOf(found.memory)).toMatchObject({
      request: expect.stringMatching(/./),
      blue: [BLUE, {name: blueReplica.name, resourceId: blueReplica.resourceId}],
      beforeVersion: '16.8'
    })
    expect([found.namesake, found.greenOf, found.trouble]).toEqual([notLooked, absent, undefined])
  })
  test('without its replicas where they were not read', () => {
    const found = leaves(inputs(), observation(NONE, {memory: notLooked, blue: notLooked}))
    expect(valueOf(found.memory)?.blue).toEqual([BLUE])
  })
  test('one that is open stays what it is, with its own record', () => {
    for (const status of ['PROVISIONING', 'AVAILABLE']) {
      const now = observation(status)
      const found = leaves(inputs(), now)
      expect([found.deployment, found.memory]).toEqual([now.deployment, now.memory])
    }
    expect(valueOf(leaves(inputs({}, OTHER), observation('SWITCHOVER_COMPLETED')).deployment)?.id).toBe('bgd-(new)')
  })
  test('nothing new where production is there already, unknown, or being switched over', () => {
    const there = observation(NONE, {production: known(production), blue: known([production])})
    const unread = observation(NONE, {production: unknown('lost')})
    const moving = observation('SWITCHOVER_IN_PROGRESS')
    for (const now of [there, unread, moving]) expect(leaves(inputs(), now)).toBe(now)
  })
})
