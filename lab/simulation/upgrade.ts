/** What one seed upgrades: the databases, the target, and the inputs that every run of the seed has in common. RDS accepts it as it stands, or once it is prepared. */
import type {Paper} from '../bodies/paper.ts'
import {defaultPaper} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import {compareVersions, engineVersions, familyOf, majorOf} from '../model/catalogue.ts'
import type {AccountSeed} from '../model/seed.ts'
import {labGroupOf} from '../model/seed.ts'
import type {Unknowns} from '../model/unknowns.ts'
import {drawUnknowns} from '../model/unknowns.ts'
import type {Unprepared} from './unprepared.ts'
import {asDrawn, drawUnprepared} from './unprepared.ts'

export type Given = Readonly<Record<string, string>>

/** One upgrade; a seed may be after a second one, to the version behind it. */
export interface Leg {
  /** What production runs before. */
  readonly from: string
  /** As given; undefined: the version stays. */
  readonly wanted: string | undefined
  readonly instanceClass: string | undefined
  readonly target: Given
}

export interface Upgrade {
  readonly kind: 'instance' | 'cluster'
  readonly name: string
  readonly legs: readonly Leg[]
  readonly unknowns: Unknowns
  /** Why RDS would not take the source as it stands, or not carry everything over. */
  readonly unprepared: Unprepared['is'] | undefined
  readonly seed: AccountSeed
  readonly cleanup: Given
  readonly run: Given
}

/** Few are common, many are rare: the bigger end costs more and finds less. */
export const skewed = (dice: Dice, from: number, to: number): number => from + Math.floor((to - from + 1) * dice.roll() ** 3)

const digits = '0123456789'

/** Least version of each major from which replication works logically (facts L-01). */
const logicalFrom = ['11.21', '12.16', '13.12', '14.9', '15.4', '16.1']

const catalogue = engineVersions()

interface Step {
  readonly engine: string
  readonly from: string
  readonly to: string
}

const steps: readonly Step[] = catalogue
  .flatMap(one => one.targets.map(target => ({engine: one.engine, from: one.version, to: target.EngineVersion ?? ''})))
  .filter(({engine, from, to}) => {
    if (!engine.includes('postgres') || (engine === 'postgres' && majorOf(engine, from) === majorOf(engine, to))) return true
    const least = logicalFrom.find(version => version.split('.')[0] === from.split('.')[0])
    return least === undefined || compareVersions(from, least) >= 0
  })

const stepsOf = new Map(
  ['mysql', 'mariadb', 'postgres', 'aurora-mysql', 'aurora-postgresql'].map(engine => [engine, steps.filter(one => one.engine === engine)])
)

const given = (values: Readonly<Record<string, string | undefined>>): Given =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

function paperOf(dice: Dice): Paper {
  const factor = dice.chance(0.1) ? 1 : dice.between(0.03, 0.2)
  const shrunk = Object.entries(defaultPaper).map(([name, value]: [string, unknown]) =>
    Array.isArray(value) && !['guardrails', 'switchover'].includes(name) ? [name, value.map((one: number) => one * factor)] : [name, value]
  )
  return {
    ...(Object.fromEntries(shrunk) as Paper),
    // Each second of a switchover is a look.
    ...(dice.chance(0.2) ? {} : {switchover: [4_000, 20_000] as const}),
    ...(dice.chance(0.05) ? {createReplica: [6 * 3_600_000, 9 * 3_600_000] as const} : {}),
    storageInitializationChance: dice.chance(0.5) ? 0.3 : 0,
    lagChance: dice.chance(0.3) ? 0.2 : 0,
    lagSeconds: dice.chance(0.3) ? 60 : 4,
    missingChance: dice.chance(0.2) ? 0.05 : 0,
    failureChance: dice.chance(0.3) ? 0.2 : 0,
    cancelChance: dice.chance(0.3) ? 0.4 : 0
  }
}

