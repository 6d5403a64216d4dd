/** When a waiting line is worth printing: when something changed, and otherwise now and then, ever more rarely, as a sign of life. */
export interface Printed {
  readonly key: string
  /** Milliseconds on the same clock as `now`. */
  readonly at: number
  /** Signs of life since the last change. */
  readonly beats: number
}

const MINUTE = 60_000
const PAUSES = [1 * MINUTE, 2 * MINUTE, 5 * MINUTE] as const
const LAST_PAUSE = 10 * MINUTE

/** What to remember when the line is to be printed; undefined when it is not. */
export function whenToPrint(last: Printed | undefined, key: string, now: number): Printed | undefined {
  if (last === undefined || last.key !== key) return {key, at: now, beats: 0}
  if (now - last.at < (PAUSES[last.beats] ?? LAST_PAUSE)) return undefined
  return {key, at: now, beats: last.beats + 1}
}
