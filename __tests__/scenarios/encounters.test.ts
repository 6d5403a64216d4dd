/** What a run may find: deployments of others, failures of RDS, and people who meddle. */
import {describe, expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import {CLEANUP, postgres, QUICK, quick, stranger, UPGRADE, WHOLE} from './seeds.ts'
import type {Stage} from './stage.ts'
import {end, HOUR, MINUTE, SECOND, stage, writesOf} from './stage.ts'

const consoleCreate = (name: string, version = '17.6') =>
  people.calls('CreateBlueGreenDeployment', {
    BlueGreenDeploymentName: name,
    Source: 'arn:aws:rds:eu-west-1:123456789012:db:orders',
    TargetEngineVersion: version,
    TargetDBParameterGroupName: `lab-postgres${version.split('.')[0]}`
  })
const idOf = (story: Stage): string => story.deployments()[0]?.BlueGreenDeploymentIdentifier ?? ''
const call = (story: Stage, operation: string): void =>
  story.desk.change(people.calls(operation, {BlueGreenDeploymentIdentifier: idOf(story)}))

describe('deployments of others', () => {
  test('one of the console that agrees is adopted, remembers blue first, and is switched over and cleaned up', async () => {
    const story = stage(quick)
    story.desk.change(consoleCreate('by-hand'))
    const up = await story.run(WHOLE)
    expect(end(up)).toBe('0 completed cleaned_up')
    expect(writesOf(up)[0]).toBe('AddTagsToResource bgd-* blue-01 before-version before-group')
    expect(writesOf(up).filter(line => line.startsWith('Create'))).toEqual([])
    expect(story.inventory()).toEqual(['orders 17.6 available', 'orders-r1 17.6 available', 'payroll 8.0.42 available'])
  })

  test('one of the console that differs is refused with the difference, once its green can be seen', async () => {
    const story = stage(quick)
    story.desk.change(consoleCreate('by-hand', '18.1'))
    const up = await story.run(UPGRADE)
    expect([end(up), writesOf(up)]).toEqual(['1 blocked deployment_differs', []])
    expect(up.error).toMatch(/target-engine-version 17 is not what green has/)
  })

  test('one of this action for another target is refused at once', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create'})
    const other = await story.run({...UPGRADE, 'target-engine-version': '18', 'target-parameter-group': 'lab-postgres18'})
    expect([end(other), writesOf(other)]).toEqual(['1 blocked deployment_differs', []])
    expect(other.error).toMatch(/target-engine-version is 18 here and 17\.6 there/)
  })

  test('a switchover that somebody else began is followed, and not asked for', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create,wait'})
    call(story, 'SwitchoverBlueGreenDeployment')
    const ran = await story.run({mode: 'switchover', 'deployment-id': idOf(story)})
    expect([end(ran), writesOf(ran)]).toEqual(['0 completed switchover_completed', ['AddTagsToResource bgd-* switched-over-at']])
  })

  test('is followed to its end whatever is left of the run', async () => {
    const story = stage({...quick, paper: {...QUICK, switchover: [2 * MINUTE, 2 * MINUTE]}})
    await story.run({...UPGRADE, mode: 'create,wait'})
    call(story, 'SwitchoverBlueGreenDeployment')
    const ran = await story.run({mode: 'switchover', 'deployment-id': idOf(story), 'wait-timeout-minutes': '1'})
    expect(end(ran)).toBe('0 completed switchover_completed')
  })

  test('one that somebody else began and RDS rolled back is not begun by us', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create,wait'})
    story.desk.change(people.troubles('orders', 'endless-catch-up'))
    story.desk.change(people.calls('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: idOf(story), SwitchoverTimeout: 30}))
    await story.pass(12 * SECOND)
    const ran = await story.run({mode: 'switchover', 'deployment-id': idOf(story)})
    expect(writesOf(ran).filter(line => line.startsWith('Switchover'))).toEqual([])
    expect(end(ran)).toBe('1 failed switchover_rolled_back')
  })
})

