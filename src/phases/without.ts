/** What the phases behind `create` do when there is no deployment: production at the target is an upgrade that is over. */
import type {Database} from '../domain/database.ts'
import type {Inputs} from '../inputs.ts'
import {CLAIMS} from '../observing/claims.ts'
import {holds} from './certainty.ts'
import type {Plan, Situation} from './phase.ts'
import {refuse, waitFor} from './phase.ts'

export function withoutDeployment(inputs: Inputs, situation: Situation, isAtTarget: (production: Database) => boolean): Plan {
  const {production} = situation.now
  if (production.is === 'known' && isAtTarget(production.value)) {
    return {
      is: 'done',
      reason: 'already_at_target',
      because: `${production.value.name} already is what is asked for (${production.value.engine} ${production.value.engineVersion}), and no deployment is left`
    }
  }
  if (!holds(situation, CLAIMS.deploymentAbsent)) return waitFor('making sure that the deployment is not there', 'confirming')
  if (production.is === 'absent') return sourceNotFound(inputs, situation)
  const wanted =
    inputs.deploymentId === undefined
      ? `of ${inputs.source?.text ?? 'the source'}`
      : inputs.deploymentId.is === 'id'
        ? inputs.deploymentId.id
        : inputs.deploymentId.name
  return refuse(
    'failed',
    'deployment_not_found',
    `deployment ${wanted} was not found in ${inputs.awsRegion}`,
    'correct deployment-id and aws-region, or run create first'
  )
}

/** A name that is not there is more likely mistyped than cleaned up. */
export function sourceNotFound(inputs: Inputs, situation: Situation): Plan {
  if (!holds(situation, CLAIMS.productionAbsent)) return waitFor('making sure that the source is not there', 'confirming')
  return refuse(
    'failed',
    'source_not_found',
    `${inputs.source?.text ?? 'the source'} was not found in ${inputs.awsRegion}`,
    'correct source and aws-region, or use credentials of the account it is in'
  )
}
