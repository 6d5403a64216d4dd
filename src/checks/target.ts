/** What green is to become: a version that RDS reaches, with parameter groups that are known. Neither can be overruled: the call needs both. */
import {cannotTell, met, notApplicable, notMet, ofSource} from './of-source.ts'

export const targetReachable = ofSource({
  id: 'target-version-is-reachable',
  rows: ['G-37', 'M-11'],
  title: 'RDS upgrades the source to the target version in one deployment',
  severity: 'proof',
  needs: [],
  unless: ({target}) => (target.engineVersion === undefined ? 'the version stays' : undefined),
  judge({production, target}) {
    const {engineVersion: asked = '', reachable, hops} = target
    const observed = `${production.engine} ${production.engineVersion} to ${asked}`
    if (reachable.includes(asked)) return met(observed, 'a valid upgrade target')
    const from =
      reachable.length === 0
        ? `RDS lists no version that ${production.engineVersion} can be upgraded to`
        : `from ${production.engineVersion} RDS allows ${reachable.join(', ')}`
    const way =
      hops.length === 0
        ? 'give a target-engine-version of that list'
        : `upgrade in ${hops.length} deployments, one after another: ${hops.join(', then ')}`
    return notMet(observed, from, way)
  }
})

export const groupsDecided = ofSource({
  id: 'parameter-groups-of-green-are-decided',
  rows: ['G-40'],
  title: 'It is known which parameter groups green gets',
  severity: 'proof',
  needs: [],
  isPrepared: true,
  judge({production, target}) {
    const {trouble, group, clusterGroup} = target
    if (trouble?.reason === 'cannot_tell') return cannotTell(trouble.because, trouble.remedy)
    if (trouble !== undefined) return notMet(trouble.because, 'one group of the target family for each kind', trouble.remedy)
    if (target.engineVersion !== undefined && !target.reachable.includes(target.engineVersion))
      return notApplicable('asked once the target version is reachable')
    const names = [group, clusterGroup].flatMap(one => one?.name ?? [])
    if (names.length < (production.kind === 'cluster' ? 2 : 1))
      return cannotTell(`RDS does not say which groups ${production.name} uses`, 'give the target parameter groups')
    return met(names.join(', '), '')
  }
})

export const targetChecks = [targetReachable, groupsDecided] as const
