/** A draft of the lab, with one violation of its rules or none, as the action sees it. */
import {labGroupOf} from '../../lab/model/seed.ts'
import type {Draft, Violation} from '../../lab/model/violations.ts'
import {seedOf} from '../../lab/model/violations.ts'
import {inputsOf} from '../../lab/simulation/sources.ts'
import {checks} from '../../src/checks/index.ts'
import type {CheckReport} from '../../src/reporting/report.ts'
import type {Ran, Stage} from '../scenarios/stage.ts'
import {end, stage} from '../scenarios/stage.ts'

/** The call as the inputs ask for it. Where nothing is asked for, a group that blue does not use is: there would be nothing to do. */
export function inputsFor({engine, version, request}: Draft): Record<string, string> {
  const {TargetResourceConfigurations: _each, ...asked} = request
  const lab = labGroupOf(engine, version)
  const unused = engine === 'postgres' ? lab.replace('lab-', 'default.') : lab
  const other = Object.keys(asked).some(name => name !== 'Source') ? {} : {'target-parameter-group': unused}
  return {...inputsOf(asked), ...other}
}

export function openDraft(draft: Draft, violation?: Violation): Stage {
  const story = stage({...seedOf(draft), unknowns: {...violation?.unknowns}})
  const type = draft.cluster === undefined ? 'db' : 'cluster'
  const Source = `arn:aws:rds:eu-west-1:123456789012:${type}:orders`
  if (violation?.before !== undefined) story.desk.change(violation.before({BlueGreenDeploymentName: 'up', Source, ...draft.request}))
  return story
}

export interface Told {
  readonly ends: string
  readonly checks: readonly CheckReport[]
  /** The rows of every check that is not met; with a severity, of those of that one alone. */
  rows(severity?: CheckReport['severity']): readonly string[]
  readonly calls: readonly string[]
}

export function told(ran: Ran): Told {
  const report = JSON.parse(ran.report) as {
    readonly checks: readonly CheckReport[]
    readonly phases: readonly {readonly planned: readonly {readonly operation: string | null}[]}[]
  }
  return {
    ends: end(ran),
    checks: report.checks,
    rows: severity =>
      report.checks
        .filter(one => one.verdict === 'not_met' && (severity === undefined || one.severity === severity))
        .flatMap(one => checks.find(check => check.id === one.id)?.rows ?? []),
    calls: report.phases.flatMap(one => one.planned).flatMap(one => one.operation ?? [])
  }
}
