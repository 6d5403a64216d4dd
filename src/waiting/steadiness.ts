/** How long something has looked the same, at how many looks: what one look shows may be old (rule 19). */
export interface Held {
  readonly looks: number
  /** Elapsed milliseconds at the first of these looks, and at the last. */
  readonly since: number
  readonly until: number
}

export type Steadiness = ReadonlyMap<string, Held>

/** What is claimed now stays or begins; what is not claimed any more is forgotten. Pure. */
export function hold(before: Steadiness, claims: Iterable<string>, elapsed: number): Steadiness {
  const after = new Map<string, Held>()
  for (const claim of claims) {
    const held = before.get(claim)
    after.set(
      claim,
      held === undefined ? {looks: 1, since: elapsed, until: elapsed} : {looks: held.looks + 1, since: held.since, until: elapsed}
    )
  }
  return after
}

/** Claimed at two looks or more, the first and the last at least so many milliseconds apart, and at every look between. */
export function hasHeld(steadiness: Steadiness, claim: string, milliseconds: number): boolean {
  const held = steadiness.get(claim)
  return held !== undefined && held.looks >= 2 && held.until - held.since >= milliseconds
}
