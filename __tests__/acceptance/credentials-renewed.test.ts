// With role-to-assume a wait outlives its credentials: each renewal takes another token of the job, and no key is sent after its end.
import {expect, test} from '@jest/globals'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {asks, cleansUp, kinds} from './kinds.ts'
import type {Lab} from './lab.ts'
import {FACTOR, openLab} from './lab.ts'
import type {Inputs, Step, StepOptions} from './step.ts'

/** The shortest session that STS gives, as long as it is here. */
const LIFE = (900 * 1000) / FACTOR

const role: Inputs = {'role-to-assume': 'arn:aws:iam::123456789012:role/upgrade', 'role-duration-seconds': '900'}
const noKeys = {AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_SESSION_TOKEN: undefined}
/** As the runner gives it to a job with `id-token: write`. */
const job = ({face}: Lab): StepOptions => ({
  env: {...noKeys, ACTIONS_ID_TOKEN_REQUEST_URL: `${face.url}/oidc?api-version=2.0`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'lab'}
})

/** Green is upgraded for that many lives of a credential. */
const slow = (account: AccountSeed, lives: number): AccountSeed => ({
  ...account,
  paper: {...account.paper, upgrade: [lives * 900_000, lives * 900_000]}
})

/** Sessions so long that several looks fall into the tenth of their life in which they are renewed, on a busy machine too. */
const longer: Inputs = {...role, 'role-duration-seconds': '1800'}

/** The key that STS gave first was used after STS had failed to give another. */
function keepsTheLivingKey({desk, face}: Lab): void {
  const [, failed] = desk.record.filter(one => one.api === 'sts')
  expect(face.keys[0]?.lastUsedAt ?? 0).toBeGreaterThan(failed?.at ?? Number.POSITIVE_INFINITY)
}

/** What must be true of every step that renews. */
function renewsWell({face, desk}: Lab, step: Step): void {
  const {tokens, keys, requests} = face
  // Each attempt shows STS a token that was never shown before.
  expect(tokens.map(one => one.presented)).toEqual(tokens.map(() => 1))
  expect(new Set(tokens.map(one => one.token)).size).toBe(tokens.length)
  expect(new Set(keys.map(one => one.accessKeyId)).size).toBe(keys.length)
  // No key is sent after its end, and nothing is sent without one.
  expect(keys.map(one => one.refused)).toEqual(keys.map(() => 0))
  for (const key of keys) expect(key.lastUsedAt ?? 0).toBeLessThan(key.expiresAt)
  const signed = requests.filter(one => one.api === 'rds' || one.api === 'monitoring')
  expect(new Set(signed.map(one => one.accessKeyId))).toEqual(new Set(keys.map(one => one.accessKeyId)))
  expect(desk.record.filter(one => one.code !== undefined && /Expired/.test(one.code))).toEqual([])
  // The log has every token once, in the mask that hides it.
  for (const {token} of tokens) expect(step.log.filter(line => line.includes(token))).toEqual([`::add-mask::${token}`])
}

test.concurrent.each(kinds)('through three expiries in one wait: $is', async kind => {
  await using lab = await openLab({account: slow(kind.account, 3.3)})
  const step = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), ...cleansUp, ...role}, job(lab))
  expect(step.ending).toBe('completed cleaned_up')
  renewsWell(lab, step)
  const {keys} = lab.face
  expect(keys.length).toBeGreaterThanOrEqual(4)
  // At a tenth of its life before its end: no sooner, and as much later as the pause between two looks may be.
  const renewedAfter = keys.slice(1).map((key, index) => key.issuedAt - (keys[index]?.issuedAt ?? 0))
  for (const milliseconds of renewedAfter) expect(milliseconds).toBeGreaterThanOrEqual(0.89 * LIFE)
  expect(lab.desk.record.filter(one => one.api === 'sts').map(one => one.input)).toEqual(
    keys.map(({token}) => ({
      RoleArn: role['role-to-assume'],
      RoleSessionName: 'rds-blue-green-7777777777',
      WebIdentityToken: token,
      DurationSeconds: 900
    }))
  )
  expect(step.log.filter(line => line.startsWith('::warning'))).toEqual([])
})

