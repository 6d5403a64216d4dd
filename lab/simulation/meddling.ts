/** What other people do meanwhile. Each act is drawn with its moment; `spoils` says that the upgrade need not be finished after it. */
import type {Dice} from '../dice.ts'
import type {Account, Instance} from '../model/account.ts'
import {isRead} from '../model/operations.ts'
import type {Change} from '../model/people.ts'
import * as people from '../model/people.ts'
import {nameOf, rename, resourceIdOf} from '../model/resources.ts'
import {isOfPrepare} from './preparation.ts'
import type {RunPlan} from './story.ts'
import {OWN} from './unprepared.ts'
import type {Upgrade} from './upgrade.ts'

export interface Meddling {
  readonly does: string
  /** Seconds after the beginning, or just before a request of a run takes effect. */
  readonly when: {readonly afterSeconds: number} | {readonly run: string; readonly operation: string; readonly nth: number}
  readonly change: Change
  readonly spoils: boolean
}

interface Deed {
  readonly does: string
  /** Interesting only while such a phase runs. */
  readonly during?: 'cleanup' | 'switchover'
  readonly spoils: boolean
  change(upgrade: Upgrade, dice: Dice): Change
}

const deploymentHere = (account: Account) => account.deployments.at(-1)?.shown

/** An old database of this upgrade, by the name it has now. */
const oldOnes = (account: Account, upgrade: Upgrade): readonly Instance[] => {
  const ids = new Set(
    account.deployments.flatMap(one =>
      one.shown.SwitchoverDetails.flatMap((detail, index) => (detail.Status === 'SWITCHOVER_COMPLETED' ? [one.pairs[index]?.blue] : []))
    )
  )
  return account.instances.filter(one => ids.has(resourceIdOf(one)) || new RegExp(`^${upgrade.name}.*-old\\d$`).test(nameOf(one)))
}

const onOld =
  (act: (one: Instance, account: Account, now: number, dice: Dice) => Account) =>
  (upgrade: Upgrade): Change =>
  (account, now, dice) => {
    const one = dice.pick(oldOnes(account, upgrade))
    return one === undefined ? account : act(one, account, now, dice)
  }

const onGreen =
  (act: (name: string) => Change): ((upgrade: Upgrade) => Change) =>
  () =>
  (account, now, dice) => {
    const name = dice.pick(account.instances.map(nameOf).filter(one => /-green-\w{6}$/.test(one)))
    return name === undefined ? account : act(name)(account, now, dice)
  }

const member = (upgrade: Upgrade, dice: Dice): string =>
  upgrade.kind === 'cluster'
    ? `${upgrade.name}-i${dice.whole(1, 3)}`
    : dice.chance(0.6)
      ? upgrade.name
      : `${upgrade.name}-r${dice.whole(1, 2)}`

const onDeployment =
  (operation: string, input: object): (() => Change) =>
  () =>
  (account, now, dice) =>
    people.calls(operation, {
      BlueGreenDeploymentIdentifier: deploymentHere(account)?.BlueGreenDeploymentIdentifier ?? 'bgd-none',
      ...input
    })(account, now, dice)

