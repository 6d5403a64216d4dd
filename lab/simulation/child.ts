/**
 * Plays every n-th seed of a range and hands its tally to the parent as one line of JSON. `from count stride milliseconds first`: after so
 * long it plays no more (0: all of them), nor behind the first violation if `first` is 1.
 */
import {drawCase, play} from './play.ts'
import {count, emptyTally} from './tally.ts'

// Every refusal is an error, and nobody reads where it was made; a replay (`--log`) has its stacks.
Error.stackTraceLimit = 0

const [from = 1, seeds = 0, stride = 1, milliseconds = 0, first = 0] = process.argv.slice(2).map(Number)
const tally = emptyTally()
for (let seed = from; seed < from + seeds; seed += stride) {
  if (milliseconds > 0 && performance.now() > milliseconds) break
  if (first === 1 && tally.failures.length > 0) break
  try {
    count(tally, await play(drawCase(seed)))
  } catch (thrown) {
    tally.seeds += 1
    const what = [`the simulation itself threw: ${thrown instanceof Error ? (thrown.stack ?? '') : String(thrown)}`]
    tally.failures.push({seed, what, writes: [], meddled: []})
  }
}
process.stdout.write(`${JSON.stringify(tally)}\n`)
