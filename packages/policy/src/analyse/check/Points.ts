/**
 * Finds points before a due date that always lie before the start of their clock.
 *
 * The calculus of deadlines computes the point. It depends on the hour and date of the start, so every start at which
 * the answer can change is tried: opening, closing and midnight of each day of a year.
 */
import { Calendar, Deadline, defined, Instant, Table, Target, Text } from "@hearback/core"
import type { ClockPoint, ClockRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { get, type Tree } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { calendarOf } from "../graph/Calendars.ts"

type Before = Extract<ClockPoint, { readonly _tag: "Before" }>

/** A duration of a clock, with the level that gives it if it depends on one. */
export interface Length {
  readonly target: Target.Target
  readonly witness?: Readonly<Record<string, string>>
}

/** A point that always lies before the start of its clock. */
interface Missed {
  readonly clock: string
  readonly point: Before
  readonly length: Length
}

/** Reports points that lie before the start of their clocks. Each line of the policy is reported once. */
export const points = (reading: Reading, policy: UnhashedBundle): void => {
  const missed = new Map<Tree, Missed[]>()
  for (const clock of policy.clocks)
    for (const { at: point, rule } of [...clock.remind, ...clock.escalate]) {
      const tree = reading.at(rule)
      if (point._tag !== "Before" || tree === undefined) continue
      const length = lengthsOf(reading, clock).find(({ target }) =>
        isAlwaysBefore(reading, clock, target, point, startsOf(reading, policy, clock))
      )
      if (length !== undefined) missed.set(tree, [...(missed.get(tree) ?? []), { clock: clock.name, point, length }])
    }
  for (const [tree, found] of missed) {
    const [first] = found
    if (first === undefined) continue
    const about = {
      clocks: [...new Set(found.map(({ clock }) => clock))],
      point: Text.point(first.point, "en"),
      within: Text.length(first.length.target, "en")
    }
    reading.say("clock/point-before-start", get(tree, "at") ?? tree, about, defined({ witness: first.length.witness }))
  }
  ladders(reading, policy, new Set(missed.keys()))
}

/** Reports an escalation step that is written after a later one, and a step that tells the same people again. */
const ladders = (reading: Reading, policy: UnhashedBundle, missed: ReadonlySet<Tree>): void => {
  const told = new Set(missed)
  for (const { escalate } of policy.clocks)
    for (const [index, step] of escalate.entries()) {
      const earlier = escalate.slice(0, index).find((other) => isLater(other.at, step.at))
      const twin = escalate
        .slice(0, index)
        .find(
          (other) => isSame(other.at, step.at) && other.send === step.send && other.notify.join() === step.notify.join()
        )
      const tree = reading.at(step.rule)
      const other = earlier ?? twin
      if (tree === undefined || other === undefined || told.has(tree) || tree.named.file.path.startsWith("pack:"))
        continue
      told.add(tree)
      const about = {
        point: Text.point(step.at, "en"),
        before: Text.point(other.at, "en"),
        again: earlier === undefined
      }
      reading.say("clock/step-order", earlier === undefined ? tree : (get(tree, "at") ?? tree), about, {
        span: earlier === undefined ? tree.span : (get(tree, "at") ?? tree).span
      })
    }
}

const isSame = (one: ClockPoint, other: ClockPoint): boolean => Text.point(one, "en") === Text.point(other, "en")

/** The order of the kinds of points along a clock. Two points of one kind are compared by their durations. */
const stretch = { Share: 0, Before: 0, Due: 1, After: 2 } as const

/** Returns whether a point certainly comes later than another. */
export const isLater = (one: ClockPoint, other: ClockPoint): boolean => {
  if (one._tag === "Share" && other._tag === "Share") return one.percent > other.percent
  if (one._tag === "After" && other._tag === "After") return (Target.compare(one.by, other.by) ?? 0) > 0
  if (one._tag === "Before" && other._tag === "Before") return (Target.compare(one.by, other.by) ?? 0) < 0
  return stretch[one._tag] > stretch[other._tag]
}

/** Returns the possible durations of a clock. If one dimension decides, the strongest level comes first. */
export const lengthsOf = (
  reading: Reading,
  { within }: { readonly within?: ClockRule["within"] | undefined }
): readonly Length[] => {
  if (within === undefined) return []
  const { table, values } = within
  const [slot, more] = table.slots
  const input = slot === undefined || more !== undefined ? undefined : reading.inputs.at(slot)
  if (slot === undefined || input?.type._tag !== "OneOf" || !input.type.graded)
    return values.map((target) => ({ target }))
  return input.type.values.flatMap((level, code) => {
    const inputs: number[] = []
    inputs[slot] = code
    const target = values[Table.interpret(table, inputs)]
    return target === undefined ? [] : [{ target, witness: { [input.name]: level } }]
  })
}

/** A start of a clock, in a calendar that the clock can use. */
interface Start {
  readonly at: Instant.Instant
  readonly calendar: Calendar.Calendar
}

type Starts = Iterable<Start>

/**
 * The first day and the number of days that are tried: an ordinary week hour by hour, then a year with its special
 * days.
 */
const [FIRST, DAYS] = [Instant.parseDate("2026-01-05") ?? 0, 371]

const startsOf = (reading: Reading, policy: UnhashedBundle, { calendar }: ClockRule): Starts => {
  const names = calendar === "of-owner" ? Object.keys(policy.calendars) : [calendar]
  return startsIn(reading, names.flatMap((name) => calendarOf(policy, name) ?? []).filter(Calendar.hasHours))
}

function* startsIn(reading: Reading, calendars: readonly Calendar.Calendar[]): Starts {
  for (const calendar of calendars) {
    const begins = Instant.parseInstant(Instant.renderDate(FIRST), reading.zone) ?? 0
    for (let hour = 0; hour < 7 * 24; hour++) yield { at: begins + hour * Instant.HOUR, calendar }
    for (let day = FIRST; day < FIRST + DAYS; day++) {
      const midnight = Instant.parseInstant(Instant.renderDate(day), reading.zone) ?? 0
      yield { at: midnight, calendar }
      yield { at: Calendar.beginningOf(calendar, day), calendar }
      for (const { from, to } of Calendar.intervals(calendar, midnight, midnight + Instant.DAY)) {
        yield { at: from, calendar }
        yield { at: to, calendar }
      }
    }
  }
}

const isAlwaysBefore = (
  reading: Reading,
  clock: ClockRule,
  target: Target.Target,
  point: Before,
  starts: Starts
): boolean => {
  let isAsked = false
  for (const { at, calendar } of starts) {
    isAsked = true
    const { dueAt, marks } = Deadline.timeline({
      startedAt: at,
      target,
      calendar,
      zone: reading.zone,
      firstDay: clock.firstDay,
      ends: clock.ends,
      roll: clock.roll,
      legs: [],
      switches: [],
      caps: {},
      extensions: [],
      points: [{ mark: { _tag: "Reminder", step: 1 }, at: point }],
      now: at
    })
    const mark = marks.find(({ mark: { _tag } }) => _tag === "Reminder")
    // The engine moves a point before the start to the start itself.
    if (dueAt === null || mark === undefined || mark.at > at) return false
  }
  return isAsked
}
