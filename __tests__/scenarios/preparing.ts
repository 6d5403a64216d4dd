/** Sources that need `prepare`, and how it is asked for. */
import type {AccountSeed} from '../../lab/model/seed.ts'
import {QUICK} from './seeds.ts'
import type {Ran, Stage} from './stage.ts'
import {writesOf} from './stage.ts'

type Given = Readonly<Record<string, string>>

export const REBOOT: Given = {'allow-reboot': 'true'}

/** Seed 000. */
export const orders: AccountSeed = {
  instances: [{name: 'orders', engine: 'postgres', version: '14.17', group: 'default.postgres14', replicas: ['orders-r1'], connections: 0}],
  paper: QUICK
}
export const to15: Given = {mode: 'prepare', source: 'orders', 'target-engine-version': '15'}

/** Seed 001, from the first minor version that RDS takes. */
export const aurora: AccountSeed = {
  clusters: [{name: 'main', version: '12.16', group: 'default.aurora-postgresql12', instances: ['main-1', 'main-2'], connections: 0}],
  paper: QUICK
}
export const to14: Given = {mode: 'prepare', source: 'main', 'target-engine-version': '14'}

export const mysql: AccountSeed = {
  instances: [{name: 'shop', engine: 'mysql', version: '8.0.42', group: 'shop-params', connections: 0}],
  groups: [
    {
      name: 'shop-params',
      family: 'mysql8.0',
      parameters: {event_scheduler: 'ON', max_connections: '500', default_authentication_plugin: 'mysql_native_password'}
    }
  ],
  paper: QUICK
}
export const to84: Given = {mode: 'prepare', source: 'shop', 'target-engine-version': '8.4'}

/** Writes with the parameter group they are about. */
export function written(ran: Ran): readonly string[] {
  const entries = ran.requests.filter(one => !/^(Describe|List|Download|Get)/.test(one.operation))
  return writesOf(ran).map((line, at) => {
    const input = (entries[at]?.input ?? {}) as Readonly<Record<string, unknown>>
    const group = input['DBParameterGroupName'] ?? input['DBClusterParameterGroupName']
    return [line.trim(), ...(typeof group === 'string' ? [group] : [])].join(' ')
  })
}

export const valuesOf = (story: Stage, name: string) => story.desk.account().parameterGroups.find(one => one.name === name)?.parameters
