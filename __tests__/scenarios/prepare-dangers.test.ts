/** What could have gone wrong with production while it is prepared, each found by somebody who tried to break it. */
import {describe, expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import type {AccountSeed, InstanceSeed} from '../../lab/model/seed.ts'
import {valuesOf, written} from './preparing.ts'
import {QUICK} from './seeds.ts'
import type {Stage} from './stage.ts'
import {end, MINUTE, stage} from './stage.ts'

const orders = (more: Partial<InstanceSeed> = {}): InstanceSeed => ({
  name: 'orders',
  engine: 'postgres',
  version: '14.17',
  group: 'default.postgres14',
  ...more
})
const seed = (one: InstanceSeed, more: AccountSeed = {}): AccountSeed => ({instances: [one], paper: QUICK, ...more})
const ASKED = {mode: 'prepare', source: 'orders', 'target-engine-version': '15'}
const REBOOT = {'allow-reboot': 'true'}

describe('one group is never made for both sides', () => {
  const cluster: AccountSeed = {
    clusters: [{name: 'shop', engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.05.2', group: 'default.aurora-mysql8.0'}],
    paper: QUICK
  }
  test.each([
    ['both given', {'source-cluster-parameter-group': 'both', 'target-cluster-parameter-group': 'both'}],
    ['green’s named like the one that blue would get', {'target-cluster-parameter-group': 'shop-aurora-mysql8-0-bg-blue'}]
  ])('%s', async (_what, given) => {
    const ran = await stage(cluster).run({
      ...REBOOT,
      mode: 'prepare',
      source: 'shop',
      'target-engine-version': '8.0.mysql_aurora.3.08.0',
      ...given
    })
    expect([end(ran), written(ran)]).toEqual(['1 failed invalid_input', []])
    expect(ran.error).toMatch(/would be set for production/)
  })
})

test('the group of green follows what people set on blue after it was made', async () => {
  const name = 'orders-postgres15-bg-green'
  const story = stage(seed(orders({group: 'own'}), {groups: [{name: 'own', family: 'postgres14', parameters: {max_connections: '500'}}]}))
  await story.run({...ASKED, ...REBOOT})
  expect(valuesOf(story, name)?.['max_connections']).toBe('500')
  story.desk.change(account => ({
    ...account,
    parameterGroups: account.parameterGroups.map(one =>
      one.name === 'orders-postgres14-bg-blue' ? {...one, parameters: {...one.parameters, max_connections: '2000'}} : one
    )
  }))
  await story.run({...ASKED, ...REBOOT})
  expect(valuesOf(story, name)?.['max_connections']).toBe('2000')
})

const made = (more: Readonly<Record<string, string>>) => ({max_connections: '500', ...more})
const own = (parameters: Readonly<Record<string, string>>, name = 'own') => ({name, family: 'postgres14', parameters})
const edit = (story: Stage, name: string, parameters: Readonly<Record<string, string>>) =>
  story.desk.change(account => ({
    ...account,
    parameterGroups: account.parameterGroups.map(one => (one.name === name ? {...one, parameters} : one))
  }))

test('what people take out of blue’s group between two runs does not come back', async () => {
  const [blue, green] = ['orders-postgres14-bg-blue', 'orders-postgres15-bg-green']
  const story = stage(seed(orders({group: 'own'}), {groups: [own(made({work_mem: '64'}))]}))
  await story.run(ASKED)
  expect([valuesOf(story, blue)?.['work_mem'], valuesOf(story, green)?.['work_mem']]).toEqual(['64', '64'])
  edit(story, 'own', made({}))
  const ran = await story.run(ASKED)
  const note = 'AddTagsToResource'
  expect([end(ran), written(ran)]).toEqual([
    '1 blocked reboot_needed',
    [
      `ResetDBParameterGroup ${blue}`,
      `${note} ${green} group-changed-at group-made-for`,
      `ResetDBParameterGroup ${green}`,
      `${note} ${green} group-made-for`
    ]
  ])
  expect([valuesOf(story, blue), valuesOf(story, green)]).toEqual([
    expect.not.objectContaining({work_mem: '64'}),
    expect.not.objectContaining({work_mem: '64'})
  ])
  expect(valuesOf(story, green)).toMatchObject(made({'rds.logical_replication': '1'}))
  expect(written(await story.run(ASKED))).toEqual([])
})

test('a group of green that an earlier upgrade has left does not win over blue’s own', async () => {
  const within = {...ASKED, 'target-engine-version': '14.18', 'target-parameters': 'work_mem=64'}
  const story = stage(seed(orders({group: 'own'}), {groups: [own(made({}))]}))
  expect(end(await story.run(within))).toBe('0 completed prepared')
  // Another database of the name, as after a restore; the group stays.
  story.desk.change(account => ({
    ...account,
    instances: account.instances.map(one => ({...one, shown: {...one.shown, DbiResourceId: 'db-ANOTHERONE'}}))
  }))
  const {'target-parameters': _left, ...plain} = within
  const ran = await story.run({...plain, mode: 'create'})
  expect(end(ran)).toBe('0 completed deployment_created')
  expect(ran.requests.find(one => one.operation === 'CreateBlueGreenDeployment')?.input).toMatchObject({TargetDBParameterGroupName: 'own'})
})

test('a group of a name that prepare would give, and not of its making, is neither edited nor taken', async () => {
  for (const [name, family] of [
    ['orders-postgres14-bg-blue', 'postgres14'],
    ['orders-postgres15-bg-green', 'postgres15']
  ] as const) {
    const story = stage(seed(orders(), {groups: [{name, family, parameters: {work_mem: '64'}}]}))
    const ran = await story.run({...ASKED, ...REBOOT})
    expect([end(ran), written(ran), valuesOf(story, name)]).toEqual(['1 blocked checks_not_met', [], {work_mem: '64'}])
    expect(ran.error).toMatch(`parameter group ${name} has a name that prepare gives, but not the tag`)
    const created = await story.run({...ASKED, mode: 'create'})
    expect([end(created), written(created)]).toEqual(['1 blocked checks_not_met', []])
  }
})

test('what a replica loses in a group that is given for all is told before it is moved', async () => {
  const primary = orders({group: 'own', replicas: [{name: 'orders-r1', group: 'reports'}]})
  const story = stage(seed(primary, {groups: [own(made({})), own({work_mem: '4096'}, 'reports')]}))
  const given = {...ASKED, 'source-parameter-group': 'one-for-all'}
  const loses =
    /put orders-r1 .* into the parameter group one-for-all in the place of reports: work_mem 4096 → left to the engine, max_conn/
  const planned = await story.run({...given, ...REBOOT, mode: 'plan,prepare', 'dry-run': 'true'})
  expect(planned.log.join('\n')).toMatch(loses)
  const ran = await story.run({...given, ...REBOOT})
  const at = ran.log.findIndex(line => loses.test(line))
  expect([end(ran), at > 0]).toEqual(['0 completed prepared', true])
  expect(ran.log.find(line => / put orders \(/.test(line))).toMatch(/in the place of own: .*rds.logical_replication 0 → 1/)
})

describe('a group of green that is not finished', () => {
  const within = {...ASKED, 'target-engine-version': '14.18', 'target-parameters': 'work_mem=64'}
  const {'target-parameters': _left, ...plain} = within
  const ours = 'orders-postgres14-bg-green'
  const custom = seed(orders({group: 'own'}), {groups: [own(made({}))]})
  test('is finished by a prepare that would need none', async () => {
    const {requests} = await stage(custom).run(within)
    const request = requests.findIndex(one => one.operation === 'CreateDBParameterGroup') + 1
    const story = stage(custom)
    await story.run(within, {kill: {request, when: 'after_effect'}})
    expect(end(await story.run({...plain, mode: 'create'}))).toBe('1 blocked checks_not_met')
    const ran = await story.run({...plain, mode: 'prepare,create'})
    expect([end(ran), valuesOf(story, ours)]).toEqual(['0 completed deployment_created', made({})])
  })
  test('is finished again where it is given by its name', async () => {
    const story = stage(custom)
    await story.run(within)
    const given = {...within, 'target-parameter-group': ours, 'target-parameters': 'work_mem=128'}
    expect(end(await story.run(given))).toBe('0 completed prepared')
    const ran = await story.run({...plain, mode: 'create'})
    expect([end(ran), valuesOf(story, ours)]).toEqual(['0 completed deployment_created', made({work_mem: '128'})])
  })
  test('and a run that only took values out says so', async () => {
    const story = stage(custom)
    await story.run(within)
    const ran = await story.run(plain)
    expect([end(ran), ran.log.some(line => line.includes(`is prepared: changed ${ours}`))]).toEqual(['0 completed prepared', true])
  })
})

test('a database that somebody takes out of its group after its restart is put back and restarted again', async () => {
  const story = stage(seed(orders()))
  const asked = {...ASKED, ...REBOOT}
  const {requests} = await stage(seed(orders())).run(asked)
  const restarted = (requests.find(one => one.operation === 'RebootDBInstance')?.at ?? 0) - (requests[0]?.at ?? 0)
  const back = {DBInstanceIdentifier: 'orders', DBParameterGroupName: 'default.postgres14', ApplyImmediately: true}
  story.desk.changeAfter(restarted + 45_000, people.calls('ModifyDBInstance', back))
  const ran = await story.run(asked)
  expect(end(ran)).toBe('0 completed prepared')
  expect(written(ran).filter(line => /DBInstance/.test(line))).toEqual([
    'ModifyDBInstance orders orders-postgres14-bg-blue',
    'RebootDBInstance orders',
    'ModifyDBInstance orders orders-postgres14-bg-blue',
    'RebootDBInstance orders'
  ])
})

describe('a group of blue that is edited in place', () => {
  const aurora: AccountSeed = {
    clusters: [{name: 'main', version: '14.17', group: 'own', instances: ['main-1', 'main-2', 'main-3'], connections: 0}],
    groups: [{name: 'own', family: 'aurora-postgresql14', kind: 'cluster'}],
    paper: QUICK,
    unknowns: {youngGroup: 'refused'}
  }
  const asked = {mode: 'prepare', source: 'main', 'target-engine-version': '14.18', 'source-cluster-parameter-group': 'own'}
  const restarts = (lines: readonly string[]) =>
    lines.flatMap(line => /(?:restart|reboot-db-instance .*identifier) (main-\d)/.exec(line)?.[1] ?? [])
  test('says of every database beforehand that it is restarted', async () => {
    const dry = await stage(aurora).run({...asked, ...REBOOT, 'dry-run': 'true'})
    const told = await stage(aurora).run(asked)
    const ran = await stage(aurora).run({...asked, ...REBOOT})
    const expected = ['main-2', 'main-3', 'main-1']
    expect([restarts(dry.log), restarts(told.log.filter(line => line.startsWith('aws')))]).toEqual([expected, expected])
    expect([end(ran), written(ran).filter(line => line.startsWith('Reboot'))]).toEqual([
      '0 completed prepared',
      expected.map(name => `RebootDBInstance ${name}`)
    ])
  })
  test('by hand is followed by the five minutes that AWS wants', async () => {
    const ran = await stage(aurora).run(asked)
    expect(ran.log.filter(line => /^(aws|sleep \d+$)/.test(line)).at(-1)).toBe('sleep 360')
  })
  test('is not used by create within them, after a run that was lost', async () => {
    const {requests} = await stage(aurora).run({...asked, ...REBOOT})
    const request = 1 + requests.findLastIndex(one => one.operation === 'RebootDBInstance')
    const story = stage(aurora)
    await story.run({...asked, ...REBOOT}, {kill: {request, when: 'after_effect'}})
    await story.pass(90_000)
    const {'source-cluster-parameter-group': _given, ...rest} = asked
    const ran = await story.run({...rest, mode: 'create'})
    expect([end(ran), ran.log.some(line => line.includes('AWS wants five minutes'))]).toEqual(['0 completed deployment_created', true])
  })
})

test('a target group that was made for another database is not filled with the values of this one', async () => {
  const billing: InstanceSeed = {name: 'billing', engine: 'postgres', version: '14.17', group: 'its'}
  const groups = [own(made({})), own({default_transaction_read_only: '1'}, 'its')]
  const story = stage({instances: [orders({group: 'own'}), billing], groups, paper: QUICK})
  const asked = {...ASKED, ...REBOOT, 'target-parameter-group': 'shared'}
  expect(end(await story.run(asked))).toBe('0 completed prepared')
  const before = valuesOf(story, 'shared')
  const ran = await story.run({...asked, source: 'billing'})
  expect([end(ran), written(ran), valuesOf(story, 'shared')]).toEqual(['1 blocked checks_not_met', [], before])
  expect(ran.error).toMatch(/parameter group shared was made for the green of another database \(db-\w+\)/)
})

test('a replica that stays in a group with lower limits than its primary gets is named', async () => {
  const primary = orders({group: 'own', replicas: [{name: 'orders-r1', group: 'default.postgres14'}]})
  const asked = {...ASKED, ...REBOOT, 'source-parameter-group': 'own', 'target-parameter-group': 'new'}
  const ran = await stage(seed(primary, {groups: [own({})]})).run(asked)
  expect(end(ran)).toBe('0 completed prepared')
  expect(ran.warnings.join('\n')).toMatch(/orders-r1 stays in default.postgres14: raise max_wal_senders, max_worker_processes there/)
})

describe('what waits for the maintenance window', () => {
  const waiting = seed(orders({shown: {PendingModifiedValues: {DBInstanceClass: 'db.r6g.large'}}}))
  test.each([
    ['without allow-reboot: no command that would make it too', ASKED],
    ['with it', {...ASKED, ...REBOOT}],
    ['in a plan', {...ASKED, ...REBOOT, mode: 'plan,prepare'}]
  ])('stops it %s', async (_what, asked) => {
    const ran = await stage(waiting).run(asked)
    expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
    expect(ran.error).toMatch(/DBInstanceClass/)
    expect(ran.error).not.toMatch(/aws rds modify-db-instance/)
  })
  test('backups that somebody is switching off are not switched off with it', async () => {
    const ran = await stage(seed(orders({backupDays: 7, shown: {PendingModifiedValues: {BackupRetentionPeriod: 0}}}))).run({
      ...ASKED,
      ...REBOOT
    })
    expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
  })
})

test('nothing of production is changed for a deployment that create refuses all the same', async () => {
  const managed = seed(orders({shown: {MasterUserSecret: {SecretStatus: 'active'}}}))
  const ran = await stage(managed).run({...ASKED, ...REBOOT})
  expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
  expect(ran.error).toMatch(/prepared, create would stop: RDS does not keep the master password/)
})

test('an input that undoes what prepare is for stops it before a restart', async () => {
  const mysql = seed({name: 'orders', engine: 'mysql', version: '8.0.42'})
  const ran = await stage(mysql).run({...ASKED, 'target-engine-version': '8.4', 'target-parameters': 'event_scheduler=ON'})
  expect([end(ran), written(ran)]).toEqual(['1 blocked checks_not_met', []])
})

test('a quota of groups that is used up ends it at once, by name', async () => {
  const ran = await stage(seed(orders(), {quotas: {groups: 0}})).run(ASKED)
  expect([end(ran).split(' ')[1], ran.took < 10 * MINUTE]).toEqual(['failed', true])
  expect(ran.error).toMatch(/ParameterGroupQuotaExceeded/)
})

test('a plan of what is being deleted says that it waits, and speaks of no green that is not there', async () => {
  const story = stage(seed(orders({group: 'lab-postgres14'})))
  const asked = {...ASKED, 'target-parameter-group': 'lab-postgres15'}
  const made = await story.run({...asked, mode: 'create,wait'})
  const hand = story.desk.caller('by hand')
  const id = {BlueGreenDeploymentIdentifier: made.outputs['deployment-id'], DeleteTarget: true}
  await story.time.run(hand.answer('rds', 'DeleteBlueGreenDeployment', id))
  const ran = await story.run({...asked, mode: 'plan'})
  expect(end(ran)).toBe('0 completed plan_passed')
  expect(ran.log.join('\n')).toMatch(/create {2}would wait: deployment bgd-\w+ is being deleted/)
})

describe('blue’s own group, given to be edited in place', () => {
  const own = {name: 'own', family: 'postgres14', parameters: {max_connections: '500'}}
  const edited = seed(orders({group: 'own'}), {groups: [own]})
  const given = {...ASKED, 'source-parameter-group': 'own'}
  test('without allow-reboot the commands can be typed, the restart among them', async () => {
    const ran = await stage(edited).run(given)
    const lines = ran.log.filter(line => line.startsWith('aws '))
    expect(end(ran)).toBe('1 blocked reboot_needed')
    expect(lines.filter(line => line.includes('add-tags-to-resource'))).toEqual([])
    expect(lines.join('\n')).toMatch(/modify-db-parameter-group .*own.*reboot-db-instance .*orders/s)
    expect(ran.error).toMatch(/left \(own, orders\)/)
  })
  test('a dry run shows the outage', async () => {
    const ran = await stage(edited).run({...given, ...REBOOT, 'dry-run': 'true'})
    expect(ran.log.join('\n')).toMatch(/would restart orders .*outage/)
  })
  test('and it is restarted once', async () => {
    const ran = await stage(edited).run({...given, ...REBOOT})
    expect([end(ran), written(ran).filter(line => line.startsWith('Reboot'))]).toEqual([
      '0 completed prepared',
      ['RebootDBInstance orders']
    ])
  })
})

test('the days that somebody has put off to the maintenance window are not overwritten', async () => {
  const ran = await stage(seed(orders({backupDays: 0, shown: {PendingModifiedValues: {BackupRetentionPeriod: 14}}}))).run({
    ...ASKED,
    ...REBOOT
  })
  expect([end(ran), written(ran).filter(line => line.startsWith('ModifyDBInstance'))]).toEqual(['1 failed no_progress', []])
  expect(ran.error).toMatch(/maintenance window/)
})
