/** How a run ends when AWS does not answer, or answers that it may not. */
import type {Outcome, OutcomeName, ReasonCode} from '../domain/outcome.ts'
import type {Inputs} from '../inputs.ts'
import type {Observation} from '../observing/observation.ts'
import type {Evidence} from '../phases/phase.ts'
import type {Fault} from '../rds/faults.ts'
import {duration} from '../reporting/progress.ts'
import type {AdviceReport, BinlogCoordinates, CheckReport, PlannedStep} from '../reporting/report.ts'
import type {Ledger} from './ledger.ts'

/** How a phase ends, before the evidence for it is gathered. */
export interface Ending {
  readonly is: OutcomeName
  readonly reason: ReasonCode
  readonly because: string
  readonly remedy: string
  readonly evidence?: Evidence
  readonly details?: readonly string[]
  readonly commands?: readonly string[]
}

/** What is left of a phase that has ended. */
export interface End {
  readonly outcome: Outcome
  readonly now: Observation
  readonly ledger: Ledger
  readonly checks: readonly CheckReport[]
  readonly planned: readonly PlannedStep[]
  readonly warnings: readonly string[]
  readonly binlog: readonly BinlogCoordinates[]
  readonly advice: readonly AdviceReport[]
}

const permissionOf = (operation: string): string => (operation === 'GetMetricData' ? 'cloudwatch:GetMetricData' : `rds:${operation}`)

export function endOfFault(fault: Fault, operation: string, since: number, inputs: Inputs): Ending {
  const ending = (reason: ReasonCode, because: string, remedy: string): Ending => ({is: 'failed', reason, because, remedy})
  if (fault.told !== undefined) return ending(fault.told.reason, fault.told.because, fault.told.remedy)
  const words = `${fault.code}: ${fault.message}`
  // RDS asks for more than the operation itself (facts 2.5), and says what.
  const permission = /not authorized to perform: ([a-z0-9-]+:\w+)/i.exec(words)?.[1] ?? permissionOf(operation)
  switch (fault.kind) {
    case 'expired':
      return ending(
        'credentials_expired',
        `the AWS credentials have expired (${words}); what was asked for goes on in AWS`,
        'run the same step again with fresh credentials: it goes on from what it finds; with role-to-assume the action renews them itself'
      )
    case 'no_credentials':
      return ending(
        'access_denied',
        `no AWS credentials were found (${words})`,
        'give role-to-assume, or run aws-actions/configure-aws-credentials in a step before this one'
      )
    case 'denied':
      return ending(
        'access_denied',
        `AWS does not allow ${permission}${permission === permissionOf(operation) ? '' : `, which ${operation} needs`}: ${words}`,
        `allow ${permission} to the role of this step`
      )
    case 'throttled':
      return ending(
        'throttled',
        `AWS has throttled ${operation} for ${duration(since)} (${words})`,
        'run the same step again later: it goes on from what it finds'
      )
    case 'lost':
      return ending(
        'aws_unreachable',
        `AWS has not answered ${operation} in ${inputs.awsRegion} for ${duration(since)} (${words})`,
        'check aws-region, the endpoint and the network, then run the same step again'
      )
    case 'refused':
    case 'not_found':
      return ending(
        'unexpected_error',
        `AWS refused ${operation}: ${words}`,
        'if the inputs are right, this is a defect of the action: please report it'
      )
  }
}
