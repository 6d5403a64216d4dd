/** Every check there is; `ignore-checks` is read against this list. */
import type {Check} from './check.ts'
import {cleanupChecks} from './cleanup.ts'
import {createChecks} from './create.ts'
import {switchoverChecks} from './switchover.ts'

export const checks: readonly Check[] = [...createChecks, ...switchoverChecks, ...cleanupChecks]
