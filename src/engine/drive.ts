/** The engine: look, plan, do the first thing, look again. The only place that writes, waits, gives up or is cancelled. */
import {valueOf} from '../domain/known.ts'
import type {OutcomeName, ReasonCode} from '../domain/outcome.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {claimsOf, fingerprintOfProgress} from '../observing/claims.ts'
import type {Observation} from '../observing/observation.ts'
import {NOTHING_SEEN} from '../observing/observation.ts'
import {mayHaveHappened} from '../observing/recall.ts'
import type {Phase, Plan, Situation, WaitStep, WriteStep} from '../phases/phase.ts'
import {Faulted} from '../rds/faults.ts'
import {databaseByResourceId} from '../rds/looking.ts'
import {duration} from '../reporting/progress.ts'
import type {CheckReport, PlannedStep} from '../reporting/report.ts'
import type {Pace} from '../waiting/pace.ts'
import type {Steadiness} from '../waiting/steadiness.ts'
import {hold} from '../waiting/steadiness.ts'
import type {Readers, World} from '../world.ts'
import type {End, Ending} from './endings.ts'
import {endOfFault} from './endings.ts'
import {gather} from './evidence.ts'
import type {ExpiryNotice} from './expiry.ts'
import type {Failing} from './failing.ts'
import {failedOnceMore, UNREACHABLE} from './failing.ts'
import type {Entry} from './ledger.ts'
import {Ledger} from './ledger.ts'
import {foresee, isPlanned, plannedOf, wouldBegin} from './looking-ahead.ts'
import {Narrator} from './narrator.ts'
import {maySend} from './sending.ts'
import {tooShort} from './time-left.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** As often as a name did not bear the id it should, before it is given up. */
const TIMES = 3
/** Without any change (rule 7). Building and deleting are bounded by the run alone. */
const PATIENCE = 30 * MINUTE

interface Course {
  readonly phase: Phase
  readonly inputs: Inputs
  readonly world: World
  /** Reads that are retried on our clock. */
  readonly look: Readers
  readonly pace: Pace
  /** Elapsed milliseconds at which the run ends. */
  readonly deadline: number
  readonly expiry: ExpiryNotice
  /** `mode: plan`: only what the phase would do is asked. Nothing is written and nothing claimed. */
  readonly foresees?: boolean
  know(now: Observation): void
}

type Turn = {readonly go: 'on'} | {readonly go: 'stop'; readonly ending: Ending}
const ON: Turn = {go: 'on'}
const stop = (is: OutcomeName, reason: ReasonCode, because: string, remedy = ''): Turn => ({
  go: 'stop',
  ending: {is, reason, because, remedy}
})

/** One phase from its first look to its end. One instance a phase and run; nothing of it outlives the run. */
export class Drive {
  readonly #course: Course
  /** Readable from outside: a phase that throws has still written what it wrote. */
  readonly ledger = new Ledger()
  readonly #narrator: Narrator
  readonly #warnings: string[] = []
  readonly #started: number
  #now: Observation | undefined
  #first: Observation | undefined
  #deploymentId: string | undefined
  #looks = 0
  /** One after another, each with an answer that came only at a later attempt. */
  #throttledLooks = 0
  #steady: Steadiness = new Map()
  #seen: string[] = []
  #checks: readonly CheckReport[] = []
  #planned: readonly PlannedStep[] = []
  #progress = ''
  #changedAt: number
  #failing: Failing | undefined
  /** Something was missing and was done or waited for; confirming what was there does not count. */
  #did = false
  #mismatches = 0
  /** What was last waited for is followed whatever is left of the run. */
  #toTheEnd = false

  constructor(course: Course) {
    this.#course = course
    this.#started = course.world.clock.elapsed()
    this.#changedAt = this.#started
    this.#narrator = new Narrator(course.phase.name, course.world.reporter, course.deadline)
  }

  async run(): Promise<End> {
    for (;;) {
      const turn = await this.#turn()
      if (turn.go === 'stop') return this.#end(turn.ending)
    }
  }

