// Each phase is a step of its own, as in a workflow with an approval in between, and knows nothing but the deployment's id.
import {expect, test} from '@jest/globals'
import {asks, cleansUp, cleanupWrites, kinds, switchoverWrites} from './kinds.ts'
import {openLab} from './lab.ts'

test.concurrent.each(kinds)('$is', async kind => {
  await using lab = await openLab({account: kind.account})
  const create = await lab.run({mode: 'create', ...asks(kind)})
  expect(create.ending).toBe('completed deployment_created')
  expect(create.outputs).toMatchObject({'next-mode': 'wait', status: 'PROVISIONING', 'source-identifier': kind.source})
  const id = create.outputs['deployment-id'] ?? ''

  const wait = await lab.run({mode: 'wait', 'deployment-id': id})
  expect(wait.ending).toBe('completed green_ready')
  expect(wait.outputs).toMatchObject({
    'next-mode': 'switchover',
    status: 'AVAILABLE',
    changed: 'false',
    'green-identifier': expect.stringContaining(`${kind.source}-green-`),
    'green-endpoint': expect.stringContaining(`${kind.source}-green-`),
    'green-port': expect.stringMatching(/^\d+$/),
    fingerprint: expect.stringMatching(/^v1:/)
  })

  const switchover = await lab.run({mode: 'switchover', 'deployment-id': id, 'approved-fingerprint': wait.outputs['fingerprint'] ?? ''})
  expect(switchover.ending).toBe('completed switchover_completed')
  expect(switchover.outputs).toMatchObject({
    ...kind.outputs,
    'next-mode': 'cleanup',
    status: 'SWITCHOVER_COMPLETED',
    'engine-version': kind.to,
    'engine-version-before': kind.from,
    'green-endpoint': '',
    'old-identifier': `${kind.source}-old1`,
    'resource-id-before': create.outputs['resource-id']
  })

  const cleanup = await lab.run({mode: 'cleanup', 'deployment-id': id, ...cleansUp})
  expect(cleanup.ending).toBe('completed cleaned_up')
  expect(lab.writes()).toEqual([kind.created, ...switchoverWrites, ...cleanupWrites(kind)])
  expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))

  // The deployment is gone, and its id is still enough.
  const again = await lab.run({mode: 'cleanup', 'deployment-id': id, ...cleansUp})
  expect(again.ending).toBe('nothing_to_do nothing_left')
})

test.concurrent.each(kinds)('by its name, after the deployment is gone: old blue that stands is never called gone: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const name = 'orders-new'
  const upgrade = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), 'deployment-name': name})
  expect(upgrade.ending).toBe('completed cleaned_up')
  const databases = lab.databases()
  const cleanup = await lab.run({mode: 'cleanup', 'deployment-id': name, ...cleansUp})
  expect(lab.databases()).toEqual(databases)
  expect(cleanup.ending).not.toBe('nothing_to_do nothing_left')
})
