/** Whether a write may be sent now: never over one whose effect is not known yet, and never in vain. Pure. */
import type {ReasonCode} from '../domain/outcome.ts'
import {mayHaveHappened} from '../observing/recall.ts'
import {STALE} from '../phases/certainty.ts'
import type {WriteStep} from '../phases/phase.ts'
import type {Pace} from '../waiting/pace.ts'
import type {Ending} from './endings.ts'
import type {Entry, Ledger} from './ledger.ts'

const MINUTE = 60_000
/** The same call is never sent more often (rules, "The story of every run"). */
const TIMES = 3
/** Until a look shows what was accepted: a limit, never shrunk. */
const SHOWN_WITHIN = 10 * MINUTE
/** An optional note that no look shows holds nothing up. */
const OPTIONAL_WITHIN = MINUTE

export type Verdict =
  | {readonly is: 'send'}
  /** Look again first. */
  | {readonly is: 'settle'; readonly intent: string}
  | {readonly is: 'stop'; readonly ending: Ending}

const SEND: Verdict = {is: 'send'}
const LOOK = 'look at it in the console, then run the same step again'

const stop = (reason: ReasonCode, because: string, remedy: string): Verdict => ({
  is: 'stop',
  ending: {is: 'failed', reason, because, remedy}
})

export function maySend(ledger: Ledger, step: WriteStep, elapsed: number, pace: Pace): Verdict {
  for (const entry of ledger.entries) {
    const open = outstanding(entry, elapsed, pace)
    if (open !== undefined) return open
  }
  const before = ledger.same(step.call)
  const last = before.at(-1)
  if (last === undefined) return SEND
  // What was shown may be missing from an older look.
  if (last.answer === 'accepted' && step.once !== true && elapsed - last.at < pace.scaled(STALE)) return {is: 'settle', intent: step.intent}
  return again(step, last.answer, before.length)
}

/** After a write the next one waits until a look shows it (rule 19). */
function outstanding(entry: Entry, elapsed: number, pace: Pace): Verdict | undefined {
  if (entry.shown || !mayHaveHappened(entry)) return undefined
  const since = elapsed - entry.at
  const settle: Verdict = {is: 'settle', intent: entry.step.intent}
  // Before a look is young enough nothing is known of a write whose reply was lost.
  if (entry.answer !== 'accepted') return since < pace.scaled(STALE) || entry.looks < 2 ? settle : undefined
  if (entry.step.optional === true && since > pace.scaled(OPTIONAL_WITHIN)) return undefined
  return since <= SHOWN_WITHIN ? settle : stop('no_progress', `RDS accepted "${entry.step.intent}" and does not show it`, LOOK)
}

/** The plan wants what was sent before: only where that can change anything, and never more than three times. */
function again(step: WriteStep, answer: Entry['answer'], times: number): Verdict {
  const what = `"${step.intent}"`
  const isOften = times >= TIMES
  if (answer === 'accepted' || answer.kind === 'lost') {
    if (step.once === true) return stop('no_progress', `${what} was asked for once and is not sent twice`, 'look at it with mode: status')
    return isOften ? stop('no_progress', `${what} was sent ${times} times and nothing of it is to be seen`, LOOK) : SEND
  }
  if (answer.kind === 'throttled')
    return isOften ? stop('throttled', `RDS throttled ${what} ${times} times`, 'run the same step again later') : SEND
  // A state may pass, and a name may belong to what a look does not show yet; any other refusal stands.
  const passes = /^InvalidDB\w*State|^InvalidBlueGreenDeploymentState|AlreadyExists|NotFound/.test(answer.code)
  if (passes && !isOften) return SEND
  return stop(step.refused.reason, `RDS refused ${what}: ${answer.code}: ${answer.message}`, step.refused.remedy)
}
