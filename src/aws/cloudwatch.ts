/** The port to CloudWatch over the SDK. The SDK's part is loaded at the first question: most runs never ask one. */
import type {Metrics} from '../rds/metrics.ts'
import type {Settings} from './settings.ts'

export function connectCloudWatch(settings: Settings): {readonly metrics: Metrics; close(): void} {
  const open = async () => {
    const {CloudWatchClient, GetMetricDataCommand} = await import('@aws-sdk/client-cloudwatch')
    return {client: new CloudWatchClient(settings), GetMetricData: GetMetricDataCommand}
  }
  let opened: ReturnType<typeof open> | undefined
  return {
    metrics: {
      read: async (operation, input, abortSignal) => {
        opened ??= open()
        const {client, [operation]: Command} = await opened
        const {$metadata, ...answer} = await client.send(new Command(input), {abortSignal})
        return answer
      }
    },
    close: () => {
      opened?.then(
        ({client}) => client.destroy(),
        () => undefined
      )
    }
  }
}
