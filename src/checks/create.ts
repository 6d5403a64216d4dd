/** What RDS would refuse of a source, half an hour earlier and with the way out. */
import {compareVersions, isAt, majorOf, oldest} from '../domain/engine-version.ts'
import {valueOf} from '../domain/known.ts'
import {isLogical} from '../observing/lag.ts'
import type {Check} from './check.ts'

/** Facts AP-01 and L-01: the first minor of each PostgreSQL major that logical replication supports. */
const FIRST_MINORS: Readonly<Record<string, string>> = {11: '11.21', 12: '12.16', 13: '13.12', 14: '14.9', 15: '15.4', 16: '16.1'}
/** Aurora also has one for 17 (facts AP-01). */
const FIRST_MINORS_AURORA: Readonly<Record<string, string>> = {...FIRST_MINORS, 17: '17.4'}

export const versionSupported: Check = {
  id: 'source-version-supports-blue-green',
  row: 'AP-01',
  title: 'The engine version of the source supports this deployment',
  severity: 'blocking',
  guards: ['create'],
  judge(now) {
    const production = valueOf(now.production)
    if (production === undefined) return {is: 'unknown', because: 'the source could not be read', remedy: 'try again'}
    const {engine, engineVersion} = production
    const target = valueOf(now.target)?.engineVersion
    const major = majorOf(engine, engineVersion)
    // Physical replication every version supports (facts 0.2).
    const logical = isLogical(production, {engine, engineVersion: target ?? engineVersion})
    const first = logical ? (engine === 'aurora-postgresql' ? FIRST_MINORS_AURORA : FIRST_MINORS)[major] : undefined
    if (first === undefined) return {is: 'not_applicable', because: `nothing is known against ${engine} ${engineVersion}`}
    const expected = `${engine} ${first} or later`
    if (compareVersions(engineVersion, first) >= 0) return {is: 'met', observed: engineVersion, expected}
    // The lowest: the newer a version, the fewer older ones of the next major it may go to.
    const hop = oldest(
      (valueOf(now.target)?.reachable ?? []).filter(version => isAt(version, major) && compareVersions(version, first) >= 0)
    )
    return {
      is: 'not_met',
      observed: engineVersion,
      expected,
      remedy: `upgrade it to ${hop ?? `${first} or a later minor version`} first, then run create again`
    }
  }
}

export const createChecks: readonly Check[] = [versionSupported]
