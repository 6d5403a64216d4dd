/** After `cleanup` the deployment is gone and, if asked, old blue with it; everything is proved before the first write. */

import {judgeAll, remedyOf, sayStops} from '../checks/check.ts'
import {cleanupChecks} from '../checks/cleanup.ts'
import type {Deployment} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import {absent, known, notLooked, valueOf} from '../domain/known.ts'
import {kindOfResourceId} from '../domain/memory.ts'
import {isDatabaseFailure, stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {lookAtBothSides} from '../observing/both-sides.ts'
import {accountTrouble, lookForDeployment} from '../observing/choosing.ts'
import {CLAIMS} from '../observing/claims.ts'
import type {Observation, OldBlue, Trouble} from '../observing/observation.ts'
import {databaseAt, EMPTY_MEMORY} from '../observing/observation.ts'
import type {Claimed} from '../observing/old-blue.ts'
import {claimedByDeployment, claimedByMarks, lookUp, readIdleness, takesSnapshot} from '../observing/old-blue.ts'
import {productionArns, prove} from '../observing/proof.ts'
import type {Recall} from '../observing/recall.ts'
import {switchedOverAt} from '../rds/events.ts'
import {databasesByResourceId} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import {holds, lookOnceMore, PROOF, statusHolds} from './certainty.ts'
import {deletionOfDeployment} from './deletion-of-deployment.ts'
import {deletionSteps, markSteps} from './old-blue-steps.ts'
import type {Phase, Plan, Situation, Step} from './phase.ts'
import {refuse, waitFor} from './phase.ts'
import {globalDatabaseOf, refuseGlobal, refuseNewer, refuseOwned, refuseTrouble, refuseUnknownStatus, refuseUnreadTags} from './refusals.ts'
import {sourceNotFound} from './without.ts'

async function observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation> {
  const seen = await lookForDeployment(look, inputs, recall, 'completed')
  if (seen.trouble !== undefined || seen.deployment.is === 'unknown') return seen
  const deployment = valueOf(seen.deployment)
  const stage = deployment === undefined ? undefined : stageOf(deployment.status)
  if (deployment !== undefined && (stage === 'completed' || stage === 'deleting'))
    return lookAtCompleted(look, inputs, recall, seen, deployment)
  // `deployment-id` names one deployment; only without it may the marks speak for an earlier one.
  if (deployment !== undefined && inputs.deploymentId !== undefined) return seen
  const claimed = await claimedWithout(look, inputs, recall, seen.production)
  return 'reason' in claimed ? {...seen, trouble: claimed} : withOldBlue(look, inputs, recall, seen, claimed)
}

async function lookAtCompleted(
  look: Readers,
  inputs: Inputs,
  recall: Recall,
  seen: Observation,
  deployment: Deployment
): Promise<Observation> {
  const sides = await lookAtBothSides(look, seen, deployment)
  if (stageOf(deployment.status) === 'completed')
    return withOldBlue(look, inputs, recall, sides, claimedByDeployment(inputs, sides, deployment))
  // While it is deleted its names say nothing: what this run knew before, else its memory, without what production bears. One that was
  // never switched over is deleted too, and then what it remembers as blue is production.
  const before = valueOf(recall.before?.oldBlue ?? absent)
  const moved = before ?? claimedByDeployment(inputs, sides, deployment).filter(one => !isProduction(sides, deployment, one.resourceId))
  return withOldBlue(look, inputs, recall, sides, moved)
}

const isProduction = (seen: Observation, deployment: Deployment, resourceId: string): boolean =>
  productionArns(deployment, valueOf(seen.memory)).some(arn => valueOf(databaseAt(seen, arn))?.resourceId === resourceId)

/** The deployment is gone: what this run knew of it, else the marks. These carry the id of their deployment, not its name. */
async function claimedWithout(
  look: Readers,
  inputs: Inputs,
  recall: Recall,
  production: Observation['production']
): Promise<readonly Claimed[] | Trouble> {
  const before = valueOf(recall.before?.oldBlue ?? absent)
  if (before !== undefined && before.length > 0) return before
  const wanted = inputs.deploymentId
  if (wanted?.is === 'id') {
    const marked = await claimedByMarks(look, mark => mark.deploymentId === wanted.id)
    return (await unproven(look, inputs, marked)) ?? marked
  }
  const name = valueOf(production)?.name ?? (inputs.source?.is === 'arn' ? inputs.source.arn.name : inputs.source?.name)
  const kind = valueOf(production)?.kind
  // Where somebody has deleted the old primary, its replicas still bear their marks.
  const others = new Set([...(valueOf(production)?.replicas ?? []), ...(valueOf(production)?.members ?? []).map(member => member.name)])
  const claimed = await claimedByMarks(
    look,
    mark =>
      name === undefined ||
      (mark.production === name && (kind === undefined || kindOfResourceId(mark.resourceId) === kind)) ||
      others.has(mark.production)
  )
  const listed = await unproven(look, inputs, claimed)
  if (listed !== undefined) return listed
  if (wanted === undefined || claimed.length === 0) return claimed
  return {
    reason: 'cannot_tell',
    because: `no deployment is called ${wanted.name}; old databases of ${[...new Set(claimed.map(one => one.deploymentId))].join(', ')} are left, and their marks do not say what it was called`,
    remedy: 'give deployment-id: bgd-..., or source alone'
  }
}

/** With the deployment went what told whose old blue the ids of `old-resource-ids` are; nothing is deleted on a word alone. */
async function unproven(look: Readers, inputs: Inputs, claimed: readonly Claimed[]): Promise<Trouble | undefined> {
  const others = inputs.oldResourceIds.filter(id => !claimed.some(one => one.resourceId === id))
  const found = await databasesByResourceId(look, others)
  const there = others.flatMap(id => valueOf(found.get(id) ?? absent) ?? [])
  if (there.length === 0) return undefined
  return {
    reason: 'cannot_tell',
    because: `${there.map(one => `${one.name} (${one.resourceId})`).join(', ')} of old-resource-ids cannot be proven to be old blue: their deployment is gone, and they bear no mark`,
    remedy: 'make sure that nobody uses them, then delete them by hand'
  }
}

async function withOldBlue(
  look: Readers,
  inputs: Inputs,
  recall: Recall,
  seen: Observation,
  claimed: readonly Claimed[]
): Promise<Observation> {
  const proving = recall.written.length === 0
  const at = proving ? await timeOfSwitchover(look, inputs, recall, claimed) : (recall.before?.switchedOverAt ?? notLooked)
  const old = await lookUp(look, inputs, claimed, proving)
  const idleness = proving ? await readIdleness(look, inputs, old) : notLooked
  return {...seen, oldBlue: known(old), idleness, switchedOverAt: at}
}

/** Only where the memory does not say: RDS's own event. Absent: the events can be read, and none tells it. */
async function timeOfSwitchover(look: Readers, inputs: Inputs, recall: Recall, claimed: readonly Claimed[]): Promise<Known<Date>> {
  const open = claimed.find(one => one.switchedOverAt === undefined)
  if (open === undefined || inputs.oldMinAgeHours === 0 || !inputs.deleteOldDatabases) return notLooked
  const before = recall.before?.switchedOverAt
  if (before !== undefined && before.is !== 'unknown') return before
  return switchedOverAt(look, open.deploymentId)
}

function plan(inputs: Inputs, situation: Situation): Plan {
  const {now} = situation
  if (now.trouble !== undefined) return refuseTrouble(now.trouble)
  const account = accountTrouble(
    inputs,
    valueOf(now.deployment)?.source ??
      valueOf(now.production)?.arn ??
      valueOf(now.oldBlue)?.flatMap(one => valueOf(one.database)?.arn ?? [])[0]
  )
  if (account !== undefined) return refuseTrouble(account)
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
      return waitFor(`deployment ${deployment.id} is being deleted`, 'provisioning')
    case 'unknown':
      return refuseUnknownStatus(deployment)
  }
}

