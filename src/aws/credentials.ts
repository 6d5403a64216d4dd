/**
 * Keeps one set of credentials for all clients of a run, renews it late rather than early, and knows when it ends.
 * Who hands them out is the `source`: the SDK's default chain, or later an assumed role.
 */
import {defaultProvider} from '@aws-sdk/credential-provider-node'

export type Source = ReturnType<typeof defaultProvider>
export type Identity = Awaited<ReturnType<Source>>

export interface Credentials {
  /** `memoized` keeps the SDK from wrapping it in a cache of its own. */
  readonly provide: Source & {readonly memoized: true}
  /** Undefined before the first request, and for credentials that do not end. */
  expires(): Date | undefined
}

/** Nothing is asked before the first request. Without any credentials that request rejects with `CredentialsProviderError`. */
export function defaultCredentials(region: string, date: () => Date): Credentials {
  return keepCredentials(defaultProvider({clientConfig: {region}}), date)
}

/**
 * The SDK itself renews five minutes before the end, which for a credential of a few minutes means at every request; here it is
 * a tenth of the life when that is less. A renewal that fails is no failure while the credential at hand still lives.
 */
export function keepCredentials(source: Source, date: () => Date): Credentials {
  let kept: {readonly identity: Identity; readonly renewAt: number} | undefined
  let renewal: Promise<Identity> | undefined

  const renew = (options: Parameters<Source>[0]): Promise<Identity> => {
    renewal ??= source(options)
      .then(identity => {
        kept = {identity, renewAt: renewAt(identity, date().getTime())}
        return identity
      })
      .finally(() => {
        renewal = undefined
      })
    return renewal
  }

  const provide: Source = async options => {
    if (kept === undefined) return renew(options)
    const {identity} = kept
    if (date().getTime() < kept.renewAt && options?.forceRefresh !== true) return identity
    return renew(options).catch((fault: unknown) => {
      if (identity.expiration !== undefined && date() < identity.expiration) return identity
      throw fault
    })
  }

  return {provide: Object.assign(provide, {memoized: true as const}), expires: () => kept?.identity.expiration}
}

function renewAt({expiration}: Identity, now: number): number {
  if (expiration === undefined) return Number.POSITIVE_INFINITY
  const end = expiration.getTime()
  return end - Math.min(5 * 60_000, Math.max(0, end - now) / 10)
}
