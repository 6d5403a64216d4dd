/**
 * For every row that the lab enforces at create or at switchover: how to break it. `ordinary` drafts a source of each engine that RDS
 * accepts, with the call for a major upgrade of it; a violation changes one thing. A simulation may begin with a draft of its own.
 */
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import type {Trouble} from './account.ts'
import {familyOf} from './catalogue.ts'
import type {When} from './enforced.ts'
import type {Change} from './people.ts'
import * as people from './people.ts'
import type {AccountSeed, ClusterSeed, GroupSeed, InstanceSeed} from './seed.ts'
import {labGroupOf, labParameters} from './seed.ts'
import type {Unknowns} from './unknowns.ts'

export type EngineName = 'mysql' | 'mariadb' | 'postgres' | 'aurora-mysql' | 'aurora-postgresql'

export interface Draft {
  readonly engine: EngineName
  readonly version: string
  /** Its source, named `orders`. */
  readonly instance: InstanceSeed | undefined
  readonly cluster: ClusterSeed | undefined
  /** Everything else of the account. */
  readonly more: AccountSeed
  readonly request: Partial<CreateBlueGreenDeploymentRequest>
}

export interface Violation {
  readonly row: string
  readonly when: Extract<When, 'create_sync' | 'create_async' | 'switchover'>
  readonly engines: readonly EngineName[]
  /** The settings under which RDS enforces it. */
  readonly unknowns?: Partial<Unknowns>
  readonly breaks?: (draft: Draft) => Draft
  /** Done to the account before the create call; `request` is what will be asked. */
  readonly before?: (request: Partial<CreateBlueGreenDeploymentRequest>) => Change
  /** Done to the account between the create call and the switchover. */
  readonly meanwhile?: (names: {readonly blue: string; readonly green: string}) => Change
}

const versions: Readonly<Record<EngineName, readonly [from: string, to: string]>> = {
  mysql: ['8.0.42', '8.4.6'],
  mariadb: ['10.11.13', '11.8.3'],
  postgres: ['16.8', '17.6'],
  'aurora-mysql': ['5.7.mysql_aurora.2.11.4', '8.0.mysql_aurora.3.08.0'],
  'aurora-postgresql': ['16.8', '17.5']
}

export function ordinary(engine: EngineName): Draft {
  const [version, to] = versions[engine]
  const isCluster = engine.startsWith('aurora')
  const group = labGroupOf(engine, to)
  return {
    engine,
    version,
    instance: isCluster ? undefined : {name: 'orders', engine, version, replicas: ['orders-r1']},
    cluster: isCluster ? {name: 'orders', engine, version} : undefined,
    more: {},
    request: {
      TargetEngineVersion: to,
      ...(isCluster ? {TargetDBClusterParameterGroupName: group} : {TargetDBParameterGroupName: group})
    }
  }
}

/** The account with the draft's source. */
export const seedOf = ({instance, cluster, more}: Draft): AccountSeed => ({
  ...more,
  instances: [...(instance === undefined ? [] : [instance]), ...(more.instances ?? [])],
  clusters: [...(cluster === undefined ? [] : [cluster]), ...(more.clusters ?? [])]
})

/** What an instance and a cluster can have both. */
type Common = Partial<Pick<InstanceSeed & ClusterSeed, 'version' | 'group' | 'status' | 'troubles' | 'databases'>>

const source = (draft: Draft, change: Common): Draft => ({
  ...draft,
  version: change.version ?? draft.version,
  instance: draft.instance === undefined ? undefined : {...draft.instance, ...change},
  cluster: draft.cluster === undefined ? undefined : {...draft.cluster, ...change}
})
const instance =
  (change: Partial<InstanceSeed>) =>
  (draft: Draft): Draft => ({
    ...draft,
    instance: draft.instance === undefined ? undefined : {...draft.instance, ...change}
  })
const cluster =
  (change: Partial<ClusterSeed>) =>
  (draft: Draft): Draft => ({
    ...draft,
    cluster: draft.cluster === undefined ? undefined : {...draft.cluster, ...change}
  })
const shows =
  (shown: object) =>
  (draft: Draft): Draft =>
    cluster({shown: {...draft.cluster?.shown, ...shown}})(instance({shown: {...draft.instance?.shown, ...shown}})(draft))
const request =
  (change: Partial<CreateBlueGreenDeploymentRequest>) =>
  (draft: Draft): Draft => ({
    ...draft,
    request: {...draft.request, ...change}
  })
const more = (draft: Draft, change: AccountSeed): Draft => ({
  ...draft,
  more: {...draft.more, ...change, groups: [...(draft.more.groups ?? []), ...(change.groups ?? [])]}
})
const troubled =
  (...troubles: readonly Trouble[]) =>
  (draft: Draft): Draft =>
    source(draft, {troubles})

