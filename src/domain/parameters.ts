/** Parameter groups in our words (facts 9.2, 9.3). */
import type {DatabaseKind} from './database.ts'

export interface Parameter {
  readonly name: string
  /** Undefined: left to the engine. */
  readonly value: string | undefined
  readonly isSetByUser: boolean
  /** `static`: takes effect at a restart. */
  readonly applyType: 'static' | 'dynamic'
  readonly isModifiable: boolean
  /** As RDS writes it: `0,1`, `1-100`, `0-1,5`; undefined: anything. */
  readonly allowedValues: string | undefined
  readonly dataType: string | undefined
}

export type ParametersByName = ReadonlyMap<string, Parameter>

/** A parameter group as far as it was asked for. */
export interface ParameterGroup {
  /** Of DB instances, or of DB clusters. */
  readonly kind: DatabaseKind
  readonly name: string
  /** Undefined: not asked for. */
  readonly family: string | undefined
  /** What somebody set, by name; empty for a default group. */
  readonly set: ParametersByName
  /** What it says of the parameters that were asked for by name, whoever set them. */
  readonly told: ParametersByName
}

/** Names are kept in lower case, whatever was typed (facts 9.2). */
export const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

export const isDefaultGroup = (name: string): boolean => name.startsWith('default.')

/** What a group says of one parameter; undefined: nothing, it is left to the engine, or was not asked for. */
export const valueIn = (group: ParameterGroup | undefined, name: string): string | undefined =>
  (group?.set.get(name) ?? group?.told.get(name))?.value

/** The names of a list such as `shared_preload_libraries`. */
export const wordsOf = (value: string | undefined): readonly string[] =>
  (value ?? '')
    .split(',')
    .map(word => word.trim())
    .filter(word => word !== '')

/** `{DBInstanceClassMemory/12582880}`, `GREATEST({DBInstanceVCPU*2},8)`: RDS takes one where it takes a number. */
export const isFormula = (value: string): boolean => /^(\{.+\}|(GREATEST|LEAST|SUM|IF|log)\(.+\))$/.test(value.trim())

/** Undefined: left to the engine, or a formula. */
export const numberOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined

/** `work_mem 64 → 4096` of these names, where two groups say different things. */
export const differencesIn = (names: readonly string[], one: ParameterGroup, other: ParameterGroup): readonly string[] =>
  [...new Set(names)].flatMap(name => {
    const [before, after] = [one, other].map(group => valueIn(group, name) ?? 'left to the engine')
    return before === after ? [] : [`${name} ${before} → ${after}`]
  })
