/** What is there, in as few requests as RDS allows; absent only where an answer was read (rule 19). */
import {describe, expect, test} from '@jest/globals'
import {known} from '../../src/domain/known.ts'
import {
  databaseByName,
  databaseByResourceId,
  databases,
  databasesByArn,
  databasesByResourceId,
  deploymentArn,
  deploymentById,
  deploymentsWhere,
  ifAllowed,
  pages,
  tagsOfDatabase,
  tagsOfDeployment
} from '../../src/rds/looking.ts'
import {arn, database, deployment, ID} from '../phases/builders.ts'
import {scripted, thrown} from './scripted.ts'
import type {Databases} from './shapes.ts'
import {instance} from './shapes.ts'

const NOT_FOUND = thrown('DBInstanceNotFoundFault', 404)
const DENIED = thrown('AccessDenied', 403)
const GONE = thrown('BlueGreenDeploymentNotFoundFault', 404)

describe('paging', () => {
  test('every page, each with the marker of the one before', async () => {
    const {look, asked} = scripted((_one, n) =>
      n < 3 ? {DBInstances: [instance(`db${n}`)], Marker: `m${n}`} : {DBInstances: [instance('db3')]}
    )
    expect((await databases(look, 'instance', {by: 'all'})).map(one => one.name)).toEqual(['db1', 'db2', 'db3'])
    expect(asked.map(one => one.input['Marker'])).toEqual([undefined, 'm1', 'm2'])
  })
  test.each([
    ['the same marker again', ['a', 'a']],
    ['markers in a circle', ['a', 'b', 'a']],
    ['an empty marker', ['']]
  ])('ends on %s', async (_what, markers) => {
    const {look, asked} = scripted((_one, n) => ({Events: [], Marker: markers[(n - 1) % markers.length]}))
    expect(await pages(look, 'DescribeEvents', {})).toHaveLength(asked.length)
    expect(asked.length).toBeLessThanOrEqual(markers.length)
    expect(asked[0]?.input).toStrictEqual({})
  })
  test('a page that fails fails the whole', async () => {
    const {look} = scripted((_one, n) => (n === 1 ? {DBInstances: [instance('a')], Marker: 'm'} : DENIED))
    await expect(databases(look, 'instance', {by: 'all'})).rejects.toMatchObject({fault: {kind: 'denied'}})
  })
})

