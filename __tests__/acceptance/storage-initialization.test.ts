// The deployment is AVAILABLE while green still loads its storage: wait goes on, with RDS's own percentage, and switchover waits at its gate.
import {expect, test} from '@jest/globals'
import {asks, kinds} from './kinds.ts'
import {openLab} from './lab.ts'

const instances = kinds.filter(kind => kind.type === 'db')
const seconds = (many: number): readonly [number, number] => [many * 1000, many * 1000]
const slow = {storageInitializationChance: 1, storageInitialization: seconds(240)}

test.concurrent.each(instances)('wait: $is', async kind => {
  await using lab = await openLab({account: {...kind.account, paper: slow}})
  const step = await lab.run({mode: 'create, wait', ...asks(kind)})
  expect(step.ending).toBe('completed green_ready')
  const waited = step.log.filter(line => line.includes('AVAILABLE') && line.includes('storage-initialization'))
  expect(waited.join('\n')).toMatch(/storage \d+%/)
  expect(lab.desk.account().instances.map(one => one.shown.DBInstanceStatus)).toEqual(
    kind.members.flatMap(() => ['available', 'available'])
  )
})

test.concurrent.each(instances)('switchover does not begin before, and says what it waited for: $is', async kind => {
  await using lab = await openLab({account: {...kind.account, paper: {...slow, storageInitialization: seconds(900)}}})
  const {ended, said} = lab.start({mode: 'create, wait', ...asks(kind)})
  await said(/AVAILABLE.*storage-initialization/)
  const refused = await lab.run({mode: 'switchover', source: kind.source, 'gate-timeout-minutes': '0'})
  expect([refused.ending, refused.code, refused.outputs['changed']]).toEqual(['blocked checks_not_met', 1, 'false'])
  expect(refused.log.join('\n')).toContain('storage-initialization')
  expect(lab.asked('SwitchoverBlueGreenDeployment')).toBe(0)
  expect((await ended).ending).toBe('completed green_ready')
})
