/** The two files that a run leaves behind: the summary of the step and the report. Both may fail; who publishes catches. */
import {writeFile} from 'node:fs/promises'
import type {Env} from './context.ts'

/** Appends to the summary of the step; outside GitHub there is none. @actions/core is loaded here, when all the work is done. */
export async function writeSummary(markdown: string, env: Env): Promise<void> {
  const path = env['GITHUB_STEP_SUMMARY']
  if (path === undefined || path === '') return
  const {summary} = await import('@actions/core')
  await summary.addRaw(markdown).write()
}

export const writeReport = (path: string, json: string): Promise<void> => writeFile(path, json, 'utf8')
