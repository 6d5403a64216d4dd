/** Whatever a workflow hands over: reading never throws, never guesses, and no message can be taken for a command or show a secret. */
import {expect, test} from '@jest/globals'
import fc from 'fast-check'
import {INPUTS, readInputs} from '../src/inputs.ts'
import {CHECKS, env} from './parsing/given.ts'

const nasty = fc.constantFrom(
  '##[error]x 02:00-04:00 UTC',
  '::error::x',
  '##[error]x',
  '\r\n::add-mask::x',
  '%0A::stop-commands::x',
  '123456789012',
  '\u202e',
  '\u0000',
  '=',
  ',',
  '\n',
  ' ',
  'v1:',
  'bgd-',
  'arn:aws:rds:'
)
const text = fc.oneof(
  fc.string({unit: 'binary'}),
  fc.array(fc.oneof(nasty, fc.string()), {maxLength: 6}).map(parts => parts.join(''))
)
const names = Object.keys(INPUTS)
const given = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string({maxLength: 12})), text, {maxKeys: 12})

test('never throws, and either every problem is a harmless line or everything asked for is there', () => {
  fc.assert(
    fc.property(given, anything => {
      const result = readInputs(env(anything), CHECKS)
      if (result.is === 'read') {
        expect(result.inputs.modes.length).toBeGreaterThan(0)
        return
      }
      expect(result.problems.length).toBeGreaterThan(0)
      for (const problem of result.problems) {
        for (const words of [problem.input, problem.value, problem.because, problem.allowed, problem.example]) {
          expect(words).not.toMatch(/\p{Cc}|\u2028|\u2029|##\[|^\s*::|%0[ad]|(?<!\d)123456789012(?!\d)/iu)
          expect(words.length).toBeLessThan(1000)
        }
        expect(problem.because).not.toBe('')
      }
    }),
    {numRuns: 2000}
  )
})

test('a secret stands in no problem, whatever else is wrong', () => {
  fc.assert(
    fc.property(
      given,
      fc.string({minLength: 8}).filter(one => one.trim().length >= 8),
      (anything, secret) => {
        const marked = `s3cr3t${secret}`
        const {secrets, ...rest} = readInputs(env({...anything, 'database-password': marked, 'github-token': marked, mode: 'x'}), CHECKS)
        expect(secrets.filter(one => one === marked)).toHaveLength(2)
        expect(JSON.stringify(rest)).not.toContain('s3cr3t')
      }
    ),
    {numRuns: 500}
  )
})

test('a number is what stands there, or an error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.double().map(String),
        fc.integer().map(String),
        fc.float().map(one => one.toFixed(3))
      ),
      typed => {
        const result = readInputs(env({mode: 'discover', AWS_REGION: 'eu-central-1', 'wait-timeout-minutes': typed}), CHECKS)
        if (typed.trim() === '') return
        const isPlain = /^\d+(\.\d+)?$/.test(typed.trim()) && Number(typed) > 0 && Number(typed) <= 7200
        expect(result.is === 'read').toBe(isPlain)
        if (result.is === 'read') expect(result.inputs.waitTimeoutMinutes).toBe(Number(typed))
      }
    ),
    {numRuns: 1000}
  )
})
