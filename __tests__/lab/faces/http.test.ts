/** The HTTP face is the wire the SDK speaks: every operation of the port arrives as it was given, and comes back as it was answered. */
import {readFileSync} from 'node:fs'
import {AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient} from '@aws-sdk/client-sts'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import {NormalizedSchema} from '@smithy/core/schema'
import type {Face, Options} from '../../../lab/faces/http/server.ts'
import {serve} from '../../../lab/faces/http/server.ts'
import {dialects, Refused} from '../../../lab/faces/wire.ts'
import type {Refusal} from '../../../lab/service.ts'
import {connect} from '../../../src/aws/index.ts'
import type {ReadName, WriteName} from '../../../src/rds/api.ts'
import {never} from '../../waiting/never.ts'
import type {Asked} from './recording.ts'
import {fill, recordingService} from './recording.ts'

const reads = Object.keys({
  DescribeBlueGreenDeployments: true,
  DescribeDBInstances: true,
  DescribeDBClusters: true,
  DescribeDBEngineVersions: true,
  DescribeDBParameterGroups: true,
  DescribeDBClusterParameterGroups: true,
  DescribeDBParameters: true,
  DescribeDBClusterParameters: true,
  DescribeEngineDefaultParameters: true,
  DescribeEngineDefaultClusterParameters: true,
  DescribeOrderableDBInstanceOptions: true,
  DescribeDBProxies: true,
  DescribeDBProxyTargetGroups: true,
  DescribeDBProxyTargets: true,
  DescribeIntegrations: true,
  DescribeGlobalClusters: true,
  DescribeDBClusterEndpoints: true,
  DescribePendingMaintenanceActions: true,
  DescribeOptionGroups: true,
  DescribeAccountAttributes: true,
  DescribeDBSnapshots: true,
  DescribeDBClusterSnapshots: true,
  DescribeEvents: true,
  DescribeDBLogFiles: true,
  DownloadDBLogFilePortion: true,
  ListTagsForResource: true
} satisfies Record<ReadName, true>) as ReadName[]

const writes = Object.keys({
  CreateBlueGreenDeployment: true,
  SwitchoverBlueGreenDeployment: true,
  DeleteBlueGreenDeployment: true,
  AddTagsToResource: true,
  ModifyDBInstance: true,
  ModifyDBCluster: true,
  DeleteDBInstance: true,
  DeleteDBCluster: true,
  CreateDBParameterGroup: true,
  CreateDBClusterParameterGroup: true,
  CopyDBParameterGroup: true,
  CopyDBClusterParameterGroup: true,
  ModifyDBParameterGroup: true,
  ModifyDBClusterParameterGroup: true,
  ResetDBParameterGroup: true,
  ResetDBClusterParameterGroup: true,
  DeleteDBParameterGroup: true,
  DeleteDBClusterParameterGroup: true,
  RebootDBInstance: true,
  AddRoleToDBInstance: true,
  AddRoleToDBCluster: true
} satisfies Record<WriteName, true>) as WriteName[]

const before = {...process.env}
const open: {close(): unknown}[] = []

beforeEach(() => {
  Object.assign(process.env, {AWS_ACCESS_KEY_ID: 'AKIDLAB', AWS_SECRET_ACCESS_KEY: 'secret', AWS_REGION: 'eu-central-1'})
})

afterEach(async () => {
  for (const closing of open.splice(0)) await closing.close()
  process.env = {...before}
})

async function lab(answer: (asked: Asked) => object | Promise<object>, options?: Options) {
  const service = recordingService(answer)
  const face = await serve(service, options)
  process.env['AWS_ENDPOINT_URL'] = face.url
  const aws = connect({region: 'us-west-2', run: '77.1', version: '1.2.3'}, {date: () => new Date(), say: () => undefined})
  open.push(aws, face)
  return {face, aws, asked: service.asked}
}

function operation(name: string) {
  const found = dialects.rds.operations.get(name)
  if (found === undefined) throw new Error(`The SDK has no ${name}`)
  return found
}

describe('every operation of the port', () => {
  test.each(reads)('%s', async name => {
    const input = fill(operation(name).input)
    const output = fill(operation(name).output)
    const {aws, asked} = await lab(() => output)
    expect(await aws.rds.read(name, input, never)).toEqual(output)
    expect(asked).toEqual([{api: 'rds', operation: name, input}])
  })

  test.each(writes)('%s', async name => {
    const input = fill(operation(name).input)
    const output = fill(operation(name).output)
    const {aws, asked} = await lab(() => output)
    expect(await aws.rds.write(name, input as never, never)).toEqual(output)
    expect(asked).toEqual([{api: 'rds', operation: name, input}])
  })
})

