/** What CreateBlueGreenDeployment refuses at once, in order. Each line names its row of the facts. */
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import type {Account, Cluster, Instance} from './account.ts'
import {compareVersions} from './catalogue.ts'
import {clusterState, instanceState, invalidCombination, invalidValue, refusal, sourceNotSupported} from './refusals.ts'
import {activeDeploymentsOf, instanceNamed, nameOf, resourceIdOf, statusOf} from './resources.ts'
import type {Source} from './source.ts'
import {familyOfVersion, groupNamed, isLogical, isMajor, parameterOf, resolveTarget} from './source.ts'

type Request = CreateBlueGreenDeploymentRequest
type Check = (account: Account, request: Request, source: Source) => Refusal | undefined

const supported = ['mysql', 'mariadb', 'postgres', 'aurora-mysql', 'aurora-postgresql']

/** What keeps the source itself from having a deployment. */
const ofSource: Check = (account, _request, source) => {
  const {kind, engine, resource} = source
  const no = (message: string): Refusal => sourceNotSupported(kind, message)
  if (!supported.includes(engine)) return no(`Blue/Green Deployments are not supported for engine ${engine}.`) // G-01
  if (kind === 'cluster' && !engine.startsWith('aurora')) return no('Blue/Green Deployments are not supported for Multi-AZ DB clusters.') // G-15
  if (resource.kind === 'instance') {
    const refused = ofInstance(account, resource, no)
    if (refused !== undefined) return refused
  } else {
    const refused = ofCluster(resource, no)
    if (refused !== undefined) return refused
  }
  const secret = resource.shown.MasterUserSecret !== undefined // G-06
  if (secret) {
    const message = 'Blue/Green Deployments are not supported for a master user password managed in AWS Secrets Manager.'
    return account.unknowns.managedPassword === 'InvalidParameterCombination' ? invalidCombination(message) : no(message)
  }
  const active = activeDeploymentsOf(account, resourceIdOf(resource)) // G-05
  if (active.length > 0) return refusal(codeOfSecond(account, kind), `${nameOf(resource)} is already part of a Blue Green Deployment.`)
  for (const member of source.members)
    if (statusOf(member) !== 'available')
      // G-03
      return member.kind === 'instance'
        ? instanceState(`DB instance ${nameOf(member)} is not in available state.`)
        : clusterState(`DB cluster ${nameOf(member)} is not in available state.`)
  return undefined
}

const codeOfSecond = (account: Account, kind: 'instance' | 'cluster'): string => {
  const code = account.unknowns.secondDeployment
  if (kind === 'instance' || code === 'InvalidParameterCombination') return code
  return code === 'InvalidDBInstanceState' ? 'InvalidDBClusterStateFault' : 'SourceClusterNotSupportedFault'
}

function ofInstance(account: Account, one: Instance, no: (message: string) => Refusal): Refusal | undefined {
  const {shown} = one
  if (shown.DBClusterIdentifier !== undefined) return no('The source is a member of a DB cluster; specify the DB cluster.') // G-02
  if (shown.ReadReplicaSourceDBInstanceIdentifier !== undefined) return no('The source DB instance is a read replica.') // G-02
  if ((shown.BackupRetentionPeriod ?? 0) === 0) return no('Automated backups must be enabled on the source DB instance.') // M-03, P-02
  for (const name of shown.ReadReplicaDBInstanceIdentifiers) {
    if (name.startsWith('arn:')) return no('Blue/Green Deployments are not supported with cross-Region read replicas.') // G-14
    const replica = instanceNamed(account, name)
    if ((replica?.shown.ReadReplicaDBInstanceIdentifiers.length ?? 0) > 0)
      return no('Blue/Green Deployments are not supported with cascading read replicas.') // G-13
    if (shown.DedicatedLogVolume === true && replica?.shown.DedicatedLogVolume !== true)
      return no('A dedicated log volume must be enabled on all DB instances.') // G-17
  }
  return undefined
}

function ofCluster(one: Cluster, no: (message: string) => Refusal): Refusal | undefined {
  const {shown} = one
  if (shown.EngineMode === 'serverless') return no('Blue/Green Deployments are not supported for Aurora Serverless v1.')
  if (shown.ClusterScalabilityType === 'limitless') return no('Blue/Green Deployments are not supported for Aurora Limitless.')
  if (shown.VPCNetworkingEnabled === false || shown.InternetAccessGatewayEnabled === true)
    return no('Blue/Green Deployments are not supported for express configuration.')
  if ((shown.ReadReplicaIdentifiers ?? []).length > 0 || shown.ReplicationSourceIdentifier !== undefined)
    return no('Blue/Green Deployments are not supported with cross-Region read replicas.')
  // The lab has one Region: facts 3.9 is not modelled, and the action refuses global databases anyway.
  if (shown.GlobalClusterIdentifier !== undefined) return no('The lab does not model Aurora Global Database.')
  return undefined
}

