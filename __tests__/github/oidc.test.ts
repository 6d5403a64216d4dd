// The job's own tokens: asked for as @actions/core asks, masked before anybody has them, and one clear error where there are none.
import type {IncomingMessage, Server, ServerResponse} from 'node:http'
import {createServer} from 'node:http'
import {afterEach, expect, test} from '@jest/globals'
import {jobTokens} from '../../src/github/oidc.ts'
import {faultOf} from '../../src/rds/faults.ts'
import {never} from '../waiting/never.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function endpoint(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/token?api-version=2.0`
}

const jwt = (claims: object): string => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`

test('a new token each time, masked first', async () => {
  const asked: (string | undefined)[][] = []
  const events: string[] = []
  const url = await endpoint(({url: path, headers}, response) => {
    asked.push([path, headers.authorization])
    response.end(JSON.stringify({value: `token-${asked.length}`}))
  })
  const job = jobTokens(
    {ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer'},
    secrets => events.push(`mask ${secrets.join(' ')}`),
    never
  )
  for (let times = 0; times < 2; times += 1) events.push(await job.token('sts.amazonaws.com'))
  expect(events).toEqual(['mask token-1', 'token-1', 'mask token-2', 'token-2'])
  expect(asked).toEqual(Array(2).fill(['/token?api-version=2.0&audience=sts.amazonaws.com', 'Bearer bearer']))
})

test.each([
  [{}],
  [{ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1'}],
  [{ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: ''}]
])('without the permission nothing is asked: %j', async env => {
  const fault = await jobTokens(env, () => undefined, never)
    .token('sts.amazonaws.com')
    .catch(faultOf)
  expect(fault).toMatchObject({
    kind: 'no_credentials',
    told: {reason: 'access_denied', remedy: expect.stringContaining('permissions: id-token: write')}
  })
})

test.each([
  ['refused at first: a permission', [401], 'no_credentials', 'access_denied'],
  ['refused later: the job is too old', [200, 403], 'no_credentials', 'credentials_expired'],
  ['a bad day', [503], 'throttled', 'aws_unreachable'],
  ['an answer without a token', [204], 'throttled', 'aws_unreachable']
])('%s', async (_, statuses, kind, reason) => {
  const url = await endpoint((_request, response) => {
    response.statusCode = statuses.shift() ?? 500
    response.end(JSON.stringify({value: 'token'}))
  })
  const job = jobTokens({ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer'}, () => undefined, never)
  if (statuses.length > 1) expect(await job.token('a')).toBe('token')
  expect(await job.token('a').catch(faultOf)).toMatchObject({kind, told: {reason}})
})

test('nobody there may pass, and a cancel ends it at once', async () => {
  const env = {ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/?a=b', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer'}
  expect(
    await jobTokens(env, () => undefined, never)
      .token('a')
      .catch(faultOf)
  ).toMatchObject({kind: 'throttled'})
  const cancel = new AbortController()
  const url = await endpoint(() => cancel.abort())
  const job = jobTokens({...env, ACTIONS_ID_TOKEN_REQUEST_URL: url}, () => undefined, cancel.signal)
  expect(await job.token('a').catch(faultOf)).toMatchObject({kind: 'throttled'})
})

test('a proxy that the runner is told of is used', async () => {
  const asked: (string | undefined)[] = []
  const proxy = await endpoint(({url}, response) => {
    asked.push(url)
    response.end(JSON.stringify({value: 'token'}))
  })
  const env = {ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/token?a=b', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer'}
  const job = jobTokens({...env, HTTP_PROXY: new URL(proxy).origin}, () => undefined, never)
  expect(await job.token('aud')).toBe('token')
  expect(asked).toEqual(['http://127.0.0.1:1/token?a=b&audience=aud'])
})

test('the bearer says when the job may not ask any more', () => {
  const until = (bearer: string) => jobTokens({ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer}, () => undefined, never).until
  expect(until(jwt({exp: 1_795_000_000}))).toEqual(new Date(1_795_000_000_000))
  for (const bearer of ['', 'opaque', jwt({exp: 'soon'}), jwt({}), 'a.!.c']) expect(until(bearer)).toBeUndefined()
})
