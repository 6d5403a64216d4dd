/** How green comes about: the order of tasks, statuses and events, as a list of timed acts (facts 1.1 to 1.4), and what each act does. */
import type {Paper} from '../bodies/paper.ts'
import {duration} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import type {Account, Deployment} from './account.ts'
import {arnOf} from './account.ts'
import type {Act} from './acts.ts'
import {cancel} from './acts.ts'
import {ask} from './asked.ts'
import {defaultOptionGroupOf} from './catalogue.ts'
import {deploymentEvent, resourceEvent} from './events.ts'
import {greenTwin} from './green.ts'
import {
  deploymentOf,
  enforce,
  findById,
  instanceOf,
  kindOfArn,
  put,
  putDeployment,
  remove,
  showDeployment,
  showInstance,
  showStatus
} from './resources.ts'
import {lateRules} from './rules-late.ts'
import type {Source} from './source.ts'
import {isBurstable} from './source.ts'

const replica = 'CREATING_READ_REPLICA_OF_SOURCE'
const upgrade = 'DB_ENGINE_VERSION_UPGRADE'
const backups = 'CONFIGURE_BACKUPS'
const topology = 'CREATING_TOPOLOGY_OF_SOURCE'
const clusterInstances = 'CREATE_DB_INSTANCES_FOR_CLUSTER'
const customEndpoints = 'CREATE_CUSTOM_ENDPOINTS'
/** No such name was seen: it stands for the open set (facts 1.3). */
const unheardOf = 'STORAGE_CONFIGURATION_UPGRADE'

export function taskNames(account: Account, source: Source, targetVersion: string): string[] {
  const names = [replica]
  if (targetVersion !== source.version) names.push(upgrade)
  if (account.unknowns.tasks === 'one_more') names.push(unheardOf)
  if (source.kind === 'cluster') {
    names.push(clusterInstances)
    if (source.members.some(one => one.kind === 'endpoint')) names.push(customEndpoints)
    return names
  }
  names.push(backups)
  if (source.members.length > 1) names.push(topology)
  return names
}

const rangeOf = (paper: Paper, task: string) =>
  ({
    [replica]: paper.createReplica,
    [upgrade]: paper.upgrade,
    [backups]: paper.backups,
    [topology]: paper.topology,
    [clusterInstances]: paper.clusterInstances,
    [customEndpoints]: paper.customEndpoints
  })[task] ?? paper.modify

interface Failure {
  readonly row: string | undefined
  readonly task: string
  readonly reason: string
  readonly log: string | undefined
}

/** Why this build will fail, though the call was accepted (facts 2.1 "Asynchronous failures"). */
function failureOf(account: Account, deployment: Deployment, source: Source, dice: Dice): Failure | undefined {
  const asked = ask(account, deployment.request, source, deployment.shown.CreateTime.getTime())
  for (const rule of lateRules) {
    const reason = rule.fails(asked)
    if (reason === undefined) continue
    const log = rule.task === 'upgrade' ? logOf(source.engine) : undefined
    return {row: rule.row, task: rule.task === 'upgrade' ? upgrade : replica, reason, log}
  }
  if (dice.chance(account.paper.failureChance)) return {row: undefined, task: replica, reason: 'of an internal error', log: undefined}
  return undefined
}

/** Where the prechecks of a major upgrade write (facts 9.5). */
const logOf = (engine: string): string =>
  engine.includes('aurora-mysql')
    ? 'upgrade-prechecks.log'
    : engine.includes('postgres')
      ? 'pg_upgrade_precheck.log'
      : 'PrePatchCompatibility.log'

type Steps = (readonly [number, Act])[]

