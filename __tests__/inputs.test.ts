/** Every input of the contract is read as the contract says, and every mistake is named, all at once, before the first AWS call. */
import {describe, expect, test} from '@jest/globals'
import {INPUT_GROUPS, INPUTS, inputName, readInputs} from '../src/inputs.ts'
import {asked, CHECKS, env, fine, inputsOf, problemsOf} from './parsing/given.ts'

test('what is not given reads as its default or as undefined, and every key is there', () => {
  const inputs = inputsOf({})
  expect(inputs).toMatchObject({
    modes: ['plan', 'create'],
    upgrade: false,
    source: {is: 'name', name: 'orders', text: 'orders'},
    awsRegion: 'eu-central-1',
    allowedAccountIds: [],
    targetEngineVersion: '16',
    dryRun: false,
    waitTimeoutMinutes: 330,
    onTimeout: 'fail',
    customEndpoint: false,
    switchoverTimeoutSeconds: 300,
    gateTimeoutMinutes: 10,
    maxReplicaLagSeconds: 5,
    maxReplicaLagBytes: 16_777_216,
    approvedFingerprint: 'none',
    oldMinAgeHours: 24,
    oldIdleMinutes: 60,
    finalSnapshot: true,
    finalSnapshotPrefix: 'final',
    keepAutomatedBackups: true,
    databaseAuth: 'none',
    databaseSsl: 'verify-full',
    analyze: true,
    discoverLimit: 256
  })
  const keys = Object.keys(inputs)
  for (const key of ['deploymentId', 'pollIntervalSeconds', 'switchoverWindow', 'targetIops', 'githubToken']) expect(keys).toContain(key)
  expect(inputs.pollIntervalSeconds).toBeUndefined()
})

test('GitHub hands over inputs without a default as empty text: not given', () => {
  const empty = Object.fromEntries(Object.entries(INPUTS).flatMap(([name, row]) => (row.fallback === '' ? [[name, '']] : [])))
  expect(inputsOf({...empty, mode: 'plan', source: 'orders', 'target-engine-version': '16'})).toEqual(inputsOf({mode: 'plan'}))
})

test('every default and every example is allowed, but for expressions of a workflow', () => {
  for (const {rows} of INPUT_GROUPS) {
    for (const [name, row] of Object.entries(rows)) {
      const example = row.example.replace(/^'(.*)'$/, '$1')
      const isExpression = example.startsWith('${{')
      expect([name, isExpression || row.kind.read(example).is]).toEqual([name, isExpression || 'read'])
      expect([name, row.fallback === '' || row.kind.read(row.fallback).is === 'read']).toEqual([name, true])
      expect([name, row.used.length > 0, row.meaning.includes('\n')]).toEqual([name, true, false])
    }
  }
})

test('a name for people belongs to every key', () => {
  expect(inputName('waitTimeoutMinutes')).toBe('wait-timeout-minutes')
  expect(inputName('targetKmsKeyId')).toBe('target-kms-key-id')
  expect(inputName('modes')).toBe('mode')
})

test('upgrade is its phases', () => {
  expect(inputsOf({mode: 'upgrade'})).toMatchObject({modes: ['plan', 'create', 'wait', 'verify', 'switchover'], upgrade: true})
})

describe('the Region', () => {
  test.each([
    ['the input first', {'aws-region': 'eu-west-1', source: 'orders'}, 'eu-west-1'],
    ["the ARN's before the environment's", {source: 'arn:aws-cn:rds:cn-north-1:012345678901:db:orders'}, 'cn-north-1'],
    ['AWS_REGION', {AWS_REGION: 'us-gov-west-1', AWS_DEFAULT_REGION: 'us-east-1'}, 'us-gov-west-1'],
    ['AWS_DEFAULT_REGION', {AWS_REGION: '', AWS_DEFAULT_REGION: 'us-east-1'}, 'us-east-1']
  ])('%s', (_, given, expected) => {
    expect(inputsOf(given).awsRegion).toBe(expected)
  })

  test.each([
    [
      'a contradiction',
      {'aws-region': 'eu-west-1', source: 'arn:aws:rds:eu-central-1:012345678901:db:orders'},
      /the ARN in source is of eu-central-1/
    ],
    ['none', {AWS_REGION: ''}, /no Region is known/],
    ['garbage in the environment', {AWS_REGION: 'frankfurt'}, /AWS_REGION is "frankfurt"/]
  ])('%s is an error', (_, given, expected) => {
    expect(problemsOf(given)).toEqual([expect.stringMatching(expected)])
  })

  test('is not missed when the source that could have told is itself wrong', () => {
    expect(problemsOf({AWS_REGION: '', source: 'arn:aws:s3:::bucket'})).toHaveLength(1)
  })
})

