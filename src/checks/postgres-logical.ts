/** What logical replication asks of the parameter groups of both sides. Physical replication asks none of it (P-07). */
import {enoughProcesses, isTooTight, LOGICAL_REPLICATION, numberIn, PROCESSES, WORKERS} from '../domain/needs.ts'
import type {ParameterGroup} from '../domain/parameters.ts'
import {valueIn} from '../domain/parameters.ts'
import type {Source} from '../observing/source.ts'
import type {SourceCheck} from './of-source.ts'
import {cannotTell, met, notMet, ofSource} from './of-source.ts'
import {blueUnread, decidingOf, greenUnread, howToSet, judgeNeed, rebootOf, said, writerOf} from './settings.ts'

export function notLogical({isPostgres, replication}: Source): string | undefined {
  if (!isPostgres) return 'only of PostgreSQL'
  return replication === 'logical' ? undefined : 'green replicates physically, which needs none of it'
}

export const logicalReplicationOn = ofSource({
  id: 'logical-replication-is-on',
  rows: ['L-02'],
  title: "Blue's parameter group switches logical replication on",
  severity: 'blocking',
  isMendedByPrepare: true,
  needs: ['blueGroups'],
  unless: notLogical,
  judge: (source, {blueGroups}) => judgeNeed(source, decidingOf(source, blueGroups), LOGICAL_REPLICATION)
})

export const inSync = ofSource({
  id: 'blue-runs-with-its-parameter-group',
  rows: ['L-03', 'AM-03', 'A-14'],
  title: 'The writer of blue runs with its parameter group as it is, nothing waits for a restart',
  severity: 'blocking',
  isMendedByPrepare: true,
  needs: [],
  unless: ({production, isAurora, replication}) => {
    if (isAurora || replication === 'logical') return undefined
    return production.engine === 'postgres' ? 'green replicates physically, which needs none of it' : 'not asked of this engine'
  },
  judge(source) {
    const {production} = source
    // Facts A-14: what readers run with does not matter.
    const status =
      production.kind === 'cluster' ? production.members.find(one => one.writer)?.clusterGroupStatus : production.parameterApplyStatus
    const writer = writerOf(source)
    const expected = `in-sync with ${production.parameterGroup ?? 'its parameter group'}`
    if (status === undefined)
      return cannotTell(`RDS does not say whether ${writer} is ${expected}`, 'look at its configuration in the console')
    if (status === 'in-sync') return met(`${writer} is in-sync`, expected)
    const remedy =
      status === 'applying'
        ? 'wait some minutes until it is applied, then run create again'
        : `mode: prepare restarts it (with allow-reboot: true); by hand, in a quiet hour: ${rebootOf(source)}`
    return notMet(`${writer} is ${status}`, expected, remedy)
  }
})

const sizesOf = (group: ParameterGroup, names: readonly string[]): string =>
  `${names.map(name => `${name} ${valueIn(group, name) ?? '(left to the engine)'}`).join(', ')} in ${group.name}`

/** How many databases there are, only SQL tells: a group that is too small for them makes the build fail half an hour later. */
export const sizesFit = ofSource({
  id: 'sizes-of-logical-replication-fit-together',
  rows: ['L-04'],
  title: 'More worker processes are allowed than logical replication may take',
  severity: 'advice',
  isMendedByPrepare: true,
  needs: ['blueGroups', 'greenGroups'],
  unless: notLogical,
  judge(source, {blueGroups, greenGroups}) {
    const [blue, green] = [decidingOf(source, blueGroups), decidingOf(source, greenGroups)]
    if (blue === undefined) return blueUnread(source)
    if (green === undefined) return greenUnread
    const observed = `blue: ${sizesOf(blue, ['max_replication_slots', 'max_wal_senders', WORKERS, PROCESSES])}; green: ${sizesOf(green, [WORKERS, PROCESSES])}`
    const expected = `${PROCESSES} above ${WORKERS}; on blue more slots than databases and as many senders, on green a worker for each database`
    const tight = [blue, green].filter(group => isTooTight(group) === true)
    const [first] = tight
    if (first !== undefined) {
      const values = {[PROCESSES]: String(enoughProcesses(first))}
      return notMet(observed, expected, `mode: prepare sizes them; by hand: ${howToSet(first, values)}, then restart what uses it`)
    }
    if ([blue, green].some(group => isTooTight(group) === undefined))
      return cannotTell(`${observed}: a formula was not computed`, `see that ${expected}`)
    return met(observed, expected)
  }
})

