/** Whether there is time enough to begin what must not be left halfway. Pure. */
import type {WriteStep} from '../phases/phase.ts'
import {duration} from '../reporting/progress.ts'

const MINUTE = 60_000

/** `left`: milliseconds of the run; `life`: of the credentials, where it is known. Undefined: enough. */
export function tooShort(
  {needs, intent}: WriteStep,
  left: number,
  waitTimeoutMinutes: number,
  life: {readonly expires: Date; readonly left: number} | undefined
): {readonly because: string; readonly remedy: string} | undefined {
  if (needs === undefined) return undefined
  if (left < needs)
    return {
      because: `not begun: ${intent}. It needs ${duration(needs)} of the run (switchover-timeout-seconds and ten minutes), and ${duration(Math.max(0, left))} of wait-timeout-minutes (${waitTimeoutMinutes}) are left`,
      remedy:
        needs > waitTimeoutMinutes * MINUTE
          ? `raise wait-timeout-minutes to at least ${Math.ceil(needs / MINUTE) + 5}, or lower switchover-timeout-seconds`
          : 'run the same step again in a run of its own'
    }
  if (life === undefined || life.left >= needs) return undefined
  return {
    because: `the credentials end at ${life.expires.toISOString()}, too soon to begin: ${intent}`,
    remedy: 'run the same step again with fresh credentials'
  }
}
