/** Which deployment a run is about, and which database is production (contract, "Which deployment"). */
import {labelOf, nameIn, parseArn} from '../domain/arn.ts'
import type {Database} from '../domain/database.ts'
import type {Deployment} from '../domain/deployment.ts'
import type {Known} from '../domain/known.ts'
import {absent, known, notLooked} from '../domain/known.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {databaseByName, deploymentById, deploymentsWhere} from '../rds/looking.ts'
import type {Readers} from '../world.ts'
import type {Observation, Trouble} from './observation.ts'
import {NOTHING_SEEN} from './observation.ts'
import type {Recall} from './recall.ts'

interface Located {
  readonly production: Known<Database>
  readonly trouble: Trouble | undefined
}

const trouble = (reason: Trouble['reason'], because: string, remedy: string): Trouble => ({reason, because, remedy})

/** The database named by `source`, as RDS describes it now. */
export async function locateProduction(look: Readers, inputs: Inputs): Promise<Located> {
  const source = inputs.source
  if (source === undefined) return {production: notLooked, trouble: undefined}
  if (source.is === 'arn') {
    const production = await databaseByName(look, source.arn.type === 'cluster' ? 'cluster' : 'instance', source.arn.name)
    if (production.is !== 'known') return {production, trouble: undefined}
    const seen = parseArn(production.value.arn)
    if (
      seen !== undefined &&
      (seen.account !== source.arn.account || seen.region !== source.arn.region || seen.partition !== source.arn.partition)
    ) {
      return {
        production: notLooked,
        trouble: trouble(
          'account_not_allowed',
          `the credentials of this run see a database ${source.arn.name} in another account or Region than the ARN given as source`,
          'use credentials of the account in the ARN, or correct the ARN'
        )
      }
    }
    return {production, trouble: memberTrouble(production.value)}
  }
  const [instance, cluster] = await Promise.all([
    databaseByName(look, 'instance', source.name),
    databaseByName(look, 'cluster', source.name)
  ])
  if (instance.is === 'known' && cluster.is === 'known') {
    return {
      production: notLooked,
      trouble: trouble(
        'source_not_found',
        `source ${source.name} names both a DB instance and a DB cluster (db:${source.name} and cluster:${source.name})`,
        'give the ARN of the one that is meant'
      )
    }
  }
  const production = instance.is === 'known' ? instance : cluster
  return {production, trouble: production.is === 'known' ? memberTrouble(production.value) : undefined}
}

/** Facts G-02: neither a member of a cluster nor a read replica is a source of its own. */
function memberTrouble(database: Database): Trouble | undefined {
  if (database.kind === 'instance' && database.replicaOf !== undefined && database.cluster === undefined) {
    const primary = nameIn(database.replicaOf)
    // Green was a replica of blue, and an answer right after the switchover may still show it, under old blue's name (facts 1.8, 8.5).
    if (primary.replace(/-old\d+$/, '') === database.name) return undefined
    return trouble(
      'source_not_found',
      `${database.name} is a read replica of ${primary}; a deployment is made of the primary with all its replicas`,
      `give source: ${primary}`
    )
  }
  if (database.kind !== 'instance' || database.cluster === undefined) return undefined
  return trouble(
    'source_not_found',
    `${database.name} is a member of the DB cluster ${database.cluster}; a deployment is made of the whole cluster`,
    `give source: ${database.cluster}`
  )
}

const list = (deployments: readonly Deployment[]): string =>
  deployments
    .map(one => `${one.id} (${one.name}, ${one.status}, created ${one.createTime?.toISOString() ?? 'at an unknown time'})`)
    .join('; ')

const newest = (deployments: readonly Deployment[]): Deployment | undefined =>
  [...deployments].sort((a, b) => (b.createTime?.getTime() ?? 0) - (a.createTime?.getTime() ?? 0))[0]

interface Chosen {
  readonly deployment: Known<Deployment>
  /** A deployment not completed whose green the source is. */
  readonly greenOf: Known<Deployment>
  readonly trouble: Trouble | undefined
}

const chosen = (deployment: Known<Deployment>, stands?: Trouble): Chosen => ({deployment, greenOf: absent, trouble: stands})

/** `open`: the one not completed, else the newest completed. `completed`: the only completed one (`cleanup`). */
export async function chooseDeployment(
  look: Readers,
  inputs: Inputs,
  production: Known<Database>,
  prefer: 'open' | 'completed'
): Promise<Chosen> {
  if (inputs.deploymentId !== undefined) return chosen(...(await byIdentifier(look, inputs, production)))
  if (production.is !== 'known') return chosen(production.is === 'absent' ? absent : production)
  return bySource(look, production.value, prefer)
}

async function byIdentifier(look: Readers, inputs: Inputs, production: Known<Database>): Promise<[Known<Deployment>, Trouble | undefined]> {
  const wanted = inputs.deploymentId
  if (wanted === undefined) return [notLooked, undefined]
  if (wanted.is === 'id') return belonging(await deploymentById(look, wanted.id), inputs, production)
  const found = (await deploymentsWhere(look, 'blue-green-deployment-name', wanted.name)).filter(one => one.name === wanted.name)
  if (found.length > 1)
    return [
      notLooked,
      trouble('deployment_unknown', `several deployments are called ${wanted.name}: ${list(found)}`, 'give deployment-id: bgd-...')
    ]
  const one = found[0]
  return belonging(one === undefined ? absent : known(one), inputs, production)
}