/** Acts with their time from the create call, in milliseconds of the model. */
export function buildActs(account: Account, deployment: Deployment, source: Source, dice: Dice, appears: number): Steps {
  const id = deployment.shown.BlueGreenDeploymentIdentifier
  const failure = failureOf(account, deployment, source, dice.fork('failure'))
  const steps: Steps = []
  const pairs = deployment.pairs.map((pair, index) => ({...pair, index}))
  const main = pairs.find(
    pair =>
      pair.blue === (source.resource.kind === 'instance' ? source.resource.shown.DbiResourceId : source.resource.shown.DbClusterResourceId)
  )
  const others = pairs.filter(pair => pair !== main)
  if (main === undefined) return steps
  const status = (at: number, pair: {kind: 'instance' | 'cluster' | 'endpoint'; green: string}, name: string): void => {
    steps.push([at, {is: 'status', kind: pair.kind, resource: pair.green, status: name}])
  }
  let time = appears
  for (const [index, task] of (deployment.shown.Tasks ?? []).entries()) {
    const name = task.Name ?? ''
    const start = time
    const fails = failure?.task === name
    const lasts = duration(fails ? account.paper.failure : rangeOf(account.paper, name), dice.fork(`task ${name}`))
    const at = (share: number): number => start + Math.round(lasts * share)
    steps.push([start, {is: 'task', deployment: id, name, status: 'IN_PROGRESS'}])
    if (index === 0) steps.push([start, {is: 'green-appears', deployment: id, pair: main.index}])
    if (fails) {
      if (name === upgrade) status(at(0.1), main, 'upgrading')
      steps.push([at(1), {is: 'build-fails', deployment: id, task: name, reason: failure.reason, log: failure.log, row: failure.row}])
      return steps
    }
    if (name === replica) {
      status(at(0.7), main, main.kind === 'instance' ? 'backing-up' : 'creating')
      status(at(0.8), main, main.kind === 'instance' ? 'modifying' : 'creating')
      status(at(0.98), main, 'available')
    } else if (name === upgrade) {
      status(at(0.05), main, 'upgrading')
      steps.push([at(0.8), {is: 'upgraded', deployment: id, pair: main.index}])
      if (main.kind === 'instance') status(at(0.9), main, 'rebooting')
      status(at(0.98), main, 'available')
    } else if (name === backups) {
      status(at(0.1), main, 'modifying')
      status(at(0.5), main, 'backing-up')
      status(at(0.95), main, 'available')
    } else if (name === topology || name === clusterInstances) {
      for (const pair of others.filter(other => other.kind === 'instance')) {
        steps.push([at(0.1), {is: 'green-appears', deployment: id, pair: pair.index}])
        status(at(0.6 + 0.05 * dice.fork(`backing ${pair.green}`).roll()), pair, 'backing-up')
        status(at(0.8 + 0.15 * dice.fork(`ready ${pair.green}`).roll()), pair, 'available')
      }
    } else if (name === customEndpoints) {
      for (const pair of others.filter(other => other.kind === 'endpoint')) {
        steps.push([at(0.1), {is: 'green-appears', deployment: id, pair: pair.index}])
        status(at(0.8), pair, 'available')
      }
    }
    steps.push([at(1), {is: 'task', deployment: id, name, status: 'COMPLETED'}])
    time = at(1)
  }
  const settles = account.unknowns.availableFirst === 'deployment' ? 0 : 1000
  if (account.unknowns.availableFirst === 'deployment' && main.kind === 'instance') {
    status(time, main, 'modifying')
    status(time + 3 * 60_000, main, 'available')
  }
  steps.push([time + settles, {is: 'deployment-available', deployment: id}])
  initialize(account, deployment, source, dice, time + settles, steps)
  return steps
}

/** Storage initialization of green instances: they work, and cannot be switched over (1.4, S-08: not t classes). */
function initialize(account: Account, deployment: Deployment, source: Source, dice: Dice, from: number, steps: Steps): void {
  if (source.kind === 'cluster' || isBurstable(deployment.request.TargetDBInstanceClass ?? source.writer?.shown.DBInstanceClass ?? ''))
    return
  for (const pair of deployment.pairs) {
    const own = dice.fork(`storage ${pair.green}`)
    if (!own.chance(account.paper.storageInitializationChance)) continue
    const lasts = duration(account.paper.storageInitialization, own)
    // It may begin a while after the deployment said AVAILABLE (FIELD: terraform 36241, 41705).
    const begins = from + (own.chance(0.5) ? 0 : 40_000)
    for (let percent = 0; percent <= 100; percent += 10)
      steps.push([
        begins + Math.round((lasts * percent) / 100),
        {is: 'storage', resource: pair.green, percent: percent === 100 ? undefined : percent}
      ])
  }
}

export function greenAppears(account: Account, deployment: Deployment, index: number, now: number, dice: Dice): Account {
  const pair = deployment.pairs[index]
  const blue = pair === undefined ? undefined : findById(account, pair.kind, pair.blue)
  if (pair === undefined || blue === undefined) return account
  const arn = arnOf(account, kindOfArn[pair.kind], pair.greenName)
  const isSource = deployment.shown.SwitchoverDetails[index]?.SourceMember === deployment.shown.Source
  const details = deployment.shown.SwitchoverDetails.map((one, at) =>
    at === index ? {...one, TargetMember: arn, Status: 'PROVISIONING'} : one
  )
  const named = putDeployment(account, {
    ...deployment,
    shown: {...deployment.shown, SwitchoverDetails: details, ...(isSource ? {Target: arn} : {})}
  })
  return greenTwin(named, deployment, pair, blue, now, dice)
}

