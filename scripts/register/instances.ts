// DB instances: storage and class, MySQL and MariaDB, PostgreSQL with physical replication (sections 3.2 to 3.4 of the facts).
import type {Row} from './row.ts'

export const STORAGE: readonly Row[] = [
  {
    row: 'S-01',
    scope: 'instances',
    what: 'Storage shrinks to 1.2 times what is used at least, or not at all',
    source: 'UG:blue-green-deployments-creating'
  },
  {
    row: 'S-02',
    scope: 'instances',
    what: 'Magnetic storage changes its size together with its type only',
    source: 'UG:blue-green-deployments-creating'
  },
  {
    row: 'S-03',
    scope: 'instances',
    what: 'The storage configuration is upgraded only where blue is not on the newest one',
    source: 'UG:blue-green-deployments-creating'
  },
  {
    row: 'S-04',
    scope: 'instances',
    what: 'A class with optimized writes needs the storage configuration upgraded as well',
    source: 'UG:blue-green-deployments-creating, UG:rds-optimized-writes'
  },
  {
    row: 'S-05',
    scope: 'instances',
    what: 'Class, IOPS, throughput and type are of green primary only; replicas get its size',
    source: 'UG:blue-green-deployments-creating'
  },
  {
    row: 'S-06',
    scope: 'instances',
    what: 'While the storage configuration is upgraded, blue keeps what is to be replicated',
    source: 'UG:blue-green-deployments-creating'
  },
  {row: 'S-07', scope: 'instances', what: 'An upgrade can use up the credits of gp2 storage', source: 'UG:blue-green-deployments-creating'},
  {
    row: 'S-08',
    scope: 'instances',
    what: 'Storage initialization does not exist on t3 and t4 classes',
    source: 'UG:blue-green-deployments-creating'
  },
  {
    row: 'S-09',
    scope: 'instances',
    what: 'A change of storage type on a finished green means hours without a switchover',
    source: 'FIELD: terraform-provider-aws 48830'
  },
  {row: 'S-10', scope: 'instances', what: 'Storage values are valid for the class and the storage type', source: 'MODEL, UG:CHAP_Storage'}
]

