/** What a switchover would change, for who approves it: every field in its own row, in one order, and nothing of what RDS did not say. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {known, unknown} from '../../src/domain/known.ts'
import {changesOf} from '../../src/engine/changes.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {arn, blue, byLabel, database, deployment, green, inputs, NONE, observation, STATUSES} from '../phases/builders.ts'

const told = (now: Observation): readonly string[] => changesOf(now, inputs()).map(one => `${one.what}: ${one.blue} → ${one.green}`)
const sides = (one: Partial<Database>, other: Partial<Database>): Observation =>
  observation('AVAILABLE', {databases: byLabel({...blue, ...one}, {...green, ...other})})

test('of an instance', () => {
  const kmsKeyId = 'arn:aws:kms:eu-central-1:123456789012:key/9a8b7c6d'
  const bigger = {instanceClass: 'db.m7g.xlarge', storageType: 'io2', allocatedStorage: 200, iops: 9000, storageThroughput: 500}
  expect(told(sides({}, {...bigger, kmsKeyId, deletionProtection: true}))).toEqual([
    'engine version: postgres 16.8 → postgres 17.6',
    'parameter group: default.postgres16 → default.postgres17',
    'instance class: db.m6g.large → db.m7g.xlarge',
    'storage type: gp3 → io2',
    'allocated storage (GiB): 100 → 200',
    'IOPS: 3000 → 9000',
    'storage throughput (MiB/s): 125 → 500',
    'KMS key: 0f1e2d3c → 9a8b7c6d',
    'deletion protection: false → true'
  ])
})

test('of a cluster: both groups, that of its instances too; its storage has no size of its own', () => {
  const cluster = (name: string, parameterGroup: string): Database =>
    database({kind: 'cluster', name, arn: arn(name, 'cluster'), parameterGroup, instanceClass: undefined, iops: undefined})
  const [from, to] = [cluster('shop', 'cluster16'), cluster('shop-green-abc123', 'cluster17')]
  const member = (name: string, parameterGroup: string): Database => database({name, parameterGroup})
  const all = [from, to, member('shop-1', 'writer16'), member('shop-1-green-abc123', 'writer17')]
  const now = observation('AVAILABLE', {
    deployment: known(
      deployment('AVAILABLE', {
        source: from.arn,
        target: to.arn,
        members: [{source: arn('shop-1'), target: arn('shop-1-green-abc123'), status: 'AVAILABLE'}]
      })
    ),
    databases: byLabel(...all)
  })
  expect(told(now).slice(0, 4)).toEqual([
    'engine version: postgres 16.8 → postgres 16.8',
    'parameter group: writer16 → writer17',
    'cluster parameter group: cluster16 → cluster17',
    'storage type: gp3 → gp3'
  ])
  expect(told(now).filter(line => /allocated|instance class|IOPS/.test(line))).toEqual([])
})

test('what RDS tells of one side alone is shown, what it tells of none is left out', () => {
  const rows = told(
    sides({iops: undefined, storageThroughput: undefined, kmsKeyId: undefined}, {storageThroughput: undefined, kmsKeyId: 'plain'})
  )
  expect(rows).toContain('IOPS:  → 3000')
  expect(rows).toContain('KMS key:  → plain')
  expect(rows.filter(row => row.startsWith('storage throughput'))).toEqual([])
  expect(told(sides({}, {iops: undefined}))).toContain('IOPS: 3000 → ')
})

describe('nothing', () => {
  test.each(STATUSES.filter(status => ![NONE, 'PROVISIONING', 'AVAILABLE', 'SWITCHOVER_COMPLETED'].includes(status)))(
    'while a switchover would not be next: %j',
    status => expect(changesOf(observation(status), inputs())).toEqual([])
  )
  test('until both sides can be seen', () => {
    expect(changesOf(observation('PROVISIONING', {databases: byLabel(blue)}), inputs())).toEqual([])
    expect(changesOf(observation('AVAILABLE', {databases: byLabel(green)}), inputs())).toEqual([])
    expect(changesOf(observation('AVAILABLE', {databases: unknown('x')}), inputs())).toEqual([])
    expect(changesOf(observation('PROVISIONING'), inputs()).length).toBeGreaterThan(0)
  })
})