/** The version stays as it is: nothing but the source is judged. */
const sameVersion = ({request: asked, ...draft}: Draft): Draft => {
  const {TargetEngineVersion: _version, TargetDBParameterGroupName: _group, TargetDBClusterParameterGroupName: _other, ...rest} = asked
  return {...draft, request: rest}
}

type Values = Readonly<Record<string, string>>

const groupFor = (draft: Draft, name: string, version: string, values: Values, rest: Partial<GroupSeed> = {}): GroupSeed => {
  const family = familyOf(draft.engine, version)
  return {
    name,
    family,
    kind: draft.cluster === undefined ? 'instance' : 'cluster',
    parameters: {...labParameters(family), ...values},
    ...rest
  }
}
/** Blue is in a group with these values. */
const blue =
  (values: Values) =>
  (draft: Draft): Draft =>
    source(more(draft, {groups: [groupFor(draft, 'of-blue', draft.version, values)]}), {group: 'of-blue'})
/** Green will be in a group with these values. */
const green =
  (values: Values, rest: Partial<GroupSeed> = {}) =>
  (draft: Draft): Draft => {
    const group = groupFor(draft, 'of-green', draft.request.TargetEngineVersion ?? draft.version, values, rest)
    const named = draft.cluster === undefined ? {TargetDBParameterGroupName: 'of-green'} : {TargetDBClusterParameterGroupName: 'of-green'}
    return request(named)(more(draft, {groups: [group]}))
  }

const mysqls = ['mysql', 'mariadb'] as const
const postgreses = ['postgres', 'aurora-postgresql'] as const
const rds = ['mysql', 'mariadb', 'postgres'] as const
const auroras = ['aurora-mysql', 'aurora-postgresql'] as const
const everything = [...rds, ...auroras] as const

const arn = (draft: Draft): string => `arn:aws:rds:eu-west-1:123456789012:${draft.cluster === undefined ? 'db' : 'cluster'}`
const old: Readonly<Record<EngineName, string>> = {
  mysql: '5.6.51',
  mariadb: '10.1.48',
  postgres: '10.23',
  'aurora-mysql': '',
  'aurora-postgresql': ''
}
const otherFamily = (draft: Draft): Draft => {
  const group = labGroupOf(draft.engine, draft.version)
  return request(draft.cluster === undefined ? {TargetDBParameterGroupName: group} : {TargetDBClusterParameterGroupName: group})(draft)
}
const otherEngine = {engine: 'oracle-ee', version: '19.0.0.0.ru-2025-07.rur-2025-07.r1', group: 'default.oracle-ee19.0'}
const waitsForReboot = (draft: Draft): Draft =>
  shows({DBParameterGroups: [{DBParameterGroupName: 'lab-postgres16', ParameterApplyStatus: 'pending-reboot'}]})(draft)
const members = [{DBInstanceIdentifier: 'orders-1', IsClusterWriter: true, DBClusterParameterGroupStatus: 'pending-reboot'}]

