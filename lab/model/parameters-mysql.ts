/**
 * The parameters of RDS for MySQL, RDS for MariaDB and Aurora MySQL that the lab knows. `from` and `to` are majors: 5.7, 8.0 and 8.4 of
 * MySQL (Aurora MySQL is one of the first two), 10.3 and later of MariaDB, which therefore lies above every `from` of MySQL.
 */
import type {ParameterRow} from './parameters.ts'

/** What replication needs (facts 9.4), what must be equal on both sides (M-10), and what must be off (G-11). */
const replication: readonly ParameterRow[] = [
  {name: 'binlog_format', apply: 'dynamic', data: 'string', allowed: 'STATEMENT,MIXED,ROW', shown: 'MIXED', only: 'rds'},
  {
    name: 'binlog_format',
    apply: 'static',
    data: 'string',
    allowed: 'STATEMENT,MIXED,ROW,OFF',
    shown: 'OFF',
    only: 'aurora',
    group: 'cluster'
  },
  {name: 'binlog_row_image', apply: 'dynamic', data: 'string', allowed: 'full,minimal,noblob', actual: 'full'},
  {name: 'event_scheduler', apply: 'dynamic', data: 'string', allowed: 'ON,OFF', actual: 'OFF', to: '5.7'},
  {name: 'event_scheduler', apply: 'dynamic', data: 'string', allowed: 'ON,OFF', actual: 'ON', from: '8.0', engine: 'mysql'},
  {name: 'event_scheduler', apply: 'dynamic', data: 'string', allowed: 'ON,OFF', actual: 'OFF', engine: 'mariadb'},
  {
    name: 'gtid-mode',
    apply: 'static',
    data: 'string',
    allowed: 'ON,OFF,ON_PERMISSIVE,OFF_PERMISSIVE',
    actual: 'OFF',
    engine: 'mysql',
    only: 'rds'
  },
  {
    name: 'gtid-mode',
    apply: 'static',
    data: 'string',
    allowed: 'ON,OFF,ON_PERMISSIVE,OFF_PERMISSIVE',
    shown: 'OFF',
    only: 'aurora',
    group: 'cluster'
  },
  {name: 'enforce_gtid_consistency', apply: 'static', data: 'string', allowed: 'ON,OFF,WARN', actual: 'OFF', engine: 'mysql', only: 'rds'},
  {
    name: 'enforce_gtid_consistency',
    apply: 'static',
    data: 'string',
    allowed: 'ON,OFF,WARN',
    shown: 'OFF',
    only: 'aurora',
    group: 'cluster'
  },
  {name: 'innodb_flush_log_at_trx_commit', apply: 'dynamic', data: 'integer', allowed: '0,1,2', actual: '1'},
  {name: 'lower_case_table_names', apply: 'static', data: 'integer', allowed: '0,1', actual: '0', only: 'rds'},
  {name: 'lower_case_table_names', apply: 'static', data: 'integer', allowed: '0,1', actual: '0', only: 'aurora', group: 'cluster'},
  {name: 'rds.group_replication_enabled', apply: 'static', data: 'boolean', shown: '0', from: '8.0', engine: 'mysql'},
  {name: 'read_only', apply: 'dynamic', data: 'string', allowed: '0,1,{TrueIfReplica}', shown: '{TrueIfReplica}', only: 'rds'},
  {
    name: 'read_only',
    apply: 'dynamic',
    data: 'string',
    allowed: '0,1,{TrueIfClusterReplica}',
    shown: '{TrueIfClusterReplica}',
    only: 'aurora'
  },
  {name: 'replica_parallel_workers', apply: 'dynamic', data: 'integer', allowed: '0-1024', actual: '4', from: '8.0', engine: 'mysql'},
  {name: 'slave_parallel_threads', apply: 'dynamic', data: 'integer', allowed: '0-16383', actual: '0', engine: 'mariadb'},
  {name: 'slave_parallel_workers', apply: 'dynamic', data: 'integer', allowed: '0-1024', actual: '0', to: '8.0', engine: 'mysql'},
  {name: 'sync_binlog', apply: 'dynamic', data: 'integer', allowed: '0-4294967295', shown: '1', only: 'rds'}
]

