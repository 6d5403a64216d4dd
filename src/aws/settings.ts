/** What every AWS client of a run is made with. The endpoint is left to the SDK, so that its standard variables work untouched. */
import type {RDSClientConfig} from '@aws-sdk/client-rds'
import type {Credentials} from './credentials.ts'

export interface Run {
  readonly region: string
  /** `<run id>.<attempt>`, or empty outside GitHub. */
  readonly run: string
  /** Of the action. */
  readonly version: string
}

export type Settings = Required<Pick<RDSClientConfig, 'maxAttempts' | 'retryMode' | 'customUserAgent'>> & {
  readonly region: string
  readonly requestHandler: {
    readonly connectionTimeout: number
    readonly requestTimeout: number
    readonly throwOnRequestTimeout: boolean
    readonly socketTimeout: number
  }
  readonly credentials: Credentials['provide']
}

/**
 * Sent once: left alone the SDK sends a throttled CreateBlueGreenDeployment or SwitchoverBlueGreenDeployment three times.
 * `requestTimeout` ends with the headers of the reply, `socketTimeout` covers its body, and without `throwOnRequestTimeout`
 * the SDK only logs.
 */
export function settings({region, run, version}: Run): Omit<Settings, 'credentials'> {
  return {
    region,
    maxAttempts: 1,
    retryMode: 'standard',
    customUserAgent:
      run === ''
        ? [['rds-blue-green', version]]
        : [
            ['rds-blue-green', version],
            ['md/run_id', run]
          ],
    requestHandler: {connectionTimeout: 5000, requestTimeout: 30_000, throwOnRequestTimeout: true, socketTimeout: 30_000}
  }
}
