/** When faults stop and nobody interferes, the same phases run again end well in at most three runs, and RDS refuses nothing (docs/reliability.md, 6). */
import type {Account, Deployment} from '../model/account.ts'
import type {Change} from '../model/people.ts'
import {findById, findByName, nameOf, resourceIdOf, statusOf} from '../model/resources.ts'
import {amends} from './meddling.ts'
import type {Stage} from './play.ts'
import type {RunPlan} from './story.ts'
import {hasAbort} from './story.ts'
import {isAtVersion} from './target.ts'
import {calmPaper} from './upgrade.ts'

const HOUR = 3_600_000
const AT_MOST_RUNS = 3

const plan = (name: string, mode: string, leg = 0, by: RunPlan['by'] = 'source'): RunPlan => ({
  leg,
  name,
  mode,
  by,
  dryRun: false,
  keeps: false,
  spares: false,
  fate: undefined,
  offset: 0,
  expires: undefined
})

/** The account itself stands in the way: no run can finish this upgrade, and saying so is the right end. */
function standsInTheWay(account: Account, stage: Stage): string | undefined {
  if (stage.watch.meddled) return 'production was changed by others'
  // The final snapshot of the stranger who was hit bears the name that old blue's would have.
  if (stage.watch.windows > 0) return 'the window was hit'
  for (const one of account.deployments) {
    const why = deadEnd(account, one, stage)
    if (why !== undefined) return why
  }
  const {cleanup} = stage.upgrade
  const blue = new Set([...stage.watch.recorded.values()].flatMap(parts => parts.map(part => part.blue)))
  const isGuarded = [...account.instances, ...account.clusters].some(
    one => one.shown.DeletionProtection && (nameOf(one).startsWith(stage.upgrade.name) || blue.has(resourceIdOf(one)))
  )
  if (
    isGuarded &&
    cleanup['disable-deletion-protection'] !== 'true' &&
    cleanup['delete-old-databases'] === 'true' &&
    stage.case.aim.includes('cleanup')
  )
    return 'deletion protection'
  return stage.spoiled ? 'people spoiled it' : undefined
}

function deadEnd(account: Account, one: Deployment, stage: Stage): string | undefined {
  const {Status: status, SwitchoverDetails: details} = one.shown
  if (status === 'INVALID_CONFIGURATION') return 'the build failed'
  if (status === 'SWITCHOVER_FAILED') return 'the switchover failed'
  if (details.some(detail => /FAILED|MISSING/.test(detail.Status ?? ''))) return 'a member failed'
  const lost =
    status === 'AVAILABLE' &&
    one.pairs.some(pair => findById(account, pair.kind, pair.green) === undefined || findById(account, pair.kind, pair.blue) === undefined)
  if (lost) return 'a member is gone'
  return one.request.BlueGreenDeploymentName === 'by-hand' && stage.spoiled ? 'somebody else made a deployment' : undefined
}

export async function calm(stage: Stage): Promise<string> {
  const {desk, time, watch, upgrade} = stage
  await time.pass(12 * HOUR)
  desk.setWeather({})
  desk.setFaults([])
  desk.setDenied([])
  watch.meddle(() => desk.change(amends))
  desk.change(account => ({...account, paper: {...account.paper, ...calmPaper}}))
  await mend(stage)
  const obstacle = standsInTheWay(desk.account(), stage)
  const phases = stage.case.aim
  const cleans = phases.includes('cleanup')
  const building = phases.filter(name => name !== 'cleanup').join(',')
  const way = obstacle === undefined ? (reason: string): string => reason : (reason: string): string => `${obstacle}: ${reason}`
  const last = upgrade.legs.length - 1
  for (let leg = legNow(stage); leg <= last; leg += 1) {
    const end = await untilDone(stage, plan(`calm ${leg + 1}`, building, leg))
    if (isGood(end)) continue
    // What people try next; whatever it says must be true, and production must stand it.
    await stage.ending([stage.begin(plan('calm abort', 'abort', leg))])
    return way(judged(stage, obstacle, end))
  }
  if (cleans) {
    await time.pass(30 * HOUR)
    if (stage.dice.fork('people').chance(0.1)) await cleanedUnderPeople(stage)
    watch.meddle(() => desk.change(amends))
    const ids = desk.account().deployments.map(one => one.shown.BlueGreenDeploymentIdentifier)
    // With several deployments each by its id; marks of an earlier one that is gone are cleaned up by source.
    for (const id of last > 0 ? [...ids, ''] : ['']) {
      stage.known = {id, name: ''}
      const end = await untilDone(stage, plan(`calm cleanup ${id}`, 'cleanup', last, id === '' ? 'source' : 'id'))
      if (!isGood(end)) return way(judged(stage, obstacle, end))
    }
  }
  if (obstacle === undefined) finished(stage, upgrade.name, cleans)
  return way('done')
}

