/** SwitchoverBlueGreenDeployment: what is refused at once, and the acts that follow an accepted call (facts 2.3, 4.1, 4.2, B20 to B27). */
import type {SwitchoverBlueGreenDeploymentRequest, SwitchoverBlueGreenDeploymentResponse} from '@aws-sdk/client-rds'
import {duration} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, Deployment} from './account.ts'
import type {Act} from './acts.ts'
import {plan} from './acts.ts'
import {deploymentEvent, resourceEvent} from './events.ts'
import {deploymentNotFound, deploymentState} from './refusals.ts'
import {rename as renameMember} from './renaming.ts'
import {activeDeploymentsOf, deploymentOf, enforce, findById, nameOf, put, showDeployment, showStatus, statusOf} from './resources.ts'
import {stopOf} from './rules-of-switchover.ts'
import {showDeployed} from './show-deployment.ts'

const idOf = (one: Deployment): string => one.shown.BlueGreenDeploymentIdentifier

export function switchover(
  account: Account,
  input: SwitchoverBlueGreenDeploymentRequest,
  now: number,
  dice: Dice
): {account: Account; output: SwitchoverBlueGreenDeploymentResponse} | Refusal {
  const found = deploymentOf(account, input.BlueGreenDeploymentIdentifier ?? '')
  if (found === undefined) return deploymentNotFound(input.BlueGreenDeploymentIdentifier ?? '')
  const id = idOf(found)
  const {Status: status} = found.shown
  const moved = found.shown.SwitchoverDetails.some(one => one.Status === 'SWITCHOVER_COMPLETED')
  const again = status === 'SWITCHOVER_FAILED' && !moved && account.unknowns.switchoverAfterFailure === 'accepted'
  if (status !== 'AVAILABLE' && !again)
    return deploymentState(`Blue green deployment ${id} can't be switched over while its lifecycle is ${status}.`) // 2.3
  const stopped = stopOf(account, found, 'call')
  if (stopped !== undefined) return deploymentState(stopped.says)

  const timeout = input.SwitchoverTimeout ?? 300
  const details = found.shown.SwitchoverDetails.map(one => (one.Status === 'SWITCHOVER_FAILED' ? {...one, Status: 'AVAILABLE'} : one))
  const deployment: Deployment = {
    ...found,
    switchoverTimeout: timeout,
    shown: {...found.shown, Status: 'SWITCHOVER_IN_PROGRESS', SwitchoverDetails: details}
  }
  const going = {...account, deployments: account.deployments.map(one => (one === found ? deployment : one))}
  return {
    account: plan(going, now, id, switchActs(account, deployment, dice)),
    output: {BlueGreenDeployment: showDeployed(account, deployment)}
  }
}

function switchActs(account: Account, deployment: Deployment, dice: Dice): (readonly [number, Act])[] {
  const id = idOf(deployment)
  const guarded = duration(account.paper.guardrails, dice.fork('guardrails'))
  const ofItself = dice.fork('cancel').chance(account.paper.cancelChance) ? 'an internal error' : undefined
  const began = guarded + Math.round(dice.fork('began').between(500, 9_000))
  const slow = deployment.pairs.some(pair => findById(account, pair.kind, pair.blue)?.hidden.troubles.includes('endless-catch-up'))
  const lasts = duration(account.paper.switchover, dice.fork('lasts'))
  const limit = deployment.switchoverTimeout * 1000
  const steps: (readonly [number, Act])[] = [
    [guarded, {is: 'guardrails', deployment: id, cancel: ofItself}],
    [began, {is: 'switching', deployment: id}]
  ]
  if (slow || began + lasts > limit)
    // 4.2: the timeout rolls everything back.
    return [...steps, [limit, {is: 'roll-back', deployment: id, reason: 'the switchover timeout being exceeded', row: 'G-32'}]]
  const renamed = deployment.pairs.map((_pair, index): readonly [number, Act] => [
    began + Math.round(lasts * (0.7 + (0.25 * (index + 1)) / deployment.pairs.length)),
    {is: 'rename', deployment: id, pair: index}
  ])
  const completed: readonly [number, Act] = [
    account.unknowns.completedFirst === 'deployment' ? began + Math.round(lasts * 0.69) : began + lasts,
    {is: 'deployment-completed', deployment: id}
  ]
  return [...steps, ...renamed, completed, [began + lasts + 500, {is: 'switched', deployment: id}]]
}

const sideOf = (account: Account, deployment: Deployment) =>
  deployment.pairs.map((pair, index) => ({
    pair,
    index,
    blue: findById(account, pair.kind, pair.blue),
    green: findById(account, pair.kind, pair.green)
  }))

