/** What green has otherwise than blue on purpose while a deployment stands, and what must be the same on both sides whatever happens. */
import {AUDIT, BABELFISH, CRON, capturesPlans, isSchedulerOn, LIBRARIES, PLAN_BASELINES, SCHEDULER} from '../domain/needs.ts'
import type {ParameterGroup, ParametersByName} from '../domain/parameters.ts'
import {valueIn, wordsOf} from '../domain/parameters.ts'

export interface Difference {
  readonly name: string
  /** Undefined: left to the engine. */
  readonly blue: string | undefined
  readonly green: string | undefined
}

/** M-10, AP-05: RDS refuses a deployment whose groups differ in one of these. */
const EQUAL = ['lower_case_table_names', ...BABELFISH]

type Apart = ReadonlyMap<string, {readonly value: string; readonly why: string}>

/** Blue's group says one of them otherwise. */
export const isApart = (group: ParameterGroup, apart: ReadonlyMap<string, {readonly value: string}>): boolean =>
  [...apart].some(([name, {value}]) => valueIn(group, name) !== value)

/**
 * What green must have, given what blue has; an empty map: nothing but what it carries over. `own`: what green's group says already.
 * An event scheduler is switched off; where replication is logical, pg_cron and captured plans as well, and pgAudit stays.
 */
export function apartOf(blue: ParameterGroup, own: ParametersByName, isLogical: boolean): Apart {
  const made = new Map<string, {readonly value: string; readonly why: string}>()
  for (const name of EQUAL) {
    const value = blue.set.get(name)?.value
    if (value !== undefined) made.set(name, {value, why: 'must be as on blue'})
  }
  const events = own.get(SCHEDULER)?.value ?? valueIn(blue, SCHEDULER)
  if (isSchedulerOn(events) && isSchedulerOn(valueIn(blue, SCHEDULER)))
    made.set(SCHEDULER, {value: 'OFF', why: 'off while green is not production'})
  if (!isLogical) return made
  if (capturesPlans(own.get(PLAN_BASELINES)?.value ?? valueIn(blue, PLAN_BASELINES)))
    made.set(PLAN_BASELINES, {value: 'off', why: 'off while green is not production'})
  const libraries = librariesOf(
    wordsOf(blue.set.get(LIBRARIES)?.value),
    own.has(LIBRARIES) ? wordsOf(own.get(LIBRARIES)?.value) : undefined
  )
  if (libraries !== undefined) made.set(LIBRARIES, {value: libraries.join(','), why: 'without pg_cron, with pgaudit where blue has it'})
  return made
}

/** Undefined: as it is carried over, or as it stands. */
function librariesOf(blue: readonly string[], own: readonly string[] | undefined): readonly string[] | undefined {
  const begins = own ?? blue
  const without = begins.filter(word => word !== CRON)
  const made = blue.includes(AUDIT) && !without.includes(AUDIT) ? [...without, AUDIT] : without
  return made.length === begins.length && made.every(word => begins.includes(word)) ? undefined : made
}

/** What is to be set back once green is production, as far as both groups say it. */
export function deliberate(blueGroup: ParameterGroup | undefined, greenGroup: ParameterGroup | undefined): readonly Difference[] {
  if (blueGroup === undefined || greenGroup === undefined) return []
  const found: Difference[] = []
  const compare = (name: string, isApart: (blue: string | undefined, green: string | undefined) => boolean): void => {
    const [blue, green] = [valueIn(blueGroup, name), valueIn(greenGroup, name)]
    if (isApart(blue, green)) found.push({name, blue, green})
  }
  compare(SCHEDULER, (blue, green) => isSchedulerOn(blue) && !isSchedulerOn(green))
  compare(PLAN_BASELINES, (blue, green) => capturesPlans(blue) && !capturesPlans(green))
  compare(LIBRARIES, (blue, green) => wordsOf(blue).includes(CRON) && !wordsOf(green).includes(CRON))
  return found
}
