/** Inputs, run, publish: the only place that turns an error into a failed step. */

import {checks} from './checks/index.ts'
import type {ModeName, Outcome} from './domain/outcome.ts'
import {exitCodeOf} from './domain/outcome.ts'
import type {Inputs} from './inputs.ts'
import {readInputs} from './inputs.ts'
import {emptyOutputs, refuseAccount} from './outputs.ts'
import {accountsOf} from './reporting/accounts.ts'
import type {InputProblem} from './reporting/bad-input.ts'
import {badInput} from './reporting/bad-input.ts'
import {annotation} from './reporting/error-annotation.ts'
import type {Report} from './reporting/report.ts'
import {bareReport} from './reporting/report.ts'
import {reportFile} from './reporting/report-file.ts'
import {result} from './reporting/result.ts'
import {SUMMARY_LIMIT, summary} from './reporting/summary.ts'
import {AVAILABLE, Run} from './run.ts'
import type {Publisher, World} from './world.ts'

export interface Surroundings extends Omit<World, 'rds' | 'metrics' | 'reporter' | 'expires'> {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly publisher: Publisher
  /** Called once, only when the inputs are good. */
  connect(inputs: Inputs): Promise<Pick<World, 'rds' | 'metrics' | 'expires'>>
}

/** Never rejects. Returns the exit code. */
export async function main(around: Surroundings): Promise<0 | 1> {
  const {env, publisher} = around
  const read = readInputs(env, checks)
  publisher.mask(read.secrets)
  publisher.know(emptyOutputs())
  const problems = read.is === 'wrong' ? read.problems : unavailable(read.inputs)
  if (problems.length > 0 || read.is === 'wrong') return publish(around, {...empty(around, badInput(problems)), problems}, 'fail')
  let run: Run | undefined
  try {
    const {rds, metrics, expires} = await around.connect(read.inputs)
    run = new Run(read.inputs, {...around, rds, metrics, expires, reporter: publisher})
    return await publish(around, await run.go(), read.inputs.onTimeout)
  } catch (thrown) {
    const report = run === undefined ? empty(around, unexpected(thrown)) : {...run.report(), outcome: unexpected(thrown)}
    if (env['RUNNER_DEBUG'] === '1' && thrown instanceof Error) publisher.say(thrown.stack ?? '')
    return publish(around, report, 'fail')
  }
}

/** Of an `upgrade` what does not exist yet is left out, and said; a phase asked for by name is refused. */
function unavailable(inputs: Inputs): readonly InputProblem[] {
  if (inputs.upgrade) return []
  const missing = inputs.modes.filter((mode: ModeName) => !AVAILABLE.has(mode))
  return missing.map(mode => ({
    input: 'mode',
    value: `"${mode}"`,
    because: `this release does not have ${mode} yet`,
    allowed: [...AVAILABLE, 'upgrade'].join(', '),
    example: 'create'
  }))
}

const unexpected = (thrown: unknown): Outcome => ({
  is: 'failed',
  phase: '',
  reason: 'unexpected_error',
  because: `something went wrong inside the action: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  remedy: 'please report it with the log of a run with debug logging; the same step run again goes on from what it finds',
  details: []
})

const empty = ({clock, run}: Surroundings, outcome: Outcome): Report =>
  bareReport(outcome, {startedAt: clock.date(), took: clock.elapsed(), run})

/** One thing after another, each in its own try: none can change how the run ended. */
async function publish({publisher, signal}: Surroundings, found: Report, onTimeout: 'fail' | 'pass'): Promise<0 | 1> {
  const {outcome} = found
  const known = {...emptyOutputs(), changed: 'false', ...found.outputs, outcome: outcome.is, reason: outcome.reason, phase: outcome.phase}
  const path = publisher.reportPath()
  // What GitHub would drop is dropped here, so that `result` never carries it either.
  const guarded = Object.fromEntries(
    Object.entries({...known, 'report-path': path}).map(([name, value]) => [name, refuseAccount(name as keyof typeof known, value).value])
  )
  const report: Report = {...found, outputs: guarded}
  const accounts = accountsOf(report)
  const isFailure = exitCodeOf(outcome.is, onTimeout) === 1
  const parts: readonly (readonly [string, () => void | Promise<void>])[] = [
    ['the outputs', () => publisher.know({...guarded, result: result(report, accounts)})],
    ['the error', () => (isFailure ? publisher.fail(annotation(outcome, accounts)) : undefined)],
    ['the report file', () => publisher.writeReport(path, reportFile(report))],
    ['the summary', () => publisher.writeSummary(summary(report, SUMMARY_LIMIT, accounts))]
  ]
  for (const [what, part] of parts) {
    try {
      await part()
    } catch (thrown) {
      if (!signal.aborted) publisher.warn(`${what} could not be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
    }
  }
  return exitCodeOf(outcome.is, onTimeout)
}
