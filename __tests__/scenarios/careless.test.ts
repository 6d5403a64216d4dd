/** What careless and unlucky people do: each of these once cost an old database, a second environment, or a night. */
import {describe, expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import {showDeployment} from '../../lab/model/resources.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {QUICK} from './seeds.ts'
import type {Ran, Stage} from './stage.ts'
import {end, HOUR, MINUTE, stage, writesOf} from './stage.ts'

const orders: AccountSeed = {instances: [{name: 'orders', engine: 'mysql', version: '8.0.42', replicas: ['orders-r1']}], paper: QUICK}
const shop: AccountSeed = {clusters: [{name: 'shop', engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.05.2'}], paper: QUICK}
const UP = {source: 'orders', 'target-engine-version': '8.4'}
const AT_ONCE = {'old-min-age-hours': '0', 'old-idle-minutes': '0'}
const DELETES = {mode: 'cleanup', 'delete-old-databases': 'true'}

async function upgraded(seed: AccountSeed = orders, asked: Readonly<Record<string, string>> = UP): Promise<{story: Stage; id: string}> {
  const story = stage(seed)
  const ran = await story.run({...asked, mode: 'upgrade'})
  expect(end(ran)).toBe('0 completed switchover_completed')
  return {story, id: ran.outputs['deployment-id'] ?? ''}
}

const stays = (story: Stage, ran: Ran, reason: string): void => {
  expect([end(ran), writesOf(ran)]).toEqual([`1 blocked ${reason}`, []])
  expect(story.instance('orders-old1')).toBeDefined()
}

describe('old blue stays', () => {
  test.each(['deleting', 'inaccessible-encryption-credentials', 'failed'])('while production is %s', async status => {
    const {story, id} = await upgraded()
    story.desk.change(people.setsStatus('orders', status))
    stays(story, await story.run({...DELETES, ...AT_ONCE, 'deployment-id': id, 'final-snapshot': 'false'}), 'production_in_danger')
  })

  test('when production was replaced by another database of its name and no snapshot is asked for', async () => {
    const {story, id} = await upgraded()
    await story.pass(25 * HOUR)
    story.desk.change(people.removes('orders'))
    story.desk.change(people.createsInstance({name: 'orders', engine: 'mysql', version: '8.4.6', ageMinutes: 1}))
    await story.pass(5 * MINUTE)
    stays(story, await story.run({...DELETES, ...AT_ONCE, 'deployment-id': id, 'final-snapshot': 'false'}), 'production_in_danger')
  })

  test('when it was production again and another deployment switched it over later', async () => {
    const {story, id} = await upgraded()
    for (const name of ['orders', 'orders-r1']) {
      story.desk.change(people.renames(name, `${name}-bad`))
      story.desk.change(people.renames(`${name}-old1`, name))
    }
    await story.pass(30 * HOUR)
    await story.run({...UP, mode: 'upgrade', 'deployment-name': 'second'})
    for (const name of ['orders-old1', 'orders-r1-old1']) story.desk.change(people.connects(name, 0))
    await story.pass(70 * MINUTE)
    const ran = await story.run({...DELETES, 'deployment-id': id})
    stays(story, ran, 'old_blue_in_use')
    expect(ran.error).toMatch(/orders-old1 is old blue of deployment bgd-\w+ too/)
  })

  test('where it only bears the name of what is to be cleaned up, and is of another kind', async () => {
    const arn = (type: string): string => `arn:aws:rds:eu-west-1:123456789012:${type}:orders`
    const story = stage({
      clusters: [{name: 'orders', engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.05.2'}],
      instances: [{name: 'orders', engine: 'mysql', version: '8.0.42'}],
      paper: QUICK
    })
    await story.run({mode: 'upgrade', source: arn('cluster'), 'target-engine-version': '8.0.mysql_aurora.3.08'})
    await story.run({mode: 'cleanup', source: arn('cluster'), ...AT_ONCE})
    const ran = await story.run({...DELETES, ...AT_ONCE, source: arn('db')})
    expect([end(ran), writesOf(ran)]).toEqual(['0 nothing_to_do nothing_left', []])
    expect(story.desk.account().clusters).toHaveLength(2)
  })

  test('with what joined its cluster later, and the deployment that keeps it read-only too', async () => {
    const {story, id} = await upgraded(shop, {source: 'shop', 'target-engine-version': '8.0.mysql_aurora.3.08'})
    await story.pass(26 * HOUR)
    story.desk.change(joins('shop-2-old1', 'shop-old1', 'shop-report'))
    for (const name of ['shop-1-old1', 'shop-2-old1']) story.desk.change(people.connects(name, 0))
    story.desk.change(people.connects('shop-report', 25))
    await story.pass(2 * HOUR)
    for (const wish of [DELETES, {mode: 'cleanup'}]) {
      const ran = await story.run({...wish, 'deployment-id': id})
      expect([end(ran), writesOf(ran)]).toEqual(['1 blocked old_blue_in_use', []])
      expect(ran.log.join('\n')).toMatch(/shop-report/)
    }
  })

  test('with a listed id, once its deployment is gone and nothing proves what it is', async () => {
    const {story, id} = await upgraded()
    const old = story.instance('orders-old1')?.DbiResourceId ?? ''
    story.desk.change(people.forgetsTags(story.deployments()[0]?.BlueGreenDeploymentName ?? ''))
    await story.run({...DELETES, ...AT_ONCE, 'deployment-id': id})
    const ran = await story.run({...DELETES, ...AT_ONCE, source: 'orders', 'old-resource-ids': old})
    stays(story, ran, 'cannot_tell')
    expect(ran.error).toMatch(/orders-old1/)
  })
})

/** A reader made like another one, which the deployment has never heard of. */
const joins =
  (like: string, cluster: string, name: string): people.Change =>
  account => {
    const model = account.instances.find(one => one.shown.DBInstanceIdentifier === like)
    const since = model?.hidden.named[0]?.since ?? 0
    if (model === undefined) return account
    const shown = {
      ...model.shown,
      DBInstanceIdentifier: name,
      DBInstanceArn: model.shown.DBInstanceArn.replace(like, name),
      DbiResourceId: 'db-ABCDEFGHIJKLMNOPQRSTUVWX99',
      TagList: []
    }
    const member = {DBInstanceIdentifier: name, IsClusterWriter: false, PromotionTier: 1, DBClusterParameterGroupStatus: 'in-sync'}
    return {
      ...account,
      instances: [...account.instances, {...model, shown, hidden: {...model.hidden, named: [{name, since}]}}],
      clusters: account.clusters.map(one =>
        one.shown.DBClusterIdentifier === cluster
          ? {...one, shown: {...one.shown, DBClusterMembers: [...one.shown.DBClusterMembers, member]}}
          : one
      )
    }
  }

describe('the wrong database as source', () => {
  test('old blue: no second environment, and production is named', async () => {
    const {story} = await upgraded()
    const ran = await story.run({...UP, mode: 'create', source: 'orders-old1'})
    expect([end(ran), writesOf(ran)]).toEqual(['1 blocked source_in_deployment', []])
    expect(ran.error).toMatch(/give source: orders,/)
  })

  test.each(['abort', 'wait', 'switchover', 'cleanup'])('green or a replica: %s does not say that nothing is there', async mode => {
    const story = stage({...orders, unknowns: {greenAsReplica: 'hidden'}})
    await story.run({...UP, mode: 'create,wait'})
    const green =
      story.desk
        .account()
        .instances.map(one => one.shown.DBInstanceIdentifier)
        .find(name => name.startsWith('orders-green')) ?? ''
    for (const source of [green, 'orders-r1']) {
      const ran = await story.run({mode, source})
      expect([ran.code, writesOf(ran)]).toEqual([1, []])
      expect(ran.error).toMatch(/give source: orders/)
    }
  })
})

test('a stale deployment-id beside create is told before anything is built', async () => {
  const story = stage(orders)
  const ran = await story.run({...UP, mode: 'upgrade', 'deployment-id': 'bgd-0123456789abcdef'})
  expect([end(ran), ran.requests]).toEqual(['1 failed invalid_input', []])
})

test('a switchover that can never begin says what to change', async () => {
  const story = stage(orders)
  await story.run({...UP, mode: 'create,wait'})
  const ran = await story.run({mode: 'switchover', source: 'orders', 'wait-timeout-minutes': '45', 'switchover-timeout-seconds': '3600'})
  expect(end(ran)).toBe('1 timed_out wait_timed_out')
  expect(ran.error).toMatch(/raise wait-timeout-minutes to at least 75, or lower switchover-timeout-seconds/)
})

test('a group that only the writer has is not what was asked for', async () => {
  const story = stage({...shop, groups: [{name: 'big', family: 'aurora-mysql8.0'}]})
  story.desk.change(people.changesInstance('shop-1', {DBParameterGroups: [{DBParameterGroupName: 'big', ParameterApplyStatus: 'in-sync'}]}))
  expect(end(await story.run({mode: 'create', source: 'shop', 'target-parameter-group': 'big'}))).toBe('0 completed deployment_created')
})

test('a replica made after create stops the switchover unless it may stay behind', async () => {
  const story = stage(orders)
  await story.run({...UP, mode: 'create,wait'})
  story.desk.change(people.changesInstance('orders', {ReadReplicaDBInstanceIdentifiers: ['orders-r1', 'orders-r2']}))
  const ran = await story.run({mode: 'switchover', source: 'orders', 'gate-timeout-minutes': '0'})
  expect([end(ran), writesOf(ran)]).toEqual(['1 blocked checks_not_met', []])
  expect(ran.error).toMatch(/orders-r2 would stay behind on old blue/)
  const ignored = await story.run({mode: 'switchover', source: 'orders', 'ignore-checks': 'every-database-of-blue-has-its-green'})
  expect(end(ignored)).toBe('0 completed switchover_completed')
})

describe('what is said', () => {
  test('the summary before the approval shows what green would bring', async () => {
    const ran = await stage(orders).run({...UP, mode: 'create,wait'})
    expect(ran.summary).toMatch(/What green would bring/)
    expect(ran.summary).toMatch(/mysql 8\.4\.\d+/)
  })

  test('a deletion protection that green does not have', async () => {
    const story = stage({
      ...orders,
      instances: [{name: 'orders', engine: 'mysql', version: '8.0.42', deletionProtection: true}],
      unknowns: {greenProtection: 'off'}
    })
    const ran = await story.run({...UP, mode: 'upgrade'})
    expect(ran.warnings.join('\n')).toMatch(/orders has no deletion protection, which orders-old1 has/)
  })

  test('the first phase to run next, after a dry run and where nothing was found', async () => {
    const story = stage(orders)
    expect((await story.run({...UP, mode: 'upgrade', 'dry-run': 'true'})).outputs['next-mode']).toBe('create')
    expect((await story.run({mode: 'wait', source: 'orders'})).outputs['next-mode']).toBe('create')
  })

  test('the permission that AWS names, not the one that is there', async () => {
    const ran = await stage(orders, {denied: ['rds:AddTagsToResource']}).run({...UP, mode: 'create'})
    expect(ran.error).toMatch(/allow rds:AddTagsToResource/)
  })

  test('the outputs of a name with twelve digits', async () => {
    const name = 'orders-202611201234'
    const story = stage({instances: [{name, engine: 'mysql', version: '8.0.42'}], paper: QUICK})
    const ran = await story.run({mode: 'create,wait', source: name, 'target-engine-version': '8.4'})
    expect(ran.outputs).toMatchObject({'source-identifier': name, 'green-endpoint': expect.stringContaining(name) as unknown})
  })
})

test.each(['AVAILABLE', 'INVALID_CONFIGURATION'])(
  'beside a later deployment that is %s what an earlier one left is cleaned up',
  async status => {
    const {story, id} = await upgraded()
    await story.run({mode: 'cleanup', 'deployment-id': id, ...AT_ONCE})
    const later = await story.run({source: 'orders', 'target-instance-class': 'db.m7g.large', mode: 'create,wait'})
    const next = later.outputs['deployment-id'] ?? ''
    story.desk.change(account => showDeployment(account, next, {Status: status}))
    const ran = await story.run({...DELETES, ...AT_ONCE, source: 'orders'})
    expect([end(ran), writesOf(ran)]).toEqual([
      '0 completed cleaned_up',
      ['DeleteDBInstance orders-r1-old1', 'DeleteDBInstance orders-old1']
    ])
    expect(ran.log.at(-1)).toMatch(`the old databases of deployment ${id} are gone; deployment ${next} is ${status} and stays`)
  }
)

test('old replicas are found by their marks also when somebody has deleted the old primary', async () => {
  const {story, id} = await upgraded()
  await story.run({mode: 'cleanup', 'deployment-id': id, ...AT_ONCE})
  story.desk.change(people.removes('orders-old1'))
  const ran = await story.run({...DELETES, ...AT_ONCE, source: 'orders'})
  expect([end(ran), writesOf(ran)]).toEqual(['0 completed cleaned_up', ['DeleteDBInstance orders-r1-old1']])
})
