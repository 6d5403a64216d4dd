/** What the README promises never to do, each tried against the lab under the words it has there. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from '@jest/globals'
import * as people from '../../lab/model/people.ts'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {root} from '../house/source.ts'
import type {Kind} from './in-the-lab.ts'
import {asks, DELETE_ALL, HOUR, kinds, openBench, through} from './in-the-lab.ts'
import {tableRows} from './markdown-tables.ts'

const BOTH = Object.keys(kinds) as Kind[]
const names = ({desk}: ReturnType<typeof openBench>): string[] =>
  desk
    .account()
    .instances.map(one => one.shown.DBInstanceIdentifier ?? '')
    .toSorted()

/** Orders and a stranger in one group, and a group that is the stranger's alone. */
function shared(kind: Kind): AccountSeed {
  const values = {max_connections: '321'}
  if (kind === 'instance') {
    const other = {engine: 'postgres', version: '16.8'}
    return {
      instances: [
        {...kinds.instance.seed.instances[0], group: 'of-both'},
        {name: 'payroll', ...other, group: 'of-both'},
        {name: 'wages', ...other, group: 'of-payroll'}
      ],
      groups: ['of-both', 'of-payroll'].map(name => ({name, family: 'postgres16', kind, parameters: values}))
    }
  }
  const other = {engine: 'aurora-postgresql', version: '16.8'}
  return {
    clusters: [
      {...kinds.cluster.seed.clusters[0], group: 'of-both'},
      {name: 'payroll', ...other, group: 'of-both', instances: ['payroll-1']},
      {name: 'wages', ...other, group: 'of-payroll', instances: ['wages-1']}
    ],
    groups: ['of-both', 'of-payroll'].map(name => ({
      name,
      family: 'aurora-postgresql16',
      kind,
      parameters: {...values, 'rds.logical_replication': '1'}
    }))
  }
}

async function switchedOver(kind: Kind, bench = openBench(kinds[kind].seed)) {
  const {'deployment-id': id = ''} = await through(bench, kind, ['create', 'wait', 'switchover'])
  return {bench, id}
}

