/** Every deadline: on a line of time beside its calendar, and in a table with all that moves it. */
import type { Bundle } from "@hearback/core"
import { type Markup, tag } from "../../Markup.ts"
import { type PolicyView, under } from "../part/PolicyView.ts"
import { sharedTable, wideTable } from "../part/Tables.ts"
import { timeText, variedOf } from "../part/TimeText.ts"
import { startText, type TimeLineRow, timeLine } from "../picture/TimeLine.ts"

export const deadlines = (view: PolicyView): readonly Markup[] => {
  const { bundle, words } = view
  return [
    ...(bundle.clocks.length === 0 ? [] : [...clocksPicture(view), ...clocksTable(view)]),
    under(words.calendars, calendarsTable(view))
  ]
}

/** Returns the picture of all deadlines that have a length; nothing where none has. */
export const clocksPicture = (view: PolicyView): readonly Markup[] => {
  const { bundle, words, policy } = view
  const rows = bundle.clocks.flatMap((clock) => rowsOf(clock, view))
  if (rows.length === 0) return []
  return [
    tag("figure", {}, tag("figcaption", {}, words.deadlinesSays(startText(words))), timeLine(rows, policy, words))
  ]
}

const rowsOf = (clock: Bundle.ClockRule, { words, naming }: PolicyView): readonly TimeLineRow[] => {
  if (clock.within === undefined) return []
  const name = `${naming.clock(clock)}${clock.loop === undefined ? "" : words.aside(loopText(clock, naming))}`
  const varied = variedOf(clock.within, naming)
  return varied.map(({ when, isRest, value }, i) => {
    const level = isRest ? words.otherwise : when
    return {
      clock,
      target: value,
      label: i === 0 ? (level === "" ? name : `${name} · ${level}`) : level,
      isPart: i > 0,
      length: naming.length(value)
    }
  })
}

const loopText = (clock: Bundle.ClockRule, naming: PolicyView["naming"]): string =>
  naming.list(naming.loopsOf(clock).map(naming.loop))

const clocksTable = (view: PolicyView): readonly Markup[] => {
  const { bundle, words, naming } = view
  const { deadline } = words
  const head = [
    deadline.title,
    deadline.loop,
    deadline.time,
    deadline.from,
    deadline.metBy,
    deadline.calendar,
    deadline.pause,
    deadline.extend,
    deadline.basis
  ]
  const triggers = (list: readonly string[], clock: Bundle.ClockRule): string =>
    list.map((each) => naming.trigger(each, naming.loopsOf(clock))).join(words.or)
  const rows = bundle.clocks.map((clock) => [
    naming.clock(clock),
    clock.loop === undefined ? words.always : loopText(clock, naming),
    [
      timeText(clock, words, naming),
      ...(clock.when === undefined ? [] : [words.onlyIf(naming.condition(clock.when))]),
      ...(clock.repeats ? [words.repeats] : []),
      ...(clock.restartedBy === undefined ? [] : [words.restarts(triggers(clock.restartedBy, clock))])
    ].join(words.semicolon),
    triggers(clock.from, clock),
    clock.metBy.length === 0 ? words.windowEnds : triggers(clock.metBy, clock),
    calendarText(clock.calendar, view),
    naming.list(
      Object.entries(clock.pause).map(([reason, cap]) =>
        words.pauseOf(words.waiting[reason] ?? reason, naming.length(cap))
      )
    ),
    clock.extend === undefined
      ? ""
      : words.extendOf(clock.extend.times, naming.length(clock.extend.each), naming.who(clock.extend.approve)),
    clock.basis ?? ""
  ])
  const { shared, table } = sharedTable(head, rows)
  const said = shared.map(([name, value]) => name + words.colon + value).join(words.semicolon)
  return [...(said === "" ? [] : [tag("p", {}, `${words.forAll}${words.colon}${said}${words.full}`)]), table]
}

const calendarText = (name: string, { words }: PolicyView): string =>
  name === "of-owner" ? words.ofOwner : (words.calendarNames[name] ?? name)

const calendarsTable = (view: PolicyView): Markup => {
  const { bundle, words } = view
  const { calendar } = words
  const rows = Object.entries(bundle.calendars).map(([name, { weekly, zone, closed, publishedThrough }]) => [
    calendarText(name, view),
    hoursText(weekly, view),
    zone,
    publishedThrough === undefined ? words.dates(closed.length) : words.holidays(publishedThrough)
  ])
  return wideTable([calendar.name, calendar.hours, calendar.zone, calendar.closed], rows)
}

/** Days that follow each other with the same hours are said once. */
const hoursText = (weekly: Bundle.Bundle["calendars"][string]["weekly"], { words, naming }: PolicyView): string => {
  const hours = weekly.map((shifts) =>
    shifts.length === 0
      ? words.closedDay
      : naming.list(
          shifts.map(([from, to]) => (from === 0 && to === 1440 ? words.allDay : `${clockTime(from)}–${clockTime(to)}`))
        )
  )
  const runs: { first: number; last: number; text: string }[] = []
  for (const [day, text] of hours.entries()) {
    const run = runs.at(-1)
    if (run?.text === text) run.last = day
    else runs.push({ first: day, last: day, text })
  }
  const day = (index: number): string => words.weekdays[index] ?? ""
  return runs
    .map(({ first, last, text }) => `${first === last ? day(first) : words.to(day(first), day(last))} ${text}`)
    .join(words.semicolon)
}

/** Minutes of the day as `09:00`; past midnight the next day's. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24 || (minutes >= 1440 ? 24 : 0)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
