/**
 * What `prepare` changes of production itself, and only with allow-reboot: backups, the group that its databases are in, restarts. A
 * restart is an outage: it is asked for only when what waits for it has been seen for longer than a look may be old, and never again
 * before it is known that the first one did not happen.
 */
import type {Database, DatabaseKind} from '../domain/database.ts'
import {compareVersions, majorOf} from '../domain/engine-version.ts'
import {valueOf} from '../domain/known.ts'
import {sameName} from '../domain/parameters.ts'
import {CLAIMS} from '../observing/claims.ts'
import type {Observation} from '../observing/observation.ts'
import {mayHaveHappened} from '../observing/recall.ts'
import type {Source} from '../observing/source.ts'
import type {KindWork, Work} from '../preparing/work.ts'
import type {Call} from '../rds/api.ts'
import {holds, PROOF, STALE} from './certainty.ts'
import type {Plan, Situation, Step, WriteStep} from './phase.ts'
import {refuse} from './phase.ts'
import {groupSteps, isToChange, REFUSED} from './preparing-groups.ts'

/** Two looks that agree, and a request that may still have been under way at the first. */
const CERTAIN = 2 * STALE
/** A restart whose reply was lost and that no look shows has not happened. */
const NOT_HAPPENED = 4 * STALE

/** From these versions on readers stay up when their writer restarts (facts 9.3), so that each has to be restarted by itself. */
const READERS_STAY_UP: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'aurora-postgresql': {12: '12.14', 13: '13.10', 14: '14.7', 15: '15.2'},
  'aurora-mysql': {'5.7': '5.7.mysql_aurora.2.10.0'}
}

function readersStayUp({engine, engineVersion}: Database): boolean {
  const from = READERS_STAY_UP[engine]?.[majorOf(engine, engineVersion)]
  // Of a major that is older than the feature there is no version with it.
  if (from === undefined) return !(engine === 'aurora-postgresql' && Number(majorOf(engine, engineVersion)) < 12)
  return compareVersions(engineVersion, from) >= 0
}

interface Applied {
  readonly database: Database
  readonly kind: DatabaseKind
  readonly group: string
  readonly status: string
}

/** How far an instance runs with the group of that kind. */
function appliedOf({production}: Source, database: Database, kind: DatabaseKind): Applied {
  const member = production.members.find(one => one.name === database.name)
  return kind === 'cluster'
    ? {database, kind, group: production.parameterGroup ?? '', status: member?.clusterGroupStatus ?? ''}
    : {database, kind, group: database.parameterGroup ?? '', status: database.parameterApplyStatus ?? ''}
}

const claimOf = ({database, kind, group, status}: Applied): string => CLAIMS.applied(database.name, database.status, kind, group, status)

const isWriter = ({production}: Source, {name}: Database): boolean =>
  production.kind === 'cluster' ? production.members.some(one => one.writer && one.name === name) : production.name === name

/** Read replicas and readers first, then primary or writer. */
const inOrder = (source: Source): readonly Database[] => [
  ...source.instances.filter(one => !isWriter(source, one)),
  ...source.instances.filter(one => isWriter(source, one))
]

type Move = Pick<KindWork, 'kind' | 'blue'>

/** The databases that are to be put into the group of that kind. */
export function toAssociate(source: Source, {kind, blue}: Move): readonly Database[] {
  if (blue === undefined) return []
  if (kind === 'cluster') return sameName(source.production.parameterGroup ?? '', blue) ? [] : [source.production]
  const primary = source.instances.find(one => isWriter(source, one)) ?? source.instances[0]
  // A replica of its own mind is left alone once its primary is where it should be.
  if (primary === undefined || sameName(primary.parameterGroup ?? '', blue)) return []
  return inOrder(source).filter(one => !sameName(one.parameterGroup ?? '', blue))
}

/** Those whose group of that kind must be in effect: of a cluster group only the writer's, and who is restarted on the way to it. */
function concerned(source: Source, work: KindWork): readonly Database[] {
  const {kind, blue} = work
  if (blue === undefined) return []
  if (kind === 'cluster') {
    const writer = source.instances.find(one => isWriter(source, one))
    const isOpen = writer !== undefined && appliedOf(source, writer, 'cluster').status !== 'in-sync'
    const isMoved = toAssociate(source, {kind, blue}).length > 0
    return readersStayUp(source.production) && (isOpen || isMoved || becomesStale(work))
      ? inOrder(source)
      : writer === undefined
        ? []
        : [writer]
  }
  const moved = toAssociate(source, {kind, blue})
  return inOrder(source).filter(one => moved.includes(one) || sameName(one.parameterGroup ?? '', blue))
}

/** Without any change, after which RDS has to be asked. */
const UNCHANGED = 30 * 60_000

