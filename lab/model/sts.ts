/** STS: who is asking, and a role for a token. What the token says, and when the keys have ended, is for whoever carries them to check. */
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account} from './account.ts'
import {refusal} from './refusals.ts'

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

const HOUR = 3600

export function assumeRole(
  account: Account,
  input: {RoleArn?: string; RoleSessionName?: string; DurationSeconds?: number},
  now: number,
  dice: Dice
): object | Refusal {
  const {DurationSeconds: seconds = HOUR, RoleSessionName: session = ''} = input
  if (seconds < 900) return invalid(`${seconds}`, 'durationSeconds', 'Member must have value greater than or equal to 900')
  if (seconds > 12 * HOUR) return invalid(`${seconds}`, 'durationSeconds', 'Member must have value less than or equal to 43200')
  if (!/^[\w+=,.@-]{2,64}$/.test(session))
    return invalid(session, 'roleSessionName', 'Member must satisfy regular expression pattern: [\\w+=,.@-]*')
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return {
    Credentials: {
      AccessKeyId: `ASIA${dice.text(alphabet, 16)}`,
      SecretAccessKey: dice.text(`${alphabet}abcdefghijklmnopqrstuvwxyz`, 40),
      SessionToken: dice.text(alphabet, 120),
      // Dates stay real and durations shrink, like all of the lab's.
      Expiration: new Date(now + seconds * 1000 * account.pace)
    },
    SubjectFromWebIdentityToken: 'repo:lab/lab:ref:refs/heads/main',
    AssumedRoleUser: {
      AssumedRoleId: `AROALABLABLABLABLABLA:${input.RoleSessionName ?? ''}`,
      Arn: `${(input.RoleArn ?? '').replace(':iam:', ':sts:').replace(':role/', ':assumed-role/')}/${input.RoleSessionName ?? ''}`
    },
    Audience: 'sts.amazonaws.com'
  }
}

const invalid = (value: string, member: string, constraint: string): Refusal =>
  refusal('ValidationError', `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`)
