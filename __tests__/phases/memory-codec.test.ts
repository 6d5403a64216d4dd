/** The tags are the memory across runs and versions (contract, "Tags"): what was written reads back; what is half broken is said. */
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import {blueTags, KEYS, kindOfResourceId, printMark, readMark, readMemory} from '../../src/domain/memory.ts'

const name = fc.stringMatching(/^[a-z](-?[a-z0-9]){0,30}$/)
const resourceId = fc.oneof(fc.stringMatching(/^db-[A-Z2-7]{26}$/), fc.stringMatching(/^cluster-[A-Z2-7]{26}$/))

test('every blue reads back in order, in tags short enough', () => {
  fc.assert(
    fc.property(fc.array(fc.record({name, resourceId}), {maxLength: 19}), blue => {
      const tags = blueTags(blue)
      expect(readMemory(new Map(tags)).blue).toEqual(blue)
      expect(tags).toHaveLength(Math.ceil(blue.length / 2))
      expect(tags.every(([, value]) => value.length <= 256)).toBe(true)
    }),
    {seed: 1}
  )
})

describe('half-broken tags', () => {
  const rows: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[], number])[] = [
    ['an odd word at the end', {[`${KEYS.blue}01`]: 'orders db-A orders-r1'}, ['orders'], 1],
    ['no resource id', {[`${KEYS.blue}01`]: 'orders nonsense'}, [], 1],
    ['more than a resource id', {[`${KEYS.blue}01`]: 'orders arn:db-A'}, [], 1],
    ['a resource id with a stranger behind it', {[`${KEYS.blue}01`]: 'orders db-A,db-B'}, [], 1],
    ['two blanks', {[`${KEYS.blue}01`]: '  orders   db-A '}, ['orders'], 0],
    ['swapped', {[`${KEYS.blue}01`]: 'db-A orders'}, [], 1],
    ['empty', {[`${KEYS.blue}01`]: ''}, [], 0],
    ['a time that is none', {[KEYS.switchedOverAt]: 'yesterday-ish'}, [], 1],
    ['one tag of two', {[`${KEYS.blue}01`]: 'x', [`${KEYS.blue}02`]: 'orders-r1 db-B'}, ['orders-r1'], 1]
  ]
  test.each(rows)('%s', (_what, tags, blue, unread) => {
    const memory = readMemory(new Map(Object.entries(tags)))
    expect(memory.blue.map(one => one.name)).toEqual(blue)
    expect(memory.unread).toHaveLength(unread)
  })

  test('any text at all is read without an error', () => {
    const value = fc.string({maxLength: 80})
    fc.assert(
      fc.property(value, value, value, value, (a, b, c, d) => {
        const tags = new Map([
          [`${KEYS.blue}01`, a],
          [KEYS.switchedOverAt, b],
          [KEYS.oldBlue, c],
          [`rds-blue-green/${d}`, d]
        ])
        const {blue} = readMemory(tags)
        expect(blue.every(one => /^(db|cluster)-/i.test(one.resourceId))).toBe(true)
        readMark(tags, 'db-A')
      }),
      {seed: 2}
    )
  })
})

test('the order is that of the keys, in whichever order RDS lists the tags', () => {
  const tags = ['03', '01', '04', '02'].map(at => [`${KEYS.blue}${at}`, `orders-r${at} db-A${at}`] as const)
  expect(readMemory(new Map(tags)).blue.map(one => one.name)).toEqual(['orders-r01', 'orders-r02', 'orders-r03', 'orders-r04'])
})

test.each([
  ['rds-blue-green/v2/blue-01', 'v2'],
  ['rds-blue-green/v10/x', 'v10'],
  ['rds-blue-green/v1/x', undefined],
  ['rds-blue-green/x', undefined],
  ['other/v2/x', undefined]
])('a key of %s is of version %s', (key, newer) => {
  expect(readMemory(new Map([[key, 'x']])).newer).toBe(newer)
})

test.each([
  ['db-ABC', 'instance'],
  ['cluster-ABC', 'cluster']
])('%s is of a(n) %s', (id, kind) => expect(kindOfResourceId(id)).toBe(kind))

describe('the mark', () => {
  const mark = {
    deploymentId: 'bgd-0123456789abcdef',
    resourceId: 'db-ABC',
    production: 'orders',
    switchedOverAt: new Date('2026-11-18T02:00:00Z')
  }
  test('reads back, with and without a time', () => {
    for (const one of [mark, {...mark, switchedOverAt: undefined}])
      expect(readMark(new Map([[KEYS.oldBlue, printMark(one)]]), 'db-ABC')).toEqual(one)
  })
  test.each([
    ['of another bearer: it travelled with a snapshot', 'bgd-1 db-OTHER orders 2026-11-18T02:00:00Z'],
    ['half of it', 'bgd-1 db-ABC'],
    ['a deployment alone', 'bgd-1'],
    ['of no deployment', ' db-ABC orders 2026-11-18T02:00:00Z'],
    ['nothing', ''],
    ['blanks', '   ']
  ])('is void: %s', (_what, value) => expect(readMark(new Map([[KEYS.oldBlue, value]]), 'db-ABC')).toBeUndefined())
  test('is as short as a tag allows, and of its letters', () => {
    const value = printMark({...mark, production: 'o'.repeat(63), resourceId: `cluster-${'A'.repeat(26)}`})
    expect(value.length).toBeLessThanOrEqual(256)
    expect(value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u)
  })
})
