/**
 * After `prepare` a deployment can be made of the source: its groups say what blue/green needs and its databases run with them, green has
 * groups that carry over what people have set, and RDS has had the time it wants to take them in.
 */
import {judgeAll, remedyOf, sayStops} from '../checks/check.ts'
import {createChecks, factsFor} from '../checks/create.ts'
import type {Database} from '../domain/database.ts'
import {absent, known, valueOf} from '../domain/known.ts'
import {stageOf} from '../domain/status.ts'
import type {Inputs} from '../inputs.ts'
import {chooseDeployment, locateProduction} from '../observing/choosing.ts'
import {CLAIMS} from '../observing/claims.ts'
import {blueOf, lookAtTarget} from '../observing/looking-at-source.ts'
import type {Observation} from '../observing/observation.ts'
import {NOTHING_SEEN} from '../observing/observation.ts'
import {atTarget} from '../observing/options.ts'
import type {Preparing} from '../observing/preparing.ts'
import {lookAtDefinitions, lookAtGroups, namesOfGroups} from '../observing/preparing.ts'
import type {Recall, Written} from '../observing/recall.ts'
import {mayHaveHappened} from '../observing/recall.ts'
import type {Source} from '../observing/source.ts'
import {sourceOf} from '../observing/source.ts'
import type {Work} from '../preparing/work.ts'
import {decideWork, kindsToKnow} from '../preparing/work.ts'
import type {Call} from '../rds/api.ts'
import {deploymentsWhere, ifAllowed} from '../rds/looking.ts'
import {subjectOf} from '../rds/subject.ts'
import type {Readers} from '../world.ts'
import {alreadyThere, notYetAvailable, planOfSource} from './about-source.ts'
import {holds} from './certainty.ts'
import type {Phase, Plan, Situation} from './phase.ts'
import {refuse, steps, waitFor} from './phase.ts'
import {preparedSource} from './prepared-source.ts'
import {groupSteps} from './preparing-groups.ts'
import {notSurelyInSync, productionSteps, wouldApplyMore} from './preparing-production.ts'
import {dated, newOfBlue, rebootNeeded} from './reboot-needed.ts'
import {refuseGlobal} from './refusals.ts'
import {deploymentNameOf} from './requests.ts'
import {youngGroups} from './young-groups.ts'

/** A database is not restarted for a deployment that RDS refuses all the same. */
const FIRST = createChecks.filter(check => check.guards.includes('prepare'))

const changesProduction = ({operation}: Call): boolean => /^(ModifyDBInstance|ModifyDBCluster|RebootDBInstance)$/.test(operation)

async function observe(look: Readers, inputs: Inputs, recall: Recall): Promise<Observation> {
  const {production, trouble} = await locateProduction(look, inputs)
  if (trouble !== undefined || production.is !== 'known') return {...NOTHING_SEEN, trouble, production}
  const chosen = await chooseDeployment(look, {...inputs, deploymentId: undefined}, production, 'open')
  const seen: Observation = {...NOTHING_SEEN, ...chosen, production}
  if (chosen.trouble !== undefined) return seen
  if (chosen.deployment.is === 'known' && stageOf(chosen.deployment.value.status) !== 'completed') return seen
  const blue = await blueOf(look, production.value)
  if (blue.is !== 'known' || atTarget(inputs, production.value, blue)) return {...seen, blue}
  // Looking ahead, `create` is planned on what this look found; and what it would refuse is asked until production is changed.
  const found = await lookAtTarget(
    look,
    inputs,
    production.value,
    blue,
    inputs.dryRun || !recall.written.some(one => changesProduction(one.call)) ? factsFor(createChecks) : []
  )
  const namesake = inputs.dryRun ? await lookForNamesake(look, inputs, production.value) : seen.namesake
  if (found.target.is !== 'known') return {...seen, blue, ...found, namesake}
  const source = sourceOf(production.value, blue.value, found.target.value, inputs)
  const preparing = lookAtSource(look, inputs, source, valueOf(recall.before?.preparing ?? absent))
  // A plan says what it may not read, and goes on without it (rule 16); who is to write must know.
  return {...seen, blue, ...found, namesake, preparing: inputs.dryRun ? await ifAllowed(preparing) : known(await preparing)}
}

