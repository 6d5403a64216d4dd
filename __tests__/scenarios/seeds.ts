/** Databases the scenarios upgrade, and what is asked of them. */
import type {AccountSeed, InstanceSeed} from '../../lab/model/seed.ts'

const minute = 60_000
/** Builds in a few polls instead of fifty: for matrices of many runs. */
export const QUICK: NonNullable<AccountSeed['paper']> = {
  createReplica: [minute, minute],
  upgrade: [minute, minute],
  backups: [minute, minute],
  topology: [minute, minute],
  deleteDatabase: [minute, minute],
  snapshot: [minute, minute]
}

type Seed = InstanceSeed & {readonly replicas?: readonly string[]}
export const postgres: Seed = {name: 'orders', engine: 'postgres', version: '16.8', replicas: ['orders-r1'], connections: 0}
export const mysql: Seed = {name: 'shop', engine: 'mysql', version: '8.0.42', replicas: ['shop-r1'], connections: 0}
export const mariadb: Seed = {name: 'blog', engine: 'mariadb', version: '10.11.13', connections: 0}
/** Nothing of the story may touch it. */
export const stranger: Seed = {name: 'payroll', engine: 'mysql', version: '8.0.42'}
export const quick = {instances: [postgres, stranger], paper: QUICK}

type Asked = Readonly<Record<string, string>>
export const UPGRADE: Asked = {
  mode: 'create,wait,switchover',
  source: 'orders',
  'target-engine-version': '17',
  'target-parameter-group': 'lab-postgres17'
}
export const CLEANUP: Asked = {mode: 'cleanup', source: 'orders', 'delete-old-databases': 'true'}
/** Everything in one run: old blue is deleted at once. */
export const WHOLE: Asked = {
  ...UPGRADE,
  mode: 'create,wait,switchover,cleanup',
  'delete-old-databases': 'true',
  'old-min-age-hours': '0',
  'old-idle-minutes': '0'
}
