/**
 * A runner in small: it starts the committed bundle as GitHub's runner does, in an environment of its own, and reads what the step
 * leaves behind. For the demo and for the acceptance tests.
 */
import type {ChildProcess} from 'node:child_process'
import {spawn} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bundle = join(root, 'dist', 'index.js')

export type Inputs = Readonly<Record<string, string>>

/** Name → default, as action.yml declares them; one without a default has the empty one. */
export function declaredInputs(): ReadonlyMap<string, string> {
  const [, section = ''] = readFileSync(join(root, 'action.yml'), 'utf8').split(/^(?:inputs|outputs):$/m)
  const declared = new Map<string, string>()
  let name = ''
  for (const line of section.split('\n')) {
    name = /^ {2}([a-z-]+):$/.exec(line)?.[1] ?? name
    const [, fallback] = /^ {4}default: '(.*)'$/.exec(line) ?? []
    if (name !== '') declared.set(name, fallback?.replaceAll("''", "'") ?? declared.get(name) ?? '')
  }
  return declared
}

/** The runner sets the variable of every declared input, to the default or to nothing, and keeps a given value even when it is empty. */
function inputVariables(inputs: Inputs): Record<string, string> {
  const all = {...Object.fromEntries(declaredInputs()), ...inputs}
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase().replaceAll(' ', '_')}`, value]))
}

export interface Order {
  /** An empty folder of this step alone: its files, its temporary folder, its home and its working folder are made in it. */
  readonly folder: string
  readonly endpoint: string
  readonly inputs: Inputs
  /** Undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly nodeFlags?: readonly string[]
}

export interface StepFiles {
  readonly output: string
  readonly summary: string
  readonly temp: string
  readonly home: string
  readonly workspace: string
}

export const filesIn = (folder: string): StepFiles => ({
  output: join(folder, 'commands', 'output'),
  summary: join(folder, 'commands', 'summary'),
  temp: join(folder, 'temp'),
  home: join(folder, 'home'),
  workspace: join(folder, 'workspace')
})

export function startStep({folder, endpoint, inputs, env, nodeFlags = []}: Order): ChildProcess {
  const files = filesIn(folder)
  for (const one of [join(folder, 'commands'), files.temp, files.home, files.workspace]) mkdirSync(one, {recursive: true})
  for (const one of [files.output, files.summary]) writeFileSync(one, '')
  const variables: Record<string, string | undefined> = {
    PATH: process.env['PATH'],
    HOME: files.home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'octo-org/orders',
    GITHUB_RUN_ID: '7777777777',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKSPACE: files.workspace,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_TEMP: files.temp,
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL: endpoint,
    // As aws-actions/configure-aws-credentials leaves them; the lab verifies no signature.
    AWS_ACCESS_KEY_ID: 'ASIALAB',
    AWS_SECRET_ACCESS_KEY: 'lab-secret-access-key',
    AWS_SESSION_TOKEN: 'lab-session-token',
    AWS_EC2_METADATA_DISABLED: 'true',
    ...inputVariables(inputs),
    ...env
  }
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined))
  return spawn(process.execPath, [...nodeFlags, bundle], {cwd: files.workspace, env: given, stdio: ['ignore', 'pipe', 'pipe']})
}

/** The file behind GITHUB_OUTPUT, read as the runner reads it: the last entry of a name counts. */
export function readOutputs(text: string): Record<string, string> {
  const lines = text.split('\n')
  const outputs: Record<string, string> = {}
  for (let at = 0; at < lines.length; at += 1) {
    const [name = '', delimiter] = (lines[at] ?? '').split('<<')
    if (delimiter === undefined) continue
    const end = lines.indexOf(delimiter, at + 1)
    if (end < 0) throw new Error(`the output ${name} has no end`)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
