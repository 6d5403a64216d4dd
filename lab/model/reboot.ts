/** RebootDBInstance (facts 9.3): an outage, after which the parameters are those of the groups. */
import type {RebootDBInstanceMessage, RebootDBInstanceResult} from '@aws-sdk/client-rds'
import {duration} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, Instance} from './account.ts'
import {plan} from './acts.ts'
import {inSync} from './apply-status.ts'
import {compareVersions, majorOf} from './catalogue.ts'
import {resourceEvent} from './events.ts'
import {instanceNotFound, instanceState, invalidCombination} from './refusals.ts'
import {instanceNamed, instanceOf, instancesOfCluster, nameOf, put, resourceIdOf, showInstance} from './resources.ts'
import {isSwitching} from './switchover.ts'

/** From these versions on readers stay up when their writer is rebooted (facts 9.3). */
const readersStayUp: Readonly<Record<string, readonly string[]>> = {
  'aurora-mysql': ['5.7.mysql_aurora.2.10.0', '8.0.mysql_aurora.3.01.0'],
  'aurora-postgresql': ['12.14', '13.10', '14.7', '15.2', '16.0', '17.0']
}

function takesReadersAlong(one: Instance): boolean {
  const {Engine: engine, EngineVersion: version} = one.shown
  const from = readersStayUp[engine]?.find(other => majorOf(engine, other) === majorOf(engine, version))
  return from === undefined || compareVersions(version, from) < 0
}

export function rebootInstance(
  account: Account,
  input: RebootDBInstanceMessage,
  now: number,
  dice: Dice
): {account: Account; output: RebootDBInstanceResult} | Refusal {
  const one = instanceNamed(account, input.DBInstanceIdentifier ?? '')
  if (one === undefined) return instanceNotFound(input.DBInstanceIdentifier ?? '')
  const name = nameOf(one)
  if (isSwitching(account, resourceIdOf(one))) return instanceState(`DB instance ${name} is part of a switchover and cannot be rebooted.`) // G-25
  if (one.shown.DBInstanceStatus !== 'available') return instanceState(`DB instance ${name} is not in available state.`)
  if (input.ForceFailover === true && one.shown.MultiAZ !== true)
    return invalidCombination('ForceFailover cannot be specified since the instance is not configured for Multi-AZ.')
  const cluster = account.clusters.find(other => other.shown.DBClusterIdentifier === one.shown.DBClusterIdentifier)
  const isWriter = cluster?.shown.DBClusterMembers.some(member => member.IsClusterWriter === true && member.DBInstanceIdentifier === name)
  const readers = cluster !== undefined && isWriter === true && takesReadersAlong(one) ? instancesOfCluster(account, cluster) : []
  const rebooted = [one, ...readers.filter(other => other !== one && other.shown.DBInstanceStatus === 'available')]
  const made = rebooted.reduce((going, other) => {
    const id = resourceIdOf(other)
    const lasts = duration(account.paper.reboot, dice.fork(`reboot ${id}`))
    const down = resourceEvent(
      put(going, showInstance(other, {DBInstanceStatus: 'rebooting'})),
      now,
      other,
      'availability',
      'DB instance shutdown'
    )
    return plan(down, now, id, [[lasts, {is: 'rebooted', resource: id}]])
  }, account)
  return {account: made, output: {DBInstance: instanceOf(made, resourceIdOf(one))?.shown}}
}

export function rebooted(account: Account, resource: string, now: number): Account {
  const one = instanceOf(account, resource)
  if (one === undefined || one.shown.DBInstanceStatus !== 'rebooting') return account
  const up = resourceEvent(
    put(account, showInstance(one, {DBInstanceStatus: 'available'})),
    now,
    one,
    'availability',
    'DB instance restarted'
  )
  const current = instanceOf(up, resource)
  return current === undefined ? up : inSync(up, current)
}
