/** What a look told: it is there, it is certainly not there, or the look could not tell. Unknown is never taken for absent. */
export type Known<T> =
  | {readonly is: 'known'; readonly value: T}
  | {readonly is: 'absent'}
  | {readonly is: 'unknown'; readonly because: string}

export const known = <T>(value: T): Known<T> => ({is: 'known', value})
export const absent: Known<never> = {is: 'absent'}
export const unknown = (because: string): Known<never> => ({is: 'unknown', because})
export const notLooked: Known<never> = unknown('not looked at')

/** The value, or undefined both for absent and for unknown: only for messages and progress, never for a decision to write. */
export const valueOf = <T>(one: Known<T>): T | undefined => (one.is === 'known' ? one.value : undefined)
