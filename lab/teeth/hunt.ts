/** Plays seed after seed on a copy with a defect until one violates something. */
import {spawn} from 'node:child_process'
import {join} from 'node:path'
import type {Defect} from './defects.ts'
import {copyWith} from './sharpen.ts'

export const AT_MOST = 2000

interface Failure {
  readonly seed: number
  readonly what: readonly string[]
}

export interface Found {
  readonly defect: Defect
  /** Undefined: none of the seeds found it. */
  readonly failure: Failure | undefined
  readonly seeds: number
}

/** One process; several hunts may be under way at once. */
export async function hunt(defect: Defect, from = 1, seeds = AT_MOST): Promise<Found> {
  using copy = copyWith(defect)
  const args = [defect.foundBy ?? 'runs', ...[from, seeds, 1, 0, 1].map(String)]
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(copy.folder, 'lab/simulation/child.ts'), ...args], {
    cwd: copy.folder,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
  })
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`the simulation with ${defect.id} ended with ${code}`)
  const {failures} = JSON.parse(text) as {readonly failures: readonly Failure[]}
  const [failure] = failures
  return {defect, failure, seeds: failure === undefined ? seeds : failure.seed - from + 1}
}

/** So many at once, in the order of the list; told of each as it ends. */
export async function huntAll(defects: readonly Defect[], jobs: number, told: (found: Found) => void): Promise<readonly Found[]> {
  const left = [...defects]
  const all: Found[] = []
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const found = await hunt(next)
      all.push(found)
      told(found)
    }
  }
  await Promise.all(Array.from({length: jobs}, work))
  return all
}
