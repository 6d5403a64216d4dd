/** The memory of a deployment, and every database of both sides and of production's own names, as they are now. */
import type {Deployment} from '../domain/deployment.ts'
import {known, valueOf} from '../domain/known.ts'
import {readMemory} from '../domain/memory.ts'
import {databasesByArn, tagsOfDeployment} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {Observation} from './observation.ts'
import {productionArns} from './proof.ts'
import {sidesOf} from './readiness.ts'

export async function lookAtBothSides(look: Readers, seen: Observation, deployment: Deployment): Promise<Observation> {
  const tags = await tagsOfDeployment(look, deployment)
  const memory = tags.is === 'known' ? known(readMemory(tags.value)) : tags
  const databases = known(await databasesByArn(look, [...sidesOf(deployment), ...productionArns(deployment, valueOf(memory))]))
  return {...seen, memory, databases}
}
