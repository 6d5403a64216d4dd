/** `prepare`: the guides that people follow by hand (seeds 000 and 001), MySQL, and what it must never do. */
import {describe, expect, test} from '@jest/globals'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {aurora, mysql, orders, REBOOT, to14, to15, to84, valuesOf, written} from './preparing.ts'
import {QUICK} from './seeds.ts'
import type {Stage} from './stage.ts'
import {end, MINUTE, stage} from './stage.ts'

const AT_ONCE = {'delete-old-databases': 'true', 'old-min-age-hours': '0', 'old-idle-minutes': '0'}

const productionOf = ({desk}: Stage) => [desk.account().instances.map(one => one.shown), desk.account().clusters.map(one => one.shown)]
const NEEDED = {
  'rds.logical_replication': '1',
  max_replication_slots: '25',
  max_wal_senders: '25',
  max_logical_replication_workers: '25',
  max_worker_processes: '50'
}

describe.each([
  {
    is: 'seed 000: PostgreSQL 14 to 15 with a replica, in a default group',
    seed: orders,
    asked: to15,
    groups: [
      'CreateDBParameterGroup orders-postgres14-bg-blue',
      'ModifyDBParameterGroup orders-postgres14-bg-blue',
      'CreateDBParameterGroup orders-postgres15-bg-green',
      'ModifyDBParameterGroup orders-postgres15-bg-green',
      'AddTagsToResource orders-postgres15-bg-green group-made-for'
    ],
    commands: [
      'aws rds modify-db-instance --region eu-west-1 --db-instance-identifier orders-r1 --db-parameter-group-name orders-postgres14-bg-blue --apply-immediately',
      'sleep 60 && aws rds wait db-instance-available --region eu-west-1 --db-instance-identifier orders-r1',
      'aws rds modify-db-instance --region eu-west-1 --db-instance-identifier orders --db-parameter-group-name orders-postgres14-bg-blue --apply-immediately',
      'sleep 60 && aws rds wait db-instance-available --region eu-west-1 --db-instance-identifier orders',
      'aws rds reboot-db-instance --region eu-west-1 --db-instance-identifier orders-r1',
      'sleep 60 && aws rds wait db-instance-available --region eu-west-1 --db-instance-identifier orders-r1',
      'aws rds reboot-db-instance --region eu-west-1 --db-instance-identifier orders',
      'sleep 60 && aws rds wait db-instance-available --region eu-west-1 --db-instance-identifier orders'
    ],
    changes: [
      'ModifyDBInstance orders-r1 orders-postgres14-bg-blue',
      'ModifyDBInstance orders orders-postgres14-bg-blue',
      'RebootDBInstance orders-r1',
      'RebootDBInstance orders'
    ],
    made: {'orders-postgres14-bg-blue': NEEDED, 'orders-postgres15-bg-green': NEEDED},
    done: ['orders 15.14 available', 'orders-r1 15.14 available']
  },
  {
    is: 'seed 001: Aurora PostgreSQL 12 to 14',
    seed: aurora,
    asked: to14,
    groups: [
      'CreateDBClusterParameterGroup main-aurora-postgresql12-bg-blue',
      'ModifyDBClusterParameterGroup main-aurora-postgresql12-bg-blue',
      'CreateDBClusterParameterGroup main-aurora-postgresql14-bg-green',
      'ModifyDBClusterParameterGroup main-aurora-postgresql14-bg-green',
      'AddTagsToResource main-aurora-postgresql14-bg-green group-made-for'
    ],
    commands: [
      'aws rds modify-db-cluster --region eu-west-1 --db-cluster-identifier main --db-cluster-parameter-group-name main-aurora-postgresql12-bg-blue --apply-immediately',
      'sleep 60 && aws rds wait db-cluster-available --region eu-west-1 --db-cluster-identifier main',
      'aws rds reboot-db-instance --region eu-west-1 --db-instance-identifier main-2',
      'sleep 60 && aws rds wait db-instance-available --region eu-west-1 --db-instance-identifier main-2',
      'aws rds reboot-db-instance --region eu-west-1 --db-instance-identifier main-1',
      'sleep 60 && aws rds wait db-instance-available --region eu-west-1 --db-instance-identifier main-1'
    ],
    changes: ['ModifyDBCluster main main-aurora-postgresql12-bg-blue', 'RebootDBInstance main-2', 'RebootDBInstance main-1'],
    made: {'main-aurora-postgresql12-bg-blue': NEEDED, 'main-aurora-postgresql14-bg-green': NEEDED},
    done: ['main 14.18 available', 'main-1 14.18 available', 'main-2 14.18 available']
  }
])('$is', ({seed, asked, groups, commands, changes, made, done}) => {
  test('without allow-reboot: the groups are made, production is as it was, and the commands are there', async () => {
    const story = stage(seed)
    const before = productionOf(story)
    const ran = await story.run(asked)
    expect([end(ran), ran.outputs['changed'], written(ran)]).toEqual(['1 blocked reboot_needed', 'true', groups])
    // The groups were made a moment ago.
    const [pause, ...lines] = ran.log.filter(line => /^(aws|sleep) /.test(line))
    expect([pause, lines]).toEqual([expect.stringMatching(/^sleep 3[2-6]\d$/), commands])
    expect(ran.error).toMatch(/allow-reboot: true/)
    for (const line of commands) expect(ran.error).toContain(line)
    expect(productionOf(story)).toEqual(before)
    for (const [name, values] of Object.entries(made)) expect(valuesOf(story, name)).toEqual(values)
    const again = await story.run(asked)
    expect([end(again), again.outputs['changed'], written(again)]).toEqual(['1 blocked reboot_needed', 'false', []])
    // A plan ahead of prepare sees what the groups that are made already will do once production is in them.
    expect(end(await story.run({...asked, ...REBOOT, mode: 'plan,prepare,create'}))).toBe('0 completed deployment_created')
  })

  test('with it: prepared, and the whole upgrade runs to its end', async () => {
    const story = stage(seed)
    const ran = await story.run({...asked, ...REBOOT})
    expect([end(ran), written(ran), ran.outputs['next-mode']]).toEqual(['0 completed prepared', [...groups, ...changes], 'create'])
    const last = ran.requests.findLast(one => one.operation.startsWith('Modify') && one.operation.endsWith('ParameterGroup'))
    expect(ran.took - ((last?.at ?? 0) - (ran.requests[0]?.at ?? 0))).toBeGreaterThan(5 * MINUTE)
    const again = await story.run({...asked, ...REBOOT})
    expect([end(again), again.outputs['changed'], written(again)]).toEqual(['0 nothing_to_do prepared', 'false', []])
    const up = await story.run({...asked, mode: 'plan,create,wait,switchover,cleanup', ...AT_ONCE})
    expect([end(up), story.inventory()]).toEqual(['0 completed cleaned_up', done])
    expect(end(await story.run({...asked, ...REBOOT}))).toBe('0 nothing_to_do already_at_target')
  })

  test('the commands run by hand do as well', async () => {
    const story = stage(seed)
    await story.run(asked)
    const {desk} = story
    for (const change of changes) {
      const [operation = '', name, group] = change.split(' ')
      const input =
        operation === 'ModifyDBCluster'
          ? {DBClusterIdentifier: name, DBClusterParameterGroupName: group, ApplyImmediately: true}
          : {DBInstanceIdentifier: name, ...(group === undefined ? {} : {DBParameterGroupName: group, ApplyImmediately: true})}
      const hand = desk.caller('by hand')
      await story.time.run(hand.answer('rds', operation, input))
      await story.pass(5 * MINUTE)
    }
    expect(end(await story.run(asked))).toBe('0 nothing_to_do prepared')
  })

  test('a plan of create says what it would take', async () => {
    const ran = await stage(seed).run({...asked, mode: 'plan'})
    expect([end(ran), written(ran), ran.outputs['next-mode']]).toEqual(['1 blocked checks_not_met', [], 'prepare'])
    expect(ran.log.join('\n')).toMatch(/prepare {2}would make the parameter group .*-bg-blue/)
    expect(ran.log.join('\n')).toMatch(/prepare {2}would restart /)
    // And what comes behind it, as it would leave the source.
    expect(ran.log.join('\n')).toMatch(/create {2}would create deployment .*-bg-green/)
    expect(ran.log.some(line => line.startsWith('aws '))).toBe(false)
    expect(ran.error).toMatch(/What to do: run mode: prepare with allow-reboot: true, since it restarts production/)
  })

  test('in one run with everything behind it, and as a plan and a dry run before', async () => {
    const story = stage(seed)
    const whole = {...asked, ...REBOOT, mode: 'plan,prepare,create,wait,switchover'}
    const dry = await story.run({...whole, mode: 'prepare,create,wait,switchover', 'dry-run': 'true'})
    expect([end(dry), written(dry)]).toEqual(['0 planned plan_passed', []])
    for (const change of [...groups, ...changes]) expect(dry.log.join('\n')).toContain(change.split(' ')[0])
    expect(dry.log.join('\n')).toContain('create  would create deployment')
    const not = await story.run({...whole, 'allow-reboot': 'false', mode: 'plan,prepare,create'})
    expect([end(not), not.outputs['phase'], written(not)]).toEqual(['1 blocked reboot_needed', 'plan', []])
    expect(end(await story.run(whole))).toBe('0 completed switchover_completed')
  })
})

