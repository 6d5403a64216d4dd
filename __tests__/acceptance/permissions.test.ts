// Without an optional permission the run goes on with a warning and less detail; without a required one it stops and names it.
import {expect, test} from '@jest/globals'
import {troubles} from '../../lab/model/people.ts'
import {asks, cleansUp, cleanupWrites, kinds, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'
import {built, switchedOver} from './workflow.ts'

const ALL = 'create, wait, switchover, cleanup'
const times = <T>(actions: readonly T[]) => kinds.flatMap(kind => actions.map(denied => ({kind, denied, is: kind.is})))

test.concurrent.each(
  times([['rds:DescribeEvents'], ['rds:ListTagsForResource'], ['rds:DescribeDBLogFiles', 'rds:DownloadDBLogFilePortion']])
)('a whole run goes on without $denied: $is', async ({kind, denied}) => {
  await using lab = await openLab({account: kind.account, denied})
  const step = await lab.run({mode: ALL, ...asks(kind), ...cleansUp})
  expect([step.ending, step.code]).toEqual(['completed cleaned_up', 0])
  expect(lab.writes()).toEqual([...upgradeWrites(kind), ...cleanupWrites(kind)])
})

const details = times(['rds:DescribeEvents', 'rds:DescribeDBLogFiles', 'rds:DownloadDBLogFilePortion']).filter(
  // A cluster's green is upgraded before it has an instance whose log could be read.
  ({kind, denied}) => kind.type === 'db' || denied === 'rds:DescribeEvents'
)

test.concurrent.each(details)('a failed build is told with less detail, and a warning, without $denied: $is', async ({kind, denied}) => {
  await using lab = await openLab({account: kind.account, denied: [denied]})
  lab.desk.change(troubles(kind.source, 'precheck'))
  const step = await lab.run({mode: 'create, wait', ...asks(kind)})
  expect(step.ending).toBe('failed provisioning_failed')
  expect(step.log.join('\n')).toContain('status details: Creation of blue/green deployment failed')
  expect(step.log.filter(line => line.startsWith('::warning') && line.includes(denied))).not.toEqual([])
})

test.concurrent.each(kinds)('without CloudWatch the lag is unknown, and nobody switches over: $is', async kind => {
  await using lab = await openLab({account: kind.account, denied: ['cloudwatch:GetMetricData']})
  await built(lab, kind)
  const step = await lab.run({mode: 'switchover', source: kind.source, 'gate-timeout-minutes': '0'})
  expect([step.ending, step.code, step.outputs['changed']]).toEqual(['failed access_denied', 1, 'false'])
  expect(step.log.find(line => line.startsWith('::error'))).toContain('cloudwatch:GetMetricData')
  expect(lab.writes()).toEqual([kind.created])
  const overruled = await lab.run({mode: 'switchover', source: kind.source, 'ignore-checks': 'replica-lag-is-within-limit'})
  expect(overruled.ending).toBe('completed switchover_completed')
})

test.concurrent.each(kinds)('without CloudWatch nobody knows that old blue is idle, and it stays: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  await switchedOver(lab, kind)
  const writes = lab.writes()
  lab.desk.setDenied(['cloudwatch:GetMetricData'])
  const step = await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp, 'old-idle-minutes': '60'})
  expect([step.ending, step.code]).toEqual(['failed access_denied', 1])
  expect(step.log.find(line => line.startsWith('::error'))).toContain('cloudwatch:GetMetricData')
  expect(lab.writes()).toEqual(writes)
})

const required = [
  {denied: 'rds:CreateBlueGreenDeployment', mode: 'create', names: 'rds:CreateBlueGreenDeployment'},
  {denied: 'rds:AddTagsToResource', mode: 'create', names: 'rds:AddTagsToResource'},
  {denied: 'rds:DescribeBlueGreenDeployments', mode: 'create', names: 'rds:DescribeBlueGreenDeployments'},
  {denied: 'rds:DescribeDBInstances', mode: 'create', names: 'rds:DescribeDBInstances'},
  {denied: 'rds:SwitchoverBlueGreenDeployment', mode: 'create, wait, switchover', names: 'rds:SwitchoverBlueGreenDeployment'},
  {denied: 'rds:DeleteBlueGreenDeployment', mode: ALL, names: 'rds:DeleteBlueGreenDeployment'},
  {denied: 'rds:Describe*', mode: 'create', names: 'rds:Describe'}
]

test.concurrent.each(kinds.flatMap(kind => required.map(one => ({kind, is: kind.is, ...one}))))(
  '$mode stops without $denied: $is',
  async ({kind, denied, mode, names}) => {
    await using lab = await openLab({account: kind.account, denied: [denied]})
    const step = await lab.run({mode, ...asks(kind), ...cleansUp})
    expect([step.ending, step.code]).toEqual(['failed access_denied', 1])
    expect(step.log.find(line => line.startsWith('::error'))).toContain(names)
  }
)

test.concurrent.each(kinds)('without rds:DeleteDBInstance or rds:DeleteDBCluster old blue stays: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  await switchedOver(lab, kind)
  lab.desk.setDenied(['rds:DeleteDBInstance', 'rds:DeleteDBCluster'])
  const step = await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp})
  expect([step.ending, step.code]).toEqual(['failed access_denied', 1])
  expect(lab.databases()).toEqual(kind.members.flatMap(name => [`${name} ${kind.to}`, `${name}-old1 ${kind.from}`]).sort())
})
