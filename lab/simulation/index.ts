/** `npm run simulate -- --seeds 1000 --from 1 [--jobs 2] [--log]`: exits with 1 when a seed violated anything. */
import {availableParallelism} from 'node:os'
import {parseArgs} from 'node:util'
import {drawCase, play} from './play.ts'
import {spread} from './spread.ts'
import {count, emptyTally, printFailure, printTally} from './tally.ts'

const {values} = parseArgs({
  options: {
    seeds: {type: 'string', default: '1000'},
    from: {type: 'string', default: '1'},
    jobs: {type: 'string'},
    log: {type: 'boolean', default: false}
  }
})
const seeds = Number(values.seeds)
const from = Number(values.from)
const jobs = Number(values.jobs ?? availableParallelism())
if (![seeds, from, jobs].every(one => Number.isSafeInteger(one) && one > 0))
  throw new Error('--seeds, --from and --jobs are whole numbers above 0')

const write = (line: string): boolean => process.stdout.write(`${line}\n`)
const FAILURES_SHOWN = 20

const started = performance.now()
const tally = values.log ? emptyTally() : await spread(from, seeds, jobs)
if (values.log) {
  for (let seed = from; seed < from + seeds; seed += 1) {
    const one = drawCase(seed)
    write(`seed ${seed}: ${JSON.stringify({...one, meddlings: one.meddlings.map(({does, when}) => ({does, when}))}, undefined, 1)}`)
    count(tally, await play(one, (at, who, what) => write(`${new Date(at).toISOString()} ${who.padEnd(9)} ${what}`)))
  }
}
for (const failure of tally.failures.slice(0, FAILURES_SHOWN)) write(printFailure(failure))
if (tally.failures.length > FAILURES_SHOWN)
  write(
    `and ${tally.failures.length - FAILURES_SHOWN} more: ${tally.failures
      .slice(FAILURES_SHOWN)
      .map(one => one.seed)
      .join(' ')}`
  )
write(printTally(tally, (performance.now() - started) / 1000))
process.exitCode = tally.failures.length > 0 ? 1 : 0
