/** What blue/green asks of single parameters (docs/facts.md 9.4): a check judges by it, and `prepare` sets by it. */
import type {ParameterGroup} from './parameters.ts'
import {numberOf, valueIn, wordsOf} from './parameters.ts'

export interface Need {
  readonly name: string
  /** What else would do, in words. */
  readonly alsoFine?: string
  /** A least value by a rule of thumb: more is kept, and so is a formula; a lower number is raised. */
  readonly isLeast: boolean
  /** `group`: what else it says, where that matters. */
  isMet(says: string | undefined, group?: ParameterGroup): boolean
  /** The value to set where it is not met. */
  valueFor(group?: ParameterGroup): string
}

/** L-02: left to the engine, it is off. */
export const LOGICAL_REPLICATION: Need = {
  name: 'rds.logical_replication',
  isLeast: false,
  isMet: says => says === '1',
  valueFor: () => '1'
}

/** AP-03: left to the engine, it is on. */
export const SYNCHRONOUS_COMMIT: Need = {
  name: 'synchronous_commit',
  isLeast: false,
  isMet: says => (says ?? 'on').toLowerCase() === 'on',
  valueFor: () => 'on'
}

/** AM-02: left to the engine, it is off. */
export const BINARY_LOG: Need = {
  name: 'binlog_format',
  alsoFine: 'MIXED and STATEMENT will do',
  isLeast: false,
  isMet: says => !['OFF', '0'].includes((says ?? 'OFF').toUpperCase()),
  valueFor: () => 'ROW'
}

export const PROCESSES = 'max_worker_processes'
export const WORKERS = 'max_logical_replication_workers'
/** PostgreSQL's own default. */
export const USUAL_WORKERS = 4
/** Both RDS and Aurora compute it from the class, and end no lower. */
const LEAST_PROCESSES = 8

export const numberIn = (group: ParameterGroup | undefined, name: string): number | undefined => numberOf(valueIn(group, name))

/** Workers are taken from the processes, where others want some too. Undefined: a formula that cannot be computed here. */
export function isTooTight(group: ParameterGroup | undefined): boolean | undefined {
  const [processes, workers] = [numberIn(group, PROCESSES), numberIn(group, WORKERS) ?? USUAL_WORKERS]
  if (processes !== undefined) return processes <= workers
  return workers < LEAST_PROCESSES ? false : undefined
}

export const enoughProcesses = (group: ParameterGroup | undefined): number => (numberIn(group, WORKERS) ?? USUAL_WORKERS) * 2

const least = (name: string, number: number): Need => ({
  name,
  isLeast: true,
  isMet: says => (numberOf(says) ?? 0) >= number,
  valueFor: () => String(number)
})

/** L-04: enough for a few dozen databases; how many there are, only SQL tells. */
export const SIZES: readonly Need[] = [
  least('max_replication_slots', 25),
  least('max_wal_senders', 25),
  least(WORKERS, 25),
  {
    ...least(PROCESSES, 50),
    isMet: (says, group) => (numberOf(says) ?? 0) >= 50 && isTooTight(group) !== true,
    valueFor: group => String(Math.max(50, enoughProcesses(group)))
  }
]

/** G-11, AM-12: a scheduler that runs on both sides runs every event twice. */
export const SCHEDULER = 'event_scheduler'
export const isSchedulerOn = (says: string | undefined): boolean => /^(on|1)$/i.test(says ?? '')

/** L-19: plans that green captures clash with those that are replicated. Left to the engine, it is off. */
export const PLAN_BASELINES = 'apg_plan_mgmt.capture_plan_baselines'
export const capturesPlans = (says: string | undefined): boolean => (says ?? 'off').toLowerCase() !== 'off'

/** L-16: pg_cron runs its jobs on green too; L-18: pgAudit has to be on both sides or on none. */
export const LIBRARIES = 'shared_preload_libraries'
export const CRON = 'pg_cron'
export const AUDIT = 'pgaudit'
export const librariesIn = (group: ParameterGroup | undefined): readonly string[] => wordsOf(valueIn(group, LIBRARIES))

/** AP-05: alike on both sides. */
export const BABELFISH_STATUS = 'rds.babelfish_status'
export const BABELFISH: readonly string[] = [
  BABELFISH_STATUS,
  'babelfishpg_tds.tds_default_numeric_precision',
  'babelfishpg_tds.tds_default_numeric_scale',
  'babelfishpg_tsql.default_locale',
  'babelfishpg_tsql.migration_mode',
  'babelfishpg_tsql.server_collation_name'
]
