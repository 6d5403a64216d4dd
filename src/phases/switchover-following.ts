import type {Deployment} from '../domain/deployment.ts'
import {valueOf} from '../domain/known.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {noNameMoved} from '../observing/proof.ts'
import {lookOnceMore, STALE, statusHolds} from './certainty.ts'
import type {Plan, Situation} from './phase.ts'
import {refuse, steps} from './phase.ts'
import {begun, gates, RESERVE} from './switchover-asking.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** How long AVAILABLE counts as "not begun yet" after our call (rule 6). */
const GRACE = 2 * MINUTE

/** Rule 6: after our call AVAILABLE is pending until it was seen in progress, or RDS says that it cancelled, or the grace is over. */
export function pending(situation: Situation, deployment: Deployment): Plan {
  const {pace, now, first} = situation
  const call = begun(situation.written).at(-1)
  const began = call?.seen.includes('SWITCHOVER_IN_PROGRESS') === true
  const settled = statusHolds(situation, deployment)
  const before = new Set(valueOf(first.failures) ?? [])
  const cancelled = first.failures.is === 'known' ? (valueOf(now.failures) ?? []).filter(event => !before.has(event)) : []
  const again = 'find the cause, then run switchover again; connections were dropped even though nothing changed'
  if (settled && began)
    return refuse(
      'failed',
      'switchover_rolled_back',
      `RDS began the switchover of ${deployment.id} and rolled it back: production is blue, unchanged`,
      again,
      'switchover'
    )
  // A failure event may be late, of an attempt before ours, and AVAILABLE older than our call: neither stops who follows too early.
  if (settled && cancelled.length > 0 && call !== undefined && situation.at - call.at >= pace.scaled(STALE))
    return refuse(
      'failed',
      'switchover_refused',
      `RDS cancelled the switchover of ${deployment.id} before it began: production is blue, unchanged`,
      again,
      'switchover'
    )
  if (settled && call !== undefined && situation.at - call.at > pace.scaled(GRACE)) {
    const lost = call.answer === 'accepted' ? 'accepted' : `sent and its reply lost (${call.answer.code})`
    return refuse(
      'failed',
      'switchover_not_begun',
      `the switchover of ${deployment.id} was ${lost}, and RDS did not begin it: production is blue, unchanged`,
      'look at the events of the deployment, then run switchover again',
      'switchover'
    )
  }
  return steps({
    do: 'wait',
    intent: `the switchover of ${deployment.id} was asked for; waiting until RDS begins it`,
    pace: 'switching',
    toTheEnd: true
  })
}

export function follow(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const ours = begun(situation.written).length > 0
  const intent = ours
    ? `deployment ${deployment.id} is being switched over`
    : `deployment ${deployment.id} is being switched over, by an earlier run or somebody else`
  return steps({
    do: 'wait',
    intent,
    pace: 'switching',
    toTheEnd: true,
    patience: Math.max(30 * MINUTE, inputs.switchoverTimeoutSeconds * SECOND + RESERVE)
  })
}

export function afterFailure(inputs: Inputs, situation: Situation, deployment: Deployment): Plan {
  const {now, first} = situation
  const memory = valueOf(now.memory)
  const call = begun(situation.written).at(-1)
  const failedBefore = first.deployment.is === 'known' && stageOf(first.deployment.value.status) === 'switchover_failed'
  if (call !== undefined && failedBefore && !call.seen.includes('SWITCHOVER_IN_PROGRESS')) return pending(situation, deployment)
  const settled = statusHolds(situation, deployment)
  if (call !== undefined || situation.seen.includes('SWITCHOVER_IN_PROGRESS')) {
    if (!settled) return lookOnceMore(deployment, 'settling')
    const where = noNameMoved(now, deployment, memory)
      ? 'no name has moved: production is blue, unchanged'
      : 'which side production is now is not proven'
    return refuse(
      'failed',
      'switchover_failed',
      `the switchover of ${deployment.id} failed; ${where}`,
      'find the cause in the events; run switchover again if no name has moved',
      'switchover'
    )
  }
  if (noNameMoved(now, deployment, memory)) return gates(inputs, situation, deployment)
  if (!settled) return lookOnceMore(deployment, 'settling')
  return refuse(
    'failed',
    'switchover_failed',
    `deployment ${deployment.id} is ${deployment.status}, and it is not proven that production is still blue`,
    'look at every name in the console before anything else',
    'switchover'
  )
}

/** A switchover of an earlier run, or of somebody else, that RDS took back: a new one is for the next run, and for people, to decide. */
export function rolledBack(situation: Situation, deployment: Deployment): Plan {
  if (!statusHolds(situation, deployment)) return lookOnceMore(deployment, 'settling')
  return refuse(
    'failed',
    'switchover_rolled_back',
    `an earlier run or somebody else switched over ${deployment.id}, and RDS rolled it back: production is blue, unchanged`,
    'find the cause, then run switchover again',
    'switchover'
  )
}
