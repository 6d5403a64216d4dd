/** After `cleanup` the deployment is gone and, if asked, old blue with it; everything is proved before the first write. */

import {judgeAll, remedyOf, sayStops} from '../checks/check.ts'
import {cleanupChecks} from '../checks/cleanup.ts'
import type {Deployment} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import {absent, known, notLooked, unknown, valueOf} from '../domain/known.ts'
import type {Memory} from '../domain/memory.ts'
import {readMemory} from '../domain/memory.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {accountTrouble, chooseDeployment, locateProduction} from '../observing/choosing.ts'
import {CLAIMS} from '../observing/claims.ts'
import type {Observation, OldBlue} from '../observing/observation.ts'
import {EMPTY_MEMORY, NOTHING_SEEN} from '../observing/observation.ts'
import type {Claimed} from '../observing/old-blue.ts'
import {claimedByDeployment, claimedByMarks, lookUp, readIdleness, takesSnapshot} from '../observing/old-blue.ts'
import {productionArns, prove} from '../observing/proof.ts'
import {sidesOf} from '../observing/readiness.ts'
import type {Recall} from '../observing/recall.ts'
import {deploymentEvents, switchoverCompletedAt} from '../rds/events.ts'
import {Faulted} from '../rds/faults.ts'
import {databasesByArn, tagsOfDeployment} from '../rds/looking.ts'
import {hasHeld} from '../waiting/steadiness.ts'
import type {Readers} from '../world.ts'
import {refuseNewer} from './create.ts'
import {deleteNext, markNext} from './old-blue-steps.ts'
import type {Phase, Plan, Situation} from './phase.ts'
import {refuse, steps, waitFor} from './phase.ts'

const MINUTE = 60_000
const ABSENCE = 30_000
const PROOF = 5 * MINUTE

async function observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation> {
  const again = recall.before !== undefined && recall.before.trouble === undefined
  const {production, trouble} =
    again || inputs.source === undefined
      ? {production: recall.before?.production ?? notLooked, trouble: undefined}
      : await locateProduction(look, inputs)
  if (trouble !== undefined) return {...NOTHING_SEEN, trouble, production}
  const chosen = await chooseDeployment(look, inputs, recall, production, 'completed')
  const seen: Observation = {...NOTHING_SEEN, ...chosen, production}
  if (chosen.trouble !== undefined || chosen.deployment.is === 'unknown') return seen
  const deployment = valueOf(chosen.deployment)
  const stage = deployment === undefined ? undefined : stageOf(deployment.status)
  if (deployment !== undefined && (stage === 'completed' || stage === 'deleting'))
    return lookAtCompleted(look, inputs, recall, seen, deployment)
  // `deployment-id` names one deployment; only without it may the marks speak for an earlier one.
  if (deployment !== undefined && inputs.deploymentId !== undefined) return seen
  return withOldBlue(look, inputs, recall, seen, await claimedWithout(look, inputs, recall, production))
}

async function lookAtCompleted(
  look: Readers,
  inputs: Inputs,
  recall: Recall,
  seen: Observation,
  deployment: Deployment
): Promise<Observation> {
  const tags = await tagsOfDeployment(look, deployment)
  const memory: Known<Memory> = tags.is === 'known' ? known(readMemory(tags.value)) : tags
  const databases = known(await databasesByArn(look, [...sidesOf(deployment), ...productionArns(deployment, valueOf(memory))]))
  const claimed = await claimedByDeployment(look, inputs, deployment, valueOf(memory))
  return withOldBlue(look, inputs, recall, {...seen, memory, databases}, claimed)
}

/** The deployment is gone: what this run knew of it, else the marks. */
async function claimedWithout(
  look: Readers,
  inputs: Inputs,
  recall: Recall,
  production: Observation['production']
): Promise<readonly Claimed[]> {
  const before = valueOf(recall.before?.oldBlue ?? absent)
  if (before !== undefined && before.length > 0) return before
  const wanted = inputs.deploymentId
  const byDeployment = wanted?.is === 'id' ? wanted.id : undefined
  const name = valueOf(production)?.name ?? (inputs.source?.is === 'arn' ? inputs.source.arn.name : inputs.source?.name)
  return claimedByMarks(look, mark =>
    byDeployment === undefined ? name !== undefined && mark.production === name : mark.deploymentId === byDeployment
  )
}

async function withOldBlue(
  look: Readers,
  inputs: Inputs,
  recall: Recall,
  seen: Observation,
  claimed: readonly Claimed[]
): Promise<Observation> {
  const proving = recall.written.length === 0
  const switchedOverAt = proving ? await timeOfSwitchover(look, inputs, recall, claimed) : notLooked
  const old = await lookUp(look, inputs, claimed)
  const idleness = proving ? await readIdleness(look, inputs, old) : notLooked
  return {...seen, oldBlue: known(old), idleness, switchedOverAt}
}

