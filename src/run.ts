/** A run: its phases one after another, each from wherever it finds things, and the one report of all of them. */
import {linesOf} from './checks/check.ts'
import {createChecks} from './checks/create.ts'
import {parseArn} from './domain/arn.ts'
import {valueOf} from './domain/known.ts'
import type {ModeName, Outcome} from './domain/outcome.ts'
import {PHASE_ORDER} from './domain/outcome.ts'
import {stageOf} from './domain/status.ts'
import {adviceOf} from './engine/advice.ts'
import {changesOf} from './engine/changes.ts'
import {Drive} from './engine/drive.ts'
import type {End, Ending} from './engine/endings.ts'
import {endOfFault} from './engine/endings.ts'
import {ExpiryNotice} from './engine/expiry.ts'
import {membersOf, oldDatabasesOf} from './engine/last-look.ts'
import type {Entry} from './engine/ledger.ts'
import {nextMode} from './engine/next-mode.ts'
import type {Ahead, Means, Planned} from './engine/planning.ts'
import {aheadOfPlan, oneAhead, planPhases} from './engine/planning.ts'
import {tell} from './engine/telling.ts'
import {withPrepare} from './engine/with-prepare.ts'
import type {Inputs} from './inputs.ts'
import {inquiries} from './inquiries/index.ts'
import type {Observation} from './observing/observation.ts'
import {mayHaveHappened} from './observing/recall.ts'
import {phases} from './phases/index.ts'
import type {Phase} from './phases/phase.ts'
import {Faulted} from './rds/faults.ts'
import {deploymentArn} from './rds/looking.ts'
import {patientMetrics, patientReads} from './rds/patience.ts'
import {withoutArns} from './reporting/accounts.ts'
import {discreet} from './reporting/discreet.ts'
import type {CheckReport, PhaseReport, Report, WriteReport} from './reporting/report.ts'
import {paceOf} from './waiting/pace.ts'
import type {Readers, World} from './world.ts'

const MINUTE = 60_000

/** Modes of this release. */
export const AVAILABLE: ReadonlySet<ModeName> = new Set([
  'plan',
  ...phases.map(phase => phase.name),
  ...inquiries.map(inquiry => inquiry.name)
])

const MENDED: ReadonlySet<string> = new Set(createChecks.flatMap(one => (one.isMendedByPrepare === true ? [one.id] : [])))

/** Why the phases behind it are not asked; undefined: they are. */
function endsTheRun(name: ModeName, {outcome: {is}, isLeaving}: Ahead): string | undefined {
  if (is === 'planned') return isLeaving ? 'what is being deleted has to be gone first' : undefined
  return is === 'completed' || is === 'nothing_to_do' ? undefined : `${name} ended ${is}`
}

/** What is gathered while the phases run; published by `main` even when a phase throws. */
export class Run {
  readonly #inputs: Inputs
  readonly #world: World
  readonly #outputs: Record<string, string> = {}
  readonly #phases: PhaseReport[] = []
  readonly #leftOut: Report['leftOut'][number][] = []
  readonly #checks = new Map<string, CheckReport>()
  readonly #writes: WriteReport[] = []
  readonly #entries: Entry[] = []
  readonly #warnings: string[] = []
  readonly #binlog: Report['binlog'][number][] = []
  readonly #advice: Report['advice'][number][] = []
  /** Hidden in every line, as soon as RDS has named them. */
  readonly #accounts = new Set<string>()
  readonly #startedAt: Date
  readonly #expiry: ExpiryNotice
  #now: Observation | undefined

  constructor(inputs: Inputs, world: World) {
    this.#inputs = inputs
    this.#world = {...world, reporter: discreet(world.reporter, this.#accounts)}
    this.#startedAt = world.clock.date()
    this.#expiry = new ExpiryNotice(world, inputs.waitTimeoutMinutes * MINUTE, inputs.roleToAssume !== undefined)
  }

