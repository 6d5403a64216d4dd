// A wait that may outlast the credentials is announced once, and only where their end is known.
import {expect, test} from '@jest/globals'
import {ExpiryNotice} from '../../src/engine/expiry.ts'
import type {WaitStep} from '../../src/phases/phase.ts'

const minute = 60_000
const start = Date.UTC(2026, 10, 20, 10)
const building: WaitStep = {do: 'wait', intent: 'RDS is building green', pace: 'provisioning'}

function notice(endsIn: number | undefined, isRenewed = false) {
  const clock = {elapsed: () => 30 * minute, date: () => new Date(start), sleep: () => Promise.resolve()}
  const expires = endsIn === undefined ? undefined : new Date(start + endsIn * minute)
  return new ExpiryNotice({clock, expires: () => expires}, 330 * minute, isRenewed)
}

test('said once: when they end, how long the wait may be, what happens then, what to do', () => {
  const one = notice(59)
  const said = one.before(building)
  expect(said).toMatch(/end at 2026-11-20T10:59:00.000Z, in 59m00s, and this wait may last 5h00m: .*credentials_expired.*role-to-assume/)
  expect(one.before(building)).toBeUndefined()
})

test('renewed ones end when the job may not ask for tokens any more, which no role mends', () => {
  const said = notice(59, true).before(building)
  expect(said).toMatch(/GitHub lets this job renew its AWS credentials until 2026-11-20T10:59:00.000Z.*on-timeout: pass/)
  expect(said).not.toContain('role-to-assume')
})

test.each([
  ['no end is known', undefined, building],
  ['they end after the run', 300, building],
  ['a wait of minutes', 59, {...building, pace: 'settling'} as const]
])('not said: %s', (_, endsIn, step) => {
  expect(notice(endsIn).before(step)).toBeUndefined()
})
