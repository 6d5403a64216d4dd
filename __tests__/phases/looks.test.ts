/** What the phases look at, and what they make of it: a small account in scripted answers, and the requests that were sent. */
import type {DBCluster, DBInstance} from '@aws-sdk/client-rds'
import {describe, expect, test} from '@jest/globals'
import type {Deployment} from '../../src/domain/deployment.ts'
import {absent, known, notLooked, unknown, valueOf} from '../../src/domain/known.ts'
import {KEYS, printMark} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation} from '../../src/observing/observation.ts'
import type {Recall} from '../../src/observing/recall.ts'
import type {Asked} from '../rds/scripted.ts'
import {scripted, thrown} from '../rds/scripted.ts'
import {
  arn,
  BLUE,
  BLUE_REPLICA,
  deployment,
  GREEN,
  GREEN_REPLICA,
  green,
  ID,
  inputs,
  observation,
  oldBlue,
  phase,
  SWITCHED_AT,
  SWITCHOVER_CALL,
  tags,
  written
} from './builders.ts'

interface Account {
  readonly deployments?: readonly Deployment[]
  readonly instances?: readonly DBInstance[]
  readonly clusters?: readonly DBCluster[]
  /** What an operation answers instead. */
  readonly instead?: Readonly<Record<string, object>>
}

const listed = (all: ReadonlyMap<string, string>) => [...all].map(([Key, Value]) => ({Key, Value}))
const instance = (one: {readonly name: string; readonly resourceId: string}, over: Partial<DBInstance> = {}): DBInstance => ({
  DBInstanceIdentifier: one.name,
  DbiResourceId: one.resourceId,
  DBInstanceArn: arn(one.name),
  DBInstanceStatus: 'available',
  Engine: 'postgres',
  EngineVersion: '17.6',
  TagList: [],
  ...over
})
const mark = (deploymentId: string, resourceId: string, production: string) => ({
  TagList: [{Key: KEYS.oldBlue, Value: printMark({deploymentId, resourceId, production, switchedOverAt: SWITCHED_AT})}]
})
const shown = (one: Deployment) => ({
  BlueGreenDeploymentIdentifier: one.id,
  BlueGreenDeploymentName: one.name,
  Status: one.status,
  Source: one.source,
  Target: one.target,
  SwitchoverDetails: one.members.map(member => ({SourceMember: member.source, TargetMember: member.target, Status: member.status})),
  Tasks: (one.tasks ?? []).map(task => ({Name: task.name, Status: task.status})),
  CreateTime: one.createTime,
  TagList: one.tags.is === 'known' ? listed(one.tags.value) : undefined
})

function answers({deployments = [], instances = [], clusters = [], instead = {}}: Account) {
  return scripted(({operation, input}: Asked) => {
    const other = instead[operation]
    if (other !== undefined) return other
    const [filter] = (input['Filters'] as {Name: string; Values: string[]}[] | undefined) ?? []
    const fits = (field: string, value: string | undefined): boolean =>
      filter === undefined || (filter.Name === field && filter.Values.includes(value ?? ''))
    switch (operation) {
      case 'DescribeBlueGreenDeployments': {
        const id = input['BlueGreenDeploymentIdentifier']
        return {
          BlueGreenDeployments: deployments
            .filter(one =>
              id === undefined
                ? fits('source', one.source) || fits('target', one.target) || fits('blue-green-deployment-name', one.name)
                : one.id === id
            )
            .map(shown)
        }
      }
      case 'DescribeDBInstances':
        return {
          DBInstances: instances.filter(
            one => fits('db-instance-id', one.DBInstanceIdentifier) || fits('dbi-resource-id', one.DbiResourceId)
          )
        }
      case 'DescribeDBClusters':
        return {
          DBClusters: clusters.filter(
            one => fits('db-cluster-id', one.DBClusterIdentifier) || fits('db-cluster-resource-id', one.DbClusterResourceId)
          )
        }
      default:
        return {}
    }
  })
}

const NO_RECALL: Recall = {before: undefined, deploymentId: undefined, written: []}

async function observed(name: string, account: Account, over: Partial<Inputs> = {}, recall: Partial<Recall> = {}) {
  const {look, asked} = answers(account)
  const now = await phase(name).observe(look, inputs({}, over), {...NO_RECALL, ...recall})
  return {now, asked: asked.map(one => one.operation), requests: asked}
}

