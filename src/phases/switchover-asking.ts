/** Asking for the switchover: gates, the memory of an adopted deployment, and one call. */
import {judgeAll, remedyOf, sayStops} from '../checks/check.ts'
import {switchoverChecks} from '../checks/switchover.ts'
import type {Deployment} from '../domain/deployment.ts'
import {isAt} from '../domain/engine-version.ts'
import {valueOf} from '../domain/known.ts'
import type {Memory} from '../domain/memory.ts'
import {KEYS} from '../domain/memory.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {blueOfDeployment} from '../observing/both-sides.ts'
import {CLAIMS} from '../observing/claims.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt, EMPTY_MEMORY} from '../observing/observation.ts'
import {differences, optionsAsked} from '../observing/options.ts'
import {noNameMoved} from '../observing/proof.ts'
import {failuresIn} from '../observing/readiness.ts'
import type {Written} from '../observing/recall.ts'
import {hasSentTag, mayHaveHappened} from '../observing/recall.ts'
import {deploymentArn} from '../rds/looking.ts'
import {holds, STALE, statusHolds} from './certainty.ts'
import type {Plan, Situation} from './phase.ts'
import {refuse, steps, waitFor} from './phase.ts'
import {globalDatabaseOf, refuseGlobal, refuseNewer, refuseUnreadTags} from './refusals.ts'
import {rememberBlue, tagStep} from './remembering.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** Two looks just before the call (rule 3). */
const READY_FOR = 5 * SECOND
/** Left of the run, beyond the switchover timeout, to begin one (contract, `wait-timeout-minutes`). */
export const RESERVE = 10 * MINUTE

const calls = (written: readonly Written[]): readonly Written[] =>
  written.filter(one => one.call.operation === 'SwitchoverBlueGreenDeployment')
/** The calls that RDS accepted, or may have. */
export const begun = (written: readonly Written[]): readonly Written[] => calls(written).filter(mayHaveHappened)

export function gates(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const {now} = situation
  if (now.memory.is === 'unknown') return refuseUnreadTags(deployment, now.memory.because)
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY
  if (memory.newer !== undefined) return refuseNewer(deployment, memory)
  if (memory.blueUnread) return refuseUnreadTags(deployment, memory.unread.join('; '))
  const outer = globalDatabaseOf(now, deployment)
  if (outer !== undefined) return refuseGlobal(outer)
  const other = notAsAsked(inputs, situation, deployment, memory)
  if (other !== undefined) return other
  const refused = refusedForGood(situation, deployment)
  if (refused !== undefined) return refused
  // What failed does not mend itself while the run waits at the gates (rule 7).
  const broken = stageOf(deployment.status) === 'available' ? failuresIn(now) : []
  if (broken.length > 0) {
    return refuse(
      'failed',
      'member_failed',
      `deployment ${deployment.id} cannot be switched over: ${broken.join('; ')}`,
      'mend it, or remove the deployment with mode: abort and make a new one',
      'switchover'
    )
  }
  const judged = judgeAll(switchoverChecks, 'switchover', situation, inputs)
  const checks = judged.map(one => one.report)
  const stopping = judged.filter(one => one.stops)
  if (stopping.length > 0) {
    const not = situation.isForeseen ? '' : `deployment ${deployment.id} was not switched over: `
    // Readiness and lag are waited for; unknown is waited out, since it may be a look that is late.
    const never = stopping.filter(one => one.verdict.is === 'not_met' && one.check.passes !== true)
    if (never.length > 0) {
      const reason = never.find(one => one.check.reason !== undefined)?.check.reason ?? 'checks_not_met'
      return {
        ...refuse('blocked', reason, `${not}${sayStops(never)}`, remedyOf(never)),
        checks
      }
    }
    if (situation.elapsed >= inputs.gateTimeoutMinutes * MINUTE) {
      return {
        ...refuse('blocked', 'checks_not_met', `${not}${sayStops(judged)}`, remedyOf(judged)),
        checks
      }
    }
    return {
      is: 'steps',
      steps: [{do: 'wait', intent: sayStops(judged), pace: 'confirming', patience: (inputs.gateTimeoutMinutes + 1) * MINUTE}],
      checks
    }
  }
  const claim = stageOf(deployment.status) === 'available' ? CLAIMS.ready : CLAIMS.databasesAvailable
  if (!holds(situation, claim, READY_FOR))
    return {is: 'steps', steps: [{do: 'wait', intent: 'ready: looking once more before the switchover', pace: 'gate'}], checks}
  return {...callIt(inputs, situation, deployment, memory), checks}
}

