/** The steps that a story begins with, each made sure of. */
import {expect} from '@jest/globals'
import type {Kind} from './kinds.ts'
import {asks} from './kinds.ts'
import type {Lab} from './lab.ts'
import type {Step} from './step.ts'

/** Green is there and ready. */
export async function built(lab: Lab, kind: Kind): Promise<Step> {
  const step = await lab.run({mode: 'create, wait', ...asks(kind)})
  expect(step.ending).toBe('completed green_ready')
  return step
}

/** Green is production, and old blue and the deployment are still there. */
export async function switchedOver(lab: Lab, kind: Kind): Promise<Step> {
  const step = await lab.run({mode: 'create, wait, switchover', ...asks(kind)})
  expect(step.ending).toBe('completed switchover_completed')
  return step
}

/** The writes since the mark, and the mark after them. */
export function since(lab: Lab, mark: number): readonly string[] {
  return lab.writes().slice(mark)
}