/** Not switched over: nothing to clean up of this one, but an earlier upgrade may have left its old blue (contract, "Which deployment"). */
function open(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const old = valueOf(situation.now.oldBlue) ?? []
  if (old.length > 0 && inputs.deleteOldDatabases) return fromMarks(inputs, situation, old)
  // A look may be older than the switchover.
  if (!statusHolds(situation, deployment)) return lookOnceMore(deployment, 'confirming')
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
    `deployment ${deployment.id} is ${deployment.status}: ${stage === 'switchover_failed' ? 'its switchover did not come to its end' : 'it has not been switched over'}`,
    remedy
  )
}

function completed(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const {now} = situation
  if (now.memory.is === 'unknown') return refuseUnreadTags(deployment, now.memory.because)
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY
  if (memory.newer !== undefined) return refuseNewer(deployment, memory)
  if (memory.stack !== undefined) return refuseOwned(deployment, memory.stack)
  const outer = globalDatabaseOf(now, deployment)
  if (outer !== undefined) return refuseGlobal(outer)
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
      if (!statusHolds(situation, deployment, PROOF)) return waitFor(`not proven yet: ${proof.because.join('; ')}`, 'settling')
      return refuse(
        'blocked',
        'not_proven',
        `deployment ${deployment.id} says ${deployment.status}, but ${proof.because.join('; ')}`,
        'nothing was deleted; look at each name in the console'
      )
    case 'proven':
      break
  }
  if (now.oldBlue.is === 'unknown') return waitFor(`the old databases could not be read: ${now.oldBlue.because}`, 'settling')
  const old = valueOf(now.oldBlue) ?? []
  const danger = inDanger(inputs, old)
  if (danger !== undefined) {
    return statusHolds(situation, deployment) ? danger : waitFor('looking once more who bears the names of production', 'confirming')
  }
  return proving(inputs, situation, old, [
    ...markSteps(
      situation,
      deployment.id,
      old.filter(one => one.ours)
    ),
    deletionOfDeployment(deployment, 'is production')
  ])
}

