/**
 * docs/checks.md: every check, and every row of scripts/register/ with its check or why there is none.
 * `node scripts/checks-register.ts` prints it, `--write` rewrites the file.
 */
import {writeFileSync} from 'node:fs'
import type {Check} from '../src/checks/check.ts'
import {checks} from '../src/checks/index.ts'
import type {OwnRow, Row, Section} from './register/row.ts'
import {WITHOUT} from './register/row.ts'
import {SECTIONS} from './register/rows.ts'

const INTRO = `# Checks

What this action asks before a phase does something, and every limitation of RDS Blue/Green Deployments that we know of, with the check that asks for it or why none does. Generated: \`node scripts/checks-register.ts --write\`. [facts.md](facts.md) has the rows that code cites, with date and certainty. Rows of \`O-\`, \`C-\` and \`U-\` are lists of others, numbered only here.

## How to read it

A check is a statement; its verdict is \`met\`, \`not_met\`, \`unknown\` (it cannot be told, and the report says why) or \`not_applicable\`. Verdicts stand in the summary and in the output \`checks\`. Before its first write each phase asks its checks anew.

| severity | what stops the run | with \`ignore-checks\` |
|---|---|---|
| proof | \`not_met\` and \`unknown\` | cannot be ignored: its id is an input error, as one that is not there |
| blocking | \`not_met\`; \`unknown\` goes on (that of \`replica-lag-is-within-limit\` stops too) | goes on, and the report says that it was overruled |
| advice | nothing | needs no ignoring |

\`ignore-checks\` takes the ids of the first table, separated by commas or new lines. RDS asks most of what is blocking as well, at once, half an hour later or at the switchover: ignoring a check does not make RDS accept.

Where no check covers a row, the last column says why:

| why | means |
|---|---|
${Object.entries(WITHOUT)
  .map(([kind, meaning]) => `| ${kind} | ${meaning} |`)
  .join('\n')}
`

const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*')
const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')

const checkLine = ({id, title, severity, guards, rows, isMendedByPrepare}: Check): readonly string[] => [
  `\`${id}\``,
  title,
  severity,
  guards.join(', '),
  isMendedByPrepare === true ? 'yes' : '',
  rows.length === 0 ? 'an input' : rows.join(', ')
]

const isOwn = (row: Row): row is OwnRow => !('same' in row)

/** Ids of the checks that name this row. */
const covering = (row: string): readonly string[] => checks.filter(check => check.rows.includes(row)).map(check => `\`${check.id}\``)

function answerTo({row, without}: OwnRow): string {
  const ids = covering(row)
  if (ids.length > 0) return ids.join(', ')
  return without === undefined ? 'not yet' : `${without.is}: ${without.because}`
}

const ANSWER = 'check, or why there is none'

/** A list of somebody else's was read in one place, and speaks of every source. */
function sectionText({title, rows}: Section): string {
  const own = rows.filter(isOwn)
  const made =
    own.length === rows.length
      ? table(
          ['row', 'sources', 'limitation', 'read in', ANSWER],
          own.map(row => [row.row, row.scope, row.what, row.source, answerTo(row)])
        )
      : table(
          ['row', 'limitation', ANSWER],
          rows.map(row => [row.row, row.what, isOwn(row) ? answerTo(row) : `as ${row.same.join(', ')}`])
        )
  return `### ${title}\n\n${made}\n`
}

export function checksDocument(): string {
  const all = table(['check', 'statement', 'severity', 'before', 'prepare mends it', 'rows'], checks.map(checkLine))
  return [INTRO, `## Every check\n\n${all}\n`, '## Every row\n', ...SECTIONS.map(sectionText)].join('\n')
}

if (import.meta.main) {
  if (process.argv.includes('--write')) writeFileSync(new URL('../docs/checks.md', import.meta.url), checksDocument())
  else process.stdout.write(checksDocument())
}
