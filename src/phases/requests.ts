/** The request of `create`, with the action's memory in its own tags: a create whose reply is lost has still remembered. */
import type {Database} from '../domain/database.ts'
import {instanceGroupOf} from '../domain/database.ts'
import type {Remembered} from '../domain/memory.ts'
import {blueTags, KEYS} from '../domain/memory.ts'
import type {Inputs} from '../inputs.ts'
import type {Target} from '../observing/observation.ts'
import {derivedName, digestOf, optionsAsked} from '../observing/options.ts'
import type {Writes} from '../rds/api.ts'

type CreateBlueGreenDeploymentRequest = Writes['CreateBlueGreenDeployment']['in']
type Tag = NonNullable<CreateBlueGreenDeploymentRequest['Tags']>[number]

export const deploymentNameOf = (inputs: Inputs, production: Database): string =>
  inputs.deploymentName ?? derivedName(production.name, optionsAsked(inputs))

export const remember = (blue: readonly Database[]): readonly Remembered[] =>
  blue.map(one => ({name: one.name, resourceId: one.resourceId}))

/** The tags that remember blue: in the create request, or written to a deployment that is adopted (contract, "Tags"). */
export function blueMemory(production: Database, blue: readonly Database[]): readonly Tag[] {
  const group = instanceGroupOf(production, blue)
  const clusterGroup = production.kind === 'cluster' ? production.parameterGroup : undefined
  return [
    ...blueTags(remember(blue)).map(([Key, Value]) => ({Key, Value})),
    {Key: KEYS.beforeVersion, Value: production.engineVersion},
    ...(group === undefined ? [] : [{Key: KEYS.beforeGroup, Value: group}]),
    ...(clusterGroup === undefined ? [] : [{Key: KEYS.beforeClusterGroup, Value: clusterGroup}])
  ]
}

function requestTags(inputs: Inputs, production: Database, blue: readonly Database[], target: Target, runUrl: string): Tag[] {
  const options = optionsAsked(inputs)
  const recorded = [...options].map(([name, value]) => ({
    Key: `${KEYS.target}${name}`,
    Value: name === 'engine-version' ? (target.engineVersion ?? production.engineVersion) : value
  }))
  return [
    {Key: KEYS.request, Value: digestOf(production.name, options)},
    ...recorded,
    ...blueMemory(production, blue),
    ...(runUrl === '' ? [] : [{Key: KEYS.run, Value: runUrl.slice(0, 256)}]),
    ...inputs.tags.map(tag => ({Key: tag.key, Value: tag.value}))
  ]
}

/** Without what is undefined: RDS takes a member that is there for a wish. */
function given<T extends object>(members: T): {readonly [K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }
}

export function createRequest(
  inputs: Inputs,
  production: Database,
  blue: readonly Database[],
  target: Target,
  runUrl: string
): CreateBlueGreenDeploymentRequest {
  const key = inputs.targetKmsKeyId
  // Facts 2.1: the cluster for Aurora, every instance with its read replicas for RDS.
  const encrypted = production.kind === 'cluster' ? [production] : blue
  return {
    BlueGreenDeploymentName: deploymentNameOf(inputs, production),
    Source: production.arn,
    ...given({
      TargetEngineVersion: target.engineVersion,
      TargetDBParameterGroupName: target.group?.name,
      TargetDBClusterParameterGroupName: target.clusterGroup?.name,
      TargetDBInstanceClass: inputs.targetInstanceClass,
      TargetStorageType: inputs.targetStorageType,
      TargetAllocatedStorage: inputs.targetAllocatedStorage,
      TargetIops: inputs.targetIops,
      TargetStorageThroughput: inputs.targetStorageThroughput,
      UpgradeTargetStorageConfig: inputs.upgradeStorageConfig,
      TargetResourceConfigurations: key === undefined ? undefined : encrypted.map(one => ({SourceArn: one.arn, TargetKmsKeyId: key}))
    }),
    Tags: requestTags(inputs, production, blue, target, runUrl)
  }
}
