/**
 * `npm run demo`: the committed bundle takes an instance with a read replica through a whole upgrade against the lab, step by step as a
 * workflow would, in half a minute; `npm run demo -- aurora` does it with a cluster. The exit code is 1 when a step ended otherwise than
 * the story tells.
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
import type {Act, StoryStep} from './story.ts'
import {acts, FACTOR, POLL_SECONDS} from './story.ts'
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

async function runStep(step: StoryStep, number: number, of: number, id: string, endpoint: string): Promise<Ended> {
  const inputs = step.inputs(id)
  if (step.before !== undefined) say(styled('dim', step.before), '')
  say(styled('bold', `Step ${number} of ${of}: ${step.title}`), ...workflowLines(inputs), '')
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

function databasesOf(desk: Desk): string {
  const {clusters, instances} = desk.account()
  return [
    ...clusters.map(({shown}) => `${shown.DBClusterIdentifier} (${shown.Engine} ${shown.EngineVersion})`),
    ...instances.map(({shown}) => `${shown.DBInstanceIdentifier} (${shown.Engine} ${shown.EngineVersion})`)
  ].join(', ')
}

/** The id that a later step is given: of the newest deployment that an earlier one made. */
const idOf = (ended: readonly Ended[]): string => ended.findLast(one => one.outputs['deployment-id'] !== '')?.outputs['deployment-id'] ?? ''

function chosen(name: string | undefined): Act {
  const act = acts[name ?? 'instance']
  if (act === undefined) throw new Error(`There is no act called ${name}: ${Object.keys(acts).join(', ')}`)
  return act
}

async function main(): Promise<number> {
  if (Number(process.versions.node.split('.')[0]) < 24) throw new Error(`This is Node ${process.versions.node}: run it with npm run demo`)
  const {about, scenario, steps} = chosen(process.argv[2])
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  for (const name of readdirSync(preview)) if (/^demo-.*\.md$/.test(name)) rmSync(join(preview, name))

  const desk = openScenario(scenario, scaledTime(FACTOR).scheduler)
  const face = await serve(desk)
  say(
    '',
    about,
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
      const one = await runStep(step, index + 1, steps.length, idOf(ended), face.url)
      ended.push(one)
      if (interrupted || one.code !== (step.fails === true ? 1 : 0)) break
    }
  } finally {
    await face.close()
  }
  const isTold = ended.length === steps.length && ended.every((one, at) => one.code === (steps[at]?.fails === true ? 1 : 0))
  say(`Databases after: ${databasesOf(desk)}`, '', ...table(['output', 'value', 'of step'], outputRows(ended)), '')
  say(
    'The summaries of the steps, as GitHub would show them on the page of the run:',
    ...ended.map(one => `  ${relative(root, one.summary)}`)
  )
  const shown = ended.find(one => one.outputs['switchover-seconds'] !== '')
  say('To see one rendered (the last, where none is named), open the page that this writes:')
  say(`  npm run preview${shown === undefined ? '' : ` -- ${relative(root, shown.summary)}`}`, '')
  return interrupted ? 130 : isTold ? 0 : 1
}

process.exitCode = await main()
