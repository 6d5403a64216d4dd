/**
 * What a status means for us. Statuses are free strings (facts 1.1, MODEL has no enum): what contains FAILED, INVALID or MISSING is a
 * failure whether known or not; every other unknown one is shown as it is and never written upon (rule 7).
 */
export type DeploymentStage =
  | 'provisioning'
  | 'available'
  | 'switching'
  | 'completed'
  | 'switchover_failed'
  | 'invalid'
  | 'deleting'
  | 'failed'
  | 'unknown'

const FAILURE = /FAILED|INVALID|MISSING/i

export function stageOf(status: string): DeploymentStage {
  switch (status) {
    case 'PROVISIONING':
      return 'provisioning'
    case 'AVAILABLE':
      return 'available'
    case 'SWITCHOVER_IN_PROGRESS':
      return 'switching'
    case 'SWITCHOVER_COMPLETED':
      return 'completed'
    case 'SWITCHOVER_FAILED':
      return 'switchover_failed'
    case 'INVALID_CONFIGURATION':
      return 'invalid'
    case 'DELETING':
      return 'deleting'
    default:
      return FAILURE.test(status) ? 'failed' : 'unknown'
  }
}

/** For members and tasks: `SWITCHOVER_FAILED`, `MISSING_TARGET`, `FAILED`, and whatever else says so. */
export const isFailure = (status: string | undefined): boolean => FAILURE.test(status ?? '')

const DATABASE_FAILURE =
  /failed|invalid|missing|incompatible|storage-full|insufficient-capacity|inaccessible-encryption-credentials|restore-error/i

/** Instance and cluster statuses that do not mend themselves (facts 1.4, 1.5). */
export const isDatabaseFailure = (status: string): boolean => DATABASE_FAILURE.test(status)

const DATABASE_STATUSES: ReadonlySet<string> = new Set(
  (
    'available backing-up backtracking cloning-failed configuring-enhanced-monitoring configuring-iam-database-auth configuring-log-exports ' +
    'converting-to-vpc creating delete-precheck deleting failing-over maintenance migrating modifying moving-to-vpc promoting ' +
    'preparing-data-migration rebooting renaming resetting-master-credentials starting stopped stopping storage-config-upgrade ' +
    'storage-initialization storage-optimization update-iam-db-auth upgrading'
  ).split(' ')
)

/** Facts 1.4 and 1.5 list it, or it is a failure. */
export const isKnownDatabaseStatus = (status: string): boolean => DATABASE_STATUSES.has(status) || isDatabaseFailure(status)
