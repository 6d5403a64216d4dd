/** After `switchover` production is the former green, proven; one call, and whatever became of it is found out by looking. */

import {atSwitchoverChecks} from '../checks/at-switchover.ts'
import {factsAskedOf} from '../checks/of-source.ts'
import {lagWithinLimit} from '../checks/switchover.ts'
import {labelFor} from '../domain/arn.ts'
import type {Deployment} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import {known, notLooked, valueOf} from '../domain/known.ts'
import type {Memory} from '../domain/memory.ts'
import {KEYS} from '../domain/memory.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {lookAtBothSides} from '../observing/both-sides.ts'
import {accountTrouble, lookForDeployment} from '../observing/choosing.ts'
import {gatherFacts} from '../observing/facts.ts'
import {readLag} from '../observing/lag.ts'
import {withInstances} from '../observing/looking-at-source.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt, EMPTY_MEMORY} from '../observing/observation.ts'
import {atTarget} from '../observing/options.ts'
import {productionArns, prove} from '../observing/proof.ts'
import {databasesNotAvailable} from '../observing/readiness.ts'
import type {Recall} from '../observing/recall.ts'
import {hasSentTag} from '../observing/recall.ts'
import {sourceOfBothSides} from '../observing/sides.ts'
import {deploymentEvents, switchedOverAt} from '../rds/events.ts'
import {deploymentArn, ifAllowed} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import {lookOnceMore, PROOF, statusHolds} from './certainty.ts'
import type {Phase, Plan, Situation} from './phase.ts'
import {refuse, steps, waitFor} from './phase.ts'
import {protectionLost} from './protection-lost.ts'
import {refuseNewer, refuseTrouble, refuseUnknownStatus} from './refusals.ts'
import {tagStep} from './remembering.ts'
import {begun, gates} from './switchover-asking.ts'
import {afterFailure, follow, pending, rolledBack} from './switchover-following.ts'
import {withoutDeployment} from './without.ts'

async function observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation> {
  const seen = await lookForDeployment(look, inputs, recall, 'open')
  if (seen.deployment.is !== 'known') return withInstances(look, inputs, seen)
  const deployment = seen.deployment.value
  const stage = stageOf(deployment.status)
  if (stage === 'switching') return {...seen, memory: recall.before?.memory ?? notLooked, failures: recall.before?.failures ?? notLooked}
  if (stage !== 'available' && stage !== 'switchover_failed' && stage !== 'completed') return seen
  const found = await lookAtBothSides(look, seen, deployment)
  if (stage === 'completed') return {...found, switchedOverAt: await timeOfSwitchover(look, deployment, valueOf(found.memory), recall)}
  const failures = await readFailures(look, deployment, recall)
  if (begun(recall.written).length > 0 || databasesNotAvailable(found).length > 0) return {...found, failures}
  const [lag, facts] = await Promise.all([
    readLag(look, found, inputs.ignoreChecks.includes(lagWithinLimit.id)),
    lookAround(look, inputs, found)
  ])
  return {...found, failures, lag, facts}
}

/** What the checks of both sides ask for: only once nothing else has to be waited for, so that waiting stays cheap. */
async function lookAround(look: Readers, inputs: Inputs, found: Observation): Promise<Observation['facts']> {
  const source = sourceOfBothSides(found, inputs)
  if (source === undefined) return notLooked
  return known(await gatherFacts(look, source, factsAskedOf(atSwitchoverChecks, source, inputs)))
}

/** Failure events, once before the call and at every look after it. */
async function readFailures(look: Readers, deployment: Deployment, recall: Recall): Promise<Known<readonly string[]>> {
  const before = recall.before?.failures
  if (before?.is === 'known' && begun(recall.written).length === 0) return before
  const events = await ifAllowed(deploymentEvents(look, deployment.id))
  if (events.is !== 'known') return events
  return known(events.value.filter(event => event.failure).map(event => `${event.date?.toISOString() ?? ''} ${event.message}`))
}

/** RDS's own time, for the tag, when this run did not see the switchover itself. */
async function timeOfSwitchover(look: Readers, deployment: Deployment, memory: Memory | undefined, recall: Recall): Promise<Known<Date>> {
  if (memory?.switchedOverAt !== undefined) return notLooked
  return recall.before?.switchedOverAt.is === 'known' ? recall.before.switchedOverAt : switchedOverAt(look, deployment.id)
}

