import type {Tags} from './deployment.ts'
import type {Traits} from './traits.ts'

export type DatabaseKind = 'instance' | 'cluster'

export interface ClusterMember {
  readonly name: string
  readonly writer: boolean
  /** Whether it runs with the cluster parameter group as it is: `in-sync`, `pending-reboot`. */
  readonly clusterGroupStatus?: string | undefined
}

/** A DB instance or an Aurora DB cluster, in the same words. Undefined: RDS did not say. */
export interface Database {
  readonly kind: DatabaseKind
  readonly name: string
  readonly arn: string
  /** DbiResourceId or DbClusterResourceId: never changes, whatever the name does (facts 1.9). */
  readonly resourceId: string
  readonly status: string
  /** When this very database was made, by AWS's clock. */
  readonly createdAt: Date | undefined
  readonly engine: string
  readonly engineVersion: string
  readonly endpoint: string | undefined
  readonly readerEndpoint: string | undefined
  readonly port: number | undefined
  /** Instance: the DB parameter group. Cluster: the DB cluster parameter group. */
  readonly parameterGroup: string | undefined
  readonly parameterApplyStatus: string | undefined
  readonly instanceClass: string | undefined
  readonly storageType: string | undefined
  /** GiB */
  readonly allocatedStorage: number | undefined
  readonly iops: number | undefined
  /** MiB/s */
  readonly storageThroughput: number | undefined
  readonly kmsKeyId: string | undefined
  readonly storageEncrypted: boolean | undefined
  readonly storageConfigUpgradeAvailable: boolean | undefined
  /** `Initializing` or `Optimizing` with RDS's own percentage, while it lasts. */
  readonly storageOperation: {readonly status: string; readonly percent: number | undefined} | undefined
  readonly deletionProtection: boolean | undefined
  /** Instance: the name or ARN it is a read replica of. */
  readonly replicaOf: string | undefined
  /** Instance: names, or ARNs for other Regions, of its read replicas. */
  readonly replicas: readonly string[]
  /** Instance: the Aurora cluster it belongs to. */
  readonly cluster: string | undefined
  /** Cluster: its instances. */
  readonly members: readonly ClusterMember[]
  /** Cluster: names of its custom endpoints. */
  readonly customEndpoints: readonly string[]
  readonly globalCluster: string | undefined
  readonly tags: Tags | undefined
  readonly traits: Traits
}

/** The group of a cluster's instances (of the first of them, where several are given), or of an instance itself. */
export const instanceGroupOf = (database: Database, others: readonly Database[]): string | undefined =>
  (database.kind === 'instance' ? database : others.find(one => one.kind === 'instance'))?.parameterGroup

/** Of a class that pays for bursts with credits: t2, t3, t4g. */
export const isBurstable = (instanceClass: string | undefined): boolean => /^db\.t\d/.test(instanceClass ?? '')
