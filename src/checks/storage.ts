/** Storage and class of RDS instances. Of Aurora there is nothing to ask: RDS takes none of it there. */
import type {Database} from '../domain/database.ts'
import {isBurstable} from '../domain/database.ts'
import {valueIn} from '../domain/parameters.ts'
import type {Inputs} from '../inputs.ts'
import type {Source} from '../observing/source.ts'
import type {Orderable, Range} from '../rds/surroundings.ts'
import {cannotTell, met, notMet, ofSource} from './of-source.ts'

const GIB = 1024 ** 3

const ofCluster = ({production}: Source): string | undefined =>
  production.kind === 'cluster' ? 'Aurora has no storage of its own to choose' : undefined

const classOf = ({instances}: Source, inputs: Inputs): string | undefined => inputs.targetInstanceClass ?? instances[0]?.instanceClass

const changesClass = ({instances}: Source, inputs: Inputs): boolean =>
  inputs.targetInstanceClass !== undefined && inputs.targetInstanceClass !== instances[0]?.instanceClass

const typeOf = ({production}: Source, inputs: Inputs): string | undefined => inputs.targetStorageType ?? production.storageType

export const shrinksEnough = ofSource({
  id: 'smaller-storage-holds-the-data',
  rows: ['S-01'],
  title: 'The smaller storage asked for holds 1.2 times what is used',
  severity: 'blocking',
  needs: ['freeStorage'],
  unless: (source, inputs) =>
    ofCluster(source) ??
    (inputs.targetAllocatedStorage === undefined || inputs.targetAllocatedStorage >= (source.production.allocatedStorage ?? 0)
      ? 'no smaller storage is asked for'
      : undefined),
  judge({production: {name, allocatedStorage = 0}}, {freeStorage}, {targetAllocatedStorage: asked = 0}) {
    if (freeStorage === undefined)
      return cannotTell(
        `CloudWatch has no FreeStorageSpace of ${name}`,
        'leave target-allocated-storage out, or see to it that 1.2 times what is used fits'
      )
    const used = allocatedStorage - freeStorage / GIB
    const least = Math.ceil(used * 1.2)
    const observed = `${asked} GiB asked for, ${used.toFixed(1)} of ${allocatedStorage} GiB used`
    if (asked >= least) return met(observed, `at least ${least} GiB`)
    return notMet(
      observed,
      `at least ${least} GiB`,
      `give target-allocated-storage: ${least + 1} or more; below that RDS makes it no smaller`
    )
  }
})

export const magneticGetsType = ofSource({
  id: 'magnetic-storage-gets-another-type',
  rows: ['S-02'],
  title: 'Magnetic storage of another size gets another type as well',
  severity: 'blocking',
  needs: [],
  unless: (source, inputs) => ofCluster(source) ?? (inputs.targetAllocatedStorage === undefined ? 'no other size is asked for' : undefined),
  judge({production: {storageType}}, _told, {targetStorageType}) {
    const expected = 'a target-storage-type'
    if (storageType === undefined) return cannotTell('RDS does not say which storage blue has', 'give target-storage-type')
    if (storageType !== 'standard') return met(storageType, 'any type but standard')
    if (targetStorageType !== undefined) return met(`standard, to ${targetStorageType}`, expected)
    return notMet('standard, and no target-storage-type', expected, 'give target-storage-type: gp3')
  }
})

export const configIsOld = ofSource({
  id: 'storage-configuration-can-be-upgraded',
  rows: ['S-03'],
  title: 'There is a newer storage configuration to upgrade to',
  severity: 'blocking',
  needs: [],
  unless: noStorageUpgrade,
  judge(source, _told, inputs) {
    const {production} = source
    const expected = 'an older configuration, or another class'
    if (changesClass(source, inputs)) return met('the class changes', expected)
    if (production.storageConfigUpgradeAvailable === true) return met('an upgrade is available', expected)
    if (production.storageConfigUpgradeAvailable === undefined)
      return cannotTell(
        `RDS does not say whether ${production.name} has the latest storage configuration`,
        'leave upgrade-storage-config out'
      )
    return notMet('the latest already, and the class stays', expected, 'leave upgrade-storage-config out')
  }
})

