/** Parameters as checks speak of them: the group that decides, what it says, and how a value gets into it, in commands where short. */
import type {Need} from '../domain/needs.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {isDefaultGroup, valueIn} from '../domain/parameters.ts'
import type {GroupsOfOneSide} from '../observing/facts.ts'
import type {Source} from '../observing/source.ts'
import type {Verdict} from './check.ts'
import {cannotTell, met, notMet} from './of-source.ts'

/** Facts 9.2: replication follows the cluster's group, where there is one. */
export const decidingOf = ({isAurora}: Source, groups: GroupsOfOneSide): ParameterGroup | undefined =>
  isAurora ? groups.cluster : groups.instance

/** Of parameters that live in both groups of a cluster: what somebody set for its instances goes before what the cluster says. */
export function whereSet(source: Source, groups: GroupsOfOneSide, name: string): ParameterGroup | undefined {
  const deciding = decidingOf(source, groups)
  return deciding !== undefined && groups.instance?.set.has(name) === true ? groups.instance : deciding
}

export const said = (group: ParameterGroup, name: string): string =>
  `${name} = ${valueIn(group, name) ?? '(left to the engine)'} in ${group.name}`

/** The instance that a restart is about. */
export const writerOf = ({production}: Source): string => production.members.find(member => member.writer)?.name ?? production.name

export const rebootOf = (source: Source): string => `aws rds reboot-db-instance --db-instance-identifier ${writerOf(source)}`

type Values = Readonly<Record<string, string>>

const TYPES = {instance: 'db-parameter-group', cluster: 'db-cluster-parameter-group'} as const

/** Facts 9.4: in Aurora static in effect, whatever RDS calls it. */
const STATIC_IN_EFFECT = 'binlog_format'

/** `static` where RDS does not say: it takes that of every parameter. */
const needsRestart = ({set, told, name}: ParameterGroup, parameter: string): boolean =>
  isDefaultGroup(name) || parameter === STATIC_IN_EFFECT || (set.get(parameter) ?? told.get(parameter))?.applyType !== 'dynamic'

export function howToSet(group: ParameterGroup, values: Values): string {
  const {kind, name, family} = group
  const type = TYPES[kind]
  const entries = Object.entries(values)
  if (isDefaultGroup(name)) {
    const what = entries.map(([one, value]) => `${one} = ${value}`).join(', ')
    const words = kind === 'cluster' ? 'DB cluster parameter group' : 'DB parameter group'
    return `make a ${words} of family ${family ?? name.replace('default.', '')} with ${what} and use it in place of ${name}, which cannot be changed`
  }
  const parameters = entries.map(([one, value]) => {
    const method = needsRestart(group, one) ? 'pending-reboot' : 'immediate'
    return `"ParameterName=${one},ParameterValue=${value},ApplyMethod=${method}"`
  })
  return `aws rds modify-${type} --${type}-name ${name} --parameters ${parameters.join(' ')}`
}

/** Who else uses a group, a check has not asked. */
const unlessShared = ({name}: ParameterGroup): string => (isDefaultGroup(name) ? '' : `, if no other database uses ${name}`)

/** What costs production a restart, `prepare` asks leave for. */
export function mendBlue(source: Source, group: ParameterGroup, values: Values): string {
  if (!Object.keys(values).some(name => needsRestart(group, name)))
    return `mode: prepare does it; by hand${unlessShared(group)}: ${howToSet(group, values)}`
  return `mode: prepare does it (with allow-reboot: true, since it restarts production); by hand${unlessShared(group)}: ${howToSet(group, values)}, then ${rebootOf(source)}`
}

/** Before the restart of anything: green is not there yet. Where green gets blue's own group, that one stays as it is. */
export function mendGreen(source: Source, green: ParameterGroup, blue: ParameterGroup | undefined, what: string): string {
  const input = green.kind === 'cluster' ? 'target-cluster-parameter-group' : 'target-parameter-group'
  const isNew = green.name === blue?.name || isDefaultGroup(green.name)
  const byHand = isNew
    ? `make another group of family ${source.target.family ?? green.family ?? 'of the target version'} with ${what}, and give it as ${input}`
    : `${what} in ${green.name}, at least five minutes before create`
  return `mode: prepare makes such a group, unless one is given; by hand: ${byHand}`
}

export const blueUnread = ({production}: Source): Verdict =>
  cannotTell(`RDS does not show the parameter group of ${production.name}`, 'look at its parameter group by hand')

/** Whether blue's group has what blue/green needs, and how it gets it. */
export function judgeNeed(source: Source, group: ParameterGroup | undefined, need: Need): Verdict {
  if (group === undefined) return blueUnread(source)
  const {name, alsoFine} = need
  const expected = `${name} = ${need.valueFor(group)}${alsoFine === undefined ? '' : ` (${alsoFine})`}`
  if (need.isMet(valueIn(group, name), group)) return met(said(group, name), expected)
  return notMet(said(group, name), expected, mendBlue(source, group, {[name]: need.valueFor(group)}))
}

export const greenUnread: Verdict = cannotTell(
  'the parameter group that green gets is not there or not decided',
  'see parameter-groups-of-green-are-decided; mode: prepare makes the group'
)
