// Production is upgraded a second time while the old blue of the first upgrade still stands: each cleanup takes its own, and nothing else.
import {expect, test} from '@jest/globals'
import {asks, cleansUp, kinds} from './kinds.ts'
import {openLab} from './lab.ts'

test.concurrent.each(kinds)('with both deployments still there: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const first = await lab.run({mode: 'upgrade', ...asks(kind), 'target-engine-version': kind.via})
  const second = await lab.run({mode: 'upgrade', ...asks(kind)})
  expect([first.ending, second.ending]).toEqual(['completed switchover_completed', 'completed switchover_completed'])
  expect(second.outputs).toMatchObject({
    'engine-version-before': kind.via,
    'engine-version': kind.to,
    'old-identifier': `${kind.source}-old2`
  })
  const [one = '', other = ''] = [first, second].map(step => step.outputs['deployment-id'])

  const ambiguous = await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp})
  expect([ambiguous.ending, ambiguous.outputs['changed']]).toEqual(['blocked deployment_unknown', 'false'])
  for (const id of [one, other]) expect(ambiguous.log.join('\n')).toContain(id)

  expect((await lab.run({mode: 'cleanup', 'deployment-id': other, ...cleansUp})).ending).toBe('completed cleaned_up')
  expect(lab.databases()).toEqual(kind.members.flatMap(name => [`${name} ${kind.to}`, `${name}-old1 ${kind.from}`]).sort())
  expect((await lab.run({mode: 'cleanup', 'deployment-id': one, ...cleansUp})).ending).toBe('completed cleaned_up')
  expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))
})

test.concurrent.each(kinds)('the first one was cleaned up without its databases: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const first = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), 'target-engine-version': kind.via})
  expect(first.ending).toBe('completed cleaned_up')
  const second = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), ...cleansUp})
  expect(second.ending).toBe('completed cleaned_up')
  expect(lab.databases()).toEqual(kind.members.flatMap(name => [`${name} ${kind.to}`, `${name}-old1 ${kind.from}`]).sort())
  const last = await lab.run({mode: 'cleanup', source: kind.source, ...cleansUp})
  expect(last.ending).toBe('completed cleaned_up')
  expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))
})
