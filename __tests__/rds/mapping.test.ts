/** AWS's own sample answers in our words; what RDS leaves out stays undefined. */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {BlueGreenDeployment} from '@aws-sdk/client-rds'
import {describe, expect, test} from '@jest/globals'
import {clusterOf, deploymentOf, instanceOf, tagsOf} from '../../src/rds/mapping.ts'
import {instance} from './shapes.ts'

const folder = join(import.meta.dirname, '..', 'samples', 'deployments')
interface Sample {
  readonly output: {readonly BlueGreenDeployment?: BlueGreenDeployment; readonly BlueGreenDeployments?: readonly BlueGreenDeployment[]}
}
const samples = readdirSync(folder).map(name => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Sample] as const)

describe.each(samples)('%s', (_name, {output}) => {
  test('keeps every status, ARN and name', () => {
    const [one = {}] = output.BlueGreenDeployments ?? (output.BlueGreenDeployment === undefined ? [] : [output.BlueGreenDeployment])
    expect(deploymentOf(one)).toMatchObject({
      id: one.BlueGreenDeploymentIdentifier,
      name: one.BlueGreenDeploymentName,
      status: one.Status,
      source: one.Source,
      target: one.Target,
      members: (one.SwitchoverDetails ?? []).map(member => ({
        source: member.SourceMember,
        target: member.TargetMember,
        status: member.Status
      })),
      tasks: one.Tasks === undefined ? undefined : one.Tasks.map(task => ({name: task.Name, status: task.Status}))
    })
    expect(deploymentOf(one)?.tags.is).toBe(one.TagList === undefined ? 'unknown' : 'known')
  })
})

test('what has no identity is not there', () => {
  expect([
    deploymentOf({}),
    instanceOf({}),
    clusterOf({}),
    instanceOf({DBInstanceIdentifier: 'a', DBInstanceArn: 'x'}),
    instanceOf({DBInstanceIdentifier: 'a', DbiResourceId: 'x'}),
    instanceOf({DbiResourceId: 'x', DBInstanceArn: 'y'}),
    clusterOf({DBClusterIdentifier: 'a', DbClusterResourceId: 'x'}),
    clusterOf({DBClusterIdentifier: 'a', DBClusterArn: 'x'}),
    clusterOf({DbClusterResourceId: 'a', DBClusterArn: 'x'})
  ]).toEqual(Array.from({length: 9}, () => undefined))
})

test('what RDS left out is undefined, and never a guess', () => {
  expect(instanceOf(instance('orders'))).toMatchObject({
    kind: 'instance',
    status: '',
    deletionProtection: undefined,
    parameterGroup: undefined,
    replicas: [],
    storageOperation: undefined
  })
  expect(deploymentOf({BlueGreenDeploymentIdentifier: 'bgd-1'})).toMatchObject({
    status: '',
    source: '',
    target: undefined,
    members: [],
    tasks: undefined
  })
})

test('storage operations with RDS’s own percentage, whichever field bears it', () => {
  const one = {...instance('orders'), StorageOperationStatus: 'Initializing'}
  expect(instanceOf({...one, StorageOperationPercentProgress: 34})?.storageOperation).toEqual({status: 'Initializing', percent: 34})
  expect(instanceOf({...one, PercentProgress: '35'})?.storageOperation).toEqual({status: 'Initializing', percent: 35})
  expect(instanceOf(one)?.storageOperation).toEqual({status: 'Initializing', percent: undefined})
})

test('a cluster with its members and endpoints', () => {
  const one = {
    DBClusterIdentifier: 'shop',
    DbClusterResourceId: 'cluster-A',
    DBClusterArn: 'arn:x',
    DBClusterMembers: [{DBInstanceIdentifier: 'shop-1', IsClusterWriter: true}, {DBInstanceIdentifier: 'shop-2'}, {}],
    GlobalClusterIdentifier: 'world'
  }
  expect(clusterOf(one)).toMatchObject({
    kind: 'cluster',
    members: [
      {name: 'shop-1', writer: true},
      {name: 'shop-2', writer: false}
    ],
    globalCluster: 'world'
  })
})

test('what a cluster has, and what RDS left out of it', () => {
  const bare = {DBClusterIdentifier: 'shop', DbClusterResourceId: 'cluster-A', DBClusterArn: 'arn:x'}
  expect(clusterOf(bare)).toMatchObject({members: [], replicas: [], customEndpoints: [], tags: undefined})
  expect(
    clusterOf({...bare, ReadReplicaIdentifiers: ['far'], CustomEndpoints: ['readers'], TagList: [{Key: 'a', Value: 'b'}]})
  ).toMatchObject({
    replicas: ['far'],
    customEndpoints: ['readers'],
    tags: new Map([['a', 'b']])
  })
})

test('no tags and tags that were not listed are not the same', () => {
  expect([instanceOf(instance('orders'))?.tags, instanceOf({...instance('orders'), TagList: []})?.tags]).toEqual([undefined, new Map()])
  expect(tagsOf(undefined)).toEqual(new Map())
})

test('the port, by the endpoint or, while there is none, by the instance', () => {
  const one = instance('orders')
  expect(instanceOf({...one, Endpoint: {Address: 'a', Port: 5432}, DbInstancePort: 0})?.port).toBe(5432)
  expect(instanceOf({...one, DbInstancePort: 3306})?.port).toBe(3306)
})

test('tags', () =>
  expect([...tagsOf([{Key: 'a', Value: 'b'}, {Key: 'c'}, {Value: 'd'}])]).toEqual([
    ['a', 'b'],
    ['c', '']
  ]))
