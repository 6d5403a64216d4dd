// PostgreSQL with logical replication: instances at a major upgrade, Aurora clusters always (section 3.5 of the facts).
import type {Row} from './row.ts'

export const LOGICAL: readonly Row[] = [
  {
    row: 'L-01',
    scope: 'instances',
    what: 'A major upgrade begins at 16.1, 15.4, 14.9, 13.12, 12.16 or 11.21 at least',
    source: 'UG:blue-green-deployments-replication-type'
  },
  {row: 'L-02', scope: 'all', what: 'A custom group has `rds.logical_replication` on', source: 'UG:blue-green-deployments-creating'},
  {
    row: 'L-03',
    scope: 'all',
    what: 'The group is in sync; for a cluster, the cluster group of its writer',
    source: 'UG/AUG:blue-green-deployments-creating'
  },
  {
    row: 'L-04',
    scope: 'all',
    what: 'Slots, senders and workers are enough for the number of databases',
    source: 'UG:blue-green-deployments-creating; text FIELD'
  },
  {
    row: 'L-05',
    scope: 'all',
    what: 'Every table has a primary key, or REPLICA IDENTITY FULL',
    source: 'UG/AUG:blue-green-deployments-creating, UG/AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only a query shows tables without a primary key'}
  },
  {
    row: 'L-06',
    scope: 'all',
    what: 'Blue is no publisher and no subscriber of its own',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only queries in every database show publications and subscriptions; RDS asks too, as a guardrail'}
  },
  {
    row: 'L-07',
    scope: 'all',
    what: 'DDL on blue degrades replication, and the switchover is refused',
    source: 'UG/AUG:blue-green-deployments-considerations'
  },
  {
    row: 'L-08',
    scope: 'all',
    what: 'Before 17.3, 16.7, 15.11, 14.16, 13.19 (Aurora: one minor later) temporary objects degrade replication',
    source: 'RN'
  },
  {
    row: 'L-09',
    scope: 'all',
    what: 'GRANT and REVOKE are not replicated',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'after', because: 'what was granted meanwhile nothing tells; it is granted once more'}
  },
  {
    row: 'L-10',
    scope: 'all',
    what: 'Sequences are synchronized at the switchover: thousands lengthen it',
    source: 'UG/AUG:blue-green-deployments-considerations, UG:PostgreSQL.HighObjectCount',
    without: {is: 'sql', because: 'only a query counts sequences'}
  },
  {
    row: 'L-11',
    scope: 'all',
    what: 'Large objects are not replicated, and new ones degrade replication',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only a query counts large objects'}
  },
  {
    row: 'L-12',
    scope: 'instances',
    what: 'Materialized views of green are not refreshed',
    source: 'UG:blue-green-deployments-considerations',
    without: {is: 'after', because: 'they are refreshed after the switchover'}
  },
  {
    row: 'L-13',
    scope: 'all',
    what: 'Refreshing a materialized view on blue breaks the replication of older minor versions',
    source: 'AUG:blue-green-deployments-considerations, RN'
  },
  {
    row: 'L-14',
    scope: 'all',
    what: 'No partition is added meanwhile',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only queries show partitioned tables, and the jobs that add to them'}
  },
  {
    row: 'L-15',
    scope: 'all',
    what: '`pg_partman` is disabled on blue at the creation',
    source: 'UG/AUG:blue-green-deployments-considerations'
  },
  {
    row: 'L-16',
    scope: 'all',
    what: '`pg_cron` stays disabled on green until the switchover',
    source: 'UG/AUG:blue-green-deployments-considerations'
  },
  {
    row: 'L-17',
    scope: 'all',
    what: '`pglogical` and `pgactive` are disabled on blue at the creation',
    source: 'UG/AUG:blue-green-deployments-considerations'
  },
  {
    row: 'L-18',
    scope: 'all',
    what: 'pgAudit stays in `shared_preload_libraries` of both groups',
    source: 'UG/AUG:blue-green-deployments-considerations'
  },
  {
    row: 'L-19',
    scope: 'clusters',
    what: '`apg_plan_mgmt.capture_plan_baselines` is off on green',
    source: 'AUG:blue-green-deployments-considerations'
  },
  {
    row: 'L-20',
    scope: 'all',
    what: 'Unlogged tables are not replicated, unless Aurora is told to',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only a query shows unlogged tables'}
  },
  {
    row: 'L-21',
    scope: 'all',
    what: 'Foreign servers that point to blue do so by its endpoint name',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only a query shows foreign servers, and on whichever database points to blue'}
  },
  {
    row: 'L-22',
    scope: 'all',
    what: 'Every database has a slot, and costs blue for it',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'sql', because: 'only a query counts the databases'}
  },
  {
    row: 'L-23',
    scope: 'all',
    what: 'Changes are applied to green by one thread',
    source: 'UG/AUG:blue-green-deployments-considerations',
    without: {is: 'nobody', because: 'how much is too much for it nobody says; the lag gate shows what comes of it'}
  },
  {
    row: 'L-24',
    scope: 'instances',
    what: 'Delayed replication rules out a major upgrade',
    source: 'UG:blue-green-deployments-considerations'
  },
  {
    row: 'L-25',
    scope: 'all',
    what: 'No trigger that changes data fires on a replica',
    source: 'UG/AUG:blue-green-deployments-best-practices',
    without: {is: 'sql', because: 'only a query shows triggers'}
  },
  {
    row: 'L-26',
    scope: 'all',
    what: 'No trigger touches publications, subscriptions and slots that begin with rds',
    source: 'UG/AUG:blue-green-deployments-best-practices',
    without: {is: 'sql', because: 'only a query shows triggers and event triggers'}
  },
  {
    row: 'L-27',
    scope: 'all',
    what: 'Extensions are at their newest version before the creation',
    source: 'UG/AUG:blue-green-deployments-best-practices',
    without: {is: 'sql', because: 'only a query shows the extensions of a database'}
  },
  {row: 'L-28', scope: 'all', what: '`aws_s3` needs its role on green', source: 'UG/AUG:blue-green-deployments-best-practices'},
  {row: 'L-29', scope: 'instances', what: 'Blue has storage for a day of WAL at its peak', source: 'UG:blue-green-deployments-creating'},
  {
    row: 'L-30',
    scope: 'all',
    what: '`wal_sender_timeout` of blue and `wal_receiver_timeout` of green are 0 where replication restarts',
    source: 'UG/AUG:blue-green-deployments-best-practices'
  },
  {
    row: 'L-31',
    scope: 'instances',
    what: '`wal_keep_segments` (to 13) or `wal_keep_size` (from 14) keeps WAL, if space allows',
    source: 'UG:blue-green-deployments-best-practices'
  },
  {
    row: 'L-32',
    scope: 'all',
    what: '`logical_decoding_work_mem` is as large as memory allows',
    source: 'UG/AUG:blue-green-deployments-best-practices'
  },
  {
    row: 'L-33',
    scope: 'all',
    what: 'No role and no session overrides `default_transaction_read_only`',
    source: 'UG/AUG:blue-green-deployments-switching',
    without: {is: 'sql', because: 'only a query shows what roles and databases set'}
  },
  {
    row: 'L-34',
    scope: 'all',
    what: 'Statistics are not carried over by a major upgrade',
    source: 'UG/AUG:blue-green-deployments-switching, UG/AUG:blue-green-deployments-best-practices',
    without: {is: 'after', because: 'ANALYZE, on green before the switchover where it can be written to, or after it'}
  },
  {
    row: 'L-35',
    scope: 'all',
    what: 'Long transactions make green fall behind',
    source: 'UG/AUG:blue-green-deployments-best-practices',
    without: {is: 'sql', because: 'only a query shows open transactions'}
  },
  {
    row: 'L-36',
    scope: 'all',
    what: 'Busy tables are frozen by VACUUM before the creation',
    source: 'UG/AUG:blue-green-deployments-best-practices',
    without: {is: 'sql', because: 'only a query shows the age of tables'}
  },
  {
    row: 'L-37',
    scope: 'all',
    what: 'Prepared transactions fail a major upgrade',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process',
    without: {is: 'sql', because: 'only a query shows prepared transactions'}
  },
  {
    row: 'L-38',
    scope: 'all',
    what: 'Columns of most reg types fail a major upgrade',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process',
    without: {is: 'sql', because: 'only a query shows the types of columns'}
  },
  {
    row: 'L-39',
    scope: 'all',
    what: 'Invalid databases fail a major upgrade',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process',
    without: {is: 'sql', because: 'only a query shows invalid databases'}
  },
  {
    row: 'L-40',
    scope: 'all',
    what: 'Logical slots fail a major upgrade',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process',
    without: {is: 'sql', because: 'only a query shows slots'}
  },
  {
    row: 'L-41',
    scope: 'all',
    what: 'Columns of type unknown fail the upgrade from 9.6 to 10',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process',
    without: {is: 'nothing', because: 'no version that takes part is as old'}
  },
  {
    row: 'L-42',
    scope: 'instances',
    what: 'Some extensions go before a major upgrade: plrust, postgis_topology, rdkit, tsearch2, chkpass, pgRouting',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process',
    without: {is: 'sql', because: 'only a query shows the extensions of a database'}
  },
  {
    row: 'L-43',
    scope: 'clusters',
    what: 'template0 and template1 are there, as templates',
    source: 'AUG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion',
    without: {is: 'sql', because: 'only a query shows the template databases'}
  },
  {
    row: 'L-44',
    scope: 'all',
    what: 'Millions of large objects may need more memory than a major upgrade has',
    source: 'UG:USER_UpgradeDBInstance.PostgreSQL.MajorVersion.Process',
    without: {is: 'sql', because: 'only a query counts large objects'}
  },
  {
    row: 'L-45',
    scope: 'all',
    what: 'Slots of others on blue make the build fail late',
    source: 'FIELD',
    without: {is: 'sql', because: 'only a query shows slots'}
  }
]
