/**
 * `node scripts/scrub-report.ts report.json > scrubbed.json`: the report of a real upgrade without what names you. Account ids, ARNs,
 * endpoints, resource ids, keys and names of databases become words that stay the same throughout the file; statuses, versions, reasons,
 * RDS's messages and every time stay, which is what there is to learn from. Read the result before you give it away.
 */
import {readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'

type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json}

/** Fields that hold a name, whatever it looks like. */
const NAMED = /^(source|target|source-identifier|green-identifier|old-identifier|deployment-name|name|on|database)$/
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['endpoint', /[\w.-]+\.rds\.amazonaws\.com(?:\.cn)?/g],
  ['resource', /\b(?:db|cluster)-[A-Z0-9]{20,}\b/g],
  ['deployment', /\bbgd-[a-z0-9]{16}\b/g],
  ['key', /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g],
  ['run', /https:\/\/[^\s"]+\/actions\/runs\/\d+/g],
  ['account', /(?<![A-Za-z0-9]|\d\.)\d{12}(?![A-Za-z0-9])/g]
]

export function scrub(text: string): string {
  const report = JSON.parse(text) as Json
  const words = new Map<string, string>()
  const counts = new Map<string, number>()
  const wordFor = (kind: string, value: string): string => {
    const known = words.get(value)
    if (known !== undefined) return known
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    words.set(value, `${kind}-${count}`)
    return `${kind}-${count}`
  }
  // Longest first: orders-r1 before orders.
  const names = [...namesIn(report)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
  const scrubbed = (value: string): string => {
    let made = value
    for (const [kind, shape] of PARTS) made = made.replaceAll(shape, found => wordFor(kind, found))
    for (const name of names)
      made = made.replaceAll(new RegExp(`(?<![\\w-])${name.replaceAll(/[^\w-]/g, '\\$&')}(?!\\w)`, 'gi'), wordFor('name', name))
    return made
  }
  const walk = (value: Json, key = ''): Json => {
    if (typeof value === 'string') return key === 'fingerprint' ? '' : (nested(value) ?? scrubbed(value))
    if (Array.isArray(value)) return value.map((one: Json) => walk(one))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one as Json, name)]))
  }
  /** Some outputs are JSON themselves. */
  const nested = (value: string): string | undefined => {
    if (!/^[[{]/.test(value)) return undefined
    try {
      return JSON.stringify(walk(JSON.parse(value) as Json))
    } catch {
      return undefined
    }
  }
  return `${JSON.stringify(walk(report), undefined, 2)}\n`
}

/** What is called what: from the fields that hold names, and from the ends of ARNs. */
function namesIn(report: Json): ReadonlySet<string> {
  const found = new Set<string>()
  const walk = (value: Json, key: string): void => {
    if (typeof value === 'string') {
      for (const [, name = ''] of value.matchAll(/arn:aws[^\s":]*:rds:[^\s":]*:\d*:[a-z-]+:([\w.-]+)/g)) found.add(name)
      if (NAMED.test(key) && /^[a-z][\w-]*$/i.test(value)) found.add(value)
    } else if (Array.isArray(value)) for (const one of value as readonly Json[]) walk(one, key)
    else if (typeof value === 'object' && value !== null) for (const [name, one] of Object.entries(value)) walk(one as Json, name)
  }
  walk(report, '')
  for (const name of found) if (/^(bgd-|db-[A-Z0-9]{20}|cluster-[A-Z0-9]{20})/.test(name)) found.delete(name)
  return found
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = process.argv[2]
  if (path === undefined) throw new Error('give the path of the report: node scripts/scrub-report.ts report.json')
  process.stdout.write(scrub(readFileSync(path, 'utf8')))
}