test('what is absent stays absent, and an empty list stays empty', async () => {
  const {aws, asked} = await lab(() => ({BlueGreenDeployments: [{BlueGreenDeploymentIdentifier: 'bgd-1', TagList: [], Tasks: []}]}))
  const answer = await aws.rds.read('DescribeBlueGreenDeployments', {Filters: []}, never)
  expect(answer).toEqual({BlueGreenDeployments: [{BlueGreenDeploymentIdentifier: 'bgd-1', TagList: [], Tasks: []}]})
  expect(asked).toEqual([{api: 'rds', operation: 'DescribeBlueGreenDeployments', input: {Filters: []}}])
})

test('credentials without an end have none', async () => {
  const {aws} = await lab(() => ({}))
  await aws.rds.read('DescribeDBInstances', {}, never)
  expect(aws.expires()).toBeUndefined()
})

test('whoever asks is recorded: key, region, user agent', async () => {
  const {aws, face} = await lab(() => ({}))
  await aws.rds.read('DescribeDBInstances', {}, never)
  expect(face.requests).toEqual([
    {
      api: 'rds',
      operation: 'DescribeDBInstances',
      input: {},
      accessKeyId: 'AKIDLAB',
      region: 'us-west-2',
      userAgent: expect.stringContaining('rds-blue-green/1.2.3 md/run_id#77.1')
    }
  ])
})

test('CloudWatch answers the SDK', async () => {
  const GetMetricData = dialects.monitoring.operations.get('GetMetricData')
  const output = fill(GetMetricData?.output ?? NormalizedSchema.of(0))
  const input = {
    MetricDataQueries: [{Id: 'm1', MetricStat: {Metric: {MetricName: 'ReplicaLag'}, Period: 60, Stat: 'Maximum'}}],
    StartTime: new Date('2026-11-20T10:00:00Z'),
    EndTime: new Date('2026-11-20T10:05:00Z')
  }
  const {aws, asked} = await lab(() => output)
  expect(await aws.metrics.read('GetMetricData', input, never)).toEqual(output)
  expect(asked).toEqual([{api: 'monitoring', operation: 'GetMetricData', input}])
})

test('CloudWatch refuses the SDK', async () => {
  const {aws} = await lab(() => Promise.reject(new Refused('AccessDenied', 'No', 403)))
  await expect(
    aws.metrics.read('GetMetricData', {MetricDataQueries: [], StartTime: new Date(), EndTime: new Date()}, never)
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message: 'No',
    $metadata: {httpStatusCode: 403}
  })
})

describe('STS', () => {
  const client = () => {
    const sts = new STSClient({region: 'us-east-1', maxAttempts: 1})
    open.unshift({close: () => sts.destroy()})
    return sts
  }

  test('names the caller', async () => {
    const {asked} = await lab(() => ({Account: '123456789012', Arn: 'arn:aws:sts::123456789012:assumed-role/lab/x', UserId: 'AROA:x'}))
    expect(await client().send(new GetCallerIdentityCommand({}))).toMatchObject({Account: '123456789012', UserId: 'AROA:x'})
    expect(asked).toEqual([{api: 'sts', operation: 'GetCallerIdentity', input: {}}])
  })

  test('hands out a role for a web identity, without a signature', async () => {
    const Credentials = {AccessKeyId: 'ASIA1', SecretAccessKey: 's', SessionToken: 't', Expiration: new Date('2026-11-20T11:00:00Z')}
    const {asked, face} = await lab(() => ({Credentials}))
    const headers = {authorization: 'Bearer lab'}
    const answer = (await (await fetch(`${face.url}/oidc?api-version=2.0&audience=sts.amazonaws.com`, {headers})).json()) as {value: string}
    const input = {
      RoleArn: 'arn:aws:iam::123456789012:role/lab',
      RoleSessionName: 'run-77',
      WebIdentityToken: answer.value,
      DurationSeconds: 900
    }
    expect(await client().send(new AssumeRoleWithWebIdentityCommand(input))).toMatchObject({Credentials})
    expect(asked).toEqual([{api: 'sts', operation: 'AssumeRoleWithWebIdentity', input}])
  })
})

