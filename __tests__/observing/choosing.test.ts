/** Which database and which deployment a run is about (contract, "Which deployment"): asked by source and by target, refused where several fit. */
import {describe, expect, test} from '@jest/globals'
import type {Deployment} from '../../src/domain/deployment.ts'
import {absent, known, notLooked} from '../../src/domain/known.ts'
import type {Inputs} from '../../src/inputs.ts'
import {accountTrouble, chooseDeployment, locateProduction} from '../../src/observing/choosing.ts'
import {arn, blue, deployment, ID, inputs, production} from '../phases/builders.ts'
import {scripted} from '../rds/scripted.ts'
import {instance} from '../rds/shapes.ts'

const shown = (one: Deployment) => ({
  BlueGreenDeploymentIdentifier: one.id,
  BlueGreenDeploymentName: one.name,
  Status: one.status,
  Source: one.source,
  Target: one.target,
  CreateTime: one.createTime
})
const made = (status: string, id: string, over: Partial<Deployment> = {}): Deployment => ({...deployment(status), id, ...over})
const day = (date: number): Date => new Date(Date.UTC(2026, 10, date))

function account(...all: readonly Deployment[]) {
  return scripted(({input}) => {
    const filter = (input['Filters'] as {Name: string; Values: string[]}[] | undefined)?.[0]
    const id = input['BlueGreenDeploymentIdentifier']
    const fits = (one: Deployment): boolean => {
      if (filter === undefined) return one.id === id
      const value = filter.Name === 'source' ? one.source : filter.Name === 'target' ? one.target : one.name
      return value === filter.Values[0]
    }
    return {BlueGreenDeployments: all.filter(fits).map(shown)}
  })
}

async function chosen(all: readonly Deployment[], prefer: 'open' | 'completed', over: Partial<Inputs> = {}, seen = known(blue)) {
  const found = await chooseDeployment(account(...all).look, inputs({}, over), seen, prefer)
  const {deployment: one, trouble, greenOf} = found
  if (trouble !== undefined) return trouble.reason
  return greenOf.is === 'known' ? `green of ${greenOf.value.id}` : one.is === 'known' ? one.value.id : one.is
}

describe('by source', () => {
  const open = made('AVAILABLE', 'bgd-open')
  const first = made('SWITCHOVER_COMPLETED', 'bgd-first', {createTime: day(1)})
  const second = made('SWITCHOVER_COMPLETED', 'bgd-second', {createTime: day(2)})
  const leaving = made('DELETING', 'bgd-leaving', {target: production.arn, source: arn('orders-old1')})
  const other = made('AVAILABLE', 'bgd-other', {source: arn('invoices'), target: arn('invoices-green')})
  const ofGreen = made('AVAILABLE', 'bgd-green', {source: arn('parent'), target: blue.arn})
  const rows: readonly (readonly [string, readonly Deployment[], string, string])[] = [
    ['none', [], 'absent', 'absent'],
    ['of another source', [other], 'absent', 'absent'],
    ['one open', [open], 'bgd-open', 'bgd-open'],
    ['one completed: RDS has rewritten its source', [first], 'bgd-first', 'bgd-first'],
    ['open beside completed', [open, first], 'bgd-open', 'bgd-first'],
    ['two completed', [first, second], 'bgd-second', 'deployment_unknown'],
    ['two open', [open, made('PROVISIONING', 'bgd-b')], 'deployment_unknown', 'absent'],
    ['completed, being deleted', [leaving], 'absent', 'bgd-leaving'],
    ['the source is green', [ofGreen], 'green of bgd-green', 'green of bgd-green'],
    ['an unknown status is open', [made('PONDERING', 'bgd-x')], 'bgd-x', 'bgd-x']
  ]
  test.each(rows)('%s', async (_what, all, ofOpen, ofCompleted) => {
    expect([await chosen(all, 'open'), await chosen(all, 'completed')]).toEqual([ofOpen, ofCompleted])
  })
  test('without production there is none, and without a look it is unknown', async () => {
    expect([await chosen([open], 'open', {}, absent as never), await chosen([open], 'open', {}, notLooked as never)]).toEqual([
      'absent',
      'unknown'
    ])
  })
  test.each([
    ['still switching', 'SWITCHOVER_IN_PROGRESS', 'SWITCHOVER_IN_PROGRESS'],
    ['completed by then', 'SWITCHOVER_COMPLETED', 'SWITCHOVER_IN_PROGRESS']
  ])('one whose names move between the two answers is one: %s', async (_what, later, status) => {
    const moving = made('SWITCHOVER_IN_PROGRESS', 'bgd-moving')
    const moved = made('SWITCHOVER_COMPLETED', 'bgd-moving', {status: later})
    const {look} = scripted(({input}) => {
      const [filter] = input['Filters'] as {Name: string}[]
      return {BlueGreenDeployments: [shown(filter?.Name === 'source' ? moving : moved)]}
    })
    const {deployment: one, trouble} = await chooseDeployment(look, inputs(), known(blue), 'open')
    expect([trouble, one]).toMatchObject([undefined, {is: 'known', value: {id: 'bgd-moving', status}}])
  })
  test('several are listed with id, name, status and time', async () => {
    const {trouble} = await chooseDeployment(account(first, second).look, inputs(), known(blue), 'completed')
    expect(trouble?.because).toMatch(/bgd-first \(orders-up, SWITCHOVER_COMPLETED, created 2026-11-01T00:00:00.000Z\); bgd-second/)
  })
})

