/** Shows every deadline: on a time line with its calendar, and in a table with everything that moves it. */
import { type Bundle, Text } from "@hearback/core"
import { type Markup, tag } from "../../Markup.ts"
import { type PolicyView, pairs, under } from "../part/PolicyView.ts"
import { sharedRows } from "../part/Tables.ts"
import { timeText, variedOf } from "../part/TimeText.ts"
import { startText, type TimeLineRow, timeLine } from "../picture/TimeLine.ts"

/** Makes the section. */
export const deadlines = (view: PolicyView): readonly Markup[] => {
  const { bundle, words } = view
  return [
    ...(bundle.clocks.length === 0 ? [] : [...clocksPicture(view), ...clockCards(view)]),
    under(words.calendars, calendars(view))
  ]
}

/** Draws all deadlines that have a duration; empty if none has. */
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
  const name = `${naming.clock(clock)}${clock.loop === undefined ? "" : ` · ${loopText(clock, naming)}`}`
  const varied = variedOf(clock.within, naming)
  return varied.map(({ when, isRest, value }, index) => {
    const level = isRest ? words.otherwise : when
    return {
      clock,
      target: value,
      label: index === 0 ? (level === "" ? name : `${name} · ${level}`) : level,
      isPart: index > 0,
      length: naming.length(value)
    }
  })
}

const loopText = (clock: Bundle.ClockRule, naming: PolicyView["naming"]): string =>
  naming.list(naming.loopsOf(clock).map(naming.loop))

/** Returns a card for each deadline. What all of them have in common is written once, above them. */
const clockCards = (view: PolicyView): readonly Markup[] => {
  const { bundle, words, naming } = view
  const all = bundle.clocks.map((clock) => ({ clock, rows: clockRows(clock, view) }))
  const shared = sharedRows(all.map(({ rows }) => rows))
  const said = shared.map(([name, value]) => name + words.colon + value).join(words.semicolon)
  const cards = all.map(({ clock, rows }) => {
    const loop = clock.loop === undefined ? words.always : loopText(clock, naming)
    const own = rows.filter(([name]) => !shared.some(([known]) => known === name))
    return tag("article", { class: "letter" }, tag("h3", {}, `${naming.clock(clock)} · ${loop}`), pairs(own))
  })
  return [
    ...(said === "" ? [] : [tag("p", {}, `${words.forAll}${words.colon}${said}${words.full}`)]),
    tag("div", { class: "letters cards" }, ...cards)
  ]
}

const clockRows = (clock: Bundle.ClockRule, view: PolicyView): readonly (readonly [name: string, text: string])[] => {
  const { words, naming } = view
  const { deadline } = words
  const { extend, when, restartedBy } = clock
  const triggers = (list: readonly string[]): string =>
    list.map((each) => naming.trigger(each, naming.loopsOf(clock))).join(words.or)
  const pauses = Object.entries(clock.pause).map(([reason, cap]) =>
    words.pauseOf(words.waiting[reason] ?? Text.readable(reason), naming.length(cap))
  )
  return [
    [deadline.time, [timeText(clock, words, naming), ...(clock.repeats ? [words.repeats] : [])].join(words.semicolon)],
    [deadline.when, when === undefined ? "" : naming.condition(when)],
    [deadline.from, triggers(clock.from)],
    [deadline.restarts, restartedBy === undefined ? "" : triggers(restartedBy)],
    [deadline.metBy, clock.metBy.length === 0 ? words.windowEnds : triggers(clock.metBy)],
    [deadline.calendar, calendarText(clock.calendar, view)],
    [deadline.pause, naming.list(pauses)],
    [
      deadline.extend,
      extend === undefined ? "" : words.extendOf(extend.times, naming.length(extend.each), naming.who(extend.approve))
    ],
    [deadline.basis, clock.basis ?? ""]
  ]
}

const calendarText = (name: string, { words }: PolicyView): string =>
  name === "of-owner" ? words.ofOwner : (words.calendarNames[name] ?? Text.readable(name))

const calendars = (view: PolicyView): Markup => {
  const { bundle, words } = view
  return pairs(
    Object.entries(bundle.calendars).map(([name, { weekly, zone, closed, publishedThrough }]) => {
      const days = publishedThrough === undefined ? words.dates(closed.length) : words.holidays(publishedThrough)
      const shut = publishedThrough === undefined && closed.length === 0 ? [] : [words.closedOn(days)]
      return [calendarText(name, view), [hoursText(weekly, view), ...shut, zone].join(words.semicolon)]
    })
  )
}

/** Returns following days with the same hours as one range. */
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

/** Returns minutes of the day as `09:00`; after midnight as time of the next day. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24 || (minutes >= 1440 ? 24 : 0)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
