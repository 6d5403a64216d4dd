/** What is asked of both sides just before a switchover, and in a plan on what create saw. */
import {describe, expect, test} from '@jest/globals'
import {atSwitchoverChecks} from '../../src/checks/at-switchover.ts'
import {checks} from '../../src/checks/index.ts'
import type {SourceCheck} from '../../src/checks/of-source.ts'
import type {Database} from '../../src/domain/database.ts'
import {known, notLooked} from '../../src/domain/known.ts'
import type {Traits} from '../../src/domain/traits.ts'
import {NO_TRAITS} from '../../src/domain/traits.ts'
import type {FactValues} from '../../src/observing/facts.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {sourceOfBothSides} from '../../src/observing/sides.ts'
import {
  blue,
  blueReplica,
  byLabel,
  deployment,
  facts,
  green,
  greenReplica,
  group,
  inputs,
  NONE,
  NOW,
  observation,
  phase
} from '../phases/builders.ts'
import {answerOf, answersOf, guessesOf, Tables} from './table.ts'

interface Sides {
  readonly blue?: Partial<Database>
  readonly blueReplica?: Partial<Database>
  readonly green?: Partial<Database>
  readonly greenReplica?: Partial<Database>
  readonly facts?: Partial<FactValues>
}

/** As `switchover` looks: of production, target and the rest it knows nothing by itself. */
const lookOf = (over: Sides): Observation =>
  observation('AVAILABLE', {
    production: notLooked,
    blue: notLooked,
    target: notLooked,
    facts: known(facts(over.facts)),
    databases: byLabel(
      {...blue, ...over.blue},
      {...blueReplica, ...over.blueReplica},
      {...green, ...over.green},
      {...greenReplica, ...over.greenReplica}
    )
  })

const tables = new Tables<Sides>()
const checkAt = (id: string): SourceCheck => {
  const check = atSwitchoverChecks.find(one => one.id === id)
  if (check === undefined) throw new Error(`no check ${id}`)
  return check
}
const having = (traits: Partial<Traits>): Partial<Database> => ({traits: {...NO_TRAITS, ...traits}})
const MYSQL: Partial<Database> = {engine: 'mysql', engineVersion: '8.0.42'}
const MYSQL84: Partial<Database> = {engine: 'mysql', engineVersion: '8.4.6'}

tables.add('blue-is-not-newer-than-green', [
  ['16.8 and 17.6', {}, 'met', /16\.8 to 17\.6/],
  ['the same', {green: {engineVersion: '16.8'}, greenReplica: {engineVersion: '16.8'}}, 'met'],
  ['versions are no text', {blue: {engineVersion: '16.9'}, green: {engineVersion: '16.10'}}, 'met'],
  ['blue went on', {blue: {engineVersion: '17.7'}}, 'not_met', /orders runs 17\.7, orders-green-abc123 17\.6/],
  ['its replica did', {blueReplica: {engineVersion: '17.7'}}, 'not_met', /orders-r1 runs 17\.7, orders-r1-green-abc123 17\.6/],
  ['RDS does not say', {green: {engineVersion: ''}}, 'unknown']
])

const integration = (status: string): Partial<FactValues> => ({integrations: [{name: 'to-redshift', status}]})
tables.add('no-zero-etl-integration', [
  ['none', {}, 'met'],
  ['one that goes', {facts: integration('deleting')}, 'met'],
  ['one', {facts: integration('active')}, 'not_met', /to-redshift is active.*delete-integration --integration-identifier to-redshift/],
  ['one in trouble', {facts: integration('needs_attention')}, 'not_met'],
  ['one without a status', {facts: integration('')}, 'not_met']
])

const target = (health: string, because = ''): Partial<FactValues> => ({
  proxyTargets: [{proxy: 'pool', database: 'orders', health, because}]
})
tables.add('proxies-reach-blue', [
  ['no proxy', {}, 'met'],
  ['one that does', {facts: target('AVAILABLE')}, 'met', /in pool/],
  [
    'one that does not',
    {facts: target('UNAVAILABLE', 'PENDING_PROXY_CAPACITY')},
    'not_met',
    /pool says orders is UNAVAILABLE \(PENDING_PROXY_CAPACITY\)/
  ],
  ['one that is being registered', {facts: target('REGISTERING')}, 'not_met'],
  ['RDS does not say', {facts: target('')}, 'unknown']
])

