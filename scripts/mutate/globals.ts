/** What the tests that mutants are held against use of `@jest/globals`, with Jest's own `expect`. */
import {createRequire} from 'node:module'
import {format} from 'node:util'

export interface Test {
  readonly id: string
  readonly run: () => unknown
}

type Body = (...row: readonly unknown[]) => unknown
type Rows = readonly unknown[]

const jest = createRequire(createRequire(import.meta.url).resolve('@jest/globals'))
export const {jestExpect: expect} = jest('@jest/expect') as {readonly jestExpect: unknown}

/** The tests that are being told of, and under which titles. */
let told: Test[] = []
let above: readonly string[] = []

/** The tests that a file tells of while it is loaded. */
export async function collect(file: string, load: () => Promise<void>): Promise<readonly Test[]> {
  told = []
  above = [file]
  await load()
  return told
}

function tell(title: string, run: () => unknown): void {
  const id = [...above, title].join(' › ')
  const same = told.filter(one => one.id === id || one.id.startsWith(`${id} #`)).length
  told.push({id: same === 0 ? id : `${id} #${same + 1}`, run})
}

function tellGroup(title: string, body: () => unknown): void {
  const before = above
  above = [...above, title]
  body()
  above = before
}

const each =
  (one: (title: string, run: () => unknown) => void) =>
  (rows: Rows) =>
  (title: string, body: Body): void => {
    for (const row of rows) {
      const values: Rows = Array.isArray(row) ? row : [row]
      one(format(title, ...values.map(value => (typeof value === 'object' ? '*' : value))), () => body(...values))
    }
  }

export const test = Object.assign(tell, {each: each(tell)})
export const describe = Object.assign(tellGroup, {each: each(tellGroup)})