/** Which classes have Optimized Writes the API does not say: asked of every new class on old storage. */
export const optimizedWrites = ofSource({
  id: 'new-class-can-use-optimized-writes',
  rows: ['S-04'],
  title: 'A new class finds the storage configuration that Optimized Writes needs',
  severity: 'advice',
  needs: ['greenGroups'],
  unless: (source, inputs) =>
    ofCluster(source) ??
    (source.isPostgres ? 'Optimized Writes are of MySQL and MariaDB' : undefined) ??
    (changesClass(source, inputs) ? undefined : 'the class stays'),
  judge({production}, {greenGroups}, inputs) {
    const expected = 'upgrade-storage-config: true, and rds.optimized_writes=AUTO'
    const value = valueIn(greenGroups.instance, 'rds.optimized_writes')
    if (production.storageConfigUpgradeAvailable === undefined)
      return cannotTell(`RDS does not say whether ${production.name} has the latest storage configuration`, `to be sure, give ${expected}`)
    const old = production.storageConfigUpgradeAvailable && inputs.upgradeStorageConfig !== true
    const isOff = value !== undefined && value.toUpperCase() !== 'AUTO'
    if (!old && !isOff) return met('it does', expected)
    const lines = [
      ...(old ? ['the storage configuration is an older one'] : []),
      ...(isOff ? [`rds.optimized_writes is ${value} in ${greenGroups.instance?.name}`] : [])
    ]
    const remedy = [
      ...(old ? ['give upgrade-storage-config: true (only possible now, at the creation)'] : []),
      ...(isOff ? ['set rds.optimized_writes=AUTO in the target group'] : [])
    ]
    return notMet(lines.join('; '), expected, `${remedy.join('; ')}; without it the class works, but slower`)
  }
})

export const replicasFollow = ofSource({
  id: 'replicas-get-the-same-class-and-storage',
  rows: ['S-05'],
  title: 'Class, storage type, IOPS and throughput asked for reach every instance of green',
  severity: 'advice',
  needs: [],
  unless: (source, inputs) => ofCluster(source) ?? (ofPrimaryAlone(inputs).length === 0 ? 'none of them is asked for' : undefined),
  judge({instances}, _told, inputs) {
    const [, ...replicas] = instances
    const expected = 'no read replica that is left out'
    if (replicas.length === 0) return met('there are no read replicas', expected)
    const names = replicas.map(one => one.name).join(', ')
    return notMet(
      `${ofPrimaryAlone(inputs).join(', ')} will be for the primary of green alone, not for the counterparts of ${names}`,
      expected,
      'modify the read replicas of green once it is there, and wait until they are available before the switchover; or after it'
    )
  }
})

const ofPrimaryAlone = (inputs: Inputs): readonly string[] => [
  ...(inputs.targetInstanceClass === undefined ? [] : ['target-instance-class']),
  ...(inputs.targetStorageType === undefined ? [] : ['target-storage-type']),
  ...(inputs.targetIops === undefined ? [] : ['target-iops']),
  ...(inputs.targetStorageThroughput === undefined ? [] : ['target-storage-throughput'])
]

export const roomWhileUpgrading = ofSource({
  id: 'blue-has-room-while-storage-is-upgraded',
  rows: ['S-06'],
  title: 'Blue has storage to spare while replication pauses for the storage upgrade',
  severity: 'advice',
  needs: ['freeStorage'],
  unless: noStorageUpgrade,
  judge({production: {name, allocatedStorage, traits}}, {freeStorage}) {
    if (freeStorage === undefined || allocatedStorage === undefined)
      return cannotTell(`CloudWatch has no FreeStorageSpace of ${name}`, 'watch the free storage of blue while green is built')
    const percent = (freeStorage / GIB / allocatedStorage) * 100
    const observed = `${percent.toFixed(0)} % of ${allocatedStorage} GiB are free`
    const expected = 'more than 10 % free'
    if (percent > 10) return met(observed, expected)
    const grows = traits.maxAllocatedStorage !== undefined && traits.maxAllocatedStorage > allocatedStorage
    return notMet(observed, expected, `give blue more storage first${grows ? '; storage autoscaling may not be quick enough' : ''}`)
  }
})

