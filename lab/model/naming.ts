/** Names, ids and endpoints as RDS forms them (facts 1.8). */
import type {Dice} from '../dice.ts'
import type {Account} from './account.ts'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const alphanumeric = 'abcdefghijklmnopqrstuvwxyz0123456789'

export const instanceResourceId = (dice: Dice): string => `db-${dice.text(base32, 26)}`
export const clusterResourceId = (dice: Dice): string => `cluster-${dice.text(base32, 26)}`
export const endpointResourceId = (dice: Dice): string => `cluster-endpoint-${dice.text(base32, 26)}`
export const deploymentId = (dice: Dice): string => `bgd-${dice.text(alphanumeric, 16)}`
export const greenSuffix = (dice: Dice): string => dice.text(alphanumeric, 6)

/** facts 1.8, 11.7: identifiers end at 63 characters; how a longer one is cut is undocumented. */
export const greenNameOf = (blue: string, suffix: string): string => `${blue.slice(0, 63 - 13).replace(/-$/, '')}-green-${suffix}`

/** `n` counts up when `-old1` is taken [INFERRED, facts 1.8]. */
export function oldNameOf(blue: string, taken: (name: string) => boolean): string {
  for (let count = 1; ; count++) {
    const name = `${blue.slice(0, 63 - 4 - String(count).length)}-old${count}`
    if (!taken(name)) return name
  }
}

const zone = (account: Pick<Account, 'region'>): string => `c1labbox2x.${account.region}.rds.amazonaws.com`

export function endpointOf(account: Pick<Account, 'region'>, of: 'instance' | 'cluster' | 'reader' | 'custom', name: string): string {
  if (of === 'instance') return `${name}.${zone(account)}`
  return `${name}.cluster-${of === 'cluster' ? '' : of === 'reader' ? 'ro-' : 'custom-'}${zone(account)}`
}

export const portOf = (engine: string): number => (engine.includes('postgres') ? 5432 : 3306)

export const identifierPattern = /^[a-z](?:-?[a-z0-9])*$/
