/** `create`: asked three times before the call whether it is there already; adopts what agrees, refuses what differs (rule 4). */
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import {KEYS, readMemory} from '../../src/domain/memory.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation} from '../../src/observing/observation.ts'
import type {Options} from '../../src/observing/options.ts'
import {derivedName} from '../../src/observing/options.ts'
import type {Writes} from '../../src/rds/api.ts'
import {
  ACCOUNT,
  arn,
  BLUE,
  BLUE_REPLICA,
  blue,
  blueReplica,
  byLabel,
  database,
  deployment,
  green,
  inputs,
  NONE,
  observation,
  phase,
  production,
  request,
  said,
  situation,
  TARGET,
  tags,
  writeOf,
  written
} from './builders.ts'

const {plan} = phase('create')
const unrecorded = (over: Readonly<Record<string, string | undefined>> = {}): Observation['memory'] =>
  known(readMemory(tags({[KEYS.request]: undefined, [`${KEYS.target}engine-version`]: undefined, ...over})))
const noBlue = {[`${KEYS.blue}01`]: undefined}
type Request = Writes['CreateBlueGreenDeployment']['in']

function requestFor(wishes: Partial<Inputs> = {}, over: Partial<Observation> = {}): Request {
  const {call} = writeOf(plan(inputs({}, wishes), situation(observation(NONE, over))))
  if (call.operation !== 'CreateBlueGreenDeployment') throw new Error(call.operation)
  return call.input
}
const tagsOf = (one: Request): Record<string, string> => Object.fromEntries((one.Tags ?? []).map(tag => [tag.Key ?? '', tag.Value ?? '']))

describe('adopt or refuse', () => {
  type Row = readonly [string, string, Partial<Observation>, Partial<Inputs>, string, RegExp?]
  const rows: readonly Row[] = [
    ['the same request', 'AVAILABLE', {}, {}, 'done deployment_adopted'],
    ['the same, still being built', 'PROVISIONING', {}, {}, 'done deployment_adopted'],
    ['a short version of the same', 'PROVISIONING', {}, {targetEngineVersion: '17'}, 'done deployment_adopted'],
    [
      'another version',
      'AVAILABLE',
      {},
      {targetEngineVersion: '18.1'},
      'blocked deployment_differs',
      /target-engine-version is 18\.1 here and 17\.6 there/
    ],
    [
      'one option more',
      'AVAILABLE',
      {},
      {targetIops: 12_000},
      'blocked deployment_differs',
      /target-iops is 12000 here and not given there/
    ],
    [
      'one option less',
      'AVAILABLE',
      {memory: known(readMemory(tags({[KEYS.request]: 'x', [`${KEYS.target}iops`]: '3000'})))},
      {},
      'blocked deployment_differs',
      /target-iops is not given here and 3000 there/
    ],
    [
      'false is not the same as not given',
      'AVAILABLE',
      {},
      {upgradeStorageConfig: false},
      'blocked deployment_differs',
      /upgrade-storage-config is false here/
    ],
    ['the tags cannot be read', 'AVAILABLE', {memory: unknown('denied')}, {}, 'blocked cannot_tell'],
    [
      'a later release wrote them',
      'AVAILABLE',
      {memory: known(readMemory(tags({'rds-blue-green/v3/x': 'y'})))},
      {},
      'blocked deployment_unknown'
    ],
    ['no record: waits until green can be seen', 'PROVISIONING', {memory: unrecorded()}, {}, 'wait provisioning'],
    ['no record, green agrees', 'AVAILABLE', {memory: unrecorded()}, {}, 'done deployment_adopted'],
    [
      'no record, green has another version',
      'AVAILABLE',
      {memory: unrecorded(), databases: byLabel({...green, engineVersion: '17.4'})},
      {},
      'blocked deployment_differs'
    ],
    [
      'no record, what cannot be seen differs too',
      'AVAILABLE',
      {memory: unrecorded()},
      {targetKmsKeyId: 'alias/orders'},
      'blocked deployment_differs',
      /cannot be seen on green/
    ],
    ['no record, green not read', 'AVAILABLE', {memory: unrecorded(), databases: unknown('denied')}, {}, 'wait provisioning'],
    ['no record, no memory of blue', 'AVAILABLE', {memory: unrecorded(noBlue)}, {}, 'AddTagsToResource'],
    ['no record, blue not read', 'AVAILABLE', {memory: unrecorded(noBlue), blue: unknown('one is missing')}, {}, 'wait settling']
  ]
  test.each(rows.map(([a, b, c, d, e, f]) => [a, b, c, d, e, f ?? /./] as const))(
    '%s (%s)',
    (_what, status, over, wishes, expected, because) => {
      const found = plan(inputs({}, wishes), situation(observation(status, over)))
      expect(said(found)).toBe(expected)
      if (found.is !== 'steps') expect(found.because).toMatch(because)
    }
  )

  test('a deployment that this run made is created, one that was there is adopted; a refused call made nothing', () => {
    const call = {operation: 'CreateBlueGreenDeployment', input: requestFor()} as const
    const refused = {kind: 'refused', code: 'BlueGreenDeploymentAlreadyExistsFault', message: ''} as const
    const lost = {...refused, kind: 'lost'} as const
    const now = observation('PROVISIONING')
    expect(said(plan(inputs(), situation(now, {written: [written(call)]})))).toBe('done deployment_created')
    expect(said(plan(inputs(), situation(now, {written: [written(call, {answer: lost})]})))).toBe('done deployment_created')
    expect(said(plan(inputs(), situation(now, {written: [written(call, {answer: refused})]})))).toBe('done deployment_adopted')
    const unread = observation('PROVISIONING', {memory: unknown('denied')})
    expect(said(plan(inputs(), situation(unread, {written: [written(call, {answer: refused})]})))).toBe('blocked cannot_tell')
  })
})

