/**
 * The query protocol's request: a form with dotted keys, read by a schema into the input the SDK would have been given. Strict:
 * what the schema does not know, and what does not parse, is refused. `ValidationError` and `MissingParameter` are the documented
 * common errors; which of its codes RDS itself would pick for a garbled form is not documented.
 */
import type {NormalizedSchema} from '@smithy/core/schema'
import {Refused, requiredMembers} from './wire.ts'

interface Node {
  readonly value: string | undefined
  readonly children: ReadonlyMap<string, Node>
}

/** The form without `Action` and `Version`. */
export function readForm(structure: NormalizedSchema, form: Iterable<readonly [string, string]>): object {
  const root = grow(
    [...form].map(([key, value]) => [key.split('.'), value] as const),
    ''
  )
  return structure.isUnitSchema() ? readNothing(root) : readStructure(structure, root, '')
}

function grow(entries: readonly (readonly [readonly string[], string])[], path: string): Node {
  const values = entries.filter(([keys]) => keys.length === 0)
  const names = [...new Set(entries.flatMap(([[first]]) => first ?? []))]
  if (values.length > 1 || (values.length === 1 && names.length > 0)) throw new Refused('ValidationError', `Duplicate parameter ${path}`)
  const children = names.map(name => {
    const within = entries.filter(([[first]]) => first === name).map(([keys, value]) => [keys.slice(1), value] as const)
    return [name, grow(within, join(path, name))] as const
  })
  return {value: values[0]?.[1], children: new Map(children)}
}

function readNothing(root: Node): object {
  for (const name of root.children.keys()) throw unknown(name)
  return {}
}

function readStructure(structure: NormalizedSchema, node: Node, path: string): object {
  if (node.value !== undefined) throw malformed(path)
  const members = [...structure.structIterator()]
  const onWire = new Map(members.map(([name, member]) => [member.getMergedTraits().xmlName ?? name, {name, member}]))
  const read = [...node.children].map(([wireName, child]) => {
    const known = onWire.get(wireName)
    if (known === undefined) throw unknown(join(path, wireName))
    return [known.name, readValue(known.member, child, join(path, wireName))] as const
  })
  const input: Record<string, unknown> = Object.fromEntries(read)
  for (const name of requiredMembers(structure)) {
    if (input[name] === undefined) throw new Refused('MissingParameter', `The request must contain the parameter ${join(path, name)}`)
  }
  return input
}

function readValue(schema: NormalizedSchema, node: Node, path: string): unknown {
  if (schema.isListSchema()) return readList(schema, node, path)
  if (schema.isStructSchema()) return readStructure(schema, node, path)
  const {value} = node
  if (value === undefined) throw malformed(path)
  if (schema.isStringSchema()) return value
  if (schema.isBooleanSchema()) return readBoolean(value, path)
  if (schema.isNumericSchema()) return readNumber(value, path)
  if (schema.isTimestampSchema()) return readDate(value, path)
  throw malformed(path)
}

/** An empty list stands as its bare name. */
function readList(list: NormalizedSchema, node: Node, path: string): readonly unknown[] {
  if (node.value === '' && node.children.size === 0) return []
  const item = list.getValueSchema()
  const itemName = item.getMergedTraits().xmlName ?? 'member'
  const flat = list.getMergedTraits().xmlFlattened !== undefined
  const items = flat ? node : onlyChild(node, itemName, path)
  return Array.from({length: items.children.size}, (_, index) => {
    const at = flat ? `${path}.${index + 1}` : `${path}.${itemName}.${index + 1}`
    const child = items.children.get(`${index + 1}`)
    if (child === undefined) throw malformed(at)
    return readValue(item, child, at)
  })
}

function onlyChild(node: Node, name: string, path: string): Node {
  for (const other of node.children.keys()) if (other !== name) throw unknown(join(path, other))
  const child = node.children.get(name)
  if (child === undefined || node.value !== undefined) throw malformed(path)
  return child
}

function readBoolean(value: string, path: string): boolean {
  if (value !== 'true' && value !== 'false') throw malformed(path)
  return value === 'true'
}

function readNumber(value: string, path: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw malformed(path)
  return Number(value)
}

function readDate(value: string, path: string): Date {
  const date = new Date(value)
  if (!/^\d{4}-\d\d-\d\dT/.test(value) || Number.isNaN(date.getTime())) throw malformed(path)
  return date
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function unknown(path: string) {
  return new Refused('ValidationError', `Unknown parameter ${path}`)
}

function malformed(path: string) {
  return new Refused('ValidationError', `Value at ${path} cannot be parsed`)
}
