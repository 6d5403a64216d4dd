/** Engine versions as RDS prints them: `16.4`, `8.0.36`, `10.11.6`, `16.4-R1`, `11.22-rds.20240418`, `8.0.mysql_aurora.3.08.0`. */

/** Digits compare as numbers, letters as letters; a version that goes on is later than the one it begins with. */
export function compareVersions(one: string, other: string): number {
  const left = partsOf(one)
  const right = partsOf(other)
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = compareParts(left[index], right[index])
    if (difference !== 0) return difference
  }
  return 0
}

const partsOf = (version: string): readonly string[] => version.toLowerCase().match(/\d+|[a-z_]+/g) ?? []

function compareParts(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0
  if (one === undefined) return -1
  if (other === undefined) return 1
  const isNumber = (part: string): boolean => /\d/.test(part)
  if (isNumber(one) && isNumber(other)) return Math.sign(Number(one) - Number(other))
  if (isNumber(one) !== isNumber(other)) return isNumber(one) ? 1 : -1
  return one < other ? -1 : 1
}

/** The version is what was asked for, or begins with it at the end of a component: `16` is 16.4 and not 160, `16.1` is not 16.10. */
export function isAt(version: string, asked: string): boolean {
  const [whole, beginning] = [version.toLowerCase(), asked.toLowerCase()]
  return whole === beginning || whole.startsWith(`${beginning}.`) || whole.startsWith(`${beginning}-`)
}

/**
 * What a major upgrade changes. PostgreSQL from 10: the first component. MySQL, MariaDB, PostgreSQL 9: the first two; Aurora MySQL
 * speaks of MySQL's version there. A short form is the major as far as it goes: `8` of MySQL is `8`, which is no major by itself.
 */
export function majorOf(engine: string, version: string): string {
  const [first = '', second] = version.split(/[.-]/)
  const isOneNumber = engine.toLowerCase().includes('postgres') && Number(first) >= 10
  return isOneNumber || second === undefined ? first : `${first}.${second}`
}

/** Undefined of none. */
export const newest = (versions: readonly string[]): string | undefined => versions.toSorted(compareVersions).at(-1)
export const oldest = (versions: readonly string[]): string | undefined => versions.toSorted(compareVersions)[0]

/** The exact version that a short form means: itself if there is one of that name, else the newest that begins with it. */
export function resolve(asked: string, candidates: readonly string[]): string | undefined {
  const exact = candidates.find(version => version.toLowerCase() === asked.toLowerCase())
  return exact ?? newest(candidates.filter(version => isAt(version, asked)))
}
