/** Our few lines for the runner are those of @actions/core, which is too slow to load for the first request. */
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import * as core from '@actions/core'
import {expect, jest, test} from '@jest/globals'
import {annotation, groupEnd, groupStart, keyValue, mask} from '../../src/github/commands.ts'

const TEXTS = ['plain', '100 %\nsecond, line: end\r\nthird', 'a=b,c:d', '%0A']

function saidByCore(act: () => void): string {
  const said: string[] = []
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation(text => said.push(String(text)) > 0)
  try {
    act()
  } finally {
    spy.mockRestore()
  }
  return said.join('')
}

test.each(TEXTS)('commands for %j', text => {
  // Line ends are made one kind before: GitHub shows a carriage return as nothing at all.
  const lines = text.replaceAll('\r\n', '\n')
  expect(`${annotation('warning', text)}\n`).toBe(saidByCore(() => core.warning(lines, {title: 'rds-blue-green'})))
  expect(`${annotation('error', text)}\n`).toBe(saidByCore(() => core.error(lines, {title: 'rds-blue-green'})))
  expect(`${mask(text)}\n`).toBe(saidByCore(() => core.setSecret(text)))
  expect(`${groupStart(text)}\n${groupEnd}\n`).toBe(
    saidByCore(() => {
      core.startGroup(text.replaceAll(/\r?\n/g, ' '))
      core.endGroup()
    })
  )
})

test.each([...TEXTS, ''])('the file for the output %j', text => {
  const folder = mkdtempSync(join(tmpdir(), 'outputs-'))
  const path = join(folder, 'output')
  const before = process.env['GITHUB_OUTPUT']
  try {
    writeFileSync(path, '')
    process.env['GITHUB_OUTPUT'] = path
    core.setOutput('status', text)
    const written = readFileSync(path, 'utf8')
    const [, delimiter = ''] = /<<(.*)\n/.exec(written) ?? []
    expect(keyValue('status', text, delimiter)).toBe(written)
    expect(delimiter).toMatch(/^ghadelimiter_/)
  } finally {
    if (before === undefined) delete process.env['GITHUB_OUTPUT']
    else process.env['GITHUB_OUTPUT'] = before
    rmSync(folder, {recursive: true})
  }
})
