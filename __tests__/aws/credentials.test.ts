/** Credentials are fetched when they must be, not at every request; a renewal that fails is tried again; and their end is known. */
import {afterEach, expect, test} from '@jest/globals'
import type {Identity} from '../../src/aws/credentials.ts'
import {defaultCredentials, keepCredentials} from '../../src/aws/credentials.ts'

const start = Date.UTC(2026, 10, 20, 10)
const minute = 60_000
const before = {...process.env}

afterEach(() => {
  process.env = {...before}
})

function source(lifeMinutes: number | undefined) {
  const world = {now: start, fetched: 0, refuses: false, said: [] as string[]}
  const credentials = keepCredentials(
    async (): Promise<Identity> => {
      world.fetched += 1
      if (world.refuses) throw new Error('no token today')
      const expiration = lifeMinutes === undefined ? {} : {expiration: new Date(world.now + lifeMinutes * minute)}
      return {accessKeyId: `AKID${world.fetched}`, secretAccessKey: 'secret', ...expiration}
    },
    {date: () => new Date(world.now), say: line => world.said.push(line)}
  )
  return {world, credentials, at: (minutes: number) => Object.assign(world, {now: start + minutes * minute})}
}

test('nothing is known before the first request, and that is the only one for keys without an end', async () => {
  const {credentials, world, at} = source(undefined)
  expect(credentials.identity()).toBeUndefined()
  await credentials.provide()
  at(6000)
  await credentials.provide()
  expect(world.fetched).toBe(1)
})

test.each([
  ['an hour: five minutes before its end', 60, 54.9, 55],
  ['two minutes: a tenth of its life before its end', 2, 1.7, 1.8]
])('%s', async (_, life, early, due) => {
  const {credentials, world, at} = source(life)
  await credentials.provide()
  at(early)
  await credentials.provide()
  expect(world.fetched).toBe(1)
  at(due)
  expect(await credentials.provide()).toMatchObject({accessKeyId: 'AKID2'})
  expect(credentials.identity()?.expiration).toEqual(new Date(start + (due + life) * minute))
  expect(world.said).toEqual([])
})

test('twenty requests at once fetch once, also when it fails', async () => {
  const {credentials, world, at} = source(60)
  await Promise.all(Array.from({length: 20}, () => credentials.provide()))
  expect(world.fetched).toBe(1)
  world.refuses = true
  at(56)
  const given = await Promise.all(Array.from({length: 20}, () => credentials.provide()))
  expect([world.fetched, world.said.length, given.every(one => one.accessKeyId === 'AKID1')]).toEqual([2, 1, true])
})

test('asked for by force they are fetched again', async () => {
  const {credentials, world} = source(60)
  await credentials.provide()
  await credentials.provide({forceRefresh: true})
  expect(world.fetched).toBe(2)
})

test('a renewal that fails leaves what still lives, and is tried again less and less often', async () => {
  const {credentials, world, at} = source(60)
  await credentials.provide()
  world.refuses = true
  const tries: number[] = []
  for (let second = 54 * 60; second < 59 * 60 + 50; second += 1) {
    at(second / 60)
    const known = world.fetched
    expect(await credentials.provide()).toMatchObject({accessKeyId: 'AKID1'})
    if (world.fetched > known) tries.push(second - 55 * 60)
  }
  expect(tries).toEqual([0, 15, 45, 105, 180, 255])
  expect(world.said).toEqual([
    'the AWS credentials could not be renewed (no token today); trying again until they end at 2026-11-20T11:00:00.000Z'
  ])
  world.refuses = false
  at(60)
  expect(await credentials.provide()).toMatchObject({accessKeyId: 'AKID8'})
  expect(world.said[1]).toBe('the AWS credentials are renewed')
})

test('what would end on its way is not sent: then every request asks again, and gets the fault', async () => {
  const {credentials, world, at} = source(60)
  await credentials.provide()
  world.refuses = true
  at(59.9)
  await expect(credentials.provide()).rejects.toThrow('no token today')
  await expect(credentials.provide()).rejects.toThrow('no token today')
  expect(world.fetched).toBe(3)
  world.refuses = false
  expect(await credentials.provide()).toMatchObject({accessKeyId: 'AKID4'})
})

const chain = (environmentEnd?: string) =>
  defaultCredentials('eu-west-1', {date: () => new Date(start), say: () => undefined, environmentEnd})

test.each([
  ['an ISO date', '2026-11-20T11:00:00Z', '2026-11-20T11:00:00.000Z'],
  ['as configure-aws-credentials writes its output', '"2026-11-20T11:00:00.000Z"', '2026-11-20T11:00:00.000Z'],
  ['none', undefined, undefined],
  ['nothing that is a date', 'soon', undefined]
])('the end of the keys in the environment: %s', async (_, given, end) => {
  Object.assign(process.env, {AWS_ACCESS_KEY_ID: 'AKID', AWS_SECRET_ACCESS_KEY: 'secret', AWS_CREDENTIAL_EXPIRATION: given ?? ''})
  delete process.env['AWS_PROFILE']
  const credentials = chain(given)
  expect(credentials.expires()).toBeUndefined()
  expect(await credentials.provide()).toMatchObject({accessKeyId: 'AKID'})
  expect(credentials.expires()?.toISOString()).toBe(end)
})
