/**
 * The account as it was at every request of a whole upgrade with cleanup: before the effect, after it, and after the reply. From each of
 * them the step is started again: the same end as if nothing had happened, nothing built twice, nothing lost.
 */
import {expect, test} from '@jest/globals'
import type {Entry} from '../../lab/desk.ts'
import type {Account} from '../../lab/model/account.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {CLEANUP, postgres, QUICK, stranger, UPGRADE, WHOLE} from './seeds.ts'
import type {Stage} from './stage.ts'
import {end, HOUR, stage} from './stage.ts'

type Inputs = Readonly<Record<string, string>>

const AT_ONCE = {'delete-old-databases': 'true', 'old-min-age-hours': '0', 'old-idle-minutes': '0'}
const apart = (create: Inputs, source: string): readonly Inputs[] => [
  {...create, mode: 'create'},
  {mode: 'wait', source},
  {mode: 'switchover', source},
  {...CLEANUP, source, ...AT_ONCE}
]

const ofCluster: Inputs = {
  ...UPGRADE,
  source: 'shop',
  'target-parameter-group': '',
  'target-cluster-parameter-group': 'lab-aurora-postgresql17'
}

const kinds: readonly {readonly is: string; readonly seed: AccountSeed; readonly steps: readonly Inputs[]}[] = [
  {is: 'an instance with a replica, in one run', seed: {instances: [postgres, stranger], paper: QUICK}, steps: [WHOLE]},
  {
    is: 'an instance with a replica, phase by phase',
    seed: {instances: [postgres, stranger], paper: QUICK},
    steps: apart(UPGRADE, 'orders')
  },
  ...(['in one run', 'phase by phase'] as const).map(how => ({
    is: `a cluster with two instances and an endpoint, ${how}`,
    seed: {
      instances: [stranger],
      clusters: [{name: 'shop', engine: 'aurora-postgresql', version: '16.8', instances: ['shop-1', 'shop-2'], endpoints: ['reports']}],
      paper: QUICK
    },
    steps: how === 'in one run' ? [{...ofCluster, mode: WHOLE['mode'] ?? '', ...AT_ONCE}] : apart(ofCluster, 'shop')
  }))
]

interface Kept {
  /** `#12 DeleteDBInstance after_effect` */
  readonly point: string
  readonly account: Account
  readonly at: number
  /** Which of the steps was under way. */
  readonly step: number
  /** Everything that had taken effect by then. */
  readonly before: readonly Entry[]
}

const ONCE = ['CreateBlueGreenDeployment', 'SwitchoverBlueGreenDeployment', 'DeleteBlueGreenDeployment']
const times = (entries: readonly Entry[]): readonly number[] =>
  ONCE.map(operation => entries.filter(one => one.operation === operation && one.effect).length)

const ids = ({instances, clusters}: Account): ReadonlyMap<string, string> =>
  new Map([
    ...instances.map(one => [one.shown.DbiResourceId, one.shown.DBInstanceIdentifier] as const),
    ...clusters.map(one => [one.shown.DbClusterResourceId, one.shown.DBClusterIdentifier] as const)
  ])

/** Every account of the story, at each request of it. */
function kept(story: Stage, steps: readonly (readonly Entry[])[]): readonly Kept[] {
  const began = story.changes[0]?.before ?? story.desk.account()
  const accountAt = (time: number): Account => story.changes.findLast(one => one.at < time)?.after ?? began
  const all = steps.flat()
  return steps.flatMap((requests, step) =>
    requests.flatMap(entry => {
      const index = all.indexOf(entry)
      const change = story.changes.find(one => one.entry === entry)
      const next = all[index + 1]?.at ?? story.time.scheduler.now()
      const done = all.slice(0, index)
      const point = (when: string, account: Account, at: number, before: readonly Entry[]): Kept => ({
        point: `#${index + 1} ${entry.operation} ${when}`,
        account,
        at,
        step,
        before
      })
      return [
        point('before_effect', change?.before ?? accountAt(entry.at), change?.at ?? entry.at, done),
        point('after_effect', change?.after ?? accountAt(entry.at), change?.at ?? entry.at, [...done, entry]),
        point('after_reply', accountAt(next), next, [...done, entry])
      ]
    })
  )
}

/** From there on, as people would: the same step again, then those behind it. */
async function again({account, at, step, before, point}: Kept, story: Stage, seed: AccountSeed, steps: readonly Inputs[], index: number) {
  const from = {
    desk: {...story.desk, account: () => account},
    time: {...story.time, scheduler: {...story.time.scheduler, now: () => at}}
  }
  const resumed = stage(seed, {}, from)
  // At once, or when RDS has long been done with what it was asked.
  await resumed.pass(index % 2 === 0 ? 0 : 12 * HOUR)
  const ends: string[] = []
  for (const inputs of steps.slice(step)) ends.push(end(await resumed.run(inputs)))
  const lost = resumed.changes.flatMap(({before: one, after}) => {
    const left = ids(after)
    return [...ids(one)].flatMap(([id, name]) => (left.has(id) ? [] : [`${id} ${name.replace(/-green-\w+/, '-green')}`]))
  })
  return {
    point,
    ends,
    times: times([...before, ...resumed.desk.record]),
    inventory: resumed.inventory(),
    snapshots: resumed.snapshots().length,
    lost
  }
}

test.each(kinds)('$is', async ({seed, steps}) => {
  const story = stage(seed)
  const blue = ids(story.desk.account())
  const ran: (readonly Entry[])[] = []
  for (const inputs of steps) {
    const one = await story.run(inputs)
    expect(end(one)).toMatch(/^0 completed/)
    ran.push(one.requests)
  }
  const every = kept(story, ran)
  expect(every.length).toBe(3 * ran.flat().length)
  // A read leaves the account as it was, and a reply is where the next request begins: the same value at the same instant is played once.
  const all = every.filter(
    (one, at) => every.findIndex(other => other.account === one.account && other.at === one.at && other.step === one.step) === at
  )
  expect(all.length).toBeGreaterThan(80)
  const wrong: unknown[] = []
  for (const [index, one] of all.entries()) {
    const found = await again(one, story, seed, steps, index)
    const fine =
      found.ends.every(line => line.startsWith('0 ')) &&
      found.times.every(many => many === 1) &&
      found.inventory.join() === story.inventory().join() &&
      found.snapshots === story.snapshots().length &&
      // Nothing is gone but what was blue, and of that nothing that bore its own name.
      found.lost.every(line => [...blue].some(([id, name]) => line.startsWith(`${id} `) && line !== `${id} ${name}`))
    if (!fine) wrong.push(found)
  }
  process.stdout.write(`kills: ${every.length} points of ${steps.length} steps, ${all.length} different accounts\n`)
  expect(wrong).toEqual([])
})
