/** What a look would find of a source once it is prepared: for looking ahead. Pure. */
import type {Database} from '../domain/database.ts'
import {known} from '../domain/known.ts'
import {sameName} from '../domain/parameters.ts'
import type {FactValues} from '../observing/facts.ts'
import {withFacts} from '../observing/facts.ts'
import type {Observation, Target, TargetGroup} from '../observing/observation.ts'
import type {GroupSeen, Preparing} from '../observing/preparing.ts'
import {groupKey} from '../observing/preparing.ts'
import type {Source} from '../observing/source.ts'
import type {KindWork, Work} from '../preparing/work.ts'

const IN_SYNC = 'in-sync'

export function preparedSource(observed: Observation, source: Source, work: Work, preparing: Preparing): Observation {
  const [ofCluster, ofInstances] = (['cluster', 'instance'] as const).map(kind => work.kinds.find(one => one.kind === kind))
  const changed = (one: Database): Database => {
    const kind = one.kind === 'cluster' ? ofCluster : ofInstances
    const {traits} = one
    const isPrimary = one.resourceId === source.production.resourceId
    return {
      ...one,
      status: kind?.blue === undefined && !(isPrimary && work.needsBackups) ? one.status : 'available',
      parameterGroup: kind?.blue ?? one.parameterGroup,
      parameterApplyStatus: ofInstances?.blue === undefined ? one.parameterApplyStatus : IN_SYNC,
      members: ofCluster?.blue === undefined ? one.members : one.members.map(member => ({...member, clusterGroupStatus: IN_SYNC})),
      traits: isPrimary && work.needsBackups ? {...traits, backupRetentionDays: 1, pendingChanges: []} : traits
    }
  }
  const blue = source.blue.map(changed)
  const target: Target = {
    ...source.target,
    group: groupOf(ofInstances, source.target),
    clusterGroup: groupOf(ofCluster, source.target),
    trouble: undefined
  }
  // Where nothing is filled, what was read says more.
  const isMoved = ({kind, blue: group}: KindWork): boolean =>
    group !== undefined && source.blue.some(one => one.kind === kind && !sameName(one.parameterGroup ?? '', group))
  const isChanged = work.kinds.some(
    kind => isMoved(kind) || kind.groups.some(one => one.seen === undefined || one.missing.length > 0 || one.extra.length > 0)
  )
  const groups: FactValues['greenGroups'] = {instance: ofInstances?.greenGroup, cluster: ofCluster?.greenGroup}
  const blueGroups: FactValues['blueGroups'] = {instance: ofInstances?.blueGroup, cluster: ofCluster?.blueGroup, replicas: []}
  return {
    ...observed,
    trouble: undefined,
    production: known(changed(source.production)),
    blue: known(blue),
    target: known(target),
    facts: isChanged ? withFacts(observed.facts, {greenGroups: known(groups), blueGroups: known(blueGroups)}) : observed.facts,
    preparing: known({...preparing, groups: new Map([...preparing.groups, ...made(work, source)])})
  }
}

const groupOf = (kind: KindWork | undefined, {family}: Target): TargetGroup | undefined =>
  kind === undefined ? undefined : {name: kind.greenGroup.name, family: known(kind.greenGroup.family ?? family ?? '')}

/** Every group as it will be, with nobody's note that it is young. */
function made(work: Work, source: Source): readonly (readonly [string, GroupSeen])[] {
  return work.kinds.flatMap(({kind, blue, groups, blueGroup}) => {
    const users = source.blue.flatMap(one => (one.kind === kind ? [one.name] : []))
    const isBlue = (name: string): boolean => name.toLowerCase() === (blue ?? blueGroup.name).toLowerCase()
    const seen = groups.map(one => ({name: one.name, arn: one.seen?.arn ?? '', group: one.made, users: one.seen?.users ?? []}))
    return seen.map(({name, arn, group, users: others}): readonly [string, GroupSeen] => [
      groupKey(kind, name),
      {group, arn, changedAt: undefined, madeFor: source.production.resourceId, users: isBlue(name) ? users : others}
    ])
  })
}
