// Aurora clusters: both engines, each of them, global databases (sections 3.6 to 3.9 of the facts).
import type {Row} from './row.ts'

const NOT_SUPPORTED = {is: 'phase', because: 'create, switchover and cleanup refuse a global database; status shows it'} as const

export const AURORA: readonly Row[] = [
  {
    row: 'A-01',
    scope: 'clusters',
    what: 'A cluster in a deployment is not stopped or started',
    source: 'AUG:blue-green-deployments-considerations, AUG:aurora-cluster-stop-start',
    without: {is: 'rds', because: 'RDS refuses it'}
  },
  {row: 'A-02', scope: 'clusters', what: 'No Aurora Serverless v1 (v2 is fine)', source: 'AUG:blue-green-deployments-considerations'},
  {
    row: 'A-03',
    scope: 'clusters',
    what: 'Auto Scaling policies are not copied',
    source: 'AUG:blue-green-deployments-considerations',
    without: {is: 'after', because: "policies are not RDS's; they are registered again"}
  },
  {
    row: 'A-04',
    scope: 'clusters',
    what: 'Custom endpoints have no static and no exclusion list',
    source: 'AUG:blue-green-deployments-best-practices'
  },
  {
    row: 'A-05',
    scope: 'clusters',
    what: 'Class and storage are not given',
    source: 'API:API_CreateBlueGreenDeployment',
    without: {is: 'input', because: 'reading the inputs refuses them beside the ARN of a cluster, create beside its plain name'}
  },
  {
    row: 'A-06',
    scope: 'clusters',
    what: 'Old blue is read-only until the deployment is deleted, and may take writes from then on',
    source: 'AUG:blue-green-deployments-switching, ...-deleting'
  },
  {
    row: 'A-07',
    scope: 'clusters',
    what: 'Green is a clone: when old blue goes, its volume grows to full size',
    source: 'AUG:blue-green-deployments-considerations',
    without: {is: 'after', because: 'it belongs to the costs of cleanup; nothing is to be mended'}
  },
  {
    row: 'A-08',
    scope: 'clusters',
    what: 'A database activity stream is begun anew after the switchover',
    source: 'AUG:blue-green-deployments-considerations'
  },
  {row: 'A-09', scope: 'clusters', what: 'No Aurora Limitless', source: 'AUG:limitless-reqs-limits'},
  {
    row: 'A-10',
    scope: 'clusters',
    what: 'The Data API of a renamed cluster is turned off and on again',
    source: 'AUG:data-api.troubleshooting; for a switchover inferred'
  },
  {row: 'A-11', scope: 'clusters', what: 'No replica of a cluster in another Region', source: 'AUG:blue-green-deployments-considerations'},
  {
    row: 'A-12',
    scope: 'clusters',
    what: 'No cluster of the express configuration',
    source: 'AUG:CHAP_GettingStartedAurora.AuroraPostgreSQL.ExpressConfig'
  },
  {
    row: 'A-13',
    scope: 'clusters',
    what: 'Before Aurora MySQL 3.07, PostgreSQL 16.6, 15.10, 14.15, 13.18, 12.22 `SERVER_ID` is stale afterwards',
    source: 'RN'
  },
  {
    row: 'A-14',
    scope: 'clusters',
    what: 'The cluster group of readers need not be in sync, that of the writer must',
    source: 'AUG:blue-green-deployments-creating'
  }
]

export const AURORA_MYSQL: readonly Row[] = [
  {
    row: 'AM-01',
    scope: 'clusters',
    what: 'Every version of Aurora MySQL takes part',
    source: 'AUG:Concepts.Aurora_Fea_Regions_DB-eng.Feature.BlueGreenDeployments',
    without: {is: 'nothing', because: 'no version is left out'}
  },
  {row: 'AM-02', scope: 'clusters', what: 'A custom cluster group has `binlog_format` on', source: 'AUG:blue-green-deployments-creating'},
  {row: 'AM-03', scope: 'clusters', what: 'The writer is in sync with the cluster group', source: 'AUG:blue-green-deployments-creating'},
  {
    row: 'AM-04',
    scope: 'clusters',
    what: 'No database is called tmp: it would not be copied',
    source: 'AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only a query shows the databases'}
  },
  {
    row: 'AM-05',
    scope: 'clusters',
    what: 'Blue is no external binlog replica',
    source: 'AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'an AuroraBinlogReplicaLag of 0, or none, proves nothing; RDS asks too, as a guardrail'}
  },
  {row: 'AM-06', scope: 'clusters', what: 'Green has no backtrack', source: 'AUG:blue-green-deployments-considerations'},
  {
    row: 'AM-07',
    scope: 'clusters',
    what: 'A forced backtrack of blue breaks the deployment',
    source: 'AUG:blue-green-deployments-considerations',
    without: {is: 'phase', because: 'wait and switchover end at INVALID_CONFIGURATION, with every reason RDS gives'}
  },
  {
    row: 'AM-08',
    scope: 'clusters',
    what: 'Binlogs are kept long enough',
    source: 'AUG:blue-green-deployments-creating, AUG:mysql-stored-proc-configuring',
    without: {is: 'sql', because: 'only mysql.rds_show_configuration shows for how long'}
  },
  {
    row: 'AM-09',
    scope: 'clusters',
    what: 'The binlog costs writes',
    source: 'AUG:blue-green-deployments-creating',
    without: {is: 'nobody', because: 'how many are too many nobody says'}
  },
  {
    row: 'AM-10',
    scope: 'clusters',
    what: 'What helped green to catch up, as its binlog switched off, is taken back before the switchover',
    source: 'AUG:blue-green-deployments-best-practices'
  },
  {
    row: 'AM-11',
    scope: 'clusters',
    what: 'Version 3: users with CONNECTION_ADMIN can write to green',
    source: 'AUG:blue-green-deployments-overview',
    without: {is: 'sql', because: 'only a query shows what is granted'}
  },
  {
    row: 'AM-12',
    scope: 'clusters',
    what: '`event_scheduler` is off in the target cluster group',
    source: 'AUG:blue-green-deployments-considerations'
  },
  {
    row: 'AM-13',
    scope: 'clusters',
    what: 'The prechecks from version 2 to 3 pass',
    source: 'AUG:AuroraMySQL.upgrade-prechecks',
    without: {is: 'sql', because: 'only queries show what they will object to; their log is shown when they did'}
  },
  {
    row: 'AM-14',
    scope: 'clusters',
    what: 'In spring 2025 the console demanded GTIDs',
    source: 'FIELD',
    without: {is: 'nothing', because: 'it was a defect, and was mended'}
  }
]

