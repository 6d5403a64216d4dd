import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {badInput} from '../../src/reporting/bad-input.ts'
import {annotation, LONGEST_ANNOTATION} from '../../src/reporting/error-annotation.ts'
import {blockedCleanup, problems} from './samples.ts'

describe('the one error', () => {
  test('says what is true, why the run stopped, what to do, and the evidence', () => {
    expect(annotation(blockedCleanup.outcome).split('\n')).toEqual([
      'rds-blue-green: orders-old1 had up to 3 connections within the last 60 minutes. Nothing was deleted.',
      'What to do: Find out who still connects to orders-old1 and move them to orders, then run cleanup again. old-idle-minutes: 0 skips this proof.',
      '(cleanup: blocked, old_blue_in_use)',
      '- DatabaseConnections of orders-old1: maximum 3, last seen above zero at 2026-11-21 03:58 UTC',
      '- DatabaseConnections of orders-replica-old1: 0'
    ])
  })

  test('names every input that is wrong', () => {
    expect(annotation(badInput(problems)).split('\n')).toEqual([
      'rds-blue-green: There are 4 problems with the inputs, so nothing was asked of AWS and nothing was changed.',
      'What to do: Correct them in the workflow and run it again.',
      '(failed, invalid_input)',
      '- target-iops is "12k": this is not a number (allowed: a whole number, 1000 or more; for example: 12000)',
      '- switchover-window is "Sunday night": this is not allowed (allowed: days, from-to and a time zone; for example: Sun 02:00-04:00 Europe/Berlin)',
      '- approved-fingerprint: it is given and empty, which is what a lost output looks like; leave it out or give a value (allowed: none, or the fingerprint of an earlier run; for example: none)',
      '- "dryrun": there is no such input; is dry-run meant?'
    ])
  })

  test('names no account', () => {
    const details = ['User: arn:aws:sts::111122223333:assumed-role/deploy/run is not authorized', '111122223333']
    expect(annotation({...blockedCleanup.outcome, details}, ['111122223333'])).not.toContain('111122223333')
  })

  test('always has room for what to do, and fits', () => {
    fc.assert(
      fc.property(fc.nat(9000), fc.nat(9000), fc.array(fc.nat(3000), {maxLength: 30}), (because, remedy, details) => {
        const outcome = {
          ...blockedCleanup.outcome,
          because: 'b'.repeat(because),
          remedy: `remedy ${'r'.repeat(remedy)}`,
          details: details.map(length => `d${'d'.repeat(length)}`)
        }
        const message = annotation(outcome)
        expect(message.length).toBeLessThanOrEqual(LONGEST_ANNOTATION)
        expect(message).toContain('\nWhat to do: remedy')
        const lines = message.split('\n').filter(line => line.startsWith('- '))
        const left = /… (\d+) more/.exec(message)?.[1] ?? '0'
        expect(lines.length + Number(left)).toBe(details.length)
      })
    )
  })
})
