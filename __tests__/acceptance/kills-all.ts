// `npm run kills`: every request of a whole upgrade with cleanup, before its effect, after it, and after the reply, as spawned bundles.
import {expect, test} from '@jest/globals'
import type {Kill} from '../../lab/desk.ts'
import {killedAndStartedAgain, requestsOf, WHEN} from './killing.ts'
import {kinds} from './kinds.ts'

const AT_ONCE = 6

test.each(kinds)(
  '$is',
  async kind => {
    const requests = await requestsOf(kind)
    const left: Kill[] = Array.from({length: requests}, (_, index) => WHEN.map(when => ({request: index + 1, when}))).flat()
    const all = left.length
    const struck: string[] = []
    const wrong: string[] = []
    const work = async (): Promise<void> => {
      for (let kill = left.shift(); kill !== undefined; kill = left.shift()) {
        try {
          const operation = await killedAndStartedAgain(kind, kill)
          if (operation !== undefined) struck.push(operation)
        } catch (thrown) {
          wrong.push(`request ${kill.request}, ${kill.when}: ${thrown instanceof Error ? thrown.message : String(thrown)}`)
        }
      }
    }
    await Promise.all(Array.from({length: AT_ONCE}, work))
    process.stdout.write(`kills: ${all} points of ${requests} requests, ${struck.length} struck, ${wrong.length} with another end\n`)
    expect(wrong).toEqual([])
    // How many polls a run makes depends on how busy the machine is: the last points may be behind its end.
    expect(struck.length).toBeGreaterThan(all * 0.75)
  },
  3_600_000
)
