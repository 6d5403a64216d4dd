// Time, chance and the process come in as a parameter: what reads them directly cannot be simulated.
import type {Node, Source} from './source.ts'
import {textOf, walk} from './source.ts'

/** Where each may be used; `lab/` may use them all. */
const EVERYWHERE = ['src/index.ts', 'src/waiting/real-clock.ts', 'src/github/']
const OUTSIDE_WORLD = [...EVERYWHERE, 'src/aws/']

const GLOBALS = new Set(['performance', 'setTimeout', 'setInterval', 'setImmediate', 'globalThis', 'global'])
/** Objects of which some members are fine: the members that are not. */
const MEMBERS: Readonly<Record<string, RegExp>> = {
  Date: /^now$/,
  Math: /^random$/,
  AbortSignal: /^timeout$/,
  crypto: /^(random|getRandomValues)/
}
const MODULES = /^(node:)?(timers|timers\/promises|perf_hooks)$/
const PROCESS_MODULE = /^(node:)?process$/
const CRYPTO_MODULE = /^(node:)?crypto$/

/** One line a use, in a file where it has no place, of the time, of chance or of the process. */
export function forbiddenGlobals(source: Source): string[] {
  const found: string[] = []
  const complain = (name: string, line: number): void => {
    const places = name.startsWith('process') ? EVERYWHERE : OUTSIDE_WORLD
    if (source.path.startsWith('lab/') || places.some(place => source.path.startsWith(place))) return
    found.push(`${source.path}:${line} ${name}`)
  }
  walk(source, node => {
    if (isType(node)) return false
    if (node.type === 'ImportDeclaration') {
      if (node.fields['importKind'] !== 'type') for (const name of importedNames(node)) complain(name, node.line)
      return false
    }
    if (node.type === 'ImportExpression') {
      const from = textOf(node.fields['source']) ?? ''
      if (MODULES.test(from) || PROCESS_MODULE.test(from) || CRYPTO_MODULE.test(from)) complain(from.replace('node:', ''), node.line)
    }
    const name = node.type === 'Identifier' && isValue(node) ? textOf(node.fields, true) : undefined
    if (name !== undefined) {
      const use = useOf(name, node)
      if (use !== undefined) complain(use, node.line)
    }
    return true
  })
  return found
}

/** What is wrong with this mention of the name, or undefined. */
function useOf(name: string, node: Node): string | undefined {
  if (GLOBALS.has(name) || name === 'process') return name
  const members = Object.hasOwn(MEMBERS, name) ? MEMBERS[name] : undefined
  const parent = node.parent
  if (members === undefined || parent === undefined) return undefined
  if (isMember(parent) && node.key === 'object') {
    const member = textOf(parent.fields['property'], parent.fields['computed'] !== true)
    if (member === undefined) return `${name}[...]`
    return members.test(member) ? `${name}.${member}` : undefined
  }
  if (parent.type === 'BinaryExpression' && parent.fields['operator'] === 'instanceof') return undefined
  if (name === 'Date' && parent.type === 'NewExpression' && node.key === 'callee') {
    return (parent.fields['arguments'] as unknown[]).length === 0 ? 'new Date()' : undefined
  }
  // Handed on as a value, its members can no longer be followed.
  return name === 'Date' && parent.type === 'CallExpression' && node.key === 'callee' ? 'Date()' : `${name} as a value`
}

function importedNames(node: Node): string[] {
  const from = textOf(node.fields['source']) ?? ''
  if (MODULES.test(from) || PROCESS_MODULE.test(from)) return [from.replace('node:', '')]
  if (!CRYPTO_MODULE.test(from)) return []
  return (node.fields['specifiers'] as Record<string, unknown>[]).flatMap(specifier => {
    const name = textOf(specifier['imported'], true)
    if (name === undefined) return ['crypto as a whole']
    return /^(random|getRandomValues|webcrypto)/.test(name) ? [`crypto.${name}`] : []
  })
}

const isMember = (node: Node): boolean => node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression'

/** Expressions that carry a type are still expressions. */
const isType = (node: Node): boolean =>
  node.type.startsWith('TS') && !/^TS(As|Satisfies|NonNull|Instantiation)\w*Expression$|^TSTypeAssertion$/.test(node.type)

/** A name that stands for a value, rather than a property's or a label's. */
function isValue({key, parent}: Node): boolean {
  if (parent === undefined) return false
  const isComputed = parent.fields['computed'] === true
  if (isMember(parent)) return key === 'object' || isComputed
  if (/^(Object|Class)(Property|Method|PrivateProperty|PrivateMethod|AccessorProperty)$/.test(parent.type))
    return key !== 'key' || isComputed
  return !/^(ExportSpecifier|LabeledStatement|BreakStatement|ContinueStatement|MetaProperty)$/.test(parent.type) || key === 'local'
}
