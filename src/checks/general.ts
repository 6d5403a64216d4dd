/** What RDS asks of every source, whatever its engine. */
import {parseArn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import {majorOf, newest} from '../domain/engine-version.ts'
import {cannotTell, met, notMet, ofSource} from './of-source.ts'

const ENGINES = ['mysql', 'mariadb', 'postgres', 'aurora-mysql', 'aurora-postgresql']

/** `aws rds modify-db-instance --db-instance-identifier orders ...`, to be typed at night. */
export const modify = ({kind, name}: Database, change: string): string =>
  `aws rds modify-db-${kind} --db-${kind}-identifier ${name} ${change} --apply-immediately`

/** `orders`, or `orders-far in us-east-1`: an ARN would tell the account. */
const nameOf = (replica: string): string => {
  const arn = parseArn(replica)
  return arn === undefined ? replica : `${arn.name} in ${arn.region}`
}

export const engineSupported = ofSource({
  id: 'engine-supports-blue-green',
  rows: ['G-01'],
  title: 'RDS makes blue/green deployments of this engine',
  severity: 'blocking',
  needs: [],
  judge({production: {engine}}) {
    const expected = `one of ${ENGINES.join(', ')}`
    return ENGINES.includes(engine) ? met(engine, expected) : notMet(engine, expected, 'upgrade it by another way: modify it in place')
  }
})

export const noMultiAzCluster = ofSource({
  id: 'source-is-no-multi-az-cluster',
  rows: ['G-15'],
  title: 'The source is no Multi-AZ DB cluster',
  severity: 'blocking',
  needs: [],
  unless: ({production}) => (production.kind === 'instance' ? 'the source is a DB instance' : undefined),
  judge({production, isAurora}) {
    const observed = `a DB cluster of ${production.engine}`
    if (isAurora) return met(observed, 'a cluster of Aurora')
    return notMet(observed, 'a cluster of Aurora, or a DB instance', 'upgrade it in place; RDS has no blue/green deployment of it')
  }
})

export const passwordNotManaged = ofSource({
  id: 'master-password-is-not-managed',
  rows: ['G-06'],
  title: 'RDS does not keep the master password in Secrets Manager',
  severity: 'blocking',
  needs: [],
  judge({production, blue}) {
    const managed = blue.filter(one => one.traits.hasManagedPassword)
    if (managed.length === 0) return met('not managed', 'not managed')
    const change = '--no-manage-master-user-password --master-user-password <a new one>'
    return notMet(
      `the master password of ${managed.map(one => one.name).join(', ')} is managed by RDS`,
      'a password that RDS does not manage',
      `${modify(production, change)}; give it to the clients that read the secret; switch management on again after the switchover`
    )
  }
})

export const backupsOn = ofSource({
  id: 'automated-backups-are-on',
  rows: ['M-03', 'P-02'],
  title: 'Automated backups of the source are on',
  severity: 'blocking',
  needs: [],
  isMendedByPrepare: true,
  unless: ({production}) => (production.kind === 'cluster' ? 'a cluster always has them' : undefined),
  judge({production}) {
    const days = production.traits.backupRetentionDays
    const expected = 'a backup retention period of at least 1 day'
    if (days === undefined)
      return cannotTell(`RDS does not say how long backups of ${production.name} are kept`, 'look at its backup retention period')
    if (days > 0) return met(`${days} days`, expected)
    // Facts M-03: from 0 to anything else is an outage.
    return notMet(
      'off (retention period of 0 days)',
      expected,
      `mode: prepare with allow-reboot: true, or ${modify(production, '--backup-retention-period 1')}; either is a short outage`
    )
  }
})

export const noCascade = ofSource({
  id: 'no-read-replica-has-replicas',
  rows: ['G-13'],
  title: 'No read replica has read replicas of its own',
  severity: 'blocking',
  needs: [],
  unless: ({production}) => (production.kind === 'cluster' ? 'the readers of a cluster have none' : undefined),
  judge({production, instances}) {
    const cascading = instances.filter(one => one.name !== production.name && one.replicas.length > 0)
    if (cascading.length === 0) return met('none has', 'none has')
    return notMet(
      cascading.map(one => `${one.name} has ${one.replicas.map(nameOf).join(', ')}`).join('; '),
      'read replicas of the primary alone',
      `delete ${cascading.flatMap(one => one.replicas.map(nameOf)).join(', ')} and make them again after the switchover`
    )
  }
})

export const noReplicaElsewhere = ofSource({
  id: 'no-replica-in-another-region',
  rows: ['G-14', 'A-11'],
  title: 'Nothing is replicated to or from another Region',
  severity: 'blocking',
  needs: [],
  judge({production}) {
    const {kind, replicas, replicaOf} = production
    // What a cluster lists as its replicas are clusters of other Regions; an instance lists those by their ARN.
    const far = kind === 'cluster' ? replicas : replicas.filter(name => name.startsWith('arn:'))
    const source = kind === 'cluster' ? replicaOf : undefined
    if (far.length === 0 && source === undefined) return met('nothing is', 'nothing is')
    const lines = [
      ...far.map(name => `${nameOf(name)} replicates from ${production.name}`),
      ...(source === undefined ? [] : [`${production.name} replicates from ${nameOf(source)}`])
    ]
    const remedy = [
      ...(far.length === 0 ? [] : [`delete ${far.map(nameOf).join(', ')} and make it again after the switchover`]),
      ...(source === undefined ? [] : [`aws rds promote-read-replica-db-cluster --db-cluster-identifier ${production.name}`])
    ]
    return notMet(lines.join('; '), 'no replica across Regions', remedy.join('; '))
  }
})

export const logVolumesAlike = ofSource({
  id: 'log-volumes-are-alike',
  rows: ['G-17'],
  title: 'A dedicated log volume is on every instance or on none',
  severity: 'blocking',
  needs: [],
  unless: ({production}) => (production.kind === 'cluster' ? 'clusters have no log volumes' : undefined),
  judge({instances}) {
    const [unsaid, having, lacking] = [undefined, true, false].map(value =>
      instances.filter(one => one.traits.hasDedicatedLogVolume === value).map(one => one.name)
    )
    const expected = 'the same on all of them'
    if (having?.length === 0) return met('on none', expected)
    if (lacking !== undefined && lacking.length > 0)
      return notMet(
        `${having?.join(', ')} has one, ${lacking.join(', ')} has none`,
        expected,
        lacking
          .map(name => `aws rds modify-db-instance --db-instance-identifier ${name} --dedicated-log-volume --apply-immediately`)
          .join('; ')
      )
    if (unsaid !== undefined && unsaid.length > 0)
      return cannotTell(`RDS does not say whether ${unsaid.join(', ')} has a dedicated log volume`, 'look at the instances in the console')
    return met('on all of them', expected)
  }
})

export const roomInQuotas = ofSource({
  id: 'quotas-leave-room-for-green',
  rows: ['G-36'],
  title: 'The quotas of the account leave room for green',
  severity: 'blocking',
  needs: ['quotas'],
  judge({production, instances}, {quotas}, inputs) {
    const size = (one: Database): number => Math.max(one.allocatedStorage ?? 0, inputs.targetAllocatedStorage ?? 0)
    const added: readonly (readonly [name: string, count: number, unit: string])[] = [
      ['DBInstances', instances.length, 'DB instances'],
      ...(production.kind === 'cluster'
        ? ([['DBClusters', 1, 'DB clusters']] as const)
        : ([['AllocatedStorage', instances.reduce((sum, one) => sum + size(one), 0), 'GiB of storage']] as const))
    ]
    const short: string[] = []
    const enough: string[] = []
    const raise: string[] = []
    for (const [name, count, unit] of added) {
      const quota = quotas.get(name)
      if (quota === undefined) return cannotTell(`RDS does not say the quota ${name}`, 'look at Service Quotas, Amazon RDS, in the console')
      const line = `${quota.used} of ${quota.max} ${unit} are in use, green adds ${count}`
      if (quota.used + count <= quota.max) enough.push(line)
      else {
        short.push(line)
        raise.push(`${unit} to ${quota.used + count}`)
      }
    }
    const expected = 'room for green beside blue'
    if (short.length === 0) return met(enough.join('; '), expected)
    return notMet(
      short.join('; '),
      expected,
      `raise the quota for ${raise.join(', ')} (Service Quotas, Amazon RDS), or delete what nobody uses`
    )
  }
})

/** Facts 1.8: 63 characters, and green's suffix takes 13 of them. What becomes of longer names nobody says (11.7). */
const LONGEST = 50

export const namesLeaveRoom = ofSource({
  id: 'names-leave-room-for-green',
  rows: ['G-44'],
  title: "Every name leaves room for green's suffix",
  severity: 'advice',
  needs: [],
  judge({blue}) {
    const expected = `at most ${LONGEST} characters`
    const long = blue.filter(one => one.name.length > LONGEST)
    if (long.length === 0) return met(`${Math.max(...blue.map(one => one.name.length))} characters at most`, expected)
    return notMet(
      long.map(one => `${one.name} has ${one.name.length}`).join('; '),
      expected,
      'rename it before, or make sure that nothing depends on the name green gets; RDS may refuse it'
    )
  }
})

export const nothingPending = ofSource({
  id: 'nothing-is-pending-on-blue',
  rows: ['G-45'],
  title: 'No maintenance or change is pending on blue',
  severity: 'advice',
  needs: ['maintenance'],
  judge({blue}, {maintenance}) {
    const lines = [
      ...maintenance.map(one => `${one.database}: maintenance ${one.action}${one.description === '' ? '' : ` (${one.description})`}`),
      ...blue.flatMap(one =>
        one.traits.pendingChanges.length === 0 ? [] : `${one.name}: pending ${one.traits.pendingChanges.join(', ')}`
      ),
      ...blue.flatMap(one =>
        one.parameterApplyStatus === undefined || one.parameterApplyStatus === 'in-sync'
          ? []
          : `${one.name}: parameter group ${one.parameterGroup ?? ''} is ${one.parameterApplyStatus}`
      )
    ]
    if (lines.length === 0) return met('nothing is pending', 'nothing is pending')
    return notMet(
      lines.join('; '),
      'nothing is pending',
      'apply it first, or put it off until after the switchover: it may restart blue meanwhile'
    )
  }
})

/** G-07: at the switchover blue must not be newer than green. */
export const blueStaysBelow = ofSource({
  id: 'blue-does-not-upgrade-itself',
  rows: ['G-07'],
  title: 'Blue does not upgrade its minor version by itself meanwhile',
  severity: 'advice',
  needs: [],
  unless: ({isMajor}) => (isMajor ? 'a minor version of today cannot pass another major' : undefined),
  judge({production, instances, version, target}) {
    const expected = 'off until the switchover'
    const on = instances.filter(one => one.traits.upgradesMinorVersionsItself === true)
    const major = majorOf(production.engine, version)
    const latest = newest([version, ...target.reachable.filter(one => majorOf(production.engine, one) === major)])
    if (on.length > 0)
      return notMet(
        `auto minor version upgrade is on for ${on.map(one => one.name).join(', ')}; green gets ${version}${latest === version ? '' : `, RDS has ${latest}`}`,
        expected,
        `${on.map(one => modify(one, '--no-auto-minor-version-upgrade')).join('; ')}; RDS refuses the switchover once blue is newer than green`
      )
    if (instances.some(one => one.traits.upgradesMinorVersionsItself === undefined))
      return cannotTell('RDS does not say whether auto minor version upgrade is on', 'look at the instances in the console')
    return met('off', expected)
  }
})

/** Lifted in September 2026 by the API; the guide still says that it is impossible. */
export const encryptionStays = ofSource({
  id: 'encryption-is-not-added',
  rows: ['G-09'],
  title: 'Blue is encrypted where a key for green is given',
  severity: 'advice',
  needs: [],
  unless: (_source, inputs) => (inputs.targetKmsKeyId === undefined ? 'no target-kms-key-id is given' : undefined),
  judge({production, blue}) {
    const judged = production.kind === 'cluster' ? [production] : blue
    const plain = judged.filter(one => one.storageEncrypted === false)
    const expected = 'encrypted'
    if (plain.length > 0)
      return notMet(
        `${plain.map(one => one.name).join(', ')} is not encrypted`,
        expected,
        'RDS takes a key for an unencrypted source since September 2026, though its guide still says no; where it refuses, encrypt a copy of a snapshot first'
      )
    if (judged.some(one => one.storageEncrypted === undefined))
      return cannotTell('RDS does not say whether blue is encrypted', 'look at the databases in the console')
    return met('encrypted', expected)
  }
})

const STACK = 'aws:cloudformation:stack-name'

export const notOfAStack = ofSource({
  id: 'source-is-not-of-a-stack',
  rows: ['G-16'],
  title: 'No CloudFormation stack made the source',
  severity: 'advice',
  needs: [],
  judge({blue}) {
    const stacks = new Set(blue.flatMap(one => one.tags?.get(STACK) ?? []))
    const expected = 'of no stack'
    if (stacks.size > 0)
      return notMet(
        `of stack ${[...stacks].join(', ')}`,
        expected,
        'put the new version and parameter groups into the template right after the switchover, before its next deployment; drift detection shows the rest'
      )
    if (blue.some(one => one.tags === undefined)) return cannotTell('RDS did not list the tags', 'look whether a stack made it')
    return met(expected, expected)
  }
})

/** Supported since April 2026, where blue was a target before the creation. */
export const noProxy = ofSource({
  id: 'no-proxy-sends-clients-to-blue',
  rows: ['G-12'],
  title: 'No RDS Proxy sends clients to blue',
  severity: 'advice',
  needs: ['proxyTargets'],
  judge(_source, {proxyTargets}) {
    const proxies = [...new Set(proxyTargets.map(one => one.proxy))]
    if (proxies.length === 0) return met('no proxy does', 'no proxy does')
    return notMet(
      `${proxies.join(', ')} does`,
      'no proxy, or one that had blue as a target before the creation',
      'RDS moves the proxy along; its connections drop, and writes through it fail until the switchover is over. Register no other proxy before, and test green through a proxy of its own'
    )
  }
})

export const generalChecks = [
  engineSupported,
  noMultiAzCluster,
  passwordNotManaged,
  backupsOn,
  noCascade,
  noReplicaElsewhere,
  logVolumesAlike,
  roomInQuotas,
  namesLeaveRoom,
  nothingPending,
  blueStaysBelow,
  encryptionStays,
  notOfAStack,
  noProxy
] as const