  async #turn(): Promise<Turn> {
    if (this.#course.world.signal.aborted) return this.#cancelled()
    const looked = await this.#look()
    if (looked !== undefined) return looked
    if (this.#course.world.signal.aborted) return this.#cancelled()
    const {phase, inputs, foresees} = this.#course
    const situation = this.#situation()
    const plan = foresees === true ? foresee(phase, inputs, situation) : phase.plan(inputs, situation)
    if (plan.checks !== undefined) this.#checks = plan.checks
    switch (plan.is) {
      case 'done':
        for (const warning of plan.warnings ?? []) this.#warn(warning)
        return {
          go: 'stop',
          ending: {...plan, is: plan.completed === true || this.#did ? 'completed' : 'nothing_to_do', remedy: plan.remedy ?? ''}
        }
      case 'refuse':
        this.#planned = inputs.dryRun ? plannedOf(phase.name, plan) : []
        return {go: 'stop', ending: {...plan, is: plan.outcome}}
      case 'steps': {
        const [step] = plan.steps
        if (step.do === 'wait' || step.bearer === undefined) this.#failing = undefined
        if (isPlanned(step, inputs, foresees === true, this.#looks)) return this.#onlyPlan(plan)
        return step.do === 'write' ? this.#write(step) : this.#wait(step)
      }
    }
  }

  #onlyPlan(plan: Extract<Plan, {readonly is: 'steps'}>): Turn {
    this.#planned = plannedOf(this.#course.phase.name, plan)
    for (const warning of plan.warnings ?? []) this.#warn(warning)
    return stop('planned', 'plan_passed', wouldBegin(plan.steps), 'run without dry-run to do it')
  }

  /** Undefined when it looked; a turn when it could not and the run ends or tries again. */
  async #look(): Promise<Turn | undefined> {
    const {phase, look, inputs, world} = this.#course
    const throttled = look.throttled?.() ?? 0
    let now: Observation
    try {
      now = await phase.observe(look, inputs, {before: this.#now, deploymentId: this.#deploymentId, written: this.ledger.written()})
    } catch (thrown) {
      if (!(thrown instanceof Faulted)) throw thrown
      if (world.signal.aborted) return this.#cancelled()
      return this.#failedLook(thrown)
    }
    const elapsed = world.clock.elapsed()
    if (this.#failing?.confirming !== true) this.#failing = undefined
    this.#throttledLooks = (look.throttled?.() ?? 0) > throttled ? this.#throttledLooks + 1 : 0
    this.#now = now
    this.#looks += 1
    this.#first ??= now
    this.#deploymentId ??= valueOf(now.deployment)?.id
    this.#steady = hold(this.#steady, claimsOf(now), elapsed)
    this.ledger.look(now)
    const status = valueOf(now.deployment)?.status
    if (status !== undefined && this.#seen.at(-1) !== status) this.#seen.push(status)
    const progress = fingerprintOfProgress(now)
    if (progress !== this.#progress) this.#changedAt = elapsed
    this.#progress = progress
    this.#course.know(now)
    return undefined
  }

  async #failedLook({fault, operation}: Faulted, confirming = false): Promise<Turn> {
    const {world, pace} = this.#course
    const passing = fault.kind === 'throttled' || fault.kind === 'lost'
    const limit = this.#first === undefined ? UNREACHABLE.first : UNREACHABLE.later
    const elapsed = world.clock.elapsed()
    const failing = failedOnceMore(this.#failing, fault, elapsed, confirming)
    this.#failing = failing
    const since = elapsed - failing.since
    const over = !this.#toTheEnd && elapsed >= this.#course.deadline
    if (!passing || since >= limit || over) return {go: 'stop', ending: endOfFault(fault, operation, since, this.#course.inputs)}
    if (failing.times === 1)
      world.reporter.say(`${operation} was not answered (${fault.code}: ${fault.message}); looking again, for at most ${duration(limit)}`)
    await this.#sleep(pace.pause('settling', world.random, failing.throttled) * Math.min(6, failing.times))
    return ON
  }

  #situation(): Situation {
    const {world, pace} = this.#course
    const now = this.#seenNow()
    return {
      now,
      isForeseen: false,
      first: this.#first ?? now,
      written: this.ledger.written(),
      steady: this.#steady,
      seen: this.#seen,
      elapsed: world.clock.elapsed() - this.#started,
      at: world.clock.elapsed(),
      date: world.clock.date(),
      pace,
      run: world.run
    }
  }

  #seenNow(): Observation {
    if (this.#now === undefined) throw new Error('planned before the first look')
    return this.#now
  }

  async #wait(step: WaitStep): Promise<Turn> {
    const {world, pace, deadline} = this.#course
    const elapsed = world.clock.elapsed()
    if (step.pace !== 'confirming' && step.pace !== 'gate') this.#did = true
    this.#toTheEnd = step.toTheEnd === true
    const notice = this.#course.expiry.before(step)
    if (notice !== undefined) this.#warn(notice)
    this.#narrator.waiting(this.#seenNow(), step, elapsed - this.#started, elapsed)
    if (step.toTheEnd !== true && elapsed >= deadline) return this.#timedOut(step.intent)
    const patience = step.patience ?? (step.pace === 'provisioning' ? undefined : PATIENCE)
    if (patience !== undefined && elapsed - this.#changedAt >= patience) {
      return stop(
        'failed',
        'no_progress',
        `nothing has changed for ${duration(patience)}: ${step.intent}`,
        'look at the database in the console; the same step run again goes on from here'
      )
    }
    const pause = Math.max(pace.pause(step.pace, world.random, this.#throttledLooks), step.atLeast ?? 0)
    // The last look is at the deadline, not after it.
    await this.#sleep(step.toTheEnd === true ? pause : Math.min(pause, Math.max(0, deadline - elapsed)))
    return ON
  }

  #timedOut(intent: string): Turn {
    return stop(
      'timed_out',
      'wait_timed_out',
      `wait-timeout-minutes (${this.#course.inputs.waitTimeoutMinutes}) is over: ${intent}`,
      'run the same step again: it goes on from here, and RDS goes on meanwhile'
    )
  }

  async #write(step: WriteStep): Promise<Turn> {
    const {world, pace, phase} = this.#course
    const verdict = maySend(this.ledger, step, world.clock.elapsed(), pace)
    switch (verdict.is) {
      case 'settle':
        return this.#wait({do: 'wait', intent: `waiting until RDS shows it: ${verdict.intent}`, pace: 'settling'})
      case 'stop':
        return {go: 'stop', ending: verdict.ending}
      case 'send':
        break
    }
    const short = this.#outOfTime(step)
    if (short !== undefined) return short
    const other = await this.#confirm(step)
    if (other !== undefined) return other
    if (world.signal.aborted) return this.#cancelled()
    this.#did = true
    world.reporter.say(`${phase.name}  ${step.intent}`)
    const entry = await this.ledger.send(world.rds, step, phase.name, world.clock, world.signal)
    // What RDS does about it has its own time, however long nothing changed before.
    this.#changedAt = world.clock.elapsed()
    return this.#afterWrite(entry, pace)
  }

  #outOfTime(step: WriteStep): Turn | undefined {
    const {world, deadline, inputs} = this.#course
    const left = deadline - world.clock.elapsed()
    // A note that may be left out does not end a run whose work is done.
    if (left <= 0 && step.optional !== true) return this.#timedOut(`not begun: ${step.intent}`)
    const expires = world.expires()
    const life = expires === undefined ? undefined : {expires, left: expires.getTime() - world.clock.date().getTime()}
    const short = tooShort(step, left, inputs.waitTimeoutMinutes, life)
    return short === undefined ? undefined : stop('timed_out', 'wait_timed_out', short.because, short.remedy)
  }

  /**
   * The delete calls take names only: asked by resource id right before, with nothing in between (rule 2). Undefined when the name bears
   * the id; a question that was not answered is a look that failed.
   */
  async #confirm(step: WriteStep): Promise<Turn | undefined> {
    if (step.bearer === undefined) return undefined
    const {kind, name, resourceId} = step.bearer
    try {
      const found = await databaseByResourceId(this.#course.look, kind, resourceId)
      this.#failing = undefined
      if (found.is !== 'known' || found.value.name !== name) return await this.#mismatch(step)
      this.#mismatches = 0
      if (step.bearer.still?.(found.value) !== false) return undefined
      // The look before was the older one: the next is taken when none can be as old.
      return await this.#wait({do: 'wait', intent: `${name} has changed: looking again`, pace: 'confirming'})
    } catch (thrown) {
      if (!(thrown instanceof Faulted)) throw thrown
      if (this.#course.world.signal.aborted) return this.#cancelled()
      return this.#failedLook(thrown, true)
    }
  }

  async #mismatch(step: WriteStep): Promise<Turn> {
    this.#mismatches += 1
    if (this.#mismatches >= TIMES) {
      return stop(
        'blocked',
        'production_in_danger',
        `${step.bearer?.name ?? ''} does not bear the resource id ${step.bearer?.resourceId ?? ''} any more: nothing was sent`,
        'look who renamed it, then run the same step again'
      )
    }
    return this.#wait({
      do: 'wait',
      intent: `${step.bearer?.name ?? ''} could not be confirmed by its resource id: looking again`,
      pace: 'settling'
    })
  }

  async #afterWrite({step, answer}: Entry, pace: Pace): Promise<Turn> {
    const {world} = this.#course
    if (answer === 'accepted') return ON
    const words = `${answer.code}: ${answer.message}`
    switch (answer.kind) {
      case 'denied':
        if (step.optional !== true) break
        this.#warn(`left out: ${step.intent} (${step.call.operation} is not allowed)`)
        return ON
      case 'no_credentials':
      case 'expired':
        break
      case 'lost':
        if (world.signal.aborted) return this.#cancelled()
        world.reporter.say(`the reply was lost (${words}); looking what became of it`)
        await this.#sleep(pace.pause('settling', world.random, 0))
        return ON
      case 'refused':
      case 'not_found':
      case 'throttled':
        world.reporter.say(`RDS answered ${words}; looking again`)
        await this.#sleep(pace.pause('settling', world.random, 1))
        return ON
    }
    return {go: 'stop', ending: endOfFault(answer, step.call.operation, 0, this.#course.inputs)}
  }

  #warn(line: string): void {
    this.#warnings.push(line)
    this.#course.world.reporter.warn(line)
  }

  #cancelled(): Turn {
    const deployment = this.#now === undefined ? undefined : valueOf(this.#now.deployment)
    const moving = deployment !== undefined && ['provisioning', 'switching', 'deleting'].includes(stageOf(deployment.status))
    const last = this.ledger.entries.findLast(mayHaveHappened)
    const goesOn = [
      ...(moving ? [`deployment ${deployment.id} is ${deployment.status}, which goes on in AWS`] : []),
      ...(last === undefined ? [] : [`what was asked for goes on in AWS (${last.step.intent})`])
    ]
    const state = goesOn.length === 0 ? 'nothing was changed in this phase' : goesOn.join('; ')
    return stop(
      'cancelled',
      'cancelled',
      `cancelled: ${state}; nothing is undone`,
      'run the same step again: it goes on from what it finds'
    )
  }

  #sleep(milliseconds: number): Promise<void> {
    return this.#course.world.clock.sleep(milliseconds, this.#course.world.signal)
  }

  async #end({is, reason, because, remedy, evidence, details = [], commands = []}: Ending): Promise<End> {
    const now = this.#now ?? NOTHING_SEEN
    const gathered = await gather(this.#course.look, now, evidence, this.#course.pace)
    for (const warning of gathered.warnings) this.#warn(warning)
    return {
      outcome: {
        is,
        phase: this.#course.phase.name,
        reason,
        because,
        remedy,
        details: [...details, ...gathered.details],
        ...(commands.length === 0 ? {} : {commands})
      },
      now,
      ledger: this.ledger,
      checks: this.#checks,
      planned: this.#planned,
      warnings: this.#warnings,
      binlog: gathered.binlog,
      advice: gathered.advice
    }
  }
}