describe('a refusal arrives as the fault the SDK makes of it', () => {
  const source = new URL('../../samples/wire/doc-wire-error-codes.txt', `file://${import.meta.filename}`)
  const codes = readFileSync(source, 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => line.split(/ +/))

  test.each(codes)('%s is %s %s on the wire', async (className = '', code = '', status = '') => {
    const {aws, asked} = await lab(() => Promise.reject(new Refused(code, 'Because & <so>', Number(status))))
    const fault = await aws.rds
      .write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: 'bgd-1'}, never)
      .catch((thrown: unknown) => thrown)
    expect(fault).toMatchObject({name: className, message: 'Because & <so>', $metadata: {httpStatusCode: Number(status), attempts: 1}})
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['ThrottlingException', 400],
    ['AccessDenied', 403],
    ['ServiceUnavailable', 503],
    ['InternalFailure', 500]
  ])('%s keeps its code', async (code, status) => {
    const {aws, asked} = await lab(() => Promise.reject(new Refused(code, 'No', status)))
    await expect(aws.rds.read('DescribeDBInstances', {}, never)).rejects.toMatchObject({name: code, $metadata: {httpStatusCode: status}})
    expect(asked).toHaveLength(1)
  })
})

test('a service need not reject with an error', async () => {
  const plain: Refusal = {refused: true, code: 'InvalidParameterCombination', message: 'No', status: 400}
  const {aws} = await lab(() => Promise.reject(plain as unknown as Error))
  await expect(aws.rds.read('DescribeDBInstances', {}, never)).rejects.toMatchObject({name: 'InvalidParameterCombination', message: 'No'})
})

test('a broken connection is a reset, and asked once', async () => {
  const {aws, asked} = await lab(() => Promise.reject(Object.assign(new Error('gone'), {broken: true, code: 'ECONNRESET'})))
  await expect(aws.rds.read('DescribeDBInstances', {}, never)).rejects.toThrow('read ECONNRESET')
  expect(asked).toHaveLength(1)
})

test('a slow answer is waited for, and one that never comes can be abandoned', async () => {
  const {aws} = await lab(({input}) =>
    'Marker' in input ? new Promise(() => undefined) : new Promise(resolve => setTimeout(resolve, 50, {Marker: 'late'}))
  )
  expect(await aws.rds.read('DescribeDBInstances', {}, never)).toEqual({Marker: 'late'})
  await expect(aws.rds.read('DescribeDBInstances', {Marker: 'late'}, AbortSignal.timeout(50))).rejects.toMatchObject({name: 'AbortError'})
})

test('a service that fails in itself is an InternalFailure, and told', async () => {
  const told: unknown[] = []
  const {aws} = await lab(() => Promise.reject(new TypeError('oops')), {unexpected: fault => told.push(fault)})
  await expect(aws.rds.read('DescribeDBInstances', {}, never)).rejects.toMatchObject({
    name: 'InternalFailure',
    $metadata: {httpStatusCode: 500}
  })
  expect(told).toEqual([expect.objectContaining({message: 'oops'})])
})

test('credentials that have ended are refused', async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'ASIAEXPIRED1'
  const {aws, asked} = await lab(() => ({}))
  await expect(aws.rds.read('DescribeDBInstances', {}, never)).rejects.toMatchObject({
    name: 'ExpiredToken',
    $metadata: {httpStatusCode: 403}
  })
  expect(asked).toEqual([])
})

