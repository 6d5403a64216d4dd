/** The only source of time. Elapsed time is monotonic, in milliseconds from the start of the process, and never compared with dates. */
export interface Clock {
  elapsed(): number
  /** For people, windows, tags and metric ranges. */
  date(): Date
  /** Resolves when the time is over, or at once when the signal is aborted; never rejects. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>
}
