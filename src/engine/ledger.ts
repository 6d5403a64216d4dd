/** Every write of this run, sent through one place: what was asked, what became of it, and what a later look showed. */
import type {ModeName} from '../domain/outcome.ts'
import type {Observation} from '../observing/observation.ts'
import type {Written} from '../observing/recall.ts'
import type {WriteStep} from '../phases/phase.ts'
import type {Call, RdsApi, WriteName} from '../rds/api.ts'
import type {Fault} from '../rds/faults.ts'
import {faultOf} from '../rds/faults.ts'
import {subjectOf} from '../rds/subject.ts'
import type {WriteReport} from '../reporting/report.ts'
import type {Clock} from '../waiting/clock.ts'

export interface Entry {
  readonly step: WriteStep
  readonly answer: 'accepted' | Fault
  readonly at: number
  shown: boolean
  /** Looks since it was sent. */
  looks: number
  seen: string[]
}

/** A tag is the same call whatever time its value tells; a group is the same one with whatever tag it is made. */
function essenceOf({operation, input}: Call): unknown {
  if (operation === 'AddTagsToResource') return [input.ResourceName, (input.Tags ?? []).map(tag => tag.Key)]
  const makesGroup = operation === 'CreateDBParameterGroup' || operation === 'CreateDBClusterParameterGroup'
  return makesGroup ? {...input, Tags: (input.Tags ?? []).map(tag => tag.Key)} : input
}

const sameCall = (one: Call, other: Call): boolean =>
  one.operation === other.operation && JSON.stringify(essenceOf(one)) === JSON.stringify(essenceOf(other))

export class Ledger {
  readonly entries: Entry[] = []
  readonly reports: WriteReport[] = []

  /** Sent once; after any error a look has to tell what became of it (rule 4). */
  async send(rds: RdsApi, step: WriteStep, phase: ModeName, clock: Clock, signal: AbortSignal): Promise<Entry> {
    const at = clock.elapsed()
    let answer: Entry['answer'] = 'accepted'
    try {
      await dispatch(rds, step.call, signal)
    } catch (thrown) {
      answer = faultOf(thrown)
    }
    const entry: Entry = {step, answer, at, shown: false, looks: 0, seen: []}
    this.entries.push(entry)
    this.reports.push({
      phase,
      operation: step.call.operation,
      on: subjectOf(step.call),
      answer: answer === 'accepted' ? 'accepted' : `${answer.kind}: ${answer.code}`,
      at
    })
    return entry
  }

  /** What the newest look shows of what was written. */
  look(now: Observation): void {
    for (const entry of this.entries) {
      entry.looks += 1
      if (entry.step.shows(now)) entry.shown = true
      const status = now.deployment.is === 'known' ? now.deployment.value.status : undefined
      if (status !== undefined && !entry.seen.includes(status)) entry.seen.push(status)
    }
  }

  written(): readonly Written[] {
    return this.entries.map(entry => ({
      call: entry.step.call,
      answer: entry.answer,
      at: entry.at,
      shown: entry.shown,
      seen: [...entry.seen]
    }))
  }

  same(call: Call): readonly Entry[] {
    return this.entries.filter(entry => sameCall(entry.step.call, call))
  }
}

/** Of one operation, so that the call and its input stay of one type. */
const dispatch = <O extends WriteName>(rds: RdsApi, call: Call<O>, signal: AbortSignal): Promise<object> =>
  rds.write<O>(call.operation, call.input, signal)