/** Somebody has stayed connected to the old databases, for half an hour already. */
async function cleanedUnderPeople(stage: Stage): Promise<void> {
  const connect: Change = account => ({
    ...account,
    instances: account.instances.map(one => (/-old\d$/.test(nameOf(one)) ? {...one, hidden: {...one.hidden, connections: 7}} : one))
  })
  stage.watch.meddle(() => stage.desk.change(connect))
  await stage.time.pass(HOUR / 2)
  await stage.ending([stage.begin(plan('calm people', 'cleanup', stage.upgrade.legs.length - 1))])
}

/** What the action itself advises: a failed switchover is tried again, a failed build removed. */
async function mend(stage: Stage): Promise<void> {
  const statuses = stage.desk.account().deployments.map(one => one.shown.Status)
  if (stage.spoiled || stage.watch.meddled) return
  const again = statuses.includes('SWITCHOVER_FAILED') && stage.upgrade.unknowns.switchoverAfterFailure === 'accepted'
  const remove = statuses.includes('INVALID_CONFIGURATION') && hasAbort
  if (!again && !remove) return
  await stage.ending([stage.begin(plan('calm mend', again ? 'switchover' : 'abort', legNow(stage)))])
  await stage.time.pass(HOUR)
}

const isGood = (end: string): boolean => /^(completed|nothing_to_do)/.test(end)

function judged(stage: Stage, obstacle: string | undefined, end: string): string {
  // Neither a tag nor an event tells when it was switched over: RDS's events are best effort (facts G-50), and waiting is right.
  const untold = end === 'blocked old_blue_too_young' && stage.upgrade.unknowns.events === 'some_lost'
  // After a second upgrade production is younger than the first switchover: without a final snapshot nobody can tell it from a stand-in.
  const younger =
    end === 'blocked production_in_danger' && stage.upgrade.legs.length > 1 && stage.upgrade.cleanup['final-snapshot'] === 'false'
  if (obstacle === undefined && !untold && !younger) stage.watch.complain(`not finished in the calm: ${end}`, stage.now, 'calm')
  return end
}

/** Which upgrade goes on: that of the deployment there is, else the one that production's version asks for. */
function legNow(stage: Stage): number {
  const {kind, name, legs} = stage.upgrade
  const account = stage.desk.account()
  const open = account.deployments.find(one => one.shown.Status !== 'SWITCHOVER_COMPLETED')
  const production = findByName(account, kind, name)
  const last = legs.length - 1
  const wanted = legs[last]?.wanted
  if (open !== undefined) return wanted !== undefined && isAtVersion(open.targetVersion, wanted) ? last : 0
  const isBehind = production !== undefined && production.kind !== 'endpoint' && production.shown.EngineVersion === legs[0]?.from
  return isBehind ? 0 : last
}

async function untilDone(stage: Stage, wanted: RunPlan): Promise<string> {
  let end = ''
  for (let run = 1; run <= AT_MOST_RUNS && !isGood(end); run += 1) {
    const from = stage.desk.record.length
    const step = stage.begin({...wanted, name: `${wanted.name} run ${run}`})
    await stage.ending([step])
    end = step.ended?.is === 'ended' ? `${step.outputs['outcome']} ${step.outputs['reason']}` : 'endless'
    const refused = stage.desk.record
      .slice(from)
      .find(one => one.outcome === 'refused' && stage.watch.writesOf(step.plan.name).includes(one))
    if (refused !== undefined && !stage.spoiled && !stage.watch.meddled)
      stage.watch.complain(`refused in the calm: ${refused.operation} ${refused.code}`, stage.now, step.plan.name)
    if (step.ended?.is !== 'ended') break
    await stage.time.pass(HOUR)
  }
  return end
}

/** What people see who come back later. */
function finished(stage: Stage, name: string, cleaned: boolean): void {
  const account = stage.desk.account()
  const production = findByName(account, stage.upgrade.kind, name)
  const complain = (what: string): void => stage.watch.complain(what, stage.now, 'calm')
  // Storage may be initialized for hours; the database works meanwhile (facts 1.4).
  if (production === undefined || !['available', 'storage-initialization'].includes(statusOf(production)))
    complain(`production is ${production === undefined ? 'gone' : statusOf(production)} at the end`)
  if (production === undefined) return
  const first = stage.watch.names.get(`${production.kind} ${name}`)
  if (first === resourceIdOf(production)) complain('production still is blue at the end')
  if (!cleaned) return
  if (account.deployments.length > 0) complain('a deployment is left after cleanup')
  if (stage.upgrade.cleanup['delete-old-databases'] !== 'true') return
  const blue = new Set([...stage.watch.recorded.values()].flatMap(parts => parts.map(part => part.blue)))
  const old = [...account.instances, ...account.clusters].find(
    one => blue.has(resourceIdOf(one)) && !stage.watch.names.has(`${one.kind} ${nameOf(one)}`)
  )
  if (old !== undefined) complain(`${nameOf(old)} is left after cleanup`)
}