/** Least version of each major from which replication works logically (L-01, AP-01). */
const logicalFrom = ['11.21', '12.16', '13.12', '14.9', '15.4', '16.1']

const ofVersion: Check = (account, request, source) => {
  const target = resolveTarget(account, source, request.TargetEngineVersion)
  if (target === undefined)
    // G-37
    return refusal(
      account.unknowns.upgradeTarget,
      `Cannot upgrade ${source.engine} from ${source.version} to ${request.TargetEngineVersion}; it is not a valid upgrade target.`
    )
  if (
    source.kind === 'instance' &&
    source.resource.kind === 'instance' &&
    source.engine.startsWith('my') &&
    isMajor(source.engine, source.version, target)
  ) {
    const options = source.resource.shown.OptionGroupMemberships?.[0]?.OptionGroupName ?? 'default:'
    if (!options.startsWith('default:'))
      return invalidCombination(`A major version upgrade is not possible with the custom option group ${options}.`) // M-05
  }
  if (!isLogical(source.engine, source.version, target)) return undefined
  const least = logicalFrom.find(version => version.split('.')[0] === source.version.split('.')[0])
  if (least !== undefined && compareVersions(source.version, least) < 0)
    return sourceNotSupported(source.kind, `Blue/Green Deployments require at least version ${least}.`) // L-01, AP-01
  if (source.engine === 'aurora-postgresql' && source.version.startsWith('17.') && compareVersions(source.version, '17.4') < 0)
    return sourceNotSupported('cluster', 'Blue/Green Deployments require at least version 17.4.') // AP-01
  return undefined
}

const logicalText =
  'Blue/Green Deployments require a DB instance with logical replication enabled. Before you create a Blue/Green Deployment for a DB instance, associate the DB instance with a custom DB instance parameter group that enables logical replication.'

const ofReplication: Check = (account, request, source) => {
  const target = resolveTarget(account, source, request.TargetEngineVersion) ?? source.version
  const need = (name: string): string | undefined => parameterOf(account, source.kind, source.group, name)
  const missing = (message: string): Refusal =>
    account.unknowns.logicalReplicationMissing === 'InvalidParameterCombination'
      ? invalidCombination(message)
      : sourceNotSupported(source.kind, message)
  if (isLogical(source.engine, source.version, target)) {
    if (need('rds.logical_replication') !== '1') return missing(logicalText) // L-02
    if (source.groupApplied !== 'in-sync') return missing(logicalText) // L-03
    if (source.engine === 'aurora-postgresql' && (need('synchronous_commit') ?? 'on') !== 'on')
      return missing('synchronous_commit must be on.') // AP-03
  }
  if (source.engine === 'aurora-mysql') {
    if ((need('binlog_format') ?? 'OFF') === 'OFF')
      return missing('Blue/Green Deployments require a DB cluster with binary logging enabled.') // AM-02
    if (source.groupApplied !== 'in-sync') return missing('The writer is not in sync with its DB cluster parameter group.') // AM-03
  }
  return undefined
}

/** The groups that green will have, what was left out filled in (2.1, 11.3). */
export function targetGroups(
  account: Account,
  request: Request,
  source: Source
): {readonly instance: string; readonly cluster: string | undefined} {
  const target = resolveTarget(account, source, request.TargetEngineVersion) ?? source.version
  const family = familyOfVersion(account, source.engine, target)
  const same = family === familyOfVersion(account, source.engine, source.version)
  const inherits = same && account.unknowns.groupLeftOut === 'inherits'
  const own = source.writer?.shown.DBParameterGroups[0]?.DBParameterGroupName
  return {
    instance: request.TargetDBParameterGroupName?.toLowerCase() ?? (inherits && own !== undefined ? own : `default.${family}`),
    cluster:
      source.kind === 'cluster'
        ? (request.TargetDBClusterParameterGroupName?.toLowerCase() ?? (inherits ? source.group : `default.${family}`))
        : undefined
  }
}

const ofGroups: Check = (account, request, source) => {
  const target = resolveTarget(account, source, request.TargetEngineVersion) ?? source.version
  const family = familyOfVersion(account, source.engine, target)
  if (source.kind === 'instance' && request.TargetDBClusterParameterGroupName !== undefined)
    return invalidCombination('TargetDBClusterParameterGroupName applies to Aurora DB clusters only.') // 2.1
  const groups = targetGroups(account, request, source)
  const instanceGroup = groupNamed(account, 'instance', groups.instance)
  if (instanceGroup === undefined) return refusal('DBParameterGroupNotFound', `DBParameterGroup not found: ${groups.instance}`, 404)
  if (groups.cluster !== undefined) {
    const clusterGroup = groupNamed(account, 'cluster', groups.cluster)
    if (clusterGroup === undefined)
      return refusal('DBClusterParameterGroupNotFound', `DBClusterParameterGroup not found: ${groups.cluster}`, 404)
    if (clusterGroup.family !== family && account.unknowns.groupFamily === 'refused') return wrongFamily(clusterGroup.name, family) // G-38
  }
  if (instanceGroup.family !== family && account.unknowns.groupFamily === 'refused') return wrongFamily(instanceGroup.name, family) // G-38
  if (['mysql', 'mariadb'].includes(source.engine)) {
    const name = 'lower_case_table_names'
    if ((parameterOf(account, 'instance', source.group, name) ?? '0') !== (instanceGroup.parameters[name] ?? '0'))
      // M-10, text: FIELD terraform 49132
      return sourceNotSupported(
        'instance',
        `The value of the lower_case_table_names parameter within the parameter group [${groups.instance}] for the green environment is different than the value of this parameter in the blue environment. You can't modify this parameter.`
      )
  }
  return undefined
}