describe('MySQL 8.0 to 8.4 with a group of its own', () => {
  const GREEN = 'shop-mysql8-4-bg-green'

  test('green gets everything that 8.4 has, and events stay off; blue is not touched', async () => {
    const story = stage(mysql)
    const before = [productionOf(story), valuesOf(story, 'shop-params')]
    const ran = await story.run(to84)
    expect([end(ran), written(ran)]).toEqual([
      '0 completed prepared',
      [`CreateDBParameterGroup ${GREEN}`, `ModifyDBParameterGroup ${GREEN}`, `AddTagsToResource ${GREEN} group-made-for`]
    ])
    expect(valuesOf(story, GREEN)).toEqual({event_scheduler: 'OFF', max_connections: '500'})
    expect(ran.warnings.join()).toMatch(/default_authentication_plugin=mysql_native_password of shop-params .*mysql8.4 does not have it/)
    expect([productionOf(story), valuesOf(story, 'shop-params')]).toEqual(before)
    expect(ran.outputs['target-parameter-group']).toBe(GREEN)
    expect(end(await story.run(to84))).toBe('0 nothing_to_do prepared')
    const up = await story.run({...to84, mode: 'create,wait,switchover,cleanup', ...AT_ONCE})
    expect([end(up), story.inventory(), up.outputs['parameter-group']]).toEqual(['0 completed cleaned_up', ['shop 8.4.6 available'], GREEN])
    expect(up.summary).toMatch(/To do:\*\* Parameter event\\_scheduler of shop-mysql8-4-bg-green: set it back to ON; it is OFF/)
  })

  test.each([
    ['does not exist', 'target-parameters', 'no_such=1', /target-parameters: no_such=1: mysql8.4 does not have it/],
    ['is not allowed', 'target-parameters', 'max_connections=0', /target-parameters: max_connections=0: mysql8.4 allows 1-100000/],
    ['cannot be changed', 'source-parameters', 'version=9', /source-parameters: version=9: mysql8.0/],
    ['is of a cluster', 'target-cluster-parameters', 'max_connections=1', /no cluster parameter group: target-cluster-parameters/]
  ])('a parameter that %s is refused by name, before any write', async (_what, input, line, because) => {
    const story = stage(mysql)
    const ran = await story.run({...to84, [input]: line})
    expect([end(ran), written(ran)]).toEqual(['1 failed invalid_input', []])
    expect(ran.error).toMatch(because)
  })

  test('more than twenty values go in requests of twenty', async () => {
    const parameters = Object.fromEntries(
      ['back_log', 'connect_timeout', 'eq_range_index_dive_limit', 'interactive_timeout', 'long_query_time', 'max_allowed_packet']
        .concat(['max_connect_errors', 'net_read_timeout', 'net_write_timeout', 'table_open_cache', 'wait_timeout', 'sort_buffer_size'])
        .concat(['join_buffer_size', 'read_buffer_size', 'read_rnd_buffer_size', 'tmp_table_size', 'max_heap_table_size'])
        .concat(['thread_cache_size', 'innodb_lock_wait_timeout', 'lock_wait_timeout', 'max_connections', 'innodb_io_capacity'])
        .map(name => [name, '99999'])
    )
    const story = stage({...mysql, groups: [{name: 'shop-params', family: 'mysql8.0', parameters}]})
    const ran = await story.run(to84)
    expect(end(ran)).toBe('0 completed prepared')
    const sizes = ran.requests.flatMap(one =>
      one.operation === 'ModifyDBParameterGroup' ? [(one.input as {Parameters: unknown[]}).Parameters.length] : []
    )
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20)
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(Object.keys(valuesOf(story, GREEN) ?? {}).length)
  })
})

