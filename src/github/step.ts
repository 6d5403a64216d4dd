import {randomUUID} from 'node:crypto'
import {appendFileSync} from 'node:fs'

/** What one step of a job can do to the runner; all of it at once and synchronous, so that nothing is lost when the process ends. */
export interface Step {
  write(text: string): void
  append(path: string, text: string): void
  /** Not guessable, and new each time. */
  token(): string
}

/** The real one. Nobody reading the log any more is no reason to stop in the middle of a switchover. */
export function realStep(): Step {
  process.stdout.on('error', () => {})
  return {
    write: text => {
      process.stdout.write(text)
    },
    append: (path, text) => appendFileSync(path, text, 'utf8'),
    token: () => randomUUID()
  }
}
