/**
 * The lab refuses by rules of its own, written from the facts; the checks were written from the facts again. Whatever the lab refuses,
 * and the API shows, a plan names by the same row, or the phase stops by itself. Here each rule is broken alone; in any combination the
 * simulation breaks them (`npm run simulate -- --sources`).
 */
import {describe, expect, test} from '@jest/globals'
import {enforcedRows} from '../../lab/model/enforced.ts'
import type {EngineName, Violation} from '../../lab/model/violations.ts'
import {ordinary, violations} from '../../lab/model/violations.ts'
import {BY_ADVICE, BY_THE_PHASE} from '../../lab/simulation/agreement.ts'
import {inputsFor, openDraft, told} from './agreement.ts'

const engines: readonly EngineName[] = ['mysql', 'mariadb', 'postgres', 'aurora-mysql', 'aurora-postgresql']
const isShown = ({row, when}: Violation): boolean => enforcedRows.some(one => one.row === row && one.when === when && one.shownBy === 'api')
/** Green's configuration by database: the call has one for the databases of the source alone. */
const neverSent = (one: Violation): boolean =>
  one.row === '2.1' && one.breaks?.(ordinary('mysql')).request.TargetResourceConfigurations !== undefined

const casesOf = (...when: readonly Violation['when'][]) =>
  engines.flatMap(engine =>
    violations.flatMap((one, index) =>
      when.includes(one.when) && one.engines.includes(engine) && isShown(one) && !neverSent(one)
        ? [[`${one.row}, ${engine} (${index})`, one, engine] as const]
        : []
    )
  )

const draftOf = (engine: EngineName, violation: Violation) => violation.breaks?.(ordinary(engine)) ?? ordinary(engine)

async function planOf(engine: EngineName, violation?: Violation) {
  const draft = violation === undefined ? ordinary(engine) : draftOf(engine, violation)
  return told(await openDraft(draft, violation).run({mode: 'plan', ...inputsFor(draft)}))
}

describe.each(engines)('an ordinary source of %s', engine => {
  test('passes every check that could stop it', async () => {
    const {ends, checks, calls} = await planOf(engine)
    expect(checks.length).toBeGreaterThan(20)
    expect(checks.filter(one => one.severity !== 'advice' && one.verdict === 'not_met')).toEqual([])
    expect([ends, calls[0]]).toEqual(['0 completed plan_passed', 'CreateBlueGreenDeployment'])
  })
})

describe('what the lab refuses of a creation is named by the same row', () => {
  test.each(casesOf('create_sync', 'create_async'))('%s', async (_name, violation, engine) => {
    const {ends, rows, calls} = await planOf(engine, violation)
    const {row} = violation
    const byPhase = BY_THE_PHASE[row]
    if (byPhase !== undefined) {
      // What is waited for is made in the end.
      const isMade = row === 'G-03'
      expect([ends.replace(/^\d /, ''), calls.includes('CreateBlueGreenDeployment')]).toEqual([expect.stringMatching(byPhase[0]), isMade])
      return
    }
    expect([ends, rows()]).toEqual([
      BY_ADVICE.has(row) ? '0 completed plan_passed' : '1 blocked checks_not_met',
      expect.arrayContaining([row])
    ])
    if (!BY_ADVICE.has(row)) expect([...rows('blocking'), ...rows('proof')]).toContain(row)
  })
})

describe('what stops a switchover in the lab is named by the same row', () => {
  test.each(casesOf('switchover'))('%s', async (_name, violation, engine) => {
    const draft = draftOf(engine, violation)
    const story = openDraft(draft, violation)
    const made = await story.run({mode: 'create,wait', ...inputsFor(draft)})
    const id = made.outputs['deployment-id'] ?? ''
    const green = story.deployments()[0]?.Target?.split(':').at(-1) ?? ''
    if (violation.meanwhile !== undefined) story.desk.change(violation.meanwhile({blue: 'orders', green}))
    // As long as CloudWatch takes to tell.
    await story.pass(10 * 60_000)
    const {ends, rows} = told(await story.run({mode: 'switchover', 'dry-run': 'true', 'deployment-id': id, 'gate-timeout-minutes': '0'}))
    expect([ends, rows()]).toEqual(['1 blocked checks_not_met', expect.arrayContaining([violation.row])])
  })

  test.each(engines)('and an ordinary %s passes', async engine => {
    const draft = ordinary(engine)
    const story = openDraft(draft)
    const made = await story.run({mode: 'create,wait', ...inputsFor(draft)})
    const {ends, checks, calls} = told(
      await story.run({mode: 'switchover', 'dry-run': 'true', 'deployment-id': made.outputs['deployment-id'] ?? ''})
    )
    expect(checks.filter(one => one.severity !== 'advice' && one.verdict === 'not_met')).toEqual([])
    expect([ends, calls]).toEqual(['0 planned plan_passed', ['AddTagsToResource', 'SwitchoverBlueGreenDeployment']])
  })
})

test('what is left to the phase and to advice can be violated', () => {
  const broken = new Set(violations.filter(isShown).map(one => one.row))
  expect([...Object.keys(BY_THE_PHASE), ...BY_ADVICE].filter(row => !broken.has(row))).toEqual([])
})