  async go(): Promise<Report> {
    const inquiry = inquiries.find(one => this.#inputs.modes.includes(one.name))
    if (inquiry === undefined) await this.#drive()
    else await this.#ask(inquiry)
    return this.report()
  }

  #look(): Readers {
    const {clock, random, signal, rds, metrics} = this.#world
    let throttled = 0
    const means = {
      clock,
      random,
      signal,
      pace: paceOf(this.#inputs.pollIntervalSeconds),
      throttled: () => {
        throttled += 1
      }
    }
    return {rds: patientReads(rds, means), metrics: patientMetrics(metrics, means), clock, random, signal, throttled: () => throttled}
  }

  async #ask(inquiry: (typeof inquiries)[number]): Promise<void> {
    const started = this.#world.clock.elapsed()
    this.#world.reporter.startGroup(inquiry.name)
    let outcome: Outcome
    try {
      const answer = await inquiry.answer(this.#look(), this.#inputs)
      this.#know(answer.now)
      outcome = answer.outcome
    } catch (thrown) {
      if (!(thrown instanceof Faulted)) throw thrown
      outcome = this.#faulted(inquiry.name, thrown, started)
    }
    this.#ended(inquiry.name, outcome, started, [])
  }

  #faulted(phase: ModeName, {fault, operation}: Faulted, started: number): Outcome {
    const ending: Ending = this.#world.signal.aborted
      ? {is: 'cancelled', reason: 'cancelled', because: 'cancelled; nothing was changed', remedy: ''}
      : endOfFault(fault, operation, this.#world.clock.elapsed() - started, this.#inputs)
    return {...ending, phase, details: []}
  }

  async #drive(): Promise<void> {
    const wanted = [...PHASE_ORDER, 'abort' as const].filter(name => this.#inputs.modes.includes(name))
    let left: Observation | undefined
    for (const [index, name] of wanted.entries()) {
      if (name === 'plan') {
        const outcome = await this.#plan(wanted.slice(1))
        if (outcome.is === 'completed' || outcome.is === 'nothing_to_do') continue
        for (const other of wanted.slice(1)) this.#leftOut.push({phase: other, because: `plan ended ${outcome.is}`})
        return
      }
      const phase = phases.find(one => one.name === name)
      if (phase === undefined) {
        this.#leftOut.push({phase: name, because: 'this release does not have it'})
        this.#world.reporter.say(`${name} is left out: this release does not have it`)
        continue
      }
      const started = this.#world.clock.elapsed()
      this.#world.reporter.startGroup(name)
      const isForeseen = left !== undefined
      const one = await oneAhead(phase, left, this.#means(false))
      // What was looked at has told its own.
      if (isForeseen) this.#warnings.push(...one.warnings)
      this.#sayStops(one.checks)
      this.#ended(name, one.outcome, started, one.planned)
      left = one.left
      const because = endsTheRun(name, one)
      if (because === undefined) continue
      for (const other of wanted.slice(index + 1)) this.#leftOut.push({phase: other, because})
      return
    }
  }

  async #plan(behind: readonly ModeName[]): Promise<Outcome> {
    const started = this.#world.clock.elapsed()
    this.#world.reporter.startGroup('plan')
    const ahead = behind.length === 0 ? aheadOfPlan(this.#inputs) : behind
    const asked = await this.#planPhases(ahead)
    for (const check of asked.checks) this.#checks.set(check.id, check)
    // What stops it may be what prepare mends: then what lies ahead is shown as prepare would leave it.
    const prepared = ahead.includes('prepare') ? undefined : await this.#withPrepare(ahead, asked, started)
    const outcome = prepared === undefined ? asked.outcome : withPrepare(asked.outcome, prepared)
    this.#warnings.push(...new Set([...asked.warnings, ...(prepared?.warnings ?? [])]))
    this.#sayStops(asked.checks)
    this.#ended('plan', outcome, started, prepared !== undefined && prepared.planned.length > 0 ? prepared.planned : asked.planned)
    return outcome
  }

  /** Undefined: nothing that `prepare` mends stops the plan. */
  async #withPrepare(ahead: readonly ModeName[], asked: Planned, started: number): Promise<Planned | undefined> {
    const [first] = asked.stops
    const seen = first?.checks.some(one => one.verdict === 'not_met' && MENDED.has(one.id)) === true ? first.seen : undefined
    const prepare = phases.find(phase => phase.name === 'prepare')
    if (seen === undefined || prepare?.complete === undefined) return undefined
    try {
      return await this.#planPhases(['prepare', ...ahead], await prepare.complete(this.#look(), this.#means(true).inputs, seen))
    } catch (thrown) {
      if (!(thrown instanceof Faulted)) throw thrown
      return {outcome: this.#faulted('plan', thrown, started), planned: [], checks: [], warnings: [], stops: [], isCut: true}
    }
  }

  #planPhases(ahead: readonly ModeName[], from?: Observation): Promise<Planned> {
    return planPhases(
      phases.filter(phase => ahead.includes(phase.name)),
      this.#means(true),
      from
    )
  }

  #means(foresees: boolean): Means {
    return {
      inputs: foresees ? {...this.#inputs, dryRun: true} : this.#inputs,
      world: this.#world,
      pace: paceOf(this.#inputs.pollIntervalSeconds),
      drive: phase => this.#runPhase(phase, foresees)
    }
  }

  async #runPhase(phase: Phase, foresees: boolean): Promise<End> {
    const world = this.#world
    const inputs = this.#narrowed()
    const drive = new Drive({
      phase,
      inputs: foresees ? {...inputs, dryRun: true} : inputs,
      foresees,
      world,
      look: this.#look(),
      pace: paceOf(this.#inputs.pollIntervalSeconds),
      deadline: this.#inputs.waitTimeoutMinutes * MINUTE,
      expiry: this.#expiry,
      know: now => this.#know(now)
    })
    // Written down as it happens: a phase that throws has still written what it wrote.
    try {
      const end = await drive.run()
      if (foresees) return end
      this.#warnings.push(...end.warnings)
      this.#binlog.push(...end.binlog)
      this.#advice.push(...end.advice)
      for (const check of end.checks) this.#checks.set(check.id, check)
      const call = end.ledger.entries.find(entry => entry.step.call.operation === 'SwitchoverBlueGreenDeployment' && mayHaveHappened(entry))
      if (call !== undefined && end.outcome.reason === 'switchover_completed')
        this.#tell({'switchover-seconds': ((world.clock.elapsed() - call.at) / 1000).toFixed(1)})
      return end
    } finally {
      this.#writes.push(...drive.ledger.reports)
      this.#entries.push(...drive.ledger.entries)
    }
  }

  /** Later phases of one run speak of the deployment that an earlier one found or made. */
  #narrowed(): Inputs {
    const deployment = this.#now === undefined ? undefined : valueOf(this.#now.deployment)
    if (this.#inputs.deploymentId !== undefined || deployment === undefined) return this.#inputs
    return {...this.#inputs, deploymentId: {is: 'id', id: deployment.id}}
  }

  #ended(phase: ModeName, outcome: Outcome, started: number, planned: PhaseReport['planned']): void {
    const {reporter, clock} = this.#world
    this.#phases.push({phase, outcome, took: clock.elapsed() - started, planned})
    for (const step of planned)
      reporter.say(
        `${step.phase}  would ${step.intent}${step.operation === undefined ? '' : `  ${step.operation} ${JSON.stringify(step.input)}`}`
      )
    for (const line of [...outcome.details, ...(outcome.commands ?? [])]) reporter.say(line)
    reporter.say(`${phase}  ${outcome.is} (${outcome.reason}): ${outcome.because}`)
    reporter.endGroup()
  }

  #sayStops(checks: readonly CheckReport[]): void {
    const lines = linesOf(checks)
    if (lines.length > 1) for (const line of lines) this.#world.reporter.say(line)
  }

  #know(now: Observation): void {
    this.#now = now
    for (const arn of [valueOf(now.production)?.arn, valueOf(now.deployment)?.source]) {
      const account = arn === undefined ? undefined : parseArn(arn)?.account
      if (account !== undefined && account !== '') this.#accounts.add(account)
    }
    this.#tell(tell(now))
  }

