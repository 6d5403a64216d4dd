/** What green has otherwise than blue on purpose while a deployment stands, and what must be the same on both sides whatever happens. */
import type {ParameterGroup, ParametersByName} from '../domain/parameters.ts'
import {valueIn, wordsOf} from '../domain/parameters.ts'

export interface Difference {
  readonly name: string
  /** Undefined: left to the engine. */
  readonly blue: string | undefined
  readonly green: string | undefined
}

const LIBRARIES = 'shared_preload_libraries'

/** M-10, AP-05: RDS refuses a deployment whose groups differ in one of these. */
const EQUAL = [
  'lower_case_table_names',
  'rds.babelfish_status',
  'babelfishpg_tds.tds_default_numeric_precision',
  'babelfishpg_tds.tds_default_numeric_scale',
  'babelfishpg_tsql.default_locale',
  'babelfishpg_tsql.migration_mode',
  'babelfishpg_tsql.server_collation_name'
] as const

const isOn = (value: string | undefined): boolean => value !== undefined && /^(on|1)$/i.test(value)

/**
 * What green must have, given what blue has; an empty map: nothing but what it carries over. `own`: what green's group says already.
 * G-11, AM-12: a scheduler that runs on both sides runs every event twice. pg_cron likewise, and captured plans clash with those that
 * are replicated, where replication is logical; pgAudit stays (L-18).
 */
export function apartOf(
  blue: ParameterGroup,
  own: ParametersByName,
  isLogical: boolean
): ReadonlyMap<string, {readonly value: string; readonly why: string}> {
  const made = new Map<string, {readonly value: string; readonly why: string}>()
  for (const name of EQUAL) {
    const value = blue.set.get(name)?.value
    if (value !== undefined) made.set(name, {value, why: 'must be as on blue'})
  }
  const events = own.get('event_scheduler')?.value ?? valueIn(blue, 'event_scheduler')
  if (isOn(events) && isOn(valueIn(blue, 'event_scheduler')))
    made.set('event_scheduler', {value: 'OFF', why: 'off while green is not production'})
  if (!isLogical) return made
  const capture = 'apg_plan_mgmt.capture_plan_baselines'
  const captures = own.get(capture)?.value ?? valueIn(blue, capture)
  if (captures !== undefined && captures.toLowerCase() !== 'off')
    made.set(capture, {value: 'off', why: 'off while green is not production'})
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
  const without = begins.filter(word => word !== 'pg_cron')
  const made = blue.includes('pgaudit') && !without.includes('pgaudit') ? [...without, 'pgaudit'] : without
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
  compare('event_scheduler', (blue, green) => isOn(blue) && !isOn(green))
  compare(
    'apg_plan_mgmt.capture_plan_baselines',
    (blue, green) => blue !== undefined && blue.toLowerCase() !== 'off' && (green ?? 'off').toLowerCase() === 'off'
  )
  compare(LIBRARIES, (blue, green) => wordsOf(blue).includes('pg_cron') && !wordsOf(green).includes('pg_cron'))
  return found
}
