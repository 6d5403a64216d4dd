/** The target options of a request: what was asked for, what was recorded, and whether a database already is that. */
import {hash} from 'node:crypto'
import type {Database} from '../domain/database.ts'
import {isAt} from '../domain/engine-version.ts'
import type {Known} from '../domain/known.ts'
import {valueOf} from '../domain/known.ts'
import type {Memory} from '../domain/memory.ts'
import type {Inputs} from '../inputs.ts'

/** In the order of the contract; the name of the input without `target-`, and of the tag. */
export type OptionName =
  | 'engine-version'
  | 'parameter-group'
  | 'cluster-parameter-group'
  | 'instance-class'
  | 'storage-type'
  | 'allocated-storage'
  | 'iops'
  | 'storage-throughput'
  | 'upgrade-storage-config'
  | 'kms-key-id'

export type Options = ReadonlyMap<OptionName, string>

export function optionsAsked(inputs: Inputs): Options {
  const given: readonly (readonly [OptionName, string | number | boolean | undefined])[] = [
    ['engine-version', inputs.targetEngineVersion],
    ['parameter-group', inputs.targetParameterGroup],
    ['cluster-parameter-group', inputs.targetClusterParameterGroup],
    ['instance-class', inputs.targetInstanceClass],
    ['storage-type', inputs.targetStorageType],
    ['allocated-storage', inputs.targetAllocatedStorage],
    ['iops', inputs.targetIops],
    ['storage-throughput', inputs.targetStorageThroughput],
    ['upgrade-storage-config', inputs.upgradeStorageConfig],
    ['kms-key-id', inputs.targetKmsKeyId]
  ]
  return new Map(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const])))
}

export const inputNameOf = (name: OptionName): string => (name === 'upgrade-storage-config' ? name : `target-${name}`)

/** A short text that differs whenever the request does. */
export const digestOf = (sourceName: string, options: Options): string =>
  hash('sha256', JSON.stringify([sourceName.toLowerCase(), [...options].sort(([a], [b]) => (a < b ? -1 : 1))]))

/** 1 to 60 characters of `[a-zA-Z](?:-?[a-zA-Z0-9]+)*`: source, version, and a digest of every option; the same every time. */
export function derivedName(sourceName: string, options: Options): string {
  const version = (options.get('engine-version') ?? '').replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '')
  const digest = digestOf(sourceName, options).slice(0, 10)
  const stem = sourceName.slice(0, 60 - digest.length - 1 - (version === '' ? 0 : Math.min(version.length, 16) + 1)).replace(/-+$/, '')
  return [stem, version.slice(0, 16).replace(/-+$/, ''), digest].filter(part => part !== '').join('-')
}

export type Agreement = 'yes' | 'no' | 'cannot_tell'

const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1).toLowerCase()

const compare = (is: string | number | boolean | undefined, asked: string): Agreement =>
  is === undefined ? 'cannot_tell' : String(is).toLowerCase() === asked.toLowerCase() ? 'yes' : 'no'

function storageConfig(database: Database, asked: string): Agreement {
  if (asked === 'false' || database.storageConfigUpgradeAvailable === false) return 'yes'
  return database.storageConfigUpgradeAvailable === true ? 'no' : 'cannot_tell'
}

/** A key is compared by its id; an alias could be any key. */
const sameKey = (is: string | undefined, asked: string): Agreement =>
  is === undefined ? 'no' : /(^|:)alias\//.test(asked) ? 'cannot_tell' : lastPart(is) === lastPart(asked) ? 'yes' : 'no'

/** What a database (for `parameter-group` of a cluster, its instances) has of one option; undefined where RDS does not say. */
function has(name: OptionName, database: Database, instanceGroup: string | undefined): string | number | boolean | undefined {
  switch (name) {
    case 'engine-version':
      return database.engineVersion
    case 'parameter-group':
      return database.kind === 'cluster' ? instanceGroup : database.parameterGroup
    case 'cluster-parameter-group':
      return database.kind === 'cluster' ? database.parameterGroup : undefined
    case 'instance-class':
      return database.instanceClass
    case 'storage-type':
      return database.storageType
    case 'allocated-storage':
      return database.allocatedStorage
    case 'iops':
      return database.iops
    case 'storage-throughput':
      return database.storageThroughput
    case 'upgrade-storage-config':
      return database.storageConfigUpgradeAvailable === false
    case 'kms-key-id':
      return database.kmsKeyId
  }
}

