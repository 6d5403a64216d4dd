// A slice of the comparison of `plan` with the lab: sources that are always the same, and sources that nobody has seen before.
import {randomInt} from 'node:crypto'
import {expect, test} from '@jest/globals'
import {enforcedRows} from '../../../lab/model/enforced.ts'
import {compare} from '../../../lab/simulation/agreement.ts'
import {printAgreement, printDisagreement} from '../../../lab/simulation/agreement-tally.ts'
import {drawSource} from '../../../lab/simulation/sources.ts'
import {spreadSources} from '../../../lab/simulation/spread.ts'

/** On a machine that has better things to do. */
const SLICE = 90_000
const FIXED = {from: 1, sources: 200}
const FRESH = {from: randomInt(1_000_000, 1_000_000_000), sources: 2000, milliseconds: 1500}

test(
  'of sources that are always the same plan says what the lab does',
  async () => {
    const tally = await spreadSources(FIXED.from, FIXED.sources, 1)
    expect(tally.failures.map(printDisagreement)).toEqual([])
    expect(tally.sources).toBe(FIXED.sources)
    // What is never reached proves nothing.
    const enforced = new Set(enforcedRows.filter(one => one.when.startsWith('create_')).map(one => one.row))
    expect(Object.keys(tally.rows).length).toBeGreaterThan(0.75 * enforced.size)
    expect(tally.said['completed plan_passed']).toBeGreaterThan(0.1 * FIXED.sources)
    expect(tally.said['blocked checks_not_met']).toBeGreaterThan(0.3 * FIXED.sources)
  },
  SLICE
)

test(
  `of sources that nobody has seen, from ${FRESH.from}, too`,
  async () => {
    const started = performance.now()
    const tally = await spreadSources(FRESH.from, FRESH.sources, 1, FRESH.milliseconds)
    const figures = printAgreement(tally, (performance.now() - started) / 1000)
      .split('\n')
      .at(-1)
    process.stdout.write(`agreement: fresh sources from ${FRESH.from}: ${figures}\n`)
    expect(tally.sources).toBeGreaterThan(0)
    expect(tally.failures.map(printDisagreement)).toEqual([])
  },
  SLICE
)

test('one seed draws and compares the same twice', async () => {
  const lines = async (): Promise<string[]> => {
    const found = [JSON.stringify(drawSource(7))]
    await compare(drawSource(7), line => found.push(line))
    return found
  }
  const first = await lines()
  expect(first.length).toBeGreaterThan(3)
  expect(await lines()).toEqual(first)
})
