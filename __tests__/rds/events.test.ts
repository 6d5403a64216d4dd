/** Events by text and category: RDS gives no id. Texts: User Guide, "Blue/green deployment events" (docs/facts.md 7.1 and 5.3). */
import {describe, expect, test} from '@jest/globals'
import {binlogCoordinates, databaseEvents, deploymentEvents, switchedOverAt} from '../../src/rds/events.ts'
import {scripted, thrown} from './scripted.ts'

const TEXTS: readonly (readonly [string, string])[] = [
  [
    'creation',
    'Blue/green deployment tasks completed. You can make more modifications to the green environment databases or switch over the deployment.'
  ],
  ['failure', 'Creation of blue/green deployment failed because of a parameter.'],
  ['deletion', 'Blue/green deployment deleted.'],
  ['notification', 'Switchover from orders to orders-green-abc123 started.'],
  ['notification', 'Switchover completed on blue/green deployment.'],
  ['failure', 'Switchover canceled on blue/green deployment.'],
  ['notification', 'Switchover from primary insights to insights-green-b7evza started.'],
  [
    'notification',
    'Switchover from primary orders to orders-green-abc123 completed. Renamed orders to orders-old1 and orders-green-abc123 to orders.'
  ],
  ['failure', 'Switchover from read replica orders-r1 to orders-r1-green-abc123 was canceled due to high replica lag.'],
  [
    'notification',
    'Switchover from DB cluster shop to shop-green-abc123 completed. Renamed shop to shop-old1 and shop-green-abc123 to shop.'
  ],
  ['notification', 'Sequence sync for switchover of orders to orders-green-abc123 has completed.'],
  ['failure', 'Sequence sync for switchover of orders to orders-green-abc123 was cancelled because sequences failed to sync.'],
  ['notification', 'Your storage volumes have been initialized.']
]
const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 2, minute))
const shown = TEXTS.map(([category, Message], minute) => ({Date: at(minute), Message, SourceIdentifier: 'x', EventCategories: [category]}))

test('only one text tells when the switchover was over; none of them is absent, denied is unknown, and what may pass is thrown on', async () => {
  const told = (answer: object) => switchedOverAt(scripted(() => answer).look, 'bgd-1')
  expect(await told({})).toEqual({is: 'absent'})
  expect(await told({Events: shown})).toEqual({is: 'known', value: at(4)})
  expect(await told({Events: shown.toReversed()})).toEqual({is: 'known', value: at(4)})
  expect(await told({Events: shown.filter((_one, index) => index !== 4)})).toEqual({is: 'absent'})
  expect((await told(thrown('AccessDenied', 403))).is).toBe('unknown')
  await expect(told(thrown('Throttling', 400))).rejects.toHaveProperty('fault.kind', 'throttled')
})

describe('binary log coordinates', () => {
  const of = (message: string) => binlogCoordinates([{date: at(0), message, source: 'shop-green-abc123', failure: false}])
  test.each([
    [
      'Binary log coordinates in green environment after switchover: file mysql-bin-changelog.000003 and position 40134574',
      'mysql-bin-changelog.000003',
      '40134574'
    ],
    [
      'Binary log coordinates in green environment after switchover: file mysql-bin-changelog.000007 and position 536',
      'mysql-bin-changelog.000007',
      '536'
    ]
  ])('%s', (message, file, position) => expect(of(message)).toEqual([{database: 'shop-green-abc123', file, position}]))
  test('the crash-recovery event that looks alike is not meant', () => {
    expect(of('Binlog position from crash recovery is mysql-bin-changelog.000003 40134574')).toEqual([])
    for (const [, message] of TEXTS) expect(of(message)).toEqual([])
  })
})

test('asked for by the id of the deployment, as far back as RDS keeps them, over all pages', async () => {
  const {look, asked} = scripted((_one, n) => ({
    Events: [{Message: `m${n}`, EventCategories: n === 1 ? ['failure'] : undefined}],
    ...(n === 1 ? {Marker: 'x'} : {})
  }))
  expect(await deploymentEvents(look, 'bgd-1')).toEqual([
    {date: undefined, message: 'm1', source: '', failure: true},
    {date: undefined, message: 'm2', source: '', failure: false}
  ])
  expect(asked[0]?.input).toMatchObject({SourceType: 'blue-green-deployment', SourceIdentifier: 'bgd-1'})
  expect(Number(asked[0]?.input['Duration'])).toBeLessThanOrEqual(20_160)
})

test('of a database, or of all of a kind: an identifier is left out, not empty', async () => {
  const {look, asked} = scripted(() => ({}))
  expect(await databaseEvents(look, 'db-instance', undefined, 60.5)).toEqual([])
  expect(await databaseEvents(look, 'db-instance', 'orders', 60)).toEqual([])
  expect(asked.map(one => one.input)).toStrictEqual([
    {SourceType: 'db-instance', Duration: 61},
    {SourceType: 'db-instance', SourceIdentifier: 'orders', Duration: 60}
  ])
})
