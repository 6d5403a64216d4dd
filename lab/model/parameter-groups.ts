/** Parameter groups: made, copied, modified, reset and deleted (facts 9.2, 9.3). Texts: FIELD, terraform-provider-aws 216 and 522, pghero 66. */
import type {
  CopyDBClusterParameterGroupMessage,
  CopyDBParameterGroupMessage,
  CreateDBClusterParameterGroupMessage,
  CreateDBParameterGroupMessage,
  DBClusterParameterGroup,
  DBParameterGroup,
  DeleteDBClusterParameterGroupMessage,
  DeleteDBParameterGroupMessage,
  ModifyDBClusterParameterGroupMessage,
  ModifyDBParameterGroupMessage,
  Parameter,
  ResetDBClusterParameterGroupMessage,
  ResetDBParameterGroupMessage,
  Tag
} from '@aws-sdk/client-rds'
import {duration} from '../bodies/paper.ts'
import type {Dice} from '../dice.ts'
import type {Refusal} from '../service.ts'
import type {Account, ParameterGroup} from './account.ts'
import {arnOf} from './account.ts'
import {plan} from './acts.ts'
import {appliedValues, applyNow, statusOfGroup, usersOf, waitForReboot} from './apply-status.ts'
import {families} from './engine-versions.ts'
import type {GroupKind} from './parameters.ts'
import {definitionsOf, isAllowed} from './parameters.ts'
import {invalidCombination, invalidValue, isRefusal, refusal} from './refusals.ts'
import {instanceNamed, nameOf, resourceIdOf} from './resources.ts'
import {groupNamed} from './source.ts'
import {refuseTags} from './tagging.ts'

type Answered<O> = {account: Account; output: O} | Refusal

export const isDefault = (name: string): boolean => name.toLowerCase().startsWith('default.')

export const showGroup = (account: Account, one: ParameterGroup): DBParameterGroup => ({
  DBParameterGroupName: one.name,
  DBParameterGroupFamily: one.family,
  Description: one.description,
  DBParameterGroupArn: arnOf(account, 'pg', one.name)
})

export const showClusterGroup = (account: Account, one: ParameterGroup): DBClusterParameterGroup => ({
  DBClusterParameterGroupName: one.name,
  DBParameterGroupFamily: one.family,
  Description: one.description,
  DBClusterParameterGroupArn: arnOf(account, 'cluster-pg', one.name)
})

/** Both kinds of groups answer with the instance groups' code (MODEL). */
export const groupNotFound = (kind: GroupKind, name: string): Refusal =>
  refusal('DBParameterGroupNotFound', `DB${kind === 'cluster' ? 'Cluster' : ''}ParameterGroup not found: ${name}`, 404)

interface Wanted {
  readonly kind: GroupKind
  readonly name: string
  readonly family: string
  readonly description: string
  readonly tags: readonly Tag[]
  readonly parameters: Readonly<Record<string, string>>
}

const groupName = /^[a-z](?!.*--)[0-9a-z-]*(?<!-)$/

function create(account: Account, wanted: Wanted, now: number): {account: Account; group: ParameterGroup} | Refusal {
  const name = wanted.name.toLowerCase()
  // 9.2: letters, digits and hyphens; a custom name has no period, so nobody makes a default group.
  if (name.length > 255 || !groupName.test(name))
    return invalidValue(
      'The parameter DBParameterGroupName is not a valid identifier. Identifiers must begin with a letter; must contain only ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.'
    )
  const isAurora = wanted.family.startsWith('aurora')
  if (!families.includes(wanted.family) || (wanted.kind === 'cluster' && !isAurora))
    return invalidValue(`ParameterGroupFamily ${wanted.family} is not a valid parameter group family`)
  if (groupNamed(account, wanted.kind, name) !== undefined)
    return refusal('DBParameterGroupAlreadyExists', `Parameter group ${name} already exists`)
  const own = account.parameterGroups.filter(
    group => group.kind === wanted.kind && !isDefault(group.name) && !group.name.startsWith('lab-')
  )
  // G-36
  if (own.length >= (wanted.kind === 'cluster' ? account.quotas.clusterGroups : account.quotas.groups))
    return refusal('DBParameterGroupQuotaExceeded', 'DB parameter group quota exceeded.')
  const refused = refuseTags(wanted.tags)
  if (refused !== undefined) return refused
  const group: ParameterGroup = {...wanted, name, changedAt: now}
  return {account: {...account, parameterGroups: [...account.parameterGroups, group]}, group}
}