/** Nothing goes wrong by chance or at a moment nobody could foresee, and a switchover is over before the shortest timeout. */
export const calmPaper: Partial<Paper> = {
  lagChance: 0,
  missingChance: 0,
  failureChance: 0,
  cancelChance: 0,
  storageInitializationChance: 0,
  switchover: [4_000, 10_000]
}

interface Wish extends Leg {
  readonly shown: object
}

function wishOf(dice: Dice, kind: Upgrade['kind'], {engine, from, to}: Step, custom: boolean, derives: boolean): Wish {
  const onlyClass = kind === 'instance' && dice.fork('only class').chance(0.08)
  const major = majorOf(engine, from) !== majorOf(engine, to) && !onlyClass
  const isShort = major && dice.fork('short').chance(0.4)
  const wanted = onlyClass ? undefined : isShort ? majorOf(engine, to) : to
  const resized = onlyClass || (kind === 'instance' && dice.fork('class').chance(0.2))
  const group = labGroupOf(engine, to)
  const storage = kind === 'instance' && dice.fork('storage').chance(0.15)
  const config = kind === 'instance' && dice.fork('config').chance(0.05)
  return {
    from,
    wanted,
    instanceClass: resized ? 'db.m7g.large' : undefined,
    shown: config ? {IsStorageConfigUpgradeAvailable: true} : {},
    target: given({
      'target-engine-version': wanted,
      'target-instance-class': resized ? 'db.m7g.large' : undefined,
      'target-parameter-group': custom && major && kind === 'instance' && !derives ? group : undefined,
      'target-cluster-parameter-group': major && kind === 'cluster' && !derives ? group : undefined,
      'target-storage-type': storage ? 'io2' : undefined,
      'target-iops': storage ? '5000' : undefined,
      'target-allocated-storage': storage ? '200' : undefined,
      'upgrade-storage-config': config ? 'true' : undefined,
      'target-kms-key-id': dice.fork('key').chance(0.05) ? '0a1b2c3d-0000-4000-8000-9e8d7c6b5a49' : undefined,
      'deployment-name': dice.fork('name').chance(0.2) ? 'the-upgrade' : undefined,
      tags: dice.fork('tags').chance(0.2) ? 'team=shop' : undefined
    })
  }
}

/** From where the first one ends, with nothing but another version. */
function secondOf(dice: Dice, kind: Upgrade['kind'], first: Step, custom: boolean, derives: boolean): readonly Leg[] {
  const behind = (stepsOf.get(first.engine) ?? []).filter(one => one.from === first.to)
  const next = dice.chance(0.3) ? dice.pick(behind) : undefined
  if (next === undefined) return []
  const isMajor = majorOf(next.engine, next.from) !== majorOf(next.engine, next.to)
  const group = isMajor && !derives ? labGroupOf(next.engine, next.to) : undefined
  return [
    {
      from: next.from,
      wanted: next.to,
      instanceClass: undefined,
      target: given({
        'target-engine-version': next.to,
        'target-parameter-group': custom && kind === 'instance' ? group : undefined,
        'target-cluster-parameter-group': kind === 'cluster' ? group : undefined
      })
    }
  ]
}

