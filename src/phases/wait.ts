/** After `wait` green is ready: everything of both sides was available at two looks in a row. */
import {labelOf, nameIn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import {isAt} from '../domain/engine-version.ts'
import type {Known} from '../domain/known.ts'
import {known, valueOf} from '../domain/known.ts'
import {readMemory} from '../domain/memory.ts'
import {isKnownDatabaseStatus, stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {lookForDeployment} from '../observing/choosing.ts'
import {CLAIMS} from '../observing/claims.ts'
import {withInstances} from '../observing/looking-at-source.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import {atTarget} from '../observing/options.ts'
import {failuresIn, notReady, sidesOf} from '../observing/readiness.ts'
import type {Recall} from '../observing/recall.ts'
import {databasesByArn} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import {holds} from './certainty.ts'
import type {Phase, Plan, Situation} from './phase.ts'
import {refuse, steps, waitFor} from './phase.ts'
import {protectionLost} from './protection-lost.ts'
import {refuseTrouble} from './refusals.ts'
import {withoutDeployment} from './without.ts'

/** Without any change, where a status is not known (rule 7). */
const UNKNOWN_FOR = 30 * 60_000

async function observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation> {
  const seen = await lookForDeployment(look, inputs, recall, 'open')
  if (seen.deployment.is !== 'known') return withInstances(look, inputs, seen)
  if (stageOf(seen.deployment.value.status) !== 'available') return seen
  return {...seen, databases: known(await databasesByArn(look, sidesOf(seen.deployment.value)))}
}

function plan(inputs: Inputs, situation: Situation): Plan {
  const {now} = situation
  if (now.trouble !== undefined) return refuseTrouble(now.trouble)
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
      // Waiting writes nothing, so it is tried, though not for ever (rule 7).
      return whileUnknown(`deployment ${deployment.id} has the status "${deployment.status}", which this release does not know`)
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
    // Two looks, one poll apart (rule 3), and as far as a look may be old.
    if (!holds(situation, CLAIMS.ready)) return waitFor('everything is available: looking once more', 'confirming')
    return {
      is: 'done',
      reason: 'green_ready',
      because: `green of deployment ${deployment.id} is ready: every task, member and database of both sides is available`,
      completed: true,
      warnings: protectionLost(situation.now, deployment)
    }
  }
  const unknown = unknownStatuses(situation.now, deployment)
  const why = lines.join('; ')
  return unknown.length === 0
    ? waitFor(why, 'provisioning')
    : whileUnknown(`${why} (a status this release does not know: "${unknown.join('", "')}")`)
}

const whileUnknown = (intent: string): Plan => steps({do: 'wait', intent, pace: 'provisioning', patience: UNKNOWN_FOR})

const TASK = /^(PENDING|IN_PROGRESS|COMPLETED)$/
const MEMBER = /^(PROVISIONING|AVAILABLE|SWITCHOVER_IN_PROGRESS|SWITCHOVER_COMPLETED)$/

function unknownStatuses(now: Observation, deployment: Deployment): readonly string[] {
  const databases = sidesOf(deployment).flatMap(arn => {
    const database = databaseAt(now, arn)
    return database.is === 'known' && !isKnownDatabaseStatus(database.value.status) ? [database.value.status] : []
  })
  const tasks = (deployment.tasks ?? []).flatMap(task => (TASK.test(task.status) ? [] : [task.status]))
  const members = deployment.members.flatMap(member => (member.status === undefined || MEMBER.test(member.status) ? [] : [member.status]))
  return [...new Set([...databases, ...tasks, ...members])]
}

/** Everything available on both sides, as `wait` leaves it; what is not there yet is imagined from blue. */
function after(inputs: Inputs, observed: Observation): Observation {
  const deployment = valueOf(observed.deployment)
  if (deployment === undefined || !['provisioning', 'available'].includes(stageOf(deployment.status))) return observed
  const isBuilding = stageOf(deployment.status) === 'provisioning'
  const blue = valueOf(observed.blue) ?? []
  const pairs =
    deployment.members.length > 0
      ? deployment.members
      : (blue.length > 0 ? blue.map(one => one.arn) : [deployment.source]).map(source => ({source, target: undefined}))
  const members = pairs.map(pair => ({source: pair.source, target: pair.target ?? `${pair.source ?? ''}-green-(new)`, status: 'AVAILABLE'}))
  const ready: Deployment = {
    ...deployment,
    status: 'AVAILABLE',
    target: deployment.target ?? `${deployment.source}-green-(new)`,
    tasks: (deployment.tasks ?? []).map(task => ({...task, status: 'COMPLETED'})),
    members
  }
  const databases = new Map<string, Known<Database>>()
  for (const member of members) {
    const seen = valueOf(databaseAt(observed, member.source)) ?? blue.find(one => one.arn === member.source)
    if (seen === undefined || member.source === undefined) continue
    databases.set(labelOf(member.source), known({...seen, status: 'available'}))
    const there = valueOf(databaseAt(observed, member.target))
    const green =
      there === undefined || isBuilding ? {...imagined(seen, member.target, versionOf(inputs, observed, seen)), ...idOf(there)} : there
    databases.set(labelOf(member.target), known({...green, status: 'available', storageOperation: undefined}))
  }
  // Waiting reads no memory; what comes behind it does.
  const tags = valueOf(deployment.tags)
  const memory = observed.memory.is === 'known' ? observed.memory : known(readMemory(tags ?? new Map()))
  return {
    ...observed,
    deployment: known(ready),
    memory,
    databases: known(databases),
    lag: known({metric: 'ReplicaLag', unit: 'seconds', newest: 0, worst: 0}),
    failures: known([])
  }
}

/** What is being built gets it in the end; it was compared, or will be once it is there. */
function versionOf({targetEngineVersion: asked}: Inputs, {target}: Observation, blue: Database): string {
  if (target.is === 'known') return target.value.engineVersion ?? blue.engineVersion
  return asked === undefined || isAt(blue.engineVersion, asked) ? blue.engineVersion : asked
}

const idOf = (green: Database | undefined): Pick<Database, 'resourceId'> | undefined =>
  green === undefined ? undefined : {resourceId: green.resourceId}

const imagined = (blue: Database, arn: string, engineVersion: string): Database => ({
  ...blue,
  name: nameIn(arn),
  arn,
  resourceId: `${blue.resourceId}-(green)`,
  engineVersion,
  // Facts G-18: roles are not copied.
  traits: {...blue.traits, roleFeatures: []}
})

export const wait: Phase = {name: 'wait', observe, plan, after}
