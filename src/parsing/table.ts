/** What an input is, and how a table of them is read from the environment. Pure. */
import type {ModeName} from '../domain/outcome.ts'
import type {Kind} from './kind.ts'
import {echo, hasControl, quote} from './kind.ts'
import {nearMisses} from './near-misses.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** One input. `Missing` is what one that is not given reads as. */
export interface Row<T, Missing> {
  readonly kind: Kind<T>
  /** As it stands in action.yml; empty where there is none. */
  readonly fallback: string
  readonly missing: Missing
  /** Must not be given as empty: that is what a lost output looks like (contract, "Inputs"). */
  readonly neverEmpty: boolean
  /** The modes that look at it; the others parse and ignore it. */
  readonly used: readonly ModeName[]
  /** One line, for action.yml and the README. */
  readonly meaning: string
  /** As it is written in a workflow. */
  readonly example: string
}

const row = <T, M>(
  kind: Kind<T>,
  missing: M,
  fallback: string,
  used: readonly ModeName[],
  meaning: string,
  example: string
): Row<T, M> => ({
  kind,
  fallback,
  missing,
  neverEmpty: false,
  used,
  meaning,
  example
})

export const optional = <T>(kind: Kind<T>, used: readonly ModeName[], meaning: string, example: string): Row<T, undefined> =>
  row(kind, undefined, '', used, meaning, example)

/** A list that is not given is empty. */
export const many = <T>(
  kind: Kind<readonly T[]>,
  used: readonly ModeName[],
  meaning: string,
  example: string
): Row<readonly T[], readonly T[]> => row(kind, [], '', used, meaning, example)

/** Throws for a default that its own kind refuses: a mistake in the table, found by whatever imports it. */
export function usually<T>(fallback: string, kind: Kind<T>, used: readonly ModeName[], meaning: string, example: string): Row<T, T> {
  const value = kind.read(fallback)
  if (value.is === 'wrong') throw new Error(`the default ${fallback} is not allowed: ${kind.allowed}`)
  return row(kind, value.value, fallback, used, meaning, example)
}

export const neverEmpty = <T, M>(one: Row<T, M>): Row<T, M> => ({...one, neverEmpty: true})

export type Table = Readonly<Record<string, Row<unknown, unknown>>>

/** A row and what it is called: by people, in the code, in the environment. */
interface NamedRow {
  readonly name: string
  readonly key: string
  readonly variable: string
  readonly row: Row<unknown, unknown>
}

export interface NamedTable<T extends Table> {
  readonly table: T
  readonly rows: readonly NamedRow[]
}

export const named = <T extends Table>(table: T): NamedTable<T> => ({
  table,
  rows: Object.entries(table).map(([name, one]) => ({name, key: camelOf(name), variable: variableOf(name), row: one}))
})

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S
type ValueOf<R> = R extends Row<infer T, infer M> ? T | M : never

export type Values<T> = {readonly [K in keyof T & string as Camel<K>]: ValueOf<T[K]>}

/** One thing that is wrong with what was given. Every text is harmless on a line of the log. */
export interface Problem {
  readonly input: string
  /** As typed, quoted and shortened; empty when nothing was given, `(not shown)` when it must not be printed. */
  readonly value: string
  /** What is wrong; never empty. */
  readonly because: string
  readonly allowed: string
  readonly example: string
}

export const camelOf = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
export const kebabOf = (key: string): string => key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

/**
 * The runner's spelling: capitals, dashes kept. The runner sets the variable of every input that action.yml declares, to the default
 * or to nothing, and keeps an explicitly empty value (actions/runner, ActionRunner.RunAsync and ActionManifestManager.ConvertInputs).
 */
export const variableOf = (name: string): string => `INPUT_${name.toUpperCase()}`

export interface TableRead<T> {
  readonly values: Values<T>
  /** Given, but not readable: rules over several inputs must not complain of them again. */
  readonly broken: ReadonlySet<string>
  readonly problems: readonly Problem[]
  readonly secrets: readonly string[]
}

/** Reads every row. What cannot be read counts as not given from here on, so that the rules over several inputs can still be asked. */
export function readTable<T extends Table>({table, rows}: NamedTable<T>, env: Env): TableRead<T> {
  const misses = nearMisses(Object.keys(table), env)
  const problems = misses.map(miss => miss.problem)
  const broken = new Set<string>()
  const secrets = misses.filter(miss => table[miss.meant]?.kind.shown === 'secret').map(miss => env[miss.variable] ?? '')
  const values: Record<string, unknown> = {}
  for (const {name, key, variable, row: one} of rows) {
    const text = textOf(variable, one, env)
    if (one.kind.shown === 'secret') secrets.push(text)
    const found = readRow(one, text, env[variable] !== undefined)
    if ('because' in found) {
      problems.push(problemWith(name, one, env, found.because))
      broken.add(name)
    }
    values[key] = 'because' in found ? one.missing : found.value
  }
  // The rows are what their types say; TypeScript cannot follow a computed key.
  return {values: values as Values<T>, broken, problems, secrets: secrets.filter(text => text.trim() !== '')}
}

function readRow(one: Row<unknown, unknown>, text: string, isGiven: boolean): {readonly value: unknown} | {readonly because: string} {
  const {kind, fallback} = one
  if (text.trim() === '') {
    return one.neverEmpty && isGiven
      ? {because: 'it is given and empty, which is what a lost output looks like: leave it out, or give a value'}
      : {value: one.missing}
  }
  if (kind.lines === 'one' && kind.shown !== 'secret' && hasControl(text)) {
    return {because: 'it contains a line break or another character that cannot be seen'}
  }
  const found = kind.read(text)
  if (found.is === 'read') return {value: found.value}
  const given = fallback === '' ? '' : `; the default is ${fallback}`
  return {because: found.because === '' ? `this is not allowed${given}` : found.because}
}

/** A secret is taken as it is: a space at its end may belong to it. */
function textOf(variable: string, {kind}: Row<unknown, unknown>, env: Env): string {
  const text = env[variable] ?? ''
  return kind.shown === 'secret' ? text : text.trim()
}

const LONGEST_REASON = 600

export function problemWith(name: string, one: Row<unknown, unknown>, env: Env, because: string): Problem {
  const text = textOf(variableOf(name), one, env)
  const value = text.trim() === '' ? '' : one.kind.shown === 'yes' ? quote(text) : '(not shown)'
  // Reasons quote what was typed.
  return {input: name, value, because: echo(because, LONGEST_REASON), allowed: one.kind.allowed, example: one.example}
}
