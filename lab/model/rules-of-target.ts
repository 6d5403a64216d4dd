/** What is wrong with what was asked for: versions, storage, groups, replication, encryption, names, quotas. Refused at once, in this order. */

import type {Refusal} from '../service.ts'
import type {Instance} from './account.ts'
import type {Asked, SyncRule} from './asked.ts'
import {blueValue, greenValue, runsOnBlue, sync, unsupported} from './asked.ts'
import {compareVersions, majorOf} from './catalogue.ts'
import {storageOf} from './classes.ts'
import {valueIn} from './parameters.ts'
import {invalidCombination, invalidValue, refusal} from './refusals.ts'
import {nameOf} from './resources.ts'
import {groupNamed, resolveTarget} from './source.ts'

/** Least version of each major from which replication works logically (L-01, AP-01). */
const logicalFrom = ['11.21', '12.16', '13.12', '14.9', '15.4', '16.1']

function refuseOldMinor(asked: Asked): Refusal | undefined {
  const {engine, version} = asked.source
  const least = logicalFrom.find(one => majorOf(engine, one) === majorOf(engine, version))
  if (least !== undefined && compareVersions(version, least) < 0)
    return unsupported(asked, `Blue/Green Deployments require at least version ${least}.`)
  return asked.isAurora && version.startsWith('17.') && compareVersions(version, '17.4') < 0
    ? unsupported(asked, 'Blue/Green Deployments require at least version 17.4.')
    : undefined
}

const ofVersion: readonly SyncRule[] = [
  sync('G-37', 'a version that is no upgrade target', ({account, source, request}) =>
    resolveTarget(account, source, request.TargetEngineVersion) === undefined
      ? refusal(
          account.unknowns.upgradeTarget,
          `Cannot upgrade ${source.engine} from ${source.version} to ${request.TargetEngineVersion}; it is not a valid upgrade target.`
        )
      : undefined
  ),
  sync('M-05', 'a custom option group and a major upgrade', ({source, isMajor}) => {
    if (source.resource.kind !== 'instance' || !['mysql', 'mariadb'].includes(source.engine) || !isMajor) return undefined
    const options = source.resource.shown.OptionGroupMemberships?.[0]?.OptionGroupName ?? 'default:'
    return options.startsWith('default:')
      ? undefined
      : invalidCombination(`A major version upgrade is not possible with the custom option group ${options}.`)
  }),
  sync('L-01', 'a minor version that cannot replicate logically', asked =>
    asked.isLogical && !asked.isAurora ? refuseOldMinor(asked) : undefined
  ),
  sync('AP-01', 'a version of Aurora PostgreSQL that is too old', asked =>
    asked.isLogical && asked.isAurora ? refuseOldMinor(asked) : undefined
  )
]

const storageOptions = [
  'TargetIops',
  'TargetStorageType',
  'TargetAllocatedStorage',
  'TargetStorageThroughput',
  'UpgradeTargetStorageConfig'
] as const

/** Text and number of B13. */
const smallGp3 = "You can't specify IOPS or storage throughput for engine and a storage size less than 400."

function refuseValues({source, request}: Asked): Refusal | undefined {
  if (source.resource.kind !== 'instance') return undefined
  const {shown} = source.resource
  const type = request.TargetStorageType ?? shown.StorageType ?? 'gp3'
  const known = storageOf(type)
  if (request.TargetStorageType === 'standard' || (request.TargetStorageType !== undefined && known === undefined))
    return invalidValue(`Invalid storage type: ${type}`)
  if (request.TargetStorageThroughput !== undefined && type !== 'gp3')
    return invalidCombination('You can specify storage throughput only for storage type gp3.')
  const size = request.TargetAllocatedStorage ?? shown.AllocatedStorage
  const isTuned = request.TargetIops !== undefined || request.TargetStorageThroughput !== undefined
  if (type === 'gp3' && size < 400 && isTuned) return invalidCombination(smallGp3)
  if (request.TargetIops !== undefined && known !== undefined && known.iops === undefined)
    return invalidCombination(`You cannot specify IOPS for storage type ${type}.`)
  const isOutside = (value: number | undefined, range: readonly [number, number] | undefined): boolean =>
    value !== undefined && range !== undefined && (value < range[0] || value > range[1])
  // Another type must hold the size of today, too.
  const isResized = request.TargetAllocatedStorage !== undefined || request.TargetStorageType !== undefined
  if (known !== undefined && isResized && isOutside(size, [known.least, known.most]))
    return invalidCombination(`Invalid storage size for engine name ${source.engine} and storage type ${type}: ${size}`)
  if (isOutside(request.TargetIops, known?.iops))
    return invalidCombination(`Invalid iops value for storage type ${type}: ${request.TargetIops}`)
  return isOutside(request.TargetStorageThroughput, known?.throughput)
    ? invalidCombination(`Invalid storage throughput value for storage type ${type}: ${request.TargetStorageThroughput}`)
    : undefined
}

