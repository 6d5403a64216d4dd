/** Reports as the engine makes them, for tests and for `npm run preview`. */
import type {Outcome} from '../../src/domain/outcome.ts'
import type {InputProblem} from '../../src/reporting/bad-input.ts'
import {badInput} from '../../src/reporting/bad-input.ts'
import type {CheckReport, Report} from '../../src/reporting/report.ts'
import {bareReport} from '../../src/reporting/report.ts'

const ACCOUNT = '111122223333'
const arn = (resource: string): string => `arn:aws:rds:eu-central-1:${ACCOUNT}:${resource}`
const MINUTE = 60_000

const outcome = (fields: Partial<Outcome> & Pick<Outcome, 'is' | 'phase' | 'reason' | 'because'>): Outcome => ({
  remedy: '',
  details: [],
  ...fields
})

export const emptyReport: Report = {
  ...bareReport(outcome({is: 'completed', phase: 'status', reason: 'status_read', because: ''}), {
    startedAt: new Date('2026-11-20T01:12:30Z'),
    took: 1000,
    run: {url: 'https://github.com/acme/shop/actions/runs/19548211001', id: '19548211001.1'}
  }),
  region: 'eu-central-1'
}

const check = (fields: Partial<CheckReport> & Pick<CheckReport, 'id' | 'title'>): CheckReport => ({
  severity: 'blocking',
  verdict: 'met',
  observed: '',
  expected: '',
  remedy: '',
  phase: 'create',
  ...fields
})

const metChecks: readonly CheckReport[] = [
  check({id: 'source-available', title: 'The source is available', severity: 'proof', observed: 'available'}),
  check({id: 'backups-on', title: 'Automated backups are on', observed: '7 days'}),
  check({id: 'password-not-managed-by-rds', title: 'The master password is not managed by RDS', observed: 'own password'}),
  check({id: 'target-version-valid', title: 'RDS offers the upgrade to the target version', observed: '8.4.6 from 8.0.42'}),
  check({
    id: 'pending-maintenance',
    title: 'No maintenance is pending',
    verdict: 'unknown',
    observed: 'rds:DescribePendingMaintenanceActions is not allowed'
  }),
  check({
    id: 'iam-roles',
    title: 'No IAM role has to be attached again',
    severity: 'advice',
    verdict: 'not_met',
    observed: '1 role: s3-export',
    remedy: 'Attach it to green before the switchover, or set copy-roles: true.'
  })
]

const mysqlBefore = {
  'source-kind': 'instance',
  'source-identifier': 'orders',
  engine: 'mysql',
  'engine-version': '8.0.42',
  'engine-version-before': '8.0.42',
  'resource-id': 'db-BLUEORDERS7Q2XJ4KMZW6',
  'resource-id-before': 'db-BLUEORDERS7Q2XJ4KMZW6',
  'deployment-id': 'bgd-4k2n8xq1vd7m0c3z',
  'deployment-name': 'orders-to-8-4-6-1f3a',
  checks: ''
}