/** A recorded id that a production name bears is production, whatever else is true; and what nobody replaced may be the only copy. */
function inDanger(inputs: Inputs, old: readonly OldBlue[]): Plan | undefined {
  const danger = (because: string): Plan =>
    refuse(
      'blocked',
      'production_in_danger',
      because,
      'nothing was deleted; look at both databases in the console, and keep final-snapshot: true'
    )
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
    const successor = takesSnapshot(database) ? notASuccessor(one, inputs) : undefined
    if (successor !== undefined) return danger(`${one.production} ${successor}: ${database.name} may be the only copy`)
  }
  return undefined
}

/** Two clocks are compared here, so what is only minutes younger is let pass. */
const SKEW = 5 * 60_000

/** Why what bears the production name now is not what the switchover put there, or will not be for long. */
function notASuccessor({productionNow, switchedOverAt}: OldBlue, inputs: Inputs): string | undefined {
  const now = valueOf(productionNow)
  if (now === undefined) return undefined
  if (now.status === 'deleting' || now.status === 'creating' || isDatabaseFailure(now.status)) return `is ${now.status}`
  // The former green is older than the switchover; a database made later has been given the name, or came by a later upgrade. Where a
  // final snapshot is taken a copy stays either way.
  if (
    inputs.finalSnapshot ||
    !inputs.deleteOldDatabases ||
    now.createdAt === undefined ||
    switchedOverAt === undefined ||
    now.createdAt.getTime() <= switchedOverAt.getTime() + SKEW
  )
    return undefined
  return `was made at ${now.createdAt.toISOString()}, after the switchover, and no final snapshot is asked for`
}

