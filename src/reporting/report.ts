/** The one value that is published at the end of a run: outputs, log, summary and report file are made from it. */
import type {ModeName, Outcome} from '../domain/outcome.ts'
import type {InputProblem} from './bad-input.ts'

export interface PhaseReport {
  readonly phase: ModeName
  readonly outcome: Outcome
  /** Milliseconds. */
  readonly took: number
  /** Dry run: what would be done, one call each, with its parameters as JSON. */
  readonly planned: readonly PlannedStep[]
}

export interface PlannedStep {
  readonly phase: ModeName
  readonly intent: string
  readonly operation: string | undefined
  readonly input: Readonly<Record<string, unknown>> | undefined
}

export interface MemberReport {
  readonly source: string
  readonly target: string
  readonly status: string
  readonly sourceDatabaseStatus: string
  readonly targetDatabaseStatus: string
}

export interface CheckReport {
  readonly id: string
  readonly title: string
  readonly severity: 'proof' | 'blocking' | 'advice'
  readonly verdict: 'met' | 'not_met' | 'unknown' | 'not_applicable'
  readonly observed: string
  readonly expected: string
  readonly remedy: string
  readonly phase: ModeName
  /** Overruled by `ignore-checks`. */
  readonly ignored?: boolean
  /** It stopped the run. */
  readonly stops?: boolean
}

/** One write that was sent, in order, with what became of it. */
export interface WriteReport {
  readonly phase: ModeName
  readonly operation: string
  readonly on: string
  readonly answer: string
  /** Milliseconds since the start of the process. */
  readonly at: number
}

/** One thing of production that green would bring otherwise, or the same; for who approves. */
export interface Change {
  readonly what: string
  readonly blue: string
  readonly green: string
}

/** Something that a switchover does not bring along, or that follows it. */
export interface AdviceReport {
  readonly what: string
  /** `ahead`: the switchover has not been; `cannot_tell`: RDS does not show whether it is done. */
  readonly verdict: 'ahead' | 'to_do' | 'done' | 'cannot_tell'
}

export interface BinlogCoordinates {
  readonly database: string
  readonly file: string
  readonly position: string
}

export interface Report {
  readonly outcome: Outcome
  /** What is wrong with the inputs, when that is why the run stopped. */
  readonly problems?: readonly InputProblem[]
  readonly phases: readonly PhaseReport[]
  /** Phases of `upgrade` that this version does not have, or that were not reached. */
  readonly leftOut: readonly {readonly phase: ModeName; readonly because: string}[]
  readonly outputs: Readonly<Record<string, string>>
  readonly members: readonly MemberReport[]
  /** Before the switchover, once green can be seen: what would become production. */
  readonly changes?: readonly Change[]
  readonly checks: readonly CheckReport[]
  readonly writes: readonly WriteReport[]
  readonly warnings: readonly string[]
  readonly advice: readonly AdviceReport[]
  readonly binlog: readonly BinlogCoordinates[]
  /** ARNs for the report file and for console links; never in an output. */
  readonly arns: {readonly deployment: string; readonly source: string; readonly target: string; readonly old: string}
  /** Old databases that still cost money. */
  readonly oldDatabases: readonly {readonly name: string; readonly resourceId: string; readonly status: string}[]
  /** Date of the run's start; took in milliseconds. */
  readonly startedAt: Date
  readonly took: number
  readonly run: {readonly url: string; readonly id: string}
  readonly region: string
}

/** Of a run of which nothing is known but how it ended. */
export const bareReport = (outcome: Outcome, run: Pick<Report, 'startedAt' | 'took' | 'run'>): Report => ({
  outcome,
  phases: [],
  leftOut: [],
  outputs: {},
  members: [],
  checks: [],
  writes: [],
  warnings: [],
  advice: [],
  binlog: [],
  arns: {deployment: '', source: '', target: '', old: ''},
  oldDatabases: [],
  ...run,
  region: ''
})
