/** What must hold after every change of the account, whoever made it and whenever it was killed. */
import type {Changed} from '../../lab/desk.ts'
import type {Account} from '../../lab/model/account.ts'
import type {Stage} from './stage.ts'

const resourceOf = (account: Account, name: string): string | undefined =>
  account.instances.find(one => one.shown.DBInstanceIdentifier === name)?.shown.DbiResourceId

/** Ids and names as they are before anything happens: blue, and everybody else's. */
/** `began`: the account before the upgrade, where the story starts behind it. */
export function protect(story: Stage, production: readonly string[], began?: Account) {
  const start = began ?? story.desk.account()
  const blue = new Set(production.map(name => resourceOf(start, name)))
  const strangers = start.instances.map(one => one.shown.DbiResourceId).filter(id => !blue.has(id))

  function broken({before, after, entry}: Changed): readonly string[] {
    const lines: string[] = []
    const say = (line: string): void =>
      void lines.push(`${entry === undefined ? 'time' : `${entry.operation} of ${entry.caller}`}: ${line}`)
    for (const name of production) {
      const one = after.instances.find(instance => instance.shown.DBInstanceIdentifier === name)
      if (one === undefined) say(`nobody bears ${name}`)
      if (one?.shown.DBInstanceStatus === 'deleting') say(`${name} is being deleted`)
    }
    for (const id of strangers) if (!after.instances.some(one => one.shown.DbiResourceId === id)) say(`the stranger ${id} is gone`)
    const left = new Map(after.instances.map(one => [one.shown.DbiResourceId, one.shown.DBInstanceStatus]))
    for (const {shown} of before.instances) {
      const going = left.get(shown.DbiResourceId) === undefined || left.get(shown.DbiResourceId) === 'deleting'
      if (going && !blue.has(shown.DbiResourceId)) say(`${shown.DBInstanceIdentifier} is deleted, and was not blue`)
      const isPrimary = shown.DbiResourceId === resourceOf(start, production[0] ?? '')
      if (going && isPrimary && !after.snapshots.some(one => one.DbiResourceId === shown.DbiResourceId))
        say('old blue goes without a final snapshot')
    }
    if (after.deployments.length > 1) say(`${after.deployments.length} deployments`)
    return lines
  }

  return {
    broken: (): readonly string[] => [...new Set(story.changes.flatMap(broken))],
    blue
  }
}
