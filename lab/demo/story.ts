/** The upgrades that the demo shows: which databases there are, how long things take, and the steps of the workflow. */
import {shortPaper} from '../bodies/paper.ts'
import type {Scenario} from '../scenario.ts'
import type {Inputs} from './runner.ts'

const minutes = (many: number): readonly [number, number] => [many * 60_000, many * 60_000]

/** Contract: a poll interval below 5 seconds shrinks every pause by interval / 30; the lab's durations shrink alike. */
export const POLL_SECONDS = 0.2
export const FACTOR = 30 / POLL_SECONDS

const paper = {
  ...shortPaper,
  createReplica: minutes(12),
  upgrade: minutes(9),
  backups: minutes(4),
  topology: minutes(8),
  storageInitialization: minutes(8),
  storageInitializationChance: 1,
  switchover: minutes(0.5),
  deleteDeployment: minutes(0.5),
  snapshot: minutes(4),
  deleteDatabase: minutes(3)
}

export interface StoryStep {
  readonly title: string
  /** For its files. */
  readonly name: string
  /** What a workflow has before it. */
  readonly before?: string
  /** The story tells of a step that is refused. */
  readonly fails?: boolean
  /** `id` is the output `deployment-id` of the first step. */
  inputs(id: string): Inputs
}

export interface Act {
  /** What is upgraded, in one sentence. */
  readonly about: string
  readonly scenario: Scenario
  readonly steps: readonly StoryStep[]
}

const switchOver: StoryStep = {
  title: 'Switch over: green becomes production',
  name: 'switchover',
  before: 'Here a workflow waits for somebody to approve. The next job knows nothing but the id of the deployment.',
  inputs: id => ({mode: 'switchover', 'deployment-id': id})
}

const cleanUp = (title: string): StoryStep => ({
  title,
  name: 'cleanup',
  before: 'Some days later. The demo does not want to wait, so it switches the proofs of age and idleness off.',
  inputs: id => ({
    mode: 'cleanup',
    'deployment-id': id,
    'delete-old-databases': 'true',
    'old-min-age-hours': '0',
    'old-idle-minutes': '0'
  })
})

const instance: Act = {
  about: 'An RDS database and its read replica are upgraded from MySQL 8.0 to 8.4 through a blue/green deployment.',
  scenario: {
    seed: 'demo',
    account: {
      instances: [{name: 'orders', engine: 'mysql', version: '8.0.42', replicas: ['orders-replica'], tags: {team: 'shop'}}],
      paper
    }
  },
  steps: [
    {
      title: 'Ask what would be done, build green, a copy of production with MySQL 8.4, and wait until it is ready',
      name: 'build',
      inputs: () => ({mode: 'plan, create, wait', source: 'orders', 'target-engine-version': '8.4'})
    },
    switchOver,
    cleanUp('Clean up: the deployment and the old databases go, with a final snapshot')
  ]
}

const toSixteen = {source: 'shop', 'target-engine-version': '16'}

const aurora: Act = {
  about: 'An Aurora cluster with a reader and a custom endpoint is upgraded from PostgreSQL 15 to 16; a first green is thrown away.',
  scenario: {
    seed: 'demo',
    account: {
      clusters: [{name: 'shop', engine: 'aurora-postgresql', version: '15.13', endpoints: ['reports'], tags: {team: 'shop'}}],
      paper
    }
  },
  steps: [
    {
      title: 'Ask what an upgrade to PostgreSQL 16 would take',
      name: 'plan',
      fails: true,
      inputs: () => ({mode: 'plan', ...toSixteen})
    },
    {
      title: 'Prepare: green gets a parameter group that carries over what people have set',
      name: 'prepare',
      before: 'Nothing was changed: green would have lost the settings of production. That can be prepared, here without a restart.',
      inputs: () => ({mode: 'prepare', ...toSixteen})
    },
    {
      title: 'Build green with PostgreSQL 16, and wait until it is ready',
      name: 'build',
      inputs: () => ({mode: 'plan, create, wait', ...toSixteen})
    },
    {
      title: 'Throw it away: the deployment and green go, production stays as it is',
      name: 'abort',
      before: 'Somebody has tested green and is not content with it.',
      inputs: id => ({mode: 'abort', 'deployment-id': id})
    },
    {
      title: 'Build it once more',
      name: 'rebuild',
      inputs: () => ({mode: 'create, wait', ...toSixteen})
    },
    switchOver,
    cleanUp('Clean up: the deployment, the old reader, the old writer and the old cluster go, with a final snapshot')
  ]
}

/** `npm run demo` and `npm run demo -- aurora`. */
export const acts: Readonly<Record<string, Act>> = {instance, aurora}
