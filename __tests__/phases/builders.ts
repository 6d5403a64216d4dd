/** One upgrade of `orders` (with a read replica, PostgreSQL 16.8 to 17.6) as a look finds it at any moment; each test changes what matters. */
import type {Database, DatabaseKind} from '../../src/domain/database.ts'
import type {Deployment} from '../../src/domain/deployment.ts'
import type {Known} from '../../src/domain/known.ts'
import {absent, known} from '../../src/domain/known.ts'
import {blueTags, KEYS, readMemory} from '../../src/domain/memory.ts'
import type {Parameter, ParameterGroup, ParametersByName} from '../../src/domain/parameters.ts'
import {NO_TRAITS} from '../../src/domain/traits.ts'
import {settled} from '../../src/engine/looking-ahead.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Facts, FactValues} from '../../src/observing/facts.ts'
import type {Observation, OldBlue, Target} from '../../src/observing/observation.ts'
import {NOTHING_SEEN} from '../../src/observing/observation.ts'
import {digestOf, optionsAsked} from '../../src/observing/options.ts'
import type {Preparing} from '../../src/observing/preparing.ts'
import type {Written} from '../../src/observing/recall.ts'
import {phases} from '../../src/phases/index.ts'
import type {Phase, Plan, Situation, Step, WriteStep} from '../../src/phases/phase.ts'
import type {Call} from '../../src/rds/api.ts'
import {paceOf} from '../../src/waiting/pace.ts'
import {inputsOf} from '../parsing/given.ts'

export {settled}

export const ACCOUNT = '123456789012'
export const ID = 'bgd-0123456789abcdef'
export const arn = (name: string, type = 'db'): string => `arn:aws:rds:eu-central-1:${ACCOUNT}:${type}:${name}`
export const BLUE = {name: 'orders', resourceId: 'db-BLUEBLUEBLUE11111111'}
export const BLUE_REPLICA = {name: 'orders-r1', resourceId: 'db-BLUEBLUEBLUE22222222'}
export const GREEN = {name: 'orders-green-abc123', resourceId: 'db-GREENGREEN11111111'}
export const GREEN_REPLICA = {name: 'orders-r1-green-abc123', resourceId: 'db-GREENGREEN22222222'}
export const SWITCHED_AT = new Date('2026-11-18T02:00:00Z')
export const NOW = new Date('2026-11-20T02:00:00Z')

export const inputs = (given: Readonly<Record<string, string>> = {}, over: Partial<Inputs> = {}): Inputs => ({
  ...inputsOf({mode: 'create, wait, switchover, cleanup', 'target-engine-version': '17.6', ...given}),
  ...over
})