export const AURORA_POSTGRESQL: readonly Row[] = [
  {
    row: 'AP-01',
    scope: 'clusters',
    what: '17.4, 16.1, 15.4, 14.9, 13.12, 12.16, 11.21 and later',
    source: 'AUG:Concepts.Aurora_Fea_Regions_DB-eng.Feature.BlueGreenDeployments'
  },
  {
    row: 'AP-02',
    scope: 'clusters',
    what: 'Replication is logical, also for a minor version',
    source: 'AUG:blue-green-deployments-creating',
    without: {is: 'nothing', because: 'it decides that the rows of logical replication apply'}
  },
  {row: 'AP-03', scope: 'clusters', what: '`synchronous_commit` is on', source: 'AUG:blue-green-deployments-creating'},
  {
    row: 'AP-04',
    scope: 'clusters',
    what: 'Babelfish from 15.7 of the 15s, and from 16.3',
    source: 'AUG:blue-green-deployments-considerations'
  },
  {
    row: 'AP-05',
    scope: 'clusters',
    what: "Babelfish's parameters are equal in both groups",
    source: 'AUG:blue-green-deployments-best-practices'
  },
  {
    row: 'AP-06',
    scope: 'clusters',
    what: 'Query plans of replicas are captured through the cluster endpoint',
    source: 'AUG:blue-green-deployments-considerations',
    without: {is: 'after', because: 'the address is in the configuration of the application'}
  },
  {row: 'AP-07', scope: 'clusters', what: 'From 17.7, 16.11, 15.15, 14.20, 13.23 the switchover is shorter', source: 'RN'},
  {
    row: 'AP-08',
    scope: 'clusters',
    what: 'No database of the preview environment',
    source: 'AUG:working-with-the-apg-database-preview-environment'
  },
  {
    row: 'AP-09',
    scope: 'clusters',
    what: 'The write-through cache of logical replication is sized for the load',
    source: 'AUG:blue-green-deployments-best-practices'
  }
]

export const GLOBAL: readonly Row[] = [
  {
    row: 'AG-01',
    scope: 'clusters',
    what: 'Every operation is called in the Region of the writer',
    source: 'AUG:blue-green-deployments-considerations',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-02',
    scope: 'clusters',
    what: 'A global switchover or failover invalidates the deployment',
    source: 'AUG:blue-green-deployments-considerations',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-03',
    scope: 'clusters',
    what: 'So does a change of the topology',
    source: 'AUG:blue-green-deployments-considerations',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-04',
    scope: 'clusters',
    what: 'Groups of the same names are in every Region, or default ones are taken there',
    source: 'AUG:blue-green-deployments-considerations',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-05',
    scope: 'clusters',
    what: 'Global write forwarding is off on green and on old blue',
    source: 'AUG:blue-green-deployments-considerations',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-06',
    scope: 'clusters',
    what: 'Automated snapshots of old blue are not copied',
    source: 'AUG:blue-green-deployments-considerations',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-07',
    scope: 'clusters',
    what: 'A global failover is allowed during the switchover, a global switchover is not',
    source: 'AUG:aurora-global-database-bluegreen',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-08',
    scope: 'clusters',
    what: 'No RDS Proxy on any member during the switchover',
    source: 'AUG:blue-green-deployments-considerations',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-09',
    scope: 'clusters',
    what: 'A managed master password is not supported anyway',
    source: 'AUG:rds-secrets-manager',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-10',
    scope: 'clusters',
    what: 'More Regions take longer, and their lag has to be 0',
    source: 'AUG:blue-green-deployments-best-practices',
    without: NOT_SUPPORTED
  },
  {
    row: 'AG-11',
    scope: 'clusters',
    what: 'Plugins of drivers that follow a switchover do not know global databases',
    source: 'FIELD',
    without: NOT_SUPPORTED
  }
]
