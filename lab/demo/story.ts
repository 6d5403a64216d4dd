/** The upgrade that the demo shows: which databases there are, how long things take, and the steps of the workflow. */
import {shortPaper} from '../bodies/paper.ts'
import type {Scenario} from '../scenario.ts'
import type {Inputs} from './runner.ts'

const minutes = (many: number): readonly [number, number] => [many * 60_000, many * 60_000]

/** Contract: a poll interval below 5 seconds shrinks every pause by interval / 30; the lab's durations shrink alike. */
export const POLL_SECONDS = 0.2
export const FACTOR = 30 / POLL_SECONDS

export const scenario: Scenario = {
  seed: 'demo',
  account: {
    instances: [
      {
        name: 'orders',
        engine: 'mysql',
        version: '8.0.42',
        replicas: ['orders-replica'],
        tags: {team: 'shop'}
      }
    ],
    paper: {
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
  }
}

export interface StoryStep {
  readonly title: string
  /** For its files. */
  readonly name: string
  /** What a workflow has before it. */
  readonly before?: string
  /** `id` is the output `deployment-id` of the first step. */
  inputs(id: string): Inputs
}

export const steps: readonly StoryStep[] = [
  {
    title: 'Build green, a copy of production with MySQL 8.4, and wait until it is ready',
    name: 'build',
    inputs: () => ({mode: 'create, wait', source: 'orders', 'target-engine-version': '8.4'})
  },
  {
    title: 'Switch over: green becomes production',
    name: 'switchover',
    before: 'Here a workflow waits for somebody to approve. The next job knows nothing but the id of the deployment.',
    inputs: id => ({mode: 'switchover', 'deployment-id': id})
  },
  {
    title: 'Clean up: the deployment and the old databases go, with a final snapshot',
    name: 'cleanup',
    before: 'Some days later. The demo does not want to wait, so it switches the proofs of age and idleness off.',
    inputs: id => ({
      mode: 'cleanup',
      'deployment-id': id,
      'delete-old-databases': 'true',
      'old-min-age-hours': '0',
      'old-idle-minutes': '0'
    })
  }
]
