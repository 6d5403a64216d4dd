// A slice of the simulation in plain Node children: seeds that are always the same, and seeds that nobody has seen before.
import {randomInt} from 'node:crypto'
import {expect, test} from '@jest/globals'
import {dice} from '../../../lab/dice.ts'
import {drawUnknowns, unknownSettings} from '../../../lab/model/unknowns.ts'
import {drawCase, play} from '../../../lab/simulation/play.ts'
import {spread} from '../../../lab/simulation/spread.ts'
import {count, emptyTally, printFailure, printTally, undrawn} from '../../../lab/simulation/tally.ts'

const JOBS = 2
/** On a machine that has better things to do. */
const SLICE = 90_000
const FIXED = {from: 1, seeds: 100}
const FRESH = {from: randomInt(1_000_000, 1_000_000_000), seeds: 1000, milliseconds: 4000}

test(
  'seeds that are always the same violate nothing, and draw every unknown of RDS each way',
  async () => {
    const tally = await spread(FIXED.from, FIXED.seeds, JOBS)
    expect(tally.failures.map(printFailure)).toEqual([])
    expect(tally.seeds).toBe(FIXED.seeds)
    expect(undrawn(tally)).toEqual([])
    // What is never reached proves nothing.
    for (const end of ['completed switchover_completed', 'completed cleaned_up', 'completed aborted', 'killed', 'cancelled cancelled'])
      expect(tally.ends[end]).toBeGreaterThan(0)
  },
  SLICE
)

test(
  `seeds that nobody has seen, from ${FRESH.from}, violate nothing`,
  async () => {
    const started = performance.now()
    const tally = await spread(FRESH.from, FRESH.seeds, JOBS, FRESH.milliseconds)
    const figures = printTally(tally, (performance.now() - started) / 1000)
      .split('\n')
      .at(-1)
    process.stdout.write(`simulation: fresh seeds from ${FRESH.from}: ${figures}\n`)
    expect(tally.seeds).toBeGreaterThan(0)
    expect(tally.failures.map(printFailure)).toEqual([])
  },
  SLICE
)

test('one seed plays the same twice', async () => {
  const lines = async (): Promise<string[]> => {
    const found: string[] = []
    await play(drawCase(7), (at, who, what) => found.push(`${at} ${who} ${what}`))
    return found
  }
  const first = await lines()
  expect(first.length).toBeGreaterThan(10)
  expect(await lines()).toEqual(first)
})

test('a setting that no seed drew is named', () => {
  const tally = emptyTally()
  expect(undrawn(tally)).toContain('statusAfterCancel=AVAILABLE')
  expect(undrawn(tally)).toHaveLength(Object.values(unknownSettings).flat().length)
  const played = {
    seed: 1,
    unknowns: drawUnknowns(dice('one')),
    violations: [],
    windows: 0,
    ends: [],
    calm: '',
    requests: 0,
    writes: [],
    meddled: []
  }
  count(tally, played)
  expect(undrawn(tally)).toHaveLength(Object.values(unknownSettings).flat().length - Object.keys(unknownSettings).length)
})
