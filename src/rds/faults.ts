/** The one place that tells what a thrown answer of AWS means. By fields, never by class: errors cross realms and SDK versions. */
import type {ReasonCode} from '../domain/outcome.ts'

export type FaultKind =
  /** RDS answered no; nothing happened. */
  | 'refused'
  | 'not_found'
  | 'denied'
  | 'no_credentials'
  | 'expired'
  /** Refused for its rate, or not sent while there were no credentials to be had: nothing happened, and it may pass. */
  | 'throttled'
  /** No answer, or a server error: what was asked may have happened. */
  | 'lost'

export interface Fault {
  readonly kind: FaultKind
  readonly code: string
  readonly message: string
  /** How a run ends on it, where whoever met it knows better than the code tells. */
  readonly told?: {readonly reason: ReasonCode; readonly because: string; readonly remedy: string}
}

/** Thrown by who hands out credentials, before anything is sent: the request it was for has not happened. */
export class NoCredentials extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(fault.message)
    this.name = 'NoCredentials'
    this.fault = fault
  }
}

/** Thrown by our reading layers; carries the fault and the operation it answered. */
export class Faulted extends Error {
  readonly fault: Fault
  readonly operation: string
  constructor(fault: Fault, operation: string) {
    super(`${operation}: ${fault.code}: ${fault.message}`)
    this.name = 'Faulted'
    this.fault = fault
    this.operation = operation
  }
}

const EXPIRED = /^(ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired|IDPCommunicationError|InvalidIdentityToken)$/
const DENIED =
  /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthFailure|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|OptInRequired|NotAuthorized|AuthorizationNotFound|AuthorizationNotFoundFault|MissingAuthenticationToken|IncompleteSignature)$/
const THROTTLED =
  /^(Throttling|ThrottlingException|ThrottledException|RequestThrottled|RequestThrottledException|RequestLimitExceeded|TooManyRequestsException|SlowDown)$/
const NOT_FOUND = /NotFound(Fault)?$/
const NO_CREDENTIALS = /^(CredentialsProviderError|CredentialsError|TokenProviderError)$/

const field = (thrown: unknown, name: string): unknown =>
  typeof thrown === 'object' && thrown !== null ? (thrown as Readonly<Record<string, unknown>>)[name] : undefined

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function statusOf(thrown: unknown): number | undefined {
  const status = field(field(thrown, '$metadata'), 'httpStatusCode')
  return typeof status === 'number' ? status : undefined
}

/** The fault that an error of ours carries. */
const carried = (thrown: unknown): Fault | undefined => {
  const fault = field(thrown, 'fault')
  return text(field(fault, 'kind')) === undefined ? undefined : (fault as Fault)
}

/** Whether AWS, or the way to it, is speaking at all; a bug of ours is not a fault. */
export const isFault = (thrown: unknown): boolean =>
  carried(thrown) !== undefined ||
  field(thrown, '$metadata') !== undefined ||
  field(thrown, '$fault') !== undefined ||
  typeof field(thrown, 'code') === 'string' ||
  NO_CREDENTIALS.test(text(field(thrown, 'name')) ?? '') ||
  /^(TimeoutError|AbortError)$/.test(text(field(thrown, 'name')) ?? '')

export function faultOf(thrown: unknown): Fault {
  const own = carried(thrown)
  if (own !== undefined) return own
  const name = text(field(thrown, 'name')) ?? ''
  const wire = text(field(thrown, 'Code')) ?? text(field(thrown, 'code')) ?? ''
  const status = statusOf(thrown)
  // error.name is the SDK's class for modelled faults and the wire code for the others (facts 8.1): a plain "Error" tells nothing.
  const code = name === '' || name === 'Error' ? (wire === '' ? 'Error' : wire) : name
  const message = text(field(thrown, 'message')) ?? String(thrown)
  const fault = (kind: FaultKind): Fault => ({kind, code, message})
  const is = (shape: RegExp): boolean => shape.test(name) || shape.test(wire)
  if (is(NO_CREDENTIALS)) return fault('no_credentials')
  if (is(EXPIRED)) return fault('expired')
  if (is(THROTTLED) || status === 429) return fault('throttled')
  if (is(DENIED)) return fault('denied')
  if (status !== undefined && status >= 400 && status < 500) {
    if (is(NOT_FOUND) || status === 404) return fault('not_found')
    // DBClusterQuotaExceededFault answers with 403 (facts 2.1): only an unnamed 403 is a denial.
    if (status === 403 && !/Fault$|Exceeded/.test(code)) return fault('denied')
    return fault('refused')
  }
  return fault('lost')
}
