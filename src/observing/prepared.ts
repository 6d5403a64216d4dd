/** The names of the groups that `prepare` makes, so that `create` finds them in another run. The same every time. */
import type {Database} from '../domain/database.ts'

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
