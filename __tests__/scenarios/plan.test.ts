/** `plan`: what each phase ahead would do and what stands in its way, without a write and, but for a refusal, of one look. */
import {describe, expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {postgres, QUICK, UPGRADE} from './seeds.ts'
import type {Ran} from './stage.ts'
import {end, HOUR, MINUTE, plain, stage, writesOf} from './stage.ts'

const PLAN = {...UPGRADE, mode: 'plan'}
const orders: AccountSeed = {instances: [postgres], paper: QUICK}
const would = (ran: Ran): readonly string[] =>
  ran.log.filter(line => line.includes('  would ')).map(line => plain(line).replace(/ {2}[A-Z]\w+ \{.*/, ''))

test('alone: every phase up to the switchover, without a write', async () => {
  const story = stage(orders)
  const ran = await story.run(PLAN)
  expect([end(ran), ran.outputs['changed'], ran.outputs['phase'], ran.outputs['next-mode'], writesOf(ran)]).toEqual([
    '0 completed plan_passed',
    'false',
    'plan',
    'create',
    []
  ])
  expect(would(ran)).toEqual([
    expect.stringMatching(/^create {2}would create deployment orders-17-/),
    expect.stringMatching(/^wait {2}would wait/),
    expect.stringMatching(/^switchover {2}would note on the deployment/),
    expect.stringMatching(/^switchover {2}would switch over/)
  ])
  expect(ran.took).toBeLessThan(5000)
})

describe('what stands in the way', () => {
  test.each([
    [
      'the version is out of reach',
      {},
      {'target-engine-version': '11'},
      'checks_not_met',
      /create would stop: .*RDS upgrades the source.*no/
    ],
    ['there is no such source', {}, {source: 'nowhere'}, 'source_not_found', /create would stop: /]
  ])('%s', async (_what, seed, asked, reason, because) => {
    const story = stage({...orders, ...seed})
    const ran = await story.run({...PLAN, ...asked})
    expect([end(ran), writesOf(ran)]).toEqual([`1 blocked ${reason}`, []])
    expect(ran.error).toMatch(because)
  })
  test('stops an upgrade before its first write, and says what was left out', async () => {
    const ran = await stage(orders).run({...UPGRADE, mode: 'upgrade', 'target-engine-version': '11'})
    expect([end(ran), ran.outputs['phase'], writesOf(ran)]).toEqual(['1 blocked checks_not_met', 'plan', []])
  })
})

describe('given what only prepare reads', () => {
  const asked = {source: 'orders', 'target-engine-version': '15', 'allow-reboot': 'true'}
  const unprepared: AccountSeed = {instances: [{...postgres, version: '14.17', group: 'default.postgres14'}], paper: QUICK}
  test('alone it speaks of prepare too', async () => {
    const ran = await stage(unprepared).run({...asked, mode: 'plan', 'target-parameters': 'work_mem=64'})
    expect([end(ran), ran.outputs['next-mode']]).toEqual(['0 completed plan_passed', 'prepare'])
    expect(would(ran).join('\n')).toMatch(/prepare {2}would set .*work_mem=64 in parameter group orders-postgres15-bg-green/)
  })
  test.each([
    ['target-parameters', 'no_such=1', /postgres15 does not have it/],
    ['source-parameters', 'fsync=0', /postgres14 does not let it be changed/],
    ['source-parameter-group', 'default.postgres14', /is a default parameter group/]
  ])('and of what is wrong with %s: %s', async (name, value, because) => {
    const ran = await stage(unprepared).run({...asked, mode: 'plan', [name]: value})
    expect([end(ran).split(' ').slice(0, 2), writesOf(ran)]).toEqual([['1', 'blocked'], []])
    expect(ran.error).toMatch(because)
  })
  test('what stops prepare besides is told with what stops create', async () => {
    const shared = {name: 'orders-postgres14-bg-blue', family: 'postgres14'}
    const others = {name: 'billing', engine: 'postgres', version: '14.17', group: shared.name}
    const story = stage({...unprepared, instances: [...(unprepared.instances ?? []), others], groups: [shared]})
    const ran = await story.run({...asked, mode: 'plan'})
    expect([end(ran), writesOf(ran)]).toEqual(['1 blocked checks_not_met', []])
    expect(ran.error).toMatch(/prepare would stop: .*used by billing too/)
  })
})

describe('what prepare would do is asked after a plan that stops', () => {
  const asked = {source: 'orders', 'target-engine-version': '15', mode: 'plan'}
  const unprepared: AccountSeed = {instances: [{...postgres, version: '14.17', group: 'default.postgres14'}], paper: QUICK}
  test('a cancel meanwhile is a cancel', async () => {
    const {took} = await stage(unprepared).run(asked)
    const ran = await stage(unprepared).run(asked, {cancelAfter: took - 1})
    expect(end(ran)).toBe('1 cancelled cancelled')
  })
  test('what cannot be read is said, and the plan stands', async () => {
    const story = stage(unprepared)
    story.desk.setDenied(['rds:DescribeEngineDefaultParameters'])
    const ran = await story.run(asked)
    expect(end(ran)).toBe('1 blocked checks_not_met')
    expect(ran.log.join('\n')).toMatch(/prepare {2}would wait: the parameter groups could not be read: .*DescribeEngineDefaultParameters/)
  })
})

test.each([
  ['nothing stops it', {group: 'lab-aurora-postgresql16'}, '16.9', 'completed', 21],
  ['what prepare does not mend stops it', {group: 'lab-aurora-postgresql16'}, '11', 'blocked', 21],
  ['what prepare mends stops it: what that would do is shown too', {group: 'default.aurora-postgresql16'}, '17.5', 'blocked', 29]
])('requests of a plan of a cluster with fifteen instances: %s', async (_what, group, version, outcome, most) => {
  const instances = Array.from({length: 15}, (_none, at) => `shop-${at + 1}`)
  const story = stage({clusters: [{name: 'shop', engine: 'aurora-postgresql', version: '16.8', instances, ...group}], paper: QUICK})
  const ran = await story.run({mode: 'plan', source: 'shop', 'target-engine-version': version})
  const beside = ran.requests.filter(one => one.operation === 'DescribeDBProxyTargets' || 'Marker' in (one.input as object))
  expect([ran.outputs['outcome'], ran.requests.length - beside.length <= most]).toEqual([outcome, true])
})

test('what stops a plan is said line by line, with what is left out behind it', async () => {
  const unprepared: AccountSeed = {
    instances: [{...postgres, version: '14.17', group: 'own'}],
    groups: [{name: 'own', family: 'postgres14', parameters: {db_user_namespace: '0'}}],
    paper: QUICK
  }
  const ran = await stage(unprepared).run({source: 'orders', 'target-engine-version': '15', mode: 'plan,create,wait'})
  const {left_out: leftOut} = JSON.parse(ran.report) as {left_out: readonly {phase: string; because: string}[]}
  expect(leftOut).toEqual(['create', 'wait'].map(phase => ({phase, because: 'plan ended blocked'})))
  expect(ran.log.filter(line => line.includes(': no (')).length).toBe(2)
  expect(ran.log.filter(line => line.includes('would wait: ')).every(line => !line.includes('undefined'))).toBe(true)
})

test('a dry run says what a phase behind the first would say', async () => {
  const parameters = {max_connections: '500', db_user_namespace: '0'}
  const ready: AccountSeed = {
    instances: [{...postgres, group: 'own'}],
    groups: [{name: 'own', family: 'postgres16', parameters}],
    paper: QUICK
  }
  const asked = {source: 'orders', 'target-engine-version': '17', 'dry-run': 'true', 'allow-reboot': 'true'}
  const ran = await stage(ready).run({...asked, mode: 'prepare,create'})
  expect([end(ran), ran.warnings.filter(line => line.includes('db_user_namespace')).length]).toEqual(['0 planned plan_passed', 1])
})

test('a dry run stops at what is being deleted, as a plan does', async () => {
  const story = stage(orders)
  const {outputs} = await story.run({...UPGRADE, mode: 'create,wait'})
  const input = {BlueGreenDeploymentIdentifier: outputs['deployment-id'], DeleteTarget: true}
  await story.time.run(story.desk.caller('by hand').answer('rds', 'DeleteBlueGreenDeployment', input))
  const ran = await story.run({...UPGRADE, mode: 'create,wait,switchover', 'dry-run': 'true'})
  expect([end(ran), would(ran).map(line => line.split(' ')[0])]).toEqual(['0 planned plan_passed', ['create']])
  expect(ran.log.join('\n')).toMatch(/next would be to wait: deployment bgd-\w+/)
  const {left_out: leftOut} = JSON.parse(ran.report) as {left_out: readonly {phase: string; because: string}[]}
  expect(leftOut.map(one => one.phase)).toEqual(['wait', 'switchover'])
})

test('at every stage of an upgrade it says what is left', async () => {
  const story = stage(orders)
  const said = async (): Promise<string> => {
    const ran = await story.run(PLAN)
    expect(writesOf(ran)).toEqual([])
    return `${end(ran)} ${ran.outputs['next-mode']}: ${[...new Set(would(ran).map(line => line.split(' ')[0]))].join(', ')}`
  }
  await story.run({...UPGRADE, mode: 'create'})
  expect(await said()).toBe('0 completed plan_passed wait: wait, switchover')
  await story.run({...UPGRADE, mode: 'create,wait'})
  expect(await said()).toBe('0 completed plan_passed switchover: switchover')
  await story.run(UPGRADE)
  expect(await said()).toBe('0 nothing_to_do already_switched_over cleanup: ')
})

test('a deployment that others made is waited for while it is built, and compared once it is there', async () => {
  const story = stage(orders)
  const asked = {TargetEngineVersion: '17.6', TargetDBParameterGroupName: 'lab-postgres17'}
  const Source = 'arn:aws:rds:eu-west-1:123456789012:db:orders'
  story.desk.change(people.calls('CreateBlueGreenDeployment', {BlueGreenDeploymentName: 'by-hand', Source, ...asked}))
  // Green is there, with the version of blue.
  await story.pass(2 * MINUTE)
  const building = await story.run(PLAN)
  expect([end(building), would(building).map(line => line.split(' ')[0])]).toEqual([
    '0 completed plan_passed',
    ['create', 'wait', 'switchover', 'switchover']
  ])
  await story.pass(6 * HOUR)
  expect(end(await story.run(PLAN))).toBe('0 completed plan_passed')
  expect(end(await story.run({...PLAN, 'target-engine-version': '17.5'}))).toBe('1 blocked deployment_differs')
})

test('what is waited for before the creation keeps neither the call nor a check from being told', async () => {
  const story = stage({...orders, instances: [{...postgres, status: 'modifying', tags: {'aws:cloudformation:stack-name': 'shop'}}]})
  const ran = await story.run(PLAN)
  expect([end(ran), would(ran).slice(0, 2)]).toEqual([
    '0 completed plan_passed',
    [expect.stringMatching(/^create {2}would wait: orders is modifying/), expect.stringMatching(/^create {2}would create deployment/)]
  ])
  const {checks} = JSON.parse(ran.report) as {checks: readonly {id: string; verdict: string}[]}
  expect(checks.find(one => one.id === 'source-is-not-of-a-stack')?.verdict).toBe('not_met')
})

test('a cluster whose instances are in the group that is asked for has nothing to do', async () => {
  const story = stage({clusters: [{name: 'orders'}], paper: QUICK})
  const given = {source: 'orders', 'target-parameter-group': 'default.aurora-postgresql16'}
  expect(end(await story.run({...given, mode: 'plan'}))).toBe('0 nothing_to_do already_at_target')
  expect(end(await story.run({...given, mode: 'create,wait,switchover'}))).toBe('0 nothing_to_do already_at_target')
  expect(end(await story.run({...given, 'target-parameter-group': 'lab-aurora-postgresql16', mode: 'wait'}))).toBe(
    '1 failed deployment_not_found'
  )
})

test('an upgrade begins with it, and a second one finds nothing to do', async () => {
  const story = stage(orders)
  const first = await story.run({...UPGRADE, mode: 'upgrade'})
  expect(end(first)).toBe('0 completed switchover_completed')
  expect(first.log).toContain('verify is left out: this release does not have it')
  expect(Number(first.outputs['switchover-seconds'])).toBeLessThan(120)
  expect(end(await story.run({...UPGRADE, mode: 'upgrade'}))).toBe('0 nothing_to_do already_switched_over')
})
