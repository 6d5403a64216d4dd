// A report that is given away says what happened, and not to whom.
import {expect, test} from '@jest/globals'
import {scrub} from '../../scripts/scrub-report.ts'
import {postgres, QUICK, WHOLE} from '../scenarios/seeds.ts'
import {stage} from '../scenarios/stage.ts'

test('of a whole upgrade: no account, ARN, id or name is left; statuses, versions and times are', async () => {
  const story = stage({instances: [postgres], paper: QUICK})
  const {report} = await story.run(WHOLE)
  const account = story.desk.account().id
  expect(report).toContain(account)
  const scrubbed = scrub(report)
  expect(JSON.parse(scrubbed)).toMatchObject({schema: 1, outcome: 'completed', reason: 'cleaned_up'})
  for (const secret of [account, 'orders', 'bgd-', 'actions/runs', 'rds.amazonaws.com']) expect(scrubbed).not.toContain(secret)
  expect(scrubbed).not.toMatch(/\b(db|cluster)-[A-Z0-9]{20,}/)
  const before = JSON.parse(report) as Record<string, unknown>
  const after = JSON.parse(scrubbed) as Record<string, unknown>
  for (const kept of ['started_at', 'took_milliseconds', 'region']) expect(after[kept]).toEqual(before[kept])
  expect(scrubbed).toContain('17.6')
  expect(scrubbed.match(/at_milliseconds/g)).toEqual(report.match(/at_milliseconds/g))
})

test('the same name is the same word everywhere', () => {
  const made = scrub(
    JSON.stringify({source: 'orders', because: 'orders and orders-old1 of arn:aws:rds:eu-west-1:123456789012:db:orders-old1'})
  )
  expect(JSON.parse(made)).toEqual({source: 'name-2', because: 'name-2 and name-1 of arn:aws:rds:eu-west-1:account-1:db:name-1'})
})
