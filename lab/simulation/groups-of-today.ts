/** The call that a plan shows of a source that `prepare` would mend first, with the groups that are there today in its place. */
import type {CreateBlueGreenDeploymentRequest, CreateDBParameterGroupMessage} from '@aws-sdk/client-rds'
import type {Account} from '../model/account.ts'
import {findSource} from '../model/create.ts'
import {groupNamed} from '../model/source.ts'
import {isOfPrepare} from './preparation.ts'

export interface Planned {
  readonly phase: string
  readonly operation: string | null
  readonly input: object | null
}

const SIDES = ['blue', 'green'] as const

/** The call as `create` would send it today, where the plan shows what lies ahead as `prepare` would leave it. */
export function withGroupsOfToday(call: object, planned: readonly Planned[], before: Account): CreateBlueGreenDeploymentRequest {
  const request = call as CreateBlueGreenDeploymentRequest
  const source = findSource(before, request.Source ?? '')
  const made = new Map<string, string>()
  for (const {operation, input} of planned) {
    const {DBParameterGroupName, DBClusterParameterGroupName, DBParameterGroupFamily: family = ''} = (input ?? {}) as Making
    const name = DBParameterGroupName ?? DBClusterParameterGroupName
    if (/^CreateDB(Cluster)?ParameterGroup$/.test(operation ?? '') && name !== undefined) made.set(name, family)
  }
  const today = (kind: 'instance' | 'cluster', name: string | undefined, used = ''): string | undefined => {
    const family = made.get(name ?? '')
    // One that was given is named by `create` as well, whether it is there or not.
    if (family === undefined || !SIDES.some(side => isOfPrepare(name ?? '', side))) return name
    if (groupNamed(before, kind, used)?.family === family) return used
    return used.startsWith('default.') ? `default.${family}` : undefined
  }
  if ('refused' in source) return request
  const {writer, resource} = source
  const clusterGroup = resource.kind === 'cluster' ? resource.shown.DBClusterParameterGroup : undefined
  return {
    ...request,
    TargetDBParameterGroupName: today(
      'instance',
      request.TargetDBParameterGroupName,
      writer?.shown.DBParameterGroups[0]?.DBParameterGroupName
    ),
    TargetDBClusterParameterGroupName: today('cluster', request.TargetDBClusterParameterGroupName, clusterGroup)
  }
}

type Making = Pick<CreateDBParameterGroupMessage, 'DBParameterGroupFamily'> & {
  readonly DBParameterGroupName?: string
  readonly DBClusterParameterGroupName?: string
}
