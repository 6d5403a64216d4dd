/** What each kind of value takes, and that it refuses everything else: no garbage becomes a default, no choice another. */
import {describe, expect, test} from '@jest/globals'
import {discoverFilter} from '../../src/parsing/discover-filter.ts'
import type {Kind} from '../../src/parsing/kind.ts'
import {decimalNumber, echo, flag, listOf, oneOf, wholeNumber} from '../../src/parsing/kind.ts'
import {modes} from '../../src/parsing/modes.ts'
import * as names from '../../src/parsing/names.ts'
import {parameters, tags} from '../../src/parsing/pairs.ts'

const of = (kind: Kind<unknown>, text: string): unknown => {
  const result = kind.read(text)
  return result.is === 'read' ? result.value : result
}
const WRONG = expect.objectContaining({is: 'wrong'})

const numbers = decimalNumber({above: 0, to: 10})
const wholes = wholeNumber({from: 0, to: 3600})

const taken: readonly (readonly [string, Kind<unknown>, string, unknown])[] = [
  ['flag', flag, 'true', true],
  ['flag', flag, 'FALSE', false],
  ['choice', oneOf('fail', 'pass'), 'pass', 'pass'],
  ['number', numbers, '0.5', 0.5],
  ['number', numbers, '10', 10],
  ['whole number', wholes, '0', 0],
  ['list', listOf(names.accountId), '111122223333,\n 444455556666 ,,111122223333', ['111122223333', '444455556666']],
  ['source', names.source, 'Orders-1', {is: 'name', name: 'orders-1', text: 'Orders-1'}],
  ['deployment', names.deployment, 'BGD-1A2B3C4D5E6F7G8H', {is: 'id', id: 'bgd-1a2b3c4d5e6f7g8h'}],
  ['deployment', names.deployment, 'bgd-1a2b', {is: 'name', name: 'bgd-1a2b'}],
  ['deployment', names.deployment, 'Orders-PG16', {is: 'name', name: 'Orders-PG16'}],
  ['deployment name', names.deploymentName, 'a'.repeat(60), 'a'.repeat(60)],
  ['Region', names.region, 'us-isob-east-1', 'us-isob-east-1'],
  ['Region', names.region, 'eusc-de-east-1', 'eusc-de-east-1'],
  ['engine version', names.engineVersion, '8.0.mysql_aurora.3.08.0', '8.0.mysql_aurora.3.08.0'],
  ['parameter group', names.parameterGroup, 'default.aurora-postgresql16', 'default.aurora-postgresql16'],
  ['instance class', names.instanceClass, 'db.r6g.16xlarge', 'db.r6g.16xlarge'],
  ['resource id', names.resourceId, 'cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  ['fingerprint', names.fingerprint, 'v1:eyJh_-9', 'v1:eyJh_-9'],
  ['role', names.roleArn, 'arn:aws-us-gov:iam::012345678901:role/path/deploy', 'arn:aws-us-gov:iam::012345678901:role/path/deploy'],
  [
    'secret',
    names.secretArn,
    'arn:aws:secretsmanager:eu-west-1:012345678901:secret:rds!db-1a-AbCdEf',
    'arn:aws:secretsmanager:eu-west-1:012345678901:secret:rds!db-1a-AbCdEf'
  ],
  ['host', names.hostName, '::1', WRONG],
  ['host', names.hostName, 'fd00::1', 'fd00::1'],
  ['modes', modes, 'plan\nprepare, create', {modes: ['plan', 'prepare', 'create'], upgrade: false}],
  ['modes', modes, 'abort', {modes: ['abort'], upgrade: false}],
  [
    'tags',
    tags,
    'team=orders=eu\n empty=\r\nümlaut key = a b',
    [
      {key: 'team', value: 'orders=eu'},
      {key: 'empty', value: ''},
      {key: 'ümlaut key', value: 'a b'}
    ]
  ],
  [
    'parameters',
    parameters,
    'rds.logical_replication = 1\nsearch_path=\'"$user", public\'',
    [
      {name: 'rds.logical_replication', value: '1'},
      {name: 'search_path', value: '\'"$user", public\''}
    ]
  ],
  ['filter', discoverFilter, 'tag:team=orders=eu', [{by: 'tag', key: 'team', value: 'orders=eu'}]],
  [
    'filter',
    discoverFilter,
    'engine=postgres\nversion<16.4\nversion >= 13\nidentifier=Prod-*',
    [
      {by: 'engine', engine: 'postgres'},
      {by: 'version', is: '<', version: '16.4'},
      {by: 'version', is: '>=', version: '13'},
      {by: 'identifier', pattern: 'prod-*'}
    ]
  ]
]

const refused: readonly (readonly [string, Kind<unknown>, readonly string[]])[] = [
  ['flag', flag, ['yes', '1', 'on', 'tru', 'true false', '"true"']],
  ['choice', oneOf('fail', 'pass'), ['Pass', 'pas', 'fail,pass']],
  ['number', numbers, ['0', '-1', '10.01', '1e1', '0x1', '.5', '5.', '5m', '1 000', '1,5', 'NaN', 'Infinity', '٣']],
  ['whole number', wholes, ['1.0', '3601', '+3', '-0']],
  ['list', listOf(names.accountId), ['11112222333', '111122223333;444455556666', '111122223333, \u0000444455556666']],
  [
    'source',
    names.source,
    [
      '1orders',
      'orders-',
      'or--ders',
      'a'.repeat(64),
      'arn:aws:rds:eu-central-1:012345678901:db:',
      'arn:aws:rds:eu-central-1:012345678901:snapshot:x',
      'arn:aws:rds::012345678901:db:x',
      'arn:aws:rds:eu-central-1::db:x',
      'arn:aws:ec2:eu-central-1:012345678901:db:x',
      'arn:aws:rds'
    ]
  ],
  ['deployment', names.deployment, ['arn:aws:rds:eu-central-1:012345678901:deployment:bgd-1a2b3c4d5e6f7g8h', '-x', 'a'.repeat(61), 'a b']],
  ['deployment name', names.deploymentName, ['a'.repeat(61), '1a', 'a--b', 'a-', 'a_b']],
  ['Region', names.region, ['Frankfurt', 'eu-central', 'eu-central-1a', 'EU-CENTRAL-1']],
  ['engine version', names.engineVersion, ['v16', '16 4', 'latest', '16/4']],
  ['parameter group', names.parameterGroup, ['a.b', 'a--b', 'a-', '1a', 'a_b']],
  ['instance class', names.instanceClass, ['r6g.large', 'db.serverless', 'db.r6g', 'db.r6g.large.x']],
  ['resource id', names.resourceId, ['mydb-old1', 'db-', 'arn:aws:rds:x']],
  ['snapshot prefix', names.snapshotPrefix, ['-a', 'a-', 'a--b', '1', 'a_b', 'a'.repeat(181)]],
  ['fingerprint', names.fingerprint, ['v2:abc', 'v1:', 'abc', 'None', 'v1:a+b']],
  ['modes', modes, ['Plan', 'create,plan', 'plan,plan', 'upgrade,cleanup', 'plan,status', ',', 'plan create', 'plan;create']],
  [
    'tags',
    tags,
    [
      'team',
      '=x',
      'a=b\na=c',
      'aws:x=1',
      'RDS:x=1',
      'rds-blue-green/v1/run=x',
      'a=b,c=d',
      `${'k'.repeat(129)}=1`,
      `k=${'v'.repeat(257)}`,
      Array.from({length: 21}, (_, index) => `k${index}=v`).join('\n')
    ]
  ],
  ['parameters', parameters, ['max_connections', '=1', 'a b=1', 'a=1\na=2', '1a=1']],
  ['filter', discoverFilter, ['engine', 'version~16', 'tag:=x', 'name=x', 'version<<16', 'identifier=a b']]
]

describe('taken', () => {
  test.each(taken)('%s %#', (_, kind, text, expected) => {
    expect(of(kind, text)).toEqual(expected)
  })
})

describe('refused', () => {
  test.each(refused.flatMap(([name, kind, texts]) => texts.map(text => [name, text, kind] as const)))('%s: %j', (_, text, kind) => {
    expect(of(kind, text)).toEqual(WRONG)
  })
})

test.each([
  ['create,plan', /the order must be plan, create/],
  ['plan,plan', /plan is there twice/],
  ['upgrade,cleanup', /upgrade runs alone/],
  ['plan,swithcover', /there is no mode "swithcover"/]
])('modes %s: says what is wrong', (text, expected) => {
  expect(of(modes, text)).toEqual({is: 'wrong', because: expect.stringMatching(expected)})
})

test.each([
  ['a\r\nb', 'a b'],
  ['::error::x', ': :error::x'],
  ['  :::error::x', ': :error::x'],
  ['x ##[error]y', 'x # #[error]y'],
  ['x%0A::error::y', 'x% 0A::error::y'],
  ['id 123456789012.', 'id (account).'],
  ['1234567890123', '1234567890123'],
  ['\u202eabc\u0007', 'abc']
])('echo of %j', (text, expected) => {
  expect(echo(text)).toBe(expected)
})

test('an echo is short and never half a character', () => {
  expect(echo('🟦'.repeat(100))).toBe(`${'🟦'.repeat(80)}...`)
})
