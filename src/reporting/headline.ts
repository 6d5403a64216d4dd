/** The first three seconds of a summary: how it ended, in plain words, and what is true of production now. */
import type {Outcome, OutcomeName, ReasonCode} from '../domain/outcome.ts'
import type {Markdown} from './markdown.ts'
import {blocks, bold, code, heading, join, md, none, text} from './markdown.ts'
import type {Report} from './report.ts'

const MARKS: Readonly<Record<OutcomeName, string>> = {
  completed: '✅',
  nothing_to_do: '✅',
  planned: '📋',
  blocked: '⛔',
  failed: '❌',
  timed_out: '⏳',
  cancelled: '⏹️'
}

const REASON_WORDS: Readonly<Record<ReasonCode, string>> = {
  invalid_input: 'not started, the inputs have problems',
  plan_passed: 'planned, nothing stands in the way',
  checks_not_met: 'stopped, a check is not met',
  prepared: 'prepared',
  reboot_needed: 'stopped, production must be changed or rebooted first',
  deployment_created: 'green is being created',
  deployment_adopted: 'green was there already and is used',
  deployment_differs: 'stopped, the deployment is not what was asked for',
  deployment_unknown: 'stopped, the deployment is not one this step can take',
  deployment_not_found: 'stopped, the deployment was not found',
  deployment_deleting: 'stopped, the deployment is being deleted',
  source_not_found: 'stopped, the source was not found',
  source_in_deployment: 'stopped, the source is in another deployment',
  already_at_target: 'already at the target',
  create_refused: 'RDS refused to create the deployment',
  provisioning_failed: 'green could not be built',
  green_ready: 'green is ready',
  verified: 'green is verified',
  verify_failed: 'green failed the verification',
  switchover_completed: 'switched over, and proven',
  already_switched_over: 'was switched over already',
  switchover_refused: 'RDS refused the switchover',
  switchover_not_begun: 'the switchover did not begin',
  switchover_rolled_back: 'the switchover was rolled back',
  switchover_failed: 'the switchover failed',
  member_failed: 'the switchover failed for a member',
  not_proven: 'stopped, what should be true is not proven',
  outside_window: 'stopped, outside the switchover window',
  fingerprint_differs: 'stopped, green is not what was approved',
  account_not_allowed: 'stopped, this account is not allowed',
  global_database_not_supported: 'stopped, global databases are not supported',
  owned_by_stack: 'stopped, a stack owns this database',
  old_blue_in_use: 'stopped, somebody is still connected to old blue',
  old_blue_too_young: 'stopped, old blue is too young to be deleted',
  deletion_protected: 'stopped, deletion protection is on',
  cleaned_up: 'cleaned up',
  nothing_left: 'nothing is left to clean up',
  aborted: 'aborted, blue is as it was',
  production_in_danger: 'stopped, the next call could have hit production',
  status_unknown: 'stopped, RDS reports a status nobody here knows',
  status_read: 'status',
  cannot_tell: 'stopped, what must be known could not be read',
  no_progress: 'stopped, nothing moved any more',
  wait_timed_out: 'the wait timeout is over, AWS goes on',
  credentials_expired: 'stopped, the credentials expired',
  access_denied: 'stopped, a permission is missing',
  throttled: 'stopped, RDS throttles too hard',
  aws_unreachable: 'stopped, AWS could not be reached',
  cancelled: 'cancelled, AWS goes on',
  drift_none: 'the code agrees with production',
  drift_found: 'the code must follow production',
  drift_dangerous: 'applying the code now would change production back',
  databases_found: 'databases found',
  unexpected_error: 'stopped by an error of this action'
}

export const isWell = (outcome: OutcomeName): boolean => outcome === 'completed' || outcome === 'nothing_to_do' || outcome === 'planned'

/** By resource id, the only thing that tells (facts 1.9); undefined when this run read no two of them. */
export function isSwitchedOver(outputs: Report['outputs']): boolean | undefined {
  const [now, before] = [outputs['resource-id'] ?? '', outputs['resource-id-before'] ?? '']
  return now === '' || before === '' ? undefined : now !== before
}

export function headline(report: Report): Markdown {
  const {outcome, outputs} = report
  const name = outputs['source-identifier'] ?? ''
  const words = outcome.is === 'planned' ? 'dry run, nothing was changed' : REASON_WORDS[outcome.reason]
  const subject = name === '' ? none : md`${code(name, 100)}: `
  return heading(2, md`${text(MARKS[outcome.is])} ${subject}${text(name === '' ? capital(words) : words)}`)
}

/** What production runs, said only as far as this run read it. */
export function productionNow({outputs}: Report): Markdown {
  const name = outputs['source-identifier'] ?? ''
  if (name === '') return none
  const production = md`Production ${code(name, 100)}`
  const [now, before] = [outputs['engine-version'] ?? '', outputs['engine-version-before'] ?? '']
  const isSwitched = isSwitchedOver(outputs)
  const switched =
    isSwitched === undefined ? none : isSwitched ? md` What was green is production now.` : md` It has not been switched over.`
  if (now === '') return bold(md`This run did not learn what production ${code(name, 100)} runs now.${switched}`)
  const engine = join([text(outputs['engine'] ?? '', 60), text(now, 60)], ' ')
  const compared = before === '' || before === now ? none : md` (before: ${text(before, 60)})`
  return bold(md`${production} runs ${engine}${compared}.${switched}`)
}

export function whyAndWhatToDo(outcome: Outcome, chars: number): Markdown {
  const because = text(outcome.because, chars)
  if (isWell(outcome.is)) return blocks([because, outcome.remedy === '' ? none : md`**What to do:** ${text(outcome.remedy, chars)}`])
  return blocks([
    because === '' ? none : md`**Why it stopped:** ${because}`,
    outcome.remedy === '' ? none : md`**What to do:** ${text(outcome.remedy, chars)}`
  ])
}

/** For an on-call engineer the second question: did we touch anything? */
export function whatChanged({outcome, outputs, writes}: Report): Markdown {
  // The headline has said it.
  if (outcome.is === 'planned' || outcome.reason === 'invalid_input') return none
  if (outputs['changed'] === 'true') {
    return writes.length === 0
      ? md`This run may have changed something in AWS.`
      : md`This run sent ${writes.length} ${text(writes.length === 1 ? 'change' : 'changes')} to AWS, listed below.`
  }
  return md`This run changed nothing in AWS.`
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
