/** Every phase has an answer to every status, and it is the one of this table. */
import {describe, expect, test} from '@jest/globals'
import {absent, known} from '../../src/domain/known.ts'
import type {Inputs} from '../../src/inputs.ts'
import type {Observation} from '../../src/observing/observation.ts'
import {phases} from '../../src/phases/index.ts'
import type {Situation} from '../../src/phases/phase.ts'
import {inputs, NONE, observation, oldBlue, oldReplica, phase, production, STATUSES, said, situation} from './builders.ts'

const OTHER = 'UPGRADE_FAILED_SOMEHOW'
const TABLE: Readonly<Record<string, Readonly<Record<(typeof STATUSES)[number], string>>>> = {
  prepare: {
    [NONE]: 'CreateDBParameterGroup',
    PROVISIONING: 'done prepared',
    AVAILABLE: 'done prepared',
    SWITCHOVER_IN_PROGRESS: 'done prepared',
    SWITCHOVER_COMPLETED: 'done already_at_target',
    SWITCHOVER_FAILED: 'failed switchover_failed',
    INVALID_CONFIGURATION: 'failed provisioning_failed',
    DELETING: 'wait provisioning',
    SOMETHING_NEW: 'blocked status_unknown',
    [OTHER]: 'failed provisioning_failed',
    '': 'blocked status_unknown'
  },
  create: {
    [NONE]: 'CreateBlueGreenDeployment',
    PROVISIONING: 'done deployment_adopted',
    AVAILABLE: 'done deployment_adopted',
    SWITCHOVER_IN_PROGRESS: 'done deployment_adopted',
    SWITCHOVER_COMPLETED: 'done already_at_target',
    SWITCHOVER_FAILED: 'failed switchover_failed',
    INVALID_CONFIGURATION: 'failed provisioning_failed',
    DELETING: 'wait provisioning',
    SOMETHING_NEW: 'blocked status_unknown',
    [OTHER]: 'failed provisioning_failed',
    '': 'blocked status_unknown'
  },
  wait: {
    [NONE]: 'failed deployment_not_found',
    PROVISIONING: 'wait provisioning',
    AVAILABLE: 'done green_ready',
    SWITCHOVER_IN_PROGRESS: 'done green_ready',
    SWITCHOVER_COMPLETED: 'done already_switched_over',
    SWITCHOVER_FAILED: 'failed switchover_failed',
    INVALID_CONFIGURATION: 'failed provisioning_failed',
    DELETING: 'failed deployment_deleting',
    SOMETHING_NEW: 'wait provisioning',
    [OTHER]: 'failed provisioning_failed',
    '': 'wait provisioning'
  },
  switchover: {
    [NONE]: 'failed deployment_not_found',
    PROVISIONING: 'blocked deployment_unknown',
    AVAILABLE: 'AddTagsToResource',
    SWITCHOVER_IN_PROGRESS: 'wait switching',
    SWITCHOVER_COMPLETED: 'done already_switched_over',
    SWITCHOVER_FAILED: 'AddTagsToResource',
    INVALID_CONFIGURATION: 'failed switchover_failed',
    DELETING: 'failed deployment_deleting',
    SOMETHING_NEW: 'blocked status_unknown',
    [OTHER]: 'failed switchover_failed',
    '': 'blocked status_unknown'
  },
  cleanup: {
    [NONE]: 'done nothing_left',
    PROVISIONING: 'blocked deployment_unknown',
    AVAILABLE: 'blocked deployment_unknown',
    SWITCHOVER_IN_PROGRESS: 'blocked deployment_unknown',
    SWITCHOVER_COMPLETED: 'DeleteBlueGreenDeployment',
    SWITCHOVER_FAILED: 'blocked deployment_unknown',
    INVALID_CONFIGURATION: 'blocked deployment_unknown',
    DELETING: 'wait provisioning',
    SOMETHING_NEW: 'blocked status_unknown',
    [OTHER]: 'blocked deployment_unknown',
    '': 'blocked status_unknown'
  },
  abort: {
    [NONE]: 'done nothing_left',
    PROVISIONING: 'DeleteBlueGreenDeployment',
    AVAILABLE: 'DeleteBlueGreenDeployment',
    SWITCHOVER_IN_PROGRESS: 'blocked deployment_unknown',
    SWITCHOVER_COMPLETED: 'blocked already_switched_over',
    // Members that say SWITCHOVER_FAILED have a switchover status: the proof is not given.
    SWITCHOVER_FAILED: 'blocked production_in_danger',
    INVALID_CONFIGURATION: 'DeleteBlueGreenDeployment',
    DELETING: 'wait provisioning',
    SOMETHING_NEW: 'blocked status_unknown',
    [OTHER]: 'DeleteBlueGreenDeployment',
    '': 'blocked status_unknown'
  }
}

