/**
 * What comments cite: rows and sections of docs/facts.md (`facts 1.4`, `G-26`, `B20 to B27`), rules (`rule 4`) and headings of
 * docs/contract.md and docs/rules.md (`contract, "Tags"`). A list goes on with commas, `and` or `to`.
 */
import {parse} from '@babel/parser'
import type {Source} from '../house/source.ts'

export interface Citations {
  readonly facts: readonly string[]
  readonly rules: readonly string[]
  /** `contract Tags`, `rules Severity of checks`. */
  readonly headings: readonly string[]
}

const ROW = String.raw`(?:(?:AM|AP|AG|[GMSPLA])-\d{2}|B\d{1,2})`
const SECTION = String.raw`\d{1,2}\.\d{1,2}`
const ITEM = String.raw`(?:${ROW}|\d{1,2}(?:\.\d{1,2})?)`
const LIST = String.raw`${ITEM}(?:(?:,\s*|\s+and\s+|\s+to\s+)${ITEM})*\b`

const comments = ({path, text}: Source): string[] =>
  path.endsWith('.ts')
    ? (parse(text, {sourceType: 'module', plugins: ['typescript', 'explicitResourceManagement']}).comments ?? []).map(one =>
        one.value.replaceAll(/\n\s*\*/g, '\n')
      )
    : [text]

const allOf = (pattern: string, text: string, flags = 'g'): string[] =>
  [...text.matchAll(new RegExp(pattern, flags))].map(found => found[1] ?? found[0])

/** `1.1 to 1.4` and `B20 to B27` name everything between. */
function itemsOf(list: string): string[] {
  const found: string[] = []
  for (const one of list.matchAll(new RegExp(`(\\s+to\\s+)?(${ITEM})`, 'g'))) {
    const [item = '', from = ''] = [one[2], found.at(-1)]
    const [, stem = '', first = ''] = /^(\d+\.|B)(\d+)$/.exec(from) ?? []
    const last = item.startsWith(stem) ? Number(item.slice(stem.length)) : Number.NaN
    if (one[1] !== undefined && stem !== '') for (let at = Number(first) + 1; at < last; at += 1) found.push(`${stem}${at}`)
    found.push(item)
  }
  return found
}

export function citationsIn(source: Source): Citations {
  const facts: string[] = [
    ...allOf(`\\brow: '([^']+)'`, source.text),
    ...allOf(String.raw`\brows: \[([^\]]+)\]`, source.text).flatMap(list => allOf(`'([^']+)'`, list))
  ]
  const rules: string[] = []
  const headings: string[] = []
  for (const comment of comments(source)) {
    const text = comment.replaceAll(/\s+/g, ' ')
    const elsewhere = allOf(`\\becosystem facts (${SECTION})`, text)
    const own = text.replaceAll(/\becosystem facts [\d.]+/g, '')
    const lists = [
      ...allOf(`\\b[Ff]acts (${LIST})`, own),
      // The lab's unknowns begin with their rows.
      ...allOf(`^\\*? ?(${SECTION}(?:, ${ITEM})*)(?=[\\s:]|$)`, own),
      ...allOf(`\\((${SECTION}(?:, ${ITEM})*)(?=[,:)])`, own),
      ...allOf(`\\. (${SECTION}):`, own),
      ...allOf(`\\b(${ROW}(?: to ${ROW})?)\\b`, own)
    ]
    facts.push(...lists.flatMap(itemsOf), ...elsewhere.map(section => `ecosystem ${section}`))
    rules.push(...allOf(String.raw`\brules? (\d{1,2}(?:(?:, | and )\d{1,2})*)`, own, 'gi').flatMap(list => list.match(/\d+/g) ?? []))
    headings.push(...[...own.matchAll(/\b(contract|rules), "([^"]+?),?"/g)].map(([, where = '', title = '']) => `${where} ${title}`))
  }
  return {facts: unique(facts), rules: unique(rules), headings: unique(headings)}
}

const unique = (all: readonly string[]): string[] => [...new Set(all)]