describe('what stands in the way', () => {
  const other = deployment('AVAILABLE', {source: arn('invoices'), target: arn('invoices-green-x')})
  type Row = readonly [string, Partial<Observation>, Partial<Inputs>, string]
  const rows: readonly Row[] = [
    ['the source is green', {greenOf: known(deployment('AVAILABLE'))}, {}, 'blocked source_in_deployment'],
    ['another account', {}, {allowedAccountIds: ['999999999999']}, 'blocked account_not_allowed'],
    ['a global database', {production: known({...blue, globalCluster: 'world'})}, {}, 'blocked global_database_not_supported'],
    ['the name is taken by another source', {namesake: known(other)}, {}, 'blocked deployment_differs'],
    ['the name is taken, and being deleted', {namesake: known({...other, status: 'DELETING'})}, {}, 'wait provisioning'],
    ['the name was looked at once', {}, {}, 'wait confirming'],
    [
      'the target cannot be reached',
      {
        target: known({
          ...TARGET,
          engineVersion: '99',
          group: undefined,
          family: undefined
        })
      },
      {},
      'blocked checks_not_met'
    ],
    [
      'the groups cannot be told',
      {target: known({...TARGET, group: undefined, trouble: {reason: 'checks_not_met', because: 'x', remedy: 'y'}})},
      {},
      'blocked checks_not_met'
    ],
    ['blue is being modified', {blue: known([{...blue, status: 'modifying'}, blueReplica])}, {}, 'wait settling'],
    ['a replica is being modified', {blue: known([blue, {...blueReplica, status: 'backing-up'}])}, {}, 'wait settling'],
    ['blue is stopped', {blue: known([{...blue, status: 'stopped'}])}, {}, 'blocked create_refused'],
    ['blue has failed', {blue: known([{...blue, status: 'storage-full'}])}, {}, 'blocked create_refused'],
    ['blue has a status nobody knows', {blue: known([{...blue, status: 'pondering'}])}, {}, 'blocked status_unknown'],
    ['blue was not all seen', {blue: unknown('orders-r1 is missing')}, {}, 'wait settling'],
    ['only a key by its alias is asked for', {}, {targetEngineVersion: undefined, targetKmsKeyId: 'alias/orders'}, 'blocked cannot_tell']
  ]
  test.each(rows)('%s', (what, over, wishes, expected) => {
    const now = observation(NONE, over)
    const around = what.endsWith('once') ? {steady: new Map([['deployment absent', {looks: 2, since: 0, until: 60_000}]])} : {}
    expect(said(plan(inputs({}, wishes), situation(now, around)))).toBe(expected)
  })

  test.each([
    ['an instance class', {targetInstanceClass: 'db.r8g.large'}],
    ['a storage type', {targetStorageType: 'gp3'}],
    ['IOPS', {targetIops: 3000}]
  ] as const)('an option that RDS refuses for Aurora is refused before the call: %s', (_what, wishes) => {
    const cluster = database({kind: 'cluster', engine: 'aurora-postgresql', members: [{name: 'orders-1', writer: true}]})
    const now = observation(NONE, {production: known(cluster), blue: known([cluster, database({name: 'orders-1', cluster: 'orders'})])})
    expect(plan(inputs({}, wishes as Partial<Inputs>), situation(now)).is).toBe('refuse')
  })

  test('a cluster parameter group for an instance is refused, not left out in silence', () => {
    expect(plan(inputs({}, {targetClusterParameterGroup: 'shop-17'}), situation(observation(NONE))).is).toBe('refuse')
  })
})

