/**
 * Every behaviour of RDS that is undocumented or inferred, as a switch: the facts row it comes from, its settings, the first being
 * the default. The code under test must be right under each of them.
 */
import type {Dice} from '../dice.ts'

const table = {
  /** 1.1, 1.2: a switchover that moved some members and failed for another one. No sample shows one. */
  statusAfterMemberFailed: ['SWITCHOVER_COMPLETED', 'SWITCHOVER_FAILED'],
  /** 0.3, 1.1, 11.1: after a switchover that a guardrail or the timeout cancelled. */
  statusAfterCancel: ['AVAILABLE', 'SWITCHOVER_FAILED'],
  /** 1.1, 11.1: a second switchover call on SWITCHOVER_FAILED. */
  switchoverAfterFailure: ['accepted', 'refused'],
  /** 8.2, samples: `<TagList/>` in the API reference, no TagList in the CLI's examples. */
  emptyTagList: ['present', 'absent'],
  /** 8.2: the create answer of a deployment with tags. No sample shows one. */
  tagsInCreateAnswer: ['present', 'empty', 'absent'],
  /** B7: the status of members in the create answer and until green appears. RDS's samples have none, Aurora's has PROVISIONING. */
  memberStatusAtFirst: ['as_sampled', 'absent', 'PROVISIONING'],
  /** 1.9, 11.4: green's deletion protection. */
  greenProtection: ['off', 'copied'],
  /** 2.2, 8.2: Describe with an id filter that nothing matches. */
  filterWithoutMatch: ['empty', 'fault'],
  /** 8.5: Describe by name right after the rename. */
  nameAfterRename: ['at_once', 'briefly_not_found'],
  /** 8.5: a parameter group that is younger than five minutes, or was modified that recently, as green's. */
  youngGroup: ['accepted', 'refused', 'fails_later'],
  /** 9.3: a parameter that is set to what the engine has anyway. Observed, of groups that were just made. */
  setToDefault: ['not_shown', 'shown'],
  /** G-10: when a zero-ETL integration stops a switchover; it is a limitation, and no guardrail of 4.1. */
  integrationAtSwitchover: ['refused', 'cancelled'],
  /** L-15, L-17: extensions that must be switched off on blue, whether or not RDS looks. */
  forbiddenExtensions: ['degrades', 'fails_later'],
  /** G-11, AM-12: event_scheduler switched on in the target group, whether or not RDS looks. */
  eventScheduler: ['degrades', 'fails_later'],
  /** 6.1: deleting a deployment that is still provisioned. */
  deleteWhileProvisioning: ['accepted', 'refused'],
  /** 6.1: deleting a deployment that is being deleted. */
  deleteWhileDeleting: ['refused', 'accepted'],
  /** 11.5: `DeleteTarget=false` after SWITCHOVER_COMPLETED. */
  deleteTargetFalseAfterSwitchover: ['refused', 'accepted'],
  /** 2.1, 11.3: the parameter group of green when none was given. */
  groupLeftOut: ['inherits', 'default'],
  /** 3.4, 6.1: green shows as a read replica of blue (MySQL family, PostgreSQL physical). */
  greenAsReplica: ['shown', 'hidden'],
  /** 1.4: what says AVAILABLE first. */
  availableFirst: ['databases', 'deployment'],
  /** 1.1: StatusDetails of a failed build. */
  statusDetails: ['present', 'absent'],
  /** 1.2: what says SWITCHOVER_COMPLETED first. */
  completedFirst: ['members', 'deployment'],
  /** 1.4: databases during the switchover. */
  statusWhileSwitching: ['renaming', 'available', 'modifying'],
  /** 6.1, G-42: DeleteTarget with a protected green. */
  protectedGreen: ['InvalidBlueGreenDeploymentStateFault', 'InvalidParameterCombination'],
  /** 6.1: what goes first with DeleteTarget. */
  goneFirst: ['green', 'deployment'],
  /** G-05: a second deployment of one source. */
  secondDeployment: ['SourceDatabaseNotSupportedFault', 'InvalidDBInstanceState', 'InvalidParameterCombination'],
  /** 1.8, 11.7: a green name of more than 63 characters. */
  longName: ['cut', 'refused'],
  /** 6.3: deleting old blue while its completed deployment still exists. */
  oldBlueWithDeployment: ['accepted', 'refused'],
  /** 2.1: the code for missing logical replication ("exact fault code for it not recorded"). */
  logicalReplicationMissing: ['InvalidParameterCombination', 'SourceNotSupported'],
  /** G-06 names no code. */
  managedPassword: ['SourceNotSupported', 'InvalidParameterCombination'],
  /** G-37 names no code. */
  upgradeTarget: ['InvalidParameterCombination', 'InvalidParameterValue'],
  /** G-38: a group of another family. */
  groupFamily: ['refused', 'fails_later'],
  /** 1.3: names of tasks are an open set. */
  tasks: ['as_sampled', 'one_more'],
  /** 1.8: the guide's diagrams show one suffix, the CLI's examples one for each member. */
  suffix: ['each', 'shared'],
  /** 1.2: the order of members. The source comes first in every sample. */
  memberOrder: ['source_first', 'reversed'],
  /** 7.2, G-50: events are best effort. */
  events: ['all', 'some_lost'],
  /** 8.5: a modified instance stays `available` for some seconds. */
  modifying: ['later', 'at_once'],
  /** 8.4 */
  throttleCode: ['Throttling', 'ThrottlingException'],
  /** 2.1 common errors. */
  deniedCode: ['AccessDenied', 'AccessDeniedException'],
  /** 2.1 common errors. */
  expiredCode: ['ExpiredToken', 'ExpiredTokenException'],
  /** 6.2, 6.3 [INFERRED]: the tags of an old blue database on its final snapshot (CopyTagsToSnapshot decides when `by_flag`). */
  snapshotTags: ['by_flag', 'copied'],
  /** 1.4: the status of a broken build's green. */
  brokenGreen: ['available', 'incompatible-parameters', 'absent']
} as const

type Table = typeof table
export type UnknownName = keyof Table
export type Unknowns = {readonly [N in UnknownName]: Table[N][number]}

export const unknownSettings: {readonly [N in UnknownName]: readonly Unknowns[N][]} = table

const names = Object.keys(table) as UnknownName[]

const drawn = (choose: (name: UnknownName) => string): Unknowns => {
  const chosen: Partial<Record<UnknownName, string>> = {}
  for (const name of names) chosen[name] = choose(name)
  return chosen as Unknowns
}

export const defaultUnknowns: Unknowns = drawn(name => table[name][0])

export const drawUnknowns = (dice: Dice): Unknowns =>
  drawn(name => dice.fork(`unknown ${name}`).pick<string>(table[name]) ?? table[name][0])