async function lookAtSource(look: Readers, inputs: Inputs, source: Source, before?: Preparing): Promise<Preparing> {
  const names = namesOfGroups(inputs, source.production, source.blue, source.target)
  const groups = await lookAtGroups(look, names, before)
  const families = [source.target.blueFamily, source.target.family].flatMap(family => family ?? [])
  return {groups, definitions: await lookAtDefinitions(look, kindsToKnow(inputs, source, groups), families, before)}
}

/** What `create` has seen, and what only `prepare` has to know: a plan that stops asks for no more than that. */
async function complete(look: Readers, inputs: Inputs, seen: Observation): Promise<Observation> {
  const [production, blue, target] = [valueOf(seen.production), valueOf(seen.blue), valueOf(seen.target)]
  if (production === undefined || blue === undefined || target === undefined) return seen
  return {...seen, preparing: await ifAllowed(lookAtSource(look, inputs, sourceOf(production, blue, target, inputs)))}
}

async function lookForNamesake(look: Readers, inputs: Inputs, production: Database): Promise<Observation['namesake']> {
  const name = deploymentNameOf(inputs, production)
  const namesake = (await deploymentsWhere(look, 'blue-green-deployment-name', name)).find(one => one.name === name)
  return namesake === undefined ? absent : known(namesake)
}

function plan(inputs: Inputs, situation: Situation): Plan {
  const stands = (production: Database, {id, status}: {readonly id: string; readonly status: string}): Plan => ({
    is: 'done',
    reason: 'prepared',
    because: `deployment ${id} of ${production.name} is there already (${status}): blue is not changed under it`
  })
  return planOfSource(inputs, situation, {
    open: stands,
    switching: stands,
    without: production => planWithout(inputs, situation, production)
  })
}

function planWithout(inputs: Inputs, situation: Situation, production: Database): Plan {
  const {now} = situation
  const already = alreadyThere(inputs, production, now.blue)
  if (already !== undefined) return already
  if (production.globalCluster !== undefined) return refuseGlobal(production.globalCluster)
  if (now.blue.is !== 'known') return waitFor(`the databases of ${production.name} could not be read`, 'settling')
  if (now.deployment.is === 'absent' && !holds(situation, CLAIMS.deploymentAbsent))
    return waitFor(`making sure that no deployment of ${production.name} is there`, 'confirming')
  if (now.target.is !== 'known' || now.facts.is !== 'known') return waitFor('the target could not be read', 'settling')
  const judged = judgeAll(FIRST, 'prepare', situation, inputs)
  const checks = judged.map(one => one.report)
  if (judged.some(one => one.stops))
    return {...refuse('blocked', 'checks_not_met', `nothing was changed: ${sayStops(judged)}`, remedyOf(judged)), checks}
  // Whether a cluster runs with its group is told by its writer.
  if (production.kind === 'cluster' && !production.members.some(one => one.writer))
    return waitFor(`RDS shows no writer of ${production.name}`, 'settling')
  if (now.preparing.is !== 'known')
    return waitFor(`the parameter groups could not be read: ${now.preparing.is === 'unknown' ? now.preparing.because : ''}`, 'settling')
  const source = sourceOf(production, now.blue.value, now.target.value, inputs)
  const decision = decideWork(inputs, source, now.preparing.value)
  switch (decision.is) {
    case 'unread':
      return waitFor(decision.because, 'settling')
    case 'stopped': {
      const {outcome, reason, because, remedy} = decision.stop
      return refuse(outcome, reason, because, remedy)
    }
    case 'decided':
      return inVain(inputs, situation, source, decision.value) ?? planWork(inputs, situation, source, decision.value)
  }
}

/** Nothing of production is changed for a deployment that `create` would refuse all the same: its checks, of the source as it would be. */
function inVain(inputs: Inputs, situation: Situation, source: Source, work: Work): Plan | undefined {
  const {now, written} = situation
  if (written.some(one => changesProduction(one.call)) || now.preparing.is !== 'known') return undefined
  const judged = judgeAll(createChecks, 'prepare', {...situation, now: preparedSource(now, source, work, now.preparing.value)}, inputs)
  if (!judged.some(one => one.stops)) return undefined
  const checks = judged.map(one => one.report)
  return {
    ...refuse(
      'blocked',
      'checks_not_met',
      `production was not changed; prepared, create would stop: ${sayStops(judged)}`,
      remedyOf(judged)
    ),
    checks
  }
}

const AVAILABLE_ONLY = {
  name: 'prepare',
  because: 'only an available database is changed',
  reason: 'checks_not_met',
  pace: 'provisioning'
} as const