describe('automated backups that are off', () => {
  const seed: AccountSeed = {instances: [{name: 'shop', engine: 'mysql', version: '8.0.42', backupDays: 0}], paper: QUICK}

  test('are switched on only with allow-reboot, and waited for', async () => {
    const story = stage(seed)
    const no = await story.run(to84)
    expect([end(no), written(no), story.instance('shop')?.BackupRetentionPeriod]).toEqual(['1 blocked reboot_needed', [], 0])
    expect(no.error).toContain(
      'modify-db-instance --region eu-west-1 --db-instance-identifier shop --backup-retention-period 1 --apply-immediately'
    )
    const yes = await story.run({...to84, ...REBOOT})
    expect([end(yes), written(yes)]).toEqual(['0 completed prepared', ['ModifyDBInstance shop']])
    expect([story.instance('shop')?.BackupRetentionPeriod, story.instance('shop')?.DBInstanceStatus]).toEqual([1, 'available'])
  })

  test('nothing that others have put off to the maintenance window is applied with it', async () => {
    const shown = {PendingModifiedValues: {DBInstanceClass: 'db.r6g.large'}}
    const story = stage({...seed, instances: [{name: 'shop', engine: 'mysql', version: '8.0.42', backupDays: 0, shown}]})
    const ran = await story.run({...to84, ...REBOOT})
    expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
    expect(ran.error).toMatch(/shop \(DBInstanceClass\)/)
  })
})

