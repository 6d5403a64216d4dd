/** Credentials are fetched when they must be, not at every request, and their end is known. */
import {expect, test} from '@jest/globals'
import type {Identity} from '../../src/aws/credentials.ts'
import {keepCredentials} from '../../src/aws/credentials.ts'

const start = Date.UTC(2026, 10, 20, 10)
const minute = 60_000

function source(lifeMinutes: number | undefined) {
  const world = {now: start, fetched: 0, refuses: false}
  const credentials = keepCredentials(
    async (): Promise<Identity> => {
      world.fetched += 1
      if (world.refuses) throw new Error('no token today')
      const expiration = lifeMinutes === undefined ? {} : {expiration: new Date(world.now + lifeMinutes * minute)}
      return {accessKeyId: `AKID${world.fetched}`, secretAccessKey: 'secret', ...expiration}
    },
    () => new Date(world.now)
  )
  return {world, credentials, at: (minutes: number) => Object.assign(world, {now: start + minutes * minute})}
}

test('nothing is known before the first request, and that is the only one for keys without an end', async () => {
  const {credentials, world, at} = source(undefined)
  expect(credentials.expires()).toBeUndefined()
  await credentials.provide()
  at(6000)
  await credentials.provide()
  expect(world.fetched).toBe(1)
  expect(credentials.expires()).toBeUndefined()
})

test.each([
  ['an hour: five minutes before its end', 60, 54.9, 55],
  ['two minutes: a tenth of its life before its end', 2, 1.7, 1.8]
])('%s', async (_, life, early, due) => {
  const {credentials, world, at} = source(life)
  await credentials.provide()
  expect(credentials.expires()).toEqual(new Date(start + life * minute))
  at(early)
  await credentials.provide()
  expect(world.fetched).toBe(1)
  at(due)
  expect(await credentials.provide()).toMatchObject({accessKeyId: 'AKID2'})
  expect(credentials.expires()).toEqual(new Date(start + (due + life) * minute))
})

test('twenty requests at once fetch once', async () => {
  const {credentials, world} = source(60)
  await Promise.all(Array.from({length: 20}, () => credentials.provide()))
  expect(world.fetched).toBe(1)
})

test('asked for by force they are fetched again', async () => {
  const {credentials, world} = source(60)
  await credentials.provide()
  await credentials.provide({forceRefresh: true})
  expect(world.fetched).toBe(2)
})

test('a renewal that fails leaves what still lives; after its end it is the fault', async () => {
  const {credentials, world, at} = source(60)
  await credentials.provide()
  world.refuses = true
  at(59)
  expect(await credentials.provide()).toMatchObject({accessKeyId: 'AKID1'})
  at(60)
  await expect(credentials.provide()).rejects.toThrow('no token today')
  world.refuses = false
  expect(await credentials.provide()).toMatchObject({accessKeyId: 'AKID4'})
})