describe('which phase needs what', () => {
  const bare = {AWS_REGION: 'eu-central-1'}
  test.each([
    ['no mode', {}, ['mode: it is required']],
    [
      'plan without anything',
      {mode: 'plan'},
      ['source: plan needs it', expect.stringMatching(/^target-engine-version: plan needs at least one/)]
    ],
    [
      'create by deployment id',
      {mode: 'create', 'deployment-id': 'bgd-1a2b3c4d5e6f7g8h', 'target-iops': '3000'},
      ['source: create needs it']
    ],
    ['create without a target', {mode: 'create', source: 'orders'}, [expect.stringMatching(/^target-engine-version: create needs/)]],
    [
      'an option that changes nothing',
      {mode: 'create', source: 'orders', 'upgrade-storage-config': 'false'},
      [expect.stringMatching(/create needs/)]
    ],
    [
      'a target option that cannot be read',
      {mode: 'create', source: 'orders', 'target-iops': 'many'},
      [expect.stringMatching(/^target-iops/)]
    ],
    [
      'create, wait without a source',
      {mode: 'create,wait', 'target-engine-version': '16', 'deployment-id': 'x'},
      [
        'source: create needs it',
        'deployment-id: create finds or makes the deployment of source, and wait goes on with that one: leave it out'
      ]
    ],
    ['wait without either', {mode: 'wait'}, ['deployment-id: wait needs deployment-id or source']],
    ['status without either', {mode: 'status'}, ['deployment-id: status needs deployment-id or source']],
    ['drift without a file', {mode: 'drift', source: 'orders'}, ['iac-plan: drift needs iac-plan or iac-template']],
    ['discover needs neither', {mode: 'discover'}, []],
    ['cleanup by id', {mode: 'cleanup', 'deployment-id': 'bgd-1a2b3c4d5e6f7g8h'}, []],
    ['abort by source', {mode: 'abort', source: 'orders'}, []],
    ['drift with both', {mode: 'drift', 'deployment-id': 'bgd-1a2b3c4d5e6f7g8h', 'iac-template': 'cdk.out'}, []]
  ])('%s', (_, given, expected) => {
    const result = readInputs(env({...bare, ...given}), CHECKS)
    expect(result.is === 'wrong' ? result.problems.map(({input, because}) => `${input}: ${because}`) : []).toEqual(expected)
  })
})

