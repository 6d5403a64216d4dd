/** Readers whose answers are scripted, request by request. */
import type {ReadName} from '../../src/rds/api.ts'
import {Faulted, faultOf} from '../../src/rds/faults.ts'
import type {Readers} from '../../src/world.ts'

export interface Asked {
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
}

export const thrown = (name: string, httpStatusCode?: number, over: object = {}): Error =>
  Object.assign(new Error(`${name}!`), {name, $metadata: httpStatusCode === undefined ? {} : {httpStatusCode}}, over)

const isError = (one: object): one is Error => Object.prototype.toString.call(one) === '[object Error]'

/** What the answer throws is thrown as the patient reader does: a `Faulted`. */
export function scripted(
  answer: (asked: Asked, n: number) => object,
  date = new Date('2026-11-20T02:00:30Z')
): {look: Readers; asked: Asked[]} {
  const asked: Asked[] = []
  const one = (operation: string, input: object): Promise<never> => {
    const request = {operation, input: input as Asked['input']}
    asked.push(request)
    const answered = answer(request, asked.length)
    return isError(answered) ? Promise.reject(new Faulted(faultOf(answered), operation)) : Promise.resolve(answered as never)
  }
  const look: Readers = {
    rds: {read: <O extends ReadName>(operation: O, input: object) => one(operation, input)},
    metrics: {read: (operation, input) => one(operation, input)},
    clock: {elapsed: () => 0, date: () => date, sleep: () => Promise.resolve()},
    random: () => 0.5,
    signal: new AbortController().signal
  }
  return {look, asked}
}
