/** RDS's events: best effort, unordered, kept for 14 days (facts 7.2). For diagnosis and times, never to drive the flow. */
import type {Event} from '@aws-sdk/client-rds'
import type {Known} from '../domain/known.ts'
import {absent, known} from '../domain/known.ts'
import type {Readers} from '../world.ts'
import {ifAllowed, pages} from './looking.ts'

export interface RdsEvent {
  readonly date: Date | undefined
  readonly message: string
  readonly source: string
  readonly failure: boolean
}

const MINUTES_KEPT = 14 * 24 * 60 - 5

const eventOf = (event: Event): RdsEvent => ({
  date: event.Date,
  message: event.Message ?? '',
  source: event.SourceIdentifier ?? '',
  failure: (event.EventCategories ?? []).includes('failure')
})

export async function deploymentEvents(look: Readers, deploymentId: string): Promise<readonly RdsEvent[]> {
  const answers = await pages(look, 'DescribeEvents', {
    SourceType: 'blue-green-deployment',
    SourceIdentifier: deploymentId,
    Duration: MINUTES_KEPT
  })
  return answers.flatMap(answer => answer.Events ?? []).map(eventOf)
}

/** Events of one database, or of all of the kind, over the last minutes, as far back as RDS keeps them. */
export async function databaseEvents(
  look: Readers,
  kind: 'db-instance' | 'db-cluster',
  name: string | undefined,
  minutes: number
): Promise<readonly RdsEvent[]> {
  const which = name === undefined ? {} : {SourceIdentifier: name}
  const answers = await pages(look, 'DescribeEvents', {SourceType: kind, ...which, Duration: Math.min(MINUTES_KEPT, Math.ceil(minutes))})
  return answers.flatMap(answer => answer.Events ?? []).map(eventOf)
}

/** RDS-EVENT-0248 (facts 7.1): the API's events carry no id, so by text. Absent: the events can be read, and none of them tells. */
export async function switchedOverAt(look: Readers, deploymentId: string): Promise<Known<Date>> {
  const events = await ifAllowed(deploymentEvents(look, deploymentId))
  if (events.is !== 'known') return events
  const at = events.value.find(event => /^Switchover completed on blue\/green deployment/i.test(event.message))?.date
  return at === undefined ? absent : known(at)
}

const COORDINATES = /Binary log coordinates in green environment after switchover: file (\S+) and position (\d+)/

/** Facts 5.3: emitted under green's old name, without an event id; the crash-recovery message looks alike and is not meant. */
export const binlogCoordinates = (
  events: readonly RdsEvent[]
): readonly {readonly database: string; readonly file: string; readonly position: string}[] =>
  events.flatMap(event => {
    const found = COORDINATES.exec(event.message)
    return found === null ? [] : [{database: event.source, file: found[1] ?? '', position: found[2] ?? ''}]
  })
