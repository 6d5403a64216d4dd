/** What a reviewer approves: the same text for the same green, another for any difference, and the difference field by field. */
import {expect, test} from '@jest/globals'
import {known, unknown} from '../../src/domain/known.ts'
import {fingerprintOf} from '../../src/observing/fingerprint.ts'
import {blue, blueReplica, byLabel, deployment, green, greenReplica, observation} from '../phases/builders.ts'

const now = observation('AVAILABLE')
const text = fingerprintOf(now)?.text ?? ''
const withGreen = (over: Partial<typeof green>) =>
  observation('AVAILABLE', {databases: byLabel(blue, blueReplica, {...green, ...over}, greenReplica)})

test('one line of letters that GitHub passes on whole, without account or ARN', () => {
  expect(text).toMatch(/^v1:[A-Za-z0-9_-]+$/)
  expect(Buffer.from(text.slice(3), 'base64url').toString()).not.toMatch(/\d{12}|arn:/)
})

test('the same whatever moves by itself, and in whatever order RDS lists the members', () => {
  const members = deployment('AVAILABLE').members.toReversed()
  expect(fingerprintOf(observation('AVAILABLE', {deployment: known(deployment('AVAILABLE', {members}))}))?.text).toBe(text)
  expect(fingerprintOf(withGreen({status: 'modifying', allocatedStorage: 999, endpoint: 'x'}))?.text).toBe(text)
})

test.each([
  ['resource id', {resourceId: 'db-OTHER'}],
  ['version', {engineVersion: '17.7'}],
  ['group', {parameterGroup: 'x'}],
  ['class', {instanceClass: 'db.x'}],
  ['key', {kmsKeyId: 'arn:aws:kms:eu-central-1:123456789012:key/other'}]
])('another %s is another fingerprint, and is told', (_what, over) => {
  const print = fingerprintOf(withGreen(over))
  expect(print?.text).not.toBe(text)
  expect(print?.differencesFrom(text)).toEqual([expect.stringMatching(/^orders-green-abc123 is ".*" and was ".*"$/)])
})

test('another deployment, a member less, and an approval that cannot be read', () => {
  const other = fingerprintOf(observation('AVAILABLE', {deployment: known(deployment('AVAILABLE', {id: 'bgd-other'}))}))
  expect(other?.differencesFrom(text)).toEqual(['deployment is "bgd-other" and was "bgd-0123456789abcdef"'])
  const [first] = deployment('AVAILABLE').members
  const fewer = fingerprintOf(
    observation('AVAILABLE', {deployment: known(deployment('AVAILABLE', {members: first === undefined ? [] : [first]}))})
  )
  expect(fewer?.differencesFrom(text)).toEqual(['orders-r1 is not there any more', 'orders-r1-green-abc123 is not there any more'])
  for (const broken of ['v1:', 'v1:!!!', 'v1:e30', 'none'])
    expect(fingerprintOf(now)?.differencesFrom(broken)).toEqual(['the approved fingerprint cannot be read'])
})

test('none until everything is read', () => {
  for (const over of [{databases: unknown('denied')}, {deployment: unknown('denied')}, {databases: byLabel(blue, green)}])
    expect(fingerprintOf(observation('AVAILABLE', over))).toBeUndefined()
})
