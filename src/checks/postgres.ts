/** Facts 3.4 and 3.5: RDS for PostgreSQL and Aurora PostgreSQL. */
import {compareVersions, isAt, majorOf, oldest} from '../domain/engine-version.ts'
import {met, notMet, ofSource} from './of-source.ts'

/** Facts AP-01 and L-01: the first minor of each PostgreSQL major that logical replication supports. */
const FIRST_MINORS: Readonly<Record<string, string>> = {11: '11.21', 12: '12.16', 13: '13.12', 14: '14.9', 15: '15.4', 16: '16.1'}
/** Aurora also has one for 17 (facts AP-01). */
const FIRST_MINORS_AURORA: Readonly<Record<string, string>> = {...FIRST_MINORS, 17: '17.4'}

export const versionSupported = ofSource({
  id: 'source-version-supports-blue-green',
  rows: ['L-01', 'AP-01'],
  title: 'The engine version of the source supports this deployment',
  severity: 'blocking',
  needs: [],
  // Physical replication every version supports (facts 0.2).
  unless: ({replication}) => (replication === 'logical' ? undefined : 'only logical replication has a first version'),
  judge({production, isAurora, target}) {
    const {engine, engineVersion} = production
    const major = majorOf(engine, engineVersion)
    const first = (isAurora ? FIRST_MINORS_AURORA : FIRST_MINORS)[major]
    if (first === undefined) return {is: 'not_applicable', because: `nothing is known against ${engine} ${engineVersion}`}
    const expected = `${engine} ${first} or later`
    if (compareVersions(engineVersion, first) >= 0) return met(engineVersion, expected)
    // The lowest: the newer a version, the fewer older ones of the next major it may go to.
    const hop = oldest(target.reachable.filter(version => isAt(version, major) && compareVersions(version, first) >= 0))
    return notMet(engineVersion, expected, `upgrade it to ${hop ?? `${first} or a later minor version`} first, then run create again`)
  }
})

export const postgresChecks = [versionSupported] as const
