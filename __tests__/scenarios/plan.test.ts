/** `plan`: what each phase ahead would do and what stands in its way, without a write and, but for a refusal, of one look. */
import {describe, expect, test} from '@jest/globals'
import type {AccountSeed} from '../../lab/model/seed.ts'
import {postgres, QUICK, UPGRADE} from './seeds.ts'
import type {Ran} from './stage.ts'
import {end, plain, stage, writesOf} from './stage.ts'

const PLAN = {...UPGRADE, mode: 'plan'}
const orders: AccountSeed = {instances: [postgres], paper: QUICK}
const would = (ran: Ran): readonly string[] =>
  ran.log.filter(line => line.includes('  would ')).map(line => plain(line).replace(/ {2}[A-Z]\w+ \{.*/, ''))

test('alone: every phase up to the switchover, without a write', async () => {
  const story = stage(orders)
  const ran = await story.run(PLAN)
  expect([end(ran), ran.outputs['changed'], ran.outputs['phase'], ran.outputs['next-mode'], writesOf(ran)]).toEqual([
    '0 completed plan_passed',
    'false',
    'plan',
    'create',
    []
  ])
  expect(would(ran)).toEqual([
    expect.stringMatching(/^create {2}would create deployment orders-17-/),
    expect.stringMatching(/^wait {2}would wait/),
    expect.stringMatching(/^switchover {2}would note on the deployment/),
    expect.stringMatching(/^switchover {2}would switch over/)
  ])
  expect(ran.took).toBeLessThan(5000)
})

describe('what stands in the way', () => {
  test.each([
    [
      'the version is out of reach',
      {},
      {'target-engine-version': '11'},
      'checks_not_met',
      /create would stop: .*RDS upgrades the source.*no/
    ],
    ['there is no such source', {}, {source: 'nowhere'}, 'source_not_found', /create would stop: /]
  ])('%s', async (_what, seed, asked, reason, because) => {
    const story = stage({...orders, ...seed})
    const ran = await story.run({...PLAN, ...asked})
    expect([end(ran), writesOf(ran)]).toEqual([`1 blocked ${reason}`, []])
    expect(ran.error).toMatch(because)
  })
  test('stops an upgrade before its first write, and says what was left out', async () => {
    const ran = await stage(orders).run({...UPGRADE, mode: 'upgrade', 'target-engine-version': '11'})
    expect([end(ran), ran.outputs['phase'], writesOf(ran)]).toEqual(['1 blocked checks_not_met', 'plan', []])
  })
})

test('at every stage of an upgrade it says what is left', async () => {
  const story = stage(orders)
  const said = async (): Promise<string> => {
    const ran = await story.run(PLAN)
    expect(writesOf(ran)).toEqual([])
    return `${end(ran)} ${ran.outputs['next-mode']}: ${[...new Set(would(ran).map(line => line.split(' ')[0]))].join(', ')}`
  }
  await story.run({...UPGRADE, mode: 'create'})
  expect(await said()).toBe('0 completed plan_passed wait: wait, switchover')
  await story.run({...UPGRADE, mode: 'create,wait'})
  expect(await said()).toBe('0 completed plan_passed switchover: switchover')
  await story.run(UPGRADE)
  expect(await said()).toBe('0 nothing_to_do already_switched_over cleanup: ')
})

test('an upgrade begins with it, and a second one finds nothing to do', async () => {
  const story = stage(orders)
  expect(end(await story.run({...UPGRADE, mode: 'upgrade'}))).toBe('0 completed switchover_completed')
  expect(end(await story.run({...UPGRADE, mode: 'upgrade'}))).toBe('0 nothing_to_do already_switched_over')
})
