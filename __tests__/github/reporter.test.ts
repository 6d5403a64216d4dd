/** What a run says reaches GitHub as text, whatever is in it; outputs are complete; nothing here can end a run. */
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import type {StepReporter} from '../../src/github/reporter.ts'
import {stepReporter} from '../../src/github/reporter.ts'
import {refuseAccount} from '../../src/outputs.ts'
import type {KeptStep} from './log.ts'
import {commandIn, keptStep, outputsIn} from './log.ts'

function reporting(step: KeptStep = keptStep()): {reporter: StepReporter; step: KeptStep} {
  return {reporter: stepReporter({step, outputPath: '/output', refuse: refuseAccount}), step}
}

describe('a line', () => {
  test.each([
    ['wait  bgd-1  PROVISIONING', 'wait  bgd-1  PROVISIONING'],
    ['a\r\n b\rc\u2028d', 'a b c d'],
    ['::error::x', ': :error::x'],
    ['\t \u00a0::add-mask::x', '\t \u00a0: :add-mask::x'],
    ['\u200b\u202e::stop-commands::x', ': :stop-commands::x'],
    ['\n::error::x', ' : :error::x'],
    ['x ##[group]y', 'x # #[group]y'],
    ['\u001b[31mred\u0007', '[31mred'],
    ['50 % of %0A', '50 % of %0A'],
    ['a::b', 'a::b'],
    ['\ud800 half', '\ufffd half']
  ])('%j', (text, expected) => {
    const {reporter, step} = reporting()
    reporter.say(text)
    expect(step.text()).toBe(`${expected}\n`)
  })

  test('is never a command, and always one line', () => {
    const nasty = fc.constantFrom(
      '::',
      ':',
      '##[',
      '#',
      '[error]',
      'error',
      '\r',
      '\n',
      '\u2028',
      '\u0085',
      '\u200b',
      ' ',
      '%0A',
      'add-mask'
    )
    const texts = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.array(nasty, {maxLength: 12}).map(parts => parts.join(''))
    )
    fc.assert(
      fc.property(texts, text => {
        const {reporter, step} = reporting()
        reporter.say(text)
        expect(step.lines()).toHaveLength(1)
        expect(commandIn(step.text())).toBeUndefined()
        expect(step.text()).not.toMatch(/[\r\u2028\u2029\u0085]|##\[|^\s*::/)
      }),
      {numRuns: 2000}
    )
  })
})

describe('an annotation', () => {
  test('keeps its lines, and nothing in it ends it', () => {
    const {reporter, step} = reporting()
    reporter.fail('production is as it was\r\n100 % sure\n::warning::x ##[error]y')
    expect(step.text()).toBe('::error title=rds-blue-green::production is as it was%0A100 %25 sure%0A::warning::x # #[error]y\n')
  })

  test('is at most as long as GitHub shows, and cuts no character', () => {
    const {reporter, step} = reporting()
    reporter.fail(`${'x'.repeat(4094)}🟦🟦`)
    const message = step.text().replace('::error title=rds-blue-green::', '').trimEnd()
    expect(message).toBe(`${'x'.repeat(4094)}…`)
  })

  test('is one for each of ten warnings, then they are lines with a count', () => {
    const {reporter, step} = reporting()
    for (let index = 1; index <= 12; index += 1) reporter.warn(`number ${index}\nsecond line`)
    expect(step.lines()[9]).toBe('::warning title=rds-blue-green::number 10%0Asecond line')
    expect(step.lines().slice(10)).toEqual(['warning 11: number 11 second line', 'warning 12: number 12 second line'])
    expect(reporter.unseenWarnings()).toBe(2)
  })
})

test('a group has a harmless title', () => {
  const {reporter, step} = reporting()
  reporter.startGroup('wait\n::error::x %')
  reporter.endGroup()
  expect(step.text()).toBe('::group::wait ::error::x %25\n::endgroup::\n')
})

describe('masks', () => {
  test('come for the whole, trimmed, and for every line', () => {
    const {reporter, step} = reporting()
    reporter.mask([' hunter2 ', '-----BEGIN\nabc%\r\n-----END', 'ab', ''])
    expect(step.lines()).toEqual([
      '::add-mask:: hunter2 ',
      '::add-mask::hunter2',
      '::add-mask::-----BEGIN%0Aabc%25%0D%0A-----END',
      '::add-mask::-----BEGIN',
      '::add-mask::abc%25',
      '::add-mask::-----END'
    ])
  })
})

describe('outputs', () => {
  test('are written the moment they are known, once a value', () => {
    const {reporter, step} = reporting()
    reporter.know({'deployment-id': 'bgd-1', status: 'PROVISIONING'})
    const before = step.file('/output').length
    reporter.know({'deployment-id': 'bgd-1', status: 'PROVISIONING'})
    expect(step.file('/output')).toHaveLength(before)
    reporter.know({status: 'AVAILABLE', checks: '[\n]', outcome: ''})
    expect(outputsIn(step.file('/output'))).toEqual({'deployment-id': 'bgd-1', status: 'AVAILABLE', checks: '[\n]', outcome: ''})
    expect(step.text()).toBe('')
  })

  test('never carry an account id; the warning comes once', () => {
    const {reporter, step} = reporting()
    for (let again = 0; again < 2; again += 1) reporter.know({status: 'arn:aws:rds:eu-central-1:111122223333:db:orders'})
    expect(outputsIn(step.file('/output'))).toEqual({status: ''})
    expect(step.lines()).toEqual([expect.stringMatching(/^::warning .*the output status is left empty/)])
    expect(step.text()).not.toContain('111122223333')
  })

  test('come back as they went in', () => {
    const value = fc.string({unit: 'binary'}).filter(text => text.isWellFormed() && refuseAccount('status', text).warning === undefined)
    fc.assert(
      fc.property(fc.oneof(value, fc.constantFrom('x<<token-1\ny', 'ghadelimiter_token\n', '\n\n', 'a=b')), text => {
        const {reporter, step} = reporting()
        reporter.know({status: text, outcome: 'completed'})
        expect(outputsIn(step.file('/output'))).toEqual({status: text, outcome: 'completed'})
      })
    )
  })

  test('that cannot be written are a warning, and are tried again', () => {
    const {reporter, step} = reporting(keptStep(true))
    reporter.know({status: 'AVAILABLE'})
    reporter.know({status: 'AVAILABLE'})
    expect(step.lines()).toHaveLength(2)
    expect(step.text()).toContain('status could not be written to /output')
  })

  test('go nowhere outside GitHub', () => {
    const step = keptStep()
    stepReporter({step, outputPath: undefined, refuse: refuseAccount}).know({status: 'AVAILABLE'})
    expect(step.text()).toBe('')
  })
})

test('a log that nobody can write to is no reason to stop', () => {
  const step = {
    ...keptStep(),
    write: () => {
      throw new Error('EPIPE')
    }
  }
  const reporter = stepReporter({step, outputPath: '/output', refuse: refuseAccount})
  for (const act of [() => reporter.say('x'), () => reporter.warn('x'), () => reporter.fail('x'), () => reporter.mask(['secret'])])
    expect(act).not.toThrow()
})
