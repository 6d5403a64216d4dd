/** The parts of a summary below the headline, each empty when it has nothing to say. */
import {isDatabaseFailure, isFailure} from '../domain/status.ts'
import {consoleLink} from './console-links.ts'
import {isSwitchedOver, isWell} from './headline.ts'
import type {Markdown} from './markdown.ts'
import {blocks, bold, code, details, fence, join, link, list, md, none, table, text} from './markdown.ts'
import {duration} from './progress.ts'
import type {AdviceReport, CheckReport, Report} from './report.ts'

/** How much room there is: rows of a table or list, characters of one value. */
export interface Room {
  readonly rows: number
  readonly chars: number
}

/** More than this, and what follows is no longer seen. */
const EVIDENCE_AT_A_GLANCE = 8

export function evidence({outcome}: Report, {rows, chars}: Room): Markdown {
  const lines = outcome.details
  if (lines.length === 0) return none
  const shown = list(
    lines.slice(0, EVIDENCE_AT_A_GLANCE).map(line => text(line, chars)),
    rows
  )
  if (lines.length <= EVIDENCE_AT_A_GLANCE) return blocks([md`**Evidence**`, shown])
  const all = fence('', lines.length > rows ? [...lines.slice(0, rows), `… ${lines.length - rows} more`] : lines, chars)
  return blocks([md`**Evidence**`, shown, details(md`All ${lines.length} lines`, all)])
}

/** Whole: half a command is worse than none. */
export function commands({outcome}: Report): Markdown {
  const lines = outcome.commands ?? []
  return lines.length === 0 ? none : blocks([md`**Commands**`, fence('sh', lines, Number.POSITIVE_INFINITY)])
}

/** What a reviewer approves: green beside production, what differs in bold. */
export function changes(report: Report, {rows, chars}: Room): Markdown {
  const found = report.changes ?? []
  if (found.length === 0) return none
  const cells = found.map(({what, blue, green}) => [
    text(what, chars),
    code(blue, chars),
    blue === green ? code(green, chars) : bold(code(green, chars))
  ])
  return blocks([md`### What green would bring`, table([md`Of production`, md`Blue, now`, md`Green`], cells, rows)])
}

export function members(report: Report, {rows, chars}: Room): Markdown {
  if (report.members.length === 0) return none
  const isSwitched = isSwitchedOver(report.outputs) === true
  const [source, target] = isSwitched ? [md`Old blue`, md`Production`] : [md`Blue`, md`Green`]
  const cells = report.members.map(member => [
    code(member.source, chars),
    code(member.target, chars),
    statusCell(member.status, chars),
    statusCell(member.sourceDatabaseStatus, chars),
    statusCell(member.targetDatabaseStatus, chars)
  ])
  return blocks([md`### Members`, table([source, target, md`Member status`, md`${source} status`, md`${target} status`], cells, rows)])
}

/** The one that explains the night must not look like the others. */
const statusCell = (status: string, chars: number): Markdown => (isBad(status) ? bold(code(status, chars)) : code(status, chars))
const isBad = (status: string): boolean => isFailure(status) || isDatabaseFailure(status)

export function oldDatabases(report: Report, {rows, chars}: Room): Markdown {
  if (report.oldDatabases.length === 0) return none
  return blocks([
    md`### Old databases, still costing money`,
    table(
      [md`Name`, md`Resource id`, md`Status`],
      report.oldDatabases.map(one => [code(one.name, chars), code(one.resourceId, chars), code(one.status, chars)]),
      rows
    )
  ])
}

/** What stopped the run, or would have. */
const isOpen = (check: CheckReport): boolean =>
  check.severity !== 'advice' &&
  (check.verdict === 'not_met' || check.stops === true || (check.verdict === 'unknown' && check.severity === 'proof'))