export function createGroup(
  account: Account,
  input: CreateDBParameterGroupMessage,
  now: number
): Answered<{DBParameterGroup: DBParameterGroup}> {
  const made = create(account, {...wantedOf('instance', input), name: input.DBParameterGroupName ?? ''}, now)
  return isRefusal(made) ? made : {account: made.account, output: {DBParameterGroup: showGroup(account, made.group)}}
}

export function createClusterGroup(
  account: Account,
  input: CreateDBClusterParameterGroupMessage,
  now: number
): Answered<{DBClusterParameterGroup: DBClusterParameterGroup}> {
  const made = create(account, {...wantedOf('cluster', input), name: input.DBClusterParameterGroupName ?? ''}, now)
  return isRefusal(made) ? made : {account: made.account, output: {DBClusterParameterGroup: showClusterGroup(account, made.group)}}
}

type Family = Pick<CreateDBParameterGroupMessage, 'DBParameterGroupFamily' | 'Description' | 'Tags'>

const wantedOf = (kind: GroupKind, input: Family): Omit<Wanted, 'name'> => ({
  kind,
  family: (input.DBParameterGroupFamily ?? '').toLowerCase(),
  description: input.Description ?? '',
  tags: input.Tags ?? [],
  parameters: {}
})

interface Copied {
  readonly from: string
  readonly to: string
  readonly description: string
  readonly tags: readonly Tag[]
}

/** "You can't copy a default DB parameter group" (MODEL CopyDBParameterGroup). The family comes along (facts 9.2). */
function copy(account: Account, kind: GroupKind, copied: Copied, now: number): {account: Account; group: ParameterGroup} | Refusal {
  const name = copied.from.startsWith('arn:') ? (copied.from.split(':').at(-1) ?? '') : copied.from
  const source = groupNamed(account, kind, name)
  if (source === undefined) return groupNotFound(kind, name)
  if (isDefault(name)) return invalidValue(`A default parameter group cannot be copied: ${name}`)
  const {to, description, tags} = copied
  return create(account, {kind, name: to, family: source.family, description, tags, parameters: source.parameters}, now)
}

export function copyGroup(
  account: Account,
  input: CopyDBParameterGroupMessage,
  now: number
): Answered<{DBParameterGroup: DBParameterGroup}> {
  const copied = {
    from: input.SourceDBParameterGroupIdentifier ?? '',
    to: input.TargetDBParameterGroupIdentifier ?? '',
    description: input.TargetDBParameterGroupDescription ?? '',
    tags: input.Tags ?? []
  }
  const made = copy(account, 'instance', copied, now)
  return isRefusal(made) ? made : {account: made.account, output: {DBParameterGroup: showGroup(account, made.group)}}
}

export function copyClusterGroup(
  account: Account,
  input: CopyDBClusterParameterGroupMessage,
  now: number
): Answered<{DBClusterParameterGroup: DBClusterParameterGroup}> {
  const copied = {
    from: input.SourceDBClusterParameterGroupIdentifier ?? '',
    to: input.TargetDBClusterParameterGroupIdentifier ?? '',
    description: input.TargetDBClusterParameterGroupDescription ?? '',
    tags: input.Tags ?? []
  }
  const made = copy(account, 'cluster', copied, now)
  return isRefusal(made) ? made : {account: made.account, output: {DBClusterParameterGroup: showClusterGroup(account, made.group)}}
}

function refuseParameter(group: ParameterGroup, one: Parameter): Refusal | undefined {
  const {ParameterName: name = '', ParameterValue: value} = one
  if (value === undefined)
    return refusal('MissingParameter', `The request must contain the parameters ParameterValue and ApplyMethod of ${name}.`)
  const definition = definitionsOf(group.family, group.kind).get(name)
  if (definition?.isModifiable === true && !isAllowed(definition, value))
    return invalidValue(`Invalid parameter value: ${value} for: ${name} allowed values are: ${definition.allowed ?? definition.data}`)
  return refuseRow(group, one)
}

