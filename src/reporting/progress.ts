/** One dense line while waiting, and what about it counts as a change. */
import {nameIn} from '../domain/arn.ts'
import {isDatabaseFailure, isFailure} from '../domain/status.ts'

export interface Progress {
  readonly phase: string
  readonly deploymentId: string
  readonly status: string
  readonly tasks: readonly {readonly name: string; readonly status: string}[]
  readonly members: readonly {readonly source?: string | undefined; readonly status?: string | undefined}[]
  /** Instances and clusters of both sides, once they are read. */
  readonly databases?: readonly {readonly name: string; readonly status: string}[] | undefined
  /** RDS's own percentage of the storage operation that lasts longest. */
  readonly storagePercent?: number | undefined
  /** Milliseconds since the phase began to wait. */
  readonly elapsed: number
  /** Milliseconds until we stop waiting; undefined where nothing ends the wait. */
  readonly left?: number | undefined
}

/** `12m04s`, `5h17m`, `2d03h`: two units are enough, and the smaller one keeps its width. Rounded down. */
export function duration(milliseconds: number): string {
  const seconds = Number.isFinite(milliseconds) ? Math.max(0, Math.floor(milliseconds / 1000)) : 0
  const two = (count: number): string => String(count).padStart(2, '0')
  if (seconds < 60) return `${seconds}s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m${two(seconds % 60)}s`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}h${two(Math.floor((seconds % 3600) / 60))}m`
  return `${Math.floor(seconds / 86_400)}d${two(Math.floor((seconds % 86_400) / 3600))}h`
}

export function progressLine(progress: Progress): string {
  const time = progress.left === undefined ? '' : `, at most ${duration(progress.left)} more`
  return [progress.phase, progress.deploymentId, progress.status, ...facts(progress), `${duration(progress.elapsed)}${time}`]
    .filter(part => part !== '')
    .map(part => part.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '))
    .join('  ')
}

/** Equal as long as nothing worth a line has happened. The percentage counts in tens: it moves with every look. */
export function progressKey(progress: Progress): string {
  const percent = progress.storagePercent === undefined ? undefined : Math.floor(progress.storagePercent / 10) * 10
  return JSON.stringify([progress.phase, progress.deploymentId, progress.status, facts({...progress, storagePercent: percent})])
}

function facts({tasks, members, databases, status, storagePercent}: Progress): readonly string[] {
  const wanted = status.startsWith('SWITCHOVER') ? 'SWITCHOVER_COMPLETED' : 'AVAILABLE'
  const percent = storagePercent === undefined ? '' : `storage ${Math.floor(storagePercent)}%`
  return [
    tally('tasks', tasks, 'COMPLETED', task => (task.status === 'IN_PROGRESS' ? task.name : '')),
    tally(
      'members',
      // The members of a deployment that is being deleted say nothing any more.
      status === 'DELETING' ? [] : members.map(member => ({name: nameIn(member.source ?? ''), status: member.status ?? ''})),
      wanted,
      () => ''
    ),
    tally('databases', databases ?? [], 'available', database => `${database.name} ${database.status}`),
    percent
  ]
}

/** `tasks 3/5 (DB_ENGINE_VERSION_UPGRADE)`: what failed, else what is being worked on, else the number alone. */
function tally(
  noun: string,
  all: readonly {readonly name: string; readonly status: string}[],
  wanted: string,
  say: (one: {readonly name: string; readonly status: string}) => string
): string {
  if (all.length === 0) return ''
  const rest = all.filter(one => one.status !== wanted)
  const bad = rest.filter(one => isFailure(one.status) || isDatabaseFailure(one.status)).map(one => `${one.name} ${one.status}`)
  const said = bad.length > 0 ? bad : rest.map(say).filter(words => words !== '')
  const [first] = said
  const others = said.length > 1 ? `, ${said.length - 1} more` : ''
  return `${noun} ${all.length - rest.length}/${all.length}${first === undefined ? '' : ` (${first}${others})`}`
}
