/** Whether what people have set for blue goes on for green. */
import {LIBRARIES, PLAN_BASELINES, SCHEDULER} from '../domain/needs.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {valueIn} from '../domain/parameters.ts'
import {met, notMet, ofSource} from './of-source.ts'
import {greenUnread} from './settings.ts'

/** Otherwise on green on purpose, each with a check of its own. */
const APART: readonly string[] = [SCHEDULER, PLAN_BASELINES, LIBRARIES]

/** A value that is the engine's own RDS may not show as set (facts 9.3): then it says less than there is, and nothing is lost. */
const lostIn = (green: ParameterGroup, blue: ParameterGroup): readonly string[] =>
  [...blue.set.values()].flatMap(({name, value}) => {
    if (value === undefined || APART.includes(name) || valueIn(green, name) === value) return []
    return [`${name}=${value} of ${blue.name} (${valueIn(green, name) ?? 'not set'} in ${green.name})`]
  })

/** What only green's group says. */
const besidesIn = (green: ParameterGroup, blue: ParameterGroup): readonly string[] =>
  [...green.set.values()].flatMap(({name, value}) =>
    value === undefined || blue.set.has(name) || valueIn(blue, name) === value ? [] : [`${name}=${value} in ${green.name}`]
  )

const carriesOver = ofSource({
  id: 'green-says-what-blue-says',
  rows: [],
  title: "Green's parameter groups say what people have set in blue's",
  severity: 'advice',
  needs: ['blueGroups', 'greenGroups'],
  isMendedByPrepare: true,
  judge(_source, {blueGroups, greenGroups}) {
    const pairs = [
      [blueGroups.cluster, greenGroups.cluster],
      [blueGroups.instance, greenGroups.instance],
      ...blueGroups.replicas.map(one => [one, greenGroups.instance] as const)
    ] as const
    const used = pairs.filter(([blue]) => blue !== undefined && blue.set.size > 0)
    if (used.some(([, green]) => green === undefined)) return greenUnread
    const lost = used.flatMap(([blue, green]) => (blue === undefined || green === undefined ? [] : lostIn(green, blue)))
    const expected = 'the same, or what is otherwise on purpose'
    const besides = used.flatMap(([blue, green]) => (blue === undefined || green === undefined ? [] : besidesIn(green, blue)))
    const more = besides.length === 0 ? '' : `; ${[...new Set(besides)].join(', ')} besides`
    if (lost.length === 0) return met(`nothing is lost${more}`, expected)
    return notMet(
      `${lost.join(', ')}${more}`,
      expected,
      'mode: prepare carries over what blue has; green gets one group for all its instances, so give what has to stay as target-parameters'
    )
  }
})

export const carriedChecks = [carriesOver] as const
