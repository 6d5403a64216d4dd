/** Rules over several inputs: which phase needs what, and what does not go together. What could not be read is not complained of again. */
import type {ModeName} from '../domain/outcome.ts'
import {quote} from './kind.ts'
import type {Modes} from './modes.ts'
import type {SourceInput} from './names.ts'
import {isRegion} from './names.ts'
import type {Env, Problem} from './table.ts'

export interface KnownCheck {
  readonly id: string
  readonly severity: 'proof' | 'blocking' | 'advice'
}

/** What the rules are asked about. */
export interface Given {
  readonly values: {
    readonly mode: Modes | undefined
    readonly source: SourceInput | undefined
    readonly awsRegion: string | undefined
    readonly upgradeStorageConfig: boolean | undefined
    readonly pollIntervalSeconds: number | undefined
    readonly ignoreChecks: readonly string[]
    readonly databaseAuth: 'none' | 'password' | 'secret' | 'iam' | 'data-api'
  }
  readonly env: Env
  readonly knownChecks: readonly KnownCheck[]
  /** Also when it could not be read. */
  readonly isGiven: (input: Named) => boolean
  /** A problem with that row's own hints. */
  readonly complain: (input: Named, because: string) => Problem
}

const ONLY_INSTANCE = [
  'target-instance-class',
  'target-storage-type',
  'target-allocated-storage',
  'target-iops',
  'target-storage-throughput',
  'upgrade-storage-config'
] as const
const ONLY_CLUSTER = ['target-cluster-parameter-group'] as const
const PREPARE_CLUSTER = ['source-cluster-parameter-group', 'source-cluster-parameters', 'target-cluster-parameters'] as const

/** One of these makes it a change worth a deployment. */
const TARGET_OPTIONS = ['target-engine-version', 'target-parameter-group', ...ONLY_CLUSTER, ...ONLY_INSTANCE, 'target-kms-key-id'] as const

const SQL_INPUTS = ['database-user', 'database-password', 'database-secret-arn'] as const

/** The inputs that a rule names; that each is one of the table, the compiler sees where the rules are called. */
export type Named =
  | (typeof TARGET_OPTIONS)[number]
  | (typeof PREPARE_CLUSTER)[number]
  | (typeof SQL_INPUTS)[number]
  | 'mode'
  | 'source'
  | 'deployment-id'
  | 'aws-region'
  | 'poll-interval-seconds'
  | 'ignore-checks'
  | 'github-token'
  | 'issue-number'
  | 'dispatch-event'
  | 'iac-plan'
  | 'iac-template'

const NEEDS_SOURCE: readonly ModeName[] = ['plan', 'prepare', 'create']
const NEEDS_ONE: readonly ModeName[] = ['wait', 'verify', 'switchover', 'cleanup', 'status', 'abort', 'drift']
const USES_SQL: readonly ModeName[] = ['plan', 'prepare', 'create', 'verify', 'switchover']

/** Any variable of the family, also one for a service that we do not call: who sets one does not talk to plain AWS. */
export const hasCustomEndpoint = (env: Env): boolean =>
  Object.entries(env).some(([name, value]) => name.startsWith('AWS_ENDPOINT_URL') && value !== undefined && value !== '')

/** The ARN's Region wins over the environment; against the input it is a contradiction, never a choice. */
export function regionFor({values, env, isGiven, complain}: Given): {readonly name: string; readonly problems: readonly Problem[]} {
  const ofArn = values.source?.is === 'arn' ? values.source.arn.region : undefined
  const asked = values.awsRegion
  if (asked !== undefined && ofArn !== undefined && asked !== ofArn) {
    return {name: asked, problems: [complain('aws-region', `the ARN in source is of ${ofArn}; leave aws-region out or make them agree`)]}
  }
  const given = asked ?? ofArn
  if (given !== undefined) return {name: given, problems: []}
  // One of the two may have been meant to say it.
  if (isGiven('aws-region') || (isGiven('source') && values.source === undefined)) return {name: '', problems: []}
  for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
    const name = env[variable]?.trim() ?? ''
    if (name !== '' && !isRegion(name))
      return {name: '', problems: [complain('aws-region', `${variable} is ${quote(name)}, which is not a Region`)]}
    if (name !== '') return {name, problems: []}
  }
  return {name: '', problems: [complain('aws-region', 'no Region is known: give this input, an ARN as source, or AWS_REGION')]}
}

