import {describe, expect, test} from '@jest/globals'
import fc from 'fast-check'
import type {Progress} from '../../src/reporting/progress.ts'
import {duration, progressKey, progressLine} from '../../src/reporting/progress.ts'
import type {Printed} from '../../src/reporting/when-to-print.ts'
import {whenToPrint} from '../../src/reporting/when-to-print.ts'

const MINUTE = 60_000
const task = (name: string, status: string): {name: string; status: string} => ({name, status})
const member = (status: string | undefined, name = 'orders'): {source: string; status: string | undefined} => ({
  source: `arn:aws:rds:eu-central-1:111122223333:db:${name}`,
  status
})

const waiting: Progress = {
  phase: 'wait',
  deploymentId: 'bgd-1a2b',
  status: 'PROVISIONING',
  tasks: [
    task('CREATING_READ_REPLICA_OF_SOURCE', 'COMPLETED'),
    task('A', 'COMPLETED'),
    task('B', 'COMPLETED'),
    task('DB_ENGINE_VERSION_UPGRADE', 'IN_PROGRESS'),
    task('CONFIGURE_BACKUPS', 'PENDING')
  ],
  members: [member('AVAILABLE'), member('PROVISIONING'), member(undefined)],
  elapsed: 12 * MINUTE + 4000,
  left: 317 * MINUTE
}

describe('a waiting line', () => {
  test('says in one line where it stands, and how long it may last', () => {
    expect(progressLine(waiting)).toBe(
      'wait  bgd-1a2b  PROVISIONING  tasks 3/5 (DB_ENGINE_VERSION_UPGRADE)  members 1/3  12m04s, at most 5h17m more'
    )
  })

  test('names what failed, and how much else did', () => {
    const members = [member('AVAILABLE'), member('SWITCHOVER_FAILED', 'orders-replica'), member('MISSING_TARGET', 'orders-2')]
    expect(progressLine({...waiting, tasks: [task('A', 'FAILED')], members})).toContain(
      'tasks 0/1 (A FAILED)  members 1/3 (orders-replica SWITCHOVER_FAILED, 1 more)'
    )
  })

  test('says which databases are not available yet, with the percentage of RDS', () => {
    const databases = [task('orders', 'available'), task('orders-green-7jtrw5', 'storage-initialization')]
    expect(progressLine({...waiting, status: 'AVAILABLE', tasks: [], databases, storagePercent: 43.7, left: undefined})).toBe(
      'wait  bgd-1a2b  AVAILABLE  members 1/3  databases 1/2 (orders-green-7jtrw5 storage-initialization)  storage 43%  12m04s'
    )
  })

  test('counts switched members while switching over', () => {
    const members = [member('SWITCHOVER_COMPLETED'), member('AVAILABLE')]
    expect(progressLine({...waiting, phase: 'switchover', status: 'SWITCHOVER_IN_PROGRESS', tasks: [], members})).toContain('members 1/2')
  })

  test('is one line and names no account, whatever RDS says', () => {
    const line = progressLine({...waiting, status: 'A\n::error::B', members: [member('FAILED')]})
    expect(line).not.toMatch(/[\n\r]/)
    expect(line).not.toContain('111122223333')
  })
})

test.each([
  [-1, '0s'],
  [Number.NaN, '0s'],
  [999, '0s'],
  [59_999, '59s'],
  [60_000, '1m00s'],
  [724_000, '12m04s'],
  [3_600_000, '1h00m'],
  [19_020_000, '5h17m'],
  [97_200_000, '1d03h']
])('%d ms are %s', (milliseconds, shown) => {
  expect(duration(milliseconds)).toBe(shown)
})

describe('a line is printed', () => {
  /** Minutes of the lines printed over some hours, one look every 30 s. */
  const printed = (minutes: number, keyAt: (minute: number) => string): number[] => {
    const lines: number[] = []
    let last: Printed | undefined
    for (let now = 0; now <= minutes * MINUTE; now += MINUTE / 2) {
      const next = whenToPrint(last, keyAt(now / MINUTE), now)
      if (next !== undefined) lines.push(now / MINUTE)
      last = next ?? last
    }
    return lines
  }

  test('at once, then ever more rarely while nothing changes', () => {
    expect(printed(50, () => 'same')).toEqual([0, 1, 3, 8, 18, 28, 38, 48])
  })

  test('when something changes, and then often again', () => {
    expect(printed(25, minute => (minute < 20 ? 'one' : 'two'))).toEqual([0, 1, 3, 8, 18, 20, 21, 23])
  })

  test('not because time goes by or a percentage moves a little', () => {
    const key = progressKey({...waiting, storagePercent: 41})
    expect(progressKey({...waiting, storagePercent: 49, elapsed: 1, left: 2})).toBe(key)
    expect(progressKey({...waiting, storagePercent: 50})).not.toBe(key)
    expect(progressKey({...waiting, status: 'AVAILABLE', storagePercent: 41})).not.toBe(key)
  })

  test('at least every ten minutes, at most as often as we look', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({min: 1, max: 9 * MINUTE})), {maxLength: 60}), looks => {
        let last: Printed | undefined
        let now = 0
        for (const [key, pause] of looks) {
          now += pause
          const next = whenToPrint(last, key, now)
          if (next === undefined) expect(now - (last?.at ?? 0)).toBeLessThan(10 * MINUTE)
          else expect(next).toMatchObject({key, at: now})
          last = next ?? last
        }
      })
    )
  })
})