function planWork(inputs: Inputs, situation: Situation, source: Source, work: Work): Plan {
  const all = work.kinds.flatMap(kind => kind.groups)
  const warnings = work.kinds.flatMap(kind => kind.notes)
  const making = all.filter(one => !one.isLive).flatMap(one => groupSteps(one, source.production, situation))
  const changing = productionSteps(source, work, situation)
  const stands = wouldApplyMore(source, work, changing)
  if (stands !== undefined) return stands
  // What only has to be waited for costs nobody anything, and what is not certain yet has no command.
  if (changing.some(step => step.do === 'write') && !inputs.allowReboot && (making.length === 0 || inputs.dryRun)) {
    const unsure = changing.find(step => step.do === 'wait' && step.pace === 'confirming')
    if (unsure !== undefined) return {...steps(unsure, ...making, ...changing), warnings}
    return rebootNeeded({inputs, source, work, making, left: changing, situation})
  }
  const [first, ...rest] = making
  if (first !== undefined) return {...steps(first, ...rest, ...(inputs.allowReboot ? changing : [])), warnings}
  const [next, ...later] = changing
  const touched = situation.written.some(one => changesProduction(one.call))
  if (next !== undefined || touched) {
    const busy = notYetAvailable([...source.blue], AVAILABLE_ONLY)
    if (busy !== undefined) return busy
  }
  const fresh = next?.do === 'write' && isMove(next.call) ? youngGroups(newOfBlue(source, work), situation) : undefined
  if (next !== undefined) return {...(fresh === undefined ? steps(next, ...later) : steps(fresh, next, ...later)), warnings}
  const young = youngGroups(dated(all), situation)
  if (young !== undefined) return {...steps(young), warnings}
  const unsure = notSurelyInSync(source, work, situation)
  if (unsure !== undefined) return waitFor(unsure, 'confirming')
  return {is: 'done', reason: 'prepared', because: whatWasMade(source, situation.written), warnings}
}

const isMove = ({operation, input}: Call): boolean =>
  ('DBParameterGroupName' in input || 'DBClusterParameterGroupName' in input) && /^ModifyDB(Instance|Cluster)$/.test(operation)

/** What this run has done, in words. */
function whatWasMade({production}: Source, written: readonly Written[]): string {
  const calls = written.filter(mayHaveHappened).map(one => one.call)
  const parts: readonly (readonly [string, (call: Call) => boolean])[] = [
    ['made parameter group', one => /^CreateDB(Cluster)?ParameterGroup$/.test(one.operation)],
    ['changed', one => /^(Modify|Reset)DB(Cluster)?ParameterGroup$/.test(one.operation)],
    ['switched automated backups on of', one => one.operation === 'ModifyDBInstance' && one.input.BackupRetentionPeriod !== undefined],
    [
      'put into its group',
      one => one.operation === 'ModifyDBCluster' || (one.operation === 'ModifyDBInstance' && one.input.DBParameterGroupName !== undefined)
    ],
    ['restarted', one => one.operation === 'RebootDBInstance']
  ]
  const done = parts.flatMap(([what, isSuch]) => {
    const names = [...new Set(calls.filter(isSuch).map(subjectOf))]
    return names.length === 0 ? [] : [`${what} ${names.join(', ')}`]
  })
  return done.length === 0
    ? `${production.name} needs nothing before a deployment is made of it`
    : `${production.name} is prepared: ${done.join('; ')}`
}

function after(inputs: Inputs, observed: Observation): Observation {
  const [production, blue, target] = [valueOf(observed.production), valueOf(observed.blue), valueOf(observed.target)]
  const preparing = valueOf(observed.preparing)
  if (production === undefined || blue === undefined || target === undefined || preparing === undefined) return observed
  const deployment = valueOf(observed.deployment)
  const isLeaving = deployment !== undefined && stageOf(deployment.status) === 'deleting'
  if (deployment !== undefined && !isLeaving && stageOf(deployment.status) !== 'completed') return observed
  if (atTarget(inputs, production, observed.blue)) return observed
  const source = sourceOf(production, blue, target, inputs)
  const decision = decideWork(inputs, source, preparing)
  if (decision.is !== 'decided') return observed
  return preparedSource(isLeaving ? {...observed, deployment: absent} : observed, source, decision.value, preparing)
}

export const prepare: Phase = {name: 'prepare', observe, complete, plan, after}
