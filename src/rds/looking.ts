/**
 * The gateway: what is there, for instances and clusters alike. Absence is only ever told from an answer that was read; a denied or
 * failed read throws `Faulted` (rule 19).
 */
import type {Filter} from '@aws-sdk/client-rds'
import {labelFor, parseArn, siblingArn} from '../domain/arn.ts'
import type {Database, DatabaseKind} from '../domain/database.ts'
import type {Deployment, Tags} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import {absent, known, unknown} from '../domain/known.ts'
import {kindOfResourceId} from '../domain/memory.ts'
import type {Readers} from '../world.ts'
import type {ReadName, Reads} from './api.ts'
import {Faulted} from './faults.ts'
import {clusterOf, deploymentOf, instanceOf, tagsOf} from './mapping.ts'

/** Every page of a Describe. Ends on a marker that repeats, which would otherwise never end. */
export async function pages<O extends ReadName>(look: Readers, operation: O, input: Reads[O]['in']): Promise<readonly Reads[O]['out'][]> {
  const answers: Reads[O]['out'][] = []
  const markers = new Set<string>()
  let marker: string | undefined
  do {
    const page = marker === undefined ? input : {...input, Marker: marker}
    const answer = await look.rds.read(operation, page, look.signal)
    answers.push(answer)
    marker = 'Marker' in answer && typeof answer.Marker === 'string' && answer.Marker !== '' ? answer.Marker : undefined
    if (marker !== undefined && markers.has(marker)) break
    if (marker !== undefined) markers.add(marker)
  } while (marker !== undefined)
  return answers
}

const isNotFound = (thrown: unknown): boolean => thrown instanceof Faulted && thrown.fault.kind === 'not_found'

/** Undefined when AWS answered that it is not there. */
export async function unlessNotFound<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer
  } catch (thrown) {
    if (isNotFound(thrown)) return undefined
    throw thrown
  }
}

/**
 * For what needs an optional permission (rule 16): without it the answer is unknown. A fault that may pass is thrown on, so that the
 * engine looks again.
 */
export async function ifAllowed<T>(answer: Promise<T>): Promise<Known<T>> {
  try {
    return known(await answer)
  } catch (thrown) {
    if (thrown instanceof Faulted && (thrown.fault.kind === 'denied' || thrown.fault.kind === 'refused')) return unknown(thrown.message)
    throw thrown
  }
}

const isPresent = <T>(one: T | undefined): one is T => one !== undefined

export async function deploymentById(look: Readers, id: string): Promise<Known<Deployment>> {
  const answers = await unlessNotFound(pages(look, 'DescribeBlueGreenDeployments', {BlueGreenDeploymentIdentifier: id}))
  const found =
    answers
      ?.flatMap(answer => answer.BlueGreenDeployments ?? [])
      .map(deploymentOf)
      .filter(isPresent) ?? []
  const one = found.find(deployment => deployment.id.toLowerCase() === id.toLowerCase())
  return one === undefined ? absent : known(one)
}

/** Filter values are case-sensitive and have no wildcards (facts 2.2); a filter without a match is an empty list or a fault: both. */
export async function deploymentsWhere(
  look: Readers,
  name: 'blue-green-deployment-name' | 'source' | 'target',
  value: string
): Promise<readonly Deployment[]> {
  const filters: Filter[] = [{Name: name, Values: [value]}]
  const answers = await unlessNotFound(pages(look, 'DescribeBlueGreenDeployments', {Filters: filters}))
  return (
    answers
      ?.flatMap(answer => answer.BlueGreenDeployments ?? [])
      .map(deploymentOf)
      .filter(isPresent) ?? []
  )
}

export const deploymentArn = (deployment: Deployment): string => siblingArn(deployment.source, 'deployment', deployment.id)

/** What another look has just shown exists: where this one does not find it, it is older, and is taken again like a lost answer. */
async function listTags(look: Readers, arn: string): Promise<Reads['ListTagsForResource']['out']> {
  try {
    return await look.rds.read('ListTagsForResource', {ResourceName: arn}, look.signal)
  } catch (thrown) {
    if (thrown instanceof Faulted && thrown.fault.kind === 'not_found') throw new Faulted({...thrown.fault, kind: 'lost'}, thrown.operation)
    throw thrown
  }
}

/** The tags, from the deployment itself where RDS listed them, else asked for. Optional permission: without it they stay unknown. */
export async function tagsOfDeployment(look: Readers, deployment: Deployment): Promise<Known<Tags>> {
  if (deployment.tags.is === 'known' && deployment.tags.value.size > 0) return deployment.tags
  const answer = await ifAllowed(listTags(look, deploymentArn(deployment)))
  if (answer.is === 'known') return known(tagsOf(answer.value.TagList))
  return deployment.tags.is === 'known' ? deployment.tags : answer
}

