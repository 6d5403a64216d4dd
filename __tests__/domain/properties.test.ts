/** Whatever stands in ARNs, tags, marks, versions and windows: nothing throws, and what is printed is read back. */
import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import type {Arn} from '../../src/domain/arn.ts'
import {labelOf, nameIn, parseArn, siblingArn} from '../../src/domain/arn.ts'
import {compareVersions, isAt, majorOf, newest, oldest} from '../../src/domain/engine-version.ts'
import {blueTags, printMark, readMark, readMemory} from '../../src/domain/memory.ts'
import {isDatabaseFailure, isFailure, stageOf} from '../../src/domain/status.ts'
import {isOpen, minutesLeft, parseSwitchoverWindow} from '../../src/domain/switchover-window.ts'
import {duration, progressLine} from '../../src/reporting/progress.ts'

const anything = fc.string({unit: 'binary', maxLength: 80})
const name = fc.stringMatching(/^[a-z][a-z0-9]{0,20}(-[a-z0-9]{1,10}){0,3}$/)
const id = fc.stringMatching(/^(db|cluster)-[A-Z0-9]{26}$/)
const date = fc.date({min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true})

describe('ARNs', () => {
  const printArn = (one: Arn): string => `arn:${one.partition}:${one.service}:${one.region}:${one.account}:${one.type}:${one.name}`
  const arn = fc.record({
    partition: fc.constantFrom('aws', 'aws-cn', 'aws-us-gov'),
    service: fc.constant('rds'),
    region: fc.constantFrom('eu-central-1', 'us-gov-west-1', 'cn-north-1'),
    account: fc.stringMatching(/^\d{12}$/),
    type: fc.constantFrom('db', 'cluster', 'cluster-endpoint', 'deployment'),
    name
  })
  test('what is printed is read back', () => fc.assert(fc.property(arn, one => expect(parseArn(printArn(one))).toEqual(one))))
  test('a sibling differs in type and name alone', () =>
    fc.assert(
      fc.property(arn, name, (one, other) =>
        expect(parseArn(siblingArn(printArn(one), 'db', other))).toEqual({...one, type: 'db', name: other})
      )
    ))
  test('no text throws', () => fc.assert(fc.property(anything, text => void [parseArn(text), nameIn(text), labelOf(text)])))
})

describe('the memory', () => {
  const blue = fc.array(fc.record({name, resourceId: id}), {maxLength: 16})
  test('what is remembered is read back, in order', () =>
    fc.assert(
      fc.property(blue, all => expect(readMemory(new Map(blueTags(all)))).toMatchObject({blue: all, unread: [], blueUnread: false}))
    ))
  test('each tag fits into what RDS allows', () =>
    fc.assert(
      fc.property(blue, all => {
        for (const [key, value] of blueTags(all)) {
          expect(key.length).toBeLessThanOrEqual(128)
          expect(value).toMatch(/^[\p{L}\p{N}\s_.:/=+\-@]{0,256}$/u)
        }
      })
    ))
  test('no tags throw', () =>
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.oneof(anything, fc.constantFrom('rds-blue-green/v1/blue-01', 'rds-blue-green/v1/switched-over-at', 'rds-blue-green/v9/x')),
          anything
        ),
        tags => void readMemory(new Map(Object.entries(tags)))
      )
    ))
  test('a mark is read back by its bearer, and void for any other', () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^bgd-[a-z0-9]{16}$/),
        id,
        id,
        name,
        date,
        (deploymentId, resourceId, other, production, switchedOverAt) => {
          const mark = {deploymentId, resourceId, production, switchedOverAt}
          const tags = new Map([['rds-blue-green/v1/old-blue', printMark(mark)]])
          expect(readMark(tags, resourceId)).toEqual(mark)
          if (other !== resourceId) expect(readMark(tags, other)).toBeUndefined()
        }
      )
    ))
})

describe('engine versions', () => {
  const version = fc.oneof(
    fc.stringMatching(/^\d{1,2}(\.\d{1,2}){0,2}$/),
    fc.stringMatching(/^[58]\.[07]\.mysql_aurora\.[23]\.\d{1,2}\.\d$/)
  )
  test('their order is one', () =>
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
      })
    ))
  test('each is at itself and at what it begins with, and at no part of a number', () =>
    fc.assert(
      fc.property(version, fc.integer({min: 0, max: 9}), (one, digit) => {
        expect(isAt(one, one)).toBe(true)
        expect(isAt(`${one}.1`, one)).toBe(true)
        expect(isAt(`${one}${digit}`, one)).toBe(false)
      })
    ))
  test('the newest and the oldest are among them', () =>
    fc.assert(
      fc.property(fc.array(version, {minLength: 1}), all =>
        expect([all.includes(newest(all) ?? ''), all.includes(oldest(all) ?? '')]).toEqual([true, true])
      )
    ))
  test('no text throws', () =>
    fc.assert(
      fc.property(anything, anything, (a, b) => void [compareVersions(a, b), isAt(a, b), majorOf('postgres', a), majorOf('mysql', b)])
    ))
})

test('every status has a stage, and what says FAILED, INVALID or MISSING is a failure', () => {
  fc.assert(fc.property(anything, text => void [stageOf(text), isFailure(text), isDatabaseFailure(text)]))
  fc.assert(
    fc.property(anything, fc.constantFrom('FAILED', 'INVALID', 'MISSING'), anything, (a, word, b) =>
      expect(isFailure(`${a}${word}${b}`)).toBe(true)
    )
  )
})

test('a window is a window or a reason, and what is open has minutes left', () => {
  fc.assert(fc.property(anything, text => expect(['string', 'object']).toContain(typeof parseSwitchoverWindow(text))))
  const window = parseSwitchoverWindow('Sat,Sun 22:30-04:00 Europe/Berlin')
  if (typeof window === 'string') throw new Error(window)
  fc.assert(
    fc.property(date, at => expect(minutesLeft(window, at) > 0).toBe(isOpen(window, at))),
    {numRuns: 50}
  )
})

test('a progress line is one line, whatever RDS says', () => {
  fc.assert(
    fc.property(anything, anything, anything, fc.double(), (status, task, member, elapsed) => {
      const line = progressLine({
        phase: 'wait',
        deploymentId: 'bgd-1',
        status,
        tasks: [{name: task, status}],
        members: [{source: member, status}],
        elapsed,
        left: elapsed
      })
      expect(line).not.toMatch(/[\r\n\u2028\u2029]/)
      expect(line.startsWith('wait  ')).toBe(true)
    })
  )
  fc.assert(fc.property(fc.double({max: 1e15}), milliseconds => expect(duration(milliseconds)).toMatch(/^\d+[smhd]/)))
})
