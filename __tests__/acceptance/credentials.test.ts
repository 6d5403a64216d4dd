// The credentials end in the middle of a wait: the step says so with everything it knows, and a step with fresh ones goes on.
import {expect, test} from '@jest/globals'
import {asks, cleansUp, kinds} from './kinds.ts'
import {openLab} from './lab.ts'
import {built} from './workflow.ts'

test.concurrent.each(kinds)('in wait: $is', async kind => {
  await using lab = await openLab({account: {...kind.account, paper: {createReplica: [600_000, 600_000]}}})
  const running = lab.start({mode: 'create, wait, switchover', ...asks(kind)})
  await running.said(/^wait .*PROVISIONING/)
  lab.desk.setFaults([{times: 0, fault: {is: 'expire'}}])
  const step = await running.ended
  expect([step.ending, step.code, step.outputs['phase']]).toEqual(['failed credentials_expired', 1, 'wait'])
  expect(step.outputs).toMatchObject({
    changed: 'true',
    'deployment-id': expect.stringMatching(/^bgd-/),
    'source-identifier': kind.source,
    'engine-version': kind.from,
    'next-mode': 'wait'
  })
  expect(step.log.find(line => line.startsWith('::error'))).toMatch(/expired.*goes on in AWS.*fresh credentials/)
  lab.desk.setFaults([])
  const resumed = await lab.run({mode: 'wait, switchover', 'deployment-id': step.outputs['deployment-id'] ?? ''})
  expect(resumed.ending).toBe('completed switchover_completed')
})

test.concurrent.each(kinds)('while a switchover is followed: $is', async kind => {
  await using lab = await openLab({account: {...kind.account, paper: {switchover: [120_000, 120_000]}}})
  const id = (await built(lab, kind)).outputs['deployment-id'] ?? ''
  const running = lab.start({mode: 'switchover', 'deployment-id': id})
  await running.said(/SWITCHOVER_IN_PROGRESS/)
  lab.desk.setFaults([{times: 0, fault: {is: 'expire'}}])
  const step = await running.ended
  expect([step.ending, step.outputs['changed'], step.outputs['status']]).toEqual([
    'failed credentials_expired',
    'true',
    'SWITCHOVER_IN_PROGRESS'
  ])
  lab.desk.setFaults([])
  const resumed = await lab.run({mode: 'switchover', 'deployment-id': id})
  expect(resumed.outputs['outcome']).toMatch(/completed|nothing_to_do/)
  expect(lab.asked('SwitchoverBlueGreenDeployment')).toBe(1)
})

test.concurrent.each(kinds)('from the beginning, and none at all: $is', async kind => {
  await using lab = await openLab({account: kind.account, faults: [{times: 0, fault: {is: 'expire'}}]})
  const expired = await lab.run({mode: 'create', ...asks(kind)})
  expect([expired.ending, expired.outputs['changed']]).toEqual(['failed credentials_expired', 'false'])
  const none = await lab.run(
    {mode: 'cleanup', source: kind.source, ...cleansUp},
    {env: {AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined, AWS_SESSION_TOKEN: undefined}}
  )
  expect([none.ending, none.code]).toEqual(['failed access_denied', 1])
  expect(none.log.find(line => line.startsWith('::error'))).toContain('aws-actions/configure-aws-credentials')
})
