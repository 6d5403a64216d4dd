/** The way to a version that RDS does not upgrade to at once. Pure. */
import {compareVersions, isAt} from '../domain/engine-version.ts'
import type {EngineVersion} from '../rds/surroundings.ts'

/**
 * The fewest upgrades from one version to another (or the newest that begins with it), the last of them the version asked for; empty where
 * RDS knows no way. Among ways of the same length those over newer versions: they have had more fixes.
 */
export function hopsBetween(versions: readonly EngineVersion[], from: string, asked: string): readonly string[] {
  const targets = new Map(
    versions.map(one => [
      one.version,
      one.targets
        .map(target => target.version)
        .toSorted(compareVersions)
        .reverse()
    ])
  )
  const seen = new Set([from])
  let ways: readonly (readonly string[])[] = [[from]]
  while (ways.length > 0) {
    const longer: (readonly string[])[] = []
    for (const way of ways)
      for (const next of targets.get(way.at(-1) ?? '') ?? []) {
        if (isAt(next, asked)) return [...way.slice(1), next]
        if (seen.has(next)) continue
        seen.add(next)
        longer.push([...way, next])
      }
    ways = longer
  }
  return []
}
