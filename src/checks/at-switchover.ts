/** What may have come to stand around both sides since the creation: read anew just before the call, and told in plans on what create saw. */
import type {Database} from '../domain/database.ts'
import {compareVersions} from '../domain/engine-version.ts'
import {valueIn} from '../domain/parameters.ts'
import {cannotTell, met, namesOf, notMet, ofBothSides} from './of-source.ts'
import {decidingOf, whereSet} from './settings.ts'

export const blueNotNewer = ofBothSides({
  id: 'blue-is-not-newer-than-green',
  rows: ['G-07'],
  title: 'No database of blue runs a newer engine version than its green',
  severity: 'blocking',
  needs: [],
  judge({pairs}) {
    const unsaid = pairs.flat().filter(one => one.engineVersion === '')
    const expected = 'at most the version of green'
    const newer = pairs.filter(([one, other]) => other.engineVersion !== '' && compareVersions(one.engineVersion, other.engineVersion) > 0)
    if (newer.length > 0)
      return notMet(
        newer.map(([one, other]) => `${one.name} runs ${one.engineVersion}, ${other.name} ${other.engineVersion}`).join('; '),
        expected,
        'upgrade green to that version (modify it, and wait until it is available), and switch auto minor version upgrade off on blue'
      )
    if (unsaid.length > 0) return cannotTell(`RDS does not say the version of ${namesOf(unsaid)}`, 'look at it in the console')
    return met([...new Set(pairs.map(([one, other]) => `${one.engineVersion} to ${other.engineVersion}`))].join(', '), expected)
  }
})

export const noIntegrations = ofBothSides({
  id: 'no-zero-etl-integration',
  rows: ['G-10'],
  title: 'No zero-ETL integration reads blue or green',
  severity: 'blocking',
  needs: ['integrations'],
  judge(_source, {integrations}) {
    const left = integrations.filter(one => one.status !== 'deleting')
    const expected = 'none, or one that is being deleted'
    if (left.length === 0) return met(integrations.length === 0 ? 'none' : 'being deleted', expected)
    return notMet(
      left.map(one => `${one.name} is ${one.status === '' ? 'there' : one.status}`).join('; '),
      expected,
      `${left.map(one => `aws rds delete-integration --integration-identifier ${one.name}`).join('; ')} before the switchover, and make it again after it`
    )
  }
})

export const proxiesReachBlue = ofBothSides({
  id: 'proxies-reach-blue',
  rows: ['G-12'],
  title: 'Every RDS Proxy reaches the databases of blue that it sends clients to',
  severity: 'blocking',
  needs: ['proxyTargets'],
  judge(_source, {proxyTargets}) {
    // Of a cluster as such RDS tells no health, only of its instances.
    const judged = proxyTargets.filter(one => one.health !== '')
    const expected = 'AVAILABLE'
    const other = judged.filter(one => one.health !== expected)
    if (other.length > 0)
      return notMet(
        other.map(one => `${one.proxy} says ${one.database} is ${one.health}${one.because === '' ? '' : ` (${one.because})`}`).join('; '),
        expected,
        `mend it (aws rds describe-db-proxy-targets --db-proxy-name ${other[0]?.proxy}), or take blue out of a proxy that nobody uses`
      )
    if (proxyTargets.length > 0 && judged.length === 0)
      return cannotTell('RDS tells no health of the targets', `aws rds describe-db-proxy-targets --db-proxy-name ${proxyTargets[0]?.proxy}`)
    return met(
      judged.length === 0 ? 'no proxy sends clients to blue' : `AVAILABLE in ${[...new Set(judged.map(one => one.proxy))].join(', ')}`,
      expected
    )
  }
})

