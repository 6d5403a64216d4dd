/** ARNs of RDS resources: `arn:<partition>:rds:<region>:<account>:<type>:<name>`. */
import type {DatabaseKind} from './database.ts'

export interface Arn {
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  /** `db`, `cluster`, `cluster-endpoint`, `deployment`, ... as AWS prints it. */
  readonly type: string
  readonly name: string
}

const SHAPE = /^arn:(aws[a-z0-9-]*):([a-z0-9-]+):([a-z0-9-]*):(\d*):([a-z-]+):(\S+)$/
/** The same shape, of two types: asked of every ARN of a look, several times. */
const DATABASE = /^arn:aws[a-z0-9-]*:[a-z0-9-]+:[a-z0-9-]*:\d*:(?:db|cluster):\S+$/

/** Undefined when the text is not an ARN of this shape; never throws. */
export function parseArn(text: string): Arn | undefined {
  const found = SHAPE.exec(text)
  if (found === null) return undefined
  // Not destructured: an iterator for every one of the many ARNs of a look costs as much as the match.
  const {1: partition = '', 2: service = '', 3: region = '', 4: account = '', 5: type = '', 6: name = ''} = found
  return {partition, service, region, account, type, name}
}

const printArn = (arn: Arn): string => `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.type}:${arn.name}`

/** The last part of an ARN, the name people know; a text that is no ARN is returned as it is. */
export const nameIn = (arn: string): string => parseArn(arn)?.name ?? arn

/** `db:orders`: what tells a resource apart within one account and Region. Identifiers are not case-sensitive (facts 1.8). */
export function labelOf(arn: string): string {
  const parsed = parseArn(arn)
  return parsed === undefined ? arn : `${parsed.type}:${parsed.name.toLowerCase()}`
}

export const typeOf = (kind: DatabaseKind): 'db' | 'cluster' => (kind === 'cluster' ? 'cluster' : 'db')

/** The label that the ARN of such a database has. */
export const labelFor = (kind: DatabaseKind, name: string): string => `${typeOf(kind)}:${name.toLowerCase()}`

/** Of an instance or a cluster: a custom endpoint of Aurora is a member of a deployment too, and no database. */
export const isDatabaseArn = (arn: string | undefined): arn is string => DATABASE.test(arn ?? '')

/** The ARN of another resource of the same account and Region. */
export function siblingArn(arn: string, type: string, name: string): string {
  const parsed = parseArn(arn)
  return parsed === undefined ? name : printArn({...parsed, type, name})
}