export const database = (over: Partial<Database> = {}): Database => ({
  kind: 'instance',
  name: BLUE.name,
  arn: arn(over.name ?? BLUE.name, over.kind === 'cluster' ? 'cluster' : 'db'),
  resourceId: BLUE.resourceId,
  status: 'available',
  engine: 'postgres',
  createdAt: undefined,
  engineVersion: '16.8',
  endpoint: undefined,
  readerEndpoint: undefined,
  port: 5432,
  parameterGroup: 'default.postgres16',
  parameterApplyStatus: 'in-sync',
  instanceClass: 'db.m6g.large',
  storageType: 'gp3',
  allocatedStorage: 100,
  iops: 3000,
  storageThroughput: 125,
  kmsKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/0f1e2d3c`,
  storageEncrypted: true,
  storageConfigUpgradeAvailable: false,
  storageOperation: undefined,
  deletionProtection: false,
  replicaOf: undefined,
  replicas: [],
  cluster: undefined,
  members: [],
  customEndpoints: [],
  globalCluster: undefined,
  tags: new Map(),
  traits: NO_TRAITS,
  ...over
})

export const TARGET: Target = {
  engineVersion: '17.6',
  group: {name: 'default.postgres17', family: known('postgres17')},
  clusterGroup: undefined,
  blueFamily: 'postgres16',
  family: 'postgres17',
  reachable: ['16.10', '17.6'],
  hops: [],
  trouble: undefined
}

/** Of a source that nothing stands in the way of. */
export const facts = (over: Partial<FactValues> = {}): Facts => {
  const values: FactValues = {
    blueGroups: {instance: undefined, cluster: undefined, replicas: []},
    greenGroups: {instance: undefined, cluster: undefined},
    orderable: new Map(),
    orderableToday: new Map(),
    proxyTargets: [],
    integrations: [],
    customEndpoints: [],
    maintenance: [],
    quotas: new Map(),
    freeStorage: undefined,
    walGeneration: undefined,
    credits: {burstBalance: undefined, cpuCredits: undefined},
    ...over
  }
  // Each value is wrapped under its own name.
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, known(value)])) as unknown as Facts
}

/** A parameter group with these values, each set by somebody. */
export const group = (
  name: string,
  family: string,
  values: Readonly<Record<string, string>> = {},
  kind: DatabaseKind = 'instance'
): ParameterGroup => ({
  kind,
  name,
  family,
  set: new Map(
    Object.entries(values).map(([one, value]) => [
      one,
      {name: one, value, isSetByUser: true, applyType: 'dynamic', isModifiable: true, allowedValues: undefined, dataType: undefined}
    ])
  ),
  told: new Map()
})

const parameter = (name: string, value: string | undefined, over: Partial<Parameter> = {}): readonly [string, Parameter] => [
  name,
  {
    name,
    value,
    isSetByUser: false,
    applyType: 'static',
    isModifiable: true,
    allowedValues: '0-262143',
    dataType: 'integer',
    ...over
  }
]

/** What a group of PostgreSQL can hold, as far as it matters here. */
export const DEFINITIONS: ParametersByName = new Map([
  parameter('rds.logical_replication', '0', {allowedValues: '0,1', dataType: 'boolean'}),
  parameter('max_replication_slots', '20'),
  parameter('max_wal_senders', '20'),
  parameter('max_logical_replication_workers', undefined),
  parameter('max_worker_processes', 'GREATEST({DBInstanceVCPU*2},8)'),
  parameter('work_mem', undefined, {applyType: 'dynamic', allowedValues: '64-2147483647'})
])

/** Blue in a default group, which nobody has edited; green would get one of 17. */
export const PREPARING: Preparing = {
  groups: new Map([
    [
      'instance default.postgres16',
      {
        group: {kind: 'instance', name: 'default.postgres16', family: 'postgres16', set: new Map(), told: DEFINITIONS},
        arn: arn('default.postgres16', 'pg'),
        changedAt: undefined,
        madeFor: undefined,
        users: [BLUE.name, BLUE_REPLICA.name]
      }
    ]
  ]),
  definitions: new Map([
    ['instance postgres16', DEFINITIONS],
    ['instance postgres17', DEFINITIONS]
  ])
}

const upgraded = {engineVersion: '17.6', parameterGroup: 'default.postgres17'}
export const blue = database({replicas: [BLUE_REPLICA.name]})
export const blueReplica = database({...BLUE_REPLICA, replicaOf: BLUE.name})
export const green = database({...GREEN, ...upgraded})
export const greenReplica = database({...GREEN_REPLICA, ...upgraded, replicaOf: GREEN.name})
/** After the switchover: green bears blue's names, blue is called old. */
export const production = database({...GREEN, ...upgraded, name: BLUE.name, arn: arn(BLUE.name), replicas: [BLUE_REPLICA.name]})
export const productionReplica = database({...GREEN_REPLICA, ...upgraded, name: BLUE_REPLICA.name, arn: arn(BLUE_REPLICA.name)})
export const old = database({...BLUE, name: 'orders-old1', replicas: ['orders-r1-old1']})
export const oldReplica = database({...BLUE_REPLICA, name: 'orders-r1-old1', replicaOf: 'orders-old1'})

export const label = (one: Database): string => `${one.kind === 'cluster' ? 'cluster' : 'db'}:${one.name}`
export const byLabel = (...all: readonly Database[]): Observation['databases'] =>
  known(new Map(all.map((one): [string, Known<Database>] => [label(one), known(one)])))

export const request = (asked: Inputs = inputs()): string => digestOf(BLUE.name, optionsAsked(asked))

/** What `create` recorded, with changes. */
export const tags = (over: Readonly<Record<string, string | undefined>> = {}): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      [KEYS.request]: request(),
      [`${KEYS.target}engine-version`]: '17.6',
      ...Object.fromEntries(blueTags([BLUE, BLUE_REPLICA])),
      [KEYS.beforeVersion]: '16.8',
      [KEYS.beforeGroup]: 'default.postgres16',
      ...over
    }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
  )

const isOver = (status: string): boolean => status === 'SWITCHOVER_COMPLETED'

export function deployment(status: string, over: Partial<Deployment> = {}): Deployment {
  const [source, target] = isOver(status) ? [old, production] : [blue, green]
  const [source2, target2] = isOver(status) ? [oldReplica, productionReplica] : [blueReplica, greenReplica]
  const member = status === 'INVALID_CONFIGURATION' || status === 'DELETING' ? 'AVAILABLE' : status
  const built = status !== 'PROVISIONING'
  return {
    id: ID,
    name: 'orders-up',
    status,
    statusDetails: undefined,
    source: source.arn,
    target: target.arn,
    members: [
      {source: source.arn, target: target.arn, status: member},
      {source: source2.arn, target: target2.arn, status: member}
    ],
    tasks: [{name: 'CREATING_READ_REPLICA_OF_SOURCE', status: built ? 'COMPLETED' : 'IN_PROGRESS'}],
    createTime: new Date('2026-11-17T00:00:00Z'),
    tags: known(tags()),
    ...over
  }
}

export const oldBlue = (one: Database = old, over: Partial<OldBlue> = {}): OldBlue => ({
  kind: one.kind,
  resourceId: one.resourceId,
  production: one.name.replace(/-old\d+$/, ''),
  deploymentId: ID,
  switchedOverAt: SWITCHED_AT,
  ours: true,
  database: known(one),
  mark: {deploymentId: ID, resourceId: one.resourceId, production: one.name.replace(/-old\d+$/, ''), switchedOverAt: SWITCHED_AT},
  otherDeployment: undefined,
  productionNow: known(one.resourceId === BLUE_REPLICA.resourceId ? productionReplica : production),
  snapshot: absent,
  ...over
})

export const NONE = 'no deployment'
export const KNOWN_STATUSES = [
  'PROVISIONING',
  'AVAILABLE',
  'SWITCHOVER_IN_PROGRESS',
  'SWITCHOVER_COMPLETED',
  'SWITCHOVER_FAILED',
  'INVALID_CONFIGURATION',
  'DELETING'
] as const
/** Every status of RDS, one that nobody knows, one that says FAILED, and none at all. */
export const STATUSES = [NONE, ...KNOWN_STATUSES, 'SOMETHING_NEW', 'UPGRADE_FAILED_SOMEHOW', ''] as const

/** Everything a look can find, all of it known: each phase reads what it needs. */
export function observation(status: string, over: Partial<Observation> = {}): Observation {
  const over1 = isOver(status)
  const both = over1 ? [old, oldReplica, production, productionReplica] : [blue, blueReplica, green, greenReplica]
  return {
    ...NOTHING_SEEN,
    deployment: status === NONE ? absent : known(deployment(status)),
    memory: known(readMemory(tags(over1 ? {[KEYS.switchedOverAt]: SWITCHED_AT.toISOString()} : {}))),
    production: known(over1 ? production : blue),
    blue: known(over1 ? [production, productionReplica] : [blue, blueReplica]),
    namesake: absent,
    greenOf: absent,
    target: known(TARGET),
    facts: known(facts()),
    preparing: known(PREPARING),
    databases: byLabel(...both),
    lag: known({metric: 'OldestReplicationSlotLag', unit: 'bytes', newest: 0, worst: 0}),
    failures: known([]),
    oldBlue: known(over1 ? [oldBlue(), oldBlue(oldReplica)] : []),
    idleness: known({missing: new Map(), most: new Map()}),
    green: known(
      over1 ? [] : [green, greenReplica].map(one => ({kind: 'instance', resourceId: one.resourceId, name: one.name, database: known(one)}))
    ),
    switchedOverAt: known(SWITCHED_AT),
    ...over
  }
}

export const situation = (now: Observation, over: Partial<Situation> = {}): Situation => ({
  now,
  isForeseen: false,
  first: now,
  written: [],
  steady: settled(now),
  seen: [],
  elapsed: 0,
  at: 1_000_000,
  date: NOW,
  pace: paceOf(undefined),
  run: {url: 'https://github.com/acme/shop/actions/runs/1', id: '1.1'},
  ...over
})

export const written = (call: Call, over: Partial<Written> = {}): Written => ({
  call,
  answer: 'accepted',
  at: 990_000,
  shown: false,
  seen: [],
  ...over
})

export const SWITCHOVER_CALL: Call = {
  operation: 'SwitchoverBlueGreenDeployment',
  input: {BlueGreenDeploymentIdentifier: ID, SwitchoverTimeout: 300}
}

export function phase(name: string): Phase {
  const found = phases.find(one => one.name === name)
  if (found === undefined) throw new Error(`no phase ${name}`)
  return found
}

const saidStep = (step: Step): string => (step.do === 'write' ? step.call.operation : `wait ${step.pace}`)

/** `done already_at_target`, `failed provisioning_failed`, `CreateBlueGreenDeployment`, `wait confirming`. */
export function said(plan: Plan): string {
  switch (plan.is) {
    case 'done':
      return `done ${plan.reason}`
    case 'refuse':
      return `${plan.outcome} ${plan.reason}`
    case 'steps':
      return saidStep(plan.steps[0])
  }
}

export const stepsOf = (plan: Plan): readonly string[] => (plan.is === 'steps' ? plan.steps.map(saidStep) : [])

export function writeOf(plan: Plan): WriteStep {
  const step = plan.is === 'steps' ? plan.steps.find(one => one.do === 'write') : undefined
  if (step?.do !== 'write') throw new Error(`nothing is written: ${said(plan)}`)
  return step
}

export const writesFirst = (plan: Plan): boolean => plan.is === 'steps' && plan.steps[0].do === 'write'
