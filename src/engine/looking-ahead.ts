/** `dry-run` over several phases: each is planned on what the one before would leave, without another look. Pure. */
import type {ModeName} from '../domain/outcome.ts'
import type {Inputs} from '../inputs.ts'
import {claimsOf} from '../observing/claims.ts'
import type {Observation} from '../observing/observation.ts'
import type {Phase, Plan, Situation} from '../phases/phase.ts'
import type {PlannedStep} from '../reporting/report.ts'
import type {Pace} from '../waiting/pace.ts'
import type {Steadiness} from '../waiting/steadiness.ts'
import type {World} from '../world.ts'
import {plannedSteps} from './drive.ts'

/** As if everything had looked the same for as long as any plan asks for. */
export function settled(now: Observation): Steadiness {
  return new Map(claimsOf(now).map(claim => [claim, {looks: 2, since: Number.NEGATIVE_INFINITY, until: 0}]))
}

export const situationOf = (now: Observation, world: World, pace: Pace): Situation => ({
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
  const name: ModeName = phase.name
  return {plan, planned: plan.is === 'steps' ? plannedSteps(name, plan.steps) : [], left: phase.after(inputs, now)}
}