const deeds: readonly Deed[] = [
  {
    does: 'renames an old database',
    during: 'cleanup',
    spoils: false,
    change: onOld((one, account, now, dice) => rename(account, one, `kept-${dice.text('abcdef', 5)}`, now))
  },
  {
    does: 'renames an old database and gives its name to a stranger',
    during: 'cleanup',
    spoils: false,
    change: onOld((one, account, now, dice) => {
      const name = nameOf(one)
      const moved = rename(account, one, `kept-${dice.text('abcdef', 5)}`, now)
      return people.createsInstance({name, engine: 'mysql'})(moved, now, dice)
    })
  },
  {
    does: 'deletes an old database',
    during: 'cleanup',
    spoils: false,
    change: onOld((one, account) => people.removes(nameOf(one))(account, 0, undefined as never))
  },
  {
    does: 'swaps production with an old database',
    during: 'cleanup',
    spoils: true,
    change: upgrade => (account, now) => {
      const old = oldOnes(account, upgrade).find(one => one.shown.DBClusterIdentifier === undefined)
      const production = account.instances.find(one => nameOf(one) === upgrade.name)
      if (old === undefined || production === undefined) return account
      const name = nameOf(old)
      const aside = rename(account, production, 'aside', now)
      const back = rename(aside, aside.instances.find(one => nameOf(one) === name) ?? old, upgrade.name, now)
      const put = back.instances.find(one => nameOf(one) === 'aside')
      return put === undefined ? back : rename(back, put, name, now)
    }
  },
  {
    does: 'connects to an old database',
    during: 'cleanup',
    spoils: false,
    change: onOld((one, account, now, dice) => people.connects(nameOf(one), 7)(account, now, dice))
  },
  {
    does: 'hangs a replica below an old database',
    during: 'cleanup',
    spoils: true,
    change: onOld((one, account, now, dice) => {
      if (one.shown.DBClusterIdentifier !== undefined) return account
      const made = people.createsInstance({
        name: 'reports',
        engine: one.shown.Engine,
        shown: {ReadReplicaSourceDBInstanceIdentifier: nameOf(one)}
      })(account, now, dice)
      const names = [...one.shown.ReadReplicaDBInstanceIdentifiers, 'reports']
      return people.changesInstance(nameOf(one), {ReadReplicaDBInstanceIdentifiers: names})(made, now, dice)
    })
  },
  {
    does: 'protects an old database',
    during: 'cleanup',
    spoils: true,
    change: onOld((one, account, now, dice) => people.changesInstance(nameOf(one), {DeletionProtection: true})(account, now, dice))
  },
  {does: 'renames production', spoils: true, change: (upgrade, dice) => people.renames(member(upgrade, dice), 'renamed')},
  {does: 'deletes a production database', spoils: true, change: (upgrade, dice) => people.removes(member(upgrade, dice))},
  {
    does: 'creates a stranger called -old1',
    spoils: false,
    change: upgrade => people.createsInstance({name: `${upgrade.name}-old1`, engine: 'mysql'})
  },
  {
    does: 'restores a stranger that bears a mark of somebody else',
    spoils: false,
    change: upgrade =>
      people.createsInstance({
        name: 'restored',
        engine: 'mysql',
        tags: {'rds-blue-green/v1/old-blue': `bgd-0123456789abcdef db-AAAABBBBCCCCDDDDEEEEFFFF22 ${upgrade.name} 2026-01-01T00:00:00.000Z`}
      })
  },
  {
    does: 'modifies blue',
    spoils: false,
    change: (upgrade, dice) =>
      people.calls('ModifyDBInstance', {DBInstanceIdentifier: member(upgrade, dice), BackupRetentionPeriod: 9, ApplyImmediately: true})
  },
  {
    does: 'modifies green',
    during: 'switchover',
    spoils: false,
    change: onGreen(name =>
      people.calls('ModifyDBInstance', {DBInstanceIdentifier: name, BackupRetentionPeriod: 9, ApplyImmediately: true})
    )
  },
  {does: 'deletes a green member', during: 'switchover', spoils: true, change: onGreen(name => people.removes(name))},
  {does: 'promotes green', during: 'switchover', spoils: true, change: onGreen(name => people.promotes(name))},
  {does: 'protects green', spoils: true, change: onGreen(name => people.changesInstance(name, {DeletionProtection: true}))},
  {
    does: 'switches over',
    during: 'switchover',
    spoils: false,
    change: onDeployment('SwitchoverBlueGreenDeployment', {SwitchoverTimeout: 300})
  },
  {does: 'deletes the deployment', spoils: true, change: onDeployment('DeleteBlueGreenDeployment', {})},
  {does: 'deletes the deployment with green', spoils: true, change: onDeployment('DeleteBlueGreenDeployment', {DeleteTarget: true})},
  {
    does: 'forgets the tags of the deployment',
    spoils: true,
    change: () => account => ({...account, deployments: account.deployments.map(one => ({...one, tags: []}))})
  },
  {
    does: 'makes replication lag',
    during: 'switchover',
    spoils: false,
    change: upgrade => (account, now, dice) =>
      [upgrade.name, ...account.instances.map(nameOf).filter(one => one.includes('-green-'))].reduce(
        (made, name) => people.lags(name, 90_000_000)(made, now, dice),
        account
      )
  },
  {
    does: 'brings trouble to blue',
    during: 'switchover',
    spoils: false,
    change: (upgrade, dice) =>
      people.troubles(
        upgrade.name,
        dice.pick(['long-writes', 'long-ddl', 'endless-catch-up', 'external-replication', 'precheck', 'too-few-slots'] as const)
      )
  },
  {
    does: 'makes a member fail at the switchover',
    during: 'switchover',
    spoils: true,
    change: upgrade => people.troubles(upgrade.name, 'second-member')
  },
  {
    does: 'takes the name of the final snapshot',
    during: 'cleanup',
    spoils: true,
    change: onOld((one, account, now) => {
      const DBSnapshotIdentifier = `final-${nameOf(one).replace(/-old\d$/, '')}-${resourceIdOf(one).slice(-8)}`.toLowerCase()
      const snapshot = {
        DBSnapshotIdentifier,
        DBInstanceIdentifier: 'billing',
        DbiResourceId: 'db-SOMEBODYELSES',
        Status: 'available',
        SnapshotCreateTime: new Date(now)
      }
      return {...account, snapshots: [...account.snapshots, snapshot]}
    })
  },
  {
    does: 'makes a deployment of the same source',
    spoils: true,
    change: upgrade => (account, now, dice) => {
      const one =
        account.instances.find(other => nameOf(other) === upgrade.name)?.shown.DBInstanceArn ?? account.clusters[0]?.shown.DBClusterArn
      return people.calls('CreateBlueGreenDeployment', {BlueGreenDeploymentName: 'by-hand', Source: one ?? ''})(account, now, dice)
    }
  },
  {
    does: 'takes a value out of the group that blue is in',
    spoils: false,
    change: upgrade => (account, now, dice) => {
      const kind = upgrade.kind === 'cluster' ? 'Cluster' : ''
      const Parameters = ['work_mem', 'long_query_time']
        .filter(name => account.parameterGroups.some(one => one.name === OWN && name in one.parameters))
        .map(ParameterName => ({ParameterName, ApplyMethod: 'immediate' as const}))
      return people.calls(`ResetDB${kind}ParameterGroup`, {[`DB${kind}ParameterGroupName`]: OWN, Parameters})(account, now, dice)
    }
  },
  {
    does: 'takes the tags off the groups that prepare has made',
    spoils: true,
    change: () => account => ({
      ...account,
      parameterGroups: account.parameterGroups.map(one =>
        isOfPrepare(one.name, 'blue') || isOfPrepare(one.name, 'green') ? {...one, tags: []} : one
      )
    })
  },
  {
    does: 'shows an unheard-of status for some minutes',
    spoils: false,
    change: () => account => {
      const one = deploymentHere(account)
      // What is under way would never end: only a deployment at rest.
      if (one?.Status !== 'AVAILABLE' || account.timers.length > 0) return account
      return people.setsDeploymentStatus(one.BlueGreenDeploymentIdentifier, 'PAUSED_BY_RDS')(account, 0, undefined as never)
    }
  }
]

