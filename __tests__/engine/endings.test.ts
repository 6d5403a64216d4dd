/** How a run ends when AWS does not answer, or answers that it may not: what is true, and what to do. */
import {expect, test} from '@jest/globals'
import {endOfFault} from '../../src/engine/endings.ts'
import type {FaultKind} from '../../src/rds/faults.ts'
import {inputs} from '../phases/builders.ts'

const ended = (kind: FaultKind, message = 'words', operation = 'DescribeEvents') =>
  endOfFault({kind, code: 'Code', message}, operation, 125_000, inputs({'aws-region': 'eu-west-1'}))

test.each([
  ['expired', 'credentials_expired', /have expired \(Code: words\); what was asked for goes on in AWS/, /fresh credentials/],
  ['no_credentials', 'access_denied', /no AWS credentials were found \(Code: words\)/, /role-to-assume/],
  ['denied', 'access_denied', /^AWS does not allow rds:DescribeEvents: Code: words$/, /^allow rds:DescribeEvents to the role/],
  ['throttled', 'throttled', /throttled DescribeEvents for 2m05s/, /again later/],
  ['lost', 'aws_unreachable', /not answered DescribeEvents in eu-west-1 for 2m05s/, /aws-region/],
  ['refused', 'unexpected_error', /AWS refused DescribeEvents: Code: words/, /report it/],
  ['not_found', 'unexpected_error', /AWS refused DescribeEvents: Code: words/, /report it/]
] as const)('%s: %s', (kind, reason, because, remedy) => {
  expect(ended(kind)).toEqual({is: 'failed', reason, because: expect.stringMatching(because), remedy: expect.stringMatching(remedy)})
})

test('a permission that RDS asks for besides is the one to allow, and the call that needs it is named', () => {
  const told = ended('denied', 'User: x is not authorized to perform: rds:AddTagsToResource on resource: y', 'CreateBlueGreenDeployment')
  expect(told.because).toMatch(/^AWS does not allow rds:AddTagsToResource, which CreateBlueGreenDeployment needs: /)
  expect(told.remedy).toBe('allow rds:AddTagsToResource to the role of this step')
  const own = ended('denied', 'User: x is not authorized to perform: rds:DescribeEvents on resource: y')
  expect(own.because).toMatch(/^AWS does not allow rds:DescribeEvents: /)
})

test('CloudWatch has permissions of its own name', () =>
  expect(ended('denied', 'words', 'GetMetricData').remedy).toMatch(/cloudwatch:GetMetricData/))

test('who met the fault may know better', () => {
  const told = {reason: 'access_denied', because: 'GitHub refused the token', remedy: 'permissions: id-token: write'} as const
  expect(endOfFault({kind: 'lost', code: 'x', message: 'y', told}, 'DescribeEvents', 0, inputs())).toEqual({is: 'failed', ...told})
})