const completed = deployment('SWITCHOVER_COMPLETED')
const production = [
  instance({name: 'orders', resourceId: GREEN.resourceId}, {ReadReplicaDBInstanceIdentifiers: ['orders-r1']}),
  instance({name: 'orders-r1', resourceId: GREEN_REPLICA.resourceId})
]
const old = [
  instance({name: 'orders-old1', resourceId: BLUE.resourceId}),
  instance({name: 'orders-r1-old1', resourceId: BLUE_REPLICA.resourceId}, {ReadReplicaSourceDBInstanceIdentifier: 'orders-old1'})
]
const idsOf = (now: Observation): readonly string[] => (valueOf(now.oldBlue) ?? []).map(one => one.resourceId)
const DELETE: Partial<Inputs> = {deleteOldDatabases: true}
const untimed = {...completed, tags: known(tags())}
const timed = {...completed, tags: known(tags({[KEYS.switchedOverAt]: SWITCHED_AT.toISOString()}))}

describe('cleanup, of a completed deployment', () => {
  test('finds old blue by the ids it remembers', async () => {
    const {now} = await observed('cleanup', {deployments: [timed], instances: [...production, ...old]}, DELETE)
    expect(now.oldBlue).toMatchObject(
      known([
        {resourceId: BLUE.resourceId, production: 'orders', ours: true, switchedOverAt: SWITCHED_AT, database: {is: 'known'}},
        {
          resourceId: BLUE_REPLICA.resourceId,
          production: 'orders-r1',
          productionNow: {is: 'known', value: {resourceId: GREEN_REPLICA.resourceId}}
        }
      ])
    )
    expect([now.idleness.is, now.switchedOverAt]).toEqual(['known', notLooked])
  })

  const event = {
    DescribeEvents: {
      Events: [{Message: 'Switchover completed on blue/green deployment.', Date: SWITCHED_AT, EventCategories: ['notification']}]
    }
  }
  const told = {deployments: [untimed], instances: [...production, ...old], instead: event}
  const rows: readonly (readonly [string, Partial<Inputs>, Partial<Recall>, Observation['switchedOverAt'], boolean])[] = [
    ['asks RDS when it was, where nobody noted it', DELETE, {}, known(SWITCHED_AT), true],
    ['does not where nothing is deleted', {}, {}, notLooked, false],
    ['does not where no age is asked for', {...DELETE, oldMinAgeHours: 0}, {}, notLooked, false],
    ['does not ask twice', DELETE, {before: observation('SWITCHOVER_COMPLETED', {switchedOverAt: absent})}, absent, false],
    [
      'asks again where it could not be read',
      DELETE,
      {before: observation('SWITCHOVER_COMPLETED', {switchedOverAt: unknown('lost')})},
      known(SWITCHED_AT),
      true
    ]
  ]
  test.each(rows)('%s', async (_what, wishes, recall, at, isAsked) => {
    const {now, asked} = await observed('cleanup', told, wishes, recall)
    expect([now.switchedOverAt, asked.includes('DescribeEvents')]).toEqual([at, isAsked])
  })

  test('proves nothing again behind its first write', async () => {
    const before = observation('SWITCHOVER_COMPLETED', {switchedOverAt: known(SWITCHED_AT)})
    const recall = {before, written: [written(SWITCHOVER_CALL)]}
    const {now, asked} = await observed('cleanup', told, DELETE, recall)
    expect([now.idleness, now.switchedOverAt, asked.includes('GetMetricData')]).toEqual([notLooked, known(SWITCHED_AT), false])
    expect((await observed('cleanup', told, DELETE, {written: recall.written})).now.switchedOverAt).toEqual(notLooked)
    expect((await observed('cleanup', told, DELETE)).asked).toContain('GetMetricData')
  })
})

describe('cleanup, while the deployment is deleted', () => {
  const leaving = {...timed, status: 'DELETING', members: []}
  test('what it remembers as blue is old blue once another database bears the name', async () => {
    const {now} = await observed('cleanup', {deployments: [leaving], instances: [...production, ...old]}, DELETE)
    expect(idsOf(now)).toEqual([BLUE.resourceId, BLUE_REPLICA.resourceId])
  })
  test('what it remembers as blue is production while it bears the name', async () => {
    const instances = [instance(BLUE), instance(BLUE_REPLICA)]
    const open = {...leaving, source: arn('orders'), target: green.arn}
    expect(idsOf((await observed('cleanup', {deployments: [open], instances}, {...DELETE, deploymentId: {is: 'id', id: ID}})).now)).toEqual(
      []
    )
  })
  test('what this run knew before counts', async () => {
    const before = observation('SWITCHOVER_COMPLETED', {oldBlue: known([oldBlue()])})
    const {now} = await observed('cleanup', {deployments: [leaving], instances: [...production, ...old]}, DELETE, {
      before,
      deploymentId: ID
    })
    expect(idsOf(now)).toEqual([BLUE.resourceId])
  })
})

