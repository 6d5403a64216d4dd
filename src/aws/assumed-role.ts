/** A role, assumed with the job's own OIDC token: AssumeRoleWithWebIdentity, sent once for each token. */
import type {STSClient} from '@aws-sdk/client-sts'
import type {Credentials, Keeping, Source} from './credentials.ts'
import {keepCredentials} from './credentials.ts'
import type {Settings} from './settings.ts'
import {noCredentials} from './sts-refusals.ts'

const AUDIENCE = 'sts.amazonaws.com'

export interface Role {
  readonly arn: string
  readonly sessionName: string
  /** Left out, STS gives an hour. */
  readonly durationSeconds: number | undefined
  /** A new token of the job at every call: it lives five minutes, so one that was used before may have ended while STS was slow. */
  readonly token: (audience: string) => Promise<string>
  /** When the job may not ask for tokens any more, where that is known. */
  readonly tokensUntil: Date | undefined
  /** A cancelled run waits for no token. */
  readonly signal: AbortSignal
}

export interface AssumedRole extends Credentials {
  close(): void
}

/** Nothing is asked before the first request. A request rejects with `NoCredentials` when there are none for it. */
export function assumedRole(role: Role, common: Omit<Settings, 'credentials'>, keeping: Keeping): AssumedRole {
  const open = async () => {
    const {STSClient, AssumeRoleWithWebIdentityCommand} = await import('@aws-sdk/client-sts')
    // STS answers in well under a second: a request that hangs should not hold up the run that a living credential could go on with.
    const requestHandler = {...common.requestHandler, requestTimeout: 10_000, socketTimeout: 10_000}
    return {client: new STSClient({...common, requestHandler}), AssumeRole: AssumeRoleWithWebIdentityCommand}
  }
  // What has ended already and still works is no end.
  const until = role.tokensUntil !== undefined && role.tokensUntil > keeping.date() ? role.tokensUntil : undefined
  let opened: ReturnType<typeof open> | undefined
  let client: STSClient | undefined

  const source: Source = async () => {
    opened ??= open()
    const [token, sts] = await Promise.all([role.token(AUDIENCE), opened])
    client = sts.client
    const asked = keeping.date().getTime()
    const command = new sts.AssumeRole({
      RoleArn: role.arn,
      RoleSessionName: role.sessionName,
      WebIdentityToken: token,
      DurationSeconds: role.durationSeconds
    })
    const {Credentials: given} = await sts.client.send(command, {abortSignal: role.signal}).catch((thrown: unknown) => {
      throw noCredentials(thrown, {region: common.region, token})
    })
    if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined || given.SessionToken === undefined)
      throw noCredentials(new Error('the answer has no credentials'), {region: common.region, token})
    // Counted from our own question too: with a clock that is behind AWS's, the date alone would be believed for too long.
    const end = asked + (role.durationSeconds ?? 3600) * 1000
    const expiration = new Date(Math.min(end, given.Expiration?.getTime() ?? end))
    return {accessKeyId: given.AccessKeyId, secretAccessKey: given.SecretAccessKey, sessionToken: given.SessionToken, expiration}
  }

  return {
    provide: keepCredentials(source, keeping).provide,
    expires: () => until,
    close: () => client?.destroy()
  }
}
