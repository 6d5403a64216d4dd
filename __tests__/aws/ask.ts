/**
 * One question to RDS, in a process of its own: prints what became of it. In Jest's vm the SDK does not know a system error for an
 * Error and drops its fields, so connections that break are tried here.
 */
import {connect} from '../../src/aws/index.ts'

const aws = connect({region: 'us-west-2', run: '', version: '0.0.0'}, {date: () => new Date(), say: () => undefined})
const signal = AbortSignal.timeout(10_000)
const fault: unknown = await aws.rds.read('DescribeDBInstances', {}, signal).then(
  () => ({}),
  (thrown: unknown) => thrown
)
const {name, message, code, $metadata} = fault as Record<string, unknown>
console.log(JSON.stringify({name, message, code, $metadata, since: performance.timeOrigin + performance.now()}))
aws.close()
