/** `npm run teeth [-- --only <id>]`: each deliberate defect until the simulation finds it. Exits with 1 when one is not found. */
import {availableParallelism} from 'node:os'
import {parseArgs} from 'node:util'
import {defects} from './defects.ts'
import type {Found} from './hunt.ts'
import {AT_MOST, huntAll} from './hunt.ts'

const {values} = parseArgs({options: {only: {type: 'string', multiple: true}, jobs: {type: 'string'}}})
const wanted = defects.filter(one => values.only?.includes(one.id) ?? true)
if (wanted.length === 0) throw new Error(`--only is one of ${defects.map(one => one.id).join(', ')}`)

const write = (line: string): boolean => process.stdout.write(`${line}\n`)

function print({defect, failure, seeds}: Found): void {
  const where = failure === undefined ? `NOT FOUND in ${seeds} seeds` : `found at seed ${failure.seed}`
  write(`${defect.id.padEnd(32)} ${where.padEnd(20)} ${failure?.what[0]?.replace(/^\d{4}-\S+ /, '') ?? ''}`)
}

const started = performance.now()
const all = await huntAll(wanted, Number(values.jobs ?? availableParallelism()), print)
const missed = all.filter(one => one.failure === undefined)
const seconds = ((performance.now() - started) / 1000).toFixed(0)
write(`${all.length - missed.length} of ${all.length} defects found, each within ${AT_MOST} seeds, in ${seconds} s`)
if (missed.length > 0) process.exitCode = 1
