/** AWS as the ports know it. Loaded by `await import()` only once the inputs are good: it is most of the cold start. */
import type {RdsApi} from '../rds/api.ts'
import type {Metrics} from '../rds/metrics.ts'
import type {Role} from './assumed-role.ts'
import {assumedRole} from './assumed-role.ts'
import {connectCloudWatch} from './cloudwatch.ts'
import type {Keeping} from './credentials.ts'
import {defaultCredentials} from './credentials.ts'
import {connectRds} from './rds.ts'
import type {Run} from './settings.ts'
import {settings} from './settings.ts'

export interface Aws {
  readonly rds: RdsApi
  readonly metrics: Metrics
  expires(): Date | undefined
  /** Nothing may be sent afterwards. Kept connections end, so that nothing holds the process. */
  close(): void
}

/** Sends nothing yet, and asks for credentials only at the first request: those of the role, if there is one. */
export function connect(run: Run, keeping: Keeping, role?: Role): Aws {
  const common = settings(run)
  const assumed = role === undefined ? undefined : assumedRole(role, common, keeping)
  const credentials = assumed ?? defaultCredentials(run.region, keeping)
  const all = {...common, credentials: credentials.provide}
  const rds = connectRds(all)
  const cloudWatch = connectCloudWatch(all)
  return {
    rds: rds.api,
    metrics: cloudWatch.metrics,
    expires: credentials.expires,
    close: () => {
      rds.close()
      cloudWatch.close()
      assumed?.close()
    }
  }
}
