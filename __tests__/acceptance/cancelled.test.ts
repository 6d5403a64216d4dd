// The job is cancelled during a wait: within five seconds the step is over, says what goes on in AWS and how to resume, and writes nothing more.
import {expect, test} from '@jest/globals'
import {lags} from '../../lab/model/people.ts'
import type {Kind} from './kinds.ts'
import {asks, cleansUp, kinds} from './kinds.ts'
import type {Lab, LabSeed} from './lab.ts'
import {openLab} from './lab.ts'
import type {Inputs} from './step.ts'
import {built, switchedOver} from './workflow.ts'

const WITHIN = 5000
/** Of the model; more than any test takes. */
const ENDLESS: readonly [number, number] = [86_400_000, 86_400_000]

interface Wait {
  readonly during: string
  readonly paper: NonNullable<LabSeed['account']['paper']>
  /** What comes before the step. */
  before(lab: Lab, kind: Kind): Promise<unknown>
  inputs(kind: Kind): Inputs
  readonly waiting: RegExp
  /** What the step says goes on without it. */
  readonly goesOn: RegExp
  /** Write and report of this step itself. */
  readonly changed: string
}

const waits: readonly Wait[] = [
  {
    during: 'building, in the run that asked for it',
    paper: {createReplica: ENDLESS},
    before: async () => undefined,
    inputs: kind => ({mode: 'create, wait, switchover', ...asks(kind)}),
    waiting: /^wait .*PROVISIONING/,
    goesOn: /goes on in AWS/,
    changed: 'true'
  },
  {
    during: 'building, in a run of its own',
    paper: {createReplica: ENDLESS},
    before: (lab, kind) => lab.run({mode: 'create', ...asks(kind)}),
    inputs: kind => ({mode: 'wait', source: kind.source}),
    waiting: /^wait .*PROVISIONING/,
    goesOn: /goes on in AWS/,
    changed: 'false'
  },
  {
    during: 'the gate of the switchover',
    paper: {},
    before: async (lab, kind) => {
      const green = (await built(lab, kind)).outputs['green-identifier'] ?? ''
      // Lag in seconds is green's, lag in bytes is blue's.
      lab.desk.change(lags(green, 3600))
      lab.desk.change(lags(kind.source, 900_000_000))
    },
    inputs: kind => ({mode: 'switchover', source: kind.source}),
    waiting: /^switchover .*lag/i,
    goesOn: /nothing was changed/,
    changed: 'false'
  },
  {
    during: 'the switchover itself',
    paper: {switchover: [280_000, 280_000]},
    before: built,
    inputs: kind => ({mode: 'switchover', source: kind.source}),
    waiting: /SWITCHOVER_IN_PROGRESS/,
    goesOn: /goes on in AWS/,
    changed: 'true'
  },
  {
    during: 'the deletion of the deployment',
    paper: {deleteDeployment: ENDLESS},
    before: switchedOver,
    inputs: kind => ({mode: 'cleanup', source: kind.source, ...cleansUp}),
    waiting: /DELETING/,
    goesOn: /goes on in AWS/,
    changed: 'true'
  },
  {
    during: 'the deletion of old blue',
    paper: {deleteDatabase: ENDLESS},
    before: switchedOver,
    inputs: kind => ({mode: 'cleanup', source: kind.source, ...cleansUp}),
    waiting: /old1 .*(is|are) being deleted/,
    goesOn: /goes on in AWS/,
    changed: 'true'
  }
]

const stories = kinds.flatMap(kind =>
  waits.flatMap(wait => (['SIGINT', 'SIGTERM'] as const).map(signal => ({kind, wait, signal, is: kind.is, during: wait.during})))
)

test.concurrent.each(stories)('$signal during $during: $is', async ({kind, wait, signal}) => {
  await using lab = await openLab({account: {...kind.account, paper: wait.paper}})
  await wait.before(lab, kind)
  const running = lab.start(wait.inputs(kind))
  await running.said(wait.waiting)
  const sent = Date.now()
  running.kill(signal)
  const step = await running.ended
  const writes = lab.writes()
  expect(step.at - sent).toBeLessThan(WITHIN)
  expect([step.ending, step.code, step.signal]).toEqual(['cancelled cancelled', 1, null])
  expect(step.outputs['changed']).toBe(wait.changed)
  const error = step.log.find(line => line.startsWith('::error')) ?? ''
  expect(error).toMatch(wait.goesOn)
  expect(error).toMatch(/run the same step again/)
  expect(step.summary).toMatch(/run the same step again/)
  expect(lab.writes()).toEqual(writes)
})

test.concurrent.each(kinds.flatMap(kind => (['SIGINT', 'SIGTERM'] as const).map(signal => ({kind, signal, is: kind.is}))))(
  '$signal while RDS does not answer at all: $is',
  async ({kind, signal}) => {
    await using lab = await openLab({account: {...kind.account, paper: {createReplica: ENDLESS}}})
    const running = lab.start({mode: 'create, wait', ...asks(kind)})
    await running.said(/^wait .*PROVISIONING/)
    lab.fallSilent()
    // Long enough for the next look to be under way.
    await new Promise(resolve => setTimeout(resolve, 500))
    const sent = Date.now()
    running.kill(signal)
    const step = await running.ended
    expect(step.at - sent).toBeLessThan(WITHIN)
    expect([step.ending, step.code]).toEqual(['cancelled cancelled', 1])
    expect(step.outputs).toMatchObject({'deployment-id': expect.stringMatching(/^bgd-/), changed: 'true'})
  }
)

test.concurrent.each(kinds)('the next run goes on from there: $is', async kind => {
  await using lab = await openLab({account: {...kind.account, paper: {createReplica: [300_000, 300_000]}}})
  const running = lab.start({mode: 'create, wait, switchover', ...asks(kind)})
  await running.said(/^wait .*PROVISIONING/)
  running.kill('SIGINT')
  expect((await running.ended).ending).toBe('cancelled cancelled')
  expect((await lab.run({mode: 'create, wait, switchover', ...asks(kind)})).ending).toBe('completed switchover_completed')
  expect(lab.asked('CreateBlueGreenDeployment')).toBe(1)
})
