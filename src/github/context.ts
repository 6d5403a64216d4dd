/** What the runner tells a step about itself, from the environment. */

export type Env = Readonly<Record<string, string | undefined>>

export interface StepContext {
  /** For people: URL of the run and `<run id>.<attempt>`; both empty outside GitHub. */
  readonly run: {readonly url: string; readonly id: string}
  /** `owner/name` and the full ref, for people and for the API; empty outside GitHub. */
  readonly repository: string
  readonly outputPath: string | undefined
  readonly summaryPath: string | undefined
  /** A folder that outlives the step and not the job. */
  readonly folder: string
}

/** `spare` is where files go outside GitHub. */
export function stepContext(env: Env, spare: string): StepContext {
  const repository = nameOf(env['GITHUB_REPOSITORY'])
  const run = numberOf(env['GITHUB_RUN_ID'])
  const attempt = numberOf(env['GITHUB_RUN_ATTEMPT'])
  const server = /^https?:\/\/[\w.:-]+/.exec(env['GITHUB_SERVER_URL'] ?? '')?.[0] ?? 'https://github.com'
  const isRun = run !== '' && repository !== ''
  return {
    run: {
      url: isRun ? `${server}/${repository}/actions/runs/${run}${attempt === '' ? '' : `/attempts/${attempt}`}` : '',
      id: run === '' ? '' : `${run}.${attempt === '' ? '1' : attempt}`
    },
    repository,
    outputPath: given(env['GITHUB_OUTPUT']),
    summaryPath: given(env['GITHUB_STEP_SUMMARY']),
    folder: given(env['RUNNER_TEMP']) ?? spare
  }
}

/** Several steps of a job may use the action, so each gets a file of its own. */
export const reportPath = (context: StepContext, token: string): string =>
  `${context.folder.replace(/[\\/]+$/, '')}/rds-blue-green-${token.slice(0, 8)}.json`

const given = (value: string | undefined): string | undefined => (value === undefined || value === '' ? undefined : value)
const numberOf = (value = ''): string => (/^\d+$/.test(value) ? value : '')
/** It goes into a tag and into links, so it is taken only in the form that GitHub gives it. */
const nameOf = (value = ''): string => (/^[\w.-]+\/[\w.-]+$/.test(value) ? value : '')
