/** What green is to become: a version that RDS reaches, with parameter groups that are known. That there is such a version, and that the groups are known, cannot be overruled: the call needs both. */
import {valueOf} from '../domain/known.ts'
import {cannotTell, met, notApplicable, notMet, ofSource} from './of-source.ts'

export const targetReachable = ofSource({
  id: 'target-version-is-reachable',
  rows: ['G-37', 'M-11'],
  title: 'RDS upgrades the source to the target version in one deployment',
  severity: 'proof',
  guards: ['prepare', 'create'],
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
  isMendedByPrepare: true,
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

export const groupsFit = ofSource({
  id: 'parameter-groups-fit-the-target-version',
  rows: ['G-38', '2.1'],
  title: 'The parameter groups of green are there, and of the family of the target version',
  severity: 'blocking',
  needs: [],
  unless: ({target}) =>
    target.engineVersion !== undefined && !target.reachable.includes(target.engineVersion)
      ? 'asked once the target version is reachable'
      : undefined,
  judge({production, version, target}) {
    const {family} = target
    const groups = [
      {input: 'target-parameter-group', group: target.group},
      {input: 'target-cluster-parameter-group', group: target.clusterGroup}
    ].flatMap(({input, group}) => (group === undefined ? [] : {input, ...group}))
    if (groups.length === 0) return notApplicable('asked once the parameter groups of green are decided')
    const expected = `of family ${family ?? `that ${production.engine} ${version} needs`}`
    const gone = groups.filter(one => one.family.is === 'absent')
    const other = groups.filter(one => family !== undefined && one.family.is === 'known' && one.family.value !== family)
    if (gone.length + other.length > 0) {
      const lines = [
        ...gone.map(one => `there is no group ${one.name}`),
        ...other.map(one => `${one.name} is of family ${valueOf(one.family)}`)
      ]
      const inputs = [...gone, ...other].map(one => one.input).join(' and ')
      return notMet(
        lines.join('; '),
        expected,
        `give another ${inputs}, or leave it out and let mode: prepare make one of family ${family ?? 'of that version'}`
      )
    }
    const unread = groups.find(one => one.family.is === 'unknown')
    if (unread?.family.is === 'unknown') return cannotTell(`${unread.name}: ${unread.family.because}`, 'look at its family in the console')
    if (family === undefined) return cannotTell(`RDS does not say which family ${production.engine} ${version} needs`, 'try again')
    return met(groups.map(one => `${one.name} (${valueOf(one.family)})`).join(', '), expected)
  }
})

export const targetChecks = [targetReachable, groupsDecided, groupsFit] as const