describe('cleanup, by the marks', () => {
  const marked = (deploymentId: string, one: {name: string; resourceId: string}, name: string): DBInstance =>
    instance({...one, name: `${name}-old1`}, mark(deploymentId, one.resourceId, name))
  const mine = marked('bgd-1', BLUE, 'orders')
  const replica = marked('bgd-2', BLUE_REPLICA, 'orders-r1')
  const stranger = marked('bgd-3', {name: 'x', resourceId: 'db-STRANGER'}, 'invoices')
  const cluster: DBCluster = {
    DBClusterIdentifier: 'orders-old9',
    DbClusterResourceId: 'cluster-OTHER',
    DBClusterArn: arn('orders-old9', 'cluster'),
    ...mark('bgd-4', 'cluster-OTHER', 'orders')
  }
  const all: Account = {instances: [...production, mine, replica, stranger], clusters: [cluster]}

  test('those of this production, of its kind, and of its replicas; nobody else’s', async () => {
    const {now} = await observed('cleanup', all, DELETE)
    expect([...idsOf(now)].toSorted()).toEqual([BLUE.resourceId, BLUE_REPLICA.resourceId].toSorted())
  })
  test('of a cluster and its members', async () => {
    const shop: DBCluster = {
      DBClusterIdentifier: 'orders',
      DbClusterResourceId: 'cluster-NEW',
      DBClusterArn: arn('orders', 'cluster'),
      DBClusterMembers: [{DBInstanceIdentifier: 'orders-1', IsClusterWriter: true}],
      TagList: []
    }
    const member = marked('bgd-5', {name: 'x', resourceId: 'db-MEMBER'}, 'orders-1')
    const {now} = await observed('cleanup', {instances: [mine, member, stranger], clusters: [cluster, shop]}, DELETE)
    expect([...idsOf(now)].toSorted()).toEqual(['cluster-OTHER', 'db-MEMBER'])
  })
  test('where production is gone: by the name that was given, of any kind', async () => {
    const alone = {...all, instances: [mine, replica, stranger]}
    expect([...idsOf((await observed('cleanup', alone, DELETE)).now)].toSorted()).toEqual(['cluster-OTHER', BLUE.resourceId].toSorted())
    const byArn = inputs({mode: 'cleanup', source: arn('orders')}).source
    expect([...idsOf((await observed('cleanup', alone, {...DELETE, source: byArn})).now)].toSorted()).toEqual(
      ['cluster-OTHER', BLUE.resourceId].toSorted()
    )
  })
  test('by the id of a deployment that is gone: its own alone', async () => {
    const {now} = await observed('cleanup', all, {...DELETE, source: undefined, deploymentId: {is: 'id', id: 'bgd-3'}})
    expect(idsOf(now)).toEqual(['db-STRANGER'])
  })
  test('the name of a deployment that is gone tells nothing: the marks do not bear it', async () => {
    const {now} = await observed('cleanup', all, {...DELETE, deploymentId: {is: 'name', name: 'orders-up'}})
    expect(now.trouble).toMatchObject({
      reason: 'cannot_tell',
      because: expect.stringMatching(/orders-up; old databases of bgd-1, bgd-2 are left/)
    })
    const none = await observed('cleanup', {instances: production}, {...DELETE, deploymentId: {is: 'name', name: 'orders-up'}})
    expect([none.now.trouble, none.now.oldBlue]).toEqual([undefined, known([])])
  })
  test('an id that is only listed is not proven; one that is marked, or gone, needs no proof', async () => {
    const listing = (...oldResourceIds: string[]) => observed('cleanup', all, {...DELETE, oldResourceIds})
    const told = (await listing(BLUE.resourceId, 'db-GONE', 'db-STRANGER')).now.trouble
    expect(told).toMatchObject({
      reason: 'cannot_tell',
      because: expect.stringMatching(/^invoices-old1 \(db-STRANGER\) of old-resource-ids/)
    })
    expect((await listing(BLUE.resourceId, 'db-GONE')).now.trouble).toBeUndefined()
    const byId = {...DELETE, source: undefined, deploymentId: {is: 'id', id: 'bgd-1'}, oldResourceIds: ['db-STRANGER']} as const
    expect((await observed('cleanup', all, byId)).now.trouble?.reason).toBe('cannot_tell')
  })
  test('what this run knew of the deployment is not asked of the marks again', async () => {
    const before = observation('SWITCHOVER_COMPLETED', {oldBlue: known([oldBlue()])})
    const {now, requests} = await observed('cleanup', all, DELETE, {before, deploymentId: ID})
    expect(idsOf(now)).toEqual([BLUE.resourceId])
    expect(requests.filter(one => one.operation === 'DescribeDBInstances' && one.input['Filters'] === undefined)).toEqual([])
    const nothing = observation('SWITCHOVER_COMPLETED', {oldBlue: known([])})
    expect(idsOf((await observed('cleanup', all, DELETE, {before: nothing, deploymentId: ID})).now)).toContain(BLUE.resourceId)
  })
  test('beside an open deployment they speak for an earlier one, unless that one is meant by its id', async () => {
    const open = {...deployment('AVAILABLE'), source: arn('orders')}
    const account = {...all, deployments: [open]}
    expect(idsOf((await observed('cleanup', account, DELETE)).now)).toContain(BLUE.resourceId)
    const byId = await observed('cleanup', account, {...DELETE, deploymentId: {is: 'id', id: ID}})
    expect([byId.now.deployment.is, byId.now.oldBlue]).toEqual(['known', notLooked])
  })
  test('nothing is looked at where it is not clear which deployment is meant', async () => {
    const two = [completed, {...completed, id: 'bgd-second'}]
    const {now} = await observed('cleanup', {...all, deployments: two}, DELETE)
    expect([now.trouble?.reason, now.oldBlue]).toEqual(['deployment_unknown', notLooked])
  })
})

