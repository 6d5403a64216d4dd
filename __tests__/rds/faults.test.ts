/** What a thrown answer means, by fields and never by class (facts 2.1 and 8.1, aws-samples/doc-wire-error-codes.txt). */
import {describe, expect, test} from '@jest/globals'
import {classNameOf} from '../../lab/faces/in-process.ts'
import {Faulted, faultOf, isFault, NoCredentials} from '../../src/rds/faults.ts'
import {thrown} from './scripted.ts'

/** SDK class name, code on the wire, status, what it means. */
const CODES: readonly (readonly [string, string, number, string])[] = [
  ['BlueGreenDeploymentAlreadyExistsFault', 'BlueGreenDeploymentAlreadyExistsFault', 400, 'refused'],
  ['BlueGreenDeploymentNotFoundFault', 'BlueGreenDeploymentNotFoundFault', 404, 'not_found'],
  ['InvalidBlueGreenDeploymentStateFault', 'InvalidBlueGreenDeploymentStateFault', 400, 'refused'],
  ['SourceDatabaseNotSupportedFault', 'SourceDatabaseNotSupportedFault', 400, 'refused'],
  ['SourceClusterNotSupportedFault', 'SourceClusterNotSupportedFault', 400, 'refused'],
  ['InvalidDBInstanceStateFault', 'InvalidDBInstanceState', 400, 'refused'],
  ['InvalidDBClusterStateFault', 'InvalidDBClusterStateFault', 400, 'refused'],
  ['DBInstanceNotFoundFault', 'DBInstanceNotFound', 404, 'not_found'],
  ['DBClusterNotFoundFault', 'DBClusterNotFoundFault', 404, 'not_found'],
  ['DBParameterGroupNotFoundFault', 'DBParameterGroupNotFound', 404, 'not_found'],
  ['DBClusterParameterGroupNotFoundFault', 'DBClusterParameterGroupNotFound', 404, 'not_found'],
  ['InstanceQuotaExceededFault', 'InstanceQuotaExceeded', 400, 'refused'],
  ['DBClusterQuotaExceededFault', 'DBClusterQuotaExceededFault', 403, 'refused'],
  ['StorageQuotaExceededFault', 'StorageQuotaExceeded', 400, 'refused'],
  ['DBSnapshotAlreadyExistsFault', 'DBSnapshotAlreadyExists', 400, 'refused'],
  ['DBClusterSnapshotAlreadyExistsFault', 'DBClusterSnapshotAlreadyExistsFault', 400, 'refused'],
  ['SnapshotQuotaExceededFault', 'SnapshotQuotaExceeded', 400, 'refused'],
  ['DBInstanceAlreadyExistsFault', 'DBInstanceAlreadyExists', 400, 'refused'],
  ['DBUpgradeDependencyFailureFault', 'DBUpgradeDependencyFailure', 400, 'refused'],
  ['InsufficientDBInstanceCapacityFault', 'InsufficientDBInstanceCapacity', 400, 'refused'],
  ['KMSKeyNotAccessibleFault', 'KMSKeyNotAccessibleFault', 400, 'refused'],
  ['InvalidParameterCombination', 'InvalidParameterCombination', 400, 'refused'],
  ['InvalidParameterValue', 'InvalidParameterValue', 400, 'refused'],
  ['InvalidAction', 'InvalidAction', 400, 'refused'],
  ['AccessDenied', 'AccessDenied', 403, 'denied'],
  ['AccessDeniedException', 'AccessDeniedException', 400, 'denied'],
  ['UnauthorizedOperation', 'UnauthorizedOperation', 403, 'denied'],
  ['InvalidClientTokenId', 'InvalidClientTokenId', 403, 'denied'],
  ['SignatureDoesNotMatch', 'SignatureDoesNotMatch', 403, 'denied'],
  ['SomethingUnnamed', 'SomethingUnnamed', 403, 'denied'],
  ['ExpiredToken', 'ExpiredToken', 403, 'expired'],
  ['ExpiredTokenException', 'ExpiredTokenException', 400, 'expired'],
  ['RequestExpired', 'RequestExpired', 400, 'expired'],
  ['Throttling', 'Throttling', 400, 'throttled'],
  ['ThrottlingException', 'ThrottlingException', 400, 'throttled'],
  ['RequestLimitExceeded', 'RequestLimitExceeded', 503, 'throttled'],
  ['TooManyRequests', 'TooManyRequests', 429, 'throttled'],
  ['InternalFailure', 'InternalFailure', 500, 'lost'],
  ['ServiceUnavailable', 'ServiceUnavailable', 503, 'lost']
]

