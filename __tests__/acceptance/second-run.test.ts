// Each phase run a second time finds its work done: it ends well and writes nothing.
import {expect, test} from '@jest/globals'
import {asks, cleansUp, kinds} from './kinds.ts'
import {openLab} from './lab.ts'

const phases = [
  {mode: 'create', first: 'completed deployment_created', again: 'nothing_to_do deployment_adopted'},
  {mode: 'wait', first: 'completed green_ready', again: 'completed green_ready'},
  {mode: 'switchover', first: 'completed switchover_completed', again: 'nothing_to_do already_switched_over'},
  {mode: 'cleanup', first: 'completed cleaned_up', again: 'nothing_to_do nothing_left'}
]

test.concurrent.each(kinds)('$is', async kind => {
  await using lab = await openLab({account: kind.account})
  for (const {mode, first, again} of phases) {
    const inputs = {mode, ...asks(kind), ...cleansUp}
    expect((await lab.run(inputs)).ending).toBe(first)
    const writes = lab.writes()
    const second = await lab.run(inputs)
    expect([mode, second.ending, second.code, second.outputs['changed']]).toEqual([mode, again, 0, 'false'])
    expect(lab.writes()).toEqual(writes)
  }
})