export const MYSQL: readonly Row[] = [
  {
    row: 'M-01',
    scope: 'instances',
    what: 'MySQL 5.7, 8.0 and 8.4, MariaDB 10.2 and higher',
    source: 'UG:Concepts.RDS_Fea_Regions_DB-eng.Feature.BlueGreenDeployments'
  },
  {
    row: 'M-02',
    scope: 'instances',
    what: 'MySQL 8.0.11 to 8.0.13 were left out once; the guide no longer says so',
    source: "AWS's overview of 2024; absence in UG"
  },
  {row: 'M-03', scope: 'instances', what: 'Automated backups are on', source: 'UG:blue-green-deployments-creating'},
  {
    row: 'M-04',
    scope: 'instances',
    what: 'Blue is no external binlog replica',
    source: 'UG:blue-green-deployments-considerations, UG:blue-green-deployments-switching',
    without: {is: 'sql', because: 'only SHOW REPLICA STATUS shows it; RDS asks too, as a guardrail'}
  },
  {
    row: 'M-05',
    scope: 'instances',
    what: 'A custom option group rules out a major version in the create call',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'M-06',
    scope: 'instances',
    what: 'No member of an active-active cluster (group replication)',
    source: 'UG:mysql-active-active-clusters-considerations-limitations'
  },
  {
    row: 'M-07',
    scope: 'instances',
    what: 'No MyISAM and no other engine without transactions',
    source: 'UG:blue-green-deployments-best-practices',
    without: {is: 'sql', because: 'only a query shows the engines of the tables'}
  },
  {
    row: 'M-08',
    scope: 'instances',
    what: 'GTIDs and parallel, crash-safe replication are better',
    source: 'UG:blue-green-deployments-best-practices'
  },
  {
    row: 'M-09',
    scope: 'instances',
    what: '`innodb_flush_log_at_trx_commit` is 1 on green again before the switchover',
    source: 'UG:blue-green-deployments-best-practices'
  },
  {
    row: 'M-10',
    scope: 'instances',
    what: '`lower_case_table_names` is equal in the groups of blue and green',
    source: 'FIELD: terraform-provider-aws 49132'
  },
  {
    row: 'M-11',
    scope: 'instances',
    what: 'One major version at a time, and its prechecks pass',
    source: 'UG:USER_UpgradeDBInstance.MySQL.Major'
  },
  {
    row: 'M-12',
    scope: 'instances',
    what: 'A major upgrade empties the tables slow_log and general_log',
    source: 'UG:USER_UpgradeDBInstance.MySQL.Major',
    without: {is: 'nobody', because: 'nothing shows whether anybody wants them: save them first'}
  },
  {
    row: 'M-13',
    scope: 'instances',
    what: 'Old blue stays read-only until its parameters allow writes',
    source: 'UG:blue-green-deployments-switching',
    without: {is: 'after', because: 'only who goes back to old blue has to change them'}
  },
  {
    row: 'M-14',
    scope: 'instances',
    what: 'Binlog consumers and external replicas go on from new coordinates',
    source: 'UG:blue-green-deployments-switching',
    without: {is: 'after', because: 'the report has the coordinates, and the statements to go on with'}
  },
  {
    row: 'M-15',
    scope: 'instances',
    what: 'Binlogs are kept long enough for consumers and for a way back',
    source: 'UG:mysql-stored-proc-configuring',
    without: {is: 'sql', because: 'only mysql.rds_show_configuration shows for how long'}
  },
  {
    row: 'M-16',
    scope: 'instances',
    what: 'Tables have a primary key, or replication is slow',
    source: 'our deduction',
    without: {is: 'sql', because: 'only a query shows tables without a primary key'}
  },
  {
    row: 'M-17',
    scope: 'instances',
    what: 'Drivers that follow the switchover may read mysql.rds_topology',
    source: 'FIELD',
    without: {is: 'sql', because: 'only a query shows what is granted'}
  },
  {
    row: 'M-18',
    scope: 'instances',
    what: 'A replication user with caching_sha2_password needs TLS',
    source: 'UG:mysql-stored-proc-replicating',
    without: {is: 'sql', because: 'only a query shows how a user authenticates; it concerns the way back'}
  },
  {
    row: 'M-19',
    scope: 'instances',
    what: 'A `ReplicaLag` of -1 means that replication is not active',
    source: 'UG:USER_ReadRepl.Monitoring'
  }
]

export const PHYSICAL: readonly Row[] = [
  {
    row: 'P-01',
    scope: 'instances',
    what: 'PostgreSQL 11.1 and higher',
    source: 'UG:Concepts.RDS_Fea_Regions_DB-eng.Feature.BlueGreenDeployments'
  },
  {row: 'P-02', scope: 'instances', what: 'Automated backups are on', source: 'UG:blue-green-deployments-creating'},
  {
    row: 'P-03',
    scope: 'instances',
    what: 'Blue is no source and no target of external logical replication',
    source: 'UG:blue-green-deployments-creating, UG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only queries in every database show publications, subscriptions and slots; RDS asks too, as a guardrail'}
  },
  {
    row: 'P-04',
    scope: 'instances',
    what: 'Green is strictly read-only: no schema change, no ANALYZE',
    source: 'UG:blue-green-deployments-considerations',
    without: {is: 'rds', because: 'RDS keeps a physical replica so'}
  },
  {
    row: 'P-05',
    scope: 'instances',
    what: 'A major version is not given to a finished green by hand',
    source: 'UG:blue-green-deployments-considerations',
    without: {is: 'phase', because: 'the version is given in the create call; a green changed since has another fingerprint'}
  },
  {
    row: 'P-06',
    scope: 'instances',
    what: '`recovery_min_apply_delay` is ignored on green, and kept on its replicas',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'P-07',
    scope: 'instances',
    what: '`rds.logical_replication` is not needed',
    source: 'UG:blue-green-deployments-replication-type, UG:blue-green-deployments-creating',
    without: {is: 'lifted', because: 'older guides set it; the checks of logical replication do not apply to a physical one'}
  }
]
