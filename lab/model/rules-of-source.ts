/** What keeps a source from having a deployment, whatever is asked for: refused at once, in this order. */

import type {Account, Cluster, Instance} from './account.ts'
import type {Asked, SyncRule} from './asked.ts'
import {blueValue, sync, unsupported} from './asked.ts'
import {compareVersions, majorOf} from './catalogue.ts'
import {clusterState, instanceState, invalidCombination, refusal} from './refusals.ts'
import {activeDeploymentsOf, instanceNamed, nameOf, resourceIdOf, statusOf} from './resources.ts'

const supported = ['mysql', 'mariadb', 'postgres', 'aurora-mysql', 'aurora-postgresql']

const instanceOf = ({source}: Asked): Instance['shown'] | undefined =>
  source.resource.kind === 'instance' ? source.resource.shown : undefined
const clusterOf = ({source}: Asked): Cluster['shown'] | undefined =>
  source.resource.kind === 'cluster' ? source.resource.shown : undefined
const replicasOf = (asked: Asked): readonly (Instance | string)[] =>
  (instanceOf(asked)?.ReadReplicaDBInstanceIdentifiers ?? []).map(name => instanceNamed(asked.account, name) ?? name)

const codeOfSecond = (account: Account, kind: 'instance' | 'cluster'): string => {
  const code = account.unknowns.secondDeployment
  if (kind === 'instance' || code === 'InvalidParameterCombination') return code
  return code === 'InvalidDBInstanceState' ? 'InvalidDBClusterStateFault' : 'SourceClusterNotSupportedFault'
}

const isSupported = (asked: Asked): boolean => supported.includes(asked.source.engine)
const isOf =
  (...engines: readonly string[]) =>
  (asked: Asked) =>
    engines.includes(asked.source.engine)
const isMysql = isOf('mysql', 'mariadb')
const backupsAreOff = (asked: Asked): boolean => (instanceOf(asked)?.BackupRetentionPeriod ?? 1) === 0

/** M-01, P-01: the least version of each engine. */
const leastVersion: Readonly<Record<string, string>> = {mysql: '5.7', mariadb: '10.2', postgres: '11.1'}
const isTooOld = (asked: Asked): boolean => {
  const least = leastVersion[asked.source.engine]
  return least !== undefined && compareVersions(asked.source.version, least) < 0
}

/** Babelfish: 15.7 and later 15s, 16.3 and later (AP-04). */
const babelfishFrom = (version: string): boolean => {
  const major = Number(majorOf('postgres', version))
  return major > 16 || (major === 16 && compareVersions(version, '16.3') >= 0) || (major === 15 && compareVersions(version, '15.7') >= 0)
}

/** A rule as a statement about the source, refused as not supported. */
const never = (row: string, what: string, is: (asked: Asked) => boolean, message: string): SyncRule =>
  sync(row, what, asked => (is(asked) ? unsupported(asked, message) : undefined))

const no = 'Blue/Green Deployments are not supported'

