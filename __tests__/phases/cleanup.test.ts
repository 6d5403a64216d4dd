/** `cleanup`: proved before the first write, marked before the memory goes, deleted by resource id in RDS's order. */
import {describe, expect, test} from '@jest/globals'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import {KEYS, readMemory} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation, OldBlue} from '../../src/observing/observation.ts'
import type {Plan} from '../../src/phases/phase.ts'
import {
  BLUE,
  BLUE_REPLICA,
  blue,
  blueReplica,
  byLabel,
  database,
  deployment,
  ID,
  inputs,
  NONE,
  NOW,
  observation,
  old,
  oldBlue,
  oldReplica,
  phase,
  production,
  productionReplica,
  SWITCHED_AT,
  said,
  settled,
  situation,
  tags,
  writeOf,
  written
} from './builders.ts'

const {plan} = phase('cleanup')
const DELETE: Partial<Inputs> = {deleteOldDatabases: true}
const OVER = 'SWITCHOVER_COMPLETED'
const both = [oldBlue(), oldBlue(oldReplica)]
const leaves = (...list: readonly OldBlue[]): Observation => observation(NONE, {oldBlue: known(list)})
const planned = (found: Plan): readonly string[] =>
  found.is === 'steps'
    ? found.steps.map(step =>
        step.do === 'wait' ? `wait: ${step.intent}` : `${step.call.operation} ${Object.values(step.call.input)[0] as string}`
      )
    : [said(found)]

describe('order', () => {
  const cluster = database({
    kind: 'cluster',
    name: 'shop-old1',
    resourceId: 'cluster-OLD',
    engine: 'aurora-postgresql',
    members: [
      {name: 'shop-1-old1', writer: true},
      {name: 'shop-2-old1', writer: false}
    ]
  })
  const instance = (name: string, id: string) =>
    database({name, resourceId: id, engine: 'aurora-postgresql', cluster: 'shop-old1', deletionProtection: false})
  const shop = database({kind: 'cluster', name: 'shop', resourceId: 'cluster-NEW'})
  const aurora = [
    oldBlue(cluster, {productionNow: known(shop)}),
    oldBlue(instance('shop-1-old1', 'db-W'), {productionNow: known(database({name: 'shop-1', resourceId: 'db-NEWW'}))}),
    oldBlue(instance('shop-2-old1', 'db-R'), {productionNow: known(database({name: 'shop-2', resourceId: 'db-NEWR'}))})
  ]
  test.each([
    [
      'replicas before the primary',
      both,
      [
        'DeleteDBInstance orders-r1-old1',
        'wait: orders-r1-old1 is being deleted',
        'DeleteDBInstance orders-old1',
        'wait: orders-old1 is being deleted'
      ]
    ],
    [
      'readers, writer, cluster',
      aurora,
      [
        'DeleteDBInstance shop-2-old1',
        'wait: shop-2-old1 is being deleted',
        'DeleteDBInstance shop-1-old1',
        'wait: shop-1-old1 is being deleted',
        'DeleteDBCluster shop-old1',
        'wait: shop-old1 is being deleted'
      ]
    ]
  ] as const)('%s', (_what, list, expected) => {
    expect(planned(plan(inputs({}, DELETE), situation(leaves(...list))))).toEqual(expected)
  })

  test('the primary waits until its replica is gone at two looks, half a minute apart (rule 19)', () => {
    const now = leaves(oldBlue({...old, replicas: []}), oldBlue(oldReplica, {database: absent}))
    const early = settled(now)
    const once = new Map([...early, [`gone ${BLUE_REPLICA.resourceId}`, {looks: 1, since: 0, until: 0}]])
    expect(said(plan(inputs({}, DELETE), situation(now, {steady: once})))).toMatch(/^wait /)
    expect(said(plan(inputs({}, DELETE), situation(now)))).toBe('DeleteDBInstance')
  })

  test('a run that goes on behind a killed one: what is being deleted is ours, is waited for, and nothing behind it is begun', () => {
    const found = plan(inputs({}, DELETE), situation(leaves(oldBlue(), oldBlue({...oldReplica, status: 'deleting'}))))
    expect(said(found)).toBe('wait provisioning')
  })
})

