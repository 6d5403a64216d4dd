import type {Clock} from './clock.ts'

/** Elapsed time counts from the start of the process, so that loading the code is part of the run. */
export const realClock: Clock = {
  elapsed: () => performance.now(),
  date: () => new Date(),
  sleep: (milliseconds, signal) =>
    new Promise(resolve => {
      if (signal.aborted || milliseconds <= 0) {
        resolve()
        return
      }
      const over = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', over)
        resolve()
      }
      const timer = setTimeout(over, milliseconds)
      signal.addEventListener('abort', over)
    })
}
