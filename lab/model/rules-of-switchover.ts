/** What RDS asks when somebody switches over: at once (2.3), or by its guardrails (4.1). */
import type {Account, Deployment, Resource, Trouble} from './account.ts'
import type {ShownBy} from './asked.ts'
import {compareVersions} from './catalogue.ts'
import {arnOfResource, findById, nameOf, statusOf} from './resources.ts'

interface Side {
  readonly blue: Resource | undefined
  readonly green: Resource | undefined
}

export interface SwitchRule {
  readonly row: string
  readonly what: string
  readonly shownBy: ShownBy
  /** `call`: the call is refused. `guardrail`: it is accepted, and cancelled. */
  readonly by: 'call' | 'guardrail'
  /** The message of the refusal, or the reason of the cancellation. */
  readonly stops: (account: Account, deployment: Deployment) => string | undefined
}

export const sidesOf = (account: Account, deployment: Deployment): readonly Side[] =>
  deployment.pairs.map(pair => ({blue: findById(account, pair.kind, pair.blue), green: findById(account, pair.kind, pair.green)}))

const rule = (row: string, what: string, by: SwitchRule['by'], shownBy: ShownBy, stops: SwitchRule['stops']): SwitchRule => ({
  row,
  what,
  by,
  shownBy,
  stops
})

const has = (one: Resource | undefined, trouble: Trouble): boolean => one?.hidden.troubles.includes(trouble) === true

/** A guardrail that looks at one side of every member. */
const guardrail = (
  row: string,
  what: string,
  shownBy: ShownBy,
  reason: string,
  is: (side: Side, deployment: Deployment, account: Account) => boolean
): SwitchRule =>
  rule(row, what, 'guardrail', shownBy, (account, deployment) =>
    sidesOf(account, deployment).some(side => is(side, deployment, account)) ? reason : undefined
  )

const isPostgres = (deployment: Deployment): boolean => deployment.engine.includes('postgres')
const isAurora = (deployment: Deployment): boolean => deployment.engine.startsWith('aurora')
const external = 'external replication in the blue environment'

function lagsTooFar({blue, green}: Side, deployment: Deployment): boolean {
  const lag = deployment.logical ? blue?.hidden.lag : green?.hidden.lag
  const limit = deployment.logical ? 1_000_000_000 : deployment.switchoverTimeout
  return typeof lag === 'number' && (lag < 0 || lag > limit)
}

/** G-10: an integration that is not on its way out. */
function isIntegrated({blue, green}: Side, account: Account): boolean {
  const arns = [blue, green].flatMap(one => (one === undefined ? [] : arnOfResource(one)))
  return account.integrations.some(one => one.Status !== 'deleting' && arns.includes(one.SourceArn ?? ''))
}

const isUnreachable = (account: Account, blue: Resource | undefined): boolean =>
  blue !== undefined &&
  account.proxies.some(proxy =>
    proxy.targets.some(target => target.kind === blue.kind && target.name === nameOf(blue) && target.health.State !== 'AVAILABLE')
  )

const ofZeroEtl = (by: SwitchRule['by']): SwitchRule =>
  rule('G-10', 'a zero-ETL integration on blue or green', by, 'api', (account, deployment) =>
    (account.unknowns.integrationAtSwitchover === 'refused') === (by === 'call') &&
    sidesOf(account, deployment).some(side => isIntegrated(side, account))
      ? by === 'call'
        ? 'Zero-ETL integrations must be deleted before the switchover.'
        : 'a zero-ETL integration'
      : undefined
  )

/** In this order; the first that stops says so. */
export const switchRules: readonly SwitchRule[] = [
  rule('G-26', 'a database that is not available', 'call', 'api', (account, deployment) => {
    const busy = sidesOf(account, deployment)
      .flatMap(({blue, green}) => [blue, green])
      .find(one => one !== undefined && one.kind !== 'endpoint' && statusOf(one) !== 'available')
    return busy === undefined ? undefined : `DB ${busy.kind} ${nameOf(busy)} is not in available state`
  }),
  rule('G-07', 'blue is newer than green', 'call', 'api', (account, deployment) =>
    sidesOf(account, deployment).some(
      ({blue, green}) =>
        blue !== undefined &&
        green !== undefined &&
        blue.kind !== 'endpoint' &&
        green.kind !== 'endpoint' &&
        compareVersions(blue.shown.EngineVersion, green.shown.EngineVersion) > 0
    )
      ? 'The engine version of the blue environment is higher than that of the green environment.'
      : undefined
  ),
  ofZeroEtl('call'),
  guardrail(
    'M-19',
    'replication is broken',
    'api',
    'unhealthy replication',
    ({green}, one) => !one.logical && has(green, 'replication-broken')
  ),
  guardrail(
    'L-07',
    'replication is degraded',
    'sql',
    'unhealthy replication',
    ({green}, one) => one.logical && has(green, 'replication-broken')
  ),
  guardrail('G-31', 'green is too far behind', 'api', 'high replica lag', lagsTooFar),
  guardrail('G-27', 'writes on green', 'sql', 'active writes in the green environment', ({green}) => has(green, 'green-writes')),
  guardrail(
    'M-04',
    'an external binlog replica',
    'sql',
    external,
    ({blue}, one) => !isPostgres(one) && !isAurora(one) && has(blue, 'external-replication')
  ),
  guardrail(
    'AM-05',
    'an external binlog replica',
    'sql',
    external,
    ({blue}, one) => !isPostgres(one) && isAurora(one) && has(blue, 'external-replication')
  ),
  guardrail(
    'P-03',
    'external replication, physical',
    'sql',
    external,
    ({blue}, one) => isPostgres(one) && !one.logical && has(blue, 'external-replication')
  ),
  guardrail(
    'L-06',
    'a publisher or subscriber',
    'sql',
    external,
    ({blue}, one) => isPostgres(one) && one.logical && has(blue, 'external-replication')
  ),
  guardrail('G-30', 'long writes on blue', 'sql', 'long-running active writes in the blue environment', ({blue}) =>
    has(blue, 'long-writes')
  ),
  guardrail('G-30', 'long DDL on blue', 'sql', 'long-running DDL statements in the blue environment', ({blue}) => has(blue, 'long-ddl')),
  guardrail(
    'L-07',
    'DDL or large objects on blue',
    'sql',
    'unsupported changes in the blue environment',
    ({blue}, one) => one.logical && has(blue, 'unsupported-changes')
  ),
  guardrail(
    'G-12',
    'a proxy that cannot reach an environment',
    'api',
    'the RDS Proxy being unable to reach an environment',
    ({blue}, _one, account) => isUnreachable(account, blue)
  ),
  guardrail(
    'G-12',
    'a proxy that cannot reach an environment, though its targets are healthy',
    'nobody',
    'the RDS Proxy being unable to reach an environment',
    ({blue}) => has(blue, 'proxy-unreachable')
  ),
  ofZeroEtl('guardrail')
]

export const stopOf = (
  account: Account,
  deployment: Deployment,
  by: SwitchRule['by']
): {readonly row: string; readonly says: string} | undefined => {
  for (const one of switchRules) {
    const says = one.by === by ? one.stops(account, deployment) : undefined
    if (says !== undefined) return {row: one.row, says}
  }
  return undefined
}
