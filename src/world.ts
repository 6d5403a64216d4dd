/** Everything that reaches outside a run, as one parameter. */
import type {RdsApi, RdsReads} from './rds/api.ts'
import type {Metrics} from './rds/metrics.ts'
import type {Clock} from './waiting/clock.ts'

/** Where a run says what it does while it does it. Text is escaped by the adapter, never by the caller. */
export interface Reporter {
  startGroup(title: string): void
  endGroup(): void
  say(line: string): void
  /** At most ten reach GitHub as annotations a step; the rest are lines. */
  warn(line: string): void
  /** Outputs, as soon as they are known. */
  know(outputs: Readonly<Record<string, string>>): void
}

/** Read only by type: what inquiries and looks may use. */
export interface Readers {
  readonly rds: RdsReads
  readonly metrics: Metrics
  readonly clock: Clock
  readonly random: () => number
  readonly signal: AbortSignal
  /** How many requests were throttled so far, those that were answered at the next attempt among them. */
  throttled?(): number
}

export interface World extends Readers {
  readonly rds: RdsApi
  readonly reporter: Reporter
  /** When the credentials end for good, where that is known; those that are renewed do not end with the next renewal. */
  readonly expires: () => Date | undefined
  /** Tells this run from others, for people: URL of the run and `<run id>.<attempt>`; empty outside GitHub. */
  readonly run: {readonly url: string; readonly id: string}
}

/** Where a run's one report goes. Nothing here may change how the run ended. */
export interface Publisher extends Reporter {
  /** Before anything else is said. */
  mask(secrets: readonly string[]): void
  /** The one error annotation of a failed step. */
  fail(text: string): void
  reportPath(): string
  writeReport(path: string, json: string): Promise<void>
  writeSummary(markdown: string): Promise<void>
}