/** RDS tells it of its own read replicas, by binary log or physical; of logical replication and of Aurora only SQL knows more than the lag. */
export const greenReplicates = ofBothSides({
  id: 'green-is-replicating',
  rows: ['G-29', 'L-07'],
  title: 'RDS says that green replicates',
  severity: 'blocking',
  onlyThen: true,
  needs: [],
  judge({green}) {
    const said = green.flatMap(one => (one.traits.replication === undefined ? [] : [{name: one.name, ...one.traits.replication}]))
    const expected = 'replicating'
    const broken = said.filter(one => !one.isNormal || (one.status !== '' && one.status !== expected))
    if (broken.length > 0)
      return notMet(
        broken.map(one => `replication of ${one.name} is ${one.status}${one.message === '' ? '' : `: ${one.message}`}`).join('; '),
        expected,
        'find the cause in the message and in the error log of green; a schema change on green that replication cannot follow needs a new deployment (mode: abort, then create)'
      )
    const [primary] = green
    if (primary === undefined || said.length === 0 || (primary.kind === 'instance' && primary.traits.replication === undefined))
      return cannotTell('RDS tells nothing about the replication of green', 'the lag is judged by itself; look at the events of green')
    return met(expected, expected)
  }
})

export const rolesOnGreen = ofBothSides({
  id: 'iam-roles-are-on-green',
  rows: ['G-18', 'L-28'],
  title: 'Green has the IAM roles of blue',
  severity: 'advice',
  needs: [],
  unless: ({blue}) => (blue.every(one => one.traits.roleFeatures.length === 0) ? 'blue has none' : undefined),
  judge({production, pairs}) {
    const missing = pairs.flatMap(([one, other]) => {
      const lacking = one.traits.roleFeatures.filter(feature => !other.traits.roleFeatures.includes(feature))
      return lacking.length === 0
        ? []
        : [`${other.name} lacks the role for ${lacking.map(name => (name === '' ? 'no feature' : name)).join(', ')}`]
    })
    const expected = 'the same features'
    if (missing.length === 0) return met('it has them', expected)
    return notMet(
      missing.join('; '),
      expected,
      `aws rds add-role-to-db-${production.kind} for each: RDS does not copy them, and what uses them fails from the switchover on`
    )
  }
})

/** Policies name databases by their resource id, and no API of RDS shows the policies. */
export const iamLogins = ofBothSides({
  id: 'iam-logins-need-no-new-policy',
  rows: ['G-19'],
  title: 'Nobody logs in by IAM under a resource id that changes',
  severity: 'advice',
  needs: [],
  judge({production, green}) {
    const isOn = production.traits.usesIamAuthentication
    const expected = 'IAM database authentication off'
    if (isOn === undefined)
      return cannotTell(`RDS does not say whether ${production.name} has IAM database authentication`, 'look at it in the console')
    if (!isOn) return met('off', expected)
    const id = green[0] === undefined || green[0].resourceId.includes('(') ? "green's resource id" : green[0].resourceId
    return notMet(
      `on; after the switchover ${production.name} bears ${id} and no longer ${production.resourceId}`,
      expected,
      `allow rds-db:connect on dbuser:${id}/<user>, beside ${production.resourceId}, before the switchover`
    )
  }
})

/** Of AWS itself, and of this action. */
const isOfUsers = (key: string): boolean => !key.startsWith('aws:') && !key.startsWith('rds-blue-green/')

export const tagsOnBlue = ofBothSides({
  id: 'tags-of-green-are-on-blue',
  rows: ['G-20'],
  title: 'Every tag of green is on blue as well',
  severity: 'advice',
  onlyThen: true,
  needs: [],
  judge({pairs}) {
    const lines = pairs.flatMap(([one, other]) => {
      const lost = [...(other.tags ?? [])].filter(([key, value]) => isOfUsers(key) && one.tags?.get(key) !== value).map(([key]) => key)
      return one.tags === undefined || lost.length === 0 ? [] : [`${other.name}: ${lost.join(', ')}`]
    })
    const expected = 'no other tags than blue'
    if (lines.length > 0)
      return notMet(lines.join('; '), expected, "put them on blue first: the switchover replaces green's tags by blue's")
    if (pairs.flat().some(one => one.tags === undefined)) return cannotTell('RDS did not list the tags', 'compare the tags in the console')
    return met('the same, or fewer', expected)
  }
})