/** Only where the memory does not say: RDS's own event. Absent: the events can be read, and none tells it. */
async function timeOfSwitchover(look: Readers, inputs: Inputs, recall: Recall, claimed: readonly Claimed[]): Promise<Known<Date>> {
  const open = claimed.find(one => one.switchedOverAt === undefined)
  if (open === undefined || inputs.oldMinAgeHours === 0 || !inputs.deleteOldDatabases) return notLooked
  const before = recall.before?.switchedOverAt
  if (before !== undefined && before.is !== 'unknown') return before
  try {
    const at = switchoverCompletedAt(await deploymentEvents(look, open.deploymentId))
    return at === undefined ? absent : known(at)
  } catch (thrown) {
    if (!(thrown instanceof Faulted)) throw thrown
    return unknown(thrown.message)
  }
}

function plan(inputs: Inputs, situation: Situation): Plan {
  const {now} = situation
  if (now.trouble !== undefined) return refuse('blocked', now.trouble.reason, now.trouble.because, now.trouble.remedy)
  const account = accountTrouble(
    inputs,
    valueOf(now.deployment)?.source ??
      valueOf(now.production)?.arn ??
      valueOf(now.oldBlue)?.flatMap(one => valueOf(one.database)?.arn ?? [])[0]
  )
  if (account !== undefined) return refuse('blocked', account.reason, account.because, account.remedy)
  if (now.deployment.is === 'unknown') return waitFor(`the deployment could not be read: ${now.deployment.because}`, 'settling')
  if (now.deployment.is === 'absent') return withoutDeployment(inputs, situation)
  const deployment = now.deployment.value
  switch (stageOf(deployment.status)) {
    case 'provisioning':
    case 'available':
    case 'invalid':
    case 'switchover_failed':
    case 'failed':
    case 'switching':
      return open(inputs, situation, deployment)
    case 'completed':
      return completed(inputs, situation, deployment)
    case 'deleting':
      return waitFor(`deployment ${deployment.id} is being deleted`, 'settling')
    case 'unknown':
      return refuse(
        'blocked',
        'status_unknown',
        `deployment ${deployment.id} has the status "${deployment.status}", which this release does not know`,
        'look at it in the console, and use a release that knows it'
      )
  }
}

/** Not switched over: nothing to clean up of this one, but an earlier upgrade may have left its old blue (contract, "Which deployment"). */
function open(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const old = valueOf(situation.now.oldBlue) ?? []
  if (old.length > 0 && inputs.deleteOldDatabases) return fromMarks(inputs, situation, old)
  const stage = stageOf(deployment.status)
  const remedy =
    stage === 'switching'
      ? 'run cleanup once the switchover is over'
      : stage === 'switchover_failed'
        ? 'run mode: switchover or mode: abort first'
        : 'run mode: switchover first, or mode: abort to remove it'
  return refuse(
    'blocked',
    'deployment_unknown',
    `deployment ${deployment.id} is ${deployment.status}: it has not been switched over`,
    remedy
  )
}

