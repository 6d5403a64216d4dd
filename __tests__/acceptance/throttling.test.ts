// RDS throttles: reads are repeated patiently, a throttled write is sent again, and at most three times.
import {expect, test} from '@jest/globals'
import type {FaultRule} from '../../lab/desk-faults.ts'
import {asks, cleansUp, cleanupWrites, kinds, switchoverWrites, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'
import {built, since} from './workflow.ts'

const throttles = (operation: string, nth: number, times: number): FaultRule => ({operation, nth, times, fault: {is: 'throttle'}})

test.concurrent.each(kinds)('every kind of read, again and again: $is', async kind => {
  const reads = [
    'DescribeBlueGreenDeployments',
    'DescribeDBInstances',
    'DescribeDBClusters',
    'DescribeDBEngineVersions',
    'ListTagsForResource',
    'DescribeEvents',
    'GetMetricData',
    'DescribeDBSnapshots'
  ]
  await using lab = await openLab({
    account: kind.account,
    faults: reads.flatMap(operation => [throttles(operation, 1, 3), throttles(operation, 6, 3), throttles(operation, 14, 9)])
  })
  const step = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), ...cleansUp})
  expect(step.ending).toBe('completed cleaned_up')
  expect(lab.writes()).toEqual([...upgradeWrites(kind), ...cleanupWrites(kind)])
})

test.concurrent.each(kinds)('each write twice: $is', async kind => {
  const writes = [...new Set([...upgradeWrites(kind), ...cleanupWrites(kind)].map(line => line.split(' ')[0] ?? ''))]
  const others = writes.filter(operation => operation !== 'AddTagsToResource')
  await using lab = await openLab({account: kind.account, faults: others.map(operation => throttles(operation, 1, 2))})
  const step = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), ...cleansUp})
  expect(step.ending).toBe('completed cleaned_up')
  const struck = new Set<string>()
  const expected = [...upgradeWrites(kind), ...cleanupWrites(kind)].flatMap(line => {
    const operation = line.split(' ')[0] ?? ''
    if (!others.includes(operation) || struck.has(operation)) return [line]
    struck.add(operation)
    return [`${line} -> Throttling`, `${line} -> Throttling`, line]
  })
  expect(lab.writes()).toEqual(expected)
})

test.concurrent.each(kinds)('the marks of old blue: $is', async kind => {
  // The notes on the deployment come first, and are only for people.
  await using lab = await openLab({account: kind.account, faults: [throttles('AddTagsToResource', 1, 4)]})
  const step = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), ...cleansUp})
  expect(step.ending).toBe('completed cleaned_up')
  const [before, after] = [switchoverWrites[0] ?? '', switchoverWrites[2] ?? '']
  const [mark = '', ...rest] = cleanupWrites(kind)
  expect(lab.writes()).toEqual([
    kind.created,
    `${before} -> Throttling`,
    'SwitchoverBlueGreenDeployment 300 s',
    `${after} -> Throttling`,
    `${mark} -> Throttling`,
    `${mark} -> Throttling`,
    mark,
    ...rest
  ])
})

test.concurrent.each(kinds)('a create that is throttled every time is given up after three: $is', async kind => {
  await using lab = await openLab({account: kind.account, faults: [throttles('CreateBlueGreenDeployment', 1, 0)]})
  const step = await lab.run({mode: 'create', ...asks(kind)})
  expect([step.ending, step.code, step.outputs['changed']]).toEqual(['failed throttled', 1, 'false'])
  expect(lab.writes()).toEqual(Array.from({length: 3}, () => `${kind.created} -> Throttling`))
})

test.concurrent.each(kinds)(
  'a switchover that is throttled every time is given up, and is still green to switch over to: $is',
  async kind => {
    await using lab = await openLab({account: kind.account, faults: [throttles('SwitchoverBlueGreenDeployment', 1, 3)]})
    await built(lab, kind)
    const mark = lab.writes().length
    const first = await lab.run({mode: 'switchover', source: kind.source})
    expect([first.ending, first.code]).toEqual(['failed throttled', 1])
    expect(since(lab, mark).filter(line => line.startsWith('Switchover'))).toEqual(
      Array.from({length: 3}, () => 'SwitchoverBlueGreenDeployment 300 s -> Throttling')
    )
    expect((await lab.run({mode: 'switchover', source: kind.source})).ending).toBe('completed switchover_completed')
  }
)
