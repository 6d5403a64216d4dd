/**
 * Two verdicts on one source that know nothing of each other: what `plan` says of it, and what the lab does with the call that the plan
 * shows, with the groups that are there today in the place of those `prepare` would make. Whatever the lab refuses, and the API shows, a check had named by the same row of the facts; where every check passes, the
 * lab accepts and builds; and what a check names, the lab refuses under some setting of its unknowns.
 */
import type {CreateBlueGreenDeploymentRequest} from '@aws-sdk/client-rds'
import {checks} from '../../src/checks/index.ts'
import {virtualTime} from '../clocks.ts'
import {openDesk} from '../desk.ts'
import {dice as diceOf} from '../dice.ts'
import type {Account} from '../model/account.ts'
import {advance} from '../model/advance.ts'
import type {EnforcedRow} from '../model/enforced.ts'
import {enforcedRows, rowsAgainstCreate, rowsAgainstSwitchover} from '../model/enforced.ts'
import {perform} from '../model/operations.ts'
import {isRefusal} from '../model/refusals.ts'
import {sourceRules} from '../model/rules-of-source.ts'
import {account} from '../model/seed.ts'
import type {Planned} from './groups-of-today.ts'
import {withGroupsOfToday} from './groups-of-today.ts'
import type {DrawnSource} from './sources.ts'
import {start} from './step.ts'

const HOUR = 3_600_000
/** Longer than any plan may look, and than any build takes. */
const AT_MOST = 12 * HOUR

export type Log = (line: string) => unknown

export interface Compared {
  readonly seed: number
  /** `outcome reason` of the plan. */
  readonly said: string
  /** `accepted`, or the code of the refusal, or `failed late`. */
  readonly did: string
  /** Every row that the lab holds against the call. */
  readonly rows: readonly string[]
  readonly disagreements: readonly string[]
}

/** What no check is asked for: how the plan ends instead, and why. */
export const BY_THE_PHASE: Readonly<Record<string, readonly [ends: RegExp, because: string]>> = {
  'G-02': [/^(blocked|failed) (?!checks_not_met)/, 'the source is named as what it is before anything is read of it'],
  'G-03': [/./, 'create waits until the databases are available, once nothing else is in its way'],
  'G-04': [/^completed plan_passed$/, 'the deployment of that name is found, and waited for instead of making another'],
  'G-05': [/^completed plan_passed$/, 'the deployment of this source is found, and waited for instead of making another'],
  'G-08': [
    /^(blocked account_not_allowed|failed invalid_input)$/,
    'the ARN given is compared with that of the database the credentials see'
  ],
  'A-05': [/^(blocked|failed) invalid_input$/, 'an input that is for instances alone'],
  'AG-01': [/^blocked global_database_not_supported$/, 'members of a global database are refused, as are their cleanups']
}

const OF_THE_SOURCE: ReadonlySet<string> = new Set([...sourceRules.map(one => one.row), 'A-05', 'S-02', 'S-03', 'G-36', 'G-44'])
const OF_GREENS_GROUPS: ReadonlySet<string> = new Set(['2.1', 'G-38', '8.5', 'M-10', 'AP-05', 'L-18', 'G-11', 'AM-12'])

/** Whether RDS refuses these nobody knows: the action says them, and goes on. */
export const BY_ADVICE: ReadonlySet<string> = new Set(['G-44'])

/** What is named first, and what nobody can tell before that is mended. */
const LEFT_OPEN: Readonly<Record<string, (row: string) => boolean>> = {
  // Of another engine nothing else is known.
  'G-01': () => true,
  'G-15': () => true,
  // Nothing to become: the lab goes on with the version of today, the action with a major version that may not be one.
  'G-37': row => !OF_THE_SOURCE.has(row),
  // Without its groups the call is not whole.
  'G-40': row => OF_GREENS_GROUPS.has(row),
  '2.1': row => OF_GREENS_GROUPS.has(row),
  // What is not sold any more, or never was, RDS lists no storage of, and no class.
  'G-39': row => row === 'S-10',
  'M-01': row => row === 'S-10' || row === 'G-39',
  'P-01': row => row === 'S-10' || row === 'G-39'
}

/** Every unknown set to what refuses most: what a check names must be refused at least then. */
const strictest = (given: Account): Account => ({
  ...given,
  unknowns: {
    ...given.unknowns,
    eventScheduler: 'fails_later',
    forbiddenExtensions: 'fails_later',
    longName: 'refused',
    youngGroup: 'refused'
  }
})

