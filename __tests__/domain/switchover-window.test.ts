/** A window is a stretch of the wall clock: right on the two days a year when the clock is changed, and across midnight. */
import {describe, expect, test} from '@jest/globals'
import type {SwitchoverWindow} from '../../src/domain/switchover-window.ts'
import {isOpen, minutesLeft, parseSwitchoverWindow} from '../../src/domain/switchover-window.ts'

function window(text: string): SwitchoverWindow {
  const parsed = parseSwitchoverWindow(text)
  if (typeof parsed === 'string') throw new Error(parsed)
  return parsed
}

describe('open, and for how many minutes', () => {
  test.each([
    // Sunday 2026-11-15, UTC+1 in Berlin.
    ['Sun 02:00-04:00 Europe/Berlin', '2026-11-15T00:59:59Z', 0],
    ['Sun 02:00-04:00 Europe/Berlin', '2026-11-15T01:00:00Z', 120],
    ['Sun 02:00-04:00 Europe/Berlin', '2026-11-15T02:59:30Z', 0.5],
    ['Sun 02:00-04:00 Europe/Berlin', '2026-11-15T03:00:00Z', 0],
    ['Sun 02:00-04:00 Europe/Berlin', '2026-11-16T01:30:00Z', 0],
    ['sun 02:00-04:00 europe/berlin', '2026-11-15T01:30:00Z', 90],
    // Across midnight: the day is the one on which it opens.
    ['Sat 23:00-01:00 UTC', '2026-11-14T23:00:00Z', 120],
    ['Sat 23:00-01:00 UTC', '2026-11-14T23:30:00Z', 90],
    ['Sat 23:00-01:00 UTC', '2026-11-15T01:00:00Z', 0],
    ['Sat 23:00-01:00 UTC', '2026-11-15T00:30:00Z', 30],
    ['Sat 23:00-01:00 UTC', '2026-11-15T23:30:00Z', 0],
    ['Sun 23:00-01:00 UTC', '2026-11-15T00:30:00Z', 0],
    ['Sat 22:00-24:00 UTC', '2026-11-14T23:00:00Z', 60],
    ['Sat 22:00-00:00 UTC', '2026-11-14T23:00:00Z', 60],
    // Two days that touch are one stretch, and more than a day is a day.
    ['Sat,Sun 00:00-24:00 UTC', '2026-11-14T18:00:00Z', 1440],
    ['Sat,Sun 00:00-24:00 UTC', '2026-11-15T18:00:00Z', 360],
    ['daily 00:00-24:00 UTC', '2026-11-15T18:00:00Z', 1440],
    ['Fri-Mon 10:00-11:00 UTC', '2026-11-15T10:00:00Z', 60],
    ['Fri-Mon 10:00-11:00 UTC', '2026-11-17T10:00:00Z', 0],
    // Berlin, 2026-03-29: 02:00 to 03:00 is skipped.
    ['Sun 01:00-04:00 Europe/Berlin', '2026-03-29T00:00:00Z', 120],
    ['Sun 02:00-04:00 Europe/Berlin', '2026-03-29T00:59:00Z', 0],
    ['Sun 02:00-04:00 Europe/Berlin', '2026-03-29T01:00:00Z', 60],
    ['Sun 02:00-03:00 Europe/Berlin', '2026-03-29T01:00:00Z', 0],
    ['Sun 01:30-02:30 Europe/Berlin', '2026-03-29T00:30:00Z', 30],
    // Berlin, 2026-10-25: 02:00 to 03:00 comes twice.
    ['Sun 01:00-04:00 Europe/Berlin', '2026-10-24T23:00:00Z', 240],
    ['Sun 02:00-02:45 Europe/Berlin', '2026-10-25T00:30:00Z', 15],
    ['Sun 02:00-02:45 Europe/Berlin', '2026-10-25T00:50:00Z', 0],
    ['Sun 02:00-02:45 Europe/Berlin', '2026-10-25T01:30:00Z', 15],
    // New York, 2026-03-08 and 2026-11-01.
    ['Sun 01:00-03:30 America/New_York', '2026-03-08T06:30:00Z', 60],
    ['Sun 02:00-03:00 America/New_York', '2026-03-08T07:00:00Z', 0],
    ['Sun 01:00-02:00 America/New_York', '2026-11-01T05:30:00Z', 90],
    ['Sun 01:00-02:00 America/New_York', '2026-11-01T06:30:00Z', 30],
    // Half an hour off, and a change of half an hour.
    ['Sun 02:00-03:00 Asia/Kolkata', '2026-11-14T20:45:00Z', 45],
    ['Sun 01:00-03:00 Australia/Lord_Howe', '2026-04-04T14:30:00Z', 120]
  ])('%s at %s', (text, at, minutes) => {
    const date = new Date(at)
    expect(minutesLeft(window(text), date)).toBeCloseTo(minutes, 6)
    expect(isOpen(window(text), date)).toBe(minutes > 0)
  })
})

test('midnight as an end is the end of that day, however it is written; blanks may be more than one', () => {
  expect(window('Sat 22:00-00:00 UTC').to).toBe(1440)
  expect(window('Sat   22:00-24:00   UTC')).toEqual({...window('Sat 22:00-00:00 UTC'), text: 'Sat   22:00-24:00   UTC'})
})

describe('not a window', () => {
  test.each([
    ['Sun 02:00-04:00', /is not <days>/],
    ['Sun 2:00-4:00 UTC', /is not <days>/],
    ['Sunday 02:00-04:00 UTC', /names no days/],
    ['Sun- 02:00-04:00 UTC', /names no days/],
    ['Holiday-Sun 02:00-04:00 UTC', /names no days/],
    ['on Sun 02:00-04:00 UTC', /is not <days>/],
    ['Sun 02:00-04:00 UTC please', /is not <days>/],
    ['Mon-Wed-Fri 02:00-04:00 UTC', /names no days/],
    ['Sun 02:60-04:00 UTC', /times go/],
    ['Sun 24:00-04:00 UTC', /times go/],
    ['Sun 02:00-24:01 UTC', /times go/],
    ['Sun 02:00-02:00 UTC', /same minute/],
    ['Sun 02:00-04:00 Europe/Berlim', /not a time zone/],
    ['Sun 02:00-04:00 +02:00', /not a time zone/]
  ])('%s', (text, expected) => {
    expect(parseSwitchoverWindow(text)).toEqual(expect.stringMatching(expected))
  })
})