const wrongFamily = (name: string, family: string): Refusal =>
  invalidCombination(`The parameter group ${name} with DBParameterGroupFamily must be ${family}.`)

const storageOptions = [
  'TargetIops',
  'TargetStorageType',
  'TargetAllocatedStorage',
  'TargetStorageThroughput',
  'UpgradeTargetStorageConfig'
] as const

const ofStorage: Check = (_account, request, source) => {
  if (source.resource.kind === 'cluster') {
    const given = (['TargetDBInstanceClass', ...storageOptions] as const).find(name => request[name] !== undefined)
    return given === undefined ? undefined : invalidCombination(`${given} is not supported for Aurora DB clusters.`)
  }
  const {shown} = source.resource
  const type = request.TargetStorageType ?? shown.StorageType ?? 'gp3'
  if (request.TargetStorageType !== undefined && !['gp2', 'gp3', 'io1', 'io2'].includes(request.TargetStorageType))
    return invalidValue(`Invalid storage type: ${request.TargetStorageType}`) // 2.1
  if (shown.StorageType === 'standard' && request.TargetAllocatedStorage !== undefined && request.TargetStorageType === undefined)
    return invalidCombination('Change the storage type of a magnetic source to change its allocated storage.') // S-02
  if (request.TargetStorageThroughput !== undefined && type !== 'gp3')
    return invalidCombination('You can specify storage throughput only for storage type gp3.') // 2.1
  const size = request.TargetAllocatedStorage ?? shown.AllocatedStorage
  const tuned = request.TargetIops !== undefined || request.TargetStorageThroughput !== undefined
  if (type === 'gp3' && size < 400 && tuned)
    return invalidCombination("You can't specify IOPS or storage throughput for engine and a storage size less than 400.") // B13
  if (type === 'gp2' && request.TargetIops !== undefined) return invalidCombination('You cannot specify IOPS for storage type gp2.') // 2.1
  const changesClass = request.TargetDBInstanceClass !== undefined && request.TargetDBInstanceClass !== shown.DBInstanceClass
  if (request.UpgradeTargetStorageConfig === true && shown.IsStorageConfigUpgradeAvailable !== true && !changesClass)
    return invalidCombination('The source is already on the latest storage configuration.') // S-03
  return undefined
}

const ofEncryption: Check = (_account, request, source) => {
  const configured = (request.TargetResourceConfigurations ?? []).map(one => one.SourceArn ?? '')
  if (new Set(configured).size < configured.length) return invalidValue('A SourceArn may be given once only.') // 2.1
  const known = source.members.flatMap(one =>
    one.kind === 'instance' ? one.shown.DBInstanceArn : one.kind === 'cluster' ? one.shown.DBClusterArn : []
  )
  const stranger = configured.find(arn => !known.includes(arn))
  return stranger === undefined ? undefined : invalidValue(`${stranger} is not part of the source.`) // 2.1
}

const ofQuotas: Check = (account, _request, source) => {
  const adding = source.members.filter(one => one.kind === 'instance')
  if (account.instances.length + adding.length > account.quotas.instances)
    return refusal('InstanceQuotaExceeded', 'DB Instance quota exceeded.') // G-36
  if (source.kind === 'cluster' && account.clusters.length + 1 > account.quotas.clusters)
    return refusal('DBClusterQuotaExceededFault', 'DB Cluster quota exceeded.', 403) // G-36
  const storage = [...account.instances, ...adding].reduce((sum, one) => sum + one.shown.AllocatedStorage, 0)
  return storage > account.quotas.storage ? refusal('StorageQuotaExceeded', 'The storage quota is exceeded.') : undefined // G-36
}

const ofNames: Check = (account, _request, source) => {
  if (account.unknowns.longName !== 'refused') return undefined
  const long = source.members.find(one => nameOf(one).length > 50) // G-44
  return long === undefined ? undefined : invalidValue(`The identifier ${nameOf(long)} is too long for a green environment.`)
}

const checks: readonly Check[] = [ofSource, ofVersion, ofStorage, ofGroups, ofReplication, ofEncryption, ofNames, ofQuotas]

export function refuseCreate(account: Account, request: Request, source: Source): Refusal | undefined {
  for (const check of checks) {
    const found = check(account, request, source)
    if (found !== undefined) return found
  }
  return undefined
}
