/** Why it went wrong, in RDS's own words: status details, failure events, the end of the upgrade pre-check log (rule 5). All optional. */
import {nameIn, parseArn} from '../domain/arn.ts'
import type {Deployment} from '../domain/deployment.ts'
import {databasesOn} from '../domain/deployment.ts'
import {valueOf} from '../domain/known.ts'
import {isFailure} from '../domain/status.ts'
import type {Observation} from '../observing/observation.ts'
import {databaseAt} from '../observing/observation.ts'
import type {Evidence} from '../phases/phase.ts'
import type {RdsEvent} from '../rds/events.ts'
import {binlogCoordinates, databaseEvents, deploymentEvents} from '../rds/events.ts'
import {Faulted} from '../rds/faults.ts'
import {pages} from '../rds/looking.ts'
import type {AdviceReport, BinlogCoordinates} from '../reporting/report.ts'
import type {Pace} from '../waiting/pace.ts'
import type {Readers} from '../world.ts'
import {setBack} from './set-back.ts'

interface Gathered {
  readonly details: readonly string[]
  readonly warnings: readonly string[]
  readonly binlog: readonly BinlogCoordinates[]
  readonly advice: readonly AdviceReport[]
}

const NOTHING_GATHERED: Gathered = {details: [], warnings: [], binlog: [], advice: []}

/** Facts 9.5; a file of another name is not an upgrade log. */
const UPGRADE_LOG = /pg_upgrade_precheck|pg_upgrade_internal|PrePatchCompatibility|upgradeFailure|upgrade-prechecks/i
const LOG_LINES = 40
const EVENTS = 10
const LOOKS_FOR_COORDINATES = 4

const when = (event: RdsEvent): string => `${event.date === undefined ? '' : `${event.date.toISOString()} `}${event.message}`

/** Each piece in its own try: without the permission there is a warning and less detail (rule 16). */
async function optionally(pieces: readonly (() => Promise<readonly string[]>)[]): Promise<{details: string[]; warnings: string[]}> {
  const details: string[] = []
  const warnings: string[] = []
  for (const piece of pieces) {
    try {
      details.push(...(await piece()))
    } catch (thrown) {
      if (!(thrown instanceof Faulted)) throw thrown
      warnings.push(`less detail: ${thrown.fault.kind === 'denied' ? `rds:${thrown.operation} is not allowed` : thrown.message}`)
    }
  }
  return {details, warnings}
}

function fromDeployment(deployment: Deployment): readonly string[] {
  const lines: string[] = []
  if (deployment.statusDetails !== undefined && deployment.statusDetails !== '') lines.push(`status details: ${deployment.statusDetails}`)
  for (const task of deployment.tasks ?? []) if (isFailure(task.status)) lines.push(`task ${task.name}: ${task.status}`)
  for (const member of deployment.members)
    if (isFailure(member.status)) lines.push(`member ${nameIn(member.source ?? member.target ?? '')}: ${member.status ?? ''}`)
  return lines
}

async function failureEvents(look: Readers, deployment: Deployment): Promise<readonly string[]> {
  const events = await deploymentEvents(look, deployment.id)
  return events
    .filter(event => event.failure)
    .slice(-EVENTS)
    .map(event => `event: ${when(event)}`)
}

const greenInstances = (deployment: Deployment): readonly string[] =>
  databasesOn(deployment, 'target')
    .filter(arn => parseArn(arn)?.type === 'db')
    .map(nameIn)

async function instanceEvents(look: Readers, name: string): Promise<readonly string[]> {
  const events = await databaseEvents(look, 'db-instance', name, 24 * 60)
  return events
    .filter(event => event.failure || /fail|incompatib|can't be upgraded|terminated|error/i.test(event.message))
    .slice(-EVENTS)
    .map(event => `event of ${name}: ${when(event)}`)
}

async function upgradeLog(look: Readers, name: string): Promise<readonly string[]> {
  const answers = await pages(look, 'DescribeDBLogFiles', {DBInstanceIdentifier: name})
  const files = answers.flatMap(answer => answer.DescribeDBLogFiles ?? []).filter(file => UPGRADE_LOG.test(file.LogFileName ?? ''))
  const newest = files.sort((a, b) => (b.LastWritten ?? 0) - (a.LastWritten ?? 0))[0]?.LogFileName
  if (newest === undefined) return []
  const portion = await look.rds.read(
    'DownloadDBLogFilePortion',
    {DBInstanceIdentifier: name, LogFileName: newest, NumberOfLines: 200},
    look.signal
  )
  const lines = (portion.LogFileData ?? '').split('\n').filter(line => line.trim() !== '')
  return lines.length === 0 ? [] : [`end of ${newest} on ${name}:`, ...lines.slice(-LOG_LINES).map(line => `  ${line}`)]
}

/** MySQL family: where an external replica goes on from (facts 5.3). */
async function coordinates(look: Readers, now: Observation, deployment: Deployment, pace: Pace): Promise<Gathered> {
  const production = valueOf(databaseAt(now, deployment.target))
  if (production === undefined || !/mysql|mariadb/.test(production.engine)) return NOTHING_GATHERED
  const since = valueOf(now.memory)?.switchedOverAt ?? valueOf(now.switchedOverAt)
  const minutes = since === undefined ? 60 : (look.clock.date().getTime() - since.getTime()) / 60_000 + 60
  // The event follows the switchover (facts 7.2): of one just over it is asked for once more, and again.
  const isFresh = minutes < 65
  try {
    for (let times = 1; ; times += 1) {
      const found = binlogCoordinates(await databaseEvents(look, 'db-instance', undefined, Math.max(60, minutes)))
      const ours = found.filter(one =>
        [...deployment.members.map(member => nameIn(member.target ?? '')), production.name].some(
          name => one.database === name || one.database.startsWith(`${name}-green-`)
        )
      )
      if (ours.length > 0 || !isFresh || times === LOOKS_FOR_COORDINATES || look.signal.aborted) return {...NOTHING_GATHERED, binlog: ours}
      await look.clock.sleep(pace.pause('settling', look.random, 0), look.signal)
    }
  } catch (thrown) {
    if (!(thrown instanceof Faulted)) throw thrown
    return {...NOTHING_GATHERED, warnings: [`the binary log coordinates could not be read: ${thrown.message}`]}
  }
}

/** Without the permission nobody is told: it is one word of advice among many. */
async function toSetBack(look: Readers, now: Observation, deployment: Deployment): Promise<readonly AdviceReport[]> {
  try {
    return await setBack(look, now, deployment)
  } catch (thrown) {
    if (!(thrown instanceof Faulted)) throw thrown
    return []
  }
}

export async function gather(look: Readers, now: Observation, evidence: Evidence | undefined, pace: Pace): Promise<Gathered> {
  const deployment = valueOf(now.deployment)
  if (deployment === undefined || evidence === undefined || look.signal.aborted) return NOTHING_GATHERED
  switch (evidence) {
    case 'afterwards':
      return {...(await coordinates(look, now, deployment, pace)), advice: await toSetBack(look, now, deployment)}
    case 'switchover': {
      const found = await optionally([() => failureEvents(look, deployment)])
      return {...NOTHING_GATHERED, ...found, details: [...fromDeployment(deployment), ...found.details]}
    }
    case 'provisioning': {
      const greens = greenInstances(deployment).slice(0, 3)
      const found = await optionally([
        () => failureEvents(look, deployment),
        ...greens.flatMap(name => [() => instanceEvents(look, name), () => upgradeLog(look, name)])
      ])
      return {...NOTHING_GATHERED, ...found, details: [...fromDeployment(deployment), ...found.details]}
    }
  }
}
