/** STS: who is asking, and a role for a token. Nothing is checked but the shape; expiry is the desk's business. */
import type {Dice} from '../dice.ts'
import type {Account} from './account.ts'

interface Caller {
  readonly Account: string
  readonly Arn: string
  readonly UserId: string
}

export const callerIdentity = (account: Account): Caller => ({
  Account: account.id,
  Arn: `arn:${account.partition}:sts::${account.id}:assumed-role/lab/rds-blue-green`,
  UserId: 'AROALABLABLABLABLABLA:rds-blue-green'
})

export function assumeRole(
  _account: Account,
  input: {RoleArn?: string; RoleSessionName?: string; DurationSeconds?: number},
  now: number,
  dice: Dice
): object {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return {
    Credentials: {
      AccessKeyId: `ASIA${dice.text(alphabet, 16)}`,
      SecretAccessKey: dice.text(`${alphabet}abcdefghijklmnopqrstuvwxyz`, 40),
      SessionToken: dice.text(alphabet, 120),
      Expiration: new Date(now + (input.DurationSeconds ?? 3600) * 1000)
    },
    SubjectFromWebIdentityToken: 'repo:lab/lab:ref:refs/heads/main',
    AssumedRoleUser: {
      AssumedRoleId: `AROALABLABLABLABLABLA:${input.RoleSessionName ?? ''}`,
      Arn: `${(input.RoleArn ?? '').replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${input.RoleSessionName ?? ''}`
    },
    Audience: 'sts.amazonaws.com'
  }
}
