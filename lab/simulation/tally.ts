/** Counts over many seeds, and the lines they are printed as. A tally travels between processes as JSON. */
import type {UnknownName} from '../model/unknowns.ts'
import {unknownSettings} from '../model/unknowns.ts'
import type {Played} from './play.ts'
import {printEntry} from './play.ts'

export type Counts = Record<string, number>

export interface Failure {
  readonly seed: number
  readonly what: readonly string[]
  readonly writes: readonly string[]
  readonly meddled: readonly string[]
}

export interface Tally {
  seeds: number
  requests: number
  runs: number
  windows: number
  readonly ends: Counts
  readonly calm: Counts
  readonly people: Counts
  readonly unknowns: Record<string, Counts>
  readonly failures: Failure[]
}

const WRITES_SHOWN = 12

export const emptyTally = (): Tally => ({
  seeds: 0,
  requests: 0,
  runs: 0,
  windows: 0,
  ends: {},
  calm: {},
  people: {},
  unknowns: {},
  failures: []
})

export const bump = (counts: Counts, name: string, by = 1): void => {
  counts[name] = (counts[name] ?? 0) + by
}

export function count(tally: Tally, played: Played): void {
  tally.seeds += 1
  tally.requests += played.requests
  tally.runs += played.ends.length
  tally.windows += played.windows
  for (const end of played.ends) bump(tally.ends, end)
  for (const deed of played.meddled) bump(tally.people, deed)
  bump(tally.calm, played.calm)
  for (const [name, setting] of Object.entries(played.unknowns)) {
    tally.unknowns[name] ??= {}
    bump(tally.unknowns[name], setting)
  }
  if (played.violations.length === 0) return
  tally.failures.push({
    seed: played.seed,
    what: played.violations.map(one => `${new Date(one.at).toISOString()} ${one.run} ${one.what}`),
    writes: played.writes.slice(-WRITES_SHOWN).map(one => `${new Date(one.at).toISOString()} ${one.caller} ${printEntry(one)}`),
    meddled: played.meddled
  })
}

export function merge(into: Tally, from: Tally): void {
  into.seeds += from.seeds
  into.requests += from.requests
  into.runs += from.runs
  into.windows += from.windows
  for (const part of ['ends', 'calm', 'people'] as const)
    for (const [name, times] of Object.entries(from[part])) bump(into[part], name, times)
  for (const [unknown, counts] of Object.entries(from.unknowns)) {
    into.unknowns[unknown] ??= {}
    const own = into.unknowns[unknown]
    for (const [setting, times] of Object.entries(counts)) bump(own, setting, times)
  }
  into.failures.push(...from.failures)
}

export const printCounts = (counts: Counts): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, times]) => `${times} ${name}`)
    .join(', ')

/** Settings of unknowns that no seed drew. */
export const undrawn = (tally: Tally): readonly string[] =>
  Object.entries(unknownSettings).flatMap(([name, settings]: [string, readonly string[]]) =>
    settings.filter(setting => (tally.unknowns[name as UnknownName]?.[setting] ?? 0) === 0).map(setting => `${name}=${setting}`)
  )

export function printFailure(failure: Failure): string {
  return [
    `seed ${failure.seed}`,
    ...failure.what.map(line => `  violated: ${line}`),
    ...(failure.meddled.length === 0 ? [] : [`  people: ${failure.meddled.join('; ')}`]),
    `  the last ${failure.writes.length} writes:`,
    ...failure.writes.map(line => `    ${line}`),
    `  replay: npm run simulate -- --from ${failure.seed} --seeds 1 --log`
  ].join('\n')
}

export function printTally(tally: Tally, seconds: number): string {
  return [
    `how runs ended: ${printCounts(tally.ends)}`,
    `how the calm ended: ${printCounts(tally.calm)}`,
    `what people did: ${printCounts(tally.people)}`,
    'unknowns of RDS, as drawn:',
    ...Object.entries(tally.unknowns).map(([name, counts]) => `  ${name}: ${printCounts(counts)}`),
    `names that changed hands between the last look and the deletion (no means to close it): ${tally.windows}`,
    `${tally.seeds} seeds, ${tally.runs} runs, ${tally.requests} requests in ${seconds.toFixed(1)} s: ${(tally.seeds / seconds).toFixed(0)} seeds/s, ${tally.failures.length} with violations`
  ].join('\n')
}