describe('groups that are not ours to edit', () => {
  const own = {name: 'orders-own', family: 'postgres14', parameters: {work_mem: '8192'}}
  const shared: AccountSeed = {
    ...orders,
    instances: [
      {name: 'orders', engine: 'postgres', version: '14.17', group: own.name},
      {name: 'billing', engine: 'postgres', version: '14.17', group: own.name}
    ],
    groups: [own]
  }

  test('one that another database uses is copied, never edited', async () => {
    const story = stage(shared)
    expect(end(await story.run({...to15, ...REBOOT}))).toBe('0 completed prepared')
    expect(valuesOf(story, own.name)).toEqual({work_mem: '8192'})
    expect(story.instance('billing')?.DBParameterGroups).toEqual([{DBParameterGroupName: own.name, ParameterApplyStatus: 'in-sync'}])
    for (const name of ['orders-postgres14-bg-blue', 'orders-postgres15-bg-green'])
      expect(valuesOf(story, name)).toEqual({...NEEDED, work_mem: '8192'})
  })

  test.each([
    ['the group of another database', {'source-parameter-group': own.name}, /orders-own is used by billing too, and is not edited/],
    ['a default group', {'source-parameter-group': 'default.postgres14'}, /default.postgres14 is a default parameter group/],
    [
      'one of another family',
      {'source-parameter-group': 'lab-postgres15'},
      /lab-postgres15 is of family postgres15; orders needs one of postgres14/
    ],
    [
      'another family for green',
      {'target-parameter-group': 'lab-postgres14'},
      /lab-postgres14 is of family postgres14; green needs one of postgres15/
    ]
  ])('%s given for it stops it with a sentence', async (_what, given, because) => {
    const story = stage(shared)
    const groups = story.desk.account().parameterGroups
    const ran = await story.run({...to15, ...REBOOT, ...given})
    expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
    expect(ran.error).toMatch(because)
    expect(story.desk.account().parameterGroups).toBe(groups)
  })

  test('one that is given, is of the family and used by nobody is filled and used', async () => {
    const story = stage({...shared, groups: [own, {name: 'standby', family: 'postgres14', parameters: {work_mem: '1024'}}]})
    const ran = await story.run({...to15, ...REBOOT, 'source-parameter-group': 'standby', 'target-parameter-group': 'orders-pg15'})
    expect(end(ran)).toBe('0 completed prepared')
    // What people have set in it themselves stays.
    expect(valuesOf(story, 'standby')).toEqual({...NEEDED, work_mem: '1024'})
    expect(story.instance('orders')?.DBParameterGroups).toEqual([{DBParameterGroupName: 'standby', ParameterApplyStatus: 'in-sync'}])
    expect(valuesOf(story, 'orders-pg15')).toEqual({...NEEDED, work_mem: '1024'})
  })

  test('its own one of before is edited in place, and what is edited waits for its restart', async () => {
    const group = {name: 'orders-postgres14-bg-blue', family: 'postgres14', parameters: {...NEEDED, max_wal_senders: '10'}}
    const story = stage({
      instances: [{name: 'orders', engine: 'postgres', version: '14.17', group: group.name}],
      groups: [group],
      paper: QUICK
    })
    const no = await story.run({...to15, 'target-parameter-group': 'lab-postgres15'})
    expect([end(no), valuesOf(story, group.name)]).toEqual(['1 blocked reboot_needed', group.parameters])
    const ran = await story.run({...to15, ...REBOOT, 'target-parameter-group': 'lab-postgres15'})
    expect([end(ran), written(ran)]).toEqual([
      '0 completed prepared',
      ['AddTagsToResource orders-postgres14-bg-blue group-changed-at', `ModifyDBParameterGroup ${group.name}`, 'RebootDBInstance orders']
    ])
  })

  test('a replica in a group of its own is not put into another one by itself', async () => {
    const story = stage({
      instances: [
        {
          name: 'orders',
          engine: 'postgres',
          version: '14.17',
          group: 'default.postgres14',
          replicas: [{name: 'orders-r1', group: own.name}]
        }
      ],
      groups: [own],
      paper: QUICK
    })
    const ran = await story.run({...to15, ...REBOOT})
    expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
    expect(ran.error).toMatch(/orders-r1 uses the parameter group orders-own/)
    const told = await story.run({...to15, ...REBOOT, 'source-parameter-group': 'one-for-all'})
    expect(end(told)).toBe('0 completed prepared')
    expect(story.instance('orders-r1')?.DBParameterGroups).toEqual([{DBParameterGroupName: 'one-for-all', ParameterApplyStatus: 'in-sync'}])
  })
})

