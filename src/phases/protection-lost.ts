/** Whether green keeps blue's deletion protection is not documented, and it was seen lost (facts 1.9, 11.4): so people are told. */
import {nameIn} from '../domain/arn.ts'
import type {Deployment} from '../domain/deployment.ts'
import {valueOf} from '../domain/known.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'

/** `blue` and `green` are the sides as they are called now: after the switchover old blue and production. */
export function protectionLost(now: Observation, deployment: Deployment): readonly string[] {
  return deployment.members.flatMap(member => {
    const blue = valueOf(databaseAt(now, member.source))
    const green = valueOf(databaseAt(now, member.target))
    if (blue?.deletionProtection !== true || green?.deletionProtection !== false || green.cluster !== undefined) return []
    return [`${nameIn(member.target ?? '')} has no deletion protection, which ${nameIn(member.source ?? '')} has: turn it on`]
  })
}