describe.each(CODES)('%s (%s, %i): %s', (name, wire, status, kind) => {
  test('by its name, by its code on the wire, and by both', () => {
    const metadata = {$metadata: {httpStatusCode: status}}
    expect(faultOf(thrown(name, status)).kind).toBe(kind)
    expect(faultOf({name: wire, message: 'x', ...metadata}).kind).toBe(kind)
    expect(faultOf({name: 'Error', Code: wire, message: 'x', ...metadata}).kind).toBe(kind)
    expect(isFault(thrown(name, status))).toBe(true)
  })
  test('and the lab throws it alike', () => expect([name, wire]).toContain(classNameOf(wire)))
})

describe('no answer at all: it may have happened', () => {
  test.each([
    ['a reset', Object.assign(new Error('socket hang up'), {code: 'ECONNRESET'})],
    ['a refused connection', Object.assign(new Error('connect'), {code: 'ECONNREFUSED', name: 'Error'})],
    ['a timeout without a code', Object.assign(new Error('timed out'), {name: 'TimeoutError'})],
    ['an abort', Object.assign(new Error('aborted'), {name: 'AbortError'})],
    ['an unreadable answer', Object.assign(new Error('deserialization'), {$metadata: {httpStatusCode: 200}})],
    ['a gateway', Object.assign(new Error('bad gateway'), {$metadata: {httpStatusCode: 502}})]
  ])('%s', (_what, error) => expect([isFault(error), faultOf(error).kind]).toEqual([true, 'lost']))
})

test('credentials that are not there', () => {
  const error = Object.assign(new Error('Could not load credentials'), {name: 'CredentialsProviderError'})
  expect([isFault(error), faultOf(error).kind]).toEqual([true, 'no_credentials'])
})

test('a defect of ours is not a fault', () => {
  const defects = [new TypeError('x is not a function'), new Error('x'), undefined, null, 'text', {name: 'TimeoutErrorOfOurs'}]
  expect([...defects, {name: 'NoAbortError'}].filter(isFault)).toEqual([])
})

test('a fault of ours keeps its meaning however often it is asked', () => {
  const fault = {kind: 'no_credentials', code: 'OidcRefused', message: 'no token'} as const
  for (const error of [new NoCredentials(fault), new Faulted(fault, 'DescribeEvents'), {fault}]) {
    expect([isFault(error), faultOf(error)]).toEqual([true, fault])
  }
  expect(new NoCredentials(fault)).toMatchObject({name: 'NoCredentials', message: 'no token'})
  expect(isFault({fault: {code: 'of somebody else'}})).toBe(false)
})

describe('a code that only contains another is not that other one', () => {
  test.each(['ExpiredToken', 'AccessDenied', 'Throttling', 'CredentialsProviderError', 'DBInstanceNotFoundFault'])('%s', code => {
    expect(faultOf(thrown(`${code}Counter`, 400)).kind).toBe('refused')
    if (code !== 'DBInstanceNotFoundFault') expect(faultOf(thrown(`Un${code}`, 400)).kind).toBe('refused')
  })
  test('a fault of the quota is no denial, though it comes with 403', () => {
    expect(faultOf(thrown('DBClusterQuotaExceededFault', 403)).kind).toBe('refused')
    expect(faultOf(thrown('FaultyPolicy', 403)).kind).toBe('denied')
  })
  test('not found by its name, with or without Fault, or by 404 alone', () => {
    expect(faultOf(thrown('DBInstanceNotFound', 400)).kind).toBe('not_found')
    expect(faultOf(thrown('SomethingUnnamed', 404)).kind).toBe('not_found')
  })
})

describe('an answer that is hardly one', () => {
  test('a status that is no number tells nothing: it may have happened', () =>
    expect(faultOf({name: 'Odd', $metadata: {httpStatusCode: '404'}}).kind).toBe('lost'))
  test('no name: the code on the wire; none of both: an error', () => {
    expect(faultOf({Code: 'Throttling', message: 'slow', $fault: 'client'})).toEqual({
      kind: 'throttled',
      code: 'Throttling',
      message: 'slow'
    })
    expect(faultOf({name: 42, code: '', message: '', toString: () => 'odd'})).toEqual({kind: 'lost', code: 'Error', message: 'odd'})
    expect(isFault({$fault: 'client'})).toBe(true)
  })
})

test('code and message are those people can look up', () => {
  expect(faultOf(Object.assign(new Error('socket hang up'), {code: 'ECONNRESET'}))).toEqual({
    kind: 'lost',
    code: 'ECONNRESET',
    message: 'socket hang up'
  })
  expect(new Faulted(faultOf(thrown('Throttling', 400)), 'DescribeEvents').message).toBe('DescribeEvents: Throttling: Throttling!')
})
