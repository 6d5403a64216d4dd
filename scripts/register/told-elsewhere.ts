// Other sections of the facts that checks come from; and what others list: AWS's overview of 2024, a course, users of other tools, most of it rows of the facts under another name.
import type {Row} from './row.ts'

export const ELSEWHERE: readonly Row[] = [
  {
    row: '1.2',
    scope: 'all',
    what: 'A deployment lists every database of blue together with its green',
    source: 'API:API_SwitchoverDetail, API:API_CreateBlueGreenDeployment, CLI'
  },
  {
    row: '2.1',
    scope: 'all',
    what: 'The target parameter groups are there',
    source: 'API:API_CreateBlueGreenDeployment, MODEL; late failures FIELD'
  },
  {
    row: '6.2',
    scope: 'all',
    what: 'Deleting a primary leaves its replicas behind, as databases of their own',
    source: 'UG:USER_DeleteInstance, MODEL'
  },
  {
    row: '8.5',
    scope: 'all',
    what: 'A parameter group is five minutes old before its first use',
    source: 'MODEL, FIELD; part inferred',
    without: {is: 'phase', because: 'prepare waits them out; RDS does not tell the age of a group'}
  },
  {row: 'B13', scope: 'instances', what: 'gp3 storage under 400 GiB takes neither IOPS nor throughput', source: 'FIELD'}
]

export const OVERVIEW_2024: readonly Row[] = [
  {row: 'O-01', what: 'MySQL 8.0.11 to 8.0.13 do not take part', same: ['M-02']},
  {row: 'O-02', what: 'PostgreSQL begins at 11.21, 12.16, 13.12, 14.9 and 15.4', same: ['L-01', 'P-01']},
  {row: 'O-03', what: 'No master password managed in Secrets Manager', same: ['G-06']},
  {row: 'O-04', what: 'A dedicated log volume is on for all instances', same: ['G-17']},
  {row: 'O-05', what: 'PostgreSQL: unlogged tables are not replicated', same: ['L-20']},
  {row: 'O-06', what: 'PostgreSQL: blue is no publisher and no subscriber', same: ['L-06', 'P-03']},
  {row: 'O-07', what: 'MySQL: blue is no external binlog replica', same: ['M-04']},
  {row: 'O-08', what: 'No zero-ETL integration during the switchover', same: ['G-10']},
  {row: 'O-09', what: '`event_scheduler` is off on green', same: ['G-11']},
  {row: 'O-10', what: 'Not with the AWS JDBC driver for MySQL', same: ['G-48']},
  {row: 'O-11', what: 'Not with RDS Proxy', same: ['G-12']},
  {row: 'O-12', what: 'No cascading read replicas', same: ['G-13']},
  {row: 'O-13', what: 'No read replicas in another Region', same: ['G-14']},
  {row: 'O-14', what: 'Not with CloudFormation', same: ['G-16']},
  {row: 'O-15', what: 'No Multi-AZ DB cluster', same: ['G-15']},
  {row: 'O-16', what: '`pg_partman` is disabled on blue', same: ['L-15']},
  {row: 'O-17', what: '`pg_cron` stays disabled on green', same: ['L-16']},
  {row: 'O-18', what: 'Foreign servers name the endpoint', same: ['L-21']},
  {row: 'O-19', what: '`pglogical` and `pg_active` are disabled on blue, which subscribes to nobody', same: ['L-17', 'L-06']},
  {row: 'O-20', what: 'pgAudit stays preloaded in both groups', same: ['L-18']},
  {row: 'O-21', what: 'An unencrypted instance does not become encrypted, nor the other way round', same: ['G-09']},
  {row: 'O-22', what: 'Blue does not get a newer engine version than green', same: ['G-07']},
  {row: 'O-23', what: 'Both sides are in one account', same: ['G-08']},
  {row: 'O-24', what: 'MySQL: no major version together with a custom option group', same: ['M-05']},
  {row: 'O-25', what: 'PostgreSQL: DDL is not replicated', same: ['L-07']},
  {row: 'O-26', what: 'PostgreSQL: sequences are synchronized at the switchover', same: ['L-10']},
  {row: 'O-27', what: 'PostgreSQL: large objects are not replicated', same: ['L-11']},
  {row: 'O-28', what: 'PostgreSQL: materialized views are not refreshed', same: ['L-12']},
  {row: 'O-29', what: 'PostgreSQL: every table has a primary key', same: ['L-05']}
]

