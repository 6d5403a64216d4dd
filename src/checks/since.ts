/** What came with a minor version of each PostgreSQL major: a later major has it from its beginning, an earlier one never got it. */
import {compareVersions, majorOf} from '../domain/engine-version.ts'

/** First minor by major. */
export type Minors = Readonly<Record<string, string>>

export interface Since {
  readonly has: boolean
  /** In the same major; undefined: no version of it has it. */
  readonly first: string | undefined
}

export function since(minors: Minors, version: string): Since {
  const major = majorOf('postgres', version)
  const first = minors[major]
  if (first !== undefined) return {has: compareVersions(version, first) >= 0, first}
  return {has: Object.keys(minors).every(one => compareVersions(major, one) > 0), first: undefined}
}
