/** Every problem of the inputs in one message, so that one run shows them all. */
import type {Outcome} from '../domain/outcome.ts'
import {withoutAccounts} from './accounts.ts'
import type {Markdown} from './markdown.ts'
import {code, join, md, oneLine, table, text} from './markdown.ts'

/** What the parsing of inputs finds; told by its fields, so that reporting knows nothing of parsing. */
export interface InputProblem {
  readonly input: string
  /** As typed, quoted; empty when nothing was given or when it must not be shown. */
  readonly value: string
  readonly because: string
  readonly allowed: string
  readonly example: string
}

function line({input, value, because, allowed, example}: InputProblem): string {
  const hints = [allowed === '' ? '' : `allowed: ${allowed}`, example === '' ? '' : `for example: ${example}`].filter(hint => hint !== '')
  const given = value === '' ? '' : ` is ${withoutAccounts(value)}`
  return oneLine(`${input}${given}: ${withoutAccounts(because)}${hints.length === 0 ? '' : ` (${hints.join('; ')})`}`)
}

export function badInput(problems: readonly InputProblem[]): Outcome {
  const isOne = problems.length === 1
  return {
    is: 'failed',
    phase: '',
    reason: 'invalid_input',
    because: `${isOne ? 'There is one problem' : `There are ${problems.length} problems`} with the inputs, so nothing was asked of AWS and nothing was changed.`,
    remedy: `Correct ${isOne ? 'it' : 'them'} in the workflow and run it again.`,
    details: problems.map(line)
  }
}

export const problemsTable = (problems: readonly InputProblem[], rows: number, chars: number): Markdown =>
  table(
    [md`Input`, md`Given`, md`What is wrong`, md`Allowed, and an example`],
    problems.map(({input, value, because, allowed, example}) => [
      code(input, chars),
      code(withoutAccounts(value), chars),
      text(withoutAccounts(because), chars),
      join([text(allowed, chars), code(example, chars)], '<br>')
    ]),
    rows
  )
