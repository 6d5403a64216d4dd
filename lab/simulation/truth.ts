/** What a phase claims must be true of the account, not of its reads: at some instant since the look it may go back to. */
import type {Account, Cluster, Deployment, Instance, Resource} from '../model/account.ts'
import {findById, findByName, nameOf, resourceIdOf, statusOf} from '../model/resources.ts'
import {isPrepared} from './preparation.ts'
import type {Said} from './step.ts'
import {isAsWished, isAtVersion} from './target.ts'
import type {Leg, Upgrade} from './upgrade.ts'
import type {Recorded} from './watch.ts'

export interface Moments {
  readonly upgrade: Upgrade
  readonly leg: Leg
  /** The run was asked to delete old blue. */
  readonly deletes: boolean
  readonly history: readonly {readonly at: number; readonly account: Account}[]
  readonly now: number
  readonly recorded: ReadonlyMap<string, readonly Recorded[]>
  /** The deployment the run says it is about. */
  readonly deploymentId: string
  /** The `deployment-id` it was given: an id, a name, or nothing. */
  readonly asked: string
  /** Deployments that bear the action's memory of blue. */
  readonly remembered: ReadonlySet<string>
  /** Who bore production's names at first. */
  readonly names: ReadonlyMap<string, string>
}

const versionMet = (one: Instance | Cluster, {wanted}: Leg): boolean => wanted === undefined || isAtVersion(one.shown.EngineVersion, wanted)

function atTarget(account: Account, {upgrade, leg}: Moments): boolean {
  const one = findByName(account, upgrade.kind, upgrade.name)
  return one !== undefined && one.kind !== 'endpoint' && isAsWished(one, leg)
}

/** Looks of two minutes and a half back: two looks of one poll, each as old as thirty seconds and as slow as a bad day. */
const WINDOW = 150_000

function heldOnce(moments: Moments, claim: (account: Account) => boolean, window = WINDOW): boolean {
  const {history, now} = moments
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const one = history[index]
    if (one === undefined) break
    if (claim(one.account)) return true
    // The value before this one was still there at the beginning of the window.
    if (one.at < now - window) break
  }
  return false
}

const named = (account: Account, id: string): Deployment | undefined =>
  account.deployments.find(one => one.shown.BlueGreenDeploymentIdentifier === id)

const isOpen = (one: Deployment): boolean =>
  !['SWITCHOVER_COMPLETED', 'DELETING', 'INVALID_CONFIGURATION', 'SWITCHOVER_FAILED'].includes(one.shown.Status)

function asAsked(account: Account, moments: Moments): boolean {
  const {upgrade, leg} = moments
  const production = findByName(account, upgrade.kind, upgrade.name)
  const all = account.deployments.filter(
    one => one.pairs.some(pair => production !== undefined && pair.blue === resourceIdOf(production)) && one.shown.Status !== 'DELETING'
  )
  // Where people have swapped the sides, production is what an earlier deployment calls blue.
  const begun = all.filter(one => one.shown.Status !== 'SWITCHOVER_COMPLETED')
  const open = begun.length > 0 ? begun : all
  const one = open[0]
  if (open.length !== 1 || one === undefined || (!isOpen(one) && one.shown.Status !== 'SWITCHOVER_COMPLETED')) return false
  const pair = one.pairs.find(other => production !== undefined && other.blue === resourceIdOf(production))
  const green = pair === undefined ? undefined : findById(account, pair.kind, pair.green)
  if (leg.wanted !== undefined && !isAtVersion(one.targetVersion, leg.wanted)) return false
  const wish = one.request.TargetDBInstanceClass ?? (green?.kind === 'instance' ? green.shown.DBInstanceClass : undefined)
  return leg.instanceClass === undefined || wish === leg.instanceClass
}

function allReady(account: Account, id: string): boolean {
  const one = named(account, id)
  if (one?.shown.Status !== 'AVAILABLE') return false
  if ((one.shown.Tasks ?? []).some(task => task.Status !== 'COMPLETED')) return false
  if (one.shown.SwitchoverDetails.some(detail => detail.Status !== 'AVAILABLE' || detail.TargetMember === undefined)) return false
  return one.pairs.every(pair =>
    [pair.blue, pair.green].every(member => {
      const found = findById(account, pair.kind, member)
      return found !== undefined && (found.kind === 'endpoint' || statusOf(found) === 'available')
    })
  )
}

function switchedOver(account: Account, moments: Moments): boolean {
  const parts = moments.recorded.get(moments.deploymentId)
  const one = named(account, moments.deploymentId)
  if (parts === undefined || one?.shown.SwitchoverDetails.some(detail => detail.Status !== 'SWITCHOVER_COMPLETED') === true) return false
  const production = findByName(account, moments.upgrade.kind, moments.upgrade.name)
  if (production === undefined || production.kind === 'endpoint' || !versionMet(production, moments.leg)) return false
  return parts.every(part => {
    const bearer = findByName(account, part.kind, part.name)
    return bearer !== undefined && resourceIdOf(bearer) !== part.blue
  })
}

