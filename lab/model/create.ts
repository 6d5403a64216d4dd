/** CreateBlueGreenDeployment: refuses, or answers a deployment of which nothing exists yet (facts 2.1, B7). */
import type {CreateBlueGreenDeploymentRequest, CreateBlueGreenDeploymentResponse, SwitchoverDetail} from '@aws-sdk/client-rds'
import {duration} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, Deployment, Pair, Resource} from './account.ts'
import {arnOf} from './account.ts'
import {plan} from './acts.ts'
import {ask} from './asked.ts'
import {refuseCreate} from './create-checks.ts'
import {clusterResourceId, deploymentId, endpointResourceId, greenNameOf, greenSuffix, instanceResourceId} from './naming.ts'
import {buildActs, taskNames} from './provisioning.ts'
import {clusterNotFound, instanceNotFound, invalidValue, refusal} from './refusals.ts'
import {arnOfResource, clusterNamed, instanceNamed, nameOf, resourceIdOf} from './resources.ts'
import {showCreated} from './show-deployment.ts'
import type {Source} from './source.ts'
import {isLogical, resolveTarget, sourceOf} from './source.ts'
import {refuseTags} from './tagging.ts'

/** G-08: another account or Region is not found here. */
export function findSource(account: Account, arn: string): Source | Refusal {
  const [, type, name] = /^arn:[^:]+:rds:[^:]*:[^:]*:([a-z-]+):(.+)$/.exec(arn) ?? []
  if (type !== 'db' && type !== 'cluster') return invalidValue(`Invalid source: ${arn}`)
  const here = arn.toLowerCase() === arnOf(account, type, (name ?? '').toLowerCase()).toLowerCase()
  const found = !here ? undefined : type === 'db' ? instanceNamed(account, name ?? '') : clusterNamed(account, name ?? '')
  if (found === undefined) return type === 'db' ? instanceNotFound(name ?? '') : clusterNotFound(name ?? '')
  return sourceOf(account, found)
}

const greenId = (one: Resource, dice: Dice): string =>
  one.kind === 'instance' ? instanceResourceId(dice) : one.kind === 'cluster' ? clusterResourceId(dice) : endpointResourceId(dice)

export function createDeployment(
  account: Account,
  request: CreateBlueGreenDeploymentRequest,
  now: number,
  dice: Dice
): {account: Account; output: CreateBlueGreenDeploymentResponse} | Refusal {
  const name = request.BlueGreenDeploymentName ?? ''
  const source = findSource(account, request.Source ?? '')
  if ('refused' in source) return source
  if (account.deployments.some(one => one.shown.BlueGreenDeploymentName === name))
    return refusal('BlueGreenDeploymentAlreadyExistsFault', `A Blue Green Deployment with the name '${name}' already exists`) // G-04
  const refused = refuseTags(request.Tags ?? []) ?? refuseCreate(ask(account, request, source, now))
  if (refused !== undefined) return refused

  const targetVersion = resolveTarget(account, source, request.TargetEngineVersion) ?? source.version
  const suffix = greenSuffix(dice.fork('suffix'))
  const inOrder = source.members.map((one): Pair => {
    const own = dice.fork(`member ${resourceIdOf(one)}`)
    const ending = account.unknowns.suffix === 'shared' ? suffix : greenSuffix(own)
    return {kind: one.kind, blue: resourceIdOf(one), green: greenId(one, own), greenName: greenNameOf(nameOf(one), ending)}
  })
  const pairs = account.unknowns.memberOrder === 'reversed' ? inOrder.toReversed() : inOrder
  const arns = new Map(source.members.map(one => [resourceIdOf(one), arnOfResource(one)]))
  const first = account.unknowns.memberStatusAtFirst
  const status = first === 'PROVISIONING' || (first === 'as_sampled' && source.kind === 'cluster') ? {Status: 'PROVISIONING'} : {}
  const id = deploymentId(dice.fork('id'))
  const deployment: Deployment = {
    shown: {
      BlueGreenDeploymentIdentifier: id,
      BlueGreenDeploymentName: name,
      Source: arnOfResource(source.resource),
      Status: 'PROVISIONING',
      SwitchoverDetails: pairs.map((pair): SwitchoverDetail => ({SourceMember: arns.get(pair.blue), ...status})),
      Tasks: taskNames(account, source, targetVersion).map(Name => ({Name, Status: 'PENDING'})),
      CreateTime: new Date(now)
    },
    tags: request.Tags ?? [],
    request,
    pairs,
    engine: source.engine,
    targetVersion,
    logical: isLogical(source.engine, source.version, targetVersion),
    switchoverTimeout: 300
  }
  const created = {...account, deployments: [...account.deployments, deployment]}
  const acts = buildActs(created, deployment, source, dice.fork('build'), duration(account.paper.greenAppears, dice.fork('appears')))
  return {account: plan(created, now, id, acts), output: {BlueGreenDeployment: showCreated(account, deployment)}}
}