/** Came or went with a major. */
const changing: readonly ParameterRow[] = [
  {name: 'authentication_policy', apply: 'dynamic', data: 'string', actual: '*,,', from: '8.4', engine: 'mysql'},
  {name: 'binlog_expire_logs_seconds', apply: 'dynamic', data: 'integer', from: '8.0', fixed: true},
  {
    name: 'default_authentication_plugin',
    apply: 'static',
    data: 'string',
    allowed: 'mysql_native_password,sha256_password,caching_sha2_password',
    actual: 'mysql_native_password',
    to: '8.0'
  },
  {name: 'expire_logs_days', apply: 'dynamic', data: 'integer', to: '8.0', fixed: true},
  {name: 'innodb_file_format', apply: 'dynamic', data: 'string', allowed: 'Antelope,Barracuda', actual: 'Barracuda', to: '5.7'},
  {name: 'innodb_large_prefix', apply: 'dynamic', data: 'boolean', actual: '1', to: '5.7'},
  {name: 'innodb_log_file_size', apply: 'static', data: 'integer', shown: '134217728', to: '8.0', only: 'rds'},
  {
    name: 'innodb_redo_log_capacity',
    apply: 'dynamic',
    data: 'integer',
    allowed: '8388608-137438953472',
    shown: '2147483648',
    from: '8.4',
    engine: 'mysql'
  },
  {name: 'internal_tmp_disk_storage_engine', apply: 'dynamic', data: 'string', allowed: 'INNODB,MYISAM', actual: 'INNODB', to: '5.7'},
  {name: 'log_warnings', apply: 'dynamic', data: 'integer', allowed: '0-2', actual: '2', to: '5.7'},
  {name: 'log_warnings', apply: 'dynamic', data: 'integer', allowed: '0-9', actual: '2', engine: 'mariadb'},
  {name: 'master_info_repository', apply: 'dynamic', data: 'string', allowed: 'FILE,TABLE', shown: 'TABLE', to: '8.0', engine: 'mysql'},
  {name: 'mysql_native_password', apply: 'static', data: 'string', allowed: 'ON,OFF', shown: 'ON', from: '8.4', engine: 'mysql'},
  {name: 'old_passwords', apply: 'dynamic', data: 'integer', allowed: '0,2', actual: '0', to: '5.7'},
  {name: 'query_cache_size', apply: 'dynamic', data: 'integer', allowed: '0-18446744073709547520', actual: '0', to: '5.7'},
  {name: 'query_cache_type', apply: 'static', data: 'integer', allowed: '0,1,2', actual: '0', to: '5.7'},
  {name: 'query_cache_size', apply: 'dynamic', data: 'integer', allowed: '0-18446744073709547520', actual: '0', engine: 'mariadb'},
  {name: 'query_cache_type', apply: 'static', data: 'integer', allowed: '0,1,2', actual: '0', engine: 'mariadb'},
  {name: 'show_compatibility_56', apply: 'dynamic', data: 'boolean', actual: '0', to: '5.7'},
  {name: 'sync_frm', apply: 'dynamic', data: 'boolean', actual: '1', to: '5.7'},
  {
    name: 'transaction_isolation',
    apply: 'dynamic',
    data: 'string',
    allowed: 'READ-UNCOMMITTED,READ-COMMITTED,REPEATABLE-READ,SERIALIZABLE',
    actual: 'REPEATABLE-READ',
    from: '8.0',
    engine: 'mysql'
  },
  {
    name: 'tx_isolation',
    apply: 'dynamic',
    data: 'string',
    allowed: 'READ-UNCOMMITTED,READ-COMMITTED,REPEATABLE-READ,SERIALIZABLE',
    actual: 'REPEATABLE-READ',
    to: '5.7'
  },
  {
    name: 'tx_isolation',
    apply: 'dynamic',
    data: 'string',
    allowed: 'READ-UNCOMMITTED,READ-COMMITTED,REPEATABLE-READ,SERIALIZABLE',
    actual: 'REPEATABLE-READ',
    engine: 'mariadb'
  },
  // M-11: NO_AUTO_CREATE_USER went with 8.0, so a value that names it does not carry over.
  {
    name: 'sql_mode',
    apply: 'dynamic',
    data: 'list',
    allowed:
      'ANSI_QUOTES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY,PIPES_AS_CONCAT,STRICT_ALL_TABLES,STRICT_TRANS_TABLES',
    to: '5.7'
  },
  {
    name: 'sql_mode',
    apply: 'dynamic',
    data: 'list',
    allowed:
      'ANSI_QUOTES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_ZERO_DATE,NO_ZERO_IN_DATE,ONLY_FULL_GROUP_BY,PIPES_AS_CONCAT,STRICT_ALL_TABLES,STRICT_TRANS_TABLES',
    from: '8.0'
  }
]

