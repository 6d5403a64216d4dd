/** `cleanup` where it stops, waits or ends: whose account it is, who took the name of production, what is left and who is told of it. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import {readMemory} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation, OldBlue} from '../../src/observing/observation.ts'
import type {Plan, Situation} from '../../src/phases/phase.ts'
import {
  BLUE,
  BLUE_REPLICA,
  byLabel,
  database,
  deployment,
  ID,
  inputs,
  NONE,
  observation,
  old,
  oldBlue,
  oldReplica,
  phase,
  production,
  productionReplica,
  SWITCHED_AT,
  SWITCHOVER_CALL,
  said,
  settled,
  situation,
  stepsOf,
  tags,
  writeOf,
  written
} from './builders.ts'

const {plan, after: leaves} = phase('cleanup')
const OVER = 'SWITCHOVER_COMPLETED'
const DELETE: Partial<Inputs> = {deleteOldDatabases: true}
const primary = oldBlue({...old, replicas: []})
const left = (...all: readonly OldBlue[]): Partial<Observation> => ({oldBlue: known(all)})
const asked = (now: Observation, wishes: Partial<Inputs> = {}, around: Partial<Situation> = {}): Plan =>
  plan(inputs({}, wishes), situation(now, around))
const without = (claim: string, now: Observation): Partial<Situation> => ({
  steady: new Map([...settled(now)].filter(([one]) => !one.startsWith(claim)))
})

describe('another account than is allowed', () => {
  const other: Partial<Inputs> = {allowedAccountIds: ['999999999999']}
  const alone = left(oldBlue({...old, replicas: []}, {productionNow: absent}))
  const gone = observation(NONE, {production: absent, ...alone})
  test.each([
    ['by the deployment', observation(OVER), other, 'blocked account_not_allowed'],
    ['by production', observation(NONE, left()), other, 'blocked account_not_allowed'],
    ['by old blue alone', gone, other, 'blocked account_not_allowed'],
    ['the allowed one, by old blue alone', gone, {...DELETE, allowedAccountIds: ['123456789012']}, 'blocked production_in_danger'],
    ['nothing tells which', observation(NONE, {production: absent, oldBlue: notLooked}), other, 'wait settling']
  ] as const)('%s', (_what, now, wishes, expected) => expect(said(asked(now, wishes))).toBe(expected))
})

describe('not switched over', () => {
  test.each([
    ['AVAILABLE', /it has not been switched over/, /mode: switchover first, or mode: abort/],
    ['PROVISIONING', /it has not been switched over/, /mode: switchover first, or mode: abort/],
    ['SWITCHOVER_IN_PROGRESS', /it has not been switched over/, /once the switchover is over/],
    ['SWITCHOVER_FAILED', /did not come to its end/, /mode: switchover or mode: abort first/]
  ])('%s: what to do first', (status, because, remedy) => {
    expect(asked(observation(status))).toMatchObject({
      reason: 'deployment_unknown',
      because: expect.stringMatching(because),
      remedy: expect.stringMatching(remedy)
    })
  })
  test('may be an older look: looked at once more', () =>
    expect(said(asked(observation('AVAILABLE'), {}, {steady: new Map()}))).toBe('wait confirming'))
  test('and old blue of an earlier upgrade is left: deleted where that is asked for, else not spoken of', () => {
    const now = observation('AVAILABLE', left(primary))
    expect([said(asked(now, DELETE)), said(asked(now))]).toEqual(['DeleteDBInstance', 'blocked deployment_unknown'])
  })
  test.each(['AVAILABLE', 'INVALID_CONFIGURATION'])(
    'and old blue of an earlier upgrade is gone: what is said of one that is %s',
    status => {
      const end = (one: Partial<OldBlue>): Plan => {
        const earlier = {deploymentId: 'bgd-earlier000000000', ...one}
        return asked(observation(status, left(oldBlue(old, earlier), oldBlue(oldReplica, earlier))), DELETE)
      }
      expect(end({database: absent})).toMatchObject({
        because: `the old databases of deployment bgd-earlier000000000 are gone; deployment ${ID} is ${status} and stays`
      })
      expect(end({ours: false})).toMatchObject({
        because: expect.stringMatching(`^deployment ${ID} is ${status} and stays; not touched, because this action did not record them: `)
      })
    }
  )
})

describe('a completed deployment', () => {
  test('that is not proven yet is looked at for five minutes', () => {
    const now = observation(OVER, {databases: byLabel(old, oldReplica)})
    const held = (until: number): Partial<Situation> => ({steady: new Map([[`status ${OVER}`, {looks: 9, since: 0, until}]])})
    expect([said(asked(now, {}, held(299_000))), said(asked(now, {}, held(300_000)))]).toEqual(['wait settling', 'blocked not_proven'])
  })
  test('of a global database is left alone', () => {
    const world = byLabel(old, oldReplica, {...production, globalCluster: 'world'}, productionReplica)
    expect(said(asked(observation(OVER, {databases: world})))).toBe('blocked global_database_not_supported')
  })
  test('whose old databases were not read', () => expect(said(asked(observation(OVER, {oldBlue: unknown('lost')})))).toBe('wait settling'))
  test('with a production that one look shows in danger is looked at once more', () => {
    const now = observation(OVER, left(oldBlue({...old, replicas: []}, {productionNow: absent})))
    expect([said(asked(now, {}, {steady: new Map()})), said(asked(now))]).toEqual(['wait confirming', 'blocked production_in_danger'])
  })
  test('loses only what this action recorded; what else was old blue is neither marked nor deleted', () => {
    const stranger = oldBlue(oldReplica, {ours: false, mark: undefined})
    const unmarked = oldBlue({...old, replicas: ['orders-r1-old1']}, {mark: undefined})
    const found = asked(observation(OVER, left(unmarked, stranger)), DELETE)
    expect(stepsOf(found)).toEqual(['AddTagsToResource', 'DeleteBlueGreenDeployment', 'DeleteDBInstance', 'wait provisioning'])
    expect(stepsOf(asked(observation(OVER, left(unmarked, stranger))))).toEqual(['AddTagsToResource', 'DeleteBlueGreenDeployment'])
  })
  test('a mark is shown by a look at its bearer, or once that is gone', () => {
    const step = writeOf(asked(observation(OVER, left(oldBlue(old, {mark: undefined})))))
    const shown = (...all: readonly OldBlue[]): boolean => step.shows(observation(OVER, left(...all)))
    expect(shown(oldBlue(old, {mark: undefined}), oldBlue(oldReplica))).toBe(false)
    expect(
      shown(oldBlue(old, {mark: {deploymentId: 'bgd-other', resourceId: BLUE.resourceId, production: 'x', switchedOverAt: undefined}}))
    ).toBe(false)
    expect([shown(oldBlue()), shown(oldBlue(old, {database: absent})), shown()]).toEqual([true, true, true])
  })
  test('where nobody can tell when it was, the mark says now: never too early', () => {
    const value = (over: Partial<Observation>): unknown =>
      writeOf(asked(observation(OVER, {...left(oldBlue(old, {mark: undefined, switchedOverAt: undefined})), ...over}))).call.input
    const tagged = (time: string) => ({Tags: [{Value: expect.stringMatching(new RegExp(`${time}$`))}]})
    expect(value({switchedOverAt: known(new Date('2026-11-19T00:00:00Z'))})).toMatchObject(tagged('2026-11-19T00:00:00.000Z'))
    expect(value({switchedOverAt: absent})).toMatchObject(tagged('2026-11-20T02:00:00.000Z'))
  })
})

describe('who bears the name of production now', () => {
  const bears = (over: Partial<Database>, of: Partial<OldBlue> = {}): Partial<Observation> =>
    left(oldBlue({...old, replicas: []}, {productionNow: known({...production, ...over}), ...of}))
  const minutes = (count: number): Date => new Date(SWITCHED_AT.getTime() + count * 60_000)
  const GONE_FOR_GOOD: Partial<Inputs> = {...DELETE, finalSnapshot: false}
  const rows: readonly (readonly [string, Partial<Observation>, Partial<Inputs>, string])[] = [
    ['is being deleted', bears({status: 'deleting'}), DELETE, 'blocked production_in_danger'],
    ['is being created', bears({status: 'creating'}), DELETE, 'blocked production_in_danger'],
    ['has failed', bears({status: 'storage-full'}), DELETE, 'blocked production_in_danger'],
    ['is modified', bears({status: 'modifying'}), DELETE, 'DeleteDBInstance'],
    ['was made long after the switchover', bears({createdAt: minutes(6)}), GONE_FOR_GOOD, 'blocked production_in_danger'],
    ['was made just after it, by another clock', bears({createdAt: minutes(5)}), GONE_FOR_GOOD, 'DeleteDBInstance'],
    ['was made before it', bears({createdAt: minutes(-600)}), GONE_FOR_GOOD, 'DeleteDBInstance'],
    ['was made after it, and a snapshot is taken', bears({createdAt: minutes(6)}), DELETE, 'DeleteDBInstance'],
    ['nobody knows when it was made', bears({createdAt: undefined}), GONE_FOR_GOOD, 'DeleteDBInstance'],
    [
      'nobody knows when it was switched over',
      bears({createdAt: minutes(6)}, {switchedOverAt: undefined}),
      {...GONE_FOR_GOOD, oldMinAgeHours: 0},
      'DeleteDBInstance'
    ],
    ['nobody does, and it was a replica', left(oldBlue(oldReplica, {productionNow: absent})), DELETE, 'DeleteDBInstance'],
    ['nobody does, and nothing is left of it', left(oldBlue(old, {database: absent, productionNow: absent})), DELETE, 'done nothing_left'],
    [
      'a young one bears the name of a replica',
      left(oldBlue(oldReplica, {productionNow: known({...productionReplica, createdAt: minutes(60)})})),
      GONE_FOR_GOOD,
      'DeleteDBInstance'
    ]
  ]
  test.each(rows)('%s', (_what, over, wishes, expected) => expect(said(asked(observation(NONE, over), wishes))).toBe(expected))
  test('nothing is lost where nothing is deleted', () => {
    const now = observation(OVER, bears({createdAt: minutes(6)}))
    expect(said(asked(now, {finalSnapshot: false}))).toBe('DeleteBlueGreenDeployment')
  })
  test('why, and of whom', () => {
    const because = (over: Partial<Observation>, wishes: Partial<Inputs> = DELETE): string => {
      const found = asked(observation(NONE, over), wishes)
      return found.is === 'steps' ? said(found) : found.because
    }
    expect(because(bears({status: 'deleting'}))).toBe('orders is deleting: orders-old1 may be the only copy')
    expect(because(bears({createdAt: minutes(6)}), GONE_FOR_GOOD)).toMatch(
      /^orders was made at 2026-11-18T02:06:00.000Z, after the switchover/
    )
    expect(because(bears({resourceId: BLUE.resourceId}))).toMatch(/^orders is db-BLUEBLUEBLUE11111111, which was recorded as old blue/)
  })
})

describe('the deployment is gone', () => {
  const none = observation(NONE, left())
  const deletion = writeOf(asked(observation(OVER))).call
  const did: Partial<Situation> = {written: [written(deletion)], first: observation(OVER)}
  test('surely: at two looks', () => {
    expect(said(asked(none, {}, {steady: new Map()}))).toBe('wait confirming')
    expect(said(asked(none, {}, {...did, steady: new Map()}))).toBe('wait settling')
    expect(said(asked(none, {}, without('no old blue', none)))).toBe('wait confirming')
    expect(said(asked(none, {}, {...did, ...without('no old blue', none)}))).toBe('done cleaned_up')
  })
  test('and nothing was ever there: more likely mistyped', () => {
    const nobody = observation(NONE, {...left(), production: absent})
    expect(said(asked(nobody))).toBe('failed source_not_found')
    expect(said(asked(nobody, {}, did))).toBe('done cleaned_up')
  })
  test('old databases not read are looked at again', () =>
    expect(said(asked(observation(NONE, {oldBlue: unknown('lost')})))).toBe('wait settling'))
})

describe('how it ends', () => {
  const stranger = oldBlue(oldReplica, {ours: false})
  const told = (wishes: Partial<Inputs>, around: Partial<Situation>, ...all: readonly OldBlue[]) =>
    asked(observation(NONE, left(...all)), wishes, around)
  const first = observation(OVER)
  test('what stays is named with what to do about it: ours, and what this action did not record', () => {
    expect(told({}, {first}, primary, stranger)).toEqual({
      is: 'done',
      reason: 'cleaned_up',
      because: `deployment bgd-0123456789abcdef is gone; old databases that stay and cost money: orders-old1 (${BLUE.resourceId}); not touched, because this action did not record them: orders-r1-old1 (${BLUE_REPLICA.resourceId})`,
      remedy: 'delete them later with mode: cleanup and delete-old-databases: true; delete by hand what nobody needs any more'
    })
    expect(told(DELETE, {first}, stranger)).toMatchObject({
      because: expect.stringMatching(/is gone; not touched, because/),
      remedy: 'delete by hand what nobody needs any more'
    })
    expect(told({}, {first}, primary)).toMatchObject({remedy: 'delete them later with mode: cleanup and delete-old-databases: true'})
  })
  test('what stays and could not be read is named by its id', () => {
    const now = observation(NONE, left(oldBlue(old, {database: unknown('lost')})))
    expect(asked(now)).toMatchObject({because: expect.stringContaining(`${BLUE.resourceId} (${BLUE.resourceId})`)})
  })
  test('all is gone', () => {
    const gone = oldBlue(old, {database: absent})
    expect(told(DELETE, {first}, gone)).toEqual({
      is: 'done',
      reason: 'cleaned_up',
      because: 'deployment bgd-0123456789abcdef and its old databases are gone',
      remedy: ''
    })
    expect(told(DELETE, {}, gone)).toMatchObject({reason: 'nothing_left', because: 'deployment and its old databases are gone'})
    expect(told(DELETE, {written: [written(SWITCHOVER_CALL)]}, gone)).toMatchObject({reason: 'cleaned_up'})
  })
  test('what has a stop of its own says that; of several the first', () => {
    const used = observation(OVER, {...left(primary), idleness: known({missing: new Map(), most: new Map([['orders-old1', 1]])})})
    expect(said(asked(used, {...DELETE, oldMinAgeHours: 99}))).toBe('blocked old_blue_too_young')
    const untold = observation(OVER, {...left(primary), idleness: unknown('denied')})
    expect(said(asked(untold, {...DELETE, oldMinAgeHours: 99}))).toBe('blocked old_blue_too_young')
    expect(asked(untold)).toMatchObject({reason: 'cannot_tell', because: expect.stringMatching(/^nothing was changed: /)})
  })
})

describe('the deletion', () => {
  const step = (one: OldBlue, wishes: Partial<Inputs> = {}) => writeOf(asked(observation(NONE, left(one)), {...DELETE, ...wishes}))
  test('is shown once the database of that id is being deleted or not found, whatever bears its name', () => {
    const shown = (...all: readonly OldBlue[]): boolean => step(primary).shows(observation(NONE, left(...all)))
    expect([shown(primary), shown(oldBlue({...old, status: 'deleting'})), shown(), shown(oldBlue(oldReplica))]).toEqual([
      false,
      true,
      true,
      true
    ])
    expect(step(primary).shows(observation(NONE, {oldBlue: notLooked}))).toBe(true)
  })
  test('of a cluster takes a snapshot; of its instances none, and their backups are the cluster’s', () => {
    const shop = database({kind: 'cluster', name: 'shop-old1', resourceId: 'cluster-OLD11111'})
    const ofShop = {productionNow: known(database({kind: 'cluster', name: 'shop', resourceId: 'cluster-NEW'}))}
    expect(step(oldBlue(shop, ofShop)).call.input).toEqual({
      DBClusterIdentifier: 'shop-old1',
      FinalDBSnapshotIdentifier: 'final-shop-old11111',
      SkipFinalSnapshot: false,
      DeleteAutomatedBackups: false
    })
    const writer = database({name: 'shop-1-old1', resourceId: 'db-W', cluster: 'shop-old1'})
    const ofWriter = {productionNow: known(database({name: 'shop-1', resourceId: 'db-NEW'}))}
    expect(step(oldBlue(writer, ofWriter)).call.input).toEqual({DBInstanceIdentifier: 'shop-1-old1', SkipFinalSnapshot: true})
  })
  test('a protected one is let go first, where that is allowed; what is deleted already is not', () => {
    const on = {...old, replicas: [], deletionProtection: true}
    const allowed = {...DELETE, disableDeletionProtection: true}
    expect(stepsOf(asked(observation(NONE, left(oldBlue(on))), allowed))).toEqual([
      'ModifyDBInstance',
      'DeleteDBInstance',
      'wait provisioning'
    ])
    expect(stepsOf(asked(observation(NONE, left(oldBlue({...on, status: 'deleting'}))), allowed))).toEqual(['wait provisioning'])
    expect(stepsOf(asked(observation(NONE, left(oldBlue({...on, cluster: 'shop-old1'}))), allowed))).toEqual([
      'DeleteDBInstance',
      'wait provisioning'
    ])
    const off = writeOf(asked(observation(NONE, left(oldBlue(on))), allowed))
    expect(off.call.input).toEqual({DBInstanceIdentifier: 'orders-old1', DeletionProtection: false, ApplyImmediately: true})
    expect([off.shows(observation(NONE, {oldBlue: notLooked})), off.shows(observation(NONE, left()))]).toEqual([false, false])
    expect(
      [oldBlue(on), oldBlue({...on, deletionProtection: false})].map(one => off.shows(observation(NONE, left(oldBlue(oldReplica), one))))
    ).toEqual([false, true])
  })
  test('needs an available database only where a final snapshot is to be taken', () => {
    const status = (one: string, over: Partial<OldBlue> = {}, wishes: Partial<Inputs> = {}): string =>
      said(asked(observation(NONE, left(oldBlue({...old, replicas: [], status: one}, over))), {...DELETE, ...wishes}))
    const taken = {snapshot: known({resourceId: BLUE.resourceId, status: 'available'})}
    expect(status('stopped')).toBe('blocked cannot_tell')
    expect([status('stopped', taken), status('stopped', {}, {finalSnapshot: false})]).toEqual(['DeleteDBInstance', 'DeleteDBInstance'])
    expect([status('modifying', taken), status('modifying')]).toEqual(['DeleteDBInstance', 'wait settling'])
  })
  test('a wait names what is being deleted, or what is looked for by its id', () => {
    const intents = (...all: readonly OldBlue[]) => {
      const found = asked(observation(NONE, left(...all)), DELETE, {
        steady: new Map([['deployment absent', {looks: 2, since: 0, until: 60_000}]])
      })
      return found.is === 'steps' ? found.steps.filter(one => one.do === 'wait').map(one => one.intent) : [said(found)]
    }
    const other = {...oldReplica, name: 'orders-r2-old1', resourceId: 'db-R2'}
    const leaving = (one: Database): OldBlue => oldBlue({...one, status: 'deleting'}, {productionNow: known(productionReplica)})
    expect(intents(leaving(oldReplica))).toEqual(['orders-r1-old1 is being deleted'])
    expect(intents(leaving(oldReplica), leaving(other))).toEqual(['orders-r1-old1, orders-r2-old1 are being deleted'])
    expect(intents(oldBlue(old, {database: absent}))).toEqual([`making sure that ${BLUE.resourceId} is gone`])
    expect(intents(oldBlue(old, {database: absent}), oldBlue(oldReplica, {database: absent}))).toEqual([
      `making sure that ${BLUE.resourceId}, ${BLUE_REPLICA.resourceId} are gone`
    ])
  })
})

describe('what it leaves', () => {
  test('no deployment, and of old blue what was not to be deleted', () => {
    const now = observation(OVER)
    const databases = (wishes: Partial<Inputs>) => {
      const found = leaves(inputs({}, wishes), now)
      return [found.deployment.is, ...(found.oldBlue.is === 'known' ? found.oldBlue.value.map(one => one.database.is) : [])]
    }
    expect([databases(DELETE), databases({})]).toEqual([
      ['absent', 'absent', 'absent'],
      ['absent', 'known', 'known']
    ])
    expect(leaves(inputs(), observation(NONE, {oldBlue: notLooked})).oldBlue).toEqual(known([]))
    expect(leaves(inputs(), observation('DELETING')).deployment).toEqual(absent)
  })
  test.each(['AVAILABLE', 'PROVISIONING', 'SWITCHOVER_FAILED', 'SOMETHING_NEW'])('%s as it is', status => {
    const now = observation(status)
    expect(leaves(inputs(), now)).toBe(now)
  })
})

test('a later release’s tags and a stack’s ownership stop it before anything else', () => {
  const memory = (key: string) => ({memory: known(readMemory(tags({[key]: 'x'})))})
  expect(said(asked(observation(OVER, memory('rds-blue-green/v2/x'))))).toBe('blocked deployment_unknown')
  expect(said(asked(observation(OVER, memory('aws:cloudformation:stack-id'))))).toBe('blocked owned_by_stack')
  const failed = known(deployment(OVER, {members: [{source: old.arn, target: production.arn, status: 'SWITCHOVER_FAILED'}]}))
  expect(asked(observation(OVER, {deployment: failed}))).toMatchObject({
    reason: 'member_failed',
    because: expect.stringContaining('orders')
  })
})
