/** What `prepare` and `create` begin with: the source, the deployment it has already, and whether there is anything left to upgrade. */
import {nameIn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import type {ReasonCode} from '../domain/outcome.ts'
import {isDatabaseFailure, isFailure, isKnownDatabaseStatus, stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {accountTrouble} from '../observing/choosing.ts'
import type {OptionName} from '../observing/options.ts'
import {allMet, compareProduction, inputNameOf, optionsAsked, unseen} from '../observing/options.ts'
import type {PaceName} from '../waiting/pace.ts'
import type {Plan, Situation} from './phase.ts'
import {refuse, waitFor} from './phase.ts'
import {refuseTrouble, refuseUnknownStatus} from './refusals.ts'
import {sourceNotFound} from './without.ts'

export interface Ways {
  /** It is being built, or is available. */
  open(production: Database, deployment: Deployment): Plan
  switching(production: Database, deployment: Deployment): Plan
  /** None, or only one that is over. */
  without(production: Database): Plan
}

export function planOfSource(inputs: Inputs, situation: Situation, ways: Ways): Plan {
  const {now} = situation
  if (now.trouble !== undefined) return refuseTrouble(now.trouble)
  if (now.production.is === 'absent') return sourceNotFound(inputs, situation)
  if (now.production.is === 'unknown') return waitFor(`the source could not be read: ${now.production.because}`, 'settling')
  const production = now.production.value
  const account = accountTrouble(inputs, production.arn)
  if (account !== undefined) return refuseTrouble(account)
  const misfit = misfits(inputs, production)
  if (misfit !== undefined) return misfit
  if (now.greenOf.is === 'unknown') return waitFor(`the deployments could not be read: ${now.greenOf.because}`, 'settling')
  if (now.greenOf.is === 'known') {
    return refuse(
      'blocked',
      'source_in_deployment',
      `${production.name} is the green side of deployment ${now.greenOf.value.id}`,
      'give the blue database as source'
    )
  }
  switch (now.deployment.is) {
    case 'unknown':
      return waitFor(`the deployments could not be read: ${now.deployment.because}`, 'settling')
    case 'absent':
      return ways.without(production)
    case 'known':
      return planWith(production, now.deployment.value, ways)
  }
}

/** Facts 2.1: what RDS takes for one kind of source only; where the input was an ARN, reading the inputs has said so already. */
function misfits(inputs: Inputs, production: Database): Plan | undefined {
  const options = optionsAsked(inputs)
  const ofInstances: readonly OptionName[] = [
    'instance-class',
    'storage-type',
    'allocated-storage',
    'iops',
    'storage-throughput',
    'upgrade-storage-config'
  ]
  const wrong = (production.kind === 'cluster' ? ofInstances : (['cluster-parameter-group'] as const)).filter(name => options.has(name))
  if (wrong.length === 0) return undefined
  const kind = production.kind === 'cluster' ? 'an Aurora DB cluster' : 'a DB instance'
  return refuse(
    'failed',
    'invalid_input',
    `${production.name} is ${kind}, for which RDS does not take ${wrong.map(inputNameOf).join(', ')}`,
    'leave it out'
  )
}

function planWith(production: Database, deployment: Deployment, ways: Ways): Plan {
  switch (stageOf(deployment.status)) {
    case 'provisioning':
    case 'available':
      return ways.open(production, deployment)
    case 'switching':
      return ways.switching(production, deployment)
    case 'completed': {
      const failed = deployment.members
        .filter(member => isFailure(member.status))
        .map(member => `${nameIn(member.target ?? member.source ?? '')} ${member.status ?? ''}`)
      if (failed.length === 0) return ways.without(production)
      return refuse(
        'failed',
        'member_failed',
        `deployment ${deployment.id} of ${production.name} says ${deployment.status}, but ${failed.join(', ')}: production is half switched over`,
        'look at each member in the console before another deployment is made',
        'switchover'
      )
    }
    case 'switchover_failed':
      return refuse(
        'failed',
        'switchover_failed',
        `deployment ${deployment.id} of ${production.name} is ${deployment.status}`,
        'look at it with mode: status; mode: switchover tries again if no name has moved, mode: abort removes it',
        'switchover'
      )
    case 'invalid':
    case 'failed':
      return refuse(
        'failed',
        'provisioning_failed',
        `deployment ${deployment.id} of ${production.name} is ${deployment.status}`,
        'mend the cause, remove it with mode: abort, then run create again',
        'provisioning'
      )
    case 'deleting':
      return waitFor(`deployment ${deployment.id} is being deleted`, 'provisioning')
    case 'unknown':
      return refuseUnknownStatus(deployment)
  }
}

/** Production is what is asked for, or nobody can tell; undefined: there is something to do. */
export function alreadyThere(inputs: Inputs, production: Database, blue: Known<readonly Database[]>): Plan | undefined {
  const compared = compareProduction(optionsAsked(inputs), production, blue)
  if (allMet(compared)) {
    const open = unseen(compared)
    const caveat = open.length === 0 ? '' : `; what cannot be seen from RDS: ${open.join(', ')}`
    return {
      is: 'done',
      reason: 'already_at_target',
      because: `${production.name} already is what is asked for (${production.engine} ${production.engineVersion})${caveat}`
    }
  }
  if (compared.some(one => one.agreement !== 'cannot_tell')) return undefined
  return refuse(
    'blocked',
    'cannot_tell',
    `whether ${production.name} already is what is asked for cannot be seen: ${unseen(compared).join(', ')}`,
    'give the id or ARN of the key instead of its alias'
  )
}

/** Facts G-03: only an available database can be changed, restarted, or be the source of a deployment; what passes is waited for. */
export function notYetAvailable(
  blue: readonly Database[],
  phase: {readonly name: 'prepare' | 'create'; readonly because: string; readonly reason: ReasonCode; readonly pace: PaceName}
): Plan | undefined {
  const other = blue.find(one => one.status !== 'available')
  if (other === undefined) return undefined
  const {name, because, reason, pace} = phase
  if (isDatabaseFailure(other.status) || other.status === 'stopped') {
    return refuse('blocked', reason, `${other.name} is ${other.status}; ${because}`, `bring it back to available, then run ${name} again`)
  }
  if (!isKnownDatabaseStatus(other.status)) {
    return refuse(
      'blocked',
      'status_unknown',
      `${other.name} has the status "${other.status}", which this release does not know`,
      `wait until it is available, then run ${name} again`
    )
  }
  return waitFor(`${other.name} is ${other.status}; ${because}`, pace)
}
