/** One step of a workflow: the committed bundle as a process, everything it leaves behind, and what must be true of every step. */
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, jest} from '@jest/globals'
import type {Inputs} from '../../lab/demo/runner.ts'
import {filesIn, readOutputs, startStep} from '../../lab/demo/runner.ts'
import {OUTPUT_NAMES} from '../../src/outputs.ts'
import {commandIn} from '../github/log.ts'

export type {Inputs}

// A step takes a second or two; a busy machine may take its time.
jest.setTimeout(60_000)

export interface Step {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Standard output, line by line. */
  readonly log: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** The text of the report file; undefined when there is none. */
  readonly report: string | undefined
  /** `completed switchover_completed` */
  readonly ending: string
  /** When the process was gone, in milliseconds since 1970. */
  readonly at: number
}

export interface StepOptions {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly nodeFlags?: (folder: string) => readonly string[]
}

export interface Running {
  readonly ended: Promise<Step>
  kill(signal: NodeJS.Signals): void
  /** The first line of the log that matches; rejects when the step ends without one. */
  said(pattern: RegExp): Promise<string>
}

/** The lab's account. */
export const ACCOUNT = '123456789012'

export function startAt(endpoint: string, inputs: Inputs, options: StepOptions = {}): Running {
  const folder = mkdtempSync(join(tmpdir(), 'step-'))
  const {nodeFlags, env = {}} = options
  const child = startStep({folder, endpoint, inputs, env, nodeFlags: nodeFlags?.(folder) ?? []})
  let out = ''
  let errors = ''
  const listeners = new Set<() => void>()
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text
    for (const listener of listeners) listener()
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const gone = new Promise<Pick<Step, 'code' | 'signal' | 'at'>>((resolve, reject) => {
    let at = 0
    child.once('error', reject)
    child.once('exit', () => {
      at = Date.now()
    })
    child.once('close', (code, signal) => resolve({code, signal, at}))
  })
  const ended = gone.then(how => {
    const step = collect(folder, how, out)
    const strewn = filesElsewhere(folder)
    rmSync(folder, {recursive: true})
    holds(step, errors, strewn)
    return step
  })
  // Whoever only waits for a line must not be told of the end as an unhandled rejection.
  ended.catch(() => undefined)
  return {
    ended,
    kill: signal => child.kill(signal),
    said: pattern =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const line = out
            .split('\n')
            .slice(0, -1)
            .find(one => pattern.test(one))
          if (line === undefined) return
          listeners.delete(look)
          resolve(line)
        }
        listeners.add(look)
        look()
        gone.then(() => reject(new Error(`the step ended without ${String(pattern)}:\n${out}`)), reject)
      })
  }
}

function collect(folder: string, how: Pick<Step, 'code' | 'signal' | 'at'>, out: string): Step {
  const files = filesIn(folder)
  const outputs = readOutputs(readFileSync(files.output, 'utf8'))
  const reports = readdirSync(files.temp)
  return {
    ...how,
    log: out.split('\n').slice(0, -1),
    outputs,
    summary: readFileSync(files.summary, 'utf8'),
    report: reports[0] === undefined ? undefined : readFileSync(join(files.temp, reports[0]), 'utf8'),
    ending: `${outputs['outcome']} ${outputs['reason']}`
  }
}

/** What a step has written where it has no business. */
function filesElsewhere(folder: string): readonly string[] {
  const {home, workspace, temp} = filesIn(folder)
  const stray = readdirSync(temp).filter(name => !/^rds-blue-green-[0-9a-f]{8}\.json$/.test(name))
  return [
    ...readdirSync(home),
    ...readdirSync(workspace),
    ...stray,
    ...readdirSync(folder).filter(name => !/^(commands|home|temp|workspace)$/.test(name))
  ]
}

/** Of every step, however it ended; of one that was killed, what a kill leaves to be true. */
function holds(step: Step, errors: string, strewn: readonly string[]): void {
  const {outputs, log, summary} = step
  expect(errors).toBe('')
  expect(strewn).toEqual([])
  // No output carries an account id or an ARN, nor does anything that more people read than the account.
  for (const text of [...Object.values(outputs), summary, ...log])
    expect(text.replaceAll(/arn:aws[^ "]*:\(account\)[^ "]*/g, '')).not.toMatch(/arn:aws|123456789012/)
  // Masks come before anything else is said; only the job's tokens come later, each masked before it is used.
  const said = log.filter(line => !/^::add-mask::[\w-]+\.[\w-]+\.[\w-]+$/.test(line))
  const masks = said.filter(line => line.startsWith('::add-mask::')).length
  expect(said.slice(0, masks).every(line => line.startsWith('::add-mask::'))).toBe(true)
  expect(log.flatMap(line => commandIn(line) ?? []).filter(name => !/^(add-mask|group|endgroup|warning|error)$/.test(name))).toEqual([])
  expect(log.filter(line => /^ {2,}at .+:\d+:\d+\)?$/.test(line))).toEqual([])
  if (step.signal !== null) return
  expect(Object.keys(outputs).sort()).toEqual([...OUTPUT_NAMES].sort())
  expect(summary).not.toBe('')
  expect(step.report).toBeDefined()
  const failures = log.filter(line => line.startsWith('::error'))
  const isGood = ['completed', 'nothing_to_do', 'planned'].includes(outputs['outcome'] ?? '')
  expect([step.code, failures.length]).toEqual(isGood ? [0, 0] : [1, 1])
  expect(JSON.parse(outputs['result'] ?? '')).toMatchObject({schema: 1, outcome: outputs['outcome'], reason: outputs['reason']})
}
