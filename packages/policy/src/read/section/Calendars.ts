/** Reads calendars: weekly hours, holidays of a country with their make-up days, and dates that the author adds. */

import { defined, Instant } from "@hearback/core"
import type { CalendarRule, DayPart, Shift, Zone } from "../../bundle/Bundle.ts"
import { holidays } from "../../calendar/Holidays.ts"
import { zone as zoneOf } from "../../calendar/Zone.ts"
import { zoneMeant } from "../../calendar/ZoneName.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { parseDayHours, parseHours } from "../../value/Duration.ts"
import { dayMeant, hoursMeant } from "../../value/MeantQuantity.ts"
import { isTurned, turnedRound } from "../../value/TurnedHours.ts"
import type { Reading } from "../Reading.ts"

/** The days of the week as the language writes them, Monday first. */
export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const
/** For each word of a week, its days as numbers, with Monday as 0. */
export const spans = new Map<string, readonly number[]>([
  ...days.map((day, index) => [day, [index]] as const),
  ["mon-fri", [0, 1, 2, 3, 4]],
  ["every-day", [0, 1, 2, 3, 4, 5, 6]]
])

/** Reads every calendar. Each uses the policy's zone unless it has its own. */
export const calendarsOf = (reading: Reading, zone: string): Readonly<Record<string, CalendarRule>> =>
  Object.fromEntries(
    entriesOf(get(reading.root, "calendars")).map(([name, tree]) => [name, calendarOf(reading, name, tree, zone)])
  )

/** Returns the data of every zone that some calendar uses. */
export const zonesOf = (calendars: Readonly<Record<string, CalendarRule>>): Readonly<Record<string, Zone>> =>
  Object.fromEntries(
    Object.values(calendars).flatMap(({ zone }) => {
      const found = zoneOf(zone)
      return found === undefined ? [] : [[zone, found]]
    })
  )

/** A period of hours and where it is written. */
interface Stretch {
  readonly shift: Shift
  readonly at: Tree
}

const zoneIn = (reading: Reading, tree: Tree | undefined): string | undefined => {
  const name = wordOf(tree)
  if (tree === undefined || name === undefined || zoneOf(name) !== undefined) return name
  reading.say("name/unknown", tree, { kind: "time-zone", name, ...zoneMeant(name) })
  return undefined
}

const calendarOf = (reading: Reading, name: string, tree: Tree, zone: string): CalendarRule => {
  const stretches = days.map((): Stretch[] => [])
  for (const [span, hours] of entriesOf(get(tree, "hours")))
    for (const item of itemsOf(hours)) {
      const shift = shiftOf(reading, item)
      if (shift !== undefined) for (const day of spans.get(span) ?? []) stretches[day]?.push({ shift, at: item })
    }
  const weekly = stretches.map((day) => day.map(({ shift }) => shift))
  const code = get(tree, "holidays")
  const national = wordOf(code) === undefined ? undefined : holidays(wordOf(code) ?? "")
  const named = wordOf(code)
  if (code !== undefined && named !== undefined && national === undefined)
    reading.say("name/unknown", code, { kind: "holidays", name: named, known: [] })
  const [ownOpen, ownClosed] = [
    daysOf(reading, get(tree, "open"), "open"),
    daysOf(reading, get(tree, "closed"), "closed")
  ]
  const open = [...(national?.open ?? []), ...ownOpen.dates]
  const parts = [...ownOpen.parts, ...ownClosed.parts]
  // A date of the author replaces that of the country, whether open or closed.
  const opened = new Set([...ownOpen.dates, ...ownOpen.parts.map(({ date }) => date)])
  const closed = [...(national?.closed ?? []).filter((date) => !opened.has(date)), ...ownClosed.dates]
  if (weekly.every((shifts) => shifts.length === 0) && !reading.isFaulty(tree.path))
    reading.say("calendar/no-open-time", tree, { calendar: name }, { span: tree.named })
  overlapping(reading, name, stretches)
  for (const item of itemsOf(get(tree, "open"))) {
    const [date = ""] = (wordOf(item) ?? "").split(" ")
    if (ownClosed.dates.includes(date)) reading.say("calendar/closed-and-open", item, { date })
  }
  return defined({
    name,
    zone: zoneIn(reading, get(tree, "time-zone")) ?? zone,
    weekly: weekly.map((shifts) => shifts.sort(([a], [b]) => a - b)),
    closed,
    open,
    parts: parts.length === 0 ? undefined : parts,
    publishedThrough: national?.publishedThrough
  })
}

const shiftOf = (reading: Reading, item: Tree): Shift | undefined => {
  const text = wordOf(item)
  const shift = text === undefined ? undefined : parseHours(text)
  if (text !== undefined && shift === undefined)
    reading.say("value/bad-hours", item, { found: text, ...hoursMeant(text) })
  else if (text !== undefined && shift !== undefined && isTurned(shift))
    reading.say("value/hours-turned", item, { ...turnedRound(text), is: "overnight" })
  return shift
}

/** Reports overlapping periods once, however many days have them. Hours in the wrong order have their own finding. */
const overlapping = (reading: Reading, name: string, weekly: readonly (readonly Stretch[])[]): void => {
  const told = new Map<Tree, { readonly first: Tree; readonly days: string[] }>()
  for (const [day, stretches] of weekly.entries()) {
    const sorted = stretches.filter(({ shift }) => !isTurned(shift)).sort((a, b) => a.shift[0] - b.shift[0])
    for (const [index, { shift, at }] of sorted.entries()) {
      const before = sorted[index - 1]
      if (before === undefined || shift[0] >= before.shift[1]) continue
      const [first, second] = before.at.span.start < at.span.start ? [before.at, at] : [at, before.at]
      const known = told.get(second) ?? { first, days: [] }
      told.set(second, known)
      known.days.push(days[day] ?? "")
    }
  }
  for (const [second, { first, days: on }] of told) {
    const place = related(
      first.span,
      said((t) => t.place.overlap),
      true
    )
    reading.say("calendar/overlapping-hours", second, { calendar: name, days: on }, { related: [place] })
  }
}

/** The dates that the author added: whole days, and hours of a date. */
interface Days {
  readonly dates: readonly string[]
  readonly parts: readonly DayPart[]
}

/** Reads dates and hours of dates; reports wrong ones. */
const daysOf = (reading: Reading, tree: Tree | undefined, is: DayPart["is"]): Days => {
  const [dates, parts]: [string[], DayPart[]] = [[], []]
  for (const item of itemsOf(tree)) {
    const text = wordOf(item)
    const part = text === undefined ? undefined : parseDayHours(text)
    if (part !== undefined) parts.push({ ...part, is })
    else if (text !== undefined && Instant.parseDate(text) !== undefined) dates.push(text)
    else if (text !== undefined) reading.say("value/bad-date", item, { found: text, ...dayMeant(text, is) })
    // An office that closes at noon can stay closed until the next morning.
    if (text !== undefined && part !== undefined && is === "open" && isTurned(part.shift))
      reading.say("value/hours-turned", item, { ...turnedRound(text), is: "overnight" })
  }
  return { dates, parts }
}
