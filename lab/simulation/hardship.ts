/** What goes wrong between the action and AWS while the story lasts: weather, planned faults, denied permissions. */
import type {FaultRule, Weather} from '../desk-faults.ts'
import type {Dice} from '../dice.ts'

export interface Hardship {
  readonly latency: readonly [number, number]
  readonly weather: Weather
  readonly faults: readonly FaultRule[]
  readonly denied: readonly string[]
}

const reads = [
  'DescribeBlueGreenDeployments',
  'DescribeDBInstances',
  'DescribeDBClusters',
  'ListTagsForResource',
  'DescribeEvents',
  'GetMetricData',
  'DescribeDBParameterGroups',
  'DescribeDBParameters'
]
const writes = [
  'CreateBlueGreenDeployment',
  'SwitchoverBlueGreenDeployment',
  'DeleteBlueGreenDeployment',
  'AddTagsToResource',
  'ModifyDBInstance',
  'DeleteDBInstance',
  'DeleteDBCluster',
  'CreateDBParameterGroup',
  'ModifyDBParameterGroup',
  'ModifyDBCluster',
  'RebootDBInstance',
  'RebootDBInstance'
]
const absentable = [
  'TagList',
  'Tasks',
  'Target',
  'TargetMember',
  'SwitchoverDetails',
  'StatusDetails',
  'Endpoint',
  'DeletionProtection',
  'DBParameterGroups'
]

const deniable = [
  'rds:DescribeEvents',
  'rds:ListTagsForResource',
  'rds:AddTagsToResource',
  'rds:DescribeDBSnapshots',
  'rds:DescribeDBLogFiles',
  'rds:DescribeDBClusters',
  'rds:DeleteDBInstance',
  'rds:SwitchoverBlueGreenDeployment',
  'rds:DescribeDBEngineVersions',
  'rds:ModifyDBParameterGroup',
  'rds:RebootDBInstance',
  'cloudwatch:GetMetricData'
]

function drawWeather(dice: Dice): Weather {
  const often = (label: string, most: number): number => (dice.fork(label).chance(0.35) ? dice.fork(`${label} how`).between(0, most) : 0)
  return {
    throttle: often('throttle', 0.2),
    error: often('error', 0.1),
    resetBefore: often('reset before', 0.08),
    resetAfter: often('reset after', 0.12),
    slow: often('slow', 0.05),
    slowMilliseconds: 40_000,
    stale: often('stale', 0.3),
    staleSeconds: 30
  }
}

function drawFault(dice: Dice): FaultRule {
  const nth = Math.max(1, Math.round(40 ** dice.fork('nth').roll()))
  const read = {operation: dice.fork('read').pick(reads) ?? '', nth}
  const write = {operation: dice.fork('write').pick(writes) ?? '', nth: dice.fork('which').whole(1, 3)}
  switch (dice.fork('is').pick(['lost write', 'lost write', 'stale', 'absent', 'expire', 'burst', 'outage', 'refuse'])) {
    case 'lost write':
      return {...write, fault: {is: 'reset', effect: dice.fork('effect').chance(0.6) ? 'after' : 'before'}}
    case 'stale':
      return {...read, times: dice.fork('times').whole(1, 3), fault: {is: 'stale', seconds: dice.fork('seconds').between(1, 30)}}
    case 'absent':
      return {
        ...read,
        times: dice.fork('times').whole(1, 3),
        fault: {is: 'omit', members: [dice.fork('member').pick(absentable) ?? 'TagList']}
      }
    case 'expire':
      return {nth: nth * 4, times: dice.fork('times').whole(1, 3), fault: {is: 'expire'}}
    case 'burst':
      return {nth: nth * 2, times: dice.fork('times').whole(3, 40), fault: {is: 'throttle'}}
    case 'outage':
      return {nth: nth * 2, times: dice.fork('times').whole(5, 150), fault: {is: 'timeout', effect: 'before'}}
    default:
      return {
        ...write,
        fault: {is: 'refuse', code: 'InternalFailure', status: 500, effect: dice.fork('effect').chance(0.5) ? 'after' : 'before'}
      }
  }
}

export function drawHardship(dice: Dice): Hardship {
  const fair = dice.fork('fair').chance(0.3)
  const count = fair ? 0 : dice.fork('faults').pick([0, 0, 1, 2, 3])
  return {
    latency: dice.fork('latency').pick<readonly [number, number]>([
      [0, 0],
      [10, 90],
      [50, 1500]
    ]) ?? [0, 0],
    weather: fair ? {} : drawWeather(dice.fork('weather')),
    faults: Array.from({length: count}, (_, index) => drawFault(dice.fork(`fault ${index}`))),
    denied: dice.fork('denied').chance(0.1) ? [dice.fork('action').pick(deniable) ?? 'rds:DescribeEvents'] : []
  }
}
