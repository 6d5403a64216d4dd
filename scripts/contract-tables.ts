/**
 * action.yml and the tables of the README, made from src/inputs.ts and src/outputs.ts.
 * `node scripts/contract-tables.ts` prints the tables, `--write` rewrites action.yml and what stands between the README's markers.
 */
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {ALONE, PHASE_ORDER} from '../src/domain/outcome.ts'
import {INPUT_GROUPS} from '../src/inputs.ts'
import {OUTPUTS} from '../src/outputs.ts'

type InputRow = (typeof INPUT_GROUPS)[number]['rows'][string]

const root = new URL('..', import.meta.url)
const MARKED = ['inputs', 'outputs'] as const

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

export function actionYml(): string {
  const lines = [
    '# Generated from src/inputs.ts and src/outputs.ts: node scripts/contract-tables.ts --write',
    'name: rds-blue-green',
    'description: Upgrade an Amazon RDS or Aurora database through a blue/green deployment, one provable phase at a time',
    'author: rds-blue-green contributors',
    'branding:',
    '  icon: database',
    '  color: blue',
    '',
    'inputs:'
  ]
  for (const {title, rows} of INPUT_GROUPS) {
    lines.push(`  # ${title}`)
    for (const [name, row] of Object.entries(rows)) {
      lines.push(`  ${name}:`, `    description: ${quoted(row.meaning)}`, `    required: ${name === 'mode'}`)
      if (row.fallback !== '') lines.push(`    default: ${quoted(row.fallback)}`)
    }
  }
  lines.push('', 'outputs:')
  for (const [name, meaning] of Object.entries(OUTPUTS)) lines.push(`  ${name}:`, `    description: ${quoted(meaning)}`)
  return `${[...lines, '', 'runs:', '  using: node24', '  main: dist/index.js'].join('\n')}\n`
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*')
const code = (text: string): string => (text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``)

const usedBy = ({used}: InputRow): string => (used.length === PHASE_ORDER.length + ALONE.length ? 'all' : used.join(', '))

const inputLine = ([name, row]: readonly [string, InputRow]): string =>
  `| \`${name}\` | ${name === 'mode' ? 'required' : code(row.fallback)} | ${cell(row.meaning)} | ${usedBy(row)} | ${code(row.example)} |`

export function tables(): Readonly<Record<(typeof MARKED)[number], string>> {
  const groups = INPUT_GROUPS.map(({title, rows}) =>
    [
      `#### ${title}`,
      '',
      '| input | default | meaning | used by | example |',
      '|---|---|---|---|---|',
      ...Object.entries(rows).map(inputLine)
    ].join('\n')
  )
  const outputs = Object.entries(OUTPUTS).map(([name, meaning]) => `| \`${name}\` | ${cell(meaning)} |`)
  return {inputs: groups.join('\n\n'), outputs: ['| output | meaning |', '|---|---|', ...outputs].join('\n')}
}

/** The README with both tables brought up to date; markers that are not there are left out. */
export function updated(readme: string): string {
  const made = tables()
  return MARKED.reduce((text, name) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    const from = text.indexOf(open)
    const to = text.indexOf(close, from)
    return from < 0 || to < 0 ? text : `${text.slice(0, from + open.length)}\n${made[name]}\n${text.slice(to)}`
  }, readme)
}

if (import.meta.main) {
  if (process.argv.includes('--write')) {
    writeFileSync(new URL('action.yml', root), actionYml())
    const readme = new URL('README.md', root)
    if (existsSync(readme)) writeFileSync(readme, updated(readFileSync(readme, 'utf8')))
  } else {
    const {inputs, outputs} = tables()
    process.stdout.write(`${inputs}\n\n${outputs}\n`)
  }
}
