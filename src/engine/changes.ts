/** What a switchover would change of production, for who approves it: the fields that the fingerprint covers, the storage, the parameters. */
import type {Database} from '../domain/database.ts'
import {instanceGroupOf} from '../domain/database.ts'
import {databasesOn} from '../domain/deployment.ts'
import {valueOf} from '../domain/known.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {isFormula, valueIn} from '../domain/parameters.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import type {GroupsOfOneSide} from '../observing/facts.ts'
import type {Observation, Target} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import type {Change} from '../reporting/report.ts'

/** Of green as it is; before there is one, of what was asked for. */
export function changesOf(now: Observation, inputs: Inputs): readonly Change[] {
  const deployment = valueOf(now.deployment)
  if (deployment === undefined || stageOf(deployment.status) === 'completed') return changesAhead(now, inputs)
  if (!['provisioning', 'available'].includes(stageOf(deployment.status))) return []
  const blue = valueOf(databaseAt(now, deployment.source))
  const green = valueOf(databaseAt(now, deployment.target))
  if (blue === undefined || green === undefined) return []
  const side = (which: 'source' | 'target'): readonly Database[] =>
    databasesOn(deployment, which).flatMap(arn => valueOf(databaseAt(now, arn)) ?? [])
  return rowsOf(blue, green, [instanceGroupOf(blue, side('source')), instanceGroupOf(green, side('target'))])
}

type Groups = readonly [blue: string | undefined, green: string | undefined]

function rowsOf(blue: Database, green: Database, groups: Groups): readonly Change[] {
  const ofInstance = (value: number | undefined): number | undefined => (blue.kind === 'cluster' ? undefined : value)
  const rows: readonly (readonly [string, string | number | boolean | undefined, string | number | boolean | undefined])[] = [
    ['engine version', `${blue.engine} ${blue.engineVersion}`, `${green.engine} ${green.engineVersion}`],
    ['parameter group', ...groups],
    ...(blue.kind === 'cluster' ? [['cluster parameter group', blue.parameterGroup, green.parameterGroup] as const] : []),
    ['instance class', blue.instanceClass, green.instanceClass],
    ['storage type', blue.storageType, green.storageType],
    ['allocated storage (GiB)', ofInstance(blue.allocatedStorage), ofInstance(green.allocatedStorage)],
    ['IOPS', blue.iops, green.iops],
    ['storage throughput (MiB/s)', blue.storageThroughput, green.storageThroughput],
    ['KMS key', keyOf(blue), keyOf(green)],
    ['deletion protection', blue.deletionProtection, green.deletionProtection]
  ]
  return rows.flatMap(([what, before, after]) =>
    before === undefined && after === undefined ? [] : [{what, blue: String(before ?? ''), green: String(after ?? '')}]
  )
}

const keyOf = ({kmsKeyId}: Database): string | undefined => kmsKeyId?.slice(kmsKeyId.lastIndexOf('/') + 1)

/** What differs is what was asked for; RDS takes the rest from blue. */
function changesAhead(now: Observation, inputs: Inputs): readonly Change[] {
  const [blue, others, target] = [valueOf(now.production), valueOf(now.blue), valueOf(now.target)]
  if (blue === undefined || others === undefined || target === undefined) return []
  const groups: Groups = [instanceGroupOf(blue, others), target.group?.name ?? OPEN]
  return [...rowsOf(blue, asAsked(blue, target, inputs), groups).filter(one => one.blue !== one.green), ...parameters(now)]
}

const OPEN = '(not decided)'

const asAsked = (blue: Database, target: Target, inputs: Inputs): Database => ({
  ...blue,
  engineVersion: target.engineVersion ?? blue.engineVersion,
  parameterGroup: (blue.kind === 'cluster' ? target.clusterGroup?.name : target.group?.name) ?? OPEN,
  instanceClass: inputs.targetInstanceClass ?? blue.instanceClass,
  storageType: inputs.targetStorageType ?? blue.storageType,
  allocatedStorage: inputs.targetAllocatedStorage ?? blue.allocatedStorage,
  iops: inputs.targetIops ?? blue.iops,
  storageThroughput: inputs.targetStorageThroughput ?? blue.storageThroughput,
  kmsKeyId: inputs.targetKmsKeyId ?? blue.kmsKeyId
})

/** What somebody set in the group of one side and not, or otherwise, in that of the other. */
function parameters({facts}: Observation): readonly Change[] {
  if (facts.is !== 'known') return []
  const [blue, green] = [valueOf(facts.value.blueGroups), valueOf(facts.value.greenGroups)]
  if (blue === undefined || green === undefined) return []
  return (['cluster', 'instance'] as const).flatMap(kind => differencesOf(blue[kind], green[kind], kind))
}

const isPlain = (value: string | undefined): boolean => value !== undefined && !isFormula(value)

function differencesOf(
  blue: ParameterGroup | undefined,
  green: ParameterGroup | undefined,
  kind: keyof GroupsOfOneSide
): readonly Change[] {
  if (blue === undefined || green === undefined || blue.name === green.name) return []
  const says = (group: ParameterGroup, name: string): string => valueIn(group, name) ?? '(default)'
  // Also what nobody has set, where the engines of both families are known to differ.
  const told = [...blue.told.keys()].filter(name => green.told.has(name) && [blue, green].every(group => isPlain(valueIn(group, name))))
  return [...new Set([...blue.set.keys(), ...green.set.keys(), ...told])]
    .sort()
    .filter(name => says(blue, name) !== says(green, name))
    .map(name => ({
      what: `${kind === 'cluster' ? 'cluster parameter' : 'parameter'} ${name}`,
      blue: says(blue, name),
      green: says(green, name)
    }))
}