/** With nothing of green left, as after an abort; the members of an unknown failure say nothing of a switchover. */
const seen = (name: string, status: string): Observation =>
  observation(status, name === 'abort' && status === NONE ? {green: known([])} : {})

test('every phase that exists has its rows', () => {
  expect(Object.keys(TABLE).sort()).toEqual(phases.map(one => one.name).sort())
})

describe.each(Object.entries(TABLE))('%s', (name, rows) => {
  test.each(STATUSES.map(status => [status, rows[status]] as const))('%s: %s', (status, expected) => {
    expect(said(phase(name).plan(inputs(), situation(seen(name, status))))).toBe(expected)
  })
})

type Case = readonly [string, string, string, Partial<Observation>, Partial<Inputs>, Partial<Situation>, string]
const CASES: readonly Case[] = [
  ['prepare', 'at the target already', NONE, {production: known(production), blue: known([production])}, {}, {}, 'done already_at_target'],
  ['prepare', 'absence seen once', NONE, {}, {}, {steady: new Map()}, 'wait confirming'],
  ['prepare', 'no source', NONE, {production: absent}, {}, {}, 'failed source_not_found'],
  ['create', 'at the target already', NONE, {production: known(production), blue: known([production])}, {}, {}, 'done already_at_target'],
  ['create', 'absence seen once', NONE, {}, {}, {steady: new Map()}, 'wait confirming'],
  ['create', 'another target', 'SWITCHOVER_COMPLETED', {}, {targetEngineVersion: '18.1'}, {}, 'CreateBlueGreenDeployment'],
  ['create', 'another request', 'AVAILABLE', {}, {targetEngineVersion: '18.1'}, {}, 'blocked deployment_differs'],
  ['create', 'no source', NONE, {production: absent}, {}, {}, 'failed source_not_found'],
  ['create', 'no source, seen once', NONE, {production: absent}, {}, {steady: new Map()}, 'wait confirming'],
  ['wait', 'at the target already', NONE, {production: known(production)}, {}, {}, 'done already_at_target'],
  ['wait', 'absence seen once', NONE, {}, {}, {steady: new Map()}, 'wait confirming'],
  ['wait', 'ready at one look', 'AVAILABLE', {}, {}, {steady: new Map()}, 'wait confirming'],
  ['switchover', 'at the target already', NONE, {production: known(production)}, {}, {}, 'done already_at_target'],
  ['switchover', 'absence seen once', NONE, {}, {}, {steady: new Map()}, 'wait confirming'],
  ['switchover', 'ready at one look', 'AVAILABLE', {}, {}, {steady: new Map()}, 'wait gate'],
  ['cleanup', 'old blue left', NONE, {oldBlue: known([oldBlue()])}, {}, {}, 'done nothing_left'],
  ['cleanup', 'absence seen once', NONE, {}, {}, {steady: new Map()}, 'wait confirming'],
  ['cleanup', 'delete', NONE, {oldBlue: known([oldBlue(), oldBlue(oldReplica)])}, {deleteOldDatabases: true}, {}, 'DeleteDBInstance'],
  [
    'cleanup',
    'an earlier old blue beside an open deployment',
    'AVAILABLE',
    {oldBlue: known([oldBlue(oldReplica)])},
    {deleteOldDatabases: true},
    {},
    'DeleteDBInstance'
  ]
]

test.each(CASES)('%s, %s (%s)', (name, _what, status, over, wishes, around, expected) => {
  const now = observation(status, over)
  expect(said(phase(name).plan(inputs({}, wishes), situation(now, around)))).toBe(expected)
})

test('a failure says every reason it can see, and asks for the evidence', () => {
  for (const [name, evidence] of [
    ['create', 'provisioning'],
    ['wait', 'provisioning'],
    ['switchover', 'switchover']
  ] as const)
    expect(phase(name).plan(inputs(), situation(observation('INVALID_CONFIGURATION')))).toMatchObject({is: 'refuse', evidence})
})

test('every refusal says what to do', () => {
  for (const one of phases)
    for (const status of STATUSES) {
      const plan = one.plan(inputs(), situation(seen(one.name, status)))
      if (plan.is === 'refuse') expect([one.name, status, plan.because !== '', plan.remedy !== '']).toEqual([one.name, status, true, true])
    }
})