const bearsMark = (one: Resource, upgrade: Upgrade, deployment: string): boolean =>
  one.kind !== 'endpoint' &&
  one.shown.TagList.some(tag => {
    const words = (tag.Value ?? '').split(' ')
    return (
      tag.Key === 'rds-blue-green/v1/old-blue' &&
      (words[0] ?? '').startsWith(deployment) &&
      words[1] === resourceIdOf(one) &&
      (words[2] ?? '').startsWith(upgrade.name)
    )
  })

function cleanedUp(account: Account, moments: Moments): boolean {
  const {upgrade, deploymentId, asked, recorded, remembered} = moments
  // Of a deployment that nobody saw only the marks can tell.
  if (deploymentId === '' && asked.startsWith('bgd-')) return !moments.deletes || !isMarkedLeft(account, upgrade, asked)
  const told = named(account, deploymentId)
  // Beside a deployment that is not switched over the marks speak for an earlier one (contract, "Which deployment").
  if (told !== undefined && !['SWITCHOVER_COMPLETED', 'DELETING'].includes(told.shown.Status))
    return !moments.deletes || !isMarkedLeft(account, upgrade)
  if (told !== undefined) return false
  if (!moments.deletes) return true
  if (deploymentId !== '' && !remembered.has(deploymentId)) return true
  const parts = (recorded.get(deploymentId) ?? []).filter(part => part.kind !== 'endpoint')
  // Blue of a deployment that was aborted meanwhile never became old: it still bears its own name.
  const isLeft = (part: (typeof parts)[number]): boolean => {
    const found = findById(account, part.kind, part.blue)
    return found !== undefined && nameOf(found) !== part.name
  }
  if (parts.some(isLeft)) return false
  return deploymentId !== '' || !isMarkedLeft(account, upgrade)
}

const isMarkedLeft = (account: Account, upgrade: Upgrade, deployment = ''): boolean =>
  [...account.instances, ...account.clusters].some(one => bearsMark(one, upgrade, deployment) && nameOf(one) !== upgrade.name)

function aborted(account: Account, {deploymentId, recorded, names}: Moments): boolean {
  if (named(account, deploymentId) !== undefined) return false
  const parts = recorded.get(deploymentId) ?? []
  return parts.every(part => !names.has(`${part.kind} ${part.name}`) || findByName(account, part.kind, part.name)?.kind === part.kind)
}

/** Nothing that `abort` could remove: of the deployment it was given by id or by name, else of any. */
const noneOpen = (account: Account, {upgrade, recorded, asked}: Moments): boolean =>
  !account.deployments.some(
    one =>
      isOpen(one) &&
      ['', one.shown.BlueGreenDeploymentIdentifier, one.shown.BlueGreenDeploymentName].includes(asked) &&
      recorded.get(one.shown.BlueGreenDeploymentIdentifier)?.some(part => part.kind === upgrade.kind && part.name === upgrade.name)
  )

/** Why what was said is not true; undefined when it is, or when it claims nothing of the account. */
export function falsehood(said: Said, moments: Moments): string | undefined {
  const {outcome, reason, phase} = said
  if (outcome !== 'completed' && outcome !== 'nothing_to_do') return undefined
  const untrue = (isTrue: boolean): string | undefined => (isTrue ? undefined : `${phase} said ${outcome} (${reason}), and it is not true`)
  switch (reason) {
    case 'already_at_target':
      return untrue(heldOnce(moments, account => atTarget(account, moments)))
    case 'prepared':
      return untrue(heldOnce(moments, account => isPrepared(account, moments.upgrade, moments.leg)))
    case 'deployment_created':
    case 'deployment_adopted':
      return untrue(heldOnce(moments, account => asAsked(account, moments)))
    case 'green_ready':
      return untrue(
        heldOnce(
          moments,
          account =>
            allReady(account, moments.deploymentId) || named(account, moments.deploymentId)?.shown.Status === 'SWITCHOVER_IN_PROGRESS'
        )
      )
    case 'switchover_completed':
      return untrue(heldOnce(moments, account => switchedOver(account, moments)))
    case 'already_switched_over':
      if (phase === 'wait')
        return untrue(heldOnce(moments, account => named(account, moments.deploymentId)?.shown.Status === 'SWITCHOVER_COMPLETED'))
      return untrue(heldOnce(moments, account => switchedOver(account, moments)))
    case 'cleaned_up':
    case 'nothing_left':
      if (phase !== 'cleanup') return untrue(heldOnce(moments, account => noneOpen(account, moments)))
      return untrue(heldOnce(moments, account => cleanedUp(account, moments), 0))
    case 'aborted':
      return untrue(heldOnce(moments, account => aborted(account, moments), 0))
    default:
      return undefined
  }
}