describe('refused before the service is asked', () => {
  const signed = (service: string) =>
    `AWS4-HMAC-SHA256 Credential=AKID/20261120/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`

  test.each([
    ['no signature', {}, 'Action=DescribeDBInstances&Version=2014-10-31', 403, 'MissingAuthenticationToken'],
    ['half a signature', {authorization: 'AWS4-HMAC-SHA256 Credential=AKID'}, 'Action=DescribeDBInstances', 400, 'IncompleteSignature'],
    ['another service', {authorization: signed('s3')}, 'Action=DescribeDBInstances', 403, 'SignatureDoesNotMatch'],
    ['no action', {authorization: signed('rds')}, 'Version=2014-10-31', 400, 'MissingAction'],
    ['an action nobody knows', {authorization: signed('rds')}, 'Action=DescribeEverything&Version=2014-10-31', 400, 'InvalidAction'],
    ['another version', {authorization: signed('rds')}, 'Action=DescribeDBInstances&Version=2013-01-01', 400, 'InvalidAction'],
    ['a member nobody knows', {authorization: signed('rds')}, 'Action=DescribeDBInstances&DbInstance=x', 400, 'ValidationError'],
    [
      'a member nobody knows, inside',
      {authorization: signed('rds')},
      'Action=DescribeDBInstances&Filters.Filter.1.Nam=x',
      400,
      'ValidationError'
    ],
    ['another list name', {authorization: signed('rds')}, 'Action=DescribeDBInstances&Filters.member.1.Name=x', 400, 'ValidationError'],
    [
      'a list with a gap',
      {authorization: signed('rds')},
      'Action=DescribeEvents&EventCategories.EventCategory.2=x',
      400,
      'ValidationError'
    ],
    ['no number', {authorization: signed('rds')}, 'Action=DescribeDBInstances&MaxRecords=many', 400, 'ValidationError'],
    ['no boolean', {authorization: signed('rds')}, 'Action=DescribeDBSnapshots&IncludeShared=yes', 400, 'ValidationError'],
    ['no date', {authorization: signed('rds')}, 'Action=DescribeEvents&StartTime=yesterday', 400, 'ValidationError'],
    ['the same twice', {authorization: signed('rds')}, 'Action=DescribeDBInstances&Marker=a&Marker=b', 400, 'ValidationError'],
    ['a structure as a value', {authorization: signed('rds')}, 'Action=DescribeDBInstances&Filters.Filter.1=x', 400, 'ValidationError'],
    ['a required member left out', {authorization: signed('rds')}, 'Action=DeleteBlueGreenDeployment', 400, 'MissingParameter']
  ])('%s', async (_, headers, body, status, code) => {
    const {face, asked} = await lab(() => ({}))
    const response = await fetch(face.url, {
      method: 'POST',
      headers: {...headers, 'content-type': 'application/x-www-form-urlencoded'},
      body
    })
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(`<Type>Sender</Type><Code>${code}</Code>`)
    expect(asked).toEqual([])
  })
})

test('a reply has the shape of the recorded one, and an id', async () => {
  const {face} = await lab(() => ({TagList: [{Key: 'a', Value: 'b'}]}))
  const authorization = `AWS4-HMAC-SHA256 Credential=AKID/20261120/us-east-1/rds/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`
  const response = await fetch(face.url, {method: 'POST', headers: {authorization}, body: 'Action=ListTagsForResource&ResourceName=arn'})
  const requestId = '00000000-0000-4000-8000-000000000001'
  expect(response.headers.get('x-amzn-requestid')).toBe(requestId)
  expect(await response.text()).toBe(
    '<ListTagsForResourceResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><ListTagsForResourceResult><TagList>' +
      '<Tag><Key>a</Key><Value>b</Value></Tag></TagList></ListTagsForResourceResult><ResponseMetadata>' +
      `<RequestId>${requestId}</RequestId></ResponseMetadata></ListTagsForResourceResponse>`
  )
})

describe("GitHub's token endpoint", () => {
  const ask = (face: Face, authorization: string) =>
    fetch(`${face.url}/oidc?api-version=2.0&audience=sts.amazonaws.com`, {headers: {authorization}})

  test('gives a token for the audience', async () => {
    const {face, asked} = await lab(() => ({}), {oidcRequestToken: 'right'})
    const {value} = (await (await ask(face, 'bearer right')).json()) as {value: string}
    expect(JSON.parse(Buffer.from(value.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({aud: 'sts.amazonaws.com'})
    expect(face.requests).toMatchObject([{api: 'oidc'}])
    expect(asked).toEqual([])
  })

  test('asks for the bearer', async () => {
    const {face} = await lab(() => ({}), {oidcRequestToken: 'right'})
    expect((await ask(face, 'bearer wrong')).status).toBe(401)
    expect((await ask(face, '')).status).toBe(401)
  })
})

test('closing breaks what is still open', async () => {
  const {aws, face} = await lab(() => new Promise(() => undefined))
  const asking = aws.rds.read('DescribeDBInstances', {}, never).catch((fault: unknown) => fault)
  while (face.requests.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
  await face.close()
  open.splice(open.indexOf(face), 1)
  expect(String(await asking)).toContain('socket hang up')
})
