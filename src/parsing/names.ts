/** Names as AWS allows them. Sources: the RDS service model of 2014-10-31 (version 1.43.107 and later) and docs/facts.md 1.8. */

import type {Arn} from '../domain/arn.ts'
import {parseArn} from '../domain/arn.ts'
import type {Kind} from './kind.ts'
import {oneLine, read, secret, textLike, unshown, wrong} from './kind.ts'

/** What `source` names. `text` is as typed; names are in lower case, as RDS stores them. */
export type SourceInput =
  | {readonly is: 'arn'; readonly arn: Arn; readonly text: string}
  | {readonly is: 'name'; readonly name: string; readonly text: string}

/** What `deployment-id` names; ids are in lower case, names as typed. */
export type DeploymentInput = {readonly is: 'id'; readonly id: string} | {readonly is: 'name'; readonly name: string}

const IDENTIFIER = /^[A-Za-z](?:-?[A-Za-z0-9])*$/
const DEPLOYMENT_NAME = /^[a-zA-Z](?:-?[a-zA-Z0-9])*$/
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/

export const isRegion = (text: string): boolean => REGION.test(text)
export const region: Kind<string> = textLike(REGION, 'an AWS Region', 64)

export const source: Kind<SourceInput> = oneLine<SourceInput>(
  'the ARN of a DB instance or of an Aurora DB cluster, or its plain identifier',
  text => {
    if (!/^arn:/i.test(text)) {
      return IDENTIFIER.test(text) && text.length <= 63 ? read({is: 'name', name: text.toLowerCase(), text}) : wrong()
    }
    const arn = parseArn(text)
    if (arn === undefined) return wrong('it begins like an ARN but is not one')
    if (arn.service !== 'rds') return wrong(`it is an ARN of ${arn.service}, not of rds`)
    if (arn.type !== 'db' && arn.type !== 'cluster') return wrong(`it is the ARN of a ${arn.type}, not of a db or a cluster`)
    if (!isRegion(arn.region) || !/^\d{12}$/.test(arn.account)) return wrong('its Region or account is missing or malformed')
    if (!IDENTIFIER.test(arn.name) || arn.name.length > 63) return wrong('it does not end in the identifier of a database')
    return read({is: 'arn', arn: {...arn, name: arn.name.toLowerCase()}, text})
  }
)

export const deployment: Kind<DeploymentInput> = oneLine<DeploymentInput>(
  'the id (bgd- and 16 characters) or the name of a blue/green deployment',
  text => {
    if (/^bgd-[a-z0-9]{16}$/i.test(text)) return read({is: 'id', id: text.toLowerCase()})
    if (/^arn:/i.test(text)) return wrong('it is an ARN: give the id or the name alone')
    return text.length <= 60 && DEPLOYMENT_NAME.test(text) ? read({is: 'name', name: text}) : wrong()
  }
)

export const deploymentName = textLike(DEPLOYMENT_NAME, '1 to 60 letters, digits and single hyphens, beginning with a letter', 60)

/** A leading zero is lost when YAML takes the id for a number. */
export const accountId: Kind<string> = unshown(textLike(/^\d{12}$/, '12 digits, in quotes', 64))

export const engineVersion = textLike(/^\d[0-9A-Za-z._-]*$/, 'an engine version or its beginning', 64)

/** Default groups have dots in their names, custom ones have none. RDS stores names in lower case, and compares without case. */
export const parameterGroup = textLike(
  /^(?:[A-Za-z](?:-?[0-9A-Za-z])*|default(?:[-.]?[0-9A-Za-z])*)$/,
  'the name of a parameter group: letters, digits and single hyphens, beginning with a letter'
)

export const instanceClass = textLike(/^db\.[0-9a-z]{2,6}\.[0-9a-z]{4,9}$/, 'a DB instance class', 20)

export const kmsKey = textLike(/^[A-Za-z0-9:/_-]+$/, 'id, alias or ARN of a KMS key', 2048)

export const resourceId = textLike(/^(?:db|cluster)-[A-Za-z0-9]+$/, 'resource ids, db-... or cluster-...', 64)

/** A hyphen and more follow, so it must not end in one itself; 180 leaves room for the longest name. */
export const snapshotPrefix = textLike(IDENTIFIER, 'letters, digits and single hyphens, beginning with a letter', 180)

export const fingerprint = textLike(/^(?:none|v1:[A-Za-z0-9_-]+)$/, 'none, or the output fingerprint of an earlier run (v1:...)', 100_000)

export const checkId = textLike(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'ids of blocking checks', 100)

export const hostName = textLike(/^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9])?$/, 'a host name or an address', 253)

export const roleArn = textLike(/^arn:aws[a-z0-9-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, 'the ARN of an IAM role', 2048)

export const sessionName = textLike(/^[\w+=,.@-]{2,64}$/, '2 to 64 letters, digits and _+=,.@-', 64)

export const secretArn = textLike(
  /^arn:aws[a-z0-9-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@!-]+$/,
  'the ARN of a Secrets Manager secret',
  2048
)

export const eventType = textLike(/^\S(?:.*\S)?$/, 'an event type of at most 100 characters', 100)

/** A user, a database, a path: whatever stands on one line. */
export const anyText = textLike(/./u, 'text on one line', 1024)

/** Not trimmed, never printed. A line break at the end is the commonest way to store a secret wrongly. */
export const anySecret: Kind<string> = secret(
  oneLine('text on one line', text => (/[\r\n]/.test(text) ? wrong('it contains a line break') : read(text)))
)