const promises: Readonly<Record<string, (kind: Kind) => Promise<void>>> = {
  'a dry run and status write nothing': async kind => {
    const bench = openBench(kinds[kind].seed)
    const dry = {...asks('create, wait, switchover, cleanup', kind, ''), 'dry-run': 'true'}
    expect(await bench.run(dry)).toMatchObject({outcome: 'planned', changed: 'false'})
    expect(await bench.run({mode: 'status', source: 'orders'})).toMatchObject({outcome: 'nothing_to_do', changed: 'false'})
    expect(bench.writes()).toEqual([])
  },
  'a create whose reply was lost does not build a second environment': async kind => {
    const lost = {operation: 'CreateBlueGreenDeployment', fault: {is: 'reset', effect: 'after'}} as const
    const bench = openBench(kinds[kind].seed, [lost])
    expect(await bench.run(asks('create', kind, ''))).toMatchObject({outcome: 'completed', reason: 'deployment_created', changed: 'true'})
    expect(bench.writes()).toEqual(['CreateBlueGreenDeployment'])
  },
  'a second upgrade builds nothing': async kind => {
    const {bench} = await switchedOver(kind)
    const before = bench.asked().length
    expect(await bench.run(asks('upgrade', kind, ''))).toMatchObject({outcome: 'nothing_to_do', changed: 'false'})
    expect(bench.writes(before)).toEqual([])
  },
  'a switchover is asked for once, also when its reply was lost': async kind => {
    const lost = {operation: 'SwitchoverBlueGreenDeployment', fault: {is: 'reset', effect: 'after'}} as const
    const {bench} = await switchedOver(kind, openBench(kinds[kind].seed, [lost]))
    expect(bench.inputsOf('SwitchoverBlueGreenDeployment')).toHaveLength(1)
  },
  'what was not approved is not switched over': async kind => {
    const bench = openBench(kinds[kind].seed)
    const {'deployment-id': id = '', fingerprint = '', ...seen} = await through(bench, kind, ['create', 'wait'])
    const green = kind === 'instance' ? (seen['green-identifier'] ?? '') : (names(bench).find(name => name.includes('-green-')) ?? '')
    const group = [{DBParameterGroupName: 'default.other', ParameterApplyStatus: 'in-sync'}]
    const change = {EngineVersion: '16.3', DBParameterGroups: group}
    bench.desk.change(people.changesInstance(green, change))
    if (kind === 'cluster')
      bench.desk.change(people.changesCluster(seen['green-identifier'] ?? '', {DBClusterParameterGroup: 'default.other'}))
    const before = bench.asked().length
    const outputs = await bench.run({mode: 'switchover', 'deployment-id': id, 'approved-fingerprint': fingerprint})
    expect(outputs).toMatchObject({outcome: 'blocked', reason: 'fingerprint_differs', changed: 'false'})
    expect(bench.writes(before)).toEqual([])
  },
  'prepare changes nothing of production without allow-reboot': async kind => {
    const bench = openBench(kinds[kind].seed)
    const {instances, clusters} = bench.desk.account()
    const outputs = await bench.run({...asks('prepare', kind, ''), 'allow-reboot': 'false'})
    expect(outputs).toMatchObject({outcome: 'blocked', reason: 'reboot_needed', changed: 'true'})
    expect([...new Set(bench.writes())].toSorted()).toEqual(
      kind === 'instance'
        ? ['AddTagsToResource', 'CreateDBParameterGroup', 'ModifyDBParameterGroup']
        : ['AddTagsToResource', 'CreateDBClusterParameterGroup', 'ModifyDBClusterParameterGroup']
    )
    expect(bench.desk.account()).toMatchObject({instances, clusters})
  },
  'a parameter group of others is never edited': async kind => {
    const bench = openBench(shared(kind))
    const groups = () => bench.desk.account().parameterGroups.filter(({name}) => name.startsWith('of-'))
    const before = groups()
    expect(before.map(one => one.name)).toEqual(['of-both', 'of-payroll'])
    const cluster = kind === 'cluster' ? 'cluster-' : ''
    for (const side of ['source', 'target']) {
      const given = {...asks('prepare', kind, ''), [`${side}-${cluster}parameter-group`]: 'of-payroll'}
      expect(await bench.run(given)).toMatchObject({outcome: 'blocked', reason: 'checks_not_met', changed: 'false'})
    }
    expect(bench.writes()).toEqual([])
    expect(await bench.run(asks('prepare', kind, ''))).toMatchObject({outcome: 'completed', reason: 'prepared'})
    expect(groups()).toEqual(before)
    const edited = [...bench.inputsOf('ModifyDBParameterGroup'), ...bench.inputsOf('ModifyDBClusterParameterGroup')]
    expect(edited.length).toBeGreaterThan(0)
    expect(JSON.stringify(edited)).not.toMatch(/"(?:of-|default\.)/)
  },
  'a stranger that bears the name old blue would have is not touched': async kind => {
    const stranger = {name: 'orders-old1', engine: 'postgres', version: '16.8'}
    const seed = kinds[kind].seed
    const bench = openBench({...seed, instances: [...('instances' in seed ? seed.instances : []), stranger]})
    const {id} = await switchedOver(kind, bench)
    await bench.time.pass(25 * HOUR)
    expect(await bench.run({mode: 'cleanup', 'deployment-id': id, ...DELETE_ALL})).toMatchObject({reason: 'cleaned_up'})
    expect(names(bench)).toEqual(kind === 'instance' ? ['orders', 'orders-old1', 'orders-r1'] : ['orders-1', 'orders-2', 'orders-old1'])
  },
  'nothing is deleted while old blue is young, in use or protected': async kind => {
    const {bench, id} = await switchedOver(kind)
    const before = bench.asked().length
    const cleanup = {mode: 'cleanup', 'deployment-id': id, ...DELETE_ALL}
    expect(await bench.run(cleanup)).toMatchObject({outcome: 'blocked', reason: 'old_blue_too_young'})
    await bench.time.pass(25 * HOUR)
    expect(await bench.run({...cleanup, 'disable-deletion-protection': 'false'})).toMatchObject({reason: 'deletion_protected'})
    bench.desk.change(people.connects(kind === 'instance' ? 'orders-r1-old1' : 'orders-2-old1', 3))
    await bench.time.pass(HOUR)
    expect(await bench.run(cleanup)).toMatchObject({outcome: 'blocked', reason: 'old_blue_in_use'})
    expect(bench.writes(before)).toEqual([])
  },
  'old blue does not go before its final snapshot is asked for': async kind => {
    const bench = openBench(kinds[kind].seed)
    await through(bench, kind, ['create', 'wait', 'switchover', 'cleanup'])
    const deletions = bench.inputsOf(kind === 'instance' ? 'DeleteDBInstance' : 'DeleteDBCluster')
    const last = deletions.at(-1)
    expect(last).toMatchObject({SkipFinalSnapshot: false, FinalDBSnapshotIdentifier: expect.stringMatching(/^final-orders-/)})
  },
  'nothing is deleted when a member failed although the deployment says completed': async kind => {
    const {bench, id} = await switchedOver(kind)
    await bench.time.pass(25 * HOUR)
    const shown = bench.desk.account().deployments[0]?.shown.SwitchoverDetails ?? []
    const failed = shown.map((one, index) => (index === 1 ? {...one, Status: 'SWITCHOVER_FAILED'} : one))
    bench.desk.change(now => ({
      ...now,
      deployments: now.deployments.map(one => ({...one, shown: {...one.shown, SwitchoverDetails: failed}}))
    }))
    const before = bench.asked().length
    expect(await bench.run({mode: 'cleanup', 'deployment-id': id, ...DELETE_ALL})).toMatchObject({reason: 'member_failed'})
    expect(bench.writes(before)).toEqual([])
  },
  'DeleteTarget is not sent after a switchover': async kind => {
    const bench = openBench(kinds[kind].seed)
    await through(bench, kind, ['create', 'wait', 'switchover', 'cleanup'])
    expect(bench.inputsOf('DeleteBlueGreenDeployment').map(input => Object.keys(input))).toEqual([['BlueGreenDeploymentIdentifier']])
  },
  'abort does not delete what has become production': async kind => {
    const {bench, id} = await switchedOver(kind)
    const before = bench.asked().length
    const outputs = await bench.run({mode: 'abort', 'deployment-id': id, 'disable-deletion-protection': 'true'})
    expect(outputs).toMatchObject({outcome: 'blocked', reason: 'already_switched_over', changed: 'false'})
    expect(bench.writes(before)).toEqual([])
  },
  'an unknown status is not written upon': async kind => {
    const bench = openBench(kinds[kind].seed)
    const {'deployment-id': id = ''} = await through(bench, kind, ['create', 'wait'])
    bench.desk.change(people.setsDeploymentStatus(id, 'PONDERING'))
    const before = bench.asked().length
    for (const mode of ['switchover', 'cleanup', 'abort'])
      expect(await bench.run(asks(mode, kind, id))).toMatchObject({outcome: 'blocked', reason: 'status_unknown'})
    expect(bench.writes(before)).toEqual([])
  },
  'a cancelled run undoes nothing': async kind => {
    const bench = openBench(kinds[kind].seed)
    expect(await bench.run(asks('create, wait', kind, ''), 5 * 60_000)).toMatchObject({outcome: 'cancelled', changed: 'true'})
    expect(bench.writes()).toEqual(['CreateBlueGreenDeployment'])
    expect(await bench.run(asks('create, wait', kind, ''))).toMatchObject({outcome: 'completed', reason: 'green_ready'})
  },
  'no output carries an account id or an ARN': async kind => {
    const bench = openBench(kinds[kind].seed)
    for (const modes of [['create'], ['create', 'wait'], ['create', 'wait', 'switchover'], ['create', 'wait', 'switchover', 'cleanup']]) {
      const fresh = openBench(kinds[kind].seed)
      const said = JSON.stringify(await through(fresh, kind, modes))
      expect(said).not.toContain(bench.desk.account().id)
      expect(said).not.toMatch(/arn:aws/)
    }
  }
}

describe.each(BOTH)('%s', kind => {
  test.each(Object.keys(promises))('%s', promise => promises[promise]?.(kind))
})

test('the README promises exactly these, by rules there are', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const rows = tableRows(readme, ['promise', 'rule'])
  expect(rows.map(([promise]) => promise)).toEqual(Object.keys(promises))
  for (const [, rule = ''] of rows) expect(rule).toMatch(/^(?:—|abort's proof|\d+(?:, \d+)*)$/)
})
