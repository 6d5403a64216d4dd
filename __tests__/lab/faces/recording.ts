/** A service that answers what it is told to, and remembers what it was asked; and values that fill a schema to the last member. */
import type {NormalizedSchema} from '@smithy/core/schema'
import type {Api, Service} from '../../../lab/service.ts'

export interface Asked {
  readonly api: Api
  readonly operation: string
  readonly input: object
}

export function recordingService(answer: (asked: Asked) => object | Promise<object>): Service & {readonly asked: Asked[]} {
  const asked: Asked[] = []
  return {
    asked,
    answer: async (api, operation, input) => {
      asked.push({api, operation, input})
      return answer({api, operation, input})
    }
  }
}

/** Every member is there, every list has two items, and no two values of a structure are alike. */
export function fill(structure: NormalizedSchema): Record<string, unknown> {
  let serial = 0
  const value = (schema: NormalizedSchema, name: string): unknown => {
    serial += 1
    if (schema.isListSchema()) return [value(schema.getValueSchema(), `${name}-1`), value(schema.getValueSchema(), `${name}-2`)]
    if (schema.isStructSchema()) return members(schema)
    if (schema.isMapSchema()) return {[`${name}-key`]: value(schema.getValueSchema(), name)}
    if (schema.isBooleanSchema()) return serial % 2 === 0
    if (schema.isNumericSchema()) return serial
    if (schema.isTimestampSchema()) return new Date(Date.UTC(2026, 10, 20) + serial * 1001)
    if (schema.isStringSchema()) return `${name} <${serial}> & "é" + = %`
    throw new Error(`No value for ${schema.getName()}`)
  }
  const members = (schema: NormalizedSchema): Record<string, unknown> =>
    Object.fromEntries([...schema.structIterator()].map(([name, member]) => [name, value(member, name)]))
  return structure.isUnitSchema() ? {} : members(structure)
}
