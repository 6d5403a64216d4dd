/** The port to CloudWatch: the one read we need, in AWS's words. Throws like the port to RDS. */
import type {GetMetricDataInput, GetMetricDataOutput} from '@aws-sdk/client-cloudwatch'

export interface Metrics {
  read(operation: 'GetMetricData', input: GetMetricDataInput, signal: AbortSignal): Promise<GetMetricDataOutput>
}
