// Every row that the lab enforces can be broken, and then the lab says so: at once, half an hour later, or at the switchover.
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import {describe, expect, test} from '@jest/globals'
import {enforcedRows, rowsAgainstCreate, rowsAgainstSwitchover} from '../../lab/model/enforced.ts'
import type {Draft, EngineName, Violation} from '../../lab/model/violations.ts'
import {ordinary, seedOf, violations} from '../../lab/model/violations.ts'
import {hours, minutes, openBox, refused} from './box.ts'

const engines: readonly EngineName[] = ['mysql', 'mariadb', 'postgres', 'aurora-mysql', 'aurora-postgresql']

function open(draft: Draft, violation?: Violation) {
  const box = openBox({...seedOf(draft), unknowns: {...violation?.unknowns}})
  const type = draft.cluster === undefined ? 'db' : 'cluster'
  const request: CreateBlueGreenDeploymentRequest = {BlueGreenDeploymentName: 'up', Source: box.arn(type, 'orders'), ...draft.request}
  if (violation?.before !== undefined) box.desk.change(violation.before(request))
  const rows = () => rowsAgainstCreate(box.desk.account(), request, box.time.scheduler.now())
  return {box, type, request, rows} as const
}

const deploymentIn = (box: ReturnType<typeof openBox>) =>
  box.desk.account().deployments.find(one => one.shown.BlueGreenDeploymentName === 'up')

const cases = (when: Violation['when']) =>
  violations
    .filter(one => one.when === when)
    .flatMap((one, index) => one.engines.map(engine => [`${one.row}, ${engine} (${index})`, one, engine] as const))

describe('an ordinary source of each engine', () => {
  test.each(engines)('%s is upgraded and switched over', async engine => {
    const {box, request, rows} = open(ordinary(engine))
    expect(rows()).toEqual([])
    const id = (await box.write('CreateBlueGreenDeployment', request)).BlueGreenDeployment?.BlueGreenDeploymentIdentifier ?? ''
    await box.pass(6 * hours)
    expect(rowsAgainstSwitchover(box.desk.account(), id)).toEqual([])
    await box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id})
    await box.pass(10 * minutes)
    expect(deploymentIn(box)).toMatchObject({shown: {Status: 'SWITCHOVER_COMPLETED'}})
    expect(deploymentIn(box)?.enforced).toBeUndefined()
  })
})

describe('refused at once', () => {
  test.each(cases('create_sync'))('%s', async (_name, violation, engine) => {
    const draft = violation.breaks?.(ordinary(engine)) ?? ordinary(engine)
    const {box, request, rows} = open(draft, violation)
    const found = rows()
    expect(found.map(one => one.row)).toContain(violation.row)
    const before = box.desk.account().deployments
    expect(await refused(box.write('CreateBlueGreenDeployment', request))).toMatch(/ 40[034]$/)
    expect(box.desk.account().deployments).toEqual(before)
  })
})

describe('accepted, and built in vain', () => {
  test.each(cases('create_async'))('%s', async (_name, violation, engine) => {
    const draft = violation.breaks?.(ordinary(engine)) ?? ordinary(engine)
    const {box, request, rows} = open(draft, violation)
    expect(rows().map(one => [one.row, one.when])).toEqual([[violation.row, 'create_async']])
    await box.write('CreateBlueGreenDeployment', request)
    await box.pass(6 * hours)
    expect(deploymentIn(box)).toMatchObject({
      shown: {Status: 'INVALID_CONFIGURATION', StatusDetails: expect.stringMatching(/^Creation of blue\/green deployment failed because /)},
      enforced: [{row: violation.row, when: 'create_async'}]
    })
  })
})

describe('stopped at the switchover', () => {
  test.each(cases('switchover'))('%s', async (_name, violation, engine) => {
    const draft = violation.breaks?.(ordinary(engine)) ?? ordinary(engine)
    const {box, request, rows} = open(draft, violation)
    expect(rows()).toEqual([])
    await box.write('CreateBlueGreenDeployment', request)
    await box.pass(6 * hours)
    const [id, green = ''] = [
      deploymentIn(box)?.shown.BlueGreenDeploymentIdentifier ?? '',
      deploymentIn(box)?.shown.Target?.split(':').at(-1)
    ]
    if (violation.meanwhile !== undefined) box.desk.change(violation.meanwhile({blue: 'orders', green}))
    const known = rowsAgainstSwitchover(box.desk.account(), id).map(one => one.row)
    expect(known).toEqual(violation.row === 'G-32' ? [] : [violation.row])
    const answer = await refused(box.write('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: id}))
    await box.pass(10 * minutes)
    expect(deploymentIn(box)?.shown.Status).toBe('AVAILABLE')
    if (answer === 'answered') expect(deploymentIn(box)?.enforced).toMatchObject([{row: violation.row, when: 'switchover'}])
    else expect(answer).toBe('InvalidBlueGreenDeploymentStateFault 400')
  })
})

test('each row that is enforced at create or switchover has a violation', () => {
  const broken = new Set(violations.map(one => `${one.row} ${one.when}`))
  const enforced = enforcedRows.filter(one => one.when !== 'delete' && one.when !== 'modify').map(one => `${one.row} ${one.when}`)
  expect([...new Set(enforced)].filter(one => !broken.has(one))).toEqual([])
  expect([...broken].filter(one => !enforced.includes(one))).toEqual([])
})
