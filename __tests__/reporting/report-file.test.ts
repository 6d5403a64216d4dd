import {describe, expect, test} from '@jest/globals'
import {reportFile} from '../../src/reporting/report-file.ts'
import {result} from '../../src/reporting/result.ts'
import {completedUpgrade, dryRun, samples} from './samples.ts'

const parsed = (json: string): Record<string, unknown> => JSON.parse(json) as Record<string, unknown>

describe('the report file', () => {
  test('has a schema, ARNs and timings', () => {
    expect(parsed(reportFile(completedUpgrade))).toMatchObject({
      schema: 1,
      outcome: 'completed',
      reason: 'switchover_completed',
      started_at: '2026-11-20T01:12:30.000Z',
      took_milliseconds: 2_914_000,
      arns: {target: 'arn:aws:rds:eu-central-1:111122223333:db:orders'}
    })
  })

  test('is the same text whatever order the values came in', () => {
    const reversed = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T
    for (const report of Object.values(samples)) {
      const phases = report.phases.map(phase => ({
        ...phase,
        planned: phase.planned.map(step => ({...step, input: step.input === undefined ? undefined : reversed(step.input)}))
      }))
      expect(reportFile(reversed({...report, outputs: reversed(report.outputs), phases}))).toBe(reportFile(report))
    }
  })

  test('keeps dates and what is not there', () => {
    const [create] = dryRun.phases
    const planned = [
      {phase: 'wait' as const, intent: 'x', operation: undefined, input: {At: new Date(0), None: undefined, List: [1, {b: 1, a: 2}]}}
    ]
    const phases = create === undefined ? [] : [{...create, planned}]
    expect(reportFile({...dryRun, phases})).toContain('"operation": null')
    expect(reportFile({...dryRun, phases})).toContain('"At": "1970-01-01T00:00:00.000Z"')
  })
})

describe('the result output', () => {
  const checks = JSON.stringify([{id: 'a', observed: 'arn:aws:rds:eu-central-1:111122223333:db:orders in 111122223333'}])
  const outputs = {
    outcome: 'completed',
    changed: 'true',
    'deployment-id': 'bgd-4k2n8xq1vd7m0c3z',
    'green-port': '',
    checks,
    'switchover-seconds': '41',
    drift: '',
    'changed-fields': 'not JSON',
    result: 'x',
    'report-path': '/home/runner/work/_temp/report.json'
  }

  test('is one versioned value, in the order of the outputs', () => {
    expect(result({...completedUpgrade, outputs})).toBe(
      '{"schema":1,"outcome":"completed","changed":true,"deployment_id":"bgd-4k2n8xq1vd7m0c3z","green_port":null,' +
        '"checks":[{"id":"a","observed":"db:orders in (account)"}],"switchover_seconds":41,"drift":null,"changed_fields":"not JSON"}'
    )
  })

  test('carries no ARN and no account id', () => {
    for (const report of Object.values(samples)) {
      const said = result({...report, outputs: {...outputs, ...report.outputs, status: 'arn:aws-cn:iam::111122223333:role/x'}})
      expect(said).not.toMatch(/arn:aws|(?<!\d)111122223333/)
    }
  })
})