describe('what does not go together', () => {
  const cluster = 'arn:aws:rds:eu-central-1:012345678901:cluster:orders'
  const instance = 'arn:aws:rds:eu-central-1:012345678901:db:orders'
  test.each([
    ['a class for Aurora', {source: cluster, 'target-instance-class': 'db.r8g.large'}, ['target-instance-class']],
    [
      'storage for Aurora',
      {source: cluster, 'target-storage-type': 'gp3', 'target-iops': '3000', 'upgrade-storage-config': 'true'},
      ['target-storage-type', 'target-iops', 'upgrade-storage-config']
    ],
    [
      'a cluster group for an instance',
      {source: instance, 'target-cluster-parameter-group': 'orders-16'},
      ['target-cluster-parameter-group']
    ],
    [
      'cluster parameters for an instance in prepare',
      {source: instance, mode: 'prepare', 'source-cluster-parameters': 'a=1'},
      ['source-cluster-parameters']
    ],
    ['the same, not prepared: ignored', {source: instance, 'source-cluster-parameters': 'a=1'}, []],
    ['the same by name: RDS must say', {'target-instance-class': 'db.r8g.large', 'target-cluster-parameter-group': 'orders-16'}, []],
    ['options that this mode does not use', {source: cluster, mode: 'wait', 'target-instance-class': 'db.r8g.large'}, []],
    ['a fast poll against AWS', {'poll-interval-seconds': '1'}, ['poll-interval-seconds']],
    ['a fast poll against a simulator', {'poll-interval-seconds': '0.2', AWS_ENDPOINT_URL_RDS: 'http://127.0.0.1:4000'}, []],
    ['an empty endpoint is none', {'poll-interval-seconds': '1', AWS_ENDPOINT_URL: ''}, ['poll-interval-seconds']],
    ['password without user and password', {'database-auth': 'password'}, ['database-user', 'database-password']],
    ['secret without its ARN', {'database-auth': 'secret'}, ['database-secret-arn']],
    ['iam without user', {'database-auth': 'iam'}, ['database-user']],
    ['SQL in a mode without it', {'database-auth': 'iam', mode: 'wait'}, []],
    ['a comment without token', {'issue-number': '4'}, ['github-token']],
    ['an unknown check', {'ignore-checks': 'automated-backups-off'}, ['ignore-checks']],
    ['a proof', {'ignore-checks': 'source-is-known'}, ['ignore-checks']],
    ['a blocking check', {'ignore-checks': 'automated-backups-on'}, []]
  ])('%s', (_, given, expected) => {
    const result = asked(given)
    expect(result.is === 'wrong' ? result.problems.map(problem => problem.input) : []).toEqual(expected)
  })
})

describe('fails closed', () => {
  test.each(['dry-run', 'approved-fingerprint'])('%s given and empty', input => {
    for (const empty of ['', '  ', '\n']) expect(problemsOf({[input]: empty})).toEqual([expect.stringContaining('lost output')])
    expect(problemsOf({})).toEqual([])
  })
})

test('all problems at once, with value, allowed and example', () => {
  const result = asked({
    mode: 'create,plan',
    'wait-timeout-minutes': '5h',
    'dry-run': 'yes',
    'target-iops': '1.5',
    dryrun: 'true',
    tags: 'no'
  })
  if (result.is !== 'wrong') throw new Error('it was read')
  expect(result.problems.map(problem => problem.input).sort()).toEqual([
    'dry-run',
    'dryrun',
    'mode',
    'tags',
    'target-iops',
    'wait-timeout-minutes'
  ])
  expect(result.problems.find(problem => problem.input === 'wait-timeout-minutes')).toEqual({
    input: 'wait-timeout-minutes',
    value: '"5h"',
    because: 'this is not allowed; the default is 330',
    allowed: 'a number of minutes above 0 to 7200',
    example: '120'
  })
})

test('secrets come back for masking, right or wrong or under a wrong name, and stand in no problem', () => {
  const secret = 'hunter2-secret'
  for (const given of [{'database-password': secret}, {'database-password': `${secret}\n`}, {database_password: secret}]) {
    const result = readInputs(fine({...given, 'dry-run': 'x'}), CHECKS)
    expect(result.secrets.map(text => text.trim())).toEqual([secret])
    expect(JSON.stringify({...result, secrets: []})).not.toContain(secret)
  }
  expect(asked({'database-password': ' spaces belong to it '}).secrets).toEqual([' spaces belong to it '])
})

test('account ids are never printed', () => {
  const result = asked({
    'allowed-account-ids': '123456789012, 12345678901, 1234567890123',
    source: 'arn:aws:rds:eu-central-1:123456789012:og:orders'
  })
  expect(JSON.stringify(result)).not.toMatch(/(?<!0)1234567/)
  expect(result).toMatchObject({problems: [{value: '"arn:aws:rds:eu-central-1:(account):og:orders"'}, {value: '(not shown)'}]})
})
