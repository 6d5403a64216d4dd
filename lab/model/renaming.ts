/** What the switchover does to one member: names, endpoints and tags change sides, replication ends (facts 1.8, 1.9, 4.2). */
import type {Account, Deployment, Resource} from './account.ts'
import {arnOf} from './account.ts'
import {oldNameOf} from './naming.ts'
import {findById, findByName, kindOfArn, nameOf, promote, put, rename as renameResource, resourceIdOf} from './resources.ts'

export interface Renamed {
  readonly account: Account
  readonly oldName: string
  readonly sourceArn: string
  readonly targetArn: string
}

export function rename(account: Account, deployment: Deployment, blue: Resource, green: Resource, now: number): Renamed {
  const name = nameOf(blue)
  const oldName = oldNameOf(name, taken => findByName(account, blue.kind, taken) !== undefined)
  const parted = part(account, deployment, blue, green)
  const renamedBlue = renameResource(parted, findById(parted, blue.kind, resourceIdOf(blue)) ?? blue, oldName, now)
  const renamedGreen = renameResource(renamedBlue, findById(renamedBlue, green.kind, resourceIdOf(green)) ?? green, name, now)
  const tagged = takeOver(renamedGreen, resourceIdOf(blue), resourceIdOf(green), blue.kind)
  const type = kindOfArn[blue.kind]
  return {account: tagged, oldName, sourceArn: arnOf(account, type, oldName), targetArn: arnOf(account, type, name)}
}

/** Replication blue -> green ends: green is no replica of blue any more. */
function part(account: Account, deployment: Deployment, blue: Resource, green: Resource): Account {
  if (blue.kind !== 'instance' || green.kind !== 'instance' || deployment.engine.startsWith('aurora')) return account
  if (green.shown.ReadReplicaSourceDBInstanceIdentifier !== nameOf(blue)) return account
  return promote(account, green)
}

/** Blue's tags replace green's; who could write cannot any more, and the other way round. */
function takeOver(account: Account, blueId: string, greenId: string, kind: Resource['kind']): Account {
  const [blue, green] = [findById(account, kind, blueId), findById(account, kind, greenId)]
  if (blue === undefined || green === undefined || blue.kind === 'endpoint' || green.kind === 'endpoint') return account
  const closed = put(account, {...blue, hidden: {...blue.hidden, writable: false}})
  const hidden = {...green.hidden, writable: blue.hidden.writable}
  const TagList = blue.shown.TagList
  return green.kind === 'instance'
    ? put(closed, {...green, hidden, shown: {...green.shown, TagList}})
    : put(closed, {...green, hidden, shown: {...green.shown, TagList}})
}