/** A `source` beside `deployment-id` must belong to it. */
function belonging(deployment: Known<Deployment>, inputs: Inputs, production: Known<Database>): [Known<Deployment>, Trouble | undefined] {
  if (deployment.is !== 'known' || inputs.source === undefined || production.is !== 'known') return [deployment, undefined]
  const {id, source, target} = deployment.value
  const label = labelOf(production.value.arn)
  if (labelOf(source) === label || (target !== undefined && labelOf(target) === label)) return [deployment, undefined]
  return [
    notLooked,
    trouble(
      'deployment_differs',
      `deployment ${id} belongs to ${parseArn(source)?.name ?? source}, not to ${production.value.name}`,
      'give the source that belongs to deployment-id, or leave source out'
    )
  ]
}

/** Completed, and its names rewritten: status and names do not change at one moment (facts 8.5). Only green's own name ends like this. */
const hasMoved = ({status, target}: Deployment): boolean => stageOf(status) === 'completed' && !/-green-[a-z0-9]{6}$/.test(target ?? '')

/** RDS rewrites `Source` to the old name at switchover (facts 1.2), so ask by source and by target for the production name's ARN. */
async function bySource(look: Readers, production: Database, prefer: 'open' | 'completed'): Promise<Chosen> {
  const [sourced, targeted] = await Promise.all([
    deploymentsWhere(look, 'source', production.arn),
    deploymentsWhere(look, 'target', production.arn)
  ])
  const label = labelOf(production.arn)
  // RDS writes old blue's name into a completed deployment: of that one this is no production.
  const asSource = sourced.filter(one => labelOf(one.source) === label && !hasMoved(one))
  const oldOf = sourced.find(one => labelOf(one.source) === label && hasMoved(one))
  const asTarget = targeted.filter(one => one.target !== undefined && labelOf(one.target) === label)
  const green = asTarget.find(one => ['provisioning', 'available', 'invalid'].includes(stageOf(one.status)))
  const moved = asTarget.filter(one => one !== green && stageOf(one.status) !== 'deleting')
  const completed = moved.filter(one => stageOf(one.status) === 'completed')
  // The names may move between the two answers, so that one deployment is in both: the answer with its new names is the later one.
  const open = [...new Map([...asSource, ...moved.filter(one => stageOf(one.status) !== 'completed')].map(one => [one.id, one])).values()]
  const leaving = asTarget.filter(one => stageOf(one.status) === 'deleting')
  const greenOf: Known<Deployment> = green === undefined ? absent : known(green)
  const several = (which: readonly Deployment[], what: string): Chosen => ({
    deployment: notLooked,
    greenOf,
    trouble: trouble(
      'deployment_unknown',
      `${production.name} has ${which.length} ${what} deployments: ${list(which)}`,
      'give deployment-id: the one that is meant'
    )
  })
  const one = (deployment: Deployment | undefined): Chosen => ({
    deployment: deployment === undefined ? absent : known(deployment),
    greenOf,
    trouble: undefined
  })
  if (oldOf !== undefined && open.length === 0 && completed.length === 0) {
    return {
      deployment: notLooked,
      greenOf,
      trouble: trouble(
        'source_in_deployment',
        `${production.name} is old blue of deployment ${oldOf.id}`,
        `give source: ${nameIn(oldOf.target ?? '')}, which is production now`
      )
    }
  }
  if (prefer === 'completed') {
    const candidates = [...completed, ...leaving]
    return candidates.length > 1 ? several(candidates, 'completed') : one(candidates[0] ?? (open.length > 1 ? undefined : open[0]))
  }
  return open.length > 1 ? several(open, 'open') : one(open[0] ?? newest(completed))
}

/** The account RDS names must be one of `allowed-account-ids`. Compared, never printed. */
export function accountTrouble(inputs: Inputs, arn: string | undefined): Trouble | undefined {
  const account = arn === undefined ? undefined : parseArn(arn)?.account
  if (inputs.allowedAccountIds.length === 0 || arn === undefined || (account !== undefined && inputs.allowedAccountIds.includes(account)))
    return undefined
  return trouble(
    'account_not_allowed',
    'the database is in an account that is not one of allowed-account-ids',
    'use credentials of an allowed account, or add the account to allowed-account-ids'
  )
}

/**
 * What every phase behind `create` looks at first: production by its name where `source` is given, and the deployment. Later looks of
 * the same run ask by the id that the first one found.
 */
export async function lookForDeployment(look: Readers, inputs: Inputs, recall: Recall, prefer: 'open' | 'completed'): Promise<Observation> {
  const again = recall.deploymentId === undefined ? undefined : await deploymentById(look, recall.deploymentId)
  if (again?.is === 'known') return {...NOTHING_SEEN, ...chosen(again), production: recall.before?.production ?? notLooked}
  const {production, trouble} = await locateProduction(look, inputs)
  if (trouble !== undefined) return {...NOTHING_SEEN, trouble, production}
  if (again !== undefined) return {...NOTHING_SEEN, ...chosen(again), production}
  const found = await chooseDeployment(look, inputs, production, prefer)
  return {...NOTHING_SEEN, ...found, trouble: found.trouble ?? greenTrouble(found, production), production}
}

function greenTrouble({deployment, greenOf}: Chosen, production: Known<Database>): Trouble | undefined {
  if (deployment.is === 'known' || greenOf.is !== 'known' || production.is !== 'known') return undefined
  return trouble(
    'source_in_deployment',
    `${production.value.name} is the green side of deployment ${greenOf.value.id}`,
    `give source: ${nameIn(greenOf.value.source)}, or deployment-id: ${greenOf.value.id}`
  )
}
