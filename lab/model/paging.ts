/** Marker, MaxRecords (20 to 100) and Filters of every Describe (facts 2.2, 8.3). A marker is the offset, dressed so that nobody parses it. */
import type {Filter} from '@aws-sdk/client-rds'
import type {Refusal} from '../service.ts'
import {invalidValue, isRefusal} from './refusals.ts'

interface Paged {
  readonly Marker?: string | undefined
  readonly MaxRecords?: number | undefined
}

export interface Page<T> {
  readonly rows: T[]
  readonly marker: {Marker?: string}
}

const prefix = 'lab-marker-'

export function page<T>(all: readonly T[], input: Paged): Page<T> | Refusal {
  const size = input.MaxRecords ?? 100
  if (size < 20 || size > 100) return invalidValue(`Invalid value ${size} for MaxRecords. Must be between 20 and 100`)
  let from = 0
  if (input.Marker !== undefined) {
    from = Number(input.Marker.startsWith(prefix) ? input.Marker.slice(prefix.length) : Number.NaN)
    if (!Number.isSafeInteger(from)) return invalidValue(`Invalid marker: ${input.Marker}`)
  }
  const rows = all.slice(from, from + size)
  return {rows, marker: from + size < all.length ? {Marker: `${prefix}${from + size}`} : {}}
}

/** How a row answers to each filter a Describe knows: names and values are case-sensitive, all filters must hold, any value may. */
export type Filterable<T> = Readonly<Record<string, (row: T) => readonly (string | undefined)[]>>

export function filtered<T>(all: readonly T[], filters: readonly Filter[] | undefined, known: Filterable<T>): readonly T[] | Refusal {
  let rows = all
  for (const filter of filters ?? []) {
    const read = filter.Name === undefined ? undefined : known[filter.Name]
    if (read === undefined) return invalidValue(`Unrecognized filter name: ${filter.Name ?? ''}`)
    if (filter.Values === undefined || filter.Values.length === 0) return invalidValue(`The filter ${filter.Name} has no values`)
    const wanted: ReadonlySet<string | undefined> = new Set(filter.Values)
    rows = rows.filter(row => read(row).some(value => value !== undefined && wanted.has(value)))
  }
  return rows
}

/** Filters, then a page of what is left. */
export function select<T>(
  all: readonly T[],
  input: Paged & {readonly Filters?: readonly Filter[] | undefined},
  known: Filterable<T>
): Page<T> | Refusal {
  const rows = filtered(all, input.Filters, known)
  return isRefusal(rows) ? rows : page(rows, input)
}
