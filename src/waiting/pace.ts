/**
 * How long the pauses are. A poll interval below 5 seconds is only possible against a custom endpoint (contract) and shrinks every
 * pause by interval / 30; limits (timeouts) are never shrunk.
 */
export type PaceName =
  /** While RDS builds or deletes: 30 s (rule 15). */
  | 'provisioning'
  /** A change should be visible any moment. */
  | 'settling'
  /** A second look at what the first one seemed to show (rule 19): nothing is missing, it is only being made sure of. */
  | 'confirming'
  /** Readiness and lag just before a switchover. */
  | 'gate'
  /** Following a switchover: 1 s, doubling up to 5 s while RDS throttles. */
  | 'switching'

export interface Pace {
  /** Milliseconds until the next look. */
  pause(name: PaceName, random: () => number, throttledLooks: number): number
  /** A length of time that is a pause, in milliseconds at real pace, as long as it is here. */
  scaled(milliseconds: number): number
}

export function paceOf(pollIntervalSeconds: number | undefined): Pace {
  const seconds = pollIntervalSeconds ?? 30
  const shrink = seconds < 5 ? seconds / 30 : 1
  return {
    scaled: milliseconds => milliseconds * shrink,
    pause(name, random, throttledLooks) {
      switch (name) {
        case 'provisioning':
          // Jitter of ±10 % keeps many runs from polling in step.
          return seconds * 1000 * (0.9 + random() * 0.2)
        case 'settling':
        case 'gate':
          return 5000 * shrink
        case 'confirming':
          return 30_500 * shrink
        case 'switching':
          return Math.min(5000, 1000 * 2 ** throttledLooks) * shrink
      }
    }
  }
}
