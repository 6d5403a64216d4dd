/** Looks that keep failing: since when, how often, and for how long that is borne. */
import type {Fault} from '../rds/faults.ts'

const MINUTE = 60_000
/** Shorter before the first look worked, when it may be the wrong endpoint. */
export const UNREACHABLE = {first: 2 * MINUTE, later: 15 * MINUTE} as const

export interface Failing {
  /** Elapsed milliseconds at the first of them. */
  readonly since: number
  readonly times: number
  readonly throttled: number
  /** Confirming a bearer failed, which a look that works does not end. */
  readonly confirming: boolean
}

export const failedOnceMore = (before: Failing | undefined, fault: Fault, elapsed: number, confirming: boolean): Failing => ({
  since: before?.since ?? elapsed,
  times: (before?.times ?? 0) + 1,
  throttled: (before?.throttled ?? 0) + (fault.kind === 'throttled' ? 1 : 0),
  confirming: confirming || before?.confirming === true
})