const wait = (intent: string, pace: 'provisioning' | 'confirming'): Step => ({do: 'wait', intent, pace, patience: UNCHANGED})

export function productionSteps(source: Source, work: Work, situation: Situation): readonly Step[] {
  const live = work.kinds.flatMap(kind => kind.groups.filter(one => one.isLive && isToChange(one)))
  const isEdited = live.length > 0
  const associations = work.kinds.flatMap(kind => toAssociate(source, kind).map(database => associate(database, kind)))
  const restarts = inOrder(source).flatMap(database => {
    const open = work.kinds.filter(kind => concerned(source, kind).includes(database) && isOpen(source, database, kind, isEdited))
    return open.length === 0 ? [] : restart(source, database, open, situation, isEdited && open.some(becomesStale))
  })
  return [
    ...(work.needsBackups ? [backups(source.production)] : []),
    ...live.flatMap(one => groupSteps(one, source.production, situation)),
    ...associations,
    ...restarts
  ]
}

/** It does not run with what its group says, or will not once the group is another one. */
function isOpen(source: Source, database: Database, kind: KindWork, isEdited: boolean): boolean {
  const {group, status} = appliedOf(source, database, kind.kind)
  const isMoved = !sameName(group, kind.blue ?? '')
  return isMoved || (isEdited && becomesStale(kind)) || status !== 'in-sync'
}

/** A value is still to be set in the group its databases run with, and takes effect at a restart. */
const becomesStale = ({groups}: KindWork): boolean =>
  groups.some(one => one.isLive && [...one.missing, ...one.extra].some(({applyType}) => applyType === 'static'))

function backups(production: Database): Step {
  const {name, resourceId, kind, traits} = production
  const isUnderWay = (one: Database): boolean =>
    (one.traits.backupRetentionDays ?? 0) > 0 || one.traits.pendingChanges.includes('BackupRetentionPeriod')
  // About to happen, or put off to the maintenance window by somebody, whose number of days is not ours to change.
  if (traits.pendingChanges.includes('BackupRetentionPeriod'))
    return wait(
      `automated backups of ${name} are being switched on; a change that somebody has put off to the maintenance window has to be applied first`,
      'provisioning'
    )
  return {
    do: 'write',
    intent: `switch automated backups of ${name} (${resourceId}) on, which is an outage`,
    call: {operation: 'ModifyDBInstance', input: {DBInstanceIdentifier: name, BackupRetentionPeriod: 1, ApplyImmediately: true}},
    shows: now => now.production.is === 'known' && isUnderWay(now.production.value),
    refused: REFUSED,
    // Whoever has switched them on meanwhile has said for how many days.
    bearer: {kind, name, resourceId, still: found => found.status === 'available' && (found.traits.backupRetentionDays ?? 0) === 0}
  }
}

const databaseIn = (now: Observation, {resourceId}: Database): Database | undefined =>
  [...(valueOf(now.blue) ?? []), ...(now.production.is === 'known' ? [now.production.value] : [])].find(
    one => one.resourceId === resourceId
  )

function associate(database: Database, {kind, blue: group = '', differences}: KindWork): WriteStep {
  const {name, resourceId, parameterGroup: used = ''} = database
  const changed = differences.get(used.toLowerCase()) ?? []
  const call: Call =
    database.kind === 'cluster'
      ? {operation: 'ModifyDBCluster', input: {DBClusterIdentifier: name, DBClusterParameterGroupName: group, ApplyImmediately: true}}
      : {operation: 'ModifyDBInstance', input: {DBInstanceIdentifier: name, DBParameterGroupName: group, ApplyImmediately: true}}
  return {
    do: 'write',
    intent: `put ${name} (${resourceId}) into the ${kind === 'cluster' ? 'cluster ' : ''}parameter group ${group} in the place of ${used}: ${changed.length === 0 ? 'no value changes' : changed.join(', ')}`,
    call,
    shows: now => sameName(databaseIn(now, database)?.parameterGroup ?? '', group),
    refused: REFUSED,
    bearer: {kind: database.kind, name, resourceId, still: found => found.status === 'available'}
  }
}

const isRebootOf = (call: Call, name: string): boolean =>
  call.operation === 'RebootDBInstance' && call.input.DBInstanceIdentifier?.toLowerCase() === name.toLowerCase()

/** Into a group, of the instance itself or of its cluster. */
const isMoveOf = (call: Call, name: string): boolean =>
  call.operation === 'ModifyDBCluster' ||
  (call.operation === 'ModifyDBInstance' && call.input.DBParameterGroupName !== undefined && call.input.DBInstanceIdentifier === name)

