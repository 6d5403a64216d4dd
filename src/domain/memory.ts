/**
 * The action's memory: tags on the deployment and, from `cleanup` on, marks on old blue (contract, "Tags"); on a parameter group of
 * `prepare` the time of its last change and whose it is. Later versions read what this one wrote, so keys are never re-purposed; what
 * cannot be parsed is skipped and said.
 */
import type {DatabaseKind} from './database.ts'
import type {Tags} from './deployment.ts'

export const PREFIX = 'rds-blue-green/'
const V1 = `${PREFIX}v1/`
export const KEYS = {
  request: `${V1}request`,
  target: `${V1}target-`,
  blue: `${V1}blue-`,
  beforeVersion: `${V1}before-version`,
  beforeGroup: `${V1}before-group`,
  beforeClusterGroup: `${V1}before-cluster-group`,
  run: `${V1}run`,
  switchover: `${V1}switchover`,
  switchedOverAt: `${V1}switched-over-at`,
  oldBlue: `${V1}old-blue`,
  groupChangedAt: `${V1}group-changed-at`,
  groupMadeFor: `${V1}group-made-for`
} as const

/** A database of blue as it was before the switchover. */
export interface Remembered {
  readonly name: string
  readonly resourceId: string
}

export interface Memory {
  readonly request: string | undefined
  /** Target options as recorded: `engine-version` → `16.9`. */
  readonly target: ReadonlyMap<string, string>
  readonly blue: readonly Remembered[]
  readonly beforeVersion: string | undefined
  readonly beforeGroup: string | undefined
  readonly beforeClusterGroup: string | undefined
  /** Who asked for the switchover, for people: `<run id>.<attempt> <time>`. */
  readonly switchover: string | undefined
  readonly switchedOverAt: Date | undefined
  /** The CloudFormation stack that owns the deployment. */
  readonly stack: string | undefined
  /** A part of what blue was could not be read: nothing can be proved by the rest alone. */
  readonly blueUnread: boolean
  /** Entries that could not be read, each in words. */
  readonly unread: readonly string[]
  /** The format of a later release that wrote here, e.g. `v2`. */
  readonly newer: string | undefined
}

export interface Mark {
  readonly deploymentId: string
  readonly resourceId: string
  readonly production: string
  readonly switchedOverAt: Date | undefined
}

const RESOURCE_ID = /^(db|cluster)-[A-Z0-9]+$/i

/** Which kind of database a resource id belongs to (facts 1.9: `db-...`, `cluster-...`). */
export const kindOfResourceId = (id: string): DatabaseKind => (id.toLowerCase().startsWith('cluster-') ? 'cluster' : 'instance')

export function dateOf(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

export function readMemory(tags: Tags): Memory {
  const target = new Map<string, string>()
  const blue: Remembered[] = []
  const unread: string[] = []
  let newer: string | undefined
  const own = [...tags].filter(([key]) => key.startsWith(PREFIX))
  for (const [key, value] of own.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const version = /^rds-blue-green\/(v\d+)\//.exec(key)?.[1]
    if (version !== undefined && version !== 'v1') newer = version
    if (key.startsWith(KEYS.target)) target.set(key.slice(KEYS.target.length), value)
    if (key.startsWith(KEYS.blue)) {
      const words = value.split(' ').filter(word => word !== '')
      for (let at = 0; at < words.length; at += 2) {
        const [name, resourceId] = [words[at], words[at + 1]]
        if (name !== undefined && resourceId !== undefined && RESOURCE_ID.test(resourceId)) blue.push({name, resourceId})
        else unread.push(`tag ${key}: not "<name> <resource id>" pairs`)
      }
    }
  }
  const switchedOver = tags.get(KEYS.switchedOverAt)
  if (switchedOver !== undefined && dateOf(switchedOver) === undefined) unread.push(`tag ${KEYS.switchedOverAt}: not a time`)
  return {
    request: tags.get(KEYS.request),
    target,
    blue,
    beforeVersion: tags.get(KEYS.beforeVersion),
    beforeGroup: tags.get(KEYS.beforeGroup),
    beforeClusterGroup: tags.get(KEYS.beforeClusterGroup),
    switchover: tags.get(KEYS.switchover),
    switchedOverAt: dateOf(switchedOver),
    stack: tags.get('aws:cloudformation:stack-name') ?? tags.get('aws:cloudformation:stack-id'),
    blueUnread: unread.some(line => line.includes(KEYS.blue)),
    unread,
    newer
  }
}

/** Two pairs a tag: 2 × (63 + 1 + 34) + 1 characters stay below RDS's 256. */
export function blueTags(blue: readonly Remembered[]): readonly (readonly [string, string])[] {
  const tags: (readonly [string, string])[] = []
  for (let at = 0; at < blue.length; at += 2) {
    const pairs = blue.slice(at, at + 2).map(one => `${one.name} ${one.resourceId}`)
    tags.push([`${KEYS.blue}${String(at / 2 + 1).padStart(2, '0')}`, pairs.join(' ')])
  }
  return tags
}

/** What `prepare` notes on a parameter group. */
export interface GroupNotes {
  /** When this action changed it last; undefined: it did not, or the note cannot be read. */
  readonly changedAt: Date | undefined
  /** Resource id of the production whose green gets it, or `UNFINISHED`: after a switchover production has another. */
  readonly madeFor: string | undefined
}

export const NO_NOTES: GroupNotes = {changedAt: undefined, madeFor: undefined}

/** In the place of a resource id: begun, and not everything is in it yet. */
export const UNFINISHED = 'unfinished'

export const readGroupNotes = (tags: Tags): GroupNotes => ({
  changedAt: dateOf(tags.get(KEYS.groupChangedAt)),
  madeFor: tags.get(KEYS.groupMadeFor)
})

/** Whose a group is that bears a name which `prepare` gives green's. `unfinished`: also where only the time of a change is noted. */
export type GroupStanding = 'nobodys' | 'unfinished' | 'finished' | 'of_another'

export function standingOfGroup({changedAt, madeFor}: GroupNotes, resourceId: string): GroupStanding {
  if (madeFor === undefined) return changedAt === undefined ? 'nobodys' : 'unfinished'
  if (madeFor === UNFINISHED) return 'unfinished'
  return madeFor === resourceId ? 'finished' : 'of_another'
}

/** Somebody made it, or took the note away with the tags: it is theirs, and neither edited nor taken unless it is given. */
export const saysNobodys = (name: string, input: string): {readonly because: string; readonly remedy: string} => ({
  because: `parameter group ${name} has a name that prepare gives, but not the tag ${KEYS.groupChangedAt}: somebody else made it, or its tags were taken off`,
  remedy: `give it as ${input} to have it used, or delete it`
})

export const printMark = (mark: Mark): string =>
  `${mark.deploymentId} ${mark.resourceId} ${mark.production} ${mark.switchedOverAt === undefined ? 'unknown' : mark.switchedOverAt.toISOString()}`

/** The mark a database bears. Void (undefined) when its resource id is not the bearer's: tags travel with snapshots and switchovers. */
export function readMark(tags: Tags, resourceId: string): Mark | undefined {
  const [deploymentId = '', own = '', production = '', at] = (tags.get(KEYS.oldBlue) ?? '').split(' ')
  if (deploymentId === '' || production === '') return undefined
  if (own.toLowerCase() !== resourceId.toLowerCase()) return undefined
  return {deploymentId, resourceId: own, production, switchedOverAt: dateOf(at)}
}
