// In any weather, under any unknown, with anybody meddling: the account never contradicts itself, and production keeps its names.
import {expect, test} from '@jest/globals'
import {virtualTime} from '../../lab/clocks.ts'
import {openDesk} from '../../lab/desk.ts'
import type {Dice} from '../../lab/dice.ts'
import {dice} from '../../lab/dice.ts'
import {inProcess} from '../../lab/faces/in-process.ts'
import type {Account} from '../../lab/model/account.ts'
import * as people from '../../lab/model/people.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {account} from '../../lab/model/seed.ts'
import {drawUnknowns} from '../../lab/model/unknowns.ts'
import {never} from '../waiting/never.ts'

function contradictions(before: Account, {instances, clusters, endpoints, deployments, timers}: Account): string[] {
  const found: string[] = []
  const claim = (holds: boolean, what: string): void => {
    if (!holds) found.push(what)
  }
  const names = instances.map(one => one.shown.DBInstanceIdentifier)
  const ids = instances.map(one => one.shown.DbiResourceId)
  claim(new Set(names).size === names.length, 'two instances of one name')
  claim(new Set(ids).size === ids.length, 'two instances of one resource id')
  const clusterNames = clusters.map(one => one.shown.DBClusterIdentifier)
  claim(new Set(clusterNames).size === clusterNames.length, 'two clusters of one name')
  for (const {shown} of instances) {
    const name = shown.DBInstanceIdentifier
    claim(shown.DBInstanceArn.endsWith(`:db:${name}`), `${name} has another ARN`)
    claim(shown.Endpoint?.Address?.startsWith(`${name}.`) === true, `${name} has another endpoint`)
    claim(name.length <= 63, `${name} is too long`)
    const source = shown.ReadReplicaSourceDBInstanceIdentifier
    const primary = instances.find(one => one.shown.DBInstanceIdentifier === source)?.shown
    claim(
      source === undefined || primary?.ReadReplicaDBInstanceIdentifiers.includes(name) === true,
      `${name} follows ${source}, which does not list it`
    )
    for (const replica of shown.ReadReplicaDBInstanceIdentifiers) {
      const follower = instances.find(one => one.shown.DBInstanceIdentifier === replica)
      claim(follower?.shown.ReadReplicaSourceDBInstanceIdentifier === name, `${name} lists ${replica}, which does not follow it`)
    }
    const cluster = clusters.find(one => one.shown.DBClusterIdentifier === shown.DBClusterIdentifier)
    const listed = cluster?.shown.DBClusterMembers.some(one => one.DBInstanceIdentifier === name) === true
    claim(shown.DBClusterIdentifier === undefined || listed, `${name} is not listed by ${shown.DBClusterIdentifier}`)
  }
  for (const {shown} of clusters) {
    for (const member of shown.DBClusterMembers)
      claim(names.includes(member.DBInstanceIdentifier ?? ''), `${member.DBInstanceIdentifier} is not there`)
    const own = endpoints.filter(one => one.shown.DBClusterIdentifier === shown.DBClusterIdentifier).map(one => one.shown.Endpoint)
    expect(own).toEqual(shown.CustomEndpoints)
  }
  for (const {shown, pairs} of deployments) {
    claim(shown.SwitchoverDetails.length === pairs.length, 'members are lost')
    const was = before.deployments.find(one => one.shown.BlueGreenDeploymentIdentifier === shown.BlueGreenDeploymentIdentifier)?.shown
    for (const [index, detail] of shown.SwitchoverDetails.entries()) {
      if (detail.Status !== 'SWITCHOVER_COMPLETED' || was?.SwitchoverDetails[index]?.Status === detail.Status) continue
      const green = instances.find(one => one.shown.DbiResourceId === pairs[index]?.green)
      claim(green === undefined || detail.TargetMember === green.shown.DBInstanceArn, `${detail.TargetMember} is not green`)
    }
  }
  claim(
    timers.every(timer => Number.isFinite(timer.due)),
    'a timer without a time'
  )
  return found
}

