/** Where external replicas of the MySQL family go on after a switchover (facts 5.3): RDS tells the position once, in an event. */
import type {Markdown} from './markdown.ts'
import {blocks, code, details, fence, md, none, table, text} from './markdown.ts'
import type {BinlogCoordinates, Report} from './report.ts'

export function binlogSection(report: Report, rows: number, chars: number): Markdown {
  const [first] = report.binlog
  if (first === undefined) return none
  return blocks([
    md`### External replicas`,
    text(
      'A replica outside this deployment does not follow the switchover. Let it apply everything old blue has written, then point it here:'
    ),
    table(
      [md`Was green`, md`Binary log file`, md`Position`],
      report.binlog.map(one => [code(one.database, chars), code(one.file, chars), code(one.position, chars)]),
      rows
    ),
    details(text('The statements'), statements(first))
  ])
}

/** Which of them applies depends on the replica's version, which RDS does not know. */
function statements(one: BinlogCoordinates): Markdown {
  const host = quoted('<endpoint of production>')
  const file = quoted(one.file)
  const position = /^\d+$/.test(one.position) ? one.position : quoted(one.position)
  return fence('sql', [
    '-- MySQL 8.0.23 and later',
    `CHANGE REPLICATION SOURCE TO SOURCE_HOST=${host}, SOURCE_LOG_FILE=${file}, SOURCE_LOG_POS=${position};`,
    '',
    '-- MySQL before 8.0.23, MariaDB',
    `CHANGE MASTER TO MASTER_HOST=${host}, MASTER_LOG_FILE=${file}, MASTER_LOG_POS=${position};`,
    '',
    '-- A replica that is an RDS database, up to MySQL 8.0 and MariaDB; from 8.4 on the two middle names end in _source',
    'CALL mysql.rds_stop_replication;',
    'CALL mysql.rds_reset_external_master;',
    `CALL mysql.rds_set_external_master(${host}, 3306, '<user>', '<password>', ${file}, ${position}, 1);`,
    'CALL mysql.rds_start_replication;'
  ])
}

const quoted = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
