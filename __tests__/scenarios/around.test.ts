/** What stands around both sides is read just before a switchover, and not while something else is waited for. */
import {expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import {mysql, postgres, QUICK, UPGRADE} from './seeds.ts'
import type {Stage} from './stage.ts'
import {counts, end, MINUTE, stage, writesOf} from './stage.ts'

const AROUND = ['DescribeIntegrations', 'DescribeDBProxies', 'DescribeDBProxyTargets', 'DescribeDBParameters']
const around = (made: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(made).filter(([operation]) => AROUND.includes(operation)))

async function ready(
  seed: Parameters<typeof stage>[0],
  given: Readonly<Record<string, string>> = UPGRADE
): Promise<[Stage, string, string]> {
  const story = stage({paper: QUICK, ...seed})
  const made = await story.run({...given, mode: 'create,wait'})
  return [story, made.outputs['deployment-id'] ?? '', story.deployments()[0]?.Target?.split(':').at(-1) ?? '']
}

test('while green is busy nothing of it is asked for', async () => {
  const [story, id, green] = await ready({instances: [postgres]})
  story.desk.change(people.setsStatus(green, 'modifying'))
  const ran = await story.run({mode: 'switchover', 'deployment-id': id, 'gate-timeout-minutes': '3'})
  expect([end(ran), around(counts(ran))]).toEqual(['1 blocked checks_not_met', {}])
})

test('then twice, at the two looks before the call, and never after it', async () => {
  const [story, id] = await ready({instances: [postgres], proxies: [{name: 'pool', instances: ['orders']}]})
  const ran = await story.run({mode: 'switchover', 'deployment-id': id})
  const looks = counts(ran)['DescribeIntegrations'] ?? 0
  expect([end(ran), looks <= 4]).toEqual(['0 completed switchover_completed', true])
  // The groups are for MySQL and MariaDB.
  const called = ran.requests.findIndex(one => one.operation === 'SwitchoverBlueGreenDeployment')
  const of = (requests: typeof ran.requests): Readonly<Record<string, number>> => around(counts({...ran, requests}))
  expect(of(ran.requests.slice(0, called))).toEqual({DescribeIntegrations: looks, DescribeDBProxies: looks, DescribeDBProxyTargets: looks})
  // Once it is over the groups of both sides are compared for what is to be set back.
  expect(of(ran.requests.slice(called))).toEqual({DescribeDBParameters: 2})
})

test('of MySQL also the group of green', async () => {
  const [story, id] = await ready(
    {instances: [mysql]},
    {...UPGRADE, source: 'shop', 'target-engine-version': '8.4', 'target-parameter-group': 'lab-mysql8-4'}
  )
  const ran = await story.run({mode: 'switchover', 'deployment-id': id})
  expect([end(ran), counts(ran)['DescribeDBParameters']]).not.toContain(undefined)
})

test('an integration stops it at once: the gates wait for readiness and lag alone', async () => {
  const [story, id] = await ready({instances: [postgres], integrations: [{name: 'to-redshift', source: 'orders'}]})
  const ran = await story.run({mode: 'switchover', 'deployment-id': id})
  expect([end(ran), writesOf(ran), ran.took < MINUTE]).toEqual(['1 blocked checks_not_met', [], true])
  expect(ran.error).toMatch(/No zero-ETL integration reads blue or green: no \(to-redshift is active/)
})

test('and overruled, RDS has the last word', async () => {
  const [story, id] = await ready({
    instances: [postgres],
    integrations: [{name: 'to-redshift', source: 'orders'}],
    unknowns: {integrationAtSwitchover: 'refused'}
  })
  const ran = await story.run({mode: 'switchover', 'deployment-id': id, 'ignore-checks': 'no-zero-etl-integration'})
  expect([end(ran), ran.error]).toEqual(['1 failed switchover_refused', expect.stringMatching(/Zero-ETL/)])
})
