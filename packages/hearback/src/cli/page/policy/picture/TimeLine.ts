/** Draws deadlines on one time line with their calendars: a row for each, from its start to its due date. */
import { type Bundle, Calendar, Deadline, Instant, type Policy, type Target, Zone } from "@hearback/core"
import { across, type Markup, tag } from "../../Markup.ts"

/**
 * The start of all deadlines: a Friday at 16:00 in a week without holidays, so that the effect of a weekend is
 * visible.
 */
const START_DAY = "2027-03-05"
const START_HOUR = 16
const DAYS = 7

/** A row of the time line. */
export interface TimeLineRow {
  readonly clock: Bundle.ClockRule
  readonly target: Target.Target
  readonly label: string
  readonly isPart: boolean
  readonly length: string
}

/** The words of the time line. */
export interface TimeLineWords {
  readonly weekdays: readonly string[]
  readonly never: string
  readonly day: (number: number) => string
}

/** Returns the weekday and the hour at which every deadline of the figure begins. */
export const startText = ({ weekdays }: Pick<TimeLineWords, "weekdays">): string =>
  `${weekdays[Instant.weekday(Instant.parseDate(START_DAY) ?? 0)] ?? ""} ${START_HOUR}:00`

const HEIGHT = 26

/** Draws the time line. */
export const timeLine = (rows: readonly TimeLineRow[], policy: Policy.Policy, words: TimeLineWords): Markup => {
  const { zone } = policy
  const midnight = (day: number): number =>
    Zone.toInstant(((Instant.parseDate(START_DAY) ?? 0) + day) * Instant.DAY, zone)
  const from = midnight(0)
  const to = midnight(DAYS)
  const start = Instant.parseInstant(`${START_DAY} ${START_HOUR}:00`, zone) ?? from
  const at = (instant: number): string => across((instant - from) / (to - from))
  const days = Array.from({ length: DAYS }, (_, day) => day)
  return tag(
    "div",
    { class: "ranges timeline" },
    ...rows.map((row) => {
      const { dueAt, marks } = Deadline.timeline(inputOf(row, policy, start))
      const text = dueAt === null ? words.never : dueText(dueAt, from, policy, words)
      return tag(
        "div",
        { class: row.isPart ? "row part" : "row" },
        tag("span", { class: "label" }, row.label),
        tag(
          "svg",
          { class: "plot", height: HEIGHT, "aria-hidden": "true" },
          ...drawn({ row, policy, start, from, to, dueAt, marks, at })
        ),
        tag("span", { class: "value" }, tag("span", { class: "whole" }, row.length), " ", tag("small", {}, `→ ${text}`))
      )
    }),
    tag(
      "div",
      { class: "row axis", "aria-hidden": "true" },
      tag("span", { class: "label" }),
      tag(
        "div",
        { class: "ticks" },
        ...days.map((day) =>
          tag("span", { style: `left:${at(midnight(day) + Instant.DAY / 2)}` }, words.weekdays[(day + 4) % 7] ?? "")
        )
      ),
      tag("span", { class: "value" })
    )
  )
}

/**
 * Returns the weekday and the hour, without the hour at the end of a day, and with the date if it is beyond the
 * figure.
 */
const dueText = (due: number, from: number, { zone }: Policy.Policy, words: TimeLineWords): string => {
  const text = Instant.renderDue(due, zone)
  const day = Instant.parseDate(text.slice(0, 10)) ?? 0
  const number = Math.round(day - Math.floor(Zone.toLocal(from, zone) / Instant.DAY)) + 1
  const hour = text.slice(11)
  const weekday = words.weekdays[Instant.weekday(day)] ?? ""
  const time = hour === "24:00" ? weekday : `${weekday} ${hour}`
  return number > DAYS ? `${words.day(number)} ${time}` : time
}

const calendarOf = ({ clock }: TimeLineRow, { bundle, calendars }: Policy.Policy): Calendar.Calendar | undefined =>
  calendars.get(clock.calendar === "of-owner" ? bundle.defaultCalendar : clock.calendar)

const inputOf = (row: TimeLineRow, policy: Policy.Policy, start: number): Deadline.DeadlineInput => {
  const { clock, target } = row
  const calendar = calendarOf(row, policy) ?? Calendar.compile(always, Zone.utc)
  return {
    startedAt: start,
    calendar,
    legs: [],
    zone: policy.zone,
    firstDay: clock.firstDay,
    ends: clock.ends,
    roll: clock.roll,
    switches: [],
    caps: {},
    target,
    extensions: [],
    points: [
      ...clock.remind.map(({ at }, i) => ({ mark: { _tag: "Reminder" as const, step: i + 1 }, at })),
      ...clock.escalate.map(({ at }, i) => ({ mark: { _tag: "Escalation" as const, step: i + 1 }, at }))
    ],
    now: start
  }
}

const always: Calendar.Calendar["rule"] = {
  name: "always",
  zone: "UTC",
  weekly: Array.from({ length: 7 }, () => [[0, 1440]] as const),
  closed: [],
  open: []
}

interface Drawn {
  readonly row: TimeLineRow
  readonly policy: Policy.Policy
  readonly start: number
  readonly from: number
  readonly to: number
  readonly dueAt: number | null
  readonly marks: ReturnType<typeof Deadline.timeline>["marks"]
  readonly at: (instant: number) => string
}

const drawn = ({ row, policy, start, from, to, dueAt, marks, at }: Drawn): readonly Markup[] => {
  const calendar = calendarOf(row, policy)
  const open = calendar === undefined ? [] : Calendar.intervals(calendar, from, to)
  const edges = [from, ...open.flatMap((one) => [one.from, one.to]), to]
  const closed = edges.flatMap((begins, index) => {
    const ends = edges[index + 1]
    return index % 2 === 1 || ends === undefined || ends <= begins
      ? []
      : [tag("rect", { x: at(begins), width: share(ends - begins, to - from), y: 0, height: HEIGHT, class: "shut" })]
  })
  const end = Math.min(dueAt ?? to, to)
  const isBeyond = dueAt === null || dueAt > to
  return [
    ...closed,
    tag("line", { x1: at(start), x2: at(end), y1: HEIGHT / 2, y2: HEIGHT / 2, class: "span" }),
    tag("line", { x1: at(start), x2: at(start), y1: 5, y2: HEIGHT - 5, class: "mark" }),
    ...(isBeyond
      ? [tag("text", { x: "100%", y: HEIGHT / 2 + 6, "text-anchor": "end", class: "beyond" }, "▶")]
      : [tag("line", { x1: at(end), x2: at(end), y1: 3, y2: HEIGHT - 3, class: "due" })]),
    ...marks
      .filter((one) => one.mark._tag !== "Due" && one.at < to && one.at !== dueAt)
      .map((one) =>
        tag("circle", {
          cx: at(one.at),
          cy: HEIGHT / 2,
          r: 3.5,
          class: one.mark._tag === "Reminder" ? "reminder" : "escalation"
        })
      )
  ]
}

const share = (part: number, whole: number): string => across(part / whole)