const belongingTo = ({replicas, members}: Database): readonly string[] => [...replicas, ...members.map(one => one.name)]

export const nothingExtra = ofBothSides({
  id: 'green-has-nothing-of-its-own',
  rows: ['G-24'],
  title: 'Green has no database that blue has not',
  severity: 'advice',
  onlyThen: true,
  needs: [],
  judge({production, green}) {
    const [primary] = green
    if (primary === undefined) return cannotTell('green could not be read', 'try again')
    // A plan ahead imagines green as a copy of blue, with its replicas.
    const named = new Set([...green.map(one => one.name), ...belongingTo(production)].map(name => name.toLowerCase()))
    const extra = belongingTo(primary).filter(name => !name.startsWith('arn:') && !named.has(name.toLowerCase()))
    const expected = 'none'
    if (extra.length === 0) return met(expected, expected)
    return notMet(
      `${extra.join(', ')} ${extra.length === 1 ? 'was' : 'were'} added to green`,
      expected,
      'nothing, if it is wanted: it stays with production under its own name, and costs; it takes no place of a database of blue'
    )
  }
})

export const storageLoaded = ofBothSides({
  id: 'storage-of-green-is-loaded',
  rows: ['G-47'],
  title: 'The storage of green is loaded',
  severity: 'advice',
  onlyThen: true,
  needs: [],
  unless: ({isAurora}) => (isAurora ? 'Aurora has nothing to load' : undefined),
  judge({green, instances}) {
    const busy = green.flatMap(one => (one.storageOperation === undefined ? [] : [{name: one.name, ...one.storageOperation}]))
    const expected = 'no storage operation'
    if (busy.length > 0)
      return notMet(
        busy.map(one => `${one.name}: ${one.status}${one.percent === undefined ? '' : ` ${one.percent} %`}`).join('; '),
        expected,
        'wait until it is over: what is not loaded yet is read slowly after the switchover'
      )
    if (instances.length === 0) return cannotTell('green could not be read', 'try again')
    return met('no storage operation', expected)
  }
})

export const writesDurably = ofBothSides({
  id: 'green-writes-durably',
  rows: ['M-09', 'AM-10'],
  title: 'Green no longer trades durability for speed',
  severity: 'advice',
  needs: ['greenGroups'],
  unless: ({isPostgres}) => (isPostgres ? 'a matter of MySQL and MariaDB' : undefined),
  judge(source, {greenGroups}) {
    const {isAurora} = source
    const group = decidingOf(source, greenGroups)
    const expected = `innodb_flush_log_at_trx_commit=1${isAurora ? ', and the binary log on' : ''}`
    if (group === undefined) return cannotTell('the parameter group of green could not be read', `look for ${expected}`)
    const flush = valueIn(whereSet(source, greenGroups, 'innodb_flush_log_at_trx_commit'), 'innodb_flush_log_at_trx_commit') ?? '1'
    const binlog = isAurora ? valueIn(group, 'binlog_format') : undefined
    const lines = [
      ...(flush === '1' ? [] : [`innodb_flush_log_at_trx_commit=${flush}`]),
      ...(binlog?.toUpperCase() === 'OFF' ? ['binlog_format=OFF'] : [])
    ]
    if (lines.length === 0) return met(`innodb_flush_log_at_trx_commit=${flush}`, expected)
    return notMet(
      `${lines.join(', ')} in ${group.name}`,
      expected,
      'set it back in the group of green before the switchover: a crash of production would lose transactions, and without the binary log there is no way back'
    )
  }
})

export const atSwitchoverChecks = [
  blueNotNewer,
  noIntegrations,
  proxiesReachBlue,
  greenReplicates,
  rolesOnGreen,
  iamLogins,
  tagsOnBlue,
  nothingExtra,
  storageLoaded,
  writesDurably
] as const
