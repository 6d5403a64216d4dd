/** Every check of a source has a table of its own. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {atSwitchoverChecks} from '../../src/checks/at-switchover.ts'
import {createChecks} from '../../src/checks/create.ts'
import {root} from '../house/source.ts'

/** Checks that had tests before there were tables. */
const ELSEWHERE: readonly string[] = ['source-version-supports-blue-green']

test('every check that is asked before a creation or of both sides has a table', () => {
  const folder = join(root, '__tests__/checks')
  const text = readdirSync(folder)
    .map(name => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
  const bare = [...createChecks, ...atSwitchoverChecks]
    .map(one => one.id)
    .filter(id => ![',', ':'].some(mark => text.includes(`'${id}'${mark} [`)))
  expect(bare.filter(id => !ELSEWHERE.includes(id))).toEqual([])
})
