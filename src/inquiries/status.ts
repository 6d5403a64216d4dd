/** Read only: what there is of the source or the deployment, and every output that can be told of it. */
import type {Database} from '../domain/database.ts'
import {valueOf} from '../domain/known.ts'
import type {Outcome} from '../domain/outcome.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {lookAtBothSides} from '../observing/both-sides.ts'
import {lookForDeployment} from '../observing/choosing.ts'
import type {Observation} from '../observing/observation.ts'
import {failuresIn, notReady} from '../observing/readiness.ts'
import type {Readers} from '../world.ts'
import type {Inquiry} from './inquiry.ts'

async function look(readers: Readers, inputs: Inputs): Promise<Observation> {
  const seen = await lookForDeployment(readers, inputs, {before: undefined, deploymentId: undefined, written: []}, 'open')
  return seen.deployment.is === 'known' ? lookAtBothSides(readers, seen, seen.deployment.value) : seen
}

/** Global databases are shown here, and refused by whatever would change them (rule 12). */
const describe = ({name, engine, engineVersion, globalCluster}: Database): string =>
  `${name} runs ${engine} ${engineVersion}${globalCluster === undefined ? '' : ` and belongs to the global database ${globalCluster}`}`

function outcomeOf(now: Observation, inputs: Inputs): Outcome {
  const ended = (is: Outcome['is'], because: string, remedy = '', details: readonly string[] = []): Outcome => ({
    is,
    phase: 'status',
    reason: 'status_read',
    because,
    remedy,
    details
  })
  if (now.trouble !== undefined) return ended('completed', now.trouble.because, now.trouble.remedy)
  const deployment = valueOf(now.deployment)
  const production = valueOf(now.production)
  if (deployment === undefined) {
    const runs = production === undefined ? '' : `; ${describe(production)}`
    const wanted = inputs.source?.text ?? (inputs.deploymentId?.is === 'id' ? inputs.deploymentId.id : inputs.deploymentId?.name) ?? ''
    return ended('nothing_to_do', `no deployment was found for ${wanted} in ${inputs.awsRegion}${runs}`)
  }
  const unwell = failuresIn(now)
  const open = stageOf(deployment.status) === 'available' ? notReady(now) : []
  const memory = valueOf(now.memory)
  const details = [
    ...(deployment.statusDetails === undefined ? [] : [`status details: ${deployment.statusDetails}`]),
    ...unwell,
    ...open,
    ...(memory?.unread ?? [])
  ]
  return ended(
    'completed',
    `deployment ${deployment.id} (${deployment.name}) is ${deployment.status}${production === undefined ? '' : `; ${describe(production)}`}`,
    '',
    [...new Set(details)]
  )
}

export const status: Inquiry = {
  name: 'status',
  async answer(readers, inputs) {
    const now = await look(readers, inputs)
    return {outcome: outcomeOf(now, inputs), now}
  }
}
