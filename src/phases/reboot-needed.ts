/** `prepare` without allow-reboot, once the groups are made: what is left means an outage, is for people to decide, and can be typed. Pure. */
import type {Inputs} from '../inputs.ts'
import type {Source} from '../observing/source.ts'
import type {GroupWork, Work} from '../preparing/work.ts'
import {commandLine, pauseLine, waitLine} from './command-lines.ts'
import type {Plan, Situation, Step, WriteStep} from './phase.ts'
import {refuse} from './phase.ts'
import {isToChange} from './preparing-groups.ts'
import {toAssociate} from './preparing-production.ts'
import {SETTLED, youngGroups} from './young-groups.ts'

interface Left {
  readonly inputs: Inputs
  readonly source: Source
  readonly work: Work
  /** What needs nobody's leave, and in a dry run is not done yet. */
  readonly making: readonly Step[]
  /** What changes production. */
  readonly left: readonly Step[]
  readonly situation: Situation
}

export function rebootNeeded({inputs, source, work, making, left, situation}: Left): Plan {
  const writes = left.flatMap(step => (step.do === 'write' ? [step] : []))
  const groups = work.kinds.flatMap(kind => kind.groups)
  const edited = groups.filter(one => one.isLive && isToChange(one)).map(one => one.name)
  const databases = writes.flatMap(step => step.bearer?.name ?? [])
  const typed = writes.filter(step => step.call.operation !== 'AddTagsToResource')
  const made = groups.length === 0 || inputs.dryRun ? '' : `the parameter groups are there (${each(groups.map(one => one.name))}); `
  const count = `${typed.length} ${typed.length === 1 ? 'change' : 'changes'} of production ${typed.length === 1 ? 'is' : 'are'} left`
  const outage = typed.some(step => /^(Modify|Reboot)DBInstance$/.test(step.call.operation)) ? ', and a restart is an outage' : ''
  // No command can speak of a group that is not there yet.
  const isUnmade = groups.some(one => one.side === 'blue' && one.seen === undefined)
  const refusal = refuse(
    'blocked',
    'reboot_needed',
    `${made}${count} (${each([...edited, ...databases])})${outage}`,
    isUnmade
      ? 'set allow-reboot: true; or run mode: prepare as it is (no dry-run): it makes the groups and prints the commands for the rest'
      : 'set allow-reboot: true, or run the commands below in their order'
  )
  const commands = isUnmade ? [] : linesOf(typed, source, work, inputs.awsRegion, situation)
  const [first, ...rest] = [...making, ...left]
  const told = {...refusal, details: work.kinds.flatMap(kind => kind.notes), commands}
  return first === undefined ? told : {...told, would: [first, ...rest]}
}

const each = (names: readonly string[]): string => [...new Set(names)].join(', ')

/** Of the writes those that people type; the note of the time is this action's own, so that they wait in its place. */
function linesOf(typed: readonly WriteStep[], source: Source, work: Work, region: string, situation: Situation): readonly string[] {
  const young = youngGroups(newOfBlue(source, work), situation)
  const edits = typed.some(step => step.call.operation.endsWith('ParameterGroup'))
  return [
    ...(young?.atLeast === undefined ? [] : [pauseLine(young.atLeast)]),
    ...typed.flatMap(({call, bearer}) => [
      commandLine(call, region),
      ...(bearer === undefined ? [] : [waitLine(bearer.kind, bearer.name, region)])
    ]),
    ...(edits ? [pauseLine(situation.pace.scaled(SETTLED))] : [])
  ]
}

export const dated = (groups: readonly GroupWork[]) =>
  groups.flatMap(({seen, name}) => (seen === undefined ? [] : [{name, changedAt: seen.changedAt}]))

/** The first use of a group is the move of production into it, as much as the making of green. */
export const newOfBlue = (source: Source, {kinds}: Work) =>
  dated(kinds.flatMap(kind => (toAssociate(source, kind).length === 0 ? [] : kind.groups.filter(one => one.side === 'blue'))))
