/** Versions that cannot be the source of a logical replication, and the hop that leads out of it (facts AP-01). */
import {expect, test} from '@jest/globals'
import {versionSupported} from '../../src/checks/postgres.ts'
import {known, unknown} from '../../src/domain/known.ts'
import {blue, inputs, NOW, observation, TARGET} from '../phases/builders.ts'

const judge = (engine: string, engineVersion: string, target: string | undefined, reachable: readonly string[] = []) =>
  versionSupported.judge(
    observation('no deployment', {
      production: known({...blue, engine, engineVersion}),
      target: known({...TARGET, engineVersion: target, reachable})
    }),
    inputs(),
    NOW
  )

test.each([
  ['postgres', '16.1', '17.6', 'met'],
  ['postgres', '16.0', '17.6', 'not_met'],
  ['postgres', '14.9', '16.4', 'met'],
  ['postgres', '14.8', '16.4', 'not_met'],
  ['postgres', '11.20', '14.9', 'not_met'],
  // Within a major it replicates physically, and so it does where the version stays.
  ['postgres', '14.8', '14.12', 'met'],
  ['postgres', '14.8', undefined, 'met'],
  ['aurora-postgresql', '14.8', '14.12', 'not_met'],
  ['aurora-postgresql', '14.8', undefined, 'not_met'],
  ['aurora-postgresql', '17.3', '17.6', 'not_met'],
  ['aurora-postgresql', '17.4', '17.6', 'met'],
  ['postgres', '17.1', '18.1', 'not_applicable'],
  ['postgres', '10.23', '14.9', 'not_met'],
  ['mysql', '5.7.10', '8.0.36', 'not_applicable']
])('%s %s to %s: %s', (engine, version, target, is) => expect(judge(engine, version, target).is).toBe(is))

test('the way out is the lowest version of the same major that RDS offers, else the first one by name', () => {
  expect(judge('postgres', '14.7', '16.4', ['14.8', '14.12', '14.10', '15.4', '16.4'])).toMatchObject({
    remedy: 'upgrade it to 14.10 first, then run create again'
  })
  expect(judge('postgres', '14.7', '16.4', ['14.12', '14.9'])).toMatchObject({remedy: expect.stringContaining('14.9 first')})
  expect(judge('postgres', '14.7', '16.4', ['15.4'])).toMatchObject({remedy: expect.stringContaining('14.9 or a later minor version')})
})

test('what was not read is unknown', () => {
  for (const over of [{production: unknown('x')}, {target: unknown('x')}])
    expect(versionSupported.judge(observation('no deployment', over), inputs(), NOW).is).toBe('unknown')
})