/** Everything is proved before the first write, and not asked again behind it; then what was asked for, in order. */
function proving(inputs: Inputs, situation: Situation, old: readonly OldBlue[], first: readonly Step[]): Plan {
  const judged = situation.written.length > 0 ? [] : judgeAll(cleanupChecks, 'cleanup', situation, inputs)
  const checks = judged.length === 0 ? {} : {checks: judged.map(one => one.report)}
  const stop = judged.find(one => one.stops)
  if (stop !== undefined) {
    const isUnknown = judged.every(one => !one.stops || one.verdict.is === 'unknown')
    const reason = isUnknown ? 'cannot_tell' : (stop.check.reason ?? 'checks_not_met')
    return {...refuse('blocked', reason, `nothing was changed: ${sayStops(judged)}`, remedyOf(judged)), ...checks}
  }
  const deletions = inputs.deleteOldDatabases
    ? deletionSteps(
        inputs,
        old.filter(one => one.ours)
      )
    : []
  if ('is' in deletions) return {...deletions, ...checks}
  const [next, ...rest] = [...first, ...deletions]
  return next === undefined ? finished(situation, old) : {is: 'steps', steps: [next, ...rest], ...checks}
}

function withoutDeployment(inputs: Inputs, situation: Situation): Plan {
  const {now} = situation
  if (now.oldBlue.is === 'unknown') return waitFor(`the old databases could not be read: ${now.oldBlue.because}`, 'settling')
  if (!holds(situation, CLAIMS.deploymentAbsent))
    return waitFor('making sure that the deployment is gone', situation.written.length > 0 ? 'settling' : 'confirming')
  return fromMarks(inputs, situation, valueOf(now.oldBlue) ?? [])
}

function fromMarks(inputs: Inputs, situation: Situation, old: readonly OldBlue[]): Plan {
  const did = situation.written.length > 0
  if (old.length === 0) {
    if (!did && !holds(situation, CLAIMS.noOldBlue)) return waitFor('making sure that no old database is left', 'confirming')
    if (!did && situation.now.production.is === 'absent') return sourceNotFound(inputs, situation)
    return did
      ? {is: 'done', reason: 'cleaned_up', because: 'the deployment is gone'}
      : {is: 'done', reason: 'nothing_left', because: 'no deployment and no marked old database is left'}
  }
  const danger = inDanger(inputs, old)
  if (danger !== undefined) return danger
  const left = old.filter(one => !holds(situation, CLAIMS.gone(one.resourceId)))
  return !inputs.deleteOldDatabases || left.every(one => !one.ours) ? finished(situation, left) : proving(inputs, situation, left, [])
}

function finished(situation: Situation, left: readonly OldBlue[]): Plan {
  const names = (which: readonly OldBlue[]): string =>
    which.map(one => `${valueOf(one.database)?.name ?? one.resourceId} (${one.resourceId})`).join(', ')
  const ours = left.filter(one => one.ours)
  const others = left.filter(one => !one.ours)
  const stays = [
    ...(ours.length === 0 ? [] : [`old databases that stay and cost money: ${names(ours)}`]),
    ...(others.length === 0 ? [] : [`not touched, because this action did not record them: ${names(others)}`])
  ]
  const remedies = [
    ...(ours.length === 0 ? [] : ['delete them later with mode: cleanup and delete-old-databases: true']),
    ...(others.length === 0 ? [] : ['delete by hand what nobody needs any more'])
  ]
  const because = [...whatIsGone(situation, stays.length === 0), ...stays].join('; ')
  const reason = situation.written.length > 0 || situation.first.deployment.is === 'known' ? 'cleaned_up' : 'nothing_left'
  return {is: 'done', reason, because, remedy: remedies.join('; ')}
}

/** Beside a deployment that is not switched over, only what an earlier one left is cleaned up: it is there, and stays. */
function whatIsGone({first, now}: Situation, withOld: boolean): readonly string[] {
  const beside = valueOf(now.deployment)
  if (beside === undefined) {
    const which = `deployment ${valueOf(first.deployment)?.id ?? ''}`.trim()
    return [withOld ? `${which} and its old databases are gone` : `${which} is gone`]
  }
  const earlier = [...new Set((valueOf(now.oldBlue) ?? []).map(one => one.deploymentId))].join(', ')
  const stays = `deployment ${beside.id} is ${beside.status} and stays`
  return withOld ? [`the old databases of deployment ${earlier} are gone`, stays] : [stays]
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
