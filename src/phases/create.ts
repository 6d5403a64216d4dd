/** After `create` there is one deployment of the source, as asked for, and it remembers what blue was. */

import {atSwitchoverChecks} from '../checks/at-switchover.ts'
import {judgeAll, remedyOf, sayStops} from '../checks/check.ts'
import {createChecks, factsFor} from '../checks/create.ts'
import {labelOf, nameIn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import {absent, known, notLooked, unknown, valueOf} from '../domain/known.ts'
import type {Memory} from '../domain/memory.ts'
import {readMemory} from '../domain/memory.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {blueOfDeployment, greenInstanceGroup, lookAtBothSides} from '../observing/both-sides.ts'
import {chooseDeployment, locateProduction} from '../observing/choosing.ts'
import {CLAIMS} from '../observing/claims.ts'
import {blueOf, lookAtTarget} from '../observing/looking-at-source.ts'
import type {Observation, Target, TargetGroup} from '../observing/observation.ts'
import {databaseAt, EMPTY_MEMORY, NOTHING_SEEN} from '../observing/observation.ts'
import type {Options} from '../observing/options.ts'
import {atTarget, compareWith, differences, differencesOf, digestOf, optionsAsked} from '../observing/options.ts'
import type {Recall} from '../observing/recall.ts'
import {mayHaveHappened} from '../observing/recall.ts'
import {deploymentsWhere} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import {alreadyThere, notYetAvailable, planOfSource} from './about-source.ts'
import {holds, PROOF, statusHolds} from './certainty.ts'
import type {Phase, Plan, Situation, Step} from './phase.ts'
import {refuse, waitFor} from './phase.ts'
import {refuseGlobal, refuseNewer} from './refusals.ts'
import {rememberBlue} from './remembering.ts'
import {blueMemory, createRequest, deploymentNameOf} from './requests.ts'
import {youngGroups} from './young-groups.ts'

const NEW_ID = 'bgd-(new)'
const AVAILABLE_ONLY = {
  name: 'create',
  because: 'RDS makes deployments of available databases only',
  reason: 'create_refused',
  pace: 'settling'
} as const

async function observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation> {
  const {production, trouble} = await locateProduction(look, inputs)
  if (trouble !== undefined || production.is !== 'known') return {...NOTHING_SEEN, trouble, production}
  const chosen = await chooseDeployment(look, {...inputs, deploymentId: undefined}, production, 'open')
  const seen: Observation = {...NOTHING_SEEN, ...chosen, production}
  if (chosen.trouble !== undefined) return seen
  if (chosen.deployment.is === 'known' && stageOf(chosen.deployment.value.status) !== 'completed')
    return lookAtOpen(look, seen, chosen.deployment.value)
  const blue = await blueOf(look, production.value)
  if (atTarget(inputs, production.value, blue)) return {...seen, blue}
  const name = deploymentNameOf(inputs, production.value)
  const namesake = (await deploymentsWhere(look, 'blue-green-deployment-name', name)).find(one => one.name === name)
  if (namesake !== undefined && stageOf(namesake.status) !== 'completed' && labelOf(namesake.source) === labelOf(production.value.arn)) {
    return lookAtOpen(look, {...seen, deployment: known(namesake)}, namesake)
  }
  // Nothing is created at the first look, since absence is believed of two; the facts are for the one that decides.
  // A plan of what lies ahead judges the switchover by what is there today.
  const judged = inputs.dryRun ? [...createChecks, ...atSwitchoverChecks] : createChecks
  const facts = recall.before === undefined && !inputs.dryRun ? undefined : factsFor(judged)
  const found = await lookAtTarget(look, inputs, production.value, blue, facts)
  const target = found.target.is === 'known' ? known(withNotes(found.target.value, recall.before)) : found.target
  return {...seen, blue, ...found, target, namesake: namesake === undefined ? absent : known(namesake)}
}

/** A look may miss a note that the one before has read. */
function withNotes(target: Target, before: Observation | undefined): Target {
  const earlier = before === undefined ? undefined : valueOf(before.target)
  const kept = (now: TargetGroup | undefined, then: TargetGroup | undefined): TargetGroup | undefined =>
    now === undefined || now.changedAt !== undefined || now.name !== then?.name ? now : {...now, changedAt: then.changedAt}
  return {...target, group: kept(target.group, earlier?.group), clusterGroup: kept(target.clusterGroup, earlier?.clusterGroup)}
}

/** An open deployment is compared by its record; without one, by its green. */
async function lookAtOpen(look: Readers, seen: Observation, deployment: Deployment): Promise<Observation> {
  const sides = await lookAtBothSides(look, seen, deployment)
  const blue = blueOfDeployment(sides, deployment)
  return {...sides, blue: blue === undefined ? unknown(`not every database of ${deployment.id} could be seen`) : known(blue)}
}

const plan = (inputs: Inputs, situation: Situation): Plan =>
  planOfSource(inputs, situation, {
    open: (production, deployment) => adopt(inputs, situation, production, deployment),
    switching(production, deployment) {
      const memory = valueOf(situation.now.memory)
      const lines = memory?.request === undefined ? [] : differences(memory, optionsAsked(inputs), 'all')
      if (lines.length > 0) return refuseDifferent(production, deployment, lines)
      return {is: 'done', reason: 'deployment_adopted', because: `deployment ${deployment.id} of ${production.name} is being switched over`}
    },
    without: production => planWithout(inputs, situation, production)
  })

/** Rule 4: what matches its record is adopted; what differs is refused with the difference; without a record its green must agree. */
function adopt(inputs: Inputs, situation: Situation, production: Database, deployment: Deployment): Plan {
  const {now} = situation
  const ours = situation.written.some(one => one.call.operation === 'CreateBlueGreenDeployment' && mayHaveHappened(one))
  const done: Plan = ours
    ? {
        is: 'done',
        reason: 'deployment_created',
        because: `deployment ${deployment.id} (${deployment.name}) of ${production.name} was created`
      }
    : {
        is: 'done',
        reason: 'deployment_adopted',
        because: `deployment ${deployment.id} (${deployment.name}) of ${production.name} is there already, as asked for`
      }
  if (now.memory.is === 'unknown') {
    if (ours) return done
    return refuse(
      'blocked',
      'cannot_tell',
      `what deployment ${deployment.id} was made for cannot be read: ${now.memory.because}`,
      'allow rds:ListTagsForResource'
    )
  }
  const memory = valueOf(now.memory) ?? EMPTY_MEMORY
  if (memory.newer !== undefined) return refuseNewer(deployment, memory)
  const options = optionsAsked(inputs)
  const first = memory.blue[0]
  if (first !== undefined && first.name === production.name && first.resourceId !== production.resourceId) {
    if (!statusHolds(situation, deployment))
      return waitFor(`looking once more whether ${production.name} is what deployment ${deployment.id} was made of`, 'confirming')
    return refuse(
      'blocked',
      'production_in_danger',
      `${production.name} is ${production.resourceId} now; deployment ${deployment.id} was made when it was ${first.resourceId}: somebody has renamed or replaced it`,
      'look at both databases in the console; remove the deployment with mode: abort and make a new one'
    )
  }
  if (memory.request !== undefined) {
    const lines = memory.request === digestOf(production.name, options) ? [] : differences(memory, options, 'all')
    return lines.length === 0 ? done : refuseDifferent(production, deployment, lines)
  }
  return adoptUnrecorded(options, situation, production, deployment, memory, done)
}

const refuseDifferent = (production: Database, deployment: Deployment, lines: readonly string[]): Plan =>
  refuse(
    'blocked',
    'deployment_differs',
    `${production.name} already has deployment ${deployment.id} (${deployment.status}), which differs from what is asked for: ${lines.join('; ')}`,
    'ask for what it was made for, or remove it with mode: abort first'
  )

/** Made in the console, by CloudFormation or by a script. */
function adoptUnrecorded(
  options: Options,
  situation: Situation,
  production: Database,
  deployment: Deployment,
  memory: Memory,
  done: Plan
): Plan {
  const {now} = situation
  const green = databaseAt(now, deployment.target)
  // Green gets its version and class while it is built: only a finished one can be compared.
  if (stageOf(deployment.status) !== 'available' || green.is !== 'known') {
    return waitFor(
      `deployment ${deployment.id} was not made by this action: waiting until its green can be compared with what is asked for`,
      'provisioning'
    )
  }
  const lines = differencesOf(compareWith(options, green.value, greenInstanceGroup(now, deployment)))
  if (lines.length > 0) return refuseDifferent(production, deployment, lines)
  if (memory.blue.length > 0) return done
  if (now.blue.is !== 'known') return waitFor(`the databases of ${production.name} could not be read`, 'settling')
  return rememberBlue(production, now.blue.value, deployment)
}

function planWithout(inputs: Inputs, situation: Situation, production: Database): Plan {
  const {now} = situation
  const already = alreadyThere(inputs, production, now.blue)
  if (already !== undefined) return already
  if (production.globalCluster !== undefined) return refuseGlobal(production.globalCluster)
  if (now.blue.is !== 'known') return waitFor(`the databases of ${production.name} could not be read`, 'settling')
  if (now.namesake.is === 'known') return refuseNamesake(situation, production, now.namesake.value)
  const sure = holds(situation, CLAIMS.namesakeAbsent) && (now.deployment.is !== 'absent' || holds(situation, CLAIMS.deploymentAbsent))
  if (now.namesake.is === 'unknown') return waitFor('the deployments could not be read', 'settling')
  if (!sure) return waitFor(`making sure that no deployment of ${production.name} is there`, 'confirming')
  if (now.target.is !== 'known' || now.facts.is !== 'known') return waitFor('the target could not be read', 'settling')
  const call = createStep(inputs, situation, production, now.blue.value, now.target.value)
  const judged = judgeAll(createChecks, 'create', situation, inputs)
  const checks = judged.map(one => one.report)
  if (judged.some(one => one.stops)) {
    const stopped = refuse('blocked', 'checks_not_met', sayStops(judged), remedyOf(judged))
    return {...stopped, checks, would: [call]}
  }
  const waiting = notYetAvailable(now.blue.value, AVAILABLE_ONLY)
  if (waiting?.is === 'refuse') return {...waiting, checks, would: [call]}
  const young = youngGroups([now.target.value.group, now.target.value.clusterGroup], situation)
  // Only the first step is done before the next look; the call is for who reads the plan.
  const first = waiting?.is === 'steps' ? waiting.steps[0] : young
  return {is: 'steps', steps: first === undefined ? [call] : [first, call], checks}
}

function createStep(inputs: Inputs, {run}: Situation, production: Database, blue: readonly Database[], target: Target): Step {
  const name = deploymentNameOf(inputs, production)
  const version = target.engineVersion === undefined ? '' : ` with ${production.engine} ${target.engineVersion}`
  return {
    do: 'write',
    intent: `create deployment ${name} of ${production.name}${version}`,
    call: {operation: 'CreateBlueGreenDeployment', input: createRequest(inputs, production, blue, target, run.url)},
    shows: seen => seen.deployment.is === 'known' && stageOf(seen.deployment.value.status) !== 'completed',
    refused: {reason: 'create_refused', remedy: 'mend what RDS names, then run create again'}
  }
}

function refuseNamesake(situation: Situation, production: Database, namesake: Deployment): Plan {
  if (stageOf(namesake.status) === 'deleting')
    return waitFor(`deployment ${namesake.id}, which bears the same name, is being deleted`, 'provisioning')
  if (
    labelOf(namesake.source) === labelOf(production.arn) ||
    (namesake.target !== undefined && labelOf(namesake.target) === labelOf(production.arn))
  ) {
    if (!holds(situation, CLAIMS.namesake(namesake.status), PROOF))
      return waitFor(`deployment ${namesake.id} is ${namesake.status}: waiting until ${production.name} is what it made`, 'settling')
    return refuse(
      'failed',
      'not_proven',
      `deployment ${namesake.id} (${namesake.name}) of ${production.name} is ${namesake.status}, but ${production.name} runs ${production.engine} ${production.engineVersion} and is not what was asked for`,
      'look at it with mode: status; remove it with mode: cleanup, or give another deployment-name, to upgrade again'
    )
  }
  const ours = situation.written.length > 0
  return refuse(
    'blocked',
    'deployment_differs',
    `the name ${namesake.name} belongs to deployment ${namesake.id} of another source, ${nameIn(namesake.source)}${ours ? ', made meanwhile' : ''}`,
    'give another deployment-name'
  )
}

const tagsOf = (tags: ReturnType<typeof blueMemory>): ReadonlyMap<string, string> =>
  new Map(tags.map(tag => [tag.Key ?? '', tag.Value ?? '']))

/** What a deployment looks like that this phase has made: it exists, remembers, and is being built. */
function after(inputs: Inputs, observed: Observation): Observation {
  const production = valueOf(observed.production)
  if (production === undefined || atTarget(inputs, production, observed.blue)) return observed
  const existing = valueOf(observed.deployment)
  if (existing !== undefined && stageOf(existing.status) === 'switching') return observed
  const request = createRequest(inputs, production, valueOf(observed.blue) ?? [production], valueOf(observed.target) ?? NO_TARGET, '')
  const tags = tagsOf(request.Tags ?? [])
  const open = existing !== undefined && ['provisioning', 'available'].includes(stageOf(existing.status)) ? existing : undefined
  const deployment: Deployment = open ?? {
    id: NEW_ID,
    name: deploymentNameOf(inputs, production),
    status: 'PROVISIONING',
    statusDetails: undefined,
    source: production.arn,
    target: undefined,
    members: [],
    tasks: [],
    createTime: undefined,
    tags: known(tags)
  }
  const isRecorded = valueOf(observed.memory)?.request !== undefined
  // Of one made by others nobody has written down what it was made for.
  const added = open === undefined ? tags : tagsOf(blueMemory(production, valueOf(observed.blue) ?? [production]))
  const recorded = isRecorded ? observed.memory : known(readMemory(added))
  return {...observed, trouble: undefined, deployment: known(deployment), memory: recorded, namesake: notLooked, greenOf: absent}
}

const NO_TARGET: Target = {
  engineVersion: undefined,
  group: undefined,
  clusterGroup: undefined,
  blueFamily: undefined,
  family: undefined,
  reachable: [],
  hops: [],
  trouble: undefined
}

export const create: Phase = {name: 'create', observe, plan, after}