/** An upgrade of a primary with one read replica that ended well. */
export const completedUpgrade: Report = {
  ...emptyReport,
  outcome: outcome({
    is: 'completed',
    phase: 'switchover',
    reason: 'switchover_completed',
    because:
      'Every production name carries another resource id than before and runs 8.4.6; the deployment and both members say SWITCHOVER_COMPLETED.'
  }),
  phases: [
    ['plan', 4100, 'Nothing stands in the way of the upgrade.'],
    ['create', 6300, 'RDS is building green for orders as deployment bgd-4k2n8xq1vd7m0c3z.'],
    ['wait', 47 * MINUTE + 12_000, 'Green and all members are ready, seen twice.'],
    ['switchover', 71_000, 'Every production name carries another resource id than before and runs 8.4.6.']
  ].map(([phase, took, because]) => ({
    phase: phase as 'plan',
    outcome: outcome({is: 'completed', phase: phase as 'plan', reason: 'plan_passed', because: String(because)}),
    took: Number(took),
    planned: []
  })),
  leftOut: [{phase: 'verify', because: 'this version has no verify phase'}],
  outputs: {
    outcome: 'completed',
    reason: 'switchover_completed',
    changed: 'true',
    ...mysqlBefore,
    status: 'SWITCHOVER_COMPLETED',
    'old-identifier': 'orders-old1',
    'engine-version': '8.4.6',
    'resource-id': 'db-GREENORDERS5T9YB3HNQ8',
    'switchover-seconds': '41',
    'next-mode': 'cleanup'
  },
  members: [
    {
      source: 'orders-old1',
      target: 'orders',
      status: 'SWITCHOVER_COMPLETED',
      sourceDatabaseStatus: 'available',
      targetDatabaseStatus: 'available'
    },
    {
      source: 'orders-replica-old1',
      target: 'orders-replica',
      status: 'SWITCHOVER_COMPLETED',
      sourceDatabaseStatus: 'available',
      targetDatabaseStatus: 'available'
    }
  ],
  checks: metChecks,
  writes: [
    {phase: 'create', operation: 'CreateBlueGreenDeployment', on: 'orders', answer: 'accepted', at: 6200},
    {phase: 'switchover', operation: 'AddTagsToResource', on: 'bgd-4k2n8xq1vd7m0c3z', answer: 'accepted', at: 47 * MINUTE + 40_000},
    {
      phase: 'switchover',
      operation: 'SwitchoverBlueGreenDeployment',
      on: 'bgd-4k2n8xq1vd7m0c3z',
      answer: 'accepted',
      at: 47 * MINUTE + 42_000
    },
    {phase: 'switchover', operation: 'AddTagsToResource', on: 'orders-old1', answer: 'accepted', at: 48 * MINUTE + 31_000},
    {phase: 'switchover', operation: 'AddTagsToResource', on: 'orders-replica-old1', answer: 'accepted', at: 48 * MINUTE + 32_000}
  ],
  warnings: ['Pending maintenance was not looked at: rds:DescribePendingMaintenanceActions is not allowed.'],
  advice: [
    {what: 'IAM policies that name a resource id (rds-db:connect) must name db-GREENORDERS5T9YB3HNQ8 now.', verdict: 'to_do'},
    {
      what: 'Point-in-time recovery of orders begins when green was created; restore older times by the resource id of old blue.',
      verdict: 'cannot_tell'
    },
    {what: 'Attach the IAM role s3-export to orders again.', verdict: 'to_do'},
    {what: 'Switch event_scheduler on again if you had switched it off.', verdict: 'done'}
  ],
  binlog: [{database: 'orders-green-7jtrw5', file: 'mysql-bin-changelog.000003', position: '40134574'}],
  arns: {
    deployment: arn('deployment:bgd-4k2n8xq1vd7m0c3z'),
    source: arn('db:orders-old1'),
    target: arn('db:orders'),
    old: arn('db:orders-old1')
  },
  oldDatabases: [
    {name: 'orders-old1', resourceId: 'db-BLUEORDERS7Q2XJ4KMZW6', status: 'available'},
    {name: 'orders-replica-old1', resourceId: 'db-BLUEREPLICA2M5K8WQ4J', status: 'available'}
  ],
  took: 48 * MINUTE + 34_000
}

