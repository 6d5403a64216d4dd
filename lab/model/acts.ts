/** What will happen to the account by itself, as data: a timer carries one act, and `advance` does it when it is due. */
import type {Account, Kind, Timer} from './account.ts'

export type Act =
  | {readonly is: 'green-appears'; readonly deployment: string; readonly pair: number}
  | {readonly is: 'task'; readonly deployment: string; readonly name: string; readonly status: string}
  | {readonly is: 'status'; readonly kind: Kind; readonly resource: string; readonly status: string}
  | {readonly is: 'storage'; readonly resource: string; readonly percent: number | undefined}
  | {readonly is: 'upgraded'; readonly deployment: string; readonly pair: number}
  | {readonly is: 'deployment-available'; readonly deployment: string}
  | {
      readonly is: 'build-fails'
      readonly deployment: string
      readonly task: string
      readonly reason: string
      readonly log: string | undefined
      /** The row of the facts that it violates; undefined: by chance. */
      readonly row: string | undefined
    }
  | {readonly is: 'guardrails'; readonly deployment: string; readonly cancel: string | undefined}
  | {readonly is: 'switching'; readonly deployment: string}
  | {readonly is: 'rename'; readonly deployment: string; readonly pair: number}
  | {readonly is: 'deployment-completed'; readonly deployment: string}
  | {readonly is: 'switched'; readonly deployment: string}
  | {readonly is: 'roll-back'; readonly deployment: string; readonly reason: string; readonly row: string | undefined}
  | {readonly is: 'modified'; readonly resource: string; readonly shown: Readonly<Record<string, unknown>>; readonly status: string}
  | {readonly is: 'rebooted'; readonly resource: string}
  | {readonly is: 'applied'; readonly resource: string; readonly kind: 'instance' | 'cluster'}
  | {readonly is: 'gone'; readonly kind: Kind; readonly resource: string}
  | {readonly is: 'deployment-gone'; readonly deployment: string}
  | {readonly is: 'snapshot-made'; readonly snapshot: string; readonly of: 'instance' | 'cluster'}

/** Plans acts, each so many milliseconds of the model after `now`. */
export function plan(account: Account, now: number, about: string, acts: readonly (readonly [number, Act])[]): Account {
  const timers: Timer[] = acts.map(([after, act], index) => ({
    id: account.counter + 1 + index,
    due: now + after * account.pace,
    about,
    act
  }))
  return {...account, counter: account.counter + timers.length, timers: [...account.timers, ...timers]}
}

export const cancel = (account: Account, about: string): Account => ({
  ...account,
  timers: account.timers.filter(timer => timer.about !== about)
})
