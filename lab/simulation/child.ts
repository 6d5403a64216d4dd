/**
 * Plays every n-th seed of a range and hands its tally to the parent as one line of JSON. `kind from count stride milliseconds first`,
 * kind being `runs` or `sources`: after so long it plays no more, but always one (0: all of them), nor behind the first failure if
 * `first` is 1.
 */
import {compare} from './agreement.ts'
import {countSource, emptyAgreement} from './agreement-tally.ts'
import {drawCase, play} from './play.ts'
import {drawSource} from './sources.ts'
import {count, emptyTally} from './tally.ts'

// Every refusal is an error, and nobody reads where it was made; a replay (`--log`) has its stacks.
Error.stackTraceLimit = 0

const [kind = 'runs', ...numbers] = process.argv.slice(2)
const [from = 1, seeds = 0, stride = 1, milliseconds = 0, first = 0] = numbers.map(Number)

const players = {
  runs() {
    const tally = emptyTally()
    return {
      tally,
      one: async (seed: number): Promise<void> => count(tally, await play(drawCase(seed))),
      threw(seed: number, what: string) {
        tally.seeds += 1
        tally.failures.push({seed, what: [what], writes: [], meddled: []})
      }
    }
  },
  sources() {
    const tally = emptyAgreement()
    return {
      tally,
      one: async (seed: number): Promise<void> => countSource(tally, await compare(drawSource(seed))),
      threw(seed: number, what: string) {
        tally.sources += 1
        tally.failures.push({seed, what: [what]})
      }
    }
  }
}

const {tally, one, threw} = kind === 'sources' ? players.sources() : players.runs()
for (let seed = from; seed < from + seeds; seed += stride) {
  if (milliseconds > 0 && seed > from && performance.now() > milliseconds) break
  if (first === 1 && tally.failures.length > 0) break
  try {
    await one(seed)
  } catch (thrown) {
    threw(seed, `the simulation itself threw: ${thrown instanceof Error ? (thrown.stack ?? '') : String(thrown)}`)
  }
}
process.stdout.write(`${JSON.stringify(tally)}\n`)