/** The guardrail that stops this switchover (facts 4.1), as the reason of the event. */
export function guardrails(account: Account, act: Extract<Act, {is: 'guardrails'}>, now: number): Account {
  const deployment = deploymentOf(account, act.deployment)
  if (deployment === undefined) return account
  if (act.cancel !== undefined) return rollBack(account, act.deployment, act.cancel, now)
  const stopped = stopOf(account, deployment, 'guardrail')
  return stopped === undefined ? account : rollBack(account, act.deployment, stopped.says, now, stopped.row)
}

const words = (account: Account, pair: {kind: string; blue: string; green: string}, blueName: string, greenName: string): string => {
  if (pair.kind === 'cluster') return `DB cluster ${blueName} to ${greenName}`
  const replica = findById(account, 'instance', pair.blue)
  const isReplica = replica?.kind === 'instance' && replica.shown.ReadReplicaSourceDBInstanceIdentifier !== undefined
  return `${isReplica ? 'read replica' : 'primary'} ${blueName} to ${greenName}`
}

/** Members switch; the databases refuse connections and changes from here on. */
export function switching(account: Account, id: string, now: number): Account {
  const deployment = deploymentOf(account, id)
  if (deployment === undefined) return account
  const status = account.unknowns.statusWhileSwitching
  const members = sideOf(account, deployment).filter(one => one.blue !== undefined && one.green !== undefined)
  const details = deployment.shown.SwitchoverDetails.map((one, index) =>
    members.some(member => member.index === index) ? {...one, Status: 'SWITCHOVER_IN_PROGRESS'} : one
  )
  const name = (arn: string | undefined): string => arn?.split(':').at(-1) ?? ''
  const begun = deploymentEvent(
    showDeployment(account, id, {SwitchoverDetails: details}),
    now,
    deployment,
    'notification',
    `Switchover from ${name(deployment.shown.Source)} to ${name(deployment.shown.Target)} started.`
  )
  return members.reduce((made, {pair, blue, green}) => {
    if (blue === undefined || green === undefined || pair.kind === 'endpoint') return made
    const shown = put(put(made, showStatus(blue, status)), showStatus(green, status))
    if (pair.kind === 'instance' && deployment.engine.startsWith('aurora')) return shown
    const message = `Switchover from ${words(account, pair, nameOf(blue), nameOf(green))} started.`
    // They appear on the databases of both sides too (FIELD: jdbc-wrapper 1920).
    return resourceEvent(
      resourceEvent(deploymentEvent(shown, now, deployment, 'notification', message), now, blue, 'notification', message),
      now,
      green,
      'notification',
      message
    )
  }, begun)
}

export function renamePair(account: Account, id: string, index: number, now: number): Account {
  const deployment = deploymentOf(account, id)
  const pair = deployment?.pairs[index]
  if (deployment === undefined || pair === undefined) return account
  const [blue, green] = [findById(account, pair.kind, pair.blue), findById(account, pair.kind, pair.green)]
  // G-22: a blue whose green is gone is not switched and not renamed.
  if (blue === undefined || green === undefined) return account
  const fails =
    index > 0 &&
    deployment.pairs.some(other => findById(account, other.kind, other.blue)?.hidden.troubles.includes('second-member')) &&
    index === deployment.pairs.findIndex((_other, at) => at > 0)
  const detail = (change: {Status: string; SourceMember?: string; TargetMember?: string}, made: Account): Account => {
    const now = deploymentOf(made, id)
    return now === undefined
      ? made
      : showDeployment(made, id, {
          SwitchoverDetails: now.shown.SwitchoverDetails.map((one, at) => (at === index ? {...one, ...change} : one))
        })
  }
  if (fails) return detail({Status: 'SWITCHOVER_FAILED'}, account)
  const text = words(account, pair, nameOf(blue), nameOf(green))
  const {account: renamed, oldName, sourceArn, targetArn} = renameMember(account, deployment, blue, green, now)
  const isSource = deployment.shown.SwitchoverDetails[index]?.SourceMember === deployment.shown.Source
  const rewritten = detail({Status: 'SWITCHOVER_COMPLETED', SourceMember: sourceArn, TargetMember: targetArn}, renamed)
  const shown = isSource ? showDeployment(rewritten, id, {Source: sourceArn, Target: targetArn}) : rewritten
  if (pair.kind === 'endpoint' || (pair.kind === 'instance' && deployment.engine.startsWith('aurora'))) return shown
  const message = `Switchover from ${text} completed. Renamed ${nameOf(blue)} to ${oldName} and ${nameOf(green)} to ${nameOf(blue)}.`
  const told = deploymentEvent(shown, now, deployment, 'notification', message)
  const after = findById(told, pair.kind, pair.green)
  return after === undefined ? told : resourceEvent(told, now, after, 'notification', message)
}

