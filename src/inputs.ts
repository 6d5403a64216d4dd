/** Every input of the action: name, kind, default, meaning. action.yml and the tables of the README are generated from this one. */
import type {ModeName} from './domain/outcome.ts'
import {ALONE, PHASE_ORDER} from './domain/outcome.ts'
import {parseSwitchoverWindow} from './domain/switchover-window.ts'
import {discoverFilter} from './parsing/discover-filter.ts'
import {decimalNumber, flag, listOf, oneLine, oneOf, read, wholeNumber, wrong} from './parsing/kind.ts'
import type {Modes} from './parsing/modes.ts'
import {modes} from './parsing/modes.ts'
import * as names from './parsing/names.ts'
import {parameters, tags} from './parsing/pairs.ts'
import type {Env, Problem, Row, Values} from './parsing/table.ts'
import {camelOf, kebabOf, many, named, neverEmpty, optional, problemWith, readTable, usually} from './parsing/table.ts'
import type {KnownCheck} from './parsing/together.ts'
import {hasCustomEndpoint, regionFor, rulesOverSeveral} from './parsing/together.ts'

export type {KnownCheck, Problem}

const ALL: readonly ModeName[] = [...PHASE_ORDER, ...ALONE]
const PHASES: readonly ModeName[] = [...PHASE_ORDER, 'abort']
const BUILD: readonly ModeName[] = ['plan', 'prepare', 'create']
const TARGET: readonly ModeName[] = [...BUILD, 'wait', 'verify', 'switchover']
const AFTER_CREATE: readonly ModeName[] = ['wait', 'verify', 'switchover', 'cleanup', 'status', 'abort', 'drift']
const DATABASE: readonly ModeName[] = [...PHASE_ORDER, 'status', 'abort', 'drift']
const GATES: readonly ModeName[] = ['plan', 'switchover']
const SWITCHOVER: readonly ModeName[] = ['switchover']
const CLEANUP: readonly ModeName[] = ['cleanup']
const PREPARE: readonly ModeName[] = ['prepare']
const SQL: readonly ModeName[] = [...BUILD, 'verify', 'switchover']
const VERIFY: readonly ModeName[] = ['verify']
const DRIFT: readonly ModeName[] = ['drift']
const DISCOVER: readonly ModeName[] = ['discover']

const window = oneLine('<days> <from>-<to> <time zone>, as on the wall clock there', text => {
  const parsed = parseSwitchoverWindow(text)
  return typeof parsed === 'string' ? wrong(parsed) : read(parsed)
})

const expression = (inner: string): string => `\${{ ${inner} }}`

const which = {
  mode: optional(
    modes,
    ALL,
    `One phase, several in order (${PHASE_ORDER.join(', ')}), or one alone: upgrade (plan, create, wait, verify and switchover), ${ALONE.join(', ')}`,
    'upgrade'
  ),
  source: optional(names.source, DATABASE, 'ARN of the DB instance or Aurora DB cluster, or its plain identifier', 'orders'),
  'deployment-id': optional(
    names.deployment,
    AFTER_CREATE,
    'Id (bgd- and 16 characters) or name of the blue/green deployment; enough by itself for every phase after create',
    'bgd-1a2b3c4d5e6f7g8h'
  ),
  'deployment-name': optional(
    names.deploymentName,
    BUILD,
    'Name for a new deployment; where not given, derived from source and target, the same every time',
    'orders-pg16'
  ),
  'aws-region': optional(
    names.region,
    ALL,
    'AWS Region; where not given, that of the ARN, else AWS_REGION, else AWS_DEFAULT_REGION',
    'eu-central-1'
  ),
  'allowed-account-ids': many(
    listOf(names.accountId),
    DATABASE,
    'Accounts the database may be in, or the run stops before its first write; in quotes, or YAML drops a leading zero. Never printed',
    "'012345678901'"
  )
}

