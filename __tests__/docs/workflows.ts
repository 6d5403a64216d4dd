/**
 * Workflow files, read as far as the examples go: block mappings and sequences, plain and quoted scalars, `{}`. Whatever else YAML has
 * is refused, so an example stays readable by every reader.
 */
export type Yaml = string | Yaml[] | {readonly [key: string]: Yaml}

interface Line {
  readonly indent: number
  readonly text: string
  readonly number: number
}

export function readYaml(text: string): Yaml {
  const lines = text.split('\n').flatMap((raw, index): Line[] => {
    const bare = raw.replace(/(?:^|\s)#.*$/, '').trimEnd()
    return bare === '' ? [] : [{indent: bare.length - bare.trimStart().length, text: bare.trimStart(), number: index + 1}]
  })
  const reader = {lines, at: 0}
  const value = block(reader, 0)
  const left = reader.lines[reader.at]
  if (left !== undefined) throw new Error(`line ${left.number}: is indented like nothing before it`)
  return value
}

interface Reader {
  lines: Line[]
  at: number
}

function block(reader: Reader, indent: number): Yaml {
  const first = reader.lines[reader.at]
  if (first === undefined || first.indent < indent) return ''
  return first.text.startsWith('- ') ? sequence(reader, first.indent) : mapping(reader, first.indent)
}

function sequence(reader: Reader, indent: number): Yaml[] {
  const items: Yaml[] = []
  for (let line = reader.lines[reader.at]; line?.indent === indent && line.text.startsWith('- '); line = reader.lines[reader.at]) {
    // What stands behind the dash is the first line of a block of its own.
    reader.lines[reader.at] = {...line, indent: indent + 2, text: line.text.slice(2)}
    items.push(KEY.test(line.text.slice(2)) ? mapping(reader, indent + 2) : scalar(line.text.slice(2), line.number))
    if (!KEY.test(line.text.slice(2))) reader.at += 1
  }
  return items
}

const KEY = /^([\w-]+):(?: (.*))?$/

function mapping(reader: Reader, indent: number): Yaml {
  const found: Record<string, Yaml> = {}
  for (let line = reader.lines[reader.at]; line?.indent === indent; line = reader.lines[reader.at]) {
    const [, key = '', value] = KEY.exec(line.text) ?? []
    if (key === '') throw new Error(`line ${line.number}: no key: ${line.text}`)
    if (key in found) throw new Error(`line ${line.number}: ${key} is there twice`)
    reader.at += 1
    found[key] = value === undefined ? block(reader, indent + 1) : scalar(value, line.number)
  }
  return found
}

function scalar(text: string, line: number): Yaml {
  if (text === '{}') return {}
  const quoted = /^'((?:[^']|'')*)'$/.exec(text)?.[1]
  if (quoted !== undefined) return quoted.replaceAll("''", "'")
  if (/^[[\]{}|>&*!%@`"']|: |^- /.test(text)) throw new Error(`line ${line}: cannot be read: ${text}`)
  return text
}

export const isMap = (value: Yaml | undefined): value is {readonly [key: string]: Yaml} =>
  typeof value === 'object' && !Array.isArray(value)

export interface Step {
  readonly job: string
  readonly id: string
  readonly uses: string
  readonly with: Readonly<Record<string, string>>
}

/** Every step of every job. */
export function stepsOf(workflow: Yaml): Step[] {
  const jobs = isMap(workflow) && isMap(workflow['jobs']) ? workflow['jobs'] : {}
  return Object.entries(jobs).flatMap(([job, body]) => {
    const list = isMap(body) && Array.isArray(body['steps']) ? body['steps'] : []
    return list.flatMap(step => {
      if (!isMap(step)) return []
      const given = isMap(step['with']) ? Object.entries(step['with']) : []
      const text = (value: Yaml | undefined): string => (typeof value === 'string' ? value : '')
      return [
        {job, id: text(step['id']), uses: text(step['uses']), with: Object.fromEntries(given.map(([key, value]) => [key, text(value)]))}
      ]
    })
  })
}