export function rulesOverSeveral(given: Given): readonly Problem[] {
  return [
    ...whatPhasesNeed(given),
    ...kindOfSource(given),
    ...pace(given),
    ...checksToIgnore(given),
    ...accessToSql(given),
    ...tokens(given)
  ]
}

const modesOf = ({values}: Given): readonly ModeName[] => values.mode?.modes ?? []
const among = (given: Given, some: readonly ModeName[]): ModeName | undefined => modesOf(given).find(mode => some.includes(mode))

function whatPhasesNeed(given: Given): Problem[] {
  const {complain, values} = given
  if (!given.isGiven('mode')) return [complain('mode', 'it is required')]
  const builds = among(given, NEEDS_SOURCE)
  const finds = among(given, NEEDS_ONE)
  const problems: Problem[] = []
  if (builds !== undefined) {
    if (!given.isGiven('source')) problems.push(complain('source', `${builds} needs it`))
    // The phases behind it would speak of another deployment than the one it makes.
    if (among(given, ['create']) !== undefined && finds !== undefined && given.isGiven('deployment-id'))
      problems.push(
        complain('deployment-id', `create finds or makes the deployment of source, and ${finds} goes on with that one: leave it out`)
      )
    const isChange = TARGET_OPTIONS.some(
      option => given.isGiven(option) && !(option === 'upgrade-storage-config' && values.upgradeStorageConfig === false)
    )
    if (!isChange)
      problems.push(complain('target-engine-version', `${builds} needs at least one target option: ${TARGET_OPTIONS.join(', ')}`))
  } else if (finds !== undefined && !given.isGiven('deployment-id') && !given.isGiven('source')) {
    problems.push(complain('deployment-id', `${finds} needs deployment-id or source`))
  }
  if (among(given, ['drift']) !== undefined && !given.isGiven('iac-plan') && !given.isGiven('iac-template')) {
    problems.push(complain('iac-plan', 'drift needs iac-plan or iac-template'))
  }
  return problems
}

/** A plain identifier does not tell which kind it is: then the phases refuse, once RDS has said. */
function kindOfSource(given: Given): Problem[] {
  const {source} = given.values
  if (source?.is !== 'arn' || among(given, NEEDS_SOURCE) === undefined) return []
  const isPrepared = among(given, ['prepare']) !== undefined
  const [refused, kind] =
    source.arn.type === 'cluster'
      ? [ONLY_INSTANCE, 'an Aurora cluster, for which RDS refuses it']
      : [[...ONLY_CLUSTER, ...(isPrepared ? PREPARE_CLUSTER : [])], 'a DB instance, which has no cluster parameter group']
  return refused.filter(input => given.isGiven(input)).map(input => given.complain(input, `source is ${kind}`))
}

function pace(given: Given): Problem[] {
  const seconds = given.values.pollIntervalSeconds
  if (seconds === undefined || seconds >= 5 || hasCustomEndpoint(given.env)) return []
  return [given.complain('poll-interval-seconds', 'less than 5 is possible only with a custom endpoint (AWS_ENDPOINT_URL*)')]
}

function checksToIgnore({values, knownChecks, complain}: Given): Problem[] {
  return values.ignoreChecks.flatMap(id => {
    const severity = knownChecks.find(check => check.id === id)?.severity
    if (severity === 'proof') return [complain('ignore-checks', `${id} is a proof and cannot be ignored`)]
    if (severity !== undefined) return []
    const blocking = knownChecks.filter(check => check.severity === 'blocking').map(check => check.id)
    return [complain('ignore-checks', `there is no check ${id}; the blocking ones are ${blocking.join(', ')}`)]
  })
}

function accessToSql(given: Given): Problem[] {
  const mode = among(given, USES_SQL)
  if (mode === undefined) return []
  const needed: Readonly<Record<Given['values']['databaseAuth'], readonly (typeof SQL_INPUTS)[number][]>> = {
    none: [],
    password: ['database-user', 'database-password'],
    secret: ['database-secret-arn'],
    iam: ['database-user'],
    'data-api': ['database-secret-arn']
  }
  const auth = given.values.databaseAuth
  return needed[auth].filter(input => !given.isGiven(input)).map(input => given.complain(input, `database-auth ${auth} needs it`))
}

/** Without a token neither comment nor event can be sent, and a report that silently stays away is taken for good news. */
function tokens(given: Given): Problem[] {
  if (given.isGiven('github-token')) return []
  const asking = (['issue-number', 'dispatch-event'] as const).filter(input => given.isGiven(input))
  return asking.map(input => given.complain('github-token', `${input} needs it`))
}
