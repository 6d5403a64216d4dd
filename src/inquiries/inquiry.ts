/** An inquiry answers one question and changes nothing: it is given nothing to write with. */
import type {ModeName, Outcome} from '../domain/outcome.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation} from '../observing/observation.ts'
import type {Readers} from '../world.ts'

export interface Inquiry {
  readonly name: ModeName
  answer(look: Readers, inputs: Inputs): Promise<{readonly outcome: Outcome; readonly now: Observation}>
}
