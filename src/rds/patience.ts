/** Reads are retried by us, on our clock: throttling and lost answers a few times, everything else at once (rule 4: writes never here). */

import type {Clock} from '../waiting/clock.ts'
import type {Pace} from '../waiting/pace.ts'
import type {RdsReads} from './api.ts'
import type {Fault} from './faults.ts'
import {Faulted, faultOf, isFault} from './faults.ts'
import type {Metrics} from './metrics.ts'

const ATTEMPTS = 4

interface Means {
  readonly clock: Clock
  readonly random: () => number
  readonly pace: Pace
  readonly signal: AbortSignal
  /** Told of every attempt that was throttled. */
  throttled?(): void
}

async function patiently<T>(operation: string, means: Means, send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let fault: Fault
    try {
      return await send()
    } catch (thrown) {
      if (thrown instanceof Faulted || !isFault(thrown)) throw thrown
      fault = faultOf(thrown)
    }
    if (fault.kind === 'throttled') means.throttled?.()
    const again = (fault.kind === 'throttled' || fault.kind === 'lost') && attempt < ATTEMPTS && !means.signal.aborted
    if (!again) throw new Faulted(fault, operation)
    // RDS refills 12 requests a second (rule 15): half a second, and up to one, two and four more, with full jitter.
    await means.clock.sleep(means.pace.scaled(500 * (1 + means.random() * 2 ** attempt)), means.signal)
  }
}

export function patientReads(rds: RdsReads, means: Means): RdsReads {
  return {read: (operation, input, signal) => patiently(operation, means, () => rds.read(operation, input, signal))}
}

export function patientMetrics(metrics: Metrics, means: Means): Metrics {
  return {read: (operation, input, signal) => patiently(operation, means, () => metrics.read(operation, input, signal))}
}