const green = {
  'target-engine-version': optional(
    names.engineVersion,
    TARGET,
    'Engine version for green; a short form is resolved to the newest exact version. In quotes: YAML reads 16.10 as 16.1',
    "'16.4'"
  ),
  'target-parameter-group': optional(
    names.parameterGroup,
    TARGET,
    "DB parameter group for green; where not given, what prepare made, if it is there; else blue's, or the default one of a new family if blue uses a default one",
    'orders-postgres16'
  ),
  'target-cluster-parameter-group': optional(
    names.parameterGroup,
    TARGET,
    'DB cluster parameter group for green (Aurora); where not given, as with target-parameter-group',
    'orders-aurora-postgresql16'
  ),
  'target-instance-class': optional(names.instanceClass, BUILD, 'DB instance class for green; not for Aurora', 'db.r8g.large'),
  'target-storage-type': optional(oneOf('gp2', 'gp3', 'io1', 'io2'), BUILD, 'Storage type for green; not for Aurora', 'gp3'),
  'target-allocated-storage': optional(
    wholeNumber({from: 5, to: 1_000_000, unit: 'GiB'}),
    BUILD,
    'Allocated storage for green in GiB; not for Aurora',
    '200'
  ),
  'target-iops': optional(wholeNumber({from: 100, to: 1_000_000}), BUILD, 'Provisioned IOPS for green; not for Aurora', '12000'),
  'target-storage-throughput': optional(
    wholeNumber({from: 1, to: 100_000, unit: 'MiB/s'}),
    BUILD,
    'Storage throughput for green in MiB/s; not for Aurora',
    '500'
  ),
  'upgrade-storage-config': optional(flag, BUILD, 'Give green the current storage file system configuration; not for Aurora', 'true'),
  'target-kms-key-id': optional(names.kmsKey, BUILD, 'Id, alias or ARN of the KMS key that encrypts green', 'alias/orders'),
  tags: many(tags, BUILD, 'Tags of the deployment: key=value, one a line, at most 20', 'team=orders')
}

const run = {
  'dry-run': neverEmpty(usually('false', flag, PHASES, 'Observe, plan and check; no write call. Must not be given as empty', 'true')),
  'wait-timeout-minutes': usually(
    '330',
    decimalNumber({above: 0, to: 7200, unit: 'minutes'}),
    ALL,
    'How long the run may take from the start of the process, over all its phases',
    '120'
  ),
  'on-timeout': usually(
    'fail',
    oneOf('fail', 'pass'),
    ALL,
    'fail, or pass: exit 0 with outcome timed_out; the run stops either way',
    'pass'
  ),
  'poll-interval-seconds': optional(
    decimalNumber({from: 0.2, to: 300, unit: 'seconds'}),
    PHASES,
    'Pause between looks at provisioning and deleting, 5 to 300; down to 0.2 with AWS_ENDPOINT_URL. Adaptive where not given',
    '60'
  ),
  'ignore-checks': many(
    listOf(names.checkId),
    PHASES,
    'Ids of blocking checks to overrule; unknown ids, and proof checks, are errors',
    'replica-lag-is-within-limit'
  )
}

const switchover = {
  'switchover-timeout-seconds': usually(
    '300',
    wholeNumber({from: 30, to: 3600, unit: 'seconds'}),
    GATES,
    'RDS rolls everything back when this runs out',
    '600'
  ),
  'gate-timeout-minutes': usually(
    '10',
    decimalNumber({from: 0, to: 7200, unit: 'minutes'}),
    SWITCHOVER,
    'How long switchover waits for readiness and lag before it refuses; 0 asks once',
    '30'
  ),
  'max-replica-lag-seconds': usually(
    '5',
    decimalNumber({from: 0, to: 86_400, unit: 'seconds'}),
    SWITCHOVER,
    'Highest replica lag for a switchover, for engines whose lag is in seconds',
    '1'
  ),
  'max-replica-lag-bytes': usually(
    '16777216',
    wholeNumber({from: 0, to: 1_000_000_000_000, unit: 'bytes'}),
    SWITCHOVER,
    'Highest replica lag for a switchover, for PostgreSQL with logical replication',
    '1048576'
  ),
  'switchover-window': optional(
    window,
    GATES,
    'When a switchover may begin; outside it, or with less than the switchover timeout left of it, the run is blocked at once',
    'Sun 02:00-04:00 Europe/Berlin'
  ),
  'approved-fingerprint': neverEmpty(
    usually(
      'none',
      names.fingerprint,
      SWITCHOVER,
      'Switch over only if green is exactly what was reviewed: the output fingerprint. Must not be given as empty',
      expression('needs.review.outputs.fingerprint')
    )
  ),
  probe: usually('false', flag, SWITCHOVER, 'Watch the production endpoint by SQL through the switchover; reads only', 'true')
}

