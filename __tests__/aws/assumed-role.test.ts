/** A role is assumed with a new token each time, at STS of the Region or wherever the standard variables say; what it refuses is told. */
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals'
import nock from 'nock'
import {assumedRole} from '../../src/aws/assumed-role.ts'
import {settings} from '../../src/aws/settings.ts'
import {faultOf} from '../../src/rds/faults.ts'

const start = Date.UTC(2026, 10, 20, 10)
const before = {...process.env}
let sent: Record<string, string>[] = []
const closing: {close(): void}[] = []

beforeEach(() => {
  for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_STS', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) delete process.env[name]
  sent = []
})

afterEach(() => {
  for (const one of closing.splice(0)) one.close()
  nock.cleanAll()
  process.env = {...before}
})

const subject = 'repo:octo-org/orders:environment:production'
const tokenOf = (serial: number): string =>
  ['{}', JSON.stringify({sub: subject, jti: serial}), 'x'].map(part => Buffer.from(part).toString('base64url')).join('.')

function role(more: {region?: string; durationSeconds?: number; tokensUntil?: Date; now?: () => number} = {}) {
  let tokens = 0
  const {region = 'eu-west-1', durationSeconds, tokensUntil, now = () => start} = more
  const assumed = assumedRole(
    {
      arn: 'arn:aws:iam::123456789012:role/upgrade',
      sessionName: 'rds-blue-green-77',
      durationSeconds,
      token: async audience => {
        expect(audience).toBe('sts.amazonaws.com')
        tokens += 1
        return tokenOf(tokens)
      },
      tokensUntil,
      signal: new AbortController().signal
    },
    settings({region, run: '77.1', version: '1.0.0'}),
    {date: () => new Date(now()), say: () => undefined}
  )
  closing.push(assumed)
  return assumed
}

function sts(host: string, answer: () => readonly [number, string]) {
  nock(host)
    .persist()
    .post('/')
    .reply(async (request: Request) => {
      const {authorization, 'user-agent': agent} = Object.fromEntries(request.headers)
      sent.push({
        ...Object.fromEntries(new URLSearchParams(await request.text())),
        authorization: authorization ?? 'none',
        agent: agent ?? ''
      })
      return [...answer(), {'content-type': 'text/xml'}]
    })
}

const given = (end: number): readonly [number, string] => [
  200,
  `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>ASIA${sent.length}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${new Date(end).toISOString()}</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`
]
const refusal = (status: number, code: string, message: string): readonly [number, string] => [
  status,
  `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`
]
const hour = 3_600_000

test('asked once, unsigned, of STS in the Region, with the length only where it is given', async () => {
  sts('https://sts.eu-west-1.amazonaws.com', () => given(start + hour))
  const assumed = role()
  expect(await assumed.provide()).toMatchObject({accessKeyId: 'ASIA1', sessionToken: 't', expiration: new Date(start + hour)})
  await assumed.provide()
  expect(sent).toEqual([
    {
      Action: 'AssumeRoleWithWebIdentity',
      Version: '2011-06-15',
      RoleArn: 'arn:aws:iam::123456789012:role/upgrade',
      RoleSessionName: 'rds-blue-green-77',
      WebIdentityToken: tokenOf(1),
      authorization: 'none',
      agent: expect.stringContaining('rds-blue-green/1.0.0 md/run_id#77.1')
    }
  ])
  await role({durationSeconds: 900}).provide()
  expect(sent[1]).toMatchObject({DurationSeconds: '900'})
})

test('every renewal takes another token', async () => {
  let now = start
  sts('https://sts.eu-west-1.amazonaws.com', () => given(now + hour))
  const assumed = role({now: () => now})
  for (let times = 0; times < 4; times += 1) {
    await assumed.provide()
    now += hour - 4 * 60_000
  }
  expect(sent.map(one => one['WebIdentityToken'])).toEqual([1, 2, 3, 4].map(tokenOf))
})

