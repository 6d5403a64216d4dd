/** How and why a run ended: the closed lists of the contract. */
export const PHASE_ORDER = ['plan', 'prepare', 'create', 'wait', 'verify', 'switchover', 'cleanup'] as const
export const ALONE = ['status', 'abort', 'drift', 'discover'] as const
export type ModeName = (typeof PHASE_ORDER)[number] | (typeof ALONE)[number]

export const OUTCOMES = ['completed', 'nothing_to_do', 'planned', 'blocked', 'failed', 'timed_out', 'cancelled'] as const
export type OutcomeName = (typeof OUTCOMES)[number]

export const REASONS = [
  'invalid_input',
  'plan_passed',
  'checks_not_met',
  'prepared',
  'reboot_needed',
  'deployment_created',
  'deployment_adopted',
  'deployment_differs',
  'deployment_unknown',
  'deployment_not_found',
  'deployment_deleting',
  'source_not_found',
  'source_in_deployment',
  'already_at_target',
  'create_refused',
  'provisioning_failed',
  'green_ready',
  'verified',
  'verify_failed',
  'switchover_completed',
  'already_switched_over',
  'switchover_refused',
  'switchover_not_begun',
  'switchover_rolled_back',
  'switchover_failed',
  'member_failed',
  'not_proven',
  'outside_window',
  'fingerprint_differs',
  'account_not_allowed',
  'global_database_not_supported',
  'owned_by_stack',
  'old_blue_in_use',
  'old_blue_too_young',
  'deletion_protected',
  'cleaned_up',
  'nothing_left',
  'aborted',
  'production_in_danger',
  'status_unknown',
  'status_read',
  'cannot_tell',
  'no_progress',
  'wait_timed_out',
  'credentials_expired',
  'access_denied',
  'throttled',
  'aws_unreachable',
  'cancelled',
  'drift_none',
  'drift_found',
  'drift_dangerous',
  'databases_found',
  'unexpected_error'
] as const
export type ReasonCode = (typeof REASONS)[number]

/** How one phase, and then the run, ended: what is true, why it stopped, what to do. */
export interface Outcome {
  readonly is: OutcomeName
  readonly phase: ModeName | ''
  readonly reason: ReasonCode
  /** What is true and why we stopped, as one or two sentences. */
  readonly because: string
  /** What to do; empty when there is nothing to do. */
  readonly remedy: string
  /** Evidence: RDS's own words, failure events, the end of an upgrade log. One line each. */
  readonly details: readonly string[]
  /** To be run by hand, in this order. Shown whole, or not at all. */
  readonly commands?: readonly string[]
}

/** The contract's exit code for an outcome. */
export function exitCodeOf(outcome: OutcomeName, onTimeout: 'fail' | 'pass'): 0 | 1 {
  switch (outcome) {
    case 'completed':
    case 'nothing_to_do':
    case 'planned':
      return 0
    case 'timed_out':
      return onTimeout === 'pass' ? 0 : 1
    case 'blocked':
    case 'failed':
    case 'cancelled':
      return 1
  }
}
