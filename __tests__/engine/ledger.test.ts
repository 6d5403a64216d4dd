/** Every write of a run is on record: what it was about, what AWS answered, what later looks showed; and which call is the same again. */
import {describe, expect, test} from '@jest/globals'
import {absent} from '../../src/domain/known.ts'
import {Ledger} from '../../src/engine/ledger.ts'
import type {Call, RdsApi} from '../../src/rds/api.ts'
import {observation} from '../phases/builders.ts'
import {DENIED, LOST, THROTTLED, WRITE} from './driving.ts'

const clock = {elapsed: () => 7, date: () => new Date(0), sleep: () => Promise.resolve()}
const signal = new AbortController().signal

async function sent(call: Call, answer?: Error, ledger = new Ledger()): Promise<Ledger> {
  const rds: RdsApi = {
    read: () => Promise.reject(new Error('nothing is read')),
    write: () => (answer === undefined ? Promise.resolve({} as never) : Promise.reject(answer))
  }
  await ledger.send(rds, {...WRITE(), call}, 'switchover', clock, signal)
  return ledger
}

const tag = (ResourceName: string, Key: string, Value = 'x'): Call => ({
  operation: 'AddTagsToResource',
  input: {ResourceName, Tags: [{Key, Value}]}
})
const ARN = 'arn:aws:rds:eu-central-1:123456789012:db:orders'

describe('what a line of the report says it was about', () => {
  const calls: readonly (readonly [string, Call])[] = [
    ['up', {operation: 'CreateBlueGreenDeployment', input: {BlueGreenDeploymentName: 'up', Source: ARN}}],
    ['bgd-1', {operation: 'SwitchoverBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: 'bgd-1'}}],
    ['bgd-1', {operation: 'DeleteBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: 'bgd-1'}}],
    ['orders (a, b)', {operation: 'AddTagsToResource', input: {ResourceName: ARN, Tags: [{Key: 'a'}, {Key: 'b'}]}}],
    ['orders', {operation: 'ModifyDBInstance', input: {DBInstanceIdentifier: 'orders'}}],
    ['orders', {operation: 'DeleteDBInstance', input: {DBInstanceIdentifier: 'orders'}}],
    ['orders', {operation: 'RebootDBInstance', input: {DBInstanceIdentifier: 'orders'}}],
    ['orders', {operation: 'AddRoleToDBInstance', input: {DBInstanceIdentifier: 'orders', RoleArn: 'r', FeatureName: 'f'}}],
    ['shop', {operation: 'ModifyDBCluster', input: {DBClusterIdentifier: 'shop'}}],
    ['shop', {operation: 'DeleteDBCluster', input: {DBClusterIdentifier: 'shop'}}],
    ['shop', {operation: 'AddRoleToDBCluster', input: {DBClusterIdentifier: 'shop', RoleArn: 'r'}}],
    ['pg', {operation: 'CreateDBParameterGroup', input: {DBParameterGroupName: 'pg', DBParameterGroupFamily: 'f', Description: 'd'}}],
    ['pg', {operation: 'ModifyDBParameterGroup', input: {DBParameterGroupName: 'pg', Parameters: []}}],
    ['pg', {operation: 'ResetDBParameterGroup', input: {DBParameterGroupName: 'pg', Parameters: []}}],
    ['pg', {operation: 'DeleteDBParameterGroup', input: {DBParameterGroupName: 'pg'}}],
    [
      'cpg',
      {
        operation: 'CreateDBClusterParameterGroup',
        input: {DBClusterParameterGroupName: 'cpg', DBParameterGroupFamily: 'f', Description: 'd'}
      }
    ],
    ['cpg', {operation: 'ModifyDBClusterParameterGroup', input: {DBClusterParameterGroupName: 'cpg', Parameters: []}}],
    ['cpg', {operation: 'ResetDBClusterParameterGroup', input: {DBClusterParameterGroupName: 'cpg', Parameters: []}}],
    ['cpg', {operation: 'DeleteDBClusterParameterGroup', input: {DBClusterParameterGroupName: 'cpg'}}],
    [
      'new',
      {
        operation: 'CopyDBParameterGroup',
        input: {SourceDBParameterGroupIdentifier: 'pg', TargetDBParameterGroupIdentifier: 'new', TargetDBParameterGroupDescription: 'd'}
      }
    ],
    [
      'new',
      {
        operation: 'CopyDBClusterParameterGroup',
        input: {
          SourceDBClusterParameterGroupIdentifier: 'cpg',
          TargetDBClusterParameterGroupIdentifier: 'new',
          TargetDBClusterParameterGroupDescription: 'd'
        }
      }
    ]
  ]
  test.each(calls.map(([on, call]) => [call.operation, on, call] as const))('%s: %s', async (operation, on, call) => {
    expect((await sent(call)).reports).toEqual([{phase: 'switchover', operation, on, answer: 'accepted', at: 7}])
  })
  test.each([
    ['denied: AccessDenied', DENIED],
    ['throttled: Throttling', THROTTLED],
    ['lost: ECONNRESET', LOST]
  ])('and what was answered: %s', async (answer, error) => expect((await sent(tag(ARN, 'a'), error)).reports[0]?.answer).toBe(answer))
})

describe('the same call again', () => {
  test('a tag is the same whatever time its value tells, and another on another database or of another key', async () => {
    const ledger = await sent(tag(ARN, 'switched-over-at', 'one o’clock'))
    expect(ledger.same(tag(ARN, 'switched-over-at', 'two o’clock'))).toHaveLength(1)
    expect(ledger.same(tag(`${ARN}-r1`, 'switched-over-at'))).toEqual([])
    expect(ledger.same(tag(ARN, 'old-blue'))).toEqual([])
  })
  test('any other is the same only with the same members', async () => {
    const ledger = await sent({operation: 'DeleteDBInstance', input: {DBInstanceIdentifier: 'orders', SkipFinalSnapshot: true}})
    expect(ledger.same({operation: 'DeleteDBInstance', input: {DBInstanceIdentifier: 'orders', SkipFinalSnapshot: true}})).toHaveLength(1)
    expect(ledger.same({operation: 'DeleteDBInstance', input: {DBInstanceIdentifier: 'orders'}})).toEqual([])
    expect(ledger.same({operation: 'RebootDBInstance', input: {DBInstanceIdentifier: 'orders', SkipFinalSnapshot: true} as never})).toEqual(
      []
    )
  })
})

test('looks add what they show: shown stays, each status once, none where there is no deployment', async () => {
  const call: Call = {operation: 'SwitchoverBlueGreenDeployment', input: {BlueGreenDeploymentIdentifier: 'bgd-1'}}
  const ledger = await sent(call)
  expect(ledger.written()).toEqual([{call, answer: 'accepted', at: 7, shown: false, seen: []}])
  for (const status of ['AVAILABLE', 'AVAILABLE', 'SWITCHOVER_IN_PROGRESS', 'AVAILABLE']) ledger.look(observation(status))
  ledger.look(observation('AVAILABLE', {deployment: absent}))
  expect(ledger.written()).toMatchObject([{shown: true, seen: ['AVAILABLE', 'SWITCHOVER_IN_PROGRESS']}])
  expect(ledger.entries[0]?.looks).toBe(5)
})
