import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {reportPath, stepContext} from '../../src/github/context.ts'
import {writeReport, writeSummary} from '../../src/github/files.ts'

const runner = {
  GITHUB_SERVER_URL: 'https://github.example.com',
  GITHUB_REPOSITORY: 'acme/orders',
  GITHUB_RUN_ID: '19000000001',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_OUTPUT: '/o',
  GITHUB_STEP_SUMMARY: '/s',
  RUNNER_TEMP: '/home/runner/work/_temp/'
}

describe('what the runner tells', () => {
  test('a run of GitHub', () => {
    const context = stepContext(runner, '/spare')
    expect(context).toEqual({
      run: {url: 'https://github.example.com/acme/orders/actions/runs/19000000001/attempts/2', id: '19000000001.2'},
      repository: 'acme/orders',
      outputPath: '/o',
      summaryPath: '/s',
      folder: '/home/runner/work/_temp/'
    })
    expect(reportPath(context, '0123456789ab')).toBe('/home/runner/work/_temp/rds-blue-green-01234567.json')
  })

  test('nothing outside GitHub', () => {
    expect(stepContext({}, '/spare')).toEqual({
      run: {url: '', id: ''},
      repository: '',
      outputPath: undefined,
      summaryPath: undefined,
      folder: '/spare'
    })
    expect(stepContext({GITHUB_OUTPUT: '', GITHUB_RUN_ID: 'x'}, '/spare').outputPath).toBeUndefined()
  })

  test('what is not in the form GitHub gives it is not taken: it goes into tags and links', () => {
    const odd = {...runner, GITHUB_REPOSITORY: 'acme/orders?x', GITHUB_SERVER_URL: 'javascript:alert(1)', GITHUB_RUN_ATTEMPT: ''}
    expect(stepContext(odd, '').run).toEqual({url: '', id: '19000000001.1'})
    expect(stepContext({...odd, GITHUB_REPOSITORY: 'acme/orders'}, '').run.url).toBe(
      'https://github.com/acme/orders/actions/runs/19000000001'
    )
  })
})

test('the summary is added to what the step already said, the report is a file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'step-'))
  const path = join(folder, 'summary')
  const before = process.env['GITHUB_STEP_SUMMARY']
  try {
    writeFileSync(path, 'before\n')
    process.env['GITHUB_STEP_SUMMARY'] = path
    await writeSummary('## after\n', process.env)
    expect(readFileSync(path, 'utf8')).toBe('before\n## after\n')
    await writeSummary('nowhere', {})
    await writeReport(join(folder, 'report.json'), '{}')
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('{}')
  } finally {
    if (before === undefined) delete process.env['GITHUB_STEP_SUMMARY']
    else process.env['GITHUB_STEP_SUMMARY'] = before
    rmSync(folder, {recursive: true})
  }
})