/** What RDS refuses of a row alike, to be set or to be reset. */
function refuseRow(group: ParameterGroup, {ParameterName: name = '', ApplyMethod: method}: Parameter): Refusal | undefined {
  if (method === undefined) return refusal('MissingParameter', `The request must contain the parameter ApplyMethod of ${name}.`)
  const definition = definitionsOf(group.family, group.kind).get(name)
  if (definition === undefined) return invalidValue(`Could not find parameter with name: ${name}`)
  if (!definition.isModifiable) return invalidValue(`The parameter ${name} cannot be modified.`)
  if (method === 'immediate' && definition.apply === 'static')
    return invalidCombination('cannot use immediate apply method for static parameter')
  return method === 'immediate' || method === 'pending-reboot' ? undefined : invalidValue(`Invalid apply method: ${String(method)}`)
}

type Values = Readonly<Record<string, string>>

/** What a request makes of the values of a group; the same of those a database runs with, as far as they take effect at once. */
interface Change {
  readonly rows: readonly Parameter[]
  apply(values: Values, rows: readonly Parameter[]): Values
}

const setting: Change['apply'] = (values, rows) => ({
  ...values,
  ...Object.fromEntries(rows.map(one => [one.ParameterName ?? '', one.ParameterValue ?? '']))
})
const resetting: Change['apply'] = (values, rows) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !rows.some(one => one.ParameterName === name)))

/** 9.3: at most twenty. */
const isCountable = (rows: readonly Parameter[]): boolean => rows.length > 0 && rows.length <= 20

function change(account: Account, kind: GroupKind, group: ParameterGroup, {rows, apply}: Change, now: number, dice: Dice): Account {
  if (rows.length === 0) return account
  const modified: ParameterGroup = {...group, parameters: apply(group.parameters, rows), changedAt: now}
  const users = usersOf(account, kind, group.name).map(nameOf)
  const immediate = rows.filter(one => one.ApplyMethod === 'immediate')
  const saved = {...account, parameterGroups: account.parameterGroups.map(one => (one === group ? modified : one))}
  return users.reduce<Account>((made, user) => {
    const one = instanceNamed(made, user)
    if (one === undefined) return made
    if (immediate.length < rows.length) return waitForReboot(made, one, kind, apply(appliedValues(account, one, kind), immediate))
    const going = applyNow(made, one, kind, values => apply(values, rows))
    const after = instanceNamed(going, user)
    if (after === undefined || statusOfGroup(going, after, kind) !== 'applying') return going
    const id = resourceIdOf(after)
    const lasts = duration(account.paper.applyParameters, dice.fork(`apply ${id}`))
    return plan(going, now, id, [[lasts, {is: 'applied', resource: id, kind}]])
  }, saved)
}

function modify(
  account: Account,
  kind: GroupKind,
  name: string,
  parameters: readonly Parameter[],
  now: number,
  dice: Dice
): Account | Refusal {
  const group = groupNamed(account, kind, name)
  if (group === undefined) return groupNotFound(kind, name)
  if (isDefault(name)) return invalidValue(`Cannot modify a default parameter group: ${name}`) // G-41
  if (!isCountable(parameters)) return invalidValue('Between 1 and 20 parameters can be modified in one request.')
  for (const one of parameters) {
    const refused = refuseParameter(group, one)
    if (refused !== undefined) return refused
  }
  const rows = parameters.filter(one => group.parameters[one.ParameterName ?? ''] !== one.ParameterValue)
  const definitions = definitionsOf(group.family, kind)
  const isHidden = ({ParameterName: one = '', ParameterValue: value}: Parameter): boolean =>
    account.unknowns.setToDefault === 'not_shown' && definitions.get(one)?.shown === value
  const apply: Change['apply'] = (values, some) => resetting(setting(values, some), some.filter(isHidden))
  return change(account, kind, group, {rows, apply}, now, dice)
}

