/**
 * `mode: plan`, and a dry run of several phases: every phase ahead, asked what it would do and whether anything stands in its way. Those
 * that have nothing to do are looked at as they are; from the first that would write on, each is planned on what the one before would leave.
 */
import {valueOf} from '../domain/known.ts'
import type {ModeName, Outcome, ReasonCode} from '../domain/outcome.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation} from '../observing/observation.ts'
import type {Phase} from '../phases/phase.ts'
import {asksToPrepare} from '../preparing/asked.ts'
import type {CheckReport, PlannedStep} from '../reporting/report.ts'
import type {Pace} from '../waiting/pace.ts'
import type {World} from '../world.ts'
import type {End} from './endings.ts'
import {lookAhead, wouldBegin} from './looking-ahead.ts'

/**
 * What `plan` alone speaks of. Preparing changes production, so it is asked for by name, or by an input that speaks of parameters; cleaning
 * up when there is an old blue.
 */
export const aheadOfPlan = (inputs: Inputs): readonly ModeName[] => [
  ...(asksToPrepare(inputs) ? (['prepare'] as const) : []),
  'create',
  'wait',
  'verify',
  'switchover'
]

/** How one phase ahead would end. */
export interface Ahead {
  readonly outcome: Outcome
  readonly planned: readonly PlannedStep[]
  readonly checks: readonly CheckReport[]
  readonly warnings: readonly string[]
  /** What it would leave; undefined: nothing would be begun so far, and the next phase looks for itself. */
  readonly left: Observation | undefined
  /** The deployment is being deleted, and it is not yet known what comes in its place. */
  readonly isLeaving: boolean
  /** What it has seen, where it looked. */
  readonly seen?: Observation
}

export interface Planned extends Pick<Ahead, 'outcome' | 'planned' | 'checks' | 'warnings'> {
  /** AWS did not answer as it should, or the run was cancelled: no verdict on the upgrade. */
  readonly isCut: boolean
  readonly stops: readonly Ahead[]
}

export interface Means {
  readonly inputs: Inputs
  readonly world: World
  readonly pace: Pace
  /** One phase by real looks; when planning, up to its first write. */
  drive(phase: Phase): Promise<End>
}

/** How the run ends when AWS does not answer as it should: no verdict on the upgrade. */
const NO_VERDICT: readonly ReasonCode[] = [
  'credentials_expired',
  'access_denied',
  'throttled',
  'aws_unreachable',
  'no_progress',
  'unexpected_error'
]

/** `from`: what was seen already, and what the first of them is planned on. */
export async function planPhases(phases: readonly Phase[], means: Means, from?: Observation): Promise<Planned> {
  const planned: PlannedStep[] = []
  const checks: CheckReport[] = []
  const warnings: string[] = []
  const done: Outcome[] = []
  const stops: Ahead[] = []
  let left = from
  for (const phase of phases) {
    const one = await oneAhead(phase, left, means)
    planned.push(...one.planned)
    checks.push(...one.checks)
    warnings.push(...one.warnings)
    if (isCut(one.outcome)) return {outcome: {...one.outcome, phase: 'plan'}, planned, checks, warnings, stops, isCut: true}
    if (isStop(one.outcome)) stops.push(one)
    // What refuses without saying what it would do leaves nothing to plan on.
    if (isStop(one.outcome) && one.planned.length === 0) break
    if (one.planned.length === 0) done.push(one.outcome)
    left = one.left
    // Before what is being deleted is gone nobody knows what the next look of create finds.
    if (one.isLeaving) break
  }
  const outcome = outcomeOf(
    phases,
    planned,
    done,
    stops.map(one => one.outcome)
  )
  return {outcome, planned, checks, warnings, stops, isCut: false}
}

/** By real looks until a phase would begin something, then on what the one before would leave. */
export async function oneAhead(phase: Phase, left: Observation | undefined, means: Means): Promise<Ahead> {
  const {inputs, world, pace} = means
  if (left === undefined) {
    const {outcome, planned, checks, warnings, now} = await means.drive(phase)
    const deployment = valueOf(now.deployment)
    const isLeaving = deployment !== undefined && stageOf(deployment.status) === 'deleting'
    return {outcome, planned, checks, warnings, left: planned.length === 0 ? undefined : phase.after(inputs, now), isLeaving, seen: now}
  }
  const {plan, planned, left: after} = lookAhead(phase, inputs, left, world, pace)
  const common = {planned, checks: plan.checks ?? [], left: planned.length === 0 ? left : after, isLeaving: false}
  if (plan.is === 'refuse') {
    const {outcome: is, reason, because, remedy, details = [], commands = []} = plan
    return {...common, outcome: {is, phase: phase.name, reason, because, remedy, details, commands}, warnings: []}
  }
  const because = plan.is === 'done' ? plan.because : wouldBegin(plan.steps)
  const outcome: Outcome = {is: 'planned', phase: phase.name, reason: 'plan_passed', because, remedy: '', details: []}
  return {...common, outcome, warnings: plan.warnings ?? []}
}

const isCut = ({is, reason}: Outcome): boolean => is === 'cancelled' || is === 'timed_out' || NO_VERDICT.includes(reason)
const isStop = ({is}: Outcome): boolean => is === 'blocked' || is === 'failed'

function outcomeOf(
  phases: readonly Phase[],
  planned: readonly PlannedStep[],
  done: readonly Outcome[],
  stops: readonly Outcome[]
): Outcome {
  const [first] = stops
  if (first !== undefined) {
    return {
      is: 'blocked',
      phase: 'plan',
      reason: first.reason,
      because: stops.map(one => `${one.phase} would stop: ${one.because}`).join('; '),
      remedy: [...new Set(stops.map(one => one.remedy).filter(remedy => remedy !== ''))].join('; '),
      details: stops.flatMap(one => one.details),
      commands: stops.flatMap(one => one.commands ?? [])
    }
  }
  const last = done.at(-1)
  if (planned.length === 0 && last !== undefined)
    return {is: 'nothing_to_do', phase: 'plan', reason: last.reason, because: last.because, remedy: last.remedy, details: []}
  const left = phases.map(phase => phase.name).filter(name => planned.some(step => step.phase === name))
  return {
    is: 'completed',
    phase: 'plan',
    reason: 'plan_passed',
    because: `nothing stands in the way of ${left.join(', ')}`,
    remedy: '',
    details: []
  }
}
