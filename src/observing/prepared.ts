/** The names of the groups that `prepare` makes, so that `create` finds them in another run. The same every time. */
import type {Database} from '../domain/database.ts'

/** 1-255 letters, digits and hyphens, the first a letter, no hyphen at the end and no two together (facts 9.2). */
const nameOf = (production: Database, family: string, side: 'blue' | 'green'): string =>
  `${production.name}-${family}-bg-${side}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-+/g, '-')

/** Green's. Once it is production's own, a later upgrade within the family needs another one beside it. */
export function preparedGroup(production: Database, family: string, used: string | undefined): string {
  const name = nameOf(production, family, 'green')
  return name === used?.toLowerCase() ? `${name}-2` : name
}

/** Blue's, made from the one it uses. */
export const preparedBlueGroup = (production: Database, family: string): string => nameOf(production, family, 'blue')
