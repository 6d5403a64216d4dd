/**
 * What the SDK's own schemas say about each API: operations with the shapes of their input and output. Nothing here is spelled
 * out by operation, so what the SDK can send, a face can read.
 */
import * as monitoring from '@aws-sdk/client-cloudwatch'
import * as rds from '@aws-sdk/client-rds'
import * as sts from '@aws-sdk/client-sts'
import {NormalizedSchema} from '@smithy/core/schema'
import type {Api, Refusal} from '../service.ts'

/** How the SDK writes a structure down. */
export type Structure = typeof rds.DBInstanceMessage$

export interface Operation {
  readonly name: string
  readonly input: NormalizedSchema
  readonly output: NormalizedSchema
}

export interface Dialect {
  readonly api: Api
  readonly version: string
  readonly xmlNamespace: string
  readonly shapeNamespace: string
  readonly operations: ReadonlyMap<string, Operation>
}

export const dialects: Readonly<Record<Api, Dialect>> = {
  rds: dialect('rds', '2014-10-31', 'http://rds.amazonaws.com/doc/2014-10-31/', rds),
  monitoring: dialect('monitoring', '2010-08-01', 'http://monitoring.amazonaws.com/doc/2010-08-01/', monitoring),
  sts: dialect('sts', '2011-06-15', 'https://sts.amazonaws.com/doc/2011-06-15/', sts)
}

/** A refusal by the wire itself, before the service is asked. */
export class Refused extends Error implements Refusal {
  readonly refused = true
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** The text is AWS's own. */
export function operationOf(dialect: Dialect, name: string, version: string = dialect.version): Operation {
  const operation = version === dialect.version ? dialect.operations.get(name) : undefined
  if (operation === undefined) throw new Refused('InvalidAction', `Could not find operation ${name} for version ${version}`)
  return operation
}

/** Members that must be given: a structure's schema puts them first and ends with their number. */
export function requiredMembers(structure: NormalizedSchema): readonly string[] {
  const schema: unknown = structure.getSchema()
  if (!isStructureSchema(schema)) return []
  const [, , , , names, , count = 0] = schema
  return names.slice(0, count)
}

function dialect(api: Api, version: string, xmlNamespace: string, sdk: object): Dialect {
  const schemas = Object.values(sdk).filter(isOperationSchema)
  const operations = schemas.map(([, , name, , input, output]) => ({
    name,
    input: NormalizedSchema.of(input),
    output: NormalizedSchema.of(output)
  }))
  return {
    api,
    version,
    xmlNamespace,
    shapeNamespace: schemas[0]?.[1] ?? '',
    operations: new Map(operations.map(operation => [operation.name, operation]))
  }
}

function isOperationSchema(value: unknown): value is typeof rds.DescribeDBInstances$ {
  return Array.isArray(value) && value[0] === 9
}

function isStructureSchema(value: unknown): value is Structure {
  return Array.isArray(value) && value[0] === 3
}
