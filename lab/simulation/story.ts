/** What people run, in which order and how it ends for the process: drawn from the phases and inquiries that exist. */
import {ALONE, PHASE_ORDER} from '../../src/domain/outcome.ts'
import {inquiries} from '../../src/inquiries/index.ts'
import {AVAILABLE} from '../../src/run.ts'
import type {Dice} from '../dice.ts'
import {skewed} from './upgrade.ts'

/** At which await of a run its fate strikes. Counted from 1. */
export type Moment =
  | {readonly at: 'request' | 'write'; readonly nth: number; readonly when: 'before_effect' | 'after_effect' | 'after_reply'}
  | {readonly at: 'sleep'; readonly nth: number}
  | {readonly at: 'time'; readonly seconds: number}

export interface Fate {
  readonly is: 'kill' | 'cancel'
  readonly moment: Moment
}

export interface RunPlan {
  readonly name: string
  readonly mode: string
  /** How it names what it is about; an id or name that is not known yet falls back to the source. */
  readonly by: 'source' | 'arn' | 'id' | 'name'
  /** Which of the seed's upgrades it is about. */
  readonly leg: number
  readonly dryRun: boolean
  /** Cleans up without deleting old blue, whatever the seed is after. */
  readonly keeps: boolean
  /** May not restart production, whatever the seed allows. */
  readonly spares: boolean
  readonly fate: Fate | undefined
  /** Seconds after the beginning of its group. */
  readonly offset: number
  /** Seconds until its credentials end, and whether it knows. */
  readonly expires: {readonly after: number; readonly known: boolean} | undefined
}

/** Runs that are under way at once; the next group begins that many seconds after the last of them ended. */
export interface Group {
  readonly gap: number
  readonly runs: readonly RunPlan[]
}

const existing: ReadonlySet<string> = AVAILABLE
/** The phases of this release, in their order. */
export const ordered: readonly string[] = PHASE_ORDER.filter(name => existing.has(name))
export const hasAbort = existing.has('abort')
/** Inquiries that need no file of the repository. */
const asked: readonly string[] = ALONE.filter(name => name !== 'drift' && inquiries.some(one => one.name === name))

const until = (last: string): readonly string[] => ordered.slice(0, ordered.indexOf(last) + 1)

/** The phases the seed is after; repeated in the calm at its end. */
export const drawAim = (dice: Dice): readonly string[] => until(dice.chance(0.8) ? 'cleanup' : 'switchover')

function sequence(dice: Dice, aim: readonly string[]): readonly string[] {
  const shape = dice.fork('shape').pick(['one', 'each', 'each', 'cut', 'upgrade', 'abort'])
  const rest = aim.filter(name => name === 'cleanup')
  const cut = dice.fork('cut').whole(1, aim.length - 1)
  switch (shape) {
    case 'one':
      return [aim.join(',')]
    case 'cut':
      return [aim.slice(0, cut).join(','), aim.slice(cut).join(',')]
    case 'upgrade':
      return [...aim.filter(name => name === 'prepare'), 'upgrade', ...rest]
    case 'abort':
      return hasAbort ? [...aim.slice(0, cut), 'abort', ...(dice.fork('after abort').chance(0.5) ? aim : [])] : aim
    default:
      return aim
  }
}

function drawMoment(dice: Dice): Moment {
  const nth = (most: number): number => Math.max(1, Math.round(most ** dice.fork('nth').roll()))
  const when = dice.fork('when').pick(['before_effect', 'after_effect', 'after_reply'] as const)
  switch (dice.fork('at').pick(['write', 'write', 'request', 'sleep', 'time'])) {
    case 'write':
      return {at: 'write', nth: nth(8), when}
    case 'request':
      return {at: 'request', nth: nth(80), when}
    case 'sleep':
      return {at: 'sleep', nth: nth(60)}
    default:
      return {at: 'time', seconds: nth(10_000)}
  }
}

/** `prepare` writes little, and what comes behind it relies on it: it is lost more often. */
function drawFate(dice: Dice, mode: string): Fate | undefined {
  const roll = dice.fork('fate').roll()
  if (mode === 'prepare' && roll < 0.4)
    return {is: 'kill', moment: {at: 'write', nth: dice.fork('write').pick([1, 1, 1, 2, 5]) ?? 1, when: 'after_effect'}}
  if (roll < 0.22) return {is: 'kill', moment: drawMoment(dice)}
  return roll < 0.32 ? {is: 'cancel', moment: drawMoment(dice)} : undefined
}

function drawPlan(dice: Dice, name: string, mode: string, leg: number, offset: number): RunPlan {
  const own = dice.fork(name)
  const expires = own.fork('expires').chance(0.05)
  return {
    name,
    mode,
    by: own.fork('by').pick(['source', 'source', 'arn', 'id', 'id', 'name']),
    leg,
    dryRun: own.fork('dry').chance(0.05) && !asked.includes(mode),
    keeps: own.fork('keeps').chance(0.2),
    spares: own.fork('spares').chance(0.15),
    fate: drawFate(own, mode),
    offset,
    expires: expires ? {after: own.fork('after').whole(1, 5000), known: own.fork('known').chance(0.5)} : undefined
  }
}

export function drawStory(dice: Dice, aim: readonly string[], legs: number): readonly Group[] {
  let count = 0
  const groups: Group[] = []
  for (let leg = 0; leg < legs; leg += 1) {
    const own = dice.fork(`leg ${leg}`)
    // A second upgrade may begin before the first one is cleaned up.
    const early = leg < legs - 1 && own.fork('early').chance(0.6)
    const run = (mode: string, offset = 0): RunPlan => drawPlan(own, `run ${++count}`, mode, leg, offset)
    groups.push(...groupsOf(own, sequence(own.fork('sequence'), early ? aim.filter(name => name !== 'cleanup') : aim), run))
  }
  return groups
}

function groupsOf(dice: Dice, modes: readonly string[], run: (mode: string, offset?: number) => RunPlan): readonly Group[] {
  const groups: Group[] = []
  for (const [index, mode] of modes.entries()) {
    const own = dice.fork(`group ${index}`)
    const beside = own.fork('beside').chance(0.2)
    const twin = own.fork('twin').chance(0.6) ? mode : own.fork('other').pick([...modes, ...asked, ...(hasAbort ? ['abort'] : [])])
    const gapBefore = mode.includes('cleanup') && own.fork('day').chance(0.6) ? 90_000 : Math.round(7000 ** own.fork('gap').roll())
    groups.push({
      gap: gapBefore,
      runs: [run(mode), ...(beside ? [run(twin ?? mode, own.fork('offset').chance(0.5) ? 0 : skewed(own.fork('later'), 0, 900))] : [])]
    })
    if (own.fork('again').chance(0.35)) groups.push({gap: Math.round(600 ** own.fork('pause').roll()), runs: [run(mode)]})
    if (own.fork('ask').chance(0.1)) groups.push({gap: 5, runs: [run(own.fork('which').pick(asked) ?? 'status')]})
  }
  return groups
}
