/** One check of a source, judged over `orders` and its replica as the builders make them, with what a row of a table changes. */
import type {Verdict} from '../../src/checks/check.ts'
import {createChecks} from '../../src/checks/create.ts'
import type {Database} from '../../src/domain/database.ts'
import {known} from '../../src/domain/known.ts'
import type {FactValues} from '../../src/observing/facts.ts'
import type {Target} from '../../src/observing/observation.ts'
import {blue, blueReplica, facts, inputs, NONE, NOW, observation, TARGET} from '../phases/builders.ts'

export function judged(
  id: string,
  over: {
    production?: Partial<Database>
    replica?: Partial<Database>
    target?: Partial<Target>
    facts?: Partial<FactValues>
    given?: Record<string, string>
  }
): Verdict {
  const check = createChecks.find(one => one.id === id)
  if (check === undefined) throw new Error(`no check ${id}`)
  const production = {...blue, ...over.production}
  const now = observation(NONE, {
    production: known(production),
    blue: known([production, {...blueReplica, ...over.replica}]),
    target: known({...TARGET, ...over.target}),
    facts: known(facts(over.facts))
  })
  return check.judge(now, inputs(over.given), NOW)
}
