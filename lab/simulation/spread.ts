/** Spreads a range of seeds over plain Node children, one a core, and gathers their tallies. */
import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {AgreementTally} from './agreement-tally.ts'
import {emptyAgreement, mergeAgreement} from './agreement-tally.ts'
import type {Tally} from './tally.ts'
import {emptyTally, merge} from './tally.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))

function child(kind: 'runs' | 'sources', ...args: readonly number[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, kind, ...args.map(String)], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let text = ''
    process_.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
    process_.on('error', reject)
    process_.on('close', code => {
      if (code === 0) resolve(JSON.parse(text))
      else reject(new Error(`a child of the simulation (${args.join(' ')}) ended with ${code}`))
    })
  })
}

function children(kind: 'runs' | 'sources', from: number, seeds: number, jobs: number, milliseconds: number): Promise<readonly unknown[]> {
  const most = Math.max(1, Math.min(jobs, seeds))
  return Promise.all(Array.from({length: most}, (_, index) => child(kind, from + index, seeds - index, most, milliseconds)))
}

/** `milliseconds`: after so long no further seed is begun; 0 plays them all. */
export async function spread(from: number, seeds: number, jobs: number, milliseconds = 0): Promise<Tally> {
  const whole = emptyTally()
  for (const part of await children('runs', from, seeds, jobs, milliseconds)) merge(whole, part as Tally)
  whole.failures.sort((one, other) => one.seed - other.seed)
  return whole
}

/** The same of sources. */
export async function spreadSources(from: number, sources: number, jobs: number, milliseconds = 0): Promise<AgreementTally> {
  const whole = emptyAgreement()
  for (const part of await children('sources', from, sources, jobs, milliseconds)) mergeAgreement(whole, part as AgreementTally)
  whole.failures.sort((one, other) => one.seed - other.seed)
  return whole
}