const ofStorage: readonly SyncRule[] = [
  sync('A-05', 'a class or storage for a cluster', ({source, request}) => {
    const given = (['TargetDBInstanceClass', ...storageOptions] as const).find(name => request[name] !== undefined)
    return source.kind === 'cluster' && given !== undefined
      ? invalidCombination(`${given} is not supported for Aurora DB clusters.`)
      : undefined
  }),
  sync('S-02', 'a magnetic source of another size', ({source, request}) =>
    source.resource.kind === 'instance' &&
    source.resource.shown.StorageType === 'standard' &&
    request.TargetAllocatedStorage !== undefined &&
    request.TargetStorageType === undefined
      ? invalidCombination('Change the storage type of a magnetic source to change its allocated storage.')
      : undefined
  ),
  sync('S-10', 'storage that the class cannot have', refuseValues),
  sync('S-03', 'a storage configuration that is the latest already', ({source, request}) => {
    if (source.resource.kind !== 'instance' || request.UpgradeTargetStorageConfig !== true) return undefined
    const {shown} = source.resource
    const changesClass = request.TargetDBInstanceClass !== undefined && request.TargetDBInstanceClass !== shown.DBInstanceClass
    return shown.IsStorageConfigUpgradeAvailable !== true && !changesClass
      ? invalidCombination('The source is already on the latest storage configuration.')
      : undefined
  })
]

const wrongFamily = (name: string, family: string): Refusal =>
  invalidCombination(`The parameter group ${name} with DBParameterGroupFamily must be ${family}.`)

/** A group that does not exist has no row but its own fault (2.1). */
function refuseMissingGroup({account, groups, source, request}: Asked): Refusal | undefined {
  if (source.kind === 'instance' && request.TargetDBClusterParameterGroupName !== undefined)
    return invalidCombination('TargetDBClusterParameterGroupName applies to Aurora DB clusters only.')
  if (groupNamed(account, 'instance', groups.instance) === undefined)
    return refusal('DBParameterGroupNotFound', `DBParameterGroup not found: ${groups.instance}`, 404)
  return groups.cluster !== undefined && groupNamed(account, 'cluster', groups.cluster) === undefined
    ? refusal('DBClusterParameterGroupNotFound', `DBClusterParameterGroup not found: ${groups.cluster}`, 404)
    : undefined
}

/** Those of green's groups whose family is not that of the target version (G-38). */
export const groupsOfAnotherFamily = ({account, groups, family}: Asked): readonly string[] =>
  [
    ...(groups.cluster === undefined ? [] : [groupNamed(account, 'cluster', groups.cluster)]),
    groupNamed(account, 'instance', groups.instance)
  ].flatMap(group => (group !== undefined && group.family !== family ? [group.name] : []))

const babelfish = [
  'rds.babelfish_status',
  'babelfishpg_tds.tds_default_numeric_precision',
  'babelfishpg_tds.tds_default_numeric_scale',
  'babelfishpg_tsql.default_locale',
  'babelfishpg_tsql.migration_mode',
  'babelfishpg_tsql.server_collation_name'
]

const fiveMinutes = 5 * 60_000

/** Green's groups that were made or changed less than five minutes ago (facts 8.5). */
export const youngGroups = ({account, groups, now}: Asked): readonly string[] =>
  [
    groupNamed(account, 'instance', groups.instance),
    ...(groups.cluster === undefined ? [] : [groupNamed(account, 'cluster', groups.cluster)])
  ].flatMap(group => (group?.changedAt !== undefined && now - group.changedAt < fiveMinutes * account.pace ? [group.name] : []))

const ofGroups: readonly SyncRule[] = [
  sync('2.1', 'a parameter group that is not there', refuseMissingGroup),
  sync('G-38', 'a parameter group of another family', asked => {
    const [name] = asked.account.unknowns.groupFamily === 'refused' ? groupsOfAnotherFamily(asked) : []
    return name === undefined ? undefined : wrongFamily(name, asked.family)
  }),
  {
    ...sync('8.5', 'a parameter group younger than five minutes', asked => {
      const [name] = asked.account.unknowns.youngGroup === 'refused' ? youngGroups(asked) : []
      return name === undefined ? undefined : invalidCombination(`The parameter group ${name} is not ready yet.`)
    }),
    // No Describe of a group has a date.
    shownBy: 'nobody'
  },
  sync('M-10', 'another lower_case_table_names', asked => {
    const {source, greenGroup} = asked
    // Reported of RDS; MySQL 8.0 itself starts with no other value than the one its data was made with, Aurora's no less.
    if (!['mysql', 'mariadb', 'aurora-mysql'].includes(source.engine)) return undefined
    const name = 'lower_case_table_names'
    if ((blueValue(asked, name) ?? '0') === (greenValue(asked, name) ?? '0')) return undefined
    // Text: FIELD terraform 49132.
    return unsupported(
      asked,
      `The value of the lower_case_table_names parameter within the parameter group [${greenGroup?.name}] for the green environment is different than the value of this parameter in the blue environment. You can't modify this parameter.`
    )
  }),
  sync('AP-05', 'other Babelfish parameters', asked => {
    if (asked.source.engine !== 'aurora-postgresql' || blueValue(asked, 'rds.babelfish_status') !== 'on') return undefined
    const other = babelfish.find(name => blueValue(asked, name) !== greenValue(asked, name))
    return other === undefined ? undefined : invalidCombination(`The parameter ${other} must have the same value in both parameter groups.`)
  })
]

