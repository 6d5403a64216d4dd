import {describe, expect, test} from '@jest/globals'
import {forbiddenArrows, importsOf, MOST_LINES, misfits} from './arrows.ts'
import {sources} from './source.ts'

describe('arrows point inward', () => {
  test.each(sources(['src', 'lab']).map(source => [source.path, source] as const))('%s', (_path, source) => {
    expect(forbiddenArrows(source)).toEqual([])
  })
})

describe('files are short and have a noun for a name', () => {
  test.each(sources(['src', 'lab', 'scripts', '__tests__', 'bench']).map(source => [source.path, source] as const))(
    '%s',
    (_path, source) => {
      expect(misfits(source)).toEqual([])
    }
  )
})

describe('a forbidden arrow is seen', () => {
  test.each([
    ['src/domain/member.ts', `import {readFile} from 'node:fs/promises'`],
    ['src/domain/member.ts', `import type {Clock} from '../waiting/clock.ts'`],
    ['src/waiting/pace.ts', `import type {RdsApi} from '../rds/api.ts'`],
    ['src/rds/api.ts', `import {RDSClient} from '@aws-sdk/client-rds'`],
    ['src/rds/api.ts', `import {type RDSClient} from '@aws-sdk/client-rds'`],
    ['src/rds/api.ts', `export * from '@smithy/types'`],
    ['src/rds/api.ts', `import {World} from '../world.ts'`],
    ['src/reporting/summary.ts', `import {World} from '../world.ts'`],
    ['src/reporting/summary.ts', `import {names} from '../inputs.ts'`],
    ['src/phases/create.ts', `const {rds} = await import('../aws/rds.ts')`],
    ['src/phases/create.ts', `import {summary} from '../reporting/summary.ts'`],
    ['src/phases/create.ts', `import {run} from '../run.ts'`],
    ['src/phases/create.ts', `type Client = import('@aws-sdk/client-rds').RDSClient`],
    ['src/checks/index.ts', `import '../main.ts'`],
    ['src/checks/index.ts', `const name = './a.ts'; await import(name)`],
    ['src/run.ts', `import * as core from '@actions/core'`],
    ['src/run.ts', `import {main} from './main.ts'`],
    ['src/main.ts', `import {rds} from './aws/rds.ts'`],
    ['src/main.ts', `import './index.ts'`],
    ['src/aws/rds.ts', `import {say} from '../github/log.ts'`],
    ['src/aws/rds.ts', `import * as core from '@actions/core'`],
    ['src/github/log.ts', `import {RDSClient} from '@aws-sdk/client-rds'`],
    ['src/index.ts', `import {box} from '../lab/box.ts'`],
    ['src/index.ts', `const pg = require('pg')`],
    ['src/drawer.ts', `import {a} from './domain/a.ts'`],
    ['lab/model/deployment.ts', `import {isReady} from '../../src/domain/ready.ts'`],
    ['lab/faces/http.ts', `export {isReady} from '../../src/domain/ready.ts'`],
    ['lab/faces/http.ts', `import * as core from '@actions/core'`],
    ['lab/simulation/walk.ts', `import {rds} from '../../src/aws/rds.ts'`],
    ['lab/model/deployment.ts', `import {root} from '../../scripts/bundle.ts'`]
  ])('%s: %s', (path, text) => {
    expect(forbiddenArrows({path, text})).toHaveLength(1)
  })
})

describe('an arrow that points inward passes', () => {
  test.each([
    ['src/domain/member.ts', `import type {Known} from './known.ts'`],
    ['src/rds/api.ts', `import type {DBInstance} from '@aws-sdk/client-rds'\nimport {every} from '../waiting/pace.ts'`],
    ['src/reporting/summary.ts', `import type {Inputs} from '../inputs.ts'`],
    ['src/phases/create.ts', `import type {World} from '../world.ts'\nimport {fault} from '../rds/fault.ts'`],
    ['src/run.ts', `import {phases} from './phases/index.ts'`],
    ['src/aws/rds.ts', `import {RDSClient} from '@aws-sdk/client-rds'\nimport type {RdsApi} from '../rds/api.ts'`],
    ['src/sql/postgres.ts', `const {Client} = await import('pg')`],
    ['src/github/log.ts', `import * as core from '@actions/core'`],
    ['src/index.ts', `const {rds} = await import('./aws/rds.ts')`],
    ['lab/model/deployment.ts', `import type {Reads} from '../../src/rds/api.ts'\nimport {NormalizedSchema} from '@smithy/core/schema'`],
    ['lab/simulation/walk.ts', `import {run} from '../../src/run.ts'`],
    ['src/domain/member.ts', `// import {a} from '../run.ts'\nexport const text = "import {a} from '../run.ts'"`]
  ])('%s: %s', (path, text) => {
    expect(forbiddenArrows({path, text})).toEqual([])
  })
})

test('every form of import is read', () => {
  const text = `import a from 'a'; import type {B} from 'b'; export {c} from 'c'; export type {D} from 'd'; import 'e'
    const f = await import('f'); type G = typeof import('g'); export {f}`
  expect(importsOf({path: 'src/x.ts', text}).map(one => [one.from, one.typeOnly])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
    ['d', true],
    ['e', false],
    ['f', false],
    ['g', true]
  ])
})

test('a long file and a drawer are seen', () => {
  expect(misfits({path: 'src/run.ts', text: 'a\n'.repeat(MOST_LINES)})).toEqual([])
  expect(misfits({path: 'src/run.ts', text: 'a\n'.repeat(MOST_LINES + 1)})).toHaveLength(1)
  for (const path of ['src/utils/a.ts', 'lab/helpers.ts', 'src/rds/types.ts', 'src/common/index.ts', 'src/util.ts']) {
    expect(misfits({path, text: ''})).toHaveLength(1)
  }
})
