import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from '@jest/globals'
import {bundle, differences, filesUnder, packagesOf} from '../../scripts/bundle.ts'
import {root} from './source.ts'

const scratch = mkdtempSync(join(tmpdir(), 'dist-'))
afterAll(() => rmSync(scratch, {recursive: true}))

test('dist/ is what src/ builds to (else: npm run build), and names no folder of this machine', () => {
  const built = join(scratch, 'dist')
  bundle(built)
  const files = filesUnder(built)
  expect(differences(filesUnder(join(root, 'dist')), files)).toEqual([])
  expect([...files].filter(([, bytes]) => bytes.includes(root) || bytes.includes(scratch)).map(([name]) => name)).toEqual([])
}, 120_000)

test('a chunk that is missing, left over or different is seen', () => {
  const of = (files: Record<string, string>): Map<string, Buffer> =>
    new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))
  expect(differences(of({'1.index.js': 'a', 'index.js': 'a', same: 's'}), of({'2.index.js': 'a', 'index.js': 'b', same: 's'}))).toEqual([
    '1.index.js is left over',
    '2.index.js is missing',
    'index.js differs'
  ])
})

test('packages are found inside merged modules and below one another', () => {
  const modules = ['lib/index.js', 'node_modules/@a/b/lib/c.js', 'node_modules/d/node_modules/e/index.js', 'node_modules/@a/b/d.js']
  expect(packagesOf(modules)).toEqual(['node_modules/@a/b', 'node_modules/d/node_modules/e'])
})
