/** AWS wants five minutes between the last change of a parameter group and its first use (facts 8.5). */
import type {Situation, WaitStep} from './phase.ts'

/** The note of the time precedes the change: a change begins within the first of these minutes. */
export const NOTED_FOR = 60_000
export const SETTLED = 5 * 60_000 + NOTED_FOR

interface Dated {
  readonly name: string
  readonly changedAt?: Date | undefined
}

/** Undefined: all of them are old enough, or nobody knows of a change. */
export function youngGroups(groups: readonly (Dated | undefined)[], {date, pace}: Pick<Situation, 'date' | 'pace'>): WaitStep | undefined {
  const limit = pace.scaled(SETTLED)
  const young = groups.flatMap(one => {
    const age = one?.changedAt === undefined ? undefined : date.getTime() - one.changedAt.getTime()
    // A time far ahead is the clock of another machine, and no reason to wait for it.
    return one !== undefined && age !== undefined && Math.abs(age) < limit ? [{name: one.name, left: limit - age}] : []
  })
  if (young.length === 0) return undefined
  return waitStep(young.map(one => one.name).join(' and '), Math.min(limit, Math.max(...young.map(one => one.left))))
}

const waitStep = (what: string, atLeast: number): WaitStep => ({
  do: 'wait',
  intent: `RDS takes in ${what}: AWS wants five minutes between the last change of a parameter group and its first use`,
  pace: 'provisioning',
  atLeast
})
