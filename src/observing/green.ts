/** Green as `abort` follows it: by the ids it had while the deployment still named it, and with its deployment gone only by them. */
import type {Deployment} from '../domain/deployment.ts'
import {absent, known, valueOf} from '../domain/known.ts'
import {databases} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {Green, Observation} from './observation.ts'
import {databaseAt} from './observation.ts'

/** Known from this look and from those before it in this run; RDS removes members from the deployment while it is deleted. */
export function greenSeen(seen: Observation, deployment: Deployment | undefined, before: readonly Green[]): readonly Green[] {
  const greens = new Map(before.map(one => [one.resourceId, one]))
  for (const arn of [deployment?.target, ...(deployment?.members ?? []).map(member => member.target)]) {
    const database = valueOf(databaseAt(seen, arn))
    if (database === undefined) continue
    greens.set(database.resourceId, {kind: database.kind, resourceId: database.resourceId, name: database.name, database: known(database)})
  }
  return [...greens.values()]
}

export async function lookUpGreen(look: Readers, greens: readonly Green[]): Promise<readonly Green[]> {
  const ids = (kind: Green['kind']): readonly string[] => greens.filter(one => one.kind === kind).map(one => one.resourceId)
  const found = await Promise.all([
    databases(look, 'instance', {by: 'resource-id', values: ids('instance')}),
    databases(look, 'cluster', {by: 'resource-id', values: ids('cluster')})
  ])
  return greens.map(one => {
    const database = found.flat().find(candidate => candidate.resourceId === one.resourceId)
    return {...one, database: database === undefined ? absent : known(database)}
  })
}