/** Back to what the engine has (MODEL ResetDBParameterGroup): the parameters named, or all of them. */
function reset(
  account: Account,
  kind: GroupKind,
  name: string,
  {ResetAllParameters: all = false, Parameters: parameters = []}: Pick<ResetDBParameterGroupMessage, 'ResetAllParameters' | 'Parameters'>,
  now: number,
  dice: Dice
): Account | Refusal {
  const group = groupNamed(account, kind, name)
  if (group === undefined) return groupNotFound(kind, name)
  if (isDefault(name)) return invalidValue(`Cannot modify a default parameter group: ${name}`) // G-41
  if (all && parameters.length > 0) return invalidCombination('Parameters cannot be given with ResetAllParameters.')
  if (!all && !isCountable(parameters)) return invalidValue('Between 1 and 20 parameters can be reset in one request.')
  for (const one of parameters) {
    const refused = refuseRow(group, one)
    if (refused !== undefined) return refused
  }
  // MODEL: with all of them, a dynamic one at once and a static one at the next restart.
  const everything = Object.keys(group.parameters).map(
    (ParameterName): Parameter => ({
      ParameterName,
      ApplyMethod: definitionsOf(group.family, kind).get(ParameterName)?.apply === 'static' ? 'pending-reboot' : 'immediate'
    })
  )
  const rows = all ? everything : parameters.filter(one => (one.ParameterName ?? '') in group.parameters)
  return change(account, kind, group, {rows, apply: resetting}, now, dice)
}

export function modifyGroup(
  account: Account,
  input: ModifyDBParameterGroupMessage,
  now: number,
  dice: Dice
): Answered<{DBParameterGroupName: string}> {
  const name = (input.DBParameterGroupName ?? '').toLowerCase()
  const made = modify(account, 'instance', name, input.Parameters ?? [], now, dice)
  return isRefusal(made) ? made : {account: made, output: {DBParameterGroupName: name}}
}

export function modifyClusterGroup(
  account: Account,
  input: ModifyDBClusterParameterGroupMessage,
  now: number,
  dice: Dice
): Answered<{DBClusterParameterGroupName: string}> {
  const name = (input.DBClusterParameterGroupName ?? '').toLowerCase()
  const made = modify(account, 'cluster', name, input.Parameters ?? [], now, dice)
  return isRefusal(made) ? made : {account: made, output: {DBClusterParameterGroupName: name}}
}

export function resetGroup(
  account: Account,
  input: ResetDBParameterGroupMessage,
  now: number,
  dice: Dice
): Answered<{DBParameterGroupName: string}> {
  const name = (input.DBParameterGroupName ?? '').toLowerCase()
  const made = reset(account, 'instance', name, input, now, dice)
  return isRefusal(made) ? made : {account: made, output: {DBParameterGroupName: name}}
}

export function resetClusterGroup(
  account: Account,
  input: ResetDBClusterParameterGroupMessage,
  now: number,
  dice: Dice
): Answered<{DBClusterParameterGroupName: string}> {
  const name = (input.DBClusterParameterGroupName ?? '').toLowerCase()
  const made = reset(account, 'cluster', name, input, now, dice)
  return isRefusal(made) ? made : {account: made, output: {DBClusterParameterGroupName: name}}
}

/** Refused while anything uses it, green included (FIELD: the text is RDS's). */
function remove(account: Account, kind: GroupKind, name: string): Answered<object> {
  const group = groupNamed(account, kind, name)
  if (group === undefined) return groupNotFound(kind, name)
  if (isDefault(name)) return refusal('InvalidDBParameterGroupState', `Default parameter group cannot be deleted: ${group.name}`) // G-41
  const inUse =
    usersOf(account, kind, group.name).length > 0 ||
    (kind === 'cluster' && account.clusters.some(one => one.shown.DBClusterParameterGroup === group.name))
  if (inUse)
    return refusal(
      'InvalidDBParameterGroupState',
      `One or more database instances are still members of this parameter group ${group.name}, so the group cannot be deleted`
    )
  return {account: {...account, parameterGroups: account.parameterGroups.filter(one => one !== group)}, output: {}}
}

export const deleteGroup = (account: Account, input: DeleteDBParameterGroupMessage): Answered<object> =>
  remove(account, 'instance', input.DBParameterGroupName ?? '')
export const deleteClusterGroup = (account: Account, input: DeleteDBClusterParameterGroupMessage): Answered<object> =>
  remove(account, 'cluster', input.DBClusterParameterGroupName ?? '')
