/** Plays one seed: the story with everything that may go wrong, then the calm, in which the same phases must come to their end. */
import {virtualTime} from '../clocks.ts'
import type {Desk, Entry} from '../desk.ts'
import {openDesk} from '../desk.ts'
import type {Dice} from '../dice.ts'
import {dice as diceOf} from '../dice.ts'
import {isRead} from '../model/operations.ts'
import {account} from '../model/seed.ts'
import type {Unknowns} from '../model/unknowns.ts'
import {calm} from './calm.ts'
import type {Hardship} from './hardship.ts'
import {drawHardship} from './hardship.ts'
import {hasty, isOverTooSoon, misdeeds} from './manners.ts'
import type {Meddling} from './meddling.ts'
import {drawMeddling} from './meddling.ts'
import type {Said, Step} from './step.ts'
import {start} from './step.ts'
import type {Group, RunPlan} from './story.ts'
import {drawAim, drawStory} from './story.ts'
import {falsehood} from './truth.ts'
import type {Leg, Upgrade} from './upgrade.ts'
import {drawUpgrade} from './upgrade.ts'
import type {Violation} from './watch.ts'
import {Watch} from './watch.ts'

const SECOND = 1000
const HOUR = 3_600_000
/** Longer than any run may take: its time limit, and a switchover that is followed to its end. */
const AT_MOST = 30 * HOUR

export interface Case {
  readonly seed: number
  readonly upgrade: Upgrade
  readonly aim: readonly string[]
  readonly story: readonly Group[]
  readonly hardship: Hardship
  readonly meddlings: readonly Meddling[]
}

export function drawCase(seed: number): Case {
  const dice = diceOf(`simulation ${seed}`)
  const aim = drawAim(dice.fork('aim'))
  const upgrade = drawUpgrade(dice.fork('upgrade'), aim.includes('prepare'))
  const story = drawStory(dice.fork('story'), aim, upgrade.legs.length)
  const runs = story.flatMap(group => group.runs)
  return {
    seed,
    upgrade,
    aim,
    story,
    hardship: drawHardship(dice.fork('hardship')),
    meddlings: drawMeddling(dice.fork('meddling'), upgrade, runs)
  }
}

export interface Played {
  readonly seed: number
  readonly unknowns: Unknowns
  readonly violations: readonly Violation[]
  readonly windows: number
  /** `outcome reason` of every run, or `killed`. */
  readonly ends: readonly string[]
  /** How the calm ended. */
  readonly calm: string
  readonly requests: number
  readonly writes: readonly Entry[]
  readonly meddled: readonly string[]
}

export type Log = (at: number, who: string, what: string) => void

/** Everything a run of the story or of the calm needs to be begun. */
export class Stage {
  readonly time = virtualTime()
  readonly desk: Desk
  readonly watch: Watch
  readonly steps: Step[] = []
  readonly meddled: string[] = []
  spoiled = false
  readonly upgrade: Upgrade
  readonly case: Case
  readonly dice: Dice
  readonly log: Log | undefined
  /** The deployment as the newest run told it. */
  known = {id: '', name: ''}
  #logged = 0

  constructor(one: Case, log: Log | undefined) {
    this.case = one
    this.upgrade = one.upgrade
    this.dice = diceOf(`simulation ${one.seed}`).fork('play')
    this.log = log
    const {scheduler} = this.time
    const before = account({...one.upgrade.seed, now: scheduler.now()})
    const sparing = one.story.flatMap(group => group.runs.flatMap(run => (run.spares ? [run.name] : [])))
    this.watch = new Watch(one.upgrade, new Set(sparing), before, scheduler.now())
    const {latency, weather, faults, denied} = one.hardship
    this.desk = openDesk({
      account: before,
      scheduler,
      dice: this.dice.fork('desk'),
      latency,
      weather,
      faults,
      denied,
      onChange: changed => this.watch.changed(changed)
    })
    this.watch.attend(this.desk)
  }

  get now(): number {
    return this.time.scheduler.now()
  }

  meddle(one: Pick<Meddling, 'does' | 'change' | 'spoils'>): void {
    this.watch.meddle(() => {
      const before = this.desk.account()
      this.desk.change(one.change)
      if (before === this.desk.account()) return
      this.meddled.push(one.does)
      this.spoiled ||= one.spoils
      this.log?.(this.now, 'people', one.does)
    })
  }

