/**
 * Keeps account ids and ARNs out of everything but the report file: GitHub drops a whole output between jobs when a part of it is
 * masked (contract, "Outputs"), and summaries and comments are read by more people than the account is.
 */
import type {Report} from './report.ts'

/** Most texts name no ARN at all, and to find that out costs a tenth of a replacement. */
const ANY_ARN = 'arn:aws'
/** Up to and including the colon before the resource: what is left is `db:orders`, `role/deploy`. */
const BEFORE_RESOURCE = /arn:aws[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:(?:\d*|aws):/g
const ACCOUNT_IN_ARN = /(arn:aws[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:)(\d{12})(?=:)/g
const HIDDEN = '(account)'

/** Every account that an ARN anywhere in the report names: the number alone is hidden too then. */
export function accountsOf(report: Report): readonly string[] {
  const accounts = new Set<string>()
  eachString(report, text => {
    if (text.includes(ANY_ARN)) for (const [, , account = ''] of text.matchAll(ACCOUNT_IN_ARN)) accounts.add(account)
  })
  return [...accounts]
}

function eachString(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) eachString(item, visit)
}

/** `arn:aws:rds:eu-central-1:111122223333:db:orders` becomes `db:orders`; a known account id that stands alone is hidden. */
export const withoutArns = (text: string, accounts: readonly string[] = []): string =>
  withoutNumbers(text.includes(ANY_ARN) ? text.replaceAll(BEFORE_RESOURCE, '') : text, accounts)

/** For texts in which an ARN must stay recognizable: only its account is hidden. */
export const withoutAccounts = (text: string, accounts: readonly string[] = []): string =>
  withoutNumbers(text.includes(ANY_ARN) ? text.replaceAll(ACCOUNT_IN_ARN, `$1${HIDDEN}`) : text, accounts)

function withoutNumbers(text: string, accounts: readonly string[]): string {
  let hidden = text
  // A longer number that happens to contain the digits (a byte count, a binlog position) is left alone.
  for (const account of accounts)
    if (hidden.includes(account)) hidden = hidden.replaceAll(new RegExp(`(?<!\\d)${account}(?!\\d)`, 'g'), HIDDEN)
  return hidden
}

/** The same JSON-like value with every string changed; keys are kept, and what does not change passes by reference. */
export function mapStrings<T>(value: T, change: (text: string) => string): T
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    const mapped = items.map(item => mapStrings(item, change))
    return mapped.every((item, index) => item === items[index]) ? items : mapped
  }
  if (!isRecord(value)) return value
  let mapped: Record<string, unknown> | undefined
  for (const key of Object.keys(value)) {
    const item = mapStrings(value[key], change)
    if (item === value[key]) continue
    mapped ??= {...value}
    mapped[key] = item
  }
  return mapped ?? value
}

/** Plain objects only: a date is a value. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]'
