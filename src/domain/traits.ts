/** What a database has besides its engine and storage, as far as a deployment minds it. Undefined: RDS did not say. */
export interface Traits {
  /** The master password is kept by RDS in Secrets Manager. */
  readonly hasManagedPassword: boolean
  /** Days; 0: automated backups are off. */
  readonly backupRetentionDays: number | undefined
  readonly hasDedicatedLogVolume: boolean | undefined
  readonly optionGroup: string | undefined
  /** Names of the features that IAM roles are attached for; empty for one without a feature name. */
  readonly roleFeatures: readonly string[]
  readonly usesIamAuthentication: boolean | undefined
  readonly isMultiAz: boolean | undefined
  /** What waits for a restart or the maintenance window, by the names of RDS. */
  readonly pendingChanges: readonly string[]
  readonly upgradesMinorVersionsItself: boolean | undefined
  readonly hasActivityStream: boolean
  /** Instance: how it gets on as a replica; a logical one is none to RDS and says nothing. */
  readonly replication: {readonly status: string; readonly isNormal: boolean; readonly message: string} | undefined
  /** GiB up to which storage grows by itself. */
  readonly maxAllocatedStorage: number | undefined
  readonly hasPerformanceInsights: boolean | undefined
  readonly exportedLogs: readonly string[]
  /** Aurora cluster: seconds it can be wound back. */
  readonly backtrackSeconds: number | undefined
  readonly engineMode: string | undefined
  readonly isServerlessV2: boolean
  readonly isLimitless: boolean
  readonly isExpress: boolean
  readonly hasDataApi: boolean | undefined
  readonly forwardsGlobalWrites: boolean
}

export const NO_TRAITS: Traits = {
  hasManagedPassword: false,
  backupRetentionDays: undefined,
  hasDedicatedLogVolume: undefined,
  optionGroup: undefined,
  roleFeatures: [],
  usesIamAuthentication: undefined,
  isMultiAz: undefined,
  pendingChanges: [],
  upgradesMinorVersionsItself: undefined,
  hasActivityStream: false,
  replication: undefined,
  maxAllocatedStorage: undefined,
  hasPerformanceInsights: undefined,
  exportedLogs: [],
  backtrackSeconds: undefined,
  engineMode: undefined,
  isServerlessV2: false,
  isLimitless: false,
  isExpress: false,
  hasDataApi: undefined,
  forwardsGlobalWrites: false
}
