/** What must be true after every change of the account, whoever made it. Written from the contract, without a word of src/. */
import type {DBInstance} from '@aws-sdk/client-rds'
import type {Changed, Desk, Entry} from '../desk.ts'
import type {Account, Deployment, Kind, Resource} from '../model/account.ts'
import {isRead} from '../model/operations.ts'
import {findById, nameOf, resourceIdOf, statusOf} from '../model/resources.ts'
import {wrongsOf, wrongsWithGroups} from './preparation.ts'
import {isAsWished} from './target.ts'
import type {Leg, Upgrade} from './upgrade.ts'

export interface Violation {
  readonly what: string
  readonly at: number
  readonly run: string
}

export interface Recorded {
  readonly kind: Kind
  readonly name: string
  readonly blue: string
}

const labelOf = (one: Resource): string => `${one.kind} ${nameOf(one)}`
const idIn = (entry: Entry): string | undefined =>
  (entry.input as {readonly BlueGreenDeploymentIdentifier?: string}).BlueGreenDeploymentIdentifier
const all = (account: Account): readonly Resource[] => [...account.instances, ...account.clusters, ...account.endpoints]

export class Watch {
  readonly violations: Violation[] = []
  /** Deletions that hit a stranger who took the name after the last look: RDS gives no means to close that window. */
  windows = 0
  /** Production's names that nobody has taken away, and who bore them first. */
  readonly names: Map<string, string>
  /** Production's names at first, whatever became of them. */
  readonly #production: ReadonlySet<string>
  /** What each deployment was made of. */
  readonly recorded = new Map<string, readonly Recorded[]>()
  readonly remembered = new Set<string>()
  readonly history: {at: number; account: Account}[]
  meddled = false
  /** What each run is after. */
  readonly wishes = new Map<string, Leg & {readonly startedAt: number}>()
  readonly #upgrade: Upgrade
  /** Resource id → when its production name went to green. */
  readonly #old = new Map<string, number>()
  /** Deployment → when its first member had moved: its blue may have been the old one of an earlier deployment. */
  readonly #moved = new Map<string, number>()
  readonly #renames: {at: number; name: string}[] = []
  /** Runs that may not restart production. */
  readonly #sparing: ReadonlySet<string>
  /** Resource id → since when people are connected to it. */
  readonly #busy = new Map<string, number>()
  #meddling = false
  #desk: Desk | undefined

  constructor(upgrade: Upgrade, sparing: ReadonlySet<string>, account: Account, now: number) {
    this.#upgrade = upgrade
    this.#sparing = sparing
    const member = new RegExp(`^${upgrade.name}(-[ire]\\d+)?$`)
    const own = all(account).filter(one => member.test(nameOf(one)))
    this.names = new Map(own.map(one => [labelOf(one), resourceIdOf(one)]))
    this.#production = new Set(this.names.keys())
    this.history = [{at: now, account}]
  }

  attend(desk: Desk): void {
    this.#desk = desk
  }

  /** Whatever changes while this runs, other people did. */
  meddle(act: () => void): void {
    // Time passes first: what a timer did is not the meddler's.
    this.#desk?.account()
    this.#meddling = true
    try {
      act()
    } finally {
      this.#meddling = false
    }
  }

  complain(what: string, at: number, run = ''): void {
    if (this.violations.every(one => one.what !== what)) this.violations.push({what, at, run})
  }

