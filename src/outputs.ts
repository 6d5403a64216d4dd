/** Every output of the action, and what keeps account ids out of them. action.yml and the README are generated from this table. */

export const OUTPUTS = {
  outcome: 'completed, nothing_to_do, planned, blocked, failed, timed_out or cancelled',
  reason: 'Why, as one code of a closed list',
  phase: 'The phase that decided the outcome',
  changed: 'true if this run changed anything in AWS, or may have',
  'deployment-id': 'Id of the blue/green deployment',
  'deployment-name': 'Name of the blue/green deployment',
  status: 'Status of the deployment, as RDS names it',
  'source-kind': 'instance or cluster',
  'source-identifier': 'The production name; it does not change at switchover',
  'green-identifier': 'Name of green, for test jobs between wait and switchover; empty after it',
  'green-endpoint': 'Endpoint of green (the writer), likewise',
  'green-reader-endpoint': 'Reader endpoint of green (Aurora), likewise',
  'green-port': 'Port of green, likewise',
  'old-identifier': "Old blue's name after switchover",
  engine: 'Engine of production',
  'engine-version': 'Engine version that production runs now',
  'engine-version-before': 'Engine version that production ran before',
  'parameter-group': 'DB parameter group of production now',
  'parameter-group-before': 'DB parameter group of production before',
  'cluster-parameter-group': 'DB cluster parameter group of production now (Aurora)',
  'cluster-parameter-group-before': 'DB cluster parameter group of production before (Aurora)',
  'resource-id': 'DbiResourceId or DbClusterResourceId of production now',
  'resource-id-before': 'DbiResourceId or DbClusterResourceId of production before',
  'target-parameter-group': 'DB parameter group that prepare made or create used',
  'target-cluster-parameter-group': 'DB cluster parameter group that prepare made or create used (Aurora)',
  fingerprint: 'What a reviewer approves, for approved-fingerprint',
  checks: 'JSON list of the checks with verdict, observed, expected and remedy',
  'switchover-seconds': 'From the accepted call to the proven end',
  drift: 'JSON: the attributes that code must change, per tool',
  matrix: 'JSON for strategy.matrix (discover)',
  'changed-fields': 'drift: the list of attributes, for a pull-request job',
  'next-mode': 'The first phase of the order that is not done; empty at the end',
  result: 'Versioned JSON ("schema": 1) with all of the above',
  'report-path': 'Path of a JSON file with everything, ARNs and timings included, for actions/upload-artifact'
} as const satisfies Readonly<Record<string, string>>

export type OutputName = keyof typeof OUTPUTS
export type Outputs = Readonly<Record<OutputName, string>>

// The keys of the table, which Object.keys types as any text.
export const OUTPUT_NAMES = Object.keys(OUTPUTS) as readonly OutputName[]

/** All of them, with nothing to say: what every exit starts from. */
export const emptyOutputs = (): Record<OutputName, string> =>
  // One entry a name, which fromEntries cannot say.
  Object.fromEntries(OUTPUT_NAMES.map(name => [name, ''])) as Record<OutputName, string>

// Twelve digits behind the point of a number are a fraction, and beside a hyphen a part of a name or of a key's id.
const ACCOUNT = /arn:aws|(?<![-A-Za-z0-9]|\d\.)\d{12}(?![-A-Za-z0-9])/i

/**
 * GitHub drops a whole output between jobs when a part of it is masked, and people mask their account ids (contract, "Outputs"). What
 * carries one is left empty with a warning: an output that is missing everywhere is found at once, one that is missing only where
 * somebody masks is not. A report path may contain digits that the runner chose, so only an ARN is refused there.
 */
export function refuseAccount(name: OutputName, value: string): {readonly value: string; readonly warning: string | undefined} {
  const isRefused = name === 'report-path' ? /arn:aws/i.test(value) : ACCOUNT.test(value) || ACCOUNT.test(payloadOf(value))
  if (!isRefused) return {value, warning: undefined}
  return {value: '', warning: `the output ${name} is left empty, because it would carry an ARN or an account id`}
}

/** A fingerprint is text in other letters. */
const payloadOf = (value: string): string => (value.startsWith('v1:') ? Buffer.from(value.slice(3), 'base64url').toString() : '')
