// What every engine has to keep (section 3.1 of the facts).
import type {Row} from './row.ts'

export const GENERAL: readonly Row[] = [
  {
    row: 'G-01',
    scope: 'all',
    what: 'Only RDS for MySQL, MariaDB and PostgreSQL, Aurora MySQL and Aurora PostgreSQL',
    source: 'UG:Concepts.RDS_Fea_Regions_DB-eng.Feature.BlueGreenDeployments'
  },
  {
    row: 'G-02',
    scope: 'all',
    what: 'The source is a primary instance or an Aurora cluster, never a member or a replica',
    source: 'UG/AUG:blue-green-deployments-creating; the replica part inferred',
    without: {is: 'phase', because: 'the look at the source refuses a member or a replica, and names what to give instead'}
  },
  {
    row: 'G-03',
    scope: 'all',
    what: 'The source and all its databases are available',
    source: 'API:API_CreateBlueGreenDeployment',
    without: {is: 'phase', because: 'create waits until they are, and refuses at once what will not become so'}
  },
  {
    row: 'G-04',
    scope: 'all',
    what: 'The name of a deployment is unique in its account and Region',
    source: 'API:API_CreateBlueGreenDeployment',
    without: {is: 'phase', because: 'create looks for a deployment of its name first: it adopts that one, or refuses'}
  },
  {
    row: 'G-05',
    scope: 'all',
    what: 'One active deployment for a source',
    source: 'our deduction',
    without: {
      is: 'phase',
      because: 'create looks for deployments of the source first: it adopts one that agrees and refuses one that differs'
    }
  },
  {
    row: 'G-06',
    scope: 'all',
    what: 'A master password managed in Secrets Manager is not supported',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'G-07',
    scope: 'all',
    what: 'Blue does not end with a newer engine version than green',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'G-08',
    scope: 'all',
    what: 'Source and deployment are of one account and Region',
    source: 'UG:blue-green-deployments-considerations',
    without: {is: 'phase', because: 'the look at the source refuses an ARN of another account or Region'}
  },
  {
    row: 'G-09',
    scope: 'all',
    what: 'Encryption cannot be taken away; adding it, which the guide rules out, the API allows since September 2026',
    source: 'UG/AUG:blue-green-deployments-considerations, MODEL'
  },
  {
    row: 'G-10',
    scope: 'all',
    what: 'No zero-ETL integration on blue or green during the switchover',
    source: 'UG:blue-green-deployments-considerations, UG:zero-etl'
  },
  {
    row: 'G-11',
    scope: 'all',
    what: 'MySQL family: `event_scheduler` is off in the target group',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'G-12',
    scope: 'all',
    what: 'An RDS Proxy has blue as its target before the creation, and reaches it at the switchover',
    source: 'UG+:rds-proxy-blue-green, UG+:blue-green-deployments-switching'
  },
  {row: 'G-13', scope: 'instances', what: 'No cascading read replicas', source: 'UG:blue-green-deployments-considerations'},
  {
    row: 'G-14',
    scope: 'all',
    what: 'No read replicas in another Region',
    source: 'UG:blue-green-deployments-considerations; the ARNs inferred'
  },
  {
    row: 'G-15',
    scope: 'instances',
    what: 'No Multi-AZ DB cluster (a Multi-AZ instance is fine)',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'G-16',
    scope: 'all',
    what: 'A database that belongs to a CloudFormation stack drifts from its template',
    source: 'UG/AUG:blue-green-deployments-considerations; FIELD'
  },
  {
    row: 'G-17',
    scope: 'instances',
    what: 'A dedicated log volume is on for all instances or for none',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'G-18',
    scope: 'all',
    what: 'Roles attached to blue are not attached to green',
    source: 'UG:blue-green-deployments-considerations, MODEL'
  },
  {
    row: 'G-19',
    scope: 'all',
    what: 'IAM authentication: the policy names the resource ids of blue and of green',
    source: 'UG/AUG:blue-green-deployments-considerations, UG:UsingWithRDS.IAMDBAuth.IAMPolicy'
  },
  {
    row: 'G-20',
    scope: 'all',
    what: "Blue's tags replace green's at the switchover",
    source: 'UG/AUG:blue-green-deployments-considerations, UG:blue-green-deployments-switching'
  },
  {
    row: 'G-21',
    scope: 'all',
    what: 'Green is not promoted by hand',
    source: 'UG:blue-green-deployments-switching',
    without: {is: 'phase', because: 'wait and switchover end at INVALID_CONFIGURATION, with every reason RDS gives'}
  },
  {
    row: 'G-22',
    scope: 'all',
    what: 'A deleted member of green cannot come back, and its blue twin is not switched over',
    source: 'UG:blue-green-deployments-considerations',
    without: {is: 'phase', because: 'MISSING_TARGET is a failure of the member: wait ends at it, and switchover does not begin with it'}
  },
  {
    row: 'G-23',
    scope: 'all',
    what: 'A member of blue is not deleted',
    source: 'API:API_SwitchoverDetail',
    without: {is: 'phase', because: 'MISSING_SOURCE is a failure of the member: wait ends at it, and switchover does not begin with it'}
  },
  {
    row: 'G-24',
    scope: 'all',
    what: 'A database added to green replaces nothing and stays',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'G-25',
    scope: 'all',
    what: 'Databases that are being switched over cannot be modified',
    source: 'UG:blue-green-deployments-switching',
    without: {is: 'rds', because: 'RDS refuses the modification; this action sends none meanwhile'}
  },
  {
    row: 'G-26',
    scope: 'all',
    what: 'Every database of both sides is available at the switchover',
    source: 'UG:blue-green-deployments-switching; FIELD'
  },
  {
    row: 'G-27',
    scope: 'all',
    what: 'Nobody writes to green at the switchover',
    source: 'UG:blue-green-deployments-switching',
    without: {is: 'sql', because: 'only a query shows who writes; RDS asks too, as a guardrail'}
  },
  {
    row: 'G-28',
    scope: 'all',
    what: 'Green stays read-only',
    source: 'UG/AUG:blue-green-deployments-overview, UG/AUG:blue-green-deployments-best-practices',
    without: {is: 'sql', because: 'only a query shows what is in force and who got round it'}
  },
  {
    row: 'G-29',
    scope: 'all',
    what: 'Schema changes on green are such that replication goes on',
    source: 'UG/AUG:blue-green-deployments-best-practices'
  },
  {
    row: 'G-30',
    scope: 'all',
    what: 'No long writes and no long DDL on blue at the switchover',
    source: 'UG:blue-green-deployments-switching',
    without: {is: 'sql', because: 'only a query shows open transactions and running statements; RDS asks too, as a guardrail'}
  },
  {
    row: 'G-31',
    scope: 'all',
    what: 'Green is hardly behind blue: within a limit that follows from the switchover timeout',
    source: 'UG:blue-green-deployments-switching'
  },
  {
    row: 'G-32',
    scope: 'all',
    what: 'The switchover timeout is 30 to 3600 seconds',
    source: 'UG:blue-green-deployments-switching',
    without: {is: 'input', because: 'reading switchover-timeout-seconds refuses anything else'}
  },
  {
    row: 'G-33',
    scope: 'all',
    what: 'Clients keep a DNS answer for 5 seconds at most',
    source: 'UG/AUG:blue-green-deployments-switching',
    without: {is: 'nobody', because: 'the caches are in the clients'}
  },
  {
    row: 'G-34',
    scope: 'all',
    what: 'Many connections slow the switchover down',
    source: 'UG/AUG:blue-green-deployments-switching',
    without: {is: 'nobody', because: 'how many are too many is not published; clients should reconnect in any case'}
  },
  {
    row: 'G-35',
    scope: 'all',
    what: 'DMS tasks cannot be resumed after the switchover',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'after', because: "tasks are not RDS's; they are made again, with a new checkpoint"}
  },
  {row: 'G-36', scope: 'all', what: 'Quotas have room for green', source: 'UG:CHAP_Limits'},
  {
    row: 'G-37',
    scope: 'all',
    what: 'The target version is a valid upgrade target of the version blue runs',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion; for create inferred'
  },
  {
    row: 'G-38',
    scope: 'all',
    what: 'The target parameter groups are of the family of the target version',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process'
  },
  {
    row: 'G-39',
    scope: 'all',
    what: 'The instance class exists for the target version',
    source: 'UG:USER_UpgradeDBInstance.MySQL.Major, MODEL'
  },
  {row: 'G-40', scope: 'all', what: 'The target parameter group is always given', source: 'FIELD: terraform-provider-aws 49132'},
  {
    row: 'G-41',
    scope: 'all',
    what: 'Default parameter groups cannot be edited',
    source: 'UG:parameter-groups-overview',
    without: {is: 'phase', because: 'prepare makes a group of its own instead'}
  },
  {
    row: 'G-42',
    scope: 'all',
    what: 'Deletion protection is off on what is deleted',
    source: 'UG:blue-green-deployments-deleting, UG:USER_DeleteInstance'
  },
  {
    row: 'G-43',
    scope: 'all',
    what: '`DeleteTarget` is not given after the switchover',
    source: 'API:API_DeleteBlueGreenDeployment',
    without: {is: 'phase', because: 'cleanup leaves it out'}
  },
  {
    row: 'G-44',
    scope: 'all',
    what: 'A name of more than 50 characters has no room for the suffix of green',
    source: 'UG:CHAP_Limits; the consequence inferred'
  },
  {row: 'G-45', scope: 'all', what: 'No maintenance and no modification is pending on blue', source: 'our deduction'},
  {
    row: 'G-46',
    scope: 'all',
    what: 'The history of the old data needs old blue, its retained backups or a snapshot',
    source: 'UG+:blue-green-deployments-considerations'
  },
  {
    row: 'G-47',
    scope: 'all',
    what: 'The storage of green has been initialized before the switchover',
    source: 'UG/AUG:blue-green-deployments-best-practices, UG/AUG:blue-green-deployments-switching'
  },
  {
    row: 'G-48',
    scope: 'all',
    what: 'The old AWS JDBC driver for MySQL is not supported',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'nobody', because: 'the driver is in the clients'}
  },
  {
    row: 'G-49',
    scope: 'all',
    what: 'IAM policies with name patterns do not fit generated names',
    source: 'UG:blue-green-deployments-authorizing-access',
    without: {is: 'rds', because: 'policies are not read; RDS answers AccessDenied, and the run names the permission'}
  },
  {
    row: 'G-50',
    scope: 'all',
    what: 'Events may be late, out of order, or missing',
    source: 'UG:working-with-events',
    without: {is: 'phase', because: 'every phase decides by what Describe answers; what a missing event leaves open is waited for, or said'}
  }
]
