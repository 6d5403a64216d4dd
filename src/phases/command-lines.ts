/** A write as the AWS CLI would be told it, for people who run it by hand. */
import type {DatabaseKind} from '../domain/database.ts'
import type {Call} from '../rds/api.ts'

const kebab = (text: string): string =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()

const quoted = (text: string): string => (/^[\w.:/=+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`)

function option(name: string, value: unknown): string {
  const flag = `--${kebab(name)}`
  if (value === true) return flag
  if (value === false) return `--no-${kebab(name)}`
  return `${flag} ${quoted(typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value))}`
}

/** To be run before the first command that uses what is still fresh. */
export const pauseLine = (milliseconds: number): string => `sleep ${Math.ceil(milliseconds / 1000)}`

export const commandLine = ({operation, input}: Call, region: string): string =>
  [
    `aws rds ${kebab(operation)} --region ${region}`,
    ...Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [option(name, value)]))
  ].join(' ')

/** To be run after a command that leaves the database busy, which RDS may show only a moment later. */
export const waitLine = (kind: DatabaseKind, name: string, region: string): string =>
  `sleep 60 && aws rds wait db-${kind}-available --region ${region} --db-${kind}-identifier ${name}`
