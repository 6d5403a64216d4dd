/** Refusals that several phases share, in the same words. */

import {parseArn} from '../domain/arn.ts'
import type {Deployment} from '../domain/deployment.ts'
import {valueOf} from '../domain/known.ts'
import type {Memory} from '../domain/memory.ts'
import type {Observation, Trouble} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import type {Plan} from './phase.ts'
import {refuse} from './phase.ts'

export const refuseNewer = (deployment: Deployment, memory: Memory): Plan =>
  refuse(
    'blocked',
    'deployment_unknown',
    `deployment ${deployment.id} was written by a later release of this action (tags ${memory.newer ?? ''})`,
    'use that release, or a later one'
  )

export const refuseTrouble = ({reason, because, remedy}: Trouble): Plan => refuse('blocked', reason, because, remedy)

export const refuseUnknownStatus = (deployment: Deployment): Plan =>
  refuse(
    'blocked',
    'status_unknown',
    `deployment ${deployment.id} has the status "${deployment.status}", which this release does not know`,
    'look at it in the console, and use a release that knows it'
  )

export const refuseUnreadTags = (deployment: Deployment, because: string): Plan =>
  refuse('blocked', 'cannot_tell', `the tags of deployment ${deployment.id} cannot be read: ${because}`, 'allow rds:ListTagsForResource')

/** The global database that the deployment or its source belongs to (rule 12). */
export function globalDatabaseOf(now: Observation, deployment: Deployment): string | undefined {
  const source = parseArn(deployment.source)
  if (source?.type === 'global-cluster') return source.name
  const databases = [databaseAt(now, deployment.source), databaseAt(now, deployment.target)]
  return databases.flatMap(one => valueOf(one)?.globalCluster ?? [])[0]
}

export const refuseGlobal = (name: string): Plan =>
  refuse(
    'blocked',
    'global_database_not_supported',
    `the source belongs to the global database ${name}`,
    'this action shows global databases with mode: status, and does not change them'
  )

/** Deleting what a stack owns leaves the stack with a resource that is not there. */
export const refuseOwned = (deployment: Deployment, stack: string): Plan =>
  refuse(
    'blocked',
    'owned_by_stack',
    `deployment ${deployment.id} belongs to the CloudFormation stack ${stack}`,
    'remove it from the stack, which deletes it'
  )