const ordinary: readonly ParameterRow[] = [
  {name: 'autocommit', apply: 'dynamic', data: 'boolean', actual: '1'},
  {name: 'character_set_server', apply: 'dynamic', data: 'string', actual: 'latin1', to: '5.7'},
  {name: 'character_set_server', apply: 'dynamic', data: 'string', actual: 'utf8mb4', from: '8.0'},
  {name: 'collation_server', apply: 'dynamic', data: 'string'},
  {name: 'connect_timeout', apply: 'dynamic', data: 'integer', allowed: '2-31536000', actual: '10'},
  {name: 'general_log', apply: 'dynamic', data: 'boolean', actual: '0'},
  {name: 'group_concat_max_len', apply: 'dynamic', data: 'integer', allowed: '4-18446744073709547520', actual: '1024'},
  {name: 'innodb_buffer_pool_size', apply: 'static', data: 'integer', shown: '{DBInstanceClassMemory*3/4}'},
  {name: 'innodb_file_per_table', apply: 'dynamic', data: 'boolean', shown: '1', only: 'rds'},
  {name: 'innodb_lock_wait_timeout', apply: 'dynamic', data: 'integer', allowed: '1-1073741824', actual: '50'},
  {name: 'innodb_print_all_deadlocks', apply: 'dynamic', data: 'boolean', actual: '0'},
  {name: 'innodb_strict_mode', apply: 'dynamic', data: 'boolean', actual: '1'},
  {name: 'interactive_timeout', apply: 'dynamic', data: 'integer', allowed: '1-31536000', actual: '28800'},
  {name: 'local_infile', apply: 'dynamic', data: 'boolean', shown: '1'},
  {name: 'log_bin_trust_function_creators', apply: 'dynamic', data: 'boolean', actual: '0'},
  {name: 'log_output', apply: 'dynamic', data: 'string', allowed: 'TABLE,FILE,NONE', shown: 'TABLE', to: '5.7'},
  {name: 'log_output', apply: 'dynamic', data: 'string', allowed: 'TABLE,FILE,NONE', shown: 'FILE', from: '8.0'},
  {name: 'long_query_time', apply: 'dynamic', data: 'float', allowed: '0-31536000', actual: '10'},
  {name: 'max_allowed_packet', apply: 'dynamic', data: 'integer', allowed: '1024-1073741824', actual: '67108864'},
  {name: 'max_connect_errors', apply: 'dynamic', data: 'integer', allowed: '1-9223372036854775807', actual: '100'},
  {name: 'max_connections', apply: 'dynamic', data: 'integer', allowed: '1-100000', shown: '{DBInstanceClassMemory/12582880}'},
  {name: 'max_heap_table_size', apply: 'dynamic', data: 'integer', allowed: '16384-1844674407370954752', actual: '16777216'},
  {name: 'net_read_timeout', apply: 'dynamic', data: 'integer', allowed: '1-31536000', actual: '30'},
  {name: 'net_write_timeout', apply: 'dynamic', data: 'integer', allowed: '1-31536000', actual: '60'},
  {name: 'performance_schema', apply: 'static', data: 'boolean', shown: '0'},
  {name: 'port', apply: 'static', data: 'integer', shown: '{EndPointPort}', fixed: true},
  {name: 'require_secure_transport', apply: 'dynamic', data: 'boolean', actual: '0'},
  {name: 'slow_query_log', apply: 'dynamic', data: 'boolean', actual: '0'},
  {name: 'table_open_cache', apply: 'dynamic', data: 'integer', allowed: '1-1048576', actual: '4000'},
  {name: 'time_zone', apply: 'dynamic', data: 'string', actual: 'UTC', only: 'rds'},
  {name: 'time_zone', apply: 'dynamic', data: 'string', actual: 'UTC', only: 'aurora', group: 'cluster'},
  {name: 'tmp_table_size', apply: 'dynamic', data: 'integer', allowed: '1024-18446744073709551615', actual: '16777216'},
  {name: 'wait_timeout', apply: 'dynamic', data: 'integer', allowed: '1-31536000', actual: '28800'}
]

export const mysqlParameters: readonly ParameterRow[] = [...replication, ...changing, ...ordinary]
