/**
 * Keeps one set of credentials for all clients of a run, and renews it late rather than early. Who hands them out is the `source`: the
 * SDK's default chain, or an assumed role.
 */
import {defaultProvider} from '@aws-sdk/credential-provider-node'

export type Source = ReturnType<typeof defaultProvider>
export type Identity = Awaited<ReturnType<Source>>

export interface Credentials {
  /** `memoized` keeps the SDK from wrapping it in a cache of its own. */
  readonly provide: Source & {readonly memoized: true}
  /** When they end for good. Undefined before the first request, for those that do not end, and for those that their source renews. */
  expires(): Date | undefined
}

export interface Keeping {
  readonly date: () => Date
  /** Told when a renewal begins to fail, and when one works again. */
  readonly say: (line: string) => void
  /** `AWS_CREDENTIAL_EXPIRATION`: when the keys in the environment end. */
  readonly environmentEnd?: string | undefined
}

/** The SDK marks where credentials come from. */
type Attributed = Identity & {readonly $source?: {readonly CREDENTIALS_ENV_VARS?: string}}

interface Kept {
  readonly identity: Identity
  readonly renewAt: number
  /** The last instant at which it is sent. */
  readonly useUntil: number
  readonly hasFailed: boolean
  /** Milliseconds until the next try, after one that failed. */
  readonly pause: number
  readonly longestPause: number
}

const MINUTE = 60_000

/** Nothing is asked before the first request. Without any credentials that request rejects with `CredentialsProviderError`. */
export function defaultCredentials(region: string, keeping: Keeping): Credentials {
  const kept = keepCredentials(defaultProvider({clientConfig: {region}}), keeping)
  // Of all links of the chain only the environment's keys cannot be had again: profiles, instances and containers renew theirs.
  const expires = (): Date | undefined => {
    const identity: Attributed | undefined = kept.identity()
    if (identity?.$source?.CREDENTIALS_ENV_VARS === undefined) return undefined
    return endIn(keeping.environmentEnd) ?? endOf(identity)
  }
  return {provide: kept.provide, expires}
}

/**
 * The SDK itself renews five minutes before the end, which for a credential of a few minutes means at every request; here it is
 * a tenth of the life when that is less. A renewal that fails is no failure while the credential at hand still lives: it is tried
 * again after a twentieth of the time that is left, then after twice as long, up to a quarter of it.
 */
export function keepCredentials(
  source: Source,
  {date, say}: Keeping
): {readonly provide: Credentials['provide']; identity(): Identity | undefined} {
  let kept: Kept | undefined
  let renewal: Promise<Identity> | undefined

  const renew = (options: Parameters<Source>[0]): Promise<Identity> => {
    renewal ??= source(options)
      .then(identity => {
        if (kept?.hasFailed === true) say('the AWS credentials are renewed')
        kept = keepFrom(identity, date().getTime())
        return identity
      })
      .finally(() => {
        renewal = undefined
      })
    return renewal
  }

  const failed = (old: Kept, fault: unknown): Identity => {
    const now = date().getTime()
    // Somebody who waited for the same renewal has been here already.
    const isFirstToSee = kept === old
    if (isFirstToSee) kept = {...old, hasFailed: true, renewAt: now + old.pause, pause: Math.min(2 * old.pause, old.longestPause)}
    if (now >= old.useUntil) throw fault
    if (isFirstToSee && !old.hasFailed) {
      const words = fault instanceof Error ? fault.message : String(fault)
      say(`the AWS credentials could not be renewed (${words}); trying again until they end at ${endOf(old.identity)?.toISOString()}`)
    }
    return old.identity
  }

  const provide: Source = async options => {
    const old = kept
    if (old === undefined) return renew(options)
    const now = date().getTime()
    if (now < Math.min(old.renewAt, old.useUntil) && options?.forceRefresh !== true) return old.identity
    return renew(options).catch((fault: unknown) => failed(old, fault))
  }

  return {provide: Object.assign(provide, {memoized: true as const}), identity: () => kept?.identity}
}

function keepFrom(identity: Identity, now: number): Kept {
  const forever = Number.POSITIVE_INFINITY
  const end = endOf(identity)?.getTime()
  if (end === undefined) return {identity, renewAt: forever, useUntil: forever, hasFailed: false, pause: MINUTE, longestPause: 5 * MINUTE}
  const life = Math.max(0, end - now)
  const left = Math.min(5 * MINUTE, life / 10)
  // A request that is sent in the last moment arrives too late.
  const useUntil = end - Math.min(10_000, life / 100)
  return {identity, renewAt: end - left, useUntil, hasFailed: false, pause: left / 20, longestPause: left / 4}
}

const endOf = ({expiration}: Identity): Date | undefined => endIn(expiration)

/** A date, or its ISO text; that may be JSON, as configure-aws-credentials writes its output `aws-expiration`. */
function endIn(given: Date | string | undefined): Date | undefined {
  if (given === undefined) return undefined
  const end = new Date(typeof given === 'string' ? given.trim().replace(/^"(.*)"$/, '$1') : given.getTime())
  return Number.isNaN(end.getTime()) ? undefined : end
}