  begin(plan: RunPlan, onRequest: (run: string, operation: string) => void = () => undefined): Step {
    this.watch.wishes.set(plan.name, {...legOf(this.upgrade, plan), startedAt: this.now})
    const step = start({
      plan,
      env: envOf(this.upgrade, plan, this.known),
      desk: this.desk,
      time: this.time,
      dice: this.dice.fork(plan.name),
      onRequest: (run, operation) => {
        this.#trace()
        onRequest(run, operation)
      },
      onLine: (run, line) => {
        this.#trace()
        this.log?.(this.now, run, line)
      },
      onSaid: (by, said) => this.#judge(by, said)
    })
    this.log?.(this.now, plan.name, `(begins: mode ${plan.mode} by ${plan.by}${plan.dryRun ? ', dry run' : ''})`)
    this.steps.push(step)
    return step
  }

  /** Lets a group come to its end; one that does not is a violation. */
  async ending(steps: readonly Step[]): Promise<void> {
    const ended = await this.time.run(Promise.all(steps.map(step => step.done)), this.now + AT_MOST)
    this.desk.account()
    for (const step of steps) {
      if (step.ended === undefined)
        this.watch.complain(ended.is === 'stuck' ? 'a run does not end' : 'a run is lost', this.now, step.plan.name)
      this.#judgeRun(step)
      if (step.outputs['deployment-id']) this.known = {id: step.outputs['deployment-id'], name: step.outputs['deployment-name'] ?? ''}
    }
    this.#trace()
  }

  #judge(step: Step, said: Said): void {
    this.desk.account()
    const {watch, upgrade} = this
    const false_ = falsehood(said, {
      upgrade,
      deletes: step.env['INPUT_DELETE-OLD-DATABASES'] === 'true',
      leg: legOf(upgrade, step.plan),
      history: watch.history,
      now: this.now,
      recorded: watch.recorded,
      remembered: watch.remembered,
      deploymentId: step.outputs['deployment-id'] ?? '',
      asked: step.env['INPUT_DEPLOYMENT-ID'] ?? '',
      names: watch.names
    })
    const what = false_ ?? hasty(said, step, () => watch.requestsOf(step.plan.name), this.now)
    if (what !== undefined) watch.complain(what, this.now, step.plan.name)
  }

  #judgeRun(step: Step): void {
    const {plan, outputs, ended, cancelled} = step
    const complain = (what: string): void => this.watch.complain(what, step.endedAt, plan.name)
    if (ended?.is === 'rejected') complain(`main rejected: ${String(ended.error)}`)
    const leak = step.texts.find(text => text.includes(this.upgrade.seed.id ?? '-') || text.includes('ghs_Secret'))
    if (leak !== undefined) complain(`an account id or a secret is shown: ${leak.slice(0, 200)}`)
    if (Object.values(outputs).some(value => value.includes('arn:aws'))) complain('an output carries an ARN')
    const requests = this.watch.requestsOf(plan.name)
    const writes = requests.filter(one => !isRead(one.operation))
    if (cancelled !== undefined) {
      if (writes.some(one => one.sequence > cancelled.requests)) complain('a write was sent after the cancel')
      if (ended?.is === 'ended' && step.endedAt - cancelled.at > 5 * SECOND)
        complain('it took more than 5 seconds to stop after the cancel')
    }
    if (plan.dryRun && writes.length > 0) complain('a dry run wrote')
    for (const what of misdeeds(requests, plan.mode, id => this.watch.movedAt(id))) complain(what)
    if (isOverTooSoon(step)) complain('a run said that its time is over, and it is not')
    if (ended?.is !== 'ended') return
    if (outputs['changed'] === 'false' && writes.some(one => one.effect)) complain('changed=false, and the account was changed')
    if (['unexpected_error', 'invalid_input'].includes(outputs['reason'] ?? '')) complain(`${outputs['reason']}: ${reasonOf(step)}`)
    if (ended.code !== exitOf(step)) complain(`exit code ${ended.code} with ${outputs['outcome']}`)
    if (!outputs['result'] || !outputs['outcome'] || step.report === '') complain('an end without result, outcome or report')
    const limit =
      (Number(step.env['INPUT_WAIT-TIMEOUT-MINUTES']) * 60 + Number(step.env['INPUT_SWITCHOVER-TIMEOUT-SECONDS']) + 2700) * SECOND
    if (step.endedAt - step.startedAt > limit) complain('a run took longer than it may')
  }

  /** What became of the requests since the last line, for the transcript. */
  #trace(): void {
    if (this.log === undefined) return
    while (this.#logged < this.desk.record.length) {
      const one = this.desk.record[this.#logged]
      if (one === undefined || one.outcome === 'pending') return
      this.#logged += 1
      this.log(one.at, one.caller, printEntry(one))
    }
  }
}

