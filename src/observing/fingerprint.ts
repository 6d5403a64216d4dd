/** What a reviewer approves: the identity of both sides and what green will bring; nothing that moves by itself. */

import {nameIn} from '../domain/arn.ts'
import type {Observation} from './observation.ts'
import {databaseAt} from './observation.ts'
import {sidesOf} from './readiness.ts'

export interface Fingerprint {
  readonly text: string
  /** One line a field that differs from the approved text; also when that cannot be read. */
  differencesFrom(approved: string): readonly string[]
}

/** Fields in a fixed order, so that the same green always gives the same text. Undefined until every database is read. */
export function fingerprintOf(now: Observation): Fingerprint | undefined {
  if (now.deployment.is !== 'known' || now.databases.is !== 'known') return undefined
  const deployment = now.deployment.value
  const fields: [string, string][] = [['deployment', deployment.id]]
  for (const arn of [...sidesOf(deployment)].sort()) {
    const database = databaseAt(now, arn)
    if (database.is !== 'known') return undefined
    const {resourceId, engine, engineVersion, parameterGroup, instanceClass, kmsKeyId} = database.value
    const key = kmsKeyId === undefined ? '' : kmsKeyId.slice(kmsKeyId.lastIndexOf('/') + 1)
    fields.push([nameIn(arn), [resourceId, engine, engineVersion, parameterGroup ?? '', instanceClass ?? '', key].join(' ')])
  }
  const text = `v1:${Buffer.from(JSON.stringify(fields)).toString('base64url')}`
  return {text, differencesFrom: approved => compare(fields, approved)}
}

function compare(fields: readonly (readonly [string, string])[], approved: string): readonly string[] {
  const then = new Map(read(approved))
  if (then.size === 0) return ['the approved fingerprint cannot be read']
  const lines = fields.flatMap(([name, value]) =>
    then.get(name) === value ? [] : [`${name} is "${value}" and was "${then.get(name) ?? 'not there'}"`]
  )
  const names = new Set(fields.map(([name]) => name))
  return [...lines, ...[...then.keys()].filter(name => !names.has(name)).map(name => `${name} is not there any more`)]
}

function read(text: string): [string, string][] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text.replace(/^v1:/, ''), 'base64url').toString('utf8'))
    if (!Array.isArray(value)) return []
    return value.flatMap((one: unknown) =>
      Array.isArray(one) && typeof one[0] === 'string' && typeof one[1] === 'string' ? [[one[0], one[1]] as [string, string]] : []
    )
  } catch {
    return []
  }
}