function completed(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const {now, steady, pace} = situation
  if (now.memory.is === 'unknown')
    return refuse(
      'blocked',
      'cannot_tell',
      `the tags of deployment ${deployment.id} cannot be read: ${now.memory.because}`,
      'allow rds:ListTagsForResource'
    )
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY
  if (memory.newer !== undefined) return refuseNewer(deployment, memory)
  const proof = prove(now, deployment, memory, undefined)
  switch (proof.is) {
    case 'failed':
      return refuse(
        'blocked',
        'member_failed',
        `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`,
        'nothing was deleted: a member that failed still is production; look at each member in the console',
        'switchover'
      )
    case 'not_yet':
      if (!hasHeld(steady, CLAIMS.status(deployment.status), pace.scaled(PROOF)))
        return waitFor(`not proven yet: ${proof.because.join('; ')}`, 'settling')
      return refuse(
        'blocked',
        'not_proven',
        `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`,
        'nothing was deleted; look at each name in the console'
      )
    case 'proven':
      break
  }
  const old = valueOf(now.oldBlue) ?? []
  const danger = inDanger(old)
  if (danger !== undefined) return danger
  return (
    proofs(inputs, situation) ??
    markNext(situation, deployment.id, old) ??
    steps({
      do: 'write',
      intent: `delete deployment ${deployment.id}; the databases of both sides stay`,
      call: {operation: 'DeleteBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: deployment.id}},
      shows: seen =>
        seen.deployment.is === 'absent' || (seen.deployment.is === 'known' && stageOf(seen.deployment.value.status) === 'deleting'),
      refused: {reason: 'cannot_tell', remedy: 'look at the deployment in the console, then run cleanup again'}
    })
  )
}

/** A recorded id that a production name bears is production, whatever else is true; and what nobody replaced may be the only copy. */
function inDanger(old: readonly OldBlue[]): Plan | undefined {
  const danger = (because: string): Plan =>
    refuse('blocked', 'production_in_danger', because, 'nothing was deleted; look at both databases in the console')
  for (const one of old) {
    const database = valueOf(one.database)
    if (database === undefined) continue
    const bears = one.productionNow.is === 'known' && one.productionNow.value.resourceId === one.resourceId
    if (bears || database.name === one.production)
      return danger(`${one.production} is ${one.resourceId}, which was recorded as old blue: it is production`)
    if (one.productionNow.is === 'unknown')
      return danger(`who bears the name ${one.production} now could not be read: ${one.productionNow.because}`)
    // A replica or reader may have been removed since; a primary without a successor may not.
    if (one.productionNow.is === 'absent' && takesSnapshot(database))
      return danger(`nobody bears the name ${one.production}: ${database.name} may be the only copy`)
  }
  return undefined
}

/** Everything is proved before the first write, and not asked again behind it. */
function proofs(inputs: Inputs, situation: Situation): Plan | undefined {
  if (situation.written.length > 0) return undefined
  const judged = judgeAll(cleanupChecks, 'cleanup', situation.now, inputs, situation.date)
  const stops = judged.filter(one => one.stops)
  if (stops.length === 0) return undefined
  const first = stops[0]?.check.id
  const reason =
    first === 'old-blue-is-old-enough'
      ? 'old_blue_too_young'
      : first === 'old-blue-is-not-protected'
        ? 'deletion_protected'
        : 'old_blue_in_use'
  return {
    is: 'refuse',
    outcome: 'blocked',
    reason,
    because: `nothing was changed: ${sayStops(judged)}`,
    remedy: remedyOf(judged),
    checks: judged.map(one => one.report)
  }
}

function withoutDeployment(inputs: Inputs, situation: Situation): Plan {
  const {now, steady, pace} = situation
  if (!hasHeld(steady, CLAIMS.deploymentAbsent, pace.scaled(ABSENCE)))
    return waitFor('making sure that the deployment is gone', situation.written.length > 0 ? 'settling' : 'confirming')
  return fromMarks(inputs, situation, valueOf(now.oldBlue) ?? [])
}

function fromMarks(inputs: Inputs, situation: Situation, old: readonly OldBlue[]): Plan {
  const {steady, pace} = situation
  const did = situation.written.length > 0
  if (old.length === 0) {
    if (!did && !hasHeld(steady, CLAIMS.noOldBlue, pace.scaled(ABSENCE)))
      return waitFor('making sure that no old database is left', 'confirming')
    return did
      ? {is: 'done', reason: 'cleaned_up', because: 'the deployment is gone'}
      : {is: 'done', reason: 'nothing_left', because: 'no deployment and no marked old database is left'}
  }
  const danger = inDanger(old)
  if (danger !== undefined) return danger
  const left = old.filter(one => !hasHeld(steady, CLAIMS.gone(one.resourceId), pace.scaled(ABSENCE)))
  if (!inputs.deleteOldDatabases || left.length === 0) return finished(situation, left)
  return proofs(inputs, situation) ?? deleteNext(inputs, left)
}

function finished(situation: Situation, left: readonly OldBlue[]): Plan {
  const names = left.map(one => `${valueOf(one.database)?.name ?? one.resourceId} (${one.resourceId})`).join(', ')
  const because =
    left.length === 0
      ? 'the deployment and every old database are gone'
      : `the deployment is gone; old databases that stay and cost money: ${names}`
  const remedy = left.length === 0 ? '' : 'delete them later with mode: cleanup and delete-old-databases: true'
  const reason = situation.written.length > 0 || situation.first.deployment.is === 'known' ? 'cleaned_up' : 'nothing_left'
  return {is: 'done', reason, because, remedy}
}

/** The deployment is gone, and with it what was asked to be deleted. */
function after(inputs: Inputs, observed: Observation): Observation {
  const deployment = valueOf(observed.deployment)
  if (deployment !== undefined && !['completed', 'deleting'].includes(stageOf(deployment.status))) return observed
  const old = (valueOf(observed.oldBlue) ?? []).map(
    (one): OldBlue => ({...one, database: inputs.deleteOldDatabases ? absent : one.database})
  )
  return {...observed, deployment: absent, oldBlue: known(old)}
}

export const cleanup: Phase = {name: 'cleanup', observe, plan, after}