const replicates = (status: string, isNormal = true, message = ''): Partial<Database> => having({replication: {status, isNormal, message}})
tables.add('green-is-replicating', [
  ['it is', {green: replicates('replicating'), greenReplica: replicates('replicating')}, 'met'],
  ['it is not', {green: replicates('error', false, 'Error 1054')}, 'not_met', /orders-green-abc123 is error: Error 1054/],
  ['it is stopped', {green: replicates('stopped')}, 'not_met'],
  ['not normal', {green: replicates('replicating', false)}, 'not_met'],
  ['its replica does not', {green: replicates('replicating'), greenReplica: replicates('terminated', false)}, 'not_met'],
  ['RDS tells of its replica alone', {greenReplica: replicates('replicating')}, 'unknown'],
  ['RDS tells nothing', {}, 'unknown']
])

const roles = (...roleFeatures: readonly string[]): Partial<Database> => having({roleFeatures})
tables.add('iam-roles-are-on-green', [
  ['it has them', {blue: roles('s3Import'), green: roles('s3Export', 's3Import')}, 'met'],
  [
    'it has one',
    {blue: roles('s3Import', 's3Export'), green: roles('s3Import')},
    'not_met',
    /orders-green-abc123 lacks the role for s3Export.*add-role-to-db-instance/
  ],
  ['of a replica', {blueReplica: roles('s3Import')}, 'not_met'],
  ['without a feature', {blue: roles('')}, 'not_met', /no feature/],
  ['blue has none', {}, 'not_applicable']
])

