// The runner goes away without a word at some request of a whole upgrade with cleanup: the same step again, on another runner that knows
// nothing, comes to the same end. Every request and each of its three moments: `npm run kills`.
import {join} from 'node:path'
import {expect, test} from '@jest/globals'
import {root} from '../house/source.ts'
import {killedAndStartedAgain, WHEN} from './killing.ts'
import {kinds} from './kinds.ts'

/** Spread over the whole run, which makes a hundred requests and more; `cleanup-killed.test.ts` strikes right after each write. */
const REQUESTS = [1, 7, 13, 19, 26, 34, 42, 50, 58, 66, 74]
const points = kinds.flatMap((kind, column) =>
  REQUESTS.map((request, index) => ({kind, is: kind.is, request, when: WHEN[(index + column) % 3] ?? 'after_effect'}))
)

test.concurrent.each(points)('killed at request $request, $when: $is', async ({kind, request, when}) => {
  expect(await killedAndStartedAgain(kind, {request, when})).toBeDefined()
})

/** Only what the step was given: no PATH, no home, nothing of the run before, and no file to read or write but its own. */
const nobody = [
  'PATH',
  'HOME',
  'CI',
  'GITHUB_ACTIONS',
  'GITHUB_SERVER_URL',
  'GITHUB_REPOSITORY',
  'GITHUB_RUN_ID',
  'GITHUB_RUN_ATTEMPT',
  'GITHUB_WORKSPACE'
]

test.concurrent.each(kinds)(
  'what it knows is in AWS: the second run has another RUNNER_TEMP, an empty environment, no other file: $is',
  async kind => {
    const env = Object.fromEntries(nobody.map(name => [name, undefined]))
    const nodeFlags = (folder: string): readonly string[] => [
      '--permission',
      ...[`${join(root, 'dist')}/*`, `${join(root, 'package.json')}`, `${folder}/*`].map(path => `--allow-fs-read=${path}`),
      ...['temp/*', 'commands/output', 'commands/summary'].map(path => `--allow-fs-write=${folder}/${path}`)
    ]
    expect(await killedAndStartedAgain(kind, {request: 40, when: 'after_effect'}, {env, nodeFlags})).toBeDefined()
  }
)
