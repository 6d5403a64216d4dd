/** The phases that exist, in their only legal order; `abort` stands alone. */
import {abort} from './abort.ts'
import {cleanup} from './cleanup.ts'
import {create} from './create.ts'
import type {Phase} from './phase.ts'
import {prepare} from './prepare.ts'
import {switchover} from './switchover.ts'
import {wait} from './wait.ts'

export const phases: readonly Phase[] = [prepare, create, wait, switchover, cleanup, abort]
