/**
 * `npm run demo`: the committed bundle takes an instance with a read replica through a whole upgrade against the lab, step by step as a
 * workflow would, in half a minute. The exit code is that of the first step that failed.
 */
import {copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {join, relative} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {scaledTime} from '../clocks.ts'
import type {Desk} from '../desk.ts'
import {serve} from '../faces/http/server.ts'
import {openScenario} from '../scenario.ts'
import type {Inputs} from './runner.ts'
import {filesIn, readOutputs, startStep} from './runner.ts'
import type {StoryStep} from './story.ts'
import {FACTOR, POLL_SECONDS, scenario, steps} from './story.ts'
import {logView, styled, table} from './terminal.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const preview = join(root, '.preview')
const folder = join(preview, 'demo')

const say = (...lines: readonly string[]): void => {
  if (lines.length > 0) console.log(lines.join('\n'))
}

interface Ended {
  readonly code: number
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

async function runStep(step: StoryStep, number: number, id: string, endpoint: string): Promise<Ended> {
  const inputs = step.inputs(id)
  if (step.before !== undefined) say(styled('dim', step.before), '')
  say(styled('bold', `Step ${number} of ${steps.length}: ${step.title}`), ...workflowLines(inputs), '')
  const home = join(folder, `${number}-${step.name}`)
  const began = performance.now()
  const child = startStep({folder: home, endpoint, inputs: {...inputs, 'poll-interval-seconds': `${POLL_SECONDS}`}})
  const view = logView()
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({input: stream}).on('line', line => say(...view(line)))
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', status => resolve(status ?? 1))
  })
  const seconds = (performance.now() - began) / 1000
  const took = `${seconds.toFixed(0)} s here, ${atAws(seconds)} at AWS`
  say(code === 0 ? styled('green', `  ✓ exit code 0 after ${took}`) : styled('red', `  ✗ exit code ${code} after ${took}`), '')
  const files = filesIn(home)
  const summary = join(preview, `demo-${number}-${step.name}.md`)
  copyFileSync(files.summary, summary)
  return {code, outputs: readOutputs(readFileSync(files.output, 'utf8')), summary}
}

const workflowLines = (inputs: Inputs): readonly string[] =>
  [
    '  uses: OWNER/rds-blue-green@<sha>',
    '  with:',
    ...Object.entries(inputs).map(([name, value]) => `    ${name}: ${/^[\d.]+$|^(true|false)$/.test(value) ? `'${value}'` : value}`)
  ].map(line => styled('dim', line))

function atAws(seconds: number): string {
  const minutes = (seconds * FACTOR) / 60
  return minutes < 1 ? 'less than a minute' : `${Math.round(minutes)} minute${Math.round(minutes) === 1 ? '' : 's'}`
}

/** The last value of each output that says something, and which step set it. */
function outputRows(ended: readonly Ended[]): readonly (readonly string[])[] {
  const names = [...new Set(ended.flatMap(one => Object.keys(one.outputs)))]
  return names.flatMap(name => {
    const at = ended.findLastIndex(one => (one.outputs[name] ?? '') !== '')
    const value = ended[at]?.outputs[name]
    return value === undefined ? [] : [[name, shortened(name, value), String(at + 1)]]
  })
}

const LONGEST = 60

function shortened(name: string, value: string): string {
  if (value.startsWith('[') || value.startsWith('{')) return `JSON, ${value.length} characters`
  const shown = name === 'report-path' ? relative(root, value) : value
  return shown.length <= LONGEST ? shown : `${shown.slice(0, LONGEST - 1)}…`
}

const databasesOf = (desk: Desk): string =>
  desk
    .account()
    .instances.map(({shown}) => `${shown.DBInstanceIdentifier} (${shown.Engine} ${shown.EngineVersion})`)
    .join(', ')

async function main(): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 24) throw new Error(`This is Node ${process.versions.node}: run it with npm run demo`)
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  for (const name of readdirSync(preview)) if (/^demo-.*\.md$/.test(name)) rmSync(join(preview, name))

  const desk = openScenario(scenario, scaledTime(FACTOR).scheduler)
  const face = await serve(desk)
  say(
    '',
    'An RDS database and its read replica are upgraded from MySQL 8.0 to 8.4 through a blue/green deployment.',
    'The action is the real one; RDS is simulated on this machine, and no AWS account is involved.',
    `Time runs ${FACTOR} times faster: a second here is two and a half minutes at AWS.`,
    '',
    `Databases before: ${databasesOf(desk)}`,
    ''
  )
  // Ctrl-C reaches the step as well, which has its own last words; afterwards nothing more is begun.
  let interrupted = false
  process.on('SIGINT', () => {
    interrupted = true
  })
  const ended: Ended[] = []
  try {
    for (const [index, step] of steps.entries()) {
      ended.push(await runStep(step, index + 1, ended[0]?.outputs['deployment-id'] ?? '', face.url))
      if (interrupted || ended.at(-1)?.code !== 0) break
    }
  } finally {
    await face.close()
  }
  const last = ended.at(-1)
  say(`Databases after: ${databasesOf(desk)}`, '', ...table(['output', 'value', 'of step'], outputRows(ended)), '')
  say(
    'The summaries of the steps, as GitHub would show them on the page of the run:',
    ...ended.map(one => `  ${relative(root, one.summary)}`)
  )
  say('To see one rendered (the last, where none is named), open the page that this writes:')
  say(`  npm run preview${ended[1] === undefined ? '' : ` -- ${relative(root, ended[1].summary)}`}`, '')
  return interrupted ? 130 : (last?.code ?? 1)
}

process.exitCode = await main()
