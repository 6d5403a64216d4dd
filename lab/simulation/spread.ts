/** Spreads a range of seeds over plain Node children, one a core, and gathers their tallies. */
import {spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import type {Tally} from './tally.ts'
import {emptyTally, merge} from './tally.ts'

const CHILD = fileURLToPath(new URL('./child.ts', import.meta.url))

function child(...args: readonly number[]): Promise<Tally> {
  return new Promise((resolve, reject) => {
    const process_ = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, ...args.map(String)], {
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let text = ''
    process_.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece
    })
    process_.on('error', reject)
    process_.on('close', code => {
      if (code === 0) resolve(JSON.parse(text) as Tally)
      else reject(new Error(`a child of the simulation (${args.join(' ')}) ended with ${code}`))
    })
  })
}

/** `milliseconds`: after so long no further seed is begun; 0 plays them all. */
export async function spread(from: number, seeds: number, jobs: number, milliseconds = 0): Promise<Tally> {
  const most = Math.max(1, Math.min(jobs, seeds))
  const parts = await Promise.all(Array.from({length: most}, (_, index) => child(from + index, seeds - index, most, milliseconds)))
  const whole = emptyTally()
  for (const part of parts) merge(whole, part)
  whole.failures.sort((one, other) => one.seed - other.seed)
  return whole
}
