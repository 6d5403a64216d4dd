/** After `abort` the deployment and its green are gone, and blue is as it was; nothing is deleted that may be production. */
import type {Deployment} from '../domain/deployment.ts'
import {absent, known, valueOf} from '../domain/known.ts'
import type {Memory} from '../domain/memory.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {lookAtBothSides} from '../observing/both-sides.ts'
import {accountTrouble, lookForDeployment} from '../observing/choosing.ts'
import {CLAIMS} from '../observing/claims.ts'
import {greenSeen, lookUpGreen} from '../observing/green.ts'
import type {Green, Observation} from '../observing/observation.ts'
import {databaseAt, EMPTY_MEMORY} from '../observing/observation.ts'
import {noNameMoved, productionArns} from '../observing/proof.ts'
import type {Recall} from '../observing/recall.ts'
import type {Readers} from '../world.ts'
import {holds, statusHolds} from './certainty.ts'
import {deletionOfDeployment} from './deletion-of-deployment.ts'
import {unprotect} from './deletion-protection.ts'
import type {Phase, Plan, Situation, Step} from './phase.ts'
import {refuse, steps, waitFor} from './phase.ts'
import {refuseNewer, refuseOwned, refuseTrouble, refuseUnknownStatus, refuseUnreadTags} from './refusals.ts'
import {sourceNotFound} from './without.ts'

const MINUTE = 60_000
/** RDS deletes green with the deployment; what still is not `deleting` this long after it was left behind. */
const LEFT_BEHIND = 5 * MINUTE

async function observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation> {
  const seen = await lookForDeployment(look, inputs, recall, 'open')
  if (seen.trouble !== undefined || seen.deployment.is === 'unknown') return seen
  const before = valueOf(recall.before?.green ?? absent) ?? []
  if (seen.deployment.is === 'absent')
    return {...seen, memory: recall.before?.memory ?? seen.memory, green: known(await lookUpGreen(look, before))}
  const deployment = seen.deployment.value
  if (stageOf(deployment.status) === 'completed') return seen
  const sides = await lookAtBothSides(look, seen, deployment)
  return {...sides, green: known(await lookUpGreen(look, greenSeen(sides, deployment, before)))}
}

function plan(inputs: Inputs, situation: Situation): Plan {
  const {now} = situation
  if (now.trouble !== undefined) return refuseTrouble(now.trouble)
  if (now.deployment.is === 'unknown') return waitFor(`the deployment could not be read: ${now.deployment.because}`, 'settling')
  const account = accountTrouble(inputs, valueOf(now.deployment)?.source ?? valueOf(now.production)?.arn)
  if (account !== undefined) return refuseTrouble(account)
  if (now.deployment.is === 'absent') return gone(inputs, situation)
  const deployment = now.deployment.value
  switch (stageOf(deployment.status)) {
    case 'provisioning':
    case 'available':
    case 'invalid':
    case 'switchover_failed':
    case 'failed':
      return remove(inputs, situation, deployment)
    case 'switching':
      return refuse(
        'blocked',
        'deployment_unknown',
        `deployment ${deployment.id} is being switched over`,
        'wait until the switchover is over; mode: switchover follows it'
      )
    case 'completed':
      return refuse(
        'blocked',
        'already_switched_over',
        `deployment ${deployment.id} has been switched over: its green is production`,
        'remove the deployment and old blue with mode: cleanup'
      )
    case 'deleting':
      return waitFor(`deployment ${deployment.id} is being deleted`, 'provisioning')
    case 'unknown':
      return refuseUnknownStatus(deployment)
  }
}

/**
 * Why it is not certain that production still is blue: for every member blue's name must still carry blue's resource id, and no member
 * may have a switchover status (rules, "abort's proof"). Without a memory RDS's own word must do, and never after a switchover.
 */
function unproven(now: Observation, deployment: Deployment, memory: Memory): string | undefined {
  const switched = deployment.members.find(member => member.status?.includes('SWITCHOVER') === true)
  if (switched !== undefined) return `member ${switched.source ?? switched.target ?? ''} is ${switched.status ?? ''}`
  if (memory.blue.length > 0)
    return noNameMoved(now, deployment, memory) ? undefined : 'not every production name is seen to carry the resource id blue had'
  if (stageOf(deployment.status) === 'switchover_failed' || stageOf(deployment.status) === 'failed')
    return 'it does not remember what blue was'
  const missing = productionArns(deployment, memory).find(arn => databaseAt(now, arn).is !== 'known')
  return missing === undefined ? undefined : `${missing} is not seen to be there`
}

