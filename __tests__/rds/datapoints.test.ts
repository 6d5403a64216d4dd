/** Datapoints of several metrics in one request, over all pages; a missing minute is left out. */
import {expect, test} from '@jest/globals'
import {maxima} from '../../src/rds/datapoints.ts'
import {scripted} from './scripted.ts'

const asked2 = ['a', 'b'].map(name => ({metric: 'DatabaseConnections', dimensions: {DBInstanceIdentifier: name}}))
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 2, minute))

test('pages are put together by the id of the query, whatever their order', async () => {
  const {look, asked} = scripted((_one, n) =>
    n === 1
      ? {MetricDataResults: [{Id: 'm1', Timestamps: [at(1)], Values: [7]}], NextToken: 't'}
      : {
          MetricDataResults: [
            {Id: 'm0', Timestamps: [at(1), at(2)], Values: [1, 2]},
            {Id: 'm1', Timestamps: [at(3)], Values: [8]},
            {Id: 'strange', Timestamps: [at(3)], Values: [9]}
          ]
        }
  )
  expect(await maxima(look, asked2, at(0), at(5))).toEqual([
    [
      {at: at(1), value: 1},
      {at: at(2), value: 2}
    ],
    [
      {at: at(1), value: 7},
      {at: at(3), value: 8}
    ]
  ])
  expect(asked.map(one => one.input['NextToken'])).toEqual([undefined, 't'])
})

test('a token that repeats, or is empty, ends it', async () => {
  for (const token of ['t', '']) {
    const {look, asked} = scripted(() => ({MetricDataResults: [], NextToken: token}))
    await maxima(look, asked2, at(0), at(5))
    expect(asked.length).toBeLessThanOrEqual(2)
  }
})

test('a value without its time, or a time without its value, is no datapoint', async () => {
  const {look} = scripted(() => ({
    MetricDataResults: [
      {Id: 'm0', Timestamps: [at(1), at(2)], Values: [1]},
      {Id: 'm1', Values: [1]},
      {Id: 'm1', Timestamps: [at(1)]}
    ]
  }))
  expect(await maxima(look, asked2, at(0), at(5))).toEqual([[{at: at(1), value: 1}], []])
})

test('maxima of one minute, from the beginning of a minute', async () => {
  const {look, asked} = scripted(() => ({}))
  await maxima(look, asked2, new Date(Date.UTC(2026, 10, 20, 2, 0, 42)), at(5))
  expect(Object.keys(asked[0]?.input ?? {})).not.toContain('NextToken')
  expect(asked[0]?.input).toMatchObject({
    StartTime: at(0),
    EndTime: at(5),
    MetricDataQueries: [
      {
        Id: 'm0',
        MetricStat: {Period: 60, Stat: 'Maximum', Metric: {Namespace: 'AWS/RDS', Dimensions: [{Name: 'DBInstanceIdentifier', Value: 'a'}]}}
      },
      {Id: 'm1'}
    ]
  })
})

test('of each hour, from its beginning, where a day is asked for', async () => {
  const {look, asked} = scripted(() => ({}))
  await maxima(look, asked2, new Date(Date.UTC(2026, 10, 19, 2, 17, 42)), at(5), 'hour')
  const query = {MetricStat: {Period: 3600, Stat: 'Maximum'}}
  expect(asked[0]?.input).toMatchObject({StartTime: new Date(Date.UTC(2026, 10, 19, 2)), MetricDataQueries: [query, query]})
})
