/** What a run remembers of itself while it lasts; a later run starts without it and must come to the same end. */
import type {Call} from '../rds/api.ts'
import type {Fault} from '../rds/faults.ts'
import type {Observation} from './observation.ts'

export interface Written {
  readonly call: Call
  /** `lost`: it may have happened. */
  readonly answer: 'accepted' | Fault
  /** Elapsed milliseconds when it was sent. */
  readonly at: number
  /** A look has shown its effect. */
  readonly shown: boolean
  /** Deployment statuses seen since, without repeats. */
  readonly seen: readonly string[]
}

/** What a look may know of this run's past, so that it asks RDS for no more than it needs. */
export interface Recall {
  readonly before: Observation | undefined
  /** The deployment this phase found first: it stays the one the phase is about, also once it is gone. */
  readonly deploymentId: string | undefined
  readonly written: readonly Written[]
}

/** Accepted, or perhaps: something may have changed in AWS. */
export const mayHaveHappened = ({answer}: Pick<Written, 'answer'>): boolean => answer === 'accepted' || answer.kind === 'lost'

/** This run has sent a tag of this key, whatever became of it. */
export const hasSentTag = (written: readonly Written[], key: string): boolean =>
  written.some(({call}) => call.operation === 'AddTagsToResource' && call.input.Tags?.some(tag => tag.Key === key) === true)