export function upgraded(account: Account, deployment: Deployment, index: number, now: number): Account {
  const pair = deployment.pairs[index]
  const green = pair === undefined ? undefined : findById(account, pair.kind, pair.green)
  if (green === undefined || green.kind === 'endpoint') return account
  const shown = {EngineVersion: deployment.targetVersion}
  if (green.kind === 'cluster')
    return resourceEvent(
      put(account, {...green, shown: {...green.shown, ...shown}}),
      now,
      green,
      'notification',
      'Database cluster engine version has been upgraded'
    )
  const groups = green.shown.DBParameterGroups.map(group => ({...group, ParameterApplyStatus: 'in-sync'}))
  // M-05: a custom option group does not come this far.
  const options = (green.shown.OptionGroupMemberships ?? []).map(one =>
    one.OptionGroupName?.startsWith('default:') === true
      ? {...one, OptionGroupName: defaultOptionGroupOf(deployment.engine, deployment.targetVersion)}
      : one
  )
  return resourceEvent(
    put(account, showInstance(green, {...shown, DBParameterGroups: groups, OptionGroupMemberships: options})),
    now,
    green,
    'notification',
    'DB instance engine version upgraded'
  )
}

export function storage(account: Account, resource: string, percent: number | undefined, now: number): Account {
  const one = instanceOf(account, resource)
  if (one === undefined || !['available', 'storage-initialization'].includes(one.shown.DBInstanceStatus)) return account
  const {StorageOperationStatus: _status, StorageOperationPercentProgress: _percent, ...shown} = one.shown
  if (percent === undefined)
    return resourceEvent(
      put(account, {...one, shown: {...shown, DBInstanceStatus: 'available'}}),
      now,
      one,
      'notification',
      'Your storage volumes have been initialized.'
    )
  const going = put(account, {
    ...one,
    shown: {
      ...shown,
      DBInstanceStatus: 'storage-initialization',
      StorageOperationStatus: 'Initializing',
      StorageOperationPercentProgress: percent
    }
  })
  return percent === 0 ? resourceEvent(going, now, one, 'notification', 'Your storage volumes are being initialized.') : going
}

export function deploymentAvailable(account: Account, deployment: Deployment, now: number): Account {
  const details = deployment.shown.SwitchoverDetails.map(one => (one.Status?.startsWith('MISSING') ? one : {...one, Status: 'AVAILABLE'}))
  const shown = showDeployment(account, deployment.shown.BlueGreenDeploymentIdentifier, {Status: 'AVAILABLE', SwitchoverDetails: details})
  return deploymentEvent(
    shown,
    now,
    deployment,
    'creation',
    'Blue/green deployment tasks completed. You can make more modifications to the green environment databases or switch over the deployment.'
  )
}

/** A build that was accepted and fails (facts 2.1): task, status, details, event 0245, a log on green where there is a green. */
export function buildFails(account: Account, act: Extract<Act, {is: 'build-fails'}>, now: number): Account {
  const deployment = deploymentOf(account, act.deployment)
  if (deployment === undefined) return account
  const message = `Creation of blue/green deployment failed because ${act.reason}.`
  const tasks = (deployment.shown.Tasks ?? []).map(task => (task.Name === act.task ? {...task, Status: 'FAILED'} : task))
  const failed = showDeployment(enforce(cancel(account, act.deployment), act.deployment, act.row, 'create_async', now), act.deployment, {
    Status: 'INVALID_CONFIGURATION',
    Tasks: tasks,
    ...(account.unknowns.statusDetails === 'present' ? {StatusDetails: message} : {})
  })
  const told = deploymentEvent(failed, now, deployment, 'failure', message)
  return deployment.pairs.reduce((made, pair) => {
    const green = findById(made, pair.kind, pair.green)
    if (green === undefined) return made
    if (account.unknowns.brokenGreen === 'absent' && act.log === undefined) return remove(made, pair.kind, pair.green)
    const status =
      green.kind === 'instance' && act.log === undefined && account.unknowns.brokenGreen !== 'absent'
        ? account.unknowns.brokenGreen
        : 'available'
    const text = `${act.reason}\n1) an incompatibility of the lab`
    const logs = act.log === undefined ? green.hidden.logs : [...green.hidden.logs, {name: act.log, written: now, text}]
    return put(made, showStatus({...green, hidden: {...green.hidden, logs}}, status))
  }, told)
}
