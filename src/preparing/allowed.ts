/** What a parameter may be set to, as RDS writes it: `0,1`, `1-100`, `0-1,5`, a list of words; nothing written: anything. */
import type {Parameter} from '../domain/parameters.ts'
import {isFormula, numberOf, wordsOf} from '../domain/parameters.ts'

const RANGE = /^(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)$/

function isWithin(value: string, allowed: string): boolean {
  const number = numberOf(value)
  return wordsOf(allowed).some(one => {
    if (one.toLowerCase() === value.toLowerCase()) return true
    const [, from, to] = RANGE.exec(one) ?? []
    return number !== undefined && from !== undefined && to !== undefined && number >= Number(from) && number <= Number(to)
  })
}

/** A comma in a value makes a list of it only where RDS says that the parameter is one. */
export function isAllowed({allowedValues, dataType}: Pick<Parameter, 'allowedValues' | 'dataType'>, value: string): boolean {
  const isNumeric = dataType === 'integer' || dataType === 'float'
  if (isNumeric && isFormula(value)) return true
  if (dataType === 'integer' && !Number.isInteger(numberOf(value))) return false
  if (allowedValues === undefined || allowedValues.trim() === '') return !isNumeric || numberOf(value) !== undefined
  if (dataType === 'list') return wordsOf(value).every(word => isWithin(word, allowedValues))
  return isWithin(value, allowedValues)
}

/** Why a group of that family cannot hold the value; undefined: it can. */
export function whyNot(definition: Parameter | undefined, value: string, family: string): string | undefined {
  if (definition === undefined) return `${family} does not have it`
  if (!definition.isModifiable) return `${family} does not let it be changed`
  return isAllowed(definition, value)
    ? undefined
    : `${family} allows ${definition.allowedValues ?? definition.dataType ?? 'something else'}`
}

/** As RDS spells it, where it differs in nothing but case. */
export function spelled(definition: Parameter | undefined, value: string): string {
  const words = definition?.dataType === 'list' ? [] : wordsOf(definition?.allowedValues)
  return words.find(word => word.toLowerCase() === value.toLowerCase()) ?? value
}
