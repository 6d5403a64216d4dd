import {expect, test} from '@jest/globals'
import {consoleLink} from '../../src/reporting/console-links.ts'

const arn = (partition: string, resource: string, region = 'eu-central-1'): string =>
  `arn:${partition}:rds:${region}:111122223333:${resource}`

test.each([
  [arn('aws', 'db:orders'), 'https://console.aws.amazon.com/rds/home?region=eu-central-1#database:id=orders;is-cluster=false'],
  [arn('aws', 'cluster:shop'), 'https://console.aws.amazon.com/rds/home?region=eu-central-1#database:id=shop;is-cluster=true'],
  [arn('aws', 'deployment:bgd-4k2n8xq1vd7m0c3z'), 'https://console.aws.amazon.com/rds/home?region=eu-central-1#databases:'],
  [arn('aws-cn', 'db:orders', 'cn-north-1'), 'https://console.amazonaws.cn/rds/home?region=cn-north-1#database:id=orders;is-cluster=false'],
  [
    arn('aws-us-gov', 'cluster:shop', 'us-gov-west-1'),
    'https://console.amazonaws-us-gov.com/rds/home?region=us-gov-west-1#database:id=shop;is-cluster=true'
  ]
])('%s', (of, url) => {
  expect(consoleLink(of)).toBe(url)
})

test.each(['', 'orders', arn('aws-iso', 'db:orders'), arn('aws', 'cluster-endpoint:any'), 'arn:aws:s3:::bucket'])(
  'no link for "%s"',
  of => {
    expect(consoleLink(of)).toBeUndefined()
  }
)

test('a name ends neither the link nor the Markdown around it', () => {
  expect(consoleLink(arn('aws', 'db:a)b;c#d&"<'))).toBe(
    'https://console.aws.amazon.com/rds/home?region=eu-central-1#database:id=a%29b%3Bc%23d%26%22%3C;is-cluster=false'
  )
})
