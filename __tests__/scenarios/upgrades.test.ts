/** A whole upgrade, and cleanup a day later, as transcripts: what was written, said and put out. */
import {describe, expect, test} from '@jest/globals'
import {mariadb, mysql, postgres, stranger, UPGRADE} from './seeds.ts'
import {counts, end, HOUR, MINUTE, plain, stage, writesOf} from './stage.ts'

const withoutHeartbeats = (log: readonly string[]): readonly string[] =>
  log.map(plain).filter(line => !/^\w+ {2}bgd-\*.*tasks|^\w+ {2}(databases|\d+[ms])/.test(line))

test('PostgreSQL with a replica, a major version', async () => {
  const story = stage({instances: [postgres, stranger]})
  const up = await story.run(UPGRADE)
  expect(end(up)).toBe('0 completed switchover_completed')
  expect(writesOf(up)).toEqual([
    expect.stringMatching(/^CreateBlueGreenDeployment orders-17-[0-9a-f]{10} *$/),
    'AddTagsToResource bgd-* switchover',
    'SwitchoverBlueGreenDeployment bgd-*',
    'AddTagsToResource bgd-* switched-over-at'
  ])
  expect(withoutHeartbeats(up.log).map(line => line.replace(/orders-17-[0-9a-f]{10}/, '<name>'))).toEqual([
    'create  create deployment <name> of orders with postgres 17.6',
    'create  completed (deployment_created): deployment bgd-* (<name>) of orders was created',
    'wait  completed (green_ready): green of deployment bgd-* is ready: every task, member and database of both sides is available',
    'switchover  note on the deployment who asks for the switchover',
    'switchover  switch over bgd-*: green becomes production',
    'switchover  note on the deployment when it was switched over',
    'switchover  completed (switchover_completed): deployment bgd-* is switched over, and it is proven: orders runs postgres 17.6 on db-*'
  ])
  expect(up.outputs).toMatchObject({
    outcome: 'completed',
    reason: 'switchover_completed',
    phase: 'switchover',
    changed: 'true',
    status: 'SWITCHOVER_COMPLETED',
    'source-kind': 'instance',
    'source-identifier': 'orders',
    'green-identifier': '',
    'green-endpoint': '',
    'old-identifier': 'orders-old1',
    engine: 'postgres',
    'engine-version': '17.6',
    'engine-version-before': '16.8',
    'parameter-group': 'lab-postgres17',
    'parameter-group-before': 'lab-postgres16',
    'next-mode': 'cleanup'
  })
  expect(Number(up.outputs['switchover-seconds'])).toBeGreaterThan(4)
  expect(up.outputs['resource-id']).not.toBe(up.outputs['resource-id-before'])
  expect(up.outputs['resource-id']).toBe(story.instance('orders')?.DbiResourceId)
  expect(JSON.stringify([up.outputs, up.log, up.error])).not.toMatch(/123456789012|arn:aws/)
  await story.pass(25 * HOUR)
  const down = await story.run({mode: 'cleanup', 'deployment-id': up.outputs['deployment-id'] ?? '', 'delete-old-databases': 'true'})
  expect(end(down)).toBe('0 completed cleaned_up')
  expect(writesOf(down)).toEqual([
    'AddTagsToResource orders-old1 old-blue',
    'AddTagsToResource orders-r1-old1 old-blue',
    'DeleteBlueGreenDeployment bgd-*',
    'DeleteDBInstance orders-r1-old1',
    'DeleteDBInstance orders-old1'
  ])
  expect(story.inventory()).toEqual(['orders 17.6 available', 'orders-r1 17.6 available', 'payroll 8.0.42 available'])
  expect(story.snapshots()).toEqual([`final-orders-${(up.outputs['resource-id-before'] ?? '').slice(-8).toLowerCase()}`])
  for (const again of [
    await story.run(UPGRADE),
    await story.run({mode: 'cleanup', 'deployment-id': up.outputs['deployment-id'] ?? '', 'delete-old-databases': 'true'})
  ]) {
    expect([again.code, again.outputs['outcome'], again.outputs['changed'], writesOf(again)]).toEqual([0, 'nothing_to_do', 'false', []])
  }
})

