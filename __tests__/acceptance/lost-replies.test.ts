// The reply of one write is lost: the step finds out by looking what became of it, and never does a thing twice.
import {expect, test} from '@jest/globals'
import type {Fault, FaultRule} from '../../lab/desk-faults.ts'
import type {Kind} from './kinds.ts'
import {asks, cleansUp, cleanupWrites, kinds, upgradeWrites} from './kinds.ts'
import {openLab} from './lab.ts'

const losses: readonly {readonly how: string; readonly fault: Fault; readonly tells: string; readonly isDone: boolean}[] = [
  {how: 'before the effect', fault: {is: 'reset', effect: 'before'}, tells: 'ECONNRESET, not done', isDone: false},
  {how: 'after the effect', fault: {is: 'reset', effect: 'after'}, tells: 'ECONNRESET, done', isDone: true},
  {
    how: 'as a server error after the effect',
    fault: {is: 'refuse', code: 'InternalFailure', status: 500, effect: 'after'},
    tells: 'InternalFailure',
    isDone: true
  }
]

const ALL = 'create, wait, switchover, cleanup'
const writesOf = (kind: Kind): readonly string[] => [...upgradeWrites(kind), ...cleanupWrites(kind)]

/** Strikes the write at that place of the run, counted among its own operation. */
function ruleFor(writes: readonly string[], place: number, fault: Fault): FaultRule {
  const operationOf = (line: string | undefined): string => line?.split(' ')[0] ?? ''
  const operation = operationOf(writes[place])
  return {operation, nth: writes.slice(0, place + 1).filter(line => operationOf(line) === operation).length, fault}
}

const stories = kinds.flatMap(kind =>
  losses.flatMap(loss =>
    writesOf(kind)
      .map((write, place) => ({kind, loss, write, place, is: kind.is, how: loss.how}))
      // To the action a server error is a lost reply like any other: three writes are enough of it.
      .filter(({write}) => loss.fault.is !== 'refuse' || /^(Create|Switchover|DeleteDB.*final)/.test(write))
  )
)

test.concurrent.each(stories.filter(({write, loss}) => loss.isDone || !/^Switchover|\(switch/.test(write)))(
  '$write, lost $how: $is',
  async ({kind, loss, write, place}) => {
    const writes = writesOf(kind)
    await using lab = await openLab({account: kind.account, faults: [ruleFor(writes, place, loss.fault)]})
    const step = await lab.run({mode: ALL, ...asks(kind), ...cleansUp})
    expect(step.ending).toBe('completed cleaned_up')
    const struck = `${write} -> ${loss.tells}`
    expect(lab.writes()).toEqual(writes.toSpliced(place, 1, ...(loss.isDone ? [struck] : [struck, write])))
    expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))
  }
)

// What the tags say of a switchover is for people: without one the run goes on. The call itself is never sent twice by one run.
const once = stories.filter(({write, loss}) => !loss.isDone && /\(switch/.test(write))

test.concurrent.each(once)('$write, lost $how, is not sent again: $is', async ({kind, loss, write, place}) => {
  const writes = writesOf(kind)
  await using lab = await openLab({account: kind.account, faults: [ruleFor(writes, place, loss.fault)]})
  const step = await lab.run({mode: ALL, ...asks(kind), ...cleansUp})
  expect(step.ending).toBe('completed cleaned_up')
  expect(lab.writes()).toEqual(writes.with(place, `${write} -> ${loss.tells}`))
})

test.concurrent.each(kinds)('a switchover that never reached RDS is told, and the next run switches over: $is', async kind => {
  await using lab = await openLab({
    account: kind.account,
    faults: [{operation: 'SwitchoverBlueGreenDeployment', fault: {is: 'reset', effect: 'before'}}]
  })
  const first = await lab.run({mode: 'create, wait, switchover', ...asks(kind)})
  expect([first.ending, first.code, first.outputs['changed']]).toEqual(['failed switchover_not_begun', 1, 'true'])
  expect(lab.databases()).toContain(`${kind.source} ${kind.from}`)
  const second = await lab.run({mode: 'switchover', source: kind.source})
  expect(second.ending).toBe('completed switchover_completed')
  expect(lab.asked('SwitchoverBlueGreenDeployment')).toBe(2)
})