describe('what RDS does', () => {
  test('a build that fails half an hour later is told with every reason', async () => {
    const story = stage({...quick, instances: [{...postgres, troubles: ['too-few-slots']}]})
    const up = await story.run(UPGRADE)
    expect(end(up)).toBe('1 failed provisioning_failed')
    expect(up.outputs['status']).toBe('INVALID_CONFIGURATION')
    expect(up.log.join('\n')).toMatch(/status details: /)
    expect(up.log.join('\n')).toMatch(/event: .*Creation of blue\/green deployment failed because/)
    const again = await story.run(UPGRADE)
    expect([end(again), writesOf(again)]).toEqual(['1 failed provisioning_failed', []])
  })

  test.each([
    ['a guardrail', 'long-writes', /switchover_(refused|failed|rolled_back)/],
    ['the timeout', 'endless-catch-up', /switchover_(failed|rolled_back)/]
  ] as const)('a switchover that %s rolls back is called once and leaves production alone', async (_what, trouble, reason) => {
    for (const statusAfterCancel of ['AVAILABLE', 'SWITCHOVER_FAILED'] as const) {
      const story = stage({...quick, unknowns: {statusAfterCancel}})
      await story.run({...UPGRADE, mode: 'create,wait'})
      story.desk.change(people.troubles('orders', trouble))
      const blue = story.instance('orders')?.DbiResourceId
      const ran = await story.run({...UPGRADE, mode: 'switchover'})
      expect([ran.code, ran.outputs['outcome']]).toEqual([1, 'failed'])
      expect(ran.outputs['reason']).toMatch(reason)
      expect(writesOf(ran).filter(line => line.startsWith('Switchover'))).toHaveLength(1)
      expect(story.instance('orders')?.DbiResourceId).toBe(blue)
      // The cause is gone: the next run may try again.
      story.desk.change(people.troubles('orders'))
      expect(end(await story.run({...UPGRADE, mode: 'switchover'}))).toBe('0 completed switchover_completed')
    }
  })

  test('a member that fails while the deployment says completed is a failure, and cleanup refuses', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create,wait'})
    story.desk.change(people.troubles('orders', 'second-member'))
    const ran = await story.run({...UPGRADE, mode: 'switchover,cleanup'})
    expect(end(ran)).toBe('1 failed member_failed')
    expect(ran.error).toMatch(/do not run cleanup/)
    await story.pass(25 * HOUR)
    const down = await story.run(CLEANUP)
    expect([end(down), writesOf(down)]).toEqual(['1 blocked member_failed', []])
  })

  test('storage that is initialized after AVAILABLE is waited for', async () => {
    const story = stage({...quick, paper: {...QUICK, storageInitializationChance: 1, storageInitialization: [40 * MINUTE, 40 * MINUTE]}})
    const ran = await story.run({...UPGRADE, mode: 'create,wait'})
    expect(end(ran)).toBe('0 completed green_ready')
    expect(ran.took).toBeGreaterThan(40 * MINUTE)
    expect(ran.log.join('\n')).toMatch(/storage \d+%/)
  })

  test('a status nobody knows is waited on for half an hour, and written on never', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create'})
    story.desk.change(people.setsDeploymentStatus(idOf(story), 'PONDERING'))
    for (const mode of ['create', 'switchover', 'cleanup', 'abort']) {
      const ran = await story.run({...UPGRADE, mode, 'deployment-id': idOf(story)})
      expect([mode, end(ran), writesOf(ran)]).toEqual([mode, '1 blocked status_unknown', []])
    }
    const waited = await story.run({mode: 'wait', 'deployment-id': idOf(story)})
    expect(end(waited)).toMatch(/^1 \w+ (no_progress|status_unknown)$/)
    expect(waited.took / MINUTE).toBeCloseTo(30, -1)
  })

  test('the gate is kept open as long as gate-timeout-minutes says', async () => {
    const story = stage({...quick, instances: [{...postgres, version: '16.8'}]})
    await story.run({...UPGRADE, mode: 'create,wait'})
    story.desk.change(people.lags('orders', 99_999_999))
    story.desk.changeAfter(50 * MINUTE, people.lags('orders', 0))
    const ran = await story.run({...UPGRADE, mode: 'switchover', 'gate-timeout-minutes': '60'})
    expect(end(ran)).toBe('0 completed switchover_completed')
  })

  test('a gate that stays shut refuses when its time is over', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create,wait'})
    story.desk.change(people.lags('orders', 99_999_999))
    const ran = await story.run({...UPGRADE, mode: 'switchover', 'gate-timeout-minutes': '5'})
    expect([end(ran), writesOf(ran)]).toEqual(['1 blocked checks_not_met', []])
    expect(ran.took / MINUTE).toBeCloseTo(5, 0)
  })
})

