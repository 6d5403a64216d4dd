/**
 * The lab refuses by rules of its own, written from the facts; the checks were written from the facts again. Whatever the lab refuses of
 * an RDS instance, and the API shows, a dry run names by the same row, or the phase stops by itself.
 */
import {describe, expect, test} from '@jest/globals'
import {enforcedRows} from '../../lab/model/enforced.ts'
import type {EngineName, Violation} from '../../lab/model/violations.ts'
import {ordinary, violations} from '../../lab/model/violations.ts'
import {inputsFor, openDraft, told} from './agreement.ts'

/** What no check is asked for: how the dry run ends instead, and why. */
const BY_THE_PHASE: Readonly<Record<string, readonly [ends: RegExp, because: string]>> = {
  'G-02': [/^1 (blocked|failed) (?!checks_not_met)/, 'the source is named as what it is before anything is read of it'],
  'G-03': [/^1 failed no_progress$/, 'create waits until the databases are available'],
  'G-04': [/^0 planned plan_passed$/, 'the deployment of that name is found, and waited for instead of making another'],
  'G-05': [/^0 planned plan_passed$/, 'the deployment of this source is found, and waited for instead of making another'],
  'G-08': [/^1 blocked account_not_allowed$/, 'the ARN given is compared with that of the database the credentials see']
}

/** RDS does not tell when a group was changed last: `prepare` waits by itself (facts 8.5). */
const BY_NOBODY: readonly string[] = ['8.5']
/** Of PostgreSQL alone: their checks have an agreement of their own. */
const ofPostgres = (row: string): boolean => /^[LP]-/.test(row) && row !== 'P-02'

const engines: readonly EngineName[] = ['mysql', 'mariadb', 'postgres']
const isShown = ({row, when}: Violation): boolean => enforcedRows.some(one => one.row === row && one.when === when && one.shownBy === 'api')
/** Green's configuration by database: the call has one for the databases of the source alone. */
const neverSent = (one: Violation): boolean =>
  one.row === '2.1' && one.breaks?.(ordinary('mysql')).request.TargetResourceConfigurations !== undefined

const casesOf = (...when: readonly Violation['when'][]) =>
  engines.flatMap(engine =>
    violations.flatMap((one, index) =>
      when.includes(one.when) && one.engines.includes(engine) && isShown(one) && !ofPostgres(one.row) && !neverSent(one)
        ? [[`${one.row}, ${engine} (${index})`, one, engine] as const]
        : []
    )
  )

const broken = (engine: EngineName, violation: Violation) => violation.breaks?.(ordinary(engine)) ?? ordinary(engine)

async function dryCreate(engine: EngineName, violation?: Violation) {
  const draft = violation === undefined ? ordinary(engine) : broken(engine, violation)
  return told(await openDraft(draft, violation).run({mode: 'create', 'dry-run': 'true', ...inputsFor(draft)}))
}

describe.each(engines)('an ordinary source of %s', engine => {
  test('passes every check that could stop it', async () => {
    const {ends, checks, calls} = await dryCreate(engine)
    expect(checks.length).toBeGreaterThan(20)
    expect(checks.filter(one => one.severity !== 'advice' && one.verdict === 'not_met')).toEqual([])
    expect([ends, calls]).toEqual(['0 planned plan_passed', ['CreateBlueGreenDeployment']])
  })
})

describe('what the lab refuses of a creation is named by the same row', () => {
  test.each(casesOf('create_sync', 'create_async').filter(([, one]) => !BY_NOBODY.includes(one.row)))(
    '%s',
    async (_name, violation, engine) => {
      const {ends, rows, calls} = await dryCreate(engine, violation)
      const byPhase = BY_THE_PHASE[violation.row]
      if (byPhase === undefined) expect([ends, rows()]).toEqual([ends, expect.arrayContaining([violation.row])])
      else expect([ends, calls.includes('CreateBlueGreenDeployment')]).toEqual([expect.stringMatching(byPhase[0]), false])
      // Advice never stops: it is for what RDS may accept.
      if (byPhase === undefined && !rows('advice').includes(violation.row)) expect(ends).toBe('1 blocked checks_not_met')
    }
  )
})

describe('what stops a switchover in the lab is named by the same row', () => {
  test.each(casesOf('switchover'))('%s', async (_name, violation, engine) => {
    const draft = broken(engine, violation)
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

test('what is left to the phase and to nobody is a violation of these engines', () => {
  const rows = new Set(violations.filter(one => engines.some(engine => one.engines.includes(engine))).map(one => one.row))
  expect([...Object.keys(BY_THE_PHASE), ...BY_NOBODY].filter(row => !rows.has(row))).toEqual([])
})
