/** RDS for MySQL and MariaDB, with what Aurora MySQL shares of it. */
import {compareVersions, majorOf} from '../domain/engine-version.ts'
import {isSchedulerOn, SCHEDULER} from '../domain/needs.ts'
import {valueIn} from '../domain/parameters.ts'
import type {Source} from '../observing/source.ts'
import {cannotTell, met, notMet, ofSource} from './of-source.ts'
import {decidingOf, whereSet} from './settings.ts'

const notMysqlFamily = ({production: {engine}}: Source): string | undefined =>
  ['mysql', 'mariadb', 'aurora-mysql'].includes(engine) ? undefined : `${engine} has no such thing`
const notRdsMysql = ({production: {engine}}: Source): string | undefined =>
  engine === 'mysql' || engine === 'mariadb' ? undefined : 'only RDS for MySQL and MariaDB have it'
const notMysql = ({production: {engine}}: Source): string | undefined => (engine === 'mysql' ? undefined : 'only RDS for MySQL has it')

/** Facts M-01. */
const LEAST: Readonly<Record<string, string>> = {mysql: '5.7', mariadb: '10.2'}

export const versionIsNewEnough = ofSource({
  id: 'mysql-version-supports-blue-green',
  rows: ['M-01'],
  title: 'RDS makes blue/green deployments of this version of MySQL or MariaDB',
  severity: 'blocking',
  needs: [],
  unless: notRdsMysql,
  judge({production: {engine, engineVersion}}) {
    const least = LEAST[engine] ?? ''
    const expected = `${engine} ${least} or later`
    if (engineVersion === '') return cannotTell('RDS does not say the version', 'look at the database in the console')
    if (compareVersions(engineVersion, least) >= 0) return met(engineVersion, expected)
    return notMet(engineVersion, expected, `upgrade it in place to ${engine} ${least} first, then run create again`)
  }
})

/** A limitation of 2024 that AWS no longer lists. */
export const versionWasNeverExcluded = ofSource({
  id: 'mysql-version-was-never-excluded',
  rows: ['M-02'],
  title: 'The version is none of the early releases of MySQL 8.0 that AWS once excluded',
  severity: 'advice',
  needs: [],
  unless: notMysql,
  judge({production: {engineVersion}}) {
    const expected = 'not 8.0.11 to 8.0.13'
    if (engineVersion === '') return cannotTell('RDS does not say the version', 'look at the database in the console')
    if (!['8.0.11', '8.0.12', '8.0.13'].includes(engineVersion)) return met(engineVersion, expected)
    return notMet(
      engineVersion,
      expected,
      'upgrade it to a later 8.0 first if RDS refuses it; AWS excluded it in 2024 and has not said so since'
    )
  }
})

export const optionGroupFits = ofSource({
  id: 'option-group-allows-the-major-upgrade',
  rows: ['M-05'],
  title: 'No custom option group keeps the source from a major upgrade',
  severity: 'blocking',
  needs: [],
  unless: source => notRdsMysql(source) ?? (source.isMajor ? undefined : 'the major version stays'),
  judge({production: {name, traits}, version}) {
    const group = traits.optionGroup
    const expected = 'a default option group'
    if (group === undefined) return cannotTell(`RDS does not say which option group ${name} has`, 'look at the instance in the console')
    if (group.startsWith('default:')) return met(group, expected)
    return notMet(
      `custom option group ${group}`,
      expected,
      `run create without target-engine-version; then modify green to ${version} with an option group of its major (aws rds modify-db-instance --engine-version ${version} --option-group-name <name> --allow-major-version-upgrade)`
    )
  }
})

export const notActiveActive = ofSource({
  id: 'source-is-not-active-active',
  rows: ['M-06'],
  title: 'The source is no member of an active-active cluster',
  severity: 'blocking',
  needs: ['blueGroups'],
  unless: notMysql,
  judge({production}, {blueGroups}) {
    const name = 'rds.group_replication_enabled'
    const group = blueGroups.instance
    if (group === undefined) return cannotTell(`the parameter group of ${production.name} could not be read`, `look for ${name}=1 in it`)
    const value = valueIn(group, name)
    if (value !== '1') return met(value === undefined ? `${name} is not set` : `${name}=${value}`, `${name}=0`)
    return notMet(`${name}=1 in ${group.name}`, `${name}=0`, 'take it out of the group replication first, or upgrade it in place')
  }
})

