/**
 * The run as one page of Markdown, for GITHUB_STEP_SUMMARY and for comments. First what an on-call engineer needs: how it ended, what
 * production runs, why, what to do. Below it what they may want to look up. Never longer than the limit, whatever the report holds: tables
 * are cut first, then whole parts from the end, so that no table, fence or fold is left open.
 */
import {accountsOf, mapStrings, withoutAccounts, withoutArns} from './accounts.ts'
import {problemsTable} from './bad-input.ts'
import {binlogSection} from './binlog-statements.ts'
import {headline, productionNow, whatChanged, whyAndWhatToDo} from './headline.ts'
import type {Markdown} from './markdown.ts'
import {blocks, md, none} from './markdown.ts'
import {nextStep} from './next-step.ts'
import type {Report} from './report.ts'
import * as sections from './sections.ts'

/** GitHub refuses the whole summary of a step above 1 MiB (ecosystem facts 1.4); other writers of the same file get the rest. */
export const SUMMARY_LIMIT = 1024 * 1024 - 1024
/** Of a comment, in characters; bytes are never fewer. */
export const COMMENT_LIMIT = 65_000

const ROOMS: readonly sections.Room[] = [
  {rows: 100, chars: 600},
  {rows: 40, chars: 300},
  {rows: 10, chars: 200},
  {rows: 3, chars: 100}
]

const bytesOf = (markdown: string): number => Buffer.byteLength(markdown)

export function summary(report: Report, limit: number = SUMMARY_LIMIT, accounts: readonly string[] = accountsOf(report)): string {
  const shown = published(report, accounts)
  let parts: readonly Markdown[] = []
  for (const room of ROOMS) {
    parts = partsOf(shown, room)
    const page = `${blocks(parts)}\n`
    if (bytesOf(page) <= limit) return page
  }
  return `${cut(parts, limit - 1)}\n`
}

/** From the smallest tables still too much: as many whole parts as there is room for. */
function cut(parts: readonly Markdown[], limit: number): string {
  const note = md`… The rest did not fit; the report file has everything.`
  let page: Markdown = none
  for (const part of parts) {
    const longer = blocks([page, part])
    if (bytesOf(blocks([longer, note])) > limit) break
    page = longer
  }
  const whole = blocks([page, note])
  return bytesOf(whole) <= limit ? whole : ''
}

function partsOf(report: Report, room: sections.Room): readonly Markdown[] {
  return [
    headline(report),
    productionNow(report),
    // Longer than a cell: these two sentences are what the page is for.
    whyAndWhatToDo(report.outcome, 2 * room.chars + 400),
    problemsTable(report.problems ?? [], room.rows, room.chars),
    sections.openChecks(report, room),
    (report.problems ?? []).length > 0 ? none : sections.evidence(report, room),
    sections.commands(report),
    whatChanged(report),
    nextStep(report),
    sections.facts(report),
    sections.warnings(report, room),
    sections.drift(report, room),
    sections.changes(report, room),
    sections.worthALook(report, room),
    sections.advice(report, room),
    sections.planned(report, room),
    sections.oldDatabases(report, room),
    binlogSection(report, room.rows, room.chars),
    sections.members(report, room),
    sections.phases(report, room),
    sections.writes(report, room),
    sections.checksMet(report, room)
  ]
}

/** Calls keep their ARNs recognizable, since people compare them; in prose the name is enough. */
function published(report: Report, accounts: readonly string[]): Report {
  const short = (words: string): string => withoutArns(words, accounts)
  const {arns, startedAt, phases, ...rest} = report
  return {
    ...mapStrings(rest, short),
    arns,
    startedAt,
    phases: phases.map(({planned, ...phase}) => ({
      ...mapStrings(phase, short),
      planned: planned.map(step => ({
        ...step,
        intent: short(step.intent),
        input: mapStrings(step.input, words => withoutAccounts(words, accounts))
      }))
    }))
  }
}