const logicalText =
  'Blue/Green Deployments require a DB instance with logical replication enabled. Before you create a Blue/Green Deployment for a DB instance, associate the DB instance with a custom DB instance parameter group that enables logical replication.'

/** Only SQL or the lab itself knows what a database runs with; what the group says and `in-sync` together are what the API shows (9.3). */
const missing = (asked: Asked, message: string): Refusal =>
  asked.account.unknowns.logicalReplicationMissing === 'InvalidParameterCombination'
    ? invalidCombination(message)
    : unsupported(asked, message)

const ofReplication: readonly SyncRule[] = [
  sync('L-02', 'no logical replication', asked =>
    asked.isLogical && blueValue(asked, 'rds.logical_replication') !== '1' ? missing(asked, logicalText) : undefined
  ),
  sync('L-03', 'parameters that wait for a reboot', asked =>
    asked.isLogical && asked.source.groupApplied !== 'in-sync' ? missing(asked, logicalText) : undefined
  ),
  sync('AP-03', 'synchronous_commit is not on', asked =>
    asked.source.engine === 'aurora-postgresql' && runsOnBlue(asked, 'synchronous_commit') !== 'on'
      ? missing(asked, 'synchronous_commit must be on.')
      : undefined
  ),
  sync('L-24', 'delayed replication and a major upgrade', asked => {
    if (asked.source.engine !== 'postgres' || !asked.isLogical) return undefined
    const name = 'recovery_min_apply_delay'
    const isDelayed = asked.source.members.some(one => {
      const group = one.kind === 'instance' ? (one.shown.DBParameterGroups[0]?.DBParameterGroupName ?? '') : ''
      return Number(valueIn(groupNamed(asked.account, 'instance', group), name) ?? '0') > 0
    })
    return isDelayed ? unsupported(asked, 'Delayed replication is not supported for major version upgrades.') : undefined
  }),
  sync('AM-02', 'no binary log', asked =>
    asked.source.engine === 'aurora-mysql' && (blueValue(asked, 'binlog_format') ?? 'OFF') === 'OFF'
      ? missing(asked, 'Blue/Green Deployments require a DB cluster with binary logging enabled.')
      : undefined
  ),
  sync('AM-03', 'a writer that is not in sync with its cluster group', asked =>
    asked.source.engine === 'aurora-mysql' && asked.source.groupApplied !== 'in-sync'
      ? missing(asked, 'The writer is not in sync with its DB cluster parameter group.')
      : undefined
  )
]

const ofTheRest: readonly SyncRule[] = [
  sync('2.1', 'a configuration of a database that is not part of the source', ({source, request}) => {
    const configured = (request.TargetResourceConfigurations ?? []).map(one => one.SourceArn ?? '')
    if (new Set(configured).size < configured.length) return invalidValue('A SourceArn may be given once only.')
    const known = source.members.flatMap(one =>
      one.kind === 'instance' ? one.shown.DBInstanceArn : one.kind === 'cluster' ? one.shown.DBClusterArn : []
    )
    const stranger = configured.find(arn => !known.includes(arn))
    return stranger === undefined ? undefined : invalidValue(`${stranger} is not part of the source.`)
  }),
  sync('G-44', 'a name that leaves no room for the green suffix', ({account, source}) => {
    const long = account.unknowns.longName === 'refused' ? source.members.find(one => nameOf(one).length > 50) : undefined
    return long === undefined ? undefined : invalidValue(`The identifier ${nameOf(long)} is too long for a green environment.`)
  }),
  sync('G-36', 'a quota that is used up', ({account, source, request}) => {
    const adding = source.members.filter(one => one.kind === 'instance')
    if (account.instances.length + adding.length > account.quotas.instances)
      return refusal('InstanceQuotaExceeded', 'DB Instance quota exceeded.')
    if (source.kind === 'cluster' && account.clusters.length + 1 > account.quotas.clusters)
      return refusal('DBClusterQuotaExceededFault', 'DB Cluster quota exceeded.', 403)
    const sizeOf = (one: Instance): number => (one.shown.DBClusterIdentifier === undefined ? one.shown.AllocatedStorage : 0)
    // S-05: another size is for every instance of green; green begins with no less than blue's (S-01).
    const asked = source.kind === 'instance' ? (request.TargetAllocatedStorage ?? 0) : 0
    const used = account.instances.reduce((sum, one) => sum + sizeOf(one), 0)
    const storage = adding.reduce((sum, one) => sum + Math.max(sizeOf(one), asked), used)
    return storage > account.quotas.storage ? refusal('StorageQuotaExceeded', 'The storage quota is exceeded.') : undefined
  })
]

export const targetRules: readonly SyncRule[] = [...ofVersion, ...ofStorage, ...ofGroups, ...ofReplication, ...ofTheRest]
