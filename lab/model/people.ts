/** What other people and other tools do to the account meanwhile: each a change that a test, a simulation or a scenario can make. */
import type {Tag} from '@aws-sdk/client-rds'
import type {Dice} from '../dice.ts'
import type {Account, Hidden, Instance, ShownCluster, ShownInstance, Trouble} from './account.ts'
import {cancel} from './acts.ts'
import {gone} from './deletion.ts'
import {perform} from './operations.ts'
import {isRefusal} from './refusals.ts'
import {
  activeDeploymentsOf,
  clusterNamed,
  findByName,
  instanceNamed,
  promote,
  put,
  putDeployment,
  rename,
  resourceIdOf,
  showDeployment,
  showStatus
} from './resources.ts'
import type {ClusterSeed, InstanceSeed} from './seed.ts'
import {addCluster, addInstance} from './seed.ts'
import {mergeTags} from './tagging.ts'

/** A change of the account; one that finds nothing to change returns the account as it was. */
export type Change = (account: Account, now: number, dice: Dice) => Account

const databaseNamed = (account: Account, name: string) => instanceNamed(account, name) ?? clusterNamed(account, name)

export const createsInstance =
  (seed: InstanceSeed): Change =>
  (account, now, dice) =>
    instanceNamed(account, seed.name) === undefined ? addInstance(account, {ageMinutes: 0, ...seed}, now, dice) : account

export const createsCluster =
  (seed: ClusterSeed): Change =>
  (account, now, dice) =>
    clusterNamed(account, seed.name) === undefined ? addCluster(account, {ageMinutes: 0, ...seed}, now, dice) : account

/** Any operation of the model, as another caller would send it; a refusal changes nothing. */
export const calls =
  (operation: string, input: object): Change =>
  (account, now, dice) => {
    const answered = perform(account, 'rds', operation, input, now, dice)
    return isRefusal(answered) ? account : answered.account
  }

export const renames =
  (name: string, to: string): Change =>
  (account, now) => {
    const one = findByName(account, 'instance', name) ?? findByName(account, 'cluster', name) ?? findByName(account, 'endpoint', name)
    return one === undefined || findByName(account, one.kind, to) !== undefined ? account : rename(account, one, to, now)
  }

/** Gone at once, without the rules of the delete operations. */
export const removes =
  (name: string): Change =>
  account => {
    const one = databaseNamed(account, name)
    return one === undefined ? account : gone(account, one.kind, resourceIdOf(one))
  }

export const changesInstance =
  (name: string, shown: Partial<ShownInstance>): Change =>
  account => {
    const one = instanceNamed(account, name)
    return one === undefined ? account : put(account, {...one, shown: {...one.shown, ...shown}})
  }

export const changesCluster =
  (name: string, shown: Partial<ShownCluster>): Change =>
  account => {
    const one = clusterNamed(account, name)
    return one === undefined ? account : put(account, {...one, shown: {...one.shown, ...shown}})
  }

export const hides =
  (name: string, hidden: Partial<Hidden>): Change =>
  account => {
    const one = databaseNamed(account, name)
    if (one === undefined) return account
    const changed = {...one.hidden, ...hidden}
    return one.kind === 'instance' ? put(account, {...one, hidden: changed}) : put(account, {...one, hidden: changed})
  }

export const troubles = (name: string, ...list: readonly Trouble[]): Change => hides(name, {troubles: list})
export const connects = (name: string, connections: number): Change => hides(name, {connections})
export const lags = (name: string, lag: number | 'missing'): Change => hides(name, {lag})

export const setsStatus =
  (name: string, status: string): Change =>
  account => {
    const one = databaseNamed(account, name)
    return one === undefined ? account : put(account, showStatus(one, status))
  }

export const setsTags =
  (name: string, tags: Readonly<Record<string, string>>): Change =>
  account => {
    const one = databaseNamed(account, name)
    if (one === undefined) return account
    const added: Tag[] = Object.entries(tags).map(([Key, Value]) => ({Key, Value}))
    const TagList = mergeTags(one.shown.TagList, added)
    return one.kind === 'instance'
      ? put(account, {...one, shown: {...one.shown, TagList}})
      : put(account, {...one, shown: {...one.shown, TagList}})
  }

/** A status that nobody knows, or one this account would not reach by itself; what was planned for the deployment is cancelled. */
export const setsDeploymentStatus =
  (name: string, status: string): Change =>
  account => {
    const one = account.deployments.find(
      other => other.shown.BlueGreenDeploymentName === name || other.shown.BlueGreenDeploymentIdentifier === name
    )
    const id = one?.shown.BlueGreenDeploymentIdentifier
    return id === undefined ? account : showDeployment(cancel(account, id), id, {Status: status})
  }

/** A deployment made in the console: without the tags it was created with. */
export const forgetsTags =
  (name: string): Change =>
  account => {
    const one = account.deployments.find(other => other.shown.BlueGreenDeploymentName === name)
    return one === undefined ? account : putDeployment(account, {...one, tags: []})
  }

/** G-21: promoting green by hand breaks its deployment. */
export const promotes =
  (name: string): Change =>
  account => {
    const one: Instance | undefined = instanceNamed(account, name)
    if (one === undefined) return account
    const promoted = promote(account, one)
    return activeDeploymentsOf(account, resourceIdOf(one)).reduce(
      (made, deployment) =>
        showDeployment(cancel(made, deployment.shown.BlueGreenDeploymentIdentifier), deployment.shown.BlueGreenDeploymentIdentifier, {
          Status: 'INVALID_CONFIGURATION'
        }),
      promoted
    )
  }

/** Those whose arguments are plain data, so that a JSON scenario can name them. */
export const deeds = {
  createsInstance,
  createsCluster,
  calls,
  renames,
  removes,
  changesInstance,
  changesCluster,
  hides,
  troubles,
  connects,
  lags,
  setsStatus,
  setsTags,
  setsDeploymentStatus,
  forgetsTags,
  promotes
}
