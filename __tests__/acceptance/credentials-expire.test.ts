// Without role-to-assume: an end that is known is announced when the wait begins, and when it comes the run ends with the step to run next.
import {expect, test} from '@jest/globals'
import {asks, kinds} from './kinds.ts'
import {openLab} from './lab.ts'
import type {Step} from './step.ts'

/** Long enough to get to the wait on a busy machine, and shorter than the wait. */
const LIFE = 12_000
const warnings = (step: Step): readonly string[] => step.log.filter(line => line.startsWith('::warning'))

test.concurrent.each(kinds)('known, announced once, and then it comes: $is', async kind => {
  const end = Date.now() + LIFE
  await using lab = await openLab({
    account: {...kind.account, paper: {upgrade: [36_000_000, 36_000_000]}},
    expireAt: end
  })
  // As `env: AWS_CREDENTIAL_EXPIRATION: ${{ steps.credentials.outputs.aws-expiration }}` gives it.
  const env = {AWS_CREDENTIAL_EXPIRATION: JSON.stringify(new Date(end))}
  const step = await lab.run({mode: 'create, wait, switchover', ...asks(kind)}, {env})
  expect([step.ending, step.code, step.outputs['phase']]).toEqual(['failed credentials_expired', 1, 'wait'])
  expect(warnings(step)).toEqual([expect.stringContaining(new Date(end).toISOString())])
  expect(warnings(step)[0]).toMatch(/role-to-assume.*role-duration-seconds/)
  const announced = step.log.findIndex(line => line.startsWith('::warning'))
  expect(announced).toBeLessThan(step.log.findIndex(line => /^wait .*PROVISIONING/.test(line)))
  // At once: one request was refused, and none came behind it.
  const refused = lab.desk.record.flatMap(({code}) => (code === undefined || code === 'DBParameterGroupNotFound' ? [] : [code]))
  expect(refused).toEqual(['ExpiredToken'])
  expect(lab.desk.record.at(-1)?.code).toBe('ExpiredToken')
  const id = step.outputs['deployment-id'] ?? ''
  expect(step.outputs).toMatchObject({changed: 'true', 'source-identifier': kind.source, 'next-mode': 'wait'})
  expect(step.summary).toContain(`with:\n  mode: wait\n  deployment-id: ${id}\n  aws-region: eu-west-1`)
  expect(step.log.find(line => line.startsWith('::error'))).toMatch(/goes on in AWS.*fresh credentials.*role-to-assume/)
})

test.concurrent('one that comes after the run is not announced, and nor is one of keys that say nothing of it', async () => {
  const [kind] = kinds
  if (kind === undefined) throw new Error('no kind')
  await using lab = await openLab({account: kind.account})
  const env = {AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + 6 * 3_600_000).toISOString()}
  expect(warnings(await lab.run({mode: 'create, wait', ...asks(kind)}, {env}))).toEqual([])
  const again = await lab.run({mode: 'wait', source: kind.source}, {env: {AWS_CREDENTIAL_EXPIRATION: 'never'}})
  expect([again.ending, warnings(again)]).toEqual(['completed green_ready', []])
})