const GiB = 1024 ** 3
const DAY_SECONDS = 86_400

export const roomForWal = ofSource({
  id: 'storage-has-room-for-a-day-of-wal',
  rows: ['L-29'],
  title: 'The storage of blue has room for a day of the write-ahead log at its busiest',
  severity: 'advice',
  needs: ['freeStorage', 'walGeneration'],
  unless: source => notLogical(source) ?? (source.isAurora ? 'the storage of Aurora grows by itself' : undefined),
  judge({production}, {freeStorage, walGeneration}) {
    if (freeStorage === undefined || walGeneration === undefined) {
      const silent = freeStorage === undefined ? 'FreeStorageSpace' : 'TransactionLogsGeneration'
      return cannotTell(`CloudWatch has no datapoint of ${silent} for ${production.name}`, 'look at its free storage by hand')
    }
    const say = (bytes: number): string => `${(bytes / GiB).toFixed(1)} GiB`
    const needed = walGeneration * DAY_SECONDS
    const observed = `${say(freeStorage)} are free; the busiest minute of the last day wrote ${say(needed)} a day`
    const expected = `at least ${say(needed)}`
    if (freeStorage >= needed) return met(observed, expected)
    // While green falls behind, its slot keeps the log on blue, whose storage may fill.
    const remedy = `give ${production.name} more storage first: aws rds modify-db-instance --db-instance-identifier ${production.name} --allocated-storage <GiB> --apply-immediately; and watch OldestReplicationSlotLag`
    return notMet(observed, expected, remedy)
  }
})

/** Name to the least value that does no harm, 0 (no limit) aside; facts L-30 and L-32, PostgreSQL's own defaults. */
const LEAST: Readonly<Record<string, number>> = {
  wal_sender_timeout: 30_000,
  wal_receiver_timeout: 30_000,
  logical_decoding_work_mem: 65_536
}
/** What AWS advises to raise, where there is room for it (facts L-30 to L-32, AP-09). */
const TUNED = [...Object.keys(LEAST), 'wal_keep_segments', 'wal_keep_size', 'rds.logical_wal_cache']

export const notThrottled = ofSource({
  id: 'replication-is-not-held-back-by-parameters',
  rows: ['L-30', 'L-31', 'L-32', 'AP-09'],
  title: 'Nobody has set the timeouts and the memory of logical replication lower than usual',
  severity: 'advice',
  needs: ['blueGroups', 'greenGroups'],
  unless: notLogical,
  judge(source, {blueGroups, greenGroups}) {
    const blue = decidingOf(source, blueGroups)
    if (blue === undefined) return blueUnread(source)
    const groups = [blueGroups, greenGroups].flatMap(side => [side.cluster ?? [], side.instance ?? []].flat())
    const each = [...new Map(groups.map(group => [`${group.kind} ${group.name}`, group])).values()]
    const set = each.flatMap(group => TUNED.filter(name => group.set.has(name)).map(name => ({group, name})))
    const low = set.filter(({group, name}) => {
      const value = numberIn(group, name)
      return value !== undefined && value > 0 && value < (LEAST[name] ?? 0)
    })
    const observed = set.length === 0 ? 'all are left to the engine' : set.map(({group, name}) => said(group, name)).join('; ')
    const expected = Object.entries(LEAST)
      .map(([name, least]) => `${name} at least ${least}`)
      .join(', ')
    if (low.length === 0) return met(observed, expected)
    const commands = low.map(({group, name}) => howToSet(group, {[name]: String(LEAST[name])})).join('; ')
    return notMet(observed, expected, `${commands}; where replication breaks off often, AWS advises 0 for the timeouts`)
  }
})

export const logicalChecks: readonly SourceCheck[] = [logicalReplicationOn, inSync, sizesFit, roomForWal, notThrottled]