describe.each([
  ['mysql', mysql, '8.4', 'lab-mysql8-4', '8.4.6', true],
  ['mariadb', mariadb, '11.4', 'lab-mariadb11-4', '11.4.7', true],
  ['postgres, a minor version', {...postgres, name: 'shop', replicas: ['shop-r1']}, '16.10', 'lab-postgres16', '16.10', false]
] as const)('%s', (_engine, seed, target, group, exact, binlog) => {
  test('is upgraded, and tells the binary log coordinates where there are any', async () => {
    const story = stage({instances: [seed, stranger]})
    const up = await story.run({...UPGRADE, source: seed.name, 'target-engine-version': target, 'target-parameter-group': group})
    expect([end(up), up.outputs['engine-version'], up.outputs['parameter-group']]).toEqual([
      '0 completed switchover_completed',
      exact,
      group
    ])
    const report = JSON.parse(up.report) as {binlog: readonly {database: string; file: string; position: string}[]}
    if (binlog)
      expect(report.binlog).toEqual([
        {
          database: expect.stringMatching(new RegExp(`^${seed.name}-green-`)) as unknown,
          file: expect.stringMatching(/^mysql-bin-changelog\.\d+$/) as unknown,
          position: expect.stringMatching(/^\d+$/) as unknown
        }
      ])
    else expect(report.binlog).toEqual([])
    expect(story.inventory().filter(line => !line.startsWith('payroll'))).toEqual(
      [seed.name, ...(seed.replicas ?? [])]
        .flatMap(name => [`${name} ${exact} available`, `${name}-old1 ${seed.version} available`])
        .concat('deployment SWITCHOVER_COMPLETED')
        .sort()
    )
  })
})

test('the phases in processes of their own, by the id of the deployment alone', async () => {
  const story = stage({instances: [postgres, stranger]})
  const created = await story.run({...UPGRADE, mode: 'create'})
  const id = created.outputs['deployment-id'] ?? ''
  const ends = [end(created)]
  for (const mode of ['wait', 'switchover']) ends.push(end(await story.run({mode, 'deployment-id': id})))
  const down = await story.run({mode: 'cleanup', 'deployment-id': id, 'old-idle-minutes': '0'})
  ends.push(end(down))
  expect(ends).toEqual([
    '0 completed deployment_created',
    '0 completed green_ready',
    '0 completed switchover_completed',
    '0 completed cleaned_up'
  ])
  const again = await Promise.all(['cleanup'].map(mode => story.run({mode, 'deployment-id': id})))
  expect(again.map(end)).toEqual(['0 nothing_to_do nothing_left'])
  // Old blue stays, marked; months later it goes by the id alone.
  await story.pass(2000 * HOUR)
  expect(end(await story.run({mode: 'cleanup', 'deployment-id': id, 'delete-old-databases': 'true'}))).toBe('0 completed cleaned_up')
  expect(story.inventory()).toEqual(['orders 17.6 available', 'orders-r1 17.6 available', 'payroll 8.0.42 available'])
})

test('every phase a second time changes nothing', async () => {
  const story = stage({instances: [postgres]})
  for (const [mode, reason] of [
    ['create', 'deployment_adopted'],
    ['wait', 'green_ready'],
    ['switchover', 'already_switched_over']
  ]) {
    expect((await story.run({...UPGRADE, mode: mode ?? ''})).outputs['outcome']).toBe('completed')
    const again = await story.run({...UPGRADE, mode: mode ?? ''})
    expect([end(again), writesOf(again), again.outputs['changed']]).toEqual([
      `0 ${mode === 'wait' ? 'completed' : 'nothing_to_do'} ${reason}`,
      [],
      'false'
    ])
  }
})

test('one request a poll while green is built, thirty seconds apart; the databases are read once it is available', async () => {
  const story = stage({instances: [postgres]})
  await story.run({...UPGRADE, mode: 'create'})
  const id = story.deployments()[0]?.BlueGreenDeploymentIdentifier ?? ''
  const wait = await story.run({mode: 'wait', 'deployment-id': id})
  const requests = wait.requests
  const statusAt = (at: number) =>
    (requests[at]?.answered as {BlueGreenDeployments?: {Status?: string}[]} | undefined)?.BlueGreenDeployments?.[0]?.Status
  const building = requests.filter((_one, at) => statusAt(at) === 'PROVISIONING')
  expect(building.length).toBeGreaterThan(40)
  expect(requests.slice(0, building.length).every(one => one.operation === 'DescribeBlueGreenDeployments')).toBe(true)
  for (const [at, one] of building.entries()) {
    const next = building[at + 1]
    if (next !== undefined) expect((next.at - one.at) / 1000).toBeCloseTo(30, -1)
  }
  // Two looks at everything: the deployment, and the instances of both sides in one request.
  expect(requests.slice(building.length).map(one => one.operation)).toEqual([
    'DescribeBlueGreenDeployments',
    'DescribeDBInstances',
    'DescribeBlueGreenDeployments',
    'DescribeDBInstances'
  ])
})