  changed(change: Changed): void {
    const {before, after, at, entry} = change
    const mayRestart = this.#upgrade.run['allow-reboot'] === 'true' && !this.#sparing.has(entry?.caller ?? '')
    for (const what of [
      ...wrongsOf(change, this.#upgrade, {mayRestart, isRaced: this.#isRaced(entry, at)}),
      ...wrongsWithGroups(change, this.#upgrade)
    ])
      this.complain(what, at, entry?.caller)
    this.history.push({at, account: after})
    while (this.history.length > 1 && (this.history[1]?.at ?? at) < at - 600_000) this.history.shift()
    if (before.deployments !== after.deployments) this.#deployments(after, at)
    if (before.instances !== after.instances || before.clusters !== after.clusters || before.endpoints !== after.endpoints) {
      if (this.#meddling) this.#meddledWith(before, after, at)
      this.#namesStand(after, at, entry)
      if (entry !== undefined) this.#deletions(before, after, at, entry)
    }
    if (entry !== undefined) this.#writes(before, after, at, entry)
  }

  #isRaced(entry: Entry | undefined, at: number): boolean {
    if (entry?.operation !== 'RebootDBInstance') return false
    const {DBInstanceIdentifier: name} = entry.input as {readonly DBInstanceIdentifier?: string}
    return (this.#desk?.record ?? []).some(
      one =>
        one.operation === entry.operation &&
        one.effect &&
        one.caller !== entry.caller &&
        at - one.at < 90_000 &&
        (one.input as {readonly DBInstanceIdentifier?: string}).DBInstanceIdentifier === name
    )
  }

  #deployments(after: Account, at: number): void {
    for (const one of after.deployments) {
      const id = one.shown.BlueGreenDeploymentIdentifier
      if (!this.recorded.has(id)) {
        const parts = one.pairs.flatMap(pair => {
          const blue = findById(after, pair.kind, pair.blue)
          return blue === undefined ? [] : [{kind: pair.kind, name: nameOf(blue), blue: pair.blue}]
        })
        this.recorded.set(id, parts)
      }
      if (one.tags.some(tag => tag.Key?.includes('/blue-'))) this.remembered.add(id)
      else this.remembered.delete(id)
      one.shown.SwitchoverDetails.forEach((detail, index) => {
        if (detail.Status !== 'SWITCHOVER_COMPLETED') return
        if (!this.#moved.has(id)) this.#moved.set(id, at)
        const blue = one.pairs[index]?.blue
        if (blue !== undefined && !this.#old.has(blue)) this.#old.set(blue, at)
      })
    }
  }

  #meddledWith(before: Account, after: Account, at: number): void {
    const earlier = new Map(all(before).map(one => [labelOf(one), resourceIdOf(one)]))
    const later = new Map(all(after).map(one => [labelOf(one), resourceIdOf(one)]))
    for (const one of after.instances) {
      const id = resourceIdOf(one)
      if ((one.hidden.connections ?? 0) === 0) this.#busy.delete(id)
      else if (!this.#busy.has(id)) this.#busy.set(id, at)
    }
    for (const name of new Set([...earlier.keys(), ...later.keys()])) {
      if (earlier.get(name) === later.get(name)) continue
      this.#renames.push({at, name})
      if (!this.names.has(name)) continue
      this.names.delete(name)
      this.meddled = true
    }
  }

  #namesStand(after: Account, at: number, entry: Entry | undefined): void {
    const standing = new Set(all(after).flatMap(one => (statusOf(one) === 'deleting' ? [] : [labelOf(one)])))
    for (const name of this.names.keys()) if (!standing.has(name)) this.complain(`production lost ${name}`, at, entry?.caller)
  }

  #deletions(before: Account, after: Account, at: number, entry: Entry): void {
    const left = new Map(all(after).map(one => [resourceIdOf(one), statusOf(one)]))
    for (const one of all(before)) {
      const id = resourceIdOf(one)
      const now = left.get(id)
      if (statusOf(one) === 'deleting' || (now !== undefined && now !== 'deleting')) continue
      this.#deletion(before, after, one, at, entry)
    }
  }

  #deletion(before: Account, after: Account, one: Resource, at: number, entry: Entry): void {
    const id = resourceIdOf(one)
    const what = `${labelOf(one)} (${id})`
    if (entry.operation === 'DeleteBlueGreenDeployment') {
      const isGreen = before.deployments.some(other => other.pairs.some(pair => pair.green === id))
      if (!isGreen || this.names.has(labelOf(one))) this.complain(`deleted with the deployment: ${what}`, at, entry.caller)
      return
    }
    const since = this.#old.get(id)
    if (since === undefined) {
      if (this.#isWindow(one, entry)) this.windows += 1
      else this.complain(`deleted what was not blue's: ${what}`, at, entry.caller)
      return
    }
    // Whatever it was once recorded as.
    if (this.#production.has(labelOf(one))) this.complain(`deleted what bears a name of production: ${what}`, at, entry.caller)
    const {cleanup} = this.#upgrade
    if (cleanup['delete-old-databases'] !== 'true') this.complain(`deleted without delete-old-databases: ${what}`, at, entry.caller)
    if (at - since < Number(cleanup['old-min-age-hours']) * 3_600_000 - 60_000)
      this.complain(`deleted too young: ${what}`, at, entry.caller)
    const busy = this.#busy.get(id)
    const begun = this.wishes.get(entry.caller)?.startedAt ?? at
    // CloudWatch is some minutes late: who connected just before the run began may be missed.
    if (cleanup['old-idle-minutes'] !== '0' && busy !== undefined && busy < begun - 240_000)
      this.complain(`deleted though people are connected: ${what}`, at, entry.caller)
    const takes =
      one.kind === 'cluster' ||
      (one.kind === 'instance' &&
        one.shown.DBClusterIdentifier === undefined &&
        one.shown.ReadReplicaSourceDBInstanceIdentifier === undefined)
    if (!takes || cleanup['final-snapshot'] === 'false') return
    const isThere =
      after.snapshots.some(other => other.DbiResourceId === id && other.Status !== 'failed') ||
      after.clusterSnapshots.some(other => other.DbClusterResourceId === id && other.Status !== 'failed')
    if (isThere) return
    if (this.#wasReplica(id, entry)) this.windows += 1
    else this.complain(`deleted without a final snapshot: ${what}`, at, entry.caller)
  }

  /** The same window: the last look showed a read replica, which has no snapshot, and its primary was deleted by others since. */
  #wasReplica(id: string, entry: Entry): boolean {
    const look = this.#desk?.record.findLast(other => other.caller === entry.caller && other.sequence < entry.sequence)
    const {DBInstances: shown} = (look?.answered ?? {}) as {readonly DBInstances?: readonly DBInstance[]}
    return shown?.some(one => one.DbiResourceId === id && one.ReadReplicaSourceDBInstanceIdentifier !== undefined) === true
  }

  /** The name changed hands after the look by resource id right before the deletion, with nothing in between (rule 2). */
  #isWindow(one: Resource, entry: Entry): boolean {
    const look = this.#desk?.record.findLast(other => other.caller === entry.caller && other.sequence < entry.sequence)
    const {Filters: filters} = (look?.input ?? {}) as {readonly Filters?: readonly {readonly Name?: string}[]}
    if (look?.outcome !== 'answered' || filters?.[0]?.Name?.endsWith('resource-id') !== true) return false
    const from = look.at - (look.staleSeconds ?? 0) * 1000
    return this.#renames.some(other => other.name === labelOf(one) && other.at >= from)
  }

  #writes(before: Account, after: Account, at: number, entry: Entry): void {
    const deployment = before.deployments.find(one => one.shown.BlueGreenDeploymentIdentifier === idIn(entry))
    if (entry.operation === 'CreateBlueGreenDeployment') this.#creation(after, at, entry)
    if (entry.operation !== 'DeleteBlueGreenDeployment' && entry.operation !== 'SwitchoverBlueGreenDeployment') return
    if (entry.operation === 'DeleteBlueGreenDeployment' && deployment?.shown.Status === 'SWITCHOVER_COMPLETED')
      this.#forgetting(before, deployment, at, entry)
    const mine = this.#desk?.record.filter(one => one.caller === entry.caller && one.operation === entry.operation && one.effect) ?? []
    if (entry.operation === 'DeleteBlueGreenDeployment' && mine.some(one => idIn(one) !== idIn(entry)))
      this.complain('one run deleted two deployments', at, entry.caller)
    if (entry.operation !== 'SwitchoverBlueGreenDeployment') return
    if (mine.length > 1) this.complain('a second switchover call of one run was accepted', at, entry.caller)
  }

