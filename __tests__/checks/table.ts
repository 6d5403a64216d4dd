/** One check of a source, judged over `orders` and its replica as the builders make them, with what a row of a table changes. */
import type {Verdict} from '../../src/checks/check.ts'
import {createChecks} from '../../src/checks/create.ts'
import type {SourceCheck} from '../../src/checks/of-source.ts'
import type {Database} from '../../src/domain/database.ts'
import {known, unknown} from '../../src/domain/known.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {FactValues} from '../../src/observing/facts.ts'
import {withFacts} from '../../src/observing/facts.ts'
import type {Observation, Target} from '../../src/observing/observation.ts'
import {blue, blueReplica, facts, inputs, NONE, NOW, observation, TARGET} from '../phases/builders.ts'

export interface Over {
  readonly production?: Partial<Database>
  readonly replica?: Partial<Database>
  readonly target?: Partial<Target>
  readonly facts?: Partial<FactValues>
  readonly given?: Record<string, string>
}

export function checkOf(id: string): SourceCheck {
  const check = createChecks.find(one => one.id === id)
  if (check === undefined) throw new Error(`no check ${id}`)
  return check
}

export function lookOf(over: Over): Observation {
  const production = {...blue, ...over.production}
  return observation(NONE, {
    production: known(production),
    blue: known([production, {...blueReplica, ...over.replica}]),
    target: known({...TARGET, ...over.target}),
    facts: known(facts(over.facts))
  })
}

export const judged = (id: string, over: Over): Verdict => checkOf(id).judge(lookOf(over), inputs(over.given), NOW)

/** The answer, and everything it says; one without a remedy where there must be one says that. */
export function answerOf(verdict: Verdict): readonly [Verdict['is'], string] {
  const isLost = 'remedy' in verdict && verdict.remedy === ''
  return [verdict.is, isLost ? 'NO REMEDY' : Object.values(verdict).join(' | ')]
}

type Row<O> = readonly [what: string, over: O, is: Verdict['is'], says: RegExp]
/** By the id of the check, in the order they are written; what is said matters only where a row says so. */
export class Tables<O> {
  readonly #tables = new Map<string, readonly Row<O>[]>()

  add(id: string, rows: readonly (readonly [what: string, over: O, is: Verdict['is'], says?: RegExp])[]): void {
    this.#tables.set(
      id,
      rows.map(([what, over, is, says = /./]) => [what, over, is, says])
    )
  }

  all(): readonly (readonly [id: string, rows: readonly Row<O>[]])[] {
    return [...this.#tables]
  }
}

export const answersOf = <O>(rows: readonly Row<O>[]): readonly Verdict['is'][] => rows.map(([, , is]) => is)

/** What the check answers when a fact it needs, or everything, could not be read; empty where it knows that it cannot tell. */
export function guessesOf<O>(check: SourceCheck, rows: readonly Row<O>[], lookAt: (over: O) => Observation, asked: (over: O) => Inputs) {
  const [, over] = rows.find(([, , is]) => is === 'met') ?? []
  if (over === undefined) return ['never met']
  const now = lookAt(over)
  const judge = (seen: Observation): Verdict['is'] => check.judge(seen, asked(over), NOW).is
  const withoutFact = check.needs.map(name => judge({...now, facts: withFacts(now.facts, {[name]: unknown('AccessDenied: not allowed')})}))
  const blind = judge({...now, production: unknown('denied'), databases: unknown('denied')})
  return [...withoutFact.filter(is => is !== 'unknown'), ...(['unknown', 'not_applicable'].includes(blind) ? [] : [blind])]
}
