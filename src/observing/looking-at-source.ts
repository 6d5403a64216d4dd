/** Everything a deployment would be made of: its databases, what it would become, and what surrounds them. */
import type {Database} from '../domain/database.ts'
import type {Known} from '../domain/known.ts'
import {known, notLooked, unknown} from '../domain/known.ts'
import type {Inputs} from '../inputs.ts'
import {databases} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {FactName} from './facts.ts'
import {gatherFacts} from './facts.ts'
import type {Observation} from './observation.ts'
import {sourceOf} from './source.ts'
import {resolveTarget} from './targets.ts'

/** Primary first, then its read replicas; a cluster first, then its instances with the writer in front. */
export async function blueOf(look: Readers, production: Database): Promise<Known<readonly Database[]>> {
  const writerFirst = [...production.members].sort((a, b) => Number(b.writer) - Number(a.writer)).map(member => member.name)
  // A replica in another Region is listed by its ARN (facts G-14) and is no member; RDS refuses such a source by itself.
  const names = (production.kind === 'cluster' ? writerFirst : production.replicas)
    .filter(name => !name.startsWith('arn:'))
    .map(name => name.toLowerCase())
  const found = await databases(look, 'instance', {by: 'name', values: names})
  const ordered = names.flatMap(name => found.filter(one => one.name.toLowerCase() === name))
  if (ordered.length !== names.length) return unknown(`not every database of ${production.name} could be seen: ${names.join(', ')}`)
  return known([production, ...ordered])
}

/** Where no deployment is found: whether a cluster is in the groups that are asked for shows only with its instances. */
export async function withInstances(look: Readers, inputs: Inputs, seen: Observation): Promise<Observation> {
  if (seen.deployment.is !== 'absent' || seen.production.is !== 'known' || inputs.targetParameterGroup === undefined) return seen
  return seen.production.value.kind === 'cluster' ? {...seen, blue: await blueOf(look, seen.production.value)} : seen
}

/** `facts`: those to ask for; undefined where nobody will judge them. */
export async function lookAtTarget(
  look: Readers,
  inputs: Inputs,
  production: Database,
  blue: Known<readonly Database[]>,
  facts: readonly FactName[] | undefined
): Promise<Pick<Observation, 'target' | 'facts'>> {
  if (blue.is !== 'known') return {target: notLooked, facts: notLooked}
  const target = await resolveTarget(look, inputs, production, blue.value)
  if (facts === undefined) return {target: known(target), facts: notLooked}
  return {target: known(target), facts: known(await gatherFacts(look, sourceOf(production, blue.value, target, inputs), facts))}
}
