/** Lines while waiting: one when something changes and a heartbeat now and then. */
import {valueOf} from '../domain/known.ts'
import type {ModeName} from '../domain/outcome.ts'
import type {Observation} from '../observing/observation.ts'
import type {WaitStep} from '../phases/phase.ts'
import type {Progress} from '../reporting/progress.ts'
import {progressKey, progressLine} from '../reporting/progress.ts'
import type {Printed} from '../reporting/when-to-print.ts'
import {whenToPrint} from '../reporting/when-to-print.ts'
import type {Reporter} from '../world.ts'

export class Narrator {
  readonly #phase: ModeName
  readonly #reporter: Reporter
  readonly #deadline: number
  #last: Printed | undefined

  constructor(phase: ModeName, reporter: Reporter, deadline: number) {
    this.#phase = phase
    this.#reporter = reporter
    this.#deadline = deadline
  }

  waiting(now: Observation, step: WaitStep, elapsed: number, at: number): void {
    const deployment = valueOf(now.deployment)
    const databases = [...(valueOf(now.databases)?.values() ?? [])].flatMap(one => (one.is === 'known' ? [one.value] : []))
    const percents = databases.flatMap(one => (one.storageOperation?.percent === undefined ? [] : [one.storageOperation.percent]))
    const old = (valueOf(now.oldBlue) ?? []).flatMap(one => (one.database.is === 'known' ? [one.database.value] : []))
    const progress: Progress = {
      phase: this.#phase,
      deploymentId: deployment?.id ?? '',
      status: deployment?.status ?? '',
      tasks: deployment?.tasks ?? [],
      members: deployment?.members ?? [],
      databases: databases.length > 0 ? databases : old,
      storagePercent: percents.length === 0 ? undefined : Math.min(...percents),
      elapsed,
      left: step.toTheEnd === true ? undefined : Math.max(0, this.#deadline - at)
    }
    // Building and switching say all in tasks, members and databases; any other wait has a reason worth reading.
    const why =
      deployment !== undefined && (step.pace === 'provisioning' || step.pace === 'switching') && !step.intent.includes('"')
        ? ''
        : step.intent
    const printed = whenToPrint(this.#last, `${progressKey(progress)} ${why.replaceAll(/\d+(\.\d+)?/g, '#')}`, at)
    if (printed === undefined) return
    this.#last = printed
    this.#reporter.say(why === '' ? progressLine(progress) : `${progressLine(progress)}  ${why}`)
  }
}