/** RDS gave green up after half an hour. */
export const failedProvisioning: Report = {
  ...emptyReport,
  outcome: outcome({
    is: 'failed',
    phase: 'wait',
    reason: 'provisioning_failed',
    because: 'Deployment bgd-4k2n8xq1vd7m0c3z is INVALID_CONFIGURATION: RDS could not build green. Blue was not touched.',
    remedy: 'Correct what RDS names below, then run mode: abort and create again; RDS cannot repair this deployment.',
    details: [
      'Status details: Creation of blue/green deployment failed due to incompatible parameter settings. See https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/blue-green-deployments-creating.html to help resolve the issues, then delete and recreate the blue/green deployment.',
      '2026-11-20 01:44:02 RDS-EVENT-0245 Creation of blue/green deployment failed. Creating the green DB instance failed.',
      'PrePatchCompatibility.log of orders-green-7jtrw5: 1) Usage of removed system variables: Error: sql_mode NO_AUTO_CREATE_USER',
      'PrePatchCompatibility.log of orders-green-7jtrw5: 2) Foreign keys with a unique index on part of the columns: shop.order_lines'
    ]
  }),
  phases: [
    {
      phase: 'create',
      outcome: outcome({is: 'completed', phase: 'create', reason: 'deployment_created', because: 'RDS is building green for orders.'}),
      took: 6300,
      planned: []
    },
    {
      phase: 'wait',
      outcome: outcome({is: 'failed', phase: 'wait', reason: 'provisioning_failed', because: 'RDS could not build green.'}),
      took: 31 * MINUTE,
      planned: []
    }
  ],
  leftOut: [{phase: 'switchover', because: 'wait failed'}],
  outputs: {...mysqlBefore, changed: 'true', status: 'INVALID_CONFIGURATION', 'next-mode': 'wait'},
  members: [
    {
      source: 'orders',
      target: 'orders-green-7jtrw5',
      status: 'PROVISIONING',
      sourceDatabaseStatus: 'available',
      targetDatabaseStatus: 'upgrade_failed'
    },
    {source: 'orders-replica', target: '', status: 'PROVISIONING', sourceDatabaseStatus: 'available', targetDatabaseStatus: ''}
  ],
  checks: metChecks,
  writes: [{phase: 'create', operation: 'CreateBlueGreenDeployment', on: 'orders', answer: 'accepted', at: 6200}],
  arns: {deployment: arn('deployment:bgd-4k2n8xq1vd7m0c3z'), source: arn('db:orders'), target: arn('db:orders-green-7jtrw5'), old: ''},
  took: 31 * MINUTE + 8000
}

/** Somebody still uses old blue, so nothing is deleted. */
export const blockedCleanup: Report = {
  ...completedUpgrade,
  outcome: outcome({
    is: 'blocked',
    phase: 'cleanup',
    reason: 'old_blue_in_use',
    because: 'orders-old1 had up to 3 connections within the last 60 minutes. Nothing was deleted.',
    remedy:
      'Find out who still connects to orders-old1 and move them to orders, then run cleanup again. old-idle-minutes: 0 skips this proof.',
    details: [
      'DatabaseConnections of orders-old1: maximum 3, last seen above zero at 2026-11-21 03:58 UTC',
      'DatabaseConnections of orders-replica-old1: 0'
    ]
  }),
  phases: [
    {
      phase: 'cleanup',
      outcome: outcome({is: 'blocked', phase: 'cleanup', reason: 'old_blue_in_use', because: 'orders-old1 is in use.'}),
      took: 5200,
      planned: []
    }
  ],
  leftOut: [],
  outputs: {...completedUpgrade.outputs, outcome: 'blocked', changed: 'false', 'switchover-seconds': ''},
  checks: [
    check({
      id: 'old-blue-idle',
      title: 'Nobody is connected to old blue',
      severity: 'proof',
      verdict: 'not_met',
      observed: 'orders-old1: up to 3 connections in 60 minutes',
      expected: 'no connection for 60 minutes',
      remedy: 'Move the clients of orders-old1 to orders.',
      phase: 'cleanup'
    }),
    check({id: 'old-blue-age', title: 'The switchover is old enough', severity: 'proof', observed: '26.4 hours', phase: 'cleanup'}),
    check({
      id: 'deletion-protection-off',
      title: 'Deletion protection of old blue is off',
      severity: 'proof',
      verdict: 'unknown',
      observed: 'rds:DescribeDBInstances was denied for orders-replica-old1',
      expected: 'off',
      remedy: 'Allow rds:DescribeDBInstances.',
      phase: 'cleanup'
    })
  ],
  writes: [],
  warnings: [],
  advice: [],
  binlog: [],
  took: 5900
}

