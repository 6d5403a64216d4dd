/** What stops a plan, beside what `prepare` would do about it. Pure. */
import type {Outcome} from '../domain/outcome.ts'
import type {Planned} from './planning.ts'

/** What people are told of a plan that stops, once `prepare` was planned before it. */
export function withPrepare(outcome: Outcome, prepared: Planned): Outcome {
  const {planned, stops, isCut} = prepared
  if (prepared.outcome.is === 'cancelled' || prepared.outcome.is === 'timed_out') return prepared.outcome
  if (isCut) return {...outcome, details: [...outcome.details, `what prepare would do is not known: ${prepared.outcome.because}`]}
  const restarts = stops.filter(one => one.outcome.reason === 'reboot_needed')
  const details = [...outcome.details, ...restarts.flatMap(one => one.outcome.details)]
  if (restarts.length === stops.length && planned.some(step => step.phase === 'prepare'))
    return {
      ...outcome,
      details,
      commands: restarts.flatMap(one => one.outcome.commands ?? []),
      remedy: `run mode: prepare${restarts.length > 0 ? ' with allow-reboot: true, since it restarts production' : ''}; it does all that is missing, as the summary shows`
    }
  // A check that prepare asks too has been told.
  const others = stops.filter(one => one.outcome.phase === 'prepare' && one.checks.length === 0 && !restarts.includes(one))
  const told = others.flatMap(one => [
    `prepare would stop: ${one.outcome.because}; what to do: ${one.outcome.remedy}`,
    ...one.outcome.details
  ])
  return {...outcome, details: [...details, ...told]}
}
