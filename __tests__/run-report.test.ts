/** The one report of a run: what comes next from wherever things stand, what is told of them and to whom, and what is hidden. */
import {describe, expect, test} from '@jest/globals'
import {dice} from '../lab/dice.ts'
import {inProcess} from '../lab/faces/in-process.ts'
import * as people from '../lab/model/people.ts'
import {nameIn} from '../src/domain/arn.ts'
import {Faulted} from '../src/rds/faults.ts'
import type {Report} from '../src/reporting/report.ts'
import {Run} from '../src/run.ts'
import type {World} from '../src/world.ts'
import {inputsOf} from './parsing/given.ts'
import {CLEANUP, postgres, QUICK, UPGRADE, WHOLE} from './scenarios/seeds.ts'
import type {Stage} from './scenarios/stage.ts'
import {end, HOUR, MINUTE, stage} from './scenarios/stage.ts'

const quick = {instances: [postgres], paper: QUICK}
const ACCOUNT = '123456789012'
const OPEN = {...UPGRADE, mode: 'create,wait'}

interface Told {
  readonly report: Report
  readonly said: readonly string[]
  readonly groups: readonly string[]
  /** Every set of outputs as it was told. */
  readonly known: readonly Readonly<Record<string, string>>[]
}

/** A run on the story's account, without `main` around it. */
async function go(
  story: Stage,
  given: Readonly<Record<string, string>>,
  over: (world: World) => Partial<World> = () => ({})
): Promise<Told> {
  const [said, groups, known]: [string[], string[], Readonly<Record<string, string>>[]] = [[], [], []]
  const roll = dice('run')
  const world: World = {
    ...inProcess(story.desk.caller('direct', {})),
    clock: story.time.clock(),
    random: () => roll.roll(),
    signal: new AbortController().signal,
    expires: () => undefined,
    run: {url: 'https://github.com/acme/shop/actions/runs/1', id: '1.1'},
    reporter: {
      startGroup: title => void groups.push(`+${title}`),
      endGroup: () => void groups.push('-'),
      say: line => void said.push(line),
      warn: line => void said.push(line),
      know: outputs => void known.push(outputs)
    }
  }
  const ended = await story.time.run(new Run(inputsOf({AWS_REGION: 'eu-west-1', ...given}), {...world, ...over(world)}).go())
  if (ended.is === 'rejected') throw ended.error
  if (ended.is === 'stuck') throw new Error('it never ended')
  return {report: ended.value, said, groups, known}
}

const denied = (operation: string) => new Faulted({kind: 'denied', code: 'AccessDenied', message: `${ACCOUNT} may not`}, operation)
/** The first so many reads are answered, every other one is denied. */
const deniedAfter =
  (answered: number) =>
  (world: World): Partial<World> => {
    let reads = 0
    return {
      rds: {
        ...world.rds,
        write: (operation, input, signal) => world.rds.write(operation, input, signal),
        read(operation, input, signal) {
          reads += 1
          return reads > answered ? Promise.reject(denied(operation)) : world.rds.read(operation, input, signal)
        }
      }
    }
  }

