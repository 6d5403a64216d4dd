/**
 * A body of paper: nothing replicates, durations and metrics come from chance, inside the ranges people observed (facts 1.7).
 * All durations are milliseconds of the model; the scheduler's pace shrinks them for a scaled clock.
 *
 * Metrics of a scaled clock are stretched: the datapoint labelled n real minutes back shows what the model was n of its own minutes
 * back (n × pace real minutes ago). So a database that has lived one simulated hour has sixty datapoints, one for each real minute of
 * the past hour, and a question for "the last 60 minutes" means the same at every pace.
 */
import type {Dice} from '../dice.ts'

export type Range = readonly [number, number]

export interface Paper {
  /** From the create call until green's name shows. */
  readonly greenAppears: Range
  readonly createReplica: Range
  readonly upgrade: Range
  readonly backups: Range
  readonly topology: Range
  readonly clusterInstances: Range
  readonly customEndpoints: Range
  /** A build that fails on parameters or slots. */
  readonly failure: Range
  /** Storage initialization of one green instance, and how likely it is. */
  readonly storageInitialization: Range
  readonly storageInitializationChance: number
  readonly guardrails: Range
  /** From the guardrails to the last rename. */
  readonly switchover: Range
  readonly deleteDatabase: Range
  readonly deleteDeployment: Range
  readonly snapshot: Range
  readonly modify: Range
  readonly reboot: Range
  /** A dynamic parameter on its way to a database: `applying`. */
  readonly applyParameters: Range
  /** A describe by name may miss a renamed database that long (facts 8.5). */
  readonly nameGap: number
  /** How likely a minute shows a lag above nothing, and the greatest of those seconds. */
  readonly lagChance: number
  readonly lagSeconds: number
  readonly lagBytes: number
  /** How likely a minute shows -1: replication is not active, or its lag is not known (facts 4.3, M-19). */
  readonly unknownLagChance: number
  /** How likely the datapoint of a minute is missing. */
  readonly missingChance: number
  /** How likely a build fails of itself. */
  readonly failureChance: number
  /** How likely a switchover is cancelled of itself. */
  readonly cancelChance: number
}

const seconds = 1000
const minutes = 60 * seconds

export const defaultPaper: Paper = {
  greenAppears: [5 * seconds, 90 * seconds],
  createReplica: [8 * minutes, 60 * minutes],
  upgrade: [8 * minutes, 40 * minutes],
  backups: [3 * minutes, 15 * minutes],
  topology: [8 * minutes, 30 * minutes],
  clusterInstances: [6 * minutes, 20 * minutes],
  customEndpoints: [10 * seconds, 2 * minutes],
  failure: [12 * minutes, 31 * minutes],
  storageInitialization: [5 * minutes, 90 * minutes],
  storageInitializationChance: 0.5,
  guardrails: [1 * seconds, 8 * seconds],
  switchover: [4 * seconds, 60 * seconds],
  deleteDatabase: [2 * minutes, 12 * minutes],
  deleteDeployment: [10 * seconds, 3 * minutes],
  snapshot: [2 * minutes, 15 * minutes],
  modify: [10 * seconds, 2 * minutes],
  reboot: [20 * seconds, 2 * minutes],
  applyParameters: [2 * seconds, 30 * seconds],
  nameGap: 8 * seconds,
  lagChance: 0.05,
  lagSeconds: 4,
  lagBytes: 4_000_000,
  unknownLagChance: 0,
  missingChance: 0,
  failureChance: 0,
  cancelChance: 0
}

export const duration = (range: Range, dice: Dice): number => Math.round(dice.between(range[0], range[1]))

/** The greenest green: nothing fails of itself and everything takes its shortest. For tests that want one story. */
export const shortPaper: Paper = {
  ...defaultPaper,
  ...(Object.fromEntries(
    Object.entries(defaultPaper).flatMap(([name, value]) => (Array.isArray(value) ? [[name, [value[0], value[0]]]] : []))
  ) as Partial<Paper>),
  storageInitializationChance: 0,
  lagChance: 0
}
