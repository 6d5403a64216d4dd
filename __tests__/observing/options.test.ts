/** Target options against what is there, and against what was recorded. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {KEYS, readMemory} from '../../src/domain/memory.ts'
import type {OptionName} from '../../src/observing/options.ts'
import {allMet, compareWith, differences, digestOf, optionsAsked, unseen} from '../../src/observing/options.ts'
import {database, inputs} from '../phases/builders.ts'

const options = (given: Readonly<Record<string, string>>) => new Map(Object.entries(given)) as ReadonlyMap<OptionName, string>
const agreement = (name: string, asked: string, over: Partial<Database> = {}, group?: string): string =>
  compareWith(options({[name]: asked}), database(over), group)
    .map(one => one.agreement)
    .join()
const KEY = 'arn:aws:kms:eu-central-1:123456789012:key/0f1e2d3c'

describe('one option against a database', () => {
  const rows: readonly (readonly [string, string, Partial<Database>, string])[] = [
    ['engine-version', '16', {}, 'yes'],
    ['engine-version', '16.8', {}, 'yes'],
    ['engine-version', '16.80', {}, 'no'],
    ['engine-version', '1', {}, 'no'],
    ['engine-version', '17', {}, 'no'],
    ['parameter-group', 'DEFAULT.postgres16', {}, 'yes'],
    ['parameter-group', 'mine', {}, 'no'],
    ['parameter-group', 'mine', {parameterGroup: undefined}, 'cannot_tell'],
    ['cluster-parameter-group', 'mine', {}, 'cannot_tell'],
    ['cluster-parameter-group', 'mine', {kind: 'cluster', parameterGroup: 'mine'}, 'yes'],
    ['parameter-group', 'mine', {kind: 'cluster', parameterGroup: 'mine'}, 'cannot_tell'],
    ['instance-class', 'db.m6g.large', {}, 'yes'],
    ['instance-class', 'db.m7g.large', {}, 'no'],
    ['storage-type', 'gp3', {}, 'yes'],
    ['allocated-storage', '100', {}, 'yes'],
    ['allocated-storage', '101', {}, 'no'],
    ['iops', '3000', {iops: undefined}, 'cannot_tell'],
    ['storage-throughput', '125', {}, 'yes'],
    ['upgrade-storage-config', 'false', {}, 'yes'],
    ['upgrade-storage-config', 'true', {storageConfigUpgradeAvailable: false}, 'yes'],
    ['upgrade-storage-config', 'true', {storageConfigUpgradeAvailable: true}, 'no'],
    ['upgrade-storage-config', 'true', {storageConfigUpgradeAvailable: undefined}, 'cannot_tell'],
    ['kms-key-id', '0f1e2d3c', {}, 'yes'],
    ['kms-key-id', KEY, {}, 'yes'],
    ['kms-key-id', 'ffffffff', {}, 'no'],
    ['kms-key-id', 'alias/orders', {}, 'cannot_tell'],
    ['kms-key-id', 'arn:aws:kms:eu-central-1:123456789012:alias/orders', {}, 'cannot_tell'],
    ['kms-key-id', '0f1e2d3c', {kmsKeyId: undefined}, 'no']
  ]
  test.each(rows)('%s %s', (name, asked, over, expected) => expect(agreement(name, asked, over)).toBe(expected))
})

test('at the target: nothing differs, and at least one option is seen to be met', () => {
  const met = (given: Readonly<Record<string, string>>): boolean => allMet(compareWith(options(given), database(), undefined))
  expect([
    met({}),
    met({'kms-key-id': 'alias/x'}),
    met({'engine-version': '16', 'kms-key-id': 'alias/x'}),
    met({'engine-version': '17'}),
    met({'engine-version': '16', iops: '1'})
  ]).toEqual([false, false, true, false, false])
  expect(unseen(compareWith(options({'kms-key-id': 'alias/x'}), database(), undefined))).toEqual(['target-kms-key-id alias/x'])
})

test('every target option of the contract is one, and nothing else', () => {
  const asked = optionsAsked(
    inputs(
      {},
      {
        targetEngineVersion: '17',
        targetParameterGroup: 'a',
        targetClusterParameterGroup: 'b',
        targetInstanceClass: 'c',
        targetStorageType: 'gp3',
        targetAllocatedStorage: 1,
        targetIops: 2,
        targetStorageThroughput: 3,
        upgradeStorageConfig: false,
        targetKmsKeyId: 'k',
        switchoverTimeoutSeconds: 99
      }
    )
  )
  expect([...asked.keys()]).toEqual([
    'engine-version',
    'parameter-group',
    'cluster-parameter-group',
    'instance-class',
    'storage-type',
    'allocated-storage',
    'iops',
    'storage-throughput',
    'upgrade-storage-config',
    'kms-key-id'
  ])
  expect(asked.get('upgrade-storage-config')).toBe('false')
})

test('the digest differs with source and options, and not with their order or the letters of the source', () => {
  const one = options({iops: '1', 'engine-version': '17'})
  expect(digestOf('orders', one)).toBe(digestOf('ORDERS', new Map([...one].reverse())))
  expect(
    new Set([
      digestOf('orders', one),
      digestOf('order', one),
      digestOf('orders', options({iops: '1'})),
      digestOf('orders', options({iops: '17', 'engine-version': '1'}))
    ]).size
  ).toBe(4)
})

describe('a recorded request against this one', () => {
  const recorded = readMemory(
    new Map([
      [`${KEYS.target}engine-version`, '17.6'],
      [`${KEYS.target}iops`, '3000']
    ])
  )
  test.each([
    [{'engine-version': '17', iops: '3000'}, 0],
    [{'engine-version': '17.6', iops: '3000'}, 0],
    [{'engine-version': '17.4', iops: '3000'}, 1],
    [{'engine-version': '17'}, 1],
    [{'engine-version': '17', iops: '3000', 'instance-class': 'x'}, 1],
    [{}, 2]
  ])('%j differs in %i', (given, lines) =>
    expect(differences(recorded, options(given as Record<string, string>), 'all')).toHaveLength(lines)
  )
})