test('with a clock that is behind, they end as long after the question as they live', async () => {
  sts('https://sts.eu-west-1.amazonaws.com', () => given(start + 2 * hour))
  expect((await role().provide()).expiration).toEqual(new Date(start + hour))
  expect((await role({durationSeconds: 900}).provide()).expiration).toEqual(new Date(start + 900_000))
})

test.each([
  ['cn-north-1', {}, 'https://sts.cn-north-1.amazonaws.com.cn'],
  ['us-east-1', {}, 'https://sts.us-east-1.amazonaws.com'],
  ['eu-west-1', {AWS_ENDPOINT_URL: 'http://simulator:4566'}, 'http://simulator:4566'],
  ['eu-west-1', {AWS_ENDPOINT_URL: 'http://simulator:4566', AWS_ENDPOINT_URL_STS: 'http://sts.internal'}, 'http://sts.internal']
])('%s with %j asks %s', async (region, env, host) => {
  Object.assign(process.env, env)
  sts(host, () => given(start + hour))
  await role({region}).provide()
  expect(sent).toHaveLength(1)
})

test('they end for good when the job may not ask for tokens any more, where that is known and still ahead', () => {
  const until = new Date(start + 6 * hour)
  expect(role({tokensUntil: until}).expires()).toEqual(until)
  expect(role({tokensUntil: new Date(start - 1)}).expires()).toBeUndefined()
  expect(role().expires()).toBeUndefined()
})

describe('what STS refuses ends the run, and says what to do about the role', () => {
  test.each([
    [403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 'access_denied', /trust policy accept this job/],
    [
      400,
      'InvalidIdentityToken',
      'No OpenIDConnect provider found in your account 123456789012',
      'access_denied',
      /OIDC identity provider/
    ],
    [400, 'PackedPolicyTooLarge', 'Packed policy consumes 110% of allotted space', 'access_denied', /session tags/],
    [403, 'RegionDisabledException', 'STS is not activated in this region', 'access_denied', /activate STS/],
    [
      400,
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      'invalid_input',
      /shorter role-duration-seconds/
    ],
    [400, 'ValidationError', 'Request ARN is invalid', 'invalid_input', /role-to-assume/],
    [418, 'Teapot', 'short and stout', 'access_denied', /trust policy/]
  ])('%s %s: %s', async (status, code, message, reason, remedy) => {
    sts('https://sts.eu-west-1.amazonaws.com', () => refusal(status, code, message))
    const fault = await role().provide().catch(faultOf)
    expect(fault).toMatchObject({kind: 'no_credentials', told: {reason, remedy: expect.stringMatching(remedy)}})
    expect(fault).toHaveProperty('told.remedy', expect.stringContaining(subject))
    expect(fault).toHaveProperty('told.remedy', expect.stringContaining('repo:OWNER/REPO:'))
    expect(fault).toHaveProperty('told.remedy', expect.stringContaining('repo:OWNER@OWNER-ID/REPO@REPO-ID:'))
    expect(JSON.stringify(fault)).not.toMatch(/\d{12}/)
    expect(sent).toHaveLength(1)
  })

  test.each([
    [400, 'Throttling', 'throttled'],
    [503, 'ServiceUnavailable', 'aws_unreachable'],
    [400, 'IDPCommunicationError', 'aws_unreachable'],
    [400, 'ExpiredTokenException', 'aws_unreachable']
  ])('%s %s may pass: the next request asks again, with another token', async (status, code, reason) => {
    sts('https://sts.eu-west-1.amazonaws.com', () => (sent.length === 1 ? refusal(status, code, 'No') : given(start + hour)))
    const assumed = role()
    expect(await assumed.provide().catch(faultOf)).toMatchObject({kind: 'throttled', told: {reason}})
    expect(await assumed.provide()).toMatchObject({accessKeyId: 'ASIA2'})
    expect(sent.map(one => one['WebIdentityToken'])).toEqual([tokenOf(1), tokenOf(2)])
  })
})
