/** The `result` output: all other outputs as one versioned JSON value. It crosses jobs, so it carries no ARN and no account id. */
import {accountsOf, mapStrings, withoutArns} from './accounts.ts'
import type {Report} from './report.ts'

const RESULT_SCHEMA = 1
/** `result` cannot hold itself, and a path means nothing on another machine. */
const LEFT_OUT: ReadonlySet<string> = new Set(['result', 'report-path'])
const JSON_OUTPUTS: ReadonlySet<string> = new Set(['checks', 'drift', 'matrix', 'changed-fields'])
const NUMBERS: ReadonlySet<string> = new Set(['switchover-seconds', 'green-port'])

/** Fields are the outputs in snake_case, in the order they are given; what an empty output means in JSON is null for all but text. */
export function result(report: Report, accounts: readonly string[] = accountsOf(report)): string {
  const short = (words: string): string => withoutArns(words, accounts)
  const fields: Record<string, unknown> = {schema: RESULT_SCHEMA}
  for (const [name, value] of Object.entries(report.outputs))
    if (!LEFT_OUT.has(name)) fields[name.replaceAll('-', '_')] = mapStrings(valueOf(name, value), short)
  return JSON.stringify(fields)
}

function valueOf(name: string, value: string): unknown {
  if (name === 'changed') return value === 'true'
  if (JSON_OUTPUTS.has(name)) return value === '' ? null : parsed(value)
  if (NUMBERS.has(name)) return value === '' || !Number.isFinite(Number(value)) ? null : Number(value)
  return value
}

/** Our own JSON; text that is none is handed on as text rather than losing the whole result. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
