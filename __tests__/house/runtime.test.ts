import {spawnSync} from 'node:child_process'
import {get} from 'node:http'
import {expect, test} from '@jest/globals'
import {root} from './source.ts'

test('tests run on the Node of the runners', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24)
})

test('a spawned process gets that Node, and no flags of Jest', () => {
  const {stdout} = spawnSync('node', ['-p', 'JSON.stringify([process.version, process.env.NODE_OPTIONS ?? "", process.execArgv.length])'], {
    cwd: root,
    encoding: 'utf8'
  })
  expect(JSON.parse(stdout)).toEqual([process.version, '', 2])
})

test('no test reaches beyond this machine', async () => {
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow()
  const error = await new Promise<Error>(resolve => {
    get('http://192.0.2.1/').on('error', resolve)
  })
  expect(error.message).toMatch(/Disallowed net connect/)
})
