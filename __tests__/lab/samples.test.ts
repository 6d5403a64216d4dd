// The model answers what AWS's own samples show, for an instance and for an Aurora cluster, from create to delete.
import {readFileSync} from 'node:fs'
import {describe, expect, test} from '@jest/globals'
import {classNameOf} from '../../lab/faces/in-process.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import type {Box} from './box.ts'
import {hours, minutes, openBox} from './box.ts'

interface Sample {
  readonly source: string
  readonly output: {BlueGreenDeployment?: object; BlueGreenDeployments?: readonly object[]}
}

function sample(name: string): object {
  const text = readFileSync(new URL(`../samples/deployments/${name}.json`, import.meta.url), 'utf8')
  const {output} = JSON.parse(text) as Sample
  return output.BlueGreenDeployment ?? output.BlueGreenDeployments?.[0] ?? {}
}

/** Ids, random suffixes and times differ from run to run; everything else must not. */
function comparable(deployment: object): unknown {
  const text = JSON.stringify(deployment)
    .replaceAll(/-green-[a-z0-9]{6}/g, '-green-xxxxxx')
    .replaceAll(/bgd-[a-z0-9]{16}/g, 'bgd-xxxxxxxxxxxxxxxx')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a time')
    .replaceAll('bgd-cli-test-instance', 'bgd-test-instance')
  return JSON.parse(text)
}

const expectSample = (deployment: object, name: string): void => expect(comparable(deployment)).toEqual(comparable(sample(name)))

const withoutTagList = {emptyTagList: 'absent'} as const

const instanceSeed: AccountSeed = {
  region: 'us-east-1',
  unknowns: withoutTagList,
  instances: [
    {
      name: 'my-db-instance',
      engine: 'mysql',
      version: '5.7.44',
      replicas: ['my-db-instance-replica-1', 'my-db-instance-replica-2', 'my-db-instance-replica-3']
    }
  ],
  groups: [{name: 'mysql-80-group', family: 'mysql8.0'}]
}
const instanceRequest = {
  BlueGreenDeploymentName: 'bgd-test-instance',
  TargetDBParameterGroupName: 'mysql-80-group',
  TargetEngineVersion: '8.0'
}

const clusterSeed: AccountSeed = {
  region: 'us-east-1',
  unknowns: withoutTagList,
  clusters: [
    {
      name: 'my-aurora-mysql-cluster',
      engine: 'aurora-mysql',
      version: '5.7.mysql_aurora.2.11.4',
      instances: ['my-aurora-mysql-cluster-1', 'my-aurora-mysql-cluster-2', 'my-aurora-mysql-cluster-3'],
      endpoints: ['my-excluded-member-endpoint', 'my-reader-endpoint']
    }
  ],
  groups: [
    {name: 'mysql-80-cluster-group', family: 'aurora-mysql8.0', kind: 'cluster'},
    {name: 'ams-80-binlog-enabled', family: 'aurora-mysql8.0'}
  ]
}
const clusterRequest = {
  BlueGreenDeploymentName: 'my-blue-green-deployment',
  TargetDBClusterParameterGroupName: 'mysql-80-cluster-group',
  TargetDBParameterGroupName: 'ams-80-binlog-enabled',
  TargetEngineVersion: '8.0'
}

const begun = {
  instance: async (): Promise<[Box, object]> => {
    const box = openBox(instanceSeed)
    return [box, await box.create('db', 'my-db-instance', instanceRequest)]
  },
  cluster: async (): Promise<[Box, object]> => {
    const box = openBox(clusterSeed)
    return [box, await box.create('cluster', 'my-aurora-mysql-cluster', clusterRequest)]
  }
}

const idOf = (deployment: object): string => (deployment as {BlueGreenDeploymentIdentifier: string}).BlueGreenDeploymentIdentifier

describe.each(['instance', 'cluster'] as const)('the CLI examples: %s', kind => {
  test('create', async () => {
    const [, created] = await begun[kind]()
    expectSample(created, `${kind}-create`)
  })

  test('describe when it is available', async () => {
    const [box, created] = await begun[kind]()
    await box.pass(6 * hours)
    expectSample(await box.describe(idOf(created)), `${kind}-describe-available`)
  })

  test('switchover answers before any member moves', async () => {
    const [box, created] = await begun[kind]()
    await box.pass(6 * hours)
    const answer = await box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: idOf(created), SwitchoverTimeout: 300})
    expectSample(answer.BlueGreenDeployment ?? {}, `${kind}-switchover`)
  })

  test('delete with its target before the switchover', async () => {
    const [box, created] = await begun[kind]()
    await box.pass(6 * hours)
    const answer = await box.write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: idOf(created), DeleteTarget: true})
    expectSample(answer.BlueGreenDeployment ?? {}, `${kind}-delete`)
  })
})

test('the CLI example: a cluster after the switchover', async () => {
  const [box, created] = await begun.cluster()
  await box.pass(6 * hours)
  await box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: idOf(created)})
  await box.pass(10 * minutes)
  expectSample(await box.describe(idOf(created)), 'cluster-describe-after-switchover')
})

describe('the samples of the API reference', () => {
  const seed: AccountSeed = {region: 'us-west-2', instances: [{name: 'database-1', engine: 'mysql'}]}
  const request = {BlueGreenDeploymentName: 'my-blue-green-deployment', TargetDBParameterGroupName: 'default.mysql8.0'}

  test('create, switchover and delete without a new version', async () => {
    const box = openBox(seed)
    const created = await box.create('db', 'database-1', request)
    expectSample(created, 'reference-create')
    await box.pass(6 * hours)
    const id = {BlueGreenDeploymentIdentifier: idOf(created)}
    expectSample((await box.write('SwitchoverBlueGreenDeployment', id)).BlueGreenDeployment ?? {}, 'reference-switchover')
    await box.pass(10 * minutes)
    expectSample((await box.write('DeleteBlueGreenDeployment', id)).BlueGreenDeployment ?? {}, 'reference-delete-after-switchover')
  })

  test('describe while it is being made', async () => {
    const box = openBox(seed)
    const created = await box.create('db', 'database-1', {
      ...request,
      TargetEngineVersion: '8.4',
      TargetDBParameterGroupName: 'default.mysql8.4'
    })
    await box.pass(minutes)
    expectSample(await box.describe(idOf(created)), 'reference-describe-provisioning')
  })
})

test('the table of wire codes: what the SDK calls each fault', () => {
  const table = readFileSync(new URL('../samples/wire/doc-wire-error-codes.txt', import.meta.url), 'utf8')
  const rows = table.split('\n').flatMap(line => {
    const [, className, code] = /^(\w+)\s+(\w+)\s+\d{3}/.exec(line) ?? []
    return className === undefined || code === undefined ? [] : [{className, code}]
  })
  expect(rows).toHaveLength(22)
  for (const {className, code} of rows) expect(classNameOf(code)).toBe(className)
})

test('an event has the members of the sample, and no id', async () => {
  const box = openBox({instances: [{name: 'test-instance', engine: 'mysql'}]})
  await box.switched('db', 'test-instance')
  const events = await box.read('DescribeEvents', {SourceIdentifier: 'test-instance', SourceType: 'db-instance', Duration: 600})
  const members = ['Date', 'EventCategories', 'Message', 'SourceArn', 'SourceIdentifier', 'SourceType']
  expect(events.Events?.length).toBeGreaterThan(0)
  for (const event of events.Events ?? []) expect(Object.keys(event).toSorted()).toEqual(members)
})