function remove(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const {now} = situation
  if (now.memory.is === 'unknown') return refuseUnreadTags(deployment, now.memory.because)
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY
  if (memory.newer !== undefined) return refuseNewer(deployment, memory)
  if (memory.stack !== undefined) return refuseOwned(deployment, memory.stack)
  const doubt = unproven(now, deployment, memory)
  if (doubt !== undefined) {
    if (!statusHolds(situation, deployment)) return waitFor(`not proven yet that production is blue: ${doubt}`, 'settling')
    return refuse(
      'blocked',
      'production_in_danger',
      `deployment ${deployment.id} is ${deployment.status}, and it is not proven that production is still blue: ${doubt}`,
      'nothing was deleted; look at every name in the console',
      'switchover'
    )
  }
  const greens = valueOf(now.green) ?? []
  const guarded = greens.filter(one => valueOf(one.database)?.deletionProtection === true && valueOf(one.database)?.cluster === undefined)
  if (guarded.length > 0 && !inputs.disableDeletionProtection) {
    return refuse(
      'blocked',
      'deletion_protected',
      `nothing was changed: deletion protection is on for ${guarded.map(one => one.name).join(', ')}`,
      'turn it off on green, or set disable-deletion-protection: true'
    )
  }
  const waiting = refusedWhileBuilding(situation, deployment)
  if (waiting !== undefined) return waiting
  const off = guarded.flatMap((one): readonly Step[] => {
    const database = valueOf(one.database)
    return database === undefined
      ? []
      : [unprotect(database, seen => (valueOf(seen.green) ?? []).find(other => other.resourceId === one.resourceId)?.database)]
  })
  const deletion = deletionOfDeployment(deployment, 'goes')
  const [first, ...rest] = [...off, deletion]
  return steps(first, ...rest)
}

/** Whether RDS deletes a deployment that is being built is undocumented (facts 6.1): where it refuses, it is waited for. */
function refusedWhileBuilding(situation: Situation, deployment: Deployment): Plan | undefined {
  const last = situation.written.findLast(one => one.call.operation === 'DeleteBlueGreenDeployment')
  if (last === undefined || last.answer === 'accepted' || last.answer.kind !== 'refused') return undefined
  if (stageOf(deployment.status) !== 'provisioning') return undefined
  return waitFor(`RDS does not delete deployment ${deployment.id} while it is being built: waiting until it is`, 'provisioning')
}

function gone(inputs: Inputs, situation: Situation): Plan {
  const {now, first} = situation
  if (!holds(situation, CLAIMS.deploymentAbsent))
    return waitFor('making sure that the deployment is gone', situation.written.length > 0 ? 'settling' : 'confirming')
  const left = (valueOf(now.green) ?? []).filter(one => !holds(situation, CLAIMS.gone(one.resourceId)))
  const renamed = left.find(one => one.database.is === 'known' && one.database.value.name !== one.name)
  if (renamed !== undefined) {
    return refuse(
      'blocked',
      'production_in_danger',
      `${renamed.name} (${renamed.resourceId}) was green and bears another name now, ${valueOf(renamed.database)?.name ?? ''}: somebody switched over`,
      'leave it alone: it may be production; look at every name in the console'
    )
  }
  const leaving = left.filter(one => one.database.is !== 'known' || one.database.value.status === 'deleting')
  if (leaving.length > 0) return waitFor(`${names(leaving)} ${leaving.length === 1 ? 'is' : 'are'} being deleted`, 'provisioning')
  if (left.length > 0) {
    if (!holds(situation, CLAIMS.deploymentAbsent, LEFT_BEHIND))
      return waitFor(`${names(left)} ${left.length === 1 ? 'is' : 'are'} still there`, 'settling')
    return refuse(
      'failed',
      'cannot_tell',
      `the deployment is gone, and RDS left behind ${names(left)}, which this action does not delete`,
      'make sure that nobody uses them, then delete them by hand: they cost money'
    )
  }
  if (first.deployment.is !== 'known' && now.production.is === 'absent') return sourceNotFound(inputs, situation)
  if (first.deployment.is !== 'known')
    return {is: 'done', reason: 'nothing_left', because: 'no deployment that is not switched over is left'}
  return {is: 'done', reason: 'aborted', because: 'the deployment and its green are gone; blue is as it was'}
}

const names = (greens: readonly Green[]): string => greens.map(one => `${one.name} (${one.resourceId})`).join(', ')

function after(_inputs: Inputs, observed: Observation): Observation {
  const deployment = valueOf(observed.deployment)
  if (deployment === undefined || ['switching', 'completed', 'unknown'].includes(stageOf(deployment.status))) return observed
  const green = (valueOf(observed.green) ?? []).map(one => ({...one, database: absent}))
  return {...observed, deployment: absent, green: known(green)}
}

export const abort: Phase = {name: 'abort', observe, plan, after}
