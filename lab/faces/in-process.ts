/**
 * The lab without a wire: the ports of the action on top of a `Service`. What the service refuses or breaks is thrown as the SDK throws
 * it: modelled faults under their class name, everything else under the wire code (aws-samples/doc-wire-error-codes.txt).
 */

import type {RdsApi} from '../../src/rds/api.ts'
import type {Metrics} from '../../src/rds/metrics.ts'
import type {Api, Broken, Refusal, Service} from '../service.ts'

/** Wire code → class name, where they differ (MODEL: awsQueryError trait). */
const classNames: Readonly<Record<string, string>> = {
  DBClusterParameterGroupNotFound: 'DBClusterParameterGroupNotFoundFault',
  DBInstanceAlreadyExists: 'DBInstanceAlreadyExistsFault',
  DBInstanceNotFound: 'DBInstanceNotFoundFault',
  DBParameterGroupAlreadyExists: 'DBParameterGroupAlreadyExistsFault',
  DBParameterGroupNotFound: 'DBParameterGroupNotFoundFault',
  DBParameterGroupQuotaExceeded: 'DBParameterGroupQuotaExceededFault',
  DBInstanceRoleAlreadyExists: 'DBInstanceRoleAlreadyExistsFault',
  DBInstanceRoleQuotaExceeded: 'DBInstanceRoleQuotaExceededFault',
  DBClusterRoleAlreadyExists: 'DBClusterRoleAlreadyExistsFault',
  DBClusterRoleQuotaExceeded: 'DBClusterRoleQuotaExceededFault',
  DBSnapshotAlreadyExists: 'DBSnapshotAlreadyExistsFault',
  DBSnapshotNotFound: 'DBSnapshotNotFoundFault',
  DBUpgradeDependencyFailure: 'DBUpgradeDependencyFailureFault',
  InstanceQuotaExceeded: 'InstanceQuotaExceededFault',
  InsufficientDBInstanceCapacity: 'InsufficientDBInstanceCapacityFault',
  InvalidDBInstanceState: 'InvalidDBInstanceStateFault',
  InvalidDBParameterGroupState: 'InvalidDBParameterGroupStateFault',
  SnapshotQuotaExceeded: 'SnapshotQuotaExceededFault',
  StorageQuotaExceeded: 'StorageQuotaExceededFault'
}

export const classNameOf = (code: string): string => classNames[code] ?? code

const isRefusal = (thrown: unknown): thrown is Refusal => typeof thrown === 'object' && thrown !== null && 'refused' in thrown
const isBroken = (thrown: unknown): thrown is Broken => typeof thrown === 'object' && thrown !== null && 'broken' in thrown

/** The error as the SDK throws it. */
export function thrownBySdk(thrown: unknown): Error {
  if (isRefusal(thrown)) {
    return Object.assign(new Error(thrown.message), {
      name: classNameOf(thrown.code),
      Code: thrown.code,
      $fault: thrown.status >= 500 ? 'server' : 'client',
      $metadata: {httpStatusCode: thrown.status, attempts: 1, totalRetryDelay: 0}
    })
  }
  if (isBroken(thrown)) return Object.assign(new Error(thrown.message), {code: thrown.code, $metadata: {attempts: 1, totalRetryDelay: 0}})
  return thrown as Error
}

const aborted = (): Error => Object.assign(new Error('Request aborted'), {name: 'AbortError'})

function request(service: Service, api: Api, operation: string, input: object, signal: AbortSignal): Promise<object> {
  if (signal.aborted) return Promise.reject(aborted())
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(aborted())
    const heard = (): void => signal.removeEventListener('abort', stop)
    signal.addEventListener('abort', stop, {once: true})
    service.answer(api, operation, input).then(
      answer => {
        heard()
        resolve(answer)
      },
      (thrown: unknown) => {
        heard()
        reject(thrownBySdk(thrown))
      }
    )
  })
}

export interface InProcess {
  readonly rds: RdsApi
  readonly metrics: Metrics
}

/** The casts are the seam itself: the service answers in the SDK's shapes, which its own tests prove. */
export function inProcess(service: Service): InProcess {
  const send = (operation: string, input: object, signal: AbortSignal) =>
    request(service, 'rds', operation, input, signal) as Promise<never>
  return {
    rds: {read: send, write: send},
    metrics: {read: (operation, input, signal) => request(service, 'monitoring', operation, input, signal) as Promise<never>}
  }
}
