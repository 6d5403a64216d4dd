/** The names of the groups that `prepare` makes, so that `create` finds them in another run. The same every time. */
import type {Database} from '../domain/database.ts'
import {isDefaultGroup} from '../domain/parameters.ts'

/** 1-255 letters, digits and hyphens, the first a letter, no hyphen at the end and no two together (facts 9.2). */
const nameOf = (production: Database, family: string, side: 'blue' | 'green'): string =>
  `${production.name}-${family}-bg-${side}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-+/g, '-')

const SEVERAL = [2, 3, 4, 5, 6, 7, 8, 9]

/** Green's, the first that is free: within a family an earlier upgrade leaves one to production, and one to old blue for as long as it is there. */
export function greenGroups(production: Database, family: string): readonly string[] {
  const name = nameOf(production, family, 'green')
  return [name, ...SEVERAL.map(number => `${name}-${number}`)]
}

/** Blue's, made from the one it uses. */
export const preparedBlueGroup = (production: Database, family: string): string => nameOf(production, family, 'blue')

/** What green gets where nothing was made for it: blue's own within its family, a default one for a default one; undefined: people have to say. */
export const groupByItself = (used: string, blueFamily: string | undefined, family: string | undefined): string | undefined =>
  family === blueFamily ? used : isDefaultGroup(used) && family !== undefined ? `default.${family}` : undefined

/** RDS gives one group to all instances of green: which, is for people to say where blue has several. */
export const saysSeveral = (used: readonly string[], input: string): {readonly because: string; readonly remedy: string} => ({
  because: `the databases of blue use different parameter groups: ${used.join(', ')}`,
  remedy: `give ${input}: green gets one group for all of them`
})
