/** Time passes: every timer that is due does its act, in the order of (due, id), each at its own instant. */
import type {Dice} from '../dice.ts'
import type {Account, Timer} from './account.ts'
import type {Act} from './acts.ts'
import {applied} from './apply-status.ts'
import {deploymentGone} from './delete-deployment.ts'
import {gone, snapshotMade} from './deletion.ts'
import {modified} from './modify.ts'
import {buildFails, deploymentAvailable, greenAppears, storage, upgraded} from './provisioning.ts'
import {rebooted} from './reboot.ts'
import {deploymentOf, findById, instanceOf, put, showDeployment, showStatus, statusOf} from './resources.ts'
import {deploymentCompleted, guardrails, renamePair, rollBack, switched, switching} from './switchover.ts'

function perform(account: Account, act: Act, now: number, dice: Dice): Account {
  switch (act.is) {
    case 'green-appears': {
      const deployment = deploymentOf(account, act.deployment)
      return deployment === undefined ? account : greenAppears(account, deployment, act.pair, now, dice)
    }
    case 'task': {
      const deployment = deploymentOf(account, act.deployment)
      const tasks = (deployment?.shown.Tasks ?? []).map(task => (task.Name === act.name ? {...task, Status: act.status} : task))
      return showDeployment(account, act.deployment, {Tasks: tasks})
    }
    case 'status': {
      const one = findById(account, act.kind, act.resource)
      return one === undefined || statusOf(one) === 'deleting' ? account : put(account, showStatus(one, act.status))
    }
    case 'storage':
      return storage(account, act.resource, act.percent, now)
    case 'upgraded': {
      const deployment = deploymentOf(account, act.deployment)
      return deployment === undefined ? account : upgraded(account, deployment, act.pair, now)
    }
    case 'deployment-available': {
      const deployment = deploymentOf(account, act.deployment)
      return deployment === undefined ? account : deploymentAvailable(account, deployment, now)
    }
    case 'build-fails':
      return buildFails(account, act, now)
    case 'guardrails':
      return guardrails(account, act, now)
    case 'switching':
      return switching(account, act.deployment, now)
    case 'rename':
      return renamePair(account, act.deployment, act.pair, now)
    case 'deployment-completed':
      return deploymentCompleted(account, act.deployment, now)
    case 'switched':
      return switched(account, act.deployment, now, dice)
    case 'roll-back':
      return rollBack(account, act.deployment, act.reason, now, act.row)
    case 'modified':
      return modified(account, act, now)
    case 'rebooted':
      return rebooted(account, act.resource, now)
    case 'applied': {
      const one = instanceOf(account, act.resource)
      return one === undefined ? account : applied(account, one, act.kind)
    }
    case 'gone':
      return gone(account, act.kind, act.resource)
    case 'deployment-gone':
      return deploymentGone(account, act.deployment, now)
    case 'snapshot-made':
      return snapshotMade(account, act)
  }
}

function next(account: Account): Timer | undefined {
  let least: Timer | undefined
  for (const timer of account.timers)
    if (least === undefined || timer.due < least.due || (timer.due === least.due && timer.id < least.id)) least = timer
  return least
}

/** `seen` is told every value the account takes on the way, with the time it took it. */
export function advance(account: Account, now: number, dice: Dice, seen?: (before: Account, after: Account, at: number) => void): Account {
  let current = account
  for (;;) {
    const timer = next(current)
    if (timer === undefined || timer.due > now) return current
    const without = {...current, timers: current.timers.filter(other => other !== timer)}
    const after = perform(without, timer.act, timer.due, dice.fork(`timer ${timer.id}`))
    seen?.(current, after, timer.due)
    current = after
  }
}
