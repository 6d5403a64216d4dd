/** What STS's refusals mean for a run: how it ends, and what there is to do about the role. */
import type {ReasonCode} from '../domain/outcome.ts'
import type {Fault} from '../rds/faults.ts'
import {faultOf, NoCredentials} from '../rds/faults.ts'

interface Asked {
  readonly region: string
  /** The job's token: what it says of the job is what a trust policy must accept. */
  readonly token: string
}

/** Refused for the token's age, or because STS could not fetch GitHub's keys: with a new token it may work. */
const PASSES = /^(ExpiredToken|IDPCommunicationError)(Exception)?$/

export function noCredentials(thrown: unknown, asked: Asked): NoCredentials {
  const found = faultOf(thrown)
  // STS names roles and accounts in its texts.
  const fault = {code: found.code, message: found.message.replaceAll(/(?<!\d)\d{12}(?!\d)/g, '(account)')}
  const words = `${fault.code}: ${fault.message}`
  const end = (kind: Fault['kind'], reason: ReasonCode, because: string, remedy: string): NoCredentials =>
    new NoCredentials({...fault, message: `STS in ${asked.region}: ${words}`, kind, told: {reason, because, remedy}})
  if (found.kind === 'throttled' || found.kind === 'lost' || PASSES.test(fault.code)) {
    const reason = found.kind === 'throttled' ? 'throttled' : 'aws_unreachable'
    const remedy = 'check the network and the endpoint of STS (AWS_ENDPOINT_URL_STS), then run the same step again'
    return end('throttled', reason, `STS in ${asked.region} gave no credentials for role-to-assume (${words})`, remedy)
  }
  const [reason, remedy] = refusalOf(fault)
  return end('no_credentials', reason, `STS refused role-to-assume: ${words}`, `${remedy}. ${trustPolicy(asked.token)}`)
}

function refusalOf({code, message}: Pick<Fault, 'code' | 'message'>): readonly [ReasonCode, string] {
  const is = (name: string): boolean => code === name || code === `${name}Exception`
  if (is('AccessDenied')) return ['access_denied', 'check that the role in role-to-assume exists, and let its trust policy accept this job']
  if (is('InvalidIdentityToken') || is('IDPRejectedClaim'))
    return [
      'access_denied',
      "make https://token.actions.githubusercontent.com an OIDC identity provider, with the audience sts.amazonaws.com, in the role's account"
    ]
  if (is('PackedPolicyTooLarge'))
    return ['access_denied', "shorten the session tags that the job's token carries, or the policies of the session: STS packs both"]
  if (is('RegionDisabled')) return ['access_denied', 'activate STS for this Region in the account settings of IAM']
  if (is('ValidationError') && /DurationSeconds/i.test(message))
    return [
      'invalid_input',
      'give a shorter role-duration-seconds, or raise MaxSessionDuration of the role: the action renews what is short'
    ]
  if (is('ValidationError')) return ['invalid_input', 'correct role-to-assume, role-session-name or role-duration-seconds']
  return ['access_denied', 'check role-to-assume and its trust policy']
}

/** Repositories have one of two formats, and which one cannot be seen from the workflow (GitHub's OIDC reference). */
function trustPolicy(token: string): string {
  const subject = subjectOf(token)
  const own = subject === undefined ? '' : ` "${subject}"`
  return `This job's sub is${own}${subject === undefined ? ' ' : ': '}repo:OWNER/REPO:..., or repo:OWNER@OWNER-ID/REPO@REPO-ID:... for a repository created, renamed or transferred after 2026-07-15; the trust policy must name it in the format of this repository, with the aud sts.amazonaws.com`
}

/** The claim as the token states it; not verified, it is only shown. */
function subjectOf(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    const subject = typeof claims === 'object' && claims !== null && 'sub' in claims ? claims.sub : undefined
    return typeof subject === 'string' && subject !== '' ? subject : undefined
  } catch {
    return undefined
  }
}
