/** Aurora MySQL. */
import {BINARY_LOG} from '../domain/needs.ts'
import type {Source} from '../observing/source.ts'
import type {SourceCheck} from './of-source.ts'
import {met, notMet, ofSource} from './of-source.ts'
import {decidingOf, judgeNeed} from './settings.ts'

const otherEngine = ({production}: Source): string | undefined =>
  production.engine === 'aurora-mysql' ? undefined : 'only of Aurora MySQL'

export const binaryLogOn = ofSource({
  id: 'binary-log-of-aurora-is-on',
  rows: ['AM-02'],
  title: "Blue's cluster parameter group switches the binary log on",
  severity: 'blocking',
  isMendedByPrepare: true,
  needs: ['blueGroups'],
  unless: otherEngine,
  judge: (source, {blueGroups}) => judgeNeed(source, decidingOf(source, blueGroups), BINARY_LOG)
})

export const noBacktrackLost = ofSource({
  id: 'no-backtrack-is-lost',
  rows: ['AM-06'],
  title: 'Nobody counts on winding the cluster back after the switchover',
  severity: 'advice',
  needs: [],
  unless: otherEngine,
  judge({production}) {
    // Where RDS leaves it out, it is 0, which is its default.
    const seconds = production.traits.backtrackSeconds ?? 0
    if (seconds === 0) return met('the cluster has no backtrack window')
    const remedy = 'green is made without it, and it cannot be added to a cluster later: rely on point-in-time recovery from then on'
    return notMet(`${production.name} can be wound back ${Math.round(seconds / 3600)} hours`, 'no backtrack window', remedy)
  }
})

export const auroraMysqlChecks: readonly SourceCheck[] = [binaryLogOn, noBacktrackLost]
