/** The memory of a deployment, and every database of both sides and of production's own names, as they are now. */
import type {Database} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import {databasesOn} from '../domain/deployment.ts'
import {known, valueOf} from '../domain/known.ts'
import {readMemory} from '../domain/memory.ts'
import {databasesByArn, tagsOfDeployment} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {Observation} from './observation.ts'
import {databaseAt} from './observation.ts'
import {productionArns} from './proof.ts'
import {sidesOf} from './readiness.ts'

export async function lookAtBothSides(look: Readers, seen: Observation, deployment: Deployment): Promise<Observation> {
  const tags = await tagsOfDeployment(look, deployment)
  const memory = tags.is === 'known' ? known(readMemory(tags.value)) : tags
  const databases = known(await databasesByArn(look, [...sidesOf(deployment), ...productionArns(deployment, valueOf(memory))]))
  return {...seen, memory, databases}
}

const ofSide = (now: Observation, deployment: Deployment, side: 'source' | 'target'): readonly (Database | undefined)[] =>
  databasesOn(deployment, side).map(arn => valueOf(databaseAt(now, arn)))

/**
 * Blue as the deployment names it before the switchover, in its order. Never by what replicates from production: green is such a
 * replica itself while it is kept up to date. Undefined until every one of them is read.
 */
export function blueOfDeployment(now: Observation, deployment: Deployment): readonly Database[] | undefined {
  const blue = ofSide(now, deployment, 'source')
  return blue.every(one => one !== undefined) ? blue : undefined
}

/** The parameter group of green's instances, where green is a cluster. */
export const greenInstanceGroup = (now: Observation, deployment: Deployment): string | undefined =>
  ofSide(now, deployment, 'target').find(one => one?.kind === 'instance')?.parameterGroup
