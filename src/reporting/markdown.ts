/**
 * Markdown for GitHub from texts that users and AWS wrote. Whatever a text holds, it is shown as it is: it opens no markup, HTML, link,
 * image, mention or reference, and ends no table, list or block. Only what this file makes is of type Markdown.
 */
declare const made: unique symbol
export type Markdown = string & {readonly [made]: true}

const as = (markdown: string): Markdown => markdown as Markdown

/**
 * Splits what GitHub would otherwise link in the rendered text, where an escape no longer helps: `@team`, `#12`, `GH-12`, `https://`,
 * `www.`, `:emoji:`. Renovate does the same with mentions. Invisible, and only in prose: what people copy stands in `code`.
 */
const APART = '&#8203;'
// Controls, line and paragraph separators, and the marks that reverse or hide text.
const NOT_SHOWN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu

/** What no plain line of ASCII has; almost every text is one already. */
const NOT_PLAIN = /[^ -~]| {2}|^ | $/

/** One line, visible characters only, no half characters. */
export const oneLine = (raw: string): string =>
  !NOT_PLAIN.test(raw) ? raw : raw.toWellFormed().replaceAll(NOT_SHOWN, ' ').replaceAll(/\s+/g, ' ').trim()

/** At most `longest` UTF-16 units, never half a character. */
export function clip(raw: string, longest: number): string {
  if (raw.length <= longest) return raw
  if (longest < 1) return ''
  const cut = raw.slice(0, longest - 1)
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}

const URL_IN_PROSE = /\bhttps?:\/\/[^\s<>"'`|\\]*[^\s<>"'`|\\.,;:!?)\]]/gi

/** Prose, on one line. Addresses in it are shown as code: exact, so that they can be copied, and no links. */
export function text(raw: string, longest = 2000): Markdown {
  const shown = clip(oneLine(raw), longest)
  let written = ''
  let end = 0
  for (const found of shown.matchAll(URL_IN_PROSE)) {
    written += escaped(shown.slice(end, found.index)) + code(found[0])
    end = found.index + found[0].length
  }
  return as((written + escaped(shown.slice(end))).replace(OPENS_A_BLOCK, '$1\\$2'))
}

/** At the start of a line these would open a list, a rule, a heading or a quote. */
const OPENS_A_BLOCK = /^(\d*)([-+=:]|(?<=\d)[.)](?=\s|$))/

/** Whatever a step of `escaped` looks for. */
const TO_ESCAPE = /[&<>\\`*_{}[\]~|^@#:$]|www\.|GH-/i

const escaped = (prose: string): string =>
  !TO_ESCAPE.test(prose)
    ? prose
    : prose
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll(/[\\`*_{}[\]~|^]/g, '\\$&')
        .replaceAll(/[@#]/g, `$&${APART}`)
        .replaceAll('://', `:${APART}//`)
        .replaceAll(/(www)\./gi, `$1${APART}.`)
        .replaceAll(/(GH-)(?=\d)/gi, `$1${APART}`)
        .replaceAll(/(mailto|xmpp):/gi, `$1${APART}:`)
        .replaceAll(/:(?=[a-z+-][\w+-]*:)/gi, `:${APART}`)
        // GitHub's own way to keep a dollar from opening a formula.
        .replaceAll('$', '<span>$$</span>')

/** Something exact: a name, an id, a status, as AWS prints it or the user typed it. */
export function code(raw: string, longest = 2000): Markdown {
  const shown = clip(oneLine(raw), longest)
  if (shown === '') return as('')
  if (!/[`|\\]/.test(shown)) return as(`\`${shown}\``)
  // A backtick ends a code span and a pipe a cell. Inside HTML every character can be written so that it does neither.
  return as(`<code>${shown.replaceAll(/[^\p{L}\p{N} ]/gu, character => `&#${character.codePointAt(0)};`)}</code>`)
}

export const bold = (inner: Markdown): Markdown => as(inner === '' ? '' : `**${inner}**`)

/** Only https, and only characters that cannot end the link; anything else is shown without a link. */
export const link = (label: Markdown, url: string | undefined): Markdown =>
  url !== undefined && /^https:\/\/[\w.-]+(?::\d+)?\/[\w\-./?=&%#:;,+]*$/.test(url) ? as(`[${label}](${url})`) : label

/** The words of this code, with values that are Markdown already. */
export const md = (words: TemplateStringsArray, ...values: readonly (Markdown | number)[]): Markdown =>
  as(words.reduce((written, word, index) => `${written}${values[index - 1]}${word}`))

export const join = (parts: readonly Markdown[], between: string): Markdown => as(parts.filter(part => part !== '').join(between))

/** Paragraphs, tables, lists: a block ends with an empty line, so that none runs into the next. */
export const blocks = (parts: readonly Markdown[]): Markdown => join(parts, '\n\n')

export const heading = (level: 2 | 3, inner: Markdown): Markdown => as(`${'#'.repeat(level)} ${inner}`)

export const list = (items: readonly Markdown[], rows: number): Markdown =>
  join([...items.slice(0, rows).map(item => md`- ${item}`), ...(items.length > rows ? [md`- ${more(items.length - rows)}`] : [])], '\n')

export function table(headers: readonly Markdown[], rows: readonly (readonly Markdown[])[], most: number): Markdown {
  if (rows.length === 0) return as('')
  const line = (cells: readonly Markdown[]): string => `| ${headers.map((_, column) => cells[column] ?? '').join(' | ')} |`
  const body = rows.slice(0, most).map(line)
  if (rows.length > most) body.push(line([more(rows.length - most)]))
  return as([line(headers), `|${' --- |'.repeat(headers.length)}`, ...body].join('\n'))
}

const more = (count: number): Markdown => as(`… ${count} more`)

/** A block of exact lines. The fence is longer than any in the text, so no line can end it. */
export function fence(language: '' | 'json' | 'sh' | 'sql' | 'yaml', lines: readonly string[], longest = 2000): Markdown {
  const shown = lines.map(line => clip(line.toWellFormed().replaceAll(NOT_SHOWN, ' ').trimEnd(), longest))
  const runs = shown.flatMap(line => line.match(/`+/g) ?? [])
  const marks = '`'.repeat(Math.max(3, ...runs.map(run => run.length + 1)))
  return as([`${marks}${language}`, ...shown, marks].join('\n'))
}

/** Folded away until somebody asks. The empty lines make GitHub read the inside as Markdown. */
export const details = (title: Markdown, inner: Markdown): Markdown =>
  inner === '' ? as('') : as(`<details><summary>${title}</summary>\n\n${inner}\n\n</details>`)

export const none: Markdown = as('')
