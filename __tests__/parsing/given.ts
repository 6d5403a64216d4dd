/** Inputs as the runner hands them over. */
import type {Inputs, InputsRead} from '../../src/inputs.ts'
import {readInputs} from '../../src/inputs.ts'

export const CHECKS = [
  {id: 'automated-backups-on', severity: 'blocking'},
  {id: 'source-is-known', severity: 'proof'},
  {id: 'storage-is-large', severity: 'advice'}
] as const

/** `{'dry-run': 'true'}` as `INPUT_DRY-RUN`; names in capitals are variables already. */
export const env = (given: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [/^[A-Z]/.test(name) ? name : `INPUT_${name.toUpperCase()}`, value]))

/** A run that is in order, with changes. */
export const fine = (given: Readonly<Record<string, string>> = {}): Record<string, string> =>
  env({AWS_REGION: 'eu-central-1', mode: 'plan, create', source: 'orders', 'target-engine-version': '16', ...given})

export const asked = (given: Readonly<Record<string, string>>): InputsRead => readInputs(fine(given), CHECKS)

export function inputsOf(given: Readonly<Record<string, string>>): Inputs {
  const result = asked(given)
  if (result.is === 'wrong') throw new Error(JSON.stringify(result.problems))
  return result.inputs
}

/** `input: because`, one a problem. */
export function problemsOf(given: Readonly<Record<string, string>>): string[] {
  const result = asked(given)
  return result.is === 'wrong' ? result.problems.map(({input, because}) => `${input}: ${because}`) : []
}