describe('several databases', () => {
  const all: Databases = {orders: instance('orders'), 'orders-r1': instance('orders-r1')}
  const byFilter = (empty: boolean) =>
    scripted(({input}) => {
      const values = (input['Filters'] as {Values: string[]}[])[0]?.Values ?? []
      const found = values.flatMap(value => all[value] ?? [])
      return found.length < values.length && !empty ? NOT_FOUND : {DBInstances: found}
    })
  test.each([
    [true, 1],
    [false, 4]
  ])('a filter that nothing matches: an empty list (%s) or a fault; %i request(s)', async (empty, requests) => {
    const {look, asked} = byFilter(empty)
    const found = await databases(look, 'instance', {by: 'name', values: ['orders', 'missing', 'orders-r1']})
    expect([found.map(one => one.name), asked.length]).toEqual([['orders', 'orders-r1'], requests])
  })
  test('nothing is asked for nothing', async () => {
    const {look, asked} = byFilter(true)
    expect([await databases(look, 'instance', {by: 'name', values: []}), asked]).toEqual([[], []])
  })
  test('denied is not absent', async () => {
    const {look} = scripted(() => DENIED)
    await expect(databaseByName(look, 'instance', 'orders')).rejects.toMatchObject({fault: {kind: 'denied'}})
    await expect(databasesByArn(look, [arn('orders')])).rejects.toMatchObject({fault: {kind: 'denied'}})
  })
  test('by ARN: one request a kind, absent where it was asked for and not found, endpoints not at all', async () => {
    const {look, asked} = scripted(({operation}) =>
      operation === 'DescribeDBInstances' ? {DBInstances: [instance('orders')]} : {DBClusters: []}
    )
    const found = await databasesByArn(look, [
      arn('orders'),
      arn('Orders'),
      arn('missing'),
      arn('shop', 'cluster'),
      arn('e', 'cluster-endpoint'),
      'text'
    ])
    expect([...found].map(([label, one]) => `${label} ${one.is}`)).toEqual(['db:orders known', 'db:missing absent', 'cluster:shop absent'])
    expect(asked.map(one => [one.operation, (one.input['Filters'] as {Values: string[]}[])[0]?.Values])).toEqual([
      ['DescribeDBInstances', ['orders', 'missing']],
      ['DescribeDBClusters', ['shop']]
    ])
  })
  test.each([
    ['instance', 'dbi-resource-id'],
    ['cluster', 'db-cluster-resource-id']
  ] as const)('%s by resource id, and not whoever else is answered', async (kind, filter) => {
    const {look, asked} = scripted(() => ({DBInstances: [instance('orders', 'db-OTHER')], DBClusters: []}))
    expect(await databaseByResourceId(look, kind, 'db-BLUE')).toEqual({is: 'absent'})
    expect(asked[0]?.input).toMatchObject({Filters: [{Name: filter}]})
  })
  test('by name, in other letters, and not whoever else is answered', async () => {
    expect((await databaseByName(scripted(() => ({DBInstances: [instance('orders')]})).look, 'instance', 'ORDERS')).is).toBe('known')
    expect((await databaseByName(scripted(() => ({DBInstances: [instance('orders-old1')]})).look, 'instance', 'orders')).is).toBe('absent')
  })
})

describe('deployments', () => {
  const one = {BlueGreenDeploymentIdentifier: ID, Status: 'AVAILABLE'}
  test.each([
    ['there', {BlueGreenDeployments: [one]}, 'known'],
    ['an empty list', {BlueGreenDeployments: []}, 'absent'],
    ['no list', {}, 'absent'],
    ['a fault', GONE, 'absent'],
    ['an entry without an id', {BlueGreenDeployments: [{Status: 'AVAILABLE'}]}, 'absent'],
    ['another one', {BlueGreenDeployments: [{...one, BlueGreenDeploymentIdentifier: 'bgd-other'}]}, 'absent']
  ])('by id: %s', async (_what, answer, is) => expect((await deploymentById(scripted(() => answer).look, ID)).is).toBe(is))
  test('by filter: a match, none, a fault', async () => {
    expect(await deploymentsWhere(scripted(() => ({BlueGreenDeployments: [one]})).look, 'source', 'x')).toHaveLength(1)
    expect(await deploymentsWhere(scripted(() => ({BlueGreenDeployments: []})).look, 'source', 'x')).toEqual([])
    expect(await deploymentsWhere(scripted(() => GONE).look, 'source', 'x')).toEqual([])
    expect(await deploymentsWhere(scripted(() => ({})).look, 'source', 'x')).toEqual([])
  })
  test('denied and throttled are not absent', async () => {
    for (const error of [DENIED, thrown('Throttling', 400), thrown('InternalFailure', 500)]) {
      await expect(deploymentById(scripted(() => error).look, ID)).rejects.toHaveProperty('fault')
      await expect(deploymentsWhere(scripted(() => error).look, 'target', 'x')).rejects.toHaveProperty('fault')
    }
  })
  test('its tags: from itself, else asked for; unknown where they may not be read', async () => {
    const told = deployment('AVAILABLE')
    const untold = {...told, tags: {is: 'unknown', because: 'x'} as const}
    expect((await tagsOfDeployment(scripted(() => DENIED).look, told)).is).toBe('known')
    const {look, asked} = scripted(() => ({TagList: [{Key: 'a', Value: 'b'}]}))
    expect(await tagsOfDeployment(look, untold)).toEqual(known(new Map([['a', 'b']])))
    expect(asked[0]?.input).toEqual({ResourceName: deploymentArn(told)})
    expect((await tagsOfDeployment(scripted(() => DENIED).look, untold)).is).toBe('unknown')
    // RDS may answer an empty list where there are tags (facts 8.2): it is asked.
    expect((await tagsOfDeployment(look, {...told, tags: known(new Map())})).is).toBe('known')
  })
  test('its tags are asked for only where it tells none, and denied then it has none', async () => {
    const told = deployment('AVAILABLE')
    const none = {...told, tags: known(new Map<string, string>())}
    const {look, asked} = scripted(() => ({TagList: [{Key: 'a', Value: 'b'}]}))
    expect(await tagsOfDeployment(look, told)).toBe(told.tags)
    expect(asked).toEqual([])
    expect(await tagsOfDeployment(look, none)).toEqual(known(new Map([['a', 'b']])))
    expect(await tagsOfDeployment(scripted(() => DENIED).look, none)).toEqual(none.tags)
  })
  test('tags of what another look has shown are not "not found": that look was older, and is taken again', async () => {
    const untold = {...deployment('AVAILABLE'), tags: {is: 'unknown', because: 'x'} as const}
    await expect(tagsOfDeployment(scripted(() => GONE).look, untold)).rejects.toMatchObject({
      operation: 'ListTagsForResource',
      fault: {kind: 'lost', code: 'BlueGreenDeploymentNotFoundFault'}
    })
    await expect(tagsOfDeployment(scripted(() => thrown('Throttling', 400)).look, untold)).rejects.toMatchObject({
      fault: {kind: 'throttled'}
    })
  })
  test('its ARN', () => expect(deploymentArn(deployment('AVAILABLE'))).toBe(arn(ID, 'deployment')))
})

