// The rule against a second environment: what production must already be for a create call to be wrong is everything that was asked for.
import {expect, test} from '@jest/globals'
import {dice} from '../../../lab/dice.ts'
import type {AccountSeed, InstanceSeed} from '../../../lab/model/seed.ts'
import type {Given, Upgrade} from '../../../lab/simulation/upgrade.ts'
import {drawUpgrade} from '../../../lab/simulation/upgrade.ts'
import {Watch} from '../../../lab/simulation/watch.ts'
import {openBox} from '../box.ts'

/** What the watch says when production is given a deployment by a run that is after that target. */
async function said({instances, clusters}: AccountSeed, target: Given): Promise<readonly string[]> {
  const kind = clusters === undefined ? 'instance' : 'cluster'
  const leg = {from: '', wanted: target['target-engine-version'], instanceClass: target['target-instance-class'], target}
  const upgrade: Upgrade = {...drawUpgrade(dice('watch'), true), kind, name: 'orders', legs: [leg]}
  let watch: Watch | undefined
  const box = openBox({instances: instances ?? [], clusters: clusters ?? []}, {onChange: changed => watch?.changed(changed)})
  const now = box.time.scheduler.now()
  watch = new Watch(upgrade, new Set(), box.desk.account(), now)
  watch.wishes.set('test', {...leg, startedAt: now})
  await box.create(kind === 'cluster' ? 'cluster' : 'db', 'orders', kind === 'cluster' ? {} : {TargetDBInstanceClass: 'db.m7g.xlarge'})
  return watch.violations.map(one => one.what).filter(what => what.includes('second environment'))
}

const VERSION: Given = {'target-engine-version': '8.0.42'}
const orders = (more: Partial<InstanceSeed> = {}): AccountSeed => ({
  instances: [{name: 'orders', engine: 'mysql', version: '8.0.42', ...more}]
})
const cluster: AccountSeed = {clusters: [{name: 'orders', engine: 'aurora-postgresql', version: '16.8', group: 'lab-aurora-postgresql16'}]}

test.each<[string, AccountSeed, Given]>([
  ['the version', orders(), VERSION],
  ['the major version', orders(), {'target-engine-version': '8.0'}],
  ['the class', orders(), {'target-instance-class': 'db.m6g.large'}],
  ['version and group', orders({group: 'lab-mysql8-0'}), {...VERSION, 'target-parameter-group': 'lab-mysql8-0'}],
  ['version and storage', orders(), {...VERSION, 'target-storage-type': 'gp3', 'target-iops': '3000'}],
  ["a cluster's group", cluster, {'target-engine-version': '16.8', 'target-cluster-parameter-group': 'lab-aurora-postgresql16'}]
])('a production that has what was asked for needs no environment: %s', async (_what, seed, target) => {
  expect(await said(seed, target)).toEqual(['a second environment was made of a production that is at the target'])
})

// Seed 22463: people put a database in the place of production that ran the version wanted, in another parameter group.
test.each<[string, AccountSeed, Given]>([
  ['the group', orders(), {...VERSION, 'target-parameter-group': 'lab-mysql8-0'}],
  ['the class', orders(), {...VERSION, 'target-instance-class': 'db.m7g.large'}],
  ['the storage', orders(), {...VERSION, 'target-storage-type': 'io2', 'target-iops': '5000'}],
  ['the key', orders(), {...VERSION, 'target-kms-key-id': '0a1b2c3d-0000-4000-8000-9e8d7c6b5a49'}],
  ['the storage configuration', orders({shown: {IsStorageConfigUpgradeAvailable: true}}), {...VERSION, 'upgrade-storage-config': 'true'}],
  ["a cluster's group", cluster, {'target-engine-version': '16.8', 'target-cluster-parameter-group': 'another'}]
])('one at the version does when it lacks something else: %s', async (_what, seed, target) => {
  expect(await said(seed, target)).toEqual([])
})