describe('what comes next, as status tells it', () => {
  const next = async (story: Stage): Promise<string | undefined> =>
    (await story.run({mode: 'status', source: 'orders'})).outputs['next-mode']

  test('nothing there yet: create', async () => expect(await next(stage(quick))).toBe('create'))
  test('being built: wait; ready: switchover; switched over: cleanup', async () => {
    const story = stage(quick)
    await story.run({...UPGRADE, mode: 'create'})
    expect(await next(story)).toBe('wait')
    await story.run({...UPGRADE, mode: 'wait'})
    expect(await next(story)).toBe('switchover')
    story.desk.change(people.changesInstance('orders', {DBInstanceStatus: 'modifying'}))
    expect(await next(story)).toBe('wait')
    story.desk.change(people.changesInstance('orders', {DBInstanceStatus: 'available'}))
    await story.run({...UPGRADE, mode: 'switchover'})
    expect(await next(story)).toBe('cleanup')
  })
  test('being switched over: switchover, which follows it', async () => {
    const story = stage(quick)
    const made = await story.run(OPEN)
    story.desk.change(people.calls('SwitchoverBlueGreenDeployment', {BlueGreenDeploymentIdentifier: made.outputs['deployment-id'] ?? ''}))
    expect(await next(story)).toBe('switchover')
  })
  test('could not be built: abort; being deleted: nothing', async () => {
    const story = stage({...quick, instances: [{...postgres, troubles: ['too-few-slots']}]})
    await story.run(OPEN)
    expect(await next(story)).toBe('abort')
    const made = story.deployments()[0]?.BlueGreenDeploymentIdentifier ?? ''
    story.desk.change(people.calls('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: made, DeleteTarget: true}))
    expect(await next(story)).toBe('')
  })
})

describe('what comes next after a phase', () => {
  test('that stopped the run: that phase; one that found no deployment: create', async () => {
    const story = stage(quick)
    expect((await story.run({...UPGRADE, mode: 'wait'})).outputs['next-mode']).toBe('create')
    const stopped = await story.run({...OPEN, 'wait-timeout-minutes': '1'})
    expect([end(stopped), stopped.outputs['phase'], stopped.outputs['next-mode']]).toEqual(['1 timed_out wait_timed_out', 'wait', 'wait'])
  })
  test('a dry run: the first phase that would do something', async () => {
    const story = stage(quick)
    const ran = await story.run({...UPGRADE, 'dry-run': 'true'})
    expect([end(ran), ran.outputs['next-mode'], ran.outputs['changed']]).toEqual(['0 planned plan_passed', 'create', 'false'])
    await story.run(OPEN)
    expect((await story.run({...UPGRADE, 'dry-run': 'true'})).outputs['next-mode']).toBe('switchover')
  })
})

describe('a dry run of several phases', () => {
  test('plans each on what the one before would leave, and says every step with its call', async () => {
    const {report, said, groups} = await go(stage(quick), {...WHOLE, 'dry-run': 'true'})
    expect(report.phases.map(one => `${one.phase} ${one.outcome.is}`)).toEqual([
      'create planned',
      'wait planned',
      'switchover planned',
      'cleanup planned'
    ])
    expect(groups).toEqual(['+create', '-', '+wait', '-', '+switchover', '-', '+cleanup', '-'])
    const calls = said.flatMap(line => /would .* {2}(\w+) \{"/.exec(line)?.[1] ?? [])
    expect(calls).toEqual(['CreateBlueGreenDeployment', 'AddTagsToResource', 'SwitchoverBlueGreenDeployment'])
    expect(report.phases.every(one => one.outcome.because !== '' && one.outcome.remedy !== undefined)).toBe(true)
    expect(report.phases.at(-1)?.outcome.because).toMatch(/next would be to/)
    expect(report.leftOut).toEqual([])
  })
  test('ends at the first that would refuse, and says what is not planned', async () => {
    const {report} = await go(stage(quick), {...UPGRADE, mode: 'create,switchover,cleanup', 'dry-run': 'true'})
    expect(report.phases.map(one => `${one.phase} ${one.outcome.is} ${one.outcome.reason}`)).toEqual([
      'create planned plan_passed',
      'switchover blocked deployment_unknown'
    ])
    expect(report.phases[1]).toMatchObject({planned: [], outcome: {details: []}})
    expect(report.leftOut).toEqual([{phase: 'cleanup', because: 'switchover ended blocked'}])
  })
})

describe('the report', () => {
  test('before the switchover: both sides, what would change, and nothing old', async () => {
    const story = stage(quick)
    const {report} = await go(story, OPEN)
    expect(report.members.map(one => [one.status, one.sourceDatabaseStatus, one.targetDatabaseStatus])).toEqual([
      ['AVAILABLE', 'available', 'available'],
      ['AVAILABLE', 'available', 'available']
    ])
    expect(report.members.map(one => [nameIn(one.source), nameIn(one.target).replace(/\w{6}$/, 'x')])).toEqual([
      ['orders', 'orders-green-x'],
      ['orders-r1', 'orders-r1-green-x']
    ])
    expect(report.changes?.find(one => one.what === 'engine version')?.blue).toBe('postgres 16.8')
    expect(report.arns).toMatchObject({
      deployment: expect.stringMatching(/:deployment:bgd-/),
      source: `arn:aws:rds:eu-west-1:${ACCOUNT}:db:orders`,
      target: expect.stringMatching(/:db:orders-green-/),
      old: ''
    })
    expect([report.oldDatabases, report.leftOut, report.region]).toEqual([[], [], 'eu-west-1'])
    expect(new Set(report.advice.map(one => one.verdict))).toEqual(new Set(['ahead']))
    expect(report.outputs['switchover-seconds']).toBeUndefined()
  })
  test('after it: what is old, by name and id, and how long the switchover took', async () => {
    const story = stage(quick)
    const {report} = await go(story, UPGRADE)
    expect(report.oldDatabases.map(one => one.name)).toEqual(['orders-old1', 'orders-r1-old1'])
    expect(report.oldDatabases.every(one => one.resourceId.startsWith('db-') && one.status !== '')).toBe(true)
    expect(report.arns.old).toMatch(/:db:orders-old1$/)
    const seconds = Number(report.outputs['switchover-seconds'])
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThan(600)
    expect(report.outputs['switchover-seconds']).toMatch(/^\d+\.\d$/)
    const again = await go(story, UPGRADE)
    expect([again.report.outcome.is, again.report.outputs['switchover-seconds'], again.report.outputs['changed']]).toEqual([
      'nothing_to_do',
      undefined,
      'false'
    ])
    const clean = await go(story, {...CLEANUP, 'old-min-age-hours': '0', 'old-idle-minutes': '0'})
    expect([clean.report.outcome.reason, clean.report.oldDatabases]).toEqual(['cleaned_up', []])
    expect(clean.report.checks.map(one => one.phase)).toEqual(clean.report.checks.map(() => 'cleanup'))
    expect(clean.report.checks.length).toBeGreaterThan(0)
    expect(clean.report.outputs['checks']).toBe(JSON.stringify(clean.report.checks))
  })
  test('after a cleanup that keeps them: the old databases, which still cost money', async () => {
    const story = stage(quick)
    await go(story, UPGRADE)
    const kept = await go(story, {mode: 'cleanup', source: 'orders', 'old-idle-minutes': '0'})
    expect([kept.report.outcome.reason, kept.report.arns.deployment]).toEqual(['cleaned_up', ''])
    expect(kept.report.oldDatabases.map(one => `${one.name} ${one.status}`)).toEqual(['orders-old1 available', 'orders-r1-old1 available'])
  })
  test('without a deployment: production’s ARN, and no members', async () => {
    const {report} = await go(stage(quick), {mode: 'status', source: 'orders'})
    expect([report.members, report.changes, report.arns]).toEqual([
      [],
      [],
      {deployment: '', source: `arn:aws:rds:eu-west-1:${ACCOUNT}:db:orders`, target: '', old: ''}
    ])
  })
  test('of a run that has not begun is there too, and empty', () => {
    const story = stage(quick)
    const world = {clock: story.time.clock(), reporter: {}, run: {url: '', id: ''}} as unknown as World
    expect(new Run(inputsOf(UPGRADE), world).report()).toMatchObject({
      outcome: {is: 'failed', reason: 'unexpected_error', because: 'no phase was run', details: []},
      phases: [],
      leftOut: [],
      members: [],
      changes: [],
      writes: [],
      warnings: [],
      oldDatabases: [],
      binlog: [],
      arns: {deployment: '', source: '', target: '', old: ''}
    })
  })
  test('tells how long each phase took, from its own begin', async () => {
    const story = stage(quick)
    const {report} = await go(story, UPGRADE)
    const [create, wait, switchover] = report.phases.map(one => one.took)
    expect([create, wait, switchover].every(took => took !== undefined && took >= 0 && took <= report.took)).toBe(true)
    expect((create ?? 0) + (wait ?? 0) + (switchover ?? 0)).toBeLessThanOrEqual(report.took + 1)
    expect(report.writes.map(one => one.operation)).toContain('SwitchoverBlueGreenDeployment')
  })
})

describe('outputs and lines', () => {
  test('an output is told when it is known and when it changes, and not again', async () => {
    const {known} = await go(stage(quick), UPGRADE)
    const last = new Map<string, string>()
    const repeated = known.flatMap(outputs =>
      Object.entries(outputs).filter(([name, value]) => {
        const same = last.get(name) === value
        last.set(name, value)
        return same
      })
    )
    expect([repeated, known.some(outputs => Object.keys(outputs).length === 0)]).toEqual([[], false])
    expect(last.get('status')).toBe('SWITCHOVER_COMPLETED')
  })
  test('the account is hidden as soon as RDS has named it, though it stands alone in the line', async () => {
    const {said, report} = await go(stage(quick), {...UPGRADE, mode: 'create'}, deniedAfter(2))
    expect(report.outcome.reason).toBe('access_denied')
    const late = await go(stage(quick), {...UPGRADE, mode: 'create'}, deniedAfter(12))
    expect(late.report.outcome.reason).toBe('access_denied')
    expect(late.said.join('\n')).toContain('may not')
    expect(late.said.join('\n')).not.toContain(ACCOUNT)
    expect(said.length).toBeGreaterThan(0)
  })
  test('a warning of credentials that end names the way to renew them, and another one where they are renewed', async () => {
    const soon = (world: World): Partial<World> => ({expires: () => new Date(world.clock.date().getTime() + 30 * MINUTE)})
    const given = {...OPEN, 'wait-timeout-minutes': '120'}
    const warned = async (more: Readonly<Record<string, string>>, over = soon) =>
      (await go(stage(quick), {...given, ...more}, over)).report.warnings.filter(line => /credentials/.test(line))
    expect(await warned({})).toEqual([expect.stringMatching(/^the AWS credentials end at .* and this wait may last 1h5\d?/)])
    expect(await warned({'role-to-assume': `arn:aws:iam::${ACCOUNT}:role/upgrade`})).toEqual([
      expect.stringMatching(/^GitHub lets this job renew/)
    ])
    expect(await warned({'wait-timeout-minutes': '20'})).toEqual([])
  })
})

describe('an inquiry', () => {
  const asked = {mode: 'status', source: 'orders'}
  test('that AWS denies names the permission, and is one group', async () => {
    const {report, groups} = await go(stage(quick), asked, deniedAfter(0))
    expect(report.outcome).toMatchObject({is: 'failed', phase: 'status', reason: 'access_denied', details: []})
    expect(report.outcome.because).toContain('rds:DescribeDB')
    expect([groups, report.phases.length, report.outputs['next-mode']]).toEqual([['+status', '-'], 1, ''])
  })
  test('that is cancelled has changed nothing', async () => {
    const gone = new AbortController()
    gone.abort()
    const {report} = await go(stage(quick), asked, world => ({...deniedAfter(0)(world), signal: gone.signal}))
    expect(report.outcome).toMatchObject({is: 'cancelled', phase: 'status', reason: 'cancelled', because: 'cancelled; nothing was changed'})
  })
  test('that meets a defect of ours does not hide it', async () => {
    const broken = (world: World): Partial<World> => ({rds: {...world.rds, read: () => Promise.reject(new TypeError('a defect'))}})
    await expect(go(stage(quick), asked, broken)).rejects.toThrow('a defect')
  })
  test('throttled tells since when', async () => {
    const throttled = (world: World): Partial<World> => ({
      rds: {
        ...world.rds,
        read: operation => Promise.reject(new Faulted({kind: 'throttled', code: 'Throttling', message: 'slow'}, operation))
      }
    })
    const story = stage(quick)
    await story.pass(HOUR)
    const {report} = await go(story, asked, throttled)
    expect(report.outcome.because).toMatch(/^AWS has throttled DescribeDB\w+ for [0-9]{1,2}s/)
  })
})

test('later phases of one run speak of the deployment that the first one made, also beside another one', async () => {
  const story = stage(quick)
  const {report} = await go(story, UPGRADE, world => ({
    rds: {
      ...world.rds,
      write: (operation, input, signal) => world.rds.write(operation, input, signal),
      read(operation, input, signal) {
        const filters = (input as {Filters?: readonly {Name?: string}[]}).Filters ?? []
        // Asked by source only until it is known.
        if (story.deployments().length > 0 && filters.some(one => one.Name === 'source') && world.clock.elapsed() > 5 * MINUTE)
          return Promise.reject(new TypeError('asked by source again'))
        return world.rds.read(operation, input, signal)
      }
    }
  }))
  expect(report.outcome.reason).toBe('switchover_completed')
})
