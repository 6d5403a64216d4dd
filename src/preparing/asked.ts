/** The parameters that the inputs ask for, and what is wrong with them. Pure. */
import type {DatabaseKind} from '../domain/database.ts'
import type {Need} from '../domain/needs.ts'
import type {ParametersByName} from '../domain/parameters.ts'
import type {Inputs} from '../inputs.ts'
import {whyNot} from './allowed.ts'

export type Side = 'blue' | 'green'

export interface Asked {
  readonly input: string
  readonly group: string | undefined
  readonly groupInput: string
  readonly values: ReadonlyMap<string, string>
}

const valuesOf = (list: Inputs['sourceParameters']): ReadonlyMap<string, string> => new Map(list.map(({name, value}) => [name, value]))

/** What the inputs say of one group. */
export function askedOf(inputs: Inputs, side: Side, kind: DatabaseKind): Asked {
  const prefix = `${side === 'blue' ? 'source' : 'target'}${kind === 'cluster' ? '-cluster' : ''}`
  const [group, list] =
    side === 'blue'
      ? kind === 'cluster'
        ? [inputs.sourceClusterParameterGroup, inputs.sourceClusterParameters]
        : [inputs.sourceParameterGroup, inputs.sourceParameters]
      : kind === 'cluster'
        ? [inputs.targetClusterParameterGroup, inputs.targetClusterParameters]
        : [inputs.targetParameterGroup, inputs.targetParameters]
  return {input: `${prefix}-parameters`, group, groupInput: `${prefix}-parameter-group`, values: valuesOf(list)}
}

/** An input speaks of what only `prepare` sets. */
export const asksToPrepare = (inputs: Inputs): boolean =>
  (['blue', 'green'] as const).some(side =>
    (['instance', 'cluster'] as const).some(kind => {
      const {group, values} = askedOf(inputs, side, kind)
      return values.size > 0 || (side === 'blue' && group !== undefined)
    })
  )

/** Of an instance that has no cluster group; each by name. */
export const forClustersOnly = (inputs: Inputs): readonly string[] =>
  (['blue', 'green'] as const).flatMap(side => {
    const {input, group, groupInput, values} = askedOf(inputs, side, 'cluster')
    return [...(group === undefined ? [] : [groupInput]), ...(values.size === 0 ? [] : [input])]
  })

/** One line each: the input, the parameter, and what is allowed. */
export function problemsOf(asked: Asked, definitions: ParametersByName, family: string, needs: readonly Need[]): readonly string[] {
  return [...asked.values].flatMap(([name, value]) => {
    const because = whyNot(definitions.get(name), value, family)
    if (because !== undefined) return [`${asked.input}: ${name}=${value}: ${because}`]
    // A number is advice; what is on or off decides whether there can be a deployment at all.
    const need = needs.find(one => one.name === name && !one.isLeast && !one.isMet(value))
    return need === undefined ? [] : [`${asked.input}: ${name}=${value}: blue/green needs ${need.valueFor()}`]
  })
}
