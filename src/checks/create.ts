/** What RDS would refuse of a source, or fail on half an hour later, told before and with the way out. */
import type {FactName} from '../observing/facts.ts'
import {auroraChecks} from './aurora.ts'
import {auroraMysqlChecks} from './aurora-mysql.ts'
import {auroraPostgresChecks} from './aurora-postgres.ts'
import {carriedChecks} from './carried.ts'
import {classChecks} from './classes.ts'
import {generalChecks} from './general.ts'
import {mysqlChecks} from './mysql.ts'
import type {SourceCheck} from './of-source.ts'
import {postgresChecks} from './postgres.ts'
import {libraryChecks} from './postgres-libraries.ts'
import {logicalChecks} from './postgres-logical.ts'
import {storageChecks} from './storage.ts'
import {targetChecks} from './target.ts'

export const createChecks: readonly SourceCheck[] = [
  ...targetChecks,
  ...carriedChecks,
  ...postgresChecks,
  ...logicalChecks,
  ...libraryChecks,
  ...auroraChecks,
  ...auroraMysqlChecks,
  ...auroraPostgresChecks,
  ...generalChecks,
  ...classChecks,
  ...storageChecks,
  ...mysqlChecks
]

export const factsFor = (checks: readonly SourceCheck[]): readonly FactName[] => [...new Set(checks.flatMap(check => check.needs))]
