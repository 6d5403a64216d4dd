/** RDS for PostgreSQL and Aurora PostgreSQL: what versions alone decide, and delayed replicas. */
import {compareVersions, isAt, majorOf, oldest} from '../domain/engine-version.ts'
import {valueIn} from '../domain/parameters.ts'
import type {FactValues} from '../observing/facts.ts'
import type {Source} from '../observing/source.ts'
import type {Verdict} from './check.ts'
import type {SourceCheck} from './of-source.ts'
import {met, notApplicable, notMet, ofSource} from './of-source.ts'
import {blueUnread, howToSet, said} from './settings.ts'
import type {Minors} from './since.ts'
import {since} from './since.ts'

/** Facts P-01: for physical replication. */
const FIRST_OF_ALL = '11.1'
/** Facts L-01 and AP-01: the first minor of each PostgreSQL major that logical replication supports. */
const FIRST_MINORS: Minors = {11: '11.21', 12: '12.16', 13: '13.12', 14: '14.9', 15: '15.4', 16: '16.1'}
/** Aurora also has one for 17 (facts AP-01). */
const FIRST_MINORS_AURORA: Minors = {...FIRST_MINORS, 17: '17.4'}

/** Undefined: nothing is known against any version of this major. */
function firstVersion({production, isAurora, replication}: Source): string | undefined {
  if (replication === 'physical') return FIRST_OF_ALL
  const minors = isAurora ? FIRST_MINORS_AURORA : FIRST_MINORS
  const major = majorOf(production.engine, production.engineVersion)
  return compareVersions(major, '11') < 0 ? minors[11] : minors[major]
}

export const versionSupported = ofSource({
  id: 'source-version-supports-blue-green',
  rows: ['P-01', 'L-01', 'AP-01'],
  title: 'The engine version of the source supports this deployment',
  severity: 'blocking',
  guards: ['prepare', 'create'],
  needs: [],
  unless: ({isPostgres}) => (isPostgres ? undefined : 'only of PostgreSQL'),
  judge(source) {
    const {engine, engineVersion} = source.production
    const first = firstVersion(source)
    if (first === undefined) return notApplicable(`nothing is known against ${engine} ${engineVersion}`)
    const expected = `${engine} ${first} or later`
    if (compareVersions(engineVersion, first) >= 0) return met(engineVersion, expected)
    // The lowest: the newer a version, the fewer older ones of the next major it may go to.
    const hop = oldest(
      source.target.reachable.filter(version => isAt(version, majorOf(engine, first)) && compareVersions(version, first) >= 0)
    )
    return notMet(engineVersion, expected, `upgrade it to ${hop ?? `${first} or a later minor version`} first, then run create again`)
  }
})

const DELAY = 'recovery_min_apply_delay'

function judgeDelay(source: Source, {blueGroups}: Pick<FactValues, 'blueGroups'>, remedy: (commands: string) => string): Verdict {
  if (blueGroups.instance === undefined) return blueUnread(source)
  const delayed = [blueGroups.instance, ...blueGroups.replicas].filter(group => Number(valueIn(group, DELAY) ?? '0') > 0)
  const expected = `${DELAY} = 0, or left to the engine`
  if (delayed.length === 0) return met('no delay', expected)
  const commands = delayed.map(group => howToSet(group, {[DELAY]: '0'})).join('; ')
  return notMet(delayed.map(group => said(group, DELAY)).join('; '), expected, remedy(commands))
}

const onRds = ({production}: Source): string | undefined => (production.engine === 'postgres' ? undefined : 'only of RDS for PostgreSQL')

export const noDelayWithMajor = ofSource({
  id: 'no-replica-is-delayed-at-a-major-upgrade',
  rows: ['L-24'],
  title: 'No database of blue applies changes with a delay while the major version changes',
  severity: 'blocking',
  needs: ['blueGroups'],
  unless: source => onRds(source) ?? (source.replication === 'logical' ? undefined : 'the major version stays'),
  judge: (source, told) => judgeDelay(source, told, commands => `switch the delay off until after the switchover: ${commands}`)
})

export const noDelayLost = ofSource({
  id: 'no-delay-of-a-replica-is-lost',
  rows: ['P-06'],
  title: 'Green applies changes with no other delay than blue',
  severity: 'advice',
  needs: ['blueGroups'],
  unless: source => onRds(source) ?? (source.replication === 'physical' ? undefined : 'only with physical replication'),
  judge: (source, told) =>
    judgeDelay(source, told, () => `nothing, if this is wanted: the primary of green ignores ${DELAY}, its read replicas keep it`)
})

interface Lifted {
  readonly id: string
  readonly rows: readonly string[]
  readonly title: string
  readonly rds: Minors | undefined
  readonly aurora: Minors
  /** What to live with, or to wait with, on a version that has it not. */
  readonly otherwise: string
}

/** Limits that RDS has lifted by the version of the source: below it they are worth a word, no more. */
const lifted = ({id, rows, title, rds, aurora, otherwise}: Lifted): SourceCheck =>
  ofSource({
    id,
    rows,
    title,
    severity: 'advice',
    needs: [],
    unless: ({isPostgres, isAurora, replication}) => {
      if (!isPostgres || replication !== 'logical') return 'only of PostgreSQL that replicates logically'
      return !isAurora && rds === undefined ? 'only of Aurora PostgreSQL' : undefined
    },
    judge({production, isAurora}) {
      const {has, first} = since(isAurora ? aurora : (rds ?? {}), production.engineVersion)
      const expected = first === undefined ? 'a later major version' : `${production.engine} ${first} or later`
      if (has) return met(production.engineVersion, first === undefined ? '' : expected)
      const way = first === undefined ? '' : `, or upgrade blue to ${first} or a later minor version first`
      return notMet(production.engineVersion, expected, `${otherwise}${way}`)
    }
  })

/** Release notes of Aurora PostgreSQL: one release lifted both (facts L-08, L-13). */
const AURORA_FEB_2025: Minors = {13: '13.20', 14: '14.17', 15: '15.12', 16: '16.8', 17: '17.4'}

export const temporaryObjects = lifted({
  id: 'temporary-objects-do-no-harm',
  rows: ['L-08'],
  title: 'Temporary tables made on blue do not stop the switchover',
  rds: {13: '13.19', 14: '14.16', 15: '15.11', 16: '16.7', 17: '17.3'},
  aurora: AURORA_FEB_2025,
  otherwise: 'until the switchover let nothing on blue create, change or drop temporary tables'
})

export const materializedViews = lifted({
  id: 'refreshing-materialized-views-does-no-harm',
  rows: ['L-13'],
  title: 'REFRESH MATERIALIZED VIEW on blue does not stop the switchover',
  rds: {12: '12.19', 13: '13.15', 14: '14.12', 15: '15.7', 16: '16.3'},
  aurora: AURORA_FEB_2025,
  otherwise: 'until the switchover let nothing on blue refresh materialized views'
})

export const shortSwitchover = lifted({
  id: 'commits-wait-but-briefly-at-the-switchover',
  rows: ['AP-07'],
  title: 'The switchover holds up commits on blue but briefly',
  rds: undefined,
  aurora: {13: '13.23', 14: '14.20', 15: '15.15', 16: '16.11', 17: '17.7'},
  otherwise: 'expect a longer pause of writes at the switchover'
})

export const postgresChecks: readonly SourceCheck[] = [
  versionSupported,
  noDelayWithMajor,
  noDelayLost,
  temporaryObjects,
  materializedViews,
  shortSwitchover
]
