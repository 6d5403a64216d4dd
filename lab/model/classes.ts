/**
 * Which instance class can be ordered for which engine version, with which storage (facts G-39, S-10): a small likeness of
 * DescribeOrderableDBInstanceOptions. Documented in UG:Concepts.DBInstanceClass.Support, AUG:Concepts.DBInstanceClass.SupportAurora and
 * UG:CHAP_Storage: previous generations (t2, m4, r4) exist for MySQL up to 8.0, MariaDB up to 10.11 and PostgreSQL up to 12. Which minor
 * of an older major a newer class begins with is not modelled: a class that exists for an engine exists for all its newer versions.
 */
import type {
  DescribeOrderableDBInstanceOptionsMessage,
  OrderableDBInstanceOption,
  OrderableDBInstanceOptionsMessage
} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, EngineVersion} from './account.ts'
import {compareVersions, majorOf} from './engine-versions.ts'
import {page} from './paging.ts'
import {isRefusal, refusal} from './refusals.ts'

const burstable = ['micro', 'small', 'medium', 'large', 'xlarge', '2xlarge']
const sized = ['large', 'xlarge', '2xlarge', '4xlarge', '8xlarge', '12xlarge', '16xlarge', '24xlarge']

interface Line {
  readonly name: string
  readonly sizes: readonly string[]
  readonly of: 'rds' | 'aurora' | 'both'
  readonly isPrevious?: true
}

const lines: readonly Line[] = [
  {name: 't2', sizes: burstable, of: 'rds', isPrevious: true},
  {name: 'm4', sizes: sized, of: 'rds', isPrevious: true},
  {name: 'r4', sizes: sized, of: 'both', isPrevious: true},
  {name: 't3', sizes: burstable, of: 'both'},
  {name: 't4g', sizes: burstable, of: 'both'},
  ...['m5', 'm6g', 'm6i', 'm7g', 'm7i', 'm8g'].map((name): Line => ({name, sizes: sized, of: 'rds'})),
  ...['r5', 'r6g', 'r6i', 'r7g', 'r7i', 'r8g'].map((name): Line => ({name, sizes: sized, of: 'both'})),
  {name: 'x2g', sizes: sized, of: 'both'}
]

const lastOfPrevious: Readonly<Record<string, string>> = {
  mysql: '8.0',
  mariadb: '10.11',
  postgres: '12',
  'aurora-mysql': '5.7',
  'aurora-postgresql': '12'
}

const lineOf = (instanceClass: string): Line | undefined => {
  const [, name = '', size = ''] = /^db\.([a-z0-9]+)\.([a-z0-9]+)$/.exec(instanceClass) ?? []
  return lines.find(line => line.name === name && line.sizes.includes(size))
}

/** `db.serverless` is Aurora's (facts A-02), and burstable classes of RDS have no storage initialization (S-08). */
export function isOrderable(engine: string, version: string, instanceClass: string): boolean {
  const isAurora = engine.startsWith('aurora')
  if (instanceClass === 'db.serverless') return isAurora
  const line = lineOf(instanceClass)
  const last = lastOfPrevious[engine]
  if (line === undefined || last === undefined || (line.of !== 'both' && (line.of === 'aurora') !== isAurora)) return false
  return line.isPrevious !== true || compareVersions(majorOf(engine, version), last) <= 0
}

interface Storage {
  readonly type: string
  readonly least: number
  readonly most: number
  readonly iops?: readonly [number, number]
  readonly throughput?: readonly [number, number]
}

/**
 * UG:CHAP_Storage: sizes in GiB. gp3 below 400 GiB takes no IOPS of its own (B13), which the create call refuses by itself. Magnetic
 * storage is kept by what has it, and is no value of TargetStorageType (2.1).
 */
const storages: readonly Storage[] = [
  {type: 'gp2', least: 20, most: 65_536},
  {type: 'gp3', least: 20, most: 65_536, iops: [3_000, 64_000], throughput: [125, 4_000]},
  {type: 'io1', least: 100, most: 65_536, iops: [1_000, 256_000]},
  {type: 'io2', least: 100, most: 65_536, iops: [1_000, 256_000]},
  {type: 'standard', least: 20, most: 3_072}
]

export const storageOf = (type: string): Storage | undefined => storages.find(one => one.type === type)

function optionsOf(version: EngineVersion, instanceClass: string): readonly OrderableDBInstanceOption[] {
  const isAurora = version.engine.startsWith('aurora')
  const common: OrderableDBInstanceOption = {
    Engine: version.engine,
    EngineVersion: version.version,
    DBInstanceClass: instanceClass,
    LicenseModel: version.engine.includes('postgres') ? 'postgresql-license' : 'general-public-license',
    MultiAZCapable: !isAurora,
    ReadReplicaCapable: !isAurora,
    Vpc: true,
    SupportsStorageEncryption: true,
    SupportsClusters: isAurora,
    SupportedEngineModes: ['provisioned'],
    SupportsDedicatedLogVolume: !isAurora
  }
  if (isAurora) return [{...common, StorageType: 'aurora', SupportsIops: false}]
  return storages.map(one => ({
    ...common,
    StorageType: one.type,
    SupportsIops: one.iops !== undefined,
    SupportsStorageThroughput: one.throughput !== undefined,
    MinStorageSize: one.least,
    MaxStorageSize: one.most,
    ...(one.iops === undefined ? {} : {MinIopsPerDbInstance: one.iops[0], MaxIopsPerDbInstance: one.iops[1]}),
    ...(one.throughput === undefined
      ? {}
      : {MinStorageThroughputPerDbInstance: one.throughput[0], MaxStorageThroughputPerDbInstance: one.throughput[1]})
  }))
}

const classes = ['db.serverless', ...lines.flatMap(line => line.sizes.map(size => `db.${line.name}.${size}`))]

export function describeOrderable(
  account: Account,
  input: DescribeOrderableDBInstanceOptionsMessage
): OrderableDBInstanceOptionsMessage | Refusal {
  const {Engine: engine, EngineVersion: version, DBInstanceClass: wanted} = input
  if (!account.engineVersions.some(one => one.engine === engine)) return refusal('InvalidParameterValue', `Invalid DB engine: ${engine}`)
  const versions = account.engineVersions.filter(
    one => one.engine === engine && one.status === 'available' && (version === undefined || one.version === version)
  )
  const options = versions.flatMap(one =>
    classes
      .filter(name => (wanted === undefined || name === wanted) && isOrderable(one.engine, one.version, name))
      .flatMap(name => optionsOf(one, name))
  )
  const found = page(options, input)
  return isRefusal(found) ? found : {OrderableDBInstanceOptions: found.rows, ...found.marker}
}