/** Refused by the create call. */
const atOnce: readonly Omit<Violation, 'when'>[] = [
  {row: 'G-01', engines: rds, breaks: draft => instance(otherEngine)(sameVersion(draft))},
  {row: 'G-02', engines: rds, breaks: shows({DBClusterIdentifier: 'a-cluster'})},
  {row: 'G-02', engines: rds, breaks: shows({ReadReplicaSourceDBInstanceIdentifier: 'another'})},
  {row: 'G-03', engines: everything, breaks: draft => source(draft, {status: 'modifying'})},
  {row: 'G-04', engines: everything, before: asked => people.calls('CreateBlueGreenDeployment', asked)},
  {
    row: 'G-05',
    engines: everything,
    before: asked => people.calls('CreateBlueGreenDeployment', {...asked, BlueGreenDeploymentName: 'first'})
  },
  {
    row: 'G-06',
    engines: everything,
    breaks: shows({MasterUserSecret: {SecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:s'}})
  },
  {
    row: 'G-08',
    engines: everything,
    breaks: draft => request({Source: `${arn(draft).replace('123456789012', '999999999999')}:orders`})(draft)
  },
  {row: 'G-13', engines: rds, breaks: instance({replicas: [{name: 'orders-r1', replicas: ['orders-r1-r1']}]})},
  {row: 'G-14', engines: rds, breaks: shows({ReadReplicaDBInstanceIdentifiers: ['arn:aws:rds:us-east-1:123456789012:db:orders-far']})},
  {
    row: 'G-15',
    engines: auroras,
    breaks: draft =>
      cluster({engine: 'mysql', version: '8.0.42', group: 'default.mysql8.0', instanceGroup: 'default.mysql8.0'})(sameVersion(draft))
  },
  {row: 'G-17', engines: rds, breaks: shows({DedicatedLogVolume: true})},
  {row: 'G-36', engines: everything, breaks: draft => more(draft, {quotas: {instances: 2}})},
  {row: 'G-37', engines: everything, breaks: request({TargetEngineVersion: '1.2.3'})},
  {row: 'G-38', engines: everything, unknowns: {groupFamily: 'refused'}, breaks: otherFamily},
  {
    row: 'G-44',
    engines: rds,
    unknowns: {longName: 'refused'},
    breaks: instance({replicas: ['orders-of-the-department-of-very-long-names-in-the-south']})
  },
  {row: '2.1', engines: everything, breaks: request({TargetDBParameterGroupName: 'nobody'})},
  {
    row: '2.1',
    engines: everything,
    breaks: draft => request({TargetResourceConfigurations: [{SourceArn: `${arn(draft)}:a-stranger`}]})(draft)
  },
  {row: '8.5', engines: everything, unknowns: {youngGroup: 'refused'}, breaks: green({}, {ageMinutes: 1})},
  {row: 'S-02', engines: rds, breaks: draft => request({TargetAllocatedStorage: 400})(shows({StorageType: 'standard'})(draft))},
  {row: 'S-03', engines: rds, breaks: request({UpgradeTargetStorageConfig: true})},
  {row: 'S-10', engines: rds, breaks: request({TargetStorageType: 'io2', TargetAllocatedStorage: 20, TargetIops: 3000})},
  {row: 'M-01', engines: mysqls, breaks: draft => source(sameVersion(draft), {version: old[draft.engine]})},
  {row: 'M-03', engines: mysqls, breaks: instance({backupDays: 0})},
  {row: 'M-05', engines: mysqls, breaks: shows({OptionGroupMemberships: [{OptionGroupName: 'audit', Status: 'in-sync'}]})},
  {row: 'M-06', engines: ['mysql'], breaks: blue({'rds.group_replication_enabled': '1'})},
  {row: 'M-10', engines: mysqls, breaks: blue({lower_case_table_names: '1'})},
  {row: 'P-01', engines: ['postgres'], breaks: draft => source(sameVersion(draft), {version: old[draft.engine]})},
  {row: 'P-02', engines: ['postgres'], breaks: instance({backupDays: 0})},
  {row: 'L-01', engines: ['postgres'], breaks: draft => source(draft, {version: '14.8'})},
  {row: 'L-02', engines: postgreses, breaks: blue({'rds.logical_replication': '0'})},
  {row: 'L-03', engines: ['postgres'], breaks: waitsForReboot},
  {row: 'L-03', engines: ['aurora-postgresql'], breaks: shows({DBClusterMembers: members})},
  {row: 'L-24', engines: ['postgres'], breaks: blue({recovery_min_apply_delay: '60000'})},
  {row: 'A-02', engines: auroras, breaks: shows({EngineMode: 'serverless'})},
  {row: 'A-05', engines: auroras, breaks: request({TargetDBInstanceClass: 'db.r7g.large'})},
  {row: 'A-09', engines: auroras, breaks: shows({ClusterScalabilityType: 'limitless'})},
  {row: 'A-11', engines: auroras, breaks: shows({ReadReplicaIdentifiers: ['arn:aws:rds:us-east-1:123456789012:cluster:orders-far']})},
  {row: 'A-12', engines: auroras, breaks: shows({VPCNetworkingEnabled: false})},
  {row: 'AG-01', engines: auroras, breaks: draft => more(draft, {globalClusters: [{name: 'world', members: ['orders']}]})},
  {row: 'AM-02', engines: ['aurora-mysql'], breaks: blue({binlog_format: 'OFF'})},
  {row: 'AM-03', engines: ['aurora-mysql'], breaks: shows({DBClusterMembers: members})},
  {
    row: 'AP-01',
    engines: ['aurora-postgresql'],
    breaks: draft =>
      request({TargetEngineVersion: '14.10', TargetDBClusterParameterGroupName: 'default.aurora-postgresql14'})(
        source(draft, {version: '12.14'})
      )
  },
  {row: 'AP-03', engines: ['aurora-postgresql'], breaks: blue({synchronous_commit: 'off'})},
  {row: 'AP-04', engines: ['aurora-postgresql'], breaks: draft => blue({'rds.babelfish_status': 'on'})(source(draft, {version: '16.1'}))},
  {row: 'AP-05', engines: ['aurora-postgresql'], breaks: blue({'rds.babelfish_status': 'on'})}
]

/** Accepted, and built in vain. */
const halfAnHourLater: readonly Omit<Violation, 'when'>[] = [
  {row: 'G-11', engines: mysqls, unknowns: {eventScheduler: 'fails_later'}, breaks: green({event_scheduler: 'ON'})},
  {row: 'AM-12', engines: ['aurora-mysql'], unknowns: {eventScheduler: 'fails_later'}, breaks: green({event_scheduler: 'ON'})},
  {row: 'G-38', engines: everything, unknowns: {groupFamily: 'fails_later'}, breaks: otherFamily},
  {row: 'G-39', engines: rds, breaks: request({TargetDBInstanceClass: 'db.m4.large'})},
  {row: '8.5', engines: everything, unknowns: {youngGroup: 'fails_later'}, breaks: green({}, {ageMinutes: 1})},
  {row: 'L-04', engines: postgreses, breaks: draft => source(draft, {databases: 30})},
  {
    row: 'L-15',
    engines: postgreses,
    unknowns: {forbiddenExtensions: 'fails_later'},
    breaks: blue({shared_preload_libraries: 'pg_stat_statements,pg_partman_bgw'})
  },
  {row: 'L-17', engines: postgreses, unknowns: {forbiddenExtensions: 'fails_later'}, breaks: blue({shared_preload_libraries: 'pglogical'})},
  {row: 'L-18', engines: postgreses, breaks: blue({shared_preload_libraries: 'pgaudit'})},
  {row: 'L-37', engines: postgreses, breaks: troubled('precheck')},
  {row: 'L-45', engines: postgreses, breaks: troubled('external-replication')},
  {row: 'P-03', engines: ['postgres'], breaks: draft => troubled('external-replication')(sameVersion(draft))},
  {row: 'M-11', engines: mysqls, breaks: troubled('precheck')},
  {row: 'AM-13', engines: ['aurora-mysql'], breaks: troubled('precheck')}
]

const troubles =
  (side: 'blue' | 'green', ...list: readonly Trouble[]) =>
  (names: {readonly blue: string; readonly green: string}): Change =>
    people.troubles(names[side], ...list)

const integrated = (draft: Draft): Draft => more(draft, {integrations: [{name: 'to-redshift', source: 'orders'}]})

const whenSwitched: readonly Omit<Violation, 'when'>[] = [
  {row: 'G-07', engines: rds, meanwhile: ({blue: name}) => people.changesInstance(name, {EngineVersion: '99.9'})},
  {row: 'G-10', engines: everything, unknowns: {integrationAtSwitchover: 'refused'}, breaks: integrated},
  {row: 'G-10', engines: everything, unknowns: {integrationAtSwitchover: 'cancelled'}, breaks: integrated},
  {
    row: 'G-12',
    engines: rds,
    breaks: draft => more(draft, {proxies: [{name: 'pool', instances: ['orders'], health: 'UNAVAILABLE', reason: 'UNREACHABLE'}]})
  },
  {row: 'G-12', engines: auroras, breaks: draft => more(draft, {proxies: [{name: 'pool', clusters: ['orders'], health: 'UNAVAILABLE'}]})},
  {row: 'G-26', engines: everything, meanwhile: ({green: name}) => people.setsStatus(name, 'modifying')},
  {row: 'G-27', engines: everything, meanwhile: troubles('green', 'green-writes')},
  {row: 'G-30', engines: everything, meanwhile: troubles('blue', 'long-writes')},
  {row: 'G-30', engines: everything, meanwhile: troubles('blue', 'long-ddl')},
  {row: 'G-31', engines: ['mysql', 'mariadb', 'aurora-mysql'], meanwhile: ({green: name}) => people.lags(name, 4000)},
  {row: 'G-31', engines: postgreses, meanwhile: ({blue: name}) => people.lags(name, 2_000_000_000)},
  {row: 'G-32', engines: everything, meanwhile: troubles('blue', 'endless-catch-up')},
  {row: 'M-04', engines: mysqls, meanwhile: troubles('blue', 'external-replication')},
  {row: 'M-19', engines: ['mysql', 'mariadb', 'aurora-mysql'], meanwhile: troubles('green', 'replication-broken')},
  {row: 'AM-05', engines: ['aurora-mysql'], meanwhile: troubles('blue', 'external-replication')},
  {row: 'P-03', engines: ['postgres'], breaks: sameVersion, meanwhile: troubles('blue', 'external-replication')},
  {row: 'L-06', engines: postgreses, meanwhile: troubles('blue', 'external-replication')},
  {row: 'L-07', engines: postgreses, meanwhile: troubles('blue', 'unsupported-changes')},
  {row: 'L-07', engines: postgreses, meanwhile: troubles('green', 'replication-broken')}
]

const all = (when: Violation['when'], list: readonly Omit<Violation, 'when'>[]): readonly Violation[] => list.map(one => ({...one, when}))

export const violations: readonly Violation[] = [
  ...all('create_sync', atOnce),
  ...all('create_async', halfAnHourLater),
  ...all('switchover', whenSwitched)
]
