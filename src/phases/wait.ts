/** After `wait` green is ready: everything of both sides was available at two looks in a row. */
import type {Deployment} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import {absent, known, notLooked} from '../domain/known.ts'
import {isKnownDatabaseStatus, stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {chooseDeployment, locateProduction} from '../observing/choosing.ts'
import {CLAIMS} from '../observing/claims.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt, NOTHING_SEEN} from '../observing/observation.ts'
import {failuresIn, notReady, sidesOf} from '../observing/readiness.ts'
import type {Recall} from '../observing/recall.ts'
import {databasesByArn} from '../rds/looking.ts'
import {hasHeld} from '../waiting/steadiness.ts'
import type {Readers} from '../world.ts'
import {atTarget} from './create.ts'
import type {Phase, Plan, Situation} from './phase.ts'
import {refuse, waitFor} from './phase.ts'
import {withoutDeployment} from './without.ts'

/** Two looks, one poll apart (rule 3). */
const READY_FOR = 15_000

async function observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation> {
  const again = recall.before?.deployment.is === 'known'
  const {production, trouble} =
    again || inputs.source === undefined
      ? {production: recall.before?.production ?? notLooked, trouble: undefined}
      : await locateProduction(look, inputs)
  if (trouble !== undefined) return {...NOTHING_SEEN, trouble, production}
  const chosen = await chooseDeployment(look, inputs, recall, production, 'open')
  const seen: Observation = {...NOTHING_SEEN, ...chosen, production}
  if (chosen.deployment.is !== 'known' || stageOf(chosen.deployment.value.status) !== 'available') return seen
  return {...seen, databases: known(await databasesByArn(look, sidesOf(chosen.deployment.value)))}
}

function plan(inputs: Inputs, situation: Situation): Plan {
  const {now} = situation
  if (now.trouble !== undefined) return refuse('blocked', now.trouble.reason, now.trouble.because, now.trouble.remedy)
  if (now.deployment.is === 'unknown') return waitFor(`the deployment could not be read: ${now.deployment.because}`, 'settling')
  if (now.deployment.is === 'absent') return withoutDeployment(inputs, situation, production => atTarget(inputs, production, now.blue))
  return planWith(situation, now.deployment.value)
}

function planWith(situation: Situation, deployment: Deployment): Plan {
  switch (stageOf(deployment.status)) {
    case 'provisioning':
      return failed(situation.now, deployment) ?? waitFor(`deployment ${deployment.id} is being built`, 'provisioning')
    case 'available':
      return failed(situation.now, deployment) ?? planAvailable(situation, deployment)
    case 'switching':
      return {is: 'done', reason: 'green_ready', because: `deployment ${deployment.id} is being switched over already`}
    case 'completed':
      return {is: 'done', reason: 'already_switched_over', because: `deployment ${deployment.id} has been switched over already`}
    case 'switchover_failed':
      return refuse(
        'failed',
        'switchover_failed',
        `deployment ${deployment.id} is ${deployment.status}`,
        'mode: switchover tries again if no name has moved, mode: abort removes it',
        'switchover'
      )
    case 'invalid':
    case 'failed':
      return refuse(
        'failed',
        'provisioning_failed',
        `green of deployment ${deployment.id} could not be built: it is ${deployment.status}`,
        REBUILD,
        'provisioning'
      )
    case 'deleting':
      return refuse('failed', 'deployment_deleting', `deployment ${deployment.id} is being deleted`, 'run create again once it is gone')
    case 'unknown':
      // Waiting writes nothing: the engine gives up when nothing has changed for half an hour.
      return waitFor(`deployment ${deployment.id} has the status "${deployment.status}", which this release does not know`, 'provisioning')
  }
}

const REBUILD = 'mend the cause on blue, remove the deployment with mode: abort, then run create again'

function failed(now: Observation, deployment: Deployment): Plan | undefined {
  const lines = failuresIn(now)
  if (lines.length === 0) return undefined
  return refuse(
    'failed',
    'provisioning_failed',
    `green of deployment ${deployment.id} could not be built: ${lines.join('; ')}`,
    REBUILD,
    'provisioning'
  )
}

function planAvailable(situation: Situation, deployment: Deployment): Plan {
  const lines = notReady(situation.now)
  if (lines.length === 0) {
    if (!hasHeld(situation.steady, CLAIMS.ready, situation.pace.scaled(READY_FOR)))
      return waitFor('everything is available: looking once more', 'confirming')
    return {
      is: 'done',
      reason: 'green_ready',
      because: `green of deployment ${deployment.id} is ready: every task, member and database of both sides is available`,
      completed: true
    }
  }
  const unknown = unknownStatuses(situation.now, deployment)
  const note = unknown.length === 0 ? '' : ` (a status this release does not know: ${unknown.join(', ')})`
  return waitFor(`${lines.join('; ')}${note}`, 'provisioning')
}

function unknownStatuses(now: Observation, deployment: Deployment): readonly string[] {
  return sidesOf(deployment).flatMap(arn => {
    const database = databaseAt(now, arn)
    return database.is === 'known' && !isKnownDatabaseStatus(database.value.status) ? [database.value.status] : []
  })
}

/** Everything available, as `wait` leaves it. */
function after(_inputs: Inputs, observed: Observation): Observation {
  const deployment: Known<Deployment> =
    observed.deployment.is === 'known' && ['provisioning', 'available'].includes(stageOf(observed.deployment.value.status))
      ? known({
          ...observed.deployment.value,
          status: 'AVAILABLE',
          target: observed.deployment.value.target ?? `${observed.deployment.value.source}-green-(new)`,
          tasks: (observed.deployment.value.tasks ?? []).map(task => ({...task, status: 'COMPLETED'})),
          members: readyMembers(observed.deployment.value)
        })
      : observed.deployment
  if (deployment.is !== 'known') return {...observed, deployment}
  const databases = new Map<string, Observation['production']>()
  if (observed.databases.is === 'known') {
    for (const [label, one] of observed.databases.value)
      databases.set(label, one.is === 'known' ? known({...one.value, status: 'available', storageOperation: undefined}) : absent)
  }
  return {...observed, deployment, databases: known(databases)}
}

function readyMembers(deployment: Deployment): Deployment['members'] {
  if (deployment.members.length === 0) return [{source: deployment.source, target: `${deployment.source}-green-(new)`, status: 'AVAILABLE'}]
  return deployment.members.map(member => ({...member, target: member.target ?? `${member.source ?? ''}-green-(new)`, status: 'AVAILABLE'}))
}

export const wait: Phase = {name: 'wait', observe, plan, after}