const cleanup = {
  'delete-old-databases': usually('false', flag, CLEANUP, 'cleanup also deletes old blue', 'true'),
  'old-min-age-hours': usually(
    '24',
    decimalNumber({from: 0, to: 87_600, unit: 'hours'}),
    CLEANUP,
    'Old databases are deleted only this long after the switchover; 0 switches it off and says so',
    '72'
  ),
  'old-idle-minutes': usually(
    '60',
    decimalNumber({from: 0, to: 20_160, unit: 'minutes'}),
    CLEANUP,
    'Each old member must have had no connection for this long before cleanup writes anything; 0 switches it off and says so',
    '240'
  ),
  'old-resource-ids': many(
    listOf(names.resourceId),
    CLEANUP,
    'Resource ids that cleanup may delete although this action did not record them',
    'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  ),
  'final-snapshot': usually('true', flag, CLEANUP, 'Make a final snapshot of old blue before it goes', 'false'),
  'final-snapshot-prefix': usually(
    'final',
    names.snapshotPrefix,
    CLEANUP,
    'How the name of the final snapshot begins; the production name and the end of the resource id follow',
    'before-pg16'
  ),
  'keep-automated-backups': usually('true', flag, CLEANUP, 'Keep the automated backups of the deleted old databases', 'false'),
  'disable-deletion-protection': usually(
    'false',
    flag,
    ['cleanup', 'abort'],
    'Allow cleanup and abort to turn deletion protection off on what they delete',
    'true'
  )
}

const prepare = {
  'allow-reboot': usually(
    'false',
    flag,
    PREPARE,
    'Allow prepare to change production: associate groups, switch backups on, reboot. Each can mean an outage',
    'true'
  ),
  'source-parameter-group': optional(
    names.parameterGroup,
    PREPARE,
    'DB parameter group for blue: used if it exists, made if not; derived where not given',
    'orders-postgres14'
  ),
  'source-cluster-parameter-group': optional(
    names.parameterGroup,
    PREPARE,
    'DB cluster parameter group for blue: used if it exists, made if not; derived where not given',
    'orders-aurora-postgresql14'
  ),
  'source-parameters': many(parameters, PREPARE, "name=value lines for blue's DB parameter group", 'rds.logical_replication=1'),
  'source-cluster-parameters': many(
    parameters,
    PREPARE,
    "name=value lines for blue's DB cluster parameter group",
    'rds.logical_replication=1'
  ),
  'target-parameters': many(parameters, PREPARE, "name=value lines for green's DB parameter group", 'max_connections=500'),
  'target-cluster-parameters': many(parameters, PREPARE, "name=value lines for green's DB cluster parameter group", 'max_connections=500')
}

const sql = {
  'database-auth': usually(
    'none',
    oneOf('none', 'password', 'secret', 'iam', 'data-api'),
    SQL,
    'How SQL reaches the databases: none, password, secret, iam or data-api',
    'secret'
  ),
  'database-user': optional(names.anyText, SQL, 'Database user, for password and iam', 'upgrade_reader'),
  'database-password': optional(names.anySecret, SQL, 'Password of that user, for password', expression('secrets.DATABASE_PASSWORD')),
  'database-secret-arn': optional(
    names.secretArn,
    SQL,
    'ARN of the Secrets Manager secret, for secret and data-api',
    'arn:aws:secretsmanager:eu-central-1:012345678901:secret:orders-AbCdEf'
  ),
  'database-name': optional(names.anyText, SQL, 'Database to connect to', 'orders'),
  'database-host': optional(names.hostName, SQL, 'Where blue is reached instead of its RDS endpoint (a tunnel)', '127.0.0.1'),
  'database-port': optional(wholeNumber({from: 1, to: 65_535}), SQL, 'Port where blue is reached instead', '15432'),
  'database-green-host': optional(names.hostName, SQL, 'Where green is reached instead of its RDS endpoint (a tunnel)', '127.0.0.1'),
  'database-green-port': optional(wholeNumber({from: 1, to: 65_535}), SQL, 'Port where green is reached instead', '15433'),
  'database-ssl': usually(
    'verify-full',
    oneOf('verify-full', 'require', 'disable'),
    SQL,
    'verify-full, require or disable; also through a tunnel it is the name of the RDS endpoint that is verified',
    'require'
  ),
  analyze: usually('true', flag, VERIFY, 'verify runs ANALYZE on green after a PostgreSQL major upgrade, where SQL access allows', 'false'),
  'copy-roles': usually('false', flag, VERIFY, "verify attaches blue's IAM roles to green", 'true')
}

const github = {
  'role-to-assume': optional(
    names.roleArn,
    ALL,
    "ARN of an IAM role to assume with the job's own OIDC token, renewed for as long as the run lasts",
    'arn:aws:iam::012345678901:role/rds-upgrade'
  ),
  'role-session-name': optional(names.sessionName, ALL, 'Name of the role session', 'orders-upgrade'),
  'role-duration-seconds': optional(
    wholeNumber({from: 900, to: 43_200, unit: 'seconds'}),
    ALL,
    'How long one set of credentials lasts',
    '3600'
  ),
  'github-token': optional(
    names.anySecret,
    ALL,
    'Token for the sticky report comment and for repository_dispatch',
    expression('github.token')
  ),
  'issue-number': optional(
    wholeNumber({from: 1, to: 2_147_483_647}),
    ALL,
    'Issue or pull request that gets the sticky report comment',
    '42'
  ),
  'dispatch-event': optional(
    names.eventType,
    SWITCHOVER,
    'Type of the repository_dispatch event that is sent after a proven switchover',
    'database-switched-over'
  )
}

const inquiries = {
  'iac-plan': many(listOf(names.anyText), DRIFT, 'Paths of Terraform or Pulumi JSON', 'plan.json'),
  'iac-template': many(listOf(names.anyText), DRIFT, 'Paths of CloudFormation or CDK templates, or of a cdk.out', 'cdk.out'),
  'discover-filter': many(
    discoverFilter,
    DISCOVER,
    'Conditions that must all hold, one a line: tag:Key=value, engine=postgres, version<16.4, identifier=prefix*',
    'version<16.4'
  ),
  'discover-limit': usually(
    '256',
    wholeNumber({from: 1, to: 256}),
    DISCOVER,
    'Most databases that discover returns; more do not fit a matrix',
    '20'
  )
}

export const INPUTS = {...which, ...green, ...run, ...switchover, ...cleanup, ...prepare, ...sql, ...github, ...inquiries}

const TABLE = named(INPUTS)

export const INPUT_GROUPS: readonly {readonly title: string; readonly rows: Readonly<Record<string, Row<unknown, unknown>>>}[] = [
  {title: 'Which database', rows: which},
  {title: 'What green is to be', rows: green},
  {title: 'The run', rows: run},
  {title: 'Switchover', rows: switchover},
  {title: 'Cleanup and abort', rows: cleanup},
  {title: 'Prepare', rows: prepare},
  {title: 'SQL and verify', rows: sql},
  {title: 'Credentials and GitHub', rows: github},
  {title: 'Drift and discover', rows: inquiries}
]

export type InputName = keyof typeof INPUTS
type InputValues = Values<typeof INPUTS>

/** Everything a run was asked for, read and checked; keys are the names of the inputs in camel case. */
export interface Inputs extends Omit<InputValues, 'mode' | 'awsRegion'>, Modes {
  /** Resolved: the input, else the ARN's, else the environment's. */
  readonly awsRegion: string
  /** An endpoint other than AWS's own is in use: a simulator, a VPC endpoint. */
  readonly customEndpoint: boolean
}

export type InputsRead =
  | {readonly is: 'read'; readonly inputs: Inputs; readonly secrets: readonly string[]}
  | {readonly is: 'wrong'; readonly problems: readonly Problem[]; readonly secrets: readonly string[]}

/** Looks at nothing but the environment. Every problem is found at once; secrets come back either way, to be masked before a line is said. */
export function readInputs(env: Env, knownChecks: readonly KnownCheck[]): InputsRead {
  const {values, broken, problems, secrets} = readTable(TABLE, env)
  const complain = (input: InputName, because: string): Problem => problemWith(input, INPUTS[input], env, because)
  const isGiven = (input: InputName): boolean => {
    // A name of the table in camel case is a key of its values.
    const value = values[camelOf(input) as keyof InputValues]
    return broken.has(input) || (Array.isArray(value) ? value.length > 0 : value !== undefined)
  }
  const given = {values, env, knownChecks, isGiven, complain}
  const region = regionFor(given)
  const all = [...problems, ...region.problems, ...rulesOverSeveral(given)]
  const {mode, ...rest} = values
  if (all.length > 0 || mode === undefined) return {is: 'wrong', problems: all, secrets}
  return {is: 'read', inputs: {...rest, ...mode, awsRegion: region.name, customEndpoint: hasCustomEndpoint(env)}, secrets}
}

/** `waitTimeoutMinutes` is `wait-timeout-minutes` to people. */
export const inputName = (key: keyof Inputs): string => (key === 'modes' || key === 'upgrade' ? 'mode' : kebabOf(key))
