/** CloudWatch as we need it: the datapoints of one metric of a few databases over the last minutes. */
import type {MetricDataQuery} from '@aws-sdk/client-cloudwatch'
import type {Readers} from '../world.ts'

export interface MetricAsked {
  readonly metric: string
  readonly dimensions: Readonly<Record<string, string>>
}

export interface Datapoint {
  readonly at: Date
  readonly value: number
}

export type Period = 'minute' | 'hour'
const SECONDS: Readonly<Record<Period, number>> = {minute: 60, hour: 3600}

/** The maximum of each minute between two dates, aligned to minutes; a list for each metric asked, in order, missing minutes left out. */
export async function maxima(
  look: Readers,
  asked: readonly MetricAsked[],
  from: Date,
  to: Date,
  period: Period = 'minute'
): Promise<readonly (readonly Datapoint[])[]> {
  const seconds = SECONDS[period]
  const queries: MetricDataQuery[] = asked.map((one, index) => ({
    Id: `m${index}`,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/RDS',
        MetricName: one.metric,
        Dimensions: Object.entries(one.dimensions).map(([Name, Value]) => ({Name, Value}))
      },
      Period: seconds,
      Stat: 'Maximum'
    },
    ReturnData: true
  }))
  const found = asked.map((): Datapoint[] => [])
  let token: string | undefined
  do {
    const page = token === undefined ? {} : {NextToken: token}
    const answer = await look.metrics.read(
      'GetMetricData',
      {
        MetricDataQueries: queries,
        StartTime: new Date(Math.floor(from.getTime() / (seconds * 1000)) * seconds * 1000),
        EndTime: to,
        ScanBy: 'TimestampAscending',
        ...page
      },
      look.signal
    )
    for (const result of answer.MetricDataResults ?? []) {
      const list = found[Number((result.Id ?? '').slice(1))]
      result.Timestamps?.forEach((at, index) => {
        const value = result.Values?.[index]
        if (list !== undefined && value !== undefined) list.push({at, value})
      })
    }
    token = answer.NextToken === token ? undefined : answer.NextToken
  } while (token !== undefined)
  return found
}
