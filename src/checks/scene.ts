/** The source that the checks of one look speak of: made when the first of them asks for it, and once for all of them. */
import {valueOf} from '../domain/known.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation} from '../observing/observation.ts'
import {databasesNotAvailable} from '../observing/readiness.ts'
import {sourceOfBothSides} from '../observing/sides.ts'
import type {Source} from '../observing/source.ts'
import {sourceOf} from '../observing/source.ts'

type Made = {readonly is: 'made'; readonly source: Source} | {readonly is: 'early'} | {readonly is: 'unread'}

export class Scene {
  readonly #now: Observation
  readonly #inputs: Inputs
  #ahead: Made | undefined
  #sides: Made | undefined

  constructor(now: Observation, inputs: Inputs) {
    this.#now = now
    this.#inputs = inputs
  }

  /** Before there is a deployment: what it is to be made of. */
  get ahead(): Made {
    this.#ahead ??= this.#lookAhead()
    return this.#ahead
  }

  /** Both sides of a deployment; `early` until they are available. */
  get sides(): Made {
    this.#sides ??= this.#lookAtSides()
    return this.#sides
  }

  #lookAhead(): Made {
    const [production, blue, target] = [valueOf(this.#now.production), valueOf(this.#now.blue), valueOf(this.#now.target)]
    if (production === undefined || blue === undefined || target === undefined) return {is: 'unread'}
    return {is: 'made', source: sourceOf(production, blue, target, this.#inputs)}
  }

  #lookAtSides(): Made {
    if (databasesNotAvailable(this.#now).length > 0) return {is: 'early'}
    const source = sourceOfBothSides(this.#now, this.#inputs)
    return source === undefined ? {is: 'unread'} : {is: 'made', source}
  }
}