describe('one database', () => {
  test('its tags, asked for only where RDS left them out', async () => {
    const {look, asked} = scripted(() => ({TagList: [{Key: 'a', Value: 'b'}]}))
    expect(await tagsOfDatabase(look, database({tags: new Map()}))).toEqual(new Map())
    expect(asked).toEqual([])
    expect(await tagsOfDatabase(look, database({tags: undefined}))).toEqual(new Map([['a', 'b']]))
    expect(asked.map(one => one.input)).toEqual([{ResourceName: arn('orders')}])
  })
  test('by resource ids: each kind is asked for its own', async () => {
    const {look, asked} = scripted(({operation}) =>
      operation === 'DescribeDBInstances' ? {DBInstances: [instance('orders', 'db-BLUE')]} : {}
    )
    const found = await databasesByResourceId(look, ['db-BLUE', 'db-GONE', 'cluster-SHOP'])
    expect([...found.keys()]).toEqual(['db-BLUE'])
    expect(asked.map(one => (one.input['Filters'] as {Values: string[]}[])[0]?.Values)).toEqual([['db-BLUE', 'db-GONE'], ['cluster-SHOP']])
  })
  test('all there are: no filter; an answer without a list is none', async () => {
    const {look, asked} = scripted(() => ({}))
    for (const kind of ['instance', 'cluster'] as const) expect(await databases(look, kind, {by: 'all'})).toEqual([])
    expect(asked.map(one => one.input)).toStrictEqual([{}, {}])
  })
})

test('an optional permission: denied and refused are unknown, what may pass is thrown on', async () => {
  const asked = (name: string, status: number) => ifAllowed(pages(scripted(() => thrown(name, status)).look, 'DescribeEvents', {}))
  for (const [name, status] of [
    ['AccessDenied', 403],
    ['InvalidParameterValue', 400]
  ] as const)
    expect(await asked(name, status)).toMatchObject({is: 'unknown', because: expect.stringContaining(name)})
  await expect(asked('Throttling', 400)).rejects.toMatchObject({fault: {kind: 'throttled'}})
})