const reasonOf = (step: Step): string => /"because": "(.*)"/.exec(step.report)?.[1]?.slice(0, 300) ?? ''

const exitOf = ({outputs, env}: Step): number => {
  const outcome = outputs['outcome'] ?? ''
  if (outcome === 'timed_out') return env['INPUT_ON-TIMEOUT'] === 'pass' ? 0 : 1
  return ['completed', 'nothing_to_do', 'planned'].includes(outcome) ? 0 : 1
}

export function printEntry(one: Entry): string {
  const flags = [
    one.fault === undefined ? '' : `fault ${one.fault}`,
    one.staleSeconds === undefined ? '' : `${one.staleSeconds.toFixed(1)} s old`,
    one.effect ? 'EFFECT' : ''
  ]
  const input = JSON.stringify(one.input)
  return `#${one.sequence} ${one.operation} ${input.length > 300 && isRead(one.operation) ? `${input.slice(0, 300)}...` : input} -> ${one.outcome}${one.code === undefined ? '' : ` ${one.code}`} ${flags.filter(flag => flag !== '').join(', ')}`.trimEnd()
}

const legOf = (upgrade: Upgrade, plan: RunPlan): Leg => upgrade.legs[plan.leg] ?? (upgrade.legs[0] as Leg)

/** What each run is given; in the calm nobody is in a hurry. */
export function envOf(upgrade: Upgrade, plan: RunPlan, known: {readonly id: string; readonly name: string}): Record<string, string> {
  const needsSource = /create|plan|prepare|upgrade|discover/.test(plan.mode)
  const arn = `arn:aws:rds:eu-west-1:${upgrade.seed.id ?? ''}:${upgrade.kind === 'cluster' ? 'cluster' : 'db'}:${upgrade.name}`
  const id = plan.by === 'id' ? known.id : plan.by === 'name' ? known.name : ''
  const given: Record<string, string> = {
    mode: plan.mode,
    'aws-region': 'eu-west-1',
    ...(needsSource || id === '' ? {source: plan.by === 'arn' ? arn : upgrade.name} : {'deployment-id': id}),
    ...legOf(upgrade, plan).target,
    ...upgrade.cleanup,
    ...(plan.keeps ? {'delete-old-databases': 'false'} : {}),
    ...upgrade.run,
    ...(plan.spares ? {'allow-reboot': 'false'} : {}),
    ...(plan.name.startsWith('calm') ? {'wait-timeout-minutes': '330', 'gate-timeout-minutes': '10'} : {}),
    ...(plan.dryRun ? {'dry-run': 'true'} : {})
  }
  const env: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) env[`INPUT_${name.toUpperCase()}`] = value
  return env
}

/** The run whose fate or people's moment it is: counted by operation. */
function meddlersOf(stage: Stage): (run: string, operation: string) => void {
  const counts = new Map<string, number>()
  const waiting = stage.case.meddlings.flatMap(one => ('run' in one.when ? [{...one, when: one.when}] : []))
  return (run, operation) => {
    const key = `${run} ${operation}`
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    for (const one of waiting) {
      if (one.when.run !== run || one.when.operation !== operation || one.when.nth !== count) continue
      // Between the request and its effect.
      stage.time.scheduler.after(0, () => stage.meddle(one))
    }
  }
}

export async function play(one: Case, log?: Log): Promise<Played> {
  const stage = new Stage(one, log)
  const onRequest = meddlersOf(stage)
  for (const meddling of one.meddlings) {
    if ('afterSeconds' in meddling.when) stage.time.scheduler.after(meddling.when.afterSeconds * SECOND, () => stage.meddle(meddling))
  }
  for (const group of one.story) {
    await stage.time.pass(group.gap * SECOND)
    const steps: Step[] = []
    for (const plan of group.runs) {
      if (plan.offset > 0) await stage.time.pass(plan.offset * SECOND)
      steps.push(stage.begin(plan, onRequest))
    }
    await stage.ending(steps)
  }
  const ends = stage.steps.map(endOf)
  const calmly = stage.watch.violations.length > 0 ? 'not played' : await calm(stage)
  return {
    seed: one.seed,
    unknowns: one.upgrade.unknowns,
    violations: stage.watch.violations,
    windows: stage.watch.windows,
    ends,
    calm: calmly,
    requests: stage.desk.record.length,
    writes: stage.desk.record.filter(entry => entry.api === 'rds' && !isRead(entry.operation)),
    meddled: stage.meddled
  }
}

const endOf = ({ended, outputs}: Step): string =>
  ended?.is === 'ended' ? `${outputs['outcome']} ${outputs['reason']}` : (ended?.is ?? 'endless')
