/** A create call with everything the rules of RDS ask about it: the source, the target version, its family, green's groups. */
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, ParameterGroup} from './account.ts'
import {valueIn} from './parameters.ts'
import {sourceNotSupported} from './refusals.ts'
import type {Source} from './source.ts'
import {familyOfVersion, groupNamed, isLogical, isMajor, resolveTarget} from './source.ts'

export interface Asked {
  readonly account: Account
  readonly request: CreateBlueGreenDeploymentRequest
  readonly source: Source
  readonly now: number
  /** The version green will have; blue's own when the one asked for is no valid target (G-37 refuses that). */
  readonly target: string
  readonly family: string
  readonly isMajor: boolean
  /** PostgreSQL replicates logically (facts 3.4, 3.5). */
  readonly isLogical: boolean
  readonly isAurora: boolean
  readonly blueGroup: ParameterGroup | undefined
  /** Green's groups: of the instances, and of the cluster. */
  readonly groups: {readonly instance: string; readonly cluster: string | undefined}
  /** The one of them that decides about replication. */
  readonly greenGroup: ParameterGroup | undefined
}

/** The groups that green will have, what was left out filled in (2.1, 11.3). */
export function targetGroups(
  account: Account,
  request: CreateBlueGreenDeploymentRequest,
  source: Source
): {readonly instance: string; readonly cluster: string | undefined} {
  const target = resolveTarget(account, source, request.TargetEngineVersion) ?? source.version
  const family = familyOfVersion(account, source.engine, target)
  const same = family === familyOfVersion(account, source.engine, source.version)
  const inherits = same && account.unknowns.groupLeftOut === 'inherits'
  const own = source.writer?.shown.DBParameterGroups[0]?.DBParameterGroupName
  return {
    instance: request.TargetDBParameterGroupName?.toLowerCase() ?? (inherits && own !== undefined ? own : `default.${family}`),
    cluster:
      source.kind === 'cluster'
        ? (request.TargetDBClusterParameterGroupName?.toLowerCase() ?? (inherits ? source.group : `default.${family}`))
        : undefined
  }
}

export function ask(account: Account, request: CreateBlueGreenDeploymentRequest, source: Source, now: number): Asked {
  const {engine, version} = source
  const target = resolveTarget(account, source, request.TargetEngineVersion) ?? version
  const groups = targetGroups(account, request, source)
  return {
    account,
    request,
    source,
    now,
    target,
    family: familyOfVersion(account, engine, target),
    isMajor: isMajor(engine, version, target),
    isLogical: isLogical(engine, version, target),
    isAurora: engine.startsWith('aurora'),
    blueGroup: groupNamed(account, source.kind, source.group),
    groups,
    greenGroup: groupNamed(account, source.kind, groups.cluster ?? groups.instance)
  }
}

export const blueValue = (asked: Asked, name: string): string | undefined => valueIn(asked.blueGroup, name)
export const greenValue = (asked: Asked, name: string): string | undefined => valueIn(asked.greenGroup, name)

/** What the writer of blue runs with: in Aurora the instances' own group goes before the cluster's where somebody set it (facts 9.2). */
export function runsOnBlue(asked: Asked, name: string): string | undefined {
  const own = asked.source.writer?.shown.DBParameterGroups[0]?.DBParameterGroupName
  return groupNamed(asked.account, 'instance', own ?? '')?.parameters[name] ?? blueValue(asked, name)
}

export const librariesOf = (value: string | undefined): readonly string[] => (value ?? '').split(',').map(one => one.trim())

/** What can tell that a row is violated: the API (RDS's, or CloudWatch), SQL alone, or nobody beforehand. */
export type ShownBy = 'api' | 'sql' | 'nobody'

interface Tagged {
  /** The row of the facts, section 3. */
  readonly row: string
  readonly what: string
  readonly shownBy: ShownBy
}

/** Refused by the create call itself. */
export interface SyncRule extends Tagged {
  readonly refuses: (asked: Asked) => Refusal | undefined
}

/** The call is accepted; the build fails half an hour later (facts 2.1, "Asynchronous failures"). */
export interface LateRule extends Tagged {
  readonly task: 'replica' | 'upgrade'
  /** The reason, as event 0245 tells it. */
  readonly fails: (asked: Asked) => string | undefined
}

export const sync = (row: string, what: string, refuses: SyncRule['refuses']): SyncRule => ({row, what, shownBy: 'api', refuses})

export const unsupported = (asked: Asked, message: string): Refusal => sourceNotSupported(asked.source.kind, message)