describe('what is asked for', () => {
  const call = (over: Partial<Inputs>, ...list: readonly OldBlue[]) =>
    writeOf(plan(inputs({}, {...DELETE, ...over}), situation(leaves(...list)))).call.input
  const primary = oldBlue({...old, replicas: []})
  test.each([
    [
      'a final snapshot and kept backups',
      {},
      {FinalDBSnapshotIdentifier: 'final-orders-11111111', SkipFinalSnapshot: false, DeleteAutomatedBackups: false}
    ],
    ['no snapshot', {finalSnapshot: false}, {SkipFinalSnapshot: true, DeleteAutomatedBackups: false}],
    [
      'no backups',
      {keepAutomatedBackups: false},
      {FinalDBSnapshotIdentifier: 'final-orders-11111111', SkipFinalSnapshot: false, DeleteAutomatedBackups: true}
    ],
    [
      'another prefix',
      {finalSnapshotPrefix: 'Before17'},
      {FinalDBSnapshotIdentifier: 'before17-orders-11111111', SkipFinalSnapshot: false, DeleteAutomatedBackups: false}
    ]
  ] as const)('%s', (_what, over, expected) => {
    expect(call(over, primary)).toEqual({DBInstanceIdentifier: 'orders-old1', ...expected})
  })

  test('a replica has no final snapshot', () => {
    expect(call({}, oldBlue({...oldReplica, replicaOf: 'orders-old1'}))).toEqual({
      DBInstanceIdentifier: 'orders-r1-old1',
      SkipFinalSnapshot: true,
      DeleteAutomatedBackups: false
    })
  })

  test('every write is bound to the resource id of its bearer, but that on the deployment', () => {
    const unmarked = observation(OVER, {oldBlue: known(both.map(one => ({...one, mark: undefined})))})
    const protectedOnes = leaves(
      ...both.map(one => (one.database.is === 'known' ? {...one, database: known({...one.database.value, deletionProtection: true})} : one))
    )
    for (const now of [unmarked, protectedOnes, leaves(...both)]) {
      const found = plan(inputs({}, {...DELETE, disableDeletionProtection: true}), situation(now))
      for (const step of found.is === 'steps' ? found.steps : []) {
        if (step.do === 'wait' || step.call.operation === 'DeleteBlueGreenDeployment') continue
        expect(step.bearer?.resourceId).toMatch(/^db-BLUEBLUEBLUE/)
      }
    }
  })

  test('DeleteTarget is left out (rule 8)', () => {
    expect(writeOf(plan(inputs(), situation(observation(OVER)))).call).toEqual({
      operation: 'DeleteBlueGreenDeployment',
      input: {BlueGreenDeploymentIdentifier: ID}
    })
  })
})

