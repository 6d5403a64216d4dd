import {isDatabaseArn} from './arn.ts'
import type {Known} from './known.ts'

/** One source/target pair. Right after create RDS leaves `target` and `status` out (facts 1.2). */
export interface Member {
  /** ARN; rewritten to old blue's at switchover (facts 1.2). */
  readonly source: string | undefined
  /** ARN; rewritten to production's at switchover. */
  readonly target: string | undefined
  readonly status: string | undefined
}

export interface Task {
  readonly name: string
  readonly status: string
}

export type Tags = ReadonlyMap<string, string>

/** A BlueGreenDeployment as RDS reports it; statuses are kept as they are, known or not. */
export interface Deployment {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly statusDetails: string | undefined
  /** ARN of blue; after the switchover, of old blue. */
  readonly source: string
  /** ARN of green; after the switchover, of production. Absent until green exists. */
  readonly target: string | undefined
  readonly members: readonly Member[]
  /** Undefined when RDS left the list out. */
  readonly tasks: readonly Task[] | undefined
  readonly createTime: Date | undefined
  readonly tags: Known<Tags>
}

/** ARNs of the databases that the deployment names on one side, each once. */
export const databasesOn = (deployment: Deployment, side: 'source' | 'target'): readonly string[] => [
  ...new Set([deployment[side], ...deployment.members.map(member => member[side])].filter(isDatabaseArn))
]