export function openChecks(report: Report, {rows, chars}: Room): Markdown {
  const open = report.checks.filter(isOpen)
  if (open.length === 0) return none
  const cells = open.map(check => [
    check.verdict === 'unknown' || check.ignored === true
      ? md`${checkCell(check, chars)}<br>${verdictCell(check)}`
      : checkCell(check, chars),
    text(check.observed, chars),
    text(check.expected, chars),
    text(check.remedy, chars)
  ])
  return blocks([md`### Checks that are not met`, table([md`Check`, md`Observed`, md`Expected`, md`What to do`], cells, rows)])
}

/** Worth knowing, though it stops nobody: advice that is not followed, and what could not be looked at. Open to who plans. */
export function worthALook(report: Report, {rows, chars}: Room): Markdown {
  const found = report.checks.filter(isWorthALook)
  if (found.length === 0) return none
  const cells = found.map(check => [checkCell(check, chars), verdictCell(check), text(check.observed, chars), text(check.remedy, chars)])
  const shown = table([md`Check`, md`Verdict`, md`Observed`, md`What to do`], cells, rows)
  const advice = found.filter(check => check.verdict === 'not_met').length
  const counts = [advice === 0 ? '' : `${advice} advice`, found.length === advice ? '' : `${found.length - advice} not looked at`]
  const title = text(`Worth a look: ${counts.filter(words => words !== '').join(', ')}`)
  return report.outcome.phase === 'plan' ? blocks([md`### ${title}`, shown]) : details(title, shown)
}

const isWorthALook = (check: CheckReport): boolean => !isOpen(check) && (check.verdict === 'not_met' || check.verdict === 'unknown')

/** What is well, by its statement; what does not apply is only counted. The report file has all. */
export function checksMet(report: Report, {rows, chars}: Room): Markdown {
  const met = report.checks.filter(check => check.verdict === 'met')
  const others = report.checks.filter(check => check.verdict === 'not_applicable').length
  if (met.length === 0) return none
  const cells = met.map(check => [checkCell(check, chars), text(check.observed, chars)])
  return details(
    text(`Checks that are met: ${met.length}${others === 0 ? '' : ` (${others} more do not apply)`}`),
    table([md`Check`, md`Observed`], cells, rows)
  )
}

const checkCell = (check: CheckReport, chars: number): Markdown => md`${text(check.title, chars)}<br>${code(check.id, chars)}`

const VERDICTS: Readonly<Record<CheckReport['verdict'], string>> = {
  met: 'met',
  not_met: 'not met',
  unknown: 'not looked at',
  not_applicable: 'not applicable'
}

const verdictCell = (check: CheckReport): Markdown => text(`${VERDICTS[check.verdict]}${check.ignored === true ? ', overruled' : ''}`)

export function planned(report: Report, {rows, chars}: Room): Markdown {
  // Behind a plan that passed, the phases tell what was done.
  if (report.outcome.is !== 'planned' && report.outcome.phase !== 'plan') return none
  const steps = report.phases.flatMap(phase => phase.planned)
  if (steps.length === 0) return none
  const calls = steps.filter(step => step.input !== undefined).slice(0, rows)
  return blocks([
    md`### What would be done`,
    table(
      [md`Phase`, md`Step`, md`Call`],
      steps.map(step => [text(step.phase), text(step.intent, chars), code(step.operation ?? '', chars)]),
      rows
    ),
    details(
      text('The calls with their parameters'),
      blocks(calls.flatMap(step => [code(step.operation ?? '', chars), fence('json', jsonLines(step.input, rows), chars)]))
    )
  ])
}

function jsonLines(value: unknown, rows: number): readonly string[] {
  const lines = (JSON.stringify(value, undefined, 2) ?? '').split('\n')
  return lines.length > rows ? [...lines.slice(0, rows), `… ${lines.length - rows} more lines`] : lines
}