test('a formula of the user is left and named', async () => {
  const group = {name: 'own', family: 'postgres14', parameters: {max_worker_processes: 'GREATEST({DBInstanceVCPU*4},16)'}}
  const story = stage({instances: [{name: 'orders', engine: 'postgres', version: '14.17', group: 'own'}], groups: [group], paper: QUICK})
  const ran = await story.run({...to15, ...REBOOT})
  expect(end(ran)).toBe('0 completed prepared')
  expect(valuesOf(story, 'orders-postgres14-bg-blue')?.['max_worker_processes']).toBe('GREATEST({DBInstanceVCPU*4},16)')
  expect(ran.warnings.join('\n')).toMatch(/max_worker_processes of parameter group orders-postgres14-bg-blue is a formula/)
})

test('nothing is restarted for a version that RDS refuses all the same', async () => {
  const story = stage({clusters: [{name: 'main', version: '12.14', group: 'default.aurora-postgresql12'}], paper: QUICK})
  const ran = await story.run({...to14, ...REBOOT})
  expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
  expect(ran.error).toMatch(/12\.16 or later/)
})

test('under an open deployment blue is not changed', async () => {
  const story = stage(mysql)
  await story.run({...to84, mode: 'prepare,create'})
  const ran = await story.run({...to84, ...REBOOT, 'source-parameters': 'max_connections=7'})
  expect([end(ran), written(ran)]).toEqual(['0 nothing_to_do prepared', []])
})

test('create waits for a group that was prepared a moment ago, and takes none that was not filled to the end', async () => {
  const one = await stage(mysql).run(to84)
  const last = one.requests.findIndex(entry => entry.operation === 'AddTagsToResource')
  const killedAt = async (request: number) => {
    const story = stage({...mysql, unknowns: {youngGroup: 'refused'}})
    await story.run(to84, {kill: {request, when: 'after_effect'}})
    return story
  }
  const filled = await killedAt(last + 1)
  const ran = await filled.run({...to84, mode: 'create'})
  expect([end(ran), ran.log.some(line => line.includes('AWS wants five minutes'))]).toEqual(['0 completed deployment_created', true])
  for (const operation of ['CreateDBParameterGroup', 'ModifyDBParameterGroup']) {
    const half = await killedAt(one.requests.findIndex(entry => entry.operation === operation) + 1)
    const not = await half.run({...to84, mode: 'create'})
    expect([end(not), written(not)]).toEqual(['1 blocked checks_not_met', []])
    expect(not.error).toMatch(/prepare has begun to fill parameter group shop-mysql8-4-bg-green/)
    expect(end(await half.run({...to84, mode: 'prepare,create'}))).toBe('0 completed deployment_created')
  }
})
