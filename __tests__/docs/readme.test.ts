/** The README speaks of what exists, and leaves out nothing of it: reasons, phases, inputs nobody acts on, commands, links. */
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join, posix} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {REASONS} from '../../src/domain/outcome.ts'
import {INPUTS} from '../../src/inputs.ts'
import {OUTPUT_NAMES} from '../../src/outputs.ts'
import {AVAILABLE} from '../../src/run.ts'
import {pathsUnder, root, sources} from '../house/source.ts'
import {tableRows} from './markdown-tables.ts'

const file = (name: string): string => readFileSync(join(root, name), 'utf8')
const readme = file('README.md')
const src = sources(['src'])

test('troubleshooting has every reason that this release can give, and no other', () => {
  const words = ['src/domain/outcome.ts', 'src/reporting/headline.ts']
  const given = src.filter(({path}) => !words.includes(path))
  const used = REASONS.filter(reason => given.some(({text}) => text.includes(`'${reason}'`)))
  expect(
    tableRows(readme, ['reason', 'what is true', 'what to do'])
      .map(([reason]) => reason ?? '')
      .toSorted()
  ).toEqual(used.toSorted())
})

test('the table of modes has every mode of this release, and the others are named as missing', () => {
  const modes = tableRows(readme, ['mode', 'when', 'what it changes', 'safe to repeat?']).map(([mode]) => mode ?? '')
  expect(modes.toSorted()).toEqual([...AVAILABLE].toSorted())
})

test('inputs that nobody acts on are named', () => {
  const [, named = ''] = /does not act on them: (.+)\.$/m.exec(readme) ?? []
  const camel = (name: string): string => name.replaceAll(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase())
  const acting = src.filter(({path}) => path !== 'src/inputs.ts' && !path.startsWith('src/parsing/'))
  const isUsed = (name: string): boolean => acting.some(({text}) => new RegExp(`\\b(?:inputs|#inputs)\\.${camel(name)}\\b`).test(text))
  const idle = Object.keys(INPUTS).filter(name => name !== 'mode' && !isUsed(name))
  expect([...named.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual(idle)
})

test('outputs that nobody gives are named', () => {
  const [, named = ''] = /leaves these empty: (.+)\.$/m.exec(readme) ?? []
  const speaking = /^src\/(?:outputs|inputs|domain\/outcome)\.ts$|^src\/(?:parsing|reporting)\//
  const giving = src.filter(({path}) => !speaking.test(path))
  const isGiven = (name: string): boolean => giving.some(({text}) => new RegExp(`\\['${name}',|'${name}':|(?<![-\\w'])${name}:`).test(text))
  const empty = OUTPUT_NAMES.filter(name => !isGiven(name))
  expect([...named.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual(empty)
})

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...pathsUnder(['docs']).filter(path => path.endsWith('.md'))
]

describe.each(documents)('%s', document => {
  const text = file(document)

  test('links to files and headings that are there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter(link => !/^https?:/.test(link))
    const broken = links.filter(link => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? document : posix.normalize(posix.join(dirname(document), path))
      if (!existsSync(join(root, target))) return true
      return anchor !== undefined && !anchors(file(target)).includes(anchor)
    })
    expect(broken).toEqual([])
  })

  test('names npm scripts and files that are there', () => {
    const {scripts} = JSON.parse(file('package.json')) as {scripts: Record<string, string>}
    const asked = [...text.matchAll(/\bnpm (?:run )?([a-z]+)\b/g)].map(([, name = '']) => name)
    expect(asked.filter(name => !(name in scripts) && !['ci', 'install', 'run'].includes(name))).toEqual([])
    const paths = [...text.matchAll(/`((?:src|lab|scripts|docs|examples|__tests__)\/[\w./-]*)`/g)].map(([, path = '']) => path)
    expect(paths.filter(path => !existsSync(join(root, path)))).toEqual([])
  })

  test('names no machine', () => {
    expect(text).not.toMatch(/\/work\/|\/home\/|\/root\/|\/tmp\//)
  })
})

function anchors(text: string): string[] {
  const titles = [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => title)
  return titles.map(title =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-')
  )
}
