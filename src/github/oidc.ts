/**
 * The job's own OIDC tokens: a new one at every call, masked before anybody has it. What @actions/core's getIDToken asks, sent once, with
 * Node's own client: that package costs 40 ms before the first request, and asks ten times with no limit of time.
 */
import type {IncomingMessage} from 'node:http'
import {Agent as HttpAgent, get as httpGet} from 'node:http'
import {Agent as HttpsAgent, get as httpsGet} from 'node:https'
import {text} from 'node:stream/consumers'
import type {Fault} from '../rds/faults.ts'
import {NoCredentials} from '../rds/faults.ts'
import type {Env} from './context.ts'

const TIMEOUT = 10_000

export interface JobTokens {
  /** Rejects with `NoCredentials`. */
  token(audience: string): Promise<string>
  /** When the job may not ask for tokens any more, some six hours after its start; undefined where GitHub does not say. */
  readonly until: Date | undefined
}

type Told = NonNullable<Fault['told']>

const NO_PERMISSION: Told = {
  reason: 'access_denied',
  because: 'role-to-assume needs an OIDC token of this job, and the job may not ask for one',
  remedy:
    'add to the job or the workflow, beside the permissions it has already: `permissions: id-token: write`. A pull request from a fork never gets it; there, and outside GitHub, leave role-to-assume out and let the SDK find credentials'
}
const NO_MORE: Told = {
  reason: 'credentials_expired',
  because:
    'the AWS credentials have ended, and GitHub gives this job no more tokens to renew them, about six hours after its start; what was asked for goes on in AWS',
  remedy: 'run the same step again in a new job: it goes on from what it finds'
}
const UNREACHABLE: Told = {
  reason: 'aws_unreachable',
  because: "GitHub's token endpoint gave no OIDC token for role-to-assume",
  remedy: 'look at githubstatus.com and at the network of the runner, then run the same step again'
}

export function jobTokens(env: Env, mask: (secrets: readonly string[]) => void, signal: AbortSignal): JobTokens {
  const address = env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''
  const bearer = env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? ''
  let hadOne = false
  return {
    until: endOf(bearer),
    async token(audience) {
      if (address === '' || bearer === '') throw fault('no_credentials', 'NoOidcToken', NO_PERMISSION.because, NO_PERMISSION)
      const answer = await ask(`${address}&audience=${encodeURIComponent(audience)}`, bearer, env, signal).catch((thrown: unknown) => {
        throw passing(thrown instanceof Error ? thrown.message : String(thrown))
      })
      if (answer.status === 401 || answer.status === 403)
        throw fault('no_credentials', `Http${answer.status}`, "GitHub's token endpoint refused the job", hadOne ? NO_MORE : NO_PERMISSION)
      const token = answer.status === 200 ? valueIn(answer.body) : undefined
      if (token === undefined) throw passing(`it answered ${answer.status}`)
      mask([token])
      hadOne = true
      return token
    }
  }
}

const fault = (kind: Fault['kind'], code: string, message: string, told: Told): NoCredentials =>
  new NoCredentials({kind, code, message, told})

/** A later try may work. */
const passing = (words: string): NoCredentials =>
  fault('throttled', 'OidcUnreachable', `${UNREACHABLE.because}: ${words}`, {...UNREACHABLE, because: `${UNREACHABLE.because}: ${words}`})

async function ask(address: string, bearer: string, env: Env, cancelled: AbortSignal): Promise<{status: number; body: string}> {
  const url = new URL(address)
  const headers = {authorization: `Bearer ${bearer}`, accept: 'application/json', 'user-agent': 'rds-blue-green'}
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(TIMEOUT)])
  // Behind a proxy GitHub may be reached only through it, also where AWS is reached directly.
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request =
      url.protocol === 'http:'
        ? httpGet(url, {headers, signal, agent: new HttpAgent({proxyEnv: env})}, resolve)
        : httpsGet(url, {headers, signal, agent: new HttpsAgent({proxyEnv: env})}, resolve)
    request.on('error', reject)
  })
  return {status: response.statusCode ?? 0, body: await text(response)}
}

function valueIn(body: string): string | undefined {
  const value = fieldOf(body, 'value')
  return typeof value === 'string' && value !== '' ? value : undefined
}

function fieldOf(json: string, name: string): unknown {
  try {
    const read: unknown = JSON.parse(json)
    return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>)[name] : undefined
  } catch {
    return undefined
  }
}

/** The bearer is a token with an end of its own (measured: six hours and ten minutes after the start of the job). */
function endOf(bearer: string): Date | undefined {
  const seconds = fieldOf(Buffer.from(bearer.split('.')[1] ?? '', 'base64url').toString('utf8'), 'exp')
  return typeof seconds === 'number' && Number.isSafeInteger(seconds) ? new Date(seconds * 1000) : undefined
}
