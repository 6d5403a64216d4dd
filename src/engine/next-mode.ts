/** Where to go on. */
import {valueOf} from '../domain/known.ts'
import type {Outcome} from '../domain/outcome.ts'
import {stageOf} from '../domain/status.ts'
import type {Observation} from '../observing/observation.ts'
import {notReady} from '../observing/readiness.ts'
import type {PhaseReport} from '../reporting/report.ts'

/** The first phase of the order that is not done; empty at the end. */
export function nextMode(outcome: Outcome, phases: readonly PhaseReport[], now: Observation | undefined): string {
  if (outcome.is === 'planned') return phases.find(phase => phase.outcome.is === 'planned')?.phase ?? ''
  if (outcome.reason === 'deployment_not_found') return 'create'
  if (outcome.phase === 'plan' && outcome.is !== 'nothing_to_do') {
    const first = phases.at(-1)?.planned[0]?.phase ?? ''
    // What stands in the way has to go first; where preparing would do something, it may be that.
    return outcome.is === 'completed' || first === 'prepare' ? first : 'plan'
  }
  const stopped = !['completed', 'nothing_to_do'].includes(outcome.is)
  if (stopped && outcome.phase !== 'status') return phases.at(-1)?.phase ?? ''
  const deployment = now === undefined ? undefined : valueOf(now.deployment)
  if (outcome.reason === 'prepared' && (deployment === undefined || stageOf(deployment.status) === 'completed')) return 'create'
  if (deployment === undefined) return outcome.phase === 'status' && outcome.is === 'nothing_to_do' ? 'create' : ''
  switch (stageOf(deployment.status)) {
    case 'provisioning':
      return 'wait'
    case 'available':
      return phases.some(phase => phase.phase === 'wait') ||
        (now !== undefined && now.databases.is === 'known' && notReady(now).length === 0)
        ? 'switchover'
        : 'wait'
    case 'switching':
    case 'switchover_failed':
      return 'switchover'
    case 'completed':
      return 'cleanup'
    case 'invalid':
    case 'failed':
      return 'abort'
    case 'deleting':
    case 'unknown':
      return ''
  }
}
