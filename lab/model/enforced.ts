/**
 * Every row of the facts, section 3, that the lab enforces: when, and who could have known. With it a simulation proves that whatever
 * the lab refuses, a check had named by the same row. A row that is not here is not enforced: it degrades, or needs action afterwards.
 */
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import type {Account} from './account.ts'
import type {ShownBy} from './asked.ts'
import {ask} from './asked.ts'
import {findSource} from './create.ts'
import {syncRules} from './create-checks.ts'
import {deploymentOf} from './resources.ts'
import {lateRules} from './rules-late.ts'
import {switchRules} from './rules-of-switchover.ts'

export type When = 'create_sync' | 'create_async' | 'switchover' | 'delete' | 'modify'

export interface EnforcedRow {
  readonly row: string
  readonly when: When
  /** `api`: a Describe or CloudWatch shows it beforehand. `sql`: only a question to the database does. */
  readonly shownBy: ShownBy
  readonly what: string
}

const of = (when: When) => (rule: {readonly row: string; readonly shownBy: ShownBy; readonly what: string}) => ({
  row: rule.row,
  when,
  shownBy: rule.shownBy,
  what: rule.what
})

export const enforcedRows: readonly EnforcedRow[] = [
  {row: 'G-04', when: 'create_sync', shownBy: 'api', what: 'a name that another deployment has'},
  {row: 'G-08', when: 'create_sync', shownBy: 'api', what: 'a source of another account or Region'},
  ...syncRules.map(of('create_sync')),
  ...lateRules.map(of('create_async')),
  ...switchRules.map(of('switchover')),
  {row: 'G-32', when: 'switchover', shownBy: 'nobody', what: 'a switchover that takes longer than its timeout'},
  {row: 'G-42', when: 'delete', shownBy: 'api', what: 'DeleteTarget with a protected green'},
  {row: 'G-43', when: 'delete', shownBy: 'api', what: 'DeleteTarget after the switchover'},
  {row: 'G-25', when: 'modify', shownBy: 'api', what: 'a database that is being switched over'},
  {row: 'G-41', when: 'modify', shownBy: 'api', what: 'a default parameter group'}
]

/** Every row that this create call violates now, whether RDS would get as far as to tell it or not. Empty: the lab accepts and builds it. */
export function rowsAgainstCreate(account: Account, request: CreateBlueGreenDeploymentRequest, now: number): readonly EnforcedRow[] {
  const source = findSource(account, request.Source ?? '')
  if ('refused' in source) return enforcedRows.filter(one => one.row === 'G-08')
  const asked = ask(account, request, source, now)
  const isTaken = account.deployments.some(one => one.shown.BlueGreenDeploymentName === request.BlueGreenDeploymentName)
  return [
    ...enforcedRows.filter(one => one.row === 'G-04' && isTaken),
    ...syncRules.filter(rule => rule.refuses(asked) !== undefined).map(of('create_sync')),
    ...lateRules.filter(rule => rule.fails(asked) !== undefined).map(of('create_async'))
  ]
}

/** Every row that a switchover of this deployment violates now. */
export function rowsAgainstSwitchover(account: Account, deploymentId: string): readonly EnforcedRow[] {
  const deployment = deploymentOf(account, deploymentId)
  if (deployment === undefined) return []
  return switchRules.filter(rule => rule.stops(account, deployment) !== undefined).map(of('switchover'))
}
