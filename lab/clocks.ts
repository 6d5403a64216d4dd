/**
 * Time of the lab. A scheduler is what the desk schedules on; a `Clock` is the port of the action. Three kinds:
 * virtual (nothing waits: the next scheduled entry is the next instant), scaled (dates and sleeps stay real, durations of the model
 * shrink by the factor), real (a scaled one of factor 1).
 */
import type {Clock} from '../src/waiting/clock.ts'

export interface Scheduler {
  /** Milliseconds since 1970: what the account takes for the date. */
  now(): number
  /** What a millisecond of the model costs on this scheduler: 1, or 1 / factor. */
  readonly pace: number
  /** Calls back once, that many of the scheduler's milliseconds later. Returns what cancels it. */
  after(milliseconds: number, run: () => void): () => void
}

export interface Time {
  readonly scheduler: Scheduler
  /** The clock of one process of the action: elapsed time begins at its making. A killed clock's sleeps never end. */
  clock(): MortalClock
}

export interface MortalClock extends Clock {
  kill(): void
}

export interface VirtualTime extends Time {
  /**
   * Runs until the promise settles, or until nothing is scheduled any more (a killed caller waits for ever), or until the given date.
   * Between two entries every promise chain runs to its end.
   */
  run<T>(promise: Promise<T>, until?: number): Promise<Run<T>>
  /** Lets this much time pass. */
  pass(milliseconds: number): Promise<void>
}

export type Run<T> =
  | {readonly is: 'resolved'; readonly value: T}
  | {readonly is: 'rejected'; readonly error: unknown}
  | {readonly is: 'stuck'}

interface Entry {
  readonly time: number
  readonly sequence: number
  run: (() => void) | undefined
}

const before = (one: Entry, other: Entry): boolean => one.time < other.time || (one.time === other.time && one.sequence < other.sequence)

/** A binary heap by (time, sequence). */
function heap() {
  const entries: Entry[] = []
  const at = (index: number): Entry => entries[index] as Entry
  const swap = (one: number, other: number): void => {
    const kept = at(one)
    entries[one] = at(other)
    entries[other] = kept
  }
  return {
    first: (): Entry | undefined => entries[0],
    push(entry: Entry): void {
      entries.push(entry)
      let index = entries.length - 1
      while (index > 0) {
        const parent = (index - 1) >> 1
        if (!before(at(index), at(parent))) break
        swap(index, parent)
        index = parent
      }
    },
    pop(): Entry | undefined {
      const top = entries[0]
      const last = entries.pop()
      if (top === undefined || last === undefined || entries.length === 0) return top
      entries[0] = last
      let index = 0
      for (;;) {
        const [left, right] = [2 * index + 1, 2 * index + 2]
        let least = index
        if (left < entries.length && before(at(left), at(least))) least = left
        if (right < entries.length && before(at(right), at(least))) least = right
        if (least === index) return top
        swap(index, least)
        index = least
      }
    }
  }
}

/** When no promise has anything left to do: Node comes to its ticks only then, and at a fraction of what a turn of the event loop costs. */
const settled = (): Promise<void> => new Promise(resolve => process.nextTick(resolve))
/** A turn of the event loop, for all that Node does between two of them. */
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

export const defaultStart = Date.UTC(2026, 10, 20, 2, 0, 0)

export function virtualTime(start: number = defaultStart): VirtualTime {
  const queue = heap()
  let now = start
  let sequence = 0
  const scheduler: Scheduler = {
    now: () => now,
    pace: 1,
    after(milliseconds, run) {
      const entry: Entry = {time: now + Math.max(0, milliseconds), sequence: sequence++, run}
      queue.push(entry)
      return () => {
        entry.run = undefined
      }
    }
  }
  const step = (until: number): boolean => {
    for (;;) {
      const entry = queue.first()
      if (entry === undefined || entry.time > until) return false
      queue.pop()
      if (entry.run === undefined) continue
      now = entry.time
      entry.run()
      return true
    }
  }
  return {
    scheduler,
    clock: () => clockOn(scheduler),
    async run<T>(promise: Promise<T>, until: number = Number.POSITIVE_INFINITY) {
      let ended: Run<T> | undefined
      promise.then(
        value => {
          ended = {is: 'resolved', value}
        },
        (error: unknown) => {
          ended = {is: 'rejected', error}
        }
      )
      await turn()
      for (;;) {
        await settled()
        if (ended !== undefined) return ended
        if (step(until)) continue
        if (Number.isFinite(until)) now = Math.max(now, until)
        return {is: 'stuck'}
      }
    },
    async pass(milliseconds) {
      const until = now + milliseconds
      await turn()
      while (step(until)) await settled()
      now = until
    }
  }
}

/** `factor` 600: ten minutes of the model pass in one second. */
export function scaledTime(factor: number): Time {
  const scheduler: Scheduler = {
    now: () => Date.now(),
    pace: 1 / factor,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds)
      return () => clearTimeout(timer)
    }
  }
  return {scheduler, clock: () => clockOn(scheduler)}
}

export const realTime = (): Time => scaledTime(1)

function clockOn(scheduler: Scheduler): MortalClock {
  const start = scheduler.now()
  let killed = false
  return {
    elapsed: () => scheduler.now() - start,
    date: () => new Date(scheduler.now()),
    sleep: (milliseconds, signal) =>
      new Promise(resolve => {
        if (killed) return
        if (signal.aborted) return resolve()
        const wake = (): void => {
          cancel()
          signal.removeEventListener('abort', wake)
          if (!killed) resolve()
        }
        const cancel = scheduler.after(milliseconds, wake)
        signal.addEventListener('abort', wake, {once: true})
      }),
    kill() {
      killed = true
    }
  }
}
