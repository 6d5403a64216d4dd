/** docs/reliability.md names every unknown of the model with its settings, and only commands and files there are. */
import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {unknownSettings} from '../../lab/model/unknowns.ts'
import {defects} from '../../lab/teeth/defects.ts'
import {root} from '../house/source.ts'

const text = readFileSync(join(root, 'docs/reliability.md'), 'utf8')

test('every unknown of the model is there by name, with its settings', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| .* \| (.*) \|$/gm)].map(([, name, settings]) => [name, settings?.replaceAll('`', '')])
  expect(rows).toEqual(Object.entries(unknownSettings).map(([name, settings]) => [name, settings.join(', ')]))
})

test('npm test plays the seeds it says, and fresh ones for as long', () => {
  const slice = readFileSync(join(root, '__tests__/lab/simulation/slice.test.ts'), 'utf8')
  const figure = (pattern: RegExp): number => Number(pattern.exec(slice)?.[1])
  const seeds = figure(/^const FIXED = \{from: 1, seeds: (\d+)\}$/m)
  const seconds = figure(/^const FRESH = .* milliseconds: (\d+)\}$/m) / 1000
  expect(text).toContain(`\`npm test\` plays the seeds 1 to ${seeds}, and fresh seeds for ${seconds} seconds`)
})

test('every npm script, file and count it names is there', () => {
  const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {scripts: Record<string, string>}
  const named = [...text.matchAll(/`npm (?:run )?(\w+)/g)].map(([, name = '']) => name)
  expect(named.filter(name => !(name in scripts))).toEqual([])
  const linked = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path)
  expect(linked.filter(path => !existsSync(join(root, 'docs', path)))).toEqual([])
  expect(text).toContain(`${defects.length} of ${defects.length} found`)
})
