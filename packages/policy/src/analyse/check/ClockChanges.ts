/**
 * Finds working hours and quiet hours that begin or end at a local time that is skipped or repeated when daylight
 * saving time changes.
 */
import { Instant, Zone } from "@hearback/core"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { aboutChange, type ClockChange, changeAt, changesOf } from "../../calendar/ClockChange.ts"
import { zone as zoneOf } from "../../calendar/Zone.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { spans } from "../../read/section/Calendars.ts"
import { parseDayHours, parseHours } from "../../value/Duration.ts"

const { DAY, MINUTE } = Instant
/**
 * The number of years to check. It is small because rules of daylight saving time change, and an example should be
 * near.
 */
const years = 3

/** Reports hours of calendars, and quiet hours, that meet a change of daylight saving time. */
export const clockChanges = (
  reading: Reading,
  { calendars, zones, zone }: UnhashedBundle,
  today: string | undefined
): void => {
  const since = (Instant.parseDate(today ?? "2026-01-01") ?? 0) * DAY
  const changes = (id: string): readonly ClockChange[] =>
    changesOf(zones[id] ?? Zone.utc, since, since + years * 366 * DAY)
  for (const [name, tree] of entriesOf(get(reading.root, "calendars"))) {
    const calendar = calendars[name]
    if (calendar === undefined) continue
    const [here, closed] = [zoneOf(calendar.zone) ?? Zone.utc, new Set(calendar.closed)]
    const there = changes(calendar.zone)
    for (const [span, hours] of entriesOf(get(tree, "hours")))
      for (const item of itemsOf(hours)) {
        const on = new Set(spans.get(span))
        weekly(reading, item, here, there, (day) => on.has(weekdayOf(day)) && !closed.has(Instant.renderDate(day)))
      }
    for (const item of [...itemsOf(get(tree, "open")), ...itemsOf(get(tree, "closed"))]) {
      const part = parseDayHours(wordOf(item) ?? "")
      const day = part === undefined ? undefined : Instant.parseDate(part.date)
      const ofDay = day === undefined ? [] : changesOf(here, (day - 1) * DAY, (day + 3) * DAY)
      if (part !== undefined && day !== undefined) tell(reading, item, here, ofDay, part.shift, [day])
    }
  }
  for (const key of ["quiet", "quiet-questions"])
    for (const item of itemsOf(dig(reading.root, "sending", key)))
      weekly(reading, item, zones[zone] ?? Zone.utc, changes(zone), () => true)
}

/** Checks hours that repeat every day or week. Only the days near each change are checked. */
const weekly = (
  reading: Reading,
  item: Tree,
  zone: Zone.Zone,
  changes: readonly ClockChange[],
  isOpen: (day: number) => boolean
): void => {
  const shift = parseHours(wordOf(item) ?? "")
  const days = changes.flatMap(({ from }) => [Math.floor(from / DAY) - 1, Math.floor(from / DAY)]).filter(isOpen)
  if (shift !== undefined) tell(reading, item, zone, changes, shift, days)
}

const tell = (
  reading: Reading,
  item: Tree,
  zone: Zone.Zone,
  changes: readonly ClockChange[],
  shift: readonly [number, number],
  days: readonly number[]
): void => {
  for (const day of days) {
    const [begin, end] = [day * DAY + shift[0] * MINUTE, day * DAY + shift[1] * MINUTE]
    const whole = changes.find(({ is, from, to }) => is === "skipped" && from <= begin && end <= to)
    if (whole !== undefined) {
      const about = aboutChange(whole, begin, zone)
      reading.say("calendar/clock-change", item, about, { witness: { date: about.date, time: about.time } })
      return
    }
    for (const minute of shift) {
      const local = day * DAY + minute * MINUTE
      const change = changeAt(local, changes)
      if (change === undefined) continue
      const about = aboutChange(change, local, zone)
      reading.say("calendar/clock-change", item, about, { witness: { date: about.date, time: about.time } })
      return
    }
  }
}

/** Returns the day of the week, with Monday as 0; day 0 (1 January 1970) was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7
