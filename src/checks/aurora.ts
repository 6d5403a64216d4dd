/** Aurora of both engines. */
import {compareVersions} from '../domain/engine-version.ts'
import type {Source} from '../observing/source.ts'
import type {SourceCheck} from './of-source.ts'
import {cannotTell, met, notMet, ofSource} from './of-source.ts'
import type {Minors} from './since.ts'
import {since} from './since.ts'

export const notAurora = ({isAurora}: Source): string | undefined => (isAurora ? undefined : 'only of Aurora')

export const kindSupported = ofSource({
  id: 'cluster-is-of-a-supported-kind',
  rows: ['A-02', 'A-09', 'A-12', 'AP-08'],
  title: 'The cluster is of a kind that RDS makes deployments of',
  severity: 'blocking',
  needs: [],
  unless: notAurora,
  judge({production}) {
    const {traits, endpoint, name} = production
    const expected = 'provisioned, in a VPC, outside the preview environment'
    const against = [
      traits.engineMode === 'serverless' ? 'Aurora Serverless v1' : [],
      traits.isLimitless ? 'an Aurora Limitless database' : [],
      traits.isExpress ? 'a cluster of express configuration, without networking in a VPC' : [],
      endpoint?.includes('rds-preview') === true ? 'in the database preview environment' : []
    ].flat()
    if (against.length > 0) {
      const remedy = 'move the data into a provisioned cluster first (from a snapshot, or with DMS), or upgrade it in place'
      return notMet(`${name} is ${against.join(', ')}`, expected, remedy)
    }
    if (traits.engineMode === undefined || endpoint === undefined) {
      const silent = traits.engineMode === undefined ? 'engine mode' : 'endpoint'
      return cannotTell(`RDS does not say the ${silent} of ${name}`, `see that it is ${expected}`)
    }
    return met(traits.isServerlessV2 ? 'Aurora Serverless v2' : traits.engineMode, expected)
  }
})

export const endpointsFollow = ofSource({
  id: 'custom-endpoints-have-no-fixed-members',
  rows: ['A-04'],
  title: 'No custom endpoint names its members, or whom to leave out',
  severity: 'advice',
  needs: ['customEndpoints'],
  unless: notAurora,
  judge(_source, {customEndpoints}) {
    const fixed = customEndpoints.flatMap(({name, staticMembers, excludedMembers}) => {
      if (staticMembers.length > 0) return `${name} (only ${staticMembers.join(', ')})`
      return excludedMembers.length > 0 ? `${name} (all but ${excludedMembers.join(', ')})` : []
    })
    const expected = 'clients use the cluster and reader endpoints, or custom endpoints without lists'
    if (fixed.length === 0)
      return met(customEndpoints.length === 0 ? 'there are none' : customEndpoints.map(one => one.name).join(', '), expected)
    const remedy =
      'let its clients use the reader endpoint, or set its members right after the switchover: aws rds modify-db-cluster-endpoint'
    return notMet(fixed.join('; '), expected, remedy)
  }
})

export const noActivityStream = ofSource({
  id: 'no-activity-stream-ends',
  rows: ['A-08'],
  title: 'No database activity stream ends with the switchover',
  severity: 'advice',
  needs: [],
  unless: notAurora,
  judge({production}) {
    if (!production.traits.hasActivityStream) return met('there is none')
    const remedy = `after the switchover start a new stream for ${production.name} (aws rds start-activity-stream) and point its readers to it`
    return notMet(`${production.name} has one`, 'none, or somebody who starts a new one', remedy)
  }
})

export const dataApiStays = ofSource({
  id: 'data-api-needs-no-care',
  rows: ['A-10'],
  title: 'The Data API needs no care after the switchover',
  severity: 'advice',
  needs: [],
  unless: notAurora,
  judge({production: {traits, name}}) {
    if (traits.hasDataApi === undefined) return cannotTell(`RDS does not say whether ${name} has the Data API`, 'look at it in the console')
    if (!traits.hasDataApi) return met('it is off')
    // Inferred: documented for a cluster that was renamed, which a switchover does.
    const remedy = `if its calls say that the cluster was renamed, switch it off and on after the switchover: aws rds disable-http-endpoint, then enable-http-endpoint, with the ARN of ${name}`
    return notMet(`${name} has it`, 'off, or somebody who tries it after the switchover', remedy)
  }
})

/** Facts 1.9: SERVER_ID, as `aurora_replica_status` and `replica_host_status` tell it. */
const FIRST_MYSQL = '8.0.mysql_aurora.3.07'
const FIRST_POSTGRES: Minors = {12: '12.22', 13: '13.18', 14: '14.15', 15: '15.10', 16: '16.6'}

export const serverIdFollows = ofSource({
  id: 'server-id-follows-the-switchover',
  rows: ['A-13'],
  title: 'Each instance knows its new name after the switchover',
  severity: 'advice',
  needs: [],
  unless: notAurora,
  judge({production, version, isPostgres}) {
    const {has, first} = isPostgres ? since(FIRST_POSTGRES, version) : {has: compareVersions(version, FIRST_MYSQL) >= 0, first: FIRST_MYSQL}
    const expected = first === undefined ? 'a later major version' : `${production.engine} ${first} or later`
    if (has) return met(version, first === undefined ? '' : expected)
    const remedy =
      'clients that find readers by SERVER_ID (the AWS drivers do) see the old names until each instance of both clusters was restarted'
    return notMet(
      `green gets ${version}`,
      expected,
      first === undefined ? remedy : `give a target-engine-version of ${first} or later; else ${remedy}`
    )
  }
})

export const auroraChecks: readonly SourceCheck[] = [kindSupported, endpointsFollow, noActivityStream, dataApiStays, serverIdFollows]
