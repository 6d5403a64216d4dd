/** `name=value` lines: tags and parameters. Split at the first `=`, so a value may contain more of them. */

import type {Kind, Read} from './kind.ts'
import {collect, hasControl, linesOf, manyLines, quote, read, wrong} from './kind.ts'

export interface Tag {
  readonly key: string
  readonly value: string
}

export interface Parameter {
  readonly name: string
  readonly value: string
}

function split(line: string): Read<readonly [string, string]> {
  const at = line.indexOf('=')
  if (at < 0) return wrong(`${quote(line)} has no =`)
  if (hasControl(line)) return wrong(`${quote(line)} contains a control character`)
  return at === 0 ? wrong(`${quote(line)} has nothing before =`) : read([line.slice(0, at).trim(), line.slice(at + 1).trim()])
}

function pairs<T>(text: string, how: (name: string, value: string) => Read<T>): Read<readonly T[]> {
  const seen = new Set<string>()
  return collect(linesOf(text), line => {
    const pair = split(line)
    if (pair.is === 'wrong') return pair
    const [name, value] = pair.value
    if (seen.has(name)) return wrong(`${quote(name)} is there twice`)
    seen.add(name)
    return how(name, value)
  })
}

const MOST_TAGS = 20
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

/** RDS keeps `aws:` and `rds:` for itself; ours would be taken for the record of a run (contract, "Tags"). */
const RESERVED = ['aws:', 'rds:', 'rds-blue-green/']

export const tags: Kind<readonly Tag[]> = manyLines(
  `key=value lines, at most ${MOST_TAGS}; letters, digits, spaces and _.:/=+-@; keys of at most 128 characters, values of at most 256`,
  text => {
    const all = pairs(text, (key, value) => {
      const reserved = RESERVED.find(prefix => key.toLowerCase().startsWith(prefix))
      if (reserved !== undefined) return wrong(`${quote(key)} begins with ${reserved}, which is reserved`)
      if ([...key].length > 128 || [...value].length > 256) return wrong(`${quote(key)} or its value is too long`)
      return TAG_TEXT.test(key) && TAG_TEXT.test(value)
        ? read({key, value})
        : wrong(`${quote(`${key}=${value}`)} has a character that RDS refuses`)
    })
    return all.is === 'read' && all.value.length > MOST_TAGS ? wrong(`there are ${all.value.length}`) : all
  }
)

export const parameters: Kind<readonly Parameter[]> = manyLines('name=value lines', text =>
  pairs(text, (name, value) =>
    /^[A-Za-z][\w.-]*$/.test(name) ? read({name, value}) : wrong(`${quote(name)} is not the name of a parameter`)
  )
)
