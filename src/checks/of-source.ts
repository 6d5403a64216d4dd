/** A check of what a deployment is to be made of, and of what it is to become: it names the facts it needs and gets them, or is not asked. */
import type {Known} from '../domain/known.ts'
import {valueOf} from '../domain/known.ts'
import type {ModeName} from '../domain/outcome.ts'
import type {Inputs} from '../inputs.ts'
import type {FactName, Facts, FactValues} from '../observing/facts.ts'
import type {Source} from '../observing/source.ts'
import type {Check, Severity, Verdict} from './check.ts'
import {Scene} from './scene.ts'

export type Told<N extends FactName> = {readonly [K in N]: FactValues[K]}

interface OfSource<N extends FactName> {
  readonly id: string
  readonly rows: readonly string[]
  readonly title: string
  readonly severity: Severity
  /** Before which phases it is asked; unless said before `create`, or before `switchover` where it is of both sides. */
  readonly guards?: readonly ModeName[]
  readonly needs: readonly N[]
  /** Why it is not asked of this source; undefined: it is. */
  unless?(source: Source, inputs: Inputs): string | undefined
  judge(source: Source, told: Told<N>, inputs: Inputs): Verdict
  /** `prepare` makes it true. */
  readonly isMendedByPrepare?: boolean
  /** Of what green itself has become: nothing to ask before there is one. */
  readonly onlyThen?: boolean
}

export interface SourceCheck extends Check {
  readonly needs: readonly FactName[]
  /** Whether it is asked of this source: only then are its facts worth a request. */
  asks(source: Source, inputs: Inputs): boolean
}

/** A fact that is unknown never reaches the judge: the answer is "unknown" for every check alike. */
function judgeSource<N extends FactName>(one: OfSource<N>, source: Source, facts: Known<Facts>, inputs: Inputs): Verdict {
  const reason = one.unless?.(source, inputs)
  if (reason !== undefined) return {is: 'not_applicable', because: reason}
  const told: Partial<Record<FactName, unknown>> = {}
  for (const name of one.needs) {
    const fact = facts.is === 'known' ? facts.value[name] : facts
    if (fact.is === 'unknown') return {is: 'unknown', because: fact.because, remedy: `see to it by hand, or allow what the message names`}
    told[name] = valueOf(fact)
  }
  // Filled for exactly the names it needs, in the loop above.
  return one.judge(source, told as Told<N>, inputs)
}

const checkOf = <N extends FactName>(one: OfSource<N>, guards: readonly ModeName[], judge: Check['judge']): SourceCheck => ({
  id: one.id,
  rows: one.rows,
  title: one.title,
  severity: one.severity,
  guards,
  needs: one.needs,
  isMendedByPrepare: one.isMendedByPrepare === true,
  onlyThen: one.onlyThen === true,
  asks: (source, inputs) => one.unless?.(source, inputs) === undefined,
  judge
})

/** Asked before there is a deployment. */
export const ofSource = <const N extends FactName>(one: OfSource<N>): SourceCheck =>
  checkOf(one, one.guards ?? ['create'], (now, inputs, _date, {ahead} = new Scene(now, inputs)) =>
    ahead.is === 'made' && now.facts.is === 'known'
      ? judgeSource(one, ahead.source, now.facts, inputs)
      : {is: 'unknown', because: 'the source was not read', remedy: 'try again'}
  )

/** Asked of both sides of a deployment, just before its switchover. Before they are available nothing is gathered for it. */
export const ofBothSides = <const N extends FactName>(one: OfSource<N>): SourceCheck =>
  checkOf(one, one.guards ?? ['switchover'], (now, inputs, _date, {sides} = new Scene(now, inputs)) => {
    if (sides.is === 'early') return {is: 'not_applicable', because: 'asked once both sides are available'}
    if (sides.is === 'unread') return {is: 'unknown', because: 'blue and green could not both be read', remedy: 'try again'}
    return judgeSource(one, sides.source, now.facts, inputs)
  })

/** The facts of those checks that are asked of this source. */
export const factsAskedOf = (checks: readonly SourceCheck[], source: Source, inputs: Inputs): readonly FactName[] => [
  ...new Set(checks.filter(check => check.asks(source, inputs)).flatMap(check => check.needs))
]

export const met = (observed: string, expected = ''): Verdict => ({is: 'met', observed, expected})
export const notMet = (observed: string, expected: string, remedy: string): Verdict => ({is: 'not_met', observed, expected, remedy})
export const cannotTell = (because: string, remedy: string): Verdict => ({is: 'unknown', because, remedy})
export const notApplicable = (because: string): Verdict => ({is: 'not_applicable', because})

/** What every database of it must be: those that are not, by name. */
export const namesOf = (databases: readonly {readonly name: string}[]): string => databases.map(one => one.name).join(', ')
