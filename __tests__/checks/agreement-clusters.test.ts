/**
 * The lab refuses by rules of its own, written from the facts; the checks were written from the facts again. Whatever the lab refuses of
 * an Aurora cluster or of PostgreSQL, and the API shows, a dry run of `create` names by the same row, or the phase stops by itself.
 */
import {describe, expect, test} from '@jest/globals'
import {enforcedRows} from '../../lab/model/enforced.ts'
import {labGroupOf} from '../../lab/model/seed.ts'
import type {Draft, EngineName, Violation} from '../../lab/model/violations.ts'
import {ordinary, seedOf, violations} from '../../lab/model/violations.ts'
import {createChecks} from '../../src/checks/create.ts'
import type {CheckReport} from '../../src/reporting/report.ts'
import {end, stage} from '../scenarios/stage.ts'

/** What no check is asked for: how the dry run ends instead, and why. */
const BY_THE_PHASE: Readonly<Record<string, readonly [ends: string, because: string]>> = {
  'G-03': ['1 failed no_progress', 'create waits until the databases are available'],
  'G-04': ['0 planned plan_passed', 'the deployment of that name is found, and waited for instead of making another'],
  'G-05': ['0 planned plan_passed', 'the deployment of this source is found, and waited for instead of making another'],
  'G-08': ['1 blocked account_not_allowed', 'the ARN given is compared with that of the database the credentials see'],
  'A-05': ['1 failed invalid_input', 'an input that is for instances alone'],
  'AG-01': ['1 blocked global_database_not_supported', 'members of a global database are refused, as are their cleanups']
}

/** The general checks have an agreement of their own. */
const BY_OTHERS: ReadonlySet<string> = new Set(['G-06', 'G-15', 'G-36', 'G-38', '2.1', 'A-11', 'AM-12', 'P-02'])

/** `RDS does not tell when a group was changed last`: `prepare` waits by itself (facts 8.5). */
const BY_NOBODY: ReadonlySet<string> = new Set(['8.5'])

const engines: readonly EngineName[] = ['aurora-mysql', 'aurora-postgresql', 'postgres']
const isShown = ({row, when}: Violation): boolean =>
  when !== 'switchover' && enforcedRows.some(one => one.row === row && one.when === when && one.shownBy === 'api')

const INPUTS = {
  TargetEngineVersion: 'target-engine-version',
  TargetDBParameterGroupName: 'target-parameter-group',
  TargetDBClusterParameterGroupName: 'target-cluster-parameter-group',
  TargetDBInstanceClass: 'target-instance-class'
} as const

/** The call as the inputs ask for it. Where nothing is asked for, another group is, for there would be nothing to do. */
function inputsFor({engine, version, request}: Draft): Record<string, string> {
  const asked = Object.entries(INPUTS).flatMap(([field, input]) => {
    const value = request[field as keyof typeof INPUTS]
    return value === undefined ? [] : [[input, value] as const]
  })
  const other = asked.length === 0 ? {'target-parameter-group': labGroupOf(engine, version).replace('lab-', 'default.')} : {}
  return {
    mode: 'create',
    'dry-run': 'true',
    source: request.Source ?? 'orders',
    'deployment-name': 'up',
    ...other,
    ...Object.fromEntries<string>(asked)
  }
}

interface Published {
  readonly checks: readonly CheckReport[]
  readonly phases: readonly {readonly planned: readonly {readonly operation: string | null}[]}[]
}

async function dryRun(draft: Draft, violation?: Violation) {
  const story = stage({...seedOf(draft), unknowns: {...violation?.unknowns}})
  const type = draft.cluster === undefined ? 'db' : 'cluster'
  const Source = `arn:aws:rds:eu-west-1:123456789012:${type}:orders`
  if (violation?.before !== undefined) story.desk.change(violation.before({BlueGreenDeploymentName: 'up', Source, ...draft.request}))
  const ran = await story.run(inputsFor(draft))
  const {checks, phases} = JSON.parse(ran.report) as Published
  const notMet = checks.filter(one => one.verdict === 'not_met')
  return {
    ends: end(ran),
    checks,
    stopping: notMet.filter(one => one.severity !== 'advice').flatMap(one => createChecks.find(check => check.id === one.id)?.rows ?? []),
    calls: phases.flatMap(one => one.planned).flatMap(one => one.operation ?? [])
  }
}

const isAsked = (engine: EngineName, {row}: Violation): boolean =>
  (engine !== 'postgres' || /^[LP]-/.test(row)) && !BY_OTHERS.has(row) && !BY_NOBODY.has(row)
const cases = engines.flatMap(engine =>
  violations.flatMap((one, index) =>
    one.engines.includes(engine) && isAsked(engine, one) && isShown(one) ? [[`${one.row}, ${engine} (${index})`, one, engine] as const] : []
  )
)

describe.each(engines)('an ordinary source of %s', engine => {
  test('passes every check that could stop it', async () => {
    const {ends, checks, calls} = await dryRun(ordinary(engine))
    // What RDS does not show does not stop.
    const passes: readonly CheckReport['verdict'][] = ['met', 'not_applicable', 'unknown']
    expect(checks.length).toBeGreaterThan(0)
    expect(checks.filter(one => one.severity !== 'advice' && !passes.includes(one.verdict))).toEqual([])
    expect([ends, calls]).toEqual(['0 planned plan_passed', ['CreateBlueGreenDeployment']])
  })
})

describe('what the lab refuses is named by the same row', () => {
  test.each(cases)('%s', async (_name, violation, engine) => {
    const {ends, stopping, calls} = await dryRun(violation.breaks?.(ordinary(engine)) ?? ordinary(engine), violation)
    const byPhase = BY_THE_PHASE[violation.row]
    if (byPhase === undefined) expect([ends, stopping.includes(violation.row)]).toEqual(['1 blocked checks_not_met', true])
    else expect([ends, stopping, calls.includes('CreateBlueGreenDeployment')]).toEqual([byPhase[0], [], false])
  })
})

test('what is left to the phase, to other checks and to nobody is a violation of these engines, and of no check here', () => {
  const broken = new Set(violations.filter(isShown).map(one => one.row))
  const left = [...Object.keys(BY_THE_PHASE), ...BY_OTHERS, ...BY_NOBODY]
  expect(left.filter(row => !broken.has(row))).toEqual([])
})