function plan(inputs: Inputs, situation: Situation): Plan {
  const {now} = situation
  if (now.trouble !== undefined) return refuseTrouble(now.trouble)
  if (now.deployment.is === 'unknown') return waitFor(`the deployment could not be read: ${now.deployment.because}`, 'settling')
  if (now.deployment.is === 'absent') return withoutDeployment(inputs, situation, production => atTarget(inputs, production, now.blue))
  const deployment = now.deployment.value
  const account = accountTrouble(inputs, deployment.source)
  if (account !== undefined) return refuseTrouble(account)
  switch (stageOf(deployment.status)) {
    case 'provisioning':
      if (!statusHolds(situation, deployment)) return lookOnceMore(deployment, 'confirming')
      return refuse('blocked', 'deployment_unknown', `deployment ${deployment.id} is still being built`, 'run mode: wait first')
    case 'available':
      if (begun(situation.written).length > 0) return pending(situation, deployment)
      return situation.seen.includes('SWITCHOVER_IN_PROGRESS') ? rolledBack(situation, deployment) : gates(inputs, situation, deployment)
    case 'switching':
      return follow(inputs, situation, deployment)
    case 'completed':
      return proveIt(inputs, situation, deployment)
    case 'switchover_failed':
      return afterFailure(inputs, situation, deployment)
    case 'invalid':
    case 'failed':
      return refuse(
        'failed',
        'switchover_failed',
        `deployment ${deployment.id} is ${deployment.status} and cannot be switched over`,
        'remove it with mode: abort, mend the cause, then run create again',
        'switchover'
      )
    case 'deleting':
      return refuse('failed', 'deployment_deleting', `deployment ${deployment.id} is being deleted`, 'run create again once it is gone')
    case 'unknown':
      return refuseUnknownStatus(deployment)
  }
}

function proveIt(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const {now, first} = situation
  const memory = valueOf(now.memory)
  if (memory?.newer !== undefined) return refuseNewer(deployment, memory)
  const proof = prove(now, deployment, memory, inputs.targetEngineVersion)
  switch (proof.is) {
    case 'failed':
      return refuse(
        'failed',
        'member_failed',
        `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`,
        'do not run cleanup: a member that failed still is production; look at each member in the console',
        'switchover'
      )
    case 'not_yet':
      if (statusHolds(situation, deployment, PROOF)) {
        return refuse(
          'failed',
          'not_proven',
          `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`,
          'do not run cleanup; look at each name in the console',
          'switchover'
        )
      }
      return steps({do: 'wait', intent: `switched over; not proven yet: ${proof.because.join('; ')}`, pace: 'settling', toTheEnd: true})
    case 'proven':
      break
  }
  const tagged = memory === undefined || memory.blue.length === 0 || memory.switchedOverAt !== undefined
  if (!tagged && !hasSentTag(situation.written, KEYS.switchedOverAt)) return tellWhen(situation, deployment)
  const already = first.deployment.is === 'known' && stageOf(first.deployment.value.status) === 'completed'
  const production = valueOf(databaseAt(now, productionArns(deployment, memory)[0]))
  const runs =
    production === undefined ? '' : `: ${production.name} runs ${production.engine} ${production.engineVersion} on ${production.resourceId}`
  const [reason, what] = already
    ? (['already_switched_over', 'was switched over before'] as const)
    : (['switchover_completed', 'is switched over'] as const)
  return {
    is: 'done',
    reason,
    because: `deployment ${deployment.id} ${what}, and it is proven${runs}`,
    evidence: 'afterwards',
    warnings: protectionLost(now, deployment)
  }
}

function tellWhen(situation: Situation, deployment: Deployment): Plan {
  const at = valueOf(situation.now.switchedOverAt) ?? situation.date
  return steps(
    tagStep(deploymentArn(deployment), [{Key: KEYS.switchedOverAt, Value: at.toISOString()}], {
      intent: 'note on the deployment when it was switched over',
      shows: seen => valueOf(seen.memory)?.switchedOverAt !== undefined,
      optional: true
    })
  )
}

/** The names have moved and every member says so. */
function after(_inputs: Inputs, observed: Observation): Observation {
  const deployment = valueOf(observed.deployment)
  if (deployment === undefined) return observed
  if (stageOf(deployment.status) === 'completed')
    return {...observed, memory: known({...(valueOf(observed.memory) ?? EMPTY_MEMORY), switchedOverAt: new Date(0)})}
  if (!['available', 'switching', 'switchover_failed'].includes(stageOf(deployment.status))) return observed
  const moved: Deployment = {
    ...deployment,
    status: 'SWITCHOVER_COMPLETED',
    source: `${deployment.source}-old1`,
    target: deployment.source,
    members: deployment.members.map(member => ({
      source: `${member.source ?? ''}-old1`,
      target: member.source,
      status: 'SWITCHOVER_COMPLETED'
    }))
  }
  const databases = new Map(observed.databases.is === 'known' ? observed.databases.value : [])
  for (const member of deployment.members) {
    const green = valueOf(databaseAt(observed, member.target))
    const blue = valueOf(databaseAt(observed, member.source))
    if (green !== undefined && blue !== undefined)
      databases.set(labelFor(blue.kind, blue.name), known({...green, name: blue.name, arn: blue.arn}))
  }
  const memory = valueOf(observed.memory) ?? EMPTY_MEMORY
  return {
    ...observed,
    deployment: known(moved),
    databases: known(databases),
    memory: known({...memory, switchedOverAt: memory.switchedOverAt ?? new Date(0)})
  }
}

export const switchover: Phase = {name: 'switchover', observe, plan, after}