/** The wrong green, or names that people have moved since: what was recorded must still be what a switchover would exchange. */
function notAsAsked(inputs: Inputs, situation: Situation, deployment: Deployment, memory: Memory): Plan | undefined {
  const {now} = situation
  const options = optionsAsked(inputs)
  const green = valueOf(databaseAt(now, deployment.target))
  const asked = inputs.targetEngineVersion
  const recorded = memory.request === undefined ? [] : differences(memory, options, 'only what is asked here')
  const lines =
    green === undefined || asked === undefined || isAt(green.engineVersion, asked)
      ? recorded
      : [...recorded, `green runs ${green.engineVersion}`]
  if (lines.length > 0) {
    return refuse(
      'blocked',
      'deployment_differs',
      `deployment ${deployment.id} is not what is asked for: ${lines.join('; ')}`,
      'leave the target options out, or ask for what it was made for'
    )
  }
  if (memory.blue.length === 0 || situation.isForeseen || noNameMoved(now, deployment, memory)) return undefined
  if (!statusHolds(situation, deployment))
    return waitFor('looking once more whether every name still carries the resource id blue had', 'confirming')
  return refuse(
    'blocked',
    'production_in_danger',
    `not every name of production carries the resource id it had when deployment ${deployment.id} was made: somebody has renamed or replaced a database`,
    'look at every name in the console; remove the deployment with mode: abort and make a new one'
  )
}

/** What RDS answered to our call: "not in available state" goes back to the gates; anything else is final once no look is older than it. */
function refusedForGood(situation: Situation, deployment: Deployment): Plan | undefined {
  const last = calls(situation.written).at(-1)
  if (
    last === undefined ||
    last.answer === 'accepted' ||
    last.answer.kind !== 'refused' ||
    /not in available state/i.test(last.answer.message)
  )
    return undefined
  if (situation.at - last.at < situation.pace.scaled(STALE) || !statusHolds(situation, deployment)) {
    return waitFor(`RDS refused the switchover (${last.answer.message}): looking whether one is under way`, 'settling')
  }
  return refuse(
    'failed',
    'switchover_refused',
    `RDS refused the switchover of ${deployment.id}: ${last.answer.code}: ${last.answer.message}`,
    'mend what RDS names, then run switchover again',
    'switchover'
  )
}

function callIt(inputs: Inputs, situation: Situation, deployment: Deployment, memory: Memory): Plan {
  const {now, written, run} = situation
  if (memory.blue.length === 0) {
    const blue = blueOfDeployment(now, deployment)
    const production = blue?.[0]
    if (blue === undefined || production === undefined)
      return waitFor(`the databases of ${deployment.id} could not all be read`, 'settling')
    return rememberBlue(production, blue, deployment)
  }
  const value = `${run.id === '' ? 'local' : run.id} ${situation.date.toISOString()}`
  const needs = inputs.switchoverTimeoutSeconds * SECOND + RESERVE
  const call = {
    do: 'write',
    intent: `switch over ${deployment.id}: green becomes production`,
    call: {
      operation: 'SwitchoverBlueGreenDeployment',
      input: {BlueGreenDeploymentIdentifier: deployment.id, SwitchoverTimeout: inputs.switchoverTimeoutSeconds}
    },
    shows: (seen: Observation) =>
      seen.deployment.is === 'known' && ['switching', 'completed', 'switchover_failed'].includes(stageOf(seen.deployment.value.status)),
    refused: {reason: 'switchover_refused', remedy: 'mend what RDS names, then run switchover again'},
    needs,
    once: true
  } as const
  if (hasSentTag(written, KEYS.switchover)) return steps(call)
  const note = tagStep(deploymentArn(deployment), [{Key: KEYS.switchover, Value: value}], {
    intent: 'note on the deployment who asks for the switchover',
    shows: seen => valueOf(seen.memory)?.switchover === value,
    optional: true,
    needs
  })
  return steps(note, call)
}
