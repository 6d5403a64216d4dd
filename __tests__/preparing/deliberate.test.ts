/** What green has otherwise than blue on purpose, and what it must have as blue has it. */
import {describe, expect, test} from '@jest/globals'
import type {ParameterGroup} from '../../src/domain/parameters.ts'
import {apartOf, deliberate} from '../../src/preparing/deliberate.ts'
import {definitions, groupWith, parameter} from './builders.ts'

const apart = (blue: ParameterGroup, own: Readonly<Record<string, string>> = {}, isLogical = true) =>
  Object.fromEntries([...apartOf(blue, groupWith(own).set, isLogical)].map(([name, {value}]) => [name, value]))

const LIBRARIES = 'shared_preload_libraries'
const CAPTURE = 'apg_plan_mgmt.capture_plan_baselines'

describe('what green gets', () => {
  type Values = Readonly<Record<string, string>>
  const rows: readonly (readonly [string, Values, Values, boolean, Values])[] = [
    ['events that run', {event_scheduler: 'ON'}, {}, false, {event_scheduler: 'OFF'}],
    ['events that run, as a number', {event_scheduler: '1'}, {}, false, {event_scheduler: 'OFF'}],
    ['events that are off already', {event_scheduler: 'ON'}, {event_scheduler: 'OFF'}, false, {}],
    ['events that do not run', {event_scheduler: 'OFF'}, {}, false, {}],
    ['events nobody speaks of', {}, {}, false, {}],
    ['pg_cron', {[LIBRARIES]: 'pg_stat_statements,pg_cron'}, {}, true, {[LIBRARIES]: 'pg_stat_statements'}],
    ['pg_cron, replicated physically', {[LIBRARIES]: 'pg_stat_statements,pg_cron'}, {}, false, {}],
    ['pg_cron beside pgaudit', {[LIBRARIES]: 'pgaudit, pg_cron'}, {}, true, {[LIBRARIES]: 'pgaudit'}],
    ['pgaudit', {[LIBRARIES]: 'pgaudit'}, {}, true, {}],
    ['pgaudit that green lacks', {[LIBRARIES]: 'pgaudit'}, {[LIBRARIES]: 'orafce'}, true, {[LIBRARIES]: 'orafce,pgaudit'}],
    ['pg_cron of its own', {}, {[LIBRARIES]: 'pg_cron,orafce'}, true, {[LIBRARIES]: 'orafce'}],
    ['captured plans', {[CAPTURE]: 'automatic'}, {}, true, {[CAPTURE]: 'off'}],
    ['captured plans that are off', {[CAPTURE]: 'off'}, {}, true, {}],
    ['the case of names', {lower_case_table_names: '1'}, {lower_case_table_names: '0'}, false, {lower_case_table_names: '1'}],
    ['Babelfish', {'rds.babelfish_status': 'on'}, {}, true, {'rds.babelfish_status': 'on'}]
  ]
  test.each(rows)('%s', (_what, blue, own, isLogical, wanted) => expect(apart(groupWith(blue), own, isLogical)).toEqual(wanted))

  test('events that the group itself does not set, but says', () => {
    expect(apart(groupWith({}, definitions(parameter('event_scheduler', {value: 'ON'}))), {}, false)).toEqual({event_scheduler: 'OFF'})
  })
})

describe('what is set back once green is production', () => {
  test.each([
    [{event_scheduler: 'ON'}, {event_scheduler: 'OFF'}, [{name: 'event_scheduler', blue: 'ON', green: 'OFF'}]],
    [{event_scheduler: 'ON'}, {event_scheduler: 'ON'}, []],
    [{event_scheduler: 'OFF'}, {}, []],
    [{[LIBRARIES]: 'a,pg_cron'}, {[LIBRARIES]: 'a'}, [{name: LIBRARIES, blue: 'a,pg_cron', green: 'a'}]],
    [{[LIBRARIES]: 'a'}, {[LIBRARIES]: 'b'}, []],
    [{[CAPTURE]: 'automatic'}, {[CAPTURE]: 'off'}, [{name: CAPTURE, blue: 'automatic', green: 'off'}]],
    [{[CAPTURE]: 'automatic'}, {}, [{name: CAPTURE, blue: 'automatic', green: undefined}]],
    [{work_mem: '1'}, {work_mem: '2'}, []]
  ])('%j and %j', (blue, green, wanted) => {
    expect(deliberate(groupWith(blue as Record<string, string>), groupWith(green as Record<string, string>))).toEqual(wanted)
  })
  test('nothing is known of a group that nobody read', () => {
    expect(deliberate(undefined, groupWith({}))).toEqual([])
    expect(deliberate(groupWith({}), undefined)).toEqual([])
  })
})
