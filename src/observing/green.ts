/** Green as `abort` follows it: by the ids it had while the deployment still named it, and with its deployment gone only by them. */
import type {Deployment} from '../domain/deployment.ts'
import {databasesOn} from '../domain/deployment.ts'
import {absent, known, valueOf} from '../domain/known.ts'
import {databasesByResourceId} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {Green, Observation} from './observation.ts'
import {databaseAt} from './observation.ts'

/** Known from this look and from those before it in this run; RDS removes members from the deployment while it is deleted. */
export function greenSeen(seen: Observation, deployment: Deployment, before: readonly Green[]): readonly Green[] {
  const greens = new Map(before.map(one => [one.resourceId, one]))
  for (const arn of databasesOn(deployment, 'target')) {
    const database = valueOf(databaseAt(seen, arn))
    if (database === undefined) continue
    greens.set(database.resourceId, {kind: database.kind, resourceId: database.resourceId, name: database.name, database: known(database)})
  }
  return [...greens.values()]
}

export async function lookUpGreen(look: Readers, greens: readonly Green[]): Promise<readonly Green[]> {
  const found = await databasesByResourceId(
    look,
    greens.map(one => one.resourceId)
  )
  return greens.map(one => ({...one, database: found.get(one.resourceId) ?? absent}))
}
