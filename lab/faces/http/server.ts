/**
 * A service as AWS's clients see it: RDS, CloudWatch, STS and GitHub's token endpoint behind one address. Waits as long as the
 * service does, and breaks the connection when it says so.
 */
import {once} from 'node:events'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {buffer} from 'node:stream/consumers'
import type {Api, Broken, Refusal, Service} from '../../service.ts'
import {dialects} from '../wire.ts'
import type {Identities, IssuedKey, IssuedToken} from './identities.ts'
import {identities} from './identities.ts'
import {answerOidc} from './oidc.ts'
import type {Reply, Request} from './protocols.ts'
import {carrierOf, refuseInXml} from './protocols.ts'
import {callerOf} from './signature.ts'

/** One request as it came in; what could not be told is undefined. */
export interface Received {
  readonly api: Api | 'oidc' | undefined
  readonly operation: string | undefined
  readonly input: object | undefined
  readonly accessKeyId: string
  readonly region: string
  readonly userAgent: string
}

export interface Options {
  /** What the token endpoint takes as bearer: `ACTIONS_ID_TOKEN_REQUEST_TOKEN`. */
  readonly oidcRequestToken?: string
  /** Told of what the service throws that is neither a refusal nor a broken connection; the caller gets an InternalFailure. */
  readonly unexpected?: (fault: unknown) => void
  readonly port?: number
  /** What a millisecond of the model costs: tokens live five minutes of it. 1 unless told. */
  readonly pace?: number
}

export interface Face {
  /** For `AWS_ENDPOINT_URL`; with `/oidc?api-version=2.0` behind it, for `ACTIONS_ID_TOKEN_REQUEST_URL`. */
  readonly url: string
  readonly requests: readonly Received[]
  /** What the token endpoint handed out, and what STS gave for it. */
  readonly tokens: readonly IssuedToken[]
  readonly keys: readonly IssuedKey[]
  /** Breaks what is still open. */
  close(): Promise<void>
}

export async function serve(service: Service, options: Options = {}): Promise<Face> {
  const requests: Received[] = []
  const known = identities(options.pace ?? 1)
  const {unexpected = console.error} = options

  const handle = async (message: IncomingMessage, response: ServerResponse) => {
    const request: Request = {url: new URL(message.url ?? '/', 'http://lab'), headers: message.headers, body: await buffer(message)}
    const reply = await answer(service, request, known, options, received => requests.push(received), unexpected)
    if (reply === undefined) message.socket.resetAndDestroy()
    else response.writeHead(reply.status, reply.headers).end(reply.body)
  }

  const server = createServer((message, response) => {
    // What a caller that has gone leaves behind is no fault of the service.
    handle(message, response).catch(fault => (message.destroyed ? undefined : unexpected(fault)))
  })
  // Longer than anybody polls: Node's 5 s would break kept connections just when a client uses them again.
  server.keepAliveTimeout = 600_000
  server.listen(options.port ?? 0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    tokens: known.tokens,
    keys: known.keys,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    }
  }
}

/** Undefined when the connection is to break. */
async function answer(
  service: Service,
  request: Request,
  known: Identities,
  options: Options,
  record: (received: Received) => number,
  unexpected: (fault: unknown) => void
): Promise<Reply | undefined> {
  const blank: Received = {
    api: undefined,
    operation: undefined,
    input: undefined,
    accessKeyId: '',
    region: '',
    userAgent: request.headers['user-agent'] ?? ''
  }
  if (request.url.pathname === '/oidc') {
    record({...blank, api: 'oidc'})
    return answerOidc(request, options.oidcRequestToken ?? 'lab', known)
  }

  let received = blank
  let refuse = (refused: Refusal, requestId: string) => refuseInXml(dialects.rds, refused, requestId)
  let serial: number | undefined
  try {
    const {sessionToken, ...caller} = callerOf(request)
    received = {...received, ...caller}
    const carrier = carrierOf(dialects[caller.api], request)
    refuse = carrier.refuse
    received = {...received, operation: carrier.operation.name}
    known.check({...caller, sessionToken})
    received = {...received, input: await carrier.input()}
    serial = record(received)
    const token = tokenIn(received)
    if (token !== undefined) known.present(token)
    const output = await service.answer(caller.api, carrier.operation.name, received.input ?? {})
    if (token !== undefined) known.issueKey(token, output)
    return carrier.result(output, requestIdOf(serial))
  } catch (fault) {
    serial ??= record(received)
    if (isBroken(fault)) return undefined
    if (isRefusal(fault)) return refuse(fault, requestIdOf(serial))
    unexpected(fault)
    return refuse(
      {refused: true, code: 'InternalFailure', message: `The lab itself failed: ${String(fault)}`, status: 500},
      requestIdOf(serial)
    )
  }
}

/** Of AssumeRoleWithWebIdentity; the caller may also leave it out. */
function tokenIn({api, operation, input}: Received): string | undefined {
  if (api !== 'sts' || operation !== 'AssumeRoleWithWebIdentity') return undefined
  return (input as {WebIdentityToken?: string}).WebIdentityToken ?? ''
}

function isRefusal(fault: unknown): fault is Refusal {
  return typeof fault === 'object' && fault !== null && 'refused' in fault
}

function isBroken(fault: unknown): fault is Broken {
  return typeof fault === 'object' && fault !== null && 'broken' in fault
}

function requestIdOf(serial: number): string {
  return `00000000-0000-4000-8000-${`${serial}`.padStart(12, '0')}`
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return address.port
}
