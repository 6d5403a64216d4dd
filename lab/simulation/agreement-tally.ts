/** Counts over many sources, and the lines they are printed as. A tally travels between processes as JSON. */
import type {Compared} from './agreement.ts'
import type {Counts} from './tally.ts'
import {bump, printCounts} from './tally.ts'

export interface Disagreement {
  readonly seed: number
  readonly what: readonly string[]
}

export interface AgreementTally {
  sources: number
  /** By the create call itself, or half an hour later. */
  refused: number
  readonly said: Counts
  /** How many sources the lab held each row against. */
  readonly rows: Counts
  readonly failures: Disagreement[]
}

export const emptyAgreement = (): AgreementTally => ({sources: 0, refused: 0, said: {}, rows: {}, failures: []})

export function countSource(tally: AgreementTally, {seed, said, did, rows, disagreements}: Compared): void {
  tally.sources += 1
  if (did !== 'accepted') tally.refused += 1
  bump(tally.said, said)
  for (const row of rows) bump(tally.rows, row)
  if (disagreements.length > 0) tally.failures.push({seed, what: disagreements})
}

export function mergeAgreement(into: AgreementTally, from: AgreementTally): void {
  into.sources += from.sources
  into.refused += from.refused
  for (const part of ['said', 'rows'] as const) for (const [name, times] of Object.entries(from[part])) bump(into[part], name, times)
  into.failures.push(...from.failures)
}

export const printDisagreement = ({seed, what}: Disagreement): string =>
  [`source ${seed}`, ...what.map(line => `  disagree: ${line}`), `  replay: npm run simulate -- --sources 1 --from ${seed} --log`].join(
    '\n'
  )

export const printAgreement = (tally: AgreementTally, seconds: number): string =>
  [
    `what plan said: ${printCounts(tally.said)}`,
    `what the lab held against it: ${printCounts(tally.rows)}`,
    `${tally.sources} sources in ${seconds.toFixed(1)} s, ${tally.refused} refused by the lab by ${Object.keys(tally.rows).length} rows, ${tally.failures.length} disagreements`
  ].join('\n')
