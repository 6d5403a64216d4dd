/** Which deployment a run is about: many records of the same source, two open ones, none, another Region, a stack's, somebody else's. */
import {describe, expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import {QUICK} from './seeds.ts'
import type {Stage} from './stage.ts'
import {end, HOUR, stage, writesOf} from './stage.ts'

const KINDS = [
  {
    is: 'an instance',
    seed: {instances: [{name: 'orders', engine: 'mysql', version: '8.0.40'}], paper: QUICK},
    source: 'orders',
    arn: 'arn:aws:rds:eu-west-1:123456789012:db:orders',
    hops: ['8.0.42', '8.4.3', '8.4.6'],
    groups: (version: string) => ({TargetDBParameterGroupName: `default.mysql${version.slice(0, 3)}`})
  },
  {
    is: 'a cluster',
    seed: {clusters: [{name: 'orders', engine: 'aurora-mysql', version: '8.0.mysql_aurora.3.05.2'}], paper: QUICK},
    source: 'orders',
    arn: 'arn:aws:rds:eu-west-1:123456789012:cluster:orders',
    hops: ['8.0.mysql_aurora.3.08.0', '8.0.mysql_aurora.3.10.1'],
    groups: () => ({})
  }
] as const

/** No call of a person may set tags of AWS's own. */
const ownedByStack: people.Change = account => ({
  ...account,
  deployments: account.deployments.map(one => ({...one, tags: [...one.tags, {Key: 'aws:cloudformation:stack-name', Value: 'shop'}]}))
})

const idsOf = (story: Stage): readonly string[] => [
  ...story.desk.account().clusters.map(one => one.shown.DbClusterResourceId ?? ''),
  ...story.desk.account().instances.map(one => one.shown.DbiResourceId ?? '')
]

const bgd = (story: Stage, at: number): string => story.deployments()[at]?.BlueGreenDeploymentIdentifier ?? ''

describe.each(KINDS)('$is', kind => {
  const first = kind.hops[0]
  const last = kind.hops.at(-1) ?? ''
  const up = {source: kind.source, 'target-engine-version': first}
  const upgraded = async (): Promise<Stage> => {
    const story = stage(kind.seed)
    expect(end(await story.run({...up, mode: 'create,wait,switchover'}))).toBe('0 completed switchover_completed')
    return story
  }

  test('an open deployment is found beside completed records of the same source; cleanup takes the only completed one', async () => {
    const story = await upgraded()
    const second = await story.run({source: kind.source, 'target-engine-version': last, mode: 'create,wait'})
    expect(end(second)).toBe('0 completed green_ready')
    const open = second.outputs['deployment-id']
    for (const mode of ['wait', 'status']) expect((await story.run({source: kind.source, mode})).outputs['deployment-id']).toBe(open)
    const clean = await story.run({source: kind.source, mode: 'cleanup', 'old-idle-minutes': '0'})
    expect([end(clean), clean.error]).toEqual(['0 completed cleaned_up', ''])
    expect(story.deployments().map(one => one.BlueGreenDeploymentIdentifier)).toEqual([open])
  })

  test('of two completed records the newest answers, and cleanup asks which', async () => {
    const story = await upgraded()
    const [one] = story.deployments()
    const two = await story.run({source: kind.source, 'target-engine-version': last, mode: 'create,wait,switchover'})
    expect(end(two)).toBe('0 completed switchover_completed')
    const status = await story.run({source: kind.source, mode: 'status'})
    expect(status.outputs['deployment-id']).toBe(two.outputs['deployment-id'])
    // RDS rewrote the first record's target too, so both name production (facts 1.2).
    const clean = await story.run({source: kind.source, mode: 'cleanup', 'old-idle-minutes': '0'})
    if (end(clean) === '1 blocked deployment_unknown') {
      expect(clean.error).toContain(one?.BlueGreenDeploymentIdentifier)
      expect(clean.error).toContain(two.outputs['deployment-id'])
      expect(writesOf(clean)).toEqual([])
    } else expect([end(clean), clean.outputs['deployment-id']]).toEqual(['0 completed cleaned_up', two.outputs['deployment-id']])
  })

  test.each(['wait', 'switchover'])('none: %s fails and says so, cleanup, abort and status have nothing to do', async mode => {
    const story = stage(kind.seed)
    expect(end(await story.run({source: kind.source, mode}))).toBe('1 failed deployment_not_found')
    expect(end(await story.run({source: kind.source, mode: 'cleanup'}))).toBe('0 nothing_to_do nothing_left')
    expect(end(await story.run({source: kind.source, mode: 'abort'}))).toBe('0 nothing_to_do nothing_left')
    expect(end(await story.run({source: kind.source, mode: 'status'}))).toBe('0 nothing_to_do status_read')
  })

  test('an id that this Region does not have is not found, and the message names id and Region', async () => {
    const story = stage(kind.seed)
    const ran = await story.run({'deployment-id': 'bgd-aaaaaaaaaaaaaaaa', mode: 'switchover'})
    expect(end(ran)).toBe('1 failed deployment_not_found')
    expect(ran.error).toContain('bgd-aaaaaaaaaaaaaaaa was not found in eu-west-1')
  })

  test('a source that does not belong to the deployment is refused', async () => {
    const story = stage({
      ...kind.seed,
      instances: [...('instances' in kind.seed ? kind.seed.instances : []), {name: 'payroll', engine: 'mysql', version: '8.0.42'}]
    })
    const made = await story.run({...up, mode: 'create'})
    const ran = await story.run({source: 'payroll', 'deployment-id': made.outputs['deployment-id'] ?? '', mode: 'switchover'})
    expect([end(ran), writesOf(ran)]).toEqual(['1 blocked deployment_differs', []])
  })

  test('an account that is not allowed stops the run before its first write', async () => {
    const story = stage(kind.seed)
    const ran = await story.run({...up, mode: 'create', 'allowed-account-ids': '999999999999'})
    expect([end(ran), writesOf(ran)]).toEqual(['1 blocked account_not_allowed', []])
    expect(JSON.stringify([ran.error, ran.log, ran.summary, ran.outputs])).not.toMatch(/123456789012|999999999999/)
    expect(end(await story.run({...up, mode: 'create', 'allowed-account-ids': '999999999999, 123456789012'}))).toBe(
      '0 completed deployment_created'
    )
  })

  test("somebody else's deployment, completed without a memory: cleanup deletes the record and names what it does not touch", async () => {
    const story = stage(kind.seed)
    story.desk.change(
      people.calls('CreateBlueGreenDeployment', {
        BlueGreenDeploymentName: 'by-hand',
        Source: kind.arn,
        TargetEngineVersion: first,
        ...kind.groups(first)
      })
    )
    await story.pass(4 * HOUR)
    story.desk.change(people.calls('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: bgd(story, 0)}))
    await story.pass(HOUR)
    const id = bgd(story, 0)
    expect((await story.run({'deployment-id': id, mode: 'status'})).outputs['status']).toBe('SWITCHOVER_COMPLETED')
    const clean = await story.run({
      'deployment-id': id,
      mode: 'cleanup',
      'delete-old-databases': 'true',
      'old-min-age-hours': '0',
      'old-idle-minutes': '0'
    })
    expect([end(clean), writesOf(clean)]).toEqual(['0 completed cleaned_up', ['DeleteBlueGreenDeployment bgd-*']])
    expect(clean.log.join('\n')).toMatch(/not touched, because this action did not record them: orders-old1/)
  })

  test('what old-resource-ids lists is deleted although this action did not record it', async () => {
    const story = stage(kind.seed)
    const blue = idsOf(story)
    story.desk.change(
      people.calls('CreateBlueGreenDeployment', {
        BlueGreenDeploymentName: 'by-hand',
        Source: kind.arn,
        TargetEngineVersion: first,
        ...kind.groups(first)
      })
    )
    await story.pass(4 * HOUR)
    story.desk.change(people.calls('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: bgd(story, 0)}))
    await story.pass(HOUR)
    const clean = await story.run({
      'deployment-id': bgd(story, 0),
      mode: 'cleanup',
      'delete-old-databases': 'true',
      'old-min-age-hours': '0',
      'old-idle-minutes': '0',
      'old-resource-ids': blue.join(',')
    })
    expect([end(clean), clean.error]).toEqual(['0 completed cleaned_up', ''])
    expect(story.inventory().filter(line => line.includes('-old'))).toEqual([])
    expect(story.inventory().filter(line => line.startsWith('orders '))).toHaveLength(1)
  })

  test.each(['cleanup', 'abort'])('a deployment of a CloudFormation stack is not deleted by %s', async mode => {
    const story = mode === 'cleanup' ? await upgraded() : stage(kind.seed)
    if (mode === 'abort') await story.run({...up, mode: 'create,wait'})
    story.desk.change(ownedByStack)
    const ran = await story.run({'deployment-id': bgd(story, 0), mode, 'old-idle-minutes': '0'})
    expect([end(ran), writesOf(ran)]).toEqual(['1 blocked owned_by_stack', []])
  })
})
