/** AWS as the ports know it. Loaded by `await import()` only once the inputs are good: it is most of the cold start. */
import type {RdsApi} from '../rds/api.ts'
import type {Metrics} from '../rds/metrics.ts'
import {connectCloudWatch} from './cloudwatch.ts'
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

/** Sends nothing yet, and asks for credentials only at the first request. */
export function connect(run: Run, date: () => Date): Aws {
  const credentials = defaultCredentials(run.region, date)
  const common = settings(run, credentials)
  const rds = connectRds(common)
  const cloudWatch = connectCloudWatch(common)
  return {
    rds: rds.api,
    metrics: cloudWatch.metrics,
    expires: credentials.expires,
    close: () => {
      rds.close()
      cloudWatch.close()
    }
  }
}