const iam = (usesIamAuthentication: boolean): Partial<Database> => having({usesIamAuthentication})
tables.add('iam-logins-need-no-new-policy', [
  ['off', {blue: iam(false)}, 'met'],
  ['on', {blue: iam(true)}, 'not_met', /bears db-GREENGREEN11111111 and no longer db-BLUEBLUEBLUE11111111.*dbuser:db-GREENGREEN11111111\//],
  ['RDS does not say', {}, 'unknown']
])

const tags = (given: Readonly<Record<string, string>>): Partial<Database> => ({tags: new Map(Object.entries(given))})
tables.add('tags-of-green-are-on-blue', [
  ['the same', {blue: tags({team: 'shop'}), green: tags({team: 'shop'})}, 'met'],
  ['fewer', {blue: tags({team: 'shop'})}, 'met'],
  ['of AWS, and our own', {green: tags({'aws:rds:x': 'y', 'rds-blue-green/v1/old-blue': 'z'})}, 'met'],
  ['another', {green: tags({test: 'yes'})}, 'not_met', /orders-green-abc123: test/],
  ['another value', {blue: tags({team: 'shop'}), green: tags({team: 'other'})}, 'not_met', /team/],
  ['RDS did not list them', {blue: {tags: undefined}}, 'unknown']
])

tables.add('green-has-nothing-of-its-own', [
  ['nothing', {green: {replicas: [greenReplica.name]}}, 'met'],
  ['a replica', {green: {replicas: [greenReplica.name, 'extra']}}, 'not_met', /extra was added/],
  ['two', {green: {replicas: ['extra', 'more']}}, 'not_met', /extra, more were added/]
])

tables.add('storage-of-green-is-loaded', [
  ['it is', {}, 'met'],
  ['not yet', {green: {storageOperation: {status: 'Initializing', percent: 40}}}, 'not_met', /orders-green-abc123: Initializing 40 %/],
  ['of the replica', {greenReplica: {storageOperation: {status: 'Optimizing', percent: undefined}}}, 'not_met', /Optimizing/]
])

const flush = (value: string | undefined): Partial<FactValues> => ({
  greenGroups: {
    instance: group('of-green', 'mysql8.4', value === undefined ? {} : {innodb_flush_log_at_trx_commit: value}),
    cluster: undefined
  }
})
tables.add('green-writes-durably', [
  ['1', {blue: MYSQL, green: MYSQL84, facts: flush('1')}, 'met'],
  ['left to the engine', {blue: MYSQL, green: MYSQL84, facts: flush(undefined)}, 'met'],
  ['2', {blue: MYSQL, green: MYSQL84, facts: flush('2')}, 'not_met', /=2 in of-green/],
  ['the group is not there', {blue: MYSQL, green: MYSQL84}, 'unknown'],
  ['PostgreSQL', {facts: flush('2')}, 'not_applicable']
])
describe.each(tables.all())('%s', (id, rows) => {
  test.each(rows)('%s', (_what, over, is, says) =>
    expect(answerOf(checkAt(id).judge(lookOf(over), inputs(), NOW))).toEqual([is, expect.stringMatching(says)])
  )
  test('is met and not met, and knows when it cannot tell', () => {
    expect(answersOf(rows)).toEqual(expect.arrayContaining(['met', 'not_met']))
    expect(guessesOf(checkAt(id), rows, lookOf, () => inputs())).toEqual([])
  })
})

test('the binary log of Aurora, which a way back needs', () => {
  const cluster = (name: string): Partial<Database> => ({
    engine: 'aurora-mysql',
    engineVersion: '8.0.mysql_aurora.3.08.0',
    parameterGroup: name
  })
  const of = (binlog_format: string) =>
    checkAt('green-writes-durably').judge(
      lookOf({
        blue: cluster('b'),
        green: cluster('g'),
        facts: {greenGroups: {instance: undefined, cluster: group('g', 'aurora-mysql8.0', {binlog_format}, 'cluster')}}
      }),
      inputs(),
      NOW
    ).is
  expect(['ROW', 'OFF'].map(of)).toEqual(['met', 'not_met'])
})

describe('when they are asked', () => {
  const verdicts = (now: Observation): readonly string[] => [...new Set(atSwitchoverChecks.map(one => one.judge(now, inputs(), NOW).is))]

  test('only once both sides are available', () => {
    const busy = byLabel({...blue, status: 'modifying'}, blueReplica, green, greenReplica)
    expect(verdicts(observation('AVAILABLE', {databases: busy}))).toEqual(['not_applicable'])
    expect(verdicts(observation(NONE))).toEqual(['not_applicable'])
  })

  test('in a plan, on what create saw and on the green that it imagines', () => {
    const made = phase('create').after(inputs(), observation(NONE, {facts: known(facts(integration('active'))), databases: notLooked}))
    const ahead = phase('wait').after(inputs(), made)
    const answers = new Map(atSwitchoverChecks.map(one => [one.id, one.judge(ahead, inputs(), NOW).is]))
    expect(Object.fromEntries(answers)).toEqual({
      'blue-is-not-newer-than-green': 'met',
      'no-zero-etl-integration': 'not_met',
      'proxies-reach-blue': 'met',
      'green-is-replicating': 'unknown',
      'iam-roles-are-on-green': 'not_applicable',
      'iam-logins-need-no-new-policy': 'unknown',
      'tags-of-green-are-on-blue': 'met',
      'green-has-nothing-of-its-own': 'met',
      'storage-of-green-is-loaded': 'met',
      'green-writes-durably': 'not_applicable'
    })
  })

  test('roles and logins that an imagined green does not have yet', () => {
    const own = {...blue, ...having({roleFeatures: ['s3Import'], usesIamAuthentication: true})}
    const made = phase('create').after(
      inputs(),
      observation(NONE, {production: known(own), blue: known([own, blueReplica]), databases: notLooked})
    )
    const ahead = phase('wait').after(inputs(), made)
    const said = (id: string) => checkAt(id).judge(ahead, inputs(), NOW)
    expect(said('iam-roles-are-on-green')).toMatchObject({is: 'not_met'})
    expect(said('iam-logins-need-no-new-policy')).toMatchObject({
      is: 'not_met',
      observed: expect.stringMatching(/bears green's resource id/) as unknown
    })
  })
})

test('both sides as a source: blue with its counterparts, whatever the order of the members', () => {
  const one = deployment('AVAILABLE')
  const reversed = known({...one, members: one.members.toReversed()})
  const source = sourceOfBothSides(observation('AVAILABLE', {deployment: reversed}), inputs())
  expect(source?.pairs.map(([is, becomes]) => [is.name, becomes.name])).toEqual([
    ['orders', 'orders-green-abc123'],
    ['orders-r1', 'orders-r1-green-abc123']
  ])
  expect(source).toMatchObject({version: '17.6', isMajor: true, replication: 'logical', production: {name: 'orders'}})
  expect(source?.target.group?.name).toBe('default.postgres17')
  expect(sourceOfBothSides(observation('AVAILABLE', {databases: byLabel(blue, green, greenReplica)}), inputs())).toBeUndefined()
})

test('they come after what is waited for, and each guards the switchover', () => {
  const ids = checks.map(one => one.id)
  expect(ids.indexOf('blue-is-not-newer-than-green')).toBeGreaterThan(ids.indexOf('replica-lag-is-within-limit'))
  for (const one of atSwitchoverChecks) expect([one.id, one.guards]).toEqual([one.id, ['switchover']])
})
