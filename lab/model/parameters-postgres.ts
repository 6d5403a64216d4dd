/** The parameters of RDS for PostgreSQL and Aurora PostgreSQL that the lab knows. `from` and `to` are PostgreSQL majors. */
import type {ParameterRow} from './parameters.ts'

/** What logical replication needs (facts 9.4). */
const replication: readonly ParameterRow[] = [
  {name: 'rds.logical_replication', apply: 'static', data: 'boolean', shown: '0', group: 'cluster'},
  {name: 'max_replication_slots', apply: 'static', data: 'integer', allowed: '0-262143', shown: '20', group: 'cluster'},
  {name: 'max_wal_senders', apply: 'static', data: 'integer', allowed: '5-262143', shown: '20', group: 'cluster'},
  {name: 'max_logical_replication_workers', apply: 'static', data: 'integer', allowed: '0-262143', actual: '4', group: 'cluster'},
  {name: 'max_sync_workers_per_subscription', apply: 'dynamic', data: 'integer', allowed: '0-262143', actual: '2', group: 'cluster'},
  {
    name: 'max_worker_processes',
    apply: 'static',
    data: 'integer',
    allowed: '0-262143',
    shown: 'GREATEST({DBInstanceVCPU*2},8)',
    group: 'cluster'
  },
  {name: 'max_parallel_apply_workers_per_subscription', apply: 'dynamic', data: 'integer', allowed: '0-1024', actual: '2', from: '16'},
  {name: 'synchronous_commit', apply: 'dynamic', data: 'string', allowed: 'local,on,off,remote_write,remote_apply', actual: 'on'},
  {name: 'rds.logically_replicate_unlogged_tables', apply: 'static', data: 'boolean', shown: '0', only: 'aurora', group: 'cluster'},
  {name: 'rds.logical_wal_cache', apply: 'static', data: 'integer', allowed: '0-2097152', only: 'aurora', group: 'cluster'},
  {name: 'wal_sender_timeout', apply: 'dynamic', data: 'integer', allowed: '0-3600000', actual: '60000', group: 'cluster'},
  {name: 'wal_receiver_timeout', apply: 'dynamic', data: 'integer', allowed: '0-3600000', shown: '30000', group: 'cluster'},
  // L-31: PostgreSQL calls it wal_keep_size from 13 on; RDS's advice from 14 on.
  {name: 'wal_keep_segments', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', shown: '32', to: '13', only: 'rds'},
  {name: 'wal_keep_size', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', shown: '2048', from: '14', only: 'rds'},
  {name: 'max_slot_wal_keep_size', apply: 'dynamic', data: 'integer', allowed: '-1-2147483647', actual: '-1', from: '13', only: 'rds'},
  {name: 'logical_decoding_work_mem', apply: 'dynamic', data: 'integer', allowed: '64-2147483647', actual: '65536', from: '13'},
  {name: 'recovery_min_apply_delay', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', actual: '0', from: '12', only: 'rds'},
  {name: 'hot_standby_feedback', apply: 'dynamic', data: 'boolean', shown: '0', only: 'rds'},
  {name: 'max_standby_streaming_delay', apply: 'dynamic', data: 'integer', allowed: '-1-2147483647', shown: '30000'},
  {name: 'default_transaction_read_only', apply: 'dynamic', data: 'boolean', actual: '0'}
]

const libraries =
  'auto_explain,orafce,pgaudit,pglogical,pg_bigm,pg_cron,pg_hint_plan,pg_partman_bgw,pg_prewarm,pg_similarity,pg_stat_statements,pg_tle,pg_transport,plprofiler,plrust,pgactive'

const extensions: readonly ParameterRow[] = [
  {name: 'shared_preload_libraries', apply: 'static', data: 'list', allowed: libraries, shown: 'pg_stat_statements', only: 'rds'},
  {
    name: 'shared_preload_libraries',
    apply: 'static',
    data: 'list',
    allowed: `${libraries},apg_plan_mgmt,babelfishpg_tds,pg_ad_mapping`,
    shown: 'pg_stat_statements',
    only: 'aurora',
    group: 'cluster'
  },
  {name: 'pgaudit.log', apply: 'dynamic', data: 'list', allowed: 'ddl,function,misc,read,role,write,none,all,misc_set'},
  {name: 'pg_stat_statements.track', apply: 'dynamic', data: 'string', allowed: 'TOP,ALL,NONE', actual: 'TOP'},
  {name: 'pg_stat_statements.max', apply: 'static', data: 'integer', allowed: '100-2147483647', actual: '5000'},
  {name: 'auto_explain.log_min_duration', apply: 'dynamic', data: 'integer', allowed: '-1-2147483647', actual: '-1'},
  {name: 'cron.database_name', apply: 'static', data: 'string', actual: 'postgres', from: '12'},
  {name: 'apg_plan_mgmt.capture_plan_baselines', apply: 'dynamic', data: 'string', allowed: 'off,automatic,manual', only: 'aurora'},
  {
    name: 'rds.babelfish_status',
    apply: 'static',
    data: 'string',
    allowed: 'on,off',
    shown: 'off',
    from: '13',
    only: 'aurora',
    group: 'cluster'
  },
  ...['babelfishpg_tds.tds_default_numeric_precision', 'babelfishpg_tds.tds_default_numeric_scale'].map(
    (name): ParameterRow => ({name, apply: 'dynamic', data: 'integer', allowed: '0-38', from: '13', only: 'aurora', group: 'cluster'})
  ),
  ...['babelfishpg_tsql.default_locale', 'babelfishpg_tsql.migration_mode', 'babelfishpg_tsql.server_collation_name'].map(
    (name): ParameterRow => ({name, apply: 'static', data: 'string', from: '13', only: 'aurora', group: 'cluster'})
  )
]

const memory = 'LEAST({DBInstanceClassMemory/9531392},5000)'

const ordinary: readonly ParameterRow[] = [
  {name: 'autovacuum', apply: 'dynamic', data: 'boolean', shown: '1', group: 'cluster'},
  {
    name: 'autovacuum_max_workers',
    apply: 'static',
    data: 'integer',
    allowed: '1-262143',
    shown: 'GREATEST({DBInstanceClassMemory/64371566592},3)'
  },
  {name: 'autovacuum_naptime', apply: 'dynamic', data: 'integer', allowed: '1-2147483', shown: '15', group: 'cluster'},
  {name: 'autovacuum_vacuum_scale_factor', apply: 'dynamic', data: 'float', allowed: '0-100', shown: '0.1', group: 'cluster'},
  {name: 'autovacuum_worker_slots', apply: 'static', data: 'integer', allowed: '1-262143', actual: '16', from: '18'},
  {name: 'checkpoint_timeout', apply: 'dynamic', data: 'integer', allowed: '30-86400', actual: '300', only: 'rds'},
  {name: 'client_encoding', apply: 'dynamic', data: 'string'},
  {name: 'compute_query_id', apply: 'dynamic', data: 'string', allowed: 'auto,on,off,regress', actual: 'auto', from: '14'},
  {name: 'db_user_namespace', apply: 'dynamic', data: 'boolean', to: '16', fixed: true},
  {name: 'deadlock_timeout', apply: 'dynamic', data: 'integer', allowed: '1-2147483647', actual: '1000'},
  {name: 'debug_parallel_query', apply: 'dynamic', data: 'string', allowed: 'off,on,regress', actual: 'off', from: '16'},
  {name: 'default_statistics_target', apply: 'dynamic', data: 'integer', allowed: '1-10000', actual: '100'},
  {name: 'default_toast_compression', apply: 'dynamic', data: 'string', allowed: 'pglz,lz4', actual: 'pglz', from: '14'},
  {name: 'effective_cache_size', apply: 'dynamic', data: 'integer', allowed: '1-2147483647', shown: '{DBInstanceClassMemory/16384}'},
  {name: 'force_parallel_mode', apply: 'dynamic', data: 'string', allowed: 'off,on,regress', actual: 'off', to: '15'},
  {name: 'fsync', apply: 'dynamic', data: 'boolean', fixed: true, actual: '1'},
  {name: 'hash_mem_multiplier', apply: 'dynamic', data: 'float', allowed: '1-1000', actual: '1', from: '13'},
  {name: 'huge_pages', apply: 'static', data: 'string', allowed: 'on,off,try', shown: 'on'},
  {name: 'idle_in_transaction_session_timeout', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', shown: '86400000'},
  {name: 'idle_session_timeout', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', actual: '0', from: '14'},
  {name: 'jit', apply: 'dynamic', data: 'boolean', actual: '1'},
  {name: 'lc_messages', apply: 'dynamic', data: 'string'},
  {name: 'lock_timeout', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', actual: '0'},
  {name: 'log_autovacuum_min_duration', apply: 'dynamic', data: 'integer', allowed: '-1-2147483647', shown: '10000'},
  {name: 'log_connections', apply: 'dynamic', data: 'boolean', actual: '0'},
  {name: 'log_disconnections', apply: 'dynamic', data: 'boolean', actual: '0'},
  {name: 'log_lock_waits', apply: 'dynamic', data: 'boolean', actual: '0'},
  {name: 'log_min_duration_statement', apply: 'dynamic', data: 'integer', allowed: '-1-2147483647', actual: '-1'},
  {name: 'log_statement', apply: 'dynamic', data: 'string', allowed: 'none,ddl,mod,all', actual: 'none'},
  {name: 'log_temp_files', apply: 'dynamic', data: 'integer', allowed: '-1-2147483647', actual: '-1'},
  {
    name: 'maintenance_work_mem',
    apply: 'dynamic',
    data: 'integer',
    allowed: '1024-2147483647',
    shown: 'GREATEST({DBInstanceClassMemory/63963136*1024},65536)'
  },
  {name: 'max_connections', apply: 'static', data: 'integer', allowed: '6-262143', shown: memory},
  {name: 'max_locks_per_transaction', apply: 'static', data: 'integer', allowed: '10-2147483647', actual: '64', group: 'cluster'},
  {name: 'max_parallel_workers', apply: 'dynamic', data: 'integer', allowed: '0-1024', shown: 'GREATEST({DBInstanceVCPU/2},8)'},
  {name: 'max_parallel_workers_per_gather', apply: 'dynamic', data: 'integer', allowed: '0-1024', actual: '2'},
  {name: 'max_wal_size', apply: 'dynamic', data: 'integer', allowed: '128-201326592', shown: '4096', only: 'rds'},
  {name: 'min_wal_size', apply: 'dynamic', data: 'integer', allowed: '128-201326592', shown: '192', only: 'rds'},
  {name: 'old_snapshot_threshold', apply: 'static', data: 'integer', allowed: '-1-86400', actual: '-1', to: '16', only: 'rds'},
  {name: 'operator_precedence_warning', apply: 'dynamic', data: 'boolean', actual: '0', to: '13'},
  {name: 'password_encryption', apply: 'dynamic', data: 'string', allowed: 'md5,scram-sha-256', shown: 'md5', to: '13'},
  {name: 'password_encryption', apply: 'dynamic', data: 'string', allowed: 'md5,scram-sha-256', shown: 'scram-sha-256', from: '14'},
  {name: 'random_page_cost', apply: 'dynamic', data: 'float', allowed: '0-1000', actual: '4'},
  {name: 'rds.adaptive_autovacuum', apply: 'dynamic', data: 'boolean', shown: '1'},
  {name: 'rds.force_ssl', apply: 'dynamic', data: 'boolean', shown: '0', to: '14', group: 'cluster'},
  {name: 'rds.force_ssl', apply: 'dynamic', data: 'boolean', shown: '1', from: '15', group: 'cluster'},
  {name: 'recovery_prefetch', apply: 'dynamic', data: 'string', allowed: 'off,on,try', actual: 'try', from: '15', only: 'rds'},
  {name: 'search_path', apply: 'dynamic', data: 'string'},
  {name: 'shared_buffers', apply: 'static', data: 'integer', allowed: '16-1073741823', shown: '{DBInstanceClassMemory/32768}'},
  {
    name: 'ssl_min_protocol_version',
    apply: 'dynamic',
    data: 'string',
    allowed: 'TLSv1,TLSv1.1,TLSv1.2,TLSv1.3',
    actual: 'TLSv1.2',
    from: '12'
  },
  {name: 'statement_timeout', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', actual: '0'},
  {name: 'stats_temp_directory', apply: 'dynamic', data: 'string', shown: '/rdsdbdata/db/pg_stat_tmp', to: '14', fixed: true},
  {name: 'summarize_wal', apply: 'dynamic', data: 'boolean', actual: '0', from: '17', only: 'rds'},
  {name: 'tcp_keepalives_idle', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', shown: '300'},
  {name: 'temp_buffers', apply: 'dynamic', data: 'integer', allowed: '100-1073741823', actual: '1024'},
  {name: 'timezone', apply: 'dynamic', data: 'string', shown: 'UTC', group: 'cluster'},
  {name: 'track_activity_query_size', apply: 'static', data: 'integer', allowed: '100-1048576', shown: '4096'},
  {name: 'track_io_timing', apply: 'dynamic', data: 'boolean', shown: '1'},
  {name: 'transaction_timeout', apply: 'dynamic', data: 'integer', allowed: '0-2147483647', actual: '0', from: '17'},
  {name: 'vacuum_cleanup_index_scale_factor', apply: 'dynamic', data: 'float', allowed: '0-100', actual: '0.1', to: '13'},
  {name: 'work_mem', apply: 'dynamic', data: 'integer', allowed: '64-2147483647', actual: '4096'}
]

export const postgresParameters: readonly ParameterRow[] = [...replication, ...extensions, ...ordinary]
