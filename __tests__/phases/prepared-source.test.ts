/** What a look would find of a source once `prepare` has done its work, for the phases that are planned on it. */
import {describe, expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {known, valueOf} from '../../src/domain/known.ts'
import {sourceOf} from '../../src/observing/source.ts'
import {preparedSource} from '../../src/phases/prepared-source.ts'
import type {GroupWork, KindWork, Work} from '../../src/preparing/work.ts'
import {blue, blueReplica, facts, group, inputs, NONE, observation, PREPARING, TARGET} from './builders.ts'

const OURS = group('ours', 'postgres16')
const GREENS = group('greens', 'postgres17')
const kindWork = (over: Partial<KindWork> = {}): KindWork => ({
  kind: 'instance',
  blue: 'ours',
  groups: [],
  differences: new Map(),
  blueGroup: OURS,
  greenGroup: GREENS,
  notes: [],
  ...over
})
const work = (over: Partial<GroupWork> = {}): GroupWork => ({
  side: 'blue',
  kind: 'instance',
  name: 'Ours',
  family: 'postgres16',
  seen: {group: OURS, arn: 'arn:ours', changedAt: new Date(0), madeFor: undefined, users: ['stranger']},
  missing: [],
  extra: [],
  isToBeFinished: false,
  isLive: false,
  from: undefined,
  made: OURS,
  ...over
})

function prepared(
  kinds: readonly KindWork[],
  over: Partial<Work> = {},
  production: Database = {...blue, status: 'modifying'},
  ...others: readonly Database[]
) {
  const all = [
    production,
    ...(others.length === 0 ? [{...blueReplica, status: 'modifying', parameterApplyStatus: 'pending-reboot'}] : others)
  ]
  const now = observation(NONE, {production: known(production), blue: known(all), facts: known(facts({freeStorage: 5}))})
  const source = sourceOf(production, all, TARGET, inputs())
  return preparedSource(now, source, {kinds, needsBackups: false, ...over}, PREPARING)
}
const shown = (one: Database | undefined) => [one?.status, one?.parameterGroup, one?.parameterApplyStatus]

describe('the databases', () => {
  test('are in the group that blue gets, and run with it', () => {
    const left = prepared([kindWork()])
    expect(shown(valueOf(left.production))).toEqual(['available', 'ours', 'in-sync'])
    expect(valueOf(left.blue)?.map(shown)).toEqual([
      ['available', 'ours', 'in-sync'],
      ['available', 'ours', 'in-sync']
    ])
  })
  test('stay as they are where nobody asks for a group', () => {
    expect(valueOf(prepared([kindWork({blue: undefined})]).blue)?.map(shown)).toEqual([
      ['modifying', blue.parameterGroup, blue.parameterApplyStatus],
      ['modifying', blueReplica.parameterGroup, 'pending-reboot']
    ])
  })
  test('have backups, of which the primary alone is asked', () => {
    const left = prepared([kindWork({blue: undefined})], {needsBackups: true})
    expect(valueOf(left.blue)?.map(one => [one.status, one.traits.backupRetentionDays, one.traits.pendingChanges])).toEqual([
      ['available', 1, []],
      ['modifying', blueReplica.traits.backupRetentionDays, []]
    ])
  })
  test('of a cluster: its group is told apart from that of its instances', () => {
    const members = [{name: 'orders-1', writer: true, clusterGroupStatus: 'pending-reboot'}]
    const cluster: Database = {
      ...blue,
      kind: 'cluster',
      engine: 'aurora-postgresql',
      members,
      parameterGroup: 'of-cluster',
      status: 'modifying'
    }
    const writer: Database = {
      ...blueReplica,
      name: 'orders-1',
      cluster: 'orders',
      parameterGroup: 'of-instance',
      parameterApplyStatus: 'applying',
      status: 'modifying'
    }
    const ofCluster = kindWork({
      kind: 'cluster',
      blue: 'new-cluster',
      blueGroup: group('new-cluster', 'f'),
      greenGroup: group('green-cluster', 'f')
    })
    const left = prepared([ofCluster, kindWork({blue: undefined})], {}, cluster, writer)
    expect(valueOf(left.production)).toMatchObject({
      status: 'available',
      parameterGroup: 'new-cluster',
      members: [{name: 'orders-1', writer: true, clusterGroupStatus: 'in-sync'}]
    })
    expect(shown(valueOf(left.blue)?.[1])).toEqual(['modifying', 'of-instance', 'applying'])
    expect([valueOf(left.target)?.group?.name, valueOf(left.target)?.clusterGroup?.name]).toEqual(['greens', 'green-cluster'])
    const other = prepared([kindWork({kind: 'cluster', blue: undefined}), kindWork()], {}, cluster, writer)
    expect(valueOf(other.production)).toMatchObject({status: 'modifying', parameterGroup: 'of-cluster', members})
    expect(shown(valueOf(other.blue)?.[1])).toEqual(['available', 'ours', 'in-sync'])
  })
})

describe('the facts', () => {
  const groupsOf = (...all: Parameters<typeof prepared>) => {
    const told = valueOf(prepared(...all).facts)
    return [
      valueOf(told?.blueGroups ?? known(undefined)),
      valueOf(told?.greenGroups ?? known(undefined)),
      valueOf(told?.freeStorage ?? known(undefined))
    ]
  }
  const after = [{instance: OURS, cluster: undefined, replicas: []}, {instance: GREENS, cluster: undefined}, 5]
  const before = [valueOf(facts().blueGroups), valueOf(facts().greenGroups), 5]
  const here: Database = {...blue, parameterGroup: 'OURS'}
  const there: Database = {...blueReplica, parameterGroup: 'ours'}
  const setting = {name: 'work_mem', value: '64', applyType: 'dynamic'} as const
  test.each([
    ['a move', [kindWork()], blue, after],
    ['of a replica alone', [kindWork()], here, after],
    ['a group that is made', [kindWork({groups: [work({seen: undefined})]})], here, after],
    ['a value that is set', [kindWork({groups: [work(), work({missing: [setting]})]})], here, after],
    ['a value that is reset', [kindWork({groups: [work({extra: [setting]})]})], here, after],
    ['nothing: what was read says more', [kindWork({groups: [work()]})], here, before],
    ['nobody asks for a group', [kindWork({blue: undefined})], blue, before]
  ] as const)('%s', (what, kinds, production, expected) =>
    expect(groupsOf([...kinds], {}, production, what === 'of a replica alone' ? blueReplica : there)).toEqual(expected)
  )
})

test('every group as it will be: with the databases of blue, of no age, for this production', () => {
  const green = work({side: 'green', name: 'greens', family: 'postgres17', seen: undefined, made: GREENS})
  const left = prepared([kindWork({groups: [work(), green]})])
  const common = {changedAt: undefined, madeFor: blue.resourceId}
  const groups = valueOf(left.preparing)?.groups
  expect(groups?.get('instance ours')).toEqual({...common, group: OURS, arn: 'arn:ours', users: [blue.name, blueReplica.name]})
  expect(groups?.get('instance greens')).toEqual({...common, group: GREENS, arn: '', users: []})
  expect(groups?.has('instance default.postgres16')).toBe(true)
  const kept = prepared([kindWork({blue: undefined, blueGroup: group('other', 'postgres16'), groups: [work()]})])
  expect(valueOf(kept.preparing)?.groups.get('instance ours')?.users).toEqual(['stranger'])
  expect(valueOf(left.target)).toMatchObject({group: {name: 'greens', family: known('postgres17')}, trouble: undefined})
})
