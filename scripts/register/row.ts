/** What the register of checks knows of a limitation: one entry a row. Whether a check covers it, the checks themselves say. */

/** Why there is no check, and what that means for whoever reads the register. */
export const WITHOUT = {
  sql: 'Only a query to the database shows it: left to a release with SQL access.',
  input: 'Reading the inputs refuses it, before the first request.',
  phase:
    'The phase itself sees to it: it waits, adopts, leaves out or refuses. What a check that is ignored could turn into loss is always here.',
  rds: 'RDS sees to it by itself.',
  after: 'It needs action after the switchover, and belongs to the list of advice.',
  lifted: 'AWS no longer asks for it.',
  nothing: 'There is nothing to ask.',
  nobody: 'Nothing that this action can read shows it; where it applies it is advice.'
} as const

export interface Without {
  readonly is: keyof typeof WITHOUT
  readonly because: string
}

/** A limitation in our own words, with where it was read (the keys are those of docs/facts.md). */
export interface OwnRow {
  readonly row: string
  /** Which sources it is about. */
  readonly scope: 'all' | 'instances' | 'clusters'
  readonly what: string
  readonly source: string
  /** Given exactly where no check covers it. */
  readonly without?: Without
}

/** The same limitation, listed by somebody else. */
export interface SameRow {
  readonly row: string
  readonly what: string
  readonly same: readonly string[]
}

export type Row = OwnRow | SameRow

export interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}