export function deploymentCompleted(account: Account, id: string, now: number): Account {
  const deployment = deploymentOf(account, id)
  if (deployment === undefined) return account
  const hasFailed = deployment.shown.SwitchoverDetails.some(one => one.Status === 'SWITCHOVER_FAILED')
  const Status = hasFailed ? account.unknowns.statusAfterMemberFailed : 'SWITCHOVER_COMPLETED'
  const shown = showDeployment(account, id, {Status})
  return Status === 'SWITCHOVER_COMPLETED'
    ? deploymentEvent(shown, now, deployment, 'notification', 'Switchover completed on blue/green deployment.')
    : deploymentEvent(shown, now, deployment, 'failure', 'Switchover failed on blue/green deployment.')
}

/** After the last rename: databases are available again, and MySQL's family tells its binlog coordinates (facts 5.3). */
export function switched(account: Account, id: string, now: number, dice: Dice): Account {
  const deployment = deploymentOf(account, id)
  if (deployment === undefined) return account
  const settled = settle(account, deployment)
  if (deployment.engine.includes('postgres')) return settled
  const writer = deployment.pairs
    .map(pair => ({pair, green: findById(settled, pair.kind, pair.green)}))
    .find(({green}) => green?.kind === 'instance' && green.hidden.writable)
  if (writer?.green === undefined) return settled
  const text = `Binary log coordinates in green environment after switchover: file mysql-bin-changelog.${String(dice.whole(1, 999)).padStart(6, '0')} and position ${dice.whole(100, 90_000_000)}`
  return resourceEvent(settled, now, writer.green, 'notification', text, writer.pair.greenName)
}

function settle(account: Account, deployment: Deployment): Account {
  return deployment.pairs.reduce((made, pair) => {
    return [pair.blue, pair.green].reduce((settled, id) => {
      const one = findById(settled, pair.kind, id)
      return one === undefined || one.kind === 'endpoint' || statusOf(one) !== account.unknowns.statusWhileSwitching
        ? settled
        : put(settled, showStatus(one, 'available'))
    }, made)
  }, account)
}

/** The acts of a switchover end; what green was doing by itself (storage initialization) goes on. */
const stop = (account: Account, id: string): Account => ({
  ...account,
  timers: account.timers.filter(timer => timer.about !== id || ['status', 'storage'].includes(timer.act.is))
})

/** "Any changes are rolled back, and no changes are made to either environment" (facts 4.2); which status follows is unknown. */
export function rollBack(account: Account, id: string, reason: string, now: number, row?: string): Account {
  const deployment = deploymentOf(account, id)
  if (deployment === undefined) return account
  const failed = account.unknowns.statusAfterCancel === 'SWITCHOVER_FAILED'
  const details = deployment.shown.SwitchoverDetails.map(one =>
    one.Status === 'SWITCHOVER_IN_PROGRESS' || one.Status === 'AVAILABLE'
      ? {...one, Status: failed ? 'SWITCHOVER_FAILED' : 'AVAILABLE'}
      : one
  )
  const back = settle(
    showDeployment(enforce(stop(account, id), id, row, 'switchover', now), id, {
      Status: account.unknowns.statusAfterCancel,
      SwitchoverDetails: details,
      ...(failed && account.unknowns.statusDetails === 'present' ? {StatusDetails: `Switchover was canceled due to ${reason}.`} : {})
    }),
    deployment
  )
  const told = deployment.pairs.reduce((made, pair) => {
    const [blue, green] = [findById(made, pair.kind, pair.blue), findById(made, pair.kind, pair.green)]
    const aurora = deployment.engine.startsWith('aurora')
    if (blue === undefined || green === undefined || pair.kind === 'endpoint' || (aurora && pair.kind === 'instance')) return made
    return deploymentEvent(
      made,
      now,
      deployment,
      'failure',
      `Switchover from ${words(account, pair, nameOf(blue), nameOf(green))} was canceled due to ${reason}.`
    )
  }, back)
  return deploymentEvent(told, now, deployment, 'failure', 'Switchover canceled on blue/green deployment.')
}

/** G-25: a database that is being switched over cannot be changed. */
export const isSwitching = (account: Account, resourceId: string): boolean =>
  activeDeploymentsOf(account, resourceId).some(one => one.shown.Status === 'SWITCHOVER_IN_PROGRESS')
