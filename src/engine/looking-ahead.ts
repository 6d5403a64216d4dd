/** What a dry run and a plan say, also of several phases: each is planned on what the one before would leave, without another look. Pure. */
import type {ModeName} from '../domain/outcome.ts'
import type {Inputs} from '../inputs.ts'
import {claimsOf} from '../observing/claims.ts'
import type {Observation} from '../observing/observation.ts'
import type {Phase, Plan, Situation, Step} from '../phases/phase.ts'
import type {PlannedStep} from '../reporting/report.ts'
import type {Pace} from '../waiting/pace.ts'
import type {Steadiness} from '../waiting/steadiness.ts'
import type {World} from '../world.ts'

/** As if everything had looked the same for as long as any plan asks for. */
export function settled(now: Observation): Steadiness {
  return new Map(claimsOf(now).map(claim => [claim, {looks: 2, since: Number.NEGATIVE_INFINITY, until: 0}]))
}

const situationOf = (now: Observation, world: World, pace: Pace): Situation => ({
  now,
  isForeseen: true,
  first: now,
  written: [],
  steady: settled(now),
  seen: [],
  elapsed: 0,
  at: 0,
  date: world.clock.date(),
  pace,
  run: world.run
})

/** Looks at what could not be read, when only looking ahead. */
const ENOUGH_LOOKS = 3

/** Where a dry run stops: at what would change something, or would take long; looking ahead also at what would be waited for. */
export function isPlanned(step: Step, {dryRun}: Inputs, foresees: boolean, looks: number): boolean {
  if (!dryRun) return false
  if (step.do === 'write' || step.pace === 'provisioning' || step.pace === 'switching') return true
  return foresees && (step.pace === 'gate' || (step.pace === 'settling' && looks > ENOUGH_LOOKS))
}

/** What a phase would do, of one look: only what would stop the run is worth a second one (rule 19). */
export function foresee(phase: Phase, inputs: Inputs, situation: Situation): Plan {
  const plan = phase.plan(inputs, situation)
  if (plan.is !== 'steps' || plan.steps[0].do !== 'wait' || plan.steps[0].pace !== 'confirming') return plan
  const sure = phase.plan(inputs, {...situation, steady: settled(situation.now)})
  // What a check has found needs no second look; that something is missing does.
  if (sure.is === 'refuse') return sure.would === undefined ? plan : sure
  if (sure.is !== 'steps' || sure.steps[0].do !== 'wait') return sure
  // What is waited for at the gates may come true while it is.
  return {...sure, steps: [{...sure.steps[0], pace: 'gate'}, ...sure.steps.slice(1)]}
}

export interface Ahead {
  readonly plan: Plan
  readonly planned: readonly PlannedStep[]
  /** What the phase would leave. */
  readonly left: Observation
}

export function lookAhead(phase: Phase, inputs: Inputs, now: Observation, world: World, pace: Pace): Ahead {
  const plan = phase.plan(inputs, situationOf(now, world, pace))
  return {plan, planned: plannedOf(phase.name, plan), left: phase.after(inputs, now)}
}

/** Also of a plan that stops: what it would do if what stops it were mended. */
export function plannedOf(phase: ModeName, plan: Plan): readonly PlannedStep[] {
  if (plan.is === 'steps') return plannedSteps(phase, plan.steps)
  return plan.is === 'refuse' && plan.would !== undefined ? plannedSteps(phase, plan.would) : []
}

const plannedSteps = (phase: ModeName, steps: readonly Step[]): readonly PlannedStep[] =>
  steps.map(step =>
    step.do === 'write'
      ? {phase, intent: step.intent, operation: step.call.operation, input: {...step.call.input}}
      : {phase, intent: `wait: ${step.intent}`, operation: undefined, input: undefined}
  )

export const wouldBegin = ([first]: readonly [Step, ...Step[]]): string =>
  `nothing was changed (dry-run): next would be to ${first.do === 'wait' ? `wait: ${first.intent}` : first.intent}`