/** `dry-run` over a whole upgrade. */
export const dryRun: Report = {
  ...emptyReport,
  outcome: outcome({
    is: 'planned',
    phase: 'switchover',
    reason: 'plan_passed',
    because: 'Nothing stands in the way of upgrading orders from 8.0.42 to 8.4.6.'
  }),
  phases: [
    {
      phase: 'create',
      outcome: outcome({is: 'planned', phase: 'create', reason: 'plan_passed', because: 'No deployment exists yet.'}),
      took: 900,
      planned: [
        {
          phase: 'create',
          intent: 'Build green for orders at 8.4.6 with parameter group orders-84',
          operation: 'CreateBlueGreenDeployment',
          input: {
            BlueGreenDeploymentName: 'orders-to-8-4-6-1f3a',
            Source: arn('db:orders'),
            TargetEngineVersion: '8.4.6',
            TargetDBParameterGroupName: 'orders-84',
            Tags: [{Key: 'rds-blue-green/v1/before-version', Value: '8.0.42'}]
          }
        }
      ]
    },
    {
      phase: 'wait',
      outcome: outcome({is: 'planned', phase: 'wait', reason: 'plan_passed', because: 'Green does not exist yet.'}),
      took: 0,
      planned: [{phase: 'wait', intent: 'Wait until green and all members are ready, seen twice', operation: undefined, input: undefined}]
    },
    {
      phase: 'switchover',
      outcome: outcome({is: 'planned', phase: 'switchover', reason: 'plan_passed', because: 'Green does not exist yet.'}),
      took: 0,
      planned: [
        {
          phase: 'switchover',
          intent: 'Make green production, within 300 seconds or not at all',
          operation: 'SwitchoverBlueGreenDeployment',
          input: {BlueGreenDeploymentIdentifier: '(known after create)', SwitchoverTimeout: 300}
        }
      ]
    }
  ],
  outputs: {...mysqlBefore, changed: 'false', 'deployment-id': '', status: '', 'next-mode': 'create'},
  checks: metChecks,
  arns: {deployment: '', source: arn('db:orders'), target: '', old: ''},
  took: 3100
}

export const problems: readonly InputProblem[] = [
  {input: 'target-iops', value: '"12k"', because: 'this is not a number', allowed: 'a whole number, 1000 or more', example: '12000'},
  {
    input: 'switchover-window',
    value: '"Sunday night"',
    because: 'this is not allowed',
    allowed: 'days, from-to and a time zone',
    example: 'Sun 02:00-04:00 Europe/Berlin'
  },
  {
    input: 'approved-fingerprint',
    value: '',
    because: 'it is given and empty, which is what a lost output looks like; leave it out or give a value',
    allowed: 'none, or the fingerprint of an earlier run',
    example: 'none'
  },
  {input: '"dryrun"', value: '', because: 'there is no such input; is dry-run meant?', allowed: '', example: ''}
]

export const invalidInput: Report = {
  ...emptyReport,
  outcome: badInput(problems),
  problems,
  outputs: {changed: 'false'},
  took: 41,
  region: ''
}

/** Six hours were not enough. */
export const timedOut: Report = {
  ...failedProvisioning,
  outcome: outcome({
    is: 'timed_out',
    phase: 'wait',
    reason: 'wait_timed_out',
    because: 'Green is not ready after 330 minutes: orders-green-7jtrw5 is storage-initialization, 62%. RDS goes on without us.',
    remedy: 'Run the lines below later; they take up this deployment where it is then.'
  }),
  outputs: {...failedProvisioning.outputs, status: 'AVAILABLE', 'next-mode': 'wait'},
  phases: failedProvisioning.phases.map(phase =>
    phase.phase === 'wait'
      ? {
          ...phase,
          outcome: {...phase.outcome, is: 'timed_out', reason: 'wait_timed_out', because: 'The wait timeout is over.'},
          took: 329 * MINUTE
        }
      : phase
  ),
  members: [
    {
      source: 'orders',
      target: 'orders-green-7jtrw5',
      status: 'AVAILABLE',
      sourceDatabaseStatus: 'available',
      targetDatabaseStatus: 'storage-initialization'
    }
  ],
  leftOut: [],
  took: 330 * MINUTE
}

export const samples: Readonly<Record<string, Report>> = {
  'completed-upgrade': completedUpgrade,
  'failed-provisioning': failedProvisioning,
  'blocked-cleanup': blockedCleanup,
  'dry-run': dryRun,
  'invalid-input': invalidInput,
  'timed-out': timedOut
}
