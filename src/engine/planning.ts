/**
 * `mode: plan`: every phase ahead, asked what it would do and whether anything stands in its way. Those that have nothing to do are looked
 * at as they are; from the first that would write on, each is planned on what the one before would leave.
 */
import {valueOf} from '../domain/known.ts'
import type {Outcome, ReasonCode} from '../domain/outcome.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation} from '../observing/observation.ts'
import type {Phase} from '../phases/phase.ts'
import type {CheckReport, PlannedStep} from '../reporting/report.ts'
import type {Pace} from '../waiting/pace.ts'
import type {World} from '../world.ts'
import type {End} from './endings.ts'
import {lookAhead} from './looking-ahead.ts'

export interface Planned {
  readonly outcome: Outcome
  readonly planned: readonly PlannedStep[]
  readonly checks: readonly CheckReport[]
  readonly warnings: readonly string[]
  /** Why each phase that would stop would do so, and by which checks. */
  readonly stops: readonly Stop[]
}

export interface Stop {
  readonly outcome: Outcome
  readonly checks: readonly CheckReport[]
}

interface Means {
  readonly inputs: Inputs
  readonly world: World
  readonly pace: Pace
  /** One phase by real looks, up to its first write. */
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

export async function planPhases(phases: readonly Phase[], means: Means): Promise<Planned> {
  const planned: PlannedStep[] = []
  const checks: CheckReport[] = []
  const warnings: string[] = []
  const done: Outcome[] = []
  const stops: Stop[] = []
  let ahead: Observation | undefined
  for (const phase of phases) {
    const one = ahead === undefined ? await seen(phase, means) : foreseen(phase, ahead, means)
    planned.push(...one.planned)
    checks.push(...one.checks)
    warnings.push(...one.warnings)
    if (isCut(one.outcome)) return {outcome: {...one.outcome, phase: 'plan'}, planned, checks, warnings, stops}
    if (isStop(one.outcome)) stops.push(one)
    // What refuses without saying what it would do leaves nothing to plan on.
    if (isStop(one.outcome) && one.planned.length === 0) break
    if (one.planned.length === 0) done.push(one.outcome)
    else ahead = one.left
    // Before what is being deleted is gone nobody knows what the next look of create finds.
    if (one.isLeaving) break
  }
  const outcome = outcomeOf(
    phases,
    planned,
    done,
    stops.map(one => one.outcome)
  )
  return {outcome, planned, checks, warnings, stops}
}

interface Ahead extends Omit<Planned, 'stops'> {
  readonly left: Observation
  /** The deployment is being deleted, and it is not yet known what comes in its place. */
  readonly isLeaving: boolean
}

async function seen(phase: Phase, means: Means): Promise<Ahead> {
  const {outcome, planned, checks, warnings, now} = await means.drive(phase)
  const deployment = valueOf(now.deployment)
  const isLeaving = deployment !== undefined && stageOf(deployment.status) === 'deleting'
  return {outcome, planned, checks, warnings, left: phase.after(means.inputs, now), isLeaving}
}

function foreseen(phase: Phase, now: Observation, {inputs, world, pace}: Means): Ahead {
  const {plan, planned, left} = lookAhead(phase, inputs, now, world, pace)
  const base = {phase: phase.name, details: []}
  const outcome: Outcome =
    plan.is === 'refuse'
      ? {...base, is: plan.outcome, reason: plan.reason, because: plan.because, remedy: plan.remedy}
      : {...base, is: plan.is === 'done' ? 'nothing_to_do' : 'planned', reason: 'plan_passed', because: '', remedy: ''}
  return {outcome, planned, checks: plan.checks ?? [], warnings: plan.is === 'refuse' ? [] : (plan.warnings ?? []), left, isLeaving: false}
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
      details: stops.flatMap(one => one.details)
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
