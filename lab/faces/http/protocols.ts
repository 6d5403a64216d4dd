/**
 * The three protocols AWS's clients speak to these APIs, told apart by headers as AWS does: query (RDS, STS, older CLIs to CloudWatch),
 * AWS JSON 1.0 (the SDK to CloudWatch), RPC v2 CBOR (newer CLIs to CloudWatch).
 */
import type {IncomingHttpHeaders} from 'node:http'
import {JsonCodec2} from '@aws-sdk/core/protocols'
import {CborCodec} from '@smithy/core/cbor'
import type {Refusal} from '../../service.ts'
import type {Dialect, Operation} from '../wire.ts'
import {operationOf, Refused} from '../wire.ts'
import {readForm} from '../wire-form.ts'
import {faultOf, refusalXml, resultXml} from '../wire-xml.ts'

export interface Request {
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** How one protocol carries one request and its reply. */
export interface Carrier {
  readonly operation: Operation
  input(): Promise<object>
  result(output: object, requestId: string): Reply
  refuse(refusal: Refusal, requestId: string): Reply
}

/** Throws a refusal for an operation the SDK does not know. */
export function carrierOf(dialect: Dialect, request: Request): Carrier {
  if (request.headers['smithy-protocol'] === 'rpc-v2-cbor') return cbor(dialect, request)
  if (request.headers['x-amz-target'] !== undefined) return json(dialect, request)
  return query(dialect, request)
}

/** What refuses a request whose protocol cannot be told, or does not matter: every SDK reads this. */
export function refuseInXml(dialect: Dialect, refused: Refusal, requestId: string): Reply {
  return xml(refused.status, refusalXml(dialect, refused, requestId), requestId)
}

export function formOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.body.length > 0 ? request.body.toString('utf8') : request.url.search)
}

function query(dialect: Dialect, request: Request): Carrier {
  const {Action, Version, ...rest} = Object.groupBy(formOf(request), ([key]) => key)
  const name = Action?.[0]?.[1]
  if (name === undefined) throw new Refused('MissingAction', 'The request is missing an action or a required parameter.')
  const operation = operationOf(dialect, name, Version?.[0]?.[1])
  return {
    operation,
    input: async () =>
      readForm(
        operation.input,
        Object.values(rest).flatMap(pairs => pairs ?? [])
      ),
    result: (output, requestId) => xml(200, resultXml(dialect, operation, output, requestId), requestId),
    refuse: (refused, requestId) => refuseInXml(dialect, refused, requestId)
  }
}

function json(dialect: Dialect, request: Request): Carrier {
  const operation = operationOf(dialect, String(request.headers['x-amz-target']).split('.').at(-1) ?? '')
  const codec = new JsonCodec2({timestampFormat: {useTrait: true, default: 7}, jsonName: false})
  const reply = (status: number, body: string | Uint8Array, requestId: string, more: object = {}): Reply => ({
    status,
    headers: {'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': requestId, ...more},
    body
  })
  return {
    operation,
    input: () =>
      parsed(async (): Promise<unknown> => await codec.createDeserializer().read(operation.input, request.body.toString('utf8'))),
    result: (output, requestId) => {
      const serializer = codec.createSerializer()
      serializer.write(operation.output, output)
      return reply(200, serializer.flush(), requestId)
    },
    refuse: (refused, requestId) => reply(refused.status, JSON.stringify(errorBody(dialect, refused)), requestId, queryError(refused))
  }
}

function cbor(dialect: Dialect, {url, body}: Request): Carrier {
  const operation = operationOf(dialect, url.pathname.split('/').at(-1) ?? '')
  const codec = new CborCodec()
  const reply = (status: number, bytes: Uint8Array, requestId: string, more: object = {}): Reply => ({
    status,
    headers: {'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor', 'x-amzn-requestid': requestId, ...more},
    body: bytes
  })
  const encode = (schema: Parameters<ReturnType<typeof codec.createSerializer>['write']>[0], value: object): Uint8Array => {
    const serializer = codec.createSerializer()
    serializer.write(schema, value)
    return serializer.flush()
  }
  return {
    operation,
    input: () => parsed(async (): Promise<unknown> => codec.createDeserializer().read(operation.input, body)),
    result: (output, requestId) => reply(200, encode(operation.output, output), requestId),
    refuse: (refused, requestId) => reply(refused.status, encode(document, errorBody(dialect, refused)), requestId, queryError(refused))
  }
}

/** The schema of a value that says itself what it is. */
const document = 15

function errorBody({shapeNamespace}: Dialect, {code, message}: Refusal): object {
  return {__type: `${shapeNamespace}#${code}`, message}
}

/** CloudWatch keeps the codes of its query days in this header, and SDKs take the name from it. */
function queryError({code, status}: Refusal): object {
  return {'x-amzn-query-error': `${code};${faultOf(status)}`}
}

async function parsed(read: () => Promise<unknown>): Promise<object> {
  const input = await read().catch(() => undefined)
  if (typeof input !== 'object' || input === null) throw new Refused('SerializationException', 'The body cannot be parsed')
  return input
}

function xml(status: number, body: string, requestId: string): Reply {
  return {status, headers: {'content-type': 'text/xml', 'x-amzn-requestid': requestId}, body}
}
