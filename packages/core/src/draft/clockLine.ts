/** From a clock's rule and the case as it stands to the deadline: what the clock counts, from when, by which calendar. */

import type { ClockFacts } from "../deadline/ClockFacts.ts"
import { type DeadlineInput, timeline } from "../deadline/Deadline.ts"
import { input, points } from "../deadline/Input.ts"
import { isAmong, type Mark, type MarkPoint, type Timeline } from "../deadline/Mark.ts"
import type { RuleId } from "../policy/Bundle.ts"
import type { LoopClock } from "../policy/Policy.ts"
import { calendar as calendarOf, choose } from "../policy/Policy.ts"
import { beginningOf, openDate } from "../time/Calendar.ts"
import { DAY, endOfDay, type Instant, parseDate } from "../time/Instant.ts"
import { isWorking, type Target } from "../time/Target.ts"
import { toInstant, toLocal } from "../time/Zone.ts"
import { defined } from "../value/Optional.ts"
import type { Situation } from "./Draft.ts"
import * as Drafts from "./Draft.ts"

/** Returns due and pending marks. Marks already fired in this cycle are left out; so are reminders already past. */
export const line = (
  situation: Situation,
  rule: LoopClock | undefined,
  facts: ClockFacts,
  fired: readonly Mark[],
  wanted: readonly MarkPoint[] = points(rule)
): Timeline => {
  const { dueAt, marks, provisional } = timeline(inputOf(situation, rule, facts, wanted))
  return {
    dueAt,
    provisional,
    marks: marks.filter(
      ({ mark, at }) =>
        !isAmong(fired, mark) &&
        !(mark._tag === "Reminder" && at < situation.now) &&
        !(rule === undefined && mark._tag === "PauseCap")
    )
  }
}

/** A clock that counts from a day without a time has no time of day to end at: it ends with the day. */
const inputOf = (
  situation: Situation,
  rule: LoopClock | undefined,
  facts: ClockFacts,
  wanted: readonly MarkPoint[]
): DeadlineInput => {
  const made = input(situation, rule, facts, wanted)
  const isDay = rule?.ends === "same-time" && startsWithDay(situation, rule, facts.startedAt)
  return isDay ? { ...made, ends: "close-of-day" } : made
}

const startsWithDay = (situation: Situation, rule: LoopClock, startedAt: Instant): boolean =>
  rule.from.some(
    (trigger) =>
      trigger._tag === "DateReached" &&
      factDate(situation, trigger.fact)?.day !== undefined &&
      startOfDate(situation, trigger.fact, countingOf(situation, rule)) === startedAt
  )

/** Returns the row that gives the clock its length on this case; of a date, where the clock says it. */
export const rowOf = (situation: Situation, rule: LoopClock): RuleId =>
  (rule.within === undefined ? undefined : choose(rule.within, Drafts.vector(situation))?.rule) ?? rule.path

/** Returns the target that the rule gives the case now, or undefined where no row fits or the date is unknown. */
export const targetOf = (situation: Situation, rule: LoopClock, startedAt: Instant): Target | undefined => {
  if (rule.within !== undefined) return choose(rule.within, Drafts.vector(situation))?.value
  let until: Instant | undefined
  for (const fact of rule.until ?? []) until = earlier(until, untilOf(situation, rule, fact))
  return until === undefined ? undefined : { _tag: "Elapsed", ms: Math.max(0, until - startedAt) }
}

/** Returns the earlier of two instants, of which only one may be known. */
export const earlier = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one

/** A date fact of a case: its instant, and its day where it was written without a time. */
interface FactDate {
  readonly at: Instant
  readonly day?: number
}

const factDate = (situation: Situation, name: string): FactDate | undefined => {
  const slot = situation.policy.slots.get(name)
  const code = slot === undefined ? undefined : Drafts.vector(situation)[slot]
  if (code === undefined || !(code > -DAY * 36_500)) return undefined
  const { facts, receipt } = situation.state.feedback
  const field = name === "happened-at" ? receipt?.happenedAt : name === "hoped-for-by" ? receipt?.hopedForBy : undefined
  const declared = situation.policy.bundle.facts[name]
  const written = declared === undefined ? field : (facts[name] ?? declared.default)
  return defined({ at: code, day: typeof written === "string" ? parseDate(written.trim()) : undefined })
}

/** Returns when a date fact is over: a date without a time means the end of that day. */
const endOfDate = (situation: Situation, name: string): Instant | undefined => {
  const date = factDate(situation, name)
  return date?.day === undefined ? date?.at : endOfDay(date.at, situation.policy.zone)
}

/** What is counted from a date, and by which calendar. */
export interface CountedLength {
  readonly target: Target | undefined
  readonly calendar: string
}

/** Returns what a clock of the policy counts. */
export const countingOf = (situation: Situation, rule: LoopClock): CountedLength => ({
  target: rule.within === undefined ? undefined : choose(rule.within, Drafts.vector(situation))?.value,
  calendar: calendarName(situation, rule)
})

/**
 * Returns from when something counts that begins with a date fact: a date without a time is a whole day, and the day
 * on which the count starts. It is a day of the calendar where working time is counted, else one on the policy's wall.
 */
export const startOfDate = (
  situation: Situation,
  name: string,
  { target, calendar }: CountedLength
): Instant | undefined => {
  const date = factDate(situation, name)
  if (date?.day === undefined || target === undefined || !isWorking(target)) return date?.at
  return beginningOf(calendarOf(situation.policy, calendar), date.day)
}

/** A date fact as a deadline: where it falls on a day that is closed, it rolls as the clock's rule says. */
const untilOf = (situation: Situation, rule: LoopClock, fact: string): Instant | undefined => {
  const at = endOfDate(situation, fact)
  if (at === undefined || rule.roll === "none") return at
  const local = toLocal(at, situation.policy.zone)
  // What ends with a day belongs to it.
  const day = Math.ceil(local / DAY) - 1
  const open = openDate(calendarOf(situation.policy, calendarName(situation, rule)), day, rule.roll === "next" ? 1 : -1)
  return toInstant(local + (open - day) * DAY, situation.policy.zone)
}

/** Returns the name of the calendar a clock runs on for this case. */
export const calendarName = (situation: Situation, rule: LoopClock): string => {
  if (rule.calendar !== "of-owner") return rule.calendar
  const owner = situation.meta.gathered.people.find((person) => person.id === situation.state.ownership.owner)
  return owner?.calendar ?? situation.policy.bundle.defaultCalendar
}
