/** What a phase is: it says what is still missing, as data; the engine does the first thing and looks again. */

import type {Database, DatabaseKind} from '../domain/database.ts'
import type {ModeName, ReasonCode} from '../domain/outcome.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation} from '../observing/observation.ts'
import type {Recall, Written} from '../observing/recall.ts'
import type {Call} from '../rds/api.ts'
import type {CheckReport} from '../reporting/report.ts'
import type {Pace, PaceName} from '../waiting/pace.ts'
import type {Steadiness} from '../waiting/steadiness.ts'
import type {Readers} from '../world.ts'

export interface Situation {
  readonly now: Observation
  /** Not a look: what an earlier phase would leave. */
  readonly isForeseen: boolean
  /** The first look of this phase in this run. */
  readonly first: Observation
  readonly written: readonly Written[]
  readonly steady: Steadiness
  /** Deployment statuses seen in this phase, in order, without repeats. */
  readonly seen: readonly string[]
  /** Milliseconds since the start of this phase. */
  readonly elapsed: number
  /** Milliseconds since the start of the process, as in `Written.at`. */
  readonly at: number
  readonly date: Date
  readonly pace: Pace
  readonly run: {readonly url: string; readonly id: string}
}

export interface WriteStep {
  readonly do: 'write'
  /** What for, in words a reviewer reads. */
  readonly intent: string
  readonly call: Call
  /** A look that shows the effect: until then no other write is sent. */
  shows(now: Observation): boolean
  /** Said when RDS refuses it for good. */
  readonly refused: {readonly reason: ReasonCode; readonly remedy: string}
  /** Without the permission the run goes on with a warning (rule 16). */
  readonly optional?: boolean
  /** Whoever bears this name at this very moment must have this resource id, or nothing is sent (rule 2). */
  readonly bearer?: {
    readonly kind: DatabaseKind
    readonly name: string
    readonly resourceId: string
    /** Whether it still is as the plan found it; where it is not, nothing is sent and everything is looked at again. */
    still?(found: Database): boolean
  }
  /** Milliseconds of the run, and of the credentials' life, that must be left to begin it. */
  readonly needs?: number
  /** Once it was accepted, or may have been, the plan alone decides what comes next; it is never sent twice. */
  readonly once?: boolean
}

export interface WaitStep {
  readonly do: 'wait'
  readonly intent: string
  readonly pace: PaceName
  /** An accepted switchover is followed to its end whatever is left of the run. */
  readonly toTheEnd?: boolean
  /** Milliseconds until a look can tell anything new, where that is known: one long pause in the place of many looks. */
  readonly atLeast?: number
  /** Milliseconds without any change after which it is given up; half an hour unless said. */
  readonly patience?: number
}

export type Step = WriteStep | WaitStep

export type Evidence = 'provisioning' | 'switchover' | 'afterwards'

export type Plan =
  | {
      readonly is: 'done'
      readonly reason: ReasonCode
      readonly because: string
      /** What remains for people to do. */
      readonly remedy?: string
      /** What nobody would notice otherwise. */
      readonly warnings?: readonly string[]
      /** `wait` that ends well is completed even when nothing was missing (contract, "Outputs"). */
      readonly completed?: boolean
      readonly evidence?: Evidence
      readonly checks?: readonly CheckReport[]
    }
  | {
      readonly is: 'refuse'
      readonly outcome: 'blocked' | 'failed'
      readonly reason: ReasonCode
      readonly because: string
      readonly remedy: string
      readonly evidence?: Evidence
      readonly checks?: readonly CheckReport[]
      /** Lines of its own, one each. */
      readonly details?: readonly string[]
      /** To be run by hand, in this order. */
      readonly commands?: readonly string[]
      /** What would be done if what stops it were mended; for looking ahead. */
      readonly would?: readonly [Step, ...Step[]]
    }
  | {
      readonly is: 'steps'
      readonly steps: readonly [Step, ...Step[]]
      readonly checks?: readonly CheckReport[]
      /** Said beforehand, by a plan or a dry run; once it is done, `done` says them. */
      readonly warnings?: readonly string[]
    }

export interface Phase {
  readonly name: ModeName
  observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation>
  /** Adds to what a later phase has seen; for looking ahead. */
  complete?(look: Readers, inputs: Inputs, seen: Observation): Promise<Observation>
  /** Pure. */
  plan(inputs: Inputs, situation: Situation): Plan
  /** What a look would find once this phase has done its work; for looking ahead. Pure. */
  after(inputs: Inputs, observed: Observation): Observation
}

export type Refusal = Extract<Plan, {readonly is: 'refuse'}>

export const refuse = (outcome: Refusal['outcome'], reason: ReasonCode, because: string, remedy: string, evidence?: Evidence): Refusal =>
  evidence === undefined ? {is: 'refuse', outcome, reason, because, remedy} : {is: 'refuse', outcome, reason, because, remedy, evidence}

export const steps = (first: Step, ...rest: readonly Step[]): Extract<Plan, {readonly is: 'steps'}> => ({
  is: 'steps',
  steps: [first, ...rest]
})

export const waitFor = (intent: string, pace: PaceName): Plan => steps({do: 'wait', intent, pace})
