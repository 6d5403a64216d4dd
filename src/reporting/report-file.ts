/** The JSON behind `report-path`: everything the run knows, ARNs and timings included. Field names are read by others: add, never rename. */
import {isRecord} from './accounts.ts'
import type {Report} from './report.ts'

const REPORT_SCHEMA = 1

export function reportFile(report: Report): string {
  const {outcome} = report
  const content = {
    schema: REPORT_SCHEMA,
    outcome: outcome.is,
    reason: outcome.reason,
    phase: outcome.phase,
    because: outcome.because,
    remedy: outcome.remedy,
    details: outcome.details,
    commands: outcome.commands ?? [],
    started_at: report.startedAt.toISOString(),
    took_milliseconds: report.took,
    region: report.region,
    run: {url: report.run.url, id: report.run.id},
    arns: {deployment: report.arns.deployment, source: report.arns.source, target: report.arns.target, old: report.arns.old},
    outputs: sorted(report.outputs),
    problems: (report.problems ?? []).map(({input, value, because, allowed, example}) => ({input, value, because, allowed, example})),
    phases: report.phases.map(phase => ({
      phase: phase.phase,
      outcome: phase.outcome.is,
      reason: phase.outcome.reason,
      because: phase.outcome.because,
      remedy: phase.outcome.remedy,
      details: phase.outcome.details,
      took_milliseconds: phase.took,
      planned: phase.planned.map(step => ({
        phase: step.phase,
        intent: step.intent,
        operation: step.operation ?? null,
        input: step.input === undefined ? null : sorted(step.input)
      }))
    })),
    left_out: report.leftOut.map(({phase, because}) => ({phase, because})),
    members: report.members.map(member => ({
      source: member.source,
      target: member.target,
      status: member.status,
      source_database_status: member.sourceDatabaseStatus,
      target_database_status: member.targetDatabaseStatus
    })),
    checks: report.checks.map(check => ({
      id: check.id,
      title: check.title,
      severity: check.severity,
      verdict: check.verdict,
      observed: check.observed,
      expected: check.expected,
      remedy: check.remedy,
      phase: check.phase,
      ignored: check.ignored ?? false
    })),
    writes: report.writes.map(({phase, operation, on, answer, at}) => ({phase, operation, on, answer, at_milliseconds: at})),
    warnings: report.warnings,
    advice: report.advice.map(({what, verdict}) => ({what, verdict})),
    binlog: report.binlog.map(({database, file, position}) => ({database, file, position})),
    old_databases: report.oldDatabases.map(({name, resourceId, status}) => ({name, resource_id: resourceId, status}))
  }
  return `${JSON.stringify(content, undefined, 2)}\n`
}

/** Requests keep AWS's field names; only their order is ours, so that two reports can be compared line by line. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}
