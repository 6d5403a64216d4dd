/**
 * `npm run simulate -- --seeds 1000 --from 1 [--jobs 2] [--log]`: exits with 1 when a seed violated anything. With `--sources 1000` it
 * compares sources instead: what `plan` says of each, and what the lab does with the call.
 */
import {availableParallelism} from 'node:os'
import {parseArgs} from 'node:util'
import {compare} from './agreement.ts'
import type {AgreementTally} from './agreement-tally.ts'
import {countSource, emptyAgreement, printAgreement, printDisagreement} from './agreement-tally.ts'
import {drawCase, play} from './play.ts'
import {drawSource} from './sources.ts'
import {spread, spreadSources} from './spread.ts'
import type {Tally} from './tally.ts'
import {count, emptyTally, printFailure, printTally} from './tally.ts'

const {values} = parseArgs({
  options: {
    seeds: {type: 'string', default: '1000'},
    sources: {type: 'string'},
    from: {type: 'string', default: '1'},
    jobs: {type: 'string'},
    log: {type: 'boolean', default: false}
  }
})
const seeds = Number(values.sources ?? values.seeds)
const from = Number(values.from)
const jobs = Number(values.jobs ?? availableParallelism())
if (![seeds, from, jobs].every(one => Number.isSafeInteger(one) && one > 0))
  throw new Error('--seeds, --sources, --from and --jobs are whole numbers above 0')

const write = (line: string): boolean => process.stdout.write(`${line}\n`)
const FAILURES_SHOWN = 20

async function playAloud(): Promise<Tally> {
  const tally = emptyTally()
  for (let seed = from; seed < from + seeds; seed += 1) {
    const one = drawCase(seed)
    write(`seed ${seed}: ${JSON.stringify({...one, meddlings: one.meddlings.map(({does, when}) => ({does, when}))}, undefined, 1)}`)
    count(tally, await play(one, (at, who, what) => write(`${new Date(at).toISOString()} ${who.padEnd(9)} ${what}`)))
  }
  return tally
}

async function compareAloud(): Promise<AgreementTally> {
  const tally = emptyAgreement()
  for (let seed = from; seed < from + seeds; seed += 1) {
    const one = drawSource(seed)
    write(`source ${seed}: ${JSON.stringify(one, undefined, 1)}`)
    countSource(tally, await compare(one, write))
  }
  return tally
}

function printFailures<F extends {readonly seed: number}>(failures: readonly F[], print: (failure: F) => string): void {
  for (const failure of failures.slice(0, FAILURES_SHOWN)) write(print(failure))
  const more = failures.slice(FAILURES_SHOWN).map(one => one.seed)
  if (more.length > 0) write(`and ${more.length} more: ${more.join(' ')}`)
  process.exitCode = failures.length > 0 ? 1 : 0
}

const started = performance.now()
const seconds = (): number => (performance.now() - started) / 1000
if (values.sources === undefined) {
  const tally = values.log ? await playAloud() : await spread(from, seeds, jobs)
  printFailures(tally.failures, printFailure)
  write(printTally(tally, seconds()))
} else {
  const tally = values.log ? await compareAloud() : await spreadSources(from, seeds, jobs)
  printFailures(tally.failures, printDisagreement)
  write(printAgreement(tally, seconds()))
}
