/**
 * Links to the AWS console. Without account ids: they would be masked, and a masked link leads nowhere. A partition whose console we do not
 * know gets no link: none is better than a wrong one at night.
 *
 * Evidence, read in November 2026:
 * `#database:id=NAME;is-cluster=true|false`: used by serverless, Teleport (with a test) and dozens of public repositories; on
 * console.amazonaws.cn in AWS China's own workshop pages. `#databases:`: the list that these pages sit under, in the same sources.
 * console.amazonaws-us-gov.com: AWS's GovCloud guide links its RDS console there; the fragment is the same console's.
 * A deployment has no documented page of its own. `#database:id=bgd-...;is-maintenance=true` was found in one repository only, so a
 * deployment leads to the list of databases, where the RDS user guide ("Viewing a blue/green deployment") says it stands.
 */
import {parseArn} from '../domain/arn.ts'

const HOSTS: Readonly<Record<string, string>> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com'
}

/** For the ARN of a DB instance, DB cluster or deployment; undefined for everything else. */
export function consoleLink(arn: string): string | undefined {
  const parsed = parseArn(arn)
  if (parsed === undefined || parsed.service !== 'rds' || parsed.region === '') return undefined
  const host = Object.hasOwn(HOSTS, parsed.partition) ? HOSTS[parsed.partition] : undefined
  const fragment = fragmentOf(parsed.type, parsed.name)
  return host === undefined || fragment === undefined ? undefined : `https://${host}/rds/home?region=${parsed.region}#${fragment}`
}

function fragmentOf(type: string, name: string): string | undefined {
  // Names come from ARNs, and an ARN from a user: nothing in one may end the link.
  const id = encodeURIComponent(name.toWellFormed()).replaceAll(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
  switch (type) {
    case 'db':
      return `database:id=${id};is-cluster=false`
    case 'cluster':
      return `database:id=${id};is-cluster=true`
    case 'deployment':
      return 'databases:'
    default:
      return undefined
  }
}