describe('by deployment-id', () => {
  const named = (name: string): Partial<Inputs> => ({deploymentId: {is: 'name', name}, source: undefined})
  test.each([
    ['an id', [made('AVAILABLE', ID)], {deploymentId: {is: 'id', id: ID}}, ID],
    ['an id that is gone', [], {deploymentId: {is: 'id', id: ID}}, 'absent'],
    ['a name', [made('AVAILABLE', ID, {name: 'up'})], named('up'), ID],
    ['a name in other letters', [made('AVAILABLE', ID, {name: 'Up'})], named('up'), 'absent'],
    [
      'a name of two',
      [made('AVAILABLE', 'bgd-a', {name: 'up'}), made('AVAILABLE', 'bgd-b', {name: 'up'})],
      named('up'),
      'deployment_unknown'
    ]
  ] as const)('%s', async (_what, all, over, expected) =>
    expect(await chosen(all, 'open', over as Partial<Inputs>, notLooked as never)).toBe(expected)
  )
  test('a source beside it must belong to it', async () => {
    const over: Partial<Inputs> = {deploymentId: {is: 'id', id: ID}}
    expect(await chosen([made('AVAILABLE', ID)], 'open', over)).toBe(ID)
    expect(await chosen([made('SWITCHOVER_COMPLETED', ID)], 'open', over, known(production))).toBe(ID)
    expect(await chosen([made('AVAILABLE', ID, {source: arn('invoices'), target: arn('x')})], 'open', over)).toBe('deployment_differs')
  })
})

describe('production', () => {
  const here = (...names: readonly string[]) =>
    scripted(({operation}) => ({
      DBInstances:
        operation === 'DescribeDBInstances' && names.includes('instance')
          ? [{...instance('orders'), ...(names.includes('member') ? {DBClusterIdentifier: 'shop'} : {})}]
          : [],
      DBClusters:
        operation === 'DescribeDBClusters' && names.includes('cluster')
          ? [{DBClusterIdentifier: 'orders', DbClusterResourceId: 'cluster-A', DBClusterArn: arn('orders', 'cluster')}]
          : []
    }))
  test.each([
    ['an instance', ['instance'], 'known', undefined],
    ['a cluster', ['cluster'], 'known', undefined],
    ['neither', [], 'absent', undefined],
    ['both: naming both', ['instance', 'cluster'], 'unknown', 'source_not_found'],
    ['a member of a cluster', ['instance', 'member'], 'known', 'source_not_found']
  ] as const)('a plain name that is %s', async (_what, names, is, trouble) => {
    const found = await locateProduction(here(...names).look, inputs())
    expect([found.production.is, found.trouble?.reason]).toEqual([is, trouble])
  })
  test.each([
    ['another primary', 'shop', 'give source: shop'],
    ['old blue of another database', 'shop-old1', 'give source: shop-old1'],
    ['its own old blue, right after the switchover', 'orders-old1', undefined],
    ['its own old blue of a second upgrade, by ARN', arn('orders-old12'), undefined]
  ])('a read replica of %s', async (_what, primary, remedy) => {
    const replica = {...instance('orders'), ReadReplicaSourceDBInstanceIdentifier: primary}
    const {look} = scripted(({operation}) => (operation === 'DescribeDBInstances' ? {DBInstances: [replica]} : {DBClusters: []}))
    const found = await locateProduction(look, inputs())
    expect([found.production.is, found.trouble?.remedy]).toEqual(['known', remedy])
  })
  test.each([
    ['another account', 'arn:aws:rds:eu-central-1:999999999999:db:orders', 'account_not_allowed'],
    ['another partition', 'arn:aws-cn:rds:eu-central-1:123456789012:db:orders', 'account_not_allowed'],
    ['the same', 'arn:aws:rds:eu-central-1:123456789012:db:orders', undefined]
  ])('an ARN of %s', async (_what, source, trouble) => {
    expect((await locateProduction(here('instance').look, inputs({source}))).trouble?.reason).toBe(trouble)
  })
})

test.each([
  ['allowed', ['123456789012'], blue.arn, undefined],
  ['not allowed', ['999999999999'], blue.arn, 'account_not_allowed'],
  ['any', [], blue.arn, undefined],
  [
    'an ARN without an account, where only some are allowed',
    ['123456789012'],
    'arn:aws:rds:eu-central-1::db:orders',
    'account_not_allowed'
  ],
  ['nothing that is an ARN, where only some are allowed', ['123456789012'], 'orders', 'account_not_allowed']
])('the account: %s', (_what, allowedAccountIds, one, expected) => {
  expect(accountTrouble(inputs({}, {allowedAccountIds}), one)?.reason).toBe(expected)
})
