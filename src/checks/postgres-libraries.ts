/** Extensions that write, replicate or plan by themselves, as far as the parameter groups of both sides show them. */
import {AUDIT, CRON, capturesPlans, LIBRARIES, librariesIn, PLAN_BASELINES} from '../domain/needs.ts'
import {valueIn} from '../domain/parameters.ts'
import type {SourceCheck} from './of-source.ts'
import {met, notApplicable, notMet, ofSource} from './of-source.ts'
import {notLogical} from './postgres-logical.ts'
import {blueUnread, decidingOf, greenUnread, mendGreen, rebootOf, said, whereSet} from './settings.ts'

/** Facts L-15, L-17: what each is switched off by. */
const CONFLICTING = ['pg_partman_bgw', 'pglogical', 'pgactive']

export const noConflictingLibrary = ofSource({
  id: 'blue-preloads-no-conflicting-library',
  rows: ['L-15', 'L-17'],
  title: `Blue preloads none of ${CONFLICTING.join(', ')}`,
  severity: 'blocking',
  needs: ['blueGroups'],
  unless: notLogical,
  judge(source, {blueGroups}) {
    const group = decidingOf(source, blueGroups)
    if (group === undefined) return blueUnread(source)
    const libraries = librariesIn(group)
    const found = CONFLICTING.filter(one => libraries.includes(one))
    const expected = `none of ${CONFLICTING.join(', ')}`
    if (found.length === 0) return met(said(group, LIBRARIES), expected)
    const remedy = `take ${found.join(', ')} out of ${LIBRARIES} in ${group.name}, then ${rebootOf(source)}; put it back after the switchover. If no database has the extension, ignore-checks lets it pass`
    return notMet(said(group, LIBRARIES), expected, remedy)
  }
})

export const noCronOnGreen = ofSource({
  id: 'green-preloads-no-pg-cron',
  rows: ['L-16'],
  title: 'pg_cron does not run on green before the switchover',
  severity: 'advice',
  isMendedByPrepare: true,
  needs: ['blueGroups', 'greenGroups'],
  unless: notLogical,
  judge(source, {blueGroups, greenGroups}) {
    const group = decidingOf(source, greenGroups)
    if (group === undefined) return greenUnread
    const expected = `${LIBRARIES} without pg_cron`
    if (!librariesIn(group).includes(CRON)) return met(said(group, LIBRARIES), expected)
    const mend = mendGreen(source, group, decidingOf(source, blueGroups), expected)
    return notMet(said(group, LIBRARIES), expected, `${mend}; add it and restart after the switchover, or its jobs stay away`)
  }
})

export const auditOnBothSides = ofSource({
  id: 'pgaudit-is-preloaded-on-both-sides',
  rows: ['L-18'],
  title: 'Green preloads pgaudit where blue does',
  severity: 'blocking',
  isMendedByPrepare: true,
  needs: ['blueGroups', 'greenGroups'],
  unless: notLogical,
  judge(source, {blueGroups, greenGroups}) {
    const [blue, green] = [decidingOf(source, blueGroups), decidingOf(source, greenGroups)]
    if (blue === undefined) return blueUnread(source)
    if (!librariesIn(blue).includes(AUDIT)) return notApplicable('blue does not preload pgaudit')
    if (green === undefined) return greenUnread
    const expected = `pgaudit in ${LIBRARIES} of both groups`
    if (librariesIn(green).includes(AUDIT)) return met(said(green, LIBRARIES), expected)
    return notMet(said(green, LIBRARIES), expected, mendGreen(source, green, blue, `pgaudit in ${LIBRARIES}`))
  }
})

export const noPlanBaselines = ofSource({
  id: 'green-captures-no-plan-baselines',
  rows: ['L-19'],
  title: 'Green does not capture plan baselines by itself, which would collide with those of blue',
  severity: 'advice',
  isMendedByPrepare: true,
  needs: ['blueGroups', 'greenGroups'],
  unless: source => notLogical(source) ?? (source.isAurora ? undefined : 'only of Aurora PostgreSQL'),
  judge(source, {blueGroups, greenGroups}) {
    const name = PLAN_BASELINES
    const group = whereSet(source, greenGroups, name)
    if (group === undefined) return greenUnread
    const expected = `${name} = off`
    if (!capturesPlans(valueIn(group, name))) return met(said(group, name), expected)
    const blue = group.kind === 'cluster' ? blueGroups.cluster : blueGroups.instance
    return notMet(said(group, name), expected, `${mendGreen(source, group, blue, expected)}; set it back after the switchover`)
  }
})

export const libraryChecks: readonly SourceCheck[] = [noConflictingLibrary, noCronOnGreen, auditOnBothSides, noPlanBaselines]