/** What the calm takes back, so that an upgrade can be finished. */
export const amends: Change = (account, now, dice) => {
  const well = account.instances.map(one => ({...one, hidden: {...one.hidden, troubles: [], lag: undefined, connections: 0}}))
  const clusters = account.clusters.map(one => ({...one, hidden: {...one.hidden, troubles: [], lag: undefined}}))
  const paused = account.deployments.find(one => one.shown.Status === 'PAUSED_BY_RDS')?.shown.BlueGreenDeploymentIdentifier
  const made = {...account, instances: well, clusters}
  return paused === undefined ? made : people.setsDeploymentStatus(paused, 'AVAILABLE')(made, now, dice)
}

/** Old databases are what can be lost: they get more than their share. */
const late = deeds.filter(one => one.during === 'cleanup')

const moments = {
  cleanup: [
    'DeleteDBInstance',
    'DeleteDBInstance',
    'DeleteBlueGreenDeployment',
    'DescribeDBInstances',
    'DescribeDBInstances',
    'DescribeDBClusters',
    'AddTagsToResource'
  ],
  switchover: [
    'SwitchoverBlueGreenDeployment',
    'DescribeBlueGreenDeployments',
    'DescribeDBInstances',
    'GetMetricData',
    'AddTagsToResource'
  ],
  any: [
    'CreateBlueGreenDeployment',
    'DescribeBlueGreenDeployments',
    'DescribeDBInstances',
    'AddTagsToResource',
    'DeleteBlueGreenDeployment'
  ]
} as const

function drawMoment(dice: Dice, during: Deed['during'], runs: readonly RunPlan[]): Meddling['when'] {
  const fitting =
    during === undefined ? runs : runs.filter(run => run.mode.includes(during) || (during === 'switchover' && run.mode === 'upgrade'))
  const run = dice.fork('run').pick(fitting)
  // What is harmful only at a moment of cleanup seldom comes by chance.
  const byChance = during === 'cleanup' ? 0.15 : 0.4
  if (run === undefined || dice.fork('exact').chance(byChance)) return {afterSeconds: Math.round(30_000 ** dice.fork('seconds').roll())}
  const operation = dice.fork('operation').pick<string>(moments[during ?? 'any']) ?? ''
  return {run: run.name, operation, nth: Math.round((isRead(operation) ? 30 : 3) ** dice.fork('nth').roll())}
}

export function drawMeddling(dice: Dice, upgrade: Upgrade, runs: readonly RunPlan[]): readonly Meddling[] {
  const count = dice.fork('count').pick([0, 0, 0, 1, 1, 2, 3])
  return Array.from({length: count}, (_, index): Meddling => {
    const own = dice.fork(`deed ${index}`)
    const deed = own.fork('what').pick(own.fork('during').chance(0.4) ? late : deeds) as Deed
    return {does: deed.does, when: drawMoment(own, deed.during, runs), change: deed.change(upgrade, own.fork('how')), spoils: deed.spoils}
  })
}
