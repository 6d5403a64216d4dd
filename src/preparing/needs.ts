/** What `prepare` sets for blue/green in which group: in the one that decides about replication, that of the cluster where there is one. */
import type {DatabaseKind} from '../domain/database.ts'
import type {Need} from '../domain/needs.ts'
import {BINARY_LOG, LOGICAL_REPLICATION, SIZES, SYNCHRONOUS_COMMIT} from '../domain/needs.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {isFormula, valueIn} from '../domain/parameters.ts'
import type {Source} from '../observing/source.ts'

type Asked = Pick<Source, 'production' | 'replication' | 'isAurora'>

/** RDS for MySQL and MariaDB, and physical replication (rule 11), need nothing. `group`: the one of that kind that blue uses. */
export function needsOf({production, replication, isAurora}: Asked, kind: DatabaseKind, group: ParameterGroup): readonly Need[] {
  const isLogical = replication === 'logical'
  // What is set for its instances goes before what their cluster says.
  if (kind !== production.kind) return isLogical && group.set.has(SYNCHRONOUS_COMMIT.name) ? [SYNCHRONOUS_COMMIT] : []
  if (isLogical) return [LOGICAL_REPLICATION, ...SIZES, ...(isAurora ? [SYNCHRONOUS_COMMIT] : [])]
  return production.engine === 'aurora-mysql' ? [BINARY_LOG] : []
}

/** `left`: somebody's formula, which is not overwritten. */
export function standingOf(need: Need, group: ParameterGroup): 'met' | 'left' | 'missing' {
  if (need.isMet(valueIn(group, need.name), group)) return 'met'
  const set = group.set.get(need.name)?.value
  return need.isLeast && set !== undefined && isFormula(set) ? 'left' : 'missing'
}