  #creation(after: Account, at: number, entry: Entry): void {
    const made = after.deployments.at(-1)
    const source = made?.shown.Source
    const open = after.deployments.filter(one => one.shown.Source === source && one.shown.Status !== 'DELETING')
    if (open.length > 1) this.complain(`${open.length} deployments of one source`, at, entry.caller)
    const isRemembered = made?.pairs.every(
      ({kind, blue}) =>
        kind === 'endpoint' || made.tags.some(tag => tag.Key?.includes('/blue-') === true && tag.Value?.includes(blue) === true)
    )
    if (isRemembered === false) this.complain('a deployment was created without the memory of what blue was', at, entry.caller)
    const wish = this.wishes.get(entry.caller)
    const production = [...after.instances, ...after.clusters].find(one => nameOf(one) === this.#upgrade.name)
    if (production !== undefined && wish !== undefined && isAsWished(production, wish))
      this.complain('a second environment was made of a production that is at the target', at, entry.caller)
  }

  /** With the deployment goes its memory: every old database must bear its mark by then, and no member may have failed. */
  #forgetting(before: Account, deployment: Deployment, at: number, entry: Entry): void {
    const failed = deployment.shown.SwitchoverDetails.find(one => one.Status !== 'SWITCHOVER_COMPLETED')
    if (failed !== undefined) this.complain(`the deployment was deleted though a member is ${failed.Status}`, at, entry.caller)
    if (deployment.tags.every(tag => tag.Key?.includes('/blue-') !== true)) return
    for (const pair of deployment.pairs) {
      const one = findById(before, pair.kind, pair.blue)
      if (one === undefined || one.kind === 'endpoint' || statusOf(one) === 'deleting') continue
      const mark = one.shown.TagList.find(tag => tag.Key === 'rds-blue-green/v1/old-blue')?.Value ?? ''
      if (!mark.includes(pair.blue)) this.complain(`the deployment was deleted before ${labelOf(one)} was marked`, at, entry.caller)
    }
  }

  /** When the first member of that deployment had moved. */
  movedAt(deploymentId: string): number | undefined {
    return this.#moved.get(deploymentId)
  }

  requestsOf(run: string): readonly Entry[] {
    return (this.#desk?.record ?? []).filter(one => one.caller === run && one.api === 'rds')
  }

  /** What a run wrote, in the order of the requests. */
  writesOf(run: string): readonly Entry[] {
    return (this.#desk?.record ?? []).filter(one => one.caller === run && one.api === 'rds' && !isRead(one.operation))
  }
}
