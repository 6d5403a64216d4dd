/** Events: how they come about (facts 7.1, texts verbatim) and how they are read (facts 7.2). */
import type {DescribeEventsMessage, Event, EventsMessage, SourceType} from '@aws-sdk/client-rds'
import {dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, Deployment, Resource} from './account.ts'
import {deploymentArn} from './account.ts'
import {page} from './paging.ts'
import {invalidCombination, isRefusal} from './refusals.ts'
import {arnOfResource, nameOf} from './resources.ts'

type Category = 'creation' | 'failure' | 'deletion' | 'notification' | 'read replica' | 'backup' | 'availability' | 'configuration change'

function record(account: Account, now: number, event: Event): Account {
  // G-50: best effort. Which ones are lost depends on their place alone, so a replay loses the same.
  const lost = account.unknowns.events === 'some_lost' && dice(`${account.id} event ${account.events.length} ${event.Message}`).chance(0.15)
  return lost ? account : {...account, events: [...account.events, {...event, Date: new Date(now)}]}
}

export const deploymentEvent = (account: Account, now: number, deployment: Deployment, category: Category, message: string): Account =>
  record(account, now, {
    SourceType: 'blue-green-deployment',
    SourceIdentifier: deployment.shown.BlueGreenDeploymentIdentifier,
    SourceArn: deploymentArn(account, deployment),
    EventCategories: [category],
    Message: message
  })

const sourceType = {instance: 'db-instance', cluster: 'db-cluster', endpoint: 'db-cluster'} as const

/** `name`: the name it happened under, when that is not the one the resource carries now (facts 5.3). */
export const resourceEvent = (
  account: Account,
  now: number,
  resource: Resource,
  category: Category,
  message: string,
  name: string = nameOf(resource)
): Account =>
  record(account, now, {
    SourceType: sourceType[resource.kind],
    SourceIdentifier: name,
    SourceArn: arnOfResource(resource).replace(/[^:]+$/, name),
    EventCategories: [category],
    Message: message
  })

const minute = 60_000
const day = 24 * 60 * minute

const types: readonly SourceType[] = [
  'db-instance',
  'db-parameter-group',
  'db-security-group',
  'db-snapshot',
  'db-cluster',
  'db-cluster-snapshot',
  'custom-engine-version',
  'db-proxy',
  'blue-green-deployment',
  'db-shard-group',
  'zero-etl'
]

/** facts 7.2: SourceIdentifier wants SourceType; the last 60 minutes unless told; 14 days are kept; Filters are not supported. */
export function describeEvents(account: Account, input: DescribeEventsMessage, now: number): EventsMessage | Refusal {
  if (input.SourceIdentifier !== undefined && input.SourceType === undefined)
    return invalidCombination('SourceType must be provided when SourceIdentifier is provided.')
  if (input.SourceType !== undefined && !types.includes(input.SourceType))
    return invalidCombination(`Invalid source type: ${input.SourceType}`)
  if (input.Duration !== undefined && input.StartTime !== undefined)
    return invalidCombination('Duration and StartTime cannot be given together.')
  const end = input.EndTime?.getTime() ?? now
  const start = input.StartTime?.getTime() ?? end - (input.Duration ?? 60) * minute
  if (start > end) return invalidCombination('StartTime must be before EndTime.')
  if (start < now - 14 * day - minute) return invalidCombination('The start time must be within the past 14 days.')
  const wanted = input.SourceIdentifier?.toLowerCase()
  const found = account.events.filter(event => {
    const at = event.Date?.getTime() ?? 0
    return (
      at >= start &&
      at <= end &&
      at >= now - 14 * day &&
      (input.SourceType === undefined || event.SourceType === input.SourceType) &&
      (wanted === undefined || event.SourceIdentifier === wanted) &&
      (input.EventCategories === undefined || event.EventCategories?.some(category => input.EventCategories?.includes(category)) === true)
    )
  })
  const shown = page(found, input)
  return isRefusal(shown) ? shown : {Events: shown.rows, ...shown.marker}
}
