/** What blue writes of its log in its busiest minute of a day: one request, and none where nobody asks. */
import {expect, test} from '@jest/globals'
import type {Database} from '../../src/domain/database.ts'
import {known} from '../../src/domain/known.ts'
import {gatherFacts} from '../../src/observing/facts.ts'
import {sourceOf} from '../../src/observing/source.ts'
import {blue, inputs, TARGET} from '../phases/builders.ts'
import {scripted} from '../rds/scripted.ts'

const hour = (at: number): Date => new Date(Date.UTC(2026, 10, 19, at))
async function walOf(over: Partial<Database>, values: readonly number[]) {
  const {look, asked} = scripted(() => ({
    MetricDataResults: [{Id: 'm0', Timestamps: values.map((_value, at) => hour(at)), Values: [...values]}]
  }))
  const production = {...blue, ...over}
  const found = await gatherFacts(look, sourceOf(production, [production], TARGET, inputs()), ['walGeneration'])
  return {wal: found.walGeneration, requests: asked.length}
}

test('the highest counts, wherever in the day', async () => expect(await walOf({}, [5, 900, 7])).toEqual({wal: known(900), requests: 1}))
test('without a datapoint it is not known', async () => expect(await walOf({}, [])).toEqual({wal: known(undefined), requests: 1}))
test('nobody asks of another engine', async () =>
  expect(await walOf({engine: 'mysql', engineVersion: '8.0.42'}, [1])).toEqual({wal: known(undefined), requests: 0}))
