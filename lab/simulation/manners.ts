/**
 * How a run must go about it, whatever comes of it: read from the record of its requests. What these rules keep from happening needs
 * two accidents at once, which no number of seeds can be relied upon to bring (rules 3, 4, 19; rules, "abort's proof").
 */
import type {Entry} from '../desk.ts'
import {isRead} from '../model/operations.ts'
import type {Said, Step} from './step.ts'

const SECOND = 1000
/** Readiness, seen twice: before a switchover, and at the end of `wait` (rule 3). */
const APART = {switchover: 5 * SECOND, ready: 15 * SECOND} as const
/** An absence, seen twice (rule 19). */
const ABSENT = 30 * SECOND
/** What has been so for longer than any look may be old. */
const SEEN_BY_ALL = 60 * SECOND

interface Told {
  readonly BlueGreenDeployments?: readonly {readonly Status?: string}[]
}

/** When this run was told of a deployment that can be switched over. */
const available = (entries: readonly Entry[]): readonly number[] =>
  entries.flatMap(one =>
    one.operation === 'DescribeBlueGreenDeployments' &&
    (one.answered as Told | undefined)?.BlueGreenDeployments?.some(other => /^(AVAILABLE|SWITCHOVER_FAILED)$/.test(other.Status ?? ''))
      ? [one.at]
      : []
  )

const areApart = (times: readonly number[], milliseconds: number): boolean =>
  times.length > 1 && (times.at(-1) ?? 0) - (times[0] ?? 0) >= milliseconds

/** `switchedAt`: when a member of that deployment had moved, if one has. */
export function misdeeds(entries: readonly Entry[], mode: string, switchedAt: (id: string) => number | undefined): readonly string[] {
  const found: string[] = []
  let looked = true
  for (const [index, one] of entries.entries()) {
    if (isRead(one.operation)) {
      looked ||= one.outcome === 'answered'
      continue
    }
    if (!looked) found.push(`${one.operation} was sent without a look at what became of the write before`)
    looked = false
    if (mode === 'switchover' && one.operation === 'SwitchoverBlueGreenDeployment')
      if (!areApart(available(entries.slice(0, index)), APART.switchover)) found.push('it was switched over without a second look')
    const {BlueGreenDeploymentIdentifier: id = '', DeleteTarget} = one.input as {
      BlueGreenDeploymentIdentifier?: string
      DeleteTarget?: boolean
    }
    const at = DeleteTarget === true ? switchedAt(id) : undefined
    if (at !== undefined && one.at - at > SEEN_BY_ALL) found.push('it asked to delete a green that has become production')
  }
  return found
}

/** Of one phase alone, at the moment it says how it ended. */
export function hasty({outcome, reason}: Said, {plan, startedAt}: Step, requests: () => readonly Entry[], now: number): string | undefined {
  if (plan.mode.includes(',') || plan.mode === 'upgrade') return undefined
  if (/^(nothing_left|deployment_not_found|source_not_found)$/.test(reason) && now - startedAt < ABSENT)
    return `${plan.mode} said ${reason} at first sight`
  const isReady = plan.mode === 'wait' && outcome === 'completed' && reason === 'green_ready'
  return isReady && !areApart(available(requests()), APART.ready) ? 'wait said green_ready at first sight' : undefined
}

/** `wait-timeout-minutes (30) is over: ...`, of a run that has just begun. */
export function isOverTooSoon(step: Step): boolean {
  const [, minutes] = /"because": "wait-timeout-minutes \((\d+)\) is over: (?!not begun)/.exec(step.report) ?? []
  return minutes !== undefined && step.endedAt - step.startedAt < Number(minutes) * 60 * SECOND
}
