/** When a switchover may begin: a stretch of the wall clock on some weekdays, in a time zone. Days are those on which the window opens. */
export interface SwitchoverWindow {
  /** 0 is Sunday. */
  readonly days: ReadonlySet<number>
  /** Minutes of the day, 0 to 1439. */
  readonly from: number
  /** Minutes of the day, 1 to 1440; not after `from` where the window goes past midnight. */
  readonly to: number
  readonly zone: string
  /** As typed. */
  readonly text: string
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const DAY = 1440
const SHAPE = /^(\S+)\s+(\d{2}):(\d{2})-(\d{2}):(\d{2})\s+(\S+)$/

/** `Sun 02:00-04:00 Europe/Berlin`; days also `Sat,Sun`, `Mon-Fri` or `daily`. A text is what is wrong. */
export function parseSwitchoverWindow(text: string): SwitchoverWindow | string {
  const [, dayText = '', fromHour, fromMinute, toHour, toMinute, zoneText = ''] = SHAPE.exec(text) ?? []
  if (fromHour === undefined) return 'it is not <days> <from>-<to> <time zone>'
  const days = parseDays(dayText.toLowerCase())
  if (days === undefined) return `${dayText} names no days: Sun, Mon, Tue, Wed, Thu, Fri, Sat, a list, a range or daily`
  const from = minuteOf(fromHour, fromMinute)
  const to = minuteOf(toHour, toMinute)
  if (from === undefined || from === DAY || to === undefined) return 'times go from 00:00 to 24:00'
  if (from === to) return 'it begins and ends at the same minute'
  const zone = zoneNamed(zoneText)
  if (zone === undefined) return `${zoneText} is not a time zone of the IANA list`
  return {days, from, to: to === 0 ? DAY : to, zone, text}
}

function parseDays(text: string): ReadonlySet<number> | undefined {
  if (text === 'daily') return new Set(DAYS.keys())
  const days = new Set<number>()
  for (const part of text.split(',')) {
    const [first = '', last = first, more] = part.split('-')
    const begin = DAYS.indexOf(first)
    const end = DAYS.indexOf(last)
    if (begin < 0 || end < 0 || more !== undefined) return undefined
    for (let day = begin; ; day = (day + 1) % 7) {
      days.add(day)
      if (day === end) break
    }
  }
  return days
}

function minuteOf(hour = '', minute = ''): number | undefined {
  const value = Number(hour) * 60 + Number(minute)
  return Number(minute) < 60 && value <= DAY ? value : undefined
}

/** Offsets such as `+02:00` are refused: they would be an hour wrong for half of the year. */
function zoneNamed(text: string): string | undefined {
  if (!/[A-Za-z]/.test(text)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', {timeZone: text}).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** By the wall clock: an hour that the clock repeats in autumn is open twice, one that it skips in spring never. */
export const isOpen = (window: SwitchoverWindow, date: Date): boolean => isOpenAt(window, wallClock(window.zone)(date))

/**
 * Real minutes until the window closes, 0 outside it and at most a day. Walks from minute to minute, because on the days when the
 * clock is changed the difference of two wall-clock times is not the time between them.
 */
export function minutesLeft(window: SwitchoverWindow, date: Date): number {
  const clock = wallClock(window.zone)
  if (!isOpenAt(window, clock(date))) return 0
  const minute = 60_000
  for (let at = Math.floor(date.getTime() / minute) + 1, steps = 0; steps < DAY; at += 1, steps += 1) {
    if (!isOpenAt(window, clock(new Date(at * minute)))) return at - date.getTime() / minute
  }
  return DAY
}

interface WallClock {
  readonly day: number
  readonly minute: number
}

function isOpenAt({days, from, to}: SwitchoverWindow, {day, minute}: WallClock): boolean {
  if (from < to) return days.has(day) && minute >= from && minute < to
  return (days.has(day) && minute >= from) || (days.has((day + 6) % 7) && minute < to)
}

function wallClock(zone: string): (date: Date) => WallClock {
  const format = new Intl.DateTimeFormat('en-US', {timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'})
  return date => {
    const parts = new Map(format.formatToParts(date).map(part => [part.type, part.value]))
    const day = DAYS.indexOf((parts.get('weekday') ?? '').toLowerCase())
    return {day, minute: Number(parts.get('hour')) * 60 + Number(parts.get('minute'))}
  }
}