export const tagsAt = async (look: Readers, arn: string): Promise<Tags> => tagsOf((await listTags(look, arn)).TagList)

/** Asked for only where RDS left them out: no tags and tags that were not listed are not the same. */
export async function tagsOfDatabase(look: Readers, database: Database): Promise<Tags> {
  if (database.tags !== undefined) return database.tags
  return tagsAt(look, database.arn)
}

/** How to ask for several databases at once: by name, or by the id that never changes. */
export type Which = {readonly by: 'name' | 'resource-id'; readonly values: readonly string[]} | {readonly by: 'all'}

const INSTANCE_FILTER = {name: 'db-instance-id', 'resource-id': 'dbi-resource-id'} as const
const CLUSTER_FILTER = {name: 'db-cluster-id', 'resource-id': 'db-cluster-resource-id'} as const

async function describe(look: Readers, kind: DatabaseKind, filters: readonly Filter[]): Promise<readonly Database[]> {
  const input = filters.length === 0 ? {} : {Filters: [...filters]}
  if (kind === 'instance') {
    const answers = await pages(look, 'DescribeDBInstances', input)
    return answers
      .flatMap(answer => answer.DBInstances ?? [])
      .map(instanceOf)
      .filter(isPresent)
  }
  const answers = await pages(look, 'DescribeDBClusters', input)
  return answers
    .flatMap(answer => answer.DBClusters ?? [])
    .map(clusterOf)
    .filter(isPresent)
}

/**
 * The databases of one kind that exist among those asked for, in one request where RDS allows it. Whether a filter that matches
 * nothing is an empty list or a not-found fault is undocumented, so a fault for several is asked again one by one.
 */
export async function databases(look: Readers, kind: DatabaseKind, which: Which): Promise<readonly Database[]> {
  if (which.by === 'all') return describe(look, kind, [])
  if (which.values.length === 0) return []
  const name = (kind === 'instance' ? INSTANCE_FILTER : CLUSTER_FILTER)[which.by]
  try {
    return await describe(look, kind, [{Name: name, Values: [...which.values]}])
  } catch (thrown) {
    if (!isNotFound(thrown)) throw thrown
    if (which.values.length === 1) return []
    const single = await Promise.all(which.values.map(value => databases(look, kind, {by: which.by, values: [value]})))
    return single.flat()
  }
}

export async function databaseByName(look: Readers, kind: DatabaseKind, name: string): Promise<Known<Database>> {
  const found = await databases(look, kind, {by: 'name', values: [name.toLowerCase()]})
  const one = found.find(database => database.name.toLowerCase() === name.toLowerCase())
  return one === undefined ? absent : known(one)
}

export async function databaseByResourceId(look: Readers, kind: DatabaseKind, resourceId: string): Promise<Known<Database>> {
  const found = await databases(look, kind, {by: 'resource-id', values: [resourceId]})
  const one = found.find(database => database.resourceId === resourceId)
  return one === undefined ? absent : known(one)
}

export type DatabasesByLabel = ReadonlyMap<string, Known<Database>>

/** The databases that exist among those with these resource ids, by resource id. One request a kind. */
export async function databasesByResourceId(look: Readers, ids: readonly string[]): Promise<ReadonlyMap<string, Known<Database>>> {
  const ofKind = (kind: DatabaseKind): Promise<readonly Database[]> =>
    databases(look, kind, {by: 'resource-id', values: ids.filter(id => kindOfResourceId(id) === kind)})
  const found = await Promise.all([ofKind('instance'), ofKind('cluster')])
  return new Map(found.flat().map(database => [database.resourceId, known(database)]))
}

/** The databases of these names, by label; one that is not there is absent. One request a kind. */
export async function databasesNamed(look: Readers, names: Readonly<Record<DatabaseKind, readonly string[]>>): Promise<DatabasesByLabel> {
  const ofKind = (kind: DatabaseKind): Promise<readonly Database[]> =>
    databases(look, kind, {by: 'name', values: [...new Set(names[kind].map(name => name.toLowerCase()))]})
  const found = await Promise.all([ofKind('instance'), ofKind('cluster')])
  const byLabel = new Map<string, Known<Database>>()
  for (const kind of ['instance', 'cluster'] as const) for (const name of names[kind]) byLabel.set(labelFor(kind, name), absent)
  for (const database of found.flat()) byLabel.set(labelFor(database.kind, database.name), known(database))
  return byLabel
}

/** Every instance and cluster among these ARNs; custom endpoints have no databases of their own. */
export function databasesByArn(look: Readers, arns: readonly string[]): Promise<DatabasesByLabel> {
  const parsed = arns.map(parseArn)
  const names = (type: string): readonly string[] => parsed.flatMap(arn => (arn?.type === type ? [arn.name] : []))
  return databasesNamed(look, {instance: names('db'), cluster: names('cluster')})
}
