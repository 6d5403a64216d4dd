/** Small judgements that others rely on: exit codes, statuses, groups. */
import {describe, expect, test} from '@jest/globals'
import {instanceGroupOf} from '../../src/domain/database.ts'
import {exitCodeOf, OUTCOMES} from '../../src/domain/outcome.ts'
import {isDatabaseFailure, isFailure, isKnownDatabaseStatus} from '../../src/domain/status.ts'
import {database} from '../phases/builders.ts'

test('only what went well passes; a wait that was too long passes where that was asked for', () => {
  const passing = (onTimeout: 'fail' | 'pass') => OUTCOMES.filter(outcome => exitCodeOf(outcome, onTimeout) === 0)
  expect(passing('fail')).toEqual(['completed', 'nothing_to_do', 'planned'])
  expect(passing('pass')).toEqual(['completed', 'nothing_to_do', 'planned', 'timed_out'])
})

test('what RDS left out has not failed', () => {
  expect([undefined, '', 'AVAILABLE', 'MISSING_TARGET', 'switchover_failed'].map(isFailure)).toEqual([false, false, false, true, true])
})

describe('a status of a database', () => {
  test.each([
    'failed',
    'incompatible-parameters',
    'incompatible-network',
    'storage-full',
    'insufficient-capacity',
    'inaccessible-encryption-credentials',
    'inaccessible-encryption-credentials-recoverable',
    'restore-error',
    'Invalid-Something'
  ])('%s does not mend itself', status => expect([isDatabaseFailure(status), isKnownDatabaseStatus(status)]).toEqual([true, true]))
  test.each(['available', 'modifying', 'storage-optimization', 'stopped'])('%s is no failure', status =>
    expect([isDatabaseFailure(status), isKnownDatabaseStatus(status)]).toEqual([false, true])
  )
  test('one that nobody knows is neither known nor a failure', () =>
    expect([isDatabaseFailure('polishing'), isKnownDatabaseStatus('polishing')]).toEqual([false, false]))
})

test('the group of instances: its own, or that of the first instance of a cluster, or none', () => {
  const cluster = database({kind: 'cluster', name: 'shop', parameterGroup: 'of-cluster'})
  const [first, second] = ['first', 'second'].map(name => database({name, parameterGroup: `of-${name}`}))
  if (first === undefined || second === undefined) throw new Error('two instances')
  expect(instanceGroupOf(first, [second])).toBe('of-first')
  expect(instanceGroupOf(cluster, [cluster, first, second])).toBe('of-first')
  expect(instanceGroupOf(cluster, [cluster])).toBeUndefined()
})
