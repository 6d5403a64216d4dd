/**
 * Making, clearing and filling parameter groups, at most twenty settings a request (facts 9.3). When is noted before the change, and for
 * whom after it.
 */

import {siblingArn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import {valueOf} from '../domain/known.ts'
import {KEYS, UNFINISHED} from '../domain/memory.ts'
import type {Observation} from '../observing/observation.ts'
import type {GroupSeen} from '../observing/preparing.ts'
import {groupKey} from '../observing/preparing.ts'
import type {Setting} from '../preparing/batches.ts'
import {batchesOf, rowsToReset, rowsToSet} from '../preparing/batches.ts'
import type {GroupWork} from '../preparing/work.ts'
import type {Call} from '../rds/api.ts'
import type {Situation, WriteStep} from './phase.ts'
import {tagStep} from './remembering.ts'
import {NOTED_FOR} from './young-groups.ts'

export const REFUSED = {reason: 'cannot_tell', remedy: 'mend what RDS names, then run prepare again'} as const

const seenIn = (now: Observation, {kind, name}: GroupWork): GroupSeen | undefined =>
  valueOf(now.preparing)?.groups.get(groupKey(kind, name))

export const isToChange = ({missing, extra}: GroupWork): boolean => missing.length > 0 || extra.length > 0

/** Everything that is left to do for one group, in order. */
export function groupSteps(work: GroupWork, production: Database, situation: Situation): readonly WriteStep[] {
  const {seen, missing, extra, isToBeFinished} = work
  const isFinished = seen?.madeFor === production.resourceId
  const isChanged = isToChange(work)
  const steps: WriteStep[] = seen === undefined ? [making(work, production, situation)] : []
  if (seen !== undefined && isChanged && ((isToBeFinished && isFinished) || !isNoted(seen, situation)))
    steps.push(noting(work, seen, situation))
  steps.push(...batchesOf(extra).map(batch => clearing(work, batch)), ...batchesOf(missing).map(batch => filling(work, batch)))
  // Last of all: a run that was lost before it leaves a group that `create` does not take.
  if (isToBeFinished && (isChanged || !isFinished)) steps.push(finishing(work, production))
  return steps
}

const isNoted = ({changedAt}: GroupSeen, {date, pace}: Situation): boolean =>
  changedAt !== undefined && Math.abs(date.getTime() - changedAt.getTime()) < pace.scaled(NOTED_FOR)

const beginning = ({isToBeFinished}: GroupWork, date: Date) => [
  {Key: KEYS.groupChangedAt, Value: date.toISOString()},
  ...(isToBeFinished ? [{Key: KEYS.groupMadeFor, Value: UNFINISHED}] : [])
]

function making(work: GroupWork, production: Database, {date}: Situation): WriteStep {
  const {kind, name, family, from, missing} = work
  const common = {
    DBParameterGroupFamily: family,
    Description: `${work.side === 'blue' ? 'Source' : 'Target'} of a blue/green deployment of ${production.name}`,
    Tags: beginning(work, date)
  }
  const call: Call =
    kind === 'cluster'
      ? {operation: 'CreateDBClusterParameterGroup', input: {DBClusterParameterGroupName: name, ...common}}
      : {operation: 'CreateDBParameterGroup', input: {DBParameterGroupName: name, ...common}}
  const values = `${missing.length} ${missing.length === 1 ? 'value' : 'values'}`
  return {
    do: 'write',
    intent: `make the parameter group ${name} (${family}) for ${work.side}, to hold ${values}${from === undefined ? '' : `, those of ${from} among them`}`,
    call,
    shows: now => seenIn(now, work) !== undefined,
    refused: REFUSED
  }
}

function noting(work: GroupWork, seen: GroupSeen, {date}: Situation): WriteStep {
  return tagStep(seen.arn, beginning(work, date), {
    intent: `note on parameter group ${work.name} that it is being changed`,
    shows: now => (seenIn(now, work)?.changedAt?.getTime() ?? 0) >= date.getTime()
  })
}

function finishing(work: GroupWork, production: Database): WriteStep {
  const {name, resourceId} = production
  const arn = work.seen?.arn ?? siblingArn(production.arn, work.kind === 'cluster' ? 'cluster-pg' : 'pg', work.name)
  return tagStep(arn, [{Key: KEYS.groupMadeFor, Value: resourceId}], {
    intent: `note on parameter group ${work.name} that green of ${name} (${resourceId}) is to get it`,
    shows: now => seenIn(now, work)?.madeFor === resourceId
  })
}

function clearing(work: GroupWork, batch: readonly Setting[]): WriteStep {
  const {kind, name} = work
  const Parameters = rowsToReset(batch)
  const call: Call =
    kind === 'cluster'
      ? {operation: 'ResetDBClusterParameterGroup', input: {DBClusterParameterGroupName: name, Parameters}}
      : {operation: 'ResetDBParameterGroup', input: {DBParameterGroupName: name, Parameters}}
  return {
    do: 'write',
    intent: `reset ${batch.map(one => `${one.name} (${one.value})`).join(', ')} in parameter group ${name}: nothing asks for it any more`,
    call,
    shows: now => {
      const set = seenIn(now, work)?.group.set
      return set !== undefined && !batch.some(one => set.has(one.name))
    },
    refused: REFUSED
  }
}

function filling(work: GroupWork, batch: readonly Setting[]): WriteStep {
  const {kind, name} = work
  const Parameters = rowsToSet(batch)
  const call: Call =
    kind === 'cluster'
      ? {operation: 'ModifyDBClusterParameterGroup', input: {DBClusterParameterGroupName: name, Parameters}}
      : {operation: 'ModifyDBParameterGroup', input: {DBParameterGroupName: name, Parameters}}
  return {
    do: 'write',
    intent: `set ${batch.map(one => `${one.name}=${one.value}`).join(', ')} in parameter group ${name}`,
    call,
    shows: now => {
      const set = seenIn(now, work)?.group.set
      const definitions = valueOf(now.preparing)?.definitions.get(groupKey(kind, work.family))
      // What is set to what the engine does anyway RDS does not show as set (facts 9.3).
      return set !== undefined && batch.every(one => (set.get(one.name) ?? definitions?.get(one.name))?.value === one.value)
    },
    refused: REFUSED
  }
}
