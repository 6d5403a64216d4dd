/** What only Aurora PostgreSQL asks for, Babelfish among it. */
import {compareVersions, majorOf} from '../domain/engine-version.ts'
import {valueIn} from '../domain/parameters.ts'
import type {GroupsOfOneSide} from '../observing/facts.ts'
import type {Source} from '../observing/source.ts'
import type {SourceCheck} from './of-source.ts'
import {met, notApplicable, notMet, ofSource} from './of-source.ts'
import {blueUnread, decidingOf, greenUnread, mendBlue, mendGreen, said, whereSet} from './settings.ts'

const otherEngine = ({production}: Source): string | undefined =>
  production.engine === 'aurora-postgresql' ? undefined : 'only of Aurora PostgreSQL'

export const commitsSynchronously = ofSource({
  id: 'synchronous-commit-is-on',
  rows: ['AP-03'],
  title: 'Blue commits synchronously',
  severity: 'blocking',
  isMendedByPrepare: true,
  needs: ['blueGroups'],
  unless: otherEngine,
  judge(source, {blueGroups}) {
    const name = 'synchronous_commit'
    const group = whereSet(source, blueGroups, name)
    if (group === undefined) return blueUnread(source)
    const expected = `${name} = on`
    // Left to the engine, it is on.
    if ((valueIn(group, name) ?? 'on').toLowerCase() === 'on') return met(said(group, name), expected)
    return notMet(said(group, name), expected, mendBlue(source, group, {[name]: 'on'}))
  }
})

const STATUS = 'rds.babelfish_status'
/** Facts AP-05. */
const BABELFISH = [
  STATUS,
  'babelfishpg_tds.tds_default_numeric_precision',
  'babelfishpg_tds.tds_default_numeric_scale',
  'babelfishpg_tsql.default_locale',
  'babelfishpg_tsql.migration_mode',
  'babelfishpg_tsql.server_collation_name'
]
const hasBabelfish = ({cluster}: GroupsOfOneSide): boolean => valueIn(cluster, STATUS) === 'on'

/** Facts AP-04: of 15 and of 16; every version after them. */
const firstOf = (version: string): string => (compareVersions(majorOf('postgres', version), '15') <= 0 ? '15.7' : '16.3')

export const babelfishSupported = ofSource({
  id: 'version-supports-babelfish-and-blue-green',
  rows: ['AP-04'],
  title: 'With Babelfish, the engine version of the source supports a deployment',
  severity: 'blocking',
  needs: ['blueGroups'],
  unless: otherEngine,
  judge(source, {blueGroups}) {
    const {engine, engineVersion} = source.production
    if (blueGroups.cluster === undefined) return blueUnread(source)
    if (!hasBabelfish(blueGroups)) return notApplicable('Babelfish is off')
    const first = firstOf(engineVersion)
    const expected = `${engine} ${first} or later`
    if (compareVersions(engineVersion, first) >= 0) return met(engineVersion, expected)
    return notMet(engineVersion, expected, `upgrade it in place to ${first} or a later minor version first, then run create again`)
  }
})

export const babelfishEqual = ofSource({
  id: 'babelfish-parameters-are-equal',
  rows: ['AP-05'],
  title: "Babelfish is set up alike in blue's and green's cluster parameter group",
  severity: 'blocking',
  isMendedByPrepare: true,
  needs: ['blueGroups', 'greenGroups'],
  unless: otherEngine,
  judge(source, {blueGroups, greenGroups}) {
    const [blue, green] = [decidingOf(source, blueGroups), decidingOf(source, greenGroups)]
    if (blue === undefined) return blueUnread(source)
    if (!hasBabelfish(blueGroups)) return notApplicable('Babelfish is off')
    if (green === undefined) return greenUnread
    const other = BABELFISH.filter(name => valueIn(blue, name) !== valueIn(green, name))
    const expected = `the same values as in ${blue.name}`
    if (other.length === 0) return met('they are equal', expected)
    const observed = other.map(name => `${said(green, name)}, ${said(blue, name)}`).join('; ')
    const wanted = other.map(name => `${name} = ${valueIn(blue, name) ?? '(not set)'}`).join(', ')
    return notMet(observed, expected, mendGreen(source, green, blue, wanted))
  }
})

export const auroraPostgresChecks: readonly SourceCheck[] = [commitsSynchronously, babelfishSupported, babelfishEqual]
