/** A deployment as answers show it: tags are kept apart, since RDS's samples do not agree on an empty list (facts 8.2). */
import type {BlueGreenDeployment, DescribeBlueGreenDeploymentsRequest, DescribeBlueGreenDeploymentsResponse} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, Deployment} from './account.ts'
import {select} from './paging.ts'
import {deploymentNotFound, isRefusal} from './refusals.ts'
import {deploymentOf} from './resources.ts'

export function showDeployed(account: Account, one: Deployment): BlueGreenDeployment {
  if (one.tags.length === 0 && account.unknowns.emptyTagList === 'absent') return one.shown
  return {...one.shown, TagList: [...one.tags]}
}

export function showCreated(account: Account, one: Deployment): BlueGreenDeployment {
  const setting = account.unknowns.tagsInCreateAnswer
  if (one.tags.length === 0 || setting === 'present') return showDeployed(account, one)
  return setting === 'absent' ? one.shown : {...one.shown, TagList: []}
}

const filters = {
  'blue-green-deployment-identifier': (one: Deployment) => [one.shown.BlueGreenDeploymentIdentifier],
  'blue-green-deployment-name': (one: Deployment) => [one.shown.BlueGreenDeploymentName],
  source: (one: Deployment) => [one.shown.Source],
  target: (one: Deployment) => [one.shown.Target]
}

/** facts 2.2: the identifier is not case-sensitive and 404s; filters are case-sensitive and find nothing. */
export function describeDeployments(
  account: Account,
  input: DescribeBlueGreenDeploymentsRequest
): DescribeBlueGreenDeploymentsResponse | Refusal {
  const id = input.BlueGreenDeploymentIdentifier
  const named = id === undefined ? undefined : deploymentOf(account, id)
  if (id !== undefined && named === undefined) return deploymentNotFound(id)
  const found = select(named === undefined ? account.deployments : [named], input, filters)
  if (isRefusal(found)) return found
  return {BlueGreenDeployments: found.rows.map(one => showDeployed(account, one)), ...found.marker}
}