export function phases(report: Report, {rows, chars}: Room): Markdown {
  // One phase alone is what the top of the page speaks of.
  if (report.phases.length + report.leftOut.length < 2) return none
  const done = report.phases.map(phase => [
    text(phase.phase),
    text(phase.outcome.is.replaceAll('_', ' ')),
    text(duration(phase.took)),
    text(phase.outcome.because, chars)
  ])
  const leftOut = report.leftOut.map(({phase, because}) => [text(phase), text('left out'), none, text(because, chars)])
  return blocks([md`### Phases`, table([md`Phase`, md`Outcome`, md`Took`, md`What is true`], [...done, ...leftOut], rows)])
}

export function writes(report: Report, {rows, chars}: Room): Markdown {
  if (report.writes.length === 0) return none
  const cells = report.writes.map(write => [
    text(duration(write.at)),
    text(write.phase),
    code(write.operation, chars),
    code(write.on, chars),
    text(write.answer, chars)
  ])
  const shown = table([md`After`, md`Phase`, md`Call`, md`On`, md`Answer`], cells, rows)
  return isWell(report.outcome.is)
    ? details(md`Changes sent to AWS (${cells.length})`, shown)
    : blocks([md`### Changes sent to AWS`, shown])
}

export const warnings = (report: Report, {rows, chars}: Room): Markdown =>
  report.warnings.length === 0
    ? none
    : blocks([
        md`### Warnings`,
        list(
          report.warnings.map(warning => text(warning, chars)),
          rows
        )
      ])

const ADVICE: Readonly<Record<AdviceReport['verdict'], string>> = {ahead: '', to_do: 'To do: ', cannot_tell: 'See to it: ', done: 'Done: '}

/** Behind a switchover in sight, since somebody has to act on it; before it folded away. */
export function advice(report: Report, {rows, chars}: Room): Markdown {
  if (report.advice.length === 0) return none
  const order = ['to_do', 'cannot_tell', 'done', 'ahead']
  const sorted = [...report.advice].sort((one, other) => order.indexOf(one.verdict) - order.indexOf(other.verdict))
  const lines = sorted.map(({what, verdict}) => {
    const mark = ADVICE[verdict]
    return mark === '' ? text(what, chars) : md`${bold(text(mark.trim()))} ${text(what, chars)}`
  })
  const shown = list(lines, rows)
  return report.advice.some(one => one.verdict !== 'ahead')
    ? blocks([md`### After the switchover`, shown])
    : details(md`What the switchover means, and what follows it (${report.advice.length})`, shown)
}

export function drift({outputs}: Report, {rows, chars}: Room): Markdown {
  const found = outputs['drift'] ?? ''
  if (found === '') return none
  let value: unknown = found
  try {
    value = JSON.parse(found)
  } catch {
    // Shown as it is.
  }
  return blocks([md`### What the code must change`, fence('json', jsonLines(value, rows), chars)])
}

/** What somebody looks up next, in one line. */
export function facts(report: Report): Markdown {
  const {arns, outputs} = report
  const isSwitched = isSwitchedOver(outputs) === true
  const production = consoleLink(isSwitched ? arns.target : arns.source)
  const other = consoleLink(isSwitched ? arns.old : arns.target)
  const links = [
    production === undefined ? none : link(text(isSwitched ? 'production' : 'blue'), production),
    other === undefined ? none : link(text(isSwitched ? 'old blue' : 'green'), other),
    consoleLink(arns.deployment) === undefined ? none : link(text('deployment'), consoleLink(arns.deployment))
  ]
  const deployment = outputs['deployment-id'] ?? ''
  const seconds = outputs['switchover-seconds'] ?? ''
  const known = [
    deployment === ''
      ? none
      : md`Deployment ${code(deployment, 100)}${(outputs['status'] ?? '') === '' ? none : md` ${code(outputs['status'] ?? '', 100)}`}`,
    text(report.region, 60),
    seconds === '' ? none : md`switchover ${text(seconds, 20)} s`,
    md`run ${text(duration(report.took))}`,
    report.run.url === '' ? none : link(text('workflow run'), report.run.url)
  ]
  const console = join(links, ', ')
  return join([...known, console === '' ? none : md`AWS console: ${console}`], ' · ')
}