function noStorageUpgrade(source: Source, inputs: Inputs): string | undefined {
  return ofCluster(source) ?? (inputs.upgradeStorageConfig === true ? undefined : 'upgrade-storage-config is not asked for')
}

/** No limit is published: what is nearly full is. */
const FULL_PERCENT = 90
/** Half an hour of one busy vCPU, about what an upgrade of a small database takes. */
const ENOUGH_CPU_CREDITS = 30

export const creditsAreThere = ofSource({
  id: 'burst-credits-are-full',
  rows: ['S-07'],
  title: 'Burst credits of storage and CPU last for the upgrade',
  severity: 'advice',
  needs: ['credits'],
  unless: source =>
    ofCluster(source) ??
    (source.production.storageType === 'gp2' || isBurstable(source.production.instanceClass)
      ? undefined
      : 'neither storage nor class lives on credits'),
  judge({production: {name, storageType, instanceClass}}, {credits}) {
    const isBurst = isBurstable(instanceClass)
    const {burstBalance, cpuCredits} = credits
    const lines = [
      ...(burstBalance === undefined ? [] : [`BurstBalance of ${name} is ${burstBalance.toFixed(0)} %`]),
      ...(cpuCredits === undefined ? [] : [`CPUCreditBalance is ${cpuCredits.toFixed(0)}`])
    ]
    const expected = [
      ...(storageType === 'gp2' ? [`BurstBalance of at least ${FULL_PERCENT} %`] : []),
      ...(isBurst ? [`CPUCreditBalance of at least ${ENOUGH_CPU_CREDITS}`] : [])
    ].join(', ')
    const lowStorage = burstBalance !== undefined && burstBalance < FULL_PERCENT
    const lowCpu = cpuCredits !== undefined && cpuCredits < ENOUGH_CPU_CREDITS
    const remedies = [
      ...(lowStorage ? ['give target-storage-type: gp3 (or io1, io2)'] : []),
      ...(lowCpu ? ['give a target-instance-class that is not burstable'] : [])
    ]
    if (remedies.length > 0) return notMet(lines.join(', '), expected, `${remedies.join(', ')}, or wait until the credits are back`)
    if ((storageType === 'gp2' && burstBalance === undefined) || (isBurst && cpuCredits === undefined))
      return cannotTell(`CloudWatch has no datapoint of the credits of ${name}`, `look for a ${expected}`)
    return met(lines.join(', '), expected)
  }
})

export const storageInitializes = ofSource({
  id: 'class-shows-storage-initialization',
  rows: ['S-08'],
  title: 'RDS loads the storage of green before it says that it is ready',
  severity: 'advice',
  needs: [],
  unless: ofCluster,
  judge({classes}) {
    const burstable = classes.filter(isBurstable)
    const expected = 'no t class'
    if (classes.length === 0) return cannotTell('RDS does not say which classes blue has', 'see to it that green is not of a t class')
    if (burstable.length === 0) return met(classes.join(', '), expected)
    return notMet(
      burstable.join(', '),
      expected,
      'read the large tables of green once before the switchover (or give another target-instance-class): RDS does not initialize storage of t classes, first reads are slow'
    )
  }
})

/** What of storage is asked for, and so judged. */
const asksForStorage = (inputs: Inputs): boolean =>
  [inputs.targetStorageType, inputs.targetAllocatedStorage, inputs.targetIops, inputs.targetStorageThroughput].some(
    one => one !== undefined
  )

const isWithin = (value: number, {from, to}: Range): boolean => (from === undefined || value >= from) && (to === undefined || value <= to)

