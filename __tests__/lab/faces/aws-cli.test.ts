/** A second reader of the wire: the AWS CLI, made by others from AWS's own model, is understood by the HTTP face and understands it. */
import {execFile} from 'node:child_process'
import {existsSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {promisify} from 'node:util'
import {afterAll, beforeAll, beforeEach, describe, expect, jest, test} from '@jest/globals'
import type {Face} from '../../../lab/faces/http/server.ts'
import {serve} from '../../../lab/faces/http/server.ts'
import {Refused} from '../../../lab/faces/wire.ts'
import type {Asked} from './recording.ts'
import {recordingService} from './recording.ts'

const installed = (process.env['PATH'] ?? '').split(delimiter).some(folder => existsSync(join(folder, 'aws')))
const story = installed ? test : test.skip
const why = installed ? '' : ' (skipped: no `aws` on the PATH; apt-get install awscli)'

const blue = 'arn:aws:rds:us-west-2:123456789012:db:orders'
const green = `${blue}-green-x1y2z3`
const deployment = {
  BlueGreenDeploymentIdentifier: 'bgd-0123456789abcdef',
  BlueGreenDeploymentName: 'orders-pg16',
  Source: blue,
  Target: green,
  SwitchoverDetails: [{SourceMember: blue, TargetMember: green, Status: 'AVAILABLE'}],
  Tasks: [{Name: 'DB_ENGINE_VERSION_UPGRADE', Status: 'COMPLETED'}],
  TagList: [{Key: 'owner', Value: 'ci & co'}],
  CreateTime: new Date('2026-11-20T10:00:00.123Z')
}

jest.setTimeout(60_000)

let respond: (asked: Asked) => object = () => ({})
const service = recordingService(asked => respond(asked))
let face: Face

beforeAll(async () => {
  face = await serve(service)
})
beforeEach(() => {
  service.asked.length = 0
})
afterAll(async () => face.close())

async function aws(...command: string[]): Promise<unknown> {
  const {stdout} = await promisify(execFile)('aws', [...command, '--endpoint-url', face.url, '--output', 'json'], {
    env: {
      ...process.env,
      AWS_ACCESS_KEY_ID: 'AKIDLAB',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_DEFAULT_REGION: 'us-west-2',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_MAX_ATTEMPTS: '1',
      AWS_PAGER: ''
    }
  })
  return stdout === '' ? {} : JSON.parse(stdout)
}

describe(`the AWS CLI${why}`, () => {
  story('describes instances, page by page', async () => {
    respond = ({input}) =>
      'Marker' in input
        ? {DBInstances: [{DBInstanceIdentifier: 'payments', StorageThroughput: 500}]}
        : {DBInstances: [{DBInstanceIdentifier: 'orders', MultiAZ: false, DBParameterGroups: []}], Marker: 'more'}
    expect(await aws('rds', 'describe-db-instances', '--filters', 'Name=engine,Values=postgres,mysql')).toMatchObject({
      DBInstances: [{DBInstanceIdentifier: 'orders', MultiAZ: false, DBParameterGroups: []}, {DBInstanceIdentifier: 'payments'}]
    })
    const Filters = [{Name: 'engine', Values: ['postgres', 'mysql']}]
    expect(service.asked.map(({input}) => input)).toEqual([{Filters}, {Filters, Marker: 'more'}])
  })

  story('creates', async () => {
    respond = () => ({BlueGreenDeployment: {...deployment, Status: 'PROVISIONING'}})
    const options = ['--blue-green-deployment-name', 'orders-pg16', '--source', blue, '--target-engine-version', '16.9']
    const more = ['--target-db-parameter-group-name', 'orders-pg16', '--tags', 'Key=owner,Value=ci & co']
    expect(await aws('rds', 'create-blue-green-deployment', ...options, ...more)).toMatchObject({
      BlueGreenDeployment: {...deployment, Status: 'PROVISIONING', CreateTime: expect.stringMatching(/^2026-11-20T10:00:00\.123/)}
    })
    expect(service.asked).toEqual([
      {
        api: 'rds',
        operation: 'CreateBlueGreenDeployment',
        input: {
          BlueGreenDeploymentName: 'orders-pg16',
          Source: blue,
          TargetEngineVersion: '16.9',
          TargetDBParameterGroupName: 'orders-pg16',
          Tags: [{Key: 'owner', Value: 'ci & co'}]
        }
      }
    ])
  })

  story('switches over and deletes', async () => {
    respond = ({operation}) => ({
      BlueGreenDeployment: {...deployment, Status: operation.startsWith('Switchover') ? 'SWITCHOVER_IN_PROGRESS' : 'DELETING'}
    })
    const id = deployment.BlueGreenDeploymentIdentifier
    const which = ['--blue-green-deployment-identifier', id]
    expect(await aws('rds', 'switchover-blue-green-deployment', ...which, '--switchover-timeout', '300')).toMatchObject({
      BlueGreenDeployment: {Status: 'SWITCHOVER_IN_PROGRESS'}
    })
    expect(await aws('rds', 'delete-blue-green-deployment', ...which, '--no-delete-target')).toMatchObject({
      BlueGreenDeployment: {Status: 'DELETING'}
    })
    expect(service.asked.map(({input}) => input)).toEqual([
      {BlueGreenDeploymentIdentifier: id, SwitchoverTimeout: 300},
      {BlueGreenDeploymentIdentifier: id, DeleteTarget: false}
    ])
  })

  story('tells a refusal by its code', async () => {
    respond = () => {
      throw new Refused('DBInstanceNotFound', 'DBInstance orders not found.', 404)
    }
    await expect(aws('rds', 'describe-db-instances', '--db-instance-identifier', 'orders')).rejects.toMatchObject({
      stderr: expect.stringMatching(
        /\(DBInstanceNotFound\) when calling the DescribeDBInstances operation.*: DBInstance orders not found\./
      )
    })
  })

  story('reads metrics and asks who it is', async () => {
    respond = ({api}) =>
      api === 'sts'
        ? {Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/lab', UserId: 'AIDA'}
        : {MetricDataResults: [{Id: 'lag', Values: [1.5], Timestamps: [new Date('2026-11-20T10:00:00Z')], StatusCode: 'Complete'}]}
    const queries = [{Id: 'lag', MetricStat: {Metric: {Namespace: 'AWS/RDS', MetricName: 'ReplicaLag'}, Period: 60, Stat: 'Maximum'}}]
    const times = ['--start-time', '2026-11-20T10:00:00Z', '--end-time', '2026-11-20T10:05:00Z']
    expect(await aws('cloudwatch', 'get-metric-data', '--metric-data-queries', JSON.stringify(queries), ...times)).toMatchObject({
      MetricDataResults: [{Id: 'lag', Values: [1.5], StatusCode: 'Complete'}]
    })
    expect(await aws('sts', 'get-caller-identity')).toMatchObject({Account: '123456789012'})
    expect(service.asked).toEqual([
      {
        api: 'monitoring',
        operation: 'GetMetricData',
        input: {MetricDataQueries: queries, StartTime: new Date('2026-11-20T10:00:00Z'), EndTime: new Date('2026-11-20T10:05:00Z')}
      },
      {api: 'sts', operation: 'GetCallerIdentity', input: {}}
    ])
  })
})
