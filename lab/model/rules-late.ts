/** What the create call accepts and the build stumbles over (facts 2.1, "Asynchronous failures"), in the order the tasks meet it. */
import type {Trouble} from './account.ts'
import type {Asked, LateRule, ShownBy} from './asked.ts'
import {blueValue, greenValue, librariesOf} from './asked.ts'
import {isOrderable} from './classes.ts'
import {groupsOfAnotherFamily, youngGroups} from './rules-of-target.ts'
import {groupNamed} from './source.ts'

const late = (
  row: string,
  what: string,
  fails: LateRule['fails'],
  shownBy: ShownBy = 'api',
  task: LateRule['task'] = 'replica'
): LateRule => ({
  row,
  what,
  shownBy,
  task,
  fails
})

const incompatible = (...names: readonly string[]): string => `of incompatible parameter(s): ${names.join(', and ')}`

/** A formula counts as the eight that every class has at least. */
const numberIn = (value: string | undefined, otherwise: number): number =>
  value !== undefined && /^\d+$/.test(value) ? Number(value) : otherwise

/** L-04: more slots than databases on blue, a worker for each on green, and a process for each worker (facts 9.4). */
function shortOf(asked: Asked): readonly string[] {
  const databases = asked.source.resource.hidden.databases ?? 1
  if (asked.source.resource.hidden.troubles.includes('too-few-slots')) return ['max_replication_slots', 'max_logical_replication_workers']
  return [
    ...(numberIn(blueValue(asked, 'max_replication_slots'), 20) <= databases ? ['max_replication_slots'] : []),
    ...(numberIn(blueValue(asked, 'max_wal_senders'), 20) < databases ? ['max_wal_senders'] : []),
    ...(numberIn(greenValue(asked, 'max_logical_replication_workers'), 4) < databases ? ['max_logical_replication_workers'] : []),
    ...(numberIn(greenValue(asked, 'max_worker_processes'), 8) <= databases ? ['max_worker_processes'] : [])
  ]
}

const preloaded = (asked: Asked, ...names: readonly string[]): string | undefined =>
  librariesOf(blueValue(asked, 'shared_preload_libraries')).find(one => names.includes(one))

const hasTrouble = (asked: Asked, trouble: Trouble): boolean => asked.source.resource.hidden.troubles.includes(trouble)
const external = (asked: Asked): string | undefined =>
  hasTrouble(asked, 'external-replication') ? 'of external replication on the blue primary instance' : undefined
const prechecks = (asked: Asked): string | undefined =>
  asked.isMajor && hasTrouble(asked, 'precheck') ? 'the upgrade prechecks found incompatibilities' : undefined

const isPostgres = (asked: Asked): boolean => asked.source.engine.includes('postgres')

/** What somebody set: in Aurora the instances' own group goes before the cluster's (facts 9.2). */
const setForGreen = ({account, groups, greenGroup}: Asked, name: string): string | undefined =>
  groupNamed(account, 'instance', groups.instance)?.parameters[name] ?? greenGroup?.parameters[name]

/** Documented as something to switch off, not as something that RDS looks for: a switch decides whether it does. */
const forbidden = (asked: Asked, ...names: readonly string[]): string | undefined => {
  const found = asked.isLogical && asked.account.unknowns.forbiddenExtensions === 'fails_later' ? preloaded(asked, ...names) : undefined
  return found === undefined ? undefined : `of the extension ${found} on the blue primary instance`
}

export const lateRules: readonly LateRule[] = [
  late('G-38', 'a parameter group of another family', asked => {
    const [name] = groupsOfAnotherFamily(asked)
    return name === undefined ? undefined : `of incompatible parameter group ${name}`
  }),
  late(
    '8.5',
    'a parameter group younger than five minutes',
    asked => {
      const [name] = asked.account.unknowns.youngGroup === 'fails_later' ? youngGroups(asked) : []
      return name === undefined ? undefined : `of incompatible parameter group ${name}`
    },
    'nobody'
  ),
  late('G-39', 'an instance class that the target version cannot have', ({source, request, target}) => {
    const classes = source.members.flatMap(one =>
      one.kind !== 'instance'
        ? []
        : one === source.resource
          ? (request.TargetDBInstanceClass ?? one.shown.DBInstanceClass)
          : one.shown.DBInstanceClass
    )
    const wrong = classes.find(one => !isOrderable(source.engine, target, one))
    return wrong === undefined
      ? undefined
      : `RDS does not support creating a DB instance with the following combination: DBInstanceClass=${wrong}, Engine=${source.engine}, EngineVersion=${target}`
  }),
  late(
    'L-04',
    'too few slots, senders or workers for the databases',
    asked => {
      const short = asked.isLogical ? shortOf(asked) : []
      return short.length === 0 ? undefined : incompatible(...short)
    },
    'sql'
  ),
  late('L-18', 'pgAudit is preloaded on blue and not on green', asked =>
    asked.isLogical &&
    preloaded(asked, 'pgaudit') !== undefined &&
    !librariesOf(greenValue(asked, 'shared_preload_libraries')).includes('pgaudit')
      ? incompatible('shared_preload_libraries')
      : undefined
  ),
  late('L-15', 'pg_partman runs on blue', asked => forbidden(asked, 'pg_partman_bgw')),
  late('L-17', 'pglogical or pgactive on blue', asked => forbidden(asked, 'pglogical', 'pgactive')),
  ...(['G-11', 'AM-12'] as const).map(row =>
    late(row, 'event_scheduler is switched on in the target group', asked =>
      (row === 'AM-12') === asked.isAurora &&
      !isPostgres(asked) &&
      asked.account.unknowns.eventScheduler === 'fails_later' &&
      setForGreen(asked, 'event_scheduler') === 'ON'
        ? incompatible('event_scheduler')
        : undefined
    )
  ),
  late(
    'P-03',
    'external replication of a physical source',
    asked => (isPostgres(asked) && !asked.isLogical ? external(asked) : undefined),
    'sql'
  ),
  late('L-45', 'replication slots of others', asked => (isPostgres(asked) && asked.isLogical ? external(asked) : undefined), 'sql'),
  late(
    'M-11',
    'prechecks of MySQL and MariaDB',
    asked => (!isPostgres(asked) && !asked.isAurora ? prechecks(asked) : undefined),
    'sql',
    'upgrade'
  ),
  late(
    'AM-13',
    'prechecks of Aurora MySQL',
    asked => (!isPostgres(asked) && asked.isAurora ? prechecks(asked) : undefined),
    'sql',
    'upgrade'
  ),
  late('L-37', 'prechecks of PostgreSQL', asked => (isPostgres(asked) ? prechecks(asked) : undefined), 'sql', 'upgrade')
]
