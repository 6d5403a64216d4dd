/** How long looks must have agreed before a plan believes them. What one look shows may be old, and a later one older (rule 19). */
import type {Deployment} from '../domain/deployment.ts'
import {CLAIMS} from '../observing/claims.ts'
import {hasHeld} from '../waiting/steadiness.ts'
import type {Plan, Situation} from './phase.ts'
import {waitFor} from './phase.ts'

/** A look may be this old, so two of them must be this far apart. */
export const STALE = 30_000
/** Names, ids and members follow the status of the deployment (facts 8.5). */
export const PROOF = 5 * 60_000

/** `milliseconds` at real pace. */
export const holds = ({steady, pace}: Situation, claim: string, milliseconds = STALE): boolean =>
  hasHeld(steady, claim, pace.scaled(milliseconds))

export const statusHolds = (situation: Situation, deployment: Deployment, milliseconds = STALE): boolean =>
  holds(situation, CLAIMS.status(deployment.status), milliseconds)

export const lookOnceMore = ({id, status}: Deployment, pace: 'confirming' | 'settling'): Plan =>
  waitFor(`deployment ${id} says ${status}: looking once more`, pace)
