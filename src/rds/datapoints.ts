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

const MINUTE = 60_000

/** One-minute maxima between two dates, aligned to minutes; a list for each metric asked, in order, missing minutes left out. */
export async function maxima(
  look: Readers,
  asked: readonly MetricAsked[],
  from: Date,
  to: Date
): Promise<readonly (readonly Datapoint[])[]> {
  const queries: MetricDataQuery[] = asked.map((one, index) => ({
    Id: `m${index}`,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/RDS',
        MetricName: one.metric,
        Dimensions: Object.entries(one.dimensions).map(([Name, Value]) => ({Name, Value}))
      },
      Period: 60,
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
        StartTime: new Date(Math.floor(from.getTime() / MINUTE) * MINUTE),
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