describe('abort', () => {
  const open = deployment('AVAILABLE')
  const instances = [instance(BLUE), instance(BLUE_REPLICA), instance(GREEN), instance(GREEN_REPLICA)]
  const greenOf = (now: Observation) => (valueOf(now.green) ?? []).map(one => `${one.name} ${one.database.is}`)
  test('finds green while the deployment names it, and follows it by its ids', async () => {
    const {now} = await observed('abort', {deployments: [open], instances})
    expect(greenOf(now)).toEqual(['orders-green-abc123 known', 'orders-r1-green-abc123 known'])
    const later = await observed('abort', {instances: [instance(BLUE), instance(GREEN)]}, {}, {before: now, deploymentId: ID})
    expect(greenOf(later.now)).toEqual(['orders-green-abc123 known', 'orders-r1-green-abc123 absent'])
    expect(later.now.memory).toEqual(now.memory)
  })
  test('of a completed one it looks at nothing more: its green is production', async () => {
    const {now, asked} = await observed('abort', {deployments: [completed], instances: [...production, ...old]})
    expect([now.green, now.databases, asked.filter(one => one === 'DescribeDBInstances').length]).toEqual([notLooked, notLooked, 1])
  })
  test('nor where it is not clear which is meant', async () => {
    const {now} = await observed('abort', {deployments: [open, {...open, id: 'bgd-second'}], instances})
    expect([now.trouble?.reason, now.green]).toEqual(['deployment_unknown', notLooked])
  })
})

describe('wait', () => {
  const instances = [instance(BLUE), instance(BLUE_REPLICA), instance(GREEN), instance(GREEN_REPLICA)]
  test.each([
    ['AVAILABLE', true],
    ['PROVISIONING', false],
    ['SWITCHOVER_IN_PROGRESS', false]
  ])('%s: the databases are read: %s', async (status, isRead) => {
    const {now} = await observed('wait', {deployments: [deployment(status)], instances}, {}, {deploymentId: ID})
    expect(now.databases.is).toBe(isRead ? 'known' : 'unknown')
  })
})