/** `isPrepared`: `prepare` is one of the phases, so that the source need not be ready. */
export function drawUpgrade(dice: Dice, isPrepared: boolean): Upgrade {
  const kind = dice.fork('kind').chance(0.35) ? 'cluster' : 'instance'
  const engine = dice.fork('engine').pick(kind === 'cluster' ? ['aurora-mysql', 'aurora-postgresql'] : ['mysql', 'mariadb', 'postgres'])
  const step = dice.fork('step').pick(stepsOf.get(engine ?? '') ?? []) ?? {engine: 'mysql', from: '8.0.42', to: '8.4.6'}
  const name = dice.fork('long name').chance(0.05) ? 'orders-of-the-department-of-long-names-in-eu' : 'orders'
  const custom = step.engine === 'postgres' || dice.fork('custom group').chance(0.3)
  const count = kind === 'cluster' ? skewed(dice.fork('instances'), 1, 15) : skewed(dice.fork('replicas'), 0, 5)
  const members = Array.from({length: count}, (_, index) => `${name}-${kind === 'cluster' ? 'i' : 'r'}${index + 1}`)
  const draws = isPrepared && dice.fork('unprepared').chance(0.35)
  const unprepared = draws ? drawUnprepared(dice.fork('unprepared as'), kind, step, members) : undefined
  const wish = wishOf(dice, kind, step, custom, unprepared !== undefined)
  const guarded = dice.fork('protected').chance(0.3)
  const unknowns = drawUnknowns(dice)
  const id = `4${dice.fork('account').text(digits, 11)}`
  const common = {
    name,
    engine: step.engine,
    version: step.from,
    deletionProtection: guarded,
    tags: {team: 'shop'},
    ...(custom || kind === 'cluster' ? {group: labGroupOf(step.engine, step.from)} : {})
  }
  const endpoints = Array.from({length: skewed(dice.fork('endpoints'), 0, 5)}, (_, index) => `${name}-e${index + 1}`)
  const strangers = [
    ...(unprepared?.strangers ?? []),
    ...(dice.fork('stranger').chance(0.15) ? [{name: `${name}-old1`, engine: 'mysql'}] : []),
    ...(dice.fork('bystander').chance(0.4) ? [{name: 'billing', engine: 'mysql', replicas: ['billing-r1']}] : [])
  ]
  const seed: AccountSeed = {
    seed: dice.fork('seed').text(digits, 9),
    id,
    unknowns,
    paper: paperOf(dice.fork('paper')),
    quotas: {instances: 400, snapshots: 400},
    groups: unprepared?.groups ?? [],
    instances: [...(kind === 'instance' ? [asDrawn({...common, replicas: members, shown: wish.shown}, unprepared)] : []), ...strangers],
    clusters:
      kind === 'cluster'
        ? [asDrawn({...common, instances: members, endpoints, instanceGroup: `default.${familyOf(step.engine, step.from)}`}, unprepared)]
        : []
  }
  return {
    kind,
    name,
    legs: [wish, ...(wish.wanted === step.to ? secondOf(dice.fork('second'), kind, step, custom, unprepared !== undefined) : [])],
    unknowns,
    seed,
    unprepared: unprepared?.is,
    cleanup: drawCleanup(dice.fork('cleanup'), guarded),
    run: {...drawRun(dice.fork('run'), id), ...(isPrepared ? {'allow-reboot': 'true'} : {})}
  }
}

const drawCleanup = (dice: Dice, guarded: boolean): Given =>
  given({
    'delete-old-databases': dice.fork('delete').chance(0.8) ? 'true' : undefined,
    'old-min-age-hours': dice.fork('age').pick(['0', '0', '0', '0.5', '24']),
    'old-idle-minutes': dice.fork('idle').pick(['0', '0', '2', '5', '20']),
    'final-snapshot': dice.fork('snapshot').chance(0.75) ? undefined : 'false',
    'keep-automated-backups': dice.fork('backups').chance(0.8) ? undefined : 'false',
    'disable-deletion-protection': guarded && dice.fork('disable').chance(0.8) ? 'true' : undefined
  })

const drawRun = (dice: Dice, id: string): Given =>
  given({
    'allowed-account-ids': dice.fork('allowed').chance(0.2) ? id : undefined,
    'poll-interval-seconds': dice.fork('poll').pick(['', '60', '120', '300', '300']) || undefined,
    'wait-timeout-minutes': dice.fork('timeout').pick(['330', '330', '330', '90', '30']),
    'on-timeout': dice.fork('on timeout').chance(0.2) ? 'pass' : undefined,
    'switchover-timeout-seconds': dice.fork('switchover').pick(['300', '300', '60', '30', '900']),
    'gate-timeout-minutes': dice.fork('gate').pick(['10', '10', '0', '2']),
    'max-replica-lag-seconds': dice.fork('lag').pick(['5', '5', '0', '60']),
    'github-token': 'ghs_SecretOfTheSimulation'
  })
