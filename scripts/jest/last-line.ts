import {relative} from 'node:path'

interface File {
  readonly testFilePath: string
  readonly testExecError?: unknown
  readonly failureMessage?: string | null
  readonly testResults: readonly {readonly status: string; readonly fullName: string}[]
}

export interface Results {
  readonly testResults: readonly File[]
}

/** The skipped tests by title, then `N passed, N failed` as the last line. A file that could not be run counts as a failed test. */
export function lastLines(results: Results | undefined, exitCode: number, root: string): string[] {
  const count = {passed: 0, failed: 0, skipped: 0}
  const lines: string[] = []
  for (const file of results?.testResults ?? []) {
    const path = relative(root, file.testFilePath)
    for (const test of file.testResults) {
      if (test.status === 'passed') count.passed += 1
      else if (test.status === 'failed') count.failed += 1
      else {
        count.skipped += 1
        lines.push(`skipped: ${path}: ${test.fullName}`)
      }
    }
    const complains = file.testExecError !== undefined || Boolean(file.failureMessage)
    if (complains && !file.testResults.some(test => test.status === 'failed')) {
      count.failed += 1
      lines.push(`failed: ${path} as a file`)
    }
  }
  // No tests found, an interrupted run, a missed coverage threshold: no test failed, yet this is no pass.
  if (count.failed === 0 && (exitCode !== 0 || results === undefined)) count.failed = 1
  return [...lines, `${count.passed} passed, ${count.failed} failed${count.skipped > 0 ? `, ${count.skipped} skipped` : ''}`]
}

/** Speaks when the process exits: Jest's own summary comes after every reporter that is asked for by name. */
export default class LastLine {
  #results: Results | undefined

  constructor(config: {readonly rootDir: string}) {
    process.once('exit', code => {
      process.stdout.write(`\n${lastLines(this.#results, code, config.rootDir).join('\n')}\n`)
    })
  }

  onRunComplete(_contexts: unknown, results: Results): void {
    this.#results = results
  }
}