/** The restart itself, or what has to be known or to pass before it. */
function restart(source: Source, database: Database, open: readonly KindWork[], situation: Situation, isStale: boolean): Step {
  const {name, resourceId} = database
  const states = open.map(kind => appliedOf(source, database, kind.kind))
  const pending = states.filter(one => one.status === 'pending-reboot')
  const groups = [...new Set(open.map(kind => kind.blue ?? ''))].join(' and ')
  // Behind a write that comes first in the list: it is for who reads the plan.
  const isAhead = isStale || open.some(kind => !sameName(appliedOf(source, database, kind.kind).group, kind.blue ?? ''))
  if (!isAhead && pending.length === 0)
    return wait(`${name} takes in parameter group ${groups} (${states.map(one => one.status).join(', ')})`, 'provisioning')
  // One before the database was put into its group, again it may be, does not bring it into effect.
  const moved = situation.written.findLast(one => isMoveOf(one.call, name) && mayHaveHappened(one))?.at ?? Number.NEGATIVE_INFINITY
  const sent = situation.written.findLast(one => isRebootOf(one.call, name) && mayHaveHappened(one) && one.at >= moved)
  if (!isAhead && sent !== undefined && (sent.answer === 'accepted' || situation.at - sent.at < situation.pace.scaled(NOT_HAPPENED)))
    return wait(`${name} was restarted, and still says pending-reboot`, 'provisioning')
  if (!isAhead && !pending.every(one => holds(situation, claimOf(one), CERTAIN)))
    return wait(`making sure that ${name} waits for a restart`, 'confirming')
  const waits = (now: Observation): boolean => {
    const found = databaseIn(now, database)
    const production = valueOf(now.production)
    if (found === undefined || production === undefined) return false
    return (
      found.status !== 'available' || !open.some(kind => appliedOf({...source, production}, found, kind.kind).status === 'pending-reboot')
    )
  }
  return {
    do: 'write',
    intent: `restart ${name} (${resourceId}), which is an outage, so that it runs with parameter group ${groups}`,
    call: {operation: 'RebootDBInstance', input: {DBInstanceIdentifier: name}},
    shows: waits,
    refused: REFUSED,
    bearer: {
      kind: 'instance',
      name,
      resourceId,
      still: found =>
        found.status === 'available' && (open.every(kind => kind.kind === 'cluster') || found.parameterApplyStatus === 'pending-reboot')
    }
  }
}

/** Seen in sync for long enough: a look, or RDS itself, may be late after a change (facts 8.5). */
export function notSurelyInSync(source: Source, work: Work, situation: Situation): string | undefined {
  const states = work.kinds.flatMap(kind => concerned(source, kind).map(database => appliedOf(source, database, kind.kind)))
  const fresh = states.find(
    one => wasMoved(one, situation) && !wasRestarted(source, one.database, situation) && !holds(situation, claimOf(one), PROOF)
  )
  if (fresh !== undefined) return `waiting until RDS says that ${fresh.database.name} has to be restarted`
  const unsure = states.find(one => !holds(situation, claimOf(one)))
  return unsure === undefined ? undefined : `making sure that ${unsure.database.name} runs with parameter group ${unsure.group}`
}

/** Put into its group by this very run: in sync it cannot be before it was restarted, whatever RDS says at first (facts 9.3). */
const wasMoved = ({database, kind}: Applied, {written}: Situation): boolean =>
  written.some(
    one =>
      mayHaveHappened(one) &&
      ((kind === 'cluster' && one.call.operation === 'ModifyDBCluster') ||
        (kind === 'instance' &&
          one.call.operation === 'ModifyDBInstance' &&
          one.call.input.DBParameterGroupName !== undefined &&
          one.call.input.DBInstanceIdentifier === database.name))
  )

const wasRestarted = ({instances}: Source, {name}: Database, {written}: Situation): boolean =>
  written.some(one => mayHaveHappened(one) && [name, ...instances.map(other => other.name)].some(other => isRebootOf(one.call, other)))

/** Applied with the change although nobody asked for it: what else waits for the maintenance window. */
export function wouldApplyMore(source: Source, {needsBackups}: Work, steps: readonly Step[]): Plan | undefined {
  const touched = new Set(
    steps.flatMap(step =>
      step.do === 'write' && step.bearer !== undefined && step.call.operation !== 'RebootDBInstance' ? [step.bearer.name] : []
    )
  )
  const others = [source.production, ...source.instances].flatMap(one => {
    const pending = one.traits.pendingChanges.filter(name => !needsBackups || name !== 'BackupRetentionPeriod')
    return touched.has(one.name) && pending.length > 0 ? [`${one.name} (${pending.join(', ')})`] : []
  })
  if (others.length === 0) return undefined
  return refuse(
    'blocked',
    'checks_not_met',
    `changes wait for the maintenance window, and RDS would make them with those of prepare: ${[...new Set(others)].join('; ')}`,
    'make them or take them back first, then run prepare again'
  )
}
