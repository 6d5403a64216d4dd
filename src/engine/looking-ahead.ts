/** What a dry run says, also of several phases: each is planned on what the one before would leave, without another look. Pure. */
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

export interface Ahead {
  readonly plan: Plan
  readonly planned: readonly PlannedStep[]
  /** What the phase would leave. */
  readonly left: Observation
}

export function lookAhead(phase: Phase, inputs: Inputs, now: Observation, world: World, pace: Pace): Ahead {
  const plan = phase.plan(inputs, situationOf(now, world, pace))
  return {plan, planned: plan.is === 'steps' ? plannedSteps(phase.name, plan.steps) : [], left: phase.after(inputs, now)}
}

export const plannedSteps = (phase: ModeName, steps: readonly Step[]): readonly PlannedStep[] =>
  steps.map(step =>
    step.do === 'write'
      ? {phase, intent: step.intent, operation: step.call.operation, input: {...step.call.input}}
      : {phase, intent: `wait: ${step.intent}`, operation: undefined, input: undefined}
  )

export const wouldBegin = ([first]: readonly [Step, ...Step[]]): string => `nothing was changed (dry-run): next would be to ${first.intent}`
