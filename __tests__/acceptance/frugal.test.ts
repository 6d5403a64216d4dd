// A step asks for as little as it can, leaves at once when it is done, and touches no file but those it was given.
import {expect, test} from '@jest/globals'
import {asks, kinds} from './kinds.ts'
import {openLab, POLL_SECONDS} from './lab.ts'

const POLLS = 8

test.concurrent.each(kinds)('one request a poll while provisioning: $is', async kind => {
  await using lab = await openLab({account: {...kind.account, paper: {createReplica: [86_400_000, 86_400_000]}}})
  const create = await lab.run({mode: 'create', ...asks(kind)})
  const before = lab.desk.record.length
  const wait = lab.start({mode: 'wait', 'deployment-id': create.outputs['deployment-id'] ?? ''})
  while (lab.desk.record.length < before + POLLS) await new Promise(resolve => setTimeout(resolve, 20))
  wait.kill('SIGTERM')
  await wait.ended
  const polls = lab.desk.record.slice(before)
  expect(new Set(polls.map(entry => entry.operation))).toEqual(new Set(['DescribeBlueGreenDeployments']))
  // A pause is 0.9 to 1.1 of the interval; nothing may make it shorter.
  const pauses = polls.slice(1).map((entry, index) => entry.at - (polls[index]?.at ?? 0))
  expect(Math.min(...pauses)).toBeGreaterThan(POLL_SECONDS * 1000 * 0.8)
})

test.concurrent.each(kinds)('it is gone soon after the last reply: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const step = await lab.run({mode: 'create', ...asks(kind)})
  expect(step.ending).toBe('completed deployment_created')
  expect(step.at - lab.repliedAt()).toBeLessThan(3000)
})

test.concurrent.each(kinds)('it may write to the files of the step and to RUNNER_TEMP, and needs nothing else: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const step = await lab.run(
    {mode: 'create, wait, switchover', ...asks(kind)},
    {
      nodeFlags: folder => [
        '--permission',
        '--allow-fs-read=*',
        ...['temp/*', 'commands/output', 'commands/summary'].map(path => `--allow-fs-write=${folder}/${path}`)
      ]
    }
  )
  expect(step.ending).toBe('completed switchover_completed')
  expect(step.log.filter(line => line.startsWith('::warning'))).toEqual([])
})

test.concurrent('without the files of the runner it does its work all the same', async () => {
  for (const kind of kinds) {
    await using lab = await openLab({account: kind.account})
    const step = lab.start({mode: 'create', ...asks(kind)}, {env: {GITHUB_OUTPUT: undefined, GITHUB_STEP_SUMMARY: undefined}})
    await step.said(/completed \(deployment_created\)/)
    await step.ended.catch(() => undefined)
    expect(lab.writes()).toEqual([kind.created])
  }
})
