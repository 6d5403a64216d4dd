/** What only Aurora PostgreSQL asks for, Babelfish among it. */
import {compareVersions, majorOf} from '../domain/engine-version.ts'
import {BABELFISH, BABELFISH_STATUS, SYNCHRONOUS_COMMIT} from '../domain/needs.ts'
import {valueIn} from '../domain/parameters.ts'
import type {GroupsOfOneSide} from '../observing/facts.ts'
import type {Source} from '../observing/source.ts'
import type {SourceCheck} from './of-source.ts'
import {met, notApplicable, notMet, ofSource} from './of-source.ts'
import {blueUnread, decidingOf, greenUnread, judgeNeed, mendGreen, said, whereSet} from './settings.ts'

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
  judge: (source, {blueGroups}) => judgeNeed(source, whereSet(source, blueGroups, SYNCHRONOUS_COMMIT.name), SYNCHRONOUS_COMMIT)
})

const hasBabelfish = ({cluster}: GroupsOfOneSide): boolean => valueIn(cluster, BABELFISH_STATUS) === 'on'

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