describe('names that strangers took', () => {
  test('a stranger called -old1 stays; old blue is called -old2', async () => {
    const story = stage({...quick, instances: [postgres, stranger, {name: 'orders-old1', engine: 'postgres', version: '16.8'}]})
    const stays = story.instance('orders-old1')?.DbiResourceId
    expect(end(await story.run(WHOLE))).toBe('0 completed cleaned_up')
    expect(story.instance('orders-old1')?.DbiResourceId).toBe(stays)
    expect(story.inventory()).toEqual([
      'orders 17.6 available',
      'orders-old1 16.8 available',
      'orders-r1 17.6 available',
      'payroll 8.0.42 available'
    ])
  })

  test('a stranger that took the old name is not deleted; old blue under its new name is', async () => {
    const story = stage(quick)
    await story.run(UPGRADE)
    await story.pass(25 * HOUR)
    story.desk.change(people.renames('orders-old1', 'kept'))
    story.desk.change(people.createsInstance({name: 'orders-old1', engine: 'postgres', version: '16.8'}))
    const taken = story.instance('orders-old1')?.DbiResourceId
    await story.run({...CLEANUP, 'old-idle-minutes': '0'})
    expect(story.instance('orders-old1')?.DbiResourceId).toBe(taken)
    expect(story.instance('kept')).toBeUndefined()
  })

  test('old blue that somebody made production again is not deleted', async () => {
    const story = stage(quick)
    await story.run(UPGRADE)
    await story.pass(25 * HOUR)
    story.desk.change(people.renames('orders', 'orders-broken'))
    story.desk.change(people.renames('orders-old1', 'orders'))
    const down = await story.run({...CLEANUP, 'old-idle-minutes': '0'})
    expect(down.code).toBe(1)
    expect(writesOf(down)).toEqual([])
  })

  test('a second upgrade while the first old blue stands, and a cleanup of each', async () => {
    const story = stage(quick)
    await story.run(UPGRADE)
    expect(end(await story.run({mode: 'cleanup', source: 'orders', 'old-idle-minutes': '0'}))).toBe('0 completed cleaned_up')
    const second = {...UPGRADE, 'target-engine-version': '18', 'target-parameter-group': 'lab-postgres18'}
    expect(end(await story.run(second))).toBe('0 completed switchover_completed')
    expect(story.instance('orders-old2')?.EngineVersion).toBe('17.6')
    await story.pass(25 * HOUR)
    expect(end(await story.run(CLEANUP))).toBe('0 completed cleaned_up')
    expect(story.inventory().filter(line => line.startsWith('orders'))).toEqual([
      'orders 18.1 available',
      'orders-old1 16.8 available',
      'orders-r1 18.1 available',
      'orders-r1-old1 16.8 available'
    ])
    expect(end(await story.run(CLEANUP))).toBe('0 completed cleaned_up')
    expect(story.inventory().filter(line => line.startsWith('orders'))).toEqual(['orders 18.1 available', 'orders-r1 18.1 available'])
  })
})

describe('cleanup', () => {
  test('refuses while somebody is connected, though nothing would be deleted, with and without a memory', async () => {
    for (const forgotten of [false, true]) {
      const story = stage(quick)
      const up = await story.run(UPGRADE)
      if (forgotten) story.desk.change(people.forgetsTags(up.outputs['deployment-name'] ?? ''))
      story.desk.change(people.connects('orders-old1', 3))
      await story.pass(2 * HOUR)
      const down = await story.run({mode: 'cleanup', source: 'orders'})
      expect([forgotten, end(down), writesOf(down)]).toEqual([forgotten, '1 blocked old_blue_in_use', []])
    }
  })

  test('is too early within a day, protected, or not allowed', async () => {
    const story = stage(quick)
    await story.run(UPGRADE)
    await story.pass(2 * HOUR)
    expect(end(await story.run(CLEANUP))).toBe('1 blocked old_blue_too_young')
    await story.pass(24 * HOUR)
    story.desk.change(people.changesInstance('orders-old1', {DeletionProtection: true}))
    const shut = await story.run(CLEANUP)
    expect([end(shut), writesOf(shut)]).toEqual(['1 blocked deletion_protected', []])
    expect(end(await story.run({...CLEANUP, 'disable-deletion-protection': 'true'}))).toBe('0 completed cleaned_up')
  })

  test('of a deployment by a name that is gone does not touch what other deployments left', async () => {
    const story = stage(quick)
    await story.run(UPGRADE)
    await story.run({mode: 'cleanup', source: 'orders', 'old-idle-minutes': '0'})
    await story.pass(25 * HOUR)
    const down = await story.run({...CLEANUP, 'deployment-id': 'some-other-name'})
    expect(writesOf(down)).toEqual([])
  })

  test('of a deployment by its name, gone, does not claim that nothing is left', async () => {
    const story = stage(quick)
    const up = await story.run(UPGRADE)
    await story.run({mode: 'cleanup', source: 'orders', 'old-idle-minutes': '0'})
    const down = await story.run({mode: 'cleanup', 'deployment-id': up.outputs['deployment-name'] ?? '', 'delete-old-databases': 'true'})
    expect(story.instance('orders-old1')).toBeDefined()
    expect(end(down)).not.toBe('0 nothing_to_do nothing_left')
  })

  test('while a deployment that was never switched over is deleted ends well', async () => {
    const story = stage({...quick, paper: {...QUICK, deleteDeployment: [3 * MINUTE, 3 * MINUTE]}})
    await story.run({...UPGRADE, mode: 'create,wait'})
    const id = idOf(story)
    story.desk.change(people.calls('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id, DeleteTarget: true}))
    const down = await story.run({mode: 'cleanup', source: 'orders'})
    expect([end(down), writesOf(down)]).toEqual(['0 completed nothing_left', []])
  })

  test('of somebody else’s switchover deletes only what is listed', async () => {
    const story = stage(quick)
    story.desk.change(consoleCreate('by-hand'))
    await story.pass(HOUR)
    call(story, 'SwitchoverBlueGreenDeployment')
    await story.pass(25 * HOUR)
    const id = story.instance('orders-r1-old1')?.DbiResourceId ?? ''
    await story.run({...CLEANUP, 'old-idle-minutes': '0', 'old-resource-ids': id})
    expect(story.instance('orders-r1-old1')).toBeUndefined()
    expect(story.instance('orders-old1')).toBeDefined()
  })
})
