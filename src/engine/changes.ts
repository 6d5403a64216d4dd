/** What a switchover would change of production, for who approves it: the fields that the fingerprint covers, and the storage. */
import type {Database} from '../domain/database.ts'
import {instanceGroupOf} from '../domain/database.ts'
import {databasesOn} from '../domain/deployment.ts'
import {valueOf} from '../domain/known.ts'
import {stageOf} from '../domain/status.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import type {Change} from '../reporting/report.ts'

export function changesOf(now: Observation): readonly Change[] {
  const deployment = valueOf(now.deployment)
  if (deployment === undefined || !['provisioning', 'available'].includes(stageOf(deployment.status))) return []
  const blue = valueOf(databaseAt(now, deployment.source))
  const green = valueOf(databaseAt(now, deployment.target))
  if (blue === undefined || green === undefined) return []
  const side = (which: 'source' | 'target'): readonly Database[] =>
    databasesOn(deployment, which).flatMap(arn => valueOf(databaseAt(now, arn)) ?? [])
  const rows: readonly (readonly [string, string | number | boolean | undefined, string | number | boolean | undefined])[] = [
    ['engine version', `${blue.engine} ${blue.engineVersion}`, `${green.engine} ${green.engineVersion}`],
    ['parameter group', instanceGroupOf(blue, side('source')), instanceGroupOf(green, side('target'))],
    ...(blue.kind === 'cluster' ? [['cluster parameter group', blue.parameterGroup, green.parameterGroup] as const] : []),
    ['instance class', blue.instanceClass, green.instanceClass],
    ['storage type', blue.storageType, green.storageType],
    [
      'allocated storage (GiB)',
      blue.kind === 'cluster' ? undefined : blue.allocatedStorage,
      blue.kind === 'cluster' ? undefined : green.allocatedStorage
    ],
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
