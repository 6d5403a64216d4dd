/** What a deployment is made of and what it is to become, in the terms that the limitations of RDS speak of (facts 3). */
import type {Database} from '../domain/database.ts'
import {majorOf} from '../domain/engine-version.ts'
import type {Inputs} from '../inputs.ts'
import {isLogical} from './lag.ts'
import type {Target} from './observation.ts'

export type Pair = readonly [blue: Database, green: Database]

export interface Source {
  readonly production: Database
  /** Production and every database that belongs to it; the writer is the first instance of a cluster. */
  readonly blue: readonly Database[]
  readonly instances: readonly Database[]
  /** Green by the deployment, its primary or cluster first; empty before there is one. */
  readonly green: readonly Database[]
  /** Each database of blue with its counterpart. */
  readonly pairs: readonly Pair[]
  /** The version that green gets. */
  readonly version: string
  readonly target: Target
  readonly isAurora: boolean
  readonly isPostgres: boolean
  readonly isMajor: boolean
  /** PostgreSQL's two kinds of replication (rule 11); MySQL and MariaDB replicate by their binary log. */
  readonly replication: 'logical' | 'physical' | 'binlog'
  /** The class that green's instances get, and the group that decides about replication: the cluster's, where there is one. */
  readonly classes: readonly string[]
}

export function sourceOf(
  production: Database,
  blue: readonly Database[],
  target: Target,
  inputs: Inputs,
  pairs: readonly Pair[] = []
): Source {
  const {engine, engineVersion} = production
  const version = target.engineVersion ?? engineVersion
  const isPostgres = engine.includes('postgres')
  const instances = blue.filter(one => one.kind === 'instance')
  const [primary, ...others] = instances
  // Facts S-05: another class is for the primary alone.
  const classes = [inputs.targetInstanceClass ?? primary?.instanceClass, ...others.map(one => one.instanceClass)]
  return {
    production,
    blue,
    instances,
    green: pairs.map(([, one]) => one),
    pairs,
    version,
    target,
    isAurora: engine.startsWith('aurora'),
    isPostgres,
    isMajor: majorOf(engine, engineVersion) !== majorOf(engine, version),
    replication: isPostgres ? (isLogical(production, {engine, engineVersion: version}) ? 'logical' : 'physical') : 'binlog',
    classes: [...new Set(classes.flatMap(one => (one === undefined ? [] : [one])))]
  }
}