test('a poll interval of a minute is kept while building and while deleting', async () => {
  const story = stage({instances: [postgres], paper: {deleteDeployment: [10 * MINUTE, 10 * MINUTE]}})
  const whole = {...UPGRADE, 'poll-interval-seconds': '60'}
  const up = await story.run(whole)
  expect(counts(up)['DescribeBlueGreenDeployments']).toBeLessThan(60)
  await story.pass(25 * HOUR)
  const down = await story.run({...whole, mode: 'cleanup', source: 'orders'})
  expect(end(down)).toBe('0 completed cleaned_up')
  expect(counts(down)['DescribeBlueGreenDeployments']).toBeLessThan(30)
})

test('a dry run prints the calls in order and writes nothing', async () => {
  const story = stage({instances: [postgres]})
  const dry = {'dry-run': 'true'}
  const before = story.desk.account()
  const ran = await story.run({...UPGRADE, ...dry})
  expect([end(ran), ran.outputs['changed'], writesOf(ran)]).toEqual(['0 planned plan_passed', 'false', []])
  expect(ran.log.filter(line => line.includes('  would ')).map(line => plain(line).replace(/ {2}[A-Z]\w+ \{.*/, ''))).toEqual([
    expect.stringMatching(/^create {2}would create deployment orders-17-/),
    expect.stringMatching(/^wait {2}would wait/),
    expect.stringMatching(/^switchover {2}would note on the deployment/),
    expect.stringMatching(/^switchover {2}would switch over/)
  ])
  expect(ran.log.join('\n')).toMatch(
    /CreateBlueGreenDeployment \{.*"TargetEngineVersion":"17.6".*"TargetDBParameterGroupName":"lab-postgres17"/
  )
  expect(story.desk.account().deployments).toEqual(before.deployments)
  await story.run(UPGRADE)
  await story.pass(25 * HOUR)
  const planned = await story.run({mode: 'cleanup', source: 'orders', 'delete-old-databases': 'true', ...dry})
  expect([end(planned), writesOf(planned)]).toEqual(['0 planned plan_passed', []])
  expect(planned.log.filter(line => line.includes('  would ')).map(line => / {2}([A-Z]\w+) \{/.exec(line)?.[1] ?? 'wait')).toEqual([
    'AddTagsToResource',
    'AddTagsToResource',
    'DeleteBlueGreenDeployment',
    'DeleteDBInstance',
    'wait',
    'DeleteDBInstance',
    'wait'
  ])
})

describe.each([
  ['aurora-postgresql', '16.8', '17', 'lab-aurora-postgresql17', 'default.aurora-postgresql17'],
  ['aurora-mysql', '8.0.mysql_aurora.3.05.2', '8.0.mysql_aurora.3.10.1', 'lab-aurora-mysql8-0', 'default.aurora-mysql8.0']
])('%s', (engine, version, target, clusterGroup, group) => {
  test('a cluster with a reader and a custom endpoint, to the end', async () => {
    const story = stage({clusters: [{name: 'shop', engine, version, endpoints: ['reports'], connections: 0}], instances: [stranger]})
    const asked = {
      source: 'shop',
      'target-engine-version': target,
      'target-cluster-parameter-group': clusterGroup,
      'target-parameter-group': group
    }
    const up = await story.run({mode: 'create,wait,switchover', ...asked})
    expect([end(up), up.outputs['source-kind'], up.outputs['cluster-parameter-group']]).toEqual([
      '0 completed switchover_completed',
      'cluster',
      clusterGroup
    ])
    await story.pass(25 * HOUR)
    const down = await story.run({mode: 'cleanup', source: 'shop', 'delete-old-databases': 'true'})
    expect(end(down)).toBe('0 completed cleaned_up')
    expect(writesOf(down)).toEqual([
      'AddTagsToResource shop-old1 old-blue',
      'AddTagsToResource shop-1-old1 old-blue',
      'AddTagsToResource shop-2-old1 old-blue',
      'DeleteBlueGreenDeployment bgd-*',
      'DeleteDBInstance shop-2-old1',
      'DeleteDBInstance shop-1-old1',
      'DeleteDBCluster shop-old1'
    ])
    expect(story.inventory().map(line => line.split(' ')[0])).toEqual(['payroll', 'shop', 'shop-1', 'shop-2'])
    expect(story.snapshots()).toEqual([expect.stringMatching(/^final-shop-[a-z2-7]{8}$/)])
  })
})
