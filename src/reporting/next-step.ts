/** The exact lines to run next. */

import type {ReasonCode} from '../domain/outcome.ts'
import {stageOf} from '../domain/status.ts'
import {isWell} from './headline.ts'
import type {Markdown} from './markdown.ts'
import {fence, md, none, text} from './markdown.ts'
import type {Report} from './report.ts'

/** Longer ones would push the rest of the summary away; the output of that name has them. */
const LONGEST_FINGERPRINT = 120

export function nextStep(report: Report): Markdown {
  const lines = nextLines(report)
  if (lines.length === 0) return none
  return md`${text(introduction(report))}\n\n${fence('yaml', lines)}`
}

/** Lines for `with:`; empty when nothing is left to do. */
function nextLines(report: Report): readonly string[] {
  const {outputs, region} = report
  const mode = modeFor(report)
  if (mode === '') return []
  const needsSource = mode === 'plan' || mode === 'prepare' || mode === 'create'
  const deployment = outputs['deployment-id'] ?? ''
  const source = outputs['source-identifier'] ?? ''
  const lines = ['with:', pair('mode', mode)]
  if (deployment !== '' && !needsSource) lines.push(pair('deployment-id', deployment))
  else if (source !== '') lines.push(pair('source', source))
  if (region !== '') lines.push(pair('aws-region', region))
  if (needsSource) lines.push('  # and the target-... inputs, as in this run')
  const fingerprint = outputs['fingerprint'] ?? ''
  if (mode === 'switchover' && fingerprint !== '' && fingerprint.length <= LONGEST_FINGERPRINT) {
    lines.push(pair('approved-fingerprint', fingerprint))
  }
  if (report.outcome.reason === 'reboot_needed') lines.push('  allow-reboot: true # restarts production')
  if (mode === 'cleanup') lines.push('  # delete-old-databases: true   deletes old blue too, after a final snapshot')
  return lines
}

/** After these a person has to look first: the phase that comes next in the order would stop again, or be the wrong thing to do. */
const LOOK_FIRST: ReadonlySet<ReasonCode> = new Set(['production_in_danger', 'switchover_failed', 'member_failed', 'not_proven'])

function modeFor({outcome, outputs}: Report): string {
  const next = outputs['next-mode'] ?? ''
  if (next === '' || isWell(outcome.is)) return next
  if (LOOK_FIRST.has(outcome.reason)) return 'status'
  // RDS never repairs such a deployment (facts 1.1): waiting for it again, as the order has it, would only fail again.
  return stageOf(outputs['status'] ?? '') === 'invalid' ? 'abort' : next
}

function introduction({outcome}: Report): string {
  if (LOOK_FIRST.has(outcome.reason)) return 'To look again, which changes nothing, run:'
  if (outcome.is === 'timed_out' || outcome.is === 'cancelled') return 'To go on from here, run:'
  if (outcome.is === 'planned') return 'To do all of it, run this again without dry-run. To do the first phase alone:'
  return isWell(outcome.is) ? 'Next:' : 'Then run:'
}

/** A plain scalar where YAML reads it as the same text, quoted otherwise. */
function pair(key: string, value: string): string {
  const isPlain = /^[A-Za-z][\w./-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value)
  return `  ${key}: ${isPlain ? value : JSON.stringify(value)}`
}