const sources: readonly AccountSeed[] = [
  {
    instances: [
      {name: 'orders', engine: 'mysql', replicas: ['orders-r1', 'orders-r2']},
      {name: 'orders-old1', engine: 'mysql'}
    ]
  },
  {instances: [{name: 'orders', engine: 'mariadb'}]},
  {instances: [{name: 'orders', engine: 'postgres', replicas: ['orders-r1']}]},
  {clusters: [{name: 'orders', engine: 'aurora-mysql', endpoints: ['reports', 'batch']}]},
  {clusters: [{name: 'orders', engine: 'aurora-postgresql', instances: ['a', 'b', 'c']}]}
]

const deeds = (own: Dice, name: string): people.Change =>
  own.pick<people.Change>([
    people.troubles('orders', own.pick(['long-ddl', 'precheck', 'endless-catch-up', 'second-member', 'external-replication'])),
    people.renames(name, `${name.slice(0, 50)}-x`),
    people.removes(name),
    people.promotes(name),
    people.setsStatus(name, 'modifying'),
    people.createsInstance({name: 'orders-old2', engine: 'mysql'}),
    people.calls('ModifyDBInstance', {DBInstanceIdentifier: name, StorageType: 'io2', ApplyImmediately: true}),
    people.calls('DeleteDBInstance', {DBInstanceIdentifier: name, SkipFinalSnapshot: true})
  ])

/** A careless upgrade that does something every half hour, while somebody meddles with everything but production. */
async function live(seed: number): Promise<{wrong: string[]; ended: string[]}> {
  const time = virtualTime()
  const own = dice(seed)
  const clusters = seed % sources.length > 2
  const desk = openDesk({
    account: account({
      ...sources[seed % sources.length],
      seed,
      unknowns: drawUnknowns(own),
      paper: {failureChance: 0.1, cancelChance: 0.2}
    }),
    scheduler: time.scheduler,
    dice: own,
    freeze: true,
    weather: {throttle: 0.02, error: 0.02, resetBefore: 0.02, resetAfter: 0.02, stale: 0.1},
    onChange: ({before, after}) => {
      wrong.push(...contradictions(before, after))
      const production = clusters
        ? after.clusters.some(one => one.shown.DBClusterIdentifier === 'orders')
        : after.instances.some(one => one.shown.DBInstanceIdentifier === 'orders')
      if (!production) wrong.push('production has lost its name')
    }
  })
  const wrong: string[] = []
  const {rds} = inProcess(desk.caller('run'))
  const clock = time.clock()
  const roll = own.fork('life')
  const quietly = async (call: Promise<object>): Promise<void> => {
    await call.catch(() => undefined)
  }
  const run = async (): Promise<void> => {
    for (let count = 0; count < 60; count++) {
      const [deployment] = desk.account().deployments
      const id = {BlueGreenDeploymentIdentifier: deployment?.shown.BlueGreenDeploymentIdentifier}
      const Source = `arn:aws:rds:eu-west-1:123456789012:${clusters ? 'cluster' : 'db'}:orders`
      if (deployment === undefined)
        await quietly(rds.write('CreateBlueGreenDeployment', {BlueGreenDeploymentName: `up-${count}`, Source}, never))
      else if (deployment.shown.Status === 'AVAILABLE') await quietly(rds.write('SwitchoverBlueGreenDeployment', id, never))
      else if (roll.chance(0.3))
        await quietly(rds.write('DeleteBlueGreenDeployment', {...id, ...(roll.chance(0.5) ? {DeleteTarget: true} : {})}, never))
      await clock.sleep(roll.whole(1, 30) * 60_000, never)
      const others = desk.account().instances.map(one => one.shown.DBInstanceIdentifier)
      const name = roll.pick(others.filter(one => one !== 'orders'))
      if (seed % 2 === 0 && name !== undefined && roll.chance(0.2)) desk.change(deeds(roll, name))
    }
  }
  const done = await time.run(run())
  desk.account()
  return {wrong: [...new Set(wrong)], ended: [done.is, ...desk.account().events.map(one => one.Message ?? '')]}
}

test.each([0, 1, 2, 3, 4, 5].map(group => [group]))('seeds of group %i', async group => {
  const ended: string[] = []
  for (let seed = group * 20; seed < group * 20 + 20; seed++) {
    const life = await live(seed)
    expect([seed, life.wrong]).toEqual([seed, []])
    ended.push(...life.ended)
  }
  expect(ended.filter(one => one === 'resolved')).toHaveLength(20)
  expect(ended).toContain('Switchover completed on blue/green deployment.')
  expect(ended).toContain('Blue/green deployment deleted.')
})
