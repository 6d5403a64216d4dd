/** What the account refuses, with the code as it stands on the wire (facts 2.1 "Errors", aws-samples/doc-wire-error-codes.txt). */
import type {Refusal} from '../service.ts'

export const refusal = (code: string, message: string, status = 400): Refusal => ({refused: true, code, message, status})

export const isRefusal = (value: object): value is Refusal => 'refused' in value

export const deploymentNotFound = (id: string): Refusal =>
  refusal('BlueGreenDeploymentNotFoundFault', `The blue/green deployment ${id} could not be found.`, 404)
export const instanceNotFound = (name: string): Refusal => refusal('DBInstanceNotFound', `DBInstance ${name} not found.`, 404)
export const clusterNotFound = (name: string): Refusal => refusal('DBClusterNotFoundFault', `DBCluster ${name} not found.`, 404)
export const invalidValue = (message: string): Refusal => refusal('InvalidParameterValue', message)
export const invalidCombination = (message: string): Refusal => refusal('InvalidParameterCombination', message)
export const instanceState = (message: string): Refusal => refusal('InvalidDBInstanceState', message)
export const clusterState = (message: string): Refusal => refusal('InvalidDBClusterStateFault', message)
export const deploymentState = (message: string): Refusal => refusal('InvalidBlueGreenDeploymentStateFault', message)
export const sourceNotSupported = (kind: 'instance' | 'cluster', message: string): Refusal =>
  refusal(kind === 'instance' ? 'SourceDatabaseNotSupportedFault' : 'SourceClusterNotSupportedFault', message)
