/** Tags: limits of RDS (contract, "Tags"), where they live, and reading and adding them. */
import type {AddTagsToResourceMessage, ListTagsForResourceMessage, Tag, TagListMessage} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, Kind} from './account.ts'
import {arnOf, deploymentArn} from './account.ts'
import {clusterNotFound, deploymentNotFound, instanceNotFound, invalidValue, isRefusal, refusal} from './refusals.ts'
import {findByName, put, putDeployment} from './resources.ts'

const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

export function refuseTags(tags: readonly Tag[]): Refusal | undefined {
  if (tags.length > 50) return invalidValue('A resource cannot have more than 50 tags.')
  for (const {Key, Value} of tags) {
    if (Key === undefined || Key.length < 1 || Key.length > 128 || !allowed.test(Key)) return invalidValue(`Invalid tag key: ${Key}`)
    if (/^(aws|rds):/i.test(Key)) return invalidValue(`Tag keys cannot begin with aws: or rds: (${Key})`)
    if ((Value ?? '').length > 256 || !allowed.test(Value ?? '')) return invalidValue(`Invalid tag value: ${Value}`)
  }
  if (new Set(tags.map(tag => tag.Key)).size < tags.length) return invalidValue('Tag keys must be unique.')
  return undefined
}

export function mergeTags(old: readonly Tag[], added: readonly Tag[]): Tag[] {
  const merged = new Map([...old, ...added].map(tag => [tag.Key ?? '', tag.Value ?? '']))
  return [...merged].map(([Key, Value]) => ({Key, Value}))
}

const shape = /^arn:[a-z0-9-]+:rds:[a-z0-9-]*:\d*:([a-z-]+):(\S+)$/
const kinds: Readonly<Record<string, Kind>> = {db: 'instance', cluster: 'cluster', 'cluster-endpoint': 'endpoint'}

type Bearer = {readonly tags: readonly Tag[]; with(tags: readonly Tag[]): Account}

function bearerOf(account: Account, arn: string): Bearer | Refusal {
  const [, type, name = ''] = shape.exec(arn) ?? []
  if (type === undefined) return invalidValue(`The specified resource name does not match an RDS resource in this region: ${arn}`)
  if (type === 'deployment') {
    const one = account.deployments.find(other => deploymentArn(account, other) === arn.toLowerCase())
    return one === undefined ? deploymentNotFound(name) : {tags: one.tags, with: tags => putDeployment(account, {...one, tags})}
  }
  if (type === 'snapshot') {
    const one = account.snapshots.find(other => other.DBSnapshotArn === arn)
    if (one === undefined) return refusal('DBSnapshotNotFound', `DBSnapshot ${name} not found.`, 404)
    const swap = (tags: readonly Tag[]) => account.snapshots.map(other => (other === one ? {...one, TagList: [...tags]} : other))
    return {tags: one.TagList ?? [], with: tags => ({...account, snapshots: swap(tags)})}
  }
  if (type === 'cluster-snapshot') {
    const one = account.clusterSnapshots.find(other => other.DBClusterSnapshotArn === arn)
    if (one === undefined) return refusal('DBClusterSnapshotNotFoundFault', `DBClusterSnapshot ${name} not found.`, 404)
    const swap = (tags: readonly Tag[]) => account.clusterSnapshots.map(other => (other === one ? {...one, TagList: [...tags]} : other))
    return {tags: one.TagList ?? [], with: tags => ({...account, clusterSnapshots: swap(tags)})}
  }
  if (type === 'pg' || type === 'cluster-pg') {
    const group = account.parameterGroups.find(
      other => arnOf(account, type, other.name) === arn && (other.kind === 'cluster') === (type === 'cluster-pg')
    )
    if (group === undefined) return refusal('DBParameterGroupNotFound', `DBParameterGroup not found: ${name}`, 404)
    const swap = (tags: readonly Tag[]) => account.parameterGroups.map(other => (other === group ? {...group, tags} : other))
    return {tags: group.tags ?? [], with: tags => ({...account, parameterGroups: swap(tags)})}
  }
  const kind = kinds[type]
  const one = kind === undefined ? undefined : findByName(account, kind, arn)
  if (one === undefined) return type === 'db' ? instanceNotFound(name) : clusterNotFound(name)
  if (one.kind === 'endpoint') return {tags: [], with: () => account}
  const tagged = (tags: readonly Tag[]): Account =>
    one.kind === 'instance'
      ? put(account, {...one, shown: {...one.shown, TagList: [...tags]}})
      : put(account, {...one, shown: {...one.shown, TagList: [...tags]}})
  return {tags: one.shown.TagList, with: tagged}
}

export function listTags(account: Account, input: ListTagsForResourceMessage): TagListMessage | Refusal {
  const bearer = bearerOf(account, input.ResourceName ?? '')
  return isRefusal(bearer) ? bearer : {TagList: [...bearer.tags]}
}

export function addTags(account: Account, input: AddTagsToResourceMessage): {account: Account; output: object} | Refusal {
  const bearer = bearerOf(account, input.ResourceName ?? '')
  if (isRefusal(bearer)) return bearer
  const tags = mergeTags(bearer.tags, input.Tags ?? [])
  if (tags.length > 50) return invalidValue('A resource cannot have more than 50 tags.')
  return refuseTags(input.Tags ?? []) ?? {account: bearer.with(tags), output: {}}
}