export const sourceRules: readonly SyncRule[] = [
  never('G-01', 'another engine', asked => !isSupported(asked), `${no} for this engine.`),
  never('G-15', 'a Multi-AZ DB cluster', asked => asked.source.kind === 'cluster' && !asked.isAurora, `${no} for Multi-AZ DB clusters.`),
  never(
    'G-02',
    'a member of a cluster',
    asked => instanceOf(asked)?.DBClusterIdentifier !== undefined,
    'The source is a member of a DB cluster; specify the DB cluster.'
  ),
  never(
    'G-02',
    'a read replica',
    asked => instanceOf(asked)?.ReadReplicaSourceDBInstanceIdentifier !== undefined,
    'The source DB instance is a read replica.'
  ),
  never(
    'M-01',
    'a version of MySQL or MariaDB that is too old',
    asked => isMysql(asked) && isTooOld(asked),
    `${no} for this engine version.`
  ),
  never('P-01', 'PostgreSQL before 11.1', asked => !isMysql(asked) && isTooOld(asked), `${no} for this engine version.`),
  never(
    'M-03',
    'automated backups are off',
    asked => isMysql(asked) && backupsAreOff(asked),
    'Automated backups must be enabled on the source DB instance.'
  ),
  never(
    'P-02',
    'automated backups are off',
    asked => asked.source.engine === 'postgres' && backupsAreOff(asked),
    'Automated backups must be enabled on the source DB instance.'
  ),
  never('G-14', 'a cross-Region read replica', asked => replicasOf(asked).some(isForeign), `${no} with cross-Region read replicas.`),
  never(
    'G-13',
    'a cascading read replica',
    asked => replicasOf(asked).some(one => typeof one !== 'string' && one.shown.ReadReplicaDBInstanceIdentifiers.length > 0),
    `${no} with cascading read replicas.`
  ),
  never(
    'G-17',
    'a dedicated log volume on some of the instances',
    asked =>
      instanceOf(asked)?.DedicatedLogVolume === true &&
      replicasOf(asked).some(one => typeof one !== 'string' && one.shown.DedicatedLogVolume !== true),
    'A dedicated log volume must be enabled on all DB instances.'
  ),
  never('A-02', 'Aurora Serverless v1', asked => clusterOf(asked)?.EngineMode === 'serverless', `${no} for Aurora Serverless v1.`),
  never('A-09', 'Aurora Limitless', asked => clusterOf(asked)?.ClusterScalabilityType === 'limitless', `${no} for Aurora Limitless.`),
  never(
    'A-12',
    'express configuration',
    asked => clusterOf(asked)?.VPCNetworkingEnabled === false || clusterOf(asked)?.InternetAccessGatewayEnabled === true,
    `${no} for express configuration.`
  ),
  never(
    'A-11',
    'a cross-Region replica of a cluster',
    asked => (clusterOf(asked)?.ReadReplicaIdentifiers ?? []).length > 0 || clusterOf(asked)?.ReplicationSourceIdentifier !== undefined,
    `${no} with cross-Region read replicas.`
  ),
  // From another Region than the writer's RDS refuses; from the writer's the lab does, which has one Region and models no global deployment.
  never('AG-01', 'a member of a global database', isGlobal, 'The lab does not model deployments of an Aurora Global Database.'),
  sync('G-06', 'a master password managed in Secrets Manager', asked => {
    if (asked.source.resource.shown.MasterUserSecret === undefined) return undefined
    const message = `${no} for a master user password managed in AWS Secrets Manager.`
    return asked.account.unknowns.managedPassword === 'InvalidParameterCombination'
      ? invalidCombination(message)
      : unsupported(asked, message)
  }),
  sync('G-05', 'a second deployment of the source', ({account, source}) =>
    activeDeploymentsOf(account, resourceIdOf(source.resource)).length > 0
      ? refusal(codeOfSecond(account, source.kind), `${nameOf(source.resource)} is already part of a Blue Green Deployment.`)
      : undefined
  ),
  sync('G-03', 'a database that is not available', ({source}) => {
    const busy = source.members.find(member => statusOf(member) !== 'available')
    if (busy === undefined) return undefined
    return busy.kind === 'instance'
      ? instanceState(`DB instance ${nameOf(busy)} is not in available state.`)
      : clusterState(`DB cluster ${nameOf(busy)} is not in available state.`)
  }),
  never(
    'M-06',
    'a member of an active-active cluster',
    asked => asked.source.engine === 'mysql' && blueValue(asked, 'rds.group_replication_enabled') === '1',
    `${no} for active-active clusters.`
  ),
  never(
    'AP-04',
    'Babelfish in a version without support',
    asked =>
      asked.source.engine === 'aurora-postgresql' &&
      blueValue(asked, 'rds.babelfish_status') === 'on' &&
      !babelfishFrom(asked.source.version),
    `${no} for Babelfish in this engine version.`
  )
]

function isForeign(one: Instance | string): boolean {
  return typeof one === 'string' && one.startsWith('arn:')
}

function isGlobal(asked: Asked): boolean {
  const shown = clusterOf(asked)
  const isMember = asked.account.globalClusters.some(one =>
    one.GlobalClusterMembers?.some(member => member.DBClusterArn === shown?.DBClusterArn)
  )
  return shown !== undefined && (shown.GlobalClusterIdentifier !== undefined || isMember)
}
