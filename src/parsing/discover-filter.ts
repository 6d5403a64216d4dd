import type {Kind, Read} from './kind.ts'
import {collect, hasControl, linesOf, manyLines, quote, read, wrong} from './kind.ts'

/** One condition of `discover`; all must hold. */
export type DiscoverFilter =
  | {readonly by: 'tag'; readonly key: string; readonly value: string}
  | {readonly by: 'engine'; readonly engine: string}
  | {readonly by: 'version'; readonly is: '<' | '<=' | '=' | '>=' | '>'; readonly version: string}
  /** `pattern` in lower case; `*` stands for any characters. */
  | {readonly by: 'identifier'; readonly pattern: string}

export const discoverFilter: Kind<readonly DiscoverFilter[]> = manyLines(
  'lines of tag:Key=value, engine=name, version<16.4 (or <=, =, >=, >), identifier=prefix*',
  text => collect(linesOf(text), readLine)
)

function readLine(line: string): Read<DiscoverFilter> {
  if (hasControl(line)) return wrong(`${quote(line)} contains a control character`)
  const [, key, tagValue] = /^tag:([^=]+)=(.*)$/.exec(line) ?? []
  if (key !== undefined && tagValue !== undefined) return read({by: 'tag', key: key.trim(), value: tagValue.trim()})
  const [, engine] = /^engine\s*=\s*([a-z][a-z0-9-]*)$/i.exec(line) ?? []
  if (engine !== undefined) return read({by: 'engine', engine: engine.toLowerCase()})
  const [, comparison, version] = /^version\s*(<=|>=|<|>|=)\s*(\d[0-9A-Za-z._-]*)$/.exec(line) ?? []
  const is = (['<', '<=', '=', '>=', '>'] as const).find(one => one === comparison)
  if (is !== undefined && version !== undefined) return read({by: 'version', is, version})
  const [, pattern] = /^identifier\s*=\s*([A-Za-z0-9*-]+)$/.exec(line) ?? []
  if (pattern !== undefined) return read({by: 'identifier', pattern: pattern.toLowerCase()})
  return wrong(`${quote(line)} is no condition`)
}
