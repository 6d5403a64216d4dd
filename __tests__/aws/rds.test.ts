/** The port over the SDK against recorded answers: what is sent, what is read, and that it is sent once whatever comes back. */
import {readFileSync} from 'node:fs'
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import nock from 'nock'
import type {Aws} from '../../src/aws/index.ts'
import {connect} from '../../src/aws/index.ts'
import type {Call} from '../../src/rds/api.ts'

const signal = new AbortController().signal
const before = {...process.env}
let aws: Aws
let sent: {body: string; headers: Record<string, string>}[] = []

beforeEach(() => {
  Object.assign(process.env, {AWS_ACCESS_KEY_ID: 'AKIDTEST', AWS_SECRET_ACCESS_KEY: 'secret'})
  delete process.env['AWS_ENDPOINT_URL']
  sent = []
  aws = connect({region: 'us-west-2', run: '4711.2', version: '1.0.0'}, {date: () => new Date(), say: () => undefined})
})

afterEach(() => {
  aws.close()
  nock.cleanAll()
  process.env = {...before}
})

/** Answers everything that is sent to RDS in us-west-2. */
function rds(status: number, body: string) {
  nock('https://rds.us-west-2.amazonaws.com')
    .persist()
    .post('/')
    .reply(async (request: Request) => {
      sent.push({body: await request.text(), headers: Object.fromEntries(request.headers)})
      return [status, body, {'content-type': 'text/xml'}]
    })
}

function sample(name: string): string {
  return readFileSync(new URL(`../samples/wire/${name}`, `file://${import.meta.filename}`), 'utf8')
}

function refusal(code: string, message = 'Rate exceeded'): string {
  return `<ErrorResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`
}

const write = ({operation, input}: Call) => aws.rds.write(operation, input as never, signal)
const arn = 'arn:aws:rds:us-west-2:123456789012:db:orders'

