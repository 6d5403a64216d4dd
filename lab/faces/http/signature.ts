/** Who asks, and which API: one address serves them all, so the service in the signature's scope decides. Signatures are not verified. */
import type {Api} from '../../service.ts'
import {dialects, Refused} from '../wire.ts'
import type {Request} from './protocols.ts'
import {formOf} from './protocols.ts'

export interface Caller {
  readonly api: Api
  /** Empty for the one call that needs no signature. */
  readonly accessKeyId: string
  readonly region: string
  readonly sessionToken: string
}

const scope = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=[^,]+, ?Signature=[0-9a-f]{64}$/

/** Texts and codes are AWS's own. */
export function callerOf(request: Request): Caller {
  const {authorization} = request.headers
  if (authorization === undefined) {
    if (formOf(request).get('Action') === 'AssumeRoleWithWebIdentity') return {api: 'sts', accessKeyId: '', region: '', sessionToken: ''}
    throw new Refused('MissingAuthenticationToken', 'Request is missing Authentication Token', 403)
  }
  const [, accessKeyId = '', region = '', service = ''] = scope.exec(authorization) ?? []
  if (accessKeyId === '') throw new Refused('IncompleteSignature', 'The request signature does not conform to AWS standards.')
  if (!isApi(service)) throw new Refused('SignatureDoesNotMatch', 'Credential should be scoped to correct service.', 403)
  return {api: service, accessKeyId, region, sessionToken: String(request.headers['x-amz-security-token'] ?? '')}
}

function isApi(service: string): service is Api {
  return Object.hasOwn(dialects, service)
}
