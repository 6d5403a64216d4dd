/** The outputs are those of the contract, all of them are there on every exit, and none carries an account id or an ARN. */
import {describe, expect, test} from '@jest/globals'
import {emptyOutputs, OUTPUT_NAMES, refuseAccount} from '../src/outputs.ts'

test('every exit starts from all of them, empty', () => {
  expect(Object.keys(emptyOutputs())).toEqual(OUTPUT_NAMES)
  expect(new Set(Object.values(emptyOutputs()))).toEqual(new Set(['']))
  for (const name of OUTPUT_NAMES) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
})

const fingerprintOf = (text: string): string => `v1:${Buffer.from(text).toString('base64url')}`

describe('is left empty, with a warning', () => {
  test.each([
    ['deployment-id', 'arn:aws:rds:eu-central-1:111122223333:deployment:bgd-1'],
    ['checks', '[{"observed":"arn:aws-cn:kms:x"}]'],
    ['result', '{"owner":"111122223333"}'],
    ['status', '111122223333'],
    ['green-endpoint', '111122223333.example'],
    ['fingerprint', fingerprintOf('{"group":"arn:aws:rds:eu-central-1:111122223333:pg:x"}')],
    ['fingerprint', fingerprintOf('{"owner":"111122223333"}')],
    ['report-path', 'report/arn:aws:rds']
  ] as const)('%s %#', (name, value) => {
    expect(refuseAccount(name, value)).toEqual({value: '', warning: expect.stringContaining(name)})
  })
})

describe('passes', () => {
  test.each([
    ['deployment-id', 'bgd-1a2b3c4d5e6f7g8h'],
    ['green-endpoint', 'orders-green-abc123.cluster-cxyz012345ab.eu-central-1.rds.amazonaws.com'],
    ['resource-id', 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
    ['switchover-seconds', '41.123456789012'],
    ['result', '{"at":1767225600000,"seconds":12.345678901234,"bytes":1234567890123}'],
    ['fingerprint', fingerprintOf('{"version":"16.4"}')],
    ['report-path', '/home/runner/111122223333/report.json'],
    ['status', '']
  ] as const)('%s %#', (name, value) => {
    expect(refuseAccount(name, value)).toEqual({value, warning: undefined})
  })
})
