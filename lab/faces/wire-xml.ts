/** The query protocol's replies, written by the SDK's own serializer from the output's schema. */
import {XmlShapeSerializer} from '@aws-sdk/core/protocols'
import type {Refusal} from '../service.ts'
import type {Dialect, Operation, Structure} from './wire.ts'

export function resultXml(dialect: Dialect, operation: Operation, output: object, requestId: string): string {
  const {name} = operation
  const metadata = structure(dialect, 'ResponseMetadata', ['RequestId'], [0])
  const [names, members] = operation.output.isUnitSchema() ? [[], []] : [[`${name}Result`], [operation.output.getSchema()]]
  const envelope = structure(dialect, `${name}Response`, [...names, 'ResponseMetadata'], [...members, metadata])
  return write(dialect, envelope, {[`${name}Result`]: output, ResponseMetadata: {RequestId: requestId}})
}

export function refusalXml(dialect: Dialect, {code, message, status}: Refusal, requestId: string): string {
  const error = structure(dialect, 'Error', ['Type', 'Code', 'Message'], [0, 0, 0])
  const envelope = structure(dialect, 'ErrorResponse', ['Error', 'RequestId'], [error, 0])
  return write(dialect, envelope, {Error: {Type: faultOf(status), Code: code, Message: message}, RequestId: requestId})
}

/** Whose fault it is, in AWS's words. */
export function faultOf(status: number): 'Sender' | 'Receiver' {
  return status < 500 ? 'Sender' : 'Receiver'
}

function structure({shapeNamespace}: Dialect, name: string, names: string[], members: Structure[5]): Structure {
  return [3, shapeNamespace, name, 0, names, members]
}

function write({xmlNamespace, shapeNamespace}: Dialect, schema: Structure, value: object): string {
  const serializer = new XmlShapeSerializer({xmlNamespace, serviceNamespace: shapeNamespace, timestampFormat: {useTrait: true, default: 5}})
  serializer.write(schema, value)
  return String(serializer.flush())
}
