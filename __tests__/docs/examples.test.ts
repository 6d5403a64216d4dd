/** Workflows that people copy: they can be read, give inputs there are, and use outputs there are. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {checks} from '../../src/checks/index.ts'
import {INPUTS, readInputs} from '../../src/inputs.ts'
import {OUTPUT_NAMES} from '../../src/outputs.ts'
import {AVAILABLE} from '../../src/run.ts'
import {pathsUnder, root} from '../house/source.ts'
import type {Yaml} from './workflows.ts'
import {isMap, readYaml, stepsOf} from './workflows.ts'

const file = (name: string): string => readFileSync(join(root, name), 'utf8')
const OURS = /^OWNER\/rds-blue-green@<sha>$/
const examples = pathsUnder(['examples']).filter(path => path.endsWith('.yml'))

const jobsOf = (workflow: Yaml): [string, Readonly<Record<string, Yaml>>][] =>
  isMap(workflow) && isMap(workflow['jobs'])
    ? Object.entries(workflow['jobs']).flatMap(([name, job]) => (isMap(job) ? [[name, job]] : []))
    : []

describe.each(examples)('%s', path => {
  const text = file(path)
  const workflow = readYaml(text)
  const steps = stepsOf(workflow)
  const ours = steps.filter(step => OURS.test(step.uses))

  test('uses this action, with inputs it has, for phases it has', () => {
    expect(ours.length).toBeGreaterThan(0)
    for (const step of ours) {
      expect(Object.keys(step.with).filter(name => !(name in INPUTS))).toEqual([])
      expect((step.with['mode'] ?? '').split(',').filter(mode => !AVAILABLE.has(mode.trim() as never))).toEqual([])
    }
  })

  test('its values are good once the expressions are filled in', () => {
    const filled = (name: string, value: string): string => (value.includes('${{') ? (SAMPLES[name] ?? '?') : value)
    for (const step of ours) {
      const env = Object.fromEntries(Object.entries(step.with).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, filled(name, value)]))
      expect(readInputs({...env, AWS_REGION: 'eu-central-1'}, checks)).toMatchObject({is: 'read'})
    }
  })

  test('every step output it uses is one that the step has', () => {
    for (const [, id = '', output = ''] of text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
      expect(ours.map(step => step.id)).toContain(id)
      expect(OUTPUT_NAMES).toContain(output)
    }
  })

  test('every job output it uses is one that the job has, and needs', () => {
    for (const [name, job] of jobsOf(workflow)) {
      for (const [, needed = '', output = ''] of JSON.stringify(job).matchAll(/\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g)) {
        expect([name, job['needs']]).toEqual([name, needed])
        const outputs = jobsOf(workflow).find(([other]) => other === needed)?.[1]['outputs']
        expect(Object.keys(isMap(outputs) ? outputs : {})).toContain(output)
      }
    }
  })

  test('every input of the workflow that it uses is declared', () => {
    const on = isMap(workflow) ? workflow['on'] : undefined
    const dispatch = isMap(on) && isMap(on['workflow_dispatch']) ? on['workflow_dispatch']['inputs'] : undefined
    const used = [...text.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name)
    expect(used.filter(name => !(isMap(dispatch) && name !== undefined && name in dispatch))).toEqual([])
  })

  test('asks for no more than the token, pins what it uses, and puts no expression into a script', () => {
    expect(text).toMatch(/^permissions: \{\}$/m)
    for (const [, job] of jobsOf(workflow)) expect(job['permissions']).toEqual({'id-token': 'write'})
    for (const step of steps) if (step.uses !== '') expect(step.uses).toMatch(/@(?:[0-9a-f]{40}|<sha>)$/)
    expect(text).not.toMatch(/run:.*\$\{\{/)
  })

  test('a job ends after its run would, and does not share the group of another run', () => {
    for (const [name, job] of jobsOf(workflow)) {
      const step = ours.find(one => one.job === name)
      const limit = Number(step?.with['wait-timeout-minutes'] ?? INPUTS['wait-timeout-minutes'].fallback)
      if (step?.with['mode'] !== 'status') expect(Number(job['timeout-minutes'])).toBeGreaterThan(limit + 5)
    }
    expect(isMap(workflow) ? Object.keys(workflow) : []).not.toContain('concurrency')
  })
})

/** What the expressions stand for. */
const SAMPLES: Readonly<Record<string, string>> = {
  source: 'arn:aws:rds:eu-central-1:012345678901:db:orders',
  'target-engine-version': '16.10',
  'deployment-id': 'bgd-1a2b3c4d5e6f7g8h',
  'approved-fingerprint': 'v1:W10',
  'delete-old-databases': 'true',
  'allow-reboot': 'true'
}

test('every example is linked in the README, and every variable that it asks for is named there', () => {
  const readme = file('README.md')
  expect(examples.filter(path => !readme.includes(`](${path})`))).toEqual([])
  const asked = examples.flatMap(path => [...file(path).matchAll(/\bvars\.(RDS_\w+_ROLE|AWS_REGION)\b/g)].map(([, name = '']) => name))
  expect([...new Set(asked)].filter(name => !readme.includes(`\`${name}\``))).toEqual([])
})

test('what may change production waits for its environment', () => {
  const changing = ['prepare', 'switchover', 'cleanup', 'abort', 'upgrade']
  for (const path of examples) {
    const workflow = readYaml(file(path))
    const ours = stepsOf(workflow).filter(step => OURS.test(step.uses))
    const bare = jobsOf(workflow).filter(
      ([name, job]) =>
        job['environment'] !== 'production' &&
        ours.some(step => step.job === name && (step.with['mode'] ?? '').split(',').some(mode => changing.includes(mode.trim())))
    )
    expect([path, bare.map(([name]) => name)]).toEqual([path, []])
  }
})

test('the workflow in the README is the example', () => {
  expect(file('README.md')).toContain(`\`\`\`yaml\n${file('examples/upgrade-with-approval.yml').trimEnd()}\n\`\`\``)
})

describe('the reader of YAML', () => {
  test('maps, lists, quotes, comments', () => {
    expect(readYaml(`a: {}\nb:\n  - c: 'it''s' # no\n    d: x@<y> # v1\n  - e\nf:\n`)).toEqual({
      a: {},
      b: [{c: "it's", d: 'x@<y>'}, 'e'],
      f: ''
    })
  })

  test.each(['a: [1]', 'a: |\n  b', 'a: "b"', 'a: b: c', 'a: 1\na: 2', 'a:\n    b: 1\n  c: 2', '\tno'])('refuses %j', text => {
    expect(() => readYaml(text)).toThrow()
  })
})
