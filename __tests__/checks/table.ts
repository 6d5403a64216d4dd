/** One check of a source, judged over `orders` and its replica as the builders make them, with what a row of a table changes. */
import {describe, expect, test} from '@jest/globals'
import type {Verdict} from '../../src/checks/check.ts'
import {createChecks} from '../../src/checks/create.ts'
import type {SourceCheck} from '../../src/checks/of-source.ts'
import type {Database} from '../../src/domain/database.ts'
import {known, unknown} from '../../src/domain/known.ts'
import type {FactName, FactValues} from '../../src/observing/facts.ts'
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

function checkOf(id: string): SourceCheck {
  const check = createChecks.find(one => one.id === id)
  if (check === undefined) throw new Error(`no check ${id}`)
  return check
}

function lookOf(over: Over): Observation {
  const production = {...blue, ...over.production}
  return observation(NONE, {
    production: known(production),
    blue: known([production, {...blueReplica, ...over.replica}]),
    target: known({...TARGET, ...over.target}),
    facts: known(facts(over.facts))
  })
}

export const judged = (id: string, over: Over): Verdict => checkOf(id).judge(lookOf(over), inputs(over.given), NOW)

/** Everything a verdict says. */
export const said = (verdict: Verdict): string => Object.values(verdict).join(' | ')

export type Row<O> = readonly [what: string, over: O, is: Verdict['is'], says?: RegExp]

/** The rows of one check. It is met at least once, not met at least once with a remedy, and knows when it cannot tell. */
export function judges<O>(
  check: SourceCheck,
  lookAt: (over: O) => readonly [Observation, ReturnType<typeof inputs>],
  rows: readonly Row<O>[]
) {
  const judge = (over: O, unread?: FactName): Verdict => {
    const [now, asked] = lookAt(over)
    const seen = unread === undefined ? now : {...now, facts: withFacts(now.facts, {[unread]: unknown('AccessDenied: not allowed')})}
    return check.judge(seen, asked, NOW)
  }
  describe(check.id, () => {
    for (const [what, over, is, says] of rows)
      test(what, () => {
        const verdict = judge(over)
        expect([verdict.is, said(verdict)]).toEqual([is, expect.stringMatching(says ?? /./)])
        if (verdict.is === 'not_met' || verdict.is === 'unknown') expect(verdict.remedy).not.toBe('')
      })
    test('has rows for every answer it gives', () => {
      const wanted: Verdict['is'][] = ['met', 'not_met']
      expect(rows.map(([, , is]) => is)).toEqual(expect.arrayContaining(wanted))
    })
    test('what could not be read is unknown', () => {
      const [, over] = rows.find(([, , is]) => is === 'met') ?? []
      if (over === undefined) throw new Error('never met')
      for (const name of check.needs) expect([name, judge(over, name).is]).toEqual([name, 'unknown'])
      const [now, asked] = lookAt(over)
      const blind = check.judge({...now, production: unknown('denied'), databases: unknown('denied')}, asked, NOW).is
      expect(['unknown', 'not_applicable']).toContain(blind)
    })
  })
}

export const table = (id: string, rows: readonly Row<Over>[]): void => judges(checkOf(id), over => [lookOf(over), inputs(over.given)], rows)