describe('switchover', () => {
  const instances = [instance(BLUE), instance(BLUE_REPLICA), instance(GREEN), instance(GREEN_REPLICA)]
  const failure = (minute: number | undefined) => ({
    Message: 'Switchover canceled on blue/green deployment.',
    EventCategories: ['failure'],
    Date: minute === undefined ? undefined : new Date(Date.UTC(2026, 10, 20, 1, minute))
  })
  const events = {DescribeEvents: {Events: [failure(5), {...failure(6), EventCategories: ['notification']}, failure(undefined)]}}
  const at = (status: string, recall: Partial<Recall> = {}, more: Account = {}, over: Partial<Inputs> = {}) =>
    observed('switchover', {deployments: [deployment(status)], instances, instead: events, ...more}, over, {deploymentId: ID, ...recall})

  test('failures before the call, each with its time, read once; behind the call at every look', async () => {
    const {now} = await at('AVAILABLE')
    expect(now.failures).toEqual(
      known(['2026-11-20T01:05:00.000Z Switchover canceled on blue/green deployment.', ' Switchover canceled on blue/green deployment.'])
    )
    const before = observation('AVAILABLE', {failures: known(['then'])})
    expect((await at('AVAILABLE', {before})).now.failures).toEqual(known(['then']))
    expect((await at('AVAILABLE', {before, written: [written(SWITCHOVER_CALL)]})).now.failures).toEqual(now.failures)
    expect((await at('AVAILABLE', {before: observation('AVAILABLE', {failures: unknown('lost')})})).now.failures).toEqual(now.failures)
    expect((await at('AVAILABLE', {}, {instead: {DescribeEvents: thrown('AccessDenied', 403)}})).now.failures.is).toBe('unknown')
  })
  test('the lag before the call, once every database is available; a denial counts only where it is not overruled', async () => {
    const asks = async (...args: Parameters<typeof at>) => (await at(...args)).asked.includes('GetMetricData')
    expect(await asks('AVAILABLE')).toBe(true)
    expect(await asks('AVAILABLE', {written: [written(SWITCHOVER_CALL)]})).toBe(false)
    const busy = [instance(BLUE), instance(BLUE_REPLICA), instance(GREEN, {DBInstanceStatus: 'modifying'}), instance(GREEN_REPLICA)]
    expect(await asks('AVAILABLE', {}, {instances: busy})).toBe(false)
    const denied = {instead: {...events, GetMetricData: thrown('AccessDenied', 403)}}
    await expect(at('AVAILABLE', {}, denied)).rejects.toMatchObject({fault: {kind: 'denied'}})
    const {now} = await at('AVAILABLE', {}, denied, {ignoreChecks: ['replica-lag-is-within-limit']})
    expect(now.lag.is).toBe('unknown')
  })
  test('while RDS switches one request is all, and what was known stays', async () => {
    const before = observation('AVAILABLE', {failures: known(['then'])})
    const {now, asked} = await at('SWITCHOVER_IN_PROGRESS', {before})
    expect([asked, now.memory, now.failures]).toEqual([['DescribeBlueGreenDeployments'], before.memory, known(['then'])])
    const first = (await at('SWITCHOVER_IN_PROGRESS')).now
    expect([first.memory, first.failures]).toEqual([notLooked, notLooked])
  })
  test('nor is anything else asked of one that cannot be switched over', async () => {
    for (const status of ['PROVISIONING', 'INVALID_CONFIGURATION', 'DELETING', 'SOMETHING_NEW'])
      expect((await at(status)).asked).toEqual(['DescribeBlueGreenDeployments'])
    expect((await at('SWITCHOVER_FAILED')).now.databases.is).toBe('known')
  })
  test('when it was: by memory, else by RDS’s event, asked until it is known', async () => {
    const over = {Message: 'Switchover completed on blue/green deployment.', Date: SWITCHED_AT, EventCategories: ['notification']}
    const account = (one: Deployment) => ({
      deployments: [one],
      instances: [...production, ...old],
      instead: {DescribeEvents: {Events: [over]}}
    })
    expect((await at('', {}, account(timed))).now.switchedOverAt).toEqual(notLooked)
    expect((await at('', {}, account(untimed))).now.switchedOverAt).toEqual(known(SWITCHED_AT))
    const earlier = new Date('2026-11-18T01:00:00Z')
    const before = observation('SWITCHOVER_COMPLETED', {switchedOverAt: known(earlier)})
    expect((await at('', {before}, account(untimed))).now.switchedOverAt).toEqual(known(earlier))
    const untold = observation('SWITCHOVER_COMPLETED', {switchedOverAt: absent})
    expect((await at('', {before: untold}, account(untimed))).now.switchedOverAt).toEqual(known(SWITCHED_AT))
  })
})
