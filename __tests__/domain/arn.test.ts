/** What names a resource, and what only looks like it. */
import {describe, expect, test} from '@jest/globals'
import {isDatabaseArn, nameIn, parseArn, siblingArn} from '../../src/domain/arn.ts'
import {databasesOn} from '../../src/domain/deployment.ts'
import {arn, deployment} from '../phases/builders.ts'

const ORDERS = 'arn:aws:rds:eu-central-1:123456789012:db:orders'

describe('an ARN stands alone', () => {
  test.each([`see ${ORDERS}`, `${ORDERS} (blue)`, `"${ORDERS}"`, 'orders', ''])('%j is none', text => {
    expect([parseArn(text), isDatabaseArn(text), nameIn(text)]).toEqual([undefined, false, text])
  })
  test('of any partition', () => expect(nameIn('arn:aws-us-gov:rds:us-gov-west-1:123456789012:cluster:shop')).toBe('shop'))
})

test('instances and clusters are databases; custom endpoints, deployments and what RDS left out are not', () => {
  const given = [ORDERS, arn('shop', 'cluster'), arn('readers', 'cluster-endpoint'), arn('bgd-1', 'deployment'), undefined]
  expect(given.map(isDatabaseArn)).toEqual([true, true, false, false, false])
})

test('the sibling of what is no ARN has its name alone', () => expect(siblingArn('orders', 'deployment', 'bgd-1')).toBe('bgd-1'))

test('the databases of one side of a deployment: each once, without custom endpoints and without those RDS left out', () => {
  const one = {
    ...deployment('AVAILABLE'),
    source: arn('shop', 'cluster'),
    members: [arn('shop', 'cluster'), arn('shop-1'), arn('readers', 'cluster-endpoint'), undefined].map(source => ({
      source,
      target: undefined,
      status: undefined
    })),
    target: undefined
  }
  expect(databasesOn(one, 'source')).toEqual([arn('shop', 'cluster'), arn('shop-1')])
  expect(databasesOn(one, 'target')).toEqual([])
})