/** Blue's value and green's, each left to the engine where there is none: the same default on both sides. */
export const caseOfNamesStays = ofSource({
  id: 'case-of-table-names-stays',
  rows: ['M-10'],
  title: 'lower_case_table_names is the same in the groups of blue and green',
  severity: 'blocking',
  needs: ['blueGroups', 'greenGroups'],
  isMendedByPrepare: true,
  unless: notMysqlFamily,
  judge(source, {blueGroups, greenGroups}) {
    const name = 'lower_case_table_names'
    const [blue, green] = [decidingOf(source, blueGroups), decidingOf(source, greenGroups)]
    if (blue === undefined || green === undefined)
      return cannotTell('not both parameter groups could be read', 'asked again once the parameter groups of green are decided')
    const [is, becomes] = [valueIn(blue, name) ?? '0', valueIn(green, name) ?? '0']
    const observed = `${name} is ${is} in ${blue.name} and ${becomes} in ${green.name}`
    if (is === becomes) return met(observed, 'the same')
    return notMet(observed, `${name}=${is} for green`, `mode: prepare makes a group with ${name}=${is}; or give a target group that has it`)
  }
})

export const schedulerOff = ofSource({
  id: 'event-scheduler-is-off-on-green',
  rows: ['G-11', 'AM-12'],
  title: 'The event scheduler is off in the group of green',
  severity: 'blocking',
  needs: ['greenGroups'],
  isMendedByPrepare: true,
  unless: notMysqlFamily,
  judge(source, {greenGroups}) {
    const group = whereSet(source, greenGroups, SCHEDULER)
    const expected = 'event_scheduler=OFF until after the switchover'
    const remedy = 'mode: prepare sets event_scheduler=OFF in a target group; switch it on again after the switchover'
    if (group === undefined) return cannotTell('the parameter group of green is not known', 'asked again once it is decided')
    const value = valueIn(group, SCHEDULER)
    if (value === undefined)
      return isOnByDefault(source)
        ? cannotTell(
            `${group.name} leaves event_scheduler to the engine, and MySQL 8.0 and later switch it on`,
            'if events are used, give target-parameters: event_scheduler=OFF and run mode: prepare; switch it on again after the switchover'
          )
        : met(`${group.name} leaves it to the engine, which switches it off`, expected)
    if (!isSchedulerOn(value)) return met(`event_scheduler=${value} in ${group.name}`, expected)
    return notMet(`event_scheduler=${value} in ${group.name}`, expected, remedy)
  }
})

/** MySQL's own default since 8.0; Aurora MySQL 3 speaks of 8.0 too. */
const isOnByDefault = ({production: {engine}, version}: Source): boolean =>
  engine !== 'mariadb' && compareVersions(majorOf(engine, version), '8.0') >= 0

export const replicatesSafely = ofSource({
  id: 'replication-uses-gtid-and-workers',
  rows: ['M-08'],
  title: 'Green can follow by GTID and with several workers',
  severity: 'advice',
  needs: ['blueGroups', 'greenGroups'],
  // MariaDB always has GTIDs, and Aurora MySQL is told by its cluster group.
  unless: notMysql,
  judge(_source, {blueGroups, greenGroups}) {
    const [blue, green] = [blueGroups.instance, greenGroups.instance]
    if (blue === undefined || green === undefined)
      return cannotTell('not both parameter groups could be read', 'asked again once the parameter groups of green are decided')
    const expected = 'gtid-mode=ON in both groups, and two workers or more on green'
    const gtid = [blue, green].map(group => ({group, value: valueIn(group, 'gtid-mode')}))
    const workers = valueIn(green, 'replica_parallel_workers') ?? valueIn(green, 'slave_parallel_workers')
    const lines = [
      ...gtid.flatMap(({group, value}) =>
        value === undefined || value.toUpperCase() === 'ON' ? [] : `gtid-mode=${value} in ${group.name}`
      ),
      ...(workers !== undefined && Number(workers) < 2 ? [`${workers} workers in ${green.name}`] : [])
    ]
    const remedy =
      'set gtid-mode=ON and enforce_gtid_consistency=ON in both groups (a restart of blue), replica_parallel_workers=4 in the target group; without it replication works, but catches up more slowly'
    if (lines.length > 0) return notMet(lines.join('; '), expected, remedy)
    if (gtid.some(({value}) => value === undefined)) return cannotTell('gtid-mode is left to the engine', remedy)
    return met(gtid.map(({group, value}) => `gtid-mode=${value} in ${group.name}`).join(', '), expected)
  }
})

export const mysqlChecks = [
  versionIsNewEnough,
  versionWasNeverExcluded,
  optionGroupFits,
  notActiveActive,
  caseOfNamesStays,
  schedulerOff,
  replicatesSafely
] as const
