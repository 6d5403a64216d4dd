/** The permissions of the README are those the code needs: compared with the port, and tried one by one against the lab's policy. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import {refuseByPolicy} from '../../lab/desk-policy.ts'
import {account} from '../../lab/model/seed.ts'
import {AVAILABLE} from '../../src/run.ts'
import {root, sources} from '../house/source.ts'
import type {Kind} from './in-the-lab.ts'
import {asks, HOUR, isWell, kinds, openBench, through} from './in-the-lab.ts'
import {headOf, tableRows} from './markdown-tables.ts'

const file = (name: string): string => readFileSync(join(root, name), 'utf8')
const HEAD = ['action', 'what for']
const readme = file('README.md')
const columns = headOf(readme, HEAD).slice(2)

interface Row {
  readonly action: string
  /** Phase → required, optional or sometimes. */
  readonly needed: ReadonlyMap<string, string>
}

const MARKS: Readonly<Record<string, string>> = {'●': 'required', '○': 'optional', '◐': 'sometimes'}
const rows: readonly Row[] = tableRows(readme, HEAD).map(([action = '', , ...marks]) => ({
  action,
  needed: new Map(marks.flatMap((mark, index) => (mark === '' ? [] : [[columns[index] ?? '', MARKS[mark] ?? mark]])))
}))
const actions = rows.map(row => row.action)

const callers = sources(['src']).filter(({path}) => !/^src\/(rds\/(api|subject)|aws\/)/.test(path))
const isCalled = (operation: string): boolean => callers.some(({text}) => text.includes(`'${operation}'`))
/** What the phases and inquiries of this release call; the port has operations for later ones. */
const operations = [...file('src/rds/api.ts').matchAll(/^ {2}(\w+): \{\s*in: /gm)].map(([, name = '']) => name).filter(isCalled)
const ported = [...operations.map(name => `rds:${name}`), 'cloudwatch:GetMetricData']

const POLICIES: Readonly<Record<string, readonly string[]>> = {
  prepare: ['prepare'],
  build: ['plan', 'create', 'wait'],
  switchover: ['switchover'],
  cleanup: ['cleanup'],
  abort: ['abort'],
  status: ['status']
}
const allowed = (policy: string): string[] =>
  (JSON.parse(file(`examples/policies/${policy}.json`)) as {Statement: {Action: string[]}[]}).Statement.flatMap(one => one.Action)

test('every operation that is called has a row, and nothing has two', () => {
  expect(operations.length).toBeGreaterThan(15)
  expect(ported.filter(action => !actions.includes(action))).toEqual([])
  expect(actions.length).toBe(new Set(actions).size)
})

test('what RDS does in the name of the caller is what the lab asks for too', () => {
  const inRdsName = actions.filter(action => !ported.includes(action))
  // The lab denies what it asks for, so an action it never asks for is never in the way.
  const asked = ['CreateBlueGreenDeployment', 'SwitchoverBlueGreenDeployment', 'DeleteBlueGreenDeployment'].flatMap(operation =>
    [':db:', ':cluster:'].flatMap(Source =>
      inRdsName.filter(action => refuseByPolicy(account({}), [action], 'rds', operation, {Source}) !== undefined)
    )
  )
  expect(inRdsName.filter(action => !asked.includes(action) && !action.startsWith('rds:Delete'))).toEqual([])
})

test('every row is needed by something', () => {
  expect(rows.filter(row => row.needed.size === 0).map(row => row.action)).toEqual([])
})

test('the columns are the phases and inquiries there are', () => {
  expect([...columns].sort()).toEqual([...AVAILABLE].sort())
  expect(Object.values(POLICIES).flat().sort()).toEqual([...columns].sort())
})

test.each(Object.entries(POLICIES))('examples/policies/%s.json is what the table says', (policy, modes) => {
  const needed = rows.filter(row => modes.some(mode => row.needed.has(mode))).map(row => row.action)
  expect(allowed(policy).sort()).toEqual(needed.sort())
})

/** The phases before, with every permission; then this one, with those denied. */
async function ends(kind: Kind, mode: string, denied: readonly string[]): Promise<boolean> {
  const bench = openBench(kinds[kind].seed)
  const before =
    mode === 'plan' || mode === 'prepare' || mode === 'create'
      ? []
      : mode === 'cleanup'
        ? ['create', 'wait', 'switchover']
        : ['create', 'wait']
  const {'deployment-id': id = ''} = await through(bench, kind, mode === 'wait' ? ['create'] : before)
  if (mode === 'cleanup') await bench.time.pass(25 * HOUR)
  bench.desk.setDenied(denied)
  return isWell(await bench.run(asks(mode, kind, id)))
}

describe.each(Object.keys(kinds) as Kind[])('%s', kind => {
  test.each(Object.entries(POLICIES).flatMap(([policy, modes]) => modes.map(mode => [mode, policy] as const)))(
    '%s ends well with nothing but %s.json',
    async (mode, policy) => {
      const may = allowed(policy)
      expect(
        await ends(
          kind,
          mode,
          [...new Set([...ported, ...actions])].filter(action => !may.includes(action))
        )
      ).toBe(true)
    }
  )
})

describe.each(columns)('%s', mode => {
  const all = rows.flatMap(row => {
    const need = row.needed.get(mode)
    return need === undefined ? [] : [[row.action, need] as const]
  })

  test.each(all.filter(([, need]) => need === 'required'))('does not end well without %s', async action => {
    const ended = await Promise.all((Object.keys(kinds) as Kind[]).map(kind => ends(kind, mode, [action])))
    expect(ended).toContain(false)
  })

  // prepare writes on nothing that it could not read.
  const others = all.filter(([, need]) => need !== 'required')
  if (others.length === 0) return
  test.each(others)('ends well without %s', async action => {
    const ended = await Promise.all((Object.keys(kinds) as Kind[]).map(kind => ends(kind, mode, [action])))
    expect(ended).toEqual([true, true])
  })
})
