/** A check: a statement that is true or false of what a look found, before a phase does what cannot be taken back. */
import type {ModeName, ReasonCode} from '../domain/outcome.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation} from '../observing/observation.ts'
import type {CheckReport} from '../reporting/report.ts'
import {Scene} from './scene.ts'

export type Verdict =
  | {readonly is: 'met'; readonly observed: string; readonly expected: string}
  | {readonly is: 'not_met'; readonly observed: string; readonly expected: string; readonly remedy: string}
  | {readonly is: 'unknown'; readonly because: string; readonly remedy: string}
  | {readonly is: 'not_applicable'; readonly because: string}

/** `proof`: unknown stops the run, cannot be ignored. `blocking`: not met stops it, may be overruled. `advice`: never stops. */
export type Severity = CheckReport['severity']

export interface Check {
  readonly id: string
  /** The rows of `docs/facts.md` it comes from; none where it only asks whether an input of the user is kept. */
  readonly rows: readonly string[]
  /** A statement that is true or false. */
  readonly title: string
  readonly severity: Severity
  readonly guards: readonly ModeName[]
  /** `prepare` makes it true, so that a plan with it ahead finds it met. */
  readonly isMendedByPrepare?: boolean
  /** Nobody can tell before the phase itself is there: a plan made ahead of it leaves it open. */
  readonly onlyThen?: boolean
  /** It may come true while the run waits at the gates of the switchover; anything else refuses at once. */
  readonly passes?: boolean
  /** How a run ends that this check stops, where a reason code says it; `checks_not_met` is for the others. */
  readonly reason?: ReasonCode
  /** Pure. `date` is for ages, never for elapsed time; `scene` is of that look, for several checks at once. */
  judge(now: Observation, inputs: Inputs, date: Date, scene?: Scene): Verdict
}

function reportOf(check: Check, phase: ModeName, verdict: Verdict): CheckReport {
  const common = {id: check.id, title: check.title, severity: check.severity, verdict: verdict.is, phase}
  switch (verdict.is) {
    case 'met':
      return {...common, observed: verdict.observed, expected: verdict.expected, remedy: ''}
    case 'not_met':
      return {...common, observed: verdict.observed, expected: verdict.expected, remedy: verdict.remedy}
    case 'unknown':
      return {...common, observed: verdict.because, expected: '', remedy: verdict.remedy}
    case 'not_applicable':
      return {...common, observed: verdict.because, expected: '', remedy: ''}
  }
}

/** When and of what the checks are asked. */
export interface Moment {
  readonly now: Observation
  readonly date: Date
  readonly isForeseen: boolean
}

export interface Judged {
  readonly check: Check
  readonly verdict: Verdict
  readonly report: CheckReport
  readonly stops: boolean
}

/** Each check of the list against one look, or against what an earlier phase would leave. What stops: rules, "Severity of checks". */
export function judgeAll(checks: readonly Check[], phase: ModeName, {now, date, isForeseen}: Moment, inputs: Inputs): readonly Judged[] {
  const scene = new Scene(now, inputs)
  return checks.map(check => {
    const verdict: Verdict =
      isForeseen && check.onlyThen === true
        ? {is: 'not_applicable', because: `asked just before ${phase}`}
        : check.judge(now, inputs, date, scene)
    const wrong = verdict.is === 'not_met' || (verdict.is === 'unknown' && (check.severity === 'proof' || STOPS_UNKNOWN.has(check.id)))
    const overruled = check.severity === 'blocking' && inputs.ignoreChecks.includes(check.id)
    const stops = wrong && check.severity !== 'advice' && !overruled
    const report = {...reportOf(check, phase, verdict), ...(stops ? {stops} : {}), ...(wrong && overruled ? {ignored: true} : {})}
    return {check, verdict, report, stops}
  })
}

/** Blocking checks whose unknown also stops: nobody switches over on a lag that nobody has seen. */
const STOPS_UNKNOWN: ReadonlySet<string> = new Set(['replica-lag-is-within-limit'])

/** What stops: one with what was found and what would do, several by their titles; `linesOf` has the rest. */
export function sayStops(judged: readonly Judged[]): string {
  const stopping = judged.filter(one => one.stops)
  const [first] = stopping
  if (first !== undefined && stopping.length === 1) return sayOne(first.report)
  return `${stopping.length} checks are not met: ${stopping.map(one => one.report.title).join('; ')}`
}

/** Each with what was found, what would do, and what to do about it. */
export const linesOf = (checks: readonly CheckReport[]): readonly string[] =>
  checks.filter(one => one.stops === true).map(one => `${sayOne(one)}${one.remedy === '' ? '' : `. What to do: ${one.remedy}`}`)

function sayOne({title, verdict, observed, expected}: CheckReport): string {
  if (verdict === 'unknown') return `${title}: cannot be told (${observed})`
  return `${title}: no (${observed}${expected === '' ? '' : `; needed: ${expected}`})`
}

export function remedyOf(judged: readonly Judged[]): string {
  const remedies = [...new Set(judged.filter(one => one.stops && one.report.remedy !== '').map(one => one.report.remedy))]
  return remedies.length > 1 ? 'mend each of them: the log and the summary say how' : (remedies[0] ?? '')
}
