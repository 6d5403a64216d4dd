/** The settings of a group in requests that RDS takes: at most twenty each, static ones at the next restart (facts 9.3). */
import type {ParametersByName} from '../domain/parameters.ts'

export interface Setting {
  readonly name: string
  readonly value: string
  readonly applyType: 'static' | 'dynamic'
}

const MOST = 20

export const batchesOf = (settings: readonly Setting[]): readonly (readonly Setting[])[] =>
  Array.from({length: Math.ceil(settings.length / MOST)}, (_, at) => settings.slice(at * MOST, (at + 1) * MOST))

export const settingOf = (name: string, value: string, definitions: ParametersByName): Setting => ({
  name,
  value,
  applyType: definitions.get(name)?.applyType ?? 'static'
})

const methodOf = ({applyType}: Setting) => (applyType === 'dynamic' ? ('immediate' as const) : ('pending-reboot' as const))

export const rowsToReset = (settings: readonly Setting[]) => settings.map(one => ({ParameterName: one.name, ApplyMethod: methodOf(one)}))

export const rowsToSet = (settings: readonly Setting[]) =>
  settings.map(one => ({ParameterName: one.name, ParameterValue: one.value, ApplyMethod: methodOf(one)}))
