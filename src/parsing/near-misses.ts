/** Inputs that nobody reads because their name is a little wrong: GitHub only warns of them, and a lost `dry-run` is a real run. */
import {echo} from './kind.ts'
import type {Env, Problem} from './table.ts'

const PREFIX = 'INPUT_'

export interface NearMiss {
  readonly variable: string
  readonly meant: string
  readonly problem: Problem
}

export function nearMisses(names: readonly string[], env: Env): readonly NearMiss[] {
  const known = new Set(names.map(name => `${PREFIX}${name.toUpperCase()}`))
  return Object.keys(env)
    .filter(variable => variable.toUpperCase().startsWith(PREFIX) && !known.has(variable))
    .sort()
    .flatMap(variable => {
      const given = variable.slice(PREFIX.length).toLowerCase()
      const meant = nearest(given, names)
      if (meant === undefined) return []
      const because = `there is no such input; is ${meant} meant?`
      return [{variable, meant, problem: {input: echo(given), value: '', because, allowed: '', example: ''}}]
    })
}

const bare = (name: string): string => name.replace(/[^a-z0-9]/g, '')

/** Equal but for punctuation, or at most two letters away; one where the name is short, or `node` would be taken for `mode`'s sibling. */
function nearest(given: string, names: readonly string[]): string | undefined {
  const distances = names
    .map(name => ({name, distance: distance(bare(given), bare(name))}))
    .filter(one => one.distance <= (one.name.length <= 5 ? 1 : 2))
    .sort((one, other) => one.distance - other.distance)
  return distances[0]?.name
}

/** Letters to add, leave out, replace, or swap with their neighbour; above two, any number above two. */
export function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3
  let older: number[] = []
  let last = Array.from({length: other.length + 1}, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = at(last, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, isSwapped ? at(older, j - 2) + 1 : replaced))
    }
    older = last
    last = row
  }
  return at(last, other.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY
