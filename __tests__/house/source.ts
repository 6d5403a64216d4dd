import {readdirSync, readFileSync} from 'node:fs'
import {join, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parse} from '@babel/parser'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly text: string
}

export interface Node {
  readonly type: string
  readonly line: number
  /** Under which key of the parent it stands. */
  readonly key: string
  readonly parent: Node | undefined
  readonly fields: Readonly<Record<string, unknown>>
}

/** Every file with the ending under the folders; a folder that does not exist has none. */
export function sources(folders: readonly string[], ending = '.ts'): Source[] {
  return pathsUnder(folders)
    .filter(path => path.endsWith(ending))
    .map(path => ({path, text: readFileSync(join(root, path), 'utf8')}))
}

/** Every file of ours under the folders, from the root of the repository, with slashes, sorted. */
export function pathsUnder(folders: readonly string[]): string[] {
  const present = readdirSync(root)
  return folders
    .filter(folder => present.includes(folder))
    .flatMap(folder => readdirSync(join(root, folder), {recursive: true, withFileTypes: true}))
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter(path => !path.includes('/node_modules/'))
    .sort()
}

/** Calls `visit` with every syntax node, parents first; false: leave out what is below. */
export function walk(source: Source, visit: (node: Node) => boolean): void {
  const {program} = parse(source.text, {
    sourceType: 'module',
    createImportExpressions: true,
    plugins: ['typescript', 'explicitResourceManagement'],
    sourceFilename: source.path
  })
  const step = (value: unknown, key: string, parent: Node | undefined): void => {
    if (Array.isArray(value)) {
      for (const one of value) step(one, key, parent)
      return
    }
    if (!isRaw(value)) return
    const node = {type: value.type, line: value.loc.start.line, key, parent, fields: value}
    if (!visit(node)) return
    for (const [name, below] of Object.entries(value)) if (!NOT_SYNTAX.has(name)) step(below, name, node)
  }
  step(program, 'program', undefined)
}

/** The text in a node's field when it is a string literal, or a name if names count. */
export function textOf(value: unknown, names = false): string | undefined {
  if (!isRaw(value)) return undefined
  if (names && value.type === 'Identifier') return value['name'] as string
  return value.type === 'StringLiteral' ? (value['value'] as string) : undefined
}

const NOT_SYNTAX = new Set(['loc', 'extra', 'leadingComments', 'innerComments', 'trailingComments', 'errors', 'tokens'])

interface Raw extends Record<string, unknown> {
  readonly type: string
  readonly loc: {readonly start: {readonly line: number}}
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && 'type' in value && 'loc' in value
