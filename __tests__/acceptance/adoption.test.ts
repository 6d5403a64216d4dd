// Somebody else has made a deployment: one whose green agrees is adopted and given its memory, one that differs is refused with the difference.
import {expect, test} from '@jest/globals'
import {calls} from '../../lab/model/people.ts'
import type {Kind} from './kinds.ts'
import {asks, cleansUp, cleanupWrites, kinds, switchoverWrites} from './kinds.ts'
import type {Lab} from './lab.ts'
import {openLab} from './lab.ts'

/** Two databases a tag, and none but blue's. */
const remembers = (kind: Kind): string => {
  const blue = kind.members.length > 2 ? 'blue-01, blue-02' : 'blue-01'
  return `AddTagsToResource deployment (${blue}, before-version, before-group${kind.type === 'cluster' ? ', before-cluster-group' : ''})`
}

function madeInTheConsole(lab: Lab, kind: Kind, version: string): void {
  const {id, region} = lab.desk.account()
  const Source = `arn:aws:rds:${region}:${id}:${kind.type}:${kind.source}`
  lab.desk.change(
    calls('CreateBlueGreenDeployment', {BlueGreenDeploymentName: 'by-hand', Source, TargetEngineVersion: version, ...kind.console})
  )
  expect(lab.deployments()).toEqual(['PROVISIONING'])
}

test.concurrent.each(kinds)('agreeing: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  madeInTheConsole(lab, kind, kind.to)
  const step = await lab.run({mode: 'create, wait, switchover, cleanup', ...asks(kind), ...cleansUp})
  expect(lab.writes()[0]).toBe(remembers(kind))
  expect(step.ending).toBe('completed cleaned_up')
  expect(step.outputs).toMatchObject({'deployment-name': 'by-hand', 'engine-version': kind.to, 'engine-version-before': kind.from})
  expect(step.log.join('\n')).toContain('deployment_adopted')
  expect(lab.writes()).toEqual([remembers(kind), ...switchoverWrites, ...cleanupWrites(kind)])
  expect(lab.databases()).toEqual(kind.members.map(name => `${name} ${kind.to}`))
})

test.concurrent.each(kinds)('by its id alone, without create: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  madeInTheConsole(lab, kind, kind.to)
  const step = await lab.run({mode: 'wait, switchover, cleanup', 'deployment-id': 'by-hand', ...cleansUp})
  expect(step.ending).toBe('completed cleaned_up')
  expect(lab.writes()).toEqual([remembers(kind), ...switchoverWrites, ...cleanupWrites(kind)])
})

test.concurrent.each(kinds)('its green differs: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  madeInTheConsole(lab, kind, kind.via)
  const step = await lab.run({mode: 'create, wait, switchover', ...asks(kind)})
  expect([step.ending, step.code, step.outputs['changed']]).toEqual(['blocked deployment_differs', 1, 'false'])
  const error = step.log.find(line => line.startsWith('::error')) ?? ''
  expect(error).toContain('target-engine-version')
  expect(error).toContain(kind.via)
  expect(error).toContain(kind.to)
  expect(lab.writes()).toEqual([])
})

test.concurrent.each(kinds)('our own, made for something else: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  expect((await lab.run({mode: 'create', ...asks(kind), 'target-engine-version': kind.via})).ending).toBe('completed deployment_created')
  const step = await lab.run({mode: 'create', ...asks(kind)})
  expect([step.ending, step.outputs['changed']]).toEqual(['blocked deployment_differs', 'false'])
  const error = step.log.find(line => line.startsWith('::error')) ?? ''
  expect(error).toContain('target-engine-version')
  expect(error).toContain(kind.via)
  expect(error).toContain(kind.to)
  expect(lab.asked('CreateBlueGreenDeployment')).toBe(1)
})

test.concurrent.each(kinds)('somebody else switches over: it is followed, proven, and cleaned up: $is', async kind => {
  await using lab = await openLab({account: kind.account})
  const wait = await lab.run({mode: 'create, wait', ...asks(kind)})
  const id = wait.outputs['deployment-id'] ?? ''
  lab.desk.change(calls('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id}))
  const step = await lab.run({mode: 'switchover, cleanup', 'deployment-id': id, ...cleansUp})
  expect(step.ending).toBe('completed cleaned_up')
  expect(lab.writes()).toEqual([kind.created, switchoverWrites[2], ...cleanupWrites(kind)])
})
