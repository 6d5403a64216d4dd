/**
 * Which engine versions there are and which upgrade leads where, as DescribeDBEngineVersions tells it (facts 9.1). A likeness: real
 * numbers, not every one of them. Where the paths are documented:
 *
 * - PostgreSQL: UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion and AUG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion list the targets
 *   of every version. The rule here is what those tables have in common: a target is never of an older quarterly release than its source
 *   (so 12.16 goes to 14.9 and later), and majors may be skipped. That at most five are skipped over is INFERRED (community support lasts
 *   five years); it makes 11 to 17 two hops. Release dates: UG+:PostgreSQL release calendars. Support of blue/green: facts L-01, AP-01.
 * - MySQL: UG:USER_UpgradeDBInstance.MySQL.Major: 5.7 to 8.0 and 8.0 to 8.4, one at a time (facts M-11).
 * - MariaDB: UG:USER_UpgradeDBInstance.MariaDB.Major: any version to 10.6, 10.11, 11.4 and 11.8, and 10.4 to 10.5.
 * - Aurora MySQL: AUG:AuroraMySQL.Updates.MajorVersionUpgrade: version 2 to version 3.
 */
import type {UpgradeTarget} from '@aws-sdk/client-rds'
import type {EngineVersion} from './account.ts'

/** PostgreSQL's quarterly releases: minor by major. */
const quarters: readonly (readonly [date: string, minors: Readonly<Record<number, number>>])[] = [
  ['2021-02', {11: 11, 12: 6, 13: 2}],
  ['2022-08', {11: 17, 12: 12, 13: 8, 14: 5}],
  ['2023-02', {11: 19, 12: 14, 13: 10, 14: 7, 15: 2}],
  ['2023-05', {11: 20, 12: 15, 13: 11, 14: 8, 15: 3}],
  ['2023-08', {11: 21, 12: 16, 13: 12, 14: 9, 15: 4}],
  ['2023-11', {11: 22, 12: 17, 13: 13, 14: 10, 15: 5, 16: 1}],
  ['2024-02', {12: 18, 13: 14, 14: 11, 15: 6, 16: 2}],
  ['2024-05', {12: 19, 13: 15, 14: 12, 15: 7, 16: 3}],
  ['2024-08', {12: 20, 13: 16, 14: 13, 15: 8, 16: 4}],
  ['2024-11', {12: 22, 13: 18, 14: 15, 15: 10, 16: 6, 17: 2}],
  ['2025-02', {13: 20, 14: 17, 15: 12, 16: 8, 17: 4}],
  ['2025-05', {13: 21, 14: 18, 15: 13, 16: 9, 17: 5}],
  ['2025-08', {13: 22, 14: 19, 15: 14, 16: 10, 17: 6}]
]

const postgres = quarters.flatMap(([, minors]) => Object.entries(minors).map(([major, minor]) => `${major}.${minor}`))

/** Aurora takes over a release some months later, and 17 began with 17.4 (AP-01). */
const auroraPostgres = quarters
  .filter(([date]) => date <= '2025-05')
  .flatMap(([, minors]) => Object.entries(minors).map(([major, minor]) => `${major}.${minor}`))
  .filter(version => version !== '17.2')

const released = new Map<string, string>([
  ...quarters.flatMap(([date, minors]) => Object.entries(minors).map(([major, minor]) => [`${major}.${minor}`, date] as const)),
  ['18.1', '2025-11'] as const
])

const versions: Readonly<Record<string, readonly string[]>> = {
  mysql: ['5.7.44', '8.0.35', '8.0.39', '8.0.40', '8.0.42', '8.0.43', '8.4.3', '8.4.5', '8.4.6'],
  mariadb: ['10.3.39', '10.4.34', '10.5.27', '10.6.20', '10.6.22', '10.11.10', '10.11.13', '11.4.5', '11.4.7', '11.8.3'],
  postgres: [...postgres, '18.1'],
  'aurora-mysql': [
    '5.7.mysql_aurora.2.11.4',
    '5.7.mysql_aurora.2.12.5',
    '8.0.mysql_aurora.3.04.3',
    '8.0.mysql_aurora.3.05.2',
    '8.0.mysql_aurora.3.08.0',
    '8.0.mysql_aurora.3.10.1'
  ],
  'aurora-postgresql': auroraPostgres
}

/** Too old for a deployment (M-01, P-01): they run on, and are told only to who asks for all. No upgrade of them is modelled. */
const bygone: Readonly<Record<string, readonly string[]>> = {mysql: ['5.6.51'], mariadb: ['10.1.48'], postgres: ['10.23']}

/** Engines that exist without Blue/Green Deployments (G-01). */
const others: Readonly<Record<string, readonly string[]>> = {
  'oracle-ee': ['19.0.0.0.ru-2025-07.rur-2025-07.r1'],
  'sqlserver-se': ['16.00.4212.1.v1']
}

export const majorOf = (engine: string, version: string): string => {
  const parts = version.split('.')
  return engine.includes('postgres') ? (parts[0] ?? '') : `${parts[0]}.${parts[1]}`
}

export const familyOf = (engine: string, version: string): string => `${engine}${majorOf(engine, version)}`

const numbers = (version: string): readonly number[] => (version.match(/\d+/g) ?? []).map(Number)

export function compareVersions(one: string, other: string): number {
  const [left, right] = [numbers(one), numbers(other)]
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const mariadbTargets = ['10.6', '10.11', '11.4', '11.8']

function isReachable(engine: string, from: string, to: string, majors: readonly string[]): boolean {
  if (compareVersions(to, from) <= 0) return false
  const [start, end] = [majorOf(engine, from), majorOf(engine, to)]
  if (start === end) return true
  if (engine.includes('postgres')) return Number(end) - Number(start) <= 5 && (released.get(to) ?? '') >= (released.get(from) ?? '')
  if (engine === 'mariadb') return mariadbTargets.includes(end) || (start === '10.4' && end === '10.5')
  return majors.indexOf(end) - majors.indexOf(start) === 1
}

const targetOf = (engine: string, from: string, to: string): UpgradeTarget => ({
  Engine: engine,
  EngineVersion: to,
  Description: `${engine} ${to}`,
  AutoUpgrade: false,
  IsMajorVersionUpgrade: majorOf(engine, to) !== majorOf(engine, from)
})

const sorted = Object.entries({...versions, ...others}).map(([engine, all]) => [engine, [...all].sort(compareVersions)] as const)

const catalogue: readonly EngineVersion[] = [
  ...sorted.flatMap(([engine, all]) => {
    const majors = [...new Set(all.map(version => majorOf(engine, version)))]
    return all.map(version => ({
      engine,
      version,
      family: familyOf(engine, version),
      status: 'available' as const,
      targets: all.filter(to => isReachable(engine, version, to, majors)).map(to => targetOf(engine, version, to))
    }))
  }),
  ...Object.entries(bygone).flatMap(([engine, all]) =>
    all.map(version => ({engine, version, family: familyOf(engine, version), status: 'deprecated' as const, targets: []}))
  )
]

export const engineVersions = (): readonly EngineVersion[] => catalogue

export const families: readonly string[] = [...new Set(catalogue.map(one => one.family))]
