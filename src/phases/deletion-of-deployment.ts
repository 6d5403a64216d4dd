/** Deleting a deployment: with green or without is decided by what green is by now, and nowhere else (rule 8). */
import type {Deployment} from '../domain/deployment.ts'
import {stageOf} from '../domain/status.ts'
import type {WriteStep} from './phase.ts'

/**
 * Before the switchover `DeleteTarget` belongs in the call: left out, PostgreSQL's green would be promoted. After it green is production,
 * and it must be left out.
 */
export function deletionOfDeployment(deployment: Deployment, green: 'goes' | 'is production'): WriteStep {
  const [what, withGreen, phase] =
    green === 'goes'
      ? ([' and its green; blue stays as it is', {DeleteTarget: true}, 'abort'] as const)
      : (['; the databases of both sides stay', {}, 'cleanup'] as const)
  return {
    do: 'write',
    intent: `delete deployment ${deployment.id}${what}`,
    call: {operation: 'DeleteBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: deployment.id, ...withGreen}},
    shows: now => now.deployment.is === 'absent' || (now.deployment.is === 'known' && stageOf(now.deployment.value.status) === 'deleting'),
    refused: {reason: 'cannot_tell', remedy: `look at the deployment in the console, then run ${phase} again`}
  }
}
