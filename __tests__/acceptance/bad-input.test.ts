// Inputs are wrong: one failed step with every problem at once, no request, no stack trace, and nothing that GitHub takes for a command.
import {expect, test} from '@jest/globals'
import {kinds} from './kinds.ts'
import {openLab} from './lab.ts'
import type {Inputs} from './step.ts'

interface Story {
  readonly title: string
  readonly inputs: Inputs
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Each problem, by what its line must say. */
  readonly says: readonly RegExp[]
}

const source = 'orders'
const good: Inputs = {mode: 'create, wait', source, 'target-engine-version': '8.4.6'}
const arn = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:123456789012:${rest}`

const stories: readonly Story[] = [
  {title: 'no inputs at all', inputs: {}, says: [/^mode/]},
  {
    title: 'a mode that does not exist',
    inputs: {...good, mode: 'crate'},
    says: [/^mode is "crate": there is no mode "crate" .*for example/]
  },
  {
    title: 'phases out of order',
    inputs: {...good, mode: 'wait, create'},
    says: [/^mode is "wait, create": the order must be create, wait/]
  },
  {title: 'a phase twice', inputs: {...good, mode: 'create, create'}, says: [/^mode .*create is there twice/]},
  {title: 'something that runs alone in a list', inputs: {...good, mode: 'create, status'}, says: [/^mode .*status runs alone/]},
  {
    title: 'a phase that this release does not have yet',
    inputs: {...good, mode: 'create, verify'},
    says: [/^mode is "verify": this release does not have verify yet/]
  },
  {title: 'no target at all', inputs: {mode: 'create', source}, says: [/^target-engine-version/]},
  {title: 'no source', inputs: {mode: 'create', 'target-engine-version': '8.4'}, says: [/^source/]},
  {title: 'neither a deployment nor a source', inputs: {mode: 'wait'}, says: [/^deployment-id|^source/]},
  {
    title: 'wrong values, all at once',
    inputs: {
      ...good,
      'target-engine-version': 'latest!',
      'target-allocated-storage': '20 GB',
      'switchover-timeout-seconds': '5',
      'wait-timeout-minutes': 'soon',
      'on-timeout': 'ignore',
      'dry-run': 'yes please',
      'deployment-name': 'orders_8.4',
      'allowed-account-ids': '12345',
      tags: 'team'
    },
    says: [
      /^target-engine-version is "latest!"/,
      /^target-allocated-storage is "20 GB"/,
      /^switchover-timeout-seconds is "5".*30.*3600/,
      /^wait-timeout-minutes is "soon"/,
      /^on-timeout is "ignore".*fail.*pass/,
      /^dry-run is "yes please".*true.*false/,
      /^deployment-name is "orders_8\.4"/,
      /^allowed-account-ids/,
      /^tags is "team"/
    ]
  },
  {
    title: 'near misses of input names',
    inputs: {...good, dryrun: 'true', 'approve-fingerprint': 'v1:abc', 'wait-timeout-minute': '5', sources: 'x'},
    says: [
      /^dryrun: .*dry-run/,
      /^approve-fingerprint: .*approved-fingerprint/,
      /^wait-timeout-minute: .*wait-timeout-minutes/,
      /^sources: .*source/
    ]
  },
  {
    title: 'an ARN of another service',
    inputs: {...good, source: arn('ec2', 'instance/i-0123456789abcdef0')},
    says: [/^source is "arn:aws:ec2:eu-west-1:\(account\):instance/]
  },
  {
    title: 'an ARN of a snapshot',
    inputs: {...good, source: arn('rds', 'snapshot:orders')},
    says: [/^source is "arn:aws:rds:eu-west-1:\(account\):snapshot:orders"/]
  },
  {title: 'an ARN of a deployment', inputs: {...good, source: arn('rds', 'deployment:bgd-1a2b3c4d5e6f7g8h')}, says: [/^source/]},
  {title: 'an ARN without a name', inputs: {...good, source: arn('rds', 'db:')}, says: [/^source/]},
  {
    title: 'a Region that contradicts the ARN',
    inputs: {...good, source: arn('rds', 'db:orders'), 'aws-region': 'us-east-1'},
    says: [/^aws-region is "us-east-1": the ARN in source is of eu-west-1/]
  },
  {title: 'a Region that is none', inputs: {...good, 'aws-region': 'Frankfurt'}, says: [/^aws-region is "Frankfurt"/]},
  {title: 'no Region anywhere', inputs: good, env: {AWS_REGION: undefined}, says: [/^aws-region: no Region is known/]},
  {
    title: 'options that RDS refuses for a cluster',
    inputs: {...good, source: arn('rds', 'cluster:orders'), 'target-instance-class': 'db.r8g.large', 'target-iops': '3000'},
    says: [/^target-instance-class .*Aurora/, /^target-iops .*Aurora/]
  },
  {
    title: 'an option that only a cluster has',
    inputs: {...good, source: arn('rds', 'db:orders'), 'target-cluster-parameter-group': 'x'},
    says: [/^target-cluster-parameter-group .*DB instance/]
  },
  {
    title: 'dry-run given and empty',
    inputs: {...good, 'dry-run': ''},
    says: [/^dry-run: it is given and empty, which is what a lost output looks like/]
  },
  {
    title: 'approved-fingerprint given and empty',
    inputs: {mode: 'switchover', source, 'approved-fingerprint': ''},
    says: [/^approved-fingerprint: it is given and empty/]
  },
  {
    title: 'a proof among the checks to ignore',
    inputs: {...good, 'ignore-checks': 'old-blue-is-idle, no-such-check'},
    says: [/^ignore-checks .*old-blue-is-idle is a proof/, /^ignore-checks .*there is no check no-such-check/]
  },
  {
    title: 'a short poll interval without an endpoint of its own',
    inputs: {...good, 'poll-interval-seconds': '1'},
    env: {AWS_ENDPOINT_URL: undefined},
    says: [/^poll-interval-seconds is "1": less than 5/]
  },
  {
    title: 'line breaks and workflow commands smuggled into values',
    inputs: {
      mode: 'create\n::add-mask::create',
      source: 'orders\n::set-output name=x::y\r\n##[add-path]/tmp',
      'target-engine-version': '8.4\u2028::error::pwned',
      'deployment-name': '%0A::stop-commands::abc',
      'aws-region': 'eu-west-1\n::save-state name=a::b'
    },
    says: [/^mode/, /^source/, /^target-engine-version/, /^deployment-name/, /^aws-region/]
  },
  {
    title: 'workflow commands in the names of inputs',
    inputs: {...good, 'dry-run\n::w::': 'true'},
    says: [/^dry-run.*is dry-run meant/]
  }
]

test.concurrent.each(stories)('$title', async ({inputs, env, says}) => {
  await using lab = await openLab({account: kinds[0]?.account ?? {}})
  const step = await lab.run(inputs, env === undefined ? {} : {env})
  expect([step.ending, step.code, step.outputs['changed'], step.outputs['phase']]).toEqual(['failed invalid_input', 1, 'false', ''])
  expect(lab.face.requests).toEqual([])
  // One command, and it is the error.
  expect(step.log).toHaveLength(1)
  const [error = ''] = step.log
  expect(error).toMatch(/^::error title=rds-blue-green::/)
  const problems = decoded(error)
    .split('\n')
    .filter(line => line.startsWith('- '))
    .map(line => line.slice(2))
  expect(problems.filter(line => !says.some(pattern => pattern.test(line)))).toEqual([])
  expect(says.filter(pattern => !problems.some(line => pattern.test(line)))).toEqual([])
  expect(error).not.toMatch(/##\[|\n/)
  expect(step.summary).toContain('with the inputs')
})

const decoded = (command: string): string => command.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%')

test.concurrent('secrets are masked first, also when nothing else is right', async () => {
  await using lab = await openLab({account: {}})
  const step = await lab.run({mode: 'crate', 'database-password': 'hunter2 hunter2', 'github-token': 'ghs_secret'})
  expect(step.ending).toBe('failed invalid_input')
  expect(step.log.slice(0, 2).sort()).toEqual(['::add-mask::ghs_secret', '::add-mask::hunter2 hunter2'])
  for (const text of [step.log.slice(2).join('\n'), step.summary, step.report, ...Object.values(step.outputs)])
    expect(text).not.toMatch(/hunter2|ghs_secret/)
})

test.concurrent('what the phases asked for do not use is read and ignored', async () => {
  const [kind] = kinds
  await using lab = await openLab({account: kind?.account ?? {}})
  const step = await lab.run({mode: 'status', source: 'orders', 'target-engine-version': '8.4', 'delete-old-databases': 'true'})
  expect([step.ending, step.code]).toEqual(['nothing_to_do status_read', 0])
})
