// Which part of the house may import which, and what no file may be.
import {posix} from 'node:path'
import type {Source} from './source.ts'
import {textOf, walk} from './source.ts'

interface Allowed {
  /** Parts of src/ whose values may be imported; a part may always import itself. */
  readonly values: readonly string[]
  /** Parts of which only types may be imported. */
  readonly types?: readonly string[]
  /** Node's own modules and npm packages whose values may be imported: the start of their name. */
  readonly outside?: readonly string[]
  readonly outsideTypes?: readonly string[]
}

const SDK = ['@aws-sdk/', '@smithy/']
const NODE = ['node:']
const ADAPTERS = ['aws', 'sql', 'github']
const PORTS = ['rds', 'waiting', 'domain', 'world', 'inputs']
const SIBLINGS = ['phases', 'checks', 'inquiries']

/** A part is a folder or a file directly under src/. A part that is not here has no place in the house yet: give it a row. */
const PARTS: Readonly<Record<string, Allowed>> = {
  domain: {values: []},
  waiting: {values: ['domain'], outside: NODE},
  rds: {values: ['domain', 'waiting'], types: ['world'], outside: NODE, outsideTypes: SDK},
  iac: {values: ['domain']},
  parsing: {values: ['domain']},
  reporting: {values: ['domain'], types: ['inputs', 'outputs', 'world']},
  inputs: {values: ['domain', 'parsing']},
  outputs: {values: ['domain']},
  world: {values: ['domain', 'rds', 'waiting'], types: ['inputs', 'outputs', 'reporting']},
  observing: {values: ['rds', 'waiting', 'domain'], types: ['inputs', 'reporting', 'world'], outside: NODE},
  preparing: {values: ['observing', 'domain'], types: ['inputs']},
  checks: {values: ['observing', 'rds', 'waiting', 'domain'], types: ['inputs', 'reporting', 'world'], outside: NODE},
  phases: {
    values: ['preparing', 'checks', 'observing', 'rds', 'waiting', 'domain', 'inputs'],
    types: ['reporting', 'world', ...SIBLINGS],
    outside: NODE
  },
  inquiries: {
    values: ['observing', 'rds', 'waiting', 'domain', 'inputs', 'iac'],
    types: ['reporting', 'world', ...SIBLINGS],
    outside: NODE
  },
  engine: {
    values: [...SIBLINGS, 'preparing', 'observing', 'rds', 'waiting', 'domain', 'reporting'],
    types: ['inputs', 'world'],
    outside: NODE
  },
  run: {
    values: ['engine', ...SIBLINGS, 'observing', 'rds', 'waiting', 'domain', 'reporting'],
    types: ['inputs', 'outputs', 'world'],
    outside: NODE
  },
  main: {values: ['run', 'inputs', 'outputs', 'reporting', 'checks', 'domain'], types: ['world'], outside: NODE},
  aws: {values: PORTS, outside: [...SDK, ...NODE]},
  sql: {values: PORTS, outside: ['']},
  github: {values: PORTS, types: ['outputs', 'reporting'], outside: ['@actions/', ...NODE]},
  index: {values: ['main', 'run', 'reporting', 'outputs', 'iac', ...PORTS, ...SIBLINGS, ...ADAPTERS], outside: NODE}
}

/** The lab takes types of the ports, never a judgement; these folders run the project itself. */
const LAB_MAY_RUN_SRC = ['lab/demo/', 'lab/simulation/']

export interface Import {
  /** As written; undefined when it is worked out at run time. */
  readonly from: string | undefined
  readonly typeOnly: boolean
  readonly line: number
}

export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  walk(source, ({type, line, fields}) => {
    const isDeclaration = type === 'ImportDeclaration' || type === 'ExportNamedDeclaration' || type === 'ExportAllDeclaration'
    if (isDeclaration && fields['source'] != null) {
      const kind = fields['importKind'] ?? fields['exportKind']
      found.push({from: textOf(fields['source']), typeOnly: kind === 'type', line})
    }
    if (type === 'ImportExpression') found.push({from: textOf(fields['source']), typeOnly: false, line})
    if (type === 'TSImportType') {
      const argument = fields['argument'] as {literal?: unknown}
      found.push({from: textOf(argument.literal ?? argument), typeOnly: true, line})
    }
    if (type === 'CallExpression' && textOf(fields['callee'], true) === 'require') found.push({from: undefined, typeOnly: false, line})
    return true
  })
  return found
}

/** One line an import that points the wrong way, in a file of src/ or lab/. */
export function forbiddenArrows(source: Source): string[] {
  return importsOf(source).flatMap(one => {
    const complaint = judge(source.path, one)
    return complaint === undefined ? [] : [`${source.path}:${one.line} ${complaint}`]
  })
}

function judge(path: string, {from, typeOnly}: Import): string | undefined {
  if (from === undefined) return 'imports what no reader can see: write the name out'
  const target = from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined
  const what = typeOnly ? `the types of ${from}` : from
  const [top] = path.split('/')
  if (top === 'lab') return target === undefined ? judgeLabPackage(from) : judgeLabFile(path, target, typeOnly)
  const part = partOf(path)
  const allowed = PARTS[part]
  if (allowed === undefined) return `src/${part} has no place in the house: give it a row in __tests__/house/arrows.ts`
  if (target === undefined) {
    const names = [...(allowed.outside ?? []), ...(typeOnly ? (allowed.outsideTypes ?? []) : [])]
    return names.some(name => from.startsWith(name)) ? undefined : `src/${part} may not import ${what}`
  }
  if (!target.startsWith('src/')) return `src may not import ${target}`
  const other = partOf(target)
  const parts = [part, ...allowed.values, ...(typeOnly ? (allowed.types ?? []) : [])]
  return parts.includes(other) ? undefined : `src/${part} may not import ${typeOnly ? 'types' : 'values'} of src/${other}`
}

function judgeLabFile(path: string, target: string, typeOnly: boolean): string | undefined {
  if (target.startsWith('lab/')) return undefined
  if (!target.startsWith('src/')) return `lab may not import ${target}`
  if (typeOnly) return undefined
  if (!LAB_MAY_RUN_SRC.some(folder => path.startsWith(folder))) return `may import only types of ${target}`
  const part = partOf(target)
  return part === 'index' || ADAPTERS.includes(part) ? `may not import the real world: ${target}` : undefined
}

function judgeLabPackage(from: string): string | undefined {
  return from.startsWith('@actions/') ? `lab may not import ${from}` : undefined
}

const partOf = (path: string): string => (path.split('/')[1] ?? '').replace(/\.[a-z]+$/, '')

export const MOST_LINES = 400

/** One line a file that is too long or has a name under which anything could hide. */
export function misfits(source: Source): string[] {
  const lines = source.text.trimEnd().split('\n').length
  const found: string[] = []
  if (lines > MOST_LINES && /^(src|lab)\//.test(source.path)) found.push(`${source.path} has ${lines} lines, more than ${MOST_LINES}`)
  const drawers = source.path.split('/').filter(name => /^(utils?|helpers?|commons?)(\.|$)|^types\.[a-z]+$/i.test(name))
  if (drawers.length > 0) found.push(`${source.path} is a drawer (${drawers.join(', ')}): what is the noun?`)
  return found
}
