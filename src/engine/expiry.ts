/** Says once a run, when a wait begins that may outlast the credentials, that it may, and what to do about it. */
import type {WaitStep} from '../phases/phase.ts'
import {duration} from '../reporting/progress.ts'
import type {World} from '../world.ts'

export class ExpiryNotice {
  readonly #world: Pick<World, 'clock' | 'expires'>
  /** Elapsed milliseconds at which the run ends. */
  readonly #deadline: number
  readonly #isRenewed: boolean
  #isSaid = false

  constructor(world: Pick<World, 'clock' | 'expires'>, deadline: number, isRenewed = false) {
    this.#world = world
    this.#deadline = deadline
    this.#isRenewed = isRenewed
  }

  /** The warning, when it is time for it. Only RDS's building and deleting takes hours; a switchover is not begun on the last minutes. */
  before(step: WaitStep): string | undefined {
    const expires = this.#world.expires()
    if (this.#isSaid || step.pace !== 'provisioning' || expires === undefined) return undefined
    const left = expires.getTime() - this.#world.clock.date().getTime()
    const mayLast = this.#deadline - this.#world.clock.elapsed()
    if (left >= mayLast) return undefined
    this.#isSaid = true
    const [what, remedy] = this.#isRenewed
      ? [
          'GitHub lets this job renew its AWS credentials until',
          'leave the rest to a later job: on-timeout: pass, and a shorter wait-timeout-minutes'
        ]
      : [
          'the AWS credentials end at',
          'let the action renew them (role-to-assume), or ask for a longer session (role-duration-seconds of configure-aws-credentials)'
        ]
    return `${what} ${expires.toISOString()}, in ${duration(left)}, and this wait may last ${duration(mayLast)}: when they end, the run ends with credentials_expired, RDS goes on, and the same step run again goes on from there. To avoid it, ${remedy}`
  }
}