function agrees(name: OptionName, asked: string, database: Database, instanceGroup: string | undefined): Agreement {
  if (name === 'engine-version') return isAt(database.engineVersion, asked) ? 'yes' : 'no'
  if (name === 'upgrade-storage-config') return storageConfig(database, asked)
  if (name === 'kms-key-id') return sameKey(database.kmsKeyId, asked)
  return compare(has(name, database, instanceGroup), asked)
}

export interface Compared {
  readonly name: OptionName
  readonly agreement: Agreement
  readonly asked: string
  /** What the database has; empty where RDS does not say. */
  readonly has: string
}

export const compareWith = (options: Options, database: Database, instanceGroup: string | undefined): readonly Compared[] =>
  [...options].map(([name, asked]) => ({
    name,
    asked,
    agreement: agrees(name, asked, database, instanceGroup),
    has: String(has(name, database, instanceGroup) ?? '')
  }))

/**
 * Nothing differs, and at least one option is seen to be met. An option that cannot be seen (a key's alias) does not make a second
 * environment out of a finished upgrade.
 */
export const allMet = (compared: readonly Compared[]): boolean =>
  compared.every(one => one.agreement !== 'no') && compared.some(one => one.agreement === 'yes')

export const unseen = (compared: readonly Compared[]): readonly string[] =>
  compared.filter(one => one.agreement === 'cannot_tell').map(one => `${inputNameOf(one.name)} ${one.asked}`)

/** How a recorded request differs from the one asked for now, in words; empty when it is the same. */
export function differences(memory: Memory, options: Options, which: 'all' | 'only what is asked here'): readonly string[] {
  const lines: string[] = []
  for (const [name, asked] of options) {
    const recorded = memory.target.get(name)
    const same = recorded === asked || (name === 'engine-version' && recorded !== undefined && isAt(recorded, asked))
    if (!same) lines.push(`${inputNameOf(name)} is ${asked} here and ${recorded ?? 'not given'} there`)
  }
  for (const [name, recorded] of which === 'all' ? memory.target : []) {
    if (!options.has(name as OptionName)) lines.push(`${inputNameOf(name as OptionName)} is not given here and ${recorded} there`)
  }
  return lines
}

/** How a green without a record differs from what is asked for; empty when every option is seen to be met. */
export const differencesOf = (compared: readonly Compared[]): readonly string[] =>
  compared
    .filter(one => one.agreement !== 'yes')
    .map(
      one =>
        `${inputNameOf(one.name)} ${one.asked} ${one.agreement === 'no' ? `is not what green has (${one.has})` : 'cannot be seen on green'}`
    )

/** The group of the instances, where a cluster's own is another one. */
export const instanceGroup = (blue: Known<readonly Database[]>): string | undefined =>
  valueOf(blue)?.find(one => one.kind === 'instance')?.parameterGroup

/** Production and every database that belongs to it: RDS gives the group to all of green's instances (facts 2.1). */
export function compareProduction(options: Options, production: Database, blue: Known<readonly Database[]>): readonly Compared[] {
  const other = valueOf(blue)?.find(one => one.kind === 'instance' && one.parameterGroup !== options.get('parameter-group'))
  return compareWith(options, production, instanceGroup(blue)).map(one =>
    one.name === 'parameter-group' && one.agreement === 'yes' && other !== undefined
      ? {...one, agreement: 'no', has: other.parameterGroup ?? ''}
      : one
  )
}

/** Production already is what is asked for. */
export function atTarget(inputs: Inputs, production: Database, blue: Known<readonly Database[]>): boolean {
  const options = optionsAsked(inputs)
  return options.size > 0 && allMet(compareProduction(options, production, blue))
}