const atCreate: ReadonlySet<string> = new Set(enforcedRows.filter(one => one.when.startsWith('create_')).map(one => one.row))

interface Judgement {
  readonly id: string
  readonly rows: readonly string[]
  readonly severity: string
  readonly verdict: string
  readonly observed: string
  readonly phase: string
}

interface Plan {
  readonly said: string
  readonly judged: readonly Judgement[]
  /** The call that `create` would send. */
  readonly request: CreateBlueGreenDeploymentRequest | undefined
  /** Something passes first. */
  readonly waits: boolean
}

interface Published {
  readonly checks: readonly Omit<Judgement, 'rows'>[]
  readonly phases: readonly {readonly planned: readonly Planned[]}[]
}

const rowsOf = new Map(checks.map(check => [check.id, check.rows]))

async function plan(one: DrawnSource, before: Account, time: ReturnType<typeof virtualTime>, log: Log | undefined): Promise<Plan> {
  const dice = diceOf(`plan of source ${one.seed}`)
  const desk = openDesk({account: before, scheduler: time.scheduler, dice, latency: [0, 0], bucket: 'off'})
  const given = {mode: 'plan', 'aws-region': 'eu-west-1', 'wait-timeout-minutes': '60', ...one.inputs}
  const step = start({
    plan: {
      name: 'run 1',
      mode: 'plan',
      by: 'source',
      leg: 0,
      dryRun: false,
      keeps: false,
      spares: false,
      fate: undefined,
      offset: 0,
      expires: undefined
    },
    env: Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    desk,
    time,
    dice,
    onRequest: (_run, operation) => log?.(`  asks ${operation}`),
    onLine: (_run, line) => log?.(`  ${line}`),
    onSaid: () => undefined
  })
  await time.run(step.done, time.scheduler.now() + AT_MOST)
  const {outputs, ended} = step
  if (ended?.is !== 'ended') throw new Error(`the plan did not end: ${ended?.is === 'rejected' ? String(ended.error) : 'stuck'}`)
  const report = JSON.parse(step.report) as Published
  const planned = report.phases.flatMap(phase => phase.planned)
  const call = planned.find(step => step.operation === 'CreateBlueGreenDeployment')
  return {
    said: `${outputs['outcome']} ${outputs['reason']}`,
    judged: report.checks.map(check => ({...check, rows: rowsOf.get(check.id) ?? []})),
    waits: planned.some(step => step.phase === 'create' && step.operation === null),
    request: call?.input === undefined || call.input === null ? undefined : withGroupsOfToday(call.input, planned, before)
  }
}

interface Done {
  readonly did: string
  /** Rows the lab met on the way, and those that a switchover would meet. */
  readonly met: readonly string[]
  readonly atSwitchover: readonly EnforcedRow[]
}

/** The call, sent to a copy of the account, and the build to its end. */
function build(before: Account, request: CreateBlueGreenDeploymentRequest, now: number, seed: number): Done {
  const dice = diceOf(`build of source ${seed}`)
  const answered = perform(before, 'rds', 'CreateBlueGreenDeployment', request, now, dice)
  if (isRefusal(answered)) return {did: answered.code, met: [], atSwitchover: []}
  const after = advance(answered.account, now + AT_MOST, dice.fork('timers'), () => undefined)
  const made = after.deployments.at(-1)
  const status = made?.shown.Status ?? 'gone'
  return {
    did: status === 'AVAILABLE' ? 'accepted' : status,
    met: (made?.enforced ?? []).map(one => one.row),
    atSwitchover: made === undefined ? [] : rowsAgainstSwitchover(after, made.shown.BlueGreenDeploymentIdentifier)
  }
}

