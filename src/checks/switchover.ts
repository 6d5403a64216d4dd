/** What must be true just before a switchover; RDS asks more by itself (facts 4.1), and later. */

import {nameIn} from '../domain/arn.ts'
import {valueOf} from '../domain/known.ts'
import {stageOf} from '../domain/status.ts'
import {isOpen, minutesLeft} from '../domain/switchover-window.ts'
import {fingerprintOf} from '../observing/fingerprint.ts'
import {databaseAt} from '../observing/observation.ts'
import {databasesNotAvailable, notReady} from '../observing/readiness.ts'
import {atSwitchoverChecks} from './at-switchover.ts'
import type {Check} from './check.ts'

export const bothSidesAvailable: Check = {
  id: 'both-sides-are-available',
  rows: ['G-26', 'S-09'],
  title: 'Every database of blue and green is available',
  severity: 'proof',
  guards: ['switchover'],
  onlyThen: true,
  passes: true,
  judge(now) {
    // A failed switchover leaves statuses behind that only another one clears; the databases themselves must be well.
    const failedBefore = now.deployment.is === 'known' && stageOf(now.deployment.value.status) === 'switchover_failed'
    const lines = failedBefore ? databasesNotAvailable(now) : notReady(now)
    if (lines.length === 0) return {is: 'met', observed: 'all available', expected: 'all available'}
    return {
      is: 'not_met',
      observed: lines.join('; '),
      expected: 'all available',
      remedy: 'wait until they are available (mode: wait), then run switchover again'
    }
  }
}

export const lagWithinLimit: Check = {
  id: 'replica-lag-is-within-limit',
  rows: ['G-31', 'M-19'],
  title: 'Green is not further behind blue than allowed',
  severity: 'blocking',
  guards: ['switchover'],
  onlyThen: true,
  passes: true,
  judge(now, inputs) {
    if (databasesNotAvailable(now).length > 0) return {is: 'not_applicable', because: 'asked once both sides are available'}
    if (now.lag.is === 'absent') return {is: 'unknown', because: 'no lag was reported', remedy: 'try again in some minutes'}
    if (now.lag.is === 'unknown')
      return {
        is: 'unknown',
        because: now.lag.because,
        remedy: 'wait until CloudWatch has the metric: new replicas report after some minutes'
      }
    const {metric, unit, newest, worst} = now.lag.value
    const limit = unit === 'seconds' ? inputs.maxReplicaLagSeconds : inputs.maxReplicaLagBytes
    const observed = `${metric} ${newest} ${unit}, at most ${worst} in the last five minutes`
    const expected = `at most ${limit} ${unit}`
    // Facts 4.3: -1 means that replication is not active or the lag cannot be told.
    if (newest < 0)
      return {
        is: 'not_met',
        observed: `${metric} is ${newest}: replication is not active`,
        expected,
        remedy: "look at green's replication; a degraded one needs a new deployment"
      }
    if (newest > limit) return {is: 'not_met', observed, expected, remedy: 'wait until green has caught up, or write less to blue'}
    return {is: 'met', observed, expected}
  }
}

export const insideWindow: Check = {
  id: 'inside-the-switchover-window',
  rows: [],
  title: 'Now is inside the switchover window, with the switchover timeout left of it',
  severity: 'proof',
  guards: ['switchover'],
  onlyThen: true,
  reason: 'outside_window',
  judge(_now, inputs, date) {
    const window = inputs.switchoverWindow
    if (window === undefined) return {is: 'not_applicable', because: 'no switchover-window is given'}
    const expected = `${window.text}, with ${Math.ceil(inputs.switchoverTimeoutSeconds / 60)} minutes left`
    if (!isOpen(window, date))
      return {
        is: 'not_met',
        observed: `it is ${date.toISOString()}, outside the window`,
        expected,
        remedy: 'run switchover inside the window'
      }
    const left = minutesLeft(window, date)
    if (left * 60 < inputs.switchoverTimeoutSeconds)
      return {
        is: 'not_met',
        observed: `${Math.floor(left)} minutes of the window are left`,
        expected,
        remedy: 'run switchover earlier in the window, or lower switchover-timeout-seconds'
      }
    return {is: 'met', observed: `it is ${date.toISOString()}`, expected}
  }
}

export const asApproved: Check = {
  id: 'green-is-what-was-approved',
  rows: [],
  title: 'Green is exactly what was approved',
  severity: 'proof',
  guards: ['switchover'],
  onlyThen: true,
  reason: 'fingerprint_differs',
  judge(now, inputs) {
    if (inputs.approvedFingerprint === 'none') return {is: 'not_applicable', because: 'no approved-fingerprint is given'}
    const print = fingerprintOf(now)
    if (print === undefined) return {is: 'unknown', because: 'green cannot be read', remedy: 'try again'}
    if (print.text === inputs.approvedFingerprint) return {is: 'met', observed: 'the same', expected: 'the approved fingerprint'}
    return {
      is: 'not_met',
      observed: print.differencesFrom(inputs.approvedFingerprint).join('; '),
      expected: 'what was approved',
      remedy: 'review the deployment again and approve its new fingerprint'
    }
  }
}

export const everyMemberHasGreen: Check = {
  id: 'every-database-of-blue-has-its-green',
  rows: ['1.2'],
  title: 'Every replica and reader of blue has a counterpart in green',
  severity: 'blocking',
  guards: ['switchover'],
  onlyThen: true,
  // Members may be listed late (facts 1.2).
  passes: true,
  judge(now) {
    const deployment = valueOf(now.deployment)
    const blue = valueOf(databaseAt(now, deployment?.source))
    if (deployment === undefined || blue === undefined) return {is: 'unknown', because: 'blue could not be read', remedy: 'try again'}
    // Green itself is listed as a replica of blue while it is kept up to date.
    const named = new Set(
      deployment.members
        .flatMap(member => [member.source, member.target])
        .flatMap(arn => (arn === undefined ? [] : [nameIn(arn).toLowerCase()]))
    )
    const left = [...blue.replicas, ...blue.members.map(member => member.name)].filter(
      name => !name.startsWith('arn:') && !named.has(name.toLowerCase())
    )
    const expected = 'all of them'
    if (left.length === 0) return {is: 'met', observed: expected, expected}
    return {
      is: 'not_met',
      observed: `${left.join(', ')} would stay behind on old blue`,
      expected,
      remedy: 'delete them and make them again after the switchover, or make a new deployment; ignore-checks lets them stay behind'
    }
  }
}

/** Those of both sides come last: what must be waited for is said first. */
export const switchoverChecks: readonly Check[] = [
  insideWindow,
  asApproved,
  everyMemberHasGreen,
  bothSidesAvailable,
  lagWithinLimit,
  ...atSwitchoverChecks
]
