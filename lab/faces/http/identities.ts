/**
 * Who may ask: GitHub's tokens, the keys that STS gives for them, and how long each lives on the lab's clock. Everything is recorded, so
 * that a test can tell which token gave which key, and whether one was used after its end. The tokens are signed by nobody.
 */
import {Refused} from '../wire.ts'
import type {Caller} from './signature.ts'

const MINUTE = 60_000

export interface IssuedToken {
  readonly token: string
  readonly issuedAt: number
  readonly expiresAt: number
  /** How often STS was shown it. */
  presented: number
}

export interface IssuedKey {
  readonly accessKeyId: string
  readonly sessionToken: string
  /** What it was given for. */
  readonly token: string
  readonly issuedAt: number
  readonly expiresAt: number
  /** Requests that were signed with it, and when the last one came. */
  requests: number
  lastUsedAt: number | undefined
  /** Requests that came after its end. */
  refused: number
}

export interface Identities {
  readonly tokens: readonly IssuedToken[]
  readonly keys: readonly IssuedKey[]
  issueToken(audience: string | null): string
  /** Throws what STS says of a token that it does not take. */
  present(token: string): void
  issueKey(token: string, output: object): void
  /** Throws what every service says to keys that have ended, or that come without their session. */
  check(caller: Caller): void
}

/** `pace`: what a millisecond of the model costs; a token lives five minutes of the model. */
export function identities(pace: number): Identities {
  const tokens: IssuedToken[] = []
  const keys: IssuedKey[] = []
  return {
    tokens,
    keys,
    issueToken(audience) {
      const issuedAt = Date.now()
      const expiresAt = issuedAt + 5 * MINUTE * pace
      const claims = {
        aud: audience ?? 'https://github.com/lab',
        sub: 'repo:lab/databases:ref:refs/heads/main',
        iss: 'https://token.actions.githubusercontent.com',
        jti: `${tokens.length + 1}`,
        iat: Math.floor(issuedAt / 1000),
        exp: Math.floor(expiresAt / 1000)
      }
      const token = [{typ: 'JWT', alg: 'RS256'}, claims, {by: 'nobody'}].map(encode).join('.')
      tokens.push({token, issuedAt, expiresAt, presented: 0})
      return token
    },
    present(token) {
      const issued = tokens.find(one => one.token === token)
      if (issued === undefined)
        throw new Refused('InvalidIdentityToken', "Couldn't retrieve verification key from your identity provider", 400)
      issued.presented += 1
      const {aud} = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {aud: string}
      if (aud !== 'sts.amazonaws.com') throw new Refused('InvalidIdentityToken', 'Incorrect token audience', 400)
      if (Date.now() >= issued.expiresAt) throw new Refused('ExpiredTokenException', 'Token expired', 400)
    },
    issueKey(token, output) {
      const {Credentials: given} = output as {Credentials?: {AccessKeyId: string; SessionToken: string; Expiration: Date}}
      if (given === undefined) return
      const {AccessKeyId: accessKeyId, SessionToken: sessionToken, Expiration} = given
      keys.push({
        accessKeyId,
        sessionToken,
        token,
        issuedAt: Date.now(),
        expiresAt: Expiration.getTime(),
        requests: 0,
        lastUsedAt: undefined,
        refused: 0
      })
    },
    check({accessKeyId, sessionToken}) {
      // Lets a test hand out credentials that have ended.
      if (accessKeyId.startsWith('ASIAEXPIRED')) throw expired()
      const key = keys.find(one => one.accessKeyId === accessKeyId)
      if (key === undefined) return
      if (key.sessionToken !== sessionToken)
        throw new Refused('InvalidClientTokenId', 'The security token included in the request is invalid.', 403)
      const now = Date.now()
      key.requests += 1
      key.lastUsedAt = now
      if (now < key.expiresAt) return
      key.refused += 1
      throw expired()
    }
  }
}

const expired = (): Refused => new Refused('ExpiredToken', 'The security token included in the request is expired', 403)

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
