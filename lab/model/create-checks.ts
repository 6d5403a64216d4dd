/** What CreateBlueGreenDeployment refuses at once: the first rule that refuses, in order. */
import type {Refusal} from '../service.ts'
import type {Asked, SyncRule} from './asked.ts'
import {sourceRules} from './rules-of-source.ts'
import {targetRules} from './rules-of-target.ts'

export {targetGroups} from './asked.ts'

export const syncRules: readonly SyncRule[] = [...sourceRules, ...targetRules]

export function refuseCreate(asked: Asked): Refusal | undefined {
  for (const rule of syncRules) {
    const found = rule.refuses(asked)
    if (found !== undefined) return found
  }
  return undefined
}