const sayRanges = (ranges: readonly Range[]): string =>
  [...new Set(ranges.map(({from, to}) => `${from ?? 'any'} to ${to ?? 'any'}`))].join(', or ')

/** B13: gp3 of these engines has fixed IOPS and throughput below this size. */
const TUNED_FROM_GIB = 400
/** Types whose IOPS nobody chooses. */
const WITHOUT_IOPS = ['gp2', 'standard']

interface Wish {
  readonly input: string
  readonly value: number | undefined
  readonly unit: string
  readonly ranges: readonly Range[]
}

function storageTroubles(production: Database, type: string, options: readonly Orderable[], inputs: Inputs): readonly string[] {
  const {targetIops: iops, targetStorageThroughput: throughput} = inputs
  const size = inputs.targetAllocatedStorage ?? production.allocatedStorage
  const ofType = options.filter(one => one.storageType === type)
  const isTuned = iops !== undefined || throughput !== undefined
  const lines: string[] = []
  if (ofType.length === 0) return [`this class has no ${type}`]
  if (throughput !== undefined && type !== 'gp3') lines.push(`target-storage-throughput is for gp3 only, not for ${type}`)
  if (iops !== undefined && WITHOUT_IOPS.includes(type)) lines.push(`target-iops is not for ${type}`)
  if (type === 'gp3' && isTuned && size !== undefined && size < TUNED_FROM_GIB)
    lines.push(`gp3 below ${TUNED_FROM_GIB} GiB takes neither target-iops nor target-storage-throughput, and ${size} GiB it is`)
  const wishes: readonly Wish[] = [
    {input: 'target-allocated-storage', value: size, unit: 'GiB', ranges: ofType.map(one => one.storage)},
    {input: 'target-iops', value: iops, unit: 'IOPS', ranges: ofType.map(one => one.iops)},
    {input: 'target-storage-throughput', value: throughput, unit: 'MiB/s', ranges: ofType.map(one => one.throughput)}
  ]
  for (const {input, value, unit, ranges} of wishes)
    if (value !== undefined && !ranges.some(range => isWithin(value, range)))
      lines.push(`${input}: ${value} ${unit}, and ${type} has ${sayRanges(ranges)}`)
  return lines
}

export const storageFits = ofSource({
  id: 'storage-fits-the-class',
  rows: ['S-10', 'B13'],
  title: 'The class takes the storage that is asked for',
  severity: 'blocking',
  needs: ['orderable'],
  unless: (source, inputs) =>
    ofCluster(source) ?? (asksForStorage(inputs) || changesClass(source, inputs) ? undefined : 'neither storage nor class changes'),
  judge(source, {orderable}, inputs) {
    const {production} = source
    const [name, type] = [classOf(source, inputs), typeOf(source, inputs)]
    const options = name === undefined ? undefined : orderable.get(name)
    if (name === undefined || type === undefined || options === undefined || options.length === 0)
      return cannotTell(`RDS does not list which storage ${name ?? 'blue'} takes`, 'mend the class first')
    const lines = storageTroubles(production, type, options, inputs)
    const asked = [
      type,
      `${inputs.targetAllocatedStorage ?? production.allocatedStorage ?? '?'} GiB`,
      ...(inputs.targetIops === undefined ? [] : [`${inputs.targetIops} IOPS`]),
      ...(inputs.targetStorageThroughput === undefined ? [] : [`${inputs.targetStorageThroughput} MiB/s`])
    ].join(', ')
    if (lines.length === 0) return met(`${name} with ${asked}`, 'what RDS lists for the class')
    return notMet(
      lines.join('; '),
      `what RDS lists for ${name} with ${production.engine} ${source.version}`,
      'change these inputs, or leave them out'
    )
  }
})

export const storageChecks = [
  shrinksEnough,
  magneticGetsType,
  configIsOld,
  optimizedWrites,
  replicasFollow,
  roomWhileUpgrading,
  creditsAreThere,
  storageInitializes,
  storageFits
] as const
