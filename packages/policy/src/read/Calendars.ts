/** Calendars: weekly hours, holidays of a country with their make-up days, and dates of the owner's own. */

import { guessed } from "../diagnostic/Unknown.ts"
import { entriesOf, get, itemsOf, type Tree, wordOf, wordsOf } from "../link/Tree.ts"
import type { CalendarRule, Shift, Zone } from "../model.ts"
import { parseHours } from "./Duration.ts"
import { holidays } from "./Holidays.ts"
import type { Reading } from "./Reading.ts"
import { zoneNames, zone as zoneOf } from "./Zone.ts"

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const
const spans: Readonly<Record<string, readonly number[]>> = {
  ...Object.fromEntries(days.map((day, index) => [day, [index]])),
  "mon-fri": [0, 1, 2, 3, 4],
  "every-day": [0, 1, 2, 3, 4, 5, 6]
}

/** Reads every calendar; each counts in the policy's zone unless it says its own. */
export const calendarsOf = (r: Reading, zone: string): Readonly<Record<string, CalendarRule>> =>
  Object.fromEntries(entriesOf(get(r.root, "calendars")).map(([name, tree]) => [name, calendarOf(r, name, tree, zone)]))

/** Returns the data of every zone in which some calendar counts. */
export const zonesOf = (calendars: Readonly<Record<string, CalendarRule>>): Readonly<Record<string, Zone>> =>
  Object.fromEntries(
    Object.values(calendars).flatMap(({ zone }) => {
      const found = zoneOf(zone)
      return found === undefined ? [] : [[zone, found]]
    })
  )

const zoneIn = (r: Reading, tree: Tree | undefined): string | undefined => {
  const name = wordOf(tree)
  if (tree === undefined || name === undefined || zoneOf(name) !== undefined) return name
  const known = ["Asia/Shanghai", "Europe/London"]
  r.say("name/unknown", tree, { kind: "time-zone", name, known, ...guessed(name, zoneNames()) })
  return undefined
}

const calendarOf = (r: Reading, name: string, tree: Tree, zone: string): CalendarRule => {
  const weekly = days.map((): Shift[] => [])
  for (const [span, hours] of entriesOf(get(tree, "hours")))
    for (const item of itemsOf(hours)) {
      const shift = shiftOf(r, item)
      if (shift !== undefined) for (const day of spans[span] ?? []) weekly[day]?.push(shift)
    }
  const code = get(tree, "holidays")
  const national = wordOf(code) === undefined ? undefined : holidays(wordOf(code) ?? "")
  if (code !== undefined && national === undefined)
    r.say("name/unknown", code, { kind: "holidays", name: wordOf(code) ?? "", known: [] })
  const open = [...(national?.open ?? []), ...wordsOf(get(tree, "open"))]
  // A date of the owner's own wins over the country's, either way.
  const ownOpen = new Set(wordsOf(get(tree, "open")))
  const closed = [...(national?.closed ?? []).filter((date) => !ownOpen.has(date)), ...wordsOf(get(tree, "closed"))]
  if (weekly.every((shifts) => shifts.length === 0) && !r.isFaulty(tree.path))
    r.say("calendar/no-open-time", tree, { calendar: name }, { span: tree.named })
  for (const [day, shifts] of weekly.entries()) overlapping(r, name, tree, day, shifts)
  return {
    name,
    zone: zoneIn(r, get(tree, "time-zone")) ?? zone,
    weekly: weekly.map((shifts) => shifts.sort(([a], [b]) => a - b)),
    closed,
    open,
    ...(national === undefined ? {} : { publishedThrough: national.publishedThrough })
  }
}

const shiftOf = (r: Reading, item: Tree): Shift | undefined => {
  const text = wordOf(item)
  const shift = text === undefined ? undefined : parseHours(text)
  if (text !== undefined && shift === undefined) r.say("value/bad-hours", item, { found: text })
  return shift
}

const overlapping = (r: Reading, name: string, tree: Tree, day: number, shifts: readonly Shift[]): void => {
  const sorted = [...shifts].sort(([a], [b]) => a - b)
  const twice = sorted.some(([start], index) => index > 0 && start < (sorted[index - 1]?.[1] ?? 0))
  if (twice) r.say("calendar/overlapping-hours", get(tree, "hours") ?? tree, { calendar: name, day: days[day] ?? "" })
}
