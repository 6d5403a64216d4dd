/** DeleteBlueGreenDeployment (facts 6.1). */
import type {DeleteBlueGreenDeploymentRequest, DeleteBlueGreenDeploymentResponse} from '@aws-sdk/client-rds'
import {duration} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, Deployment, Resource} from './account.ts'
import type {Act} from './acts.ts'
import {cancel, plan} from './acts.ts'
import {deploymentEvent} from './events.ts'
import {deploymentNotFound, deploymentState, refusal} from './refusals.ts'
import {
  clusterOf,
  deploymentOf,
  findById,
  instanceOf,
  nameOf,
  promote,
  put,
  resourceIdOf,
  showDeployment,
  showStatus,
  statusOf
} from './resources.ts'
import {showDeployed} from './show-deployment.ts'

type Answer = {account: Account; output: DeleteBlueGreenDeploymentResponse}

export function deleteDeployment(account: Account, input: DeleteBlueGreenDeploymentRequest, now: number, dice: Dice): Answer | Refusal {
  const found = deploymentOf(account, input.BlueGreenDeploymentIdentifier ?? '')
  if (found === undefined) return deploymentNotFound(input.BlueGreenDeploymentIdentifier ?? '')
  const id = found.shown.BlueGreenDeploymentIdentifier
  const {Status: status} = found.shown
  const {unknowns} = account
  if (status === 'DELETING')
    return unknowns.deleteWhileDeleting === 'accepted'
      ? {account, output: {BlueGreenDeployment: showDeployed(account, found)}}
      : deploymentState(`Blue green deployment ${id} is already being deleted.`)
  if (status === 'SWITCHOVER_IN_PROGRESS')
    return deploymentState(`Blue green deployment ${id} can't be deleted while its lifecycle is ${status}.`)
  if (status === 'PROVISIONING' && unknowns.deleteWhileProvisioning === 'refused')
    return deploymentState(`Blue green deployment ${id} can't be deleted while its lifecycle is ${status}.`)
  const over = status === 'SWITCHOVER_COMPLETED'
  const forbidden = input.DeleteTarget === true || (input.DeleteTarget === false && unknowns.deleteTargetFalseAfterSwitchover === 'refused')
  if (over && forbidden)
    // Text: FIELD aurora-bg-toolkit.
    return deploymentState(`Deleting target is not allowed while blue green deployment lifecycle is ${status}.`)
  // Where members have moved their targets are production. That RDS refuses then as after the whole switchover is inferred (facts 6.1).
  const moved = found.shown.SwitchoverDetails.some(detail => detail.Status === 'SWITCHOVER_COMPLETED')
  if (!over && moved && input.DeleteTarget === true)
    return deploymentState(`Deleting target is not allowed while blue green deployment lifecycle is ${status}.`)
  const greens = over ? [] : found.pairs.flatMap(pair => findById(account, pair.kind, pair.green) ?? [])
  const deletesTarget = !over && input.DeleteTarget === true
  const guarded = deletesTarget ? greens.find(one => one.kind !== 'endpoint' && one.shown.DeletionProtection === true) : undefined
  if (guarded !== undefined)
    // G-42
    return refusal(
      unknowns.protectedGreen,
      `Cannot delete protected DB ${guarded.kind} ${nameOf(guarded)}; disable deletion protection first.`
    )

  // What a switchover has still to do after it said COMPLETED goes on.
  const shown = showDeployment(over ? account : cancel(account, id), id, {Status: 'DELETING', DeleteTime: new Date(now)})
  const ready = deletesTarget ? markDeleting(shown, greens) : shown
  const deletedAfter = deletesTarget
    ? greens.map(one => duration(account.paper.deleteDatabase, dice.fork(`delete ${resourceIdOf(one)}`)))
    : []
  const last = Math.max(0, ...deletedAfter)
  const underWay = account.timers.filter(timer => over && timer.about === id).map(timer => (timer.due - now) / account.pace)
  const goneAfter =
    Math.max(0, ...underWay) +
    duration(account.paper.deleteDeployment, dice.fork('deployment')) +
    (unknowns.goneFirst === 'green' ? last : 0)
  const gone = greens.flatMap((one, index): (readonly [number, Act])[] =>
    deletesTarget
      ? [[one.kind === 'cluster' ? last + 1000 : (deletedAfter[index] ?? 0), {is: 'gone', kind: one.kind, resource: resourceIdOf(one)}]]
      : []
  )
  const planned = plan(plan(ready, now, id, [[goneAfter, {is: 'deployment-gone', deployment: id}]]), now, `${id} green`, gone)
  const kept = deletesTarget || over ? planned : keepGreen(finish(planned, greens, now, id), found, greens)
  const after = deploymentOf(kept, id) ?? found
  return {account: kept, output: {BlueGreenDeployment: showDeployed(kept, after)}}
}

const markDeleting = (account: Account, greens: readonly Resource[]): Account =>
  greens.reduce((made, one) => put(made, showStatus(one, 'deleting')), account)

/** A green that is kept before it was ready becomes ready without its deployment. */
const finish = (account: Account, greens: readonly Resource[], now: number, id: string): Account =>
  plan(
    account,
    now,
    `${id} green`,
    greens
      .filter(one => statusOf(one) !== 'available')
      .map(one => [account.paper.modify[1], {is: 'status', kind: one.kind, resource: resourceIdOf(one), status: 'available'}] as const)
  )

/** 6.1: MySQL's family goes on replicating; PostgreSQL is promoted and stands alone. */
function keepGreen(account: Account, deployment: Deployment, greens: readonly Resource[]): Account {
  if (!deployment.engine.includes('postgres')) return account
  return greens.reduce((made, one) => {
    const green = one.kind === 'instance' ? instanceOf(made, resourceIdOf(one)) : undefined
    if (green === undefined) return made
    const source = green.shown.ReadReplicaSourceDBInstanceIdentifier
    const ofBlue = made.instances.some(
      other => nameOf(other) === source && deployment.pairs.some(pair => pair.blue === resourceIdOf(other))
    )
    return ofBlue ? promote(made, green) : made
  }, account)
}

export function deploymentGone(account: Account, id: string, now: number): Account {
  const deployment = deploymentOf(account, id)
  if (deployment === undefined) return account
  const gone: Account = {...account, deployments: account.deployments.filter(one => one !== deployment), deleted: [...account.deleted, id]}
  // Aurora's old blue is writable again.
  const opened = deployment.pairs.reduce<Account>((made, pair) => {
    const old = pair.kind === 'cluster' ? clusterOf(made, pair.blue) : undefined
    return old === undefined ? made : put(made, {...old, hidden: {...old.hidden, writable: true}})
  }, gone)
  return deploymentEvent(opened, now, deployment, 'deletion', 'Blue/green deployment deleted.')
}
