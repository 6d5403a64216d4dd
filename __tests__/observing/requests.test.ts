/**
 * What one look of `create` costs before it decides, with every fact there is: rule 15, and people have hundreds of databases. A dry run
 * takes a second, cheaper look, since absence is believed of two; `plan` takes one.
 */
import {expect, test} from '@jest/globals'
import type {Entry} from '../../lab/desk.ts'
import * as people from '../../lab/model/people.ts'
import type {ClusterSeed} from '../../lab/model/seed.ts'
import {valueOf} from '../../src/domain/known.ts'
import type {FactName, Facts} from '../../src/observing/facts.ts'
import {gatherFacts} from '../../src/observing/facts.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {sourceOf} from '../../src/observing/source.ts'
import type {Readers} from '../../src/world.ts'
import {openBox} from '../lab/box.ts'
import {facts, inputs, phase} from '../phases/builders.ts'

const MOST = 25
const EVERY = Object.keys(facts()) as readonly FactName[]
const names = Array.from({length: 15}, (_none, at) => `shop-${at + 1}`)
const groups = (['16', '17'] as const).flatMap(major =>
  (['cluster', 'instance'] as const).map(kind => ({name: `of-${kind}-${major}`, family: `aurora-postgresql${major}`, kind}))
)
const shop: ClusterSeed = {
  name: 'shop',
  engine: 'aurora-postgresql',
  version: '16.8',
  instances: names,
  group: 'of-cluster-16',
  instanceGroup: 'of-instance-16',
  endpoints: ['reports', 'exports']
}
const asked = {
  'target-engine-version': '17.5',
  'target-parameter-group': 'of-instance-17',
  'target-cluster-parameter-group': 'of-cluster-17',
  'dry-run': 'true'
}

/** One for each proxy, and further pages, are beside the count. */
const counts = ({operation, input}: Entry): boolean =>
  operation !== 'DescribeDBProxyTargets' && !('Marker' in input) && !('NextToken' in input)

async function look(source: (arn: string) => string, classes: readonly string[], more: Readonly<Record<string, string>> = asked) {
  const box = openBox({
    clusters: [shop],
    groups,
    proxies: [
      {name: 'one', clusters: ['shop']},
      {name: 'two', clusters: ['shop']}
    ]
  })
  for (const [at, name] of names.entries())
    box.desk.change(people.changesInstance(name, {DBInstanceClass: classes[at % classes.length] ?? ''}))
  const given = inputs({mode: 'create', ...more, source: source(box.arn('cluster', 'shop'))})
  const readers: Readers = {...box.ports, clock: box.time.clock(), random: () => 0, signal: box.signal}
  const first = box.desk.record.length
  const recall = {before: undefined, deploymentId: undefined, written: []}
  const seen: Observation = await box.settled(phase('create').observe(readers, given, recall))
  const [production, blue, target] = [valueOf(seen.production), valueOf(seen.blue), valueOf(seen.target)]
  if (production === undefined || blue === undefined || target === undefined) throw new Error('the source was not read')
  const left = EVERY.filter(name => valueOf(seen.facts)?.[name].is !== 'known')
  const rest = await box.settled(gatherFacts(readers, sourceOf(production, blue, target, given), left))
  const made = box.desk.record.slice(first)
  const all: Partial<Facts> = {...valueOf(seen.facts), ...Object.fromEntries(left.map(name => [name, rest[name]]))}
  return {requests: made.filter(counts).map(one => one.operation), made, facts: all}
}

const ALIKE = ['db.r6g.large']
const TWO = ['db.r6g.large', 'db.r7g.large']
const MANY = ['db.r6g.large', 'db.r6g.xlarge', 'db.r7g.large', 'db.r7g.xlarge', 'db.r6g.2xlarge', 'db.r7g.2xlarge', 'db.t4g.large']

test.each([
  ['by ARN, of one class', (arn: string) => arn, ALIKE],
  ['by plain name, of one class', () => 'shop', ALIKE],
  ['by plain name, of two classes', () => 'shop', TWO],
  ['by ARN, of many classes', (arn: string) => arn, MANY],
  ['by plain name, of many classes', () => 'shop', MANY]
] as const)('a cluster with fifteen instances, %s', async (_what, source, classes) => {
  const {requests, facts: found} = await look(source, classes)
  expect(Object.values(found).map(one => one.is)).toEqual(EVERY.map(() => 'known'))
  const orderable = found.orderable?.is === 'known' ? [...found.orderable.value] : []
  expect(orderable.filter(([, options]) => options.length > 0).map(([one]) => one)).toEqual(classes)
  expect([requests.length <= MOST, requests.length > 15]).toEqual([true, true])
})

test('no two of them are alike', async () => {
  const {made} = await look(() => 'shop', TWO)
  const texts = made.map(({api, operation, input}) => `${api} ${operation} ${JSON.stringify(input)}`)
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
})
