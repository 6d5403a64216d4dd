/** Wires the real world and calls main(); the only effect of importing anything. */
import {tmpdir} from 'node:os'
import type {Role} from './aws/assumed-role.ts'
import {reportPath, stepContext} from './github/context.ts'
import {writeReport, writeSummary} from './github/files.ts'
import {jobTokens} from './github/oidc.ts'
import {stepReporter} from './github/reporter.ts'
import {realStep} from './github/step.ts'
import type {Inputs} from './inputs.ts'
import {main} from './main.ts'
import {refuseAccount} from './outputs.ts'
import {realClock} from './waiting/real-clock.ts'

const VERSION = '0.1.0'
/** Of the 7.5 seconds the runner leaves between SIGINT and SIGTERM (rule 14). */
const LAST_WORD = 4500

const {env} = process
const step = realStep()
const context = stepContext(env, tmpdir())
const reporter = stepReporter({step, outputPath: context.outputPath, refuse: refuseAccount})
const cancelled = new AbortController()

function cancel(): void {
  if (cancelled.signal.aborted) return
  reporter.know({outcome: 'cancelled', reason: 'cancelled'})
  cancelled.abort()
  setTimeout(() => process.exit(1), LAST_WORD).unref()
}
process.on('SIGINT', cancel)
process.on('SIGTERM', cancel)

function roleOf(inputs: Inputs): Role | undefined {
  if (inputs.roleToAssume === undefined) return undefined
  const {token, until} = jobTokens(env, reporter.mask, cancelled.signal)
  const [run = ''] = context.run.id.split('.')
  return {
    arn: inputs.roleToAssume,
    sessionName: inputs.roleSessionName ?? (run === '' ? 'rds-blue-green' : `rds-blue-green-${run}`),
    durationSeconds: inputs.roleDurationSeconds,
    token,
    tokensUntil: until,
    signal: cancelled.signal
  }
}

const code = await main({
  env,
  publisher: {
    ...reporter,
    reportPath: () => reportPath(context, step.token()),
    writeReport,
    writeSummary: markdown => writeSummary(markdown, env)
  },
  connect: async inputs => {
    const {connect} = await import('./aws/index.ts')
    const keeping = {date: realClock.date, say: reporter.say, environmentEnd: env['AWS_CREDENTIAL_EXPIRATION']}
    return connect({region: inputs.awsRegion, run: context.run.id, version: VERSION}, keeping, roleOf(inputs))
  },
  clock: realClock,
  random: Math.random,
  signal: cancelled.signal,
  run: context.run
})
// Connections that are kept alive and timers of the SDK must not hold the step: everything is said.
process.stdout.write('', () => process.exit(code))