describe('what is sent', () => {
  // Bodies as botocore's own serializer writes them (facts 8.2); members may stand in another order.
  const calls: [Call, string][] = [
    [
      {
        operation: 'CreateBlueGreenDeployment',
        input: {
          BlueGreenDeploymentName: 'orders-pg16',
          Source: arn,
          TargetEngineVersion: '16.9',
          TargetDBParameterGroupName: 'orders-pg16',
          TargetAllocatedStorage: 200,
          UpgradeTargetStorageConfig: true,
          Tags: [{Key: 'owner', Value: 'ci'}],
          TargetResourceConfigurations: [{SourceArn: arn, TargetKmsKeyId: 'alias/aws/rds'}]
        }
      },
      'Action=CreateBlueGreenDeployment&Version=2014-10-31&BlueGreenDeploymentName=orders-pg16&Source=arn%3Aaws%3Ards%3Aus-west-2%3A123456789012%3Adb%3Aorders&TargetEngineVersion=16.9&TargetDBParameterGroupName=orders-pg16&TargetAllocatedStorage=200&UpgradeTargetStorageConfig=true&Tags.Tag.1.Key=owner&Tags.Tag.1.Value=ci&TargetResourceConfigurations.TargetResourceConfiguration.1.SourceArn=arn%3Aaws%3Ards%3Aus-west-2%3A123456789012%3Adb%3Aorders&TargetResourceConfigurations.TargetResourceConfiguration.1.TargetKmsKeyId=alias%2Faws%2Frds'
    ],
    [
      {operation: 'SwitchoverBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: 'bgd-mdoyy2mn7vbkhhgg', SwitchoverTimeout: 300}},
      'Action=SwitchoverBlueGreenDeployment&Version=2014-10-31&BlueGreenDeploymentIdentifier=bgd-mdoyy2mn7vbkhhgg&SwitchoverTimeout=300'
    ],
    [
      {operation: 'DeleteBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: 'bgd-mdoyy2mn7vbkhhgg', DeleteTarget: true}},
      'Action=DeleteBlueGreenDeployment&Version=2014-10-31&BlueGreenDeploymentIdentifier=bgd-mdoyy2mn7vbkhhgg&DeleteTarget=true'
    ],
    [
      {operation: 'DeleteBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: 'bgd-mdoyy2mn7vbkhhgg'}},
      'Action=DeleteBlueGreenDeployment&Version=2014-10-31&BlueGreenDeploymentIdentifier=bgd-mdoyy2mn7vbkhhgg'
    ]
  ]

  test.each(calls)('$operation', async (call, body) => {
    rds(200, `<${call.operation}Response><${call.operation}Result/></${call.operation}Response>`)
    await write(call)
    expect(sent.map(request => fields(request.body))).toEqual([fields(body)])
  })

  test('DescribeBlueGreenDeployments', async () => {
    rds(200, sample('xml-describe-provisioning-response.xml'))
    const Filters = [{Name: 'blue-green-deployment-name', Values: ['orders-pg16']}]
    await aws.rds.read('DescribeBlueGreenDeployments', {Filters, MaxRecords: 100}, signal)
    expect(sent.map(({body}) => body)).toEqual([
      'Action=DescribeBlueGreenDeployments&Version=2014-10-31&Filters.Filter.1.Name=blue-green-deployment-name&Filters.Filter.1.Values.Value.1=orders-pg16&MaxRecords=100'
    ])
  })

  test('who sends: the action, its version and the run; signed for RDS in the region', async () => {
    rds(200, sample('xml-describe-provisioning-response.xml'))
    await aws.rds.read('DescribeBlueGreenDeployments', {}, signal)
    expect(sent[0]?.headers).toMatchObject({
      'user-agent': expect.stringMatching(/^aws-sdk-js\/.* rds-blue-green\/1\.0\.0 md\/run_id#4711\.2$/),
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIDTEST\/\d{8}\/us-west-2\/rds\/aws4_request, /),
      'amz-sdk-request': 'attempt=1; max=1'
    })
  })

  test('outside GitHub no run is named', async () => {
    rds(200, sample('xml-describe-provisioning-response.xml'))
    const alone = connect({region: 'us-west-2', run: '', version: '1.0.0'}, {date: () => new Date(), say: () => undefined})
    await alone.rds.read('DescribeBlueGreenDeployments', {}, signal)
    alone.close()
    expect(sent[0]?.headers['user-agent']).toMatch(/ rds-blue-green\/1\.0\.0$/)
  })
})

describe("AWS's recorded answers", () => {
  const common = {BlueGreenDeploymentName: 'my-blue-green-deployment', TagList: []}
  const blue = 'arn:aws:rds:us-west-2:123456789012:db:database-1'

  test('create: no target yet, and members without a status', async () => {
    rds(200, sample('xml-create-response.xml'))
    expect(await write({operation: 'CreateBlueGreenDeployment', input: {BlueGreenDeploymentName: 'x', Source: arn}})).toEqual({
      BlueGreenDeployment: {
        ...common,
        BlueGreenDeploymentIdentifier: 'bgd-mdoyy2mn7vbkhhgg',
        CreateTime: new Date('2023-01-10T18:42:09.330Z'),
        Source: blue,
        Status: 'PROVISIONING',
        SwitchoverDetails: [{SourceMember: blue}],
        Tasks: [
          {Name: 'CREATING_READ_REPLICA_OF_SOURCE', Status: 'PENDING'},
          {Name: 'CONFIGURE_BACKUPS', Status: 'PENDING'}
        ]
      }
    })
  })

  test('describe', async () => {
    rds(200, sample('xml-describe-provisioning-response.xml'))
    expect(await aws.rds.read('DescribeBlueGreenDeployments', {}, signal)).toEqual({
      BlueGreenDeployments: [
        {
          ...common,
          BlueGreenDeploymentIdentifier: 'bgd-clyvb1zv1geqensv',
          CreateTime: new Date('2023-01-10T20:08:48.940Z'),
          Source: blue,
          Status: 'PROVISIONING',
          SwitchoverDetails: [{SourceMember: blue, TargetMember: `${blue}-green-mhv83d`, Status: 'PROVISIONING'}],
          Target: `${blue}-green-mhv83d`,
          Tasks: [
            {Name: 'CREATING_READ_REPLICA_OF_SOURCE', Status: 'IN_PROGRESS'},
            {Name: 'DB_ENGINE_VERSION_UPGRADE', Status: 'PENDING'},
            {Name: 'CONFIGURE_BACKUPS', Status: 'PENDING'}
          ]
        }
      ]
    })
  })

  test('switchover: in progress at once, the member not yet', async () => {
    rds(200, sample('xml-switchover-response.xml'))
    const answer = await aws.rds.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: 'bgd-mdoyy2mn7vbkhhgg'}, signal)
    expect(answer.BlueGreenDeployment).toMatchObject({Status: 'SWITCHOVER_IN_PROGRESS', SwitchoverDetails: [{Status: 'AVAILABLE'}]})
  })

  test('delete after a switchover: the names have moved', async () => {
    rds(200, sample('xml-delete-after-switchover-response.xml'))
    const answer = await aws.rds.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: 'bgd-mdoyy2mn7vbkhhgg'}, signal)
    expect(answer.BlueGreenDeployment).toMatchObject({
      DeleteTime: new Date('2023-01-10T19:11:51.293Z'),
      Source: `${blue}-old1`,
      Target: blue,
      Status: 'DELETING'
    })
  })

  test('a refusal', async () => {
    rds(400, sample('doc-error-response-shape.xml'))
    await expect(
      write({operation: 'SwitchoverBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: 'bgd-1'}})
    ).rejects.toMatchObject({
      name: 'InvalidBlueGreenDeploymentStateFault',
      message: 'DB instance mydb-green-abc123 is not in available state',
      $fault: 'client',
      $metadata: {httpStatusCode: 400}
    })
  })

  test('a code that is not the class name becomes the class name', async () => {
    rds(404, refusal('DBInstanceNotFound', 'DBInstance orders not found.'))
    await expect(aws.rds.read('DescribeDBInstances', {}, signal)).rejects.toMatchObject({
      name: 'DBInstanceNotFoundFault',
      Code: 'DBInstanceNotFound'
    })
  })
})

describe('sent once, whatever comes back', () => {
  const answers: [number, string][] = [
    [400, refusal('Throttling')],
    [400, refusal('ThrottlingException')],
    [503, refusal('ServiceUnavailable')],
    [500, refusal('InternalFailure')],
    [502, '<html>Bad Gateway</html>'],
    [500, '']
  ]

  test.each(answers)('%s %s, a read', async (status, body) => {
    rds(status, body)
    await expect(aws.rds.read('DescribeDBInstances', {}, signal)).rejects.toMatchObject({$metadata: {attempts: 1, httpStatusCode: status}})
    expect(sent).toHaveLength(1)
  })

  test.each(answers)('%s %s, a write', async (status, body) => {
    rds(status, body)
    const call: Call = {operation: 'SwitchoverBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: 'bgd-1'}}
    await expect(write(call)).rejects.toMatchObject({$metadata: {attempts: 1, httpStatusCode: status}})
    expect(sent).toHaveLength(1)
  })

  test('the environment cannot change that', async () => {
    Object.assign(process.env, {AWS_MAX_ATTEMPTS: '5', AWS_RETRY_MODE: 'adaptive'})
    rds(400, refusal('Throttling'))
    const other = connect({region: 'us-west-2', run: '', version: '1.0.0'}, {date: () => new Date(), say: () => undefined})
    await expect(other.rds.read('DescribeDBInstances', {}, signal)).rejects.toMatchObject({name: 'Throttling'})
    other.close()
    expect(sent).toHaveLength(1)
  })

  test('nothing is sent after a cancel', async () => {
    rds(200, '')
    await expect(aws.rds.read('DescribeDBInstances', {}, AbortSignal.abort())).rejects.toMatchObject({name: 'AbortError'})
    expect(sent).toEqual([])
  })
})

function fields(body: string): [string, string][] {
  return [...new URLSearchParams(body)].sort(([a], [b]) => (a < b ? -1 : 1))
}
