/** Sources that RDS refuses as they stand, or whose groups have to be carried over first: what `prepare` is for (facts 9.4). */
import type {Dice} from '../dice.ts'
import {familyOf, majorOf} from '../model/catalogue.ts'
import type {ClusterSeed, GroupSeed, InstanceSeed} from '../model/seed.ts'
import {labGroupOf} from '../model/seed.ts'

interface Step {
  readonly engine: string
  readonly from: string
  readonly to: string
}

export interface Unprepared {
  readonly is: 'default group' | 'custom group' | 'pending reboot' | 'no backups'
  readonly groups: readonly GroupSeed[]
  /** What of the source is otherwise than RDS wants it. */
  readonly source: Partial<InstanceSeed & ClusterSeed>
  /** Others who use the same group. */
  readonly strangers: readonly InstanceSeed[]
}

export const OWN = 'own-parameters'

/** What people have set, some of which no other family knows. */
const ownParameters = (engine: string): NonNullable<GroupSeed['parameters']> =>
  engine.includes('postgres')
    ? {
        max_connections: '321',
        shared_preload_libraries: 'pg_stat_statements,pg_cron',
        max_wal_senders: '30',
        work_mem: '8192',
        db_user_namespace: '0'
      }
    : {max_connections: '321', event_scheduler: 'ON', long_query_time: '3', lower_case_table_names: '1', something_of_the_past: '1'}

const isLogical = ({engine, from, to}: Step): boolean =>
  engine === 'aurora-postgresql' || (engine === 'postgres' && majorOf(engine, from) !== majorOf(engine, to))

/** `members`: its replicas, or its instances. */
export function drawUnprepared(dice: Dice, kind: 'instance' | 'cluster', step: Step, members: readonly string[]): Unprepared | undefined {
  const {engine, from} = step
  const needs = isLogical(step) || engine === 'aurora-mysql'
  const is = dice
    .fork('how')
    .pick<Unprepared['is']>([
      'custom group',
      ...(needs ? (['default group', 'pending reboot'] as const) : []),
      ...(kind === 'instance' && members.length === 0 ? (['no backups'] as const) : [])
    ])
  const family = familyOf(engine, from)
  const group = labGroupOf(engine, from)
  switch (is) {
    case 'default group':
      return {is, groups: [], strangers: [], source: {group: `default.${family}`}}
    case 'custom group':
      return {
        is,
        groups: [{name: OWN, family, kind, parameters: ownParameters(engine)}],
        strangers: kind === 'instance' && dice.fork('shared').chance(0.5) ? [{name: 'payroll', engine, version: from, group: OWN}] : [],
        source: {group: OWN}
      }
    case 'pending reboot':
      return {
        is,
        groups: [],
        strangers: [],
        source: {
          group,
          shown:
            kind === 'instance'
              ? {DBParameterGroups: [{DBParameterGroupName: group, ParameterApplyStatus: 'pending-reboot'}]}
              : {
                  DBClusterMembers: members.map((DBInstanceIdentifier, index) => ({
                    DBInstanceIdentifier,
                    IsClusterWriter: index === 0,
                    DBClusterParameterGroupStatus: 'pending-reboot',
                    PromotionTier: 1
                  }))
                }
        }
      }
    case 'no backups':
      return {is, groups: [], strangers: [], source: {backupDays: 0, ...(engine === 'postgres' ? {group} : {})}}
    case undefined:
      return undefined
  }
}

/** The source as it is then; what it had of its own stays. */
export const asDrawn = <T extends InstanceSeed | ClusterSeed>(seed: T, unprepared: Unprepared | undefined): T =>
  unprepared === undefined ? seed : {...seed, ...unprepared.source, shown: {...seed.shown, ...unprepared.source.shown}}
