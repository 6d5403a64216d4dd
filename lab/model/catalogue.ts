/** Engine versions with their upgrade targets, and parameter group families: a small likeness of what RDS offers (facts 9.1, 9.2). */
import type {UpgradeTarget} from '@aws-sdk/client-rds'
import type {EngineVersion, ParameterGroup} from './account.ts'

const versions: Readonly<Record<string, readonly string[]>> = {
  mysql: ['5.7.44', '8.0.35', '8.0.39', '8.0.40', '8.0.42', '8.0.43', '8.4.3', '8.4.5', '8.4.6'],
  mariadb: ['10.5.27', '10.6.20', '10.6.22', '10.11.10', '10.11.13', '11.4.5', '11.4.7', '11.8.3'],
  postgres: [
    '12.22',
    '13.11',
    '13.20',
    '13.22',
    '14.8',
    '14.17',
    '14.19',
    '15.4',
    '15.12',
    '15.14',
    '16.3',
    '16.8',
    '16.10',
    '17.4',
    '17.6',
    '18.1'
  ],
  'aurora-mysql': [
    '5.7.mysql_aurora.2.11.4',
    '5.7.mysql_aurora.2.12.5',
    '8.0.mysql_aurora.3.05.2',
    '8.0.mysql_aurora.3.08.0',
    '8.0.mysql_aurora.3.10.1'
  ],
  'aurora-postgresql': ['13.21', '14.8', '14.18', '15.13', '16.8', '16.9', '17.4', '17.5']
}

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

/** MySQL and Aurora MySQL go one major at a time, PostgreSQL and MariaDB may skip (facts 9.1). */
function reachable(engine: string, from: string, to: string, majors: readonly string[]): boolean {
  if (compareVersions(to, from) <= 0) return false
  const [start, end] = [majors.indexOf(majorOf(engine, from)), majors.indexOf(majorOf(engine, to))]
  return engine.includes('mysql') ? end - start <= 1 : true
}

export function engineVersions(): readonly EngineVersion[] {
  return Object.entries({...versions, ...others}).flatMap(([engine, all]) => {
    const majors = [...new Set(all.map(version => majorOf(engine, version)))]
    return all.map(version => ({
      engine,
      version,
      family: familyOf(engine, version),
      status: 'available' as const,
      targets: all
        .filter(to => reachable(engine, version, to, majors))
        .map(
          (to): UpgradeTarget => ({
            Engine: engine,
            EngineVersion: to,
            Description: `${engine} ${to}`,
            AutoUpgrade: false,
            IsMajorVersionUpgrade: majorOf(engine, to) !== majorOf(engine, version)
          })
        )
    }))
  })
}

/** `default.<family>` exists for every family and cannot be edited (G-41). */
export function defaultGroups(): readonly ParameterGroup[] {
  const families = new Set(engineVersions().map(one => one.family))
  return [...families].flatMap(family => {
    const group = (kind: 'instance' | 'cluster'): ParameterGroup => ({
      kind,
      name: `default.${family}`,
      family,
      description: `Default ${kind === 'cluster' ? 'cluster ' : ''}parameter group for ${family}`,
      parameters: {}
    })
    return family.startsWith('aurora') ? [group('instance'), group('cluster')] : [group('instance')]
  })
}