test('old blue is marked with its own resource id before the deployment and its memory go', () => {
  const now = observation(OVER, {oldBlue: known(both.map(one => ({...one, mark: undefined})))})
  const found = plan(inputs(), situation(now))
  expect(found.is === 'steps' ? found.steps.map(step => (step.do === 'write' ? step.call : step.do)) : said(found)).toEqual([
    ...[old, oldReplica].map((one, at) => ({
      operation: 'AddTagsToResource',
      input: {
        ResourceName: one.arn,
        Tags: [{Key: KEYS.oldBlue, Value: `${ID} ${one.resourceId} ${at === 0 ? 'orders' : 'orders-r1'} ${SWITCHED_AT.toISOString()}`}]
      }
    })),
    {operation: 'DeleteBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: ID}}
  ])
})

test('a mark of an earlier deployment is replaced', () => {
  const now = observation(OVER, {
    oldBlue: known([
      oldBlue(old, {
        mark: {deploymentId: 'bgd-earlier000000000', resourceId: BLUE.resourceId, production: 'orders', switchedOverAt: undefined}
      })
    ])
  })
  expect(said(plan(inputs(), situation(now)))).toBe('AddTagsToResource')
})

describe('the snapshot that stands', () => {
  const rows: readonly (readonly [string, OldBlue['snapshot'], string])[] = [
    ['none', absent, 'DeleteDBInstance'],
    ['ours, finished: not taken twice', known({resourceId: BLUE.resourceId, status: 'available'}), 'DeleteDBInstance'],
    ['ours, being made', known({resourceId: BLUE.resourceId, status: 'creating'}), 'wait settling'],
    ['ours, failed', known({resourceId: BLUE.resourceId, status: 'failed'}), 'blocked not_proven'],
    ['of another database', known({resourceId: 'db-OTHER', status: 'available'}), 'blocked not_proven'],
    ['of an unknown database', known({resourceId: '', status: 'available'}), 'blocked not_proven'],
    ['not read', unknown('denied'), 'blocked cannot_tell'],
    ['not looked at', notLooked, 'blocked cannot_tell']
  ]
  test.each(rows)('%s', (_what, snapshot, expected) => {
    expect(said(plan(inputs({}, DELETE), situation(leaves(oldBlue({...old, replicas: []}, {snapshot})))))).toBe(expected)
  })

  test('one that is finished lets the database go without another', () => {
    const found = plan(
      inputs({}, DELETE),
      situation(leaves(oldBlue({...old, replicas: []}, {snapshot: known({resourceId: BLUE.resourceId, status: 'available'})})))
    )
    expect(writeOf(found).call.input).toMatchObject({SkipFinalSnapshot: true})
  })

  test.each([
    ['stopped', 'blocked cannot_tell'],
    ['incompatible-parameters', 'blocked cannot_tell'],
    ['backing-up', 'wait settling'],
    ['something-new', 'wait settling']
  ])('a database that is %s gives none', (status, expected) => {
    expect(said(plan(inputs({}, {...DELETE}), situation(leaves(oldBlue({...old, replicas: [], status})))))).toBe(expected)
  })
})

describe('danger: nothing is written', () => {
  const rows: readonly (readonly [string, Partial<OldBlue>, string])[] = [
    ['production bears the recorded id', {productionNow: known(blue)}, 'blocked production_in_danger'],
    ['the recorded id bears the production name', {database: known(blue)}, 'blocked production_in_danger'],
    ['nobody bears the production name: the only copy', {productionNow: absent}, 'blocked production_in_danger'],
    ['who bears it could not be read', {productionNow: unknown('denied')}, 'blocked production_in_danger']
  ]
  for (const [where, make] of [
    ['with the deployment', (one: OldBlue) => observation(OVER, {oldBlue: known([one])})],
    ['from the marks', (one: OldBlue) => leaves(one)]
  ] as const)
    test.each(rows)(`${where}: %s`, (_what, over, expected) => {
      expect(said(plan(inputs({}, DELETE), situation(make(oldBlue({...old, replicas: []}, over)))))).toBe(expected)
    })

  test('one of several in danger stops all of them', () => {
    const now = leaves(oldBlue(oldReplica), oldBlue({...old}, {productionNow: absent}))
    expect(said(plan(inputs({}, DELETE), situation(now)))).toBe('blocked production_in_danger')
  })
})

describe('the proofs of a completed deployment', () => {
  const rows: readonly (readonly [string, Partial<Observation>, Partial<Inputs>, string])[] = [
    ['proven', {}, {}, 'DeleteBlueGreenDeployment'],
    [
      'a member failed',
      {deployment: known(deployment(OVER, {members: [{source: old.arn, target: production.arn, status: 'SWITCHOVER_FAILED'}]}))},
      {},
      'blocked member_failed'
    ],
    ['a name still is blue', {databases: byLabel(blue, blueReplica)}, {}, 'blocked not_proven'],
    ['a name was not read', {databases: byLabel(production)}, {}, 'blocked not_proven'],
    ['the tags were not read', {memory: unknown('denied')}, {}, 'blocked cannot_tell'],
    ['a later release wrote them', {memory: known(readMemory(tags({'rds-blue-green/v2/x': 'y'})))}, {}, 'blocked deployment_unknown'],
    ['a stack owns it', {memory: known(readMemory(tags({'aws:cloudformation:stack-name': 'shop'})))}, {}, 'blocked owned_by_stack'],
    ['another account', {}, {allowedAccountIds: ['999999999999']}, 'blocked account_not_allowed'],
    [
      'idle is asked though nothing is deleted (rule 9)',
      {idleness: known({missing: new Map(), most: new Map([['orders-old1', 2]])})},
      {},
      'blocked old_blue_in_use'
    ],
    [
      'a missing datapoint is not zero',
      {idleness: known({missing: new Map([['orders-old1', 1]]), most: new Map()})},
      {},
      'blocked cannot_tell'
    ],
    ['idleness not read', {idleness: unknown('denied')}, {}, 'blocked cannot_tell'],
    ['idleness switched off', {idleness: unknown('denied')}, {oldIdleMinutes: 0}, 'DeleteBlueGreenDeployment'],
    [
      'too young',
      {oldBlue: known(both.map(one => ({...one, switchedOverAt: new Date(NOW.getTime() - 3_600_000)})))},
      DELETE,
      'blocked old_blue_too_young'
    ],
    [
      'too young, but nothing is deleted',
      {oldBlue: known(both.map(one => ({...one, switchedOverAt: NOW})))},
      {},
      'DeleteBlueGreenDeployment'
    ],
    ['protected', {oldBlue: known([oldBlue({...old, replicas: [], deletionProtection: true})])}, DELETE, 'blocked deletion_protected'],
    [
      'protected, and it may be turned off',
      {oldBlue: known([oldBlue({...old, replicas: [], deletionProtection: true})])},
      {...DELETE, disableDeletionProtection: true},
      'DeleteBlueGreenDeployment'
    ],
    [
      'protection not told',
      {oldBlue: known([oldBlue({...old, replicas: [], deletionProtection: undefined})])},
      DELETE,
      'blocked cannot_tell'
    ],
    ['a stranger replicates from it', {oldBlue: known([oldBlue({...old, replicas: ['reports']})])}, DELETE, 'blocked old_blue_in_use'],
    [
      'a part of the memory cannot be read: with the deployment it would be lost',
      {
        memory: known(readMemory(tags({[`${KEYS.blue}01`]: `orders-r1 ${BLUE_REPLICA.resourceId} orders`}))),
        databases: byLabel(oldReplica, productionReplica),
        oldBlue: known([oldBlue(oldReplica)])
      },
      {},
      'blocked not_proven'
    ]
  ]
  test.each(rows)('%s', (_what, over, wishes, expected) => {
    expect(said(plan(inputs({}, wishes), situation(observation(OVER, over))))).toBe(expected)
  })

  test('everything is proved before the first write, and not asked again behind it', () => {
    const used = observation(OVER, {idleness: notLooked})
    const mark = writeOf(plan(inputs(), situation(observation(OVER, {oldBlue: known(both.map(one => ({...one, mark: undefined})))})))).call
    expect(said(plan(inputs(), situation(used)))).toBe('blocked cannot_tell')
    expect(said(plan(inputs(), situation(used, {written: [written(mark)]})))).toBe('DeleteBlueGreenDeployment')
  })

  test('all checks are shown with what they found', () => {
    expect(plan(inputs({}, DELETE), situation(observation(OVER))).checks?.map(one => `${one.id} ${one.verdict}`)).toEqual([
      'old-blue-is-old-enough met',
      'old-blue-is-idle met',
      'old-blue-is-not-protected met',
      'old-blue-has-no-other-replicas met',
      'old-blue-belongs-to-one-deployment met'
    ])
  })
})

describe('the end', () => {
  const gone = both.map(one => ({...one, database: absent}))
  test.each([
    ['old blue stays', {}, leaves(...both), 'nothing_left', /orders-old1 \(db-BLUEBLUEBLUE11111111\)/],
    ['all is gone', DELETE, leaves(...gone), 'nothing_left', /its old databases are gone/],
    ['nothing was left', DELETE, leaves(), 'nothing_left', /no marked old database/]
  ] as const)('%s', (_what, wishes, now, reason, because) => {
    expect(plan(inputs({}, wishes), situation(now))).toMatchObject({is: 'done', reason, because: expect.stringMatching(because) as unknown})
  })

  test('a database gone at one look only is not gone', () => {
    const now = leaves(...gone)
    const steady = new Map(
      [...settled(now)].map(([claim, held]) => [claim, claim.startsWith('gone') ? {looks: 1, since: 0, until: 0} : held])
    )
    expect(said(plan(inputs({}, DELETE), situation(now, {steady})))).toMatch(/^wait /)
  })
})
