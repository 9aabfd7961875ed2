/** Computes the deadline of a clock from its rule and the case: what it counts, from when, and by which calendar. */

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

/** Returns the due and the pending marks, without marks that fired in this run and without reminders already past. */
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

/** Returns the input of the computation. A clock that counts from a day without a time ends at the end of a day. */
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

/** Returns the row that gives the clock its length on this case, or the clock's rule if it is due at a date. */
export const rowOf = (situation: Situation, rule: LoopClock): RuleId =>
  (rule.within === undefined ? undefined : choose(rule.within, Drafts.vector(situation))?.rule) ?? rule.path

/** Returns the target that the rule gives the case now; undefined if no row fits or the date is not known. */
export const targetOf = (situation: Situation, rule: LoopClock, startedAt: Instant): Target | undefined => {
  if (rule.within !== undefined) return choose(rule.within, Drafts.vector(situation))?.value
  let until: Instant | undefined
  for (const fact of rule.until ?? []) until = earlier(until, untilOf(situation, rule, fact))
  return until === undefined ? undefined : { _tag: "Elapsed", ms: Math.max(0, until - startedAt) }
}

/** Returns the earlier of two instants; if only one is known, that one. */
export const earlier = (one: Instant | undefined, other: Instant | undefined): Instant | undefined =>
  one === undefined || (other !== undefined && other < one) ? other : one

/** A date fact of a case: its instant, and its day if it was written without a time. */
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

/** Returns when a date fact is over. A date without a time is over at the end of that day. */
const endOfDate = (situation: Situation, name: string): Instant | undefined => {
  const date = factDate(situation, name)
  return date?.day === undefined ? date?.at : endOfDay(date.at, situation.policy.zone)
}

/** A length that is counted from a date, and its calendar. */
export interface CountedLength {
  readonly target: Target | undefined
  readonly calendar: string
}

/** Returns the length that a clock of the policy counts. */
export const countingOf = (situation: Situation, rule: LoopClock): CountedLength => ({
  target: rule.within === undefined ? undefined : choose(rule.within, Drafts.vector(situation))?.value,
  calendar: calendarName(situation, rule)
})

/**
 * Returns the instant from which a length is counted that begins with a date fact. A date without a time is a whole
 * day, on which the count starts: a day of the calendar if working time is counted, else a day in the policy's zone.
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

/** Returns a date fact as a deadline. If the day is closed, it rolls as the clock's rule says. */
const untilOf = (situation: Situation, rule: LoopClock, fact: string): Instant | undefined => {
  const at = endOfDate(situation, fact)
  if (at === undefined || rule.roll === "none") return at
  const local = toLocal(at, situation.policy.zone)
  // An instant at the end of a day belongs to that day.
  const day = Math.ceil(local / DAY) - 1
  const open = openDate(calendarOf(situation.policy, calendarName(situation, rule)), day, rule.roll === "next" ? 1 : -1)
  return toInstant(local + (open - day) * DAY, situation.policy.zone)
}

/** Returns the name of the calendar by which a clock counts on this case. */
export const calendarName = (situation: Situation, rule: LoopClock): string => {
  if (rule.calendar !== "of-owner") return rule.calendar
  const owner = situation.meta.gathered.people.find((person) => person.id === situation.state.ownership.owner)
  return owner?.calendar ?? situation.policy.bundle.defaultCalendar
}
