/** What blue/green needs set in the group that decides about replication (facts 9.4): of the cluster where there is one. */
import type {DatabaseKind} from '../domain/database.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {valueIn} from '../domain/parameters.ts'
import type {Source} from '../observing/source.ts'
import {isFormula, numberIn} from './allowed.ts'

export interface Need {
  readonly name: string
  /** What it is set to where it is not met. */
  readonly value: string
  /** A rule of thumb: who sets another number, or a formula, may know better. */
  readonly isLeast: boolean
  isMet(says: string | undefined): boolean
}

const least = (name: string, number: number): Need => ({
  name,
  value: String(number),
  isLeast: true,
  isMet: says => (numberIn(says) ?? 0) >= number
})

/** L-02 and L-04: on for one, and enough slots, senders, workers and processes for a few dozen databases. */
const LOGICAL: readonly Need[] = [
  {name: 'rds.logical_replication', value: '1', isLeast: false, isMet: says => says === '1' || says?.toLowerCase() === 'on'},
  least('max_replication_slots', 25),
  least('max_wal_senders', 25),
  least('max_logical_replication_workers', 25),
  least('max_worker_processes', 50)
]

/** AP-03: on, which is what the engine does where nobody says otherwise. */
const SYNCHRONOUS: Need = {
  name: 'synchronous_commit',
  value: 'on',
  isLeast: false,
  isMet: says => says === undefined || says.toLowerCase() === 'on'
}

/** AM-02: MIXED and STATEMENT work too. */
const BINLOG: Need = {
  name: 'binlog_format',
  value: 'ROW',
  isLeast: false,
  isMet: says => says !== undefined && says.toUpperCase() !== 'OFF'
}

type Asked = Pick<Source, 'production' | 'replication' | 'isAurora'>

/** RDS for MySQL and MariaDB, and physical replication (rule 11), need nothing. */
export function needsOf({production, replication, isAurora}: Asked, kind: DatabaseKind): readonly Need[] {
  if (kind !== production.kind) return []
  if (replication === 'logical') return isAurora ? [...LOGICAL, SYNCHRONOUS] : LOGICAL
  return production.engine === 'aurora-mysql' ? [BINLOG] : []
}

/** `left`: somebody's formula, which is not overwritten. */
export function standingOf(need: Need, group: ParameterGroup): 'met' | 'left' | 'missing' {
  if (need.isMet(valueIn(group, need.name))) return 'met'
  const set = group.set.get(need.name)?.value
  return need.isLeast && set !== undefined && isFormula(set) ? 'left' : 'missing'
}
