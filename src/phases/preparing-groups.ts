/** Making and filling parameter groups: each in requests of at most twenty settings, with the time of the change noted before it. */

import {valueOf} from '../domain/known.ts'
import {KEYS} from '../domain/memory.ts'
import type {Observation} from '../observing/observation.ts'
import type {GroupSeen} from '../observing/preparing.ts'
import {groupKey} from '../observing/preparing.ts'
import type {Setting} from '../preparing/batches.ts'
import {batchesOf, parametersOf} from '../preparing/batches.ts'
import type {GroupWork} from '../preparing/work.ts'
import type {Call} from '../rds/api.ts'
import type {Situation, WriteStep} from './phase.ts'
import {tagStep} from './remembering.ts'
import {NOTED_FOR} from './young-groups.ts'

const REFUSED = {reason: 'cannot_tell', remedy: 'mend what RDS names, then run prepare again'} as const

const seenIn = (now: Observation, {kind, name}: GroupWork): GroupSeen | undefined =>
  valueOf(now.preparing)?.groups.get(groupKey(kind, name))

/** Everything that is left to do for one group, in order. */
export function groupSteps(work: GroupWork, production: string, situation: Situation): readonly WriteStep[] {
  const {seen, missing} = work
  const steps: WriteStep[] = seen === undefined ? [making(work, production, situation)] : []
  if (seen !== undefined && missing.length > 0 && !isNoted(seen, situation)) steps.push(noting(work, seen, situation))
  return [...steps, ...batchesOf(missing).map(batch => filling(work, batch))]
}

const isNoted = ({changedAt}: GroupSeen, {date, pace}: Situation): boolean =>
  changedAt !== undefined && Math.abs(date.getTime() - changedAt.getTime()) < pace.scaled(NOTED_FOR)

function making(work: GroupWork, production: string, {date}: Situation): WriteStep {
  const {kind, name, family, from, missing} = work
  const common = {
    DBParameterGroupFamily: family,
    Description: `${work.side === 'blue' ? 'Source' : 'Target'} of a blue/green deployment of ${production}`,
    Tags: [{Key: KEYS.groupChangedAt, Value: date.toISOString()}]
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
  return tagStep(seen.arn, [{Key: KEYS.groupChangedAt, Value: date.toISOString()}], {
    intent: `note on parameter group ${work.name} when it is changed`,
    shows: now => (seenIn(now, work)?.changedAt?.getTime() ?? 0) >= date.getTime()
  })
}

function filling(work: GroupWork, batch: readonly Setting[]): WriteStep {
  const {kind, name} = work
  const Parameters = parametersOf(batch)
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
      return set !== undefined && batch.every(one => set.get(one.name)?.value === one.value)
    },
    refused: REFUSED
  }
}
