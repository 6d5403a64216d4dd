/** Every limitation and precondition that is documented or was asked for, in the order of docs/checks.md. */
import {AURORA, AURORA_MYSQL, AURORA_POSTGRESQL, GLOBAL} from './aurora.ts'
import {GENERAL} from './general.ts'
import {MYSQL, PHYSICAL, STORAGE} from './instances.ts'
import {LOGICAL} from './logical.ts'
import type {Row, Section} from './row.ts'
import {ASKED_FOR, COURSE, ELSEWHERE, OVERVIEW_2024} from './told-elsewhere.ts'

export const SECTIONS: readonly Section[] = [
  {title: 'General', rows: GENERAL},
  {title: 'Storage and class', rows: STORAGE},
  {title: 'MySQL and MariaDB', rows: MYSQL},
  {title: 'PostgreSQL, physical replication', rows: PHYSICAL},
  {title: 'PostgreSQL, logical replication', rows: LOGICAL},
  {title: 'Aurora', rows: AURORA},
  {title: 'Aurora MySQL', rows: AURORA_MYSQL},
  {title: 'Aurora PostgreSQL', rows: AURORA_POSTGRESQL},
  {title: 'Aurora Global Database', rows: GLOBAL},
  {title: 'Other facts that checks come from', rows: ELSEWHERE},
  {title: "AWS's overview of 2024", rows: OVERVIEW_2024},
  {title: 'A course on blue/green databases', rows: COURSE},
  {title: 'What users of other tools ask for before a deployment', rows: ASKED_FOR}
]

export const ROWS: readonly Row[] = SECTIONS.flatMap(section => section.rows)