export const COURSE: readonly Row[] = [
  {row: 'C-01', what: 'Nobody writes to both sides: replication goes one way', same: ['G-28', 'G-27']},
  {row: 'C-02', what: 'Both sides are in one account', same: ['G-08']},
  {
    row: 'C-03',
    scope: 'all',
    what: 'Both sides are in one network',
    source: 'a course on blue/green databases',
    without: {is: 'rds', because: "RDS copies blue's configuration; no input asks for another network"}
  },
  {
    row: 'C-04',
    scope: 'all',
    what: 'A second environment costs as much as the first',
    source: 'a course on blue/green databases',
    without: {is: 'phase', because: 'plan says what keeps costing money until cleanup'}
  },
  {
    row: 'C-05',
    scope: 'all',
    what: 'Green is Multi-AZ where blue is',
    source: 'a course on blue/green databases',
    without: {is: 'rds', because: "RDS copies blue's topology; no input asks for another"}
  },
  {row: 'C-06', what: 'Schema changes are compatible both ways', same: ['G-29']},
  {row: 'C-07', what: 'The lag is near zero before the switchover', same: ['G-31']},
  {row: 'C-08', what: 'Connections are drained, and clients connect again', same: ['G-33', 'G-34']},
  {
    row: 'C-09',
    scope: 'all',
    what: 'Green is tested under a load like that of production',
    source: 'a course on blue/green databases',
    without: {
      is: 'nobody',
      because: 'the tests are yours: wait has the endpoint for them, and approved-fingerprint holds what they were run on'
    }
  },
  {
    row: 'C-10',
    scope: 'all',
    what: 'Going back is fast, because blue is still there',
    source: 'a course on blue/green databases',
    without: {is: 'nobody', because: 'RDS has no way back: what was written since the switchover is not on old blue'}
  }
]

export const ASKED_FOR: readonly Row[] = [
  {row: 'U-01', what: 'Automated backups are on', same: ['M-03', 'P-02']},
  {row: 'U-02', what: 'Logical replication or the binlog is on, and in force', same: ['L-02', 'AM-02']},
  {row: 'U-03', what: 'No parameter group waits for a reboot', same: ['L-03', 'AM-03']},
  {row: 'U-04', what: 'No managed master password', same: ['G-06']},
  {row: 'U-05', what: 'The target version can be reached', same: ['G-37']},
  {row: 'U-06', what: 'The minor version of blue takes part', same: ['M-01', 'P-01', 'L-01', 'AP-01']},
  {row: 'U-07', what: 'The class exists for both versions', same: ['G-39']},
  {row: 'U-08', what: 'The target parameter group is there, of the right family', same: ['2.1', 'G-38']},
  {row: 'U-09', what: 'Static parameters are equal where they must be', same: ['M-10', 'AP-05']},
  {row: 'U-10', what: 'Nobody else replicates from blue', same: ['P-03', 'L-06', 'L-45']},
  {row: 'U-11', what: 'Every table has a primary key', same: ['L-05', 'M-16']},
  {row: 'U-12', what: 'No extension stands in the way', same: ['L-15', 'L-16', 'L-17', 'L-27', 'L-42']},
  {row: 'U-13', what: 'Slots are enough for the databases', same: ['L-04']},
  {row: 'U-14', what: 'No zero-ETL integration', same: ['G-10']},
  {row: 'U-15', what: 'RDS Proxies have their targets', same: ['G-12']},
  {row: 'U-16', what: 'No replicas of replicas, none in another Region', same: ['G-13', 'G-14']},
  {row: 'U-17', what: 'Nothing is scheduled on green', same: ['G-11', 'L-16']},
  {row: 'U-18', what: 'Burst credits last', same: ['S-07']},
  {row: 'U-19', what: 'Quotas have room', same: ['G-36']},
  {
    row: 'U-20',
    scope: 'all',
    what: 'Subnets have free addresses',
    source: 'users of other tools',
    without: {is: 'nobody', because: "addresses are EC2's, which is not asked"}
  },
  {
    row: 'U-21',
    scope: 'all',
    what: 'The cost is known before',
    source: 'users of other tools',
    without: {is: 'phase', because: 'plan says what keeps costing money; prices are in no answer of RDS'}
  }
]