test.concurrent('a renewal that fails twice: the key that still lives is kept, and the next try has a new token', async () => {
  const [kind] = kinds
  if (kind === undefined) throw new Error('no kind')
  await using lab = await openLab({
    account: slow(kind.account, 2.5),
    faults: [
      {operation: 'AssumeRoleWithWebIdentity', nth: 2, fault: {is: 'refuse', code: 'AccessDenied', message: 'Not yet', status: 403}},
      {operation: 'AssumeRoleWithWebIdentity', nth: 3, fault: {is: 'reset', effect: 'after'}}
    ]
  })
  const step = await lab.run({mode: 'create, wait', ...asks(kind), ...longer}, job(lab))
  expect(step.ending).toBe('completed green_ready')
  renewsWell(lab, step)
  keepsTheLivingKey(lab)
  expect(
    lab.desk.record
      .filter(one => one.api === 'sts')
      .map(one => one.outcome)
      .slice(0, 4)
  ).toEqual(['answered', 'refused', 'broken', 'answered'])
  expect(lab.face.tokens.length).toBe(lab.face.keys.length + 2)
  const told = step.log.filter(line => line.includes('AWS credentials'))
  expect(told).toEqual([
    expect.stringMatching(/could not be renewed \(STS in eu-west-1: AccessDenied: Not yet\); trying again until they end at/),
    'the AWS credentials are renewed'
  ])
})

test.concurrent('STS gives no more credentials: the run goes on while the last ones live, and then ends with what STS said', async () => {
  const [kind] = kinds
  if (kind === undefined) throw new Error('no kind')
  await using lab = await openLab({
    account: slow(kind.account, 5),
    faults: [
      {
        operation: 'AssumeRoleWithWebIdentity',
        nth: 2,
        times: 0,
        fault: {is: 'refuse', code: 'AccessDenied', message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity', status: 403}
      }
    ]
  })
  const step = await lab.run({mode: 'create, wait', ...asks(kind), ...longer}, job(lab))
  expect([step.ending, step.outputs['changed'], step.outputs['next-mode']]).toEqual(['failed access_denied', 'true', 'wait'])
  renewsWell(lab, step)
  keepsTheLivingKey(lab)
})

const refusals: readonly (readonly [string, string, number, string, RegExp])[] = [
  ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403, 'access_denied', /trust policy/],
  ['InvalidIdentityToken', 'No OpenIDConnect provider found in your account', 400, 'access_denied', /OIDC identity provider/],
  ['PackedPolicyTooLarge', 'Packed policy consumes 110% of allotted space', 400, 'access_denied', /session tags/],
  [
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    400,
    'invalid_input',
    /role-duration-seconds/
  ]
]

test.concurrent.each(refusals)('refused at first: %s', async (code, message, status, reason, remedy) => {
  const [kind] = kinds
  await using lab = await openLab({
    account: kind?.account ?? {},
    faults: [{operation: 'AssumeRoleWithWebIdentity', times: 0, fault: {is: 'refuse', code, message, status}}]
  })
  const step = await lab.run({mode: 'status', source: 'orders', ...role}, job(lab))
  expect(step.ending).toBe(`failed ${reason}`)
  const [error = ''] = step.log.filter(line => line.startsWith('::error'))
  for (const text of [code, 'repo:lab/databases:ref:refs/heads/main', 'repo:OWNER/REPO:', 'repo:OWNER@OWNER-ID/REPO@REPO-ID:'])
    expect(error).toContain(text)
  expect(error).toMatch(remedy)
  expect(lab.face.requests.map(one => one.api)).toEqual(['oidc', 'sts'])
})

test.concurrent('without id-token: write there is one error, and nothing is asked of AWS', async () => {
  const [kind] = kinds
  if (kind === undefined) throw new Error('no kind')
  await using lab = await openLab({account: kind.account})
  const step = await lab.run({mode: 'create', ...asks(kind), ...role})
  expect(step.ending).toBe('failed access_denied')
  expect(step.log.find(line => line.startsWith('::error'))).toContain('permissions: id-token: write')
  expect(lab.face.requests).toEqual([])
})
