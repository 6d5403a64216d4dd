/** The outputs of every look: known at once, and taken back only where they have become untrue. */
import {describe, expect, test} from '@jest/globals'
import {absent, known, notLooked, unknown} from '../../src/domain/known.ts'
import {KEYS, readMemory} from '../../src/domain/memory.ts'
import {tell} from '../../src/engine/telling.ts'
import {NOTHING_SEEN} from '../../src/observing/observation.ts'
import {
  arn,
  BLUE,
  blue,
  blueReplica,
  byLabel,
  database,
  deployment,
  GREEN,
  green,
  greenReplica,
  ID,
  NONE,
  observation,
  production,
  TARGET,
  tags
} from '../phases/builders.ts'

const GREEN_OUTPUTS = ['green-identifier', 'green-endpoint', 'green-reader-endpoint', 'green-port'] as const
const noGreen = Object.fromEntries(GREEN_OUTPUTS.map(name => [name, '']))

describe('before the switchover', () => {
  test('production, what it was, green and what would be approved', () => {
    const reachable = {...green, endpoint: 'green.example', readerEndpoint: 'green-ro.example', port: 6543}
    expect(tell(observation('AVAILABLE', {databases: byLabel(blue, blueReplica, reachable, greenReplica)}))).toEqual({
      'deployment-id': ID,
      'deployment-name': 'orders-up',
      status: 'AVAILABLE',
      'source-kind': 'instance',
      'source-identifier': 'orders',
      engine: 'postgres',
      'engine-version': '16.8',
      'engine-version-before': '16.8',
      'parameter-group': 'default.postgres16',
      'parameter-group-before': 'default.postgres16',
      'resource-id': BLUE.resourceId,
      'resource-id-before': BLUE.resourceId,
      'green-identifier': GREEN.name,
      'green-endpoint': 'green.example',
      'green-reader-endpoint': 'green-ro.example',
      'green-port': '6543',
      'target-parameter-group': 'default.postgres17',
      fingerprint: expect.stringMatching(/./)
    })
  })
  test('what production is now counts as what it was, as long as nobody recorded it', () => {
    const untold = readMemory(tags({[KEYS.beforeVersion]: undefined, [KEYS.beforeGroup]: undefined, [`${KEYS.blue}01`]: undefined}))
    const told = tell(observation('AVAILABLE', {memory: known(untold)}))
    expect([told['engine-version-before'], told['parameter-group-before'], told['resource-id-before']]).toEqual([
      '16.8',
      'default.postgres16',
      BLUE.resourceId
    ])
  })
  test('while green is not there, nothing of it is told, nor taken back', () => {
    const told = tell(observation('PROVISIONING', {databases: byLabel(blue, blueReplica)}))
    expect(GREEN_OUTPUTS.filter(name => name in told)).toEqual([])
    expect(told['engine-version']).toBe('16.8')
  })
  test('where the databases were not read: production by its name, with the groups of what belongs to it', () => {
    const cluster = database({kind: 'cluster', name: 'shop', parameterGroup: 'cluster16'})
    const now = {...observation('PROVISIONING'), databases: notLooked, production: known(cluster), blue: known([cluster, blueReplica])}
    expect(tell(now)).toMatchObject({
      'source-kind': 'cluster',
      'source-identifier': 'shop',
      'parameter-group': 'default.postgres16',
      'cluster-parameter-group': 'cluster16',
      'cluster-parameter-group-before': 'cluster16'
    })
  })
  test('a cluster whose databases were read: the group of its instances from those', () => {
    const cluster = database({kind: 'cluster', name: 'shop', arn: arn('shop', 'cluster'), parameterGroup: 'cluster16'})
    const member = database({name: 'shop-1', parameterGroup: 'writer16'})
    const one = deployment('AVAILABLE', {
      source: cluster.arn,
      target: arn('shop-green-abc123', 'cluster'),
      members: [
        {source: cluster.arn, target: undefined, status: 'AVAILABLE'},
        {source: member.arn, target: undefined, status: 'AVAILABLE'},
        {source: arn('shop-2'), target: undefined, status: 'AVAILABLE'}
      ]
    })
    const now = observation('AVAILABLE', {
      deployment: known(one),
      memory: known(readMemory(new Map())),
      databases: byLabel(cluster, member),
      blue: notLooked
    })
    expect(tell(now)).toMatchObject({'source-kind': 'cluster', 'parameter-group': 'writer16', 'cluster-parameter-group': 'cluster16'})
  })
})

describe('after the switchover', () => {
  const now = observation('SWITCHOVER_COMPLETED')
  test('production is the former green, what it was comes from memory, and nothing is green any more', () => {
    expect(tell(now)).toEqual({
      ...noGreen,
      'deployment-id': ID,
      'deployment-name': 'orders-up',
      status: 'SWITCHOVER_COMPLETED',
      'source-kind': 'instance',
      'source-identifier': 'orders',
      engine: 'postgres',
      'engine-version': '17.6',
      'engine-version-before': '16.8',
      'parameter-group': 'default.postgres17',
      'parameter-group-before': 'default.postgres16',
      'resource-id': GREEN.resourceId,
      'resource-id-before': BLUE.resourceId,
      'old-identifier': 'orders-old1',
      'target-parameter-group': 'default.postgres17'
    })
  })
  test('what it was and nobody recorded is not told: production is no witness of it', () => {
    const told = tell({...now, memory: unknown('denied')})
    expect(Object.keys(told).filter(name => name.endsWith('-before'))).toEqual([])
  })
  test('production by its name alone is no witness either, while the databases were not read', () => {
    const told = tell({...now, databases: notLooked, production: known(blue)})
    expect(told['resource-id']).toBeUndefined()
    expect(told['old-identifier']).toBe('orders-old1')
  })
})

test('while it is deleted its ARNs say nothing: only green is taken back', () => {
  expect(tell(observation('DELETING'))).toEqual({
    ...noGreen,
    'deployment-id': ID,
    'deployment-name': 'orders-up',
    status: 'DELETING'
  })
})

describe('without a deployment', () => {
  test('certainly none: status and green are empty, production is told as it is', () => {
    expect(tell(observation(NONE, {production: known(production)}))).toMatchObject({
      ...noGreen,
      status: '',
      'engine-version': '17.6',
      'resource-id': GREEN.resourceId,
      'target-parameter-group': 'default.postgres17'
    })
    expect(tell(observation(NONE))['engine-version-before']).toBeUndefined()
  })
  test('not looked, or not to be read: nothing is taken back', () => {
    expect(tell(NOTHING_SEEN)).toEqual({})
    expect(tell({...NOTHING_SEEN, deployment: unknown('denied')})).toEqual({})
    expect(tell({...NOTHING_SEEN, deployment: absent})).toEqual({...noGreen, status: ''})
  })
  test('a cluster that create looks at: both its groups', () => {
    const cluster = database({kind: 'cluster', name: 'shop', parameterGroup: 'cluster16'})
    const target = {...TARGET, group: {name: 'p17', family: absent}, clusterGroup: {name: 'c17', family: absent}}
    expect(tell(observation(NONE, {production: known(cluster), blue: known([cluster, blueReplica]), target: known(target)}))).toMatchObject(
      {
        'parameter-group': 'default.postgres16',
        'cluster-parameter-group': 'cluster16',
        'target-parameter-group': 'p17',
        'target-cluster-parameter-group': 'c17'
      }
    )
    expect(tell(observation(NONE, {production: known(cluster), blue: notLooked}))['parameter-group']).toBeUndefined()
  })
})
