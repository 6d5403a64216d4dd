/** The outputs a look gives: set the moment they are known, and never taken back unless they have become untrue. */
import {nameIn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import {instanceGroupOf} from '../domain/database.ts'
import type {Known} from '../domain/known.ts'
import {notLooked, valueOf} from '../domain/known.ts'
import type {Memory} from '../domain/memory.ts'
import {stageOf} from '../domain/status.ts'
import {fingerprintOf} from '../observing/fingerprint.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import {productionArns} from '../observing/proof.ts'

export type Told = Readonly<Record<string, string>>

function given(entries: readonly (readonly [string, string | number | undefined])[]): Told {
  const told: Record<string, string> = {}
  for (const [name, value] of entries) if (value !== undefined) told[name] = String(value)
  return told
}

function ofProduction(database: Database, blue: readonly Database[], memory: Memory | undefined, switchedOver: boolean): Told {
  const group = instanceGroupOf(database, blue)
  const clusterGroup = database.kind === 'cluster' ? database.parameterGroup : undefined
  const before = (remembered: string | undefined, now: string | undefined): string | undefined =>
    remembered ?? (switchedOver ? undefined : now)
  return given([
    ['source-kind', database.kind],
    ['source-identifier', database.name],
    ['engine', database.engine],
    ['engine-version', database.engineVersion],
    ['engine-version-before', before(memory?.beforeVersion, database.engineVersion)],
    ['parameter-group', group],
    ['parameter-group-before', before(memory?.beforeGroup, group)],
    ['cluster-parameter-group', clusterGroup],
    ['cluster-parameter-group-before', before(memory?.beforeClusterGroup, clusterGroup)],
    ['resource-id', database.resourceId],
    ['resource-id-before', before(memory?.blue[0]?.resourceId, database.resourceId)]
  ])
}

const ofGreen = (green: Database): Told =>
  given([
    ['green-identifier', green.name],
    ['green-endpoint', green.endpoint],
    ['green-reader-endpoint', green.readerEndpoint],
    ['green-port', green.port]
  ])

const NO_GREEN: Told = {'green-identifier': '', 'green-endpoint': '', 'green-reader-endpoint': '', 'green-port': ''}

const ofTarget = (now: Observation): Told => {
  const target = valueOf(now.target)
  return given([
    ['target-parameter-group', target?.group?.name],
    ['target-cluster-parameter-group', target?.clusterGroup?.name]
  ])
}

export function tell(now: Observation): Told {
  const deployment = valueOf(now.deployment)
  const memory = valueOf(now.memory)
  const blue = valueOf(now.blue) ?? []
  if (deployment === undefined) {
    const production = valueOf(now.production)
    return {
      ...ofTarget(now),
      ...(now.deployment.is === 'absent' ? {status: '', ...NO_GREEN} : {}),
      ...(production === undefined ? {} : ofProduction(production, blue, undefined, true))
    }
  }
  const stage = stageOf(deployment.status)
  // While it is deleted its ARNs say nothing of which side is which any more; what was told before stays.
  if (stage === 'deleting')
    return {'deployment-id': deployment.id, 'deployment-name': deployment.name, status: deployment.status, ...NO_GREEN}
  const switchedOver = stage === 'completed'
  const arns = productionArns(deployment, memory)
  const looked: Known<Database> = now.databases.is === 'known' ? databaseAt(now, arns[0]) : notLooked
  const production = valueOf(looked) ?? (switchedOver ? undefined : valueOf(now.production))
  const members = now.databases.is === 'known' ? arns.flatMap(arn => valueOf(databaseAt(now, arn)) ?? []) : blue
  const green = valueOf(databaseAt(now, deployment.target))
  return {
    'deployment-id': deployment.id,
    'deployment-name': deployment.name,
    status: deployment.status,
    ...(production === undefined ? {} : ofProduction(production, members, memory, switchedOver)),
    ...(switchedOver ? {...NO_GREEN, 'old-identifier': nameIn(deployment.source)} : {}),
    ...(green === undefined || switchedOver ? {} : ofGreen(green)),
    ...ofTarget(now),
    ...given([['fingerprint', switchedOver ? undefined : fingerprintOf(now)?.text]])
  }
}
