/**
 * Deliberate defects, each a patch to a copy of the source: what a guard of the action is for is shown by taking it away. Each must fit
 * exactly once, and the simulation must find each (`npm run teeth`). There is no switch for any of them in `src/`.
 */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are texts of source code
export interface Edit {
  readonly file: string
  readonly find: string
  readonly replace: string
}

export interface Defect {
  readonly id: string
  /** What the action does wrong then. */
  readonly does: string
  /** More than one where a second guard makes the first one harmless. */
  readonly edits: readonly Edit[]
  /** Which part of the simulation must find it: `runs`, unless told. */
  readonly foundBy?: 'runs' | 'sources'
}

const defect = (id: string, does: string, ...edits: readonly (readonly [file: string, find: string, replace: string])[]): Defect => ({
  id,
  does,
  edits: edits.map(([file, find, replace]) => ({file, find, replace}))
})

/** What the action wrongly lets pass, or stops: shown by a source on which it and the lab disagree. */
const blindness = (...given: Parameters<typeof defect>): Defect => ({...defect(...given), foundBy: 'sources'})

export const defects: readonly Defect[] = [
  defect('delete-by-name', 'deletes whoever bears the name now, without asking by resource id right before', [
    'src/engine/drive.ts',
    'if (step.bearer === undefined) return undefined',
    "if (step.bearer?.name !== '') return undefined"
  ]),
  defect(
    'old1-assumed',
    'takes the name of old blue to be that of production with -old1',
    [
      'src/phases/old-blue-steps.ts',
      'input: {DBClusterIdentifier: database.name, ...how, ...backups}',
      'input: {DBClusterIdentifier: `${one.production}-old1`, ...how, ...backups}'
    ],
    [
      'src/phases/old-blue-steps.ts',
      'input: {DBInstanceIdentifier: database.name, ...how,',
      'input: {DBInstanceIdentifier: `${one.production}-old1`, ...how,'
    ]
  ),
  defect(
    'trust-top-level-status',
    'takes SWITCHOVER_COMPLETED of the deployment for the proof',
    ['src/observing/proof.ts', "if (failed.length > 0) return {is: 'failed', because: failed}", ''],
    ['src/observing/proof.ts', "if (member.status !== 'SWITCHOVER_COMPLETED')", "if (member.status === 'none')"],
    [
      'src/observing/proof.ts',
      'for (const arn of productionArns(deployment, memory)) open.push(',
      'for (const arn of [] as string[]) open.push('
    ]
  ),
  defect('no-memory-in-create', 'creates the deployment without the memory of blue in its tags', [
    'src/phases/requests.ts',
    '    ...blueMemory(production, blue),\n    ...(runUrl',
    '    ...(runUrl'
  ]),
  defect('cleanup-without-marks', 'deletes the deployment, and its memory with it, before old blue is marked', [
    'src/phases/old-blue-steps.ts',
    'if (database === undefined || one.mark?.deploymentId === deploymentId) return []',
    "if (database === undefined || deploymentId !== '') return []"
  ]),
  defect('foreign-mark', 'believes a mark that was made for another resource id', [
    'src/domain/memory.ts',
    '  if (own.toLowerCase() !== resourceId.toLowerCase()) return undefined\n  return {deploymentId, resourceId: own,',
    '  return {deploymentId, resourceId,'
  ]),
  defect('retry-without-looking', 'sends a write again at once when its reply was lost', [
    'src/engine/ledger.ts',
    '      answer = faultOf(thrown)\n',
    "      answer = faultOf(thrown)\n      if (answer.kind === 'lost') await dispatch(rds, step.call, signal).catch(() => undefined)\n"
  ]),
  defect(
    'one-absent-look',
    'believes the first look that does not find the deployment',
    [
      'src/phases/abort.ts',
      "if (!holds(situation, CLAIMS.deploymentAbsent))\n    return waitFor('making sure that the deployment is gone'",
      "if (LEFT_BEHIND < 0)\n    return waitFor('making sure that the deployment is gone'"
    ],
    ['src/phases/without.ts', 'if (!holds(situation, CLAIMS.deploymentAbsent))', "if (inputs.awsRegion === '')"]
  ),
  defect('one-ready-look', 'takes the first look at which everything is available for ready', [
    'src/phases/wait.ts',
    'if (!holds(situation, CLAIMS.ready))',
    'if (UNKNOWN_FOR < 0)'
  ]),
  defect('one-look-before-switchover', 'switches over at the first look at which everything is available', [
    'src/phases/switchover-asking.ts',
    'if (!holds(situation, claim, READY_FOR))',
    "if (claim === '')"
  ]),
  defect(
    'available-is-ready',
    'takes AVAILABLE of the deployment for ready',
    ['src/phases/wait.ts', 'const lines = notReady(situation.now)', 'const lines: readonly string[] = []'],
    ['src/phases/wait.ts', 'if (!holds(situation, CLAIMS.ready))', 'if (!holds(situation, CLAIMS.status(deployment.status)))']
  ),
  defect('cancel-deletes-green', 'removes the deployment and green when it is cancelled', [
    'src/engine/drive.ts',
    "    const moving = deployment !== undefined && ['provisioning',",
    "    if (deployment !== undefined)\n      void this.#course.world.rds\n        .write('DeleteBlueGreenDeployment', {BlueGreenDeploymentIdentifier: deployment.id, DeleteTarget: true}, new AbortController().signal)\n        .catch(() => undefined)\n    const moving = deployment !== undefined && ['provisioning',"
  ]),
  defect('no-final-snapshot', 'deletes old blue without its final snapshot', [
    'src/phases/old-blue-steps.ts',
    'const wanted = inputs.finalSnapshot && takesSnapshot(database)',
    "const wanted = inputs.finalSnapshot && takesSnapshot(database) && one.production === ''"
  ]),
  defect('delete-target-after-switchover', 'passes DeleteTarget when the deployment has been switched over', [
    'src/phases/deletion-of-deployment.ts',
    "{}, 'cleanup'",
    "{DeleteTarget: false}, 'cleanup'"
  ]),
  defect('abort-without-proof', 'aborts without the proof that production still is blue', [
    'src/phases/abort.ts',
    'const doubt = unproven(now, deployment, memory)',
    'const doubt = memory.blueUnread ? unproven(now, deployment, memory) : undefined'
  ]),
  defect('clocks-compared', "measures its time limit from RDS's own time of the deployment", [
    'src/engine/drive.ts',
    'if (step.toTheEnd !== true && elapsed >= deadline)',
    'if (step.toTheEnd !== true && world.clock.date().getTime() - (valueOf(this.#seenNow().deployment)?.createTime?.getTime() ?? Infinity) >= deadline)'
  ]),
  defect(
    'second-switchover-call',
    'asks for the switchover again when it does not see it begin',
    ['src/phases/switchover-asking.ts', '    needs,\n    once: true\n', '    needs\n'],
    [
      'src/phases/switchover.ts',
      'if (begun(situation.written).length > 0) return pending(situation, deployment)',
      'if (begun(situation.written).length > 9) return pending(situation, deployment)'
    ],
    [
      'src/phases/switchover.ts',
      "return situation.seen.includes('SWITCHOVER_IN_PROGRESS') ? rolledBack(",
      "return situation.seen.includes('NEVER') ? rolledBack("
    ],
    [
      'src/phases/switchover.ts',
      'if (begun(recall.written).length > 0 || databasesNotAvailable',
      'if (begun(recall.written).length > 9 || databasesNotAvailable'
    ]
  ),
  defect('rolled-back-is-completed', 'takes AVAILABLE after SWITCHOVER_IN_PROGRESS for the end of the switchover', [
    'src/phases/switchover-following.ts',
    '  if (settled && began)\n    return refuse(',
    "  if (settled && began) return {is: 'done', reason: 'switchover_completed', because: `deployment ${deployment.id} is switched over`}\n  if (settled && began)\n    return refuse("
  ]),
  defect(
    'account-id-in-output',
    'gives an ARN as an output',
    ['src/engine/telling.ts', "['source-identifier', database.name]", "['source-identifier', database.arn]"],
    ['src/outputs.ts', 'if (!isRefused) return', 'if (!isRefused || name !== "result") return']
  ),
  defect('age-not-asked', 'deletes old blue however young it is', [
    'src/checks/cleanup.ts',
    'return hours >= inputs.oldMinAgeHours ?',
    'return hours >= 0 ?'
  ]),
  defect('idleness-not-asked', 'deletes old blue though people are connected to it', [
    'src/checks/cleanup.ts',
    'filter(([, value]) => value > 0).map(([name, value]) => `${name} had',
    'filter(([, value]) => value > 1e9).map(([name, value]) => `${name} had'
  ]),
  defect('adopts-anything', 'adopts a deployment that differs from what is asked for', [
    'src/phases/create.ts',
    'return lines.length === 0 ? done : refuseDifferent(production, deployment, lines)',
    'return lines.length < 99 ? done : refuseDifferent(production, deployment, lines)'
  ]),
  defect(
    'second-environment',
    'builds another environment of a production that is at the target',
    ['src/phases/about-source.ts', '  if (allMet(compared)) {', '  if (allMet(compared) && compared.length === 0) {'],
    ['src/phases/create.ts', 'if (atTarget(inputs, production.value, blue)) return {...seen, blue}', '']
  ),
  defect('dry-run-writes', 'does in a dry run what it should only say', [
    'src/engine/drive.ts',
    'if (isPlanned(step, inputs, foresees === true, this.#looks)) return',
    "if (step.intent === '' && isPlanned(step, inputs, foresees === true, this.#looks)) return"
  ]),
  defect('cluster-first', 'deletes an old cluster before its instances', [
    'src/phases/old-blue-steps.ts',
    "if (database.kind === 'cluster') return 2",
    "if (database.kind === 'cluster') return 0"
  ]),
  defect('production-not-looked-up', 'deletes a recorded id though a production name bears it again', [
    'src/phases/cleanup.ts',
    'for (const one of old) {\n    const database',
    'for (const one of old.slice(0, 0)) {\n    const database'
  ]),
  defect('edits-what-others-use', 'edits a parameter group in place, whoever else uses it', [
    'src/preparing/blue.ts',
    'if (isPrepared) return workOn(used.group.name, used, today)',
    'if (!isDefaultGroup(used.group.name)) return workOn(used.group.name, used, today)'
  ]),
  defect('no-five-minutes', 'uses a parameter group the moment it was changed', [
    'src/phases/young-groups.ts',
    'if (young.length === 0) return undefined',
    'if (young.length >= 0) return undefined'
  ]),
  defect('group-without-restart', 'takes a group that is associated for one that is in effect', [
    'src/phases/preparing-production.ts',
    "return isMoved || (isEdited && becomesStale(kind)) || status !== 'in-sync'",
    'return isMoved || (isEdited && becomesStale(kind))'
  ]),
  defect('half-a-group', 'carries values over and leaves out what blue/green needs', [
    'src/preparing/contents.ts',
    'const open = [...wishes].filter(([name, value]) => says(name) !== value)',
    'const open = [...wishes].filter(([name, value]) => says(name) !== value && !needed.has(name))'
  ]),
  defect('unfinished-group', 'takes a group that a lost run has not filled to the end', [
    'src/observing/targets.ts',
    "    case 'finished':\n      return {group}\n    case 'of_another':\n      return undefined\n    case 'unfinished':\n      return refuseUnfinished(group.name)",
    "    case 'finished':\n    case 'unfinished':\n      return {group}\n    case 'of_another':\n      return undefined"
  ]),
  defect('what-was-before', 'leaves in a group what blue’s does not say any more', [
    'src/preparing/contents.ts',
    'const extra = follows ?',
    'const extra = follows && group.set.size > 99 ?'
  ]),
  defect(
    'restarts-unasked',
    'restarts production without allow-reboot',
    ['src/phases/prepare.ts', '&& !inputs.allowReboot && (making', '&& inputs.dryRun && (making'],
    ['src/phases/prepare.ts', '(inputs.allowReboot ? changing : [])', 'changing']
  ),
  blindness('check-left-out', 'does not ask whether a read replica has read replicas of its own', [
    'src/checks/general.ts',
    '  noCascade,\n',
    ''
  ]),
  blindness('wrong-group', 'judges the group of the instances where that of the cluster decides', [
    'src/checks/settings.ts',
    'isAurora ? groups.cluster : groups.instance',
    'isAurora ? groups.instance : groups.instance'
  ]),
  blindness('physical-asked-for-logical', 'asks for logical replication where green replicates physically', [
    'src/checks/postgres-logical.ts',
    "return replication === 'logical' ? undefined",
    "return replication !== 'binlog' ? undefined"
  ])
]
