/** What is true of Aurora alone: the published guide of 12 to 14, many readers, Serverless v2, global databases, one group for several. */
import {describe, expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import type {ClusterSeed} from '../../lab/model/seed.ts'
import {QUICK} from './seeds.ts'
import {end, HOUR, stage, writesOf} from './stage.ts'

const DELETES = {'delete-old-databases': 'true', 'old-min-age-hours': '0', 'old-idle-minutes': '0'}

describe('the guide from Aurora PostgreSQL 12 to 14', () => {
  const replication = {
    'rds.logical_replication': '1',
    max_replication_slots: '25',
    max_wal_senders: '25',
    max_logical_replication_workers: '25',
    max_worker_processes: '50'
  }
  const main = (version: string) => ({
    clusters: [{name: 'main-cluster', version, group: 'cluster-parameter-group', instances: ['db-cluster1', 'db-cluster2']}],
    groups: [{name: 'cluster-parameter-group', family: 'aurora-postgresql12', kind: 'cluster' as const, parameters: replication}],
    paper: QUICK
  })
  const asked = {
    source: 'main-cluster',
    'target-engine-version': '14.10',
    'target-cluster-parameter-group': 'default.aurora-postgresql14',
    'deployment-name': 'test-green-blue-deployment'
  }

  test('12.14, where it starts, is refused before anything is sent, and the message names the hop', async () => {
    const story = stage(main('12.14'))
    const ran = await story.run({...asked, mode: 'create'})
    expect([end(ran), writesOf(ran)]).toEqual(['1 blocked checks_not_met', []])
    expect(ran.error).toMatch(/aurora-postgresql 12\.16 or later/)
    expect(ran.error).toMatch(/upgrade it to 12\.\d+ first/)
  })

  test('12.16 goes to 14.10, is switched over, and old blue goes in the order of RDS', async () => {
    const story = stage(main('12.16'))
    const ran = await story.run({...asked, ...DELETES, mode: 'create,wait,switchover,cleanup'})
    expect(end(ran)).toBe('0 completed cleaned_up')
    expect(writesOf(ran).filter(line => line.startsWith('Delete'))).toEqual([
      'DeleteBlueGreenDeployment bgd-*',
      'DeleteDBInstance db-cluster2-old1',
      'DeleteDBInstance db-cluster1-old1',
      'DeleteDBCluster main-cluster-old1'
    ])
    expect(story.inventory()).toEqual(['db-cluster1 14.10 available', 'db-cluster2 14.10 available', 'main-cluster 14.10 available'])
    expect(ran.outputs).toMatchObject({'engine-version-before': '12.16', 'cluster-parameter-group-before': 'cluster-parameter-group'})
  })
})

const shop: ClusterSeed = {name: 'shop', engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.08.0', connections: 0}
const UP = {source: 'shop', 'target-engine-version': '8.0.mysql_aurora.3.10.1'}

test.each([
  ['a writer alone', 1, 0],
  ['fifteen instances and five custom endpoints', 15, 5]
] as const)('%s', async (_what, instances, endpoints) => {
  const names = Array.from({length: instances}, (_, at) => `shop-${at + 1}`)
  const story = stage({
    clusters: [{...shop, instances: names, endpoints: Array.from({length: endpoints}, (_, at) => `reports-${at}`)}],
    paper: QUICK
  })
  const ran = await story.run({...UP, ...DELETES, mode: 'create,wait,switchover,cleanup'})
  expect(end(ran)).toBe('0 completed cleaned_up')
  const deleted = writesOf(ran).filter(line => line.startsWith('DeleteDB'))
  expect(deleted).toHaveLength(instances + 1)
  expect(deleted.slice(-2)).toEqual(['DeleteDBInstance shop-1-old1', 'DeleteDBCluster shop-old1'])
  expect(story.inventory()).toHaveLength(instances + 1)
  expect(story.snapshots()).toEqual([expect.stringMatching(/^final-shop-[a-z0-9]{8}$/)])
})

test('a member given as source names its cluster, and nothing is sent', async () => {
  const story = stage({clusters: [shop], paper: QUICK})
  const ran = await story.run({...UP, source: 'shop-2', mode: 'create'})
  expect([end(ran), writesOf(ran)]).toEqual(['1 blocked source_not_found', []])
  expect(ran.error).toMatch(/shop-2 is a member of the DB cluster shop/)
  expect(ran.error).toMatch(/give source: shop/)
})

test('Serverless v2 instances go through like others', async () => {
  const story = stage({clusters: [{...shop, instanceClass: 'db.serverless'}], paper: QUICK})
  expect(end(await story.run({...UP, mode: 'create,wait,switchover'}))).toBe('0 completed switchover_completed')
})

test.each(['create', 'upgrade'])('a global database is refused by %s before anything is sent, and shown by status', async mode => {
  const story = stage({clusters: [shop], globalClusters: [{name: 'world', members: ['shop']}], paper: QUICK})
  const ran = await story.run({...UP, mode})
  expect([end(ran), writesOf(ran)]).toEqual(['1 blocked global_database_not_supported', []])
  expect(ran.error).toMatch(/world/)
  const status = await story.run({source: 'shop', mode: 'status'})
  expect(end(status)).toBe('0 nothing_to_do status_read')
  expect(status.log.join('\n')).toMatch(/global database world/)
})

test("cleanup leaves production's own deletion protection alone and turns off old blue's only when allowed", async () => {
  const story = stage({clusters: [{...shop, deletionProtection: true}], paper: QUICK, unknowns: {greenProtection: 'copied'}})
  await story.run({...UP, mode: 'create,wait,switchover'})
  const refused = await story.run({source: 'shop', mode: 'cleanup', ...DELETES})
  expect([end(refused), writesOf(refused)]).toEqual(['1 blocked deletion_protected', []])
  const ran = await story.run({source: 'shop', mode: 'cleanup', ...DELETES, 'disable-deletion-protection': 'true'})
  expect(end(ran)).toBe('0 completed cleaned_up')
  expect(writesOf(ran).filter(line => line.startsWith('Modify'))).toEqual(['ModifyDBCluster shop-old1'])
  expect(story.desk.account().clusters.map(one => [one.shown.DBClusterIdentifier, one.shown.DeletionProtection])).toEqual([['shop', true]])
})

test('somebody who is still connected to an old reader stops cleanup before its first write (rule 9)', async () => {
  const story = stage({clusters: [shop], paper: QUICK})
  await story.run({...UP, mode: 'create,wait,switchover'})
  await story.pass(30 * HOUR)
  story.desk.change(people.connects('shop-2-old1', 3))
  const ran = await story.run({source: 'shop', mode: 'cleanup'})
  expect([end(ran), writesOf(ran)]).toEqual(['1 blocked old_blue_in_use', []])
  expect(ran.error).toMatch(/shop-2-old1 had 3 connections/)
})

test('members with different groups: the input is wanted, and with it green gets one for all', async () => {
  const groups = [{name: 'big', family: 'aurora-mysql8.0'}]
  const story = stage({clusters: [shop], groups, paper: QUICK})
  story.desk.change(people.changesInstance('shop-2', {DBParameterGroups: [{DBParameterGroupName: 'big', ParameterApplyStatus: 'in-sync'}]}))
  const refused = await story.run({...UP, mode: 'create'})
  expect([end(refused), writesOf(refused)]).toEqual(['1 blocked checks_not_met', []])
  expect(refused.error).toMatch(/different parameter groups: .*big/)
  expect(end(await story.run({...UP, mode: 'create', 'target-parameter-group': 'big'}))).toBe('0 completed deployment_created')
})