  #tell(told: Readonly<Record<string, string>>): void {
    const changed = Object.entries(told).filter(([name, value]) => this.#outputs[name] !== value)
    if (changed.length === 0) return
    const news = Object.fromEntries(changed)
    Object.assign(this.#outputs, news)
    this.#world.reporter.know(news)
  }

  /** The phase that stopped the run decides; if none did, whether any phase completed (contract, "Outputs"). */
  #outcome(): Outcome {
    const last = this.#phases.at(-1)?.outcome
    if (last === undefined)
      return {is: 'failed', phase: '', reason: 'unexpected_error', because: 'no phase was run', remedy: '', details: []}
    if (last.is !== 'nothing_to_do') return last
    // A plan speaks for itself only where it is alone: behind it the phases have said what was to be done.
    return this.#phases.findLast(phase => phase.outcome.is === 'completed' && phase.phase !== 'plan')?.outcome ?? last
  }

  report(): Report {
    const outcome = this.#outcome()
    const now = this.#now
    const deployment = now === undefined ? undefined : valueOf(now.deployment)
    const switchedOver = deployment !== undefined && stageOf(deployment.status) === 'completed'
    const checks = [...this.#checks.values()]
    const outputs = {
      ...this.#outputs,
      outcome: outcome.is,
      reason: outcome.reason,
      phase: outcome.phase,
      changed: String(this.#entries.some(mayHaveHappened)),
      checks: withoutArns(JSON.stringify(checks)),
      'next-mode': nextMode(outcome, this.#phases, now)
    }
    return {
      outcome,
      phases: this.#phases,
      leftOut: this.#leftOut,
      outputs,
      members: now === undefined ? [] : membersOf(now),
      changes: now === undefined ? [] : changesOf(now, this.#inputs),
      checks,
      writes: this.#writes,
      warnings: this.#warnings,
      advice: [...this.#advice, ...(now === undefined ? [] : adviceOf(now, outcome.phase))],
      binlog: this.#binlog,
      arns: {
        deployment: deployment === undefined ? '' : deploymentArn(deployment),
        source: deployment?.source ?? (now === undefined ? '' : (valueOf(now.production)?.arn ?? '')),
        target: deployment?.target ?? '',
        old: switchedOver ? deployment.source : ''
      },
      oldDatabases: now === undefined ? [] : oldDatabasesOf(now),
      startedAt: this.#startedAt,
      took: this.#world.clock.elapsed(),
      run: this.#world.run,
      region: this.#inputs.awsRegion
    }
  }
}