function disagreementsOf(
  {said, judged, request, waits}: Plan,
  held: readonly EnforcedRow[],
  strict: readonly EnforcedRow[],
  done: Done
): string[] {
  const notMet = judged.filter(one => one.verdict === 'not_met' && one.phase === 'create')
  const named = new Set(notMet.filter(one => one.severity !== 'advice').flatMap(one => one.rows))
  const advised = new Set(notMet.flatMap(one => one.rows))
  const byPhase = held.filter(({row}) => BY_THE_PHASE[row]?.[0].test(said) === true)
  const isFirst = (row: string): boolean => !atCreate.has(row) || held.some(one => one.row === row)
  const isOpen = (row: string): boolean => [...named].some(other => isFirst(other) && LEFT_OPEN[other]?.(row) === true)
  const isAsked = judged.some(one => one.phase === 'create')
  const lines: string[] = []
  // Nothing would be sent.
  if (said.startsWith('nothing_to_do ')) return lines

  const shown = held.filter(one => one.shownBy === 'api')
  for (const {row, what, when} of shown) {
    if (named.has(row) || byPhase.some(one => one.row === row) || (BY_ADVICE.has(row) && advised.has(row))) continue
    // The phase stopped for another reason before any check was asked.
    if (isOpen(row) || (!isAsked && byPhase.some(one => one.row !== 'G-03'))) continue
    lines.push(`the lab enforces ${row} (${what}, ${when}), and nothing names it: ${said}`)
  }
  const passes = request !== undefined && !waits && said === 'completed plan_passed'
  const silently = held.some(one => one.shownBy !== 'api' || BY_ADVICE.has(one.row))
  if (passes && done.did !== 'accepted' && !silently) lines.push(`the plan passes, and the lab says ${done.did} (${done.met.join(', ')})`)
  if (passes && done.did === 'accepted')
    for (const {row, what, shownBy} of done.atSwitchover)
      if (shownBy === 'api') lines.push(`the plan passes, and the lab's switchover is stopped by ${row} (${what})`)

  const refusable = new Set(strict.map(one => one.row))
  for (const {id, rows, severity, observed} of notMet) {
    const enforced = rows.filter(row => atCreate.has(row))
    if (severity !== 'advice' && enforced.length > 0 && !enforced.some(row => refusable.has(row) || isOpen(row)))
      lines.push(`${id} names ${rows.join(', ')} (${observed}), and the lab would never refuse it`)
  }
  if (!isAsked && request === undefined && /^(blocked|failed) /.test(said) && byPhase.length === 0)
    lines.push(`the plan ends ${said} before any check, and the lab holds nothing of it against the call`)
  return lines
}

const listed = (list: readonly string[]): string => (list.length === 0 ? 'nothing' : list.join(', '))

/** What the lab says of a call must be what it does with it. */
function slipOfTheLab(held: readonly EnforcedRow[], {did, met}: Done): string | undefined {
  const atOnce = held.filter(one => one.when === 'create_sync')
  const isRefused = did !== 'accepted' && did !== 'INVALID_CONFIGURATION'
  if (isRefused !== atOnce.length > 0) return `the lab holds ${listed(atOnce.map(one => one.row))} against the call, and says ${did}`
  if (isRefused) return undefined
  if ((did === 'accepted') !== (held.length === 0))
    return `the lab holds ${listed(held.map(one => one.row))} against the build, which ends ${did}`
  const strange = met.find(row => !held.some(one => one.row === row))
  return strange === undefined ? undefined : `the build stumbles over ${strange}, which the lab did not hold against it`
}

export async function compare(one: DrawnSource, log?: Log): Promise<Compared> {
  const time = virtualTime()
  const now = time.scheduler.now()
  const seeded = account({...one.account, now})
  const before = one.before.reduce<Account>((made, change) => change(one.request)(made, now, diceOf(`before ${one.seed}`)), seeded)
  const planned = await plan(one, before, time, log)
  const request = planned.request ?? one.request
  const held = rowsAgainstCreate(before, request, now)
  const done = build(before, request, now, one.seed)
  const slip = slipOfTheLab(held, done)
  const strict = rowsAgainstCreate(strictest(before), request, now)
  if (log !== undefined) {
    for (const {verdict, severity, id, rows, observed} of planned.judged)
      if (verdict === 'not_met' || verdict === 'unknown') log(`  ${severity} ${verdict} ${id} [${rows.join(', ')}]: ${observed}`)
    log(`  the call: ${JSON.stringify({...request, Tags: undefined})}`)
    log(`  the lab holds against it: ${listed(held.map(row => `${row.row} (${row.what})`))}; it says ${done.did}`)
  }
  return {
    seed: one.seed,
    said: planned.said,
    did: done.did,
    rows: [...new Set(held.map(row => row.row))],
    disagreements: [...disagreementsOf(planned, held, strict, done), ...(slip === undefined ? [] : [slip])]
  }
}
