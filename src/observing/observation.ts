/** What one look found. A part that a phase does not look at says so; nobody reads "not looked at" as "not there". */
import {labelOf} from '../domain/arn.ts'
import type {Database, DatabaseKind} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import {notLooked} from '../domain/known.ts'
import type {Mark, Memory} from '../domain/memory.ts'
import {readMemory} from '../domain/memory.ts'
import type {ReasonCode} from '../domain/outcome.ts'
import type {DatabasesByLabel} from '../rds/looking.ts'
import type {Facts} from './facts.ts'
import type {Preparing} from './preparing.ts'

/** What stands in the way of any plan: several deployments fit, the source is ambiguous, ... */
export interface Trouble {
  readonly reason: ReasonCode
  readonly because: string
  readonly remedy: string
}

export interface TargetGroup {
  readonly name: string
  /** Absent: there is no group of this name. */
  readonly family: Known<string>
  /** When `prepare` changed it last, of a group that it has made; undefined: nobody says. */
  readonly changedAt?: Date | undefined
}

/** What `create` would pass to RDS once it is known what production runs. */
export interface Target {
  /** Exact, or as it was given where RDS has none such in reach; undefined: the version stays. */
  readonly engineVersion: string | undefined
  readonly group: TargetGroup | undefined
  readonly clusterGroup: TargetGroup | undefined
  /** Parameter group families of the version of today and of that one; undefined where RDS does not say. */
  readonly blueFamily: string | undefined
  readonly family: string | undefined
  /** Versions RDS allows to upgrade to; empty when nobody asked. */
  readonly reachable: readonly string[]
  /** Not reachable in one deployment: the versions on the way, the last of them the one asked for; empty when RDS knows no way. */
  readonly hops: readonly string[]
  /** Why the groups of green cannot be told. */
  readonly trouble: Trouble | undefined
}

/** Replica lag as CloudWatch tells it, in the unit of the engine's own metric. */
export interface Lag {
  readonly metric: string
  readonly unit: 'seconds' | 'bytes'
  /** The newest datapoint within three minutes, -1 where RDS says replication is not active. */
  readonly newest: number
  /** The worst of the last five minutes. */
  readonly worst: number
}

export interface OldBlue {
  readonly kind: DatabaseKind
  readonly resourceId: string
  /** The production name it had, which another database bears now. */
  readonly production: string
  readonly deploymentId: string
  readonly switchedOverAt: Date | undefined
  /** Remembered by this action, or listed in `old-resource-ids`: may be marked and deleted. What is not is only looked at. */
  readonly ours: boolean
  readonly database: Known<Database>
  readonly mark: Mark | undefined
  /** The name that production bears, looked up: its resource id must not be this one. */
  readonly productionNow: Known<Database>
  /** Another deployment whose old blue this is as well: it was production again in between. */
  readonly otherDeployment: string | undefined
  /** Final snapshot of the name we would give. */
  readonly snapshot: Known<{readonly resourceId: string; readonly status: string}>
}

/** `abort`: a database of green, by the id it had when it was first seen. */
export interface Green {
  readonly kind: DatabaseKind
  readonly resourceId: string
  readonly name: string
  readonly database: Known<Database>
}

export interface Idleness {
  /** Database name → minutes, of those asked for, without a datapoint. */
  readonly missing: ReadonlyMap<string, number>
  /** Database name → most connections seen at once. */
  readonly most: ReadonlyMap<string, number>
}

export interface Observation {
  readonly trouble: Trouble | undefined
  /** The deployment this run is about (contract, "Which deployment"). */
  readonly deployment: Known<Deployment>
  readonly memory: Known<Memory>
  /** Production by its own name: blue before the switchover, the former green after it. */
  readonly production: Known<Database>
  /** `create`: blue's primary or cluster and everything that belongs to it, in the order they are remembered. */
  readonly blue: Known<readonly Database[]>
  /** `create`: whoever bears the name the deployment would get. */
  readonly namesake: Known<Deployment>
  /** `create`: a deployment not completed whose green this source is. */
  readonly greenOf: Known<Deployment>
  readonly target: Known<Target>
  /** What surrounds the source, for its checks. */
  readonly facts: Known<Facts>
  /** `prepare`: the parameter groups it may have to make, and what they can hold. */
  readonly preparing: Known<Preparing>
  /** Databases of both sides by their names of today. */
  readonly databases: Known<DatabasesByLabel>
  readonly lag: Known<Lag>
  /** `switchover`: texts of failure events of this deployment, to tell new ones from old. */
  readonly failures: Known<readonly string[]>
  readonly oldBlue: Known<readonly OldBlue[]>
  readonly idleness: Known<Idleness>
  readonly green: Known<readonly Green[]>
  /** RDS's own time of the switchover, from its events. */
  readonly switchedOverAt: Known<Date>
}

export const NOTHING_SEEN: Observation = {
  trouble: undefined,
  deployment: notLooked,
  memory: notLooked,
  production: notLooked,
  blue: notLooked,
  namesake: notLooked,
  greenOf: notLooked,
  target: notLooked,
  facts: notLooked,
  preparing: notLooked,
  databases: notLooked,
  lag: notLooked,
  failures: notLooked,
  oldBlue: notLooked,
  idleness: notLooked,
  green: notLooked,
  switchedOverAt: notLooked
}

export const EMPTY_MEMORY: Memory = readMemory(new Map())

/** The database an ARN names, as this look found it. */
export function databaseAt(now: Observation, arn: string | undefined): Known<Database> {
  if (arn === undefined || now.databases.is !== 'known') return now.databases.is === 'unknown' ? now.databases : notLooked
  return now.databases.value.get(labelOf(arn)) ?? notLooked
}