describe('the request', () => {
  test('the version, both databases of blue, and always the group', () => {
    expect(requestFor()).toMatchObject({Source: blue.arn, TargetEngineVersion: '17.6', TargetDBParameterGroupName: 'default.postgres17'})
    expect(tagsOf(requestFor())).toEqual({
      [KEYS.request]: request(),
      [`${KEYS.target}engine-version`]: '17.6',
      [`${KEYS.blue}01`]: `orders ${BLUE.resourceId} orders-r1 ${BLUE_REPLICA.resourceId}`,
      [KEYS.beforeVersion]: '16.8',
      [KEYS.beforeGroup]: 'default.postgres16',
      [KEYS.run]: 'https://github.com/acme/shop/actions/runs/1'
    })
  })

  test('a short version is recorded as the exact one', () => {
    expect(tagsOf(requestFor({targetEngineVersion: '17'}))[`${KEYS.target}engine-version`]).toBe('17.6')
  })

  test('what was not asked for is not there at all', () => {
    expect(Object.keys(requestFor()).sort()).toEqual(
      ['BlueGreenDeploymentName', 'Source', 'TargetEngineVersion', 'TargetDBParameterGroupName', 'Tags'].sort()
    )
  })

  test('everything that was asked for is there', () => {
    const one = requestFor({
      targetInstanceClass: 'db.r8g.large',
      targetStorageType: 'io2',
      targetAllocatedStorage: 200,
      targetIops: 9000,
      targetStorageThroughput: 500,
      upgradeStorageConfig: true
    })
    expect(one).toMatchObject({
      TargetDBInstanceClass: 'db.r8g.large',
      TargetStorageType: 'io2',
      TargetAllocatedStorage: 200,
      TargetIops: 9000,
      TargetStorageThroughput: 500,
      UpgradeTargetStorageConfig: true
    })
  })

  const ofCluster = {...TARGET, clusterGroup: TARGET.group}

  test('a key goes to every instance of RDS, and to the cluster alone of Aurora', () => {
    const key = 'alias/orders'
    expect(requestFor({targetKmsKeyId: key}).TargetResourceConfigurations).toEqual(
      [blue, blueReplica].map(one => ({SourceArn: one.arn, TargetKmsKeyId: key}))
    )
    const cluster = database({kind: 'cluster', engine: 'aurora-postgresql'})
    const of = requestFor(
      {targetKmsKeyId: key},
      {production: known(cluster), blue: known([cluster, database({name: 'orders-1', cluster: 'orders'})]), target: known(ofCluster)}
    )
    expect(of.TargetResourceConfigurations).toEqual([{SourceArn: cluster.arn, TargetKmsKeyId: key}])
  })

  test('as many tags as can be stay below fifty, each with characters and lengths RDS allows', () => {
    const long = (letter: string, at: number) => `${letter.repeat(58)}-${String(at).padStart(4, '0')}`
    const id = (at: number) => `db-${String(at).padStart(26, 'A')}`
    const cluster = database({kind: 'cluster', engine: 'aurora-postgresql', name: 'c'.repeat(63), resourceId: `cluster-${'B'.repeat(26)}`})
    const members = Array.from({length: 16}, (_one, at) => database({name: long('i', at), resourceId: id(at), cluster: cluster.name}))
    const wishes: Partial<Inputs> = {
      targetParameterGroup: 'p'.repeat(255),
      targetClusterParameterGroup: 'g'.repeat(255),
      targetKmsKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/${'0'.repeat(36)}`,
      tags: Array.from({length: 20}, (_one, at) => ({key: `team-${at}`, value: 'orders'}))
    }
    const made = requestFor(wishes, {production: known(cluster), blue: known([cluster, ...members]), target: known(ofCluster)})
    // Two more are written later: who asked for the switchover, and when it was.
    expect((made.Tags ?? []).length + 2).toBeLessThanOrEqual(50)
    for (const {Key = '', Value = ''} of made.Tags ?? []) {
      expect([Key, Key.length <= 128, Value.length <= 256]).toEqual([Key, true, true])
      expect(`${Key}${Value}`).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u)
    }
    expect(new Set(made.Tags?.map(tag => tag.Key)).size).toBe(made.Tags?.length)
    expect(readMemory(new Map(Object.entries(tagsOf(made)))).blue).toHaveLength(17)
  })

  test('the intent and the look that shows it', () => {
    const step = writeOf(plan(inputs(), situation(observation(NONE))))
    expect(step.shows(observation('PROVISIONING'))).toBe(true)
    expect(step.shows(observation('SWITCHOVER_COMPLETED'))).toBe(false)
    expect(step.shows(observation(NONE))).toBe(false)
    expect(step.shows(observation(NONE, {deployment: notLooked}))).toBe(false)
  })
})

describe('the derived name', () => {
  const source = fc.stringMatching(/^[a-z](-?[a-z0-9]){0,62}$/).filter(name => name.length <= 63)
  const version = fc.oneof(
    fc.constantFrom('17.6', '8.0.mysql_aurora.3.08.0', '11.22-rds.20240418', '16.4-R1', '10.11.13', '5'),
    fc.stringMatching(/^\d[0-9A-Za-z._-]{0,20}$/)
  )
  const options = fc.record(
    {'engine-version': version, 'parameter-group': fc.stringMatching(/^[a-z]{1,9}$/), iops: fc.nat().map(String)},
    {requiredKeys: []}
  )
  const mapped = (one: object): Options => new Map(Object.entries(one)) as unknown as Options

  const sorted = (one: object): string => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))

  test('is always one that RDS takes, the same every time, whatever the order of the options', () => {
    fc.assert(
      fc.property(source, options, (name, one) => {
        const made = derivedName(name, mapped(one))
        expect(made).toMatch(/^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$/)
        expect(made.length).toBeLessThanOrEqual(60)
        expect(derivedName(name, new Map([...mapped(one)].reverse()))).toBe(made)
      }),
      {numRuns: 500, seed: 7}
    )
  })

  test('differs whenever source or options do', () => {
    fc.assert(
      fc.property(source, source, options, options, (name, other, one, two) => {
        fc.pre(name !== other || JSON.stringify(one) !== JSON.stringify(two))
        const same = name === other && sorted(one) === sorted(two)
        expect(derivedName(name, mapped(one)) === derivedName(other, mapped(two))).toBe(same)
      }),
      {numRuns: 300, seed: 8}
    )
  })
})

test('a deployment that is switched over does not stand in the way of the next upgrade', () => {
  const now = observation('SWITCHOVER_COMPLETED', {namesake: absent, production: known(production), blue: known([production])})
  expect(said(plan(inputs({}, {targetEngineVersion: '18.1'}), situation(now)))).toBe('CreateBlueGreenDeployment')
})
