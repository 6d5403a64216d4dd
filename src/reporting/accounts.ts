/**
 * Keeps account ids and ARNs out of everything but the report file: GitHub drops a whole output between jobs when a part of it is
 * masked (contract, "Outputs"), and summaries and comments are read by more people than the account is.
 */
import type {Report} from './report.ts'

/** Up to and including the colon before the resource: what is left is `db:orders`, `role/deploy`. */
const BEFORE_RESOURCE = /arn:aws[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:(?:\d*|aws):/g
const ACCOUNT_IN_ARN = /(arn:aws[a-z0-9-]*:[a-z0-9-]*:[a-z0-9-]*:)(\d{12})(?=:)/g
const HIDDEN = '(account)'

/** Every account that an ARN anywhere in the report names: the number alone is hidden too then. */
export function accountsOf(report: Report): readonly string[] {
  const found = JSON.stringify(report).matchAll(ACCOUNT_IN_ARN)
  return [...new Set(Array.from(found, ([, , account = '']) => account))]
}

/** `arn:aws:rds:eu-central-1:111122223333:db:orders` becomes `db:orders`; a known account id that stands alone is hidden. */
export const withoutArns = (text: string, accounts: readonly string[] = []): string =>
  withoutNumbers(text.replaceAll(BEFORE_RESOURCE, ''), accounts)

/** For texts in which an ARN must stay recognizable: only its account is hidden. */
export const withoutAccounts = (text: string, accounts: readonly string[] = []): string =>
  withoutNumbers(text.replaceAll(ACCOUNT_IN_ARN, `$1${HIDDEN}`), accounts)

function withoutNumbers(text: string, accounts: readonly string[]): string {
  let hidden = text
  // A longer number that happens to contain the digits (a byte count, a binlog position) is left alone.
  for (const account of accounts) hidden = hidden.replaceAll(new RegExp(`(?<!\\d)${account}(?!\\d)`, 'g'), HIDDEN)
  return hidden
}

/** The same JSON-like value with every string changed; keys are kept. */
export function mapStrings<T>(value: T, change: (text: string) => string): T
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(item => mapStrings<unknown>(item, change))
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings<unknown>(item, change)]))
}

/** Plain objects only: a date is a value. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.prototype.toString.call(value) === '[object Object]'
