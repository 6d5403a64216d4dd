/** `prepare` killed at every request, and with every reply lost once: the same end, and no database restarted more often than it must be. */
import {describe, expect, test} from '@jest/globals'
import type {Changed, Desk, Kill} from '../../lab/desk.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {aurora, mysql, orders, REBOOT, to14, to15, to84} from './preparing.ts'
import type {Stage} from './stage.ts'
import {end, HOUR, stage} from './stage.ts'

type Given = Readonly<Record<string, string>>
const KINDS: readonly (readonly [string, AccountSeed, Given])[] = [
  ['an instance with a replica', orders, {...to15, ...REBOOT}],
  ['a cluster', aurora, {...to14, ...REBOOT}],
  ['a group for green alone', mysql, {...to84, ...REBOOT}],
  ['backups that are off', {...mysql, instances: [{name: 'shop', engine: 'mysql', version: '8.0.42', backupDays: 0}]}, {...to84, ...REBOOT}]
]
const WHEN = ['before_effect', 'after_effect', 'after_reply'] as const
const isRead = (operation: string): boolean => /^(Describe|List|Get)/.test(operation)

/** How often each database went down, and what every group and database is like in the end. */
function endOf({desk, changes}: Pick<Stage, 'desk' | 'changes'>) {
  const account = desk.account()
  return {
    restarts: restartsIn(desk),
    groups: account.parameterGroups.flatMap(({name, family, parameters}) => (/-bg-/.test(name) ? [[name, family, parameters]] : [])),
    databases: account.instances.map(({shown}) => [
      shown.DBInstanceIdentifier,
      shown.DBInstanceStatus,
      shown.BackupRetentionPeriod,
      shown.DBParameterGroups
    ]),
    clusters: account.clusters.map(({shown}) => [shown.DBClusterParameterGroup, shown.DBClusterMembers]),
    deleting: changes.filter(isDeletion).length
  }
}

const isDeletion = ({after}: Changed): boolean =>
  [...after.instances.map(one => one.shown.DBInstanceStatus), ...after.clusters.map(one => one.shown.Status)].includes('deleting')

function restartsIn(desk: Desk): Readonly<Record<string, number>> {
  const made: Record<string, number> = {}
  for (const one of desk.record) {
    const {DBInstanceIdentifier: name} = one.input as {readonly DBInstanceIdentifier?: string}
    if (one.operation === 'RebootDBInstance' && one.effect && name !== undefined) made[name] = (made[name] ?? 0) + 1
  }
  return made
}

/** Every write at all three points; of the reads every sixteenth. */
async function points(seed: AccountSeed, asked: Given): Promise<readonly Kill[]> {
  const {requests} = await stage(seed).run(asked)
  return requests.flatMap((one, at): readonly Kill[] => {
    if (!isRead(one.operation)) return WHEN.map(when => ({request: at + 1, when}))
    return at % 16 === 0 ? [{request: at + 1, when: WHEN[at % 3] ?? 'after_effect'}] : []
  })
}

async function expected(seed: AccountSeed, asked: Given) {
  const story = stage(seed)
  expect(end(await story.run(asked))).toBe('0 completed prepared')
  return endOf(story)
}

describe.each(KINDS)('%s', (_is, seed, asked) => {
  test('killed at any request, and run again at once or much later', async () => {
    const wanted = await expected(seed, asked)
    const wrong: unknown[] = []
    const all = await points(seed, asked)
    expect(all.length).toBeGreaterThan(5)
    for (const kill of all) {
      const story = stage(seed)
      await story.run(asked, {kill})
      await story.pass(kill.request % 2 === 0 ? 0 : 12 * HOUR)
      const ran = end(await story.run(asked))
      const is = endOf(story)
      if (!/^0 (completed|nothing_to_do) prepared$/.test(ran) || JSON.stringify(is) !== JSON.stringify(wanted)) wrong.push({kill, ran, is})
    }
    expect(wrong).toEqual([])
  }, 60_000)

  test.each(['before', 'after'] as const)(
    'the reply of any write lost, %s its effect',
    async effect => {
      const wanted = await expected(seed, asked)
      const operations = new Set((await stage(seed).run(asked)).requests.map(one => one.operation).filter(name => !isRead(name)))
      for (const operation of operations) {
        const story = stage(seed, {faults: [{operation, nth: 1, fault: {is: 'reset', effect}}]})
        expect([operation, end(await story.run(asked)), endOf(story)]).toEqual([operation, '0 completed prepared', wanted])
      }
    },
    30_000
  )

  test('looks that are half a minute old', async () => {
    const wanted = await expected(seed, asked)
    const story = stage(seed, {weather: {stale: 0.5, staleSeconds: 30}})
    const ends: string[] = []
    while (ends.length < 3 && !ends.at(-1)?.startsWith('0')) ends.push(end(await story.run(asked)))
    await story.pass(HOUR)
    expect([ends.at(-1), endOf(story)]).toEqual([expect.stringMatching(/^0 \w+ prepared$/), wanted])
  })
})
